//! What a witness decides (C2SP tlog-witness, with the status codes of its main branch): whether a
//! checkpoint continues the tree that it cosigned last.
//!
//! The server reads and writes its state around [`decide`], atomically for each origin, and replies only
//! after the new head is stored.

use std::fmt;

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::hash::{EMPTY_ROOT, Hash, sha256};
use crate::key::VerifierKey;
use crate::note::{self, NoteError, SignedNote};
use crate::proof::{ProofError, verify_consistency};
use crate::proof_file::{self, ProofFileError};
use crate::text;

/// The longest request in bytes: a note and a proof.
pub const MAX_REQUEST: usize = note::MAX_BYTES + 4096;

/// The content type of the body of a conflict.
pub const SIZE_CONTENT_TYPE: &str = "text/x.tlog.size";

/// A request to cosign a checkpoint. `Display` is its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCheckpoint {
    old: u64,
    proof: Vec<Hash>,
    note: SignedNote,
    checkpoint: Checkpoint,
}

/// Why bytes are not a request to cosign a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// Longer than a request may be.
    #[error("expected a request of at most {MAX_REQUEST} bytes, found {0}")]
    TooLong(usize),
    /// Not UTF-8.
    #[error("expected UTF-8, found another byte at offset {0}")]
    Encoding(usize),
    /// Another first line.
    #[error("expected `old SIZE`, SIZE without leading zeros, in line 1, found {0:?}")]
    Old(String),
    /// Not hashes of a proof, or too many.
    #[error(transparent)]
    Proof(ProofFileError),
    /// No empty line after the hashes.
    #[error("expected an empty line before the checkpoint")]
    Separator,
    /// Not a signed note.
    #[error("the checkpoint: {0}")]
    Note(#[from] NoteError),
    /// The note is not a checkpoint.
    #[error("the checkpoint: {0}")]
    Checkpoint(#[from] CheckpointError),
}

impl AddCheckpoint {
    /// A request: the size that the witness is believed to hold, the consistency proof from it, and the
    /// signed checkpoint.
    pub fn new(old: u64, proof: Vec<Hash>, note: SignedNote) -> Result<Self, RequestError> {
        let checkpoint = note.text().parse()?;
        Ok(Self {
            old,
            proof,
            note,
            checkpoint,
        })
    }

    /// Reads the body of a request.
    pub fn parse(bytes: &[u8]) -> Result<Self, RequestError> {
        if bytes.len() > MAX_REQUEST {
            return Err(RequestError::TooLong(bytes.len()));
        }
        let text =
            str::from_utf8(bytes).map_err(|error| RequestError::Encoding(error.valid_up_to()))?;
        let (head, note) = text.split_once("\n\n").ok_or(RequestError::Separator)?;
        let mut lines = (1..).zip(head.split('\n'));
        let (_, first) = lines.next().unwrap_or_default();
        let old = first
            .strip_prefix("old ")
            .and_then(text::parse_size)
            .ok_or_else(|| RequestError::Old(text::shortened(first)))?;
        let proof = proof_file::read_hashes(lines).map_err(RequestError::Proof)?;
        Self::new(old, proof, SignedNote::parse(note.as_bytes())?)
    }

    /// The size that the witness is believed to hold.
    pub const fn old(&self) -> u64 {
        self.old
    }

    /// The consistency proof.
    pub fn proof(&self) -> &[Hash] {
        &self.proof
    }

    /// The signed checkpoint, verified or not.
    pub const fn note(&self) -> &SignedNote {
        &self.note
    }

    /// The checkpoint, verified or not. Its origin is the log whose state to load.
    pub const fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }
}

impl fmt::Display for AddCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old)?;
        for hash in &self.proof {
            writeln!(f, "{}", hash.to_base64())?;
        }
        write!(f, "\n{}", self.note)
    }
}

/// The tree of an origin that a witness cosigned last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// How many entries it has.
    pub size: u64,
    /// Its root.
    pub root: Hash,
}

impl Head {
    /// What a witness holds for a log of which it cosigned nothing yet.
    pub const EMPTY: Self = Self {
        size: 0,
        root: EMPTY_ROOT,
    };
}

/// A checkpoint that may be cosigned once its head is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted<'a> {
    /// The checkpoint to cosign.
    pub checkpoint: &'a Checkpoint,
    /// What to store first.
    pub head: Head,
}

/// Why a witness does not cosign.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The body is not a request.
    #[error(transparent)]
    Malformed(#[from] RequestError),
    /// The stated old size is larger than the checkpoint.
    #[error("expected an old size of at most {size}, found {old}")]
    OldBeyondNew {
        /// The size of the checkpoint.
        size: u64,
        /// The stated old size.
        old: u64,
    },
    /// The witness does not watch this log.
    #[error("the origin {0:?} is not known here")]
    UnknownOrigin(String),
    /// No trusted key of the log signed, or the signature of one does not hold.
    #[error(transparent)]
    Untrusted(CheckpointError),
    /// The witness holds another size than the request states.
    #[error("expected an old size of {held}, found {old}")]
    Conflict {
        /// The size that the witness holds.
        held: u64,
        /// The stated old size.
        old: u64,
    },
    /// The checkpoint does not continue the tree that the witness holds.
    #[error(transparent)]
    Inconsistent(ProofError),
}

impl Refusal {
    /// The status code of the reply.
    pub const fn status(&self) -> u16 {
        match self {
            Self::Malformed(_) | Self::OldBeyondNew { .. } => 400,
            Self::Untrusted(_) => 403,
            Self::UnknownOrigin(_) => 404,
            Self::Conflict { .. } => 409,
            Self::Inconsistent(_) => 422,
        }
    }

    /// The body of the reply: for a conflict the size that the witness holds, else the reason; a line.
    pub fn body(&self) -> String {
        match self {
            Self::Conflict { held, .. } => format!("{held}\n"),
            other => format!("{other}\n"),
        }
    }

    /// Whether the request should be kept: the log signed it and it does not continue what the log
    /// signed before, which two signed checkpoints may prove to anyone.
    pub const fn is_evidence(&self) -> bool {
        matches!(self, Self::Inconsistent(_))
    }
}

/// Decides on a request. `keys` are those that the witness trusts for the origin of the request, `None`
/// where it does not watch the origin; `held` is what it cosigned last.
///
/// # Errors
///
/// The first reason, in the order of the specification: origin, signatures, sizes, proof.
pub fn decide<'a>(
    request: &'a AddCheckpoint,
    keys: Option<&[VerifierKey]>,
    held: &Head,
) -> Result<Accepted<'a>, Refusal> {
    let checkpoint = &request.checkpoint;
    let origin = || checkpoint.origin().to_owned();
    let keys = keys.ok_or_else(|| Refusal::UnknownOrigin(origin()))?;
    match Checkpoint::verify(&request.note, keys) {
        // A signed wrong root of an empty tree fails as a proof below.
        Ok(_) | Err(CheckpointError::EmptyRoot(_)) => {}
        Err(error) => return Err(Refusal::Untrusted(error)),
    }
    let (old, size) = (request.old, checkpoint.size());
    if old > size {
        return Err(Refusal::OldBeyondNew { size, old });
    }
    if old != held.size {
        return Err(Refusal::Conflict {
            held: held.size,
            old,
        });
    }
    let root = *checkpoint.root();
    verify_consistency(old, size, &request.proof, &held.root, &root)
        .map_err(Refusal::Inconsistent)?;
    Ok(Accepted {
        checkpoint,
        head: Head { size, root },
    })
}

/// The path, under the monitoring prefix of a witness, of the last checkpoint that it cosigned for an
/// origin.
pub fn monitor_path(origin: &str) -> String {
    format!("{}/checkpoint", sha256(origin.as_bytes()))
}
