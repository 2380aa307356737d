//! The message files: complete, alike in both languages, and enough for the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use scrutineer_model::Message;
use scrutineer_report::{Language, TextError, Texts, message_ids, template};

/// Names of the variables of a template.
fn variables(text: &str) -> BTreeSet<String> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "_-".contains(*c))
                .collect()
        })
        .collect()
}

/// Keys of the variants of a template that selects; brackets elsewhere are text.
fn variants(text: &str) -> BTreeSet<&str> {
    if !text.contains("->") {
        return BTreeSet::new();
    }
    text.lines()
        .filter_map(|line| line.trim_start_matches('*').strip_prefix('['))
        .filter_map(|line| line.split(']').next())
        .collect()
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_parts() {
    let table = |language| -> BTreeMap<&str, String> {
        message_ids(language)
            .map(|id| (id, template(language, id).unwrap()))
            .collect()
    };
    let (english, spanish) = (table(Language::English), table(Language::Spanish));
    let ids = |table: &BTreeMap<&str, String>| table.keys().map(|id| (*id).to_owned()).collect();
    let (left, right): (BTreeSet<String>, BTreeSet<String>) = (ids(&english), ids(&spanish));
    assert_eq!(
        left.symmetric_difference(&right).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    for (id, text) in &english {
        let other = &spanish[id];
        assert_eq!(variables(text), variables(other), "{id}");
        assert_eq!(variants(text), variants(other), "{id}");
    }
    assert!(english.len() > 400);
}

#[test]
fn no_id_occurs_twice_and_no_message_refers_to_another() {
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        for id in message_ids(language) {
            assert!(seen.insert(id), "{id} occurs twice");
            let text = template(language, id).unwrap();
            assert!(!text.is_empty(), "{id} is empty");
            for mark in ["{ -", "NUMBER(", "DATETIME(", "\u{2068}", "\u{2069}"] {
                assert!(!text.contains(mark), "{id}: {mark}");
            }
            for part in text.split('{').skip(1) {
                let opening = part.trim_start();
                assert!(
                    opening.starts_with(['$', '"']),
                    "{id} refers to another message: {opening}"
                );
            }
        }
    }
}

#[test]
fn every_message_renders_when_it_has_its_arguments() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        for id in message_ids(language) {
            for number in [0u64, 1, 2, 24_532] {
                let mut message = Message::new(id);
                for name in variables(&template(language, id).unwrap()) {
                    message = message.with(&name, number);
                }
                let text = texts.message(&message).unwrap();
                assert!(!text.trim().is_empty(), "{id}");
                let braces = template(language, id).unwrap().contains("{\"");
                assert!(braces || !text.contains(['{', '}']), "{id}: {text}");
                assert!(!text.contains('$'), "{id}: {text}");
            }
        }
    }
}

#[test]
fn a_missing_message_or_argument_is_an_error_that_names_it() {
    let texts = Texts::new(Language::English);
    assert_eq!(
        texts.text("no-such-message"),
        Err(TextError::Missing {
            id: "no-such-message".to_owned(),
            language: "en"
        })
    );
    let printed_absent = Message::new("winner-supported")
        .with("sheets", 3u64)
        .with("label", "media");
    for message in [Message::new("report-title"), printed_absent] {
        let error = texts.message(&message).unwrap_err();
        assert!(error.to_string().contains(&message.id), "{error}");
    }
}

#[test]
fn numbers_beyond_doubles_stay_exact() {
    let texts = Texts::new(Language::Spanish);
    let message = Message::new("report-at-least").with("low", 9_007_199_254_740_993u64);
    assert_eq!(
        texts.message(&message).unwrap(),
        "al menos 9.007.199.254.740.993"
    );
}

/// Text of all source files of this crate.
fn sources() -> String {
    fn walk(folder: &Path, out: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                out.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut out = String::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut out);
    out
}

/// String literals that look like ids of messages, with and without a part filled in later.
fn ids_in_sources() -> BTreeSet<String> {
    let code = sources();
    let prefixes = ["report-", "compare-", "issue-", "chain-", "cli-"];
    code.split('"')
        .filter(|part| prefixes.iter().any(|prefix| part.starts_with(prefix)))
        .filter(|part| {
            part.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-{}_".contains(&byte)
            })
        })
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_id_in_the_code_is_in_the_files() {
    let known: BTreeSet<&str> = message_ids(Language::English).collect();
    let used = ids_in_sources();
    assert!(used.len() > 200, "the sources were read");
    for id in &used {
        let stem = id.split('{').next().unwrap_or(id);
        let found = known.contains(id.as_str())
            || known
                .iter()
                .any(|known| known.starts_with(&format!("{}-", stem.trim_end_matches('-'))));
        assert!(found, "{id} is used and stands in no file");
    }
}

#[test]
fn every_message_of_the_report_is_used() {
    let used = ids_in_sources();
    for id in message_ids(Language::English) {
        if !id.starts_with("report-") && !id.starts_with("compare-") {
            continue;
        }
        let whole = used.contains(id);
        let prefix = used.iter().any(|used| {
            id.starts_with(&format!(
                "{}-",
                used.split('{').next().unwrap_or(used).trim_end_matches('-')
            ))
        });
        assert!(whole || prefix, "{id} is in the files and never used");
    }
}

/// Ids that the specifications promise, read from them.
#[test]
fn every_id_of_the_specifications_is_in_the_files() {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec");
    let known: BTreeSet<&str> = message_ids(Language::English).collect();
    let quoted = |file: &str| -> Vec<String> {
        let text = fs::read_to_string(spec.join(file)).unwrap();
        let parts: Vec<&str> = text.split('`').collect();
        parts
            .iter()
            .skip(1)
            .step_by(2)
            .map(|part| (*part).to_owned())
            .collect()
    };
    let mut checked = 0;
    for code in quoted("chain.md") {
        let starts = code
            .bytes()
            .next()
            .is_some_and(|byte| (b'1'..=b'7').contains(&byte));
        if starts && code.contains('-') {
            assert!(known.contains(format!("chain-{code}").as_str()), "{code}");
            checked += 1;
        }
    }
    let families = [
        "winner-",
        "figures-",
        "standing-",
        "condition-",
        "change-",
        "fixed-by-",
    ];
    for id in quoted("verdict.md") {
        if families.iter().any(|family| id.starts_with(family)) {
            assert!(known.contains(id.as_str()), "{id}");
            checked += 1;
        }
    }
    assert!(checked > 40, "the specifications were read: {checked}");
}
