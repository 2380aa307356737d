//! Reviewed text of every rendering.

use scrutineer_report::{Language, TerminalOptions, brief, brief_html, html, terminal};
use unicode_width::UnicodeWidthStr;

use crate::fixture::{contradicted, every, nothing_declared, possible, report};

fn options(language: Language, full: bool) -> TerminalOptions {
    TerminalOptions {
        language,
        full,
        ..TerminalOptions::default()
    }
}

#[test]
fn the_terminal_text_of_contradicted_declarations_is_as_reviewed() {
    let report = report(contradicted());
    for language in Language::ALL {
        let text = terminal(&report, &options(language, true)).unwrap();
        insta::assert_snapshot!(format!("terminal-contradicted-{}", language.tag()), text);
    }
}

#[test]
fn the_page_of_possible_figures_is_as_reviewed() {
    let report = report(possible());
    for language in Language::ALL {
        let text = brief(&report, language).unwrap();
        insta::assert_snapshot!(format!("brief-possible-{}", language.tag()), text);
    }
}

#[test]
fn the_page_of_sheets_without_a_declaration_is_as_reviewed() {
    let report = report(nothing_declared());
    for language in Language::ALL {
        let text = brief(&report, language).unwrap();
        insta::assert_snapshot!(format!("brief-nothing-declared-{}", language.tag()), text);
    }
}

#[test]
fn the_html_of_the_first_screen_is_as_reviewed() {
    let report = report(possible());
    let text = brief_html(&report, Language::Spanish).unwrap();
    insta::assert_snapshot!("brief-possible-html-es", text);
}

#[test]
fn a_page_holds_sixty_lines_and_every_answer() {
    for value in every() {
        let report = report(value);
        for language in Language::ALL {
            let text = brief(&report, language).unwrap();
            assert!(text.lines().count() <= 60, "{text}");
            let answers = report
                .contests
                .iter()
                .flat_map(|contest| &contest.declarations)
                .map(|declaration| 2 * declaration.results.len())
                .sum::<usize>();
            let condition = match language {
                Language::English => "If the 24,532 sheets",
                Language::Spanish => "Si las 24.532 actas",
            };
            assert_eq!(text.matches(condition).count(), answers.max(1), "{text}");
        }
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for value in every() {
        let report = report(value);
        for language in Language::ALL {
            for width in [40, 60, 80, 132] {
                let options = TerminalOptions {
                    width,
                    ..options(language, true)
                };
                let text = terminal(&report, &options).unwrap();
                for line in text.lines() {
                    assert!(line.width() <= width, "{width}: {line}");
                }
            }
        }
    }
}

#[test]
fn without_colour_there_is_no_escape_and_with_it_no_hue() {
    let report = report(contradicted());
    let plain = terminal(&report, &options(Language::English, false)).unwrap();
    assert!(!plain.contains('\u{1b}'));
    let options = TerminalOptions {
        color: true,
        ..options(Language::English, false)
    };
    let set_off = terminal(&report, &options).unwrap();
    let codes: std::collections::BTreeSet<&str> = set_off
        .split("\u{1b}[")
        .skip(1)
        .filter_map(|part| part.split('m').next())
        .collect();
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), ["0", "1", "2"]);
}

#[test]
fn the_first_screen_keeps_its_order_everywhere() {
    let report = report(contradicted());
    let texts = [
        terminal(&report, &options(Language::English, false)).unwrap(),
        brief(&report, Language::English).unwrap(),
        html(&report, Language::English).unwrap(),
    ];
    for text in texts {
        // Names are data inside <bdi> in HTML, so the marks avoid them.
        let text = text.replace("<bdi>", "").replace("</bdi>", "");
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let marks = [
            "Did Bo Birch Bellamy win",
            "no completion of the count makes Bo Birch Bellamy win",
            "Are the figures of",
            "the declared figures are impossible",
            "Sheets supplied by a campaign",
            "24,532 of 30,026",
            "Declared",
            "What is not established",
            "The ballots were not examined.",
            "As of 2 August 2024",
            "Report 3f786850",
        ];
        let mut from = text.find("Did Bo").expect("the question is there");
        for mark in marks {
            let found = text[from..].find(mark);
            from += found.unwrap_or_else(|| panic!("{mark:?} is missing or out of order"));
        }
    }
}

#[test]
fn rejected_rows_stand_before_the_first_question() {
    let text = brief(&report(possible()), Language::English).unwrap();
    let rejected = text.find("3 rows of 24,532").expect("the notice is there");
    assert!(rejected < text.find("Did Ana").expect("the question is there"));
}

#[test]
fn a_first_screen_holds_no_probability() {
    for value in every() {
        for language in Language::ALL {
            let text = brief(&report(value.clone()), language)
                .unwrap()
                .to_lowercase();
            for word in ["probab", "p-value", "valor p", " p ", "95 %", "10⁻"] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
    }
}
