//! Shapes of divisions as paths in whole pixels.
//!
//! Longitudes and latitudes as they are (equirectangular), longitudes shortened by the cosine of the middle
//! latitude, so that shapes near it keep their form. Points are rounded to a grid that grows until the paths
//! fit: a border that two divisions share is rounded alike for both, so no gap opens.
//!
//! Limits: not for polar regions; a shape that crosses the antimeridian is cut there, as RFC 7946 asks, and the
//! map is cut where the widest gap is. Shapes that the grid swallows are points.

mod plane;
mod thin;

use std::fmt::Write;

use scrutineer_model::Shape;

pub(crate) use plane::Pixel;
use plane::Plane;
use thin::thinned;

/// Grids in pixels, the finest first.
const GRIDS: [i64; 8] = [1, 2, 3, 4, 6, 8, 12, 16];

/// A map without words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Map {
    pub(crate) width: i64,
    pub(crate) height: i64,
    /// In the order of the shapes.
    pub(crate) drawn: Vec<Drawn>,
}

/// What is drawn of a shape.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Drawn {
    /// Data of a path.
    Area(String),
    /// The middle of a mark.
    Spot(Pixel),
}

impl Drawn {
    fn bytes(&self) -> usize {
        match self {
            Self::Area(path) => path.len(),
            Self::Spot(_) => 0,
        }
    }
}

/// Draws shapes, with paths of at most `most` bytes together where the coarsest grid allows it; `None` without a
/// shape.
pub(crate) fn map(shapes: &[&Shape], most: usize) -> Option<Map> {
    let plane = Plane::over(shapes)?;
    let mut drawn = Vec::new();
    for grid in GRIDS {
        drawn = shapes
            .iter()
            .map(|shape| draw(&plane, shape, grid))
            .collect();
        let bytes: usize = drawn.iter().map(Drawn::bytes).sum();
        if bytes <= most {
            break;
        }
    }
    Some(Map {
        width: plane.width,
        height: plane.height,
        drawn,
    })
}

fn draw(plane: &Plane, shape: &Shape, grid: i64) -> Drawn {
    let polygons = match shape {
        Shape::Spot(point) => return Drawn::Spot(plane.pixel(*point)),
        Shape::Area(polygons) => polygons,
    };
    let mut path = String::new();
    for ring in polygons.iter().flatten() {
        let pixels: Vec<Pixel> = ring.iter().map(|point| plane.pixel(*point)).collect();
        push(&thinned(&pixels, grid), &mut path);
    }
    if path.is_empty() {
        Drawn::Spot(plane.middle(polygons))
    } else {
        Drawn::Area(path)
    }
}

/// Appends a closed line, each point as its distance from the one before.
fn push(ring: &[Pixel], path: &mut String) {
    let Some((first, rest)) = ring.split_first() else {
        return;
    };
    // Writing to a string cannot fail.
    let _ = write!(path, "M{} {}l", first.0, first.1);
    let mut before = *first;
    for (at, point) in rest.iter().enumerate() {
        for (part, value) in [point.0 - before.0, point.1 - before.1]
            .into_iter()
            .enumerate()
        {
            if (at > 0 || part > 0) && value >= 0 {
                path.push(' ');
            }
            let _ = write!(path, "{value}");
        }
        before = *point;
    }
    path.push('z');
}

#[cfg(test)]
mod tests;
