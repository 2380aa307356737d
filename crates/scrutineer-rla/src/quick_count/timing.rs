//! Early and late stations: whether those that report late vote otherwise, and whether the estimate has
//! settled.

use scrutineer_model::Real;

use super::collapse::Grouped;
use super::document::{Stability, StabilityState, Timing, TimingOption};
use super::ratio::Sample;
use super::student;

/// Columns of the received stations.
pub(crate) struct Columns<'a> {
    /// Votes of each option.
    pub(crate) votes: &'a [Vec<f64>],
    /// Valid votes.
    pub(crate) valid: &'a [f64],
    /// The part of the night.
    pub(crate) parts: &'a [Option<u32>],
}

/// Late less early per option; `None` without parts, with all in one, or without votes in one of them.
///
/// The difference of two domain ratios, linearised over the whole sample (Saerndal, Swensson and Wretman,
/// *Model Assisted Survey Sampling*, 10.3).
pub(crate) fn timing(options: &[String], sample: &Sample, columns: &Columns<'_>) -> Option<Timing> {
    let mut known: Vec<u32> = columns.parts.iter().copied().flatten().collect();
    known.sort_unstable();
    let cut = *known.get(known.len().checked_sub(1)? / 2)?;
    let early = known.iter().filter(|&&part| part <= cut).count() as u64;
    let late = known.len() as u64 - early;
    if late == 0 {
        return None;
    }
    let of = |is_late: bool| -> Vec<f64> {
        columns
            .parts
            .iter()
            .map(|part| f64::from(u8::from(part.is_some_and(|part| (part > cut) == is_late))))
            .collect()
    };
    let (is_early, is_late) = (of(false), of(true));
    let mut found = Vec::new();
    for (id, votes) in options.iter().zip(columns.votes) {
        let (r_late, z_late) = domain(sample, votes, columns.valid, &is_late)?;
        let (r_early, z_early) = domain(sample, votes, columns.valid, &is_early)?;
        let z: Vec<f64> = z_late.iter().zip(&z_early).map(|(a, b)| a - b).collect();
        let difference = r_late - r_early;
        let t = sample
            .variance(&z)
            .filter(|variance| *variance > 0.0)
            .map(|variance| difference / libm::sqrt(variance));
        let p = t.and_then(|t| student::two_sided(t, sample.degrees()));
        found.push((id.clone(), difference, t, p));
    }
    let ps: Vec<Option<f64>> = found.iter().map(|(_, _, _, p)| *p).collect();
    let adjusted = student::holm(&ps);
    Some(Timing {
        early_until: cut,
        early,
        late,
        options: found
            .into_iter()
            .zip(adjusted)
            .map(|((id, difference, t, p), adjusted)| TimingOption {
                id,
                difference: Real::new(difference),
                t: t.map(Real::new),
                p: p.map(Real::new),
                p_adjusted: adjusted.map(Real::new),
            })
            .collect(),
    })
}

/// The ratio in a domain and its linearised values; `None` where it has no valid vote.
fn domain(sample: &Sample, y: &[f64], x: &[f64], inside: &[f64]) -> Option<(f64, Vec<f64>)> {
    let of = |values: &[f64]| -> Vec<f64> {
        values
            .iter()
            .zip(inside)
            .map(|(value, inside)| value * inside)
            .collect()
    };
    let (y, x) = (of(y), of(x));
    let bottom = sample.total(&x);
    if bottom <= 0.0 {
        return None;
    }
    let ratio = sample.total(&y) / bottom;
    let z = y
        .iter()
        .zip(&x)
        .map(|(y, x)| (y - ratio * x) / bottom)
        .collect();
    Some((ratio, z))
}

/// Whether leaving out the last part changes a share by more than `percent` of its margin.
///
/// `without` groups the stations that the predicate keeps; `is_complete` says that every drawn station
/// is received.
pub(crate) fn stability(
    columns: &Columns<'_>,
    shares: &[(f64, Option<f64>)],
    percent: u32,
    is_complete: bool,
    without: impl Fn(&dyn Fn(usize) -> bool) -> Grouped,
) -> Stability {
    let unknown = Stability {
        state: if is_complete && !shares.is_empty() {
            StabilityState::Stable
        } else {
            StabilityState::Unknown
        },
        change: None,
    };
    let parts = || columns.parts.iter().copied().flatten();
    let (Some(first), Some(last)) = (parts().min(), parts().max()) else {
        return unknown;
    };
    if first == last {
        return unknown;
    }
    let is_kept = |at: usize| columns.parts.get(at).copied().flatten() != Some(last);
    let before = without(&is_kept);
    let (mut change, mut is_stable) = (0.0_f64, true);
    for (votes, &(share, margin)) in columns.votes.iter().zip(shares) {
        let Some(earlier) = before.sample.ratio(votes, columns.valid) else {
            return unknown;
        };
        let moved = (share - earlier.value).abs();
        change = change.max(moved);
        // An option without a vote has not moved, and has no margin.
        is_stable &= moved <= 0.0
            || margin.is_some_and(|margin| moved <= margin * f64::from(percent) / 100.0);
    }
    Stability {
        state: if is_stable || is_complete {
            StabilityState::Stable
        } else {
            StabilityState::Moving
        },
        change: Some(Real::new(change)),
    }
}
