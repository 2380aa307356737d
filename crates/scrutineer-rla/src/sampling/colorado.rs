//! The pseudo-random picks of Colorado's audit system (Rivest's index sampler).

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::digest::DigestNumber;

/// Pick `n`, counted from 1, between `least` and `most`, both possible; `least` where `most` is less.
pub fn pick(seed: &str, n: u64, least: u64, most: u64) -> u64 {
    let digest = DigestNumber::new(Sha256::digest(format!("{seed},{n}")).into());
    let width = most.saturating_sub(least);
    let offset = match width.checked_add(1) {
        Some(width) => digest.remainder(width),
        // The whole range of 64 bits: the last word.
        None => digest
            .bytes()
            .iter()
            .fold(0, |sum, &byte| sum << 8 | u64::from(byte)),
    };
    least.saturating_add(offset)
}

/// The first `count` picks; numbers may repeat.
pub fn with_replacement(seed: &str, least: u64, most: u64, count: usize) -> Vec<u64> {
    (1..)
        .take(count)
        .map(|n| pick(seed, n, least, most))
        .collect()
}

/// The first `count` different picks, at most as many as there are numbers.
pub fn without_replacement(seed: &str, least: u64, most: u64, count: usize) -> Vec<u64> {
    let numbers = most.saturating_sub(least).saturating_add(1);
    let wanted = count.min(usize::try_from(numbers).unwrap_or(usize::MAX));
    let mut seen = BTreeSet::new();
    let mut picks = Vec::new();
    let mut n = 1;
    while picks.len() < wanted {
        let picked = pick(seed, n, least, most);
        n += 1;
        if seen.insert(picked) {
            picks.push(picked);
        }
    }
    picks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_population_is_exhausted_and_ends() {
        let mut all = without_replacement("12345678901234567890", 3, 9, 50);
        all.sort_unstable();
        assert_eq!(all, [3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(without_replacement("1", 5, 5, 2), [5]);
        assert_eq!(pick("1", 1, 7, 2), 7);
    }

    #[test]
    fn skipping_repeats_changes_nothing_else() {
        let seed = "12345678901234567890";
        let mut seen = Vec::new();
        for picked in with_replacement(seed, 1, 50, 60) {
            if !seen.contains(&picked) {
                seen.push(picked);
            }
        }
        let picked = without_replacement(seed, 1, 50, seen.len());
        assert_eq!(picked, seen);
    }
}
