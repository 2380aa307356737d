//! The 24,532 sheets of the shared folder. Expected numbers: `vectors/venezuela-2024-audit.json`
//! (computed by other programs), `reference/forensics.md` with its amendments.

use std::sync::OnceLock;

use scrutineer_audit::{
    AuditReport, DeclarationResult, Extent, FiguresVerdict, LinkStatus, ReadingKind, ReadingReport,
    SourceReport, StandingVerdict, WinnerVerdict, attach_divisions, audit, audit_core,
};
use scrutineer_model::{Dataset, Evidence};
use scrutineer_testkit::{examples, shared};
use serde_json::Value;

struct Real {
    dataset: Dataset,
    report: AuditReport,
    vectors: Value,
}

fn real() -> Option<&'static Real> {
    static REAL: OnceLock<Option<Real>> = OnceLock::new();
    REAL.get_or_init(|| {
        let dataset = examples::load("venezuela-2024")?.dataset;
        let report = audit(&dataset, &Evidence::default()).unwrap();
        let vectors = shared::vectors("venezuela-2024-audit.json")?;
        Some(Real {
            dataset,
            report,
            vectors,
        })
    })
    .as_ref()
}

impl Real {
    fn source(&self) -> &SourceReport {
        &self.report.contests[0].sources[0]
    }

    fn result(&self, declaration: usize) -> &DeclarationResult {
        &self.report.contests[0].declarations[declaration].results[0]
    }

    fn number(&self, pointer: &str) -> u64 {
        let found = self.vectors.pointer(pointer);
        found
            .and_then(Value::as_u64)
            .unwrap_or_else(|| panic!("{pointer}"))
    }
}

fn reading(result: &DeclarationResult, kind: ReadingKind) -> &ReadingReport {
    result
        .readings
        .iter()
        .find(|held| held.reading == kind)
        .unwrap()
}

fn statuses(result: &DeclarationResult) -> Vec<LinkStatus> {
    result.chain.statuses()
}

#[test]
fn totals_and_coverage_are_those_of_the_vectors() {
    let Some(real) = real() else { return };
    let source = real.source();
    let totals = source.totals.as_ref().unwrap();
    let contest = real.dataset.contest(scrutineer_model::ContestIdx::new(0));
    for option in &contest.options {
        let id = option.id.as_str();
        assert_eq!(totals.options[id], real.number(&format!("/national/{id}")));
    }
    assert_eq!(totals.valid, Some(real.number("/national/VOTOS_VALIDOS")));
    assert_eq!(totals.invalid, Some(real.number("/national/VOTOS_NULOS")));
    assert_eq!(totals.ballots, Some(real.number("/national/VOT")));
    assert_eq!(totals.registered, Some(real.number("/national/RE")));
    assert_eq!(totals.blank, None);
    let coverage = &source.coverage;
    let levels = &coverage.divisions_reported["administrative"];
    for (level, key) in [
        ("state", "states"),
        ("municipality", "municipalities"),
        ("parish", "parishes"),
    ] {
        assert_eq!(
            levels[level],
            real.number(&format!("/input/{key}")),
            "{level}"
        );
    }
    assert_eq!(
        coverage.places_reported,
        Some(real.number("/input/centres"))
    );
    assert_eq!(coverage.stations_reported, real.number("/input/sheets"));
    assert_eq!(coverage.stations_complete, real.number("/input/sheets"));
    assert_eq!(coverage.stations_expected, Some(30_026));
    assert_eq!(coverage.places_expected, Some(15_797));
    assert_eq!(coverage.registered_expected, Some(21_321_805));
    assert_eq!(
        coverage.missing_by_reason.values().sum::<u64>(),
        30_026 - 24_532
    );
}

#[test]
fn first_place_is_decided_under_all_three_registers() {
    let Some(real) = real() else { return };
    let source = real.source();
    let expected = [
        ("in-country", 3_576_566),
        ("with-abroad", 3_647_225),
        ("gross-roll", 3_875_466),
    ];
    assert_eq!(source.outcome.len(), expected.len());
    for (outcome, (register, missing)) in source.outcome.iter().zip(expected) {
        assert_eq!(outcome.register.as_deref(), Some(register));
        assert_eq!(outcome.missing_capacity, Extent::Known(missing));
        assert_eq!(outcome.winners, ["EG"]);
        assert_eq!(outcome.runner_up.as_deref(), Some("NM"));
        assert_eq!(outcome.lead, Some(3_915_001));
        assert!(outcome.decided);
    }
    // The gross roll counts people who do not vote in this contest.
    assert_eq!(source.least_favourable.as_deref(), Some("with-abroad"));
    assert_eq!(source.standing.verdict, StandingVerdict::Decided);
    assert_eq!(source.standing.statement.id, "standing-decided");
    for (at, block) in ["in_country", "all_registered_incl_abroad"]
        .iter()
        .enumerate()
    {
        let expected = &real.vectors["bounds"][block];
        let close = |found: f64, key: &str| {
            assert!(
                (found - expected[key].as_f64().unwrap()).abs() <= 5.1e-7,
                "{block} {key}"
            );
        };
        let held = &source.outcome[at];
        close(held.shares["EG"].min.unwrap().to_f64(), "EG_share_min");
        close(held.shares["NM"].max.unwrap().to_f64(), "NM_share_max");
        let needed = held.needed_from_missing.unwrap();
        close(
            needed.turnout.unwrap().get(),
            "break_even_turnout_if_all_unobserved_vote_NM",
        );
        close(
            needed.share.unwrap().get(),
            "required_NM_two_party_share_if_unobserved_turnout_equals_observed",
        );
    }
}

#[test]
fn the_first_bulletin_is_infeasible_by_its_own_turnout_only() {
    let Some(real) = real() else { return };
    let result = real.result(0);
    assert_eq!(result.winner.answer, WinnerVerdict::Contradicted);
    assert_eq!(result.winner.reasons, ["other-wins-every-completion"]);
    assert_eq!(
        result
            .winner
            .depends_on
            .iter()
            .map(|link| link.number())
            .collect::<Vec<_>>(),
        [1, 2, 3]
    );
    assert_eq!(result.figures.answer.answer, FiguresVerdict::Infeasible);
    assert_eq!(result.figures.answer.reasons, ["own-turnout"]);
    assert_eq!(result.figures.reading.as_deref(), Some("own-turnout"));
    // By the register with those abroad, which favours the declaration; 510,142 by the main one
    // (below). Both were computed again with exact fractions in Python.
    assert_eq!(result.figures.votes, Some(478_180));
    assert_eq!(
        result.figures.answer.statement.id,
        "figures-infeasible-reading"
    );
    let shortfall = |kind| {
        let held = reading(result, kind);
        let of = |part: &Option<scrutineer_audit::CoverageUse>| {
            part.as_ref().map(|held| held.shortfall["EG"])
        };
        (of(&held.as_printed), of(&held.favourable))
    };
    assert_eq!(shortfall(ReadingKind::Electors).0, Some(579_085));
    assert_eq!(
        shortfall(ReadingKind::Tables),
        (Some(195_709), Some(139_854))
    );
    assert_eq!(shortfall(ReadingKind::Places), (Some(0), Some(0)));
    assert_eq!(
        shortfall(ReadingKind::OwnTurnout),
        (Some(575_141), Some(510_142))
    );
    // 619,371.56 in the vectors.
    assert_eq!(shortfall(ReadingKind::ValidVotes).0, Some(619_372));
    assert_eq!(
        reading(result, ReadingKind::Places).least_shortfall,
        Some(0)
    );
}

#[test]
fn the_second_bulletin_is_infeasible_under_every_reading() {
    let Some(real) = real() else { return };
    let result = real.result(1);
    assert_eq!(result.winner.answer, WinnerVerdict::Contradicted);
    assert_eq!(result.figures.answer.answer, FiguresVerdict::Infeasible);
    assert_eq!(result.figures.answer.reasons, ["every-reading"]);
    assert_eq!(result.figures.reading, None);
    let printed = |kind| reading(result, kind).as_printed.as_ref().unwrap().shortfall["EG"];
    assert_eq!(printed(ReadingKind::Electors), 1_445_943);
    assert_eq!(printed(ReadingKind::Tables), 1_371_165);
    assert_eq!(printed(ReadingKind::Places), 744_850);
    assert_eq!(printed(ReadingKind::ValidVotes), 1_470_919);
    for held in result.readings.iter().filter(|held| held.admissible) {
        assert!(
            held.least_shortfall.is_some_and(|votes| votes > 0),
            "{held:?}"
        );
    }
    // Places at the end of the rounding interval that favours the declaration, 96.865 %: computed
    // again in Python.
    assert_eq!(result.figures.votes, Some(743_074));
}

#[test]
fn all_options_at_once_contradict_as_many_votes_as_the_linear_program_says() {
    let Some(real) = real() else { return };
    for (at, votes) in [(0, 579_085), (1, 1_449_910)] {
        let joint = real.result(at).joint.iter().find(|held| {
            held.reading == ReadingKind::Electors
                && !held.favourable
                && held.turnout_cap == scrutineer_model::Exact::ONE
        });
        assert_eq!(joint.unwrap().votes, votes);
    }
}

#[test]
fn the_chain_is_open_open_open_open_proven_proven_broken() {
    use LinkStatus::{Broken, Open, Proven};
    let Some(real) = real() else { return };
    let expected = [Open, Open, Open, Open, Proven, Proven, Broken];
    assert_eq!(statuses(real.result(0)), expected);
    assert_eq!(statuses(real.result(1)), expected);
    assert_eq!(real.report.contests[0].chain.statuses(), expected);
    let last = &real.result(0).chain.links()[6];
    assert_eq!(last.reasons, ["7-winner", "7-figures"]);
}

#[test]
fn the_growth_between_the_bulletins_is_that_of_the_vectors() {
    let Some(real) = real() else { return };
    assert_eq!(real.result(0).increment, None);
    let held = real.result(1).increment.as_ref().unwrap();
    assert_eq!(held.from, "bulletin-1");
    for (id, key) in [("NM", "NM"), ("EG", "EG"), ("others", "OTH")] {
        let expected = real.number(&format!("/declared_feasibility/increment/{key}"));
        assert_eq!(held.options[id], i64::try_from(expected).unwrap());
    }
    assert_eq!(held.total, 2_277_110);
    assert_eq!(
        held.capacity,
        Some(real.number("/declared_feasibility/increment/RE"))
    );
    assert!(held.feasible);
}

#[test]
fn rounded_percentages_are_tested_with_their_number_of_looks() {
    let Some(real) = real() else { return };
    let first = real.result(0).rounding.as_ref().unwrap();
    assert_eq!(first.looks, 1);
    let joint = first.joint_p.unwrap().get();
    assert!((joint - 9.883_480_253e-9).abs() < 1e-17, "{joint}");
    assert_eq!(first.adjusted_p, first.joint_p);
    let second = real.result(1).rounding.as_ref().unwrap();
    assert_eq!((second.looks, second.joint_p), (13, None));
    let adjusted = second.adjusted_p.unwrap().get();
    assert!((adjusted - 0.010).abs() < 0.000_6, "{adjusted}");
    let of = |pair: &str| second.tests.iter().find(|held| held.pair == pair).unwrap();
    for (pair, key) in [
        ("EM", "EM"),
        ("valid-of-voters", "valid_of_voters"),
        ("counted-of-registered", "RE_counted_of_total"),
    ] {
        assert_eq!(
            of(pair).distance,
            real.number(&format!("/round_percentage/B2/{key}/abs_diff"))
        );
    }
}

#[test]
fn so_many_sheets_must_be_false_for_the_lead_to_vanish() {
    let Some(real) = real() else { return };
    let needed = |register: &str, assumption: &str| {
        let rows = real.source().sheets_false_needed.iter();
        let mut found = rows.filter(|row| row.register == register && row.assumption == assumption);
        let row = found.next().unwrap();
        (row.sheets.unwrap(), row.sample_95.unwrap())
    };
    // forensics.md, amendment c, for the registers beyond the vectors.
    assert_eq!(needed("in-country", "all-to-runner-up-any"), (240, 305));
    assert_eq!(needed("with-abroad", "all-to-runner-up-any"), (188, 390));
    assert_eq!(needed("gross-roll", "all-to-runner-up-any"), (26, 2826));
    for (word, key) in [
        ("split-even", "unobserved_split_even"),
        ("as-observed", "unobserved_as_observed"),
        ("all-to-runner-up", "unobserved_all_NM"),
    ] {
        for (end, of) in [("any", "extreme"), ("moved", "swap")] {
            let expected = (
                real.number(&format!("/flip/{key}/min_sheets_{of}")),
                real.number(&format!("/flip/{key}/n95_{of}")),
            );
            assert_eq!(needed("in-country", &format!("{word}-{end}")), expected);
        }
    }
}

#[test]
fn the_imputation_lies_at_the_bootstrap_and_no_shift_changes_the_winner() {
    let Some(real) = real() else { return };
    let held = real.source().imputation.as_ref().unwrap();
    assert_eq!(held.register, "in-country");
    let expected = &real.vectors["imputation_state_bootstrap"];
    for id in ["EG", "NM"] {
        let share = held.options[id];
        let ends = &expected[format!("{id}_ci")];
        for (found, expected) in [
            (share.share, &expected[format!("{id}_mean")]),
            (share.low, &ends[0]),
            (share.high, &ends[1]),
        ] {
            assert!(
                (found.get() - expected.as_f64().unwrap()).abs() < 3e-4,
                "{id}"
            );
        }
    }
    for row in &held.sensitivity {
        let shift = row.shift.get();
        let key = format!("{shift:.1}");
        let expected = &real.vectors["imputation_logit_shift"][&key];
        assert!((row.leader_share.get() - expected["EG_share"].as_f64().unwrap()).abs() < 1e-6);
        assert!((row.runner_up_share.get() - expected["NM_share"].as_f64().unwrap()).abs() < 1e-6);
    }
    assert_eq!(held.sensitivity.len(), 3);
    assert_eq!(held.changes_at, None);
}

#[test]
fn the_states_of_the_vectors_are_the_divisions_of_the_widest_level() {
    let Some(real) = real() else { return };
    let mut report = real.report.clone();
    let id = report.report_id.clone();
    attach_divisions(&mut report, &real.dataset, "state").unwrap();
    let found = &report.contests[0].sources[0].divisions;
    let expected = real.vectors["states"].as_array().unwrap();
    assert_eq!(found.len(), expected.len());
    for state in expected {
        let code = state["COD_EDO"].as_u64().unwrap();
        let held = found
            .iter()
            .find(|held| held.path[0].code.parse() == Ok(code))
            .unwrap();
        assert_eq!(held.path[0].name, state["EDO"].as_str().unwrap());
        assert_eq!(held.stations_reported, state["sheets"].as_u64().unwrap());
        for option in ["EG", "NM", "BERA"] {
            let votes = state[option].as_u64().unwrap();
            assert_eq!(held.options[option], [votes, votes]);
        }
        let registered = state["RE"].as_u64().unwrap();
        assert_eq!(held.registered, Some([registered, registered]));
    }
    assert_eq!(scrutineer_audit::report_id(&report), id);
    let unknown = attach_divisions(&mut report, &real.dataset, "county").unwrap_err();
    assert_eq!(unknown.expected, ["state", "municipality", "parish"]);
}

#[test]
fn the_core_gives_the_same_answers_and_the_same_chain() {
    let Some(real) = real() else { return };
    let core = audit_core(&real.dataset, &Evidence::default()).unwrap();
    for (full, core) in real.report.contests[0]
        .declarations
        .iter()
        .zip(&core.contests[0].declarations)
    {
        let (full, core) = (&full.results[0], &core.results[0]);
        assert_eq!((&full.winner, &full.figures), (&core.winner, &core.figures));
        assert_eq!(full.chain, core.chain);
        assert_eq!(full.readings, core.readings);
    }
}

/// A second reading of the same pictures says nothing about whether the copies are genuine.
#[test]
fn the_same_sheets_read_twice_leave_the_second_link_open() {
    let text = examples::text("venezuela-2024");
    let start = text.find("[[source]]").unwrap();
    let end = start + text[start..].find("[[declaration]]").unwrap();
    let again = text[start..end]
        .replace("id = \"sheets\"", "id = \"again\"")
        .replace("derived_from = \"none\"", "derived_from = \"sheets\"");
    let doubled = format!("{}{again}{}", &text[..end], &text[end..]);
    let Some(loaded) = examples::load_text("venezuela-2024", &doubled) else {
        return;
    };
    let report = audit(&loaded.dataset, &Evidence::default()).unwrap();
    let contest = &report.contests[0];
    assert_eq!(contest.sources.len(), 2);
    let pair = &contest.comparisons[0];
    assert!(pair.same_origin);
    assert_eq!((pair.common, pair.differing), (24_532, 0));
    for source in &contest.sources {
        let second = &source.chain.links()[1];
        assert_eq!(second.status, LinkStatus::Open);
        assert_eq!(second.reasons, ["2-same-origin"]);
    }
    assert_eq!(contest.chain.statuses()[1], LinkStatus::Open);
}
