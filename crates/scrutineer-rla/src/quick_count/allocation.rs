//! How many stations each stratum gets.

use scrutineer_model::Message;

use super::problem::Problem;

/// The least number of stations of a stratum: one has no variance.
pub(crate) const MINIMUM: u64 = 2;

/// A state of the allocation that grows by one station at a time.
pub(crate) struct Growing<'a> {
    sizes: &'a [u64],
    weights: &'a [f64],
    /// Stations of each stratum so far.
    pub(crate) given: Vec<u64>,
}

impl<'a> Growing<'a> {
    /// Every stratum with min(2, N_h) stations.
    pub(crate) fn new(sizes: &'a [u64], weights: &'a [f64]) -> Self {
        let given = sizes.iter().map(|&size| size.min(MINIMUM)).collect();
        Self {
            sizes,
            weights,
            given,
        }
    }

    pub(crate) fn total(&self) -> u64 {
        self.given.iter().sum()
    }

    /// Gives one more station; `false` where every stratum is taken in full.
    pub(crate) fn grow(&mut self) -> bool {
        // w^2 / (n (n + 1)) orders as w / sqrt(n (n + 1)) does, without a root.
        let mut best: Option<(usize, f64)> = None;
        for (at, ((&given, &size), &weight)) in self
            .given
            .iter()
            .zip(self.sizes)
            .zip(self.weights)
            .enumerate()
        {
            if given >= size {
                continue;
            }
            let n = given as f64;
            let priority = weight * weight / (n * (n + 1.0));
            if best.is_none_or(|(_, held)| priority > held) {
                best = Some((at, priority));
            }
        }
        let Some(given) = best.and_then(|(at, _)| self.given.get_mut(at)) else {
            return false;
        };
        *given += 1;
        true
    }
}

/// `total` stations over strata of `sizes` stations with these weights: registered voters for an
/// allocation proportional to registration, N_h S_h for the optimum (Wright, *The American
/// Statistician* 66, 2012; Neyman 1934). At least min(2, N_h) in each stratum, at most N_h.
///
/// # Errors
/// A total below the sum of the minima or above the number of stations.
pub fn allocate(sizes: &[u64], weights: &[f64], total: u64) -> Result<Vec<u64>, Problem> {
    let mut growing = Growing::new(sizes, weights);
    let (least, most) = (growing.total(), sizes.iter().sum::<u64>());
    if total < least || total > most {
        let message = Message::new("quick-count-size")
            .with("least", least)
            .with("most", most)
            .with("size", total);
        return Err(Problem::whole(message));
    }
    while growing.total() < total && growing.grow() {}
    Ok(growing.given)
}

/// The variance of an estimated total, sum of N_h^2 (1 - n_h/N_h) S_h^2 / n_h, for strata of `sizes`
/// stations with standard deviations `spread` (Cochran, *Sampling Techniques*, 3rd ed., 5.3).
pub fn variance_of_allocation(sizes: &[u64], spread: &[f64], given: &[u64]) -> f64 {
    let mut sum = 0.0;
    for ((&size, &deviation), &given) in sizes.iter().zip(spread).zip(given) {
        if given < size && given > 0 {
            let (large, small) = (size as f64, given as f64);
            sum += large * (large - small) / small * deviation * deviation;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_optimum_for_whole_numbers_is_that_of_trying_all() {
        // Every allocation of 20 stations over three strata is tried.
        let (sizes, spread) = ([30, 12, 8], [4.0, 9.0, 2.5]);
        let weights = [120.0, 108.0, 20.0];
        let found = allocate(&sizes, &weights, 20).unwrap();
        let mut least = f64::INFINITY;
        for a in 2..=16 {
            for b in 2..=12 {
                let Some(c) = 20u64.checked_sub(a + b).filter(|c| (2..=8).contains(c)) else {
                    continue;
                };
                least = least.min(variance_of_allocation(&sizes, &spread, &[a, b, c]));
            }
        }
        let own = variance_of_allocation(&sizes, &spread, &found);
        assert!(
            (own - least).abs() < 1e-9 * least,
            "{found:?}: {own}, {least}"
        );
    }

    #[test]
    fn every_stratum_has_two_stations_or_all_it_has() {
        let found = allocate(&[1000, 1, 2, 50], &[1e6, 1.0, 1.0, 1.0], 30).unwrap();
        assert_eq!(found, [25, 1, 2, 2]);
    }

    #[test]
    fn a_total_that_cannot_be_is_refused() {
        assert!(allocate(&[5, 5], &[1.0, 1.0], 3).is_err());
        assert!(allocate(&[5, 5], &[1.0, 1.0], 11).is_err());
        assert_eq!(allocate(&[5, 5], &[0.0, 0.0], 10).unwrap(), [5, 5]);
    }
}
