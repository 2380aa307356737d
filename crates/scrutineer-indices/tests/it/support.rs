//! Tables of the shared folder, by digest.

use std::fs;

use scrutineer_indices::{Given, Library, Row, Scale, Score, Table, score};
use scrutineer_testkit::shared;

/// Files of `data/indices`, with the SHA-256 of the bytes that the expected numbers are about.
pub(crate) const FIW: (&str, &str) = (
    "fiw_question_scores_2013_2025.csv",
    "0b2e7254e4fe5690ba1932de2bf2c8d4a9167c5ce783eb2f3857c8387f72b974",
);
pub(crate) const FOTN: (&str, &str) = (
    "fotn_question_scores_2024.csv",
    "000e5c80bd2838cd00ec48cb78864c2574986d58fdb243c76d82ce98f2881f0e",
);
pub(crate) const FOTN_TOTALS: (&str, &str) = (
    "fotn_venezuela_totals.csv",
    "a750f2577821e42e9ebcf7ee24c3fb5f0df33d28ca0c8ac2be56058789214807",
);
pub(crate) const EVI: (&str, &str) = (
    "evi_published.csv",
    "78c36f35f872f066744478aaa5a8a821f4ee30f612cb3a7656aa9e2f6190f5b0",
);
pub(crate) const EVI_COMPUTED: (&str, &str) = (
    "evi_recomputed_fotn2024.csv",
    "86fc0daaafc50f73fecf2a69a0b17f226d5fccd875385ccf062c115c333397af",
);

/// The bytes of a shared file; `None`, with a printed line, where the folder is absent.
pub(crate) fn bytes((name, sha256): (&str, &str)) -> Option<Vec<u8>> {
    let path = shared::file(&format!("data/indices/{name}"))?;
    let bytes = fs::read(path).unwrap();
    let found = scrutineer_indices::sha256_hex(&bytes);
    assert_eq!(found, sha256, "{name} is another file");
    Some(bytes)
}

/// A shared table that has nothing wrong.
pub(crate) fn table(file: (&str, &str), index: &str) -> Option<Table> {
    let bytes = bytes(file)?;
    // The totals of 2017 in the shared folder are turned round already, as its README says.
    let scale = if file == FOTN_TOTALS {
        Scale::TurnedRound
    } else {
        Scale::AsPublished
    };
    let read = Table::read(file.0, &bytes, Some(index), scale, &Library::shipped());
    assert_eq!((read.problems, read.said), (Vec::new(), Vec::new()));
    read.table
}

/// Lines of a CSV file without quotes inside, as name and value.
pub(crate) fn lines(bytes: &[u8]) -> Vec<Vec<(String, String)>> {
    let text = std::str::from_utf8(bytes).unwrap();
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    lines
        .map(|line| {
            let cells = line.split(',').map(str::to_owned);
            header.iter().map(ToString::to_string).zip(cells).collect()
        })
        .collect()
}

/// A cell of a line.
pub(crate) fn cell<'l>(line: &'l [(String, String)], name: &str) -> &'l str {
    &line.iter().find(|(held, _)| held == name).unwrap().1
}

/// The score of one row by its questions alone, without the published parts beside them.
pub(crate) fn of_answers(library: &Library, index: &str, rows: &[(&str, &Row)]) -> Score {
    let rules = library.get(index).unwrap();
    let mut given = Given::default();
    for (of, row) in rows {
        row.give(of, rules, &mut given);
    }
    given.parts.clear();
    score(rules, &given).unwrap()
}
