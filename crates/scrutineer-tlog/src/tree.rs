//! Trees that grow: the frontier, which is all that a root needs, and a tree held whole.

use crate::MAX_SIZE;
use crate::hash::{EMPTY_ROOT, Hash, node_hash};
use crate::proof::HashReader;

/// A log cannot hold another entry, or a frontier does not fit its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TreeError {
    /// The tree has 2^63 - 1 entries.
    #[error("the tree is full: {MAX_SIZE} entries")]
    Full,
    /// A size beyond 2^63 - 1.
    #[error("expected a size of at most {MAX_SIZE}, found {0}")]
    TooLarge(u64),
    /// A frontier has one hash for each bit that is set in its size.
    #[error("expected {expected} hashes at the right edge of a tree of {size}, found {found}")]
    Frontier {
        /// The size.
        size: u64,
        /// Bits set in the size.
        expected: u32,
        /// Hashes given.
        found: usize,
    },
}

/// The right edge of a tree: the roots of the complete subtrees whose sizes are the powers of two that
/// add up to the size, largest first. At most 63 hashes, whatever the size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    roots: Vec<Hash>,
}

impl Frontier {
    /// The frontier of a tree without entries.
    pub const fn new() -> Self {
        Self {
            size: 0,
            roots: Vec::new(),
        }
    }

    /// A frontier from what [`Frontier::size`] and [`Frontier::roots`] gave.
    pub fn from_parts(size: u64, roots: Vec<Hash>) -> Result<Self, TreeError> {
        if size > MAX_SIZE {
            return Err(TreeError::TooLarge(size));
        }
        if usize::try_from(size.count_ones()) != Ok(roots.len()) {
            return Err(TreeError::Frontier {
                size,
                expected: size.count_ones(),
                found: roots.len(),
            });
        }
        Ok(Self { size, roots })
    }

    /// Adds an entry by its leaf hash. One hash computation on average.
    pub fn append(&mut self, leaf: Hash) -> Result<(), TreeError> {
        if self.size >= MAX_SIZE {
            return Err(TreeError::Full);
        }
        let mut root = leaf;
        // Each trailing one of the size is a complete subtree that the new one completes to the next.
        for _ in 0..self.size.trailing_ones() {
            let Some(left) = self.roots.pop() else { break };
            root = node_hash(&left, &root);
        }
        self.roots.push(root);
        self.size = self.size.saturating_add(1);
        Ok(())
    }

    /// How many entries the tree has.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The roots of the complete subtrees, largest first.
    pub fn roots(&self) -> &[Hash] {
        &self.roots
    }

    /// The root of the tree (RFC 6962 section 2.1), [`EMPTY_ROOT`] without entries.
    pub fn root(&self) -> Hash {
        fold_right(&self.roots).unwrap_or(EMPTY_ROOT)
    }
}

/// The root of subtrees side by side, the right ones deepest; `None` of none.
pub(crate) fn fold_right(roots: &[Hash]) -> Option<Hash> {
    let (last, rest) = roots.split_last()?;
    Some(
        rest.iter()
            .rev()
            .fold(*last, |right, left| node_hash(left, &right)),
    )
}

/// A tree held whole in memory: 64 bytes an entry. For tests, and for logs of which every proof is
/// wanted at once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MemoryTree {
    /// The roots of the complete subtrees of 2^level leaves, by level.
    levels: Vec<Vec<Hash>>,
    frontier: Frontier,
}

impl MemoryTree {
    /// A tree without entries.
    pub const fn new() -> Self {
        Self {
            levels: Vec::new(),
            frontier: Frontier::new(),
        }
    }

    /// Adds an entry by its leaf hash.
    pub fn append(&mut self, leaf: Hash) -> Result<(), TreeError> {
        self.frontier.append(leaf)?;
        let mut hash = leaf;
        let mut level = 0_usize;
        loop {
            if level == self.levels.len() {
                self.levels.push(Vec::new());
            }
            let Some(hashes) = self.levels.get_mut(level) else {
                return Ok(());
            };
            hashes.push(hash);
            let (pairs, odd) = hashes.as_chunks::<2>();
            let (Some([left, right]), true) = (pairs.last(), odd.is_empty()) else {
                return Ok(());
            };
            hash = node_hash(left, right);
            level = level.saturating_add(1);
        }
    }

    /// How many entries the tree has.
    pub const fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// The root of the tree.
    pub fn root(&self) -> Hash {
        self.frontier.root()
    }
}

/// A subtree that a tree in memory does not have, or not yet whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the tree has no complete subtree {index} of 2^{level} leaves")]
pub struct NoSubtree {
    /// The binary logarithm of its number of leaves.
    pub level: u8,
    /// Its number among those of its level, from the left.
    pub index: u64,
}

impl HashReader for MemoryTree {
    type Error = NoSubtree;

    fn hash(&self, level: u8, index: u64) -> Result<Hash, NoSubtree> {
        self.levels
            .get(usize::from(level))
            .and_then(|hashes| hashes.get(usize::try_from(index).ok()?))
            .copied()
            .ok_or(NoSubtree { level, index })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::leaf_hash;

    #[test]
    fn a_frontier_needs_a_hash_for_each_bit_of_its_size() {
        let hash = leaf_hash(b"");
        assert!(Frontier::from_parts(6, vec![hash, hash]).is_ok());
        assert_eq!(
            Frontier::from_parts(6, vec![hash]),
            Err(TreeError::Frontier {
                size: 6,
                expected: 2,
                found: 1
            })
        );
        assert_eq!(
            Frontier::from_parts(MAX_SIZE + 1, vec![hash]),
            Err(TreeError::TooLarge(MAX_SIZE + 1))
        );
    }

    #[test]
    fn a_full_tree_takes_no_entry() {
        let hash = leaf_hash(b"");
        let mut full = Frontier::from_parts(MAX_SIZE, vec![hash; 63]).unwrap();
        assert_eq!(full.append(hash), Err(TreeError::Full));
    }
}
