//! Words that the program never says, sentences that are short enough, and what a p-value is not.

use scrutineer_model::Message;
use serde_json::{Value, json};

use scrutineer_report::{Language, TerminalOptions, Texts, brief, message_ids, template, terminal};

use crate::fixture::{contradicted, every, report};

/// Beginnings of words of DESIGN rule 9, in both languages.
const FORBIDDEN: [&str; 17] = [
    "fraud", "theft", "thief", "stuff", "suspect", "suspicio", "sospech", "fake", "rigg", "steal",
    "stole", "cheat", "manipul", "robo", "robad", "trampa", "amañ",
];

#[test]
fn no_message_says_a_word_that_judges() {
    let mut words = 0;
    for language in Language::ALL {
        for id in message_ids(language) {
            let text = template(language, id).unwrap().to_lowercase();
            for word in text.split(|c: char| !c.is_alphanumeric()) {
                words += 1;
                for forbidden in FORBIDDEN {
                    assert!(!word.starts_with(forbidden), "{id}: {word}");
                }
            }
        }
    }
    assert!(words > 5_000, "the files were read");
}

#[test]
fn every_answer_of_real_reports_holds_at_most_fifty_words() {
    let mut seen = 0;
    for value in every() {
        let report = report(value);
        for language in Language::ALL {
            let text = brief(&report, language).unwrap();
            // Statements are the only paragraphs indented by two columns.
            let mut sentence = String::new();
            for line in text.lines().chain([""]) {
                match line.strip_prefix("  ") {
                    Some(part) if !part.starts_with(' ') => {
                        sentence.push_str(part);
                        sentence.push(' ');
                    }
                    _ if !sentence.is_empty() => {
                        seen += 1;
                        let words = sentence.split_whitespace().count();
                        assert!(words <= 50, "{words}: {sentence}");
                        sentence.clear();
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(seen >= 14, "{seen} sentences");
}

/// Makes every list of winners in a report `winners`.
fn crown(value: &mut Value, winners: &[String]) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                if key.ends_with("winners") && member.is_array() {
                    *member = winners.into();
                } else {
                    crown(member, winners);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| crown(item, winners)),
        _ => {}
    }
}

#[test]
fn an_answer_about_many_winners_names_the_first_and_counts_the_others() {
    let names = |count: usize, name: &str| -> (Vec<String>, Vec<Value>) {
        let id = |number: usize| format!("W{number}");
        let option =
            |number| json!({"id": id(number), "name": format!("{name} {number}"), "tickets": []});
        (
            (1..=count).map(id).collect(),
            (1..=count).map(option).collect(),
        )
    };
    let long = "Alliance of the Northern and Southern Provinces";
    let endless = "word ".repeat(60);
    let mut shortened = 0;
    for (count, name) in [
        (4, "A Name"),
        (5, long),
        (24, long),
        (300, "B"),
        (1, endless.as_str()),
    ] {
        let (ids, options) = names(count, name);
        for mut value in every() {
            crown(&mut value, &ids);
            let held = value["contests"][0]["options"].as_array_mut().unwrap();
            held.extend(options.iter().cloned());
            for (language, others) in [(Language::English, "others"), (Language::Spanish, "más")] {
                let text = terminal(
                    &report(value.clone()),
                    &TerminalOptions {
                        language,
                        width: 100_000,
                        ..TerminalOptions::default()
                    },
                )
                .unwrap();
                for line in text.lines().filter(|line| {
                    let line = line.trim_start();
                    line.starts_with("If ") || line.starts_with("Si ")
                }) {
                    let words = line.split_whitespace().count();
                    assert!(words <= 50, "{words}: {line}");
                    let named = line.matches(name.trim()).count();
                    if count == 24 && named > 0 {
                        assert!(named < count && line.contains(others), "{line}");
                        let left: usize = count - named;
                        assert!(line.contains(&left.to_string()), "{left}: {line}");
                        shortened += 1;
                    }
                    assert!(count > 4 || named == 0 || named == count, "{line}");
                }
                for option in &options {
                    let name = option["name"].as_str().unwrap();
                    let first: Vec<&str> = name.split_whitespace().take(9).collect();
                    assert!(text.contains(&first.join(" ")), "{name}");
                }
            }
        }
    }
    assert!(shortened >= 4, "{shortened} sentences");
}

/// Every statement with every supplier and every optional part, which is longer than any one report.
#[test]
fn the_longest_form_of_every_statement_holds_at_most_fifty_words() {
    let statements = [
        "winner-supported",
        "winner-contradicted",
        "winner-undetermined",
        "figures-consistent",
        "figures-differs",
        "figures-infeasible",
        "figures-infeasible-reading",
        "figures-undetermined",
        "standing-decided",
        "standing-undecided",
        "standing-not-bounded",
        "standing-no-sheets",
    ];
    let labels = [
        "authority",
        "party-aligned",
        "observer",
        "media",
        "court",
        "citizen",
        "withheld",
        "unknown",
    ];
    let readings = ["electors", "tables", "valid-votes", "places", "own-turnout"];
    let name = "Four Words A Name";
    for language in Language::ALL {
        let texts = Texts::new(language);
        for id in statements {
            for label in labels {
                for reading in readings {
                    let message = Message::new(id)
                        .with("label", label)
                        .with("reading", reading)
                        .with("sheets", 24_532u64)
                        .with("declared_winners", vec![name.to_owned()])
                        .with("winners", vec![name.to_owned()])
                        .with("votes", 1_234_567u64)
                        .with("compared", "reaching")
                        .with("margin", 1_234_567u64);
                    let text = texts.message(&message).unwrap();
                    let words = text.split_whitespace().count();
                    assert!(words <= 50, "{words}: {text}");
                    if id != "standing-no-sheets" {
                        let opening = text.split_whitespace().next();
                        assert!(matches!(opening, Some("If" | "Si")), "no condition: {text}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_rounding_finding_gives_the_adjusted_p_first_and_says_what_it_is_not() {
    let report = report(contradicted());
    for (language, marks) in [
        (
            Language::English,
            [
                "adjusted p 9.9 × 10⁻⁹, one look",
                "press office that converts percentages",
                "not the probability that the result is genuine",
                "p, unadjusted",
            ],
        ),
        (
            Language::Spanish,
            [
                "p ajustado 9,9 × 10⁻⁹, una sola mirada",
                "oficina de prensa que convierta porcentajes",
                "no es la probabilidad de que el resultado sea auténtico",
                "p, sin ajustar",
            ],
        ),
    ] {
        let options = TerminalOptions {
            language,
            full: true,
            width: 200,
            ..TerminalOptions::default()
        };
        let text = terminal(&report, &options).unwrap();
        let mut from = 0;
        for mark in marks {
            from += text[from..].find(mark).unwrap_or_else(|| panic!("{mark}"));
        }
    }
}
