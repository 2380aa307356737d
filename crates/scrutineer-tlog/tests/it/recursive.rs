//! A second implementation, word for word from RFC 6962 section 2.1: recursive, on slices, without any
//! code of the crate but its `Hash` type.

use scrutineer_tlog::Hash;
use sha2::{Digest, Sha256};

/// MTH of the entries' leaf hashes.
pub(crate) fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash::from_bytes(Sha256::digest([]).into()),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(largest_power_below(leaves.len()));
            node(root(left), root(right))
        }
    }
}

/// PATH(m, D\[n\]).
pub(crate) fn path(index: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() == 1 {
        return Vec::new();
    }
    let k = largest_power_below(leaves.len());
    let (left, right) = leaves.split_at(k);
    let (mut below, sibling) = if index < k {
        (path(index, left), root(right))
    } else {
        (path(index - k, right), root(left))
    };
    below.push(sibling);
    below
}

/// PROOF(m, D\[n\]) = SUBPROOF(m, D\[n\], true); nothing for an empty old tree.
pub(crate) fn proof(old: usize, leaves: &[Hash]) -> Vec<Hash> {
    if old == 0 {
        Vec::new()
    } else {
        subproof(old, leaves, true)
    }
}

fn subproof(old: usize, leaves: &[Hash], is_whole: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if is_whole {
            Vec::new()
        } else {
            vec![root(leaves)]
        };
    }
    let k = largest_power_below(leaves.len());
    let (left, right) = leaves.split_at(k);
    let (mut below, sibling) = if old <= k {
        (subproof(old, left, is_whole), root(right))
    } else {
        (subproof(old - k, right, false), root(left))
    };
    below.push(sibling);
    below
}

pub(crate) fn leaf(entry: &[u8]) -> Hash {
    let mut bytes = vec![0];
    bytes.extend(entry);
    Hash::from_bytes(Sha256::digest(bytes).into())
}

fn node(left: Hash, right: Hash) -> Hash {
    let mut bytes = vec![1];
    bytes.extend(left.as_bytes());
    bytes.extend(right.as_bytes());
    Hash::from_bytes(Sha256::digest(bytes).into())
}

fn largest_power_below(n: usize) -> usize {
    let mut k = 1;
    while 2 * k < n {
        k *= 2;
    }
    k
}
