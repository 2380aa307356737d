// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Declarations, and the files of their parts.

use std::fmt::Write;

use scrutineer_model::{
    Code, Contest, CountStatus, Dataset, Declaration, DeclaredCoverage, DeclaredTarget, Figure,
    HierarchyIdx, OptionIdx, PrintedPercent, Scope,
};

use crate::write::toml::{figure, line, list, optional, quote, text};
use crate::write::{FolderFile, delimited_line, path};

/// Appends every declaration.
pub(super) fn all(dataset: &Dataset, into: &mut String, files: &mut Vec<FolderFile>) {
    for declaration in dataset.declarations() {
        let contest = dataset.contest(declaration.contest);
        head(dataset, declaration, contest, into);
        if !declaration.parts.is_empty() {
            parts(dataset, declaration, contest, into, files);
        }
        for declared in &declaration.options {
            into.push_str("\n  [[declaration.votes]]\n");
            match &declared.target {
                DeclaredTarget::Option(option) => {
                    text("  option", option_id(contest, *option), into);
                }
                DeclaredTarget::Group { id, options } => {
                    text("  group", id.as_str(), into);
                    let ids = options.iter().map(|option| option_id(contest, *option));
                    line("  options", &list(ids), into);
                }
            }
            number("  votes", declared.votes.as_ref(), into);
            percent("  percent", declared.percent, into);
        }
    }
}

fn option_id(contest: &Contest, option: OptionIdx) -> &str {
    contest
        .options
        .get(option.get())
        .map_or("", |option| option.id.as_str())
}

fn number(key: &str, value: Option<&Figure>, into: &mut String) {
    if let Some(value) = value {
        line(key, &figure(value), into);
    }
}

fn percent(key: &str, value: Option<PrintedPercent>, into: &mut String) {
    if let Some(value) = value {
        text(key, &value.to_string(), into);
    }
}

/// The word of a count status.
fn status(status: CountStatus) -> &'static str {
    match status {
        CountStatus::UnofficialPartial => "unofficial-partial",
        CountStatus::UnofficialComplete => "unofficial-complete",
        CountStatus::Certified => "certified",
        CountStatus::Correction => "correction",
        CountStatus::Recount => "recount",
        CountStatus::Unknown => "unknown",
    }
}

fn head(dataset: &Dataset, held: &Declaration, contest: &Contest, into: &mut String) {
    into.push_str("\n[[declaration]]\n");
    text("id", held.id.as_str(), into);
    text("contest", contest.id.as_str(), into);
    text("authority", &held.authority, into);
    optional("outlet", held.outlet.as_deref(), into);
    text("time", &held.time.to_string(), into);
    text("status", status(held.status), into);
    if let (Scope::Division(division), Some(first)) = (held.scope, dataset.hierarchies().first()) {
        let codes = path(dataset, HierarchyIdx::new(0), division);
        let codes = list(codes.iter().map(|(code, _)| code));
        line(
            "scope",
            &format!("{{ hierarchy = {}, path = {codes} }}", quote(&first.id)),
            into,
        );
    }
    optional("follows", held.follows.as_ref().map(Code::as_str), into);
    if !held.winners.is_empty() {
        let ids = held
            .winners
            .iter()
            .map(|option| option_id(contest, *option));
        line("winners", &list(ids), into);
    }
    coverage(&held.coverage, into);
    percent("turnout", held.turnout, into);
    number("valid", held.valid.as_ref(), into);
    number("invalid", held.invalid.as_ref(), into);
    number("blank", held.blank.as_ref(), into);
    number("voters", held.voters.as_ref(), into);
    number("registered", held.registered.as_ref(), into);
    percent("valid_of_voters", held.valid_of_voters, into);
    percent("invalid_of_voters", held.invalid_of_voters, into);
}

fn coverage(coverage: &DeclaredCoverage, into: &mut String) {
    if *coverage == DeclaredCoverage::default() {
        return;
    }
    percent("coverage.printed", coverage.printed, into);
    if coverage.complete {
        line("coverage.complete", "true", into);
    }
    number("coverage.electors", coverage.electors.as_ref(), into);
    number("coverage.stations", coverage.stations.as_ref(), into);
    number(
        "coverage.stations_total",
        coverage.stations_total.as_ref(),
        into,
    );
    number("coverage.places", coverage.places.as_ref(), into);
}

fn parts(
    dataset: &Dataset,
    held: &Declaration,
    contest: &Contest,
    into: &mut String,
    files: &mut Vec<FolderFile>,
) {
    let first = HierarchyIdx::new(0);
    let Some(hierarchy) = dataset.hierarchies().first() else {
        return;
    };
    let paths: Vec<_> = held
        .parts
        .iter()
        .map(|part| path(dataset, first, part.division))
        .collect();
    let levels = paths.iter().map(Vec::len).max().unwrap_or(0);
    let names = paths.iter().flatten().any(|(_, name)| !name.is_empty());
    let id_of = |target: &DeclaredTarget| match target {
        DeclaredTarget::Option(option) => option_id(contest, *option).to_owned(),
        DeclaredTarget::Group { id, .. } => id.to_string(),
    };
    let numbers = [
        ("valid", held.parts.iter().any(|part| part.valid.is_some())),
        (
            "invalid",
            held.parts.iter().any(|part| part.invalid.is_some()),
        ),
        (
            "voters",
            held.parts.iter().any(|part| part.voters.is_some()),
        ),
        (
            "registered",
            held.parts.iter().any(|part| part.registered.is_some()),
        ),
    ];
    let mut header: Vec<String> = hierarchy.levels.iter().take(levels).cloned().collect();
    let codes = list(&header);
    // Writing to a string cannot fail.
    let mut columns = format!("codes = {codes}");
    if names {
        let named: Vec<String> = header.iter().map(|level| format!("{level}.name")).collect();
        let _ = write!(columns, ", names = {}", list(&named));
        header.extend(named);
    }
    let ids: Vec<String> = held
        .options
        .iter()
        .map(|declared| id_of(&declared.target))
        .collect();
    let votes: Vec<String> = ids
        .iter()
        .map(|id| format!("{} = {}", quote(id), quote(&format!("votes.{id}"))))
        .collect();
    let _ = write!(columns, ", votes = {{ {} }}", votes.join(", "));
    header.extend(ids.iter().map(|id| format!("votes.{id}")));
    for (name, _) in numbers.iter().filter(|(_, used)| *used) {
        let _ = write!(columns, ", {name} = \"{name}\"");
        header.push((*name).to_owned());
    }
    let file = format!("declarations/{}.csv", held.id);
    let table = format!(
        "{{ path = {}, read = {{ encoding = \"utf-8\", delimiter = \",\" }}, hierarchy = {}, \
         columns = {{ {columns} }} }}",
        quote(&file),
        quote(&hierarchy.id)
    );
    line("parts", &table, into);
    let mut csv = String::new();
    delimited_line(&header, &mut csv);
    let count = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
    for (part, path) in held.parts.iter().zip(paths) {
        let level = |at: usize| path.get(at).copied().unwrap_or_default();
        let mut fields: Vec<String> = (0..levels).map(|at| level(at).0.to_owned()).collect();
        if names {
            fields.extend((0..levels).map(|at| level(at).1.to_owned()));
        }
        fields.extend(part.votes.iter().map(|votes| count(*votes)));
        let own = [part.valid, part.invalid, part.voters, part.registered];
        for (number, (_, used)) in own.into_iter().zip(numbers) {
            if used {
                fields.push(count(number));
            }
        }
        delimited_line(&fields, &mut csv);
    }
    files.push((file, csv.into_bytes()));
}
