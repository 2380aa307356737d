//! The signed head in a bucket.

use super::S3Config;
use super::objects::S3Objects;
use crate::error::StoreError;
use crate::path::ObjectPath;
use crate::store::{Head, Objects};

/// The private state of a log in a bucket: `head` and `staging/` under a prefix.
///
/// There is no lock. Two writers may have it open, and the first to swap the head turns the other away.
#[derive(Debug)]
pub struct S3Head {
    objects: S3Objects,
    head: ObjectPath,
}

impl S3Head {
    /// Opens the private state, after trying that the bucket heeds the conditions of writes.
    ///
    /// # Errors
    ///
    /// As [`S3Objects::open`].
    pub fn open(config: &S3Config) -> Result<Self, StoreError> {
        Ok(Self {
            objects: S3Objects::with_role(config, "the private state")?,
            head: ObjectPath::known("head"),
        })
    }
}

impl Head for S3Head {
    type Staging = S3Objects;

    fn load(&self) -> Result<Option<Vec<u8>>, StoreError> {
        self.objects
            .get(&self.head, scrutineer_tlog::note::MAX_BYTES as u64)
    }

    fn swap(&self, expected: Option<&[u8]>, new: &[u8]) -> Result<(), StoreError> {
        self.objects.replace(&self.head, expected, new)
    }

    fn staging(&self) -> &S3Objects {
        &self.objects
    }
}
