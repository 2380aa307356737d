//! What a publisher keeps to itself beside the log's head: salts, the secret of the order inside a
//! batch, when the last batch was closed.
//!
//! One file in the private folder of the log, replaced whole. Whoever reads it can match commitments
//! to files that they hold a copy of, and undo the order of batches; nothing in it signs.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use scrutineer_tlog::Hash;
use serde::{Deserialize, Serialize};

use crate::commitment::{BlobSalt, commit_blob};
use crate::entry::{Digest, Number};

const NAME: &str = "publication.json";
const SCHEMA: &str = "scrutineer/publication-state/1";

/// The private state of a publisher.
#[derive(Debug)]
pub struct PrivateState {
    path: PathBuf,
    held: Held,
    /// Whether there was a file.
    is_new: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Held {
    schema: String,
    /// Secret of the order inside a batch.
    order: Digest,
    /// Minutes since 1970 of the last batch.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    last_batch: Option<u64>,
    /// By SHA-256 of a file, in hexadecimal.
    salts: BTreeMap<String, Salted>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Salted {
    salt: Digest,
    bytes: Number,
    /// The name under which the file was disclosed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    blob: Option<Digest>,
}

/// What the state holds of a file.
#[derive(Clone, Copy, Debug)]
pub struct HeldFile {
    /// The commitment to it.
    pub commitment: Hash,
    /// Its salt.
    pub salt: BlobSalt,
    /// How many bytes it has.
    pub bytes: Number,
}

/// The private state cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StateError {
    /// Reading or writing the file.
    #[error("publication.json in the private state: {0}")]
    Io(#[from] io::Error),
    /// The file is not what an earlier run wrote.
    #[error("publication.json in the private state: expected the documented form, found: {0}")]
    Malformed(String),
    /// The log has begun, so an earlier run wrote the file.
    #[error(
        "publication.json in the private state: expected the file that an earlier run wrote, found none"
    )]
    Missing,
    /// The operating system gives no random bytes.
    #[error("no random bytes from the operating system: {0}")]
    Random(String),
}

impl PrivateState {
    /// Reads the state of a folder that the caller has locked, or begins one.
    ///
    /// # Errors
    /// As the type lists. A file that cannot be read is never replaced: its salts would be lost.
    pub fn open(folder: &Path) -> Result<Self, StateError> {
        let path = folder.join(NAME);
        let mut is_new = false;
        let held = match fs::read(&path) {
            Ok(bytes) => {
                let held: Held = serde_json::from_slice(&bytes)
                    .map_err(|error| StateError::Malformed(error.to_string()))?;
                if held.schema != SCHEMA {
                    return Err(StateError::Malformed(format!("schema {:?}", held.schema)));
                }
                held
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                is_new = true;
                Held {
                    schema: SCHEMA.to_owned(),
                    order: Digest(Hash::from_bytes(random()?)),
                    last_batch: None,
                    salts: BTreeMap::new(),
                }
            }
            Err(error) => return Err(error.into()),
        };
        Ok(Self { path, held, is_new })
    }

    /// Whether it begins here: no earlier run wrote it.
    pub fn is_new(&self) -> bool {
        self.is_new
    }

    /// The secret of the order inside a batch.
    pub fn order(&self) -> &[u8; 32] {
        self.held.order.0.as_bytes()
    }

    /// Minutes since 1970 at which the last batch was closed.
    pub fn last_batch(&self) -> Option<u64> {
        self.held.last_batch
    }

    /// Remembers when a batch was closed.
    pub fn close_batch(&mut self, minutes: u64) {
        self.held.last_batch = Some(minutes);
    }

    /// The commitment to a file, with a salt that is made once and kept.
    ///
    /// # Errors
    /// Where no random bytes are to be had.
    pub fn commitment(&mut self, sha256: Hash, bytes: Number) -> Result<Hash, StateError> {
        let name = sha256.to_string();
        let salted = if let Some(salted) = self.held.salts.get(&name) {
            salted.clone()
        } else {
            let made = Salted {
                salt: Digest(Hash::from_bytes(random()?)),
                bytes,
                blob: None,
            };
            self.held.salts.insert(name, made.clone());
            made
        };
        let salt = BlobSalt::new(*salted.salt.0.as_bytes());
        Ok(commit_blob(&salt, sha256, salted.bytes.get()))
    }

    /// What is held of a file; `None` without a salt.
    pub fn held(&self, sha256: Hash) -> Option<HeldFile> {
        let salted = self.held.salts.get(&sha256.to_string())?;
        let salt = BlobSalt::new(*salted.salt.0.as_bytes());
        Some(HeldFile {
            commitment: commit_blob(&salt, sha256, salted.bytes.get()),
            salt,
            bytes: salted.bytes,
        })
    }

    /// The random name under which a file is disclosed, made once and kept. Needs a salt of the file.
    ///
    /// # Errors
    /// Where no random bytes are to be had.
    pub(crate) fn disclose(&mut self, sha256: Hash) -> Result<Hash, StateError> {
        let fresh = Hash::from_bytes(random()?);
        let held = self.held.salts.get_mut(&sha256.to_string());
        Ok(held.map_or(fresh, |held| held.blob.get_or_insert(Digest(fresh)).0))
    }

    /// Forgets the salt of the file that a commitment hides.
    pub fn withhold(&mut self, commitment: &Hash) {
        let of = |(name, held): (&String, &Salted)| {
            let sha256: Hash = name.parse().ok()?;
            let salt = BlobSalt::new(*held.salt.0.as_bytes());
            (commit_blob(&salt, sha256, held.bytes.get()) == *commitment).then_some(sha256)
        };
        if let Some(sha256) = self.held.salts.iter().find_map(of) {
            self.forget(sha256);
        }
    }

    /// Forgets the salt of a file: from then on nobody can match a copy of it to its commitment.
    pub fn forget(&mut self, sha256: Hash) {
        self.held.salts.remove(&sha256.to_string());
    }

    /// Writes the state, durably: commitments may be signed only afterwards.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn save(&self) -> Result<(), StateError> {
        let mut bytes = serde_json::to_vec_pretty(&self.held)
            .map_err(|error| StateError::Malformed(error.to_string()))?;
        bytes.push(b'\n');
        let partial = self.path.with_extension("partial");
        let mut file = private(&partial)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&partial, &self.path)?;
        // Only there can a folder be opened and its names be made durable.
        #[cfg(unix)]
        if let Some(folder) = self.path.parent() {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }
}

/// A file that only its owner can read.
fn private(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

fn random() -> Result<[u8; 32], StateError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| StateError::Random(error.to_string()))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use scrutineer_testkit::scratch::Scratch;
    use scrutineer_tlog::hash::sha256;

    use super::*;

    #[test]
    fn a_commitment_stays_the_same_over_runs_until_its_salt_is_forgotten() {
        let scratch = Scratch::new();
        let mut state = PrivateState::open(scratch.path()).unwrap();
        let (file, length) = (sha256(b"file"), Number::from(4));
        let first = state.commitment(file, length).unwrap();
        state.close_batch(7);
        state.save().unwrap();
        let mut again = PrivateState::open(scratch.path()).unwrap();
        assert_eq!(again.commitment(file, length).unwrap(), first);
        assert_eq!(again.order(), state.order());
        assert_eq!(again.last_batch(), Some(7));
        assert_ne!(again.commitment(sha256(b"other"), length).unwrap(), first);
        again.forget(file);
        assert_ne!(again.commitment(file, length).unwrap(), first);
    }

    #[test]
    fn a_state_that_cannot_be_read_is_not_replaced() {
        let scratch = Scratch::new();
        scratch.write(NAME, "{}");
        assert!(matches!(
            PrivateState::open(scratch.path()),
            Err(StateError::Malformed(_))
        ));
        assert_eq!(fs::read(scratch.path().join(NAME)).unwrap(), b"{}");
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_the_state() {
        use std::os::unix::fs::PermissionsExt;
        let scratch = Scratch::new();
        PrivateState::open(scratch.path()).unwrap().save().unwrap();
        let mode = fs::metadata(scratch.path().join(NAME))
            .unwrap()
            .permissions();
        assert_eq!(mode.mode() & 0o777, 0o600);
    }
}
