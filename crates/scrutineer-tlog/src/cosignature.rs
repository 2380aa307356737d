//! Timestamped cosignatures, type 0x04 (C2SP tlog-cosignature, "Ed25519 signatures").

use std::fmt;

use crate::MAX_SIZE;
use crate::checkpoint::Checkpoint;
use crate::key::{Algorithm, KeyError, KeyName, KeyPair, VerifierKey};
use crate::note::Signature;

/// The latest time of a cosignature in POSIX seconds: what a signed integer holds.
pub const MAX_TIME: u64 = MAX_SIZE;

/// A time that no cosignature can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a time of at most {MAX_TIME} seconds, found {0}")]
pub struct TimeTooLarge(pub u64);

/// The key of a witness, type 0x04. Never printed; wiped from memory when dropped.
pub struct CosigningKey(KeyPair);

impl CosigningKey {
    /// The key of a 32-byte seed (RFC 8032 section 5.1.5).
    pub fn from_seed(name: KeyName, seed: &[u8; 32]) -> Result<Self, KeyError> {
        KeyPair::from_seed(name, Algorithm::CosignatureV1, seed).map(Self)
    }

    /// The key to verify with.
    pub const fn verifier(&self) -> &VerifierKey {
        &self.0.verifier
    }

    /// States that at `time`, in POSIX seconds, this was the largest consistent tree that the witness had
    /// seen for the origin. Whoever calls must have made sure of it: see [`crate::witness`].
    pub fn cosign(&self, checkpoint: &Checkpoint, time: u64) -> Result<Signature, TimeTooLarge> {
        if time > MAX_TIME {
            return Err(TimeTooLarge(time));
        }
        let message = message(time, &checkpoint.to_string());
        Ok(self.0.sign(message.as_bytes(), &time.to_be_bytes()))
    }
}

impl fmt::Debug for CosigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CosigningKey({})", self.0.verifier)
    }
}

/// What a cosignature signs: its time, and the whole text of the checkpoint with its extension lines.
pub fn message(time: u64, checkpoint: &str) -> String {
    format!("cosignature/v1\ntime {time}\n{checkpoint}")
}

/// Time and signature proper of the bytes of a cosignature.
pub(crate) fn split(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let (time, signature) = bytes.split_first_chunk::<8>()?;
    let time = u64::from_be_bytes(*time);
    (time <= MAX_TIME).then_some((time, signature))
}
