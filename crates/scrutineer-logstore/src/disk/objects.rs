//! Objects as files of a folder.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::thread;

use super::durable::{create_folder, sync_folder, temporary, write_temporary};
use crate::error::{Action, StoreCause, StoreError};
use crate::path::ObjectPath;
use crate::store::{NewObject, Objects};

/// Syncs of one batch that wait at the same time. They wait for the device and not for a processor, and a
/// journalling file system joins those that wait together into few commits.
const SYNCS_AT_ONCE: usize = 8;

/// Bytes that are read at once of an object that is not read whole.
const BLOCK: usize = 1 << 18;

/// The files of a folder, written so that each is there whole or not at all.
///
/// A file is written under a temporary name, synced, renamed, and its folder is synced. Links and anything
/// else that is no plain file are not followed. One process at a time may write: the lock of
/// [`DiskHead`](crate::DiskHead) sees to it.
#[derive(Debug)]
pub struct DiskObjects {
    root: PathBuf,
}

impl DiskObjects {
    /// Opens the folder, creating it where it is absent.
    ///
    /// # Errors
    ///
    /// Those of creating it.
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        let fail = |error| StoreError::io(Action::Open, "the bundle", error);
        let root = std::path::absolute(root).map_err(fail)?;
        let mut touched = Vec::new();
        create_folder(&root, &mut touched).map_err(fail)?;
        touched
            .iter()
            .try_for_each(|folder| sync_folder(folder))
            .map_err(fail)?;
        Ok(Self { root })
    }

    /// Opens a folder to read from: nothing is created.
    ///
    /// # Errors
    ///
    /// If it is absent or no folder.
    pub fn open_existing(root: &Path) -> Result<Self, StoreError> {
        let fail = |error| StoreError::io(Action::Open, "the bundle", error);
        if !fs::metadata(root).map_err(fail)?.is_dir() {
            return Err(fail(io::ErrorKind::NotADirectory.into()));
        }
        let root = std::path::absolute(root).map_err(fail)?;
        Ok(Self { root })
    }

    fn place(&self, path: &ObjectPath) -> PathBuf {
        self.root.join(path.as_str())
    }

    /// The file of an object, opened, with its length; `None` if there is none.
    fn plain_file(&self, path: &ObjectPath, limit: u64) -> Result<Option<(File, u64)>, StoreError> {
        let place = self.place(path);
        let fail = |error| StoreError::io(Action::Read, path.as_str(), error);
        let found = match fs::symlink_metadata(&place) {
            Err(error) if is_absence(&error) => return Ok(None),
            other => other.map_err(fail)?,
        };
        // Asked before opening: opening a pipe would wait for its writer.
        if !found.is_file() {
            return Err(StoreError::on(Action::Read, path, StoreCause::NotAFile));
        }
        if found.len() > limit {
            return Err(too_large(path, limit));
        }
        match File::open(&place) {
            Err(error) if is_absence(&error) => Ok(None),
            other => Ok(Some((other.map_err(fail)?, found.len()))),
        }
    }

    /// Which of the objects must still be written.
    fn absent<'a>(&self, objects: &'a [NewObject]) -> Result<Vec<&'a NewObject>, StoreError> {
        let mut absent = Vec::new();
        for object in objects {
            let (path, bytes) = object;
            if fs::symlink_metadata(self.place(path)).is_err() {
                absent.push(object);
            } else if !self.holds(path, bytes)? {
                return Err(StoreError::on(Action::Write, path, StoreCause::Differs));
            }
        }
        Ok(absent)
    }

    fn holds(&self, path: &ObjectPath, bytes: &[u8]) -> Result<bool, StoreError> {
        let limit = bytes.len() as u64;
        match self.get(path, limit) {
            Ok(found) => Ok(found.as_deref() == Some(bytes)),
            Err(error) if matches!(error.cause(), StoreCause::TooLarge { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Writes some of the objects; the folders of all are synced.
    fn write_all(&self, objects: &[NewObject], written: &[&NewObject]) -> Result<(), StoreError> {
        // Folders of files that are there already are synced as well: the crash after which we repeat a
        // write may have come between their rename and the sync of their folder.
        let mut touched = Vec::new();
        for (path, _) in objects {
            if let Some(folder) = self.place(path).parent() {
                create_folder(folder, &mut touched)
                    .map_err(|error| StoreError::io(Action::Write, path.as_str(), error))?;
                touched.push(folder.to_owned());
            }
        }
        touched.sort_unstable();
        touched.dedup();

        at_once(written, |(path, bytes)| {
            write_temporary(&self.place(path), bytes)
                .map_err(|error| StoreError::io(Action::Write, path.as_str(), error))
        })?;
        for (path, _) in written {
            let place = self.place(path);
            fs::rename(temporary(&place), &place)
                .map_err(|error| StoreError::io(Action::Write, path.as_str(), error))?;
        }
        at_once(&touched, |folder| {
            sync_folder(folder).map_err(|error| {
                let shown = folder.strip_prefix(&self.root).unwrap_or(Path::new(""));
                StoreError::io(Action::Write, shown.to_string_lossy(), error)
            })
        })
    }

    fn write(&self, path: &ObjectPath, bytes: &[u8], action: Action) -> Result<(), StoreError> {
        let fail = |error| StoreError::io(action, path.as_str(), error);
        let place = self.place(path);
        let mut touched = Vec::new();
        if let Some(folder) = place.parent() {
            create_folder(folder, &mut touched).map_err(fail)?;
            touched.push(folder.to_owned());
        }
        write_temporary(&place, bytes).map_err(fail)?;
        fs::rename(temporary(&place), &place).map_err(fail)?;
        touched.sort_unstable();
        touched.dedup();
        touched
            .iter()
            .try_for_each(|folder| sync_folder(folder))
            .map_err(fail)
    }
}

impl Objects for DiskObjects {
    fn put_new(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        if fs::symlink_metadata(self.place(path)).is_ok() {
            return Err(StoreError::on(Action::Write, path, StoreCause::Exists));
        }
        self.write(path, bytes, Action::Write)
    }

    fn put_same_or_new(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        self.put_all_same_or_new(&[(path.clone(), bytes.to_vec())])
    }

    fn put_all_same_or_new(&self, objects: &[NewObject]) -> Result<(), StoreError> {
        self.write_all(objects, &self.absent(objects)?)
    }

    fn put_all(&self, objects: &[NewObject]) -> Result<(), StoreError> {
        self.write_all(objects, &objects.iter().collect::<Vec<_>>())
    }

    fn replace(
        &self,
        path: &ObjectPath,
        expected: Option<&[u8]>,
        new: &[u8],
    ) -> Result<(), StoreError> {
        let unchanged = match expected {
            Some(bytes) => self.holds(path, bytes)?,
            None => fs::symlink_metadata(self.place(path)).is_err(),
        };
        if !unchanged {
            return Err(StoreError::on(Action::Replace, path, StoreCause::Changed));
        }
        self.write(path, new, Action::Replace)
    }

    fn get(&self, path: &ObjectPath, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let Some((file, length)) = self.plain_file(path, limit)? else {
            return Ok(None);
        };
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
        file.take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| StoreError::io(Action::Read, path.as_str(), error))?;
        if bytes.len() as u64 > limit {
            return Err(too_large(path, limit));
        }
        Ok(Some(bytes))
    }

    fn each_block(
        &self,
        path: &ObjectPath,
        limit: u64,
        take: &mut dyn FnMut(&[u8]),
    ) -> Result<Option<u64>, StoreError> {
        let Some((mut file, _)) = self.plain_file(path, limit)? else {
            return Ok(None);
        };
        let mut block = vec![0; BLOCK];
        let mut length = 0;
        loop {
            let read = match file.read(&mut block) {
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(StoreError::io(Action::Read, path.as_str(), error)),
            };
            if read == 0 {
                return Ok(Some(length));
            }
            length += read as u64;
            if length > limit {
                return Err(too_large(path, limit));
            }
            take(block.get(..read).unwrap_or_default());
        }
    }

    fn delete(&self, path: &ObjectPath) -> Result<(), StoreError> {
        match fs::remove_file(self.place(path)) {
            Err(error) if !is_absence(&error) => {
                Err(StoreError::io(Action::Delete, path.as_str(), error))
            }
            _ => Ok(()),
        }
    }

    fn list(&self, folder: &ObjectPath) -> Result<Vec<ObjectPath>, StoreError> {
        let mut found = Vec::new();
        walk(&self.place(folder), folder.as_str(), &mut found)
            .map_err(|error| StoreError::io(Action::List, folder.as_str(), error))?;
        found.sort_unstable();
        Ok(found)
    }
}

fn too_large(path: &ObjectPath, limit: u64) -> StoreError {
    StoreError::on(Action::Read, path, StoreCause::TooLarge { limit })
}

/// A path below something that is no folder is as absent as one in an empty folder.
fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

fn walk(folder: &Path, name: &str, found: &mut Vec<ObjectPath>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if is_absence(&error) => return Ok(()),
        other => other?,
    };
    for entry in entries {
        let entry = entry?;
        let Some(path) = entry
            .file_name()
            .to_str()
            .and_then(|file| ObjectPath::parse(&format!("{name}/{file}")).ok())
        else {
            continue;
        };
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), path.as_str(), found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

/// Does `work` for every item, a few at a time, and returns the failure of the first item that has one.
fn at_once<T: Sync>(
    items: &[T],
    work: impl Fn(&T) -> Result<(), StoreError> + Sync,
) -> Result<(), StoreError> {
    if items.len() < 2 {
        return items.iter().try_for_each(work);
    }
    let share = items.len().div_ceil(SYNCS_AT_ONCE);
    thread::scope(|scope| {
        let workers: Vec<_> = items
            .chunks(share)
            .map(|chunk| scope.spawn(|| chunk.iter().try_for_each(&work)))
            .collect();
        workers
            .into_iter()
            .map(|worker| {
                worker
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .fold(Ok(()), Result::and)
    })
}
