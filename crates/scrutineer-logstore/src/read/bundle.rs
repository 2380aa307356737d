//! Bundles of entries, one after the other.

use std::ops::Range;

use scrutineer_tlog::TilePath;
use scrutineer_tlog::bundle;
use scrutineer_tlog::path::FULL_WIDTH;
use scrutineer_tlog::tile::bundle_of;

use super::LogReader;
use super::error::ReadError;
use crate::store::Objects;

/// The entries that stand together in one object: at most 256, well formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    path: TilePath,
    bytes: Vec<u8>,
}

impl Bundle {
    /// Reads the bytes of the object `found`, which is `path` or a wider bundle of the same place.
    pub(super) fn parse(
        path: TilePath,
        found: TilePath,
        mut bytes: Vec<u8>,
    ) -> Result<Self, ReadError> {
        let entries = bundle::decode(found, &bytes).map_err(|error| ReadError::Bundle {
            path: found.into(),
            error,
        })?;
        let own = entries.iter().take(usize::from(path.width()));
        let length = own.map(|entry| 2 + entry.len()).sum();
        bytes.truncate(length);
        Ok(Self { path, bytes })
    }

    /// Its path, with the number of its entries.
    pub fn path(&self) -> TilePath {
        self.path
    }

    /// The index of its first entry.
    pub fn first_index(&self) -> u64 {
        self.path.index() * u64::from(FULL_WIDTH)
    }

    /// Its bytes as they are stored.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its entries with their indexes.
    pub fn entries(&self) -> impl Iterator<Item = (u64, &[u8])> {
        // Well formed since it was parsed, so that no entry is left out here.
        (self.first_index()..).zip(bundle::entries(&self.bytes).map_while(Result::ok))
    }
}

/// The bundles of a range of entries; see [`LogReader::bundles`]. Ends after the first error.
#[derive(Debug)]
pub struct Bundles<'a, O> {
    reader: &'a LogReader<O>,
    next: u64,
    end: u64,
    size: u64,
}

impl<'a, O> Bundles<'a, O> {
    pub(super) fn new(reader: &'a LogReader<O>, range: Range<u64>, size: u64) -> Self {
        Self {
            reader,
            next: range.start,
            end: range.end.min(size),
            size,
        }
    }
}

impl<O: Objects> Iterator for Bundles<'_, O> {
    type Item = Result<Bundle, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        let (path, _) = bundle_of(self.next, self.size)?;
        let bundle = self.reader.bundle(path);
        self.next = match bundle {
            Ok(_) => (path.index() + 1) * u64::from(FULL_WIDTH),
            Err(_) => self.end,
        };
        Some(bundle)
    }
}
