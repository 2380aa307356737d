//! Fractions that stay fractions until they are printed.

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number left the range of 128-bit integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sum or product is beyond 128-bit integers")]
pub struct Overflow;

/// An exact fraction with a positive denominator, in lowest terms; every operation is checked.
///
/// As JSON: `[numerator, denominator]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(Ratio<i128>);

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// The whole.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// `numerator / denominator`, or `None` for a denominator of zero.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        // `i128::MIN` has no negation, which the reduction to lowest terms needs.
        if denominator == 0 || numerator == i128::MIN || denominator == i128::MIN {
            return None;
        }
        Some(Self(Ratio::new(numerator, denominator)))
    }

    /// A whole number.
    pub fn integer(value: impl Into<i128>) -> Self {
        Self(Ratio::from_integer(value.into()))
    }

    /// The numerator in lowest terms; carries the sign.
    pub fn numerator(self) -> i128 {
        *self.0.numer()
    }

    /// The denominator in lowest terms; positive.
    pub fn denominator(self) -> i128 {
        *self.0.denom()
    }

    /// The sum.
    pub fn checked_add(self, other: Self) -> Result<Self, Overflow> {
        self.0.checked_add(&other.0).map(Self).ok_or(Overflow)
    }

    /// The difference.
    pub fn checked_sub(self, other: Self) -> Result<Self, Overflow> {
        self.0.checked_sub(&other.0).map(Self).ok_or(Overflow)
    }

    /// The product.
    pub fn checked_mul(self, other: Self) -> Result<Self, Overflow> {
        self.0.checked_mul(&other.0).map(Self).ok_or(Overflow)
    }

    /// The quotient; dividing by zero is an [`Overflow`] as well.
    pub fn checked_div(self, other: Self) -> Result<Self, Overflow> {
        if other == Self::ZERO {
            return Err(Overflow);
        }
        self.0.checked_div(&other.0).map(Self).ok_or(Overflow)
    }

    /// The largest integer that is not above.
    pub fn floor(self) -> i128 {
        self.0.numer().div_euclid(*self.0.denom())
    }

    /// The smallest integer that is not below.
    pub fn ceil(self) -> i128 {
        let floor = self.floor();
        if self.0.is_integer() {
            floor
        } else {
            floor + 1
        }
    }

    /// Rounded to the nearest integer, halves away from zero.
    pub fn round(self) -> i128 {
        self.0.round().to_integer()
    }

    /// Whether the value is below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_negative()
    }

    /// For printing and for floating point methods only.
    pub fn to_f64(self) -> f64 {
        self.numerator() as f64 / self.denominator() as f64
    }
}

impl From<u64> for Exact {
    fn from(value: u64) -> Self {
        Self::integer(value)
    }
}

impl std::fmt::Display for Exact {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.numerator(), self.denominator()].serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let [numerator, denominator] = <[i128; 2]>::deserialize(deserializer)?;
        Self::new(numerator, denominator)
            .ok_or_else(|| serde::de::Error::custom("a fraction needs a denominator other than 0"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_goes_to_the_stated_side_for_both_signs() {
        let half = Exact::new(-7, 2).unwrap();
        assert_eq!((half.floor(), half.ceil(), half.round()), (-4, -3, -4));
        let third = Exact::new(10, 3).unwrap();
        assert_eq!((third.floor(), third.ceil(), third.round()), (3, 4, 3));
    }

    #[test]
    fn overflow_is_an_error_and_never_wraps() {
        let large = Exact::integer(i128::MAX);
        assert_eq!(large.checked_add(Exact::ONE), Err(Overflow));
        assert_eq!(large.checked_mul(Exact::integer(2)), Err(Overflow));
        assert_eq!(Exact::ONE.checked_div(Exact::ZERO), Err(Overflow));
        assert_eq!(Exact::new(i128::MIN, 3), None);
    }
}
