//! A SHA-256 digest as a number of 256 bits.

use std::fmt;

/// A digest, read as a big-endian integer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DigestNumber([u8; 32]);

/// Nine decimal digits, the most whose remainder and 32 further bits fit 64.
const CHUNK: u64 = 1_000_000_000;
/// Decimal digits of a chunk.
const CHUNK_DIGITS: usize = 9;
/// Chunks that hold every number below 2^256.
const CHUNKS: usize = 9;
/// Room for the digits of all chunks.
const ROOM: usize = CHUNKS * CHUNK_DIGITS;
/// The fewest digits that the consistent sampler writes.
const LEAST: usize = 64;

impl DigestNumber {
    /// The number of these bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, the most significant first.
    pub fn bytes(self) -> [u8; 32] {
        self.0
    }

    /// The remainder by a divisor; 0 for a divisor of 0.
    pub fn remainder(self, divisor: u64) -> u64 {
        if divisor == 0 {
            return 0;
        }
        let step = |rest: u64, word: u64| {
            let wide = (u128::from(rest) << 64 | u128::from(word)) % u128::from(divisor);
            u64::try_from(wide).unwrap_or(0)
        };
        self.words().into_iter().fold(0, step)
    }

    /// The first 15 hexadecimal digits as a number.
    pub fn leading_60_bits(self) -> u64 {
        let [first, ..] = self.words();
        first >> 4
    }

    /// The number times 2^-256, to the nearest double.
    pub fn to_unit(self) -> f64 {
        let words = self.words();
        let Some(at) = words.iter().position(|&word| word != 0) else {
            return 0.0;
        };
        let word = |index: usize| words.get(index).copied().unwrap_or(0);
        let shift = word(at).leading_zeros();
        let mut top = word(at) << shift;
        let mut below = word(at + 1);
        if shift > 0 {
            top |= below >> (64 - shift);
            below <<= shift;
        }
        // A bit that stands for all that follows decides ties, as in exact rounding.
        let rest = below != 0 || words.iter().skip(at + 2).any(|&word| word != 0);
        let place = i32::try_from(64 * at).unwrap_or(256) + i32::try_from(shift).unwrap_or(0);
        libm::ldexp((top | u64::from(rest)) as f64, -64 - place)
    }

    /// The decimal digits, without leading zeros.
    pub fn to_decimal(self) -> String {
        let mut digits = [0; ROOM];
        self.reversed(&mut digits);
        let used = digits.iter().rposition(|&digit| digit != b'0').unwrap_or(0);
        digits
            .iter()
            .take(used + 1)
            .rev()
            .map(|&digit| char::from(digit))
            .collect()
    }

    /// Writes the decimal digits, the least significant first, padded with zeros to 64; gives their
    /// number.
    pub(super) fn write_reversed(self, into: &mut [u8; ROOM]) -> usize {
        self.reversed(into);
        let used = into
            .iter()
            .rposition(|&digit| digit != b'0')
            .map_or(0, |at| at + 1);
        used.max(LEAST)
    }

    fn reversed(self, into: &mut [u8; ROOM]) {
        let mut limbs = [0u32; 8];
        for (limb, bytes) in limbs.iter_mut().zip(self.0.chunks_exact(4)) {
            *limb = bytes
                .iter()
                .fold(0, |sum, &byte| sum << 8 | u32::from(byte));
        }
        let mut start = 0;
        for chunk in into.chunks_exact_mut(CHUNK_DIGITS) {
            let mut rest: u64 = 0;
            for limb in limbs.iter_mut().skip(start) {
                let wide = rest << 32 | u64::from(*limb);
                *limb = u32::try_from(wide / CHUNK).unwrap_or(u32::MAX);
                rest = wide % CHUNK;
            }
            while limbs.get(start) == Some(&0) {
                start += 1;
            }
            let mut rest = u32::try_from(rest).unwrap_or(0);
            for digit in chunk {
                *digit = b'0' + u8::try_from(rest % 10).unwrap_or(0);
                rest /= 10;
            }
        }
    }

    fn words(self) -> [u64; 4] {
        let mut words = [0u64; 4];
        for (word, bytes) in words.iter_mut().zip(self.0.chunks_exact(8)) {
            *word = bytes
                .iter()
                .fold(0, |sum, &byte| sum << 8 | u64::from(byte));
        }
        words
    }
}

/// 64 lower-case hexadecimal digits.
impl fmt::Display for DigestNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for DigestNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// The digits that [`DigestNumber::write_reversed`] fills.
pub(super) type Digits = [u8; ROOM];

/// A buffer for them.
pub(super) const NO_DIGITS: Digits = [0; ROOM];

#[cfg(test)]
mod tests {
    use super::*;

    fn number(hex: &str) -> DigestNumber {
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap();
        }
        DigestNumber::new(bytes)
    }

    // Python: int("ff" * 32, 16), % 30026, * 2.0**-256.
    #[test]
    fn the_largest_and_the_smallest_number_are_written_whole() {
        let largest = number(&"ff".repeat(32));
        let decimal =
            "115792089237316195423570985008687907853269984665640564039457584007913129639935";
        assert_eq!(largest.to_decimal(), decimal);
        assert_eq!(largest.to_string(), "ff".repeat(32));
        let least = number(&"00".repeat(32));
        assert_eq!(least.to_decimal(), "0");
        let mut digits = NO_DIGITS;
        assert_eq!(least.write_reversed(&mut digits), 64);
        assert_eq!(largest.write_reversed(&mut digits), 78);
        assert!(digits.starts_with(b"5399369213"));
    }

    #[test]
    fn remainders_and_units_are_those_of_exact_integers() {
        // Python: n = int(h, 16); n % 30026, n % (2**63 - 25), n * 2.0**-256, n >> 196.
        let one = number("ed62fa818e24178bacddf881b26221e52436f1c1040b10d416e709f962df2953");
        assert_eq!(one.remainder(30_026), 13_005);
        assert_eq!(
            one.remainder(9_223_372_036_854_775_783),
            4_804_918_190_419_002_412
        );
        assert_eq!(one.remainder(0), 0);
        assert_eq!(one.leading_60_bits(), 0xed6_2fa8_18e2_4178);
        assert!((one.to_unit() - 0.927_291_542_653_748_4).abs() < 1e-16);
        let half = number(&format!("80{}", "00".repeat(31)));
        assert!((half.to_unit() - 0.5).abs() < f64::EPSILON * 0.1);
        let tiny = number(&format!("{}01", "00".repeat(31)));
        assert!((tiny.to_unit() / libm::ldexp(1.0, -256) - 1.0).abs() < 1e-15);
    }
}
