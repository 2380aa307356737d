// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Values that many tables share: codes, figures, percentages, words, references to ids.

use scrutineer_model::{
    Code, Contest, Figure, FigureReading, OptionIdx, PrintedPercent, TicketIdx,
};

use crate::election::table::Location;
use crate::election::walk::{Errors, Node, nearest};

/// A code, where the value is one; what is not has been reported.
pub(crate) fn code(node: &Node<'_>, key: &str) -> Option<Code> {
    Code::parse(node.text(key)?).ok()
}

/// A percentage as printed.
pub(crate) fn percent(node: &Node<'_>, key: &str) -> Option<PrintedPercent> {
    PrintedPercent::parse(node.text(key)?).ok()
}

/// A figure: an integer whose source is `default`, or a table with its readings.
pub(crate) fn figure(
    node: &Node<'_>,
    key: &str,
    default: Option<&str>,
    errors: &mut Errors<'_>,
) -> Option<Figure> {
    if let Some(table) = node.table(key) {
        let reading = |node: &Node<'_>| {
            Some(FigureReading {
                value: node.unsigned("value")?,
                source: node.owned("source")?,
            })
        };
        let chosen = reading(&table)?;
        let others = table.tables("others").iter().filter_map(reading).collect();
        return Some(Figure::new(chosen, others, table.owned("why")));
    }
    let value = node.unsigned(key)?;
    let Some(source) = default else {
        errors.push(
            node.at_key(key),
            &node.path_of(key),
            "a source of this number: a key source beside it, or { value, source }",
            value.to_string(),
        );
        return None;
    };
    Some(Figure::single(value, source))
}

/// Reports that an id is not among those that exist.
pub(crate) fn unknown_id<'c>(
    at: usize,
    path: &str,
    what: &str,
    id: &str,
    known: impl IntoIterator<Item = &'c str>,
    errors: &mut Errors<'_>,
) {
    let known: Vec<&str> = known.into_iter().collect();
    let meant = nearest(id, known.iter().copied()).map(str::to_owned);
    let expected = if known.is_empty() {
        format!("the id of {what}, of which there is none")
    } else {
        format!("the id of {what}: {}", known.join(", "))
    };
    errors.push_suggesting(at, path, &expected, format!("{id:?}"), meant);
}

/// The options that a list of ids names.
pub(crate) fn options(
    node: &Node<'_>,
    key: &str,
    contest: &Contest,
    errors: &mut Errors<'_>,
) -> Vec<OptionIdx> {
    let mut found = Vec::new();
    for (id, at) in node.texts(key) {
        match contest.option(id) {
            Some(option) if found.contains(&option) => {
                errors.push(
                    at,
                    &node.path_of(key),
                    "each option once",
                    format!("{id:?} again"),
                );
            }
            Some(option) => found.push(option),
            None => {
                let known = contest.options.iter().map(|option| option.id.as_str());
                unknown_id(at, &node.path_of(key), "an option", id, known, errors);
            }
        }
    }
    found
}

/// The ticket with this id; the id of an option stands for its only ticket.
pub(crate) fn ticket(contest: &Contest, id: &str) -> Option<TicketIdx> {
    let named = contest
        .tickets
        .iter()
        .position(|ticket| ticket.id.as_str() == id);
    named.map(TicketIdx::new).or_else(|| {
        let option = contest.option(id)?;
        let mut own = contest
            .tickets
            .iter()
            .enumerate()
            .filter(|(_, ticket)| ticket.option == option)
            .map(|(index, _)| TicketIdx::new(index));
        own.next().filter(|_| own.next().is_none())
    })
}

/// The file that a table names by `path`, or by `sha256` and `name`.
pub(crate) fn location(node: &Node<'_>, errors: &mut Errors<'_>) -> Option<Location> {
    match (node.text("path"), node.text("sha256")) {
        (Some(path), None) => {
            for key in ["name", "address"] {
                if node.get(key).is_some() {
                    errors.push(
                        node.at_key(key),
                        &node.path_of(key),
                        "no name and no address beside a path in the folder",
                        "one",
                    );
                }
            }
            Some(Location::Path(path.to_owned()))
        }
        (None, Some(sha256)) => {
            let name = node.owned("name");
            if name.is_none() && node.get("name").is_none() {
                let expected = "a name beside sha256, to show and to recognise the format by";
                errors.push(node.at(), &node.path_of("name"), expected, "nothing");
            }
            if let Some(name) = &name
                && name.contains(['/', '\\'])
            {
                let expected = "a file name without folders";
                errors.push(
                    node.at_key("name"),
                    &node.path_of("name"),
                    expected,
                    "a path",
                );
            }
            Some(Location::Pinned {
                sha256: sha256.to_owned(),
                name: name?,
                address: node.owned("address"),
            })
        }
        (None, None) if node.get("path").is_some() || node.get("sha256").is_some() => None,
        (path, _) => {
            let found = if path.is_some() { "both" } else { "neither" };
            errors.push(node.at(), &node.path, "either path or sha256", found);
            None
        }
    }
}

/// Reports ids that occur twice.
pub(crate) fn distinct(nodes: &[Node<'_>], errors: &mut Errors<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for node in nodes {
        let Some(id) = node.text("id") else { continue };
        if seen.contains(&id) {
            let found = format!("{id:?} again");
            errors.push(
                node.at_key("id"),
                &node.path_of("id"),
                "an id of its own",
                found,
            );
        }
        seen.push(id);
    }
}
