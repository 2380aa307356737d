//! How many sheets would have to be false for the lead to vanish, and the random sample of
//! confirmed sheets that excludes it.

use std::cmp::Reverse;

use scrutineer_model::{Dataset, Exact, Field, OptionIdx, Overflow, SheetSet};

use crate::observed::Observed;
use crate::sums;

/// How the missing would have voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MissingAssumption {
    /// As many for either of the two: the lead stays.
    SplitEven,
    /// As on the sheets: the lead grows with the missing, L (1 + U / sum of registered).
    AsObserved,
    /// All of them, for the rival: L - U.
    AllToRival,
}

/// A number of false sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FalseNeeded {
    /// The fewest sheets; 0 where the missing alone make up the lead.
    pub sheets: u64,
    /// Their share of all sheets.
    pub share: Exact,
    /// Sheets drawn at random, all confirmed from an independent origin, that exclude so many false
    /// ones with 95 % confidence: ceil(ln 0.05 / ln(1 - share)). `None` where no sheet need be
    /// false, so that no sample excludes it.
    pub sample_95: Option<u64>,
}

/// False sheets under one assumption about the missing (forensics note, 3.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FalseSheets {
    /// How the missing voted.
    pub assumption: MissingAssumption,
    /// Votes of lead to make up.
    pub votes: Exact,
    /// Where a false sheet may hide anything: all its registered voters for the rival. `None` where
    /// all sheets together do not suffice.
    pub extreme: Option<FalseNeeded>,
    /// Where votes only moved from the rival to the leader.
    pub swap: Option<FalseNeeded>,
}

/// The three assumptions about `missing` voters of one register, in order of
/// [`MissingAssumption`]. The lead rests on the smallest of rival readings of each sheet.
pub fn sheets_false_needed(
    observed: &Observed,
    leader: OptionIdx,
    rival: OptionIdx,
    missing: u64,
) -> Result<Vec<FalseSheets>, Overflow> {
    let (Some(own), Some(other)) = (
        observed.options.get(leader.get()),
        observed.options.get(rival.get()),
    ) else {
        return Ok(Vec::new());
    };
    let sum = |column: &[u32]| column.iter().map(|&votes| i128::from(votes)).sum::<i128>();
    let lead = Exact::integer(sum(own) - sum(other));
    let swap = Ordered::new(own.iter().map(|&votes| 2 * i128::from(votes)));
    let stations = observed.registered.iter().zip(&observed.valid);
    let extreme =
        Ordered::new(stations.zip(own.iter().zip(other)).map(
            |((&registered, &valid), (&own, &other))| most_change(own, other, registered, valid),
        ));
    let registered = observed.registered_sum();
    let missing = Exact::from(missing);
    let mut found = Vec::new();
    for assumption in [
        MissingAssumption::SplitEven,
        MissingAssumption::AsObserved,
        MissingAssumption::AllToRival,
    ] {
        let votes = match assumption {
            MissingAssumption::SplitEven => lead,
            MissingAssumption::AsObserved if registered == 0 => continue,
            MissingAssumption::AsObserved => {
                let factor = missing.checked_div(Exact::from(registered))?;
                lead.checked_mul(factor.checked_add(Exact::ONE)?)?
            }
            MissingAssumption::AllToRival => lead.checked_sub(missing)?,
        };
        found.push(FalseSheets {
            assumption,
            votes,
            extreme: extreme.needed(votes),
            swap: swap.needed(votes),
        });
    }
    Ok(found)
}

/// By how many votes the lead of `leader` over `rival` falls if the sheet of `row` is as false as a sheet can be: all
/// registered voters of its station, or the valid votes on it where they are more, for the rival instead of what it
/// says. So many votes it adds to what [`FalseSheets::extreme`] adds up. 0 where it says so already.
///
/// `None` where the votes of either were not read, neither the official list nor the sheet says how many voters
/// the station has, or the list says 0 and people vote there off it: then nothing limits them. `None` too where the valid
/// votes are not known, since a number that was not read is not 0.
pub fn most_change_of(
    dataset: &Dataset,
    set: &SheetSet,
    row: usize,
    leader: OptionIdx,
    rival: OptionIdx,
) -> Option<u64> {
    let votes = |option: OptionIdx| set.options().get(option.get())?.get(row)?.count();
    let (own, other) = (votes(leader)?, votes(rival)?);
    let registered = sums::registered_at(dataset, set, row).count();
    let registered = registered.filter(|&count| count > 0)?;
    let valid = set.field_at(Field::Valid, row).count();
    let valid = valid.map(u64::from).or_else(|| set.voted(row))?;
    let change = most_change(own, other, registered, valid);
    u64::try_from(change.max(0)).ok()
}

/// A station where people vote off the list holds at least the votes on its sheet.
fn most_change(own: u32, other: u32, registered: u32, valid: u64) -> i128 {
    let room = i128::from(registered).max(i128::from(valid));
    i128::from(own) - i128::from(other) + room
}

/// What one sheet can change, the largest first, as prefix sums.
struct Ordered {
    prefix: Vec<i128>,
}

impl Ordered {
    fn new(changes: impl Iterator<Item = i128>) -> Self {
        let mut sorted: Vec<i128> = changes.collect();
        sorted.sort_unstable_by_key(|&change| Reverse(change));
        let mut sum = 0;
        for change in &mut sorted {
            sum += *change;
            *change = sum;
        }
        Self { prefix: sorted }
    }

    fn needed(&self, votes: Exact) -> Option<FalseNeeded> {
        let all = self.prefix.len();
        let votes = votes.ceil();
        let sheets = if votes <= 0 {
            0
        } else {
            // The sums grow while changes are positive, and only these are of use.
            self.prefix.iter().position(|&sum| sum >= votes)? + 1
        };
        let count = u64::try_from(sheets).ok()?;
        let share = Exact::new(i128::from(count), i128::try_from(all).ok()?)?;
        Some(FalseNeeded {
            sheets: count,
            share,
            sample_95: sample_excluding(share, 0.05),
        })
    }
}

/// The smallest n with (1 - share)^n at most `risk`: random sheets, all confirmed, that exclude a
/// false share of this size. `None` for a share of 0 or below.
pub fn sample_excluding(share: Exact, risk: f64) -> Option<u64> {
    if share <= Exact::ZERO {
        return None;
    }
    if share >= Exact::ONE {
        return Some(1);
    }
    let draws = libm::ceil(libm::log(risk) / libm::log1p(-share.to_f64()));
    to_count(draws)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value is checked to lie between 1 and 2^53"
)]
fn to_count(value: f64) -> Option<u64> {
    (1.0..9_007_199_254_740_992.0)
        .contains(&value)
        .then_some(value as u64)
}
