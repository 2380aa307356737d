//! What no received station shows.

use super::ratio::Sample;

/// The share of all stations that with this confidence is not reached by those that show something which no
/// received station shows; `None` where nothing was received, or everything.
///
/// Drawn stations miss shares q_h of the groups with a chance of at most prod (1 - q_h)^n_h, the stations being
/// drawn without replacement. The bound is the largest sum of W_h q_h, W_h = N_h / N, for which that chance is
/// 1 - confidence. It has 1 - q_h = c n_h / W_h in the groups where that is below 1, and q_h = 0 in the others; in
/// one group it is 1 - (1 - confidence)^(1/n).
pub(crate) fn unseen(sample: &Sample, confidence: f64) -> Option<f64> {
    let all: f64 = sample
        .groups
        .iter()
        .map(|group| group.population as f64)
        .sum();
    // Size and weight of each group that leaves something unseen; a group without a station can hold anything.
    let mut groups = Vec::new();
    let mut bound = 0.0;
    for group in &sample.groups {
        let (drawn, weight) = (group.members.len() as f64, group.population as f64 / all);
        if group.members.is_empty() {
            bound += weight;
        } else if (group.members.len() as u64) < group.population {
            groups.push((drawn, weight));
        }
    }
    if groups.is_empty() || !(0.0 < confidence && confidence < 1.0) {
        return None;
    }
    groups.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
    let goal = libm::log(1.0 - confidence);
    let (mut drawn, mut logs) = (0.0, 0.0);
    let mut ln_c = 0.0;
    for (at, &(size, weight)) in groups.iter().enumerate() {
        drawn += size;
        logs += size * libm::log(size / weight);
        ln_c = (goal - logs) / drawn;
        // The next group would have a share below 0.
        let next = groups.get(at + 1).map(|next| libm::log(next.0 / next.1));
        if next.is_none_or(|next| ln_c + next >= 0.0) {
            break;
        }
    }
    for (size, weight) in groups {
        let left = libm::exp(ln_c + libm::log(size / weight));
        bound += weight * (1.0 - left).max(0.0);
    }
    Some(bound.min(1.0))
}

#[cfg(test)]
mod tests {
    use super::super::ratio::Group;
    use super::*;

    fn sample(groups: &[(u64, usize)]) -> Sample {
        let group = |&(population, drawn): &(u64, usize)| Group {
            population,
            members: (0..drawn).collect(),
        };
        Sample {
            groups: groups.iter().map(group).collect(),
        }
    }

    /// The rule of three in one group, and in two alike; two unequal ones by trying every share of the first.
    #[test]
    fn stations_that_show_nothing_bound_those_that_do() {
        let one = unseen(&sample(&[(1_000, 30)]), 0.95).unwrap();
        assert!((one - (1.0 - 0.05_f64.powf(1.0 / 30.0))).abs() < 1e-12);
        let two = unseen(&sample(&[(500, 15), (500, 15)]), 0.95).unwrap();
        assert!((two - one).abs() < 1e-12);
        // The second group bears none of it, then some.
        for (first, second) in [(10, 40), (25, 30)] {
            let found = unseen(&sample(&[(500, first), (500, second)]), 0.95).unwrap();
            let mut best = 0.0_f64;
            for step in 0..100_000 {
                let q = f64::from(step) / 100_000.0;
                let chance = 0.05 / (1.0 - q).powf(first as f64);
                let other = 1.0 - chance.powf(1.0 / second as f64);
                if other >= 0.0 {
                    best = best.max(0.5 * q + 0.5 * other);
                }
            }
            assert!((found - best).abs() < 1e-5, "{found}, {best}");
        }
        assert_eq!(unseen(&sample(&[(7, 7)]), 0.95), None);
        assert_eq!(unseen(&sample(&[]), 0.95), None);
    }
}
