//! The catalogue as a document.

use std::collections::BTreeSet;
use std::fs;

use scrutineer_checks::{CATALOGUE, render_catalogue};
use scrutineer_testkit::shared::workspace_root;

#[test]
fn the_specification_is_what_the_table_says() {
    let path = workspace_root().join("spec/checks.md");
    if std::env::var_os("SCRUTINEER_BLESS").is_some() {
        fs::write(&path, render_catalogue()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap();
    assert_eq!(
        written,
        render_catalogue(),
        "write it again with SCRUTINEER_BLESS=1"
    );
}

#[test]
fn codes_are_unique_and_of_a_known_series_and_in_order() {
    let codes: Vec<&str> = CATALOGUE.iter().map(|info| info.code).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    let series = |code: &str| "EWP".find(&code[..1]).unwrap();
    assert!(codes.is_sorted_by_key(|code| (series(code), *code)));
    for code in &codes {
        let (_, number) = code.split_once('.').unwrap();
        assert!(number.len() == 3 && number.parse::<u16>().unwrap() >= 100);
    }
    assert!(codes.len() >= 40);
}

#[test]
fn precedence_names_codes_of_the_catalogue() {
    let codes: BTreeSet<&str> = CATALOGUE.iter().map(|info| info.code).collect();
    for info in CATALOGUE {
        for other in info.precedence {
            assert!(
                codes.contains(other) && *other != info.code,
                "{}",
                info.code
            );
        }
    }
}

#[test]
fn every_text_is_there_in_both_languages() {
    for info in CATALOGUE {
        for pair in [info.rule, info.action, info.limit] {
            assert!(pair.iter().all(|text| text.ends_with('.')), "{}", info.code);
            assert_ne!(pair[0], pair[1], "{}", info.code);
        }
    }
}
