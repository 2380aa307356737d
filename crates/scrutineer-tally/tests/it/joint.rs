//! The joint bound against the vectors, and against linear programs that something else solved.

use proptest::prelude::*;
use scrutineer_model::{Declaration, Exact};
use scrutineer_tally::{Certificate, Count, Observed, Targets, certificate_rows, joint};

use crate::build::{contest, plurality, simple};
use crate::declared::{declaration, first, second, votes};
use crate::real::{Real, close, real};

fn parse(decimal: &str) -> Exact {
    let (whole, fraction) = decimal.split_once('.').unwrap();
    let scale = 10i128.pow(u32::try_from(fraction.len()).unwrap());
    Exact::new(format!("{whole}{fraction}").parse().unwrap(), scale).unwrap()
}

fn bound(real: &Real, declaration: &Declaration, counted: u64, cap: Exact) -> Certificate {
    let targets = Targets::new(declaration, &real.observed);
    let count = Count {
        counted: Exact::from(counted),
        total: 21_321_805,
        turnout_cap: cap,
        favourable: false,
    };
    joint(&real.observed, &targets, count).unwrap()
}

#[test]
fn the_joint_bound_matches_the_vectors_for_every_turnout_cap() {
    let Some(real) = real() else { return };
    for (declaration, block, whole) in [
        (first(real), "B1", 579_085),
        (second(real), "B2", 1_449_910),
    ] {
        let expected = &real.vectors["declared_feasibility"][block];
        let counted = expected["RE_counted"].as_u64().unwrap();
        let at_one = bound(real, &declaration, counted, Exact::ONE);
        assert_eq!(at_one.votes, whole);
        let value = at_one.value.to_f64();
        assert!((value - expected["LP_RE"]["min_L1_contradiction"].as_f64().unwrap()).abs() < 0.01);
        let caps = expected["LP_min_L1_by_max_unobserved_turnout"]
            .as_object()
            .unwrap();
        for (cap, value) in caps {
            let found = bound(real, &declaration, counted, parse(cap));
            assert!(
                close(found.value.to_f64(), value, 1),
                "{block} {cap}: {}",
                found.value.to_f64()
            );
            assert!(found.search_bound >= found.value.to_f64() - 1e-6);
            assert!(
                found.search_bound - found.value.to_f64() < 0.1,
                "{block} {cap}"
            );
        }
    }
}

#[test]
fn a_certificate_adds_up_from_its_rows() {
    let Some(real) = real() else { return };
    let declaration = second(real);
    let found = bound(real, &declaration, 20_654_431, Exact::ONE);
    let targets = Targets::new(&declaration, &real.observed);
    let rows = certificate_rows(&real.observed, &targets, &found).unwrap();
    // As a spreadsheet does it, in floating point.
    let rows: f64 = rows.iter().map(|row| row.term.to_f64()).sum();
    let least = found
        .multipliers
        .iter()
        .map(|m| m.value.to_f64())
        .fold(0.0, f64::min);
    let threshold = found.threshold.to_f64();
    let unobserved = found.unobserved as f64 * (least - threshold).min(0.0);
    let constant: f64 = found
        .multipliers
        .iter()
        .map(|m| -m.value.to_f64() * m.declared as f64)
        .sum();
    let sum = constant + threshold * 20_654_431.0 + rows + unobserved;
    assert!((sum - found.value.to_f64()).abs() < 1e-3, "{sum}");
    // The multiplier of the definitions' certificate; the dual is flat near it.
    let other = found
        .multipliers
        .iter()
        .find(|m| m.value < Exact::ZERO)
        .unwrap();
    assert!(
        (other.value.to_f64() + 0.494_662).abs() < 1e-3,
        "{}",
        other.value
    );
}

#[test]
fn a_declaration_that_fits_gets_no_certificate() {
    let data = simple(contest(&["a", "b"], plurality()), &[("1", &[100, 30, 20])]);
    let observed = Observed::new(&data, &data.sheets()[0]);
    let mut declared = declaration("d");
    declared.options = vec![votes(0, 50), votes(1, 40)];
    let count = Count {
        counted: Exact::integer(150),
        total: 200,
        turnout_cap: Exact::ONE,
        favourable: false,
    };
    let found = joint(&observed, &Targets::new(&declared, &observed), count).unwrap();
    assert_eq!((found.value, found.votes), (Exact::ZERO, 0));
}

#[test]
fn a_group_beside_its_own_options_adds_nothing_to_the_joint_bound() {
    let data = simple(contest(&["a", "b"], plurality()), &[("1", &[100, 60, 20])]);
    let observed = Observed::new(&data, &data.sheets()[0]);
    let mut declared = declaration("d");
    declared.options = vec![votes(0, 30), votes(1, 40)];
    let count = Count {
        counted: Exact::integer(100),
        total: 150,
        turnout_cap: Exact::ONE,
        favourable: false,
    };
    let value = |declared: &Declaration| {
        let targets = Targets::new(declared, &observed);
        joint(&observed, &targets, count).unwrap().value
    };
    let alone = value(&declared);
    let group = scrutineer_model::DeclaredTarget::Group {
        id: crate::build::code("all"),
        options: [0, 1].map(scrutineer_model::OptionIdx::new).to_vec(),
    };
    declared.options.push(scrutineer_model::DeclaredOption {
        target: group,
        votes: Some(crate::declared::figure(70)),
        percent: None,
    });
    assert_eq!(value(&declared), alone);
    assert!(!Targets::new(&declared, &observed).list[0].repeats);
    assert!(Targets::new(&declared, &observed).list[2].repeats);
    let looks = scrutineer_tally::rounding_of(&declared, 2, 1)
        .unwrap()
        .unwrap();
    assert_eq!(looks.tests.iter().filter(|test| test.is_look).count(), 2);
    // Every declared number has N = 70, the options' sum.
    assert!(looks.tests.iter().all(|test| test.test.total == 70));
}

/// Sheets and numbers of a small program.
#[derive(Clone, Debug)]
struct Small {
    sheets: Vec<[i64; 4]>,
    declared: [u64; 3],
    counted: u64,
    unobserved: u64,
    cap: (i128, i128),
}

impl Small {
    fn solve(&self) -> f64 {
        let names: Vec<String> = (0..self.sheets.len())
            .map(|at| format!("{at:03}"))
            .collect();
        let rows: Vec<(&str, &[i64])> = names
            .iter()
            .map(String::as_str)
            .zip(self.sheets.iter().map(<[i64; 4]>::as_slice))
            .collect();
        let data = simple(contest(&["a", "b", "c"], plurality()), &rows);
        let observed = Observed::new(&data, &data.sheets()[0]);
        let mut declaration = declaration("d");
        declaration.options = (0..3).map(|at| votes(at, self.declared[at])).collect();
        let count = Count {
            counted: Exact::from(self.counted),
            total: observed.registered_sum() + self.unobserved,
            turnout_cap: Exact::new(self.cap.0, self.cap.1).unwrap(),
            favourable: false,
        };
        let targets = Targets::new(&declaration, &observed);
        joint(&observed, &targets, count).unwrap().value.to_f64()
    }
}

/// Solved with scipy 1.17.1 by `linprog(c, A_ub, b_ub, A_eq, b_eq, bounds, method="highs")` on the
/// program as the definitions of the vectors write it: one x for each sheet, y, three v, e+ and e-.
#[rustfmt::skip]
fn solved() -> Vec<(Small, f64)> {
    vec![
    (Small {
        sheets: vec![[100, 9, 25, 1], [44, 17, 1, 5], [77, 3, 16, 3], [42, 2, 6, 6], [44, 7, 1, 6]],
        declared: [12, 29, 27],
        counted: 297, unobserved: 15, cap: (1, 1),
    }, 35.772_727_273),
    (Small {
        sheets: vec![[55, 25, 5, 3], [45, 18, 9, 7], [96, 21, 28, 9], [78, 4, 3, 8], [66, 10, 10, 2]],
        declared: [18, 77, 45],
        counted: 385, unobserved: 125, cap: (1, 2),
    }, 25.000_000_000),
    (Small {
        sheets: vec![[96, 20, 21, 11], [78, 31, 18, 12], [69, 4, 2, 4], [70, 4, 1, 11], [84, 19, 20, 9], [83, 28, 9, 11], [64, 22, 0, 7], [62, 10, 19, 1], [71, 3, 6, 4]],
        declared: [89, 177, 76],
        counted: 464, unobserved: 33, cap: (1, 1),
    }, 90.116_733_755),
    (Small {
        sheets: vec![[65, 17, 4, 6], [95, 35, 17, 13], [62, 24, 7, 2], [45, 5, 4, 3], [82, 14, 0, 7], [93, 37, 11, 8]],
        declared: [47, 49, 50],
        counted: 223, unobserved: 72, cap: (3, 5),
    }, 16.106_666_667),
    (Small {
        sheets: vec![[84, 32, 19, 10], [83, 3, 14, 13], [89, 43, 25, 8], [65, 25, 12, 6]],
        declared: [92, 21, 11],
        counted: 283, unobserved: 26, cap: (1, 1),
    }, 51.269_662_921),
    (Small {
        sheets: vec![[50, 3, 10, 0], [46, 0, 4, 1], [100, 23, 1, 2], [95, 13, 24, 4], [80, 16, 11, 9], [63, 30, 3, 1]],
        declared: [61, 40, 7],
        counted: 455, unobserved: 124, cap: (1, 2),
    }, 0.406_696_209),
    (Small {
        sheets: vec![[87, 16, 15, 13], [84, 10, 16, 0], [53, 16, 11, 2], [84, 34, 0, 12], [73, 19, 20, 1]],
        declared: [113, 52, 16],
        counted: 377, unobserved: 66, cap: (1, 2),
    }, 1.540_229_885),
    (Small {
        sheets: vec![[72, 21, 20, 3], [79, 12, 25, 3], [92, 25, 23, 7], [52, 16, 15, 5], [86, 1, 0, 12], [57, 15, 8, 3], [84, 38, 11, 7], [91, 22, 30, 11], [45, 7, 3, 3]],
        declared: [89, 144, 106],
        counted: 429, unobserved: 120, cap: (1, 2),
    }, 78.106_017_192),
    ]
}

#[test]
fn small_programs_have_the_value_that_another_solver_found() {
    for (small, expected) in solved() {
        let found = small.solve();
        // The multipliers are rounded to millionths, so a little of the value may be lost.
        assert!(found <= expected + 1e-6, "{found} > {expected}: {small:?}");
        assert!(found >= expected - 1e-3, "{found} < {expected}: {small:?}");
    }
}

proptest! {
    #[test]
    fn no_way_to_count_contradicts_less_than_the_certificate(
        sheets in prop::collection::vec([1i64..50, 0i64..40, 0i64..40, 0i64..40], 1..6),
        declared in prop::array::uniform3(0u64..120),
        unobserved in 0u64..60,
        shares in prop::collection::vec(0u32..=4, 6),
        gifts in prop::array::uniform3(0u32..=4),
    ) {
        // A way to count: every sheet at a share of quarters, the unobserved at another, their
        // votes divided in quarters. The counted voters are whatever that makes.
        let part = |quarters: u32| f64::from(quarters) / 4.0;
        let quarters = |at: usize| u64::from(shares[at]);
        let registered: u64 = sheets
            .iter()
            .enumerate()
            .map(|(at, sheet)| quarters(at) * u64::try_from(sheet[0]).unwrap())
            .sum();
        let y = quarters(5) * unobserved;
        let counted = Exact::new(i128::from(registered + y), 4).unwrap();
        let given: u32 = gifts.iter().sum();
        let mut contradicting = 0.0;
        for option in 0..3 {
            let inside: f64 = sheets
                .iter()
                .enumerate()
                .map(|(at, sheet)| part(shares[at]) * sheet[option + 1] as f64)
                .sum();
            let gift = if given == 0 {
                0.0
            } else {
                y as f64 / 4.0 * f64::from(gifts[option]) / f64::from(given)
            };
            contradicting += (inside + gift - declared[option] as f64).abs();
        }
        let names: Vec<String> = (0..sheets.len()).map(|at| format!("{at}")).collect();
        let rows: Vec<(&str, &[i64])> = names
            .iter()
            .map(String::as_str)
            .zip(sheets.iter().map(<[i64; 4]>::as_slice))
            .collect();
        let data = simple(contest(&["a", "b", "c"], plurality()), &rows);
        let observed = Observed::new(&data, &data.sheets()[0]);
        let mut declaration = declaration("d");
        declaration.options = (0..3).map(|at| votes(at, declared[at])).collect();
        let count = Count {
            counted,
            total: observed.registered_sum() + unobserved,
            turnout_cap: Exact::ONE,
            favourable: false,
        };
        let targets = Targets::new(&declaration, &observed);
        let found = joint(&observed, &targets, count).unwrap().value.to_f64();
        prop_assert!(found <= contradicting + 1e-9, "{} > {}", found, contradicting);
    }
}
