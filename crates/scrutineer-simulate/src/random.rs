//! Seeded streams of random integers, the same on every platform.
//!
//! Every place, region and step of a scenario has a stream of its own, keyed by the seed, a domain
//! and an index. What one of them draws never shifts another, so an election can be made in any
//! number of parts.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// What a stream is for. The byte enters the key: two domains never share a draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Domain {
    Layout = 1,
    Region = 2,
    District = 3,
    Place = 4,
    Scenario = 5,
    Missing = 6,
    Slips = 7,
    Repeats = 8,
    Declaration = 9,
    Resample = 10,
}

/// One stream.
#[derive(Clone, Debug)]
pub(crate) struct Stream {
    generator: ChaCha8Rng,
    /// The second of two normal deviates that were drawn together.
    pub(crate) spare: Option<f64>,
}

impl Stream {
    /// The stream of `domain` at `index`. The key is written out here rather than derived by a
    /// library, whose derivation may change with its version.
    pub(crate) fn new(seed: u64, domain: Domain, index: u64) -> Self {
        let mut key = [0u8; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8] = domain as u8;
        key[16..].copy_from_slice(b"scrutineer-sim/1");
        let mut generator = ChaCha8Rng::from_seed(key);
        generator.set_stream(index);
        Self {
            generator,
            spare: None,
        }
    }

    /// Uniform below `bound`, without bias; 0 for a bound of 0.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        if bound == 0 {
            return 0;
        }
        // Values at or above the largest multiple of the bound would favour small remainders.
        let limit = u64::from(u32::MAX) + 1;
        let usable = limit - limit % u64::from(bound);
        loop {
            let draw = self.generator.next_u32();
            if u64::from(draw) < usable {
                return draw % bound;
            }
        }
    }

    /// Uniform from `low` to `high`, both included; `low` where the range is empty.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// Uniform in the open interval (0, 1), on a grid of 2^-53.
    pub(crate) fn unit(&mut self) -> f64 {
        const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;
        loop {
            let bits = self.generator.next_u64() >> 11;
            if bits > 0 {
                return bits as f64 * STEP;
            }
        }
    }

    /// The position of a draw with integer weights; the last one where all weights are 0.
    pub(crate) fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (position, &weight) in weights.iter().enumerate() {
            if left < weight {
                return position;
            }
            left -= weight;
        }
        weights.len().saturating_sub(1)
    }

    /// Exactly `count` different numbers below `of`, ascending, every set equally likely.
    ///
    /// Knuth, The Art of Computer Programming 2, section 3.4.2, algorithm S.
    pub(crate) fn choose(&mut self, count: u32, of: u32) -> Vec<u32> {
        let mut wanted = count.min(of);
        let mut chosen = Vec::with_capacity(wanted as usize);
        for candidate in 0..of {
            if wanted == 0 {
                break;
            }
            if self.below(of - candidate) < wanted {
                chosen.push(candidate);
                wanted -= 1;
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_of_other_seeds_domains_and_indices_differ() {
        let first = |seed, domain, index| Stream::new(seed, domain, index).below(u32::MAX);
        let base = first(7, Domain::Place, 3);
        assert_eq!(base, first(7, Domain::Place, 3));
        assert_ne!(base, first(8, Domain::Place, 3));
        assert_ne!(base, first(7, Domain::Region, 3));
        assert_ne!(base, first(7, Domain::Place, 4));
    }

    #[test]
    fn a_choice_has_the_stated_size_and_no_number_twice() {
        for seed in 0..50 {
            let chosen = Stream::new(seed, Domain::Scenario, 0).choose(17, 100);
            assert_eq!(chosen.len(), 17);
            assert!(chosen.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(chosen.iter().all(|&at| at < 100));
        }
        let all = Stream::new(1, Domain::Scenario, 0).choose(9, 5);
        assert_eq!(all, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn every_number_is_chosen_equally_often() {
        // 4,000 choices of 3 of 12: each number has mean 1,000 and variance 4,000 * 3/16, and the
        // 12 counts sum to a constant, so X2 * 11/12 is close to chi-square with 11 degrees; its
        // 99.99 % point is 37.4 (tables).
        let seed = 20_010_107;
        let mut stream = Stream::new(seed, Domain::Scenario, 0);
        let mut counts = [0f64; 12];
        for _ in 0..4000 {
            for at in stream.choose(3, 12) {
                counts[at as usize] += 1.0;
            }
        }
        let x2: f64 = counts
            .iter()
            .map(|count| (count - 1000.0) * (count - 1000.0) / 750.0)
            .sum();
        assert!(x2 * 11.0 / 12.0 < 37.4, "seed {seed}: X2 = {x2}");
    }
}
