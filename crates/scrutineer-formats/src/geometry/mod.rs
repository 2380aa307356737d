// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Shapes of divisions from GeoJSON (RFC 7946), and as the one document that a release has.
//!
//! In scope: features with a Polygon, a `MultiPolygon` or a Point whose properties have the codes of a
//! division; every error, with its feature. Out of scope: drawing (`scrutineer-site`), other systems of
//! coordinates. Limits: [`MAX_BYTES`] a file, [`MAX_POINTS`] positions, [`MAX_VALUES`] values, [`MAX_FEATURES`] features; one
//! feature is in memory at a time, and the first [`MAX_ERRORS`] errors are kept. No library is used but that
//! for JSON: those for GeoJSON stop at the first error.

mod document;
mod shape;
mod stream;

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Divisions, Geometry, Shape, json_parts};
use serde_json::{Map, Value};

use crate::excerpt::Excerpt;

pub use document::{document, parse};

/// The largest file, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
/// The most positions of all files together.
pub const MAX_POINTS: usize = 1_000_000;
/// The most values of a file, counted before it is read: one feature is held whole.
pub const MAX_VALUES: usize = 4_000_000;
/// The most features of a file.
pub const MAX_FEATURES: u64 = 200_000;
/// Errors that are kept.
pub const MAX_ERRORS: usize = 1_000;

/// Something in a file of shapes that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}{}: expected {expected}, found {found}", feature.map_or_else(String::new, |at| format!(", feature {at}")), if key.is_empty() { String::new() } else { format!(", {key}") })]
pub struct GeometryError {
    /// Name of the file.
    pub file: String,
    /// The feature, from 1; `None` for the whole file.
    pub feature: Option<u64>,
    /// What of it, such as `geometry.coordinates[0][3]`, positions from 0 as in the format; empty for all
    /// of it.
    pub key: String,
    /// What is expected there.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

/// A file of shapes with the properties that hold codes, from the widest level down.
#[derive(Clone, Copy, Debug)]
pub struct ShapeFile<'a> {
    /// Name for messages.
    pub name: &'a str,
    /// Properties of a feature; one that lacks the last of them is about a wider division.
    pub codes: &'a [String],
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// Reads shapes of the divisions of a hierarchy. Where a division has an area and a point, the area counts.
///
/// # Errors
/// Every error of every file, in their order.
pub fn read(
    files: &[ShapeFile<'_>],
    divisions: &Divisions,
) -> Result<Geometry, Vec<GeometryError>> {
    let known: BTreeSet<Vec<&str>> = divisions
        .iter()
        .map(|(at, _)| {
            let path = divisions.path(at).into_iter();
            path.map(|at| divisions.get(at).code).collect()
        })
        .collect();
    let mut reading = Reading::default();
    for file in files {
        reading.file(file.name, file.bytes, &mut |feature, reading| {
            let codes = reading.codes_in(feature, file.codes)?;
            let asked: Vec<&str> = codes.iter().map(String::as_str).collect();
            if !known.contains(&asked) {
                let key = format!("properties.{}", file.codes.join(", "));
                let found = format!("{:?}", Excerpt::of(&codes.join(" / ")).as_str());
                reading.push(&key, "codes of a division of this election", found);
                return None;
            }
            Some(codes)
        });
    }
    reading.finish()
}

/// What was read so far.
#[derive(Debug, Default)]
struct Reading {
    file: String,
    feature: Option<u64>,
    points: usize,
    shapes: BTreeMap<Vec<String>, Shape>,
    errors: Vec<GeometryError>,
}

/// Finds the codes of a feature; `None` where it said why there are none.
type Codes<'c> = dyn FnMut(&Map<String, Value>, &mut Reading) -> Option<Vec<String>> + 'c;

impl Reading {
    fn push(&mut self, key: &str, expected: &str, found: impl Into<String>) {
        if self.errors.len() < MAX_ERRORS {
            self.errors.push(GeometryError {
                file: self.file.clone(),
                feature: self.feature,
                key: key.to_owned(),
                expected: expected.to_owned(),
                found: found.into(),
            });
        }
    }

    fn file(&mut self, name: &str, bytes: &[u8], codes: &mut Codes<'_>) {
        name.clone_into(&mut self.file);
        self.feature = None;
        if bytes.len() > MAX_BYTES {
            let expected = format!("at most {MAX_BYTES} bytes");
            self.push("", &expected, bytes.len().to_string());
            return;
        }
        let values = json_parts(bytes);
        if values > MAX_VALUES {
            let expected = format!("at most {MAX_VALUES} values");
            self.push("", &expected, values.to_string());
            return;
        }
        let mut count = 0;
        let read = stream::features(bytes, &mut |value| {
            count += 1;
            self.feature = Some(count);
            if count <= MAX_FEATURES {
                self.one(value, codes);
            }
        });
        self.feature = None;
        match read {
            Ok(kind) if kind.as_deref() == Some("FeatureCollection") => {}
            Ok(kind) => {
                let found = kind.map_or_else(|| "nothing".to_owned(), |kind| quoted(&kind));
                self.push("type", "\"FeatureCollection\"", found);
            }
            Err(error) => self.push("", "GeoJSON", error.to_string()),
        }
        if count > MAX_FEATURES {
            let expected = format!("at most {MAX_FEATURES} features");
            self.push("features", &expected, count.to_string());
        }
    }

    /// One feature.
    fn one(&mut self, value: Value, codes: &mut Codes<'_>) {
        let Value::Object(mut feature) = value else {
            self.push("", "a feature", found(&value));
            return;
        };
        if feature.get("type").and_then(Value::as_str) != Some("Feature") {
            let stands = feature.get("type").map_or_else(nothing, found);
            self.push("type", "\"Feature\"", stands);
        }
        let place = match feature.get("properties") {
            Some(Value::Object(properties)) => codes(properties, self),
            other => {
                let stands = other.map_or_else(nothing, found);
                self.push(
                    "properties",
                    "an object with the codes of a division",
                    stands,
                );
                None
            }
        };
        // What is wrong with the shape is said whatever the codes are.
        let geometry = feature.remove("geometry").unwrap_or(Value::Null);
        let shape = shape::shape(&geometry, self);
        if let (Some(place), Some(shape)) = (place, shape) {
            self.hold(place, shape);
        }
    }

    fn hold(&mut self, place: Vec<String>, shape: Shape) {
        match (self.shapes.get(&place), &shape) {
            (Some(Shape::Area(_)), Shape::Spot(_)) => {}
            (None, _) | (Some(Shape::Spot(_)), Shape::Area(_)) => {
                self.shapes.insert(place, shape);
            }
            (Some(_), _) => {
                let stands = format!("{} again", quoted(&place.join(" / ")));
                self.push("properties", "each division once", stands);
            }
        }
    }

    /// The codes that properties hold, as text or whole numbers. Only the narrower ones may be absent.
    fn codes_in(
        &mut self,
        properties: &Map<String, Value>,
        names: &[String],
    ) -> Option<Vec<String>> {
        let mut codes = Vec::new();
        let mut is_sound = true;
        let mut ended = false;
        for (at, name) in names.iter().enumerate() {
            let key = format!("properties.{name}");
            match properties.get(name) {
                None | Some(Value::Null) if at > 0 => ended = true,
                Some(_) if ended => {
                    self.push(&key, "no code below a level that has none", "one");
                    is_sound = false;
                }
                Some(Value::String(text)) if !text.trim().is_empty() => {
                    codes.push(text.trim().to_owned());
                }
                Some(Value::Number(number)) if number.is_u64() => codes.push(number.to_string()),
                other => {
                    let stands = other.map_or_else(nothing, found);
                    self.push(&key, "the code of a division, as text", stands);
                    is_sound = false;
                }
            }
        }
        is_sound.then_some(codes)
    }

    fn finish(self) -> Result<Geometry, Vec<GeometryError>> {
        if self.errors.is_empty() {
            Ok(Geometry::new(self.shapes))
        } else {
            Err(self.errors)
        }
    }
}

fn nothing() -> String {
    "nothing".to_owned()
}

fn quoted(text: &str) -> String {
    format!("{:?}", Excerpt::of(text).as_str())
}

/// What a value is: itself where it is short, else its type.
fn found(value: &Value) -> String {
    match value {
        Value::Null => nothing(),
        Value::Bool(held) => held.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => quoted(text),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
