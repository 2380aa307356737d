//! Where divisions lie, for small maps. No answer, total or check rests on it.

use std::collections::{BTreeMap, BTreeSet};

use crate::division::Divisions;
use crate::index::DivisionIdx;

/// A place in millionths of a degree of longitude and latitude (WGS 84), about 0.1 m.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GeoPoint {
    longitude: i32,
    latitude: i32,
}

impl GeoPoint {
    /// Millionths in a degree.
    pub const DEGREE: i32 = 1_000_000;

    /// A place; `None` beyond 180 degrees of longitude or 90 of latitude.
    pub fn new(longitude: i32, latitude: i32) -> Option<Self> {
        let within = |value: i32, most: i32| value.unsigned_abs() <= most.unsigned_abs();
        let is_place = within(longitude, 180 * Self::DEGREE) && within(latitude, 90 * Self::DEGREE);
        is_place.then_some(Self {
            longitude,
            latitude,
        })
    }

    /// Millionths of a degree to the east of Greenwich.
    pub fn longitude(self) -> i32 {
        self.longitude
    }

    /// Millionths of a degree to the north of the equator.
    pub fn latitude(self) -> i32 {
        self.latitude
    }
}

/// A closed line: the last point leads back to the first, which is not repeated; at least three points.
pub type GeoRing = Vec<GeoPoint>;

/// What a map shows of a division.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Polygons, each an outer ring and its holes.
    Area(Vec<Vec<GeoRing>>),
    /// A point, where nobody gives an area.
    Spot(GeoPoint),
}

/// Shapes of divisions of the first hierarchy, by their codes from the widest level down; a division without
/// one is not on a map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Geometry(BTreeMap<Vec<String>, Shape>);

impl Geometry {
    /// Shapes by codes.
    pub fn new(shapes: BTreeMap<Vec<String>, Shape>) -> Self {
        Self(shapes)
    }

    /// The shape of a division.
    pub fn get(&self, divisions: &Divisions, division: DivisionIdx) -> Option<&Shape> {
        self.0.get(&codes(divisions, division))
    }

    /// Every shape, in order of the codes.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&[String], &Shape)> {
        self.0
            .iter()
            .map(|(codes, shape)| (codes.as_slice(), shape))
    }

    /// Without the shapes of what is not among `divisions`.
    #[must_use]
    pub fn within(mut self, divisions: &Divisions) -> Self {
        let known: BTreeSet<Vec<String>> = divisions
            .iter()
            .map(|(division, _)| codes(divisions, division))
            .collect();
        self.0.retain(|codes, _| known.contains(codes));
        self
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn codes(divisions: &Divisions, division: DivisionIdx) -> Vec<String> {
    let path = divisions.path(division).into_iter();
    path.map(|at| divisions.get(at).code.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_beyond_the_poles_or_the_antimeridian_are_none() {
        assert!(GeoPoint::new(180_000_000, -90_000_000).is_some());
        assert!(GeoPoint::new(180_000_001, 0).is_none());
        assert!(GeoPoint::new(0, -90_000_001).is_none());
        assert!(GeoPoint::new(i32::MIN, 0).is_none());
    }
}
