//! What a previous election says about how stations differ inside a stratum.

use super::frame::Frame;

/// A station of a previous election, placed in a stratum of this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviousStation {
    /// The place of the stratum in [`Frame::strata`].
    pub stratum: usize,
    /// Valid votes.
    pub valid: u64,
    /// Votes of the option that came first in that election.
    pub votes: u64,
}

/// How stations differ: y - R x over the stations of each stratum.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Standard deviations in the order of the strata, divisor N_h - 1; a stratum with fewer than two
    /// stations has that of all.
    pub deviations: Vec<f64>,
    /// Previous stations in each stratum.
    pub stations: Vec<u64>,
    /// Valid votes of the previous election.
    pub valid: u64,
    /// Its share of the option that came first.
    pub share: f64,
}

/// The spread of a previous election; `None` where it has fewer than two stations or no valid vote.
pub fn spread(frame: &Frame, previous: &[PreviousStation]) -> Option<Spread> {
    let valid: u64 = previous.iter().map(|station| station.valid).sum();
    let votes: u64 = previous.iter().map(|station| station.votes).sum();
    if valid == 0 || previous.len() < 2 {
        return None;
    }
    let share = votes as f64 / valid as f64;
    let residual = |station: &PreviousStation| station.votes as f64 - share * station.valid as f64;
    let all = deviation(previous.iter().map(residual))?;
    let mut deviations = Vec::new();
    let mut stations = Vec::new();
    for stratum in 0..frame.strata().len() {
        let inside = previous.iter().filter(|station| station.stratum == stratum);
        stations.push(inside.clone().count() as u64);
        deviations.push(deviation(inside.map(residual)).unwrap_or(all));
    }
    Some(Spread {
        deviations,
        stations,
        valid,
        share,
    })
}

/// The standard deviation with divisor n - 1; `None` below two values.
fn deviation(values: impl Iterator<Item = f64> + Clone) -> Option<f64> {
    let count = values.clone().count();
    if count < 2 {
        return None;
    }
    let mean = values.clone().sum::<f64>() / count as f64;
    let squares: f64 = values.map(|value| (value - mean) * (value - mean)).sum();
    Some(libm::sqrt(squares / (count as f64 - 1.0)))
}
