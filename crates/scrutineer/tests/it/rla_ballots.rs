//! Audits of single ballots through the program: from the plan to the chain, and the refusals.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use scrutineer_testkit::scratch::Scratch;
use serde_json::Value;

use crate::rla::{SEED, town};
use crate::support::{done, json, run};

fn begun(scratch: &Scratch, method: &str) {
    town(scratch);
    done(
        scratch,
        &["rla", "plan", "e", "--link", "boxes", "--method", method],
    );
    done(scratch, &["rla", "commit", "e"]);
    let draw = [
        "rla",
        "draw",
        "e",
        "--seed",
        SEED,
        "--announced",
        "at the town hall",
    ];
    done(scratch, &draw);
}

/// What lies at a position of every box: as its sheet says.
fn honest(position: u64) -> &'static str {
    match position {
        1..=105 => "valid,A",
        106..=160 => "valid,B",
        161..=165 => "spoilt,",
        _ => "empty,",
    }
}

/// The file to fill in, filled in.
fn filled(scratch: &Scratch, round: u32, row: &dyn Fn(usize, &str, u64) -> String) {
    let path = scratch
        .path()
        .join(format!("e/rla/boxes/to-record-{round}.csv"));
    let blank = fs::read_to_string(path).unwrap();
    let mut lines = blank.lines();
    let mut text = format!("{}\n", lines.next().unwrap());
    assert_eq!(
        text,
        "station,position,status,option,in_box,role,date,supersedes\n"
    );
    for (n, line) in lines.enumerate() {
        let mut cells = line.split(',');
        let station = cells.next().unwrap();
        let position = cells.next().unwrap().parse().unwrap();
        let _ = writeln!(text, "{}", row(n, station, position));
    }
    scratch.write("seen.csv", text);
}

fn right(_: usize, station: &str, position: u64) -> String {
    format!(
        "{station},{position},{},165,audit-board,,",
        honest(position)
    )
}

fn link(scratch: &Scratch) -> (String, String) {
    let report = json(scratch, &["audit", "e", "--json"]);
    let link = &report["contests"][0]["sources"][0]["chain"][0];
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (text(&link["status"]), text(&link["reasons"][0]))
}

fn publish(scratch: &Scratch) -> crate::support::Run {
    run(
        scratch,
        &[
            "publish",
            "e",
            "--out",
            "bundle",
            "--state",
            "state",
            "--insecure-demo-key",
            "--close",
        ],
    )
}

/// Draws and records until the audit ends; gives what was measured.
fn to_the_end(scratch: &Scratch) -> Value {
    for round in 1.. {
        filled(scratch, round, &right);
        done(scratch, &["rla", "record", "e", "seen.csv"]);
        let measured = json(scratch, &["rla", "measure", "e", "--json"]);
        if measured["outcome"] != "continue" || round == 9 {
            return measured;
        }
        done(scratch, &["rla", "draw", "e"]);
    }
    unreachable!("it ended")
}

/// Which ballots come is chance: a size of single ballots is enough in about nine of ten audits.
fn is_likely(line: &str) -> bool {
    ["about nine of ten audits", "unas nueve de diez auditorías"]
        .iter()
        .any(|words| line.contains(words))
}

/// Every second ballot is said to be blank, so that the first draws are not enough.
#[test]
fn further_draws_of_ballots_are_enough_in_nine_of_ten_audits_too() {
    let scratch = Scratch::new();
    begun(&scratch, "alpha");
    let row = |n: usize, station: &str, position: u64| {
        let found = if n.is_multiple_of(2) && position <= 165 {
            "blank,"
        } else {
            honest(position)
        };
        format!("{station},{position},{found},165,audit-board,,")
    };
    filled(&scratch, 1, &row);
    done(&scratch, &["rla", "record", "e", "seen.csv"]);
    for (language, next) in [("en", "further draw"), ("es", "sorteos más")] {
        let said = done(&scratch, &["rla", "measure", "e", "--lang", language]);
        let mut lines = said.lines().filter(|line| line.contains(next));
        let line = lines.next().unwrap_or(&said);
        assert!(is_likely(line), "{line}");
    }
}

#[test]
fn a_plan_of_ballots_says_sizes_population_and_hours_in_both_languages() {
    let scratch = Scratch::new();
    town(&scratch);
    // Sizes by Python's math from the formulas of the specification, over 78 * 200 positions of which 3,120 have no valid
    // vote: expected 93.30 and 97.47, in nine of ten 253.00 and 218.25.
    for (method, expected, most) in [("bravo", 94, 254), ("alpha", 98, 219)] {
        let call = ["rla", "plan", "e", "--link", "boxes", "--method", method];
        let plan = json(&scratch, &[&call[..], &["--json"]].concat());
        assert_eq!(plan["size"], most);
        assert_eq!(plan["registers"][0]["margin"], 3_500);
        assert_eq!(plan["registers"][0]["sizes"]["ballots"]["5"], most);
        assert_eq!(plan["ballot_outlook"]["expected"], expected);
        assert_eq!(plan["ballots"]["ballots"], 78 * 200);
        // Nearly every box is opened, and no ballot is likely to come twice.
        assert!(plan["workload"]["stations"].as_u64().unwrap() > 65);
        let ballots = plan["workload"]["ballots"].as_u64().unwrap();
        assert!((most - 4..=most).contains(&ballots), "{ballots}");
        for (language, words) in [("en", "15,600"), ("es", "15.600")] {
            let said = done(&scratch, &[&call[..], &["--lang", language]].concat());
            assert!(said.contains(words), "{said}");
            // The sizes, the first size, and the methods side by side.
            let draws = [format!("{most} draws"), format!("{most} sorteos")];
            let is_size = |line: &&str| draws.iter().any(|size| line.contains(size));
            let sized: Vec<&str> = said.lines().filter(is_size).collect();
            assert_eq!(sized.len(), 3, "{said}");
            for line in sized {
                assert!(is_likely(line), "{line}");
            }
        }
    }
    let other = run(
        &scratch,
        &[
            "rla",
            "plan",
            "e",
            "--link",
            "transcription",
            "--method",
            "alpha",
        ],
    );
    assert_eq!((other.code, other.out.as_str()), (2, ""), "{}", other.err);
}

#[test]
fn honest_ballots_bound_link_1_and_a_stranger_replays_them_from_the_log() {
    for method in ["alpha", "bravo"] {
        let scratch = Scratch::new();
        begun(&scratch, method);
        assert_eq!(link(&scratch).0, "open");
        let measured = to_the_end(&scratch);
        assert_eq!(measured["outcome"], "confirmed", "{method}");
        assert_eq!(measured["sample"]["unit"], "ballot");
        assert_eq!(
            link(&scratch),
            ("bounded".to_owned(), "1-risk-ballots".to_owned())
        );
        let page = done(&scratch, &["audit", "e"]);
        assert!(!page.contains("The ballots were not examined."), "{page}");
        // The risk follows from the certificate alone: t = 1/2 + 400 / (2 * 15,600).
        let mean = 0.5 + 400.0 / (2.0 * 15_600.0);
        let eta = 0.5 + 3_900.0 / (2.0 * 15_600.0);
        let (mut sum, mut drawn, mut ln_p, mut least) = (0.0, 0.0_f64, 0.0, 0.0_f64);
        for line in measured["draws"].as_array().unwrap() {
            let value = line["value"].as_u64().unwrap();
            let (station, position) = (value / 200, value % 200 + 1);
            assert_eq!(line["position"], position);
            assert_eq!(line["above"], station * 200);
            let x = match line["option"].as_str() {
                Some("A") => 1.0,
                Some(_) => 0.0,
                None => 0.5,
            };
            let lambda = if method == "bravo" {
                let squares = [(8_190.0, 1.0), (4_290.0, 0.0), (3_120.0, 0.5_f64)];
                let squares: f64 = squares
                    .iter()
                    .map(|(votes, x)| votes / 15_600.0 * (x - mean) * (x - mean))
                    .sum();
                (eta - mean) / squares
            } else {
                let step = (eta - mean) / 2.0 / (100.0 + drawn).sqrt();
                let shrunk: f64 = (100.0 * eta + sum) / (100.0 + drawn);
                let eta_j = shrunk.max(mean + step).min(1.0 - step);
                (eta_j - mean) / (mean * (1.0 - mean))
            };
            ln_p -= (1.0 + lambda * (x - mean)).ln();
            least = least.min(ln_p);
            let found = line["claims"][0]["ln_p"].as_f64().unwrap();
            // Documents have 10 significant digits.
            assert!(
                (found - ln_p).abs() < 1e-9 * ln_p.abs().max(1.0),
                "{found} {ln_p}"
            );
            sum += x;
            drawn += 1.0;
        }
        let p = measured["risk"]["decides"].as_f64().unwrap();
        assert!((p - least.exp()).abs() < 1e-9 && p <= 0.05, "{p}");
        done(&scratch, &["rla", "measure", "e"]);
        let place = scratch.path().join("e/rla/boxes/certificate.txt");
        let text = fs::read_to_string(place).unwrap();
        for part in ["sha256sum", SEED, "ln_p_1", "t = 0.5128205128", "electors"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        let published = publish(&scratch);
        assert_eq!(published.code, 0, "{}", published.err);
        let verified = json(
            &scratch,
            &["verify", "bundle", "--policy", "state/policy.txt", "--json"],
        );
        assert_eq!(verified["result"], "verified", "{verified:#}");
    }
}

#[test]
fn a_wrong_outcome_is_not_confirmed_and_the_boxes_are_counted() {
    let scratch = Scratch::new();
    begun(&scratch, "alpha");
    // Every box has 80 votes for either.
    let tie = |_: usize, station: &str, position: u64| {
        let seen = match position {
            1..=80 => "valid,A",
            81..=160 => "valid,B",
            161..=165 => "blank,",
            _ => "empty,",
        };
        format!("{station},{position},{seen},165,observer,,")
    };
    filled(&scratch, 1, &tie);
    let said = done(&scratch, &["rla", "record", "e", "seen.csv"]);
    assert!(!said.contains("Confirmed"), "{said}");
    assert_eq!(link(&scratch).0, "open");
    done(&scratch, &["rla", "draw", "e", "--full-count"]);
    let path = scratch.path().join("e/rla/boxes/to-record-full-count.csv");
    let blank = fs::read_to_string(path).unwrap();
    let mut text = String::from("station,status,role,A,B\n");
    for line in blank.lines().skip(1) {
        let station = line.split(',').next().unwrap();
        let _ = writeln!(text, "{station},counted,court,55,105");
    }
    scratch.write("counts.csv", text);
    let said = done(&scratch, &["rla", "record", "e", "counts.csv"]);
    assert!(said.contains("Overturned"), "{said}");
    assert_eq!(link(&scratch).0, "broken");
}

#[test]
fn a_missing_ballot_counts_as_one_against_the_outcome() {
    let ln = |row: &dyn Fn(usize, &str, u64) -> String| {
        let scratch = Scratch::new();
        begun(&scratch, "bravo");
        filled(&scratch, 1, row);
        let said = done(&scratch, &["rla", "record", "e", "seen.csv"]);
        let measured = json(&scratch, &["rla", "measure", "e", "--json"]);
        let last = measured["draws"]
            .as_array()
            .unwrap()
            .last()
            .unwrap()
            .clone();
        let ln_p = last["claims"][0]["ln_p"].as_f64().unwrap();
        (said, measured, ln_p)
    };
    let (said, measured, missing) = ln(&|n, station, position| match position {
        1..=10 => format!("{station},{position},missing,,165,observer,,"),
        11..=20 => format!("{station},{position},refused,,,observer,,"),
        _ => right(n, station, position),
    });
    assert!(
        said.contains("no ballot was found") && said.contains("access was refused"),
        "{said}"
    );
    assert_eq!(measured["findings"][0]["finding"], "absent");
    let (_, _, against) = ln(&|n, station, position| match position {
        1..=20 => format!("{station},{position},valid,B,165,observer,,"),
        _ => right(n, station, position),
    });
    assert!((missing - against).abs() < 1e-9);
    let (_, _, clean) = ln(&right);
    assert!(missing > clean);
}

#[test]
fn a_wrong_file_is_refused_with_every_row_and_column() {
    let scratch = Scratch::new();
    begun(&scratch, "alpha");
    let blank = fs::read_to_string(scratch.path().join("e/rla/boxes/to-record-1.csv")).unwrap();
    let ballots: Vec<&str> = blank
        .lines()
        .skip(1)
        .map(|line| line.trim_end_matches(','))
        .collect();
    let wrong = format!(
        "station,position,status,option,in_box,role\n\
         P1:1,201,blank,,201,observer\n\
         {0},valid,C,200,observer\n\
         {1},blank,,200,observer\n\
         {1},blank,,200,observer\n\
         {2},valid,A,200,Someone\n",
        ballots[0], ballots[1], ballots[2]
    );
    scratch.write("wrong.csv", wrong);
    for (language, beyond) in [("en", "1 to 200"), ("es", "1 a 200")] {
        let refused = run(
            &scratch,
            &["rla", "record", "e", "wrong.csv", "--lang", language],
        );
        assert_eq!((refused.code, refused.out.as_str()), (1, ""));
        for place in [
            "wrong.csv:2:position",
            "wrong.csv:3:option",
            "wrong.csv:5:position",
            "wrong.csv:6:role",
            beyond,
        ] {
            assert!(refused.err.contains(place), "{place}: {}", refused.err);
        }
        assert!(!refused.err.contains("Someone"), "{}", refused.err);
    }
    assert!(!scratch.path().join("e/rla/boxes/records-1.json").exists());
    // What was recorded is only superseded, never entered again.
    filled(&scratch, 1, &right);
    done(&scratch, &["rla", "record", "e", "seen.csv"]);
    let again = run(&scratch, &["rla", "record", "e", "seen.csv"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("supersedes"), "{}", again.err);
}

#[test]
fn a_box_with_too_many_ballots_leaves_only_a_full_count() {
    for (in_box, finding, outcome, en, es) in [
        (
            201,
            "too-large",
            "full-count",
            "201 ballots in a box that can hold 200",
            "caben 200",
        ),
        (
            180,
            "discrepancy",
            "confirmed",
            "180 ballots in the box, 165 by its sheet",
            "165 según",
        ),
    ] {
        let scratch = Scratch::new();
        begun(&scratch, "alpha");
        for round in 1.. {
            filled(&scratch, round, &|n, station, position| {
                let seen = match position {
                    _ if station != "P7:1" => return right(n, station, position),
                    _ if position > in_box => "empty,",
                    161.. => "blank,",
                    _ => honest(position),
                };
                format!("{station},{position},{seen},{in_box},observer,,")
            });
            done(&scratch, &["rla", "record", "e", "seen.csv"]);
            let measured = json(&scratch, &["rla", "measure", "e", "--json"]);
            if measured["outcome"] != "continue" || round == 9 {
                break;
            }
            done(&scratch, &["rla", "draw", "e"]);
        }
        let measured = json(&scratch, &["rla", "measure", "e", "--json"]);
        assert_eq!(measured["outcome"], outcome);
        assert_eq!(measured["findings"][0]["finding"], finding);
        assert_eq!(measured["risk"]["decides"] == 1.0, in_box > 200);
        assert_eq!(measured["next_unit"] == "station", in_box > 200);
        for (language, words) in [("en", en), ("es", es)] {
            let said = done(&scratch, &["rla", "measure", "e", "--lang", language]);
            assert!(said.contains(words), "{said}");
            let place = scratch.path().join("e/rla/boxes/certificate.txt");
            let text = fs::read_to_string(place).unwrap();
            assert_eq!(text.contains(words), in_box > 200, "{text}");
            let rows = text
                .lines()
                .skip_while(|line| !line.starts_with("round,n,"));
            let widths = rows.take_while(|line| !line.is_empty());
            let widths: BTreeSet<usize> = widths.map(|line| line.split(',').count()).collect();
            assert_eq!(widths.len(), 1, "{text}");
        }
    }
}

#[test]
fn a_draw_of_ballots_cannot_be_made_again_behind_the_log() {
    let scratch = Scratch::new();
    begun(&scratch, "alpha");
    assert_eq!(publish(&scratch).code, 0);
    fs::remove_file(scratch.path().join("e/rla/boxes/draw-1.json")).unwrap();
    assert_eq!(publish(&scratch).code, 1);
    done(
        &scratch,
        &["rla", "draw", "e", "--seed", "27182818284590452353"],
    );
    let other = publish(&scratch);
    assert_eq!(other.code, 1);
    assert!(other.err.contains("boxes"), "{}", other.err);
}

#[test]
fn positions_are_those_of_the_box_whatever_its_sheet_says() {
    for (said, positions) in [
        ("P1,1,200,,,,", 78 * 200),
        ("P1,1,200,160,160,0,", 78 * 200),
        ("P1,1,200,,160,60,", 77 * 200 + 220),
        ("P1,1,200,230,160,70,", 77 * 200 + 230),
    ] {
        let scratch = Scratch::new();
        town(&scratch);
        let sheets = fs::read_to_string(scratch.path().join("e/sheets.csv")).unwrap();
        let sheets = sheets.replacen("P1,1,200,165,160,5,", said, 1);
        scratch.write("e/sheets.csv", sheets);
        let call = ["rla", "plan", "e", "--link", "boxes", "--method", "alpha"];
        let plan = json(&scratch, &[&call[..], &["--json"]].concat());
        assert_eq!(plan["ballots"]["ballots"], positions, "{said}");
    }
}

#[test]
fn a_conclusion_does_not_stand_where_a_sheet_says_more_ballots_than_could_be_drawn() {
    let scratch = Scratch::new();
    begun(&scratch, "alpha");
    assert_eq!(to_the_end(&scratch)["outcome"], "confirmed");
    let sheets = fs::read_to_string(scratch.path().join("e/sheets.csv")).unwrap();
    for (said, status) in [
        // Up to the capacity nothing changes: these positions could be drawn.
        ("P1,1,200,199,160,39,", "bounded"),
        ("P1,1,200,201,160,41,", "open"),
        ("P1,1,200,,160,60,", "open"),
        ("P1,1,210,165,160,5,", "open"),
    ] {
        let other = sheets.replacen("P1,1,200,165,160,5,", said, 1);
        scratch.write("e/sheets.csv", other);
        assert_eq!(link(&scratch).0, status, "{said}");
    }
}

/// Records of every ballot of the town as `honest` finds them, but for `change`.
fn cast(scratch: &Scratch, change: &dyn Fn(u64, u64) -> Option<&'static str>) {
    let mut text = String::from("station,position,option\n");
    for place in 1..=78 {
        for position in 1..=165 {
            let usual = match position {
                1..=105 => "A",
                106..=160 => "B",
                _ => "",
            };
            let option = change(place, position).unwrap_or(usual);
            let _ = writeln!(text, "P{place}:1,{position},{option}");
        }
    }
    scratch.write("cast.csv", text);
}

const COMPARE: [&str; 9] = [
    "rla",
    "plan",
    "e",
    "--link",
    "boxes",
    "--method",
    "ballot-comparison",
    "--cvr",
    "cast.csv",
];

#[test]
fn ballots_compared_with_their_records_bound_link_1_by_the_closed_form() {
    let scratch = Scratch::new();
    town(&scratch);
    cast(&scratch, &|_, _| None);
    let plan = json(&scratch, &[&COMPARE[..], &["--json"]].concat());
    // v = 3,500 / 15,600; ln 0.05 / ln(1 + 1.8 (1 / (2 - v) - 1/2)) = -27.81.
    let v = 3_500.0 / 15_600.0_f64;
    let factor = 1.0 + 1.8 * (1.0 / (2.0 - v) - 0.5);
    let size = (0.05_f64.ln() / -factor.ln()).ceil();
    assert_eq!(plan["size"].as_f64(), Some(size));
    assert_eq!(plan["ballot_outlook"]["compared"]["unrecorded"], 0);
    // Beside the methods that need no records, and with the fewest ballots.
    let methods = plan["methods"].as_array().unwrap();
    assert_eq!(methods.len(), 5);
    assert_eq!(methods[4]["method"], "ballot-comparison");
    assert_eq!(methods[4]["size"].as_f64(), Some(size));
    assert_eq!(methods[4]["workload"], plan["workload"]);
    done(&scratch, &["rla", "commit", "e"]);
    done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    // What the audit rests on cannot be exchanged any more.
    let place = scratch.path().join("e/rla/boxes/ballot-records.csv");
    let held = fs::read_to_string(&place).unwrap();
    fs::write(&place, held.replacen("P1:1,1,A", "P1:1,1,B", 1)).unwrap();
    let refused = run(&scratch, &["rla", "measure", "e"]);
    assert_eq!(refused.code, 1);
    fs::write(&place, held).unwrap();
    let forms = scratch.path().join("e/rla/boxes/forms-1.html");
    let forms = fs::read_to_string(forms).unwrap();
    assert!(!forms.contains("105"));
    // The boxes are counted on a page of their own, before the one with the positions.
    let of = |words: &str| forms.matches(words).count();
    assert!(of("positions</h2>") > 10 && of("</h2>") == 2 * of("positions</h2>"));
    assert!(forms.find("Witnesses") < forms.find("Position, from the top"));
    filled(&scratch, 1, &right);
    let said = done(&scratch, &["rla", "record", "e", "seen.csv"]);
    assert!(said.contains("Confirmed"), "{said}");
    let measured = json(&scratch, &["rla", "measure", "e", "--json"]);
    let p = measured["risk"]["decides"].as_f64().unwrap();
    assert!((p - factor.powf(-size)).abs() < 1e-9, "{p}");
    assert_eq!(
        link(&scratch),
        ("bounded".to_owned(), "1-risk-ballots".to_owned())
    );
    for language in ["en", "es"] {
        done(&scratch, &["rla", "measure", "e", "--lang", language]);
        let text = fs::read_to_string(scratch.path().join("e/rla/boxes/certificate.txt")).unwrap();
        assert!(
            text.contains("position,record,status,option,x_1,ln_p_1"),
            "{text}"
        );
    }
    assert_eq!(publish(&scratch).code, 0);
    let verified = json(
        &scratch,
        &["verify", "bundle", "--policy", "state/policy.txt", "--json"],
    );
    assert_eq!(verified["result"], "verified", "{verified:#}");
}

#[test]
fn a_ballot_that_is_not_its_record_is_a_finding_and_wrong_records_are_refused() {
    let scratch = Scratch::new();
    town(&scratch);
    cast(&scratch, &|_, _| None);
    done(&scratch, &COMPARE);
    done(&scratch, &["rla", "commit", "e"]);
    done(
        &scratch,
        &["rla", "draw", "e", "--seed", SEED, "--size", "60"],
    );
    // In truth every box has 80 votes for either.
    filled(&scratch, 1, &|n, station, position| match position {
        81..=105 => format!("{station},{position},valid,B,165,observer,,"),
        _ => right(n, station, position),
    });
    let said = done(&scratch, &["rla", "record", "e", "seen.csv"]);
    assert!(said.contains("the record differs; net 2 votes"), "{said}");
    assert!(!said.contains("Confirmed"), "{said}");
    let measured = json(&scratch, &["rla", "measure", "e", "--json"]);
    assert_eq!(measured["findings"][0]["finding"], "discrepancy");
    assert_eq!(link(&scratch).0, "open");
    // Records of the other outcome, of another option, and none at all.
    let with = |arguments: &[&'static str]| [arguments, &["--audit", "other"]].concat();
    cast(&scratch, &|_, position| (position <= 105).then_some("B"));
    let other = run(&scratch, &with(&COMPARE));
    assert_eq!(other.code, 1);
    assert!(
        other.err.contains("do not show the outcome"),
        "{}",
        other.err
    );
    cast(&scratch, &|place, position| {
        (place == 2 && position == 7).then_some("Z")
    });
    let other = run(&scratch, &with(&COMPARE));
    assert_eq!(other.code, 1);
    assert!(other.err.contains('Z'), "{}", other.err);
    let none = run(&scratch, &with(&COMPARE[..7]));
    assert_eq!(none.code, 1);
    assert!(none.err.contains("--cvr"), "{}", none.err);
    assert!(!scratch.path().join("e/rla/other").exists());
}

#[test]
fn ballots_without_a_record_count_as_phantoms() {
    let scratch = Scratch::new();
    town(&scratch);
    cast(&scratch, &|_, _| None);
    let text = fs::read_to_string(scratch.path().join("cast.csv")).unwrap();
    // Station P3 was not recorded ballot by ballot.
    let kept: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with("P3:"))
        .collect();
    scratch.write("cast.csv", format!("{}\n", kept.join("\n")));
    let plan = json(&scratch, &[&COMPARE[..], &["--json"]].concat());
    assert_eq!(plan["ballot_outlook"]["compared"]["unrecorded"], 165);
    assert_eq!(plan["ballots"]["ballots"], 15_600);
    done(&scratch, &["rla", "commit", "e"]);
    done(
        &scratch,
        &["rla", "draw", "e", "--seed", SEED, "--size", "300"],
    );
    filled(&scratch, 1, &right);
    let said = done(&scratch, &["rla", "record", "e", "seen.csv"]);
    assert!(said.contains("it has no record"), "{said}");
    // The sums are part of the plan and of what is measured: station P3 has 50 votes of the margin.
    let sums =
        "At one station the records of ballots do not have the votes of the sheet, by 50 votes";
    assert!(said.contains(sums), "{said}");
    let again = [&COMPARE[..], &["--audit", "again"]].concat();
    assert!(done(&scratch, &again).contains(sums));
    let spanish = done(&scratch, &[&again[..], &["--lang", "es"]].concat());
    assert!(spanish.contains("por 50 votos del margen"), "{spanish}");
}
