//! Comparing a drawn station with its sheet.

use scrutineer_model::{Exact, Overflow};

use super::bounds::box_size;
use super::{BatchComparison, BatchError};
use crate::assertion::Assertion;

/// What was found at a drawn station.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// Votes by option, counted by hand or read again.
    Counted(&'a [u64]),
    /// Votes by option and the registered voters, read again from a sheet that states both, where what is
    /// missing is a register total less the registered voters of the records: those that a record has too
    /// many of are votes that others can hold.
    ReadAgain {
        /// By option.
        votes: &'a [u64],
        /// On the sheet.
        registered: u64,
    },
    /// Nothing: the box is missing, access was refused, the copy is illegible. The worst case.
    Missing,
}

/// The error of a drawn station as a share of the largest that it can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taint {
    /// From 0 (no error, or one in favour of what is audited) to 1 (the worst case).
    pub share: Exact,
    /// The relative error e_p: the part of the margin that it takes; the bound where nothing was found.
    /// Negative where it adds to every margin.
    pub error: Exact,
    /// Which assertion it is worst for.
    pub assertion: usize,
    /// The count has more votes than its box could hold: the bound of this station was wrong, and those of
    /// others may be. Risk measured by these bounds is not a bound; what the ballots were bounded by must be
    /// looked into, and until then only a full count decides.
    pub exceeds_capacity: bool,
}

pub(super) fn compare(
    audit: &BatchComparison,
    station: usize,
    found: Found<'_>,
) -> Result<Taint, BatchError> {
    let sheet = audit.stations.sheet(station);
    let (votes, ballots) = sheet.ok_or(BatchError::NoSheet(station))?;
    let bound = audit.weights.of(station);
    let (counted, hidden) = match found {
        Found::Counted(votes) => (votes, 0),
        Found::ReadAgain { votes, registered } => (votes, ballots.saturating_sub(registered)),
        Found::Missing => {
            return Ok(Taint {
                share: Exact::ONE,
                error: bound,
                assertion: 0,
                exceeds_capacity: false,
            });
        }
    };
    audit.stations.is_complete(station, counted)?;
    let mut worst: Option<(Exact, usize)> = None;
    for (at, (assertion, margin)) in audit.assertions.iter().zip(&audit.margins).enumerate() {
        let lost = lost(assertion, votes, counted, hidden).ok_or(Overflow)?;
        let lost = Exact::new(lost, margin.margin).ok_or(Overflow)?;
        if worst.is_none_or(|(error, _)| lost > error) {
            worst = Some((lost, at));
        }
    }
    let (error, assertion) = worst.ok_or(BatchError::Nothing("assertion"))?;
    let exceeds_capacity = audit.assertions.iter().any(|held| {
        let ballots = box_size(held, votes, ballots);
        let most = u128::from(ballots) * u128::from(held.votes_allowed());
        held.votes(counted) > most
    });
    let share = if error <= Exact::ZERO {
        Exact::ZERO
    } else if bound == Exact::ZERO {
        Exact::ONE
    } else {
        error.checked_div(bound)?.min(Exact::ONE)
    };
    Ok(Taint {
        share,
        error,
        assertion,
        exceeds_capacity: exceeds_capacity || error > bound,
    })
}

/// Votes of the margin that a record has too many: those of its options, and `hidden` registered voters that
/// it has above what was found, all of which may have voted for the other side elsewhere.
pub(crate) fn lost(
    assertion: &Assertion,
    votes: &[u64],
    found: &[u64],
    hidden: u64,
) -> Option<i128> {
    let room = i128::from(assertion.worst()).checked_mul(hidden.into())?;
    let moved = assertion.score(votes).checked_sub(assertion.score(found))?;
    moved.checked_add(room)
}
