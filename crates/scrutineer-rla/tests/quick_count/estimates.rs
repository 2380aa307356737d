//! Estimates against numbers that another program computed.

use scrutineer_model::{Exact, Real};
use scrutineer_rla::quick_count::{
    Answer, CallKind, DeclaredShare, Document, Rule, StabilityState, compare, design,
};

use crate::support::{both, designed, drawn, estimated, frame, request};

const A: [[u32; 6]; 2] = [[120, 98, 143, 110, 87, 131], [60, 75, 81, 52, 90, 66]];
const B: [[u32; 6]; 2] = [[80, 91, 77, 102, 95, 70], [110, 99, 120, 131, 88, 104]];

/// Stations 0 to 59 are in the first stratum, the other 40 in the second; six of each report.
fn two_strata(parts: Option<u32>) -> scrutineer_rla::quick_count::Estimate {
    counted(&A, parts)
}

/// The same with other votes for A.
fn counted(votes: &[[u32; 6]; 2], parts: Option<u32>) -> scrutineer_rla::quick_count::Estimate {
    let frame = frame(&[("a", &[400; 60]), ("b", &[400; 40])]);
    let mut wanted = request(&["A", "B"], 15);
    wanted.gate.stability_percent = 100;
    let design = design(&frame, wanted).unwrap();
    let picked: Vec<usize> = (0..6).chain(60..66).collect();
    let draw = drawn(&frame, &picked);
    let held = (0..12).map(|at| {
        let (stratum, place) = (at / 6, at % 6);
        let mut reports = both(&[votes[stratum][place], B[stratum][place]]);
        for report in &mut reports {
            report.part = parts
                .filter(|_| place < 5)
                .map(|part| if place < 3 { 1 } else { part });
        }
        reports
    });
    estimated(&design, &frame, &draw, held.collect())
}

fn close(found: Option<Real>, expected: f64) {
    let found = found.unwrap().get();
    assert!(
        (found - expected).abs() < 1e-9 * expected.abs(),
        "{found}, {expected}"
    );
}

#[test]
fn shares_margins_and_design_effects_are_those_of_exact_fractions() {
    // Python, fractions.Fraction; t(10) is 2.228138852 and 3.169272673 in the tables.
    let made = two_strata(None).document;
    assert_eq!(made.degrees, 10);
    close(made.options[0].share, 0.505_725_190_839_694_7);
    close(made.options[0].margin_95, 0.047_819_999_556_208_845);
    close(made.options[0].margin_99, 0.068_018_479_943_621_05);
    close(made.options[0].design_effect, 4.201_326_326_514_612);
    let call = &made.calls[0];
    assert_eq!(
        (call.kind, call.answer),
        (CallKind::Lead, Answer::CannotBeCalled)
    );
    close(call.distance, 0.011_450_381_679_389_313);
    close(call.margin_95, 0.095_639_999_112_417_69);
}

/// The second stratum with 60 and with 110 votes more for A: leads of 1.46 and 2.61 margins.
#[test]
fn a_lead_between_one_and_two_margins_names_nobody() {
    let called = |more: u32| {
        let mut votes = A;
        votes[1].iter_mut().for_each(|count| *count += more);
        counted(&votes, None).document.calls.remove(0)
    };
    // Python, fractions.Fraction for the combined ratio, scipy's t(10).
    let call = called(60);
    assert_eq!(call.answer, Answer::CannotBeCalled);
    close(call.distance, 0.121_221_468_229_487_97);
    close(call.margin_95, 0.083_124_921_176_525_2);
    let call = called(110);
    assert_eq!(call.answer, Answer::Ahead);
    close(call.distance, 0.195_652_173_913_043_5);
    close(call.margin_95, 0.074_997_724_264_663_57);
}

#[test]
fn a_declared_share_is_compared_in_total_and_by_stratum_at_its_nearest_end() {
    let made = two_strata(None);
    let share = |stratum: Option<&str>, low, high, comparable| DeclaredShare {
        declaration: "d".to_owned(),
        stratum: stratum.map(str::to_owned),
        option: "A".to_owned(),
        low,
        high,
        comparable,
    };
    let rows = compare(
        &made,
        &[
            share(None, 0.6, 0.61, true),
            share(None, 0.5, 0.51, true),
            share(None, 0.9, 0.9, false),
            share(Some("a"), 0.55, 0.55, true),
            share(Some("b"), 0.55, 0.55, true),
            share(Some("none"), 0.55, 0.55, true),
        ],
    );
    close(rows[0].z, -4.392_667_649_610_805_3);
    assert_eq!(rows[1].z.unwrap().get().to_string(), "0");
    assert_eq!((rows[2].z, rows[2].p), (None, None));
    // (0.5722591362126246 - 0.55) / 0.028678991093424696, and the same of the second stratum.
    close(
        rows[3].z,
        (0.572_259_136_212_624_6 - 0.55) / 0.028_678_991_093_424_696,
    );
    close(
        rows[4].z,
        (0.394_052_044_609_665_4 - 0.55) / 0.028_053_417_283_160_13,
    );
    assert_eq!(rows[5].estimate, None);
    // Two looks at totals, two at strata: the smaller p counts double.
    close(rows[0].p_adjusted, 2.0 * rows[0].p.unwrap().get());
    close(rows[4].p_adjusted, 2.0 * rows[4].p.unwrap().get());
    close(rows[3].p_adjusted, rows[3].p.unwrap().get());
}

#[test]
fn early_and_late_stations_are_told_apart_where_parts_are_given() {
    assert_eq!(two_strata(None).document.timing, None);
    let made = two_strata(Some(2)).document;
    let timing = made.timing.unwrap();
    assert_eq!((timing.early_until, timing.early, timing.late), (1, 6, 4));
    // Ratios of the domains by hand: weights 10 and 40/6.
    let domain = |places: std::ops::Range<usize>| {
        let (mut top, mut bottom) = (0.0, 0.0);
        for (stratum, weight) in [10.0, 40.0 / 6.0].into_iter().enumerate() {
            for place in places.clone() {
                top += weight * f64::from(A[stratum][place]);
                bottom += weight * f64::from(A[stratum][place] + B[stratum][place]);
            }
        }
        top / bottom
    };
    close(
        Some(timing.options[0].difference),
        domain(3..5) - domain(0..3),
    );
    assert!(timing.options.iter().all(|option| option.p.is_some()));
    assert_ne!(made.stability.state, StabilityState::Unknown);
}

#[test]
fn a_release_needs_two_signers_and_the_gate_and_its_digest_knows_neither() {
    let mut made = two_strata(Some(2)).document;
    assert!(made.gate.passed, "{:?} {:?}", made.gate, made.stability);
    let digest = made.estimate.clone();
    made.sign(vec!["one".to_owned()]);
    assert!(!made.released);
    made.sign(vec!["one".to_owned(), "two".to_owned()]);
    assert!(made.released);
    assert_eq!(made.digest().unwrap(), digest);
    // Without parts nothing says whether the estimate has settled, unless all were received.
    let mut made = Document {
        gate: scrutineer_rla::quick_count::GateState {
            passed: false,
            ..made.gate.clone()
        },
        ..made
    };
    made.sign(vec!["one".to_owned(), "two".to_owned()]);
    assert!(!made.released);
}

#[test]
fn a_majority_asks_for_the_share_and_for_the_next_round() {
    let frame = frame(&[("a", &[900; 30])]);
    let mut wanted = request(&["A", "B", "C"], 10);
    wanted.rule = Rule::Majority {
        share: Exact::new(1, 2).unwrap(),
        runoff: 2,
    };
    let design = design(&frame, wanted).unwrap();
    let draw = drawn(&frame, &(0..10).collect::<Vec<_>>());
    let of = |votes: [u32; 3]| {
        let held = (0..10).map(|at| both(&[votes[0] + at % 2, votes[1], votes[2] + at % 3]));
        let made = estimated(&design, &frame, &draw, held.collect()).document;
        made.calls
            .into_iter()
            .map(|call| (call.kind, call.answer))
            .collect::<Vec<_>>()
    };
    assert_eq!(of([500, 200, 100]), [(CallKind::Share, Answer::Above)]);
    assert_eq!(
        of([300, 250, 100]),
        [
            (CallKind::Share, Answer::Below),
            (CallKind::Runoff, Answer::Ahead),
            (CallKind::Runoff, Answer::Ahead)
        ]
    );
    assert_eq!(of([400, 200, 199])[0].1, Answer::CannotBeCalled);
}

#[test]
fn joining_strata_is_shown_with_its_effect() {
    let frame = frame(&[("a", &[400; 60]), ("b", &[400; 40]), ("c", &[400; 20])]);
    let design = designed(&frame, &["A", "B"], 12);
    let picked = [0, 1, 2, 60, 61, 100, 101];
    let draw = drawn(&frame, &picked);
    let mut held: Vec<_> = (0..6).map(|at| both(&[100 + at, 90])).collect();
    held.push(Vec::new());
    held[5] = both(&[20, 180]);
    let made = estimated(&design, &frame, &draw, held).document;
    assert_eq!(made.collapsed[0].strata, ["b", "c"]);
    // Alone, c has weight 20; joined, its one station has weight 60/3 as the two of b.
    let alone =
        (20.0 * 303.0 + 20.0 * 207.0 + 20.0 * 20.0) / (20.0 * 573.0 + 20.0 * 387.0 + 20.0 * 200.0);
    close(Some(made.collapse_effect[0].share_without), alone);
    assert_eq!(made.missing[0].reason, "no-report");
}
