//! Permuted options permute the report and change no word.

use scrutineer_report::{Language, TerminalOptions, brief, html, terminal};
use serde_json::Value;

use crate::fixture::{contradicted, every, report};

/// The same report with the options in reversed ballot order.
fn reversed(mut value: Value) -> Value {
    fn reverse(map: &mut Value) {
        if let Some(map) = map.as_object_mut() {
            let entries: Vec<_> = std::mem::take(map).into_iter().rev().collect();
            map.extend(entries);
        }
    }
    let contest = &mut value["contests"][0];
    contest["options"].as_array_mut().unwrap().reverse();
    for source in contest["sources"].as_array_mut().unwrap() {
        reverse(&mut source["totals"]["options"]);
        reverse(&mut source["imputation"]["options"]);
        for outcome in source["outcome"].as_array_mut().unwrap() {
            reverse(&mut outcome["shares"]);
        }
    }
    for declaration in contest["declarations"].as_array_mut().unwrap() {
        reverse(&mut declaration["declared"]);
        for result in declaration["results"].as_array_mut().unwrap() {
            for name in ["strict", "possible"] {
                reverse(&mut result[name]);
            }
            if result["increment"].is_object() {
                reverse(&mut result["increment"]["options"]);
            }
            for joint in result["joint"].as_array_mut().unwrap() {
                reverse(&mut joint["certificate"]["multipliers"]);
            }
            for reading in result["readings"].as_array_mut().unwrap() {
                for end in ["as_printed", "favourable"] {
                    for name in ["minimum", "minimum_votes", "shortfall"] {
                        reverse(&mut reading[end][name]);
                    }
                }
            }
        }
    }
    value
}

fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    words.sort();
    words
}

#[test]
fn permuted_options_change_no_word() {
    for value in every() {
        let (before, after) = (report(value.clone()), report(reversed(value)));
        for language in Language::ALL {
            let options = TerminalOptions {
                language,
                full: true,
                ..TerminalOptions::default()
            };
            let text = |report| terminal(report, &options).unwrap();
            assert_eq!(words(&text(&before)), words(&text(&after)));
            let page = |report| brief(report, language).unwrap();
            assert_eq!(words(&page(&before)), words(&page(&after)));
            assert_ne!(
                text(&before),
                text(&after),
                "the order of the ballot is visible"
            );
        }
    }
}

/// Colours and patterns belong to positions, so the first option has the first one whoever it is.
#[test]
fn colours_follow_positions_and_not_options() {
    let patterns = |value| {
        let document = html(&report(value), Language::English).unwrap();
        let mut rest = document.as_str();
        let mut found = Vec::new();
        while let Some(start) = rest.find("<pattern ") {
            rest = &rest[start..];
            let end = rest.find("</pattern>").unwrap();
            found.push(rest[..end].to_owned());
            rest = &rest[end..];
        }
        found
    };
    let (mut before, mut after) = (patterns(contradicted()), patterns(reversed(contradicted())));
    assert!(!before.is_empty());
    before.sort();
    after.sort();
    // Targets differ in which position a group has, never in what a position looks like.
    let shared = before
        .iter()
        .filter(|pattern| after.contains(pattern))
        .count();
    assert!(shared >= 4, "{before:?} {after:?}");
}
