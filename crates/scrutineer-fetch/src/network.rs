//! Whether connections may be opened, and the download itself where the build has it.

#[cfg(feature = "network")]
mod built;
mod client;

use crate::place::Outcome;
use crate::proxy::ProxyAddress;

use crate::digest::Digest;

pub use client::{Client, ClientError, Reply};

/// Whether this build can open connections at all (feature `network`).
pub const NETWORK_BUILT: bool = cfg!(feature = "network");

/// Whether the person allowed connections.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Network {
    /// No connection is opened.
    #[default]
    Denied,
    /// Connections are opened, through the proxy where one is given. No environment variable is read.
    Allowed {
        /// The proxy; `None` connects directly.
        proxy: Option<ProxyAddress>,
    },
}

impl Network {
    /// Downloads bytes with this digest, at most `limit` bytes.
    pub(crate) fn download(
        &self,
        address: &str,
        sha256: Digest,
        limit: u64,
    ) -> Result<Vec<u8>, Outcome> {
        match self {
            Self::Denied => Err(Outcome::NotAsked),
            Self::Allowed { proxy } => fetch(address, proxy.as_ref(), sha256, limit),
        }
    }
}

#[cfg(feature = "network")]
use built::fetch;

#[cfg(not(feature = "network"))]
fn fetch(
    _address: &str,
    _proxy: Option<&ProxyAddress>,
    _sha256: Digest,
    _limit: u64,
) -> Result<Vec<u8>, Outcome> {
    Err(Outcome::NotBuilt)
}
