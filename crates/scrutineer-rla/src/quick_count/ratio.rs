//! The stratified combined ratio estimator with finite population correction.
//!
//! Cochran, *Sampling Techniques*, 3rd ed., 6.11; the variance by linearisation as in Saerndal, Swensson
//! and Wretman, *Model Assisted Survey Sampling*, 7.3.

/// A variance of a share that only rounding makes: a standard error of 10^-12.
const NONE: f64 = 1e-24;

/// Received stations that stand for all stations of one stratum, or of several collapsed ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Stations of the frame that they stand for, N_h.
    pub population: u64,
    /// The received ones by their place in the columns of values; n_h is their number.
    pub members: Vec<usize>,
}

impl Group {
    /// Whether nothing of it is left out, so that it has no sampling error.
    fn is_whole(&self) -> bool {
        self.members.len() as u64 >= self.population
    }
}

/// The received stations in their groups. Groups without a member stand for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The groups in the order of their strata.
    pub groups: Vec<Group>,
}

/// An estimated ratio.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratio {
    /// R.
    pub value: f64,
    /// var(R); `None` where a group has one member and stands for more, and where stations that are alike give
    /// none although others were not drawn: that says nothing about those.
    pub variance: Option<f64>,
    /// Sum of x over the received stations, unweighted.
    pub sampled: f64,
}

impl Ratio {
    /// var(R) over the variance of as many voters drawn one by one; `None` where R is 0 or 1, or
    /// outside.
    pub fn design_effect(&self) -> Option<f64> {
        let alone = self.value * (1.0 - self.value) / self.sampled;
        self.variance
            .filter(|_| alone.is_finite() && alone > 0.0)
            .map(|variance| variance / alone)
    }

    /// The standard error.
    pub fn standard_error(&self) -> Option<f64> {
        self.variance.map(libm::sqrt)
    }
}

impl Sample {
    /// Whether every station of the frame is there, so that nothing is estimated.
    fn is_whole(&self) -> bool {
        self.groups.iter().all(Group::is_whole)
    }

    /// n - H over the groups that leave something to estimate.
    pub fn degrees(&self) -> u64 {
        self.groups
            .iter()
            .filter(|group| !group.is_whole())
            .map(|group| (group.members.len() as u64).saturating_sub(1))
            .sum()
    }

    /// The estimated total of a column: sum of N_h / n_h times the sum in the group.
    pub fn total(&self, values: &[f64]) -> f64 {
        let mut total = 0.0;
        for group in &self.groups {
            if group.members.is_empty() {
                continue;
            }
            total += group.population as f64 / group.members.len() as f64 * sum(values, group);
        }
        total
    }

    /// The variance of the estimated total of a column: sum of N_h^2 (1 - n_h/N_h) s_h^2 / n_h.
    /// `None` where a group has one member and stands for more.
    pub fn variance(&self, values: &[f64]) -> Option<f64> {
        let mut variance = 0.0;
        for group in &self.groups {
            if group.is_whole() || group.members.is_empty() {
                continue;
            }
            let (large, small) = (group.population as f64, group.members.len() as f64);
            if group.members.len() < 2 {
                return None;
            }
            let mean = sum(values, group) / small;
            let mut squares = 0.0;
            for value in picked(values, group) {
                squares += (value - mean) * (value - mean);
            }
            variance += large * (large - small) / small * (squares / (small - 1.0));
        }
        Some(variance)
    }

    /// R = Y / X with its variance; `None` where X is 0.
    pub fn ratio(&self, y: &[f64], x: &[f64]) -> Option<Ratio> {
        let (top, bottom) = (self.total(y), self.total(x));
        if bottom <= 0.0 {
            return None;
        }
        let value = top / bottom;
        let residuals: Vec<f64> = y
            .iter()
            .zip(x)
            .map(|(y, x)| (y - value * x) / bottom)
            .collect();
        let mut sampled = 0.0;
        for group in &self.groups {
            sampled += sum(x, group);
        }
        Some(Ratio {
            value,
            variance: self
                .variance(&residuals)
                .filter(|&variance| self.is_whole() || variance > NONE),
            sampled,
        })
    }
}

fn picked<'a>(values: &'a [f64], group: &'a Group) -> impl Iterator<Item = f64> + 'a {
    group
        .members
        .iter()
        .filter_map(|&member| values.get(member).copied())
}

fn sum(values: &[f64], group: &Group) -> f64 {
    let mut total = 0.0;
    for value in picked(values, group) {
        total += value;
    }
    total
}
