//! Objects in a bucket.

use std::fmt;

use object_store::PutMode;

use super::S3Config;
use super::client::{Client, cause};
use crate::error::{Action, StoreCause, StoreError};
use crate::path::ObjectPath;
use crate::store::{NewObject, Objects};

/// Objects in a bucket of an S3-compatible server, under a prefix.
pub struct S3Objects {
    client: Client,
}

impl S3Objects {
    /// Opens a bucket to read and write, after trying that it heeds the conditions of writes.
    ///
    /// # Errors
    ///
    /// [`StoreCause::Unconditional`] if it does not, and those of the server.
    pub fn open(config: &S3Config) -> Result<Self, StoreError> {
        Self::with_role(config, "the bundle")
    }

    /// Opens a bucket to read from: nothing is tried and nothing is written.
    ///
    /// # Errors
    ///
    /// Where the configuration cannot be used.
    pub fn reading(config: &S3Config) -> Result<Self, StoreError> {
        Client::reading(config, "the bundle").map(|client| Self { client })
    }

    pub(super) fn with_role(config: &S3Config, role: &'static str) -> Result<Self, StoreError> {
        Client::open(config, role).map(|client| Self { client })
    }

    /// Creates those that are not there, and gives those that are.
    fn create_all<'o>(
        &self,
        objects: &'o [NewObject],
    ) -> Result<impl Iterator<Item = &'o NewObject> + use<'o>, StoreError> {
        let present = self.client.create_all(objects).map_err(|(number, error)| {
            let path = objects.get(number).map_or("", |(path, _)| path.as_str());
            StoreError::new(Action::Write, path, cause(&error))
        })?;
        Ok(present.into_iter().filter_map(|number| objects.get(number)))
    }

    /// An object that is there must have these bytes.
    fn compare(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        let differs = || StoreError::on(Action::Write, path, StoreCause::Differs);
        match self.client.get(path, bytes.len() as u64) {
            Ok(Some(found)) if found.bytes == bytes => Ok(()),
            Ok(_) => Err(differs()),
            Err(error) if matches!(error.cause(), StoreCause::TooLarge { .. }) => Err(differs()),
            Err(error) => Err(error),
        }
    }
}

impl fmt::Debug for S3Objects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3Objects").finish_non_exhaustive()
    }
}

impl Objects for S3Objects {
    fn put_new(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        self.client
            .put(path, bytes, PutMode::Create)
            .map(|_| ())
            .map_err(|error| StoreError::on(Action::Write, path, cause(&error)))
    }

    fn put_same_or_new(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        match self.put_new(path, bytes) {
            Err(error) if matches!(error.cause(), StoreCause::Exists) => self.compare(path, bytes),
            other => other,
        }
    }

    fn put_all_same_or_new(&self, objects: &[NewObject]) -> Result<(), StoreError> {
        let mut present = self.create_all(objects)?;
        present.try_for_each(|(path, bytes)| self.compare(path, bytes))
    }

    fn put_all(&self, objects: &[NewObject]) -> Result<(), StoreError> {
        let mut present = self.create_all(objects)?;
        present.try_for_each(|(path, bytes)| {
            let found = self.get(path, u64::MAX)?;
            if found.as_deref() == Some(bytes) {
                return Ok(());
            }
            self.replace(path, found.as_deref(), bytes)
        })
    }

    fn replace(
        &self,
        path: &ObjectPath,
        expected: Option<&[u8]>,
        new: &[u8],
    ) -> Result<(), StoreError> {
        self.client.replace(path, expected, new)
    }

    fn get(&self, path: &ObjectPath, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.client.get(path, limit)?.map(|found| found.bytes))
    }

    fn delete(&self, path: &ObjectPath) -> Result<(), StoreError> {
        self.client.delete(path)
    }

    fn list(&self, folder: &ObjectPath) -> Result<Vec<ObjectPath>, StoreError> {
        self.client.list(folder)
    }
}
