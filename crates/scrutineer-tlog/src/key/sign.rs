//! Signing keys, which nothing prints.

use std::fmt;

use ed25519_dalek::Signer as _;

use super::{Algorithm, KeyError, KeyName, VerifierKey};
use crate::note::Signature;

/// The key of a log, type 0x01. Never printed; wiped from memory when dropped.
pub struct SigningKey(KeyPair);

impl SigningKey {
    /// The key of a 32-byte seed (RFC 8032 section 5.1.5).
    pub fn from_seed(name: KeyName, seed: &[u8; 32]) -> Result<Self, KeyError> {
        KeyPair::from_seed(name, Algorithm::Ed25519, seed).map(Self)
    }

    /// The key to verify with.
    pub const fn verifier(&self) -> &VerifierKey {
        &self.0.verifier
    }

    /// Signs the text of a note.
    pub fn sign(&self, text: &str) -> Signature {
        self.0.sign(text.as_bytes(), &[])
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.0.verifier)
    }
}

/// A seed and its public half.
pub(crate) struct KeyPair {
    pub(crate) verifier: VerifierKey,
    key: ed25519_dalek::SigningKey,
}

impl KeyPair {
    pub(crate) fn from_seed(
        name: KeyName,
        algorithm: Algorithm,
        seed: &[u8; 32],
    ) -> Result<Self, KeyError> {
        let key = ed25519_dalek::SigningKey::from_bytes(seed);
        let verifier = VerifierKey::new(name, algorithm, key.verifying_key().as_bytes())?;
        Ok(Self { verifier, key })
    }

    /// Signs a message; `before` stands before the signature proper.
    pub(crate) fn sign(&self, message: &[u8], before: &[u8]) -> Signature {
        let mut bytes = before.to_vec();
        bytes.extend(self.key.sign(message).to_bytes());
        Signature::new(self.verifier.name.clone(), self.verifier.id, bytes)
    }
}
