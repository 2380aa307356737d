//! Adding cosignatures to a public checkpoint without opening the log for writing.

use scrutineer_tlog::note::{NoteError, VerifyError};
use scrutineer_tlog::{Signature, SignedNote, VerifierKey};

use crate::error::StoreError;
use crate::path::ObjectPath;
use crate::store::Objects;
use crate::writer::{CHECKPOINT, CHECKPOINT_LIMIT};

/// Why cosignatures are not added.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PublishError {
    /// The store failed, or the checkpoint was replaced meanwhile.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no checkpoint to add to.
    #[error("checkpoint: expected a signed note, found none")]
    Missing,
    /// The checkpoint is no note, or has no room.
    #[error("checkpoint: {0}")]
    Note(#[from] NoteError),
    /// The signatures are about another checkpoint than the one that is public now.
    #[error("expected signatures of the public checkpoint, found some of another")]
    OtherText,
    /// A signature does not hold.
    #[error(transparent)]
    Signature(#[from] VerifyError),
}

/// Adds the signatures of `from`, another copy of the note, to the public checkpoint and gives back what was
/// published. Signatures of keys that are not in `keys` are left out: `keys` are those of the log and of the
/// witnesses that are expected.
///
/// # Errors
///
/// [`PublishError`]; the public checkpoint is then what it was.
pub fn merge_cosignatures<O: Objects>(
    objects: &O,
    from: &SignedNote,
    keys: &[VerifierKey],
) -> Result<SignedNote, PublishError> {
    let path = ObjectPath::known(CHECKPOINT);
    let bytes = objects
        .get(&path, CHECKPOINT_LIMIT)?
        .ok_or(PublishError::Missing)?;
    let mut note = SignedNote::parse(&bytes)?;
    if note.text() != from.text() {
        return Err(PublishError::OtherText);
    }
    let known = |signature: &&Signature| keys.iter().any(|key| signature.is_of(key));
    for signature in from.signatures().iter().filter(known) {
        note.put(signature.clone())?;
    }
    note.verify(keys)?;
    let merged = note.to_string().into_bytes();
    if merged != bytes {
        objects.replace(&path, Some(&bytes), &merged)?;
    }
    Ok(note)
}
