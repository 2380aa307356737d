//! Every place where a value is not what its kind has there.

use crate::canonical::{Node, Problem};
use crate::entry::shape::objects::{KINDS, object_of};
use crate::entry::shape::{Object, Shape};
use crate::entry::value::NOT_ON_FORM;
use crate::entry::{Argument, Kind, Text};

/// Adds every problem of an entry's values.
pub(in crate::entry) fn check(entry: &Node, problems: &mut Vec<Problem>) {
    record("$", entry, false, problems);
}

fn record(path: &str, node: &Node, inside: bool, problems: &mut Vec<Problem>) {
    let expected = if inside {
        "a record of the data set"
    } else {
        "an entry"
    };
    let Node::Map(_) = node else {
        problems.push(Problem::new(path, expected, node.describe()));
        return;
    };
    let word = match node.get("kind") {
        Some(Node::Text(word)) => word.as_str(),
        Some(other) => {
            let path = format!("{path}.kind");
            problems.push(Problem::new(path, "a kind", other.describe()));
            return;
        }
        None => {
            problems.push(Problem::new(path, "a key \"kind\"", "none"));
            return;
        }
    };
    let kind = Kind::from_word(word).filter(|kind| !inside || kind.is_record());
    if let Some(object) = kind.and_then(object_of) {
        return fields(path, object, node, problems);
    }
    let known = KINDS.iter().filter(|(kind, _)| !inside || kind.is_record());
    let words: Vec<&str> = known.map(|(kind, _)| kind.word()).collect();
    let expected = format!("one of {}", words.join(", "));
    let path = format!("{path}.kind");
    problems.push(Problem::new(path, expected, format!("{word:?}")));
}

fn fields(path: &str, object: &Object, node: &Node, problems: &mut Vec<Problem>) {
    let Node::Map(members) = node else {
        let expected = format!("an object ({})", object.name);
        problems.push(Problem::new(path, expected, node.describe()));
        return;
    };
    for (key, value) in members {
        let path = format!("{path}.{key}");
        if let Some(field) = object.fields.iter().find(|field| field.name == key) {
            one(&path, &field.shape, value, problems);
        } else {
            let names: Vec<&str> = object.fields.iter().map(|field| field.name).collect();
            let expected = format!("one of {}", names.join(", "));
            problems.push(Problem::new(path, expected, "an unknown key"));
        }
    }
    for field in object.fields.iter().filter(|field| field.required) {
        if node.get(field.name).is_none() {
            let expected = format!("a key {:?}", field.name);
            problems.push(Problem::new(path, expected, "none"));
        }
    }
}

fn one(path: &str, shape: &Shape, node: &Node, problems: &mut Vec<Problem>) {
    // Reported by the scan.
    if *node == Node::Other {
        return;
    }
    let mut wrong = |expected: &str| {
        problems.push(Problem::new(path, expected, node.describe()));
    };
    match (shape, node) {
        (Shape::Text, Node::Text(_)) | (Shape::Nullable(_), Node::Null) => {}
        (Shape::Text, _) => wrong("text"),
        (Shape::Special(special), Node::Text(text)) if (special.holds)(text) => {}
        (Shape::Special(special), _) => wrong(special.expected),
        (Shape::Words(words), Node::Text(text)) if words.contains(&text.as_str()) => {}
        (Shape::Words(words), _) => wrong(&format!("one of {}", words.join(", "))),
        (Shape::Integer(least, most), Node::Integer(integer))
            if (i128::from(*least)..=i128::from(*most)).contains(integer) => {}
        (Shape::Integer(least, most), _) => wrong(&format!("an integer from {least} to {most}")),
        (Shape::Count { absent }, _) => {
            let word = matches!(node, Node::Text(text) if *absent && text == NOT_ON_FORM);
            let largest = i128::from(scrutineer_model::Cell::MAX);
            let count = matches!(node, Node::Integer(integer) if (0..=largest).contains(integer));
            if !word && !count && *node != Node::Null {
                let or = if *absent { " or \"not-on-form\"" } else { "" };
                wrong(&format!("a count up to {largest}, null{or}"));
            }
        }
        (Shape::Nullable(shape), _) => one(path, shape, node, problems),
        (Shape::List(shape), Node::List(items)) => {
            for (at, item) in items.iter().enumerate() {
                one(&format!("{path}[{at}]"), shape, item, problems);
            }
        }
        (Shape::List(_), _) => wrong("an array"),
        (Shape::Map(shape), Node::Map(members)) => {
            for (key, value) in members {
                one(&format!("{path}.{key}"), shape, value, problems);
            }
        }
        (Shape::Keyed(words, shape), Node::Map(members)) => {
            for (key, value) in members {
                let path = format!("{path}.{key}");
                if words.contains(&key.as_str()) {
                    one(&path, shape, value, problems);
                } else {
                    let expected = format!("one of {}", words.join(", "));
                    problems.push(Problem::new(path, expected, "an unknown key"));
                }
            }
        }
        (Shape::Map(_) | Shape::Keyed(..), _) => wrong("an object"),
        (Shape::Object(object), _) => fields(path, object, node, problems),
        (Shape::Record, _) => record(path, node, true, problems),
        (Shape::Argument, _) => {
            if !is_argument(node) {
                wrong("an integer, a text, texts, {\"real\": text} or {\"share\": text}");
            }
        }
    }
}

fn is_argument(node: &Node) -> bool {
    let text = |node: &Node| matches!(node, Node::Text(_));
    match node {
        Node::Integer(_) | Node::Text(_) => true,
        Node::List(items) => items.iter().all(text),
        Node::Map(members) => match members.as_slice() {
            [(name, Node::Text(text))] if name == "real" => {
                Argument::Real(Text::new(text)).value().is_some()
            }
            [(name, Node::Text(text))] if name == "share" => {
                Argument::Share(Text::new(text)).value().is_some()
            }
            _ => false,
        },
        Node::Null | Node::Other => false,
    }
}
