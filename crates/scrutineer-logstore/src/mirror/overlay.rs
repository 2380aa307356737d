//! The public folder as it will be: what waits to be published stands before what is there.

use std::collections::BTreeSet;

use scrutineer_tlog::TilePath;

use crate::disk::DiskObjects;
use crate::error::{Action, StoreCause, StoreError};
use crate::path::ObjectPath;
use crate::public::PublicObjects;
use crate::store::{NewObject, Objects};

/// Objects that wait in a folder of the private state, over the public ones.
#[derive(Debug)]
pub(super) struct Overlay<'a> {
    private: &'a DiskObjects,
    public: &'a PublicObjects,
    /// Where in the private folder they wait.
    prefix: ObjectPath,
}

impl<'a> Overlay<'a> {
    pub(super) fn new(
        private: &'a DiskObjects,
        public: &'a PublicObjects,
        prefix: ObjectPath,
    ) -> Self {
        Self {
            private,
            public,
            prefix,
        }
    }

    fn waiting(&self, path: &ObjectPath) -> ObjectPath {
        ObjectPath::known(format!("{}/{path}", self.prefix))
    }

    /// Puts an object in line, in place of what waits under its name.
    pub(super) fn stage(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        let waiting = self.waiting(path);
        self.private.delete(&waiting)?;
        self.private.put_new(&waiting, bytes)
    }

    /// Whether something waits under this name.
    pub(super) fn is_staged(&self, path: &ObjectPath) -> Result<bool, StoreError> {
        Ok(self.private.get(&self.waiting(path), u64::MAX)?.is_some())
    }

    /// What waits, sorted by path.
    pub(super) fn staged(&self) -> Result<Vec<ObjectPath>, StoreError> {
        let found = self.private.list(&self.prefix)?;
        let own = |path: &ObjectPath| {
            let name = path
                .as_str()
                .strip_prefix(self.prefix.as_str())?
                .strip_prefix('/')?;
            ObjectPath::parse(name).ok()
        };
        Ok(found.iter().filter_map(own).collect())
    }

    pub(super) fn drop_staged(&self, path: &ObjectPath) -> Result<(), StoreError> {
        self.private.delete(&self.waiting(path))
    }

    /// Drops tiles that waited for another checkpoint.
    pub(super) fn drop_staged_tiles_except(
        &self,
        wanted: impl Iterator<Item = TilePath>,
    ) -> Result<(), StoreError> {
        let is_tile = |path: &ObjectPath| path.as_str().starts_with("tile/");
        let mut old: BTreeSet<ObjectPath> = self.staged()?.into_iter().filter(is_tile).collect();
        if old.is_empty() {
            return Ok(());
        }
        for path in wanted {
            old.remove(&path.into());
        }
        old.iter().try_for_each(|path| self.drop_staged(path))
    }

    /// The first of these objects, with about `limit` bytes together, and how many they are.
    pub(super) fn read_group(
        &self,
        paths: &[ObjectPath],
        limit: usize,
    ) -> Result<(Vec<NewObject>, usize), StoreError> {
        let mut group = Vec::new();
        let (mut taken, mut bytes) = (0, 0);
        for path in paths {
            if bytes >= limit {
                break;
            }
            taken += 1;
            if let Some(object) = self.private.get(&self.waiting(path), u64::MAX)? {
                bytes += object.len();
                group.push((path.clone(), object));
            }
        }
        Ok((group, taken))
    }
}

impl Objects for Overlay<'_> {
    fn put_new(&self, path: &ObjectPath, _bytes: &[u8]) -> Result<(), StoreError> {
        Err(StoreError::on(Action::Write, path, StoreCause::Denied))
    }

    fn put_same_or_new(&self, path: &ObjectPath, _bytes: &[u8]) -> Result<(), StoreError> {
        Err(StoreError::on(Action::Write, path, StoreCause::Denied))
    }

    fn replace(
        &self,
        path: &ObjectPath,
        _expected: Option<&[u8]>,
        _new: &[u8],
    ) -> Result<(), StoreError> {
        Err(StoreError::on(Action::Replace, path, StoreCause::Denied))
    }

    fn get(&self, path: &ObjectPath, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
        match self.private.get(&self.waiting(path), limit)? {
            Some(bytes) => Ok(Some(bytes)),
            None => self.public.get(path, limit),
        }
    }

    fn delete(&self, path: &ObjectPath) -> Result<(), StoreError> {
        Err(StoreError::on(Action::Delete, path, StoreCause::Denied))
    }

    fn list(&self, folder: &ObjectPath) -> Result<Vec<ObjectPath>, StoreError> {
        let inside = format!("{folder}/");
        let staged = self.staged()?;
        let staged = staged
            .into_iter()
            .filter(|path| path.as_str().starts_with(&inside));
        let mut found: BTreeSet<ObjectPath> = staged.collect();
        found.extend(self.public.list(folder)?);
        Ok(found.into_iter().collect())
    }
}
