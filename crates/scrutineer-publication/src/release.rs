//! A release: the manifest that binds derived files to a checkpoint, and the pointer to the latest.
//! `spec/bundle.md` has the rules.
//!
//! In scope: the two documents as types with canonical bytes. Out of scope: making the files
//! ([`crate::data`], `scrutineer-report`), appending the entry that names the manifest
//! ([`crate::publish`]). Limits: a manifest is read whole, at most [`MAX_BYTES`].

mod manifest;
mod problems;
mod role;

pub(crate) use manifest::manifest_object;
pub use manifest::{Latest, Manifest, ManifestError, ReleasedFile};
pub(crate) use problems::{strict, written};
pub(crate) use role::audit_at;
pub use role::{COMMITMENT, Role, STATIONS, certificate};

/// The longest manifest in bytes; a file takes about 150 of them.
pub const MAX_BYTES: u64 = 16 << 20;

/// Where the pointer to the latest release is.
pub const LATEST: &str = "latest.json";
/// The folder of manifests.
pub const RELEASES: &str = "releases";
/// The folder of files by content.
pub const FILES: &str = "files";
/// Origin of every log that is signed with the demonstration key.
pub const DEMONSTRATION: &str = "demonstration.invalid/not-a-result";
/// The folder of notices of a lost key.
pub const NOTICES: &str = "notices";
