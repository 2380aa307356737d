//! Intervals of simulated quick counts hold the truth as often as they promise.

use scrutineer_rla::quick_count::{Frame, FrameStation, Group, Sample};

use crate::support::{Numbers, both, designed, drawn, estimated};

const STRATA: usize = 24;
const STATIONS: usize = 30_026;

/// An election: the frame, and the votes of two options at each station.
fn election() -> (Frame, Vec<[u32; 2]>) {
    let mut numbers = Numbers(20_240_728);
    let mut made = Vec::new();
    for at in 0..STATIONS {
        // Larger strata first; shares differ between and, with a deviation of 0.12, inside strata.
        let stratum = numbers.below(STRATA) * numbers.below(STRATA) / STRATA;
        let electors = 250 + numbers.below(750);
        let centre = 0.35 + 0.3 * stratum as f64 / STRATA as f64;
        let share = (centre + 0.12 * numbers.normal()).clamp(0.02, 0.98);
        let turnout = (0.65 + 0.1 * numbers.normal()).clamp(0.2, 0.95);
        let valid = (electors as f64 * turnout).round();
        let first = (valid * share).round();
        let station = FrameStation {
            id: format!("{at:05}"),
            stratum: format!("{stratum:02}"),
            electors: u32::try_from(electors).ok(),
        };
        made.push((station, [whole(first), whole(valid - first)]));
    }
    let votes = made.iter().map(|(_, votes)| *votes).collect();
    let frame = Frame::new(made.into_iter().map(|(station, _)| station).collect()).unwrap();
    (frame, votes)
}

/// A rounded number as a count.
fn whole(number: f64) -> u32 {
    format!("{number:.0}").parse().unwrap()
}

fn truth(votes: &[[u32; 2]]) -> f64 {
    let first: u64 = votes.iter().map(|votes| u64::from(votes[0])).sum();
    let all: u64 = votes.iter().flatten().map(|&votes| u64::from(votes)).sum();
    first as f64 / all as f64
}

#[test]
fn a_quick_count_of_1500_stations_covers_the_truth_in_935_to_965_of_1000_runs() {
    let (frame, votes) = election();
    let truth = truth(&votes);
    let design = designed(&frame, &["A", "B"], 1_500);
    assert_eq!(design.needed(), 1_500);
    let mut strata: Vec<Vec<usize>> = vec![Vec::new(); frame.strata().len()];
    for (at, &stratum) in frame.stratum_of().iter().enumerate() {
        strata[stratum].push(at);
    }
    let mut numbers = Numbers(31_415_926_535);
    let (mut covered, mut wide, mut effects) = (0, 0, 0.0);
    for _ in 0..1_000 {
        let mut picked = Vec::with_capacity(1_500);
        for (pool, stratum) in strata.iter_mut().zip(&design.strata) {
            let wanted = usize::try_from(stratum.drawn).unwrap();
            for at in 0..wanted {
                let other = at + numbers.below(pool.len() - at);
                pool.swap(at, other);
            }
            picked.extend_from_slice(&pool[..wanted]);
        }
        let draw = drawn(&frame, &picked);
        let held = picked.iter().map(|&at| both(&votes[at])).collect();
        let made = estimated(&design, &frame, &draw, held);
        let option = &made.document.options[0];
        let away = (option.share.unwrap().get() - truth).abs();
        covered += i32::from(away <= option.margin_95.unwrap().get());
        wide += i32::from(away <= option.margin_99.unwrap().get());
        effects += option.design_effect.unwrap().get() / 1_000.0;
    }
    // 950 and 990 expected; standard deviations 6.9 and 3.1.
    assert!((935..=965).contains(&covered), "{covered}");
    assert!((980..=999).contains(&wide), "{wide}");
    // Stations are nothing like voters drawn one by one.
    assert!(effects > 5.0, "{effects}");
}

#[test]
fn a_large_set_that_nobody_drew_covers_nothing_by_the_same_formula() {
    let (frame, votes) = election();
    let truth = truth(&votes);
    let columns = [0, 1]
        .map(|option| -> Vec<f64> { votes.iter().map(|votes| f64::from(votes[option])).collect() });
    let valid: Vec<f64> = columns[0]
        .iter()
        .zip(&columns[1])
        .map(|(a, b)| a + b)
        .collect();
    let mut numbers = Numbers(27_182_818);
    let mut covered = 0;
    for _ in 0..100 {
        // 82 % of the sheets; the chance grows mildly with the share.
        let mut members = Vec::new();
        for (at, votes) in votes.iter().enumerate() {
            let share = f64::from(votes[0]) / f64::from(votes[0] + votes[1]).max(1.0);
            let odds = (1.516 + 0.4 * (share - truth) / 0.12).exp();
            if numbers.unit() < odds / (1.0 + odds) {
                members.push(at);
            }
        }
        let sample = Sample {
            groups: vec![Group {
                population: frame.stations().len() as u64,
                members,
            }],
        };
        let ratio = sample.ratio(&columns[0], &valid).unwrap();
        let away = (ratio.value - truth).abs();
        covered += i32::from(away <= 1.96 * ratio.standard_error().unwrap());
    }
    assert!(covered <= 5, "{covered}");
}
