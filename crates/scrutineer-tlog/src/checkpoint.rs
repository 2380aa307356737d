//! Checkpoints (C2SP tlog-checkpoint): the size and root of a log, as the text of a signed note.

use std::fmt;
use std::str::FromStr;

use crate::MAX_SIZE;
use crate::hash::{EMPTY_ROOT, Hash};
use crate::key::{Algorithm, KeyName, SigningKey, VerifierKey};
use crate::note::{Known, NoteError, SignedNote, Verified, VerifyError};
use crate::text;

/// The size and root of the log of an origin. `Display` and `FromStr` are its text: three lines, and
/// extension lines, which are read and kept but never made here.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Checkpoint {
    origin: String,
    size: u64,
    root: Hash,
    extensions: Vec<String>,
}

/// Why something is not a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// Not the lines of a note.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The text does not end with a line feed, or has fewer than three lines.
    #[error("expected three lines, each ending in a line feed")]
    Lines,
    /// An empty first line.
    #[error("expected an origin in line 1, found an empty line")]
    Origin,
    /// Not a size.
    #[error("expected a size up to {MAX_SIZE} without leading zeros in line 2, found {0:?}")]
    Size(String),
    /// Not a root.
    #[error("expected 32 bytes in base64 in line 3, found {0:?}")]
    Root(String),
    /// An empty line among the extension lines.
    #[error("expected an extension in line {0}, found an empty line")]
    Extension(usize),
    /// A log without entries with another root.
    #[error("expected the root of an empty tree for size 0, found {0}")]
    EmptyRoot(Hash),
    /// The signing key is not named after the origin.
    #[error("expected a key named {origin}, found {found}")]
    KeyName {
        /// The origin.
        origin: String,
        /// The name of the key.
        found: KeyName,
    },
    /// The signatures do not hold.
    #[error(transparent)]
    Signatures(#[from] VerifyError),
    /// No key of the log signed, though others that are known did.
    #[error("no known key of the log {0:?} signed the checkpoint")]
    NotByLog(String),
}

impl Checkpoint {
    /// The checkpoint of a log without extension lines.
    pub fn new(origin: &KeyName, size: u64, root: Hash) -> Result<Self, CheckpointError> {
        if size > MAX_SIZE {
            return Err(CheckpointError::Size(size.to_string()));
        }
        let checkpoint = Self {
            origin: origin.as_str().to_owned(),
            size,
            root,
            extensions: Vec::new(),
        };
        checkpoint.check_empty_root()?;
        Ok(checkpoint)
    }

    /// Reads a signed checkpoint and verifies it with the keys of its log: one of type 0x01, named after
    /// the origin, must have signed, and no signature of any of the keys may fail.
    pub fn open(bytes: &[u8], keys: &[VerifierKey]) -> Result<(Self, SignedNote), CheckpointError> {
        let note = SignedNote::parse(bytes)?;
        let checkpoint = Self::verify(&note, keys)?;
        Ok((checkpoint, note))
    }

    /// Verifies a note as [`Checkpoint::open`] does.
    pub fn verify(note: &SignedNote, keys: &[VerifierKey]) -> Result<Self, CheckpointError> {
        Self::verify_signers(note, keys).map(|(checkpoint, _)| checkpoint)
    }

    /// As [`Checkpoint::verify`], and says who signed.
    pub(crate) fn verify_signers<'a>(
        note: &'a SignedNote,
        keys: &'a [VerifierKey],
    ) -> Result<(Self, Verified<'a>), CheckpointError> {
        let checkpoint: Self = note.text().parse()?;
        let verified = note.verify(keys)?;
        let is_by_log = |known: &Known<'_>| checkpoint.is_by(known.key);
        if !verified.known.iter().any(is_by_log) {
            return Err(CheckpointError::NotByLog(checkpoint.origin));
        }
        checkpoint.check_empty_root()?;
        Ok((checkpoint, verified))
    }

    /// The origin: which log.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// How many entries the log has.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The root of its tree.
    pub const fn root(&self) -> &Hash {
        &self.root
    }

    /// The extension lines.
    pub fn extensions(&self) -> &[String] {
        &self.extensions
    }

    /// Whether the key is one of the log itself: type 0x01 and named after the origin.
    pub fn is_by(&self, key: &VerifierKey) -> bool {
        key.algorithm() == Algorithm::Ed25519 && key.name().as_str() == self.origin
    }

    /// The checkpoint as a note with the signature of its log.
    pub fn sign(&self, key: &SigningKey) -> Result<SignedNote, CheckpointError> {
        let name = key.verifier().name();
        if name.as_str() != self.origin {
            return Err(CheckpointError::KeyName {
                origin: self.origin.clone(),
                found: name.clone(),
            });
        }
        let text = self.to_string();
        let signature = key.sign(&text);
        let mut note = SignedNote::new(text)?;
        note.put(signature)?;
        Ok(note)
    }

    /// A witness answers differently to a malformed checkpoint and to a wrong root, so reading leaves
    /// this check to verification.
    fn check_empty_root(&self) -> Result<(), CheckpointError> {
        if self.size == 0 && self.root != EMPTY_ROOT {
            return Err(CheckpointError::EmptyRoot(self.root));
        }
        Ok(())
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{}\n{}\n{}",
            self.origin,
            self.size,
            self.root.to_base64()
        )?;
        self.extensions
            .iter()
            .try_for_each(|extension| writeln!(f, "{extension}"))
    }
}

impl FromStr for Checkpoint {
    type Err = CheckpointError;

    fn from_str(text: &str) -> Result<Self, CheckpointError> {
        let lines = text.strip_suffix('\n').ok_or(CheckpointError::Lines)?;
        let mut lines = lines.split('\n');
        let mut line = || lines.next().ok_or(CheckpointError::Lines);
        let (origin, size, root) = (line()?, line()?, line()?);
        if origin.is_empty() {
            return Err(CheckpointError::Origin);
        }
        let extensions: Vec<String> = lines.map(str::to_owned).collect();
        if let Some(place) = extensions.iter().position(String::is_empty) {
            return Err(CheckpointError::Extension(place.saturating_add(4)));
        }
        Ok(Self {
            origin: origin.to_owned(),
            size: text::parse_size(size)
                .ok_or_else(|| CheckpointError::Size(text::shortened(size)))?,
            root: Hash::from_base64(root)
                .ok_or_else(|| CheckpointError::Root(text::shortened(root)))?,
            extensions,
        })
    }
}
