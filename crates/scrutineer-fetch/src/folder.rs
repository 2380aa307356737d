//! Searching a folder for a file with a digest.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::digest::Digest;
use crate::pinned::Pinned;
use crate::place::{Namesake, Outcome};
use crate::read::{self, Verified};

/// Bounds of a search, so that a mirror that is a whole disk ends in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Levels of subfolders below a mirror.
    pub max_depth: usize,
    /// Files listed in one mirror.
    pub max_files: usize,
    /// Bytes of one input; larger files are passed over, larger downloads are broken off.
    pub max_file_bytes: u64,
    /// Bytes hashed in one mirror in one lookup.
    pub max_hashed_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_depth: 8,
            max_files: 10_000,
            max_file_bytes: 1 << 30,
            max_hashed_bytes: 16 << 30,
        }
    }
}

/// What a search did not look into, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Symbolic links, which are not followed.
    pub links: usize,
    /// Files and folders that could not be read.
    pub unreadable: usize,
    /// Files ending in `.age`, which are never opened.
    pub sealed: usize,
    /// Files and folders beyond one of the [`Limits`].
    pub beyond_limits: usize,
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (count, what) in [
            (self.links, "symbolic links not followed"),
            (self.unreadable, "that cannot be read"),
            (self.sealed, "sealed, never opened"),
            (self.beyond_limits, "beyond the limits of the search"),
        ] {
            if count > 0 {
                write!(f, "; left out: {count} {what}")?;
            }
        }
        Ok(())
    }
}

/// A folder's files, listed once, with the digests computed so far.
pub(crate) struct Folder {
    files: Vec<(PathBuf, u64)>,
    digests: BTreeMap<usize, Option<Digest>>,
    hashed_bytes: u64,
    left_out: LeftOut,
}

/// What a search came to: the file, if one matched, and the account of the files before it.
pub(crate) struct Search {
    pub(crate) found: Option<(PathBuf, Vec<u8>)>,
    pub(crate) seen: Outcome,
}

impl Folder {
    /// Lists the files below `root`, sorted by path, within the limits. An error only where `root`
    /// itself cannot be listed.
    pub(crate) fn list(root: &Path, limits: &Limits) -> io::Result<Self> {
        let mut folder = Self {
            files: Vec::new(),
            digests: BTreeMap::new(),
            hashed_bytes: 0,
            left_out: LeftOut::default(),
        };
        fs::read_dir(root)?;
        let mut level = vec![root.to_path_buf()];
        for depth in 0..=limits.max_depth {
            let mut next = Vec::new();
            for directory in level {
                folder.list_one(&directory, limits, &mut next);
            }
            next.sort();
            if depth == limits.max_depth {
                folder.left_out.beyond_limits += next.len();
            }
            level = next;
        }
        folder.files.sort();
        Ok(folder)
    }

    fn list_one(&mut self, directory: &Path, limits: &Limits, next: &mut Vec<PathBuf>) {
        let Ok(entries) = fs::read_dir(directory) else {
            self.left_out.unreadable += 1;
            return;
        };
        let mut paths: Vec<PathBuf> = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => paths.push(entry.path()),
                Err(_) => self.left_out.unreadable += 1,
            }
        }
        // The order of a directory is the file system's; which files a limit keeps must not be.
        paths.sort();
        for path in paths {
            match fs::symlink_metadata(&path) {
                Err(_) => self.left_out.unreadable += 1,
                Ok(found) if found.is_symlink() => self.left_out.links += 1,
                Ok(found) if found.is_dir() => next.push(path),
                Ok(found) if found.is_file() => self.add(path, found.len(), limits),
                Ok(_) => {}
            }
        }
    }

    fn add(&mut self, path: PathBuf, size: u64, limits: &Limits) {
        let is_sealed = path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("age"));
        if is_sealed {
            self.left_out.sealed += 1;
        } else if self.files.len() >= limits.max_files || size > limits.max_file_bytes {
            self.left_out.beyond_limits += 1;
        } else {
            self.files.push((path, size));
        }
    }

    /// Looks for the pinned bytes: files of its name first, then of its size, then the others.
    pub(crate) fn search(&mut self, pinned: &Pinned, limits: &Limits) -> Search {
        let mut order: Vec<usize> = (0..self.files.len()).collect();
        order.sort_by_key(|&index| (self.class(index, pinned), index));
        let mut left_out = self.left_out;
        let mut namesakes = Vec::new();
        let mut files = 0;
        let mut found = None;
        for index in order {
            let is_namesake = self.class(index, pinned) == Class::Name;
            if !is_namesake && !self.digests.contains_key(&index) {
                if !self.may_hash(index, limits) {
                    left_out.beyond_limits += 1;
                    continue;
                }
                self.hash(index, limits);
            }
            let could_match =
                (self.digests.get(&index)).is_none_or(|known| *known == Some(pinned.sha256));
            let path = self.files[index].0.clone();
            if could_match && let Some(bytes) = self.read(index, pinned.sha256, limits) {
                found = Some((path, bytes));
                break;
            }
            match self.digests.get(&index).copied().flatten() {
                None => left_out.unreadable += 1,
                Some(sha256) => {
                    files += 1;
                    if is_namesake {
                        namesakes.push(Namesake { path, sha256 });
                    }
                }
            }
        }
        let seen = Outcome::Searched {
            files,
            namesakes,
            left_out,
        };
        Search { found, seen }
    }

    fn class(&self, index: usize, pinned: &Pinned) -> Class {
        let (path, size) = &self.files[index];
        if path.file_name() == Some(OsStr::new(&pinned.name)) {
            Class::Name
        } else if pinned.size == Some(*size) {
            Class::Size
        } else {
            Class::Other
        }
    }

    fn may_hash(&self, index: usize, limits: &Limits) -> bool {
        self.hashed_bytes.saturating_add(self.files[index].1) <= limits.max_hashed_bytes
    }

    /// The whole file where it has the digest. What it has instead is remembered.
    fn read(&mut self, index: usize, wanted: Digest, limits: &Limits) -> Option<Vec<u8>> {
        let (path, size) = &self.files[index];
        self.hashed_bytes = self.hashed_bytes.saturating_add(*size);
        let outcome = read::open_regular(path)
            .and_then(|file| read::verified(file, wanted, limits.max_file_bytes));
        let (digest, bytes) = match outcome {
            Ok(Verified::Match(bytes)) => (Some(wanted), Some(bytes)),
            Ok(Verified::Other(digest)) => (Some(digest), None),
            Ok(Verified::TooLarge) | Err(_) => (None, None),
        };
        self.digests.insert(index, digest);
        bytes
    }

    fn hash(&mut self, index: usize, limits: &Limits) {
        let (path, size) = &self.files[index];
        self.hashed_bytes = self.hashed_bytes.saturating_add(*size);
        let digest = read::digest_of_file(path, limits.max_file_bytes)
            .ok()
            .flatten();
        self.digests.insert(index, digest);
    }
}

/// How likely a file is the one, likeliest first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Name,
    Size,
    Other,
}
