//! Audits in strata. The numbers are those of a computation apart (mpmath, 30 digits, golden section over the
//! allocations; `hashlib` for the draws), unless a formula stands beside them.

use scrutineer_model::Message;

use super::*;
use crate::batch::{Bet, initial_size, next_size};

/// 40 stations of 130 to 70 in N, 20 of 100 to 100 in S, each for 250, and 300 votes without a record: bounds of 40 x 310
/// and 20 x 250 over a margin of 40 x 60 - 300.
fn region(rates: &[(&str, Rate)]) -> (Frame, PlanOptions) {
    let mut frame = frame_of(60, [130, 70], 250, 300);
    let mut rows = frame.manifest.rows().to_vec();
    for row in rows.iter_mut().skip(40) {
        row.votes = vec![100, 100];
    }
    frame.manifest = Manifest::new(vec![code("A"), code("B")], rows);
    let with = stratified(&frame, &|at| if at < 40 { "N" } else { "S" }, rates);
    (frame, with)
}

fn stratified(
    frame: &Frame,
    of: &dyn Fn(usize) -> &'static str,
    rates: &[(&str, Rate)],
) -> PlanOptions {
    let rows = frame.manifest.rows().iter().enumerate();
    let named = rates.iter();
    PlanOptions {
        strata: Some(StrataOptions {
            by: "region".to_owned(),
            of: rows
                .map(|(at, row)| (row.station.clone(), of(at).to_owned()))
                .collect(),
            rates: named.map(|(id, rate)| ((*id).to_owned(), *rate)).collect(),
        }),
        ..options(Kind::Boxes, Method::Stratified)
    }
}

fn counted(station: &str) -> String {
    let votes = if station < "0040" {
        "130,70"
    } else {
        "100,100"
    };
    format!("{station},counted,audit-board,{votes}")
}

fn begun(frame: &Frame, with: &PlanOptions) -> Folder {
    let mut folder = Folder::planned(frame, with);
    folder.commit();
    folder
}

fn p_of(audit: &Audit) -> f64 {
    audit.measure().unwrap().p
}

#[test]
fn one_stratum_is_the_measure_of_the_whole_list() {
    let frame = frame_of(400, [130, 70], 250, 300);
    for limit in ["10%", "5%", "1%"] {
        let mut with = stratified(&frame, &|_| "all", &[]);
        with.risk_limit = RiskLimit::parse(limit).unwrap();
        let mut folder = begun(&frame, &with);
        let setup = folder.read().unwrap();
        let weights = setup.setup().comparison().weights().clone();
        let first = initial_size(Bet::SURVIVING, &weights, with.risk_limit.get());
        assert_eq!(setup.setup().first_size(), first);
        folder.draw(16);
        let rows = folder.rows(|n, station| match n {
            0 => format!("{station},missing,observer,,"),
            1 => format!("{station},counted,audit-board,110,90"),
            2 => format!("{station},counted,audit-board,140,60"),
            _ => counted(station),
        });
        let audit = folder.record(&rows).unwrap();
        let measured = audit.measure().unwrap();
        let risk = Bet::SURVIVING.measure(&weights, &measured.taints);
        assert!(
            (measured.p - risk.p).abs() < 1e-12,
            "{} {}",
            measured.p,
            risk.p
        );
        assert!((measured.assertions[0].p - risk.p).abs() < 1e-12);
        let Size::Draws(more) =
            next_size(Bet::SURVIVING, &weights, with.risk_limit.get(), risk.ln_p)
        else {
            panic!("400 stations are enough");
        };
        assert_eq!(measured.next, NextStep::Draw(more));
    }
}

#[test]
fn the_risk_is_the_largest_over_all_ways_to_share_the_error() {
    let (frame, with) = region(&[]);
    let planning = plan(&frame, &with).unwrap();
    let strata: Vec<(u64, u64)> = planning
        .strata
        .iter()
        .map(|held| (held.stations, held.draws))
        .collect();
    // 20 draws give 0.09798; one more is kept for a small error.
    assert_eq!(planning.ready.as_ref().unwrap().2, Size::Draws(21));
    // 14 / 12,400 is less than 6 / 5,000: the reserve is in N.
    assert_eq!(strata, [(40, 15), (20, 6)]);
    let mut folder = begun(&frame, &with);
    folder.draw(30);
    let audit = folder
        .record(&folder.rows(|_, station| counted(station)))
        .unwrap();
    assert!((p_of(&audit) - 0.030_667_555_425_627_75).abs() < 1e-12);
    assert_eq!(audit.word(), "confirmed");
    let [bound] = &audit.risk_bounds()[..] else {
        panic!("one link");
    };
    assert_eq!(
        (bound.link, bound.method.as_str()),
        (Link::BallotsToSheet, "box-audit")
    );
    assert_eq!(bound.sample, audit.measure().unwrap().audited);
    // The same records rest on the same, whatever they are divided into.
    let whole = Folder::planned(&frame, &options(Kind::Boxes, Method::Capped));
    assert_eq!(audit.basis(), whole.read().unwrap().basis());
    // Three times as often in S: the other stratum is what limits then.
    let (frame, with) = region(&[("S", Rate::Times(3))]);
    assert_eq!(
        plan(&frame, &with).unwrap().ready.unwrap().2,
        Size::Draws(31)
    );
    let mut folder = begun(&frame, &with);
    folder.draw(30);
    let audit = folder
        .record(&folder.rows(|_, station| counted(station)))
        .unwrap();
    assert!((p_of(&audit) - 0.094_551_683_787_054_4).abs() < 1e-12);
}

#[test]
fn a_missing_box_is_the_worst_case_in_its_stratum_and_a_finding() {
    let (frame, with) = region(&[]);
    let mut folder = begun(&frame, &with);
    folder.draw(40);
    let audit = folder.read().unwrap();
    let draws = audit.rounds()[0].draws.iter();
    let of = |stratum: &str| {
        draws
            .clone()
            .filter(|held| held.stratum.as_deref() == Some(stratum))
            .count()
    };
    assert_eq!([of("N"), of("S")], [28, 12]);
    let once = draws.clone().find(|held| {
        let again = draws.clone().filter(|other| other.station == held.station);
        held.stratum.as_deref() == Some("S") && again.count() == 1
    });
    let once = once.unwrap().station.clone();
    let rows = folder.rows(|_, station| {
        if station == once {
            format!("{station},refused,observer,,")
        } else {
            counted(station)
        }
    });
    let audit = folder.record(&rows).unwrap();
    assert!((p_of(&audit) - 0.106_704_906_993_996_15).abs() < 1e-12);
    assert_eq!(
        (audit.word(), audit.risk_bounds()),
        ("auditing", Vec::new())
    );
    let measured = audit.measure().unwrap();
    assert_eq!(measured.absent.len(), 1);
    assert_eq!(audit.absent()[0].absence, Absence::Refused);
    assert_eq!(measured.kaplan_markov.or(measured.capped), None);
    let NextStep::Draw(more) = measured.next else {
        panic!("a few draws more");
    };
    folder.draw(more);
    let audit = folder
        .record(&folder.rows(|_, station| counted(station)))
        .unwrap();
    assert_eq!(audit.word(), "confirmed");
}

/// The share drawn of `bound x rate` is kept equal; the sums of bounds are 12,400 and 5,000.
#[test]
fn the_strata_take_turns_by_a_rule_and_each_is_drawn_by_its_own_tag() {
    for (rates, expected) in [
        (&[][..], "NSNNSNNSNNNSNNSNNNSN"),
        (&[("S", Rate::Times(3))][..], "NSSNSNSNSNSSNSNSNSNS"),
    ] {
        let (frame, with) = region(rates);
        let mut folder = begun(&frame, &with);
        folder.draw(20);
        let audit = folder.read().unwrap();
        let draws = &audit.rounds()[0].draws;
        let order: String = draws
            .iter()
            .filter_map(|held| held.stratum.clone())
            .collect();
        assert_eq!(order, expected);
        // SHA-256 of scrutineer/draw/1|boxes-strata|town|mayor|first|1|N|SEED|1 and of the same with S and 2.
        assert_eq!((draws[0].value, draws[1].value), (153, 3_100));
        assert_eq!(
            (draws[0].station.as_str(), draws[1].station.as_str()),
            ("0000:1", "0052:1")
        );
    }
}

#[test]
fn rounds_are_one_stream_over_all_strata_wherever_they_were_cut() {
    let (frame, with) = region(&[("S", Rate::Times(2))]);
    let drawn = |cuts: &[u64]| {
        let mut folder = begun(&frame, &with);
        for &count in cuts {
            folder.draw(count);
            let rows = folder.rows(|_, station| counted(station));
            if !rows.rows.is_empty() {
                folder.record(&rows).unwrap();
            }
        }
        let audit = folder.read().unwrap();
        let rounds = audit.rounds().iter();
        let draws: Vec<_> = rounds.flat_map(|round| round.draws.clone()).collect();
        (draws, p_of(&audit).to_bits())
    };
    assert_eq!(drawn(&[1, 4, 5]), drawn(&[10]));
}

/// S is looked at as a whole, so that its error is known: with `m = (1 - 1/U - (5,000 / 17,400) x kept) / (12,400 / 17,400)`
/// each clean draw in N gives `0.1 + 0.9 / m`.
#[test]
fn a_stratum_that_is_looked_at_as_a_whole_is_known() {
    let (frame, with) = region(&[("S", Rate::WHOLE)]);
    for (draws, missing, expected) in [
        (15, None, 0.079_891_906_727_371_64),
        (25, Some("0041:1"), 0.025_643_346_936_835_44),
    ] {
        let mut folder = begun(&frame, &with);
        folder.draw(draws);
        let audit = folder.read().unwrap();
        assert!((40..60).all(|at| audit.pending().contains(&at)));
        assert!(
            audit.rounds()[0]
                .draws
                .iter()
                .all(|held| held.stratum.as_deref() == Some("N"))
        );
        let all = folder.rows(|_, station| {
            if Some(station) == missing {
                format!("{station},missing,observer,,")
            } else {
                counted(station)
            }
        });
        // As long as one of its stations is left, nothing is known of it: all that is wrong can be there.
        let mut some = all.clone();
        let last = some.rows.pop();
        let before = folder.record(&some).unwrap();
        assert!((p_of(&before) - 1.0).abs() < 1e-12);
        assert_eq!(before.measure().unwrap().next, NextStep::Record);
        let mut rest = all;
        rest.rows = last.into_iter().collect();
        let audit = folder.record(&rest).unwrap();
        assert!((p_of(&audit) - expected).abs() < 1e-12, "{}", p_of(&audit));
        assert_eq!(
            audit.measure().unwrap().absent.len(),
            usize::from(missing.is_some())
        );
        let held = strata_certificate(&audit);
        assert_eq!(held.counted.len(), 20);
        assert!(
            held.counted
                .iter()
                .all(|line| line.taint.is_some() && line.bound == 250)
        );
        assert_eq!(audit.word(), "confirmed");
    }
}

#[test]
fn where_the_strata_that_are_drawn_cannot_hold_the_margin_nothing_is_left_to_chance() {
    // 2 stations of S can be wrong by 500 of a margin of 2,400.
    let mut frame = frame_of(42, [130, 70], 250, 0);
    let mut rows = frame.manifest.rows().to_vec();
    for row in rows.iter_mut().skip(40) {
        row.votes = vec![100, 100];
    }
    frame.manifest = Manifest::new(vec![code("A"), code("B")], rows);
    let with = stratified(
        &frame,
        &|at| if at < 40 { "N" } else { "S" },
        &[("N", Rate::WHOLE)],
    );
    let mut folder = begun(&frame, &with);
    assert_eq!(folder.read().unwrap().setup().first_size(), Size::Draws(1));
    folder.draw(1);
    let audit = folder
        .record(&folder.rows(|_, station| counted(station)))
        .unwrap();
    assert!(audit.word() == "confirmed" && p_of(&audit) <= 0.0);
}

#[test]
fn a_stratum_of_one_station_and_one_in_which_nothing_can_be_wrong_are_taken() {
    let mut frame = frame_of(60, [130, 70], 250, 300);
    let mut rows = frame.manifest.rows().to_vec();
    for row in rows.iter_mut().skip(50) {
        (row.votes, row.capacity) = (vec![0, 0], 0);
    }
    frame.manifest = Manifest::new(vec![code("A"), code("B")], rows);
    let of = |at: usize| match at {
        0 => "alone",
        50.. => "closed",
        _ => "rest",
    };
    let with = stratified(&frame, &of, &[("closed", Rate::Times(9))]);
    let mut folder = begun(&frame, &with);
    let audit = folder.read().unwrap();
    let plans: Vec<Rate> = audit
        .setup()
        .strata()
        .unwrap()
        .plans()
        .map(|held| held.rate)
        .collect();
    assert_eq!(plans, [Rate::WHOLE, Rate::Times(9), Rate::ONE]);
    folder.draw(30);
    let audit = folder.read().unwrap();
    assert!(audit.pending().contains(&0) && audit.pending().iter().all(|at| *at < 50));
    let audit = folder
        .record(&folder.rows(|_, station| counted(station)))
        .unwrap();
    assert_eq!(audit.word(), "confirmed");
    let strata = audit.measure().unwrap().strata;
    assert_eq!(
        (strata[0].is_known, strata[1].mean, strata[2].draws),
        (true, None, 30)
    );
}

#[test]
fn the_certificate_replays_draws_and_risk_by_hand() {
    let (frame, with) = region(&[("S", Rate::Times(2))]);
    let mut folder = begun(&frame, &with);
    folder.draw(30);
    let rows = folder.rows(|n, station| match n {
        3 => format!("{station},counted,audit-board,60,90"),
        _ => counted(station),
    });
    let audit = folder.record(&rows).unwrap();
    let held = strata_certificate(&audit);
    let csv = folder.text("manifest.csv");
    for line in &held.lines {
        assert!(line.above <= line.value && line.value < line.cumulative);
        // The first row of the stratum whose running sum is larger.
        let mut cells = csv
            .lines()
            .skip(1)
            .map(|row| row.split(',').collect::<Vec<_>>());
        let first =
            cells.find(|row| row[5] == line.stratum && row[7].parse::<u64>().unwrap() > line.value);
        assert_eq!(first.unwrap()[0], line.station);
        let hashed = format!("|first|1|{}|{SEED}|{}", line.stratum, line.n);
        assert!(line.message.ends_with(&hashed), "{}", line.message);
    }
    let sum: f64 = held.lines.iter().filter_map(|line| line.ln_factor).sum();
    assert!((sum + p_of(&audit).ln()).abs() < 1e-9);
    // The allocation is one of the null: the weighted mean is 1 - 1/U.
    let mean: f64 = held
        .strata
        .iter()
        .map(|held| held.weight * held.mean.unwrap())
        .sum();
    assert!((mean - (1.0 - 2_100.0 / 17_400.0)).abs() < 1e-9);
    // Every other allocation that the strata can have gives a larger product.
    let mut others = 0;
    for step in (-100..=100).filter(|step| *step != 0) {
        let step = f64::from(step) / 500.0;
        let moved = held.strata.iter().zip([step, -step]);
        let moved: Vec<f64> = moved
            .map(|(held, step)| held.mean.unwrap() + step / held.weight)
            .collect();
        if moved.iter().any(|mean| !(1e-9..=1.0).contains(mean)) {
            continue;
        }
        others += 1;
        let factors = held.lines.iter().map(|line| {
            let at = usize::from(line.stratum == "S");
            (0.1 + 0.9 * (1.0 - line.taint.unwrap().to_f64()) / moved[at]).ln()
        });
        assert!(factors.sum::<f64>() > sum);
    }
    assert!(others > 20, "{others}");
}

#[test]
fn more_strata_than_can_be_weighed_are_refused() {
    let frame = frame_of(1_001, [130, 70], 250, 300);
    let mut with = stratified(&frame, &|_| "", &[]);
    for (at, stratum) in with.strata.as_mut().unwrap().of.values_mut().enumerate() {
        *stratum = format!("s{at}");
    }
    let refused = plan(&frame, &with).unwrap_err();
    assert_eq!(ids(&refused), ["rla-strata-error-many"]);
    assert_eq!(
        refused.problems[0].message,
        Message::new("rla-strata-error-many")
            .with("count", 1_001u64)
            .with("most", 1_000u64)
    );
}

#[test]
fn a_draw_that_cannot_be_taken_in_shows_nothing() {
    let (frame, with) = region(&[]);
    let folder = begun(&frame, &with);
    let audit = folder.read().unwrap();
    let strata = audit.setup().strata().unwrap();
    // A station that is on no list.
    let odd = [(usize::MAX, Exact::ZERO)];
    assert_eq!(strata.risk(&odd, &[]).p.to_bits(), 1.0_f64.to_bits());
    assert_eq!(strata.next_size(&odd, &[], 0.05), Size::FullCount);
}

#[test]
fn what_is_no_audit_in_strata_is_refused() {
    let (frame, with) = region(&[]);
    let refused = |change: &dyn Fn(&mut StrataOptions)| {
        let mut with = with.clone();
        change(with.strata.as_mut().unwrap());
        let refused = plan(&frame, &with).unwrap_err();
        ids(&refused).join(" ")
    };
    let rate = |stratum: &str, rate| {
        let stratum = stratum.to_owned();
        move |held: &mut StrataOptions| {
            held.rates.insert(stratum.clone(), rate);
        }
    };
    assert_eq!(refused(&rate("E", Rate::ONE)), "rla-strata-error-rate");
    assert_eq!(refused(&rate("S", Rate::Times(0))), "rla-strata-error-rate");
    assert_eq!(
        refused(&rate("S", Rate::Times(1_001))),
        "rla-strata-error-rate"
    );
    let all = |held: &mut StrataOptions| {
        held.rates = ["N", "S"].map(|id| (id.to_owned(), Rate::WHOLE)).into();
    };
    assert_eq!(refused(&all), "rla-strata-error-all");
    let apart = |held: &mut StrataOptions| {
        held.of
            .iter_mut()
            .for_each(|(station, stratum)| stratum.clone_from(station));
    };
    assert_eq!(refused(&apart), "rla-strata-error-all");
    let without =
        |held: &mut StrataOptions| held.of.retain(|station, _| station.as_str() > "0001:1");
    assert_eq!(refused(&without), "rla-strata-error-without");
    let odd = |held: &mut StrataOptions| {
        for (at, stratum) in held.of.values_mut().enumerate() {
            ["a|b", "", "a,b", "é"][at % 4].clone_into(stratum);
        }
    };
    assert_eq!(refused(&odd), ["rla-strata-error-id"; 4].join(" "));
    assert_eq!(refused(&|held| held.by.clear()), "rla-strata-error-by");
    let none = options(Kind::Boxes, Method::Stratified);
    assert_eq!(
        ids(&plan(&frame, &none).unwrap_err()),
        ["rla-strata-error-needed"]
    );
    let other = PlanOptions {
        method: Method::Capped,
        ..with.clone()
    };
    assert_eq!(
        ids(&plan(&frame, &other).unwrap_err()),
        ["rla-strata-error-needed"]
    );
    for (text, expected) in [
        ("all", Some(Rate::WHOLE)),
        ("3", Some(Rate::Times(3))),
        ("1000", Some(Rate::Times(1_000))),
        ("0", None),
        ("1001", None),
        ("+3", None),
        ("1.5", None),
        ("", None),
    ] {
        assert_eq!(Rate::parse(text), expected, "{text}");
    }
    let tie = frame_of(60, [100, 100], 250, 0);
    let with = stratified(&tie, &|at| if at < 9 { "N" } else { "S" }, &[]);
    assert_eq!(ids(&plan(&tie, &with).unwrap_err()), ["rla-error-tie"]);
    let open = frame_of(60, [130, 70], 250, 3_600);
    let with = stratified(&open, &|at| if at < 9 { "N" } else { "S" }, &[]);
    let planning = plan(&open, &with).unwrap();
    assert_eq!(
        ids(&planning.ready.unwrap_err()),
        ["rla-error-cannot-confirm"]
    );
    assert!(planning.strata.is_empty());
}

/// Whatever is changed after the announcement is found: the stratum of a station, a rate, the stratum of a draw.
#[test]
fn strata_that_were_changed_are_found() {
    let (frame, with) = region(&[("S", Rate::Times(2))]);
    let mut folder = begun(&frame, &with);
    folder.draw(5);
    let changed = |name: &str, from: &str, to: &str| {
        let mut folder = folder.clone();
        let text = folder.text(name);
        assert!(text.contains(from), "{text}");
        folder.put(name, text.replacen(from, to, 1));
        ids(&folder.read().unwrap_err()).join(" ")
    };
    assert_eq!(changed("manifest.csv", ",N,", ",S,"), "rla-error-differs");
    assert_eq!(
        changed("plan.json", "\"rate\": 2", "\"rate\": 3"),
        "rla-error-differs"
    );
    assert_eq!(
        changed("plan.json", "\"rate\": 2", "\"rate\": 2000"),
        "rla-strata-error-rate"
    );
    assert_eq!(
        changed("plan.json", "\"bound\": 5000", "\"bound\": 1"),
        "rla-error-follows"
    );
    assert_eq!(
        changed("plan.json", "\"stratified\"", "\"capped\""),
        "rla-error-follows"
    );
    assert_eq!(
        changed("commitment.json", "\"rate\": 2", "\"rate\": 3"),
        "rla-error-follows"
    );
    assert_eq!(
        changed("draw-1.json", "\"stratum\": \"N\"", "\"stratum\": \"S\""),
        "rla-error-differs"
    );
    // The announced digest is of strata, rates and rule.
    let commitment = folder.text("commitment.json");
    for held in [
        "\"by\": \"region\"",
        "union-of-intersections",
        "smallest-drawn-share-first",
        "\"rate\": 2",
    ] {
        assert!(commitment.contains(held), "{commitment}");
    }
}

#[test]
fn a_count_larger_than_its_box_voids_the_risk_in_any_stratum() {
    let (frame, with) = region(&[]);
    let mut folder = begun(&frame, &with);
    folder.draw(30);
    let rows = folder.rows(|n, station| match n {
        0 => format!("{station},counted,audit-board,200,70"),
        _ => counted(station),
    });
    let measured = folder.record(&rows).unwrap().measure().unwrap();
    assert_eq!(
        (measured.next, measured.too_large.len()),
        (NextStep::FullCount, 1)
    );
    assert!((measured.p - 1.0).abs() < f64::EPSILON);
    folder.full_count();
    let audit = folder
        .record(&folder.rows(|_, station| counted(station)))
        .unwrap();
    assert_eq!(audit.word(), "confirmed");
    assert!(audit.measure().unwrap().count.is_some());
}

#[test]
fn a_file_says_the_strata_and_every_problem_with_row_and_column() {
    let lines = ["0000:1, Norte 1 ,x", "0001:1,S,", "0002:1,s\u{e9},"].map(str::to_owned);
    let found = strata_of(&table("station,region,other", &lines), "region").unwrap();
    let expected = [
        ("0000:1", "Norte%201"),
        ("0001:1", "S"),
        ("0002:1", "s%C3%A9"),
    ];
    assert!(
        found
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .eq(expected)
    );
    let lines = ["0000:1,N", "0000:1,S", ",N", "0001:1,", "0002:1"].map(str::to_owned);
    let refused = strata_of(&table("station,region", &lines), "region").unwrap_err();
    let places = refused.problems.iter();
    let places: Vec<_> = places
        .map(|held| (held.row, held.column.as_str(), held.message.id.as_str()))
        .collect();
    assert_eq!(
        places,
        [
            (3, "station", "rla-error-twice"),
            (4, "station", "rla-error-cell"),
            (5, "region", "rla-error-cell"),
            (6, "", "rla-error-cells"),
        ]
    );
    let refused = strata_of(&table("id,region,region", &lines), "region").unwrap_err();
    assert_eq!(
        ids(&refused),
        ["rla-error-no-column", "rla-error-column-twice"]
    );
    let refused = strata_of(&table("station,region", &[]), "region").unwrap_err();
    assert_eq!(ids(&refused), ["rla-error-no-rows"]);
}
