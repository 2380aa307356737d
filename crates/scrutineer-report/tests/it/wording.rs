//! Words that the program never says, sentences that are short enough, and what a p-value is not.

use scrutineer_model::Message;
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
