//! Statistics as they are printed and stored.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A statistic with 10 significant digits, so that the last bits of floating point arithmetic reach
/// no output. As JSON: a number, `null` where it is not finite.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Real(f64);

impl Real {
    /// `value` rounded to 10 significant digits.
    pub fn new(value: f64) -> Self {
        if value.is_finite() {
            Self(format!("{value:.9e}").parse().unwrap_or(value))
        } else {
            Self(f64::NAN)
        }
    }

    /// The rounded value; not a number where the statistic does not exist.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl From<f64> for Real {
    fn from(value: f64) -> Self {
        Self::new(value)
    }
}

impl Serialize for Real {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_finite() {
            serializer.serialize_f64(self.0)
        } else {
            serializer.serialize_none()
        }
    }
}

impl<'de> Deserialize<'de> for Real {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<f64>::deserialize(deserializer)?.map_or(Self(f64::NAN), Self::new))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_significant_digits_stay() {
        assert_eq!(serde_json::to_string(&Real::new(0.1 + 0.2)).unwrap(), "0.3");
        assert_eq!(
            serde_json::to_string(&Real::new(1.0 / 3.0)).unwrap(),
            "0.3333333333"
        );
        assert_eq!(
            serde_json::to_string(&Real::new(9.883_480_253_052_243e-9)).unwrap(),
            "9.883480253e-9"
        );
        assert_eq!(
            serde_json::to_string(&Real::new(f64::INFINITY)).unwrap(),
            "null"
        );
    }
}
