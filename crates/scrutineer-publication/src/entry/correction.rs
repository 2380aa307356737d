//! What an earlier record is replaced by, or that it no longer holds.

use scrutineer_tlog::Hash;
use serde::{Deserialize, Serialize, Serializer};

use crate::entry::Entry;
use crate::entry::value::{Digest, Number, V1, tag};

tag!(CorrectionTag = "correction");

/// Supersedes an earlier record of the same kind and key.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction<'a> {
    record: Option<Box<Entry<'a>>>,
    supersedes: Superseded,
}

impl<'a> Correction<'a> {
    /// A record that replaces another; `None` where it is of no kind of record.
    pub fn replacing(supersedes: Superseded, record: Entry<'a>) -> Option<Self> {
        record.kind().is_record().then(|| Self {
            record: Some(Box::new(record)),
            supersedes,
        })
    }

    /// A record that no longer holds, and nothing in its place.
    pub fn withdrawing(supersedes: Superseded) -> Self {
        Self {
            record: None,
            supersedes,
        }
    }

    /// What holds instead; `None` where nothing does.
    pub fn record(&self) -> Option<&Entry<'a>> {
        self.record.as_deref()
    }

    /// The record that no longer holds.
    pub fn supersedes(&self) -> Superseded {
        self.supersedes
    }

    pub(super) fn from_parts(supersedes: Superseded, record: Option<Entry<'a>>) -> Self {
        Self {
            record: record.map(Box::new),
            supersedes,
        }
    }
}

/// A leaf of the log, with its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Superseded {
    /// Its leaf hash.
    pub hash: Digest,
    /// Its index, from 0.
    pub leaf: Number,
}

impl Superseded {
    /// The leaf at `leaf`; `None` for an index beyond an entry's integers.
    pub fn new(leaf: u64, hash: Hash) -> Option<Self> {
        Some(Self {
            hash: Digest(hash),
            leaf: Number::new(leaf)?,
        })
    }
}

/// The fields in the order of their bytes.
#[derive(Serialize)]
struct Written<'b, 'a> {
    kind: CorrectionTag,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'b Entry<'a>>,
    supersedes: Superseded,
    v: V1,
}

impl Serialize for Correction<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written {
            kind: CorrectionTag,
            record: self.record(),
            supersedes: self.supersedes,
            v: V1,
        }
        .serialize(serializer)
    }
}

/// A correction whose record is of one known type.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Read<T> {
    #[expect(dead_code, reason = "read for its check only")]
    kind: CorrectionTag,
    pub(super) record: Option<T>,
    pub(super) supersedes: Superseded,
    #[expect(dead_code, reason = "read for its check only")]
    v: V1,
}
