//! The folder in which downloads are kept: `sha256/HEX`, the layout of a web mirror, so that a cache can
//! be served as one.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use crate::digest::Digest;
use crate::place::Outcome;
use crate::read::{self, Verified};

/// Where the bytes with this digest are kept.
pub(crate) fn entry(cache: &Path, sha256: Digest) -> PathBuf {
    cache.join("sha256").join(sha256.to_string())
}

/// The bytes kept under this digest. The cache lives on the machine we audit with, so an entry is
/// hashed each time it is read.
pub(crate) fn read(entry: &Path, sha256: Digest, limit: u64) -> Result<Vec<u8>, Outcome> {
    let outcome = read::open_regular(entry).and_then(|file| read::verified(file, sha256, limit));
    match outcome {
        Ok(Verified::Match(bytes)) => Ok(bytes),
        Ok(Verified::Other(found)) => Err(Outcome::OtherDigest(found)),
        Ok(Verified::TooLarge) => Err(Outcome::TooLarge { limit }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Outcome::Absent),
        Err(error) => Err(Outcome::Unreadable(error.to_string())),
    }
}

/// Keeps bytes whose digest the caller has checked. A reader sees the whole entry or none: the bytes
/// are written beside it and renamed.
pub(crate) fn write(entry: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(parent) = entry.parent() {
        fs::create_dir_all(parent)?;
    }
    let partial = entry.with_extension(format!("partial-{}", process::id()));
    let written = write_all(&partial, bytes).and_then(|()| fs::rename(&partial, entry));
    if written.is_err() {
        // The first failure is the one to report; a leftover partial file is never read.
        fs::remove_file(&partial).ok();
    }
    written
}

fn write_all(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
