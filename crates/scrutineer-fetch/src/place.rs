//! The account of where an input was looked for and what was there.

use std::fmt;
use std::path::PathBuf;

use crate::digest::Digest;
use crate::folder::LeftOut;

/// One place that was looked at, or would have been, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where.
    pub spot: Spot,
    /// What was there.
    pub outcome: Outcome,
}

/// Where an input was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// A mirror that is a folder.
    Folder(PathBuf),
    /// The entry of the cache.
    Cache(PathBuf),
    /// An address on a web mirror.
    WebMirror(String),
    /// The address that the pin states.
    Address(String),
}

/// What was found at a place. Nothing here was used.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// There is nothing.
    Absent,
    /// It could not be read; the system's reason.
    Unreadable(String),
    /// A folder was searched; these files do not have the digest.
    Searched {
        /// Files whose digest was compared.
        files: usize,
        /// Files that carry the name of the input but other bytes.
        namesakes: Vec<Namesake>,
        /// What the search did not look into.
        left_out: LeftOut,
    },
    /// There are other bytes.
    OtherDigest(Digest),
    /// There are more bytes than the limit allows.
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// It is on the network and the network was not allowed.
    NotAsked,
    /// It is on the network and this build cannot open connections.
    NotBuilt,
    /// The download failed; the reason.
    Failed(String),
    /// The input was downloaded, but could not be kept; the system's reason.
    NotKept(String),
}

/// A file with the name of an input and other bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Namesake {
    /// Where it is.
    pub path: PathBuf,
    /// Its digest.
    pub sha256: Digest,
}

impl Place {
    /// Whether a person should hear of it although the input was found elsewhere.
    pub(crate) fn is_remarkable(&self) -> bool {
        match &self.outcome {
            Outcome::Absent => matches!(self.spot, Spot::Folder(_)),
            Outcome::Searched { namesakes, .. } => !namesakes.is_empty(),
            Outcome::NotAsked | Outcome::NotBuilt => false,
            Outcome::Unreadable(_)
            | Outcome::OtherDigest(_)
            | Outcome::TooLarge { .. }
            | Outcome::Failed(_)
            | Outcome::NotKept(_) => true,
        }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(path) => write!(f, "folder {}", path.display()),
            Self::Cache(path) => write!(f, "cache {}", path.display()),
            Self::WebMirror(address) => write!(f, "web mirror {address}"),
            Self::Address(address) => write!(f, "address {address}"),
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => f.write_str("not there"),
            Self::Unreadable(reason) => write!(f, "cannot be read: {reason}"),
            Self::Searched {
                files,
                namesakes,
                left_out,
            } => {
                write!(f, "{files} files compared without a match")?;
                for namesake in namesakes {
                    let path = namesake.path.display();
                    write!(f, "; {path} has the name but sha256 {}", namesake.sha256)?;
                }
                write!(f, "{left_out}")
            }
            Self::OtherDigest(found) => write!(f, "found other bytes, sha256 {found}; not used"),
            Self::TooLarge { limit } => write!(f, "more than {limit} bytes; not used"),
            Self::NotAsked => f.write_str("not asked, because --fetch was not given"),
            Self::NotBuilt => f.write_str("not asked, because this build has no network"),
            Self::Failed(reason) => write!(f, "download failed: {reason}"),
            Self::NotKept(reason) => write!(f, "downloaded but not kept: {reason}"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.spot, self.outcome)
    }
}
