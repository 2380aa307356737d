//! The fifteen public statements of the vectors as the folder of Venezuela carries them: nothing is lost of them, and no
//! sum and no mean of them stands in any output.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::{self, workspace_root};
use serde_json::Value;

use crate::support::{done, files, folder, json};

/// The rows of a table, by column; cells may stand in quotes.
fn rows(name: &str) -> Vec<BTreeMap<String, String>> {
    let path = workspace_root().join(format!("examples/venezuela-2024/incidents/{name}.csv"));
    let text = fs::read_to_string(path).unwrap();
    let cells = |line: &str| -> Vec<String> {
        let mut cells = vec![String::new()];
        let mut is_quoted = false;
        for c in line.chars() {
            match c {
                '"' => is_quoted = !is_quoted,
                ',' if !is_quoted => cells.push(String::new()),
                c => cells.last_mut().unwrap().push(c),
            }
        }
        cells
    };
    let mut lines = text.lines();
    let header = cells(lines.next().unwrap());
    lines
        .map(|line| header.iter().cloned().zip(cells(line)).collect())
        .collect()
}

fn statements() -> Option<Vec<Value>> {
    let document = shared::vectors("count-claims.json")?;
    let claims = document["claims"].as_array().unwrap().clone();
    assert_eq!(claims.len(), 15);
    Some(claims)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The numbers that a statement says of its act: one, or the ends of a range.
fn said(claim: &Value) -> Vec<u64> {
    ["count", "count_min", "count_max"]
        .iter()
        .filter_map(|key| claim[*key].as_u64())
        .collect()
}

/// An act, without the words for how a figure was verified.
fn act(claim: &Value) -> &str {
    text(claim, "act").split("_indep").next().unwrap()
}

#[test]
fn nothing_of_the_statements_is_lost() {
    let Some(claims) = statements() else { return };
    let (held, sources) = (rows("claims"), rows("sources"));
    for claim in &claims {
        let id = text(claim, "id");
        let row = held.iter().find(|row| row["id"] == id).unwrap();
        let source = sources
            .iter()
            .find(|source| source["id"] == row["source"])
            .unwrap();
        assert_eq!(row["act"], act(claim), "{id}");
        let numbers: Vec<u64> = ["count", "count_max"]
            .iter()
            .filter_map(|key| row[*key].parse().ok())
            .collect();
        assert_eq!(numbers, said(claim), "{id}");
        assert_eq!(
            row["qualifier"],
            text(claim, "qualifier").replace('_', "-"),
            "{id}"
        );
        assert_eq!(row["as_of"], text(claim, "as_of"), "{id}");
        assert_eq!(row["as_of_note"], text(claim, "as_of_note"), "{id}");
        assert_eq!(source["standing"], text(claim, "kind"), "{id}");
        assert_eq!(row["of"].parse().ok(), claim["of"].as_u64(), "{id}");
        // The body, and where it said it or who quotes it.
        let (body, outlet) = match text(claim, "source").split_once(", ") {
            Some((body, outlet)) if !outlet.contains(')') => (body, outlet),
            _ => (text(claim, "source"), ""),
        };
        let body = body.split(" (").next().unwrap();
        let body = body.strip_suffix(" statement").unwrap_or(body);
        assert!(source["name"].starts_with(body), "{id}: {body}");
        if !outlet.is_empty() {
            assert_eq!(row["outlet"], outlet, "{id}");
        }
        assert!(text(claim, "source").contains(&row["outlet"]), "{id}");
        // What it is broken into, by the words of this program.
        let parts: BTreeMap<String, u64> = row["parts"]
            .split(';')
            .filter_map(|part| part.split_once('='))
            .map(|(name, number)| (name.to_owned(), number.parse().unwrap()))
            .collect();
        for (name, number) in claim["parts"].as_object().into_iter().flatten() {
            let name = match name.as_str() {
                "security" => "security-force",
                "minors_over" => "minors-over",
                // Two of our groups together: the rest of the figure.
                "protester_or_bystander" => continue,
                other => other,
            };
            assert_eq!(parts.get(name).copied(), number.as_u64(), "{id} {name}");
        }
    }
    let readme = workspace_root().join("examples/venezuela-2024/README.md");
    assert!(fs::read_to_string(readme).unwrap().contains("second-hand"));
}

/// All sums and means of two or more of the numbers, but for those that somebody said.
fn combinations(claims: &[&Value]) -> (BTreeSet<u64>, BTreeSet<u64>) {
    // The ends of "hundreds", which somebody said as well.
    let mut allowed: BTreeSet<u64> = BTreeSet::from([200, 999]);
    for claim in claims {
        for number in said(claim).into_iter().chain(claim["of"].as_u64()) {
            allowed.extend([number, number + 1]);
        }
        let parts = claim["parts"].as_object().into_iter().flatten();
        allowed.extend(parts.filter_map(|(_, number)| number.as_u64()));
    }
    // Each set as (number of members, sum); a range enters with either end.
    let mut sums: BTreeSet<(u64, u64)> = BTreeSet::from([(0, 0)]);
    for claim in claims {
        let with: Vec<(u64, u64)> = sums
            .iter()
            .flat_map(|(count, sum)| {
                let each = said(claim).into_iter();
                each.map(move |number| (count + 1, sum + number))
            })
            .collect();
        sums.extend(with);
    }
    let several = sums.iter().filter(|(count, _)| *count > 1);
    let forbidden = several.flat_map(|(count, sum)| [*sum, sum / count, sum.div_ceil(*count)]);
    let forbidden = forbidden.filter(|number| !allowed.contains(number));
    (forbidden.collect(), allowed)
}

/// Every number of a document that is no part of a text.
fn numbers_of(value: &Value, found: &mut Vec<f64>) {
    match value {
        Value::Object(members) => members.values().for_each(|held| numbers_of(held, found)),
        Value::Array(items) => items.iter().for_each(|held| numbers_of(held, found)),
        Value::Number(number) => found.extend(number.as_f64()),
        _ => {}
    }
}

fn is_one_of(number: f64, all: &BTreeSet<u64>) -> bool {
    all.iter().any(|held| (*held as f64 - number).abs() < 1e-9)
}

const MONTHS: [&str; 24] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// The numbers of a text, without those of dates and of ids such as `d1`.
fn numbers_in(text: &str) -> Vec<u64> {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| *word != "de")
        .collect();
    let is_date = |at: usize| {
        let is_month = |word: Option<&&str>| {
            word.is_some_and(|word| {
                MONTHS.contains(&word.trim_matches(|c: char| !c.is_alphabetic()))
            })
        };
        is_month(words.get(at + 1)) || at > 0 && is_month(words.get(at - 1))
    };
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let is_number = |c: char| {
            c.is_ascii_digit() || c == ',' || c == '.' || c == '\u{202f}' || c == '\u{a0}'
        };
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !is_date(at) && !core.is_empty() && core.chars().all(is_number) {
            found.extend(
                core.replace([',', '.', '\u{202f}', '\u{a0}'], "")
                    .parse::<u64>(),
            );
        }
    }
    found
}

/// What stands between the tags of a page behind a place.
fn words_of(page: &str, from: &str) -> String {
    let page = &page[page.find(from).unwrap()..];
    let mut text = String::new();
    let mut is_tag = false;
    for c in page.chars() {
        match c {
            '<' => is_tag = true,
            '>' => {
                is_tag = false;
                text.push(' ');
            }
            c if !is_tag => text.push(c),
            _ => {}
        }
    }
    text
}

#[test]
fn no_sum_and_no_mean_of_the_statements_is_in_any_output() {
    let Some(claims) = statements() else { return };
    let record = workspace_root().join("examples/venezuela-2024");
    let scratch = Scratch::new();
    folder(&scratch, "e");
    for path in files(&record.join("incidents")) {
        let name = path.file_name().unwrap().to_str().unwrap();
        scratch.write(&format!("e/incidents/{name}"), fs::read(&path).unwrap());
    }
    let report = json(&scratch, &["incidents", "report", "e", "--json"]);
    let dossier = json(&scratch, &["audit", "e", "--json", "--with-conditions"]);
    let mut pages = Vec::new();
    for language in ["en", "es"] {
        let lang = ["--lang", language];
        pages.push(done(
            &scratch,
            &[&["incidents", "report", "e"][..], &lang].concat(),
        ));
        let form = ["audit", "e", "--with-conditions", "--html", "page.html"];
        done(&scratch, &[&form[..], &lang].concat());
        let page = fs::read_to_string(scratch.path().join("page.html")).unwrap();
        pages.push(words_of(&page, "<aside"));
    }
    for kind in ["killed", "detained"] {
        let of: Vec<&Value> = claims.iter().filter(|claim| act(claim) == kind).collect();
        let (forbidden, allowed) = combinations(&of);
        assert!(forbidden.len() > 20, "{kind}: {forbidden:?}");
        let form = ["incidents", "count", "e", "--act", kind];
        let count = json(&scratch, &[&form[..], &["--json"]].concat());
        let part = |document: &Value, path: &str| {
            let counts = document.pointer(path).unwrap().as_array().unwrap().clone();
            let is_meant = |held: &&Value| {
                held["act"] == kind || held.pointer("/scope/act") == Some(&kind.into())
            };
            counts.iter().find(is_meant).unwrap().clone()
        };
        for document in [
            count.clone(),
            part(&report, "/counts"),
            part(&dossier, "/conditions/incidents/counts"),
        ] {
            let mut numbers = Vec::new();
            numbers_of(&document, &mut numbers);
            let wrong = numbers
                .iter()
                .find(|number| is_one_of(**number, &forbidden));
            assert_eq!(wrong, None, "{kind}: {document}");
        }
        let mut texts = Vec::new();
        for language in ["en", "es"] {
            let text = done(&scratch, &[&form[..], &["--lang", language]].concat());
            texts.extend(text.lines().map(str::to_owned));
        }
        // A text of both acts has the numbers of either.
        let other: Vec<&Value> = claims.iter().filter(|claim| act(claim) != kind).collect();
        let of_both: BTreeSet<u64> = combinations(&other).1.union(&allowed).copied().collect();
        texts.extend(pages.iter().cloned());
        for text in texts {
            let wrong = numbers_in(&text)
                .into_iter()
                .find(|number| forbidden.contains(number) && !of_both.contains(number));
            assert_eq!(wrong, None, "{kind}: {text}");
        }
        // The figures are there, each in the standing of its source, and so is how many sources are independent.
        let figures = &count["figures"];
        for place in ["lowest", "credible", "highest"] {
            let id = text(&figures[place], "claim");
            let claim = of.iter().find(|claim| claim["id"] == id).unwrap();
            assert_eq!(figures[place]["standing"], claim["kind"], "{kind} {place}");
        }
        for party in figures["parties"].as_array().unwrap() {
            let claim = of.iter().find(|claim| claim["id"] == party["claim"]);
            assert_eq!(claim.unwrap()["kind"], "party");
        }
        assert_eq!(
            figures["independent"].as_u64(),
            Some(independent(&of)),
            "{kind}"
        );
    }
    // The parts of the statements, and what must be known about a date.
    let text = &pages[0];
    for words in [
        "minors 101",
        "Freedom House, statement",
        "about the date: date assumed, statement says early reports",
    ] {
        let day = ["incidents", "report", "e", "--as-of", "2024-08-01"];
        let early = done(&scratch, &day);
        assert!(
            text.contains(words) || early.contains(words),
            "{words}: {text}{early}"
        );
    }
}

/// The size of a largest set of sources of which none rests on another and no two on a third, from the vectors alone; who
/// repeats others without saying whom is in none.
fn independent(claims: &[&Value]) -> u64 {
    let mut rests: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for claim in claims {
        let body = text(claim, "source")
            .split([',', '('])
            .next()
            .unwrap()
            .trim();
        let body = body.strip_suffix(" statement").unwrap_or(body).to_owned();
        let from: Vec<String> = claim["derived_from"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect();
        let repeats = ["secondary", "compilation"].contains(&text(claim, "kind"));
        if !repeats || !from.is_empty() {
            let held = rests.entry(body.clone()).or_default();
            held.insert(body);
            held.extend(from);
        }
    }
    let all: Vec<&BTreeSet<String>> = rests.values().collect();
    let is_apart = |set: u32| {
        let members: Vec<&&BTreeSet<String>> = all
            .iter()
            .enumerate()
            .filter(|(at, _)| set & (1 << at) != 0)
            .map(|(_, held)| held)
            .collect();
        let pairs = members.iter().enumerate();
        pairs
            .flat_map(|(at, one)| members[at + 1..].iter().map(move |other| (one, other)))
            .all(|(one, other)| one.is_disjoint(other))
    };
    let sets = (0..1_u32 << all.len()).filter(|set| is_apart(*set));
    sets.map(|set| u64::from(set.count_ones())).max().unwrap()
}
