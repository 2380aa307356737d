//! A log that continues another whose key was taken.
//!
//! ```text
//! predecessor 0..frozen, unchanged -> key-compromise with the signed notice -> policy, records, ...
//! ```
//!
//! In scope: whether a notice may be followed, copying the entries and the manifests that they name.
//! Out of scope: signing a notice (`scrutineer-tlog`), judging a successor from outside
//! ([`crate::verify`]). Limits: the predecessor is read twice; it is held one bundle at a time.

use scrutineer_logstore::{AppendError, Head, LogReader, Objects, ReadError, StoreError, Writer};
use scrutineer_tlog::compromise::{CompromiseNotice, NoticeError, RecoveryKeys, RecoveryKeysError};
use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::key::KeyError;
use scrutineer_tlog::{Hash, SignedNote, TileBuilder, VerifierKey, leaf_hash};

use crate::derive::{RebuildError, each_entry};
use crate::entry::{Entry, EntryError, KeyCompromise, Text};
use crate::release::{MAX_BYTES, manifest_object};

/// Bytes of entries that are appended in one batch of the log.
const CHUNK_BYTES: usize = 32 << 20;

/// A log cannot be continued.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SuccessionError {
    /// The predecessor names nobody who could declare its key lost.
    #[error("the log names no recovery keys in its first {size} entries")]
    NoRecovery {
        /// Entries that were read.
        size: u64,
    },
    /// The recovery keys cannot be used.
    #[error(transparent)]
    RecoveryKeys(#[from] RecoveryKeysError),
    /// A recovery key of the log is none.
    #[error("recovery key {key:?}: {source}")]
    RecoveryKey {
        /// As the entry has it.
        key: String,
        /// Why.
        source: KeyError,
    },
    /// The notice does not hold.
    #[error("the notice: {0}")]
    Notice(#[from] NoticeError),
    /// The notice names another successor, or none.
    #[error("the notice: expected the successor {expected}, found {found}")]
    Successor {
        /// The key that signs the new log.
        expected: String,
        /// What the notice says.
        found: String,
    },
    /// Entries that do not have the root that the notice names.
    #[error("expected the root {expected} at {size} entries, as in the notice, found {found}")]
    Root {
        /// How many entries.
        size: u64,
        /// That of the notice.
        expected: Hash,
        /// That of the entries.
        found: Hash,
    },
    /// The log that is to continue is not a beginning of the predecessor, or went on without it.
    #[error("the log that is to continue the other already has entries of its own, from {at} on")]
    Other {
        /// First entry that differs, or how many both have.
        at: u64,
    },
    /// A manifest that an entry names is absent or has other bytes.
    #[error("{path}: expected the manifest with the SHA-256 {expected}, found none or another")]
    Manifest {
        /// In the predecessor.
        path: String,
        /// Its digest.
        expected: Hash,
    },
    /// An entry that cannot be one.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// The predecessor cannot be read back.
    #[error(transparent)]
    Rebuild(#[from] RebuildError),
    /// A log cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The new log does not take the entries.
    #[error(transparent)]
    Append(#[from] AppendError),
    /// A store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A path of the bundle, which no input reaches.
    #[error(transparent)]
    Path(#[from] scrutineer_logstore::ParsePathError),
}

/// What a predecessor has up to the size at which it was frozen.
#[derive(Debug, Default)]
struct Inheritance {
    /// Keys as their entry has them, and how many must sign.
    recovery: Option<(Vec<String>, u16)>,
    /// Size, root and digest of the manifest of every release.
    releases: Vec<(u64, Hash, Hash)>,
    /// The tree of the entries themselves; tiles could say something else.
    tree: TileBuilder,
}

impl Inheritance {
    fn read<O: Objects>(reader: &LogReader<O>, size: u64) -> Result<Self, RebuildError> {
        let mut held = Self::default();
        each_entry(reader, size, &mut |_, entry, bytes| {
            // A builder is full at 2^63 entries, more than a reader of `size` gives.
            let _ = held.tree.append(leaf_hash(bytes));
            match entry {
                // After a succession, its own keys count.
                Entry::KeyCompromise(_) => held.recovery = None,
                Entry::Policy(policy) if held.recovery.is_none() => {
                    held.recovery = policy.recovery.as_ref().map(|recovery| {
                        let keys = recovery.keys.iter().map(ToString::to_string).collect();
                        (keys, recovery.threshold)
                    });
                }
                Entry::Release(release) => {
                    let named = (release.size.get(), release.root.0, release.manifest.0);
                    held.releases.push(named);
                }
                _ => {}
            }
        })?;
        Ok(held)
    }

    fn keys(&self) -> Result<RecoveryKeys, SuccessionError> {
        let size = self.tree.size();
        let (keys, threshold) = self
            .recovery
            .as_ref()
            .ok_or(SuccessionError::NoRecovery { size })?;
        let mut parsed = Vec::new();
        for key in keys {
            let read: VerifierKey = key.parse().map_err(|source| SuccessionError::RecoveryKey {
                key: key.clone(),
                source,
            })?;
            parsed.push(read);
        }
        Ok(RecoveryKeys::new(usize::from(*threshold), parsed)?)
    }
}

/// Who can declare the key of a log lost: the recovery keys that it named first, within `size` entries.
///
/// # Errors
/// Where the log cannot be read, or names none.
pub fn recovery_keys<O: Objects>(
    reader: &LogReader<O>,
    size: u64,
) -> Result<RecoveryKeys, SuccessionError> {
    Inheritance::read(reader, size)?.keys()
}

/// Begins a log as the successor of another: its entries up to the frozen size, then the notice. A run
/// that stopped in between is gone on with; one that came to its end changes nothing. Gives how many
/// entries both logs share.
///
/// Nothing is signed unless enough recovery keys signed the notice, it names `own` as the successor, and
/// the predecessor's entries have its root.
///
/// # Errors
/// As the type lists.
pub fn succeed<O: Objects, H: Head, P: Objects>(
    writer: &mut Writer<O, H>,
    own: &VerifierKey,
    predecessor: &LogReader<P>,
    note: &SignedNote,
) -> Result<u64, SuccessionError> {
    let said: CompromiseNotice = note.text().parse()?;
    let size = said.size();
    let inherited = Inheritance::read(predecessor, size)?;
    let notice = CompromiseNotice::verify(note, &inherited.keys()?)?;
    if notice.successor() != Some(own) {
        return Err(SuccessionError::Successor {
            expected: own.to_string(),
            found: notice
                .successor()
                .map_or_else(|| "none".to_owned(), ToString::to_string),
        });
    }
    let found = inherited.tree.root();
    if found != *notice.root() {
        return Err(SuccessionError::Root {
            size,
            expected: *notice.root(),
            found,
        });
    }
    let entry =
        Entry::KeyCompromise(KeyCompromise::new(Text::new(&note.to_string()))).to_bytes()?;
    if writer.size() > size {
        return if LogReader::new(writer.objects()).entry(size, writer.size())? == entry {
            Ok(size)
        } else {
            Err(SuccessionError::Other { at: size })
        };
    }
    if writer.size() > 0 && predecessor.root(writer.size())? != writer.root() {
        return Err(SuccessionError::Other { at: writer.size() });
    }
    manifests(writer.objects(), predecessor, &inherited.releases)?;
    copy(writer, predecessor, size)?;
    writer.append(&[entry])?;
    Ok(size)
}

/// Old releases stay what they were: their manifests come along, their files do not.
fn manifests<O: Objects, P: Objects>(
    objects: &O,
    predecessor: &LogReader<P>,
    releases: &[(u64, Hash, Hash)],
) -> Result<(), SuccessionError> {
    for (size, root, digest) in releases {
        let path = manifest_object(*size, root)?;
        let held = predecessor.objects().get(&path, MAX_BYTES)?;
        let Some(bytes) = held.filter(|bytes| sha256(bytes) == *digest) else {
            return Err(SuccessionError::Manifest {
                path: path.as_str().to_owned(),
                expected: *digest,
            });
        };
        objects.put_same_or_new(&path, &bytes)?;
    }
    Ok(())
}

fn copy<O: Objects, H: Head, P: Objects>(
    writer: &mut Writer<O, H>,
    predecessor: &LogReader<P>,
    size: u64,
) -> Result<(), SuccessionError> {
    let mut chunk: Vec<Vec<u8>> = Vec::new();
    let mut bytes = 0;
    for entry in predecessor.entries(writer.size()..size, size) {
        let (_, entry) = entry?;
        bytes += entry.len();
        chunk.push(entry);
        if bytes >= CHUNK_BYTES {
            writer.append(&chunk)?;
            chunk.clear();
            bytes = 0;
        }
    }
    if !chunk.is_empty() {
        writer.append(&chunk)?;
    }
    Ok(())
}
