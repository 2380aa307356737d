//! The list of a site's files, which a release names.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::address::hex;

/// The list of a site's files: a line for each, in order of the path, with SHA-256, bytes and path.
#[derive(Clone, Debug, Default)]
pub struct Listing(BTreeMap<String, (String, u64)>);

impl Listing {
    /// Adds a file.
    pub fn add(&mut self, path: &str, bytes: &[u8]) {
        let digest = hex(&Sha256::digest(bytes));
        self.0.insert(path.to_owned(), (digest, bytes.len() as u64));
    }

    /// Reads a list; `None` where it has another form, order or a path twice.
    pub fn parse(text: &str) -> Option<Self> {
        let mut files = BTreeMap::new();
        for line in text.lines() {
            let mut parts = line.splitn(3, ' ');
            let (digest, bytes, path) = (parts.next()?, parts.next()?, parts.next()?);
            let is_digest = digest.len() == 64
                && digest
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
            if !is_digest {
                return None;
            }
            files.insert(path.to_owned(), (digest.to_owned(), bytes.parse().ok()?));
        }
        let list = Self(files);
        (list.to_text() == text).then_some(list)
    }

    /// The list as text.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (path, (digest, bytes)) in &self.0 {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{digest} {bytes} {path}");
        }
        text
    }

    /// Path, SHA-256 (lower-case hexadecimal) and bytes of every file, in order of the path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str, u64)> {
        self.0
            .iter()
            .map(|(path, (digest, bytes))| (path.as_str(), digest.as_str(), *bytes))
    }

    /// SHA-256 and bytes of a file.
    pub fn get(&self, path: &str) -> Option<(&str, u64)> {
        self.0
            .get(path)
            .map(|(digest, bytes)| (digest.as_str(), *bytes))
    }
}
