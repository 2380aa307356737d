//! Printed percentages against the printed counts.

use scrutineer_model::{Exact, PrintedPercent};

use crate::catalogue::{CheckInfo, declared as codes};
use crate::checks::declared::Declared;
use crate::checks::declared::numbers::{Span, target_id, valid};
use crate::sink::{Draft, Sink};

/// E.605, E.606, E.609 and E.615.
pub(super) fn run(declared: &Declared<'_>, sink: &mut Sink) {
    let declaration = declared.declaration;
    let valid = valid(declared.contest, declaration);
    if let Some(valid) = valid {
        for option in &declaration.options {
            let (Some(votes), Some(percent)) = (&option.votes, option.percent) else {
                continue;
            };
            let id = target_id(declared.contest, &option.target);
            let draft = declared.draft(&codes::E_605).option(id);
            check(
                draft,
                ("votes", Span::of(votes)),
                ("valid", valid),
                percent,
                sink,
            );
        }
    }
    let voters = declaration.voters.as_ref().map(Span::of);
    let invalid = declaration.invalid.as_ref().map(Span::of);
    if let Some(voters) = voters {
        of_voters(
            declared,
            "valid",
            valid,
            declaration.valid_of_voters,
            voters,
            sink,
        );
        of_voters(
            declared,
            "invalid",
            invalid,
            declaration.invalid_of_voters,
            voters,
            sink,
        );
        turnout(declared, voters, sink);
    }
    whole(declared, sink);
}

fn check(
    draft: Draft,
    part: (&str, Span),
    whole: (&str, Span),
    percent: PrintedPercent,
    sink: &mut Sink,
) {
    if part.1.rounds_to(whole.1, percent) == Some(false) {
        sink.push(
            draft
                .figure(part.0, part.1.chosen)
                .figure(whole.0, whole.1.chosen)
                .figure("percent", percent.to_string())
                .at_stake(part.1.votes_to(whole.1, percent)),
        );
    }
}

fn of_voters(
    declared: &Declared<'_>,
    column: &str,
    part: Option<Span>,
    percent: Option<PrintedPercent>,
    voters: Span,
    sink: &mut Sink,
) {
    let info: &'static CheckInfo = &codes::E_606;
    if let (Some(part), Some(percent)) = (part, percent) {
        let draft = declared.draft(info).part(column).figure("column", column);
        check(draft, ("votes", part), ("voters", voters), percent, sink);
    }
}

/// Of the electors counted; of the whole register only where all is said to be counted.
fn turnout(declared: &Declared<'_>, voters: Span, sink: &mut Sink) {
    let declaration = declared.declaration;
    let counted = declaration.coverage.electors.as_ref();
    let whole = declaration.registered.as_ref();
    let all = declaration.coverage.claims_all();
    let electors = counted.or(whole.filter(|_| all)).map(Span::of);
    if let (Some(electors), Some(percent)) = (electors, declaration.turnout) {
        let draft = declared.draft(&codes::E_609);
        check(
            draft,
            ("voters", voters),
            ("electors", electors),
            percent,
            sink,
        );
    }
}

fn whole(declared: &Declared<'_>, sink: &mut Sink) {
    let mut covered = vec![false; declared.contest.options.len()];
    let mut printed = Vec::new();
    for option in &declared.declaration.options {
        if let Some(percent) = option.percent {
            printed.push(percent);
            for at in option.target.options() {
                covered[at.get()] = true;
            }
        }
    }
    if printed.is_empty() || !covered.iter().all(|&covered| covered) {
        return;
    }
    let sum = |share: fn(PrintedPercent) -> Exact| {
        let mut shares = printed.iter().map(|&percent| share(percent));
        shares.try_fold(Exact::ZERO, Exact::checked_add).ok()
    };
    let ends = (sum(PrintedPercent::lowest), sum(PrintedPercent::highest));
    let (Some(lowest), Some(highest)) = ends else {
        return;
    };
    if lowest > Exact::ONE || highest < Exact::ONE {
        let decimals = printed.iter().map(|percent| percent.decimals()).max();
        let sum = sum(PrintedPercent::share).unwrap_or(Exact::ZERO);
        sink.push(
            declared
                .draft(&codes::E_615)
                .figure("sum", percent_text(sum, decimals.unwrap_or(0)))
                .at_stake(None),
        );
    }
}

/// A share as a percentage with this many decimals; exact, since it is a sum of such numbers.
pub(super) fn percent_text(share: Exact, decimals: u32) -> String {
    let scale = 10i128.pow(decimals);
    let units = share
        .checked_mul(Exact::integer(100 * scale))
        .map_or(0, Exact::round);
    let width = decimals as usize;
    if width == 0 {
        return units.to_string();
    }
    format!("{}.{:0width$}", units / scale, units % scale)
}
