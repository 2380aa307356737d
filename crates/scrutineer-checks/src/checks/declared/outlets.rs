//! Figures that outlets print differently.

use scrutineer_model::{Dataset, Figure};

use crate::catalogue::declared as codes;
use crate::checks::declared::Declared;
use crate::checks::declared::numbers::{Span, target_id};
use crate::sink::{Draft, Sink};

/// W.601 for every figure of a declaration.
pub(super) fn of_declaration(declared: &Declared<'_>, sink: &mut Sink) {
    let of = declared.declaration;
    let fields: [(&str, &Option<Figure>); 9] = [
        ("valid", &of.valid),
        ("invalid", &of.invalid),
        ("blank", &of.blank),
        ("voters", &of.voters),
        ("registered", &of.registered),
        ("counted-electors", &of.coverage.electors),
        ("counted-stations", &of.coverage.stations),
        ("stations-total", &of.coverage.stations_total),
        ("counted-places", &of.coverage.places),
    ];
    for (name, figure) in fields {
        if let Some(figure) = figure {
            let at_stake = matches!(name, "valid" | "invalid" | "blank" | "voters");
            let draft = declared.draft(&codes::W_601);
            one(draft, of.id.as_str(), name, figure, at_stake, sink);
        }
    }
    for option in &of.options {
        if let Some(figure) = &option.votes {
            let name = target_id(declared.contest, &option.target);
            let draft = declared.draft(&codes::W_601);
            one(draft, of.id.as_str(), name, figure, true, sink);
        }
    }
}

/// W.601 for the totals of the register.
pub(super) fn of_registers(dataset: &Dataset, sink: &mut Sink) {
    for contest in dataset.contests() {
        for register in &contest.registers {
            let draft = Draft::new(&codes::W_601).part(contest.id.as_str());
            let id = register.id.as_str();
            one(draft, contest.id.as_str(), id, &register.total, false, sink);
        }
    }
}

fn one(draft: Draft, owner: &str, name: &str, figure: &Figure, votes: bool, sink: &mut Sink) {
    if !figure.is_disputed() {
        return;
    }
    let span = Span::of(figure);
    sink.push(
        draft
            .part(name)
            .figure("where", format!("{owner}: {name}"))
            .figure("least", span.least)
            .figure("most", span.most)
            .figure("chosen", span.chosen)
            .at_stake(Some(if votes { span.most - span.least } else { 0 })),
    );
}
