// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The text of `election.toml`.

use std::fmt::Write;

use scrutineer_model::{
    Applies, CapacityRule, Code, Contest, Dataset, Exact, Figure, OutcomeRule, Provenance,
    Publisher, RegisterKind, SourceIdx, SourceLabel,
};

use crate::election::PublicationSpec;

/// A text as a basic string of TOML.
pub(crate) fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Texts as an array.
pub(crate) fn list<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    let texts: Vec<String> = texts.into_iter().map(|text| quote(text.as_ref())).collect();
    format!("[{}]", texts.join(", "))
}

/// Appends `key = value`.
pub(super) fn line(key: &str, value: &str, into: &mut String) {
    let _ = writeln!(into, "{key} = {value}");
}

/// Appends `key = "text"`.
pub(super) fn text(key: &str, value: &str, into: &mut String) {
    line(key, &quote(value), into);
}

/// Appends `key = "text"` where there is one.
pub(super) fn optional(key: &str, value: Option<&str>, into: &mut String) {
    if let Some(value) = value {
        text(key, value, into);
    }
}

/// A figure with all of its readings.
pub(super) fn figure(figure: &Figure) -> String {
    let reading = |held: &scrutineer_model::FigureReading| {
        format!("value = {}, source = {}", held.value, quote(&held.source))
    };
    let mut out = format!("{{ {}", reading(figure.chosen()));
    if !figure.others().is_empty() {
        let others: Vec<String> = figure
            .others()
            .iter()
            .map(|held| format!("{{ {} }}", reading(held)))
            .collect();
        let _ = write!(out, ", others = [{}]", others.join(", "));
    }
    if let Some(why) = figure.why() {
        let _ = write!(out, ", why = {}", quote(why));
    }
    out.push_str(" }");
    out
}

/// Everything before the sources.
pub(super) fn election(dataset: &Dataset, key: &[String], into: &mut String) {
    let election = dataset.election();
    into.push_str("schema = \"scrutineer/election/1\"\n\n[election]\n");
    text("id", election.id.as_str(), into);
    text("name", &election.name, into);
    text("date", &election.date.to_string(), into);
    text("country", &election.country, into);
    if !key.is_empty() {
        line("key", &list(key), into);
    }
    for hierarchy in dataset.hierarchies() {
        into.push_str("\n[[hierarchy]]\n");
        text("id", &hierarchy.id, into);
        line("levels", &list(&hierarchy.levels), into);
    }
    for held in dataset.contests() {
        contest(held, into);
    }
}

fn contest(contest: &Contest, into: &mut String) {
    into.push_str("\n[[contest]]\n");
    text("id", contest.id.as_str(), into);
    text("name", &contest.name, into);
    line("round", &contest.round.to_string(), into);
    optional(
        "predecessor",
        contest.predecessor.as_ref().map(Code::as_str),
        into,
    );
    line("rule", &rule(&contest.rule), into);
    let capacity = match contest.capacity {
        CapacityRule::Register => "{ rule = \"register\" }".to_owned(),
        CapacityRule::BallotsIssued => "{ rule = \"ballots-issued\" }".to_owned(),
        CapacityRule::LegalMaximum(maximum) => {
            format!("{{ rule = \"legal-maximum\", maximum = {maximum} }}")
        }
        CapacityRule::Unbounded => "{ rule = \"unbounded\" }".to_owned(),
        CapacityRule::NotStated => "{ rule = \"not-stated\" }".to_owned(),
    };
    line("capacity", &capacity, into);
    for option in &contest.options {
        into.push_str("\n  [[contest.option]]\n");
        text("  id", option.id.as_str(), into);
        text("  name", &option.name, into);
    }
    let plain = contest.tickets.len() == contest.options.len()
        && contest
            .tickets
            .iter()
            .zip(&contest.options)
            .enumerate()
            .all(|(at, (ticket, option))| {
                ticket.option.get() == at && ticket.id == option.id && ticket.name == option.name
            });
    for ticket in contest.tickets.iter().filter(|_| !plain) {
        into.push_str("\n  [[contest.ticket]]\n");
        text("  id", ticket.id.as_str(), into);
        text("  name", &ticket.name, into);
        let owner = contest.options.get(ticket.option.get());
        text(
            "  option",
            owner.map_or("", |option| option.id.as_str()),
            into,
        );
    }
    for register in &contest.registers {
        into.push_str("\n  [[contest.register]]\n");
        text("  id", register.id.as_str(), into);
        let kind = match register.kind {
            RegisterKind::Electors => "electors",
            RegisterKind::Stations => "stations",
            RegisterKind::Places => "places",
        };
        text("  figure", kind, into);
        line("  total", &figure(&register.total), into);
        let applies = match register.applies {
            Applies::Yes => "yes",
            Applies::No => "no",
            Applies::Unknown => "unknown",
        };
        text("  applies", applies, into);
        optional("  why", register.why.as_deref(), into);
    }
}

fn rule(rule: &OutcomeRule) -> String {
    let share = |share: Exact| format!("\"{}/{}\"", share.numerator(), share.denominator());
    match *rule {
        OutcomeRule::Majority {
            share: held,
            runoff,
        } => {
            format!(
                "{{ kind = \"majority\", share = {}, runoff = {runoff} }}",
                share(held)
            )
        }
        OutcomeRule::Threshold { share: held } => {
            format!("{{ kind = \"threshold\", share = {} }}", share(held))
        }
        OutcomeRule::Plurality { winners } => {
            format!("{{ kind = \"plurality\", winners = {winners} }}")
        }
        // The model may grow rules before this format does; without one the folder is refused.
        _ => "{ kind = \"unknown\" }".to_owned(),
    }
}

/// A source; `columns` is what `sheets` wrote.
pub(super) fn source(
    dataset: &Dataset,
    index: SourceIdx,
    (columns, is_sensitive): (&str, bool),
    into: &mut String,
) {
    let source = dataset.source(index);
    let contest = dataset.contest(source.contest);
    into.push_str("\n[[source]]\n");
    text("id", source.id.as_str(), into);
    text("contest", contest.id.as_str(), into);
    text("origin", source.origin.0.as_str(), into);
    if is_sensitive || source.provenance.supplied_by == SourceLabel::Withheld {
        line("sensitive", "true", into);
    }
    provenance(&source.provenance, contest, into);
    into.push_str(columns);
    for identity in &source.identities {
        into.push_str("[[source.identity]]\n");
        text("holds", &identity.text, into);
    }
}

/// `[publication]`.
pub(crate) fn publication(held: &PublicationSpec, into: &mut String) {
    into.push_str("\n[publication]\n");
    let at_once = held.at_once.iter().map(|&kind| label(kind));
    line("at_once", &list(at_once), into);
    line("stations", &held.stations.to_string(), into);
    line("minutes", &held.minutes.to_string(), into);
}

/// `[publisher]`.
pub(crate) fn publisher(held: &Publisher, into: &mut String) {
    into.push_str("\n[publisher]\n");
    text("name", &held.name, into);
    text("contact", &held.contact, into);
    if let Some(days) = held.reply_days {
        line("reply_days", &days.to_string(), into);
    }
    if let Some(licence) = &held.licence {
        text("licence", licence, into);
    }
    if let Some(site) = &held.site {
        text("site", site, into);
    }
}

/// The word for who supplied a source.
fn label(label: SourceLabel) -> &'static str {
    match label {
        SourceLabel::Authority => "authority",
        SourceLabel::PartyAligned => "party-aligned",
        SourceLabel::Observer => "observer",
        SourceLabel::Media => "media",
        SourceLabel::Court => "court",
        SourceLabel::Citizen => "citizen",
        SourceLabel::Withheld | SourceLabel::Unknown => "unknown",
    }
}

fn provenance(provenance: &Provenance, contest: &Contest, into: &mut String) {
    into.push_str("[source.provenance]\n");
    text("supplied_by", label(provenance.supplied_by), into);
    if !provenance.aligned_with.is_empty() {
        let ids = provenance
            .aligned_with
            .iter()
            .filter_map(|at| contest.options.get(at.get()));
        line(
            "aligned_with",
            &list(ids.map(|option| option.id.as_str())),
            into,
        );
    }
    let date = provenance.obtained_on.map(|date| date.to_string());
    let origin = provenance
        .derived_from
        .as_ref()
        .map_or("none", Code::as_str);
    let known = |text: &Option<String>| text.clone().unwrap_or_else(|| "unknown".to_owned());
    text("obtained_from", &known(&provenance.obtained_from), into);
    text("obtained_on", &known(&date), into);
    text(
        "obtained_by_role",
        &known(&provenance.obtained_by_role),
        into,
    );
    text("method", &known(&provenance.method), into);
    text("medium", &known(&provenance.medium), into);
    text("licence", &known(&provenance.licence), into);
    text("derived_from", origin, into);
    text("transformations", &known(&provenance.transformations), into);
}
