//! Who is declared to win against the declared votes.

use scrutineer_model::{DeclaredTarget, OptionIdx, OutcomeRule};

use crate::catalogue::declared as codes;
use crate::checks::declared::Declared;
use crate::checks::declared::numbers::Span;
use crate::sink::Sink;

/// E.614; only where most votes win.
pub(super) fn run(declared: &Declared<'_>, sink: &mut Sink) {
    if !matches!(declared.contest.rule, OutcomeRule::Plurality { .. }) {
        return;
    }
    let winners = &declared.declaration.winners;
    let votes: Vec<(OptionIdx, Span)> = declared
        .declaration
        .options
        .iter()
        .filter_map(|option| match (&option.target, &option.votes) {
            (DeclaredTarget::Option(at), Some(votes)) => Some((*at, Span::of(votes))),
            _ => None,
        })
        .collect();
    let others = votes.iter().filter(|(option, _)| !winners.contains(option));
    // Of equal ones the first in ballot order.
    let best = others.max_by_key(|(option, votes)| (votes.least, std::cmp::Reverse(*option)));
    let Some((rival, most)) = best else { return };
    for (winner, own) in votes.iter().filter(|(option, _)| winners.contains(option)) {
        if most.exceeds(*own) {
            let id = |option: &OptionIdx| declared.contest.options[option.get()].id.as_str();
            sink.push(
                declared
                    .draft(&codes::E_614)
                    .option(id(winner))
                    .figure("votes", own.chosen)
                    .figure("other", id(rival))
                    .figure("rival", most.chosen)
                    .at_stake(Some(most.distance(*own))),
            );
        }
    }
}
