//! Draws, and what is refused before and after them.

use scrutineer_rla::quick_count::{Draw, Frame, FrameStation, Size, design, draw, sha256_hex};

use crate::support::{designed, frame, request, table};

const SEED: &str = "31415926535897932384";

fn twelve() -> Frame {
    let stations = (1..=12).map(|at| FrameStation {
        id: format!("{at:02}:1"),
        stratum: "x".to_owned(),
        electors: Some(100),
    });
    Frame::new(stations.collect()).unwrap()
}

#[test]
fn the_stations_are_those_that_another_program_draws() {
    let frame = twelve();
    let design = designed(&frame, &["A", "B"], 4);
    let found = draw(&design, "digest", &frame, SEED, "notice board").unwrap();
    let ids: Vec<&str> = found
        .stations
        .iter()
        .map(|drawn| drawn.station.as_str())
        .collect();
    // Python: sorted by hashlib.sha256("scrutineer/draw/1|quick-count|e|c|q|1|SEED|ID").
    assert_eq!(ids, ["01:1", "09:1", "06:1", "11:1"]);
    assert_eq!(
        found.stations[0].ticket,
        "47edc1b67de4383e8d8072c363d8268a6330a1ef2982123fe306ccecb552bb75"
    );
}

#[test]
fn a_draw_that_was_changed_and_one_of_another_design_are_refused() {
    let frame = twelve();
    let design = designed(&frame, &["A", "B"], 4);
    let held = draw(&design, "digest", &frame, SEED, "notice board").unwrap();
    let bytes = held.to_bytes().unwrap();
    assert_eq!(Draw::read(&bytes, &design, "digest", &frame).unwrap(), held);
    let id = |bytes: &[u8], digest| {
        let problems = Draw::read(bytes, &design, digest, &frame).unwrap_err();
        problems[0].message.id.clone()
    };
    assert_eq!(id(&bytes, "other"), "quick-count-other-design");
    let other = String::from_utf8(bytes).unwrap().replace("09:1", "02:1");
    assert_eq!(id(other.as_bytes(), "digest"), "quick-count-other-draw");
    assert_eq!(id(b"{}", "digest"), "quick-count-not-written-here");
}

#[test]
fn a_short_seed_and_an_unannounced_digest_are_both_reported() {
    let frame = twelve();
    let design = designed(&frame, &["A", "B"], 4);
    let problems = draw(&design, "digest", &frame, "123", " ").unwrap_err();
    assert_eq!(problems.len(), 2);
}

#[test]
fn a_changed_frame_is_noticed() {
    let frame = twelve();
    let design = designed(&frame, &["A", "B"], 4);
    assert_eq!(design.frame.sha256, sha256_hex(frame.to_csv().as_bytes()));
    assert_eq!(Frame::read(&table(&frame.to_csv())).unwrap(), frame);
    let other = frame.to_csv().replace("05:1,x,100", "05:1,x,101");
    let other = Frame::read(&table(&other)).unwrap();
    assert_eq!(design.frame_problems(&other).len(), 2);
}

#[test]
fn planned_non_response_draws_more_and_never_more_than_there_are() {
    let frame = frame(&[("a", &[100; 40]), ("b", &[100; 5])]);
    let mut wanted = request(&["A", "B"], 14);
    wanted.response_percent = 70;
    let made = design(&frame, wanted).unwrap();
    let sizes: Vec<(u64, u64)> = made
        .strata
        .iter()
        .map(|stratum| (stratum.needed, stratum.drawn))
        .collect();
    // ceil(12 / 0.7) = 18, ceil(2 / 0.7) = 3.
    assert_eq!(sizes, [(12, 18), (2, 3)]);
    let mut wanted = request(&["A", "B"], 45);
    wanted.response_percent = 50;
    assert_eq!(design(&frame, wanted).unwrap().drawn(), 45);
}

#[test]
fn every_problem_of_a_request_is_reported() {
    let frame = twelve();
    let mut wanted = request(&[], 4);
    wanted.release_keys = vec!["one".to_owned(), "one".to_owned()];
    wanted.response_percent = 0;
    wanted.collapse_below = 1;
    wanted.size = Size::Margin(0.01);
    let ids: Vec<String> = design(&frame, wanted)
        .unwrap_err()
        .into_iter()
        .map(|problem| problem.message.id)
        .collect();
    assert_eq!(
        ids,
        [
            "quick-count-percent",
            "quick-count-collapse",
            "quick-count-two-keys",
            "quick-count-no-options",
            "quick-count-needs-previous"
        ]
    );
}
