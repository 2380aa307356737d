//! The tree as JSON.

use serde_json::{Map, Value};

use super::tree::{Member, Object};
use super::xml::LANGUAGE;

/// Every class stands in one package of the model.
const PACKAGE: &str = "ElectionResults.";

/// A whole document with one line break at the end.
pub(super) fn document(report: &Object) -> String {
    // A tree of strings, integers and switches always prints.
    let mut text = serde_json::to_string_pretty(&object(report)).unwrap_or_default();
    text.push('\n');
    text
}

fn object(of: &Object) -> Value {
    let mut map = Map::new();
    map.insert("@type".to_owned(), class(of.class));
    if let Some(id) = &of.id {
        map.insert("@id".to_owned(), Value::from(id.as_str()));
    }
    for (name, value) in &of.members {
        map.insert((*name).to_owned(), member(value));
    }
    Value::Object(map)
}

fn member(value: &Member) -> Value {
    match value {
        Member::Text(text) | Member::Reference(text) => Value::from(text.as_str()),
        Member::References(ids) => ids.iter().map(String::as_str).collect(),
        Member::Integer(number) => Value::from(*number),
        Member::Switch(on) => Value::from(*on),
        Member::Many(many) => many.iter().map(object).collect(),
        Member::Name(text) => international(text),
    }
}

fn international(text: &str) -> Value {
    let mut inner = Map::new();
    inner.insert("@type".to_owned(), class("LanguageString"));
    inner.insert("Content".to_owned(), Value::from(text));
    inner.insert("Language".to_owned(), Value::from(LANGUAGE));
    let mut outer = Map::new();
    outer.insert("@type".to_owned(), class("InternationalizedText"));
    outer.insert("Text".to_owned(), Value::from(vec![Value::Object(inner)]));
    Value::Object(outer)
}

fn class(name: &str) -> Value {
    Value::from(format!("{PACKAGE}{name}"))
}
