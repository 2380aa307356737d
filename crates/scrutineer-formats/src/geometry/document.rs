// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The shapes of a release: GeoJSON again, in the one way in which there is to write it.

use std::fmt::Write;

use scrutineer_model::{GeoPoint, GeoRing, Geometry, Shape};
use serde_json::Value;

use super::{GeometryError, Reading, found, nothing};

/// Name of the document in messages.
const NAME: &str = "geometry.geojson";

/// The document: a line for each division, in order of the codes, with nothing but codes and coordinates.
pub fn document(geometry: &Geometry) -> Vec<u8> {
    let mut out = String::from("{\"type\":\"FeatureCollection\",\"features\":[");
    for (at, (codes, shape)) in geometry.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        let codes = Value::from(codes.to_vec());
        let (kind, coordinates) = match shape {
            Shape::Spot(point) => ("Point", of_point(*point)),
            Shape::Area(polygons) => {
                let all = polygons
                    .iter()
                    .map(|rings| of_list(rings.iter().map(of_ring)));
                ("MultiPolygon", of_list(all))
            }
        };
        // Writing to a string cannot fail.
        let _ = write!(
            out,
            "{{\"type\":\"Feature\",\"properties\":{{\"codes\":{codes}}},\"geometry\":{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}}}"
        );
    }
    out.push_str("\n]}\n");
    out.into_bytes()
}

fn of_list(all: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = all.collect();
    format!("[{}]", all.join(","))
}

/// A ring with its first point again at the end.
fn of_ring(ring: &GeoRing) -> String {
    of_list(
        ring.iter()
            .chain(ring.first())
            .map(|point| of_point(*point)),
    )
}

fn of_point(point: GeoPoint) -> String {
    format!(
        "[{},{}]",
        degrees(point.longitude()),
        degrees(point.latitude())
    )
}

/// Degrees without zeros at the end.
fn degrees(millionths: i32) -> String {
    let (size, unit) = (millionths.unsigned_abs(), GeoPoint::DEGREE.unsigned_abs());
    let sign = if millionths < 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:06}", size / unit, size % unit);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Reads the document of a release.
///
/// # Errors
/// Every error, or that it is not written in the one way there is.
pub fn parse(bytes: &[u8]) -> Result<Geometry, Vec<GeometryError>> {
    let mut reading = Reading::default();
    reading.file(NAME, bytes, &mut |properties, reading| {
        let codes = properties.get("codes");
        let texts: Option<Vec<String>> = codes.and_then(Value::as_array).and_then(|all| {
            let texts = all.iter().map(|code| Some(code.as_str()?.to_owned()));
            texts.collect()
        });
        if texts.is_none() {
            let stands = codes.map_or_else(nothing, found);
            reading.push("properties.codes", "an array of codes", stands);
        }
        texts
    });
    let geometry = reading.finish()?;
    if document(&geometry) == bytes {
        return Ok(geometry);
    }
    Err(vec![GeometryError {
        file: NAME.to_owned(),
        feature: None,
        key: String::new(),
        expected: "the document as this program writes it".to_owned(),
        found: "other bytes with the same shapes".to_owned(),
    }])
}
