//! Names of objects in a store.

use std::fmt;

use scrutineer_tlog::TilePath;

/// The longest path in bytes; far above what a log or a bundle needs, far below every store's limit.
const MAX_LENGTH: usize = 512;

/// The path of an object relative to its store: segments of `[A-Za-z0-9._-]` joined by `/`, none of them
/// empty or beginning with a dot, at most 512 bytes.
///
/// Such a path cannot leave the store's folder, and means the same to a disk, a bucket and a web server.
/// Names that begin with a dot stay free for a store's own temporary files.
///
/// ```
/// use scrutineer_logstore::ObjectPath;
/// let path = ObjectPath::parse("tile/0/x001/234.p/17")?;
/// assert_eq!(path.as_str(), "tile/0/x001/234.p/17");
/// assert!(ObjectPath::parse("tile/../../head").is_err());
/// # Ok::<(), scrutineer_logstore::ParsePathError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectPath(String);

/// Why a text is no object path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "object path {path:?}: expected segments of letters, digits, '.', '_' and '-' joined by '/', none empty or beginning with a dot, at most 512 bytes"
)]
pub struct ParsePathError {
    path: String,
}

impl ObjectPath {
    /// Parses a path.
    ///
    /// # Errors
    ///
    /// [`ParsePathError`] unless `text` has the form that the type describes.
    pub fn parse(text: &str) -> Result<Self, ParsePathError> {
        let well_formed = text.len() <= MAX_LENGTH && text.split('/').all(is_segment);
        if well_formed {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParsePathError {
                path: text.chars().take(MAX_LENGTH).collect(),
            })
        }
    }

    /// A path that this crate composed from parts known to be well formed.
    pub(crate) fn known(text: impl Into<String>) -> Self {
        let text = text.into();
        debug_assert!(Self::parse(&text).is_ok(), "{text:?} is no object path");
        Self(text)
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<TilePath> for ObjectPath {
    fn from(path: TilePath) -> Self {
        Self::known(path.to_string())
    }
}

impl fmt::Display for ObjectPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_segment(segment: &str) -> bool {
    !segment.is_empty()
        && !segment.starts_with('.')
        && segment
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_cannot_leave_its_store() {
        for hostile in [
            "",
            "/",
            "/etc/passwd",
            "a//b",
            "a/",
            "..",
            "a/../b",
            ".hidden",
            "a/.tmp",
            "a\\b",
            "a b",
            "c:",
            "a\0b",
            "ä",
        ] {
            assert!(ObjectPath::parse(hostile).is_err(), "{hostile:?}");
        }
        assert!(ObjectPath::parse(&"a".repeat(513)).is_err());
    }

    #[test]
    fn the_paths_of_a_bundle_are_accepted() {
        for path in [
            "checkpoint",
            "tile/entries/x001/234.p/17",
            "files/00ff",
            "data/sheets_01.csv",
        ] {
            assert_eq!(
                ObjectPath::parse(path).map(|path| path.0),
                Ok(path.to_owned())
            );
        }
    }
}
