//! `spec/tests.md` says what the code does.

use crate::outcome::{Measured, Quantity, Role, TestId};
use crate::register::{RollDifference, measured as rolls};
use crate::tables::Tables;
use crate::{Null, RULES, battery, digits, exchange, flat, measure, percent, places, slope};

const PAGE: &str = include_str!("../../../spec/tests.md");

/// The rows of the table under a heading, cell by cell.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let (_, section) = PAGE.split_once(heading).unwrap();
    let table = section
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'));
    table
        .skip(2)
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

/// 60 places of three tables where every test applies.
fn honest(options: usize) -> Vec<Measured> {
    let mut state = 7_u32;
    let mut next = |most: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % most
    };
    let mut votes = vec![Vec::new(); options];
    let (mut valid, mut place) = (Vec::new(), Vec::new());
    for at in 0..60 {
        let base = 100 + next(60);
        for _ in 0..3 {
            let mut all = 0;
            for column in &mut votes {
                let count = base + next(20);
                column.push(count);
                all += count;
            }
            valid.push(all);
            place.push(at);
        }
    }
    let registered = valid.iter().map(|all| 2 * all - next(40)).collect();
    let tables = Tables::new(votes, valid.clone(), valid, registered, &place).unwrap();
    let mut found = measure(&tables, Null::fixed());
    found.push(rolls(RollDifference {
        compared: 300,
        more: 8,
        fewer: 5,
        net: 3,
    }));
    found
}

#[test]
fn the_family_has_the_order_the_quantities_and_the_roles_of_the_code() {
    let found = honest(3);
    let stated = rows("## The family");
    assert_eq!(stated.len(), TestId::ALL.len());
    for (at, (row, test)) in stated.iter().zip(TestId::ALL).enumerate() {
        assert_eq!(row[0], (at + 1).to_string());
        assert_eq!(row[1], format!("`{}`", test.word()));
        let own: Vec<&Measured> = found.iter().filter(|held| held.test == test).collect();
        let quantities: Vec<Quantity> = own.iter().map(|held| held.quantity).collect();
        let options = [0, 1, 2].map(Quantity::Option);
        let expected = match row[2] {
            "every option, turnout" => [&options[..], &[Quantity::Turnout]].concat(),
            "every option" => options.to_vec(),
            "the options together" => vec![Quantity::Options],
            "registered voters" => vec![Quantity::Register],
            other => unreachable!("{other}"),
        };
        assert_eq!(quantities, expected, "{}", row[1]);
        let role = match row[4] {
            "test" => Role::Test,
            "consistency check" => Role::ConsistencyCheck,
            other => unreachable!("{other}"),
        };
        for held in own {
            assert_eq!(held.role, role, "{held:?}");
        }
    }
}

#[test]
fn the_looks_are_as_many_as_the_page_says() {
    assert!(PAGE.contains("at most s (6 k + 5) looks"));
    for options in [2, 3, 5] {
        let found = honest(options);
        // Whether each applies depends on the data; these are the most.
        let checks = [TestId::RegisterDifferences, TestId::PlaceDispersion];
        let is_look = |held: &&Measured| !checks.contains(&held.test);
        let looks = found.iter().filter(is_look).count();
        assert_eq!(looks, 6 * options + 5);
    }
}

#[test]
fn the_parameters_are_those_of_the_code() {
    assert!(PAGE.contains(&format!("This is version **{RULES}**")));
    let level = format!(
        "an adjusted p of at most {} % is called",
        100.0 * battery::LEVEL
    );
    assert!(PAGE.contains(&level), "{level}");
    let smooth = format!("(lower tail at most {} %)", 100.0 * places::SMOOTH);
    assert!(PAGE.contains(&smooth), "{smooth}");
    assert_eq!(places::PLACES.to_bits(), slope::PLACES.to_bits());
    assert_eq!(places::PLACES.to_bits(), exchange::PLACES.to_bits());
    let needed = [
        ("extreme place", format!("p < {:e}", places::EXTREME)),
        (
            "concentration of the over-dispersed null",
            format!(
                "kappa = {} per",
                Null::KAPPA.to_string().replace("3700", "3,700")
            ),
        ),
        (
            "expected votes per table, extremes",
            format!("at least {} on both sides", places::EXPECTED_EXTREME),
        ),
        (
            "expected votes per table, smoothness",
            format!("at least {} on both sides", places::EXPECTED_SMOOTH),
        ),
        ("places needed", places::PLACES.to_string()),
        (
            "flat by table number",
            format!(
                "less than {} points a table, or robust p at least {:e}",
                100.0 * flat::FLAT,
                flat::LIKELY
            ),
        ),
        (
            "counts for last digits",
            format!(
                "lower quartile at least {}, interquartile range at least {}, at least {} counts of at least {},",
                digits::QUARTILE,
                digits::RANGE,
                digits::COUNTS,
                digits::LEAST
            ),
        ),
        (
            "sheets for percentages",
            format!(
                "at least {}, median of votes at least {}",
                percent::SHEETS,
                percent::MEDIAN
            ),
        ),
        (
            "exchange",
            format!(
                "below {:e} as written and above {} % exchanged",
                exchange::AS_WRITTEN,
                100.0 * exchange::EXCHANGED
            ),
        ),
    ];
    let stated = rows(&format!("## Parameters of version {RULES}"));
    let names: Vec<&str> = stated.iter().map(|row| row[0]).collect();
    assert_eq!(names, needed.each_ref().map(|held| held.0));
    for (row, (name, value)) in stated.iter().zip(&needed) {
        assert!(row[1].contains(value), "{name}: {value}: {}", row[1]);
    }
    assert!(stated[1][2].contains(Null::CALIBRATED_ON));
}
