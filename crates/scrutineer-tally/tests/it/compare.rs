//! Two sources of one contest.

use std::collections::BTreeMap;

use proptest::prelude::*;
use scrutineer_model::{Dataset, OptionIdx};
use scrutineer_tally::{compare_sources, sign_test};

use crate::build::{builder, contest, plurality, push, source};

/// Splits a line at commas outside quotes.
fn fields(line: &str) -> Vec<String> {
    let (mut found, mut field, mut quoted) = (Vec::new(), String::new(), false);
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => found.push(std::mem::take(&mut field)),
            other => field.push(other),
        }
    }
    found.push(field);
    found
}

/// Station to votes per list; empty cells are unread.
fn table(name: &str, lists: &[String]) -> Option<BTreeMap<String, Vec<i64>>> {
    let path = scrutineer_testkit::shared::file(&format!("data/georgia-2024/{name}"))?;
    let text = std::fs::read_to_string(path).unwrap();
    let mut records = Vec::new();
    let mut record = String::new();
    for line in text.trim_start_matches('\u{feff}').lines() {
        record.push_str(line);
        if record.matches('"').count().is_multiple_of(2) {
            records.push(fields(&std::mem::take(&mut record)));
        }
    }
    let header = records.remove(0);
    let column = |name: &str| header.iter().position(|held| held == name).unwrap();
    let key = column("division_id");
    let columns: Vec<usize> = lists.iter().map(|list| column(list)).collect();
    let number = |cell: &str| match cell.strip_suffix(".0").unwrap_or(cell) {
        "" => -1,
        digits => digits.parse().unwrap(),
    };
    let rows = records.iter().map(|record| {
        let votes = columns.iter().map(|&at| number(&record[at])).collect();
        (record[key].clone(), votes)
    });
    Some(rows.collect())
}

fn lists() -> Option<Vec<String>> {
    let path = scrutineer_testkit::shared::file(
        "data/georgia-2024/cec_scrape_proportional_electronic.csv",
    )?;
    let text = std::fs::read_to_string(path).unwrap();
    let header = text.lines().next().unwrap().split(',');
    Some(
        header
            .filter(|name| name.starts_with("CAND"))
            .map(str::to_owned)
            .collect(),
    )
}

#[test]
fn two_readings_of_a_real_election_differ_as_the_issue_states() {
    let Some(lists) = lists() else { return };
    let first = table("cec_scrape_proportional_electronic.csv", &lists).unwrap();
    let second = table("cec_scrape_proportional_electronic_ocr.csv", &lists).unwrap();
    let names: Vec<&str> = lists.iter().map(String::as_str).collect();
    let data = two(contest(&names, plurality()), &first, &second);
    let found = compare_sources(&data.sheets()[0], &data.sheets()[1]);
    assert_eq!((found.common, found.differing), (2_255, 736));
    assert_eq!((found.differing_cells, found.unread_cells), (2_336, 5_004));
    let only: Vec<&str> = found
        .only_first
        .iter()
        .map(|&at| data.stations().id(at))
        .collect();
    assert_eq!(
        (only.as_slice(), found.only_second.len()),
        (["00.60.26"].as_slice(), 0)
    );
    assert_eq!(found.same + found.differing, found.common);
}

fn two(
    contest: scrutineer_model::Contest,
    first: &BTreeMap<String, Vec<i64>>,
    second: &BTreeMap<String, Vec<i64>>,
) -> Dataset {
    let mut builder = builder(contest);
    for (id, rows) in [("first", first), ("second", second)] {
        let at = builder.source(source(id), vec![]);
        for (station, votes) in rows {
            push(&mut builder, at, station, votes);
        }
    }
    builder.finish().unwrap()
}

#[test]
fn differences_are_counted_with_their_direction() {
    let map = |rows: &[(&str, [i64; 2])]| {
        let rows = rows
            .iter()
            .map(|(id, votes)| ((*id).to_owned(), votes.to_vec()));
        rows.collect::<BTreeMap<_, _>>()
    };
    let first = map(&[("1", [10, 5]), ("2", [7, 7]), ("3", [1, -1]), ("5", [4, 4])]);
    let second = map(&[("1", [10, 5]), ("2", [9, 4]), ("3", [1, 8]), ("4", [2, 2])]);
    let data = two(contest(&["a", "b"], plurality()), &first, &second);
    let found = compare_sources(&data.sheets()[0], &data.sheets()[1]);
    assert_eq!((found.common, found.same, found.differing), (3, 2, 1));
    assert_eq!((found.only_first.len(), found.only_second.len()), (1, 1));
    assert_eq!((found.differing_cells, found.unread_cells), (2, 1));
    assert_eq!((found.options[0].net, found.options[1].net), (2, -3));
    assert_eq!((found.options[0].up, found.options[1].down), (1, 1));
    let expected = [(OptionIdx::new(0), 7, 9), (OptionIdx::new(1), 7, 4)];
    assert_eq!(found.differences[0].options, expected);
}

#[test]
fn the_sign_test_gives_the_published_probability() {
    // Forensics note, 4.11: 1,466 of 2,786, p = 0.006.
    let p = sign_test(1_466, 2_786 - 1_466);
    assert!((0.0055..0.0065).contains(&p), "{p}");
    // 2 (1 + 10 + 45) / 2^10
    assert!((sign_test(8, 2) - 112.0 / 1_024.0).abs() < 1e-12);
    assert!((sign_test(0, 0) - 1.0).abs() < 1e-12);
    assert!((sign_test(5, 5) - 1.0).abs() < 1e-12);
    // All of 1,000 one way: 2^-999.
    assert!((sign_test(1_000, 0).log2() + 999.0).abs() < 1e-6);
}

/// Two-sided binomial probability by adding whole numbers.
fn by_counting(up: u64, down: u64) -> f64 {
    let n = up + down;
    let mut row = vec![1u128];
    for _ in 0..n {
        let mut next = vec![1u128];
        next.extend(row.windows(2).map(|pair| pair[0] + pair[1]));
        next.push(1);
        row = next;
    }
    let rare = usize::try_from(up.min(down)).unwrap();
    let tail: u128 = row[..=rare].iter().sum();
    (2.0 * tail as f64 / (1u128 << n) as f64).min(1.0)
}

type Rows = BTreeMap<String, Vec<i64>>;

fn rows() -> impl Strategy<Value = Rows> {
    prop::collection::btree_map("[1-9]", prop::collection::vec(-2i64..4, 3), 0..9)
}

proptest! {
    #[test]
    fn the_sign_test_equals_counting(up in 0u64..60, down in 0u64..60) {
        prop_assert!((sign_test(up, down) - by_counting(up, down)).abs() < 1e-10);
    }

    #[test]
    fn swapping_the_sources_swaps_the_signs_and_nothing_else(a in rows(), b in rows()) {
        let data = two(contest(&["a", "b", "c"], plurality()), &a, &b);
        let there = compare_sources(&data.sheets()[0], &data.sheets()[1]);
        let back = compare_sources(&data.sheets()[1], &data.sheets()[0]);
        prop_assert_eq!(&there.only_first, &back.only_second);
        prop_assert_eq!(
            (there.same, there.differing, there.differing_cells, there.unread_cells),
            (back.same, back.differing, back.differing_cells, back.unread_cells)
        );
        for (there, back) in there.options.iter().zip(&back.options) {
            prop_assert_eq!((there.up, there.down, there.net), (back.down, back.up, -back.net));
            prop_assert!((there.sign_p - back.sign_p).abs() < 1e-15);
            prop_assert_eq!(there.absolute, back.absolute);
        }
    }
}
