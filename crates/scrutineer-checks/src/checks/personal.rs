//! Texts that look like personal data. What the text says is never repeated, only where it stands.

mod looks;

use scrutineer_model::{Dataset, DivisionIdx, Figure, PlaceIdx};

use crate::catalogue::{CheckInfo, privacy as codes};
use crate::checks::personal::looks::{Looks, Text, looks_like};
use crate::sink::{Draft, Sink};

/// P.103, P.104 and P.105 over everything that can reach an output.
pub(super) fn run(dataset: &Dataset, sink: &mut Sink) {
    names(dataset, sink);
    stations(dataset, sink);
    descriptions(dataset, sink);
    for (at, disposition) in (1u64..).zip(dataset.dispositions()) {
        let place = |what: &str| format!("disposition {at}: {what}");
        note(&disposition.reason, || place("reason"), sink);
        note(&disposition.role, || place("role"), sink);
    }
}

fn info(looks: Looks) -> &'static CheckInfo {
    match looks {
        Looks::Identity => &codes::P_103,
        Looks::Telephone => &codes::P_104,
        Looks::Email => &codes::P_105,
    }
}

fn push(draft: Draft, at: &str, sink: &mut Sink) {
    sink.push(draft.part(at).figure("where", at));
}

/// A free text of the folder.
fn note(text: &str, at: impl Fn() -> String, sink: &mut Sink) {
    if let Some(looks) = looks_like(text, Text::Note) {
        push(Draft::new(info(looks)), &at(), sink);
    }
}

/// Divisions and places: a name has no reason to hold a long number.
fn names(dataset: &Dataset, sink: &mut Sink) {
    for hierarchy in dataset.hierarchies() {
        for at in (0..hierarchy.divisions.len()).map(DivisionIdx::new) {
            if let Some(looks) = looks_like(hierarchy.divisions.get(at).name, Text::Name) {
                let draft = Draft::new(info(looks)).division(hierarchy.divisions.path_code(at));
                push(draft, &format!("{}: name", hierarchy.id), sink);
            }
        }
    }
    for at in (0..dataset.places().len()).map(PlaceIdx::new) {
        let place = dataset.places().get(at);
        if let Some(looks) = looks_like(place.name, Text::Name) {
            push(
                Draft::new(info(looks)).place(place.code),
                "places: name",
                sink,
            );
        }
    }
}

/// Labels of stations are numbers as a rule; only a clear sign counts.
fn stations(dataset: &Dataset, sink: &mut Sink) {
    for (at, station) in dataset.stations().indices().enumerate() {
        let label = dataset.stations().get(station).label;
        if let Some(looks) = looks_like(label, Text::Note) {
            // The id holds the label, so the finding gives the position instead.
            let place = format!("stations: label {}", at + 1);
            push(Draft::new(info(looks)), &place, sink);
        }
    }
}

fn descriptions(dataset: &Dataset, sink: &mut Sink) {
    for source in dataset.sources() {
        let of = &source.provenance;
        let texts = [
            ("obtained_from", &of.obtained_from),
            ("obtained_by", &of.obtained_by_role),
            ("method", &of.method),
            ("medium", &of.medium),
            ("licence", &of.licence),
            ("transformations", &of.transformations),
        ];
        for (key, text) in texts {
            let text = text.as_deref().unwrap_or("");
            note(text, || format!("source {}: {key}", source.id), sink);
        }
    }
    for contest in dataset.contests() {
        for register in &contest.registers {
            let place = || format!("register {}", register.id);
            note(register.why.as_deref().unwrap_or(""), place, sink);
            figure(&register.total, &place(), sink);
        }
    }
    for declaration in dataset.declarations() {
        let place = format!("declaration {}", declaration.id);
        note(
            &declaration.authority,
            || format!("{place}: authority"),
            sink,
        );
        let outlet = declaration.outlet.as_deref().unwrap_or("");
        note(outlet, || format!("{place}: outlet"), sink);
        let coverage = &declaration.coverage;
        let figures = [
            ("valid", &declaration.valid),
            ("invalid", &declaration.invalid),
            ("blank", &declaration.blank),
            ("voters", &declaration.voters),
            ("registered", &declaration.registered),
            ("electors", &coverage.electors),
            ("stations", &coverage.stations),
            ("stations_total", &coverage.stations_total),
            ("places", &coverage.places),
        ];
        for (name, found) in figures {
            if let Some(found) = found {
                figure(found, &format!("{place}: {name}"), sink);
            }
        }
        for (at, option) in (1u64..).zip(&declaration.options) {
            if let Some(votes) = &option.votes {
                figure(votes, &format!("{place}: option {at}"), sink);
            }
        }
    }
}

fn figure(figure: &Figure, at: &str, sink: &mut Sink) {
    note(figure.why().unwrap_or(""), || format!("{at}: why"), sink);
    for (number, reading) in (1u64..).zip(figure.readings()) {
        note(&reading.source, || format!("{at}: source {number}"), sink);
    }
}
