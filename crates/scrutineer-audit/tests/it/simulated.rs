//! Synthetic elections with known truth (`spec/scenarios.md`).

use scrutineer_audit::{FiguresVerdict, WinnerVerdict, audit_core};
use scrutineer_model::Evidence;
use scrutineer_simulate::{Plan, Scenario, Share, simulate};

/// Below this many sheets the lead of the defaults varies.
const STATIONS: u32 = 1_500;

fn percent(text: &str) -> Share {
    text.parse().unwrap()
}

fn answers(plan: &Plan) -> (WinnerVerdict, FiguresVerdict) {
    let dataset = simulate(plan).unwrap().to_dataset().unwrap();
    let report = audit_core(&dataset, &Evidence::default()).unwrap();
    let declaration = report.contests[0].declarations.last().unwrap();
    let result = &declaration.results[0];
    (result.winner.answer, result.figures.answer.answer)
}

fn words((winner, figures): (WinnerVerdict, FiguresVerdict)) -> (&'static str, &'static str) {
    let winner = match winner {
        WinnerVerdict::Supported => "supported",
        WinnerVerdict::Contradicted => "contradicted",
        WinnerVerdict::Undetermined => "undetermined",
    };
    let figures = match figures {
        FiguresVerdict::Consistent => "consistent",
        FiguresVerdict::Differs => "differs",
        FiguresVerdict::Infeasible => "infeasible",
        FiguresVerdict::Undetermined => "undetermined",
    };
    (winner, figures)
}

#[test]
fn a_thousand_honest_elections_with_slips_and_missing_sheets_are_never_contradicted() {
    let mut supported = 0;
    for seed in 0..1_000 {
        let plan = Plan::small(seed)
            .slips(percent("0.5"))
            .missing(percent("10"));
        let (winner, _) = answers(&plan);
        assert_ne!(winner, WinnerVerdict::Contradicted, "seed {seed}");
        supported += u32::from(winner == WinnerVerdict::Supported);
    }
    // An audit that never answers would pass the line above.
    assert!(supported > 100, "{supported}");
}

#[test]
fn every_scenario_gives_its_stated_pair_of_answers() {
    for scenario in Scenario::ALL {
        for seed in [1, 2] {
            let plan = Plan::new(STATIONS, seed).scenario(scenario);
            let expected = scenario.answers_when_complete();
            let found = words(answers(&plan));
            assert_eq!(
                found,
                (expected.winner, expected.figures),
                "{} {seed}",
                scenario.word()
            );
            let Some(expected) = scenario.answers_when_missing() else {
                continue;
            };
            let found = words(answers(&plan.missing(percent("5"))));
            let name = scenario.word();
            assert_eq!(
                found,
                (expected.winner, expected.figures),
                "{name} {seed}, 5 % missing"
            );
        }
    }
}
