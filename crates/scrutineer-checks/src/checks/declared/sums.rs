//! Sums of declared figures.

use scrutineer_model::Field;

use crate::catalogue::declared as codes;
use crate::checks::declared::Declared;
use crate::checks::declared::numbers::{Span, options_sum, valid};
use crate::sink::Sink;

/// E.603, E.604, E.607 and E.608.
pub(super) fn run(declared: &Declared<'_>, sink: &mut Sink) {
    let declaration = declared.declaration;
    let span = |figure: &Option<_>| figure.as_ref().map(Span::of);
    let (sum, all) = options_sum(declared.contest, declaration);
    if let Some(valid) = span(&declaration.valid)
        && (sum.exceeds(valid) || (all && sum.differs(valid)))
    {
        sink.push(
            declared
                .draft(&codes::E_603)
                .figure("sum", sum.chosen)
                .figure("valid", valid.chosen)
                .at_stake(Some(sum.distance(valid))),
        );
    }
    let parts = [
        valid(declared.contest, declaration),
        span(&declaration.invalid),
        span(&declaration.blank),
    ];
    let votes = parts.into_iter().flatten().fold(Span::ZERO, Span::plus);
    let voters = span(&declaration.voters);
    if let Some(voters) = voters {
        let [valid, invalid, blank] = parts;
        let complete =
            valid.is_some() && invalid.is_some() && (blank.is_some() || !has_blank(declared));
        let info = if votes.exceeds(voters) {
            Some(&codes::E_607)
        } else if complete && voters.exceeds(votes) {
            Some(&codes::E_604)
        } else {
            None
        };
        if let Some(info) = info {
            sink.push(
                declared
                    .draft(info)
                    .figure("sum", votes.chosen)
                    .figure("voters", voters.chosen)
                    .at_stake(Some(votes.distance(voters))),
            );
        }
    }
    let counted = span(&declaration.coverage.electors);
    let electors = counted.or_else(|| span(&declaration.registered));
    if let Some(electors) = electors
        && declared.listed_only()
    {
        let voters = voters.unwrap_or(votes);
        if voters.exceeds(electors) {
            sink.push(
                declared
                    .draft(&codes::E_608)
                    .figure("voters", voters.chosen)
                    .figure("electors", electors.chosen)
                    .at_stake(Some(voters.distance(electors))),
            );
        }
    }
}

/// Whether the form of a source of the contest has blank votes as a number of its own.
fn has_blank(declared: &Declared<'_>) -> bool {
    let mut sets = declared.dataset.sheets_of(declared.declaration.contest);
    sets.any(|set| set.field(Field::Blank).is_some())
}
