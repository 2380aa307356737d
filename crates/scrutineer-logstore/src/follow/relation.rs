//! Whether one tree is the beginning of another, as the tiles at hand tell.

use scrutineer_tlog::proof::read_root;
use scrutineer_tlog::tile::TileHashes;
use scrutineer_tlog::{Checkpoint, Hash, verify_consistency};

use crate::read::{LogReader, ReadError};
use crate::store::Objects;

/// How the tree of a smaller checkpoint stands to that of a larger one.
#[derive(Debug)]
pub(crate) enum Relation {
    /// It is its beginning.
    Beginning,
    /// It is not: tiles that lead to the larger root have another root at the smaller size.
    Fork {
        /// The root of the first entries of the larger tree.
        prefix: Hash,
        /// The consistency proof from it to the larger root.
        proof: Vec<Hash>,
    },
    /// The tiles do not lead to the larger root, so that they say nothing about the log.
    Broken,
    /// The tiles cannot be read.
    Unread(ReadError),
}

/// Compares two checkpoints of one origin through the tiles of the larger tree.
pub(crate) fn relate<O: Objects>(
    reader: &LogReader<O>,
    small: &Checkpoint,
    large: &Checkpoint,
) -> Relation {
    let (old, new) = (small.size(), large.size());
    if old == new {
        return if small.root() == large.root() {
            Relation::Beginning
        } else {
            Relation::Fork {
                prefix: *large.root(),
                proof: Vec::new(),
            }
        };
    }
    let proof = match reader.prove_consistency(old, new) {
        Ok(proof) => proof,
        Err(error) => return Relation::Unread(error),
    };
    let leads_from = |root: &Hash| verify_consistency(old, new, &proof, root, large.root()).is_ok();
    if leads_from(small.root()) {
        return Relation::Beginning;
    }
    // The proof leaves out the root of the old tree where its size is a power of two, so it is read from
    // the tiles; a proof that leads from it to the signed root shows that the tiles are those of the log.
    match read_root(&TileHashes::new(reader, new), old) {
        Ok(prefix) if leads_from(&prefix) => Relation::Fork { prefix, proof },
        Ok(_) => Relation::Broken,
        Err(error) => Relation::Unread(error.into()),
    }
}
