//! JSON lines as a table: one object a line, its fields the columns.

use std::collections::BTreeSet;

use scrutineer_model::Message;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::{Problem, Table, TableRow};

/// Longest line that is read.
const MOST_BYTES: usize = 1024 * 1024;

/// The members of an object as they stand, those of one name too.
struct Members(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Members;

            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = from.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        from.deserialize_map(Each)
    }
}

/// Reads JSON lines. A line that is no object of texts, numbers and lists of texts is a problem, and so is one that
/// gives a member twice; the others are read all the same.
pub fn json_lines(file: &str, bytes: &[u8]) -> (Table, Vec<Problem>) {
    let mut table = Table {
        file: file.to_owned(),
        ..Table::default()
    };
    let mut problems = Vec::new();
    for (row, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let parsed: Option<Members> = (line.len() <= MOST_BYTES)
            .then(|| serde_json::from_slice(line).ok())
            .flatten();
        let Some(Members(members)) = parsed else {
            let message =
                Message::new("incidents-expected-object").with("length", line.len() as u64);
            problems.push(Problem::new(file, Some(row), None, message));
            continue;
        };
        let distinct: BTreeSet<&str> = members.iter().map(|(name, _)| name.trim()).collect();
        if distinct.len() < members.len() {
            let message = Message::new("incidents-repeated-member");
            problems.push(Problem::new(file, Some(row), None, message));
            continue;
        }
        let mut cells: Vec<Option<String>> = vec![Some(String::new()); table.header.len()];
        for (name, value) in members {
            let text = text_of(&value);
            let known = table.header.iter().position(|held| *held == name);
            let at = known.unwrap_or_else(|| {
                table.header.push(name);
                cells.push(Some(String::new()));
                table.header.len() - 1
            });
            if let Some(cell) = cells.get_mut(at) {
                *cell = text;
            }
        }
        table.rows.push(TableRow { row, cells });
    }
    (table, problems)
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Bool(is) => Some(if *is { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => {
            let texts: Option<Vec<String>> = items
                .iter()
                .map(|item| item.as_str().map(str::to_owned))
                .collect();
            texts.map(|texts| texts.join(";"))
        }
        Value::Object(_) => None,
    }
}
