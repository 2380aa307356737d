//! Rules and tables with everything wrong in them.

use scrutineer_indices::{Answer, Given, Library, RulesError, Scale, Table, score};

/// An index of its own: two stages of an election, a negative item, means, a rescaled total.
const OWN: &str = r#"
schema = "scrutineer/index-rules/1"
[index]
id = "stages"
version = 1
name = "Stages of an election"
publisher = "A network of observers"
unit = "election"
origin = "own"
headline = "total"
[[question]]
id = "q1"
least = 1
most = 5
label = { en = "The roll was complete", es = "El registro estaba completo" }
[[question]]
id = "q2"
least = 1
most = 5
more = "worse"
label = { en = "Voters were turned away", es = "Se rechazó a votantes" }
[[question]]
id = "q3"
least = 1
most = 5
label = { en = "Results were posted", es = "Se publicaron los resultados" }
[[measure]]
id = "voting"
label = { en = "Voting", es = "Votación" }
mean = ["q1", { of = "q2", from = 6 }]
lowest = { en = "worst", es = "peor" }
highest = { en = "best", es = "mejor" }
[[measure]]
id = "counting"
label = { en = "Counting", es = "Escrutinio" }
mean = ["q3"]
lowest = { en = "worst", es = "peor" }
highest = { en = "best", es = "mejor" }
[[measure]]
id = "total"
label = { en = "Total", es = "Total" }
mean = ["voting", "counting"]
lowest = { en = "worst", es = "peor" }
highest = { en = "best", es = "mejor" }
"#;

#[test]
fn a_new_index_needs_no_code() {
    let mut library = Library::shipped();
    library.add(OWN).unwrap();
    let mut given = Given::default();
    for (question, points) in [("q1", 4), ("q2", 1), ("q3", 2)] {
        given
            .answers
            .insert(format!("stages.{question}"), Answer::Known(points));
    }
    let score = score(library.get("stages").unwrap(), &given).unwrap();
    // By hand: (4 + (6 - 1)) / 2 = 4.5; (4.5 + 2) / 2 = 3.25.
    assert_eq!(score.points("voting").unwrap().to_string(), "4.5");
    assert_eq!(score.points("total").unwrap().to_string(), "3.25");
    assert_eq!(
        serde_json::to_string(&score.points("total")).unwrap(),
        "3.25"
    );
}

fn errors(text: &str) -> Vec<String> {
    match Library::empty().add(text) {
        Err(RulesError::Document(errors)) => errors.iter().map(ToString::to_string).collect(),
        other => vec![format!("{other:?}")],
    }
}

#[test]
fn rules_under_which_a_better_answer_makes_a_score_worse_are_refused() {
    let mixed = OWN.replace("{ of = \"q2\", from = 6 }", "\"q2\"");
    let found = errors(&mixed);
    assert!(
        found.iter().any(|error| error.contains("rise or all fall")),
        "{found:?}"
    );
}

#[test]
fn every_error_of_a_file_of_rules_is_given_with_its_line() {
    let bad = OWN
        .replace("unit = \"election\"", "unit = \"elections\"")
        .replace("headline = \"total\"", "headline = \"sum\"")
        .replacen("most = 5", "most = 0", 1)
        .replace("mean = [\"q3\"]", "mean = [\"q9\"]\nsum = [\"q3\"]")
        .replace(
            "mean = [\"voting\", \"counting\"]",
            "mean = [\"voting\", \"voting\"]",
        )
        .replace("id = \"q3\"", "id = \"q2\"");
    let found = errors(&bad);
    for part in [
        "elections",
        "the id of a measure",
        "a number above least",
        "one of sum, mean",
        "each term once",
        "each id once",
    ] {
        assert!(
            found.iter().any(|error| error.contains(part)),
            "{part}: {found:#?}"
        );
    }
    assert!(found.iter().all(|error| error.starts_with("line ")));
}

#[test]
fn an_index_is_added_once() {
    let mut library = Library::shipped();
    library.add(OWN).unwrap();
    assert_eq!(
        library.add(OWN).unwrap_err(),
        RulesError::Again("stages".to_owned())
    );
}

#[test]
fn everything_wrong_with_a_table_is_reported_with_row_and_column() {
    let text = "iso3,country,edition,status,A1,A2,A3,A4,A5,B1,B2,B3,B4,B5,B6,B7,B8,C1,C2,C3,C4,C5,C6,C7,C8,total\n\
        AAA,Aland,2024,X,7,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,many\n\
        ,,24,F,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,20\n\
        BBB,Bland,2024,NF,1,,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,20\n\
        BBB,Bland,2024,NF,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,21\n";
    let library = Library::shipped();
    let read = Table::read("t.csv", text.as_bytes(), None, Scale::AsPublished, &library);
    let found: Vec<(u64, String)> = read
        .problems
        .iter()
        .map(|problem| {
            (
                problem.row.unwrap(),
                problem.column.clone().unwrap_or_default(),
            )
        })
        .collect();
    let expected = [
        (2, "A1"),
        (2, "total"),
        (2, "status"),
        (3, ""),
        (3, "edition"),
        (5, ""),
    ];
    assert_eq!(
        found,
        expected.map(|(row, column)| (row, column.to_owned()))
    );
    let table = read.table.unwrap();
    assert_eq!((table.index.as_str(), table.rows.len()), ("fotn", 1));
    assert_eq!(
        table.rows[0].answers.len(),
        20,
        "an empty cell is a missing answer"
    );
}

#[test]
fn a_file_that_fits_no_index_says_so() {
    let library = Library::shipped();
    for bytes in [&b""[..], b"a,b\n1,2\n", b"\xff\xfe\x00", b"PK\x03\x04"] {
        let read = Table::read("t.csv", bytes, None, Scale::AsPublished, &library);
        assert!(read.table.is_none());
        assert!(
            !read.problems.is_empty() || !read.said.is_empty(),
            "{bytes:?}"
        );
    }
}
