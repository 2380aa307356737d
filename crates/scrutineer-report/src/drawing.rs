//! Pictures as shapes in whole pixels, so that every way of painting them gives the same picture.

use crate::Element;

/// Colours of options by position (Okabe and Ito 2008, without its green and vermilion).
const COLORS: [&str; 6] = [
    "#56b4e9", "#e69f00", "#cc79a7", "#f0e442", "#0072b2", "#bbbbbb",
];
/// Pixels between the lines of a pattern.
const STEP: i32 = 8;
/// The family that the bundled font is a part of, then whatever the reader has.
const FAMILY: &str = "DejaVu Sans, Verdana, sans-serif";

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Pixels from left to right.
    pub width: i32,
    /// Pixels from top to bottom.
    pub height: i32,
    /// In the order of painting.
    pub shapes: Vec<Shape>,
}

/// One shape; colours are `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A polygon.
    Polygon {
        /// At least three corners.
        points: Vec<(i32, i32)>,
        /// Colour of the inside.
        fill: &'static str,
    },
    /// A straight line.
    Line {
        /// One end.
        from: (i32, i32),
        /// The other.
        to: (i32, i32),
        /// Pixels.
        width: i32,
        /// Its colour.
        color: &'static str,
    },
    /// A line of text from left to right.
    Text {
        /// Where it starts, or ends where it is `is_end`; the line on which letters stand.
        at: (i32, i32),
        /// Height of the font in pixels.
        size: i32,
        /// Its colour.
        color: &'static str,
        /// The words.
        text: String,
        /// Whether it ends at its place.
        is_end: bool,
    },
}

impl Drawing {
    /// A white picture.
    pub(crate) fn new(width: i32, height: i32) -> Self {
        let mut drawing = Self {
            width,
            height,
            shapes: Vec::new(),
        };
        drawing.rect((0, 0), (width, height), "#ffffff");
        drawing
    }

    pub(crate) fn rect(&mut self, at: (i32, i32), size: (i32, i32), fill: &'static str) {
        let (x, y) = at;
        let (right, bottom) = (x + size.0, y + size.1);
        self.shapes.push(Shape::Polygon {
            points: vec![(x, y), (right, y), (right, bottom), (x, bottom)],
            fill,
        });
    }

    pub(crate) fn line(
        &mut self,
        from: (i32, i32),
        to: (i32, i32),
        width: i32,
        color: &'static str,
    ) {
        self.shapes.push(Shape::Line {
            from,
            to,
            width,
            color,
        });
    }

    pub(crate) fn text(&mut self, at: (i32, i32), size: i32, color: &'static str, text: &str) {
        self.shapes.push(Shape::Text {
            at,
            size,
            color,
            text: text.to_owned(),
            is_end: false,
        });
    }

    pub(crate) fn text_end(&mut self, at: (i32, i32), size: i32, color: &'static str, text: &str) {
        self.shapes.push(Shape::Text {
            at,
            size,
            color,
            text: text.to_owned(),
            is_end: true,
        });
    }

    /// A rectangle in the colour and the pattern of a position on the ballot.
    pub(crate) fn patterned(&mut self, at: (i32, i32), size: (i32, i32), position: usize) {
        let color = COLORS.get(position % COLORS.len()).copied();
        let fill = color.unwrap_or("#bbbbbb");
        self.rect(at, size, fill);
        let ((x, y), (width, height)) = (at, size);
        let ink = "#1a1a1a";
        match position % 4 {
            2 => {
                for at in (x + STEP / 2..x + width).step_by(8) {
                    self.line((at, y), (at, y + height), 1, ink);
                }
            }
            3 => {
                for at in (y + STEP / 2..y + height).step_by(8) {
                    self.line((x, at), (x + width, at), 1, ink);
                }
            }
            slope => {
                // Lines of slope one, cut at the left and the right edge.
                for start in (-height..width).step_by(8) {
                    let (from, to) = (start.max(0), (start + height).min(width));
                    if from >= to {
                        continue;
                    }
                    let (upper, lower) = (from - start, to - start);
                    let ends = if slope == 0 {
                        ((x + from, y + height - upper), (x + to, y + height - lower))
                    } else {
                        ((x + from, y + upper), (x + to, y + lower))
                    };
                    self.line(ends.0, ends.1, 1, ink);
                }
            }
        }
        let (right, bottom) = (x + width, y + height);
        for (from, to) in [
            ((x, y), (right, y)),
            ((right, y), (right, bottom)),
            ((right, bottom), (x, bottom)),
            ((x, bottom), (x, y)),
        ] {
            self.line(from, to, 1, ink);
        }
    }

    /// The picture as an element that stands alone: no style sheet, no font of its own.
    pub(crate) fn element(&self, title: &str, description: &str) -> Element {
        let mut svg = Element::new("svg")
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr("viewBox", &format!("0 0 {} {}", self.width, self.height))
            .attr("width", &self.width.to_string())
            .attr("height", &self.height.to_string())
            .attr("role", "img")
            .attr("aria-labelledby", "title description")
            .attr("font-family", FAMILY)
            .child(Element::new("title").attr("id", "title").text(title))
            .child(
                Element::new("desc")
                    .attr("id", "description")
                    .text(description),
            );
        for shape in &self.shapes {
            svg = svg.child(shape.element());
        }
        svg
    }
}

impl Shape {
    fn element(&self) -> Element {
        match self {
            Self::Polygon { points, fill } => {
                let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
                Element::new("polygon")
                    .attr("points", &points.join(" "))
                    .attr("fill", fill)
            }
            Self::Line {
                from,
                to,
                width,
                color,
            } => Element::new("line")
                .attr("x1", &from.0.to_string())
                .attr("y1", &from.1.to_string())
                .attr("x2", &to.0.to_string())
                .attr("y2", &to.1.to_string())
                .attr("stroke", color)
                .attr("stroke-width", &width.to_string()),
            Self::Text {
                at,
                size,
                color,
                text,
                is_end,
            } => {
                let held = Element::new("text")
                    .attr("x", &at.0.to_string())
                    .attr("y", &at.1.to_string())
                    .attr("font-size", &size.to_string())
                    .attr("fill", color);
                let held = if *is_end {
                    held.attr("text-anchor", "end")
                } else {
                    held
                };
                held.text(text)
            }
        }
    }
}

/// About how wide a text is in pixels, rather too wide than too narrow.
pub(crate) fn width(text: &str, size: i32) -> i32 {
    let thousandths: i64 = text
        .chars()
        .map(|c| match c {
            ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'j' | 'l' | 'I' => 340,
            '(' | ')' | 'f' | 't' | 'r' | '-' => 420,
            'm' | 'w' | 'M' | 'W' | '%' | '@' => 1000,
            c if c.is_uppercase() => 740,
            c if (c as u32) >= 0x1100 => 1050,
            _ => 640,
        })
        .sum();
    let pixels = thousandths * i64::from(size) / 1000;
    i32::try_from(pixels).unwrap_or(i32::MAX)
}

/// A text in at most `lines` lines of at most `most` pixels; what does not fit ends with an ellipsis.
pub(crate) fn wrapped(text: &str, size: i32, most: i32, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if !line.is_empty() && width(&longer, size) > most {
            out.push(std::mem::replace(&mut line, word.to_owned()));
        } else {
            line = longer;
        }
    }
    if !line.is_empty() {
        out.push(line);
    }
    let is_cut = out.len() > lines;
    out.truncate(lines);
    if let Some(last) = out.last_mut().filter(|_| is_cut) {
        last.push('\u{2026}');
    }
    out.iter().map(|line| fitted(line, size, most)).collect()
}

/// A text in at most `most` pixels.
pub(crate) fn fitted(text: &str, size: i32, most: i32) -> String {
    if width(text, size) <= most {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        out.push(c);
        if width(&out, size) + size > most {
            break;
        }
    }
    out.push('\u{2026}');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_a_pattern_is_inside_of_its_rectangle() {
        for position in 0..4 {
            let mut drawing = Drawing::new(100, 100);
            drawing.patterned((10, 20), (33, 14), position);
            let lines = drawing.shapes.iter().filter_map(|shape| match shape {
                Shape::Line { from, to, .. } => Some([*from, *to]),
                _ => None,
            });
            let ends: Vec<(i32, i32)> = lines.flatten().collect();
            assert!(ends.len() > 8, "{position}");
            for (x, y) in ends {
                assert!(
                    (10..=43).contains(&x) && (20..=34).contains(&y),
                    "{position}: {x} {y}"
                );
            }
        }
    }

    #[test]
    fn long_texts_end_with_an_ellipsis_inside_their_width() {
        let lines = wrapped(&"word ".repeat(60), 20, 200, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('\u{2026}'));
        let name = fitted(&"x".repeat(10_000), 16, 300);
        assert!(name.chars().count() < 40 && name.ends_with('\u{2026}'));
        assert_eq!(wrapped("two words", 20, 500, 3), ["two words"]);
    }
}
