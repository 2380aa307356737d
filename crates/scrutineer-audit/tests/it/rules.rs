//! Outcome rules, tickets, hierarchies and rival readings, from the folder to the answers.

use scrutineer_audit::{DeclarationResult, FiguresVerdict, WinnerVerdict, attach_divisions, audit};
use scrutineer_model::Evidence;

use crate::build::{Small, declared, read, row, small};

const LETTERS: [&str; 27] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
    "t", "u", "v", "w", "x", "y", "z", "zz",
];

/// One sheet with these votes, `missing` votes elsewhere, and a declaration of these winners.
fn answer(rule: &'static str, votes: &[u64], missing: u64, winners: &[&str]) -> DeclarationResult {
    let registered: u64 = votes.iter().sum();
    let mut election = Small {
        rule,
        ..small(
            &LETTERS[..votes.len()],
            Some(registered + missing),
            vec![row("1", registered, votes)],
        )
    };
    let winners = winners.join("\", \"");
    election.declarations = declared(
        "final",
        &[("a", votes[0])],
        &format!("winners = [\"{winners}\"]"),
    );
    let report = election.report();
    report.contests[0].declarations[0].results[0].clone()
}

/// Presidential first round of 10 April 2022, decision no. 2022-195 PDR: nobody has a majority.
const FIRST_ROUND: [u64; 12] = [
    9_783_058, 8_133_828, 7_712_520, 2_485_226, 1_679_001, 1_627_853, 1_101_387, 802_422, 725_176,
    616_478, 268_904, 197_094,
];

#[test]
fn a_published_first_round_sends_its_first_two_to_a_runoff() {
    let rule = r#"{ kind = "majority", share = "1/2", runoff = 2 }"#;
    let at = |missing, winners: &[&str]| answer(rule, &FIRST_ROUND, missing, winners).winner;
    assert_eq!(at(0, &["a", "b"]).reasons, ["complete"]);
    // 421,308 votes lie between the second and the third.
    assert_eq!(at(421_307, &["a", "b"]).answer, WinnerVerdict::Supported);
    assert_eq!(at(421_307, &["a", "b"]).reasons, ["lead-exceeds-missing"]);
    assert_eq!(at(421_308, &["a", "b"]).answer, WinnerVerdict::Undetermined);
    assert_eq!(at(1_000_000, &["a"]).answer, WinnerVerdict::Contradicted);
}

/// Canvass of a senate election of 9 May 2022, the first fourteen candidates for twelve seats.
#[test]
fn a_published_election_of_twelve_seats_gives_the_proclaimed_set() {
    let votes = [
        26_612_434, 24_264_969, 23_396_954, 20_602_655, 20_271_458, 19_475_592, 19_295_314,
        18_734_336, 18_486_034, 15_841_858, 15_420_807, 15_108_625, 13_263_970, 13_104_710,
    ];
    let rule = r#"{ kind = "plurality", winners = 12 }"#;
    let elected = &LETTERS[..12];
    let gap = 15_108_625 - 13_263_970;
    assert_eq!(
        answer(rule, &votes, gap - 1, elected).winner.answer,
        WinnerVerdict::Supported
    );
    assert_eq!(
        answer(rule, &votes, gap, elected).winner.answer,
        WinnerVerdict::Undetermined
    );
    let other: Vec<&str> = LETTERS[..11].iter().chain(&["m"]).copied().collect();
    assert_eq!(
        answer(rule, &votes, 1_000_000, &other).winner.answer,
        WinnerVerdict::Contradicted
    );
}

/// Second votes of a federal election of 26 September 2021; twenty small lists share the rest.
#[test]
fn a_published_threshold_of_five_percent_passes_the_known_lists() {
    let named = [
        11_955_434, 8_775_471, 6_852_206, 5_319_952, 4_803_902, 2_402_827, 2_270_906,
    ];
    let rest = 46_442_023 - named.iter().sum::<u64>();
    let votes: Vec<u64> = named
        .into_iter()
        .chain(std::iter::repeat_n(rest / 20, 20))
        .collect();
    let rule = r#"{ kind = "threshold", share = "5/100" }"#;
    assert_eq!(
        answer(rule, &votes, 50_000, &LETTERS[..6]).winner.answer,
        WinnerVerdict::Supported
    );
    assert_eq!(
        answer(rule, &votes, 50_000, &LETTERS[..7]).winner.answer,
        WinnerVerdict::Contradicted
    );
    assert_eq!(
        answer(rule, &votes, 55_000, &LETTERS[..7]).winner.answer,
        WinnerVerdict::Undetermined
    );
}

#[test]
fn tickets_of_an_option_and_two_hierarchies_add_up() {
    let election = small(&["A", "B"], Some(400), Vec::new());
    let text = election
        .toml()
        .replace("[[contest]]", "[[hierarchy]]\nid = \"administrative\"\nlevels = [\"state\", \"town\"]\n[[hierarchy]]\nid = \"seats\"\nlevels = [\"seat\"]\n[[contest]]")
        .replace("name = \"Name A\"", "name = \"Name A\"\ntickets = [\"A1\", \"A2\"]")
        .replace("A = \"A\"", "A1 = \"A1\"\nA2 = \"A2\"")
        .replace(
            "[source.columns.votes]",
            "[source.columns.divisions]\nadministrative = { codes = [\"state\", \"town\"] }\nseats = { codes = [\"seat\"] }\n[source.columns.votes]",
        );
    let csv = "station,registered,valid,A1,A2,B,state,town,seat\n\
               1,100,60,10,20,30,N,x,1\n2,100,50,5,5,40,N,y,2\n3,100,90,45,45,0,S,x,2\n";
    let dataset = read(&text, &[("sheets.csv".to_owned(), csv.to_owned())]);
    let mut report = audit(&dataset, &Evidence::default()).unwrap();
    let totals = report.contests[0].sources[0].totals.clone().unwrap();
    assert_eq!((totals.options["A"], totals.options["B"]), (130, 70));
    let tickets = totals.tickets.unwrap();
    assert_eq!((tickets["A1"], tickets["A2"], tickets["B"]), (60, 70, 70));
    for (level, expected) in [
        ("state", vec![("N", 40, 70), ("S", 90, 0)]),
        ("seat", vec![("1", 30, 30), ("2", 100, 40)]),
    ] {
        attach_divisions(&mut report, &dataset, level).unwrap();
        let found = &report.contests[0].sources[0].divisions;
        let found: Vec<_> = found
            .iter()
            .map(|held| {
                (
                    held.path[0].code.as_str(),
                    held.options["A"][0],
                    held.options["B"][0],
                )
            })
            .collect();
        assert_eq!(found, expected);
    }
    let levels = &report.contests[0].sources[0].coverage.divisions_reported;
    assert_eq!(
        (
            levels["administrative"]["state"],
            levels["administrative"]["town"]
        ),
        (2, 3)
    );
    assert_eq!(levels["seats"]["seat"], 2);
}

#[test]
fn two_rows_for_a_station_without_an_order_make_the_totals_an_interval() {
    let mut election = small(
        &["A", "B"],
        Some(200),
        vec![
            row("1", 100, &[50, 30]),
            row("2", 100, &[40, 20]),
            row("2", 100, &[35, 25]),
        ],
    );
    election.declarations = declared("final", &[("A", 87), ("B", 53)], "")
        + &declared("high", &[("A", 91), ("B", 50)], "");
    let report = election.report();
    let source = &report.contests[0].sources[0];
    assert_eq!(source.totals, None);
    let totals = source.totals_interval.as_ref().unwrap();
    assert_eq!(
        (totals.options["A"], totals.options["B"]),
        ([85, 90], [50, 55])
    );
    assert_eq!(source.chain.links()[4].reasons, ["5-interval"]);
    let of = |at: usize| &report.contests[0].declarations[at].results[0];
    assert_eq!(of(0).winner.answer, WinnerVerdict::Supported);
    assert_eq!(of(0).figures.answer.answer, FiguresVerdict::Consistent);
    assert_eq!(of(1).figures.answer.answer, FiguresVerdict::Differs);
}

#[test]
fn figures_follow_each_rule_of_a_complete_count() {
    // 140 votes on the sheets, room for 60 more.
    let election = small(
        &["A", "B"],
        Some(260),
        vec![row("1", 100, &[50, 30]), row("2", 100, &[40, 20])],
    );
    for (votes, verdict, reason, by) in [
        ([120, 80], FiguresVerdict::Consistent, "all-possible", None),
        (
            [89, 80],
            FiguresVerdict::Infeasible,
            "below-the-sheets",
            Some(1),
        ),
        (
            [130, 71],
            FiguresVerdict::Infeasible,
            "above-the-missing",
            Some(1),
        ),
    ] {
        let mut election = election.clone();
        let [a, b] = votes;
        election.declarations = declared("final", &[("A", a), ("B", b)], "");
        let report = election.report();
        let figures = &report.contests[0].declarations[0].results[0].figures;
        assert_eq!(figures.answer.answer, verdict, "{votes:?}");
        assert_eq!(figures.answer.reasons, [reason], "{votes:?}");
        assert_eq!(figures.votes, by, "{votes:?}");
    }
    let mut open = election;
    open.electors = None;
    open.declarations = declared("final", &[("A", 91), ("B", 50)], "");
    let report = open.report();
    let figures = &report.contests[0].declarations[0].results[0].figures;
    assert_eq!(figures.answer.reasons, ["not-bounded"]);
}
