//! Proof files (C2SP tlog-proof): an entry's index, its inclusion proof and a signed checkpoint, to
//! verify offline.

use std::fmt;

use crate::checkpoint::CheckpointError;
use crate::hash::{Hash, leaf_hash};
use crate::note::{self, NoteError, SignedNote};
use crate::policy::{AcceptError, Evaluation, Policy};
use crate::proof::{MAX_HASHES, ProofError, verify_inclusion};
use crate::text;

/// The first line.
const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// The longest proof file in bytes: the note, as much again for what stands before it.
pub const MAX_BYTES: usize = 2 * note::MAX_BYTES;

/// A proof file. `Display` writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofFile {
    extra: Option<Vec<u8>>,
    index: u64,
    proof: Vec<Hash>,
    note: SignedNote,
}

/// Why bytes are not a proof file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofFileError {
    /// Longer than a proof file may be.
    #[error("expected a proof file of at most {MAX_BYTES} bytes, found {0}")]
    TooLong(usize),
    /// Not UTF-8.
    #[error("expected UTF-8, found another byte at offset {0}")]
    Encoding(usize),
    /// Another first line.
    #[error("expected `{HEADER}` in line 1, found {0:?}")]
    Header(String),
    /// Not the extra data.
    #[error("expected base64 after `extra` in line 2, found {0:?}")]
    Extra(String),
    /// Not an index.
    #[error("expected `index N`, N without leading zeros, found {0:?}")]
    Index(String),
    /// Not a hash of the proof.
    #[error("expected 32 bytes in base64 in line {line}, found {found:?}")]
    Hash {
        /// The line, from 1.
        line: usize,
        /// What it says.
        found: String,
    },
    /// More hashes than a proof can have.
    #[error("expected at most {MAX_HASHES} hashes")]
    TooManyHashes,
    /// No empty line after the hashes.
    #[error("expected an empty line before the checkpoint")]
    Separator,
    /// The checkpoint is not a signed note.
    #[error("the checkpoint: {0}")]
    Note(#[from] NoteError),
}

/// Why a proof file does not prove the entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// The checkpoint is not acceptable to the policy.
    #[error("the checkpoint: {0}")]
    Checkpoint(#[from] AcceptError),
    /// The entry is not at this index in the tree of the checkpoint.
    #[error("the entry: {0}")]
    Inclusion(#[from] ProofError),
}

impl From<CheckpointError> for VerifyError {
    fn from(error: CheckpointError) -> Self {
        Self::Checkpoint(error.into())
    }
}

impl ProofFile {
    /// A proof file without extra data. Nothing is verified.
    pub fn new(index: u64, proof: Vec<Hash>, note: SignedNote) -> Self {
        Self {
            extra: None,
            index,
            proof,
            note,
        }
    }

    /// The same with data beside the proof, such as the entry itself: it is unauthenticated, but the
    /// bytes of an entry are what the proof is about.
    #[must_use]
    pub fn with_extra(mut self, extra: Vec<u8>) -> Self {
        self.extra = Some(extra);
        self
    }

    /// Reads a proof file. Nothing is verified.
    pub fn parse(bytes: &[u8]) -> Result<Self, ProofFileError> {
        if bytes.len() > MAX_BYTES {
            return Err(ProofFileError::TooLong(bytes.len()));
        }
        let text =
            str::from_utf8(bytes).map_err(|error| ProofFileError::Encoding(error.valid_up_to()))?;
        let (head, note) = text.split_once("\n\n").ok_or(ProofFileError::Separator)?;
        let mut lines = (1..).zip(head.split('\n')).peekable();
        let (_, header) = lines.next().unwrap_or_default();
        if header != HEADER {
            return Err(ProofFileError::Header(text::shortened(header)));
        }
        let extra = match lines.next_if(|(_, line)| line.starts_with("extra ")) {
            Some((_, line)) => Some(read_extra(line)?),
            None => None,
        };
        let (_, line) = lines.next().unwrap_or_default();
        let index = line
            .strip_prefix("index ")
            .and_then(text::parse_size)
            .ok_or_else(|| ProofFileError::Index(text::shortened(line)))?;
        Ok(Self {
            extra,
            index,
            proof: read_hashes(lines)?,
            note: SignedNote::parse(note.as_bytes())?,
        })
    }

    /// Data that the file carries beside the proof, unauthenticated.
    pub fn extra(&self) -> Option<&[u8]> {
        self.extra.as_deref()
    }

    /// The index of the entry.
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// The sibling hashes, from the leaf up.
    pub fn proof(&self) -> &[Hash] {
        &self.proof
    }

    /// The signed checkpoint.
    pub const fn note(&self) -> &SignedNote {
        &self.note
    }

    /// Verifies that the policy accepts the checkpoint and that the entry is in its tree.
    ///
    /// What the tree held before, or holds elsewhere, a proof does not say: that is for witnesses and
    /// followers.
    pub fn verify<'a>(
        &'a self,
        entry: &[u8],
        policy: &'a Policy,
    ) -> Result<Evaluation<'a>, VerifyError> {
        self.verify_leaf(&leaf_hash(entry), policy)
    }

    /// As [`ProofFile::verify`], for an entry known by its leaf hash.
    pub fn verify_leaf<'a>(
        &'a self,
        leaf: &Hash,
        policy: &'a Policy,
    ) -> Result<Evaluation<'a>, VerifyError> {
        let evaluation = policy.accept(&self.note)?;
        let checkpoint = &evaluation.checkpoint;
        let (size, root) = (checkpoint.size(), checkpoint.root());
        verify_inclusion(leaf, self.index, size, &self.proof, root)?;
        Ok(evaluation)
    }
}

fn read_extra(line: &str) -> Result<Vec<u8>, ProofFileError> {
    // A line without data is not written, so that a file has one form.
    line.strip_prefix("extra ")
        .and_then(text::decode_base64)
        .filter(|extra| !extra.is_empty())
        .ok_or_else(|| ProofFileError::Extra(text::shortened(line)))
}

/// One hash a line, at most as many as a proof can have.
pub(crate) fn read_hashes<'a>(
    lines: impl Iterator<Item = (usize, &'a str)>,
) -> Result<Vec<Hash>, ProofFileError> {
    let mut hashes = Vec::new();
    for (line, found) in lines {
        if hashes.len() == MAX_HASHES {
            return Err(ProofFileError::TooManyHashes);
        }
        let hash = Hash::from_base64(found).ok_or_else(|| ProofFileError::Hash {
            line,
            found: text::shortened(found),
        })?;
        hashes.push(hash);
    }
    Ok(hashes)
}

impl fmt::Display for ProofFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", text::encode_base64(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        for hash in &self.proof {
            writeln!(f, "{}", hash.to_base64())?;
        }
        write!(f, "\n{}", self.note)
    }
}
