//! Files that are published beside the log and may be removed later.
//!
//! The log has only a salted commitment. A disclosure is the file and its opening: digest, length and
//! salt. When both are deleted, nobody can match even a kept copy to the commitment any more.

use scrutineer_logstore::{ObjectPath, ParsePathError};
use serde::{Deserialize, Serialize};

use crate::entry::{Digest, Number};
use crate::release::{ManifestError, strict, written};

/// The folder of disclosed files.
pub const BLOBS: &str = "blob";

/// A file that a release discloses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclosed {
    /// The commitment of its entry.
    pub commitment: Digest,
    /// Random, the name of the file: it says nothing of the content.
    pub id: Digest,
}

impl Disclosed {
    /// Where the file lies: `blob/<2 hexadecimal digits>/<id>`.
    ///
    /// # Errors
    /// Never: a digest is well-formed as a path.
    pub fn blob(&self) -> Result<ObjectPath, ParsePathError> {
        let id = self.id.0.to_string();
        ObjectPath::parse(&format!("{BLOBS}/{}/{id}", id.get(..2).unwrap_or("00")))
    }

    /// Where its opening lies: beside it, ending in `.meta`.
    ///
    /// # Errors
    /// Never, as [`Disclosed::blob`].
    pub fn opening(&self) -> Result<ObjectPath, ParsePathError> {
        ObjectPath::parse(&format!("{}.meta", self.blob()?.as_str()))
    }
}

/// What opens the commitment of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// How many bytes the file has.
    pub bytes: Number,
    /// 32 random bytes.
    pub salt: Digest,
    /// SHA-256 of the file.
    pub sha256: Digest,
}

impl Opening {
    /// Reads an opening; only the bytes that [`Opening::to_bytes`] writes.
    ///
    /// # Errors
    /// For every other text.
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestError> {
        strict(bytes)
    }

    /// The canonical bytes.
    ///
    /// # Errors
    /// Never for such values.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ManifestError> {
        written(self)
    }
}
