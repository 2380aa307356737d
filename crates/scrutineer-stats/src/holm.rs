//! Adjustment of p-values for the number of looks.

/// The p-values of Holm (1979), in the order given.
///
/// With `looks` looks in all, the i-th smallest of the given (from 0) is multiplied by `looks - i`, cut at
/// 1, and never below the one before it. Looks whose p-value is not given count as larger than every
/// given one, which is the cautious reading. Equal p-values get equal answers.
///
/// `None` where a p-value is outside 0 to 1 or there are fewer looks than p-values.
pub fn holm(p_values: &[f64], looks: usize) -> Option<Vec<f64>> {
    if looks < p_values.len() || !p_values.iter().all(|p| (0.0..=1.0).contains(p)) {
        return None;
    }
    let mut order: Vec<(f64, usize)> = p_values.iter().copied().zip(0..).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut adjusted = vec![0.0; p_values.len()];
    let mut largest = 0.0_f64;
    for (rank, (p, place)) in order.into_iter().enumerate() {
        largest = largest.max((p * (looks - rank) as f64).min(1.0));
        if let Some(slot) = adjusted.get_mut(place) {
            *slot = largest;
        }
    }
    Some(adjusted)
}
