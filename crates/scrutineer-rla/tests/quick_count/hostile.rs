//! Inputs at the edge: a clear answer, never a number that is none.

use scrutineer_rla::quick_count::{Answer, Document, Frame, FrameStation, StabilityState};

use crate::support::{both, designed, drawn, estimated, frame};

/// No share, margin or p is anything but a number or absent.
fn is_sound(made: &Document) -> bool {
    let text = serde_json::to_string(made).unwrap();
    !text.contains("NaN") && !text.contains("inf")
}

#[test]
fn one_station_is_a_full_count() {
    let frame = frame(&[("a", &[100])]);
    let design = designed(&frame, &["A", "B"], 1);
    let draw = drawn(&frame, &[0]);
    let made = estimated(&design, &frame, &draw, vec![both(&[30, 20])]).document;
    assert_eq!(made.options[0].share.unwrap().get().to_string(), "0.6");
    assert_eq!(made.options[0].margin_95.unwrap().get().to_string(), "0");
    assert_eq!(made.calls[0].answer, Answer::Ahead);
    assert_eq!(made.stability.state, StabilityState::Stable);
    assert!(made.gate.passed && is_sound(&made));
}

#[test]
fn one_station_of_many_has_a_share_and_no_margin() {
    let frame = frame(&[("a", &[100; 9])]);
    let design = designed(&frame, &["A", "B"], 2);
    let draw = drawn(&frame, &[0, 1]);
    let made = estimated(&design, &frame, &draw, vec![both(&[30, 20]), Vec::new()]).document;
    assert_eq!(made.options[0].margin_95, None);
    assert_eq!(made.calls[0].answer, Answer::CannotBeCalled);
    assert!(!made.gate.passed && is_sound(&made));
}

#[test]
fn strata_of_one_station_stand_alone() {
    let frame = frame(&[("a", &[100]), ("b", &[100]), ("c", &[100; 8])]);
    let design = designed(&frame, &["A", "B"], 5);
    let draw = drawn(&frame, &[0, 1, 2, 3, 4]);
    let held = (0..5).map(|at| both(&[30 + at, 20])).collect();
    let made = estimated(&design, &frame, &draw, held).document;
    assert_eq!((made.degrees, made.collapsed.len()), (2, 0));
    assert!(made.options[0].margin_95.is_some() && is_sound(&made));
}

#[test]
fn no_votes_and_no_reports_give_no_share() {
    let frame = frame(&[("a", &[100; 9])]);
    let design = designed(&frame, &["A", "B"], 3);
    let draw = drawn(&frame, &[0, 1, 2]);
    for held in [vec![both(&[0, 0]); 3], vec![Vec::new(); 3]] {
        let made = estimated(&design, &frame, &draw, held).document;
        assert!(made.options.iter().all(|option| option.share.is_none()));
        assert!(made.calls.is_empty() && !made.gate.passed && is_sound(&made));
    }
}

#[test]
fn a_tie_cannot_be_called() {
    let frame = frame(&[("a", &[100; 9])]);
    let design = designed(&frame, &["A", "B"], 3);
    let draw = drawn(&frame, &[0, 1, 2]);
    let made = estimated(&design, &frame, &draw, vec![both(&[25, 25]); 3]).document;
    assert_eq!(made.calls[0].answer, Answer::CannotBeCalled);
    assert_eq!(made.options[0].margin_95, None);
    assert!(!made.gate.passed);
    // Nothing has to be undone.
    assert_eq!(made.missing_lead, None);
    assert!(is_sound(&made));
}

#[test]
fn the_order_of_options_changes_no_figure() {
    let frame = frame(&[("a", &[100; 9])]);
    let draw = drawn(&frame, &[0, 1, 2]);
    let of = |names: [&str; 2], turned: bool| {
        let design = designed(&frame, &names, 3);
        let held = [[30, 20], [22, 28], [40, 11]]
            .map(|[a, b]| both(&if turned { [b, a] } else { [a, b] }));
        let made = estimated(&design, &frame, &draw, held.to_vec()).document;
        let mut options = made.options;
        options.sort_by(|a, b| a.id.cmp(&b.id));
        (options, made.calls)
    };
    assert_eq!(of(["A", "B"], false), of(["B", "A"], true));
}

#[test]
fn a_frame_without_stations_and_one_with_a_station_twice_are_refused() {
    assert_eq!(Frame::new(Vec::new()).unwrap_err().len(), 1);
    let station = |id: &str| FrameStation {
        id: id.to_owned(),
        stratum: "a".to_owned(),
        electors: None,
    };
    let found = Frame::new(vec![station("x"), station("y"), station("x")]).unwrap_err();
    assert_eq!(found[0].message.id, "quick-count-repeated-station");
}

#[test]
fn a_list_without_registered_voters_is_drawn_by_stations() {
    let frame = frame(&[("a", &[0; 30]), ("b", &[0; 10])]);
    let design = designed(&frame, &["A", "B"], 12);
    let needed: Vec<u64> = design.strata.iter().map(|stratum| stratum.needed).collect();
    assert_eq!(needed, [9, 3]);
}

/// Shares that are the same at every received station say nothing about those that were not drawn: 1.0e-17 of a
/// standard error is rounding.
#[test]
fn stations_that_are_all_alike_give_no_margin_no_call_and_no_release() {
    let frame = frame(&[("a", &[400; 60]), ("b", &[400; 40])]);
    let design = designed(&frame, &["A", "B"], 12);
    let picked: Vec<usize> = (0..6).chain(60..66).collect();
    let draw = drawn(&frame, &picked);
    let held = (0..12).map(|at| both(&[(at + 1) * 7, (at + 1) * 3]));
    let made = estimated(&design, &frame, &draw, held.collect()).document;
    assert_eq!(made.options[0].share.unwrap().get().to_string(), "0.7");
    assert!(made.options.iter().all(|option| option.margin_95.is_none()));
    assert_eq!(made.calls[0].answer, Answer::CannotBeCalled);
    assert!(!made.gate.passed && is_sound(&made));
}

/// With one stratum and n stations: 1 - 0.05^(1/n) of all stations.
#[test]
fn an_option_without_a_vote_has_a_one_sided_bound_and_holds_up_nothing() {
    let frame = frame(&[("a", &[400; 100])]);
    let mut wanted = crate::support::request(&["A", "B", "C"], 12);
    wanted.gate.stability_percent = 100;
    let design = scrutineer_rla::quick_count::design(&frame, wanted).unwrap();
    let draw = drawn(&frame, &(0..12).collect::<Vec<_>>());
    let held = (0..12u32).map(|at| {
        let mut reports = both(&[120 + at % 3, 60 - at % 5, 0]);
        for report in &mut reports {
            report.part = Some(1 + at % 2);
        }
        reports
    });
    let made = estimated(&design, &frame, &draw, held.collect()).document;
    assert!(made.options[0].margin_95.is_some() && made.options[0].stations_below.is_none());
    assert_eq!(made.options[2].margin_95, None);
    let below = made.options[2].stations_below.unwrap().get();
    assert!(
        (below - (1.0 - 0.05_f64.powf(1.0 / 12.0))).abs() < 1e-9,
        "{below}"
    );
    assert_eq!(made.calls[0].answer, Answer::Ahead);
    assert!(made.gate.passed, "{:?}", made.gate);
}
