//! Times the measurement of risk: `cargo run --release -p scrutineer-rla --example speed -- [ROUNDS]`
//!
//! The best of ROUNDS (10) is printed for each part, and beside it what was computed. The inputs are those of the
//! reference programs, with other generators: a million draws of 0, 1/2 and 1 at 44, 5 and 51 %; 100 runs over
//! a population of 100,000; 30,026 stations made by a formula.
#![expect(clippy::print_stdout, reason = "a measurement is there to be printed")]

use std::hint::black_box;
use std::time::Instant;

use scrutineer_model::Exact;
use scrutineer_rla::assertion::plurality;
use scrutineer_rla::batch::{BatchComparison, Bet, Found, Stations, initial_size};
use scrutineer_rla::martingale::{
    Agrapa, Martingale, Null, Strategy, Subtracting, TruncatedShrinkage, WithoutReplacement,
};
use scrutineer_rla::plan::{Random, simulate};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let rounds = std::env::args()
        .nth(1)
        .map_or(Ok(10), |text| text.parse())?;
    let values = ballots(1_000_000);
    let shrinkage = TruncatedShrinkage::<Subtracting>::new(0.535, 100.0, 0.01);
    report(rounds, "ALPHA, 100,000 draws", || {
        p(&values[..100_000], shrinkage)
    })?;
    report(rounds, "ALPHA, 1,000,000 draws", || p(&values, shrinkage))?;
    let adaptive = Agrapa {
        first: 0.5,
        cap: 0.6,
        cap_limit: 0.9,
        growth: 0.1,
    };
    report(rounds, "aGRAPA, 1,000,000 draws", || p(&values, adaptive))?;
    let mut population = ballots(100_000);
    report(rounds, "sizes, 100 runs over 100,000", || {
        let null = Null::half(1.0)?;
        let mut random = Random::new(20_240_728);
        let sizes = simulate(&mut population, null, shrinkage, 0.05, 100, &mut random)?;
        Ok(format!("{:?}", sizes.q90))
    })?;
    let stations = national()?;
    report(rounds, "bounds of 30,026 stations", || {
        let audit = BatchComparison::new(stations.clone(), plurality(3, &[0], 1)?)?;
        Ok(format!("U = {:.6}", audit.bound()))
    })?;
    let audit = BatchComparison::new(stations, plurality(3, &[0], 1)?)?;
    report(rounds, "bounds, taints and p of 23 draws", || {
        let audit = BatchComparison::new(audit.stations().clone(), audit.assertions().to_vec())?;
        let mut taints = Vec::new();
        for station in 0..23 {
            let (votes, _) = audit.stations().sheet(station).ok_or("no sheet")?;
            taints.push(audit.taint(station, Found::Counted(votes))?.share);
        }
        let risk = Bet::KaplanMarkov.measure(audit.weights(), &taints);
        let size = initial_size(Bet::KaplanMarkov, audit.weights(), 0.05);
        Ok(format!("p = {:.12}, {size:?}", risk.p))
    })?;
    let taints = vec![Exact::new(1, 1_000).ok_or("no fraction")?; 30_026];
    report(rounds, "p of 30,026 taints", || {
        let risk = Bet::KaplanMarkov.measure(audit.weights(), &taints);
        Ok(format!("ln p = {:.6}", risk.ln_p))
    })
}

/// Ballots of a contest of 51 to 44 %, in a random order.
fn ballots(count: usize) -> Vec<f64> {
    let mut random = Random::new(1);
    let ballot = |_| match random.below(100) {
        0..44 => 0.0,
        44..49 => 0.5,
        _ => 1.0,
    };
    (0..count).map(ballot).collect()
}

fn p<S: Strategy>(values: &[f64], strategy: S) -> Result<String, Failure> {
    let draws = WithoutReplacement::new(12_000_000).ok_or("nothing to draw")?;
    let mut martingale = Martingale::new(Null::half(1.0)?, draws, strategy);
    for &value in values {
        martingale.draw(value)?;
    }
    Ok(format!("ln p = {:.6}", martingale.ln_sequential_p()))
}

fn national() -> Result<Stations, Failure> {
    let mut stations = Stations::new(3);
    for at in 0..30_026_u64 {
        let votes = [150 + (37 * at) % 101, 100 + (53 * at) % 97, (11 * at) % 7];
        stations.push_sheet(&votes, votes.iter().sum::<u64>() + 3)?;
    }
    Ok(stations)
}

fn report(
    rounds: u32,
    name: &str,
    mut run: impl FnMut() -> Result<String, Failure>,
) -> Result<(), Failure> {
    let mut best = f64::INFINITY;
    let mut found = String::new();
    for _ in 0..rounds.max(1) {
        let start = Instant::now();
        found = black_box(run()?);
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{name:>34} {:10.3} ms   {found}", best * 1e3);
    Ok(())
}
