//! Percentages announced without counts: intervals, tested against the share bounds.

use scrutineer_model::{Declaration, Exact, Overflow};
use scrutineer_tally::{Interval, MissingVotes, Observed};

use super::case::Case;
use super::figures::{Decision, Shown};
use crate::report::FiguresVerdict;

/// The rule for declarations with nothing but percentages. The least favourable bounds of a share:
/// own / (all + U) and (own + U) / (all + U), over the votes of all options on the sheets.
pub(super) fn by_shares(
    case: &Case<'_>,
    declaration: &Declaration,
    observed: &Observed,
) -> Result<Decision, Overflow> {
    let announced: Vec<_> = declaration
        .options
        .iter()
        .filter_map(|option| Some((option, option.percent?)))
        .collect();
    if announced.is_empty() {
        return Ok(Decision::plain(
            FiguresVerdict::Undetermined,
            "nothing-comparable",
        ));
    }
    let MissingVotes::AtMost(missing) = case.missing() else {
        return Ok(Decision::plain(FiguresVerdict::Undetermined, "not-bounded"));
    };
    let all = observed.votes();
    for (option, percent) in announced {
        let own = option
            .target
            .options()
            .iter()
            .filter_map(|member| observed.totals.get(member.get()))
            .fold(Interval::exact(0), |sum, votes| sum.plus(*votes));
        let (low, high) = bounds(own, all, missing)?;
        // The printed share stands for an interval; it must reach into the possible one.
        if percent.highest() < low || percent.lowest() > high {
            let target = super::figures::target_id(
                case,
                declaration,
                scrutineer_tally::TargetKind::Declared(
                    declaration
                        .options
                        .iter()
                        .position(|held| held == option)
                        .unwrap_or(0),
                ),
            );
            let shown = Shown {
                target,
                declared: None,
                minimum: None,
                observed: own.min,
                possible_max: Some(own.max.saturating_add(missing)),
            };
            return Ok(Decision {
                shown: Some(shown),
                ..Decision::plain(FiguresVerdict::Infeasible, "share-out-of-bounds")
            });
        }
    }
    Ok(Decision::plain(
        FiguresVerdict::Consistent,
        "shares-possible",
    ))
}

fn bounds(own: Interval, all: Interval, missing: u64) -> Result<(Exact, Exact), Overflow> {
    let share = |part: u64, whole: u64| match whole {
        0 => Ok(Exact::ZERO),
        _ => Exact::from(part).checked_div(Exact::from(whole)),
    };
    let low = share(own.min, all.max.max(own.min).saturating_add(missing))?;
    let high = share(
        own.max.saturating_add(missing),
        all.min.max(own.max).saturating_add(missing),
    )?;
    Ok((low, high))
}
