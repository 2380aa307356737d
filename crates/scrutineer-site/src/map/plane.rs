//! From degrees to pixels.

use scrutineer_model::{GeoPoint, GeoRing, Shape};

/// The widest map in pixels.
const WIDTH: i64 = 640;
/// The highest map in pixels.
const HEIGHT: i64 = 480;
/// Pixels around the shapes: half of the mark of a point.
const MARGIN: i64 = 8;
/// Millionths of a degree around the world.
const ROUND: i64 = 360 * GeoPoint::DEGREE as i64;
/// The least cosine, of about 89.4 degrees: what lies further is drawn too wide.
const LEAST: i64 = 10_000;

/// A place on the map: pixels from the left and from the top.
pub(crate) type Pixel = (i64, i64);

/// What turns a place into a pixel.
#[derive(Debug)]
pub(crate) struct Plane {
    pub(crate) width: i64,
    pub(crate) height: i64,
    /// Longitudes below it lie to the east of the others.
    cut: i64,
    west: i64,
    north: i64,
    /// Cosine of the middle latitude in millionths.
    cosine: i64,
    /// Pixels for a millionth of a degree, as a fraction.
    scale: (i64, i64),
}

impl Plane {
    /// A plane that has all of the shapes; `None` without a point.
    pub(crate) fn over(shapes: &[&Shape]) -> Option<Self> {
        let cut = cut(shapes);
        let points = || shapes.iter().flat_map(|shape| points(shape));
        let east_of = |point: GeoPoint| unrolled(point, cut);
        let west = points().map(east_of).min()?;
        let east = points().map(east_of).max()?;
        let latitude = |point: GeoPoint| i64::from(point.latitude());
        let north = points().map(latitude).max()?;
        let south = points().map(latitude).min()?;
        let cosine = cosine(i64::midpoint(north, south));
        let (across, down) = (
            ((east - west) * cosine / MILLION).max(1),
            (north - south).max(1),
        );
        let (inner_width, inner_height) = (WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN);
        let scale = if across * inner_height > down * inner_width {
            (inner_width, across)
        } else {
            (inner_height, down)
        };
        let pixels = |length: i64| scaled(length, scale) + 2 * MARGIN;
        Some(Self {
            width: pixels(across),
            height: pixels(down),
            cut,
            west,
            north,
            cosine,
            scale,
        })
    }

    pub(crate) fn pixel(&self, point: GeoPoint) -> Pixel {
        let east = (unrolled(point, self.cut) - self.west) * self.cosine / MILLION;
        let south = self.north - i64::from(point.latitude());
        (
            MARGIN + scaled(east, self.scale),
            MARGIN + scaled(south, self.scale),
        )
    }

    /// The middle of the box around the longest ring, for shapes that are too small to be drawn.
    pub(crate) fn middle(&self, polygons: &[Vec<GeoRing>]) -> Pixel {
        let rings = polygons.iter().flatten();
        let longest = rings
            .max_by_key(|ring| ring.len())
            .map_or(&[][..], Vec::as_slice);
        let pixels = || longest.iter().map(|point| self.pixel(*point));
        let middle = |part: fn(Pixel) -> i64| {
            let least = pixels().map(part).min().unwrap_or(MARGIN);
            i64::midpoint(least, pixels().map(part).max().unwrap_or(MARGIN))
        };
        (middle(|pixel| pixel.0), middle(|pixel| pixel.1))
    }
}

const MILLION: i64 = 1_000_000;

/// A length in pixels, rounded.
fn scaled(length: i64, (pixels, of): (i64, i64)) -> i64 {
    (length * pixels + of / 2) / of
}

/// A longitude on a line that begins at the cut.
fn unrolled(point: GeoPoint, cut: i64) -> i64 {
    let longitude = i64::from(point.longitude());
    if longitude < cut {
        longitude + ROUND
    } else {
        longitude
    }
}

fn points(shape: &Shape) -> Box<dyn Iterator<Item = GeoPoint> + '_> {
    match shape {
        Shape::Spot(point) => Box::new(std::iter::once(*point)),
        Shape::Area(polygons) => Box::new(polygons.iter().flatten().flatten().copied()),
    }
}

/// The longitude at which the map begins: behind the widest gap between shapes, so that a country on both sides
/// of the antimeridian stays together. The antimeridian itself, where no gap is wider.
fn cut(shapes: &[&Shape]) -> i64 {
    let mut spans: Vec<(i64, i64)> = Vec::new();
    let mut span = |longitudes: &mut dyn Iterator<Item = i64>| {
        let held: Vec<i64> = longitudes.collect();
        if let (Some(least), Some(most)) = (held.iter().min(), held.iter().max()) {
            spans.push((*least, *most));
        }
    };
    for shape in shapes {
        match shape {
            Shape::Spot(point) => span(&mut std::iter::once(i64::from(point.longitude()))),
            Shape::Area(polygons) => {
                for ring in polygons.iter().flatten() {
                    span(&mut ring.iter().map(|point| i64::from(point.longitude())));
                }
            }
        }
    }
    spans.sort_unstable();
    let antimeridian = -ROUND / 2;
    let (Some(first), Some(last)) = (spans.first(), spans.iter().map(|span| span.1).max()) else {
        return antimeridian;
    };
    let mut widest = (first.0 + ROUND - last, antimeridian);
    let mut end = first.1;
    for (least, most) in spans {
        if least - end > widest.0 {
            widest = (least - end, least);
        }
        end = end.max(most);
    }
    widest.1
}

/// The cosine of a latitude in millionths of a degree, in millionths.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "a cosine in millionths fits; a latitude has 8 digits"
)]
fn cosine(latitude: i64) -> i64 {
    let degrees = latitude as f64 / MILLION as f64;
    let cosine = libm::cos(degrees * core::f64::consts::PI / 180.0);
    (libm::round(cosine * MILLION as f64) as i64).max(LEAST)
}
