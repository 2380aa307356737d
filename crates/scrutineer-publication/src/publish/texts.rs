//! The texts of entries that may say anything, for the eyes of whoever publishes.

use std::collections::BTreeSet;

use serde_json::Value;

/// Keys of entries whose texts are written by people, not taken from a closed list. Codes and ids are not
/// among them.
const KEYS: [&str; 18] = [
    "authority",
    "basis",
    "column",
    "expected",
    "file",
    "found",
    "label",
    "levels",
    "licence",
    "medium",
    "method",
    "name",
    "obtained-by-role",
    "obtained-from",
    "outlet",
    "reason",
    "transformations",
    "why",
];

/// Further ones, by kind: elsewhere the same key holds something else.
const OF_KIND: [(&str, &str); 7] = [
    ("declaration", "source"),
    ("disposition", "role"),
    ("election", "source"),
    ("policy", "contact"),
    ("policy", "site"),
    ("response", "text"),
    ("source", "text"),
];

/// A text that may say anything, with where it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FreeText {
    /// Word of the kind of record.
    pub kind: String,
    /// Key of the record.
    pub key: String,
    /// The text.
    pub text: String,
}

/// Adds the free texts of an entry, given as bytes; of a correction, those of the record inside.
pub(super) fn collect(entry: &[u8], into: &mut BTreeSet<FreeText>) {
    // Bytes of entries are JSON.
    let Ok(mut entry) = serde_json::from_slice::<Value>(entry) else {
        return;
    };
    if let Some(record) = entry.get_mut("record") {
        entry = record.take();
    }
    let kind = entry.get("kind").and_then(Value::as_str);
    let kind = kind.unwrap_or_default().to_owned();
    walk(&kind, "", &entry, into);
}

fn walk(kind: &str, key: &str, value: &Value, into: &mut BTreeSet<FreeText>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                walk(kind, key, value, into);
            }
        }
        Value::Array(all) => {
            for value in all {
                walk(kind, key, value, into);
            }
        }
        Value::String(text) if KEYS.contains(&key) || OF_KIND.contains(&(kind, key)) => {
            into.insert(FreeText {
                kind: kind.to_owned(),
                key: key.to_owned(),
                text: text.clone(),
            });
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_people_are_found_once_and_codes_are_not() {
        let source = br#"{"id":"people","identities":[{"text":"a + b = c"}],"kind":"source","obtained-from":"Maria","v":1}"#;
        let inside = br#"{"kind":"correction","record":{"finding":"K","kind":"disposition","reason":"Maria","v":1},"supersedes":{"hash":"00","leaf":1},"v":1}"#;
        let policy = br#"{"kind":"policy","minutes":30,"publisher":{"contact":"Maria","name":"Mission","site":"https://maria.example/"},"v":1}"#;
        let mut found = BTreeSet::new();
        for entry in [&source[..], &source[..], &inside[..], &policy[..]] {
            collect(entry, &mut found);
        }
        let found: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|held| (held.kind.as_str(), held.key.as_str(), held.text.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("disposition", "reason", "Maria"),
                ("policy", "contact", "Maria"),
                ("policy", "name", "Mission"),
                ("policy", "site", "https://maria.example/"),
                ("source", "obtained-from", "Maria"),
                ("source", "text", "a + b = c"),
            ]
        );
    }
}
