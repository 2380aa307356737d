//! Where the public objects of a log are, whatever kind of place that is.

use crate::disk::DiskObjects;
use crate::error::StoreError;
use crate::path::ObjectPath;
#[cfg(feature = "s3")]
use crate::s3::S3Objects;
use crate::store::{NewObject, Objects};

/// The public objects of a log: a folder or, with the feature `s3`, a bucket.
#[derive(Debug)]
#[non_exhaustive]
pub enum PublicObjects {
    /// The files of a folder.
    Folder(DiskObjects),
    /// The objects of a bucket.
    #[cfg(feature = "s3")]
    Bucket(S3Objects),
}

impl PublicObjects {
    fn place(&self) -> &dyn Objects {
        match self {
            Self::Folder(folder) => folder,
            #[cfg(feature = "s3")]
            Self::Bucket(bucket) => bucket,
        }
    }
}

impl From<DiskObjects> for PublicObjects {
    fn from(folder: DiskObjects) -> Self {
        Self::Folder(folder)
    }
}

#[cfg(feature = "s3")]
impl From<S3Objects> for PublicObjects {
    fn from(bucket: S3Objects) -> Self {
        Self::Bucket(bucket)
    }
}

impl Objects for PublicObjects {
    fn put_new(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        self.place().put_new(path, bytes)
    }

    fn put_same_or_new(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        self.place().put_same_or_new(path, bytes)
    }

    fn put_all_same_or_new(&self, objects: &[NewObject]) -> Result<(), StoreError> {
        self.place().put_all_same_or_new(objects)
    }

    fn put_all(&self, objects: &[NewObject]) -> Result<(), StoreError> {
        self.place().put_all(objects)
    }

    fn replace(
        &self,
        path: &ObjectPath,
        expected: Option<&[u8]>,
        new: &[u8],
    ) -> Result<(), StoreError> {
        self.place().replace(path, expected, new)
    }

    fn get(&self, path: &ObjectPath, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.place().get(path, limit)
    }

    fn delete(&self, path: &ObjectPath) -> Result<(), StoreError> {
        self.place().delete(path)
    }

    fn list(&self, folder: &ObjectPath) -> Result<Vec<ObjectPath>, StoreError> {
        self.place().list(folder)
    }
}
