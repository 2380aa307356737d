//! Paths of tiles and bundles (C2SP tlog-tiles, "Merkle Tree" and "Log Entries").

use std::fmt;
use std::str::FromStr;

use crate::text;

/// Hashes in a full tile, entries in a full bundle (tlog-tiles: tile height 8).
pub const FULL_WIDTH: u16 = 256;

/// The highest level of a tile: above it a tree of 2^63 - 1 entries has no hashes.
pub const MAX_LEVEL: u8 = 7;

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TileKind {
    /// A tile of hashes: of leaves at level 0, of full tiles of the level below above it. 0 to
    /// [`MAX_LEVEL`].
    Hashes {
        /// The level.
        level: u8,
    },
    /// A bundle of entries.
    Entries,
}

/// The path of a tile or a bundle, relative to the prefix of the log: `tile/0/x001/067`,
/// `tile/1/000.p/17`, `tile/entries/000`. Printed with `Display`.
///
/// Only well-formed paths can be made. Their order is that of level and index, bundles last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TilePath {
    kind: TileKind,
    index: u64,
    width: u16,
}

/// Why something is not a path of a tile or a bundle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    /// A level above 7.
    #[error("expected a level from 0 to {MAX_LEVEL}, found {0}")]
    Level(u8),
    /// A width outside 1 to 256.
    #[error("expected a width from 1 to {FULL_WIDTH}, found {0}")]
    Width(u16),
    /// Another text.
    #[error(
        "expected `tile/LEVEL/INDEX` or `tile/entries/INDEX`, with `.p/WIDTH` if partial, found {0:?}"
    )]
    Form(String),
}

impl TilePath {
    /// The path of a tile of hashes; `width` is 1 to 256, 256 for a full tile.
    pub fn hashes(level: u8, index: u64, width: u16) -> Result<Self, PathError> {
        if level > MAX_LEVEL {
            return Err(PathError::Level(level));
        }
        Self::new(TileKind::Hashes { level }, index, width)
    }

    /// The path of a bundle of entries; `width` is 1 to 256, 256 for a full bundle.
    pub fn entries(index: u64, width: u16) -> Result<Self, PathError> {
        Self::new(TileKind::Entries, index, width)
    }

    fn new(kind: TileKind, index: u64, width: u16) -> Result<Self, PathError> {
        if width == 0 || width > FULL_WIDTH {
            return Err(PathError::Width(width));
        }
        Ok(Self { kind, index, width })
    }

    /// For code of this crate that has just bounded level and width.
    pub(crate) const fn bounded(kind: TileKind, index: u64, width: u16) -> Self {
        Self { kind, index, width }
    }

    /// What it leads to.
    pub const fn kind(&self) -> TileKind {
        self.kind
    }

    /// The level of a tile of hashes; `None` of a bundle.
    pub const fn level(&self) -> Option<u8> {
        match self.kind {
            TileKind::Hashes { level } => Some(level),
            TileKind::Entries => None,
        }
    }

    /// Its number in its level, from the left.
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// How many hashes or entries it holds, 1 to 256.
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// Whether it can still grow.
    pub const fn is_partial(&self) -> bool {
        self.width < FULL_WIDTH
    }

    /// The full tile or bundle of the same place, which holds all of a partial one. A reader falls back
    /// to it where the partial one is gone.
    #[must_use]
    pub const fn full(self) -> Self {
        Self {
            width: FULL_WIDTH,
            ..self
        }
    }

    fn read(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("tile/")?;
        let (kind, rest) = rest.split_once('/')?;
        let kind = match kind {
            "entries" => TileKind::Entries,
            digits => {
                let level = u8::try_from(text::parse_decimal(digits)?).ok()?;
                TileKind::Hashes { level }
            }
        };
        let (index, width) = match rest.split_once(".p/") {
            // A full tile is never written as a partial one.
            Some((index, width)) => {
                let width = u16::try_from(text::parse_decimal(width)?).ok()?;
                (index, Some(width).filter(|&width| width < FULL_WIDTH)?)
            }
            None => (rest, FULL_WIDTH),
        };
        let index = read_index(index)?;
        match kind {
            TileKind::Hashes { level } => Self::hashes(level, index, width).ok(),
            TileKind::Entries => Self::entries(index, width).ok(),
        }
    }
}

/// Three digits a group, all groups but the last prefixed with `x`, no leading group of zeros.
fn read_index(text: &str) -> Option<u64> {
    let mut index = 0_u64;
    let mut groups = text.split('/').peekable();
    let mut is_first = true;
    while let Some(group) = groups.next() {
        let digits = match groups.peek() {
            Some(_) => group.strip_prefix('x')?,
            None => group,
        };
        if digits.len() != 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        if is_first && digits == "000" && groups.peek().is_some() {
            return None;
        }
        is_first = false;
        index = index.checked_mul(1000)?.checked_add(digits.parse().ok()?)?;
    }
    Some(index)
}

impl fmt::Display for TilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TileKind::Hashes { level } => write!(f, "tile/{level}/")?,
            TileKind::Entries => f.write_str("tile/entries/")?,
        }
        let digits = format!("{:03}", self.index);
        let zeros = digits
            .len()
            .next_multiple_of(3)
            .saturating_sub(digits.len());
        let padded = format!("{}{digits}", "0".repeat(zeros));
        let (groups, _) = padded.as_bytes().as_chunks::<3>();
        let last = groups.len().saturating_sub(1);
        for (place, group) in groups.iter().enumerate() {
            if place < last {
                f.write_str("x")?;
            }
            group
                .iter()
                .try_for_each(|&digit| write!(f, "{}", char::from(digit)))?;
            if place < last {
                f.write_str("/")?;
            }
        }
        if self.is_partial() {
            write!(f, ".p/{}", self.width)?;
        }
        Ok(())
    }
}

impl FromStr for TilePath {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, PathError> {
        Self::read(text).ok_or_else(|| PathError::Form(text::shortened(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn malformed_paths_are_refused() {
        for refused in [
            "",
            "tile/0",
            "tile/0/",
            "tile/8/000",
            "tile/00/000",
            "tile/+1/000",
            "tile/63/000",
            "tile/8/0/000",
            "tile/data/000",
            "tile/0/0",
            "tile/0/0000",
            "tile/0/x000/000",
            "tile/0/x001",
            "tile/0/001/000",
            "tile/0/x01/000",
            "tile/0/X001/000",
            "tile/0/x001/x000",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/0/000.p/+1",
            "tile/0/000.p/",
            "tile/0/000.p/1/",
            "tile/0/000.p/1.p/1",
            "tile/0/000.p",
            "/tile/0/000",
            "tile/0/000 ",
            "tile/0/x018/x446/x744/x073/x709/x551/616",
            "tile/entries/x/000",
            "tile/0/٣00",
        ] {
            assert!(refused.parse::<TilePath>().is_err(), "{refused:?}");
        }
    }

    #[test]
    fn levels_and_widths_are_bounded() {
        assert_eq!(TilePath::hashes(8, 0, 1), Err(PathError::Level(8)));
        assert_eq!(TilePath::hashes(0, 0, 0), Err(PathError::Width(0)));
        assert_eq!(TilePath::entries(0, 257), Err(PathError::Width(257)));
    }

    #[test]
    fn the_full_tile_of_a_partial_one_has_its_place() {
        let partial: TilePath = "tile/1/x001/234.p/7".parse().unwrap();
        assert_eq!(partial.width(), 7);
        assert_eq!(partial.full().to_string(), "tile/1/x001/234");
    }
}
