//! Sums that a declaration states or implies.

use scrutineer_model::{Declaration, DeclaredOption, DeclaredTarget, Exact, OptionIdx, Overflow};

use crate::feasibility::targets::{least, most};

/// Per declared number, whether it counts votes that another one counts as well: a group with an
/// option that is announced on its own, or that an earlier group has. Such a number is tested, and
/// never added to the others.
pub(crate) fn repeated(declaration: &Declaration) -> Vec<bool> {
    let single = |declared: &&DeclaredOption| matches!(declared.target, DeclaredTarget::Option(_));
    let mut seen: Vec<OptionIdx> = declaration
        .options
        .iter()
        .filter(single)
        .flat_map(|declared| declared.target.options())
        .copied()
        .collect();
    let repeats = |declared: &DeclaredOption| match &declared.target {
        DeclaredTarget::Option(_) => false,
        DeclaredTarget::Group { options, .. } => {
            let repeats = options.iter().any(|option| seen.contains(option));
            if !repeats {
                seen.extend(options);
            }
            repeats
        }
    };
    declaration.options.iter().map(repeats).collect()
}

/// People who voted by the declaration: voters, else valid votes, else the votes of all options;
/// as (chosen, smallest, largest).
pub(crate) fn declared_voters(
    declaration: &Declaration,
    options: usize,
) -> Option<(u64, u64, u64)> {
    match &declaration.voters {
        Some(figure) => Some((figure.value(), least(figure), most(figure))),
        None => declared_valid(declaration, options),
    }
}

/// Valid votes by the declaration, else the votes of all options; `None` where it announces only
/// some of the contest's `options`.
pub(crate) fn declared_valid(declaration: &Declaration, options: usize) -> Option<(u64, u64, u64)> {
    if let Some(figure) = &declaration.valid {
        return Some((figure.value(), least(figure), most(figure)));
    }
    if !declaration.covers(options) {
        return None;
    }
    let mut sums = (0u64, 0u64, 0u64);
    for (declared, repeats) in declaration.options.iter().zip(repeated(declaration)) {
        if repeats {
            continue;
        }
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
    options: usize,
) -> Result<Option<(Exact, Exact, Exact)>, Overflow> {
    let (Some(turnout), Some((voters, fewest, most))) =
        (declaration.turnout, declared_voters(declaration, options))
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
