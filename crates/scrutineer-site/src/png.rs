//! Pictures as PNG: polygons painted without instructions of one processor, letters from a bundled font, so that
//! everyone who makes the site again has the same bytes.

use scrutineer_report::{Drawing, Shape};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Stroke, Transform};
use ttf_parser::{Face, OutlineBuilder};

/// DejaVu Sans without hinting: Latin, Greek, Cyrillic, Armenian, Georgian.
const FONT: &[u8] = include_bytes!("../assets/font/labels.ttf");

/// The picture as PNG; `None` for one without any pixel.
pub(crate) fn png(drawing: &Drawing) -> Option<Vec<u8>> {
    let width = u32::try_from(drawing.width).ok()?;
    let height = u32::try_from(drawing.height).ok()?;
    let mut pixmap = Pixmap::new(width, height)?;
    pixmap.fill(Color::WHITE);
    let face = Face::parse(FONT, 0).ok()?;
    for shape in &drawing.shapes {
        paint(&mut pixmap, shape, &face);
    }
    pixmap.encode_png().ok()
}

fn paint(pixmap: &mut Pixmap, shape: &Shape, face: &Face<'_>) {
    match shape {
        Shape::Polygon { points, fill } => {
            let mut builder = PathBuilder::new();
            for (at, (x, y)) in points.iter().enumerate() {
                let (x, y) = (pixels(*x), pixels(*y));
                if at == 0 {
                    builder.move_to(x, y);
                } else {
                    builder.line_to(x, y);
                }
            }
            builder.close();
            self::fill(pixmap, builder.finish(), fill);
        }
        Shape::Line {
            from,
            to,
            width,
            color,
        } => {
            let mut builder = PathBuilder::new();
            builder.move_to(pixels(from.0), pixels(from.1));
            builder.line_to(pixels(to.0), pixels(to.1));
            let stroke = Stroke {
                width: pixels(*width),
                ..Stroke::default()
            };
            if let Some(path) = builder.finish() {
                let transform = Transform::identity();
                pixmap.stroke_path(&path, &ink(color), &stroke, transform, None);
            }
        }
        Shape::Text {
            at,
            size,
            color,
            text,
            is_end,
        } => {
            let scale = pixels(*size) / f32::from(face.units_per_em());
            let start = if *is_end {
                pixels(at.0) - advance(text, face) * scale
            } else {
                pixels(at.0)
            };
            let path = letters(text, face, (start, pixels(at.1)), scale);
            fill(pixmap, path, color);
        }
    }
}

/// Pixels of pictures are far below the whole numbers that a float holds.
fn pixels(value: i32) -> f32 {
    f32::from(i16::try_from(value.clamp(-30_000, 30_000)).unwrap_or(0))
}

fn fill(pixmap: &mut Pixmap, path: Option<Path>, color: &str) {
    if let Some(path) = path {
        let transform = Transform::identity();
        pixmap.fill_path(&path, &ink(color), FillRule::Winding, transform, None);
    }
}

fn ink(color: &str) -> Paint<'static> {
    let part = |at: usize| {
        let digits = color.get(at..at + 2).unwrap_or("00");
        u8::from_str_radix(digits, 16).unwrap_or(0)
    };
    let mut paint = Paint::default();
    paint.set_color_rgba8(part(1), part(3), part(5), 255);
    paint.anti_alias = true;
    paint
}

/// Width of a text in units of the font.
fn advance(text: &str, face: &Face<'_>) -> f32 {
    let glyphs = text
        .chars()
        .map(|c| face.glyph_index(c).unwrap_or_default());
    let units = glyphs.map(|glyph| f32::from(face.glyph_hor_advance(glyph).unwrap_or(0)));
    units.fold(0.0, |sum, units| sum + units)
}

/// The outlines of a text. A letter that the font has not is an empty box.
fn letters(text: &str, face: &Face<'_>, at: (f32, f32), scale: f32) -> Option<Path> {
    let mut outline = Outline {
        builder: PathBuilder::new(),
        x: at.0,
        y: at.1,
        scale,
    };
    for c in text.chars() {
        let glyph = face.glyph_index(c).unwrap_or_default();
        face.outline_glyph(glyph, &mut outline);
        let units = f32::from(face.glyph_hor_advance(glyph).unwrap_or(0));
        outline.x += units * scale;
    }
    outline.builder.finish()
}

/// Outlines of letters, whose axis points upwards, in pixels.
struct Outline {
    builder: PathBuilder,
    x: f32,
    y: f32,
    scale: f32,
}

impl Outline {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.builder.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.builder.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.builder.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.builder.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.builder.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(shapes: Vec<Shape>) -> Drawing {
        Drawing {
            width: 40,
            height: 30,
            shapes,
        }
    }

    /// Pixels that are not white.
    fn dark(shapes: Vec<Shape>) -> usize {
        let png = png(&drawing(shapes)).unwrap();
        let read = Pixmap::decode_png(&png).unwrap();
        assert_eq!((read.width(), read.height()), (40, 30));
        let pixels = read.pixels().iter();
        pixels.filter(|pixel| pixel.red() < 128).count()
    }

    fn text(text: &str, is_end: bool) -> Vec<Shape> {
        vec![Shape::Text {
            at: (20, 20),
            size: 16,
            color: "#000000",
            text: text.to_owned(),
            is_end,
        }]
    }

    #[test]
    fn a_square_has_the_pixels_that_it_covers() {
        let points = vec![(5, 5), (15, 5), (15, 15), (5, 15)];
        let fill = "#000000";
        assert_eq!(dark(vec![Shape::Polygon { points, fill }]), 100);
        assert_eq!(dark(Vec::new()), 0);
    }

    #[test]
    fn letters_are_drawn_and_end_where_they_should() {
        assert!(dark(text("H", false)) > 30);
        assert!(dark(text("H", true)) > 30);
        assert_ne!(
            png(&drawing(text("Ñandú", false))),
            png(&drawing(text("Nandu", false)))
        );
        for name in ["Ñandú Ő ß", "Ελλάδα", "Крим", "საქართველო", "Հայաստան"]
        {
            let face = Face::parse(FONT, 0).unwrap();
            assert!(
                name.chars().all(|c| face.glyph_index(c).is_some()),
                "{name}"
            );
        }
    }
}
