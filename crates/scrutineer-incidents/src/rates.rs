//! Reports against places of observation: a rate of places, and only where they were drawn at random.

use std::collections::BTreeSet;

use scrutineer_model::{Code, Real};
use serde::Serialize;

use crate::records::{Deployment, Report};
use crate::vocabulary::SampleKind;

/// Reports of one type at the places of one deployment.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Observed {
    /// The deployment.
    pub deployment: Code,
    /// How it is called.
    pub name: String,
    /// How its places were chosen.
    pub sample: SampleKind,
    /// Reports of the type.
    pub reports: u64,
    /// Different places that these reports are about; `None` where one of them names none: two reports may be
    /// about one place.
    pub places: Option<u64>,
    /// Places that reported; `None` for a complaint line: nobody knows who did not call.
    pub of: Option<u64>,
    /// The share of places with its 95 % interval of Wilson (JASA 22, 1927); only of a probability sample, and
    /// only where the places are known.
    pub rate: Option<[Real; 3]>,
    /// Places with an observer that did not report.
    pub silent: Option<u64>,
}

/// The reports of a type by deployment, in the order of the deployments; those without a report are left out.
pub fn observed(kind: &Code, reports: &[&Report], deployments: &[Deployment]) -> Vec<Observed> {
    deployments
        .iter()
        .filter_map(|held| {
            let meant: Vec<&Report> = reports
                .iter()
                .copied()
                .filter(|report| {
                    report.kind == *kind && report.deployment.as_ref() == Some(&held.id)
                })
                .collect();
            let stations: Option<BTreeSet<&str>> = meant
                .iter()
                .map(|report| report.station.as_deref())
                .collect();
            let places = stations.map(|stations| stations.len() as u64);
            let has_denominator = held.sample != SampleKind::ComplaintLine;
            (!meant.is_empty()).then(|| Observed {
                deployment: held.id.clone(),
                name: held.name.clone(),
                sample: held.sample,
                reports: meant.len() as u64,
                places,
                of: has_denominator.then_some(held.reporting),
                rate: places
                    .filter(|_| held.sample == SampleKind::Probability)
                    .and_then(|places| wilson(places, held.reporting)),
                silent: has_denominator.then(|| held.reached.saturating_sub(held.reporting)),
            })
        })
        .collect()
}

/// Share and ends of the score interval; `None` where there are more places than reported.
fn wilson(count: u64, of: u64) -> Option<[Real; 3]> {
    if of == 0 || count > of {
        return None;
    }
    let (n, z) = (of as f64, crate::estimate::Z);
    let share = count as f64 / n;
    let middle = share + z * z / (2.0 * n);
    let half = z * libm::sqrt(share * (1.0 - share) / n + z * z / (4.0 * n * n));
    let whole = 1.0 + z * z / n;
    Some(
        [
            share,
            ((middle - half) / whole).max(0.0),
            ((middle + half) / whole).min(1.0),
        ]
        .map(Real::new),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_that_of_the_formula() {
        // Computed in Python from the formula of the paper.
        let [share, low, high] = wilson(15, 50).unwrap();
        assert_eq!(share.get().to_string(), "0.3");
        assert!((low.get() - 0.191_035_5).abs() < 1e-6, "{low:?}");
        assert!((high.get() - 0.437_503_5).abs() < 1e-6, "{high:?}");
        assert_eq!(wilson(6, 5), None);
        assert_eq!(wilson(0, 0), None);
    }
}
