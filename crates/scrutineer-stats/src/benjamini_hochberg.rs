//! The share of false alarms among many looks.

/// The q-values of Benjamini and Hochberg (1995), in the order given: the least level of the false
/// discovery rate at which each look is an alarm. With m looks the i-th smallest p-value (from 1) is
/// multiplied by m / i, and no q-value is above one of a larger p-value, nor above 1.
///
/// `None` where a p-value is outside 0 to 1.
pub fn benjamini_hochberg(p_values: &[f64]) -> Option<Vec<f64>> {
    if !p_values.iter().all(|p| (0.0..=1.0).contains(p)) {
        return None;
    }
    let mut order: Vec<(f64, usize)> = p_values.iter().copied().zip(0..).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let looks = p_values.len() as f64;
    let mut adjusted = vec![1.0; p_values.len()];
    let mut least = 1.0_f64;
    for (rank, (p, place)) in order.into_iter().enumerate().rev() {
        least = least.min(p * looks / (rank + 1) as f64);
        if let Some(slot) = adjusted.get_mut(place) {
            *slot = least;
        }
    }
    Some(adjusted)
}
