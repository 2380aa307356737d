// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `[[source]]` and `[register]`: files, how to read them, and what their columns mean.

use std::collections::BTreeMap;

use scrutineer_model::{
    Code, Contest, ContestIdx, Date, Field, Origin, Provenance, SheetStatus, SourceLabel,
    StationKind, StationStatus,
};

use crate::delimited::Delimiter;
use crate::election::identity;
use crate::election::refer::{code, distinct, location, options, ticket, unknown_id};
use crate::election::spec::{HierarchySpec, RegisterSpec, SourceSpec};
use crate::election::table::{
    Columns, Constants, DeclaredEncoding, DivisionColumns, Format, Line, ReadSpec, RowFilter,
    Shape, TableSpec, Values, Wrapping,
};
use crate::election::walk::{Errors, Node};
use crate::json_station::NamePattern;

/// Every source; a broken one is left out, its errors are reported.
pub(super) fn sources(
    root: &Node<'_>,
    contests: &[Contest],
    hierarchies: &[HierarchySpec],
    errors: &mut Errors<'_>,
) -> Vec<SourceSpec> {
    let nodes = root.tables("source");
    distinct(&nodes, errors);
    let ids: Vec<&str> = nodes.iter().filter_map(|node| node.text("id")).collect();
    let mut sources: Vec<SourceSpec> = Vec::new();
    for node in &nodes {
        let Some(index) = contest_of(node, contests, errors) else {
            continue;
        };
        let Some(contest) = contests.get(index.get()) else {
            continue;
        };
        let provenance = node
            .table("provenance")
            .and_then(|node| provenance(&node, contest, &ids, errors));
        let files = node.tables("file");
        if files.is_empty() && node.get("file").is_some() {
            errors.push(
                node.at_key("file"),
                &node.path_of("file"),
                "at least one file",
                "none",
            );
        }
        let files: Vec<_> = files
            .iter()
            .filter_map(|file| location(file, errors))
            .collect();
        let table = table(node, Some(contest), hierarchies, errors);
        let identities = identities(node, &table, errors);
        let (Some(id), Some(provenance)) = (code(node, "id"), provenance) else {
            continue;
        };
        let origin = code(node, "origin").unwrap_or_else(|| id.clone());
        sources.push(SourceSpec {
            origin: Origin(origin),
            id,
            contest: index,
            sensitive: node.flag("sensitive").unwrap_or(false),
            provenance,
            files,
            table,
            identities,
        });
    }
    for node in &nodes {
        resolve_origin(node, &mut sources, errors);
    }
    for node in &nodes {
        marked_alike(node, &sources, errors);
    }
    sources
}

/// Sources of one origin are all sensitive, or none is: the other one would say where this one is from.
fn marked_alike(node: &Node<'_>, sources: &[SourceSpec], errors: &mut Errors<'_>) {
    let own = node
        .text("id")
        .and_then(|id| sources.iter().find(|source| source.id.as_str() == id));
    let Some(own) = own.filter(|source| !source.sensitive) else {
        return;
    };
    let derived = own.provenance.derived_from.as_ref();
    let other = sources
        .iter()
        .filter(|other| other.sensitive)
        .find(|other| other.origin == own.origin || derived == Some(&other.id));
    if let Some(other) = other {
        let expected = format!(
            "sensitive = true, as of {}, which has the same origin",
            other.id
        );
        let path = node.path_of("sensitive");
        errors.push(node.at_key("sensitive"), &path, &expected, "no such mark");
    }
}

/// The contest that a table names, the first by default.
pub(super) fn contest_of(
    node: &Node<'_>,
    contests: &[Contest],
    errors: &mut Errors<'_>,
) -> Option<ContestIdx> {
    let Some(id) = node.text("contest") else {
        return (!contests.is_empty()).then(|| ContestIdx::new(0));
    };
    let found = contests
        .iter()
        .position(|contest| contest.id.as_str() == id);
    if found.is_none() {
        let known = contests.iter().map(|contest| contest.id.as_str());
        let at = node.at_key("contest");
        unknown_id(at, &node.path_of("contest"), "a contest", id, known, errors);
    }
    found.map(ContestIdx::new)
}

/// The kind of a source by its word.
pub(super) fn label_of(word: &str) -> SourceLabel {
    match word {
        "authority" => SourceLabel::Authority,
        "party-aligned" => SourceLabel::PartyAligned,
        "observer" => SourceLabel::Observer,
        "media" => SourceLabel::Media,
        "court" => SourceLabel::Court,
        "citizen" => SourceLabel::Citizen,
        _ => SourceLabel::Unknown,
    }
}

fn provenance(
    node: &Node<'_>,
    contest: &Contest,
    ids: &[&str],
    errors: &mut Errors<'_>,
) -> Option<Provenance> {
    let derived_from = match node.text("derived_from") {
        None | Some("none" | "unknown") => None,
        Some(id) if ids.contains(&id) => Code::parse(id).ok(),
        Some(id) => {
            let at = node.at_key("derived_from");
            let path = node.path_of("derived_from");
            unknown_id(
                at,
                &path,
                "a source, \"none\" or \"unknown\"",
                id,
                ids.iter().copied(),
                errors,
            );
            None
        }
    };
    Some(Provenance {
        supplied_by: label_of(node.text("supplied_by")?),
        aligned_with: options(node, "aligned_with", contest, errors),
        obtained_from: node.known("obtained_from"),
        obtained_on: node
            .text("obtained_on")
            .and_then(|date| Date::parse(date).ok()),
        obtained_by_role: node.known("obtained_by_role"),
        method: node.known("method"),
        medium: node.known("medium"),
        licence: node.known("licence"),
        derived_from,
        transformations: node.known("transformations"),
    })
}

/// A source without an origin of its own has that of the source it was made from.
fn resolve_origin(node: &Node<'_>, sources: &mut [SourceSpec], errors: &mut Errors<'_>) {
    if node.get("origin").is_some() {
        return;
    }
    let Some(id) = node.text("id") else { return };
    let Some(start) = sources.iter().position(|source| source.id.as_str() == id) else {
        return;
    };
    let explicit = |id: &Code, sources: &[SourceSpec]| {
        sources
            .iter()
            .find(|source| source.id == *id)
            .map(|source| {
                (
                    source.origin.clone(),
                    source.provenance.derived_from.clone(),
                )
            })
    };
    let mut at = match sources.get(start) {
        Some(source) if source.origin.0 == source.id => source.provenance.derived_from.clone(),
        _ => return,
    };
    let mut origin = None;
    for _ in 0..=sources.len() {
        let Some(parent) = at else { break };
        let Some((held, next)) = explicit(&parent, sources) else {
            return;
        };
        let is_root = held.0 != parent || next.is_none();
        origin = Some(held);
        if is_root {
            at = None;
            break;
        }
        at = next;
    }
    if at.is_some() {
        let path = node.path_of("provenance.derived_from");
        errors.push(node.at(), &path, "a chain of sources that ends", "a circle");
        return;
    }
    if let (Some(source), Some(origin)) = (sources.get_mut(start), origin) {
        source.origin = origin;
    }
}

fn identities(
    node: &Node<'_>,
    table: &TableSpec,
    errors: &mut Errors<'_>,
) -> Vec<scrutineer_model::Identity> {
    let announced = table.columns.announced(&table.values);
    let mut identities = Vec::new();
    for node in node.tables("identity") {
        let Some(text) = node.text("holds") else {
            continue;
        };
        let (at, path) = (node.at_key("holds"), node.path_of("holds"));
        let Some(identity) = identity::parse(text) else {
            errors.push(at, &path, identity::EXPECTED, format!("{text:?}"));
            continue;
        };
        for field in identity.left.iter().chain(&identity.right) {
            if !announced.contains(field) {
                let expected = format!("a column for {}", field.word());
                errors.push(at, &path, &expected, "none in columns");
            }
        }
        identities.push(identity);
    }
    identities
}

/// `[register]`.
pub(super) fn register(
    root: &Node<'_>,
    hierarchies: &[HierarchySpec],
    errors: &mut Errors<'_>,
) -> Option<RegisterSpec> {
    let node = root.table("register")?;
    let file = location(&node, errors);
    let table = table(&node, None, hierarchies, errors);
    if table.read.shape == Shape::Long {
        let path = node.path_of("read.layout");
        errors.push(node.at(), &path, "a row per station", "layout = \"long\"");
    }
    Some(RegisterSpec { file: file?, table })
}

/// `read`, `columns` and `values` of a source or register.
fn table(
    node: &Node<'_>,
    contest: Option<&Contest>,
    hierarchies: &[HierarchySpec],
    errors: &mut Errors<'_>,
) -> TableSpec {
    let read = node
        .table("read")
        .map(|node| read(&node, errors))
        .unwrap_or_default();
    let values = node
        .table("values")
        .map(|node| values(&node, contest, errors))
        .unwrap_or_default();
    let columns = node
        .table("columns")
        .map(|node| columns(&node, &read, &values, contest, hierarchies, errors))
        .unwrap_or_default();
    TableSpec {
        read,
        columns,
        values,
    }
}

/// `[source.read]`.
pub(super) fn read(node: &Node<'_>, errors: &mut Errors<'_>) -> ReadSpec {
    let filters = |key: &str| -> Vec<RowFilter> {
        node.entries(key)
            .into_iter()
            .map(|(column, values)| RowFilter {
                column: column.to_owned(),
                values: values
                    .as_texts()
                    .iter()
                    .map(|value| value.trim().to_owned())
                    .collect(),
            })
            .collect()
    };
    let format = match node.text("format") {
        Some("delimited") => Some(Format::Delimited),
        Some("workbook") => Some(Format::Workbook),
        Some("json-per-station") => Some(Format::JsonPerStation),
        _ => None,
    };
    if format == Some(Format::JsonPerStation) {
        let path = node.path_of("members");
        match node.text("members") {
            None => {
                let expected =
                    "a pattern for the names of the documents, such as \"{code:13}.json\"";
                errors.push(node.at(), &path, expected, "nothing");
            }
            Some(pattern) => {
                if let Err(error) = NamePattern::parse(pattern) {
                    errors.push(
                        node.at_key("members"),
                        &path,
                        "a pattern",
                        error.to_string(),
                    );
                }
            }
        }
    }
    let small = |key: &str| {
        node.unsigned(key)
            .and_then(|number| u32::try_from(number).ok())
    };
    ReadSpec {
        format,
        archive: match node.text("archive") {
            Some("none") => Some(Wrapping::None),
            Some("zip") => Some(Wrapping::Zip),
            Some("gzip") => Some(Wrapping::Gzip),
            _ => None,
        },
        members: node.owned("members"),
        encoding: match node.text("encoding") {
            Some("utf-8") => DeclaredEncoding::Utf8,
            Some("utf-16le") => DeclaredEncoding::Utf16Le,
            Some("utf-16be") => DeclaredEncoding::Utf16Be,
            Some("windows-1252") => DeclaredEncoding::Windows1252,
            Some("windows-1251") => DeclaredEncoding::Windows1251,
            _ => DeclaredEncoding::Auto,
        },
        delimiter: node.text("delimiter").and_then(Delimiter::parse),
        header: node.flag("header").unwrap_or(true),
        skip: small("skip").unwrap_or(0),
        footer: small("footer").map_or(0, |records| records as usize),
        sheet: node.owned("sheet"),
        missing: node.names("missing"),
        not_on_form: node.names("not_on_form"),
        thousands: node.text("thousands").and_then(|text| text.chars().next()),
        shape: if node.text("layout") == Some("long") {
            Shape::Long
        } else {
            Shape::Wide
        },
        keep: filters("where"),
        except: filters("except"),
    }
}

/// The word of a station kind.
pub(crate) fn kind_of(word: &str) -> Option<StationKind> {
    [
        StationKind::Ordinary,
        StationKind::Abroad,
        StationKind::Special,
        StationKind::Mobile,
        StationKind::Unknown,
    ]
    .into_iter()
    .find(|kind| kind.word() == word)
}

/// The word of a station status.
pub(crate) fn status_of(word: &str) -> Option<StationStatus> {
    match word {
        "open" => Some(StationStatus::Open),
        "annulled" => Some(StationStatus::Annulled),
        "not-opened" => Some(StationStatus::NotOpened),
        "merged-into" => Some(StationStatus::MergedInto),
        _ => None,
    }
}

/// The word of a sheet status.
pub(crate) fn sheet_status_of(word: &str) -> Option<SheetStatus> {
    SheetStatus::ALL
        .into_iter()
        .find(|status| status.word() == word)
}

fn field_of(word: &str) -> Option<Field> {
    Field::ALL.into_iter().find(|field| field.word() == word)
}

fn values(node: &Node<'_>, contest: Option<&Contest>, errors: &mut Errors<'_>) -> Values {
    fn map<T>(node: &Node<'_>, key: &str, of: impl Fn(&str) -> Option<T>) -> BTreeMap<String, T> {
        node.entries(key)
            .into_iter()
            .filter_map(|(cell, word)| Some((cell.trim().to_owned(), of(word.as_text()?)?)))
            .collect()
    }
    let mut option = BTreeMap::new();
    for (cell, entry) in node.entries("option") {
        let Some(word) = entry.as_text() else {
            continue;
        };
        let line = match word {
            "ignore" => Some(Line::Ignore),
            word => field_of(word).map(Line::Field).or_else(|| {
                contest
                    .and_then(|contest| ticket(contest, word))
                    .map(Line::Ticket)
            }),
        };
        let Some(line) = line else {
            let known = contest.into_iter().flat_map(|contest| &contest.tickets);
            let known = known.map(|ticket| ticket.id.as_str());
            let what = "a ticket, a field or \"ignore\"";
            unknown_id(entry.at(), &entry.path, what, word, known, errors);
            continue;
        };
        option.insert(cell.trim().to_owned(), line);
    }
    Values {
        kind: map(node, "kind", kind_of),
        kind_by_station: map(node, "kind_by_station", kind_of),
        status: map(node, "status", status_of),
        sheet_status: map(node, "sheet_status", sheet_status_of),
        option,
    }
}

fn columns(
    node: &Node<'_>,
    read: &ReadSpec,
    values: &Values,
    contest: Option<&Contest>,
    hierarchies: &[HierarchySpec],
    errors: &mut Errors<'_>,
) -> Columns {
    let fields = Field::ALL
        .into_iter()
        .filter_map(|field| Some((field, node.owned(field.word())?)))
        .collect();
    let columns = Columns {
        station: node.names("station"),
        station_id: node.owned("station_id"),
        place: node.names("place"),
        place_id: node.owned("place_id"),
        place_name: node.owned("place_name"),
        table: node.owned("table"),
        fields,
        votes: votes(node, contest, errors),
        kind: node.owned("kind"),
        status: node.owned("status"),
        sheet_status: node.owned("sheet_status"),
        sequence: node.owned("sequence"),
        picture: node.owned("picture"),
        private: node.names("private"),
        ignore: node.names("ignore"),
        option: node.owned("option_column"),
        number: node.owned("votes_column"),
        divisions: divisions(node, hierarchies, errors),
        constant: node
            .table("constant")
            .map(|node| constants(&node))
            .unwrap_or_default(),
    };
    either_key(node, errors);
    for (key, map_empty) in [
        ("kind", values.kind.is_empty()),
        ("status", values.status.is_empty()),
        ("sheet_status", values.sheet_status.is_empty()),
    ] {
        let constant = node
            .table("constant")
            .is_some_and(|node| node.get(key).is_some());
        if constant && node.get(key).is_some() {
            let expected = "a column or a constant, not both";
            errors.push(node.at_key(key), &node.path_of(key), expected, "both");
        }
        if node.get(key).is_none() && !map_empty {
            let expected = format!("a column {key} for the values.{key}");
            errors.push(node.at(), &node.path_of(key), &expected, "nothing");
        }
    }
    let is_source = contest.is_some();
    let long = read.shape == Shape::Long;
    for key in ["option_column", "votes_column"] {
        let present = node.get(key).is_some();
        if present != long && (present || is_source) {
            let (expected, found) = if long {
                (format!("the key {key} for layout = \"long\""), "nothing")
            } else {
                (format!("{key} only with layout = \"long\""), key)
            };
            errors.push(node.at_key(key), &node.path_of(key), &expected, found);
        }
    }
    if is_source && !long && node.get("votes").is_none() {
        errors.push(
            node.at(),
            &node.path_of("votes"),
            "columns with the votes",
            "nothing",
        );
    }
    conflicts(node, &columns, errors);
    columns
}

fn either_key(node: &Node<'_>, errors: &mut Errors<'_>) {
    for (plain, whole, needed) in [
        ("station", "station_id", true),
        ("place", "place_id", false),
    ] {
        let both = node.get(plain).is_some() && node.get(whole).is_some();
        let neither = node.get(plain).is_none() && node.get(whole).is_none();
        if both || (neither && needed) {
            let expected = format!("either {plain} or {whole}");
            let found = if both { "both" } else { "neither" };
            errors.push(node.at_key(plain), &node.path_of(plain), &expected, found);
        }
    }
    if node.texts("station").is_empty()
        && node.get("station").is_some_and(|v| v.as_array().is_some())
    {
        let path = node.path_of("station");
        errors.push(node.at_key("station"), &path, "at least one column", "none");
    }
}

/// A private column has no other role, so that nothing of it can reach an output.
fn conflicts(node: &Node<'_>, columns: &Columns, errors: &mut Errors<'_>) {
    let mut hidden: Vec<(&str, &str)> = columns
        .private
        .iter()
        .map(|name| ("private", name.as_str()))
        .collect();
    hidden.extend(columns.ignore.iter().map(|name| ("ignore", name.as_str())));
    for (role, name) in hidden {
        if columns.named().any(|named| named == name) {
            let expected = format!("{role} columns without another role");
            errors.push(
                node.at_key(role),
                &node.path_of(role),
                &expected,
                format!("{name:?}"),
            );
        }
    }
    if let Some(picture) = &columns.picture
        && columns.named().filter(|named| named == picture).count() > 1
    {
        let expected = "a private column without another role";
        let path = node.path_of("picture");
        errors.push(
            node.at_key("picture"),
            &path,
            expected,
            format!("{picture:?}"),
        );
    }
}

fn votes(
    node: &Node<'_>,
    contest: Option<&Contest>,
    errors: &mut Errors<'_>,
) -> Vec<(scrutineer_model::TicketIdx, String)> {
    let mut votes: Vec<(_, String)> = Vec::new();
    for (id, entry) in node.entries("votes") {
        let Some(column) = entry.as_text() else {
            continue;
        };
        let Some(index) = contest.and_then(|contest| ticket(contest, id)) else {
            let known = contest.into_iter().flat_map(|contest| &contest.tickets);
            let known = known.map(|ticket| ticket.id.as_str());
            let what = "a ticket, or of an option with one ticket";
            unknown_id(entry.at(), &entry.path, what, id, known, errors);
            continue;
        };
        if votes.iter().any(|(held, _)| *held == index) {
            errors.push(entry.at(), &entry.path, "one column for each ticket", "two");
        }
        if votes.iter().any(|(_, held)| held == column) {
            let found = format!("{column:?} again");
            errors.push(entry.at(), &entry.path, "a column of its own", found);
        }
        votes.push((index, column.to_owned()));
    }
    votes.sort_by_key(|(index, _)| *index);
    votes
}

fn divisions(
    node: &Node<'_>,
    hierarchies: &[HierarchySpec],
    errors: &mut Errors<'_>,
) -> Vec<DivisionColumns> {
    let mut divisions = Vec::new();
    for (id, entry) in node.entries("divisions") {
        let Some(hierarchy) = HierarchySpec::find(hierarchies, id) else {
            let known = hierarchies.iter().map(|hierarchy| hierarchy.id.as_str());
            unknown_id(entry.at(), &entry.path, "a hierarchy", id, known, errors);
            continue;
        };
        let (codes, names) = (entry.names("codes"), entry.names("names"));
        let levels = hierarchies
            .get(hierarchy.get())
            .map_or(0, |held| held.levels.len());
        if codes.is_empty() || codes.len() > levels {
            let expected = format!("1 to {levels} columns, one for each level from the widest");
            let path = entry.path_of("codes");
            errors.push(
                entry.at_key("codes"),
                &path,
                &expected,
                codes.len().to_string(),
            );
        }
        if !names.is_empty() && names.len() != codes.len() {
            let expected = format!("as many names as codes: {}", codes.len());
            let path = entry.path_of("names");
            errors.push(
                entry.at_key("names"),
                &path,
                &expected,
                names.len().to_string(),
            );
        }
        divisions.push(DivisionColumns {
            hierarchy,
            codes,
            names,
        });
    }
    divisions.sort_by_key(|divisions| divisions.hierarchy);
    divisions
}

fn constants(node: &Node<'_>) -> Constants {
    let number = |key: &str| {
        node.unsigned(key)
            .and_then(|number| u32::try_from(number).ok())
    };
    Constants {
        kind: node.text("kind").and_then(kind_of),
        status: node.text("status").and_then(status_of),
        sheet_status: node.text("sheet_status").and_then(sheet_status_of),
        sequence: number("sequence"),
        fields: Field::ALL
            .into_iter()
            .filter_map(|field| Some((field, number(field.word())?)))
            .collect(),
    }
}
