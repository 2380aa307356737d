//! Strict reading of small canonical documents: what is read is what would be written.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::ManifestError;

/// Reads a document and requires that writing it again gives the same bytes.
pub(crate) fn strict<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<T, ManifestError> {
    let read: T = serde_json::from_slice(bytes).map_err(|error| ManifestError::Malformed {
        line: error.line(),
        column: error.column(),
        why: error.to_string(),
    })?;
    let again = written(&read)?;
    if again == bytes {
        return Ok(read);
    }
    let same = again.iter().zip(bytes).take_while(|(a, b)| a == b).count();
    Err(ManifestError::NotCanonical { byte: same })
}

/// The one way a document is written: indented, keys in the order of the type, one line break at
/// the end.
pub(crate) fn written<T: Serialize>(value: &T) -> Result<Vec<u8>, ManifestError> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(|error| ManifestError::Malformed {
        line: 0,
        column: 0,
        why: error.to_string(),
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}
