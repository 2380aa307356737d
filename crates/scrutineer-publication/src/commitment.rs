//! Commitments to material that is not in the log: a blob beside it, or one value.
//!
//! The formulas are those of `spec/log-entry.md`. Salts come from the caller, random, one per blob or
//! value; once a salt is destroyed nobody can match what it hid, even with a copy at hand.

use scrutineer_tlog::Hash;
use sha2::{Digest, Sha256};

/// What is hashed first, so that no commitment can be taken for another hash.
const BLOB: &[u8] = b"blob-commitment/v1\0";
const FIELD: &[u8] = b"field-commitment/v1\0";

/// The salt of a blob. It is as private as the blob: `Debug` does not print it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct BlobSalt([u8; 32]);

impl BlobSalt {
    /// A salt; it must be random and of one blob only.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, for the private state and for a disclosure.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for BlobSalt {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("BlobSalt(..)")
    }
}

/// The salt of one value. `Debug` does not print it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FieldSalt([u8; 16]);

impl FieldSalt {
    /// A salt; it must be random and of one value only.
    pub fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes, for the private state and for a disclosure.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl std::fmt::Debug for FieldSalt {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("FieldSalt(..)")
    }
}

/// The commitment to a blob of which digest and length are known.
pub fn commit_blob(salt: &BlobSalt, sha256: Hash, length: u64) -> Hash {
    let digest = Sha256::new_with_prefix(BLOB)
        .chain_update(salt.0)
        .chain_update(sha256.as_bytes())
        .chain_update(length.to_be_bytes())
        .finalize();
    Hash::from_bytes(digest.into())
}

/// The value of a field cannot be committed to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected the name of a field without a NUL character, found {found:?}")]
pub struct InvalidFieldName {
    /// The name.
    pub found: String,
}

/// The commitment to one value, given as canonical JSON.
pub fn commit_field(
    salt: &FieldSalt,
    name: &str,
    canonical_value: &[u8],
) -> Result<Hash, InvalidFieldName> {
    // A NUL inside the name would make two pairs of name and value one.
    if name.contains('\0') {
        return Err(InvalidFieldName {
            found: name.to_owned(),
        });
    }
    let digest = Sha256::new_with_prefix(FIELD)
        .chain_update(salt.0)
        .chain_update(name)
        .chain_update([0])
        .chain_update(canonical_value)
        .finalize();
    Ok(Hash::from_bytes(digest.into()))
}
