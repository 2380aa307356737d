//! A declaration about one division is held against the sheets of that division.

use scrutineer_audit::FiguresVerdict::{Consistent, Differs, Undetermined};
use scrutineer_audit::WinnerVerdict::{self, Contradicted, Supported};
use scrutineer_audit::{DeclarationResult, audit};
use scrutineer_model::{Dataset, Evidence};

use crate::build::{declared, read, row, small};

/// Two stations of division N and one of S. `A` leads by 130 to 70 in all, `B` by 70 to 40 in N.
fn election(electors: u64, declarations: &str) -> Dataset {
    let rows = vec![
        row("1", 60, &[20, 30]),
        row("2", 70, &[20, 40]),
        row("3", 90, &[90, 0]),
    ];
    let mut election = small(&["A", "B"], Some(electors), rows);
    for (row, area) in election.sources[0].rows.iter_mut().zip(["N", "N", "S"]) {
        row.push(area.to_owned());
    }
    let csv = election
        .csv(&election.sources[0])
        .replacen("A,B\n", "A,B,area\n", 1);
    let text = election
        .toml()
        .replace(
            "[[contest]]",
            "[[hierarchy]]\nid = \"areas\"\nlevels = [\"area\"]\n[[contest]]",
        )
        .replace(
            "[source.columns.votes]",
            "[source.columns.divisions]\nareas = { codes = [\"area\"] }\n[source.columns.votes]",
        );
    read(&(text + declarations), &[("sheets.csv".to_owned(), csv)])
}

fn results(electors: u64, declarations: &str) -> Vec<DeclarationResult> {
    let dataset = election(electors, declarations);
    let report = audit(&dataset, &Evidence::default()).unwrap();
    let declarations = &report.contests[0].declarations;
    declarations
        .iter()
        .map(|declared| declared.results[0].clone())
        .collect()
}

fn in_area(area: &str, winner: &str) -> String {
    format!("winners = [\"{winner}\"]\nscope = {{ hierarchy = \"areas\", path = [\"{area}\"] }}")
}

#[test]
fn a_complete_count_of_a_division_is_compared_with_its_sheets_alone() {
    let text = declared("north", &[("A", 40), ("B", 70)], &in_area("N", "B"))
        + &declared("other", &[("A", 45), ("B", 65)], &in_area("N", "A"))
        + &declared("south", &[("A", 90), ("B", 0)], &in_area("S", "A"))
        + &declared("whole", &[("A", 130), ("B", 70)], "winners = [\"A\"]");
    let found = results(220, &text);
    let answers: Vec<_> = found
        .iter()
        .map(|held| (held.winner.answer, held.figures.answer.answer))
        .collect();
    assert_eq!(
        answers,
        [
            (Supported, Consistent),
            (Contradicted, Differs),
            (Supported, Consistent),
            (Supported, Consistent),
        ]
    );
    // Five votes on the other side are five votes, not ten.
    assert_eq!(found[1].figures.votes, Some(5));
    let strict = &found[1].strict;
    assert_eq!((strict["A"].observed, strict["B"].observed), (40, 70));
    assert_eq!((strict["A"].shortfall, strict["B"].shortfall), (0, 5));
}

#[test]
fn what_is_missing_anywhere_may_be_missing_in_the_division() {
    // 29 voters without a sheet, a lead of 30 in the division; with 30 there is a tie to be had.
    let text = declared("north", &[("A", 40), ("B", 70)], &in_area("N", "B"));
    let of = |missing: u64| results(220 + missing, &text).remove(0).winner.answer;
    assert_eq!(of(29), WinnerVerdict::Supported);
    assert_eq!(of(30), WinnerVerdict::Undetermined);

    let below = declared("north", &[("A", 39), ("B", 70)], &in_area("N", "B"));
    let result = results(230, &below).remove(0);
    assert_eq!(result.figures.answer.reasons, ["below-the-sheets"]);
    assert_eq!(result.figures.votes, Some(1));
    let above = declared("north", &[("A", 46), ("B", 75)], &in_area("N", "B"));
    let result = results(230, &above).remove(0);
    assert_eq!(result.figures.answer.reasons, ["above-the-missing"]);
    assert_eq!(result.figures.votes, Some(1));
}

#[test]
fn the_register_of_the_whole_is_no_total_of_a_division() {
    let part = |scope: &str| {
        declared(
            "part",
            &[("A", 30)],
            &format!("coverage = {{ printed = \"50\" }}\n{scope}"),
        )
    };
    let whole = results(220, &part("")).remove(0);
    assert_eq!(whole.readings.len(), 1);
    let north = results(220, &part(&in_area("N", "B"))).remove(0);
    assert_eq!(north.readings, []);
    assert_eq!(north.figures.answer.answer, Undetermined);
    assert_eq!(north.figures.answer.reasons, ["no-reading"]);
}
