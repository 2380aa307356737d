//! The numbers of the pages are those of the report, for the sheets of the shared folder.

use std::collections::BTreeSet;

use scrutineer_audit::{AuditReport, DivisionReport, SourceReport, attach_divisions};
use scrutineer_model::{Dataset, Field, StationIdx};
use scrutineer_testkit::examples;
use sha2::{Digest, Sha256};

use crate::made::{PICTURE, Pages, cells, pages, plain, report};

/// How a language writes numbers: its folder, what groups thousands, what stands before decimals.
const LANGUAGES: [(&str, char, char); 2] = [("en", ',', '.'), ("es", '.', ',')];

fn grouped(value: u64, mark: char) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// Hundredths of a percent, a half up.
fn percent(part: u64, whole: u64, decimal: char) -> String {
    let hundredths = (u128::from(part) * 20_000 + u128::from(whole)) / (2 * u128::from(whole));
    format!("{}{decimal}{:02}", hundredths / 100, hundredths % 100)
}

/// One number, where the least and the most are the same.
fn one([least, most]: [u64; 2]) -> u64 {
    assert_eq!(least, most);
    least
}

/// Cells of the rows of the first table of a page.
fn first_table(page: &str) -> Vec<Vec<String>> {
    let (_, body) = page.split_once("<tbody>").unwrap();
    let (body, _) = body.split_once("</tbody>").unwrap();
    body.split("<tr").skip(1).map(cells).collect()
}

/// A cell of votes with their share, as both tables write it.
fn shared(text: &str) -> (&str, &str) {
    let (votes, share) = text.split_once(' ').unwrap();
    let share = share.trim_end_matches('%');
    (votes, share.trim())
}

/// The totals of a page: votes and shares by option, then valid votes and, where sheets have them, registered voters.
fn of_totals(
    page: &str,
    options: &[u64],
    (valid, registered): (u64, Option<u64>),
    (language, mark, decimal): (&str, char, char),
) {
    let rows = first_table(page);
    for (row, votes) in rows.iter().zip(options) {
        assert_eq!(row[1], grouped(*votes, mark), "{row:?}");
        let (share, _) = row[2].split_once('%').unwrap();
        assert_eq!(share.trim(), percent(*votes, valid, decimal), "{row:?}");
    }
    let named = |en: &str, es: &str| {
        let name = if language == "en" { en } else { es };
        rows.iter()
            .find(|row| row[0] == name)
            .map(|row| row[1].clone())
    };
    let found = named("Valid votes", "Votos v\u{e1}lidos");
    assert_eq!(found, Some(grouped(valid, mark)));
    if let Some(registered) = registered {
        let found = named("Registered", "Inscritos");
        assert_eq!(found, Some(grouped(registered, mark)));
    }
}

/// Of the whole election: invalid votes, and what is missing by reason.
fn of_the_rest(page: &str, source: &SourceReport, (language, mark, _): (&str, char, char)) {
    let (invalid, missing) = match language {
        "en" => ("Invalid", "What is missing, and why"),
        _ => ("Nulos", "Lo que falta, y por qu\u{e9}"),
    };
    let rows = first_table(page);
    let row = rows.iter().find(|row| row[0] == invalid);
    let expected = source.totals.as_ref().unwrap().invalid;
    assert_eq!(
        row.map(|row| row[1].clone()),
        expected.map(|votes| grouped(votes, mark))
    );
    let (_, below) = page.split_once(missing).unwrap();
    let mut shown: Vec<String> = first_table(below)
        .into_iter()
        .map(|row| row[1].clone())
        .collect();
    let held = &source.coverage.missing_by_reason;
    let mut expected: Vec<String> = held.values().map(|count| grouped(*count, mark)).collect();
    shown.sort();
    expected.sort();
    assert_eq!(shown, expected);
    // 30,026 stations less the 24,532 that have a sheet (reference/forensics.md).
    assert_eq!(held.values().sum::<u64>(), 5_494);
}

fn of_division(pages: &Pages, division: &DivisionReport) {
    let codes: Vec<&str> = division
        .path
        .iter()
        .map(|part| part.code.as_str())
        .collect();
    let own = format!("r/{}.html", codes.join("."));
    let options: Vec<u64> = division.options.values().map(|votes| one(*votes)).collect();
    let valid = division.valid.map_or(0, one);
    let around = match &codes[..] {
        [_] => "results.html".to_owned(),
        [around @ .., _] => format!("r/{}.html", around.join(".")),
        [] => unreachable!(),
    };
    for (language, mark, decimal) in LANGUAGES {
        let path = format!("{language}/{own}");
        assert!(pages.contains_key(&path), "{path}");
        if division.stations_reported == 0 {
            continue;
        }
        let page = &pages[&path];
        let registered = division.registered.map(one);
        of_totals(
            page,
            &options,
            (valid, registered),
            (language, mark, decimal),
        );
        let sheets = grouped(division.stations_reported, mark);
        let lead = grouped(division.lead, mark);
        let text = plain(page);
        assert!(text.contains(&sheets), "{path}: {sheets}");
        if division.leader.is_some() {
            assert!(text.contains(&lead), "{path}: {lead}");
        }
        // Its row in the table of the division around it.
        let around = &pages[&format!("{language}/{around}")];
        let to = if codes.len() == 1 {
            &own
        } else {
            own.trim_start_matches("r/")
        };
        let link = format!("{to}\">");
        let row = around
            .split("<tr")
            .filter_map(|row| row.split_once("</tr>"))
            .map(|(row, _)| row)
            .find(|row| row.contains(&link));
        let row = cells(row.unwrap());
        assert!(row[1].starts_with(&sheets), "{path}: {row:?}");
        for (cell, votes) in row[2..].iter().zip(&options) {
            let (found, share) = shared(cell);
            assert_eq!(found, grouped(*votes, mark), "{path}: {row:?}");
            assert_eq!(share, percent(*votes, valid, decimal), "{path}: {row:?}");
        }
        let rest = &row[2 + options.len()..];
        assert_eq!(rest.len(), 2, "{row:?}");
        assert_eq!(rest[0], grouped(valid, mark), "{path}");
        if division.leader.is_some() {
            assert_eq!(rest[1], lead, "{path}");
        }
    }
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
    let options = set.options().iter().map(|column| column[reading]);
    let fields = Field::ALL
        .into_iter()
        .filter(|field| set.field(*field).is_some())
        .map(|field| set.field_at(field, reading));
    let expected: Vec<Option<String>> = options
        .chain(fields)
        .map(|cell| cell.count().map(|votes| grouped(u64::from(votes), ',')))
        .collect();
    let found: Vec<Option<String>> = found[1..].iter().cloned().map(Some).collect();
    assert_eq!(found, expected, "{id}");
}

/// How many sheets say by how many votes they could lower the lead, and the fewest of them that make up the lead together.
fn fewest_false(pages: &Pages, lead: u64) -> (usize, usize) {
    let shards = pages.iter().filter(|(path, _)| path.starts_with("en/t/"));
    let mut changes: Vec<u64> = Vec::new();
    for (_, page) in shards {
        for (_, after) in page
            .match_indices("could lower the lead by at most ")
            .map(|(at, words)| page.split_at(at + words.len()))
        {
            let number = after
                .split(|sign: char| !sign.is_ascii_digit() && sign != ',')
                .next()
                .unwrap();
            changes.push(number.replace(',', "").parse().unwrap());
        }
    }
    changes.sort_unstable_by(|a, b| b.cmp(a));
    let mut left = lead;
    let fewest = changes.iter().take_while(|&&votes| {
        let is_open = left > 0;
        left = left.saturating_sub(votes);
        is_open
    });
    (changes.len(), fewest.count())
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
    let totals = source.totals.as_ref().unwrap();
    let options: Vec<u64> = totals.options.values().copied().collect();
    for language in LANGUAGES {
        let page = &pages[&format!("{}/results.html", language.0)];
        of_totals(page, &options, (totals.valid.unwrap(), None), language);
        of_the_rest(page, source, language);
    }
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
    // Vectors, flip.unobserved_split_even: 3,066 sheets make up 3,915,001 votes.
    assert_eq!(fewest_false(&pages, 3_915_001), (24_532, 3_066));
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
    assert_eq!(grouped(7_156_462, ','), "7,156,462");
    assert_eq!(grouped(24, '.'), "24");
    assert_eq!(percent(1, 3, ','), "33,33");
    assert_eq!(percent(1, 8, '.'), "12.50");
    assert_eq!(percent(2, 3, '.'), "66.67");
}
