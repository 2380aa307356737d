//! How often the reported interval covers the truth where the tool does not refuse, on sets of registers that
//! follow its assumptions and on sets that do not; and that it refuses where it should.

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use scrutineer_incidents::estimate::{
    Estimated, ModelEstimate, Overlaps, Refusal, Request, chao, range,
};
use scrutineer_incidents::publish::Published;

/// How lists and persons of a set are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Every list finds everybody with its own chance.
    Independent,
    /// Who is on the first list is found by the second with 25 points more.
    Reads,
    /// The same with 50 points, and the third list passes over half of those on the first.
    Strong,
    /// Visibility differs: the odds of each person are multiplied by exp(z), z standard normal.
    Visible,
    /// One in five is hidden: every list finds them with a quarter of its chance.
    Hidden,
}

const KINDS: [Kind; 5] = [
    Kind::Independent,
    Kind::Reads,
    Kind::Strong,
    Kind::Visible,
    Kind::Hidden,
];

fn uniform(generator: &mut ChaCha8Rng) -> f64 {
    (generator.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// The sum of twelve uniform numbers less six: mean 0, variance 1.
fn nearly_normal(generator: &mut ChaCha8Rng) -> f64 {
    (0..12).map(|_| uniform(generator)).sum::<f64>() - 6.0
}

/// One set of registers: 300 to 2,000 persons, three or four lists, each with a chance from 20 to 55 %.
fn simulated(kind: Kind, seed: u64) -> (u64, Overlaps) {
    let mut generator = ChaCha8Rng::seed_from_u64(seed * 16 + kind as u64);
    let truth = 300 + generator.next_u64() % 1700;
    let lists = 3 + u32::try_from(seed % 2).unwrap();
    let chances: Vec<f64> = (0..lists)
        .map(|_| 0.2 + 0.35 * uniform(&mut generator))
        .collect();
    let mut overlaps = Overlaps::new(lists).unwrap();
    for _ in 0..truth {
        let is_hidden = kind == Kind::Hidden && uniform(&mut generator) < 0.2;
        let odds = if kind == Kind::Visible {
            nearly_normal(&mut generator).exp()
        } else {
            1.0
        };
        let mut on = 0_u32;
        for (at, chance) in chances.iter().enumerate() {
            let mut chance = odds * chance / (1.0 - chance + odds * chance);
            if is_hidden {
                chance /= 4.0;
            }
            let is_on_first = on & 1 == 1;
            match (kind, at, is_on_first) {
                (Kind::Reads, 1, true) => chance += 0.25,
                (Kind::Strong, 1, true) => chance += 0.5,
                (Kind::Strong, 2, true) => chance /= 2.0,
                _ => {}
            }
            if uniform(&mut generator) < chance.min(0.95) {
                on |= 1 << at;
            }
        }
        if on != 0 {
            overlaps.add(on, 1).unwrap();
        }
    }
    (truth, overlaps)
}

fn request(overlaps: &Overlaps) -> Request<'_> {
    Request {
        overlaps,
        derived: Vec::new(),
        is_death: false,
        allow_deaths: false,
    }
}

/// Of sets of a kind: estimated, covered, and how often each reason refused.
#[derive(Debug, Default)]
struct Tally {
    estimated: u64,
    covered: u64,
    below: u64,
    /// The truth as a multiple of the upper end, where it is farthest above it.
    farthest: f64,
    /// How often Chao's interval ends above the printed one.
    chao_is_wider: u64,
    /// How often no model near the best fits at 5 %, and in how many of these the interval misses.
    misfit: [u64; 2],
    refused: BTreeMap<&'static str, u64>,
}

fn reason(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Deaths => "deaths",
        Refusal::FewLists { .. } => "few lists",
        Refusal::Derived { .. } => "derived",
        Refusal::FewPersons { .. } => "few persons",
        Refusal::SmallOverlap { .. } => "small overlap",
        Refusal::NoModel => "no model",
        Refusal::NoModelFits => "no model fits",
        Refusal::ModelsDiffer => "models differ",
        Refusal::TooWide => "too wide",
        _ => "other",
    }
}

fn tallied(kind: Kind, sets: u64) -> Tally {
    let mut tally = Tally::default();
    for seed in 0..sets {
        let (truth, overlaps) = simulated(kind, seed);
        let truth = truth as f64;
        match range(&request(&overlaps)) {
            Estimated::Range(found) => {
                tally.estimated += 1;
                tally.below += u64::from(found.high.get() < truth);
                let is_covered = found.low.get() <= truth && truth <= found.high.get();
                tally.covered += u64::from(is_covered);
                tally.farthest = tally.farthest.max(truth / found.high.get());
                let chao = chao(&overlaps.frequencies(), overlaps.lists()).unwrap();
                tally.chao_is_wider += u64::from(
                    chao.interval
                        .is_some_and(|[_, high]| high > found.high.get()),
                );
                let fits = |held: &ModelEstimate| held.goodness.is_none_or(|p| p.get() >= 0.05);
                if !found.models.iter().any(fits) {
                    tally.misfit[0] += 1;
                    tally.misfit[1] += u64::from(!is_covered);
                }
            }
            Estimated::Refused { reasons } => {
                for held in reasons {
                    *tally.refused.entry(reason(held)).or_default() += 1;
                }
            }
        }
    }
    tally
}

/// Demands that nine of ten intervals cover, over all kinds, and gives the table.
fn nine_of_ten(sets_of_each: u64, least_estimated: u64) -> String {
    let tallies: Vec<(Kind, Tally)> = KINDS
        .iter()
        .map(|kind| (*kind, tallied(*kind, sets_of_each)))
        .collect();
    let sum = |of: fn(&Tally) -> u64| tallies.iter().map(|(_, tally)| of(tally)).sum::<u64>();
    let (covered, estimated) = (sum(|held| held.covered), sum(|held| held.estimated));
    assert!(estimated >= least_estimated, "{estimated}");
    assert!(covered * 10 >= estimated * 9, "{covered} of {estimated}");
    format!("{tallies:#?}: {covered} of {estimated}")
}

#[test]
fn the_interval_covers_the_truth_in_nine_of_ten_sets() {
    nine_of_ten(12, 20);
}

#[test]
#[ignore = "a thousand sets take minutes; run with --ignored --nocapture"]
fn the_interval_covers_the_truth_in_nine_of_ten_of_a_thousand_sets() {
    println!("{}", nine_of_ten(200, 400));
}

/// Who is hidden from every list shows in no list: the intervals of two other methods would not help, and what is
/// missed stays near the upper end. `docs/conditions.md` says so, with these figures for 200 sets.
#[test]
fn no_other_rule_sees_who_is_hidden_from_every_list() {
    let tally = tallied(Kind::Hidden, 24);
    let missed = tally.estimated - tally.covered;
    assert!(missed > 0 && tally.below == missed, "{tally:?}");
    assert!(tally.farthest < 1.1, "{tally:?}");
    assert!(tally.chao_is_wider + tally.misfit[1] < missed, "{tally:?}");
}

fn reasons(estimated: Estimated) -> Vec<Refusal> {
    match estimated {
        Estimated::Refused { reasons } => reasons,
        Estimated::Range(found) => panic!("estimated {found:?}"),
    }
}

#[test]
fn every_rule_before_fitting_refuses() {
    let (_, good) = simulated(Kind::Independent, 5);
    let mut deaths = request(&good);
    deaths.is_death = true;
    assert_eq!(reasons(range(&deaths)), [Refusal::Deaths]);
    let mut derived = request(&good);
    derived.derived.push((1, 0));
    assert_eq!(
        reasons(range(&derived)),
        [Refusal::Derived {
            first: 0,
            second: 1
        }]
    );
    let mut two = Overlaps::new(2).unwrap();
    for on in 1..4 {
        two.add(on, 40).unwrap();
    }
    assert_eq!(
        reasons(range(&request(&two))),
        [Refusal::FewLists { lists: 2 }]
    );
    // Vector ll-17: 16 persons.
    let mut few = Overlaps::new(3).unwrap();
    for (on, persons) in [(1, 4), (2, 3), (4, 2), (3, 3), (5, 2), (6, 1), (7, 1)] {
        few.add(on, persons).unwrap();
    }
    let found = reasons(range(&request(&few)));
    assert!(
        found.contains(&Refusal::FewPersons {
            persons: Published::Shown(16)
        }),
        "{found:?}"
    );
    // Vector ll-14: no overlap.
    let mut apart = Overlaps::new(3).unwrap();
    for (on, persons) in [(1, 100), (2, 80), (4, 50)] {
        apart.add(on, persons).unwrap();
    }
    let found = reasons(range(&request(&apart)));
    assert_eq!(found.len(), 3);
    assert!(matches!(
        found[0],
        Refusal::SmallOverlap {
            persons: Published::Shown(0),
            ..
        }
    ));
}

/// Three lists with these persons on exactly AB, ... in the order of combinations.
fn three(counts: [u64; 7]) -> Overlaps {
    let mut overlaps = Overlaps::new(3).unwrap();
    for (on, persons) in (1..).zip(counts) {
        overlaps.add(on, persons).unwrap();
    }
    overlaps
}

/// The figures are those of an own fitter in Python with numpy (Poisson by Newton's method, profile of the
/// multinomial likelihood by bisection), all eight models, within 10 AIC of the best.
#[test]
fn what_only_fitting_can_tell_is_refused_too() {
    // Estimates from 408.85 to 1161.0, a factor of 2.84.
    let differ = three([40, 40, 5, 40, 5, 5, 2]);
    assert_eq!(reasons(range(&request(&differ))), [Refusal::ModelsDiffer]);
    // Estimates from 186.98 to 189.11; intervals from 101.92 to 640.2, a factor of 6.28.
    let wide = three([25, 25, 7, 25, 7, 7, 2]);
    assert_eq!(reasons(range(&request(&wide))), [Refusal::TooWide]);
    // Everybody is on every list: each term goes to infinity.
    let all = three([0, 0, 0, 0, 0, 0, 60]);
    assert_eq!(reasons(range(&request(&all))), [Refusal::NoModel]);
    // Four times as many persons with the shares of the wide set: intervals narrow and there is an estimate.
    let many = three([100, 100, 28, 100, 28, 28, 8]);
    assert!(matches!(range(&request(&many)), Estimated::Range(_)));
}

/// An empty list has no parameter, so three lists of which one is empty are two.
#[test]
fn a_list_without_anybody_is_no_list() {
    let mut overlaps = Overlaps::new(3).unwrap();
    for on in 1..4 {
        overlaps.add(on, 100).unwrap();
    }
    assert_eq!(
        reasons(range(&request(&overlaps))),
        [Refusal::FewLists { lists: 2 }]
    );
}

/// Lists of Kosovo (vectors ll-08 to ll-11): with pairs of lists alone the best goodness of fit is 1.6e-7, and the
/// vector with two triples, which fits (deviance 1.01 of 2 degrees of freedom), has 12,840.7 persons.
#[test]
fn lists_that_no_model_describes_are_refused() {
    let kosovo = [
        (0b0001, 1131),
        (0b0010, 845),
        (0b0011, 177),
        (0b0100, 936),
        (0b0101, 228),
        (0b0110, 217),
        (0b0111, 181),
        (0b1000, 306),
        (0b1001, 106),
        (0b1010, 31),
        (0b1011, 18),
        (0b1100, 123),
        (0b1101, 42),
        (0b1110, 32),
        (0b1111, 27),
    ];
    let mut overlaps = Overlaps::new(4).unwrap();
    for (on, persons) in kosovo {
        overlaps.add(on, persons).unwrap();
    }
    assert_eq!(reasons(range(&request(&overlaps))), [Refusal::NoModelFits]);
}

/// H16: the reasons of a refusal name no number of 1 to 4 of detained persons.
#[test]
fn a_refusal_tells_no_small_number() {
    let mut few = Overlaps::new(3).unwrap();
    few.add(1, 2).unwrap();
    few.add(3, 1).unwrap();
    let found = reasons(range(&request(&few)));
    let withheld = Refusal::FewPersons {
        persons: Published::Withheld,
    };
    assert!(found.contains(&withheld), "{found:?}");
    let text = serde_json::to_string(&found).unwrap();
    assert!(
        !text.contains("\"persons\":1") && !text.contains("\"persons\":3"),
        "{text}"
    );
    // Deaths may be exact.
    let mut deaths = request(&few);
    deaths.is_death = true;
    let exact = Refusal::FewPersons {
        persons: Published::Shown(3),
    };
    assert!(reasons(range(&deaths)).contains(&exact));
}
