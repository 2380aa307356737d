// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The JSON Schema of `election.toml`, from the key table.

use serde_json::{Map, Value, json};

use crate::election::keys::FOLDER;
use crate::election::kinds::{Keys, Kind};

/// The JSON Schema (draft 2020-12) of `election.toml` read as JSON. It says what one table may
/// hold; that ids exist, and which keys need each other, only reading the folder can tell.
pub fn schema() -> Value {
    let mut definitions = Map::new();
    define(&FOLDER, &mut definitions);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "scrutineer/election/1",
        "$ref": "#/$defs/folder",
        "$defs": sorted(definitions),
    })
}

fn sorted(map: Map<String, Value>) -> Map<String, Value> {
    let mut entries: Vec<_> = map.into_iter().collect();
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    entries.into_iter().collect()
}

fn define(keys: &Keys, definitions: &mut Map<String, Value>) {
    if definitions.contains_key(keys.name) {
        return;
    }
    definitions.insert(keys.name.to_owned(), Value::Null);
    let mut properties = Map::new();
    for key in keys.keys {
        let mut property = of(&key.kind, definitions);
        if let Value::Object(property) = &mut property {
            property.insert("description".to_owned(), json!(key.about));
        }
        properties.insert(key.name.to_owned(), property);
    }
    let required: Vec<&str> = keys
        .keys
        .iter()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    let definition = json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    definitions.insert(keys.name.to_owned(), definition);
}

fn of(kind: &Kind, definitions: &mut Map<String, Value>) -> Value {
    match kind {
        Kind::Text(text) => match text.pattern {
            Some(pattern) => json!({ "type": "string", "pattern": pattern }),
            None => json!({ "type": "string" }),
        },
        Kind::Words(words) => json!({ "enum": words }),
        Kind::Integer { least, most } if *most == i64::MAX => {
            json!({ "type": "integer", "minimum": least })
        }
        Kind::Integer { least, most } => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::List(item) => {
            let item = of(item, definitions);
            json!({ "anyOf": [{ "type": "array", "items": item.clone() }, item] })
        }
        Kind::Table(keys) => {
            define(keys, definitions);
            json!({ "$ref": format!("#/$defs/{}", keys.name) })
        }
        Kind::Tables(keys) => {
            define(keys, definitions);
            json!({ "type": "array", "items": { "$ref": format!("#/$defs/{}", keys.name) } })
        }
        Kind::Map(item) => {
            let item = of(item, definitions);
            json!({ "type": "object", "additionalProperties": item })
        }
        Kind::Either(kinds) => {
            let kinds: Vec<Value> = kinds.iter().map(|kind| of(kind, definitions)).collect();
            json!({ "anyOf": kinds })
        }
    }
}
