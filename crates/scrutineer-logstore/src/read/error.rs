//! Why something could not be read from a log.

use scrutineer_tlog::bundle::BundleError;
use scrutineer_tlog::checkpoint::CheckpointError;
use scrutineer_tlog::proof::{ProofError, ProveError};
use scrutineer_tlog::tile::{self, TileHashError, TileLength};
use scrutineer_tlog::tree::TreeError;

use crate::error::StoreError;
use crate::path::ObjectPath;

/// What a log should hold could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An object that the log must have is not there.
    #[error("{0} is missing")]
    Missing(ObjectPath),
    /// A tile has another length.
    #[error("{path}: expected {expected} bytes, found {found}")]
    Length {
        /// The tile.
        path: ObjectPath,
        /// The length in bytes that its width asks for.
        expected: usize,
        /// The length that was found.
        found: usize,
    },
    /// A bundle is malformed, or holds another number of entries than its path says.
    #[error("{path}: {error}")]
    Bundle {
        /// The bundle.
        path: ObjectPath,
        /// What is wrong.
        #[source]
        error: BundleError,
    },
    /// The checkpoint is malformed or its signatures do not hold.
    #[error("checkpoint: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// The tree has no such entry.
    #[error("expected an index below the size {size}, found {index}")]
    Beyond {
        /// The index.
        index: u64,
        /// The size of the tree.
        size: u64,
    },
    /// There is no such proof.
    #[error(transparent)]
    Proof(#[from] ProofError),
    /// No log has this size.
    #[error(transparent)]
    Tree(#[from] TreeError),
    /// The tree has no such complete subtree.
    #[error("a tree of {size} entries has no complete subtree {index} of 2^{level} leaves")]
    Subtree {
        /// The binary logarithm of the number of its leaves.
        level: u8,
        /// Its number, from the left.
        index: u64,
        /// The size of the tree.
        size: u64,
    },
}

impl From<TileLength> for ReadError {
    fn from(error: TileLength) -> Self {
        Self::Length {
            path: error.path.into(),
            expected: error.expected,
            found: error.found,
        }
    }
}

impl From<TileHashError<Self>> for ReadError {
    fn from(error: TileHashError<Self>) -> Self {
        match error {
            TileHashError::Beyond { level, index, size } => Self::Subtree { level, index, size },
            // It names the tile itself.
            TileHashError::Read { error, .. } => error,
            TileHashError::Length(error) => error.into(),
        }
    }
}

impl From<ProveError<TileHashError<Self>>> for ReadError {
    fn from(error: ProveError<TileHashError<Self>>) -> Self {
        match error {
            ProveError::Proof(error) => error.into(),
            ProveError::Read(error) => error.into(),
        }
    }
}

impl From<tile::OpenError<Self>> for ReadError {
    fn from(error: tile::OpenError<Self>) -> Self {
        match error {
            tile::OpenError::Tree(error) => error.into(),
            tile::OpenError::Read { error, .. } => error,
            tile::OpenError::Length(error) => error.into(),
        }
    }
}
