//! Invented shapes of regions and districts, and points for wards, as GeoJSON.
//!
//! The country lies in the open Atlantic, where nobody lives. It is a grid of squares whose corners are moved a
//! little, the same for all squares that share one; a region is a block of them, a district some of its rows.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::layout::ABROAD;
use crate::simulate::Simulated;
use crate::text::LEVELS;

/// Squares on a side of a region's block.
const BLOCK: u32 = 12;
/// A side of a square, in thousandths of a degree.
const SIDE: i64 = 100;
/// The north-western corner, in thousandths of a degree of longitude and latitude.
const CORNER: (i64, i64) = (-33_000, 6_000);
/// A corner of squares: from the west and from the north.
type Corner = (u32, u32);

/// A rectangle of squares: its north-western corner and the one across.
type Block = (Corner, Corner);

impl Simulated {
    /// The file of the shapes.
    pub(crate) fn shapes(&self) -> Vec<u8> {
        let mut tree: BTreeMap<u8, BTreeMap<u8, Vec<u8>>> = BTreeMap::new();
        for ward in self.layout.wards() {
            let [region, district, code] = ward.codes;
            if region != ABROAD {
                let districts = tree.entry(region).or_default();
                districts.entry(district).or_default().push(code);
            }
        }
        let regions = u32::try_from(tree.len()).unwrap_or(u32::MAX);
        let across = regions.isqrt().max(1);
        let mut lines = Vec::new();
        for (number, (region, districts)) in (0..).zip(&tree) {
            let at = (number % across * BLOCK, number / across * BLOCK);
            let block = (at, (at.0 + BLOCK, at.1 + BLOCK));
            lines.push(feature(&[*region], &area(block)));
            for (part, (district, wards)) in parts(block.0.1, BLOCK, districts.len()).zip(districts)
            {
                let rows = ((at.0, part.0), (at.0 + BLOCK, part.1));
                lines.push(feature(&[*region, *district], &area(rows)));
                for (part, ward) in parts(at.0, BLOCK, wards.len()).zip(wards) {
                    let middle = (
                        u32::midpoint(part.0, part.1),
                        u32::midpoint(rows.0.1, rows.1.1),
                    );
                    let point = format!("{{\"type\":\"Point\",\"coordinates\":{}}}", place(middle));
                    lines.push(feature(&[*region, *district, *ward], &point));
                }
            }
        }
        let all = lines.join(",\n");
        format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{all}\n]}}\n").into_bytes()
    }
}

/// `count` parts of `length` squares from `start`, as alike as whole squares allow.
fn parts(start: u32, length: u32, count: usize) -> impl Iterator<Item = (u32, u32)> {
    let count = u32::try_from(count).unwrap_or(u32::MAX).max(1);
    let end = move |part: u32| start + length * part / count;
    (0..count).map(move |part| (end(part), end(part + 1).max(end(part))))
}

fn feature(codes: &[u8], geometry: &str) -> String {
    let mut properties = String::new();
    for (level, code) in LEVELS.iter().zip(codes) {
        let comma = if properties.is_empty() { "" } else { "," };
        // Writing to a string cannot fail.
        let _ = write!(properties, "{comma}\"{level}\":\"{code:02}\"");
    }
    format!("{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{geometry}}}")
}

/// The polygon around a rectangle of squares, through every corner of a square on its border.
fn area(((west, north), (east, south)): Block) -> String {
    let mut ring: Vec<Corner> = Vec::new();
    ring.extend((north..south).map(|y| (west, y)));
    ring.extend((west..east).map(|x| (x, south)));
    ring.extend((north + 1..=south).rev().map(|y| (east, y)));
    ring.extend((west + 1..=east).rev().map(|x| (x, north)));
    ring.push((west, north));
    let places: Vec<String> = ring.into_iter().map(place).collect();
    format!(
        "{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}}",
        places.join(",")
    )
}

/// A corner in degrees, moved by up to three tenths of a side.
fn place((x, y): Corner) -> String {
    let moved = |salt: u32| {
        let mixed = (x * 7_919 + y * 104_729 + salt).wrapping_mul(2_654_435_761);
        i64::from(mixed >> 16) % 61 - 30
    };
    let longitude = CORNER.0 + i64::from(x) * SIDE + moved(1);
    let latitude = CORNER.1 - i64::from(y) * SIDE + moved(2);
    format!("[{},{}]", degrees(longitude), degrees(latitude))
}

fn degrees(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let size = thousandths.unsigned_abs();
    format!("{sign}{}.{:03}", size / 1000, size % 1000)
}
