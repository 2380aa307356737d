// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The features of a collection, one after another.

use std::fmt;

use serde::Deserializer as _;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

type Take<'t> = dyn FnMut(Value) + 't;

/// Hands every element of `features` to `take`, and gives the text of `type`. Everything else is skipped.
pub(super) fn features(
    bytes: &[u8],
    take: &mut Take<'_>,
) -> Result<Option<String>, serde_json::Error> {
    // The mark that some editors put before the first character.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let kind = reader.deserialize_map(Collection(take))?;
    reader.end()?;
    Ok(kind)
}

struct Collection<'a, 't>(&'a mut Take<'t>);

impl<'de> Visitor<'de> for Collection<'_, '_> {
    type Value = Option<String>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object with features")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut kind = None;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "features" => map.next_value_seed(Features(self.0))?,
                "type" => {
                    let value: Value = map.next_value()?;
                    kind = value.as_str().map(str::to_owned);
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(kind)
    }
}

struct Features<'a, 't>(&'a mut Take<'t>);

impl<'de> DeserializeSeed<'de> for Features<'_, '_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Features<'_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an array of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut features: A) -> Result<(), A::Error> {
        while let Some(feature) = features.next_element()? {
            (self.0)(feature);
        }
        Ok(())
    }
}
