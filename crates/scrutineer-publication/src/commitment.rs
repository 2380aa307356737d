//! Commitments to material that is not in the log: a blob beside it, or one value.
//!
//! The formulas are those of `scrutineer_tlog::commitment`; here are the types that keep salts apart and
//! out of messages. Salts come from the caller, random, one per blob or value; once a salt is destroyed
//! nobody can match what it hid, even with a copy at hand.

use scrutineer_tlog::Hash;
use scrutineer_tlog::commitment::{self, BLOB_SALT, FIELD_SALT};

pub use scrutineer_tlog::commitment::FieldName;

/// The salt of a blob. It is as private as the blob: `Debug` does not print it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct BlobSalt([u8; BLOB_SALT]);

impl BlobSalt {
    /// A salt; it must be random and of one blob only.
    pub fn new(bytes: [u8; BLOB_SALT]) -> Self {
        Self(bytes)
    }

    /// The bytes, for the private state and for a disclosure.
    pub fn as_bytes(&self) -> &[u8; BLOB_SALT] {
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
pub struct FieldSalt([u8; FIELD_SALT]);

impl FieldSalt {
    /// A salt; it must be random and of one value only.
    pub fn new(bytes: [u8; FIELD_SALT]) -> Self {
        Self(bytes)
    }

    /// The bytes, for the private state and for a disclosure.
    pub fn as_bytes(&self) -> &[u8; FIELD_SALT] {
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
    commitment::blob(&salt.0, &sha256, length)
}

/// The commitment to one value, given as canonical JSON.
///
/// # Errors
/// [`FieldName`] where the name has a NUL character, which would make two pairs of name and value one.
pub fn commit_field(
    salt: &FieldSalt,
    name: &str,
    canonical_value: &str,
) -> Result<Hash, FieldName> {
    commitment::field(&salt.0, name, canonical_value)
}
