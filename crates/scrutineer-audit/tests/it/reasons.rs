//! Every answer that a small election can be given by the rules for declared figures, with numbers
//! worked out by hand.

use scrutineer_audit::{DeclarationResult, FiguresVerdict, ReadingKind, WinnerVerdict, audit};
use scrutineer_model::{
    Cell, Dataset, DatasetBuilder, Evidence, Field, Message, OptionIdx, SheetRow, StationEntry,
    Value,
};

use crate::build::{Small, declared, read, row, small};

fn results(dataset: &Dataset) -> Vec<DeclarationResult> {
    let report = audit(dataset, &Evidence::default()).unwrap();
    let declarations = &report.contests[0].declarations;
    declarations
        .iter()
        .map(|declared| declared.results[0].clone())
        .collect()
}

fn ids(messages: &[Message]) -> Vec<&str> {
    messages.iter().map(|message| message.id.as_str()).collect()
}

/// Five stations with 180 voters and five with 20. At each half of the voters chose `A` and a quarter
/// `B`, so that the sheets have 500 and 250 votes.
fn large_and_small(declarations: &str) -> Dataset {
    let station = |at: u64, size: u64| row(&at.to_string(), size, &[size / 2, size / 4]);
    let large = (0..5).map(|at| station(at, 180));
    let small_ones = (5..10).map(|at| station(at, 20));
    let election = small(&["A", "B"], Some(1000), large.chain(small_ones).collect());
    let tables = "[[contest.register]]\nid = \"tables\"\nfigure = \"stations\"\ntotal = 10\n\
                  source = \"gazette\"\napplies = \"yes\"\n[[source]]\n";
    let text = election.toml().replacen("[[source]]\n", tables, 1) + declarations;
    let csv = election.csv(&election.sources[0]);
    read(&text, &[("sheets.csv".to_owned(), csv)])
}

/// At least 49.5 % of 1,000 voters: 505 are left out, half of whom chose `A`, so at least 247.5 votes
/// are inside. At least 4.95 of 10 tables: 5 are left out, the large ones, so 50 votes are inside. At
/// least 49.5 % of the valid votes: of `A` + 100 declared, `A` + 100 over 0.495 less `A` + 100 are left
/// out, two thirds of them for `A`.
#[test]
fn a_coverage_of_large_or_of_small_stations_depends_on_the_reading_to_the_last_vote() {
    let half = "coverage = { printed = \"50\" }";
    let of = |votes: u64| {
        let text = declared("part", &[("A", votes), ("B", 100)], half);
        results(&large_and_small(&text)).remove(0)
    };
    let possible = of(50);
    assert_eq!(possible.figures.answer.answer, FiguresVerdict::Undetermined);
    assert_eq!(possible.figures.answer.reasons, ["depends-on-reading"]);
    assert_eq!(possible.figures.votes, None);
    assert_eq!(
        ids(&possible.figures.answer.would_change)[0],
        "change-coverage-meaning"
    );
    // The range printed beside the declaration is that of the reading which asks least of it; at each
    // large table half as many chose `B`.
    assert_eq!(possible.possible["A"], Some([Some(50), Some(500)]));
    assert_eq!(possible.possible["B"], Some([Some(25), Some(250)]));
    let least = |kind| {
        let reading = possible.readings.iter().find(|held| held.reading == kind);
        let held = reading.unwrap().favourable.as_ref().unwrap();
        (held.minimum_votes["A"], held.shortfall["A"])
    };
    assert_eq!(least(ReadingKind::Electors), (248, 198));
    assert_eq!(least(ReadingKind::Tables), (50, 0));
    // 150 / 0.495 - 150 = 153.03, two thirds of it 102.02.
    assert_eq!(least(ReadingKind::ValidVotes), (398, 348));

    let impossible = of(49);
    assert_eq!(impossible.figures.answer.answer, FiguresVerdict::Infeasible);
    assert_eq!(impossible.figures.answer.reasons, ["every-reading"]);
    assert_eq!(impossible.figures.votes, Some(1));
    assert_eq!(impossible.figures.reading, None);
    let about = &impossible.figures.answer.explanations[0];
    assert_eq!(about.id, "reason-every-reading");
    assert_eq!(about.args["target"], Value::from("A"));
    assert_eq!(
        numbers(about, ["declared", "minimum", "observed", "possible_max"]),
        [49, 50, 500, 500]
    );
}

fn numbers<const N: usize>(message: &Message, names: [&str; N]) -> [i64; N] {
    names.map(|name| match message.args.get(name) {
        Some(Value::Integer(number)) => *number,
        other => panic!("{name}: expected a number, found {other:?}"),
    })
}

/// 140 votes on the sheets, `A` ahead by 40, and 60 more that may be missing.
fn ahead_by_forty(electors: Option<u64>, votes: [u64; 2], winner: &str) -> DeclarationResult {
    let rows = vec![row("1", 100, &[50, 30]), row("2", 100, &[40, 20])];
    let [a, b] = votes;
    let winner = format!("winners = [\"{winner}\"]");
    let election = Small {
        declarations: declared("final", &[("A", a), ("B", b)], &winner),
        ..small(&["A", "B"], electors, rows)
    };
    results(&election.dataset()).remove(0)
}

#[test]
fn a_sentence_has_the_numbers_that_it_is_about() {
    // 60 and 30 votes more than on the sheets, of which 60 can be missing.
    let result = ahead_by_forty(Some(260), [150, 80], "A");
    assert_eq!(result.figures.votes, Some(30));
    let about = &result.figures.answer.explanations[0];
    assert_eq!(about.id, "reason-above-the-missing");
    assert_eq!(about.args["target"], Value::from("A"));
    assert_eq!(about.args["label"], Value::from("observer"));
    assert_eq!(about.args["winners"], Value::List(vec!["A".to_owned()]));
    assert_eq!(about.args["runner_up"], Value::from("B"));
    assert_eq!(about.args["register"], Value::from("list"));
    assert_eq!(
        numbers(about, ["declared", "observed", "possible_max", "votes"]),
        [150, 90, 150, 30]
    );
    assert_eq!(
        numbers(about, ["lead", "margin", "missing", "sheets"]),
        [40, 40, 60, 2]
    );
    let compared = |votes| {
        let result = ahead_by_forty(Some(260), votes, "A");
        result.figures.answer.statement.args["compared"].clone()
    };
    // 99 + 0 votes more are 39 too many, 100 are 40: the whole lead.
    assert_eq!(compared([189, 50]), Value::from("smaller"));
    assert_eq!(compared([190, 50]), Value::from("reaching"));
}

#[test]
fn what_would_change_an_answer_is_what_it_lacks() {
    let open = ahead_by_forty(Some(260), [90, 50], "A").winner;
    assert_eq!(open.reasons, ["missing-can-change"]);
    assert_eq!(
        ids(&open.would_change),
        ["change-sheets", "change-register"]
    );

    let unbounded = ahead_by_forty(None, [190, 50], "A");
    assert_eq!(unbounded.winner.reasons, ["not-bounded"]);
    assert_eq!(ids(&unbounded.winner.would_change)[0], "change-capacity");
    assert_eq!(unbounded.figures.answer.reasons, ["not-bounded"]);
    let figures = ids(&unbounded.figures.answer.would_change);
    assert_eq!(figures[0], "change-capacity");

    let settled = ahead_by_forty(Some(239), [90, 50], "A").winner;
    assert_eq!(settled.reasons, ["lead-exceeds-missing"]);
    assert_eq!(
        ids(&settled.would_change)[..2],
        ["change-ballots", "change-copies"]
    );
}

#[test]
fn a_coverage_of_an_unknown_whole_has_no_reading() {
    let part = declared("part", &[("A", 10)], "coverage = { printed = \"50\" }");
    let rows = vec![row("1", 100, &[60, 20])];
    let open = Small {
        declarations: part.clone(),
        ..small(&["A", "B"], None, rows.clone())
    };
    let result = results(&open.dataset()).remove(0);
    assert_eq!(result.readings, []);
    assert_eq!(result.figures.answer.answer, FiguresVerdict::Undetermined);
    assert_eq!(result.figures.answer.reasons, ["no-reading"]);
    assert_eq!(
        ids(&result.figures.answer.would_change)[0],
        "change-coverage-meaning"
    );

    // With a register the same words have a reading: 50.5 of 100 voters may be left out, and with them
    // 30.3 of 60 votes, so that 29.7 are inside and 10 are too few.
    let known = Small {
        declarations: part,
        ..small(&["A", "B"], Some(100), rows)
    };
    let result = results(&known.dataset()).remove(0);
    assert_eq!(result.readings.len(), 1);
    let electors = result.readings[0].favourable.as_ref().unwrap();
    assert_eq!(electors.shortfall["A"], 20);
    assert_eq!(result.figures.answer.reasons, ["depends-on-reading"]);
}

/// 110 votes for `A`, 50 for `B`, nothing missing, and a declaration of voters and perhaps of a name.
/// The folder asks every declaration for votes or a percentage; other ways to a data set need not.
fn without_a_number(winners: &[usize]) -> DeclarationResult {
    let sheets = [("1", [100, 60, 20]), ("2", [100, 50, 30])];
    let rows = sheets.map(|(id, [registered, a, b])| row(id, registered, &[a, b]));
    let folder = Small {
        declarations: declared("silent", &[("A", 110)], "voters = 170"),
        ..small(&["A", "B"], Some(200), rows.to_vec())
    };
    let model = folder.dataset();
    let mut declaration = model.declarations()[0].clone();
    declaration.options.clear();
    declaration.winners = winners.iter().copied().map(OptionIdx::new).collect();
    let (election, contests) = (model.election().clone(), model.contests().to_vec());
    let mut builder = DatasetBuilder::new(election, contests, Vec::new());
    let source = model.source(model.sheets()[0].source()).clone();
    let source = builder.source(source, vec![Field::Registered]);
    for (id, counts) in sheets {
        let row = SheetRow {
            station: builder.station(id, &StationEntry::default()).unwrap(),
            cells: &counts.map(|count| Cell::new(count).unwrap()),
            sequence: 0,
            picture: 0,
            file: 0,
            row: 1,
        };
        builder.sheet(source, &row).unwrap();
    }
    builder.declaration(declaration);
    results(&builder.finish().unwrap()).remove(0)
}

#[test]
fn a_declaration_without_a_number_of_the_contest_has_nothing_to_compare() {
    let (named, silent) = (without_a_number(&[0]), without_a_number(&[]));
    for result in [&named, &silent] {
        assert_eq!(result.figures.answer.answer, FiguresVerdict::Undetermined);
        assert_eq!(result.figures.answer.reasons, ["nothing-comparable"]);
        assert!(result.strict.is_empty());
    }
    // A name alone is still an answer to the first question.
    assert_eq!(named.winner.answer, WinnerVerdict::Supported);
    assert_eq!(named.winner.reasons, ["complete"]);
    assert_eq!(silent.winner.answer, WinnerVerdict::Undetermined);
    assert_eq!(silent.winner.reasons, ["no-declared-winner"]);
    assert_eq!(ids(&silent.winner.would_change), ["change-breakdown"]);
}

/// Percentages alone, of 160 votes on the sheets and 40 more that may be missing: `A` has 110 of them,
/// so between 110 / 200 and 150 / 200.
#[test]
fn printed_shares_are_held_against_both_ends_of_what_is_possible() {
    let rows = vec![row("1", 80, &[60, 20]), row("2", 80, &[50, 30])];
    let of = |electors: Option<u64>, percent: &str| {
        let mut election = small(&["A", "B"], electors, rows.clone());
        election.declarations = declared("shares", &[], "")
            + &format!("[[declaration.votes]]\noption = \"A\"\npercent = \"{percent}\"\n");
        let figures = results(&election.dataset()).remove(0).figures;
        (figures.answer.answer, figures.answer.reasons.concat())
    };
    let infeasible = (FiguresVerdict::Infeasible, "share-out-of-bounds".to_owned());
    let possible = (FiguresVerdict::Consistent, "shares-possible".to_owned());
    // Printed whole, a share stands for half a point to either side.
    assert_eq!(of(Some(200), "54"), infeasible);
    assert_eq!(of(Some(200), "54.9"), infeasible);
    assert_eq!(of(Some(200), "55"), possible);
    assert_eq!(of(Some(200), "75"), possible);
    assert_eq!(of(Some(200), "75.1"), infeasible);
    assert_eq!(of(Some(200), "76"), infeasible);
    // 110 / 160 and nothing else where nothing is missing.
    assert_eq!(of(Some(160), "68.75"), possible);
    assert_eq!(of(Some(160), "68.74"), infeasible);
    assert_eq!(of(Some(160), "68.76"), infeasible);
    let mut second = small(&["A", "B"], Some(160), rows.clone());
    second.declarations = declared("shares", &[], "")
        + "[[declaration.votes]]\noption = \"A\"\npercent = \"69\"\n"
        + "[[declaration.votes]]\noption = \"B\"\npercent = \"30\"\n";
    let figures = results(&second.dataset()).remove(0).figures;
    let about = &figures.answer.explanations[0];
    assert_eq!(about.id, "reason-share-out-of-bounds");
    assert_eq!(about.args["target"], Value::from("B"));
    assert_eq!(numbers(about, ["observed", "possible_max"]), [50, 50]);
    let unknown = (FiguresVerdict::Undetermined, "not-bounded".to_owned());
    assert_eq!(of(None, "10"), unknown);
}
