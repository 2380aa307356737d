//! A number of an index: whole where it is whole.

use schemars::JsonSchema;
use scrutineer_indices::Points;
use scrutineer_model::Real;
use serde::{Deserialize, Serialize, Serializer};

/// Whole numbers beyond this are written as other reals are.
const WHOLE: f64 = 1e15;

/// A number of points: as JSON a whole number where it is one, else with 10 significant digits.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Amount(Real);

impl Amount {
    /// The number.
    pub fn get(self) -> f64 {
        self.0.get()
    }

    /// The whole number, where it is one.
    pub fn whole(self) -> Option<i64> {
        let value = self.get();
        // Within what doubles hold exactly, printing and reading back loses nothing.
        (value.is_finite() && value.abs() < WHOLE && value.fract() == 0.0)
            .then(|| format!("{value:.0}").parse().ok())?
    }
}

impl From<Points> for Amount {
    fn from(value: Points) -> Self {
        Self(Real::new(value.0.to_f64()))
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => whole.serialize(serializer),
            None => self.0.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_written_whole_and_read_back() {
        for text in ["15", "-3", "0", "2.5", "0.3333333333"] {
            let read: Amount = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), text);
        }
    }
}
