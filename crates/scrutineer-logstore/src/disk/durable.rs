//! The few file system steps that durability rests on.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The name under which the bytes of `target` are written before they are renamed into place. It begins
/// with a dot, which no object's name does, and is the same at every try, so that what a crash leaves
/// behind is overwritten when the write is repeated.
pub(super) fn temporary(target: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".tmp");
    target.with_file_name(name)
}

/// Writes and syncs the bytes under the temporary name of `target`.
pub(super) fn write_temporary(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = temporary(target);
    let written = File::create(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if written.is_err() {
        // A partial file on a full disk would keep the space that the next try needs. That this fails too
        // changes nothing: the name is overwritten by the next try.
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// Makes the entries of a folder durable: names created in it, renamed into it, removed from it.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Other systems make names durable by themselves and cannot open a folder.
#[cfg(not(unix))]
pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Creates a folder and its parents, and adds to `touched` every folder that got a new name in it.
pub(super) fn create_folder(folder: &Path, touched: &mut Vec<PathBuf>) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        create_folder(parent, touched)?;
        touched.push(parent.to_owned());
    }
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
}
