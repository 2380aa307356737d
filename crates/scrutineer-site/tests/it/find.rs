//! The index of the search has every station once, and leads to it.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{DivisionIdx, HierarchyIdx};
use scrutineer_simulate::{Plan, simulate};
use serde_json::Value;

use crate::made::{Pages, attributes, pages};
use crate::symmetry::dataset_at;

/// The value that a file of the index hands over.
fn value(pages: &Pages, path: &str) -> Value {
    let text = pages[path]
        .strip_prefix("scrutineerFind.set(document.currentScript.src,")
        .and_then(|rest| rest.strip_suffix(");\n"));
    serde_json::from_str(text.unwrap()).unwrap()
}

fn root(pages: &Pages) -> Value {
    let index = attributes(&pages["en/index.html"], "data-index");
    value(pages, index[0].strip_prefix("../").unwrap())
}

fn part(pages: &Pages, digits: &Value) -> Value {
    value(pages, &format!("a/find-{}.js", digits.as_str().unwrap()))
}

/// Pages and rows of the polling places, in order: page, row.
fn rows(pages: &Pages) -> Vec<(String, Value)> {
    let mut rows = Vec::new();
    for digits in root(pages)["places"].as_array().unwrap() {
        let part = part(pages, digits);
        for row in part[1].as_array().unwrap() {
            let at = usize::try_from(row[3].as_u64().unwrap()).unwrap();
            rows.push((part[0][at].as_str().unwrap().to_owned(), row.clone()));
        }
    }
    rows
}

/// Ids of the stations of a row.
fn stations(row: &Value) -> Vec<String> {
    let code = row[1].as_str().unwrap();
    if let Some(count) = row[4].as_u64() {
        return (1..=count)
            .map(|number| format!("{code}:{number}"))
            .collect();
    }
    let held = row[4].as_array().unwrap().iter();
    held.map(|one| one[1].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_station_stands_in_the_index_once_and_on_the_page_that_it_names() {
    let dataset = simulate(&Plan::new(700, 3)).unwrap().to_dataset().unwrap();
    let pages = pages(&dataset);
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (page, row) in rows(&pages) {
        let html = &pages[&format!("en/{page}")];
        let ids: BTreeSet<String> = attributes(html, "id").into_iter().collect();
        let anchor = row[5].as_str().or(row[1].as_str()).unwrap();
        assert!(ids.contains(&format!("p-{anchor}")), "{page}: {row}");
        for station in stations(&row) {
            assert!(ids.contains(&station), "{page}: {station}");
            assert!(seen.insert(station, page.clone()).is_none(), "{row}");
        }
    }
    let all = dataset.stations().indices();
    let all: BTreeSet<String> = all.map(|at| dataset.stations().id(at).to_owned()).collect();
    assert_eq!(seen.into_keys().collect::<BTreeSet<_>>(), all);
}

#[test]
fn a_division_has_the_records_inside_of_it() {
    let dataset = simulate(&Plan::new(700, 3)).unwrap().to_dataset().unwrap();
    let pages = pages(&dataset);
    let rows = rows(&pages);
    let divisions = &dataset.hierarchies()[0].divisions;
    for (at, held) in root(&pages)["divisions"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
    {
        assert!(pages.contains_key(&format!("es/r/{}.html", held[3].as_str().unwrap())));
        let range = held[4].as_u64().unwrap()..held[5].as_u64().unwrap();
        let mut inside = BTreeSet::new();
        for (number, (_, row)) in (0..).zip(&rows) {
            if range.contains(&number) {
                inside.extend(stations(row));
            }
        }
        let is_in = |own: Option<DivisionIdx>| {
            own.is_some_and(|own| divisions.path(own).iter().any(|around| around.get() == at))
        };
        let all = dataset.stations().indices();
        let expected: BTreeSet<String> = all
            .filter(|&station| is_in(dataset.stations().division(HierarchyIdx::new(0), station)))
            .map(|station| dataset.stations().id(station).to_owned())
            .collect();
        assert_eq!(inside, expected, "{held}");
    }
}

/// Each word of each name leads to its record, and to no other one.
#[test]
fn words_lead_to_the_records_that_have_them() {
    let dataset = simulate(&Plan::new(700, 3)).unwrap().to_dataset().unwrap();
    let pages = pages(&dataset);
    let mut expected: BTreeSet<(String, usize)> = BTreeSet::new();
    for (number, (_, row)) in rows(&pages).iter().enumerate() {
        for text in [row[0].as_str().unwrap(), row[1].as_str().unwrap()] {
            // The names of the simulation are plain letters, digits and spaces.
            let words = text.split(' ').filter(|word| !word.is_empty());
            expected.extend(words.map(|word| (word.to_lowercase(), number)));
        }
    }
    let mut found = BTreeSet::new();
    let mut last = String::new();
    for file in root(&pages)["words"].as_array().unwrap() {
        let text = part(&pages, &file[1]);
        assert!(
            text.as_str()
                .unwrap()
                .starts_with(&format!("{} ", file[0].as_str().unwrap()))
        );
        for line in text.as_str().unwrap().lines() {
            let mut parts = line.split(' ');
            let word = parts.next().unwrap();
            assert!(last.as_str() < word, "{last} before {word}");
            word.clone_into(&mut last);
            let mut record = 0;
            for step in parts {
                record += usize::from_str_radix(step, 36).unwrap();
                found.insert((word.to_owned(), record));
            }
        }
    }
    assert_eq!(found, expected);
}

#[test]
fn a_hostile_name_stays_data_in_the_index() {
    let name = "\"]);alert(1)//\u{202e}\u{2028}</script>".to_owned() + &"x".repeat(10_000);
    let pages = pages(&dataset_at(
        &name,
        &[("A", "A", [1, 2, 3]), ("B", "B", [3, 2, 1])],
    ));
    let rows = rows(&pages);
    let shown = rows[0].1[0].as_str().unwrap();
    assert!(
        shown.starts_with("\"]);alert(1)//") && shown.chars().count() == 120,
        "{shown}"
    );
    for path in pages.keys().filter(|path| path.starts_with("a/find-")) {
        let text = value(&pages, path).to_string();
        assert!(!text.contains('\u{202e}') && text.len() < 2_000, "{path}");
    }
}
