//! What reports say together, and what is wrong with them.

use scrutineer_rla::quick_count::{
    Design, Draw, Frame, Problem, ReportKind, Reports, StationStatus, read_reports, report_header,
};

use crate::support::{designed, drawn, estimated, frame, report, table};

fn small() -> (Frame, Design, Draw) {
    let frame = frame(&[("a", &[100; 9])]);
    let design = designed(&frame, &["A", "B"], 3);
    let draw = drawn(&frame, &[0, 1, 2]);
    (frame, design, draw)
}

fn read(rows: &str) -> Result<Reports, Vec<Problem>> {
    let (_, design, draw) = small();
    let text = report_header(&design) + rows;
    read_reports(&table(&text), &design, &draw)
}

#[test]
fn the_header_is_what_is_read() {
    let (_, design, _) = small();
    assert_eq!(
        report_header(&design),
        "station,report,role,status,part,ballots,invalid,votes.A,votes.B\n"
    );
    assert_eq!(read("").unwrap().stations, vec![Vec::new(); 3]);
}

#[test]
fn every_error_is_reported_with_its_row_and_column() {
    let problems = read(
        "a-00000,1,observer,counted,,50,0,30,20\n\
         a-00000,1,observer,counted,,50,0,30,20\n\
         a-00008,1,observer,counted,,50,0,30,20\n\
         a-00001,3,Ana,counted,0,5x,-1,30,20\n\
         ,2,clerk,counted,,,,1,1,1\n",
    )
    .unwrap_err();
    let places: Vec<(u64, &str, &str)> = problems
        .iter()
        .map(|problem| {
            let column = problem.column.as_deref().unwrap_or("");
            (problem.row.unwrap(), column, problem.message.id.as_str())
        })
        .collect();
    assert_eq!(
        places,
        [
            (3, "report", "quick-count-repeated-report"),
            (4, "station", "quick-count-not-drawn"),
            (5, "report", "quick-count-word"),
            (5, "role", "quick-count-word"),
            (5, "part", "quick-count-no-number"),
            (5, "ballots", "quick-count-no-number"),
            (5, "invalid", "quick-count-no-number"),
            (6, "", "quick-count-ragged"),
            (6, "station", "quick-count-empty-cell"),
        ]
    );
    // What stands where a role belongs is not repeated: it may be a name.
    assert!(
        problems
            .iter()
            .all(|problem| !format!("{problem:?}").contains("Ana"))
    );
}

#[test]
fn a_column_that_is_not_expected_ends_the_reading() {
    let (_, design, draw) = small();
    let text = report_header(&design).trim().to_owned() + ",observer_name\n";
    let problems = read_reports(&table(&text), &design, &draw).unwrap_err();
    assert_eq!(problems[0].message.id, "quick-count-unknown-column");
    let text = "station,report\n";
    let problems = read_reports(&table(text), &design, &draw).unwrap_err();
    assert_eq!(problems.len(), 7);
}

/// Reason of each missing station and open flags, of three stations with these reports.
fn judged(
    reports: &[Vec<scrutineer_rla::quick_count::Report>; 3],
) -> (Vec<String>, Vec<String>, u64) {
    let (frame, design, draw) = small();
    let made = estimated(&design, &frame, &draw, reports.to_vec()).document;
    (
        made.missing.into_iter().map(|held| held.reason).collect(),
        made.flags.open.into_iter().map(|held| held.flag).collect(),
        made.flags.resolved,
    )
}

#[test]
fn two_reports_must_agree_before_they_count() {
    let (first, second) = (ReportKind::First, ReportKind::Second);
    let (reasons, flags, _) = judged(&[
        vec![report(first, &[30, 20]), report(second, &[30, 20])],
        vec![report(first, &[30, 20])],
        vec![report(first, &[30, 20]), report(second, &[20, 30])],
    ]);
    assert_eq!(reasons, ["one-report", "flagged"]);
    assert_eq!(flags, ["reports-differ"]);
}

#[test]
fn figures_that_cannot_be_need_a_second_look_and_a_second_look_settles_them() {
    let (first, second) = (ReportKind::First, ReportKind::Second);
    let pair = |change: fn(&mut scrutineer_rla::quick_count::Report)| {
        let mut pair = vec![report(first, &[60, 30]), report(second, &[60, 30])];
        pair.iter_mut().for_each(change);
        pair
    };
    let wrong = || {
        [
            vec![report(first, &[90, 20]), report(second, &[90, 20])],
            pair(|report| report.ballots = Some(91)),
            pair(|report| report.votes[1] = None),
        ]
    };
    let (reasons, flags, _) = judged(&wrong());
    assert_eq!(reasons, ["flagged"; 3]);
    assert_eq!(flags, ["above-register", "sum-differs", "incomplete"]);
    let settled = wrong().map(|mut reports| {
        reports.push(report(ReportKind::Resolved, &[60, 30]));
        reports
    });
    assert_eq!(judged(&settled), (Vec::new(), Vec::new(), 3));
}

#[test]
fn a_station_without_figures_is_missing_with_its_reason() {
    let refused = |kind| {
        let mut held = report(kind, &[0, 0]);
        held.status = StationStatus::Refused;
        held
    };
    let (first, second) = (ReportKind::First, ReportKind::Second);
    let (reasons, flags, _) = judged(&[
        vec![refused(first), refused(second)],
        vec![refused(first)],
        vec![refused(first), report(second, &[30, 20])],
    ]);
    assert_eq!(reasons, ["refused", "refused", "flagged"]);
    assert_eq!(flags, ["reports-differ"]);
}

/// 999,999 votes at a station of 100 voters, as a second look wrote them, stay open until another one says the same.
#[test]
fn figures_that_cannot_be_stay_open_after_one_second_look() {
    let (first, second) = (ReportKind::First, ReportKind::Second);
    let good = || vec![report(first, &[60, 30]), report(second, &[60, 30])];
    let looked = |kind, change: fn(&mut scrutineer_rla::quick_count::Report)| {
        let mut held = report(kind, &[60, 30]);
        change(&mut held);
        held
    };
    let above: fn(&mut scrutineer_rla::quick_count::Report) = |report| {
        report.votes[0] = Some(999_999);
        report.ballots = None;
    };
    let sum: fn(&mut scrutineer_rla::quick_count::Report) = |report| report.ballots = Some(91);
    let with = |kinds: &[ReportKind], change| {
        let mut reports = good();
        reports.extend(kinds.iter().map(|&kind| looked(kind, change)));
        reports
    };
    let once = [ReportKind::Resolved];
    let (reasons, flags, _) = judged(&[with(&once, above), with(&once, sum), good()]);
    assert_eq!(reasons, ["flagged"; 2]);
    assert_eq!(flags, ["above-register", "sum-differs"]);
    // One that says it again alone is no second one.
    let alone = [ReportKind::ResolvedAgain];
    let (_, flags, _) = judged(&[with(&alone, above), good(), good()]);
    assert_eq!(flags, ["above-register"]);
    let twice = [ReportKind::Resolved, ReportKind::ResolvedAgain];
    let settled = judged(&[with(&twice, above), with(&twice, sum), good()]);
    assert_eq!(settled, (Vec::new(), Vec::new(), 2));
    // Another one who saw something else settles nothing.
    let mut differ = with(&once, sum);
    differ.push(report(ReportKind::ResolvedAgain, &[60, 30]));
    let (_, flags, _) = judged(&[differ, good(), good()]);
    assert_eq!(flags, ["sum-differs", "reports-differ"]);
}
