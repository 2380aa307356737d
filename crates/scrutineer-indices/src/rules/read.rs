//! From the text of a file of rules to [`Rules`].

use std::collections::BTreeSet;

use scrutineer_formats::document::{Errors, FolderError, Node, read};
use toml_span::Value;

use super::keys::RULES;
use super::measures::measures;
use super::{Break, Covers, Input, Month, Origin, Rules, Unit, Words};
use crate::library::Library;

/// Reads rules; `library` has the indices that they may use.
pub(crate) fn parse(text: &str, library: &Library) -> Result<Rules, Vec<FolderError>> {
    read(text, "rules.toml", &RULES, |root, errors| {
        rules(root, library, errors)
    })
}

fn rules(root: &Node<'_>, library: &Library, errors: &mut Errors<'_>) -> Option<Rules> {
    let index = root.table("index")?;
    let id = index.owned("id")?;
    let uses = index.names("uses");
    let mut inputs = questions(root, &id, errors);
    for (used, at) in index.texts("uses") {
        if let Some(other) = library.get(used) {
            inputs.extend(other.own_inputs().cloned());
        } else {
            let expected = "the id of an index whose rules are known";
            errors.push(at, &index.path_of("uses"), expected, format!("{used:?}"));
        }
    }
    let measures = measures(root, &inputs, &id, errors);
    let position = |key: &str, errors: &mut Errors<'_>| {
        let wanted = index.text(key)?;
        let found = measures.iter().position(|measure| measure.id == wanted);
        if found.is_none() {
            let (at, path) = (index.at_key(key), index.path_of(key));
            errors.push(at, &path, "the id of a measure", format!("{wanted:?}"));
        }
        found
    };
    let headline = position("headline", errors);
    let status = position("status", errors);
    Some(Rules {
        version: edition(&index, "version")?,
        name: index.owned("name")?,
        publisher: index.owned("publisher")?,
        unit: match index.text("unit")? {
            "election" => Unit::Election,
            _ => Unit::PlaceAndYear,
        },
        origin: match index.text("origin")? {
            "reproduces-publisher" => Origin::ReproducesPublisher,
            "reconstructed" => Origin::Reconstructed,
            _ => Origin::Own,
        },
        headline: headline?,
        status,
        covers: index.table("covers").and_then(|node| {
            Some(Covers {
                from: month(&node.table("from")?)?,
                to: month(&node.table("to")?)?,
            })
        }),
        first_edition: edition(&index, "first_edition"),
        inverted_through: edition(&index, "inverted_through"),
        uses,
        columns: root
            .entries("columns")
            .into_iter()
            .map(|(name, node)| (name.to_owned(), node.as_texts()))
            .collect(),
        breaks: root
            .tables("break")
            .iter()
            .filter_map(|node| {
                Some(Break {
                    edition: edition(node, "edition")?,
                    about: words(node, "about")?,
                })
            })
            .collect(),
        inputs,
        measures,
        id,
    })
}

fn questions(root: &Node<'_>, index: &str, errors: &mut Errors<'_>) -> Vec<Input> {
    let mut seen = BTreeSet::new();
    let mut inputs = Vec::new();
    for node in root.tables("question") {
        let Some(input) = question(&node, index) else {
            continue;
        };
        if input.least >= input.most {
            let (at, path) = (node.at_key("most"), node.path_of("most"));
            errors.push(at, &path, "a number above least", input.most.to_string());
        }
        if !seen.insert(input.id.clone()) {
            let (at, path) = (node.at_key("id"), node.path_of("id"));
            errors.push(at, &path, "each id once", format!("{:?} again", input.id));
        }
        inputs.push(input);
    }
    inputs
}

fn question(node: &Node<'_>, index: &str) -> Option<Input> {
    Some(Input {
        index: index.to_owned(),
        id: node.owned("id")?,
        least: integer(node, "least")?,
        most: integer(node, "most")?,
        more_is_better: node.text("more") != Some("worse"),
        label: words(node, "label")?,
        first_edition: edition(node, "first_edition"),
        last_edition: edition(node, "last_edition"),
    })
}

pub(super) fn words(node: &Node<'_>, key: &str) -> Option<Words> {
    let node = node.table(key)?;
    Some(Words {
        en: node.owned("en")?,
        es: node.owned("es")?,
    })
}

fn month(node: &Node<'_>) -> Option<Month> {
    Some(Month {
        year: i32::try_from(integer(node, "year")?).ok()?,
        month: u8::try_from(integer(node, "month")?).ok()?,
    })
}

pub(super) fn integer(node: &Node<'_>, key: &str) -> Option<i64> {
    node.get(key).and_then(Value::as_integer)
}

fn edition(node: &Node<'_>, key: &str) -> Option<u16> {
    u16::try_from(integer(node, key)?).ok()
}
