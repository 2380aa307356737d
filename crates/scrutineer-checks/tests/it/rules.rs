//! Thresholds, precedence and numbers of single rules, on data made for them.

use scrutineer_checks::{Findings, LISTED};
use scrutineer_model::{
    CapacityRule, Date, Decision, Disposition, Field, Finding, FindingKey, ImportIssueKind,
    Severity, Value,
};

use crate::build::{STATIONS, World, disputed, figure, percent};
use crate::cases::{self, group};

fn found(change: impl FnOnce(&mut World)) -> Findings {
    let mut world = World::clean();
    change(&mut world);
    world.findings()
}

fn of<'a>(findings: &'a Findings, code: &str) -> Vec<&'a Finding> {
    let all = findings.findings.iter();
    all.filter(|finding| finding.code == code).collect()
}

/// The only source, without a list, registers and declarations.
fn alone(world: &mut World) {
    world.only_source();
    world.with_list = false;
    world.declarations.clear();
    world.parts.clear();
    world.contest.registers.clear();
}

/// One sheet: registered, ballots, valid, invalid, A, B, C.
fn sheet(counts: [u64; 7]) -> Findings {
    found(|world| {
        alone(world);
        world.sheets[0].rows.truncate(1);
        world.sheets[0].rows[0].cells = counts.map(Some).to_vec();
    })
}

#[test]
fn turnout_is_remarkable_from_95_and_up_to_25_percent_exactly() {
    let turnout = |ballots| sheet([1000, ballots, ballots - 10, 10, ballots - 12, 1, 1]);
    for (ballots, high, low) in [(950, 1, 0), (949, 0, 0), (251, 0, 0), (250, 0, 1)] {
        let findings = turnout(ballots);
        assert_eq!(of(&findings, "W.205").len(), high, "{ballots}");
        assert_eq!(of(&findings, "W.206").len(), low, "{ballots}");
    }
}

#[test]
fn invalid_votes_are_remarkable_above_five_percent_not_at_it() {
    assert_eq!(of(&sheet([200, 100, 95, 5, 90, 4, 1]), "W.207").len(), 0);
    assert_eq!(of(&sheet([200, 100, 94, 6, 90, 3, 1]), "W.207").len(), 1);
}

#[test]
fn nine_votes_are_too_few_and_ten_are_not() {
    let nine = sheet([20, 9, 9, 0, 9, 0, 0]);
    assert_eq!((of(&nine, "P.102").len(), of(&nine, "P.101").len()), (1, 0));
    let ten = sheet([20, 10, 10, 0, 10, 0, 0]);
    assert_eq!((of(&ten, "P.102").len(), of(&ten, "P.101").len()), (0, 1));
}

#[test]
fn a_register_of_zero_is_a_capacity_not_stated_and_no_contradiction() {
    let findings = sheet([0, 66, 65, 1, 40, 20, 5]);
    assert_eq!(of(&findings, "W.202").len(), 1);
    assert_eq!(findings.count(Severity::Error), 0);
}

#[test]
fn votes_at_stake_are_the_size_of_the_contradiction() {
    let stake = |findings: &Findings, code: &str| of(findings, code)[0].votes_at_stake;
    assert_eq!(stake(&sheet([100, 66, 65, 1, 47, 20, 5]), "E.201"), Some(7));
    assert_eq!(stake(&sheet([100, 69, 65, 1, 40, 20, 5]), "E.202"), Some(3));
    assert_eq!(stake(&sheet([60, 66, 65, 1, 40, 20, 5]), "E.204"), Some(6));
}

#[test]
fn rivals_put_their_largest_spread_at_stake_and_are_told_apart() {
    let findings = found(|world| {
        alone(world);
        for cells in [[100, 66, 65, 1, 30, 30, 5], [100, 66, 65, 1, 35, 22, 9]] {
            let mut row = world.sheets[0].row("P1:1").clone();
            row.cells = cells.map(Some).to_vec();
            world.sheets[0].rows.push(row);
        }
    });
    let rival = of(&findings, "E.116");
    assert_eq!(rival.len(), 1);
    // Options: 30..40, 20..30, 5..9.
    assert_eq!(rival[0].votes_at_stake, Some(10));
    let sums = of(&findings, "E.201");
    assert_eq!(sums.len(), 1);
    assert!(sums[0].key.as_str().starts_with("E.201|s|P1:1|reading-"));
}

#[test]
fn an_unread_option_among_rivals_leaves_the_stake_unknown() {
    let findings = found(|world| {
        alone(world);
        let mut row = world.sheets[0].row("P1:1").clone();
        row.cells[4] = None;
        world.sheets[0].rows.push(row);
    });
    assert_eq!(of(&findings, "E.116")[0].votes_at_stake, None);
}

#[test]
fn missing_is_not_zero_so_a_sum_with_an_unread_cell_is_not_tested() {
    let findings = found(|world| {
        alone(world);
        world.sheets[0].set_option("P1:1", 0, None);
    });
    assert_eq!(findings.count(Severity::Error), 0);
    assert_eq!(of(&findings, "W.111").len(), 1);
}

#[test]
fn what_the_sheet_says_of_its_own_register_hides_the_list() {
    let findings = found(|world| {
        world.only_source();
        world.declarations.clear();
        world.sheets[0].set("P1:1", Field::Registered, Some(60));
        world.stations[0].listed = Some(61);
    });
    assert_eq!(of(&findings, "E.204").len(), 1);
    assert_eq!(of(&findings, "E.301").len(), 0);
}

#[test]
fn a_legal_maximum_is_a_ceiling_without_any_list() {
    let findings = found(|world| {
        alone(world);
        world.contest.capacity = CapacityRule::LegalMaximum(70);
    });
    let stations: Vec<_> = of(&findings, "E.301")
        .iter()
        .map(|finding| finding.subject.station.clone().unwrap())
        .collect();
    assert_eq!(stations, ["P1:2", "P2:2"]);
}

#[test]
fn repeated_counts_are_ranked_by_their_number_of_votes() {
    let findings = found(|world| {
        alone(world);
        let large = world.sheets[0].rows[0].cells.clone();
        let small = [50, 21, 20, 1, 10, 5, 5].map(Some).to_vec();
        world.sheets[0].rows[2].cells = large;
        world.sheets[0].rows[1].cells = small.clone();
        world.sheets[0].rows[3].cells = small;
    });
    let ranks: Vec<_> = of(&findings, "W.406")
        .iter()
        .map(|finding| {
            (
                finding.figures["rank"].clone(),
                finding.figures["list"].clone(),
            )
        })
        .collect();
    let list = |ids: [&str; 2]| Value::List(ids.map(str::to_owned).to_vec());
    assert_eq!(
        ranks,
        [
            (Value::Integer(1), list(["P1:1", "P2:1"])),
            (Value::Integer(2), list(["P1:2", "P2:2"])),
        ]
    );
    assert!(of(&findings, "W.407").is_empty());
}

#[test]
fn a_gap_names_the_missing_tables() {
    let findings = found(|world| {
        alone(world);
        world.stations[1].label = "5".to_owned();
    });
    let gap = of(&findings, "W.502")[0];
    let missing = Value::List(["2", "3", "4"].map(str::to_owned).to_vec());
    assert_eq!(gap.figures["missing"], missing);
    assert_eq!(gap.figures["count"], Value::Integer(3));
}

#[test]
fn tables_that_are_not_numbered_inside_their_place_have_no_gaps() {
    let findings = found(|world| {
        alone(world);
        for (station, label) in world.stations.iter_mut().zip(["101", "102", "203", "204"]) {
            label.clone_into(&mut station.label);
        }
    });
    assert!(of(&findings, "W.502").is_empty());
}

#[test]
fn the_digest_of_a_picture_reaches_no_finding() {
    let digest = 0xfeed_beef_cafe_u64;
    let findings = found(|world| {
        world.sheets[0].rows[0].picture = digest;
        world.sheets[0].rows[3].picture = digest;
    });
    let shared = of(&findings, "W.405")[0];
    // A: 40 + 20 - 20, B: 20 + 45 - 20, C: 5 + 8 - 5.
    assert_eq!(shared.votes_at_stake, Some(45));
    let text = serde_json::to_string(&findings.findings).unwrap();
    assert!(!text.contains(&digest.to_string()) && !text.contains("feedbeefcafe"));
}

#[test]
fn a_text_that_looks_like_personal_data_is_never_repeated() {
    let canaries = ["87654321", "414-1234567", "m@example.org"];
    for (code, _, change) in cases::all().filter(|case| case.0.starts_with("P.10")) {
        let mut world = World::clean();
        change(&mut world);
        let findings = world.findings();
        let text = serde_json::to_string(&findings.findings).unwrap();
        assert!(
            !canaries.iter().any(|canary| text.contains(canary)),
            "{code}"
        );
    }
}

#[test]
fn rows_never_enter_a_finding_but_its_provenance() {
    let findings = found(|world| world.issue(ImportIssueKind::Negative));
    let finding = of(&findings, "E.103")[0];
    assert_eq!(finding.key.as_str(), "E.103|s|s.csv: VOTES");
    let rows: Vec<_> = findings.provenance[&finding.key]
        .iter()
        .map(|locator| (locator.file.as_str(), locator.row))
        .collect();
    assert_eq!(rows, [("s.csv", Some(7))]);
}

#[test]
fn issues_of_one_column_are_one_finding_with_their_number() {
    let findings = found(|world| {
        for (row, count) in [(7, 1), (9, 1), (11, 40)] {
            world.issue(ImportIssueKind::NotANumber);
            let issue = world.issues.last_mut().unwrap();
            issue.locator.row = Some(row);
            issue.count = count;
        }
    });
    let one = of(&findings, "E.101");
    assert_eq!(one.len(), 1);
    assert_eq!(one[0].figures["count"], Value::Integer(42));
    assert_eq!(findings.provenance[&one[0].key].len(), 3);
}

#[test]
fn a_disposition_is_attached_and_changes_nothing_else() {
    let change = |world: &mut World| {
        alone(world);
        world.sheets[0].set_option("P1:1", 0, Some(41));
    };
    let plain = found(change);
    let disposed = found(|world| {
        change(world);
        for (date, decision) in [
            ("2024-08-04", Decision::Confirmed),
            ("2024-08-03", Decision::Unresolved),
        ] {
            world.dispositions.push(Disposition {
                key: FindingKey::new("E.201", ["s", "P1:1"]),
                decision,
                reason: "seen".to_owned(),
                role: "maintainer".to_owned(),
                date: Date::parse(date).unwrap(),
            });
        }
    });
    let mut stripped = disposed.clone();
    let held = stripped.findings[0].disposition.take().unwrap();
    assert_eq!(held.decision, Decision::Confirmed);
    assert_eq!(stripped, plain);
}

#[test]
fn findings_beyond_the_cap_keep_their_exact_number_and_votes() {
    let (_, _, change) = cases::LARGE.iter().find(|case| case.0 == "W.190").unwrap();
    let findings = found(change);
    assert_eq!(of(&findings, "E.201").len() as u64, LISTED);
    let rest = of(&findings, "W.190")[0];
    assert_eq!(rest.figures["total"], Value::Integer(10_003));
    assert_eq!(rest.votes_at_stake, Some(3));
    assert_eq!(rest.severity, Severity::Error);
    assert_eq!(findings.count(Severity::Error), 10_003);
}

#[test]
fn a_contradiction_needs_every_reading_of_a_disputed_figure() {
    let with = |voters| {
        found(|world| {
            let result = world.result();
            result.voters = Some(voters);
            result.turnout = None;
            result.valid_of_voters = None;
        })
    };
    assert_eq!(of(&with(figure(279)), "E.607").len(), 1);
    let open = with(disputed(279, 280));
    assert!(of(&open, "E.607").is_empty());
    assert_eq!(of(&open, "W.601").len(), 1);
}

#[test]
fn a_percentage_fits_inside_its_rounding_interval_only() {
    // 110 of 276 are 39.8551 %, which rounds to 39.9, to 39.86 and to 40.
    for (text, fires) in [
        ("39.9", 0),
        ("39.86", 0),
        ("40", 0),
        ("39.8", 1),
        ("39.85", 1),
        ("39.84", 1),
    ] {
        let findings = found(|world| world.result().options[1].percent = percent(text));
        assert_eq!(of(&findings, "E.605").len(), fires, "{text}");
    }
}

#[test]
fn a_group_of_options_counts_as_its_members() {
    assert_eq!(found(group), Findings::default());
    let findings = found(|world| {
        group(world);
        world.result().options[1].votes = Some(figure(135));
        world.result().options[1].percent = None;
    });
    let sheets = of(&findings, "E.501");
    assert_eq!(sheets.len(), 2);
    assert_eq!(sheets[0].subject.option.as_deref(), Some("others"));
    assert_eq!(sheets[0].votes_at_stake, Some(1));
}

#[test]
fn a_partial_declaration_is_not_held_against_all_sheets() {
    let findings = found(|world| {
        world.declarations.truncate(1);
        world.parts.clear();
        assert!(!world.declarations[0].coverage.claims_all());
    });
    assert_eq!(findings, Findings::default());
}

#[test]
fn parts_of_some_divisions_may_be_less_than_the_total() {
    let some = |votes| found(move |world| world.parts = vec![(1, &["1"], votes)]);
    assert_eq!(some([70, 55, 11]), Findings::default());
    let findings = some([141, 55, 11]);
    assert_eq!(of(&findings, "E.601").len(), 1);
    assert_eq!(of(&findings, "E.601")[0].votes_at_stake, Some(1));
}

#[test]
fn shuffled_rows_give_the_same_findings() {
    let change = |world: &mut World| {
        alone(world);
        world.sheets[0].set_option("P1:1", 0, Some(41));
        world.sheets[0].set("P2:2", Field::Registered, Some(60));
        let mut rival = world.sheets[0].row("P2:1").clone();
        rival.cells[5] = Some(11);
        world.sheets[0].rows.push(rival);
    };
    let forward = found(change);
    let backward = found(|world| {
        change(world);
        world.sheets[0].rows.reverse();
        world.stations.reverse();
    });
    assert!(forward.findings.len() >= 4);
    assert_eq!(forward.findings, backward.findings);
}

#[test]
fn renaming_options_renames_findings_and_changes_no_number() {
    let change = |world: &mut World| {
        for station in STATIONS {
            world.sheets[1].set_option(station, 1, Some(9));
        }
    };
    let plain = found(change);
    let renamed = found(|world| {
        change(world);
        world.contest.options[1].id = crate::build::code("Z");
        world.contest.tickets[1].id = crate::build::code("Z");
    });
    let text = |findings: &Findings| serde_json::to_string(&findings.findings).unwrap();
    let expected = text(&plain).replace("\"B\"", "\"Z\"").replace("B +", "Z +");
    let expected = expected.replace("|B\"", "|Z\"");
    assert_eq!(text(&renamed), expected);
}
