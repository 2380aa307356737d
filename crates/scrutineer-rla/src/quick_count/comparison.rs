//! The estimate beside declared results.

use scrutineer_model::Real;

use super::declared::DeclaredShare;
use super::document::ComparisonRow;
use super::estimate::Estimate;
use super::ratio::{Ratio, Sample};
use super::student;

/// Compares with every declared share: totals are one family of looks, strata another (Holm).
pub fn compare(estimate: &Estimate, declared: &[DeclaredShare]) -> Vec<ComparisonRow> {
    let mut rows = Vec::new();
    for is_total in [true, false] {
        let family: Vec<&DeclaredShare> = declared
            .iter()
            .filter(|share| share.stratum.is_none() == is_total)
            .collect();
        let looked: Vec<(Option<f64>, Option<f64>, Option<f64>)> =
            family.iter().map(|share| look(estimate, share)).collect();
        let ps: Vec<Option<f64>> = looked.iter().map(|(_, _, p)| *p).collect();
        let adjusted = student::holm(&ps);
        for ((share, (found, z, p)), adjusted) in family.into_iter().zip(looked).zip(adjusted) {
            rows.push(ComparisonRow {
                declaration: share.declaration.clone(),
                stratum: share.stratum.clone(),
                option: share.option.clone(),
                declared: [Real::new(share.low), Real::new(share.high)],
                estimate: found.map(Real::new),
                z: z.map(Real::new),
                p: p.map(Real::new),
                p_adjusted: adjusted.map(Real::new),
                comparable: share.comparable,
            });
        }
    }
    rows
}

/// The estimate, z and p of one declared share.
fn look(estimate: &Estimate, share: &DeclaredShare) -> (Option<f64>, Option<f64>, Option<f64>) {
    let Some((ratio, degrees)) = ratio(estimate, share) else {
        return (None, None, None);
    };
    let nearest = ratio.value.clamp(share.low, share.high.max(share.low));
    let z = ratio
        .standard_error()
        .filter(|error| *error > 0.0 && degrees > 0 && share.comparable)
        .map(|error| (ratio.value - nearest) / error);
    let p = z.and_then(|z| student::two_sided(z, degrees));
    (Some(ratio.value), z, p)
}

fn ratio(estimate: &Estimate, share: &DeclaredShare) -> Option<(Ratio, u64)> {
    let document = &estimate.document;
    let option = document
        .options
        .iter()
        .position(|held| held.id == share.option)?;
    let Some(stratum) = &share.stratum else {
        return Some((estimate.shares.get(option)?.clone(), document.degrees));
    };
    let place = document
        .response
        .iter()
        .position(|held| held.stratum == *stratum)?;
    let alone = Sample {
        groups: vec![estimate.plain.groups.get(place)?.clone()],
    };
    let ratio = alone.ratio(estimate.votes.get(option)?, &estimate.valid)?;
    Some((ratio, alone.degrees()))
}
