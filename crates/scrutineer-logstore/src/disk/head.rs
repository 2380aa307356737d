//! The signed head and the staged batches in a private folder.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::durable::{create_folder, sync_folder};
use super::objects::DiskObjects;
use crate::error::{Action, StoreCause, StoreError};
use crate::path::ObjectPath;
use crate::store::{Head, Objects};

/// How a message calls the folder; its path on the machine is nobody else's business.
const NAME: &str = "the private state";

/// More than any checkpoint: a note has at most a million bytes.
const HEAD_LIMIT: u64 = 1 << 20;

/// The private state of a log in a folder that only its owner can enter.
///
/// Holds an advisory lock on the folder until it is dropped, so that a second process is turned away. The
/// folder has `lock`, `head` (the signed checkpoint committed last) and `staging/`.
#[derive(Debug)]
pub struct DiskHead {
    folder: DiskObjects,
    head: ObjectPath,
    // Closing it gives up the lock; the last field, so that it is dropped last.
    _lock: File,
}

impl DiskHead {
    /// Opens the folder, creating it with mode 0700 where it is absent, and locks it.
    ///
    /// # Errors
    ///
    /// [`StoreCause::Locked`] if another process has it open, [`StoreCause::Exposed`] if others than its
    /// owner may enter it, and those of the file system.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let fail = |error| StoreError::io(Action::Open, NAME, error);
        let folder: PathBuf = std::path::absolute(folder).map_err(fail)?;
        create_private(&folder)?;
        check_mode(&folder)?;
        let lock = File::create(folder.join("lock")).map_err(fail)?;
        match super::lock(&lock) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::new(Action::Open, NAME, StoreCause::Locked));
            }
            Err(TryLockError::Error(error)) => return Err(fail(error)),
        }
        Ok(Self {
            folder: DiskObjects::open_existing(&folder)?,
            head: ObjectPath::known("head"),
            _lock: lock,
        })
    }
}

impl Head for DiskHead {
    type Staging = DiskObjects;

    fn load(&self) -> Result<Option<Vec<u8>>, StoreError> {
        self.folder.get(&self.head, HEAD_LIMIT)
    }

    fn swap(&self, expected: Option<&[u8]>, new: &[u8]) -> Result<(), StoreError> {
        self.folder.replace(&self.head, expected, new)
    }

    fn staging(&self) -> &DiskObjects {
        &self.folder
    }
}

#[cfg(unix)]
fn create_private(folder: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::DirBuilderExt;

    let fail = |error| StoreError::io(Action::Open, NAME, error);
    if folder.is_dir() {
        return Ok(());
    }
    let mut touched = Vec::new();
    if let Some(parent) = folder.parent() {
        create_folder(parent, &mut touched).map_err(fail)?;
        touched.push(parent.to_owned());
    }
    // Created with its mode: set afterwards, there would be a moment in which others may look in.
    match fs::DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => return Err(fail(error)),
        _ => {}
    }
    touched
        .iter()
        .try_for_each(|folder| sync_folder(folder))
        .map_err(fail)
}

#[cfg(not(unix))]
fn create_private(folder: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(folder).map_err(|error| StoreError::io(Action::Open, NAME, error))
}

#[cfg(unix)]
fn check_mode(folder: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;

    let found = fs::metadata(folder).map_err(|error| StoreError::io(Action::Open, NAME, error))?;
    let mode = found.permissions().mode() & 0o7777;
    let for_others = mode & 0o077;
    if for_others == 0 {
        Ok(())
    } else {
        Err(StoreError::new(
            Action::Open,
            NAME,
            StoreCause::Exposed { mode },
        ))
    }
}

#[cfg(not(unix))]
fn check_mode(_folder: &Path) -> Result<(), StoreError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use scrutineer_testkit::scratch::Scratch;

    #[test]
    fn a_second_opener_is_turned_away_until_the_first_is_gone() {
        let scratch = Scratch::new();
        let state = scratch.path().join("state");
        let first = DiskHead::open(&state).unwrap();
        let error = DiskHead::open(&state).unwrap_err();
        assert!(matches!(error.cause(), StoreCause::Locked), "{error}");
        drop(first);
        DiskHead::open(&state).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_is_private_and_an_open_one_is_refused() {
        use std::os::unix::fs::PermissionsExt;

        let scratch = Scratch::new();
        let state = scratch.path().join("parent/state");
        drop(DiskHead::open(&state).unwrap());
        let mode = fs::metadata(&state).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        fs::set_permissions(&state, fs::Permissions::from_mode(0o750)).unwrap();
        let error = DiskHead::open(&state).unwrap_err();
        assert!(
            matches!(error.cause(), StoreCause::Exposed { mode: 0o750 }),
            "{error}"
        );
    }

    #[test]
    fn a_swap_needs_the_head_that_the_caller_last_saw() {
        let scratch = Scratch::new();
        let head = DiskHead::open(&scratch.path().join("state")).unwrap();
        assert_eq!(head.load().unwrap(), None);
        assert!(head.swap(Some(b"a"), b"b").is_err());
        head.swap(None, b"a").unwrap();
        let error = head.swap(None, b"b").unwrap_err();
        assert!(matches!(error.cause(), StoreCause::Changed), "{error}");
        head.swap(Some(b"a"), b"b").unwrap();
        assert_eq!(head.load().unwrap().as_deref(), Some(&b"b"[..]));
    }
}
