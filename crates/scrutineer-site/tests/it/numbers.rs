//! The numbers of the pages are those of the report, for the sheets of the shared folder.

use std::collections::BTreeSet;

use scrutineer_audit::{AuditReport, DivisionReport, attach_divisions};
use scrutineer_model::{Dataset, StationIdx};
use scrutineer_testkit::examples;
use sha2::{Digest, Sha256};

use crate::made::{PICTURE, Pages, cells, pages, report};

fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The numbers of the first table of totals on a page: votes per option, in the order of the page.
fn totals(page: &str, options: usize) -> Vec<String> {
    let (_, body) = page.split_once("<tbody>").unwrap();
    body.split("<tr")
        .skip(1)
        .take(options)
        .map(|row| cells(row)[1].clone())
        .collect()
}

fn of_division(pages: &Pages, division: &DivisionReport) {
    let codes: Vec<&str> = division
        .path
        .iter()
        .map(|part| part.code.as_str())
        .collect();
    let path = format!("en/r/{}.html", codes.join("."));
    assert!(pages.contains_key(&path), "{path}");
    let page = &pages[&path];
    if division.stations_reported == 0 {
        return;
    }
    let expected: Vec<String> = division
        .options
        .values()
        .map(|[least, most]| {
            assert_eq!(least, most, "{path}");
            grouped(*least)
        })
        .collect();
    assert_eq!(totals(page, expected.len()), expected, "{path}");
}

/// Numbers of the row of a station, read from its page through its permanent address.
fn of_station(pages: &Pages, dataset: &Dataset, station: StationIdx) {
    let id = dataset.stations().id(station);
    let mark = format!("<li id=\"{id}\">");
    let (_, page) = pages
        .iter()
        .find(|(path, page)| path.starts_with("s/") && page.contains(&mark))
        .unwrap();
    let (_, line) = page.split_once(&mark).unwrap();
    let (_, link) = line.split_once("href=\"../").unwrap();
    let (path, _) = link.split_once('#').unwrap();
    let row = format!("<tr id=\"{id}\">");
    let (_, row) = pages[path].split_once(&row).unwrap();
    let found = cells(row.split("</tr>").next().unwrap());
    let set = &dataset.sheets()[0];
    let reading = set.readings(station).start;
    for (at, column) in set.options().iter().enumerate() {
        let expected = column[reading]
            .count()
            .map(|votes| grouped(u64::from(votes)));
        assert_eq!(Some(&found[1 + at]), expected.as_ref(), "{id}");
    }
}

/// Different numbers below `count`, drawn by the digests of a seed and a counter; what would make some more
/// likely than others is drawn again.
fn drawn(count: usize, wanted: usize) -> Vec<usize> {
    let mut found = BTreeSet::new();
    let range = u64::try_from(count).unwrap();
    let limit = u64::MAX - u64::MAX % range;
    for counter in 0u32.. {
        let digest = Sha256::digest(format!("20240728/{counter}").as_bytes());
        let head: [u8; 8] = digest[..8].try_into().unwrap();
        let number = u64::from_be_bytes(head);
        if number < limit {
            found.insert(usize::try_from(number % range).unwrap());
        }
        if found.len() == wanted.min(count) {
            break;
        }
    }
    found.into_iter().collect()
}

#[test]
fn stations_are_drawn_once_and_from_all() {
    assert_eq!(drawn(500, 500), (0..500).collect::<Vec<_>>());
    // printf %s 20240728/0 | sha256sum gives 1f2fe20b6c14ca48...
    let first = drawn(1_000_000, 1);
    assert_eq!(first, [986_312]);
}

#[test]
fn the_numbers_of_venezuela_are_those_of_its_report() {
    let Some(loaded) = examples::load("venezuela-2024") else {
        return;
    };
    let dataset = loaded.dataset;
    let pages = pages(&dataset);
    let national: AuditReport = report(&dataset);
    let source = &national.contests[0].sources[0];
    let expected: Vec<String> = source
        .totals
        .as_ref()
        .unwrap()
        .options
        .values()
        .map(|votes| grouped(*votes))
        .collect();
    assert_eq!(totals(&pages["en/results.html"], expected.len()), expected);
    let levels = dataset.hierarchies()[0].levels.clone();
    let mut compared = Vec::new();
    for level in [levels.first().unwrap(), levels.last().unwrap()] {
        let mut by_level = national.clone();
        attach_divisions(&mut by_level, &dataset, level).unwrap();
        let divisions = &by_level.contests[0].sources[0].divisions;
        let with_sheets = divisions.iter().filter(|held| held.stations_reported > 0);
        compared.push(with_sheets.count());
        for division in divisions {
            of_division(&pages, division);
        }
    }
    // reference/forensics.md: 24 states (abroad included), 1,072 parishes with a sheet.
    assert_eq!(compared, [24, 1_072]);
    let count = dataset.stations().len();
    for station in drawn(count, 500) {
        of_station(&pages, &dataset, StationIdx::new(station));
    }
    // A picture has a character for each byte.
    let bytes: usize = pages
        .iter()
        .map(|(path, page)| {
            if path.ends_with(PICTURE) {
                page.chars().count()
            } else {
                page.len()
            }
        })
        .sum();
    assert!(bytes < 60_000_000, "{bytes}");
}

#[test]
fn numbers_are_grouped_as_the_pages_group_them() {
    assert_eq!(grouped(7_156_462), "7,156,462");
    assert_eq!(grouped(24), "24");
}
