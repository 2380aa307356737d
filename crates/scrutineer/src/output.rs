//! Writing: a file is there whole or not at all, and nobody else's folder is written into.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file beside its final name and renames it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = Whole::create(path)?;
    file.write_all(bytes)?;
    file.keep()
}

/// As [`write`], without waiting until the bytes are on the disk: for thousands of files that can be made again.
pub(crate) fn write_again(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = Whole::create(path)?;
    file.is_synced = false;
    file.write_all(bytes)?;
    file.keep()
}

/// As [`write`]; nobody else may read the file, where the system knows of others.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = Whole::create(path)?;
    #[cfg(unix)]
    if let Some(held) = &file.file {
        use std::os::unix::fs::PermissionsExt;
        held.set_permissions(fs::Permissions::from_mode(0o600))?;
    }
    file.write_all(bytes)?;
    file.keep()
}

/// A file that is being written; without [`Whole::keep`] nothing remains of it.
pub(crate) struct Whole {
    path: PathBuf,
    partial: PathBuf,
    file: Option<File>,
    is_synced: bool,
}

impl Whole {
    /// Starts a file, with the folders above it.
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".partial-{}", std::process::id()));
        let partial = path.with_file_name(name);
        Ok(Self {
            path: path.to_path_buf(),
            file: Some(File::create(&partial)?),
            partial,
            is_synced: true,
        })
    }

    /// Adds bytes.
    pub(crate) fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.file {
            Some(file) => file.write_all(bytes),
            None => Ok(()),
        }
    }

    /// Puts the file in its place.
    pub(crate) fn keep(mut self) -> io::Result<()> {
        if let Some(file) = self.file.take() {
            // The handle is closed before the name changes; some systems insist on it.
            let synced = if self.is_synced {
                file.sync_all()
            } else {
                Ok(())
            };
            drop(file);
            synced
                .and_then(|()| fs::rename(&self.partial, &self.path))
                .inspect_err(|_| {
                    fs::remove_file(&self.partial).ok();
                })?;
        }
        Ok(())
    }
}

impl Drop for Whole {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            fs::remove_file(&self.partial).ok();
        }
    }
}

/// Whether a folder may be written into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Claim {
    /// It is absent, empty, or carries our mark.
    Ours,
    /// It holds something else, or is no folder.
    Foreign,
}

/// Judges a folder. `mark` is a file that an earlier run of the same command left; without one only
/// an absent or empty folder will do.
pub(crate) fn claim(folder: &Path, mark: Option<&str>) -> io::Result<Claim> {
    let mut entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Claim::Ours),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Ok(Claim::Foreign),
        Err(error) => return Err(error),
    };
    let is_marked = mark.is_some_and(|mark| folder.join(mark).is_file());
    Ok(if is_marked || entries.next().is_none() {
        Claim::Ours
    } else {
        Claim::Foreign
    })
}

/// Writes files given in pieces below a folder; pieces of one file follow each other. Gives the
/// paths in order.
pub(crate) fn write_pieces(
    folder: &Path,
    pieces: impl IntoIterator<Item = (String, Vec<u8>)>,
) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut current: Option<(String, Whole)> = None;
    for (name, bytes) in pieces {
        let path = folder.join(&name);
        let failed = |error| (path.clone(), error);
        let mut file = match current.take() {
            Some((held, file)) if held == name => file,
            earlier => {
                close(earlier, &paths)?;
                paths.push(path.clone());
                Whole::create(&path).map_err(failed)?
            }
        };
        file.write_all(&bytes).map_err(failed)?;
        current = Some((name, file));
    }
    close(current, &paths)?;
    Ok(paths)
}

fn close(held: Option<(String, Whole)>, paths: &[PathBuf]) -> Result<(), (PathBuf, io::Error)> {
    let Some((_, file)) = held else {
        return Ok(());
    };
    file.keep()
        .map_err(|error| (paths.last().cloned().unwrap_or_default(), error))
}

#[cfg(test)]
mod tests {
    use scrutineer_testkit::scratch::Scratch;

    use super::*;

    #[test]
    fn a_file_that_is_not_kept_leaves_the_old_one_and_no_trace() {
        let scratch = Scratch::new();
        let path = scratch.write("a.txt", "old");
        let mut file = Whole::create(&path).unwrap();
        file.write_all(b"half").unwrap();
        drop(file);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 1);
        write(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 1);
    }

    #[test]
    fn only_an_absent_an_empty_and_a_marked_folder_are_ours() {
        let scratch = Scratch::new();
        let folder = scratch.path();
        assert_eq!(claim(&folder.join("new"), None).unwrap(), Claim::Ours);
        assert_eq!(claim(folder, None).unwrap(), Claim::Ours);
        let file = scratch.write("theirs.txt", "x");
        assert_eq!(claim(folder, Some(".mark")).unwrap(), Claim::Foreign);
        assert_eq!(claim(&file, None).unwrap(), Claim::Foreign);
        scratch.write(".mark", "");
        assert_eq!(claim(folder, Some(".mark")).unwrap(), Claim::Ours);
        assert_eq!(claim(folder, None).unwrap(), Claim::Foreign);
    }

    #[test]
    fn pieces_of_one_file_are_joined_in_their_order() {
        let scratch = Scratch::new();
        let pieces = [("a/x", "1"), ("a/x", "2"), ("b", "3")]
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        let paths = write_pieces(scratch.path(), pieces).unwrap();
        assert_eq!(paths.len(), 2);
        assert_eq!(fs::read(&paths[0]).unwrap(), b"12");
        assert_eq!(fs::read(&paths[1]).unwrap(), b"3");
    }
}
