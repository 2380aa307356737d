//! A bulletin against the one that it continues.

use std::collections::BTreeMap;

use scrutineer_model::{Declaration, Figure};

use crate::catalogue::declared as codes;
use crate::checks::declared::Declared;
use crate::checks::declared::numbers::{Span, target_id, valid};
use crate::sink::Sink;

/// E.610 and E.613.
pub(super) fn run(declared: &Declared<'_>, sink: &mut Sink) {
    let Some(follows) = &declared.declaration.follows else {
        return;
    };
    let mut all = declared.dataset.declarations().iter();
    let Some(earlier) = all.find(|one| &one.id == follows) else {
        return;
    };
    if earlier.contest != declared.declaration.contest
        || earlier.scope != declared.declaration.scope
    {
        return;
    }
    let before = figures(declared, earlier);
    for (column, now) in figures(declared, declared.declaration) {
        let Some(&then) = before.get(column) else {
            continue;
        };
        if then.exceeds(now) {
            sink.push(
                declared
                    .draft(&codes::E_610)
                    .part(column)
                    .figure("column", column)
                    .figure("now", now.chosen)
                    .figure("before", then.chosen)
                    .figure("earlier", earlier.id.as_str())
                    .at_stake(Some(then.distance(now))),
            );
        }
    }
    added(declared, earlier, sink);
}

/// Every figure that may only grow, by name.
fn figures<'a>(declared: &Declared<'a>, of: &'a Declaration) -> BTreeMap<&'a str, Span> {
    let coverage = &of.coverage;
    let fields: [(&str, &Option<Figure>); 7] = [
        ("valid", &of.valid),
        ("invalid", &of.invalid),
        ("blank", &of.blank),
        ("voters", &of.voters),
        ("counted-electors", &coverage.electors),
        ("counted-stations", &coverage.stations),
        ("counted-places", &coverage.places),
    ];
    let fields = fields
        .into_iter()
        .filter_map(|(name, figure)| Some((name, Span::of(figure.as_ref()?))));
    let options = of.options.iter().filter_map(|option| {
        let votes = option.votes.as_ref()?;
        Some((target_id(declared.contest, &option.target), Span::of(votes)))
    });
    fields.chain(options).collect()
}

fn added(declared: &Declared<'_>, earlier: &Declaration, sink: &mut Sink) {
    let later = declared.declaration;
    let counted = |of: &Declaration| of.coverage.electors.as_ref().map(Span::of);
    let votes = |of| valid(declared.contest, of);
    let (Some(electors), Some(electors_before)) = (counted(later), counted(earlier)) else {
        return;
    };
    let (Some(now), Some(then)) = (votes(later), votes(earlier)) else {
        return;
    };
    let least_votes = now.least.saturating_sub(then.most);
    let most_electors = electors.most.saturating_sub(electors_before.least);
    if declared.listed_only() && least_votes > most_electors {
        sink.push(
            declared
                .draft(&codes::E_613)
                .figure("votes", now.chosen.saturating_sub(then.chosen))
                .figure(
                    "electors",
                    electors.chosen.saturating_sub(electors_before.chosen),
                )
                .figure("earlier", earlier.id.as_str())
                .at_stake(Some(least_votes - most_electors)),
        );
    }
}
