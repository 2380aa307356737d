//! Sums that a declaration states or implies.

use scrutineer_model::{Declaration, Exact, Overflow};

use crate::feasibility::targets::{least, most};

/// People who voted by the declaration: voters, else valid votes, else the votes of all options;
/// as (chosen, smallest, largest).
pub(crate) fn declared_voters(declaration: &Declaration) -> Option<(u64, u64, u64)> {
    match &declaration.voters {
        Some(figure) => Some((figure.value(), least(figure), most(figure))),
        None => declared_valid(declaration),
    }
}

/// Valid votes by the declaration, else the votes of all options.
pub(crate) fn declared_valid(declaration: &Declaration) -> Option<(u64, u64, u64)> {
    if let Some(figure) = &declaration.valid {
        return Some((figure.value(), least(figure), most(figure)));
    }
    let mut sums = (0u64, 0u64, 0u64);
    for declared in &declaration.options {
        let figure = declared.votes.as_ref()?;
        sums.0 = sums.0.checked_add(figure.value())?;
        sums.1 = sums.1.checked_add(least(figure))?;
        sums.2 = sums.2.checked_add(most(figure))?;
    }
    (sums.0 > 0).then_some(sums)
}

/// Registered voters in the counted stations by the declared turnout: as printed, and the ends of
/// the interval that the rounding leaves.
pub(crate) fn implied_electors(
    declaration: &Declaration,
) -> Result<Option<(Exact, Exact, Exact)>, Overflow> {
    let (Some(turnout), Some((voters, fewest, most))) =
        (declaration.turnout, declared_voters(declaration))
    else {
        return Ok(None);
    };
    if turnout.lowest() <= Exact::ZERO {
        return Ok(None);
    }
    let electors = |voters: u64, turnout: Exact| Exact::from(voters).checked_div(turnout);
    Ok(Some((
        electors(voters, turnout.share())?,
        electors(fewest, turnout.highest())?,
        electors(most, turnout.lowest())?,
    )))
}
