//! Margins over the sheets, less what has no sheet.

use scrutineer_model::Overflow;

use super::{BatchError, Stations};
use crate::assertion::{Assertion, Claim};

/// The margin of an assertion, in its weighted votes; for a pair, votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margin {
    /// Over the stations with a sheet.
    pub sheets: i128,
    /// What the stations without a sheet can take from it.
    pub missing: i128,
    /// What is audited: `sheets - missing`.
    pub margin: i128,
}

/// An assertion that no audit of these sheets can confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unconfirmed {
    /// What was claimed.
    pub claim: Claim,
    /// Its margin, at most 0.
    pub margin: Margin,
    /// Why not.
    pub why: Why,
}

/// Why a claim cannot be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The sheets themselves say the opposite.
    SheetsContradict,
    /// The sheets show a tie, which no draw can decide; only a full count can.
    Tie,
    /// The sheets support it, but the boxes without a sheet can hold as many ballots as its margin.
    MissingCanChangeIt,
}

/// Margins of all assertions, whether or not they are above 0.
pub(super) fn of(stations: &Stations, assertions: &[Assertion]) -> Result<Vec<Margin>, BatchError> {
    if assertions.is_empty() {
        return Err(BatchError::Nothing("assertion"));
    }
    if stations.sheets().next().is_none() {
        return Err(BatchError::Nothing("station with a sheet"));
    }
    let missing = i128::try_from(stations.without_sheet()).map_err(|_| Overflow)?;
    let mut totals = vec![0_u64; stations.options()];
    for (_, votes, _) in stations.sheets() {
        for (total, votes) in totals.iter_mut().zip(votes) {
            *total = total.checked_add(*votes).ok_or(Overflow)?;
        }
    }
    let margin = |assertion: &Assertion| {
        if assertion.options() != stations.options() {
            return Err(BatchError::Assertion {
                expected: stations.options(),
                found: assertion.options(),
            });
        }
        let sheets = assertion.score(&totals);
        let missing = i128::from(assertion.worst())
            .checked_mul(missing)
            .ok_or(Overflow)?;
        let margin = sheets.checked_sub(missing).ok_or(Overflow)?;
        Ok(Margin {
            sheets,
            missing,
            margin,
        })
    };
    let margins = assertions
        .iter()
        .map(margin)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(margins)
}

/// Margins that are all above 0.
pub(super) fn over_sheets(
    stations: &Stations,
    assertions: &[Assertion],
) -> Result<Vec<Margin>, BatchError> {
    let margins = of(stations, assertions)?;
    confirm(assertions, &margins)?;
    Ok(margins)
}

/// All claims that fail, if any.
pub(super) fn confirm(assertions: &[Assertion], margins: &[Margin]) -> Result<(), BatchError> {
    let failing = assertions
        .iter()
        .zip(margins)
        .filter(|(_, held)| held.margin <= 0);
    let unconfirmed = failing.map(|(assertion, &margin)| Unconfirmed {
        claim: assertion.claim().clone(),
        margin,
        why: match margin.sheets {
            ..0 => Why::SheetsContradict,
            0 => Why::Tie,
            1.. => Why::MissingCanChangeIt,
        },
    });
    let unconfirmed: Vec<_> = unconfirmed.collect();
    if unconfirmed.is_empty() {
        Ok(())
    } else {
        Err(BatchError::CannotConfirm(unconfirmed))
    }
}
