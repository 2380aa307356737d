//! How alike two texts are.

/// Jaro's similarity (JASA 84, 1989), 0 to 1, over Unicode scalars; 0 where a text is empty.
/// Characters match within max(0, floor(longer / 2) - 1) places.
pub fn jaro(left: &str, right: &str) -> f64 {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    if left.is_empty() || right.is_empty() {
        return 0.0;
    }
    let window = (left.len().max(right.len()) / 2).saturating_sub(1);
    let mut taken = vec![false; right.len()];
    let mut matched = Vec::new();
    for (at, c) in left.iter().enumerate() {
        let from = at.saturating_sub(window);
        let found = right
            .iter()
            .zip(taken.iter_mut())
            .skip(from)
            .take(at + window + 1 - from)
            .find(|(other, taken)| *other == c && !**taken);
        if let Some((_, taken)) = found {
            *taken = true;
            matched.push(*c);
        }
    }
    if matched.is_empty() {
        return 0.0;
    }
    let in_right = right.iter().zip(&taken).filter(|(_, taken)| **taken);
    let moved = in_right.zip(&matched).filter(|((b, _), a)| b != a).count();
    let m = matched.len() as f64;
    let transposed = (moved / 2) as f64;
    (m / left.len() as f64 + m / right.len() as f64 + (m - transposed) / m) / 3.0
}

/// Winkler's form: J + 0.1 l (1 - J), l the common prefix of at most 4 characters. Applied always.
pub fn jaro_winkler(left: &str, right: &str) -> f64 {
    let base = jaro(left, right);
    let prefix = left
        .chars()
        .zip(right.chars())
        .take(4)
        .take_while(|(a, b)| a == b)
        .count();
    base + 0.1 * prefix as f64 * (1.0 - base)
}
