//! From text to a small number, once per distinct text.

use std::hash::{BuildHasher, Hasher};

use rustc_hash::FxBuildHasher;

use crate::arena::Arena;

/// An open-addressing table over an [`Arena`]: one lookup, no allocation per text.
#[derive(Clone, Default)]
pub(crate) struct Interner {
    texts: Arena,
    /// Position + 1 of a text and its hash, 0 for a free slot; the length is a power of two. With
    /// the hash at hand, most slots of other texts are passed without looking at them.
    slots: Vec<(u32, u32)>,
    hasher: FxBuildHasher,
}

impl std::fmt::Debug for Interner {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Interner({} texts)", self.texts.len())
    }
}

impl Interner {
    pub(crate) fn texts(&self) -> &Arena {
        &self.texts
    }

    fn hash(&self, text: &str) -> u32 {
        let mut hasher = self.hasher.build_hasher();
        hasher.write(text.as_bytes());
        // Codes differ in few digits, which this hasher leaves in few bits; one more multiplication
        // spreads them over the slots.
        let spread = hasher.finish().wrapping_mul(0x9e37_79b9_7f4a_7c15);
        u32::try_from(spread >> 32).unwrap_or(u32::MAX)
    }

    /// The position of `text` and whether it is new, or `None` past the limits of the arena.
    pub(crate) fn intern(&mut self, text: &str) -> Option<(usize, bool)> {
        if (self.texts.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let hash = self.hash(text);
        let mut slot = hash as usize & mask;
        loop {
            match self.slots[slot] {
                (0, _) => break,
                (held, same) if same == hash && self.texts.get(held as usize - 1) == text => {
                    return Some((held as usize - 1, false));
                }
                _ => slot = (slot + 1) & mask,
            }
        }
        let held = u32::try_from(self.texts.len() + 1).ok()?;
        let position = self.texts.push(text)?;
        self.slots[slot] = (held, hash);
        Some((position, true))
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        for (held, hash) in std::mem::replace(&mut self.slots, vec![(0, 0); size]) {
            if held == 0 {
                continue;
            }
            let mut slot = hash as usize & (size - 1);
            while self.slots[slot].0 != 0 {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = (held, hash);
        }
    }
}

/// For each position, its rank in byte order of the texts, and the positions in that order.
pub(crate) fn ranks(texts: &Arena) -> (Vec<u32>, Vec<u32>) {
    let mut order: Vec<u32> = (0..u32::try_from(texts.len()).unwrap_or(u32::MAX)).collect();
    let sorted = order
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if texts.get(*a as usize) <= texts.get(*b as usize)));
    if !sorted {
        order.sort_unstable_by(|&a, &b| texts.get(a as usize).cmp(texts.get(b as usize)));
    }
    let mut rank = vec![0; order.len()];
    for (position, &held) in (0u32..).zip(&order) {
        rank[held as usize] = position;
    }
    (rank, order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_stored_once_and_found_again() {
        let mut interner = Interner::default();
        for round in 0..2 {
            for n in 0..1_000 {
                let (position, new) = interner.intern(&format!("{:04}", 999 - n)).unwrap();
                assert_eq!((position, new), (n, round == 0));
            }
        }
    }

    #[test]
    fn ranks_follow_byte_order() {
        let mut interner = Interner::default();
        for text in ["b", "a", "10", "2"] {
            interner.intern(text);
        }
        let (rank, order) = ranks(interner.texts());
        assert_eq!(order, [2, 3, 1, 0]);
        assert_eq!(rank, [3, 2, 0, 1]);
    }
}
