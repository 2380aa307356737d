//! The SHA-256 stream of cryptorandom (Ottoboni and Stark), as SHANGRLA uses it.

use std::fmt;

use sha2::{Digest, Sha256};

use super::digest::DigestNumber;

/// The stream of one seed: digest n is SHA-256 of `SEED,` and n zero bytes.
#[derive(Clone)]
pub struct Stream {
    hash: Sha256,
    /// Bits that integers have not used yet, the least significant first used; at most 256 + 63.
    rest: [u64; 5],
    bits: u32,
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stream({} bits left)", self.bits)
    }
}

impl Stream {
    /// The stream of a seed, as text: decimal digits, where it was an integer.
    pub fn new(seed: &str) -> Self {
        Self {
            hash: Sha256::new().chain_update(seed).chain_update(","),
            rest: [0; 5],
            bits: 0,
        }
    }

    /// The next digest.
    pub fn next_digest(&mut self) -> DigestNumber {
        let digest = self.hash.clone().finalize();
        self.hash.update([0]);
        DigestNumber::new(digest.into())
    }

    /// The next real in [0, 1): a whole digest times 2^-256.
    pub fn next_unit(&mut self) -> f64 {
        self.next_digest().to_unit()
    }

    /// The next integer below `n`, each equally likely; 0 where `n` is 0 or 1.
    pub fn next_below(&mut self, n: u64) -> u64 {
        let wanted = match n {
            0 | 1 => return 0,
            _ => 64 - (n - 1).leading_zeros(),
        };
        loop {
            let found = self.take(wanted);
            if found < n {
                return found;
            }
        }
    }

    /// The next `count` bits, 1 to 64.
    fn take(&mut self, count: u32) -> u64 {
        while self.bits < count {
            let digest = self.next_digest().bytes();
            let mut words = digest.rchunks_exact(8).map(|bytes| {
                bytes
                    .iter()
                    .fold(0, |sum, &byte| sum << 8 | u64::from(byte))
            });
            // Above what is left, which is less than one word.
            let shift = self.bits;
            let mut carried = self.rest[0];
            for slot in &mut self.rest {
                let word: u64 = words.next().unwrap_or(0);
                *slot = carried | word << shift;
                carried = if shift == 0 { 0 } else { word >> (64 - shift) };
            }
            self.bits += 256;
        }
        let [lowest, ..] = self.rest;
        let found = if count == 64 {
            lowest
        } else {
            lowest & ((1 << count) - 1)
        };
        self.drop_lowest(count);
        found
    }

    fn drop_lowest(&mut self, count: u32) {
        self.bits -= count;
        let mut above = 0;
        for slot in self.rest.iter_mut().rev() {
            let word = *slot;
            *slot = if count == 64 {
                above
            } else {
                word >> count | above << (64 - count)
            };
            above = word;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Python with hashlib: the bits as one integer, digests put above what is left.
    #[test]
    fn bits_cross_the_digests_as_in_one_long_integer() {
        let mut stream = Stream::new("1");
        let found: Vec<u64> = (0..8).map(|_| stream.next_below(1 << 63)).collect();
        assert_eq!(found, LONG);
        assert_eq!(stream.next_below(1), 0);
        assert_eq!(stream.next_below(0), 0);
        let mut whole = Stream::new("1");
        let found: Vec<u64> = (0..5).map(|_| whole.next_below(u64::MAX)).collect();
        assert_eq!(found, WHOLE);
    }

    const LONG: [u64; 8] = [
        5_881_877_669_062_809_269,
        3_722_214_619_792_549_761,
        804_844_323_116_563_774,
        5_387_249_682_767_718_524,
        9_101_250_609_434_879_278,
        8_898_150_462_673_770_572,
        4_803_149_835_776_002_883,
        3_142_535_408_928_588_000,
    ];
    const WHOLE: [u64; 5] = [
        15_105_249_705_917_585_077,
        11_084_479_346_751_050_688,
        9_424_583_117_633_916_751,
        16_814_307_274_841_822_479,
        7_486_357_190_730_761_810,
    ];
}
