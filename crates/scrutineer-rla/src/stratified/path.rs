//! Intersection martingales along a path of draws, for replaying other programs.

/// Strata whose bets are fixed and whose draws are with replacement.
#[derive(Clone, Debug)]
pub struct FixedBets<'a> {
    /// The values of each stratum in the order of its draws.
    pub values: &'a [Vec<f64>],
    /// The bet lambda of every stratum.
    pub lambda: f64,
}

impl FixedBets<'_> {
    /// The running maximum of the product over strata under the null means `eta`, from 1 before the first draw
    /// and one value for each draw of `order` (numbers of strata).
    pub fn path(&self, order: &[usize], eta: &[f64]) -> Vec<f64> {
        let mut at = vec![0; self.values.len()];
        let (mut product, mut best) = (1.0, 1.0_f64);
        let mut path = vec![best];
        for &stratum in order {
            let next = at.get_mut(stratum).and_then(|at| {
                let value = self.values.get(stratum)?.get(*at)?;
                *at += 1;
                Some((value, eta.get(stratum)?))
            });
            if let Some((value, mean)) = next {
                product *= (1.0 + self.lambda * (value - mean)).max(0.0);
                best = best.max(product);
            }
            path.push(best);
        }
        path
    }
}

/// The order that always draws from the stratum with the smallest share of its list drawn, the first of these.
pub fn proportional_round_robin(lengths: &[usize]) -> Vec<usize> {
    let mut drawn = vec![0_usize; lengths.len()];
    let all = lengths.iter().sum();
    let mut order = Vec::with_capacity(all);
    while order.len() < all {
        let open = drawn
            .iter()
            .zip(lengths)
            .enumerate()
            .filter(|(_, (drawn, all))| drawn < all);
        // drawn / length, without fractions.
        let next = open.min_by(|(_, (a, m)), (_, (b, n))| (*a * **n).cmp(&(*b * **m)));
        let Some((stratum, _)) = next else { break };
        order.push(stratum);
        if let Some(count) = drawn.get_mut(stratum) {
            *count += 1;
        }
    }
    order
}

/// The smallest of the paths of all null means, draw by draw.
pub fn least_over_grid(bets: &FixedBets<'_>, order: &[usize], grid: &[Vec<f64>]) -> Vec<f64> {
    let mut least = vec![f64::INFINITY; order.len() + 1];
    for eta in grid {
        for (least, value) in least.iter_mut().zip(bets.path(order, eta)) {
            *least = least.min(value);
        }
    }
    least
}
