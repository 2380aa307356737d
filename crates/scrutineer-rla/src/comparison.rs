//! Ballot-level comparison: the record of a card against the card itself.
//!
//! The overstatement `o = A(record) - A(card)` of an assertion's assorter becomes a value
//! `B = (1 - o/u) / (2 - v/u)` whose mean over all cards is above 1/2 exactly when the assertion holds
//! (Stark, Sets of half-average nulls, section 3.2). Its upper bound is `2 / (2 - v/u)`. A card without a record,
//! a record without a card and a record of a whole pool (ONEAudit) are cases of the same value.

use scrutineer_model::{Exact, Overflow};

use crate::assertion::Assertion;

/// What the record says of a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Record<'a> {
    /// Marked options.
    Marks(&'a [usize]),
    /// There is a card more than there are records: counted as 1/2 in the margin.
    Phantom,
    /// Only the sum of a pool of cards is recorded, such as the sheet of a station: its mean assorter value
    /// stands for each card (ONEAudit, Stark 2023).
    Pool(Exact),
}

/// What the auditors found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card<'a> {
    /// A card with these marks; none where the vote is not valid.
    Marks(&'a [usize]),
    /// A card that does not have the contest.
    WithoutContest,
    /// No card: the worst case.
    Missing,
}

/// Whether the sample was drawn from cards that are known to have the contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Styles {
    /// Yes: a card without the contest is the worst case.
    Known,
    /// No: a card without the contest is a card without a vote.
    Unknown,
}

/// The overstatement assorter of an assertion.
#[derive(Clone, Debug)]
pub struct Overstatement<'a> {
    assertion: &'a Assertion,
    styles: Styles,
    /// `2 - v/u`, above 0.
    denominator: Exact,
}

impl<'a> Overstatement<'a> {
    /// `margin` is the assorter margin v over all cards by their records ([`Assertion::margin`]); cards without
    /// a record are among the cards and have no votes. `None` unless it is above 0.
    ///
    /// # Errors
    ///
    /// When the margin's fraction leaves the range of exact numbers.
    pub fn new(
        assertion: &'a Assertion,
        margin: Exact,
        styles: Styles,
    ) -> Result<Option<Self>, Overflow> {
        let relative = margin.checked_div(assertion.upper())?;
        let denominator = Exact::integer(2).checked_sub(relative)?;
        // v is at most 2u - 1, so that the denominator is above 0.
        let is_positive = margin > Exact::ZERO && denominator > Exact::ZERO;
        Ok(is_positive.then_some(Self {
            assertion,
            styles,
            denominator,
        }))
    }

    /// The largest value.
    ///
    /// # Errors
    ///
    /// When a fraction leaves the range of exact numbers.
    pub fn upper(&self) -> Result<Exact, Overflow> {
        Exact::integer(2).checked_div(self.denominator)
    }

    /// The value of a card.
    ///
    /// # Errors
    ///
    /// When a fraction leaves the range of exact numbers.
    pub fn value(&self, record: Record<'_>, card: Card<'_>) -> Result<Exact, Overflow> {
        let half = self.assertion.assort(&[]);
        let recorded = match record {
            Record::Marks(marks) => self.assertion.assort(marks),
            Record::Phantom => half,
            Record::Pool(mean) => mean,
        };
        let found = match (card, self.styles) {
            (Card::Marks(marks), _) => self.assertion.assort(marks),
            (Card::WithoutContest, Styles::Unknown) => half,
            (Card::WithoutContest, Styles::Known) | (Card::Missing, _) => Exact::ZERO,
        };
        self.of(recorded.checked_sub(found)?)
    }

    /// The value of an overstatement from -u to u.
    ///
    /// # Errors
    ///
    /// When a fraction leaves the range of exact numbers.
    pub fn of(&self, overstatement: Exact) -> Result<Exact, Overflow> {
        let relative = overstatement.checked_div(self.assertion.upper())?;
        Exact::ONE
            .checked_sub(relative)?
            .checked_div(self.denominator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::plurality;

    #[test]
    fn a_margin_that_is_not_above_zero_has_no_assorter() {
        let pair = &plurality(2, &[0], 1).unwrap()[0];
        let of = |margin| Overstatement::new(pair, margin, Styles::Known).unwrap();
        assert!(of(Exact::ZERO).is_none() && of(Exact::integer(-1)).is_none());
        // All cards for the winner: no error is worse than u.
        assert_eq!(of(Exact::ONE).unwrap().upper(), Ok(Exact::integer(2)));
    }

    #[test]
    fn the_mean_is_a_half_exactly_where_the_cards_are_a_tie() {
        // Records 6 to 4; one card of the winner is the loser's: 5 to 5.
        let pair = &plurality(2, &[0], 1).unwrap()[0];
        let margin = pair.margin(&[6, 4], 10).unwrap();
        let held = Overstatement::new(pair, margin, Styles::Known)
            .unwrap()
            .unwrap();
        let value = |record, card: &'static [usize]| {
            held.value(Record::Marks(record), Card::Marks(card))
                .unwrap()
        };
        let mut sum = value(&[0], &[1]);
        for _ in 0..5 {
            sum = sum.checked_add(value(&[0], &[0])).unwrap();
        }
        for _ in 0..4 {
            sum = sum.checked_add(value(&[1], &[1])).unwrap();
        }
        assert_eq!(sum, Exact::integer(5));
    }
}
