//! Proofs that an entry is in a tree, and that one tree is the beginning of another (RFC 6962 section
//! 2.1; verified as in RFC 9162 sections 2.1.3.2 and 2.1.4.2).

mod prove;

use crate::MAX_SIZE;
use crate::hash::{EMPTY_ROOT, Hash, node_hash};

pub use prove::{HashReader, ProveError, prove_consistency, prove_inclusion, read_root};

/// The most hashes that a proof can need: the height of a tree of 2^63 - 1 entries.
pub const MAX_HASHES: usize = 63;

/// Why a proof does not hold, or cannot be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// A size beyond 2^63 - 1.
    #[error("expected a size of at most {MAX_SIZE}, found {0}")]
    TooLarge(u64),
    /// The entry is not in the tree.
    #[error("expected an index below the size {size}, found {index}")]
    Index {
        /// The index of the entry.
        index: u64,
        /// The size of the tree.
        size: u64,
    },
    /// The later tree is smaller.
    #[error("expected a tree of at least {old} entries, found {new}")]
    Shrinks {
        /// The size of the earlier tree.
        old: u64,
        /// The size of the later tree.
        new: u64,
    },
    /// A proof for these sizes has another number of hashes.
    #[error("expected {expected} hashes in the proof, found {found}")]
    Length {
        /// How many it has.
        expected: usize,
        /// How many were given.
        found: usize,
    },
    /// The proof leads to another root of the tree, or of the earlier tree.
    #[error("the proof leads to another root: expected {expected}, found {found}")]
    Root {
        /// The root that was stated.
        expected: Hash,
        /// The root that the proof leads to.
        found: Hash,
    },
    /// The proof leads to another root of the later tree.
    #[error(
        "the proof leads to another root of the later tree: expected {expected}, found {found}"
    )]
    NewRoot {
        /// The root that was stated.
        expected: Hash,
        /// The root that the proof leads to.
        found: Hash,
    },
}

/// Verifies that the entry with this leaf hash has this index in the tree of this size and root.
pub fn verify_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    proof: &[Hash],
    root: &Hash,
) -> Result<(), ProofError> {
    if size > MAX_SIZE {
        return Err(ProofError::TooLarge(size));
    }
    let Some(last) = size.checked_sub(1).filter(|&last| index <= last) else {
        return Err(ProofError::Index { index, size });
    };
    let steps = Steps::new(index, last, 0);
    steps.check_length(proof.len(), 0)?;
    let mut hash = *leaf;
    for (sibling, step) in proof.iter().zip(steps) {
        hash = match step {
            Step::Right => node_hash(&hash, sibling),
            Step::Left | Step::Border => node_hash(sibling, &hash),
        };
    }
    expect_root(root, hash)
}

/// Verifies that the tree of `old` entries is the beginning of the tree of `new` entries.
pub fn verify_consistency(
    old: u64,
    new: u64,
    proof: &[Hash],
    old_root: &Hash,
    new_root: &Hash,
) -> Result<(), ProofError> {
    if new > MAX_SIZE {
        return Err(ProofError::TooLarge(new));
    }
    if old > new {
        return Err(ProofError::Shrinks { old, new });
    }
    if new == 0 {
        expect_new_root(new_root, EMPTY_ROOT)?;
    }
    let (Some(old_last), Some(new_last)) = (old.checked_sub(1), new.checked_sub(1)) else {
        expect_length(0, proof.len())?;
        return expect_root(old_root, EMPTY_ROOT);
    };
    if old == new {
        expect_length(0, proof.len())?;
        return expect_new_root(new_root, *old_root);
    }
    // The largest complete subtree at the right edge of the old tree is where both paths begin. Where
    // it is the old tree itself its root is known, and the proof leaves it out.
    let shift = old.trailing_zeros();
    let is_whole = old.is_power_of_two();
    let steps = Steps::new(old_last, new_last, shift);
    steps.check_length(proof.len(), usize::from(!is_whole))?;
    let (seed, rest) = match (is_whole, proof.split_first()) {
        (false, Some((first, rest))) => (*first, rest),
        _ => (*old_root, proof),
    };
    let (mut old_hash, mut new_hash) = (seed, seed);
    for (sibling, step) in rest.iter().zip(steps) {
        match step {
            Step::Right => new_hash = node_hash(&new_hash, sibling),
            Step::Left | Step::Border => {
                old_hash = node_hash(sibling, &old_hash);
                new_hash = node_hash(sibling, &new_hash);
            }
        }
    }
    expect_root(old_root, old_hash)?;
    expect_new_root(new_root, new_hash)
}

/// On which side the next sibling stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Left,
    Right,
    /// Left, above the point where the path meets the right border of the tree.
    Border,
}

/// The path from a node up to the root: first inside the largest subtree that the path and the last
/// leaf do not share, then along the right border.
#[derive(Debug, Clone)]
struct Steps {
    /// The bits of the index that are left, the lowest first.
    bits: u64,
    inner: u32,
    border: u32,
}

impl Steps {
    /// The path of leaf `index` in a tree whose last leaf is `last`, from `shift` levels up.
    fn new(index: u64, last: u64, shift: u32) -> Self {
        let inner = u64::BITS.saturating_sub((index ^ last).leading_zeros());
        let above = index.checked_shr(inner).unwrap_or(0);
        Self {
            bits: index.checked_shr(shift).unwrap_or(0),
            inner: inner.saturating_sub(shift),
            border: above.count_ones(),
        }
    }

    fn check_length(&self, found: usize, seeds: usize) -> Result<(), ProofError> {
        let steps = usize::try_from(self.inner.saturating_add(self.border)).unwrap_or(usize::MAX);
        expect_length(steps.saturating_add(seeds), found)
    }
}

impl Iterator for Steps {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        if let Some(inner) = self.inner.checked_sub(1) {
            let is_right_child = self.bits & 1 == 1;
            self.bits >>= 1;
            self.inner = inner;
            return Some(if is_right_child {
                Step::Left
            } else {
                Step::Right
            });
        }
        self.border = self.border.checked_sub(1)?;
        Some(Step::Border)
    }
}

fn expect_length(expected: usize, found: usize) -> Result<(), ProofError> {
    if found == expected {
        Ok(())
    } else {
        Err(ProofError::Length { expected, found })
    }
}

fn expect_root(expected: &Hash, found: Hash) -> Result<(), ProofError> {
    if found == *expected {
        Ok(())
    } else {
        Err(ProofError::Root {
            expected: *expected,
            found,
        })
    }
}

fn expect_new_root(expected: &Hash, found: Hash) -> Result<(), ProofError> {
    expect_root(expected, found).map_err(|_| ProofError::NewRoot {
        expected: *expected,
        found,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_beyond_the_limit_are_refused_before_any_work() {
        let hash = EMPTY_ROOT;
        let beyond = MAX_SIZE + 1;
        assert_eq!(
            verify_inclusion(&hash, 0, beyond, &[], &hash),
            Err(ProofError::TooLarge(beyond))
        );
        assert_eq!(
            verify_consistency(1, u64::MAX, &[], &hash, &hash),
            Err(ProofError::TooLarge(u64::MAX))
        );
    }

    #[test]
    fn the_largest_tree_needs_sixty_three_hashes() {
        let hash = EMPTY_ROOT;
        for index in [0, MAX_SIZE / 2] {
            assert_eq!(
                verify_inclusion(&hash, index, MAX_SIZE, &[hash; 64], &hash),
                Err(ProofError::Length {
                    expected: MAX_HASHES,
                    found: 64
                })
            );
        }
    }

    #[test]
    fn an_empty_tree_has_no_entry_and_one_root() {
        let other = node_hash(&EMPTY_ROOT, &EMPTY_ROOT);
        assert_eq!(
            verify_inclusion(&other, 0, 0, &[], &EMPTY_ROOT),
            Err(ProofError::Index { index: 0, size: 0 })
        );
        assert_eq!(
            verify_consistency(0, 0, &[], &EMPTY_ROOT, &EMPTY_ROOT),
            Ok(())
        );
        assert_eq!(verify_consistency(0, 9, &[], &EMPTY_ROOT, &other), Ok(()));
        assert!(verify_consistency(0, 0, &[], &EMPTY_ROOT, &other).is_err());
        assert!(verify_consistency(0, 9, &[], &other, &other).is_err());
        assert!(verify_consistency(0, 9, &[other], &EMPTY_ROOT, &other).is_err());
    }
}
