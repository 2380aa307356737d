//! Finds pinned inputs by their SHA-256, wherever they are.
//!
//! An input is named by the digest of its bytes, so it does not matter who hands it over: a folder, a
//! USB stick, a neighbour's disk and a web server are all equally trusted, that is, not at all. Bytes
//! are hashed as they are read and the hashed bytes are the ones returned, so that nothing can change
//! between the check and the use.
//!
//! **In scope:** searching folders ([`Mirror::Folder`]), the cache, and, where both the build (feature
//! `network`) and the caller ([`Network::Allowed`]) say so, web mirrors and the address of the pin; one
//! account of every place that was looked at. Also the one HTTP client of the program ([`Client`]), for
//! those who verify by other means than a digest.
//!
//! **Out of scope:** reading what the bytes mean (`scrutineer-formats`), environment variables and
//! command-line flags (`scrutineer`), deciding what is pinned.
//!
//! **Limits:** a whole input is held in memory, at most [`Limits::max_file_bytes`]. A proxy's own host
//! name, where it is not an address, is resolved here; every other name is resolved by the proxy.
//! Symbolic links inside a mirror are not followed, and files ending in `.age` are never opened.

mod cache;
mod digest;
mod folder;
mod missing;
mod network;
mod pinned;
mod place;
mod proxy;
mod read;
mod resolver;

pub use digest::{Digest, ParseDigestError};
pub use folder::{LeftOut, Limits};
pub use missing::Missing;
pub use network::{Client, ClientError, NETWORK_BUILT, Network, Reply};
pub use pinned::{Mirror, Pinned};
pub use place::{Namesake, Outcome, Place, Spot};
pub use proxy::{ParseProxyError, ProxyAddress};
pub use resolver::{Lookup, Origin, Resolved, Resolver};
