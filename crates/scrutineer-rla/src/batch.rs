//! Batch comparison: tally sheets against hand counts of their boxes, or records against re-readings.
//!
//! This is the main method for elections that publish sheets. It answers one question: what is the risk
//! that the outcome on the sheets differs from the outcome in the boxes (or on the paper that was read
//! again), given what the drawn stations showed?
//!
//! 1. [`Stations`]: what every sheet says and the most ballots its box can hold, stations without a sheet
//!    with their capacity, and what no list of stations holds ([`Stations::add_unlisted`]).
//! 2. [`BatchComparison::new`] computes, in exact integers, the margin of each assertion **over the sheets,
//!    less the capacity without a sheet**; if that is not above 0 nothing can be confirmed, and the error
//!    says which claim fails and why. A margin taken from the declared totals would count votes without a
//!    sheet as the declaration credits them, which is what an audit has to doubt.
//! 3. Stations are drawn **with replacement**, with probability proportional to
//!    [`weights`](BatchComparison::weights), which are integers, so that a draw can be replayed.
//! 4. [`BatchComparison::taint`] compares a drawn station; a box that is missing or was refused is
//!    [`Found::Missing`], the worst case. A station drawn twice enters twice.
//! 5. [`Bet::measure`] turns the taints, in the order of the draws, into a risk, and
//!    [`next_size`] says how many draws it takes if no more errors come.
//!
//! # Formulas
//!
//! For an assertion with weights `a`, margin V, and station p with sheet votes v and hand count h:
//! the relative error is `e_p = max over assertions (a.v - a.h) / V`, the bound
//! `u_p = max over assertions (a.v + worst b_p) / V`, and U their sum (Stark, MACRO, 2009; for a pair,
//! `((v_w - v_l) - (h_w - h_l)) / V` and `((v_w - v_l) + b_p) / V`). If an outcome is wrong, the errors sum
//! to at least 1, so the mean of the taint `T = e/u` over draws proportional to u is at least 1/U. That is
//! the null of the engine, about values `x = 1 - T`: [`Bet::KaplanMarkov`] stakes everything and gives
//! Kaplan and Markov's `prod (1 - 1/U) / (1 - T)`; [`Bet::capped`] stakes a share and survives a taint of 1.
//!
//! Where the capacity without a sheet is a register total R less the registered voters r of the sheets, a
//! record with more of them than its sheet (r') hides votes that others can hold: `worst max(0, r - r')` is
//! added to `a.v - a.h` ([`Found::ReadAgain`]). That the sum of the errors is at least 1 where an outcome is
//! wrong then holds for the records' own registered voters too, and since a sheet has no more votes than r',
//! no error exceeds `a.v + worst r`, the bound.
//!
//! Errors in favour of what is audited count as 0. Several contests in one draw: give [`Stations`] the
//! options of all of them side by side and the assertions of all of them ([`Assertion::among`]); the bound is then the largest
//! over the contests, and the one risk is that any outcome is wrong.

mod bounds;
mod margins;
mod risk;
mod stations;
mod taint;

pub use bounds::Weights;
pub use margins::{Margin, Unconfirmed, Why};
pub use risk::{Bet, Risk, Size, initial_size, next_size, size_with};
pub(crate) use risk::{kept, null_of_taints};
pub use stations::Stations;
pub(crate) use taint::lost;
pub use taint::{Found, Taint};

use scrutineer_model::{Exact, Overflow};

use crate::assertion::Assertion;

/// Why a batch comparison cannot be set up or a station not compared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BatchError {
    /// A list of votes of another length than the options.
    #[error("station {station}: expected votes of {expected} options, found {found}")]
    Options {
        /// The number of the station, in the order of the stations.
        station: usize,
        /// Options of the election.
        expected: usize,
        /// Length of the list.
        found: usize,
    },
    /// An assertion about another number of options than the stations have.
    #[error("expected assertions about {expected} options, found one about {found}")]
    Assertion {
        /// Options of the stations.
        expected: usize,
        /// Options of the assertion.
        found: usize,
    },
    /// No assertion, or no station with a sheet.
    #[error("expected at least one {0}, found none")]
    Nothing(&'static str),
    /// The outcome cannot be confirmed by these sheets, whatever boxes hold; every claim that fails.
    #[error("the sheets cannot confirm the outcome: {} claims fail", .0.len())]
    CannotConfirm(Vec<Unconfirmed>),
    /// A station that has no sheet, or does not exist, was compared.
    #[error("station {0} has no sheet to compare with")]
    NoSheet(usize),
    /// A number left its range.
    #[error(transparent)]
    Overflow(#[from] Overflow),
}

/// An audit by batches: margins, bounds and the comparison of drawn stations.
///
/// ```
/// use scrutineer_rla::assertion::plurality;
/// use scrutineer_rla::batch::{BatchComparison, Bet, Found, Stations, initial_size};
///
/// let mut stations = Stations::new(2);
/// for _ in 0..100 {
///     stations.push_sheet(&[130, 100], 230)?;
/// }
/// stations.push_missing(500);
/// let audit = BatchComparison::new(stations, plurality(2, &[0], 1).unwrap())?;
/// // 3,000 on the sheets less 500 without a sheet.
/// assert_eq!(audit.margins()[0].margin, 2_500);
/// assert!((audit.bound() - 26_000.0 / 2_500.0).abs() < 1e-12);
/// let taints = [audit.taint(7, Found::Counted(&[128, 101]))?.share];
/// let risk = Bet::KaplanMarkov.measure(audit.weights(), &taints);
/// assert!(risk.p > 0.9 && risk.p < 0.92);
/// # Ok::<(), scrutineer_rla::batch::BatchError>(())
/// ```
#[derive(Clone, Debug)]
pub struct BatchComparison {
    stations: Stations,
    assertions: Vec<Assertion>,
    margins: Vec<Margin>,
    weights: Weights,
}

impl BatchComparison {
    /// Margins and bounds of stations for the assertions of an outcome ([`crate::assertion`]).
    ///
    /// # Errors
    ///
    /// Without any assertion or sheet, when assertions are about another number of options, and when a
    /// margin over the sheets less the capacity without a sheet is not above 0.
    pub fn new(stations: Stations, assertions: Vec<Assertion>) -> Result<Self, BatchError> {
        let margins = margins::over_sheets(&stations, &assertions)?;
        Self::with(stations, assertions, margins)
    }

    /// The same with margins from elsewhere, one for each assertion, such as a smaller one that a law
    /// prescribes. A larger one than that of [`new`](Self::new) is not safe.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn with_margins(
        stations: Stations,
        assertions: Vec<Assertion>,
        margins: &[i128],
    ) -> Result<Self, BatchError> {
        let mut found = margins::of(&stations, &assertions)?;
        for (margin, &stated) in found.iter_mut().zip(margins) {
            margin.margin = stated;
        }
        margins::confirm(&assertions, &found)?;
        Self::with(stations, assertions, found)
    }

    fn with(
        stations: Stations,
        assertions: Vec<Assertion>,
        margins: Vec<Margin>,
    ) -> Result<Self, BatchError> {
        let weights = bounds::weights(&stations, &assertions, &margins)?;
        Ok(Self {
            stations,
            assertions,
            margins,
            weights,
        })
    }

    /// The stations.
    pub fn stations(&self) -> &Stations {
        &self.stations
    }

    /// The assertions.
    pub fn assertions(&self) -> &[Assertion] {
        &self.assertions
    }

    /// Their margins, in their order.
    pub fn margins(&self) -> &[Margin] {
        &self.margins
    }

    /// What stations are drawn in proportion to, and U.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// U: the total error bound in units of the margin. The larger, the more draws.
    pub fn bound(&self) -> f64 {
        self.weights.bound().to_f64()
    }

    /// The largest relative error that a station can have (u_p); 0 without a sheet.
    pub fn station_bound(&self, station: usize) -> Exact {
        self.weights.of(station)
    }

    /// Compares a drawn station.
    ///
    /// # Errors
    ///
    /// When it has no sheet, or the counts are not of every option.
    pub fn taint(&self, station: usize, found: Found<'_>) -> Result<Taint, BatchError> {
        taint::compare(self, station, found)
    }
}

#[cfg(test)]
mod tests;
