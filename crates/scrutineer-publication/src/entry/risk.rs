//! A measured risk as the text of a number.

use std::fmt;

use scrutineer_model::Real;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A risk from 0 to 1. Entries hold no fractions as JSON numbers, so it is the text of one with 10
/// significant digits, in one spelling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Risk(Real);

impl Risk {
    /// What is expected where the text is of no risk.
    pub(crate) const EXPECTED: &str = "number from 0 to 1 with at most 10 significant digits";

    /// The risk; `None` outside 0 to 1.
    pub fn new(risk: f64) -> Option<Self> {
        (0.0..=1.0).contains(&risk).then(|| Self(Real::new(risk)))
    }

    /// Reads what [`Risk::text`] writes, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let read: Real = serde_json::from_str(text).ok()?;
        let risk = Self::new(read.get())?;
        (risk.text().as_deref() == Some(text)).then_some(risk)
    }

    /// The risk.
    pub fn get(self) -> f64 {
        self.0.get()
    }

    /// Its text; `None` never for a number from 0 to 1, which the type of the writer allows for.
    pub fn text(self) -> Option<String> {
        serde_json::to_string(&self.0).ok()
    }
}

impl Serialize for Risk {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = serde_json::to_string(&self.0).map_err(serde::ser::Error::custom)?;
        serializer.serialize_str(&text)
    }
}

impl<'de> Deserialize<'de> for Risk {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;
        impl de::Visitor<'_> for Texts {
            type Value = Risk;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(Risk::EXPECTED)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Risk, E> {
                Risk::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Texts)
    }
}
