//! The files of the latest release, as the comparison with the entries meets them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use scrutineer_logstore::{DiskObjects, LogReader};
use scrutineer_tlog::{Hash, hash::sha256};

use super::releases::digest;
use super::report::{Matching, Record, Step};
use crate::data::{Listed, Published};
use crate::derive::DATA;
use crate::release::{Manifest, ReleasedFile, Role};

/// What was found of the files so far.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a warning of its own"
)]
pub(super) struct Files<'f> {
    reader: &'f LogReader<DiskObjects>,
    folder: &'f Path,
    manifest: &'f Manifest,
    /// Files that nothing was compared with so far.
    expected: BTreeMap<&'f str, &'f ReleasedFile>,
    /// Paths for people, and why.
    pub(super) differing: Vec<(String, String)>,
    /// Whether this version of the program made the release: then every file follows, to the byte.
    is_same_version: bool,
    is_unread: bool,
    is_other: bool,
    is_page_unread: bool,
}

impl<'f> Files<'f> {
    pub(super) fn new(
        reader: &'f LogReader<DiskObjects>,
        folder: &'f Path,
        manifest: &'f Manifest,
        is_same_version: bool,
    ) -> Self {
        // The canonical part of a report is compared apart; the rest has the words of its version.
        let compared = manifest
            .files
            .iter()
            .filter(|file| is_same_version || file.role != Role::Report);
        Self {
            reader,
            folder,
            manifest,
            expected: compared.map(|file| (file.path.as_str(), file)).collect(),
            differing: Vec::new(),
            is_same_version,
            is_unread: false,
            is_other: false,
            is_page_unread: false,
        }
    }

    /// Compares a file that was made as a whole.
    pub(super) fn whole(&mut self, path: &str, bytes: &[u8]) {
        self.made(path, sha256(bytes));
    }

    fn made(&mut self, path: &str, digest: Hash) {
        let Some(file) = self.expected.remove(path) else {
            return self.unpublished(path);
        };
        if digest == file.sha256.0 {
            return;
        }
        // The file itself may be gone or changed, which the release said already.
        if self.sound(file).is_none() {
            return;
        }
        // Another version of the program may describe the tables in other words and write other formats;
        // the tables themselves are the same for all.
        if self.is_same_version {
            self.follows_not(path);
        } else if Path::new(path).extension().is_some_and(|end| end == "xlsx") {
            self.is_unread = true;
        } else if file.role == Role::Text {
            self.is_other = true;
        } else {
            self.follows_not(path);
        }
    }

    fn follows_not(&mut self, path: &str) {
        let why = "expected the bytes that follow from the entries, found others";
        self.differing.push((path.to_owned(), why.to_owned()));
    }

    fn unpublished(&mut self, path: &str) {
        if self.is_same_version || Role::at(path) == Some(Role::Table) {
            let why = "follows from the entries but was not published";
            self.differing.push((path.to_owned(), why.to_owned()));
        } else {
            self.is_other = true;
        }
    }

    /// Where the file is, if it has the digest that the release names.
    fn sound(&self, file: &ReleasedFile) -> Option<PathBuf> {
        let object = file.object().ok()?;
        let (found, _) = digest(self.reader, &object).ok()??;
        (found == file.sha256.0).then(|| self.folder.join(object.as_str()))
    }

    /// Puts what was found into the record.
    pub(super) fn finish(mut self, record: &mut Record) {
        for (path, file) in &self.expected {
            if self.is_same_version || file.role == Role::Table {
                let why = "does not follow from the entries";
                self.differing.push(((*path).to_owned(), why.to_owned()));
            } else if file.role == Role::Page {
                self.is_page_unread = true;
            } else {
                self.is_other = true;
            }
        }
        if self.is_page_unread {
            record.warn("unread-page");
        }
        if self.is_unread {
            record.warn("unread-copy");
        }
        if self.is_other {
            record.warn("other-files");
        }
        record.found().tables = if self.differing.is_empty() {
            Matching::Match
        } else {
            Matching::Differ
        };
        for (path, why) in self.differing {
            let file = self
                .manifest
                .files
                .iter()
                .find(|file| file.path == path)
                .and_then(|file| file.object().ok())
                .map_or_else(|| path.clone(), |object| object.as_str().to_owned());
            record.fail(Step::Tables, file, format!("{path}: {why}"));
        }
    }
}

impl Published for Files<'_> {
    fn listed(&mut self, path: &str) -> Option<Listed> {
        let path = format!("{DATA}/{path}");
        let Some(file) = self.expected.remove(path.as_str()) else {
            self.unpublished(&path);
            return None;
        };
        Some(Listed {
            bytes: file.bytes,
            sha256: *file.sha256.0.as_bytes(),
        })
    }

    fn place(&mut self, path: &str) -> Option<PathBuf> {
        let path = format!("{DATA}/{path}");
        let file = self.manifest.files.iter().find(|file| file.path == path)?;
        self.sound(file)
    }

    fn differs(&mut self, path: &str, why: String) {
        self.differing.push((format!("{DATA}/{path}"), why));
    }

    fn text(&mut self, path: &str, made: Listed) {
        self.made(&format!("{DATA}/{path}"), Hash::from(made.sha256));
    }
}
