//! What is looked for, and the folders and servers it may be in.

use std::convert::Infallible;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use crate::digest::Digest;

/// An input known by its digest. Everything but the digest only helps to find it sooner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pinned {
    /// SHA-256 of the bytes.
    pub sha256: Digest,
    /// File name under which it was published; files of this name are tried first.
    pub name: String,
    /// Size in bytes; `None` where it is not stated.
    pub size: Option<u64>,
    /// Where it can be downloaded; `None` where no address is stated.
    pub address: Option<String>,
}

/// A place that holds copies of inputs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mirror {
    /// A folder, searched with its subfolders; names and layout do not matter.
    Folder(PathBuf),
    /// A web address, under which an input is at `sha256/HEX`; asked only when the network is allowed.
    Web(String),
}

impl FromStr for Mirror {
    type Err = Infallible;

    /// A text that starts with `http://` or `https://` is a web mirror, any other is a folder.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let trimmed = text.trim_end_matches('/');
        let is_web = ["http://", "https://"].iter().any(|scheme| {
            trimmed
                .get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        });
        Ok(if is_web {
            Self::Web(trimmed.to_owned())
        } else {
            Self::Folder(PathBuf::from(text))
        })
    }
}

impl From<PathBuf> for Mirror {
    fn from(folder: PathBuf) -> Self {
        Self::Folder(folder)
    }
}

impl fmt::Display for Mirror {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(path) => write!(f, "{}", path.display()),
            Self::Web(address) => f.write_str(address),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_http_addresses_are_web_mirrors() {
        let parse = |text: &str| text.parse::<Mirror>().unwrap();
        assert_eq!(
            parse("HTTPS://m.example/a/"),
            Mirror::Web("HTTPS://m.example/a".into())
        );
        assert_eq!(parse("http:/folder"), Mirror::Folder("http:/folder".into()));
        assert_eq!(parse("http://"), Mirror::Folder("http://".into()));
        assert_eq!(parse("ñandú"), Mirror::Folder("ñandú".into()));
    }
}
