//! Numbers as they were said: never one number where several are meant.

use serde::Serialize;

use crate::vocabulary::{NumberWord, Qualifier};

/// What a claim says about how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Quantity {
    /// Fewest.
    pub low: u64,
    /// Most; `None` where the claim sets no upper end ("at least 24").
    pub high: Option<u64>,
    /// The word, which the text repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<NumberWord>,
}

impl Quantity {
    /// A number as qualified; `None` where the parts do not fit: a range that runs backwards or has no end,
    /// a word without a word, a qualifier that says nothing about a number.
    pub fn new(
        qualifier: Qualifier,
        count: Option<u64>,
        count_max: Option<u64>,
        word: Option<NumberWord>,
    ) -> Option<Self> {
        let plain = |low, high| {
            Some(Self {
                low,
                high,
                word: None,
            })
        };
        match (qualifier, count, count_max, word) {
            (
                Qualifier::Exactly | Qualifier::Verified | Qualifier::Confirmed,
                Some(count),
                None,
                None,
            ) => plain(count, Some(count)),
            (Qualifier::AtLeast, Some(count), None, None) => plain(count, None),
            (Qualifier::Over, Some(count), None, None) => plain(count.checked_add(1)?, None),
            (Qualifier::UpTo, Some(count), None, None) => plain(0, Some(count)),
            (Qualifier::Range, Some(low), Some(high), None) if low <= high => {
                plain(low, Some(high))
            }
            (Qualifier::Word, None, None, Some(word)) => Some(Self::of_word(word)),
            _ => None,
        }
    }

    /// The interval of a word.
    pub fn of_word(word: NumberWord) -> Self {
        let (low, high) = match word {
            NumberWord::Tens => (20, 99),
            NumberWord::Dozens => (24, 99),
            NumberWord::Hundreds => (200, 999),
            NumberWord::Thousands => (2000, 9999),
        };
        Self {
            low,
            high: Some(high),
            word: Some(word),
        }
    }

    /// The largest number that was said: the upper end, or the number of which more was said.
    pub fn largest_said(self, qualifier: Qualifier) -> u64 {
        match (self.high, qualifier) {
            (Some(high), _) => high,
            // "Over 1,200" names 1,200; its lower end is one more.
            (None, Qualifier::Over) => self.low.saturating_sub(1),
            (None, _) => self.low,
        }
    }
}
