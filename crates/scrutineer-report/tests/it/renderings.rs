//! Reviewed text of every rendering.

use scrutineer_report::{Language, TerminalOptions, brief, terminal};

use crate::fixture::{contradicted, nothing_declared, possible, report};

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
        let text = terminal(&report, &options(language, false)).unwrap();
        insta::assert_snapshot!(format!("terminal-contradicted-{}", language.tag()), text);
    }
}
#[test]
fn a_page_holds_sixty_lines() {
    for value in [contradicted(), possible(), nothing_declared()] {
        let report = report(value);
        for language in Language::ALL {
            let text = brief(&report, language).unwrap();
            assert!(text.lines().count() <= 60, "{text}");
        }
    }
}
