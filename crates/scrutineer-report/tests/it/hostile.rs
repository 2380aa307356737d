//! Names and ids that try to be something else.

use scrutineer_report::{
    Language, TerminalOptions, brief, compare, comparison_text, html, json, terminal,
};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::fixture::{contradicted, merge, report};
use crate::page::assert_well_formed;

const NAMES: [&str; 6] = [
    "</title><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "\u{202e}right to left\u{2066}",
    "\u{1b}[31mred\u{1b}]0;title\u{7}",
    "line\nbreak\r\n- and a list\ttab\0nul",
    "a-word-without-any-space-a-word-without-any-space-a-word-without-any-space-a-word-without-any-space",
];

fn hostile(name: &str) -> Value {
    let mut value = contradicted();
    merge(
        &mut value,
        &json!({"election": {"name": name, "id": name}, "report_id": name}),
    );
    value["inputs"][0]["file"] = json!(name);
    value["inputs"][1]["rejected"] = json!(1);
    value["findings"][0]["subject"]["station"] = json!(name);
    value["findings"][0]["message"]["args"]["station"] = json!(name);
    let contest = &mut value["contests"][0];
    contest["name"] = json!(name);
    contest["options"][0]["name"] = json!(name);
    contest["sources"][0]["evidence"]["obtained_from"] = json!(name);
    contest["declarations"][0]["id"] = json!(name);
    contest["declarations"][0]["authority"] = json!(name);
    value
}

#[test]
fn hostile_names_stay_text_in_html() {
    for name in NAMES {
        let report = report(hostile(name));
        for language in Language::ALL {
            let document = html(&report, language).unwrap();
            assert_well_formed(&document);
            assert!(!document.contains("<script") && !document.contains("\" onmouseover"));
            assert!(!document.contains(['\u{202e}', '\u{2066}', '\u{1b}', '\0']));
        }
    }
}

#[test]
fn hostile_names_stay_on_their_line_in_text() {
    for name in NAMES {
        let report = report(hostile(name));
        let options = TerminalOptions {
            full: true,
            ..TerminalOptions::default()
        };
        let comparison = compare(&crate::fixture::report(contradicted()), &report);
        let texts = [
            terminal(&report, &options).unwrap(),
            brief(&report, Language::Spanish).unwrap(),
            comparison_text(&comparison, Language::English, 80).unwrap(),
        ];
        for text in texts {
            assert!(!text.contains(['\u{1b}', '\0', '\u{202e}', '\u{2066}', '\r', '\t', '\u{7}']));
            assert!(text.lines().all(|line| line.width() <= 80));
        }
    }
}

#[test]
fn hostile_names_stay_strings_in_json() {
    for name in NAMES {
        let text = json(&report(hostile(name))).unwrap();
        let back: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(back["election"]["name"], json!(name));
    }
}
