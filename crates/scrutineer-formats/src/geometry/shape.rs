// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From the geometry of a feature to a [`Shape`].

use scrutineer_model::{GeoPoint, GeoRing, Shape};
use serde_json::Value;

use super::{MAX_POINTS, Reading, found, nothing};

/// Where coordinates stand.
const AT: &str = "geometry.coordinates";

/// The shape of a geometry; `None` where it is none, with the reasons among the errors.
pub(super) fn shape(geometry: &Value, reading: &mut Reading) -> Option<Shape> {
    const EXPECTED: &str = "Polygon, MultiPolygon or Point";
    let Some(kind) = geometry.get("type").and_then(Value::as_str) else {
        let key = if geometry.is_object() {
            "geometry.type"
        } else {
            "geometry"
        };
        let stands = match geometry {
            Value::Object(held) => held.get("type").map_or_else(nothing, found),
            other => found(other),
        };
        reading.push(key, EXPECTED, stands);
        return None;
    };
    let coordinates = geometry.get("coordinates").unwrap_or(&Value::Null);
    match kind {
        "Point" => point(coordinates, AT, reading).map(Shape::Spot),
        "Polygon" => area(vec![polygon(coordinates, AT, reading)?], reading),
        "MultiPolygon" => {
            let before = reading.errors.len();
            let polygons = list(coordinates, AT, "polygons", reading)?;
            let polygons = polygons.iter().enumerate();
            let all =
                polygons.filter_map(|(at, held)| polygon(held, &format!("{AT}[{at}]"), reading));
            let all: Vec<Vec<GeoRing>> = all.collect();
            if reading.errors.len() > before {
                return None;
            }
            area(all, reading)
        }
        _ => {
            reading.push("geometry.type", EXPECTED, found(&Value::from(kind)));
            None
        }
    }
}

/// Polygons without those of which nothing is left after rounding.
fn area(mut polygons: Vec<Vec<GeoRing>>, reading: &mut Reading) -> Option<Shape> {
    polygons.retain(|polygon| !polygon.is_empty());
    if polygons.is_empty() {
        reading.push(AT, "an area", "none");
        return None;
    }
    Some(Shape::Area(polygons))
}

fn list<'v>(
    value: &'v Value,
    key: &str,
    of: &str,
    reading: &mut Reading,
) -> Option<&'v Vec<Value>> {
    let held = value.as_array().filter(|held| !held.is_empty());
    if held.is_none() {
        let stands = match value {
            Value::Array(_) => "an empty array".to_owned(),
            other => found(other),
        };
        reading.push(key, &format!("an array of {of}"), stands);
    }
    held
}

/// The rings of a polygon; none where its outer ring is smaller than the precision.
fn polygon(value: &Value, key: &str, reading: &mut Reading) -> Option<Vec<GeoRing>> {
    let before = reading.errors.len();
    let mut rings = Vec::new();
    for (at, held) in list(value, key, "rings", reading)?.iter().enumerate() {
        if let Some(ring) = ring(held, &format!("{key}[{at}]"), reading) {
            rings.push(ring);
        }
    }
    if reading.errors.len() > before {
        return None;
    }
    let has_outer = rings.first().is_some_and(|ring| ring.len() >= 3);
    rings.retain(|ring| ring.len() >= 3);
    Some(if has_outer { rings } else { Vec::new() })
}

/// A ring without the repeated last position and without positions that rounding makes equal.
fn ring(value: &Value, key: &str, reading: &mut Reading) -> Option<GeoRing> {
    let before = reading.errors.len();
    let positions = list(value, key, "positions", reading)?;
    let mut ring = GeoRing::new();
    for (at, held) in positions.iter().enumerate() {
        if let Some(point) = point(held, &format!("{key}[{at}]"), reading) {
            ring.push(point);
        }
    }
    if reading.errors.len() > before {
        return None;
    }
    if positions.len() < 4 {
        let stands = positions.len().to_string();
        reading.push(key, "a ring of at least 4 positions", stands);
        return None;
    }
    if ring.first() != ring.last() {
        reading.push(
            key,
            "a closed ring: the last position is the first one",
            "another last position",
        );
        return None;
    }
    ring.pop();
    ring.dedup();
    Some(ring)
}

fn point(value: &Value, key: &str, reading: &mut Reading) -> Option<GeoPoint> {
    reading.points += 1;
    if reading.points > MAX_POINTS {
        if reading.points == MAX_POINTS + 1 {
            let expected = format!("at most {MAX_POINTS} positions in all files");
            reading.push(key, &expected, "more");
        }
        return None;
    }
    let numbers = value.as_array().map_or(&[][..], Vec::as_slice);
    // A third number is a height (RFC 7946, section 3.1.1).
    let ([longitude, latitude] | [longitude, latitude, _]) = numbers else {
        let stands = match value {
            Value::Array(held) => format!("{} values", held.len()),
            other => found(other),
        };
        reading.push(key, "a position: longitude and latitude", stands);
        return None;
    };
    let point = millionths(longitude)
        .zip(millionths(latitude))
        .and_then(|(longitude, latitude)| GeoPoint::new(longitude, latitude));
    if point.is_none() {
        let expected = "a longitude from -180 to 180 and a latitude from -90 to 90, in degrees";
        let stands = format!("{}, {}", found(longitude), found(latitude));
        reading.push(key, expected, stands);
    }
    point
}

/// A number of degrees in millionths, rounded; `None` where it is no number of that size. The printed form of
/// a number is the same everywhere, so no arithmetic on reals is needed.
fn millionths(value: &Value) -> Option<i32> {
    let number = value.as_f64().filter(|held| held.abs() <= 1000.0)?;
    let printed = format!("{number:.6}");
    let (whole, part) = printed.split_once('.')?;
    format!("{whole}{part}").parse().ok()
}
