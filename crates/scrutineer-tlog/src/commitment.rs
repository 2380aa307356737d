//! Salted commitments: what binds a log to a blob or a field that is not in it, and that nobody can
//! match any more once the salt is deleted.
//!
//! The formulas are this project's own, see `spec/log.md`; no C2SP specification has them. Salts are
//! random, one for each blob and each field, and never derived from public data: a short value could be
//! guessed otherwise.

use crate::hash::{Hash, sha256};

/// Bytes of the salt of a blob.
pub const BLOB_SALT: usize = 32;

/// Bytes of the salt of a field.
pub const FIELD_SALT: usize = 16;

/// A field name with a zero byte, which would make two fields look alike.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a field name without zero bytes, found {0:?}")]
pub struct FieldName(String);

/// Commits to a blob: SHA-256("blob-commitment/v1" || 0x00 || salt || SHA-256 of the blob || its length
/// as 8 bytes, big-endian).
pub fn blob(salt: &[u8; BLOB_SALT], digest: &Hash, length: u64) -> Hash {
    let mut hashed = Vec::from(*b"blob-commitment/v1\0");
    hashed.extend(salt);
    hashed.extend(digest.as_bytes());
    hashed.extend(length.to_be_bytes());
    sha256(&hashed)
}

/// Commits to the canonical JSON value of a field: SHA-256("field-commitment/v1" || 0x00 || salt || name
/// || 0x00 || value).
pub fn field(salt: &[u8; FIELD_SALT], name: &str, value: &str) -> Result<Hash, FieldName> {
    if name.contains('\0') {
        return Err(FieldName(name.to_owned()));
    }
    let mut hashed = Vec::from(*b"field-commitment/v1\0");
    hashed.extend(salt);
    hashed.extend(name.as_bytes());
    hashed.push(0);
    hashed.extend(value.as_bytes());
    Ok(sha256(&hashed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_zero_byte_is_refused() {
        assert!(field(&[0; FIELD_SALT], "a\0b", "1").is_err());
    }
}
