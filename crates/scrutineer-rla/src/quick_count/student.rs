//! Student's t and adjusted p-values, as the rest of this module asks for them.

use scrutineer_stats::{holm as adjust, student_quantile, student_sf};

/// The value that a share `p` of values does not exceed; `None` without degrees of freedom.
pub(crate) fn quantile(p: f64, degrees: u64) -> Option<f64> {
    student_quantile(degrees as f64, p)
}

/// The chance of a value at least as far from 0; `None` without degrees of freedom.
pub(crate) fn two_sided(t: f64, degrees: u64) -> Option<f64> {
    let tail = student_sf(degrees as f64, t.abs())?;
    Some((2.0 * tail).min(1.0))
}

/// Holm's adjusted p-values, in their order; what was not tested is no look.
pub(crate) fn holm(ps: &[Option<f64>]) -> Vec<Option<f64>> {
    let tested: Vec<f64> = ps.iter().copied().flatten().collect();
    let mut adjusted = adjust(&tested, tested.len())
        .unwrap_or_default()
        .into_iter();
    ps.iter().map(|p| p.and_then(|_| adjusted.next())).collect()
}
