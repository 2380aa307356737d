//! Rules in words: every check on the page of the catalogue, and on the pages of its own findings.

use std::collections::BTreeSet;

use scrutineer_checks::{CATALOGUE, CheckInfo};

use crate::made::{PAGE, pages, plain};
use crate::rows::dataset;

/// Codes of the table of the specification.
fn specified() -> BTreeSet<&'static str> {
    let rows = include_str!("../../../../spec/checks.md").lines();
    let cells = rows.filter_map(|row| row.strip_prefix("| ")?.split(" | ").next());
    let codes = cells.filter(|cell| cell.as_bytes().get(1) == Some(&b'.'));
    codes.collect()
}

fn spaced(html: &str) -> String {
    plain(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a language says of a rule and of what it does not prove.
fn texts(info: &CheckInfo, language: &str) -> [&'static str; 2] {
    let at = usize::from(language == "es");
    [info.rule[at], info.limit[at]]
}

#[test]
fn every_check_of_the_catalogue_stands_on_its_page_once_with_its_words() {
    let pages = pages(&dataset());
    let specified = specified();
    assert_eq!(specified.len(), CATALOGUE.len());
    for language in ["en", "es"] {
        let page = &pages[&format!("{language}/catalogue.html")];
        let sections: Vec<&str> = page.split("<section id=\"").skip(1).collect();
        let codes = sections.iter().map(|section| {
            let (_, heading) = section.split_once("<h2>").unwrap();
            let heading = heading.split("</h2>").next().unwrap();
            heading.replace("<bdi>", "").chars().take(5).collect()
        });
        let codes: Vec<String> = codes.collect();
        let once: BTreeSet<&str> = codes.iter().map(String::as_str).collect();
        assert_eq!(codes.len(), once.len(), "{language}");
        assert_eq!(once, specified, "{language}");
        for (section, code) in sections.iter().zip(&codes) {
            let info = CATALOGUE.iter().find(|info| info.code == code).unwrap();
            let section = spaced(section);
            for text in texts(info, language) {
                assert!(section.contains(text), "{language} {code}: {section}");
            }
        }
    }
}

#[test]
fn rule_and_limit_of_a_check_stand_with_its_findings() {
    let pages = pages(&dataset());
    let mut seen = 0;
    for (language, heading) in [
        ("en", "What this does not prove"),
        ("es", "Lo que esto no prueba"),
    ] {
        let folder = format!("{language}/f/");
        for (path, page) in &pages {
            let name = path.strip_prefix(&folder);
            let Some(name) = name.and_then(|name| name.strip_suffix(PAGE)) else {
                continue;
            };
            let code = name.to_uppercase().replace('-', ".");
            let Some(info) = CATALOGUE.iter().find(|info| info.code == code) else {
                continue;
            };
            let [rule, limit] = texts(info, language);
            let (before, below) = page
                .split_once(&format!("<h2>{heading}</h2>"))
                .unwrap_or_else(|| panic!("{path}"));
            assert!(spaced(before).contains(rule), "{path}: {rule}");
            let (limits, _) = below.split_once("<table").unwrap();
            assert!(spaced(limits).contains(limit), "{path}: {limit}");
            seen += 1;
        }
    }
    // A sum that does not hold and sheets that contradict each other, in two languages.
    assert!(seen >= 4, "{seen}");
}
