//! A store with objects over it that are not written yet.

use std::collections::BTreeMap;

use scrutineer_logstore::{Action, ObjectPath, Objects, StoreCause, StoreError};

/// Reads from memory first, then from the store; writes to neither.
#[derive(Debug)]
pub(super) struct Layered<'o, O> {
    pub(super) below: &'o O,
    pub(super) above: BTreeMap<ObjectPath, Vec<u8>>,
}

impl<O: Objects> Objects for Layered<'_, O> {
    fn put_new(&self, path: &ObjectPath, _: &[u8]) -> Result<(), StoreError> {
        Err(refused(Action::Write, path))
    }

    fn put_same_or_new(&self, path: &ObjectPath, _: &[u8]) -> Result<(), StoreError> {
        Err(refused(Action::Write, path))
    }

    fn replace(&self, path: &ObjectPath, _: Option<&[u8]>, _: &[u8]) -> Result<(), StoreError> {
        Err(refused(Action::Write, path))
    }

    fn get(&self, path: &ObjectPath, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
        match self.above.get(path) {
            Some(bytes) => Ok(Some(bytes.clone())),
            None => self.below.get(path, limit),
        }
    }

    fn delete(&self, path: &ObjectPath) -> Result<(), StoreError> {
        Err(refused(Action::Write, path))
    }

    fn list(&self, folder: &ObjectPath) -> Result<Vec<ObjectPath>, StoreError> {
        self.below.list(folder)
    }
}

fn refused(action: Action, path: &ObjectPath) -> StoreError {
    StoreError::new(action, path.as_str(), StoreCause::Exists)
}
