//! Fixed-point numbers of 256 binary places, which are 77 decimals.

use num_bigint::{BigInt, Sign};

const PLACES: u32 = 256;

#[derive(Clone, Debug, PartialEq, PartialOrd)]
pub(crate) struct Digits(BigInt);

impl Digits {
    /// Exactly, for numbers whose last binary place is within the 256.
    pub(crate) fn from(value: f64) -> Self {
        let bits = value.to_bits();
        let exponent = i64::try_from(bits >> 52 & 0x7ff).unwrap();
        let fraction = bits & ((1 << 52) - 1);
        let (mantissa, exponent) = match exponent {
            0 => (fraction, -1_074),
            _ => (fraction | 1 << 52, exponent - 1_075),
        };
        let shift = exponent + i64::from(PLACES);
        let wide = BigInt::from(mantissa);
        let scaled = if shift >= 0 {
            wide << u32::try_from(shift).unwrap()
        } else {
            let down = u32::try_from(-shift).unwrap();
            let shifted = &wide >> down;
            assert_eq!(&shifted << down, wide, "{value} has more than 256 places");
            shifted
        };
        Self(if value < 0.0 { -scaled } else { scaled })
    }

    pub(crate) fn whole(value: u64) -> Self {
        Self(BigInt::from(value) << PLACES)
    }

    pub(crate) fn add(&self, other: &Self) -> Self {
        Self(&self.0 + &other.0)
    }

    pub(crate) fn sub(&self, other: &Self) -> Self {
        Self(&self.0 - &other.0)
    }

    pub(crate) fn mul(&self, other: &Self) -> Self {
        Self((&self.0 * &other.0) >> PLACES)
    }

    pub(crate) fn div(&self, other: &Self) -> Self {
        Self((&self.0 << PLACES) / &other.0)
    }

    pub(crate) fn sqrt(&self) -> Self {
        Self((&self.0 << PLACES).sqrt())
    }

    /// `|found - self| / self`.
    pub(crate) fn relative_error(&self, found: f64) -> f64 {
        let apart = Self::from(found).sub(self);
        let ratio = apart.div(self).0;
        // 2^-60 is far below any error that is of interest.
        let (sign, digits) = (ratio >> (PLACES - 60)).into_parts();
        let parts = digits.to_u64_digits();
        assert!(parts.len() <= 1, "not near at all");
        let size = parts.first().copied().unwrap_or_default() as f64 / (1_u64 << 60) as f64;
        if sign == Sign::NoSign { 0.0 } else { size }
    }
}
