//! Pinned inputs are found by digest wherever they are, and never taken by anything else.

// The attribute makes helper functions test code to the lints, as the tests themselves are.
#[cfg(test)]
mod cache;
#[cfg(test)]
mod denied;
#[cfg(test)]
mod folders;
#[cfg(test)]
#[cfg(feature = "network")]
mod network;

use scrutineer_fetch::{Digest, Pinned};

/// A pin of `bytes` without size or address.
fn pin(name: &str, bytes: &[u8]) -> Pinned {
    Pinned {
        sha256: Digest::of(bytes),
        name: name.to_owned(),
        size: None,
        address: None,
    }
}
