//! numpy's default generator, as far as a draw of Arlo needs it: `SeedSequence` of a large integer,
//! PCG64 (XSL-RR, 128 bits of state), and a choice by cumulative probabilities. Never offered to users.

use scrutineer_rla::sampling::DigestNumber;
use scrutineer_rla::sampling::consistent::Sampler;
use serde_json::{Value, json};

use super::super::case::Case;
use super::text;

const MULTIPLIER: u128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645;
const POOL: usize = 4;

/// The five batches of the vector, all of one size. The tickets beside them cannot be made from what the
/// vector states, so its own are repeated.
pub(super) fn batches(case: &Case<'_>) -> Result<Value, String> {
    let hash = Sampler::new(text(case, "seed")?).seed_hash().to_owned();
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        let digits = hash.get(2 * at..2 * at + 2).unwrap_or_default();
        *byte = u8::from_str_radix(digits, 16).map_err(|error| error.to_string())?;
    }
    let mut generator = Pcg64::new(DigestNumber::new(bytes));
    let expected = case.expected.as_array().ok_or("expected a list")?;
    let batch = |drawn: &Value| {
        let unit = generator.next_unit();
        // Sums of ten times 0.1, divided by the last, as numpy makes them.
        let sums: Vec<f64> = std::iter::repeat_n(0.1, 10)
            .scan(0.0, |sum, share| {
                *sum += share;
                Some(*sum)
            })
            .collect();
        let last = sums.last().copied().unwrap_or(1.0);
        let chosen = sums.iter().filter(|&&sum| sum / last <= unit).count();
        json!([drawn.get(0), ["J1", format!("B{chosen}")]])
    };
    Ok(expected.iter().map(batch).collect())
}

struct Pcg64 {
    state: u128,
    increment: u128,
}

impl Pcg64 {
    fn new(seed: DigestNumber) -> Self {
        let words = seed_sequence(&seed);
        let wide = |high: usize| u128::from(words[high]) << 64 | u128::from(words[high + 1]);
        let increment = wide(2) << 1 | 1;
        let mut generator = Self {
            state: 0,
            increment,
        };
        generator.step();
        generator.state = generator.state.wrapping_add(wide(0));
        generator.step();
        generator
    }

    fn step(&mut self) {
        let product = self.state.wrapping_mul(MULTIPLIER);
        self.state = product.wrapping_add(self.increment);
    }

    fn next_unit(&mut self) -> f64 {
        self.step();
        let bytes = self.state.to_le_bytes();
        let word = |at: usize| {
            let part = bytes.iter().skip(at).take(8).rev();
            part.fold(0u64, |sum, &byte| sum << 8 | u64::from(byte))
        };
        let rotation = u32::from(bytes[15] >> 2);
        let found = (word(0) ^ word(8)).rotate_right(rotation);
        (found >> 11) as f64 / 9_007_199_254_740_992.0
    }
}

/// Four words of 64 bits from the entropy of a seed (O'Neill's `seed_seq_fe`, as numpy changed it).
fn seed_sequence(seed: &DigestNumber) -> [u64; 4] {
    let bytes = seed.bytes();
    let mut entropy: Vec<u32> = bytes
        .rchunks_exact(4)
        .map(|word| word.iter().fold(0, |sum, &byte| sum << 8 | u32::from(byte)))
        .collect();
    while entropy.len() > 1 && entropy.last() == Some(&0) {
        entropy.pop();
    }
    let mut constant: u32 = 0x43b0_d7e5;
    let mut hashed = |value: u32| {
        let mut value = value ^ constant;
        constant = constant.wrapping_mul(0x931e_8875);
        value = value.wrapping_mul(constant);
        value ^ value >> 16
    };
    let mix = |a: u32, b: u32| {
        let mixed = a
            .wrapping_mul(0xca01_f9dd)
            .wrapping_sub(b.wrapping_mul(0x4973_f715));
        mixed ^ mixed >> 16
    };
    let mut pool = [0u32; POOL];
    for (at, slot) in pool.iter_mut().enumerate() {
        *slot = hashed(entropy.get(at).copied().unwrap_or(0));
    }
    for from in 0..POOL {
        for to in 0..POOL {
            if from != to {
                pool[to] = mix(pool[to], hashed(pool[from]));
            }
        }
    }
    for &word in entropy.iter().skip(POOL) {
        for slot in &mut pool {
            *slot = mix(*slot, hashed(word));
        }
    }
    let mut constant: u32 = 0x8b51_f9dd;
    let mut words = [0u64; 4];
    for at in 0..8 {
        let mut value = pool[at % POOL] ^ constant;
        constant = constant.wrapping_mul(0x58f3_8ded);
        value = value.wrapping_mul(constant);
        value ^= value >> 16;
        words[at / 2] |= u64::from(value) << (32 * (at % 2));
    }
    words
}
