//! `index compare`: two places, two editions, or two releases of one table.

use std::collections::BTreeMap;

use scrutineer_indices::{Comparison, Given, Profile, Revision, Rules, compare, differences};
use serde::Serialize;

use super::files::Held;
use super::labels::{Columns, Labels};
use super::{beside, files};
use crate::args::IndexCompare;
use crate::command::audit::{document, internal};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

#[derive(Serialize)]
struct Document<'a, T> {
    schema: &'a str,
    index: &'a str,
    one: String,
    other: String,
    #[serde(flatten)]
    found: T,
}

#[derive(Serialize)]
struct Compared<'a> {
    profiles: [&'a Profile; 2],
    #[serde(flatten)]
    found: &'a Comparison,
}

pub(super) fn run(args: &IndexCompare, session: &mut Session<'_>) -> Result<Status, Failure> {
    let held = files::held(&args.inputs, session)?;
    let rules = held.rules(args.inputs.index.as_deref(), session)?;
    let wrong = |session: &Session<'_>| Failure::usage(session.plain("index-two-of"));
    if args.releases {
        return releases(&held, rules, args.inputs.json, session);
    }
    let editions = |words: &[String]| files::editions(words, &rules.id, session);
    let sides: Vec<(String, BTreeMap<String, u16>)> =
        match (args.place.as_slice(), args.edition.as_slice()) {
            ([one, other], words) => {
                let editions = editions(words)?;
                // The same index twice would be two editions of each place.
                if editions.len() < words.iter().flat_map(|word| word.split(',')).count() {
                    return Err(wrong(session));
                }
                vec![(one.clone(), editions.clone()), (other.clone(), editions)]
            }
            ([place], [one, other]) => vec![
                (place.clone(), editions(std::slice::from_ref(one))?),
                (place.clone(), editions(std::slice::from_ref(other))?),
            ],
            _ => return Err(wrong(session)),
        };
    let mut given = Vec::new();
    let mut lines = Vec::new();
    for (place, editions) in &sides {
        let found = held.given(rules, place, editions, &[]);
        if found.answers.is_empty() && found.parts.is_empty() {
            lines.push(session.filled("index-no-answers", &[("place", place)]));
        }
        given.push(found);
    }
    if !lines.is_empty() {
        return Err(Failure::inputs(lines));
    }
    let titles: Vec<String> = sides
        .iter()
        .zip(&given)
        .map(|((place, _), given)| title(place, given))
        .collect();
    let ([one, other], [first, second]) = (given.as_slice(), titles.as_slice()) else {
        return Err(wrong(session));
    };
    let found = compare(rules, one, other).map_err(internal)?;
    let profile = |(place, _): &(String, BTreeMap<String, u16>), given: &Given| {
        Profile::new(rules, &held.library, place, given, &[]).map_err(internal)
    };
    let profiles = sides
        .iter()
        .zip(&given)
        .map(|(side, given)| profile(side, given));
    let profiles = profiles.collect::<Result<Vec<Profile>, Failure>>()?;
    let [before, after] = profiles.as_slice() else {
        return Err(wrong(session));
    };
    let text = if args.inputs.json {
        document(&Document {
            schema: "scrutineer/index-comparison/1",
            index: &rules.id,
            one: first.clone(),
            other: second.clone(),
            found: Compared {
                profiles: [before, after],
                found: &found,
            },
        })?
    } else {
        let labels = Labels::new(&held.library, session);
        beside::comparison(rules, [before, after], &found, &labels, session).join("\n") + "\n"
    };
    session.print(&text)?;
    Ok(Status::Done)
}

/// Two releases of one table, cell by cell.
fn releases(
    held: &Held,
    rules: &Rules,
    is_json: bool,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let of = held
        .tables
        .iter()
        .filter(|(_, table)| table.index == rules.id);
    let tables: Vec<_> = of.map(|(_, table)| table).collect();
    let [one, other] = tables.as_slice() else {
        return Err(Failure::usage(session.plain("index-two-of")));
    };
    let made = Document {
        schema: "scrutineer/index-revision/1",
        index: &rules.id,
        one: one.sha256.clone(),
        other: other.sha256.clone(),
        found: differences(one, other),
    };
    let text = if is_json {
        document(&made)?
    } else {
        let columns = Columns::new(&held.library, rules, session).map_err(internal)?;
        format!(
            "{}\n{}",
            columns.head(),
            revision(&made.found, &columns, session)
        )
    };
    session.print(&text)?;
    Ok(Status::Done)
}

/// A place with the editions of what is known of it.
fn title(place: &str, given: &Given) -> String {
    let editions = given.editions.iter();
    let editions: Vec<String> = editions
        .map(|(index, edition)| format!("{index} {edition}"))
        .collect();
    format!("{place} ({})", editions.join(", "))
}

/// What two releases differ in, in words.
pub(super) fn revision(
    found: &Revision,
    columns: &Columns<'_, '_>,
    session: &Session<'_>,
) -> String {
    let mut lines = vec![session.filled(
        "index-revision",
        &[
            ("shared", &found.shared),
            ("cells", &found.cells.len()),
            ("added", &found.added.len()),
            ("removed", &found.removed.len()),
        ],
    )];
    let none = session.plain("index-none");
    lines.extend(found.cells.iter().map(|cell| {
        let side = |text: &Option<String>| {
            text.as_ref()
                .map_or_else(|| none.clone(), |text| columns.cell(&cell.id, text))
        };
        session.filled(
            "index-line-revised",
            &[
                ("place", &cell.place.name),
                ("edition", &columns.edition(cell.edition)),
                ("id", &columns.name(&cell.id)),
                ("old", &side(&cell.old)),
                ("new", &side(&cell.new)),
                ("range", &columns.range(&cell.id)),
            ],
        )
    }));
    lines.join("\n") + "\n"
}
