//! Products that neither underflow nor depend on a platform's logarithm.

use std::cmp::Ordering;

/// Mantissas are kept in `[1, 2^256)`.
const STEP: i32 = 256;
/// 2^256, exactly.
const BASE: f64 = 1.157_920_892_373_162e77;

/// A product of factors at least 0: `mantissa * 2^(256 exponent)`, or exactly 0.
///
/// A plain product of a million factors is 0 or infinite in `f64`. Scaling by a power of two is exact, so
/// the product has the rounding of its multiplications and nothing else, on every platform; a logarithm is
/// taken once, when somebody asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scaled {
    mantissa: f64,
    exponent: i64,
}

impl Scaled {
    /// The empty product.
    pub const ONE: Self = Self {
        mantissa: 1.0,
        exponent: 0,
    };
    /// Nothing; stays so.
    pub const ZERO: Self = Self {
        mantissa: 0.0,
        exponent: 0,
    };

    /// Multiplies by a factor at least 0. One above 2^256 counts as 2^256, which only lessens evidence, and one
    /// that is below 0 or no number as 0.
    pub fn multiply(&mut self, factor: f64) {
        self.mantissa *= if factor >= 0.0 { factor.min(BASE) } else { 0.0 };
        if !(1.0..BASE).contains(&self.mantissa) {
            self.normalise();
        }
    }

    #[cold]
    fn normalise(&mut self) {
        if self.mantissa <= 0.0 {
            *self = Self::ZERO;
            return;
        }
        while self.mantissa < 1.0 {
            self.mantissa *= BASE;
            self.exponent -= 1;
        }
        while self.mantissa >= BASE {
            self.mantissa /= BASE;
            self.exponent += 1;
        }
    }

    /// Whether the product is 0.
    pub fn is_zero(self) -> bool {
        self.mantissa <= 0.0
    }

    /// The natural logarithm; negative infinity for 0.
    pub fn logarithm(self) -> f64 {
        libm::log(self.mantissa)
            + (self.exponent * i64::from(STEP)) as f64 * core::f64::consts::LN_2
    }

    /// The value; `f64::MAX` or `f64::MIN_POSITIVE` where it is beyond or below them.
    pub fn value(self) -> f64 {
        if self.is_zero() {
            return 0.0;
        }
        scale(self.mantissa, self.exponent)
    }

    /// `min(1, 1 / value)`: a p-value; never 0, since the product is finite.
    pub fn inverse_at_most_one(self) -> f64 {
        if self.is_zero() || self.exponent < 0 {
            return 1.0;
        }
        scale(1.0 / self.mantissa, -self.exponent).min(1.0)
    }
}

/// `mantissa * 2^(256 exponent)` within the finite positive range.
fn scale(mantissa: f64, exponent: i64) -> f64 {
    // Five steps of 2^256 leave the range from any mantissa.
    let exponent = i32::try_from(exponent.clamp(-5, 5)).unwrap_or_default();
    libm::scalbn(mantissa, exponent * STEP).clamp(f64::MIN_POSITIVE, f64::MAX)
}

impl PartialOrd for Scaled {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self.is_zero(), other.is_zero()) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Less),
            (false, true) => Some(Ordering::Greater),
            (false, false) => self
                .exponent
                .cmp(&other.exponent)
                .then(self.mantissa.total_cmp(&other.mantissa))
                .into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_is_two_to_the_256() {
        assert_eq!(BASE.to_bits(), libm::scalbn(1.0, STEP).to_bits());
    }

    #[test]
    fn a_million_factors_neither_underflow_nor_overflow() {
        let mut product = Scaled::ONE;
        for _ in 0..1_000_000 {
            product.multiply(0.5);
        }
        assert!((product.logarithm() + 1e6 * core::f64::consts::LN_2).abs() < 1e-6);
        assert!(product < Scaled::ONE && product > Scaled::ZERO);
        for _ in 0..2_000_000 {
            product.multiply(2.0);
        }
        assert_eq!(
            product.inverse_at_most_one().to_bits(),
            f64::MIN_POSITIVE.to_bits()
        );
        for _ in 0..1_000_000 {
            product.multiply(0.5);
        }
        assert_eq!(product, Scaled::ONE);
    }

    #[test]
    fn factors_that_are_no_numbers_end() {
        let mut product = Scaled::ONE;
        product.multiply(f64::INFINITY);
        product.multiply(f64::MAX);
        assert!((product.logarithm() - 512.0 * core::f64::consts::LN_2).abs() < 1e-9);
        product.multiply(f64::from_bits(1));
        assert!(product.logarithm() < 0.0);
        product.multiply(f64::NAN);
        assert!(product.is_zero());
    }

    #[test]
    fn zero_stays_zero_and_proves_nothing() {
        let mut product = Scaled::ONE;
        product.multiply(0.0);
        product.multiply(1e70);
        assert!(product.is_zero());
        assert_eq!(product.inverse_at_most_one().to_bits(), 1.0_f64.to_bits());
    }
}
