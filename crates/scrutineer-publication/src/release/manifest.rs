//! The manifest of a release and the pointer to the latest.

use scrutineer_logstore::{ObjectPath, ParsePathError};
use scrutineer_model::Date;
use scrutineer_tlog::Hash;
use scrutineer_tlog::hash::sha256;
use serde::{Deserialize, Serialize};

use super::problems::{strict, written};
use super::{DEMONSTRATION, FILES, RELEASES, Role};
use crate::disclosure::Disclosed;
use crate::entry::{Digest, Number};

const SCHEMA: &str = "scrutineer/release/1";
const LATEST_SCHEMA: &str = "scrutineer/latest/1";

/// One file of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleasedFile {
    /// The name for people, with `/`; the bytes lie under `files/` by their digest.
    pub path: String,
    /// SHA-256 of the bytes.
    pub sha256: Digest,
    /// How many bytes.
    pub bytes: u64,
    /// What it is.
    pub role: Role,
}

impl ReleasedFile {
    /// The file with these bytes.
    pub fn of(path: impl Into<String>, role: Role, bytes: &[u8]) -> Self {
        Self {
            path: path.into(),
            sha256: Digest(sha256(bytes)),
            bytes: bytes.len() as u64,
            role,
        }
    }

    /// Where the bytes lie in a bundle.
    ///
    /// # Errors
    /// Never for a digest, which is well-formed as a path.
    pub fn object(&self) -> Result<ObjectPath, ParsePathError> {
        ObjectPath::parse(&format!("{FILES}/{}", self.sha256.0))
    }
}

/// Every file that was derived from the first `size` entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    schema: String,
    /// Origin of the log.
    pub origin: String,
    /// Entries that the files are made from.
    pub size: Number,
    /// Root of the tree of these entries.
    pub root: Digest,
    /// Version of the rule set of the report.
    pub rules: String,
    /// The report's date.
    pub as_of: Date,
    /// Who issues the reports under `nist/`; absent without such.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub issuer: Option<String>,
    /// Files beside the log that may be removed later, in order.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub disclosed: Vec<Disclosed>,
    /// In order of their path, each path once.
    pub files: Vec<ReleasedFile>,
}

/// A document of a release that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ManifestError {
    /// Not of the documented form.
    #[error("line {line}, column {column}: expected the documented form, found: {why}")]
    Malformed {
        /// Line from 1; 0 for the document as a whole.
        line: usize,
        /// Column from 1.
        column: usize,
        /// What the reader says.
        why: String,
    },
    /// The same values in other bytes.
    #[error("byte {byte}: expected the canonical form, found other spacing, order or spelling")]
    NotCanonical {
        /// First byte that differs, from 0.
        byte: usize,
    },
    /// Another schema.
    #[error("schema: expected {expected:?}, found {found:?}")]
    Schema {
        /// The schema of this program.
        expected: &'static str,
        /// That of the document.
        found: String,
    },
    /// A role that says to compare a file in another way than its path does.
    #[error("{path}: expected the role {expected:?} of files with such a path, found {found:?}")]
    Role {
        /// The file.
        path: String,
        /// That of the path.
        expected: Role,
        /// That of the manifest.
        found: Role,
    },
    /// Files out of order, or a path twice, or one that leaves its folder.
    #[error("files: expected relative paths in ascending order, each once, found {found:?}")]
    Order {
        /// The first path that is wrong.
        found: String,
    },
}

impl Manifest {
    /// A manifest; the files are put in order.
    ///
    /// # Errors
    /// [`ManifestError::Order`] where two files have one path, or a path is absolute or has an empty
    /// part, `.` or `..`.
    pub fn new(
        origin: String,
        (size, root): (Number, Hash),
        rules: String,
        as_of: Date,
        mut files: Vec<ReleasedFile>,
    ) -> Result<Self, ManifestError> {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let manifest = Self {
            schema: SCHEMA.to_owned(),
            origin,
            size,
            root: Digest(root),
            rules,
            as_of,
            issuer: None,
            disclosed: Vec::new(),
            files,
        };
        manifest.checked()
    }

    /// Whether the log was signed with the key that everyone has.
    pub fn is_demonstration(&self) -> bool {
        self.origin == DEMONSTRATION
    }

    /// Reads a manifest; only the bytes that [`Manifest::to_bytes`] writes.
    ///
    /// # Errors
    /// As the type lists.
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestError> {
        let read: Self = strict(bytes)?;
        read.checked()
    }

    /// The canonical bytes.
    ///
    /// # Errors
    /// Never for values that were checked; the type of the writer allows for one.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ManifestError> {
        written(self)
    }

    /// Where it lies in a bundle: `releases/<size>-<first 8 hexadecimal digits of the root>.json`.
    ///
    /// # Errors
    /// Never: the name is well-formed.
    pub fn object(&self) -> Result<ObjectPath, ParsePathError> {
        manifest_object(self.size.get(), &self.root.0)
    }

    fn checked(self) -> Result<Self, ManifestError> {
        if self.schema != SCHEMA {
            return Err(ManifestError::Schema {
                expected: SCHEMA,
                found: self.schema,
            });
        }
        let mut last: Option<&str> = None;
        for file in &self.files {
            let is_relative = file
                .path
                .split('/')
                .all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']));
            if !is_relative || last.is_some_and(|last| last >= file.path.as_str()) {
                return Err(ManifestError::Order {
                    found: file.path.clone(),
                });
            }
            // A role that follows from no entry would ask for no comparison at all.
            let expected = match Role::at(&file.path) {
                None if file.role.is_beside() => Some(Role::Copy),
                other => other,
            };
            if let Some(expected) = expected.filter(|role| *role != file.role) {
                return Err(ManifestError::Role {
                    path: file.path.clone(),
                    expected,
                    found: file.role,
                });
            }
            last = Some(&file.path);
        }
        Ok(self)
    }
}

/// Where the manifest of a release lies.
pub(crate) fn manifest_object(size: u64, root: &Hash) -> Result<ObjectPath, ParsePathError> {
    let hex = root.to_string();
    let short = hex.get(..8).unwrap_or(&hex);
    ObjectPath::parse(&format!("{RELEASES}/{size}-{short}.json"))
}

/// Which release is the latest: for whoever serves files; derived, never trusted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Latest {
    schema: String,
    /// Origin of the log.
    pub origin: String,
    /// Entries that the release is made from.
    pub size: Number,
    /// Root of the tree of these entries.
    pub root: Digest,
    /// Path of the manifest in the bundle.
    pub manifest: String,
    /// SHA-256 of the manifest.
    pub sha256: Digest,
}

impl Latest {
    /// The pointer to a manifest with these bytes.
    ///
    /// # Errors
    /// Never for a manifest of this program.
    pub fn to(manifest: &Manifest, bytes: &[u8]) -> Result<Self, ParsePathError> {
        Ok(Self {
            schema: LATEST_SCHEMA.to_owned(),
            origin: manifest.origin.clone(),
            size: manifest.size,
            root: manifest.root,
            manifest: manifest.object()?.as_str().to_owned(),
            sha256: Digest(sha256(bytes)),
        })
    }

    /// The canonical bytes.
    ///
    /// # Errors
    /// Never for such values.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ManifestError> {
        written(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(paths: &[&str]) -> Result<Manifest, ManifestError> {
        let files = paths
            .iter()
            .map(|path| ReleasedFile::of(*path, Role::Table, path.as_bytes()))
            .collect();
        Manifest::new(
            "log.example/e".to_owned(),
            (Number::from(7), sha256(b"root")),
            "1".to_owned(),
            Date::parse("2024-07-28").unwrap(),
            files,
        )
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written_and_in_no_other_form() {
        let made = manifest(&["b.csv", "a/x.csv"]).unwrap();
        let bytes = made.to_bytes().unwrap();
        assert_eq!(Manifest::parse(&bytes), Ok(made.clone()));
        assert_eq!(made.files[0].path, "a/x.csv");
        let text = String::from_utf8(bytes).unwrap();
        let spaced = text.replacen("\"size\": 7", "\"size\":7", 1);
        assert!(matches!(
            Manifest::parse(spaced.as_bytes()),
            Err(ManifestError::NotCanonical { .. })
        ));
        let unknown = text.replacen("\"rules\"", "\"rulez\"", 1);
        assert!(matches!(
            Manifest::parse(unknown.as_bytes()),
            Err(ManifestError::Malformed { .. })
        ));
        let other = text.replacen("release/1", "release/2", 1);
        assert!(matches!(
            Manifest::parse(other.as_bytes()),
            Err(ManifestError::Schema { .. })
        ));
    }

    #[test]
    fn paths_that_repeat_or_leave_the_folder_are_refused() {
        for paths in [&["a", "a"][..], &["../a"], &["/a"], &["a//b"], &["a\\b"]] {
            assert!(
                matches!(manifest(paths), Err(ManifestError::Order { .. })),
                "{paths:?}"
            );
        }
    }

    #[test]
    fn a_role_that_is_not_that_of_the_path_is_refused() {
        let of = |path: &str, role| {
            let made = manifest(&[]).unwrap();
            let files = vec![ReleasedFile::of(path, role, b"x")];
            Manifest::new(
                made.origin,
                (made.size, made.root.0),
                made.rules,
                made.as_of,
                files,
            )
        };
        assert!(of("data/election.sqlite", Role::Copy).is_ok());
        for (path, role) in [
            ("data/election.sqlite", Role::Page),
            ("data/summary.csv", Role::Text),
            ("report.en.html", Role::Copy),
            ("report.json", Role::Page),
            ("nist/x.xml", Role::Text),
        ] {
            assert!(
                matches!(of(path, role), Err(ManifestError::Role { .. })),
                "{path}"
            );
        }
    }

    #[test]
    fn the_name_of_a_manifest_has_its_size_and_the_beginning_of_its_root() {
        let made = manifest(&["a"]).unwrap();
        // SHA-256 of "root", from coreutils.
        assert_eq!(made.object().unwrap().as_str(), "releases/7-4813494d.json");
    }
}
