//! From text to a small number, once per distinct text.

use std::hash::{BuildHasher, Hasher};

use rustc_hash::FxBuildHasher;

use crate::arena::Arena;

/// Gives equal texts one position, in order of arrival, without an allocation per text.
///
/// Files list stations by their codes and files of one election in the same order, so two guesses
/// come before the table of hashes, which costs a miss of the cache per text: a text that was met
/// before is most often the last one or the one after it, and while texts arrive in ascending order,
/// one above all others is new. Both are settled by comparing whole texts, so a guess costs time
/// at worst; texts in any order get the same positions as from the table alone.
#[derive(Clone, Default)]
pub(crate) struct Interner {
    texts: Arena,
    /// The position that was given out last.
    last: usize,
    /// Some text arrived that was not above the one before it.
    unordered: bool,
    table: Table,
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

    pub(crate) fn into_texts(self) -> Arena {
        self.texts
    }

    /// The position of `text` and whether it is new, or `None` past the limits of the arena.
    pub(crate) fn intern(&mut self, text: &str) -> Option<(usize, bool)> {
        let known = match self.guess(text) {
            Guess::Known(position) => Some(position),
            Guess::New => None,
            Guess::Open => self.table.find(&self.texts, text),
        };
        let position = match known {
            Some(position) => position,
            None => self.append(text)?,
        };
        self.last = position;
        Some((position, known.is_none()))
    }

    fn guess(&self, text: &str) -> Guess {
        let count = self.texts.len();
        for position in [self.last, self.last + 1] {
            if position < count && self.texts.get(position) == text {
                return Guess::Known(position);
            }
        }
        let above_all = !self.unordered
            && count
                .checked_sub(1)
                .is_none_or(|highest| text > self.texts.get(highest));
        if above_all { Guess::New } else { Guess::Open }
    }

    fn append(&mut self, text: &str) -> Option<usize> {
        let highest = self.texts.len().checked_sub(1);
        self.unordered |= highest.is_some_and(|highest| text < self.texts.get(highest));
        u32::try_from(self.texts.len() + 1).ok()?;
        self.texts.push(text)
    }

    /// The byte order of the texts.
    pub(crate) fn order(&self) -> Order {
        if !self.unordered {
            return Order::AsArrived;
        }
        let mut positions: Vec<u32> =
            (0..u32::try_from(self.texts.len()).unwrap_or(u32::MAX)).collect();
        let text = |position: u32| self.texts.get(position as usize);
        positions.sort_unstable_by(|&a, &b| text(a).cmp(text(b)));
        let mut ranks = vec![0; positions.len()];
        for (rank, &position) in (0u32..).zip(&positions) {
            ranks[position as usize] = rank;
        }
        Order::Sorted { ranks, positions }
    }
}

/// The order of positions by their texts. Most often the order of arrival already is, and then
/// columns stay where they are.
#[derive(Debug)]
pub(crate) enum Order {
    /// Texts arrived in byte order.
    AsArrived,
    Sorted {
        /// Of every position.
        ranks: Vec<u32>,
        /// By rank.
        positions: Vec<u32>,
    },
}

impl Order {
    /// The rank of a position that the interner gave out.
    #[inline]
    pub(crate) fn rank(&self, position: u32) -> u32 {
        match self {
            Self::AsArrived => position,
            Self::Sorted { ranks, .. } => ranks[position as usize],
        }
    }

    /// A column with one entry per position, by rank.
    pub(crate) fn arrange<T: Copy>(&self, column: Vec<T>) -> Vec<T> {
        match self {
            Self::AsArrived => column,
            Self::Sorted { positions, .. } => positions
                .iter()
                .map(|&position| column[position as usize])
                .collect(),
        }
    }

    /// Texts, one per position, by rank; `None` past the limits of the arena.
    pub(crate) fn arrange_texts(&self, texts: Arena) -> Option<Arena> {
        let Self::Sorted { positions, .. } = self else {
            return Some(texts);
        };
        let mut arranged = Arena::new();
        for &position in positions {
            arranged.push(texts.get(position as usize))?;
        }
        Some(arranged)
    }
}

enum Guess {
    Known(usize),
    New,
    /// Only the table can tell.
    Open,
}

/// Open addressing over an [`Arena`]. It is filled when it is first asked, and with what has
/// arrived since when it is asked again.
#[derive(Clone, Default)]
struct Table {
    /// Position + 1 of a text and its hash, 0 for a free slot; the length is a power of two. With
    /// the hash at hand, most slots of other texts are passed without looking at them.
    slots: Vec<(u32, u32)>,
    /// How many of the texts are in the slots.
    filled: usize,
    hasher: FxBuildHasher,
}

impl Table {
    fn hash(&self, text: &str) -> u32 {
        let mut hasher = self.hasher.build_hasher();
        hasher.write(text.as_bytes());
        // Codes differ in few digits, which this hasher leaves in few bits; one more multiplication
        // spreads them over the slots.
        let spread = hasher.finish().wrapping_mul(0x9e37_79b9_7f4a_7c15);
        u32::try_from(spread >> 32).unwrap_or(u32::MAX)
    }

    /// Where the search for a hash starts. The high bits decide, so that a table of twice the size
    /// is filled from front to back, which memory is good at.
    fn start(&self, hash: u32) -> usize {
        let bits = self.slots.len().trailing_zeros();
        usize::try_from((u64::from(hash) << bits) >> 32).unwrap_or(0)
    }

    /// The position of `text` among `texts`.
    fn find(&mut self, texts: &Arena, text: &str) -> Option<usize> {
        self.fill(texts);
        let hash = self.hash(text);
        let mask = self.slots.len() - 1;
        let mut slot = self.start(hash);
        loop {
            match self.slots[slot] {
                (0, _) => return None,
                (held, same) if same == hash && texts.get(held as usize - 1) == text => {
                    return Some(held as usize - 1);
                }
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// Brings in the texts that have arrived since the last search.
    fn fill(&mut self, texts: &Arena) {
        let room = (texts.len() * 2).next_power_of_two().max(64);
        if room > self.slots.len() {
            for (held, hash) in std::mem::replace(&mut self.slots, vec![(0, 0); room]) {
                if held > 0 {
                    self.place(held, hash);
                }
            }
        }
        for position in self.filled..texts.len() {
            let hash = self.hash(texts.get(position));
            self.place(u32::try_from(position + 1).unwrap_or(u32::MAX), hash);
        }
        self.filled = texts.len();
    }

    fn place(&mut self, held: u32, hash: u32) {
        let mask = self.slots.len() - 1;
        let mut slot = self.start(hash);
        while self.slots[slot].0 != 0 {
            slot = (slot + 1) & mask;
        }
        self.slots[slot] = (held, hash);
    }
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
    fn positions_follow_arrival_in_whatever_order_texts_come() {
        use std::collections::BTreeMap;
        // Runs up and down, repetitions, jumps back: every way of the guesses and of the table.
        let steps = [1_i64, 1, 1, 0, -1, 1, 7, -3, 1, 1, -20, 2, 0, 40, -1, -1];
        let mut interner = Interner::default();
        let mut expected: BTreeMap<String, usize> = BTreeMap::new();
        let mut at = 500_i64;
        for step in steps.iter().cycle().take(5_000) {
            at = (at + step).rem_euclid(900);
            let text = format!("{at}");
            let next = expected.len();
            let new = !expected.contains_key(&text);
            let position = *expected.entry(text.clone()).or_insert(next);
            assert_eq!(interner.intern(&text), Some((position, new)), "{text}");
        }
        assert_eq!(interner.texts().len(), expected.len());
    }

    #[test]
    fn ranks_follow_byte_order() {
        for (texts, ranks) in [
            (["b", "a", "10", "2"], [3, 2, 0, 1]),
            (["10", "2", "a", "b"], [0, 1, 2, 3]),
        ] {
            let mut interner = Interner::default();
            for text in texts {
                interner.intern(text);
            }
            let order = interner.order();
            assert_eq!([0, 1, 2, 3].map(|position| order.rank(position)), ranks);
            assert_eq!(order.arrange(texts.to_vec()), ["10", "2", "a", "b"]);
            let ordered = order.arrange_texts(interner.into_texts()).unwrap();
            assert!(ordered.iter().eq(["10", "2", "a", "b"]));
        }
    }
}
