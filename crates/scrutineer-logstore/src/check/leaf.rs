//! One bundle and the tile of its leaf hashes: each is evidence about the other.

use scrutineer_tlog::{Hash, TilePath, leaf_hash};

use super::report::Problems;
use crate::path::ObjectPath;
use crate::read::{Bundle, ReadError, read_bundle, read_hashes};
use crate::store::Objects;

/// A bundle and its tile as they were found.
pub(super) struct Inspected {
    bundle_path: TilePath,
    tile_path: TilePath,
    bundle: Result<Bundle, ReadError>,
    /// The leaf hashes of the bundle's entries; empty without a bundle.
    computed: Vec<Hash>,
    stored: Result<Vec<Hash>, ReadError>,
}

/// Two accounts of the same leaves.
#[derive(Clone, Copy)]
pub(super) struct Rivals<'a> {
    /// As the bundle's entries hash.
    pub(super) computed: &'a [Hash],
    /// As the tile has them.
    pub(super) stored: &'a [Hash],
}

/// Which of the two accounts agrees with what lies above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Winner {
    Bundle,
    Tile,
    /// Neither, or there is nothing to compare with.
    Unknown,
}

/// What is known about the leaves of one place.
pub(super) enum Leaves {
    /// Their hashes, and whether the bundle's entries are those.
    Known {
        hashes: Vec<Hash>,
        entries: bool,
    },
    Unknown,
}

impl Leaves {
    pub(super) fn into_hashes(self) -> Option<Vec<Hash>> {
        match self {
            Self::Known { hashes, .. } => Some(hashes),
            Self::Unknown => None,
        }
    }
}

impl Inspected {
    /// Reads the bundle at `path`, exactly in its width, and the tile of the same place.
    pub(super) fn new<O: Objects>(objects: &O, path: TilePath) -> Self {
        // The same index and width, of which a path was made already.
        let tile_path = TilePath::hashes(0, path.index(), path.width()).unwrap_or(path);
        let bundle = read_bundle(objects, path);
        let computed = match &bundle {
            Ok(bundle) => bundle
                .entries()
                .map(|(_, entry)| leaf_hash(entry))
                .collect(),
            Err(_) => Vec::new(),
        };
        Self {
            bundle_path: path,
            tile_path,
            bundle,
            computed,
            stored: read_hashes(objects, tile_path),
        }
    }

    pub(super) fn bundle(&self) -> &Result<Bundle, ReadError> {
        &self.bundle
    }

    pub(super) fn tile(&self) -> TilePath {
        self.tile_path
    }

    /// Settles what the leaves are, and reports what is wrong with either account of them.
    pub(super) fn decide(
        &self,
        ask: impl FnOnce(Rivals<'_>) -> Winner,
        problems: &mut Problems,
    ) -> Leaves {
        if let Err(error) = &self.bundle {
            problems.add(&self.bundle_path.into(), without_path(error));
        }
        if let Err(error) = &self.stored {
            problems.add(&self.tile_path.into(), without_path(error));
        }
        match (&self.bundle, &self.stored) {
            (Ok(_), Ok(stored)) if *stored == self.computed => self.known(true),
            (Ok(_), Ok(stored)) => {
                let rivals = Rivals {
                    computed: &self.computed,
                    stored,
                };
                let winner = ask(rivals);
                self.name_losers(winner, stored, problems);
                match winner {
                    Winner::Bundle => self.known(true),
                    Winner::Tile => Leaves::Known {
                        hashes: stored.clone(),
                        entries: false,
                    },
                    Winner::Unknown => Leaves::Unknown,
                }
            }
            (Ok(_), Err(_)) => self.known(true),
            (Err(_), Ok(stored)) => Leaves::Known {
                hashes: stored.clone(),
                entries: false,
            },
            (Err(_), Err(_)) => Leaves::Unknown,
        }
    }

    fn known(&self, entries: bool) -> Leaves {
        Leaves::Known {
            hashes: self.computed.clone(),
            entries,
        }
    }

    fn name_losers(&self, winner: Winner, stored: &[Hash], problems: &mut Problems) {
        let (bundle, tile) = (self.bundle_path, self.tile_path);
        let places = self.computed.iter().zip(stored).zip(0_u32..);
        for ((computed, stored), place) in places.filter(|((left, right), _)| left != right) {
            if winner != Winner::Bundle {
                let reason = format!(
                    "entry {place} of the bundle hashes to {computed}, expected {stored} as {tile} has it"
                );
                problems.add(&ObjectPath::from(bundle), reason);
            }
            if winner != Winner::Tile {
                let reason = format!(
                    "hash {place} is {stored}, expected {computed}, to which the entry in {bundle} hashes"
                );
                problems.add(&ObjectPath::from(tile), reason);
            }
        }
    }
}

/// The reason alone, since a problem carries its path.
pub(super) fn without_path(error: &ReadError) -> String {
    match error {
        ReadError::Missing(_) => "is missing".to_owned(),
        ReadError::Length {
            expected, found, ..
        } => format!("expected {expected} bytes, found {found}"),
        ReadError::Bundle { error, .. } => error.to_string(),
        ReadError::Store(error) => error.cause().to_string(),
        other => other.to_string(),
    }
}
