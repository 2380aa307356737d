//! Bundles of entries (C2SP tlog-tiles, "Log Entries"): each entry after its length in two bytes,
//! big-endian.

use crate::path::TilePath;

/// The longest entry in bytes: what its length can say.
pub const MAX_ENTRY: usize = 65_535;

/// The longest bundle in bytes.
pub const MAX_BUNDLE: usize = 256 * (2 + MAX_ENTRY);

/// An entry that no bundle can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected an entry of at most {MAX_ENTRY} bytes, found {0}")]
pub struct EntryTooLong(pub usize);

/// Why bytes are not a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// The bytes end within an entry or its length.
    #[error("entry {entry} of the bundle: expected {expected} more bytes, found {found}")]
    Truncated {
        /// Which entry, from 0.
        entry: usize,
        /// How many bytes it needs from there.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The bundle ends before its last entry, or goes on after it.
    #[error("expected {expected} entries in the bundle, found {found}")]
    Width {
        /// How many its path says.
        expected: u16,
        /// How many there are, counted to one more than expected.
        found: usize,
    },
}

/// Appends an entry to a bundle.
pub fn push_entry(bundle: &mut Vec<u8>, entry: &[u8]) -> Result<(), EntryTooLong> {
    let length = u16::try_from(entry.len()).map_err(|_| EntryTooLong(entry.len()))?;
    bundle.extend_from_slice(&length.to_be_bytes());
    bundle.extend_from_slice(entry);
    Ok(())
}

/// The entries of a bundle, one after the other; after an error nothing more.
pub fn entries(bundle: &[u8]) -> Entries<'_> {
    Entries {
        rest: bundle,
        entry: 0,
    }
}

/// The entries of a bundle; see [`entries`].
#[derive(Debug, Clone)]
pub struct Entries<'a> {
    rest: &'a [u8],
    entry: usize,
}

impl<'a> Entries<'a> {
    /// The first bytes of what is left, which is then without them.
    fn cut(&mut self, expected: usize) -> Result<&'a [u8], BundleError> {
        let Some((head, rest)) = self.rest.split_at_checked(expected) else {
            let found = self.rest.len();
            self.rest = &[];
            return Err(BundleError::Truncated {
                entry: self.entry,
                expected,
                found,
            });
        };
        self.rest = rest;
        Ok(head)
    }

    fn read(&mut self) -> Result<&'a [u8], BundleError> {
        let length = self
            .cut(2)?
            .iter()
            .fold(0, |length, &byte| (length << 8) | usize::from(byte));
        let entry = self.cut(length)?;
        self.entry = self.entry.saturating_add(1);
        Ok(entry)
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Result<&'a [u8], BundleError>;

    fn next(&mut self) -> Option<Self::Item> {
        (!self.rest.is_empty()).then(|| self.read())
    }
}

/// All entries of the bundle at a path: exactly as many as its width.
pub fn decode(path: TilePath, bundle: &[u8]) -> Result<Vec<&[u8]>, BundleError> {
    let expected = path.width();
    let width = usize::from(expected);
    let entries: Vec<&[u8]> = entries(bundle)
        .take(width.saturating_add(1))
        .collect::<Result<_, _>>()?;
    if entries.len() == width {
        Ok(entries)
    } else {
        Err(BundleError::Width {
            expected,
            found: entries.len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_at_most_65535_bytes() {
        let mut bundle = Vec::new();
        assert_eq!(
            push_entry(&mut bundle, &vec![7; MAX_ENTRY + 1]),
            Err(EntryTooLong(65_536))
        );
        assert!(bundle.is_empty());
        push_entry(&mut bundle, &vec![7; MAX_ENTRY]).unwrap();
        assert_eq!(decode(path(1), &bundle).unwrap(), [vec![7; MAX_ENTRY]]);
    }

    #[test]
    fn a_bundle_that_is_cut_or_goes_on_is_refused() {
        let mut bundle = Vec::new();
        for entry in ["", "a", "bc"] {
            push_entry(&mut bundle, entry.as_bytes()).unwrap();
        }
        assert_eq!(decode(path(3), &bundle).unwrap(), [&b""[..], b"a", b"bc"]);
        for length in 0..bundle.len() {
            assert!(decode(path(3), &bundle[..length]).is_err(), "{length}");
        }
        assert_eq!(
            decode(path(2), &bundle),
            Err(BundleError::Width {
                expected: 2,
                found: 3
            })
        );
        assert_eq!(
            entries(&[0, 3, 1]).collect::<Vec<_>>(),
            [Err(BundleError::Truncated {
                entry: 0,
                expected: 3,
                found: 1
            })]
        );
    }

    fn path(width: u16) -> TilePath {
        TilePath::entries(0, width).unwrap()
    }
}
