//! SHA-256 tree hashes (RFC 6962 section 2.1).

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::text;

/// A SHA-256 value: of a leaf, of a node, or of a tree.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; Hash::LEN]);

/// The root of a tree without entries: SHA-256 of nothing (RFC 6962 section 2.1).
pub const EMPTY_ROOT: Hash = Hash([
    0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24,
    0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
]);

impl Hash {
    /// Bytes of a hash.
    pub const LEN: usize = 32;

    /// A hash of these bytes.
    pub const fn from_bytes(bytes: [u8; Self::LEN]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }

    /// Standard base64 with padding, 44 characters, as checkpoints and proofs write it.
    pub fn to_base64(&self) -> String {
        text::encode_base64(&self.0)
    }

    /// Reads what [`Hash::to_base64`] writes; `None` for every other text, also for another encoding
    /// of the same bytes.
    pub fn from_base64(text: &str) -> Option<Self> {
        let bytes = text::decode_base64(text)?;
        bytes.try_into().ok().map(Self)
    }
}

/// Lower-case hexadecimal, 64 characters.
impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::write_hex(f, &self.0)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl From<[u8; Hash::LEN]> for Hash {
    fn from(bytes: [u8; Hash::LEN]) -> Self {
        Self(bytes)
    }
}

/// A text that is not a hash in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected 64 lower-case hexadecimal digits, found {0:?}")]
pub struct NotAHash(String);

/// Reads what `Display` writes.
impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        text::decode_hex(text)
            .and_then(|bytes| bytes.try_into().ok())
            .map(Self)
            .ok_or_else(|| NotAHash(text::shortened(text)))
    }
}

/// The hash of an entry as a leaf: SHA-256(0x00 || entry) (RFC 6962 section 2.1).
pub fn leaf_hash(entry: &[u8]) -> Hash {
    Hash(
        Sha256::new_with_prefix([0])
            .chain_update(entry)
            .finalize()
            .into(),
    )
}

/// The hash of two subtrees side by side: SHA-256(0x01 || left || right) (RFC 6962 section 2.1).
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Hash(
        Sha256::new_with_prefix([1])
            .chain_update(left.0)
            .chain_update(right.0)
            .finalize()
            .into(),
    )
}

/// SHA-256 without a prefix: of files, of names in paths, never of leaves or nodes.
pub fn sha256(bytes: &[u8]) -> Hash {
    Hash(Sha256::digest(bytes).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_of_nothing_is_the_hash_of_nothing() {
        assert_eq!(sha256(b""), EMPTY_ROOT);
    }

    #[test]
    fn hexadecimal_and_base64_print_back_and_have_one_form() {
        let hash = leaf_hash(b"entry 0");
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert_eq!(Hash::from_base64(&hash.to_base64()), Some(hash));
        assert!(hash.to_string().to_uppercase().parse::<Hash>().is_err());
        // The last character before the padding carries two unused bits: `V` is `U` with one of them set.
        let empty = EMPTY_ROOT.to_base64();
        assert_eq!(Hash::from_base64(&empty.replace("FU=", "FV=")), None);
        assert_eq!(Hash::from_base64(empty.trim_end_matches('=')), None);
        assert_eq!(Hash::from_base64(&format!("{empty} ")), None);
    }
}
