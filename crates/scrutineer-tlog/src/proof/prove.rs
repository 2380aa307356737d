//! Making proofs from the hashes of a tree (RFC 6962 sections 2.1.1 and 2.1.2).

use super::ProofError;
use crate::MAX_SIZE;
use crate::hash::{EMPTY_ROOT, Hash};
use crate::tree::fold_right;

/// Where a prover finds the hashes of a tree: [`crate::tree::MemoryTree`], or stored tiles through
/// [`crate::tile::TileHashes`].
pub trait HashReader {
    /// Why a hash could not be read.
    type Error;

    /// The root of complete subtree `index`, counted from the left, of 2^`level` leaves: that of the
    /// leaves from `index` * 2^`level` on.
    fn hash(&self, level: u8, index: u64) -> Result<Hash, Self::Error>;
}

/// Why a proof could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProveError<E> {
    /// There is no such proof.
    #[error(transparent)]
    Proof(ProofError),
    /// A hash that it needs could not be read.
    #[error("a hash that the proof needs could not be read: {0}")]
    Read(E),
}

/// The proof that entry `index` is in the tree of the first `size` entries (RFC 6962 section 2.1.1):
/// sibling hashes, from the leaf up.
pub fn prove_inclusion<R: HashReader>(
    hashes: &R,
    index: u64,
    size: u64,
) -> Result<Vec<Hash>, ProveError<R::Error>> {
    if size > MAX_SIZE {
        return Err(ProveError::Proof(ProofError::TooLarge(size)));
    }
    if index >= size {
        return Err(ProveError::Proof(ProofError::Index { index, size }));
    }
    let mut span = Span { from: 0, to: size };
    let mut siblings = Vec::new();
    while let Some((left, right)) = span.split() {
        if index < right.from {
            siblings.push(right);
            span = left;
        } else {
            siblings.push(left);
            span = right;
        }
    }
    read_all(hashes, &siblings)
}

/// The proof that the tree of the first `old` entries is the beginning of that of the first `new` (RFC
/// 6962 section 2.1.2). Empty where `old` is 0 or equals `new`.
pub fn prove_consistency<R: HashReader>(
    hashes: &R,
    old: u64,
    new: u64,
) -> Result<Vec<Hash>, ProveError<R::Error>> {
    if new > MAX_SIZE {
        return Err(ProveError::Proof(ProofError::TooLarge(new)));
    }
    if old > new {
        return Err(ProveError::Proof(ProofError::Shrinks { old, new }));
    }
    if old == 0 {
        return Ok(Vec::new());
    }
    let mut span = Span { from: 0, to: new };
    let mut siblings = Vec::new();
    while span.to != old {
        let Some((left, right)) = span.split() else {
            break;
        };
        if old <= right.from {
            siblings.push(right);
            span = left;
        } else {
            siblings.push(left);
            span = right;
        }
    }
    // The verifier knows the root of the whole old tree.
    if span.from != 0 {
        siblings.push(span);
    }
    read_all(hashes, &siblings)
}

/// The root of the tree of the first `size` entries, from stored hashes.
pub fn read_root<R: HashReader>(hashes: &R, size: u64) -> Result<Hash, ProveError<R::Error>> {
    if size > MAX_SIZE {
        return Err(ProveError::Proof(ProofError::TooLarge(size)));
    }
    Span { from: 0, to: size }
        .read(hashes)
        .map_err(ProveError::Read)
}

fn read_all<R: HashReader>(hashes: &R, spans: &[Span]) -> Result<Vec<Hash>, ProveError<R::Error>> {
    spans
        .iter()
        .rev()
        .map(|span| span.read(hashes).map_err(ProveError::Read))
        .collect()
}

/// The leaves from one to before another, as the recursive definition of the tree cuts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    from: u64,
    to: u64,
}

impl Span {
    /// The two subtrees, the left one of the largest power of two below the number of leaves; `None` of
    /// a leaf.
    fn split(self) -> Option<(Self, Self)> {
        let last = self.to.checked_sub(self.from)?.checked_sub(1)?;
        let left = 1_u64.checked_shl(last.checked_ilog2()?)?;
        let middle = self.from.checked_add(left)?;
        let (from, to) = (self.from, self.to);
        Some((Self { from, to: middle }, Self { from: middle, to }))
    }

    /// The root of the leaves, from those of the complete subtrees, largest first.
    fn read<R: HashReader>(self, hashes: &R) -> Result<Hash, R::Error> {
        let mut roots = Vec::new();
        let mut from = self.from;
        while let Some(level) = self.to.saturating_sub(from).checked_ilog2() {
            let index = from.checked_shr(level).unwrap_or(0);
            roots.push(hashes.hash(u8::try_from(level).unwrap_or(u8::MAX), index)?);
            from = from.saturating_add(1_u64.checked_shl(level).unwrap_or(0));
        }
        Ok(fold_right(&roots).unwrap_or(EMPTY_ROOT))
    }
}
