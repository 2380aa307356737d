//! What several tests need.

use scrutineer_tlog::tree::MemoryTree;
use scrutineer_tlog::{Hash, leaf_hash};

/// Entry `index` of the logs of all tests and vectors.
pub(crate) fn entry(index: u64) -> Vec<u8> {
    format!("entry {index}").into_bytes()
}

/// The leaf hashes of the first entries.
pub(crate) fn leaves(size: u64) -> Vec<Hash> {
    (0..size).map(|index| leaf_hash(&entry(index))).collect()
}

/// A tree of the first entries.
pub(crate) fn tree(size: u64) -> MemoryTree {
    let mut tree = MemoryTree::new();
    for leaf in leaves(size) {
        tree.append(leaf).unwrap();
    }
    tree
}

/// A hash with one bit turned.
pub(crate) fn flipped(hash: &Hash, bit: usize) -> Hash {
    let mut bytes = *hash.as_bytes();
    bytes[bit / 8 % Hash::LEN] ^= 1 << (bit % 8);
    Hash::from_bytes(bytes)
}
