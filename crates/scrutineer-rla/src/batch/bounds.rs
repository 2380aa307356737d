//! Error bounds of stations as integers, so that a draw in proportion to them can be replayed.

use scrutineer_model::{Exact, Overflow};

use super::{BatchError, Margin, Stations};
use crate::assertion::Assertion;

/// Totals of weights stay below this, so that sums and products of them fit their types and a public draw can be made by
/// them ([`crate::sampling::MAX_TOTAL`]).
const LARGEST: u64 = 1 << 59;

/// The bound of every station, as integers over a common denominator.
///
/// Where one margin decides every bound, as in a contest of two main rivals, the denominator is that margin
/// and the bounds are exact. Where several do and their common multiple is too large, bounds are rounded up to
/// a multiple of a power of two; a bound that is a little too large is valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    by_station: Vec<u64>,
    total: u64,
    denominator: u64,
    is_exact: bool,
    sheets: usize,
}

impl Weights {
    /// By station; 0 without a sheet, which is never drawn. A station is drawn with probability
    /// `weight / total`.
    pub fn as_slice(&self) -> &[u64] {
        &self.by_station
    }

    /// Their sum, above 0.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// What a weight is divided by to be a relative bound.
    pub fn denominator(&self) -> u64 {
        self.denominator
    }

    /// Whether no bound was rounded up.
    pub fn is_exact(&self) -> bool {
        self.is_exact
    }

    /// U: the sum of the bounds, at least 1.
    pub fn bound(&self) -> Exact {
        fraction(self.total, self.denominator)
    }

    /// The bound of a station (u_p).
    pub fn of(&self, station: usize) -> Exact {
        let weight = self.by_station.get(station).copied().unwrap_or_default();
        fraction(weight, self.denominator)
    }

    /// How many stations have a sheet; as many draws are a full count.
    pub fn sheets(&self) -> usize {
        self.sheets
    }
}

/// The denominator is never 0.
fn fraction(numerator: u64, denominator: u64) -> Exact {
    Exact::new(numerator.into(), denominator.into()).unwrap_or(Exact::ZERO)
}

/// A bound before it has a common denominator.
#[derive(Clone, Copy)]
struct Bound {
    numerator: i128,
    assertion: usize,
}

/// The largest bound of each station over the assertions. All margins are above 0.
pub(super) fn weights(
    stations: &Stations,
    assertions: &[Assertion],
    margins: &[Margin],
) -> Result<Weights, BatchError> {
    let mut bounds: Vec<(usize, Bound)> = Vec::with_capacity(stations.len());
    for (station, votes, ballots) in stations.sheets() {
        bounds.push((station, largest(assertions, margins, votes, ballots)?));
    }
    let margin = |assertion: usize| margins.get(assertion).map_or(1, |held| held.margin);
    let common = common_denominator(bounds.iter().map(|(_, bound)| margin(bound.assertion)));
    let spread = |denominator: u64| -> Result<Weights, Overflow> {
        let mut weights = vec![0; stations.len()];
        let (mut total, mut is_exact) = (0_u64, true);
        for (station, bound) in &bounds {
            let wide = bound
                .numerator
                .checked_mul(denominator.into())
                .ok_or(Overflow)?;
            let margin = margin(bound.assertion);
            is_exact &= wide % margin == 0;
            let rounded_up = wide.div_euclid(margin) + i128::from(wide % margin != 0);
            let weight = u64::try_from(rounded_up).map_err(|_| Overflow)?;
            total = total
                .checked_add(weight)
                .filter(|sum| *sum < LARGEST)
                .ok_or(Overflow)?;
            if let Some(held) = weights.get_mut(*station) {
                *held = weight;
            }
        }
        Ok(Weights {
            by_station: weights,
            total,
            denominator,
            is_exact,
            sheets: bounds.len(),
        })
    };
    if let Some(exact) = common.and_then(|denominator| spread(denominator).ok()) {
        return Ok(exact);
    }
    // The finest power of two that leaves the total in its range.
    (0..62)
        .rev()
        .find_map(|power| spread(1 << power).ok())
        .ok_or(BatchError::Overflow(Overflow))
}

fn largest(
    assertions: &[Assertion],
    margins: &[Margin],
    votes: &[u64],
    ballots: u64,
) -> Result<Bound, Overflow> {
    let mut held: Option<(Bound, i128)> = None;
    for (at, (assertion, margin)) in assertions.iter().zip(margins).enumerate() {
        let room = i128::from(assertion.worst()) * i128::from(box_size(assertion, votes, ballots));
        // Every ballot on the sheet takes at most `worst`, so the sum is not below 0.
        let numerator = assertion.score(votes).checked_add(room).ok_or(Overflow)?;
        let is_larger = match held {
            None => true,
            Some((bound, other)) => {
                let left = numerator.checked_mul(other).ok_or(Overflow)?;
                left > bound.numerator.checked_mul(margin.margin).ok_or(Overflow)?
            }
        };
        if is_larger {
            let bound = Bound {
                numerator,
                assertion: at,
            };
            held = Some((bound, margin.margin));
        }
    }
    held.map(|(bound, _)| bound).ok_or(Overflow)
}

/// The most ballots in a box: what it was bounded by, and no fewer than are needed for the votes on its sheet.
pub(super) fn box_size(assertion: &Assertion, votes: &[u64], ballots: u64) -> u64 {
    let most = u64::try_from(assertion.votes(votes)).unwrap_or(u64::MAX);
    most.div_ceil(u64::from(assertion.votes_allowed()).max(1))
        .max(ballots)
}

/// The least common multiple, where it is small enough for weights.
fn common_denominator(margins: impl Iterator<Item = i128>) -> Option<u64> {
    let mut common = 1_u64;
    for margin in margins {
        let margin = u64::try_from(margin).ok()?;
        if !common.is_multiple_of(margin) {
            common = common.checked_mul(margin / gcd(common, margin))?;
        }
    }
    Some(common)
}

fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
