//! What the writer of a log needs from whatever keeps its bytes.

use crate::error::StoreError;
use crate::path::ObjectPath;

/// An object with the bytes it is to hold.
pub type NewObject = (ObjectPath, Vec<u8>);

/// A store of immutable objects, and of a few that are replaced.
///
/// A write is durable when its method returns: after a loss of power the object is there, whole. An object
/// is never seen half written. Implementations are [`DiskObjects`](crate::DiskObjects),
/// [`MemoryObjects`](crate::MemoryObjects) and, with the feature `s3`, `S3Objects`.
pub trait Objects: Send + Sync {
    /// Creates an object that must not exist.
    ///
    /// # Errors
    ///
    /// [`Exists`](crate::StoreCause::Exists) if it does, whatever its bytes.
    fn put_new(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError>;

    /// Creates an immutable object; one that is there with equal bytes is a success, so that a writer may
    /// repeat what it did before a crash.
    ///
    /// # Errors
    ///
    /// [`Differs`](crate::StoreCause::Differs) if it is there with other bytes.
    fn put_same_or_new(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError>;

    /// [`put_same_or_new`](Self::put_same_or_new) for several objects, in any order; stores for which
    /// durability has a price pay it once for all.
    ///
    /// # Errors
    ///
    /// The first failure; any of the other objects may then have been created.
    fn put_all_same_or_new(&self, objects: &[NewObject]) -> Result<(), StoreError> {
        objects
            .iter()
            .try_for_each(|(path, bytes)| self.put_same_or_new(path, bytes))
    }

    /// Replaces a mutable object if it still is what the caller last saw; `None` stands for absent.
    ///
    /// # Errors
    ///
    /// [`Changed`](crate::StoreCause::Changed) if it is not. After any other error it may have been
    /// replaced or not.
    fn replace(
        &self,
        path: &ObjectPath,
        expected: Option<&[u8]>,
        new: &[u8],
    ) -> Result<(), StoreError>;

    /// Gives several mutable objects their bytes, in any order, whatever is there; each is whole at every
    /// moment, and stores for which durability has a price pay it once for all.
    ///
    /// # Errors
    ///
    /// The first failure; any of the other objects may then have its new bytes.
    fn put_all(&self, objects: &[NewObject]) -> Result<(), StoreError> {
        objects.iter().try_for_each(|(path, bytes)| {
            let found = self.get(path, u64::MAX)?;
            if found.as_deref() == Some(bytes) {
                return Ok(());
            }
            self.replace(path, found.as_deref(), bytes)
        })
    }

    /// Reads an object whole; `None` if there is none.
    ///
    /// # Errors
    ///
    /// [`TooLarge`](crate::StoreCause::TooLarge) if it has more than `limit` bytes; nothing beyond them is
    /// then kept in memory.
    fn get(&self, path: &ObjectPath, limit: u64) -> Result<Option<Vec<u8>>, StoreError>;

    /// Reads an object in blocks, so that none larger than a block need be in memory; gives its length in
    /// bytes, `None` if there is none. A store that can only give an object whole gives it as one block.
    ///
    /// # Errors
    ///
    /// As [`get`](Self::get); blocks may have been given before.
    fn each_block(
        &self,
        path: &ObjectPath,
        limit: u64,
        take: &mut dyn FnMut(&[u8]),
    ) -> Result<Option<u64>, StoreError> {
        Ok(self.get(path, limit)?.map(|bytes| {
            take(&bytes);
            bytes.len() as u64
        }))
    }

    /// Deletes an object; one that is not there is a success.
    fn delete(&self, path: &ObjectPath) -> Result<(), StoreError>;

    /// The objects in a folder and below it, sorted by path; names that are no [`ObjectPath`] are left out.
    fn list(&self, folder: &ObjectPath) -> Result<Vec<ObjectPath>, StoreError>;
}

/// The signed head of a log: the one place where two writers meet.
///
/// It is trusted. Whoever can set it back can make the log sign two different trees of one size, so it is
/// kept apart from the public objects and never restored from a backup.
pub trait Head: Send {
    /// Where batches wait between being staged and being published.
    type Staging: Objects;

    /// The checkpoint that was committed last; `None` before the first.
    fn load(&self) -> Result<Option<Vec<u8>>, StoreError>;

    /// Replaces `expected` by `new` as one step, durably. This is the commit point of a batch.
    ///
    /// # Errors
    ///
    /// [`Changed`](crate::StoreCause::Changed) if the head is not `expected`: another writer was faster.
    /// After any other error the outcome is unknown.
    fn swap(&self, expected: Option<&[u8]>, new: &[u8]) -> Result<(), StoreError>;

    /// The store of staged batches, as private as the head.
    fn staging(&self) -> &Self::Staging;
}

impl<T: Objects + ?Sized> Objects for &T {
    fn put_new(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        (**self).put_new(path, bytes)
    }

    fn put_same_or_new(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        (**self).put_same_or_new(path, bytes)
    }

    fn put_all_same_or_new(&self, objects: &[NewObject]) -> Result<(), StoreError> {
        (**self).put_all_same_or_new(objects)
    }

    fn replace(
        &self,
        path: &ObjectPath,
        expected: Option<&[u8]>,
        new: &[u8],
    ) -> Result<(), StoreError> {
        (**self).replace(path, expected, new)
    }

    fn put_all(&self, objects: &[NewObject]) -> Result<(), StoreError> {
        (**self).put_all(objects)
    }

    fn get(&self, path: &ObjectPath, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
        (**self).get(path, limit)
    }

    fn each_block(
        &self,
        path: &ObjectPath,
        limit: u64,
        take: &mut dyn FnMut(&[u8]),
    ) -> Result<Option<u64>, StoreError> {
        (**self).each_block(path, limit, take)
    }

    fn delete(&self, path: &ObjectPath) -> Result<(), StoreError> {
        (**self).delete(path)
    }

    fn list(&self, folder: &ObjectPath) -> Result<Vec<ObjectPath>, StoreError> {
        (**self).list(folder)
    }
}
