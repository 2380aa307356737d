//! Values of documents that others write: a part of an unexpected type is absent, not an error.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A text, or what stood in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Text {
    /// Nothing, or null.
    #[default]
    Absent,
    /// A text.
    Is(String),
    /// Something that is no text.
    Other,
}

impl Text {
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Is(text) => Some(text),
            Self::Absent | Self::Other => None,
        }
    }

    /// As [`Text::as_str`]; an empty text counts as none.
    pub(crate) fn filled(&self) -> Option<&str> {
        self.as_str().filter(|text| !text.is_empty())
    }
}

/// A number as it stands; `None` for anything else.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Number(pub(crate) Option<f64>);

impl Number {
    /// A whole number from 0 to 2^53.
    pub(crate) fn whole(self) -> Option<u64> {
        const LARGEST: f64 = 9_007_199_254_740_992.0;
        let value = self.0?;
        let is_whole =
            (0.0..=LARGEST).contains(&value) && libm::floor(value).to_bits() == value.to_bits();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and from 0 to 2^53"
        )]
        is_whole.then_some(value as u64)
    }
}

/// True or false; `None` for anything else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flag(pub(crate) Option<bool>);

/// Most elements of a list or a table of names; a measurement that has more is of another shape.
const MOST_ELEMENTS: usize = 10_000;

/// Most parts of a line, whatever they are in: lists in lists hold more than any one of them.
pub(crate) const MOST_PARTS: usize = 250_000;

fn admit<E: serde::de::Error>(held: usize) -> Result<(), E> {
    if held > MOST_ELEMENTS {
        return Err(E::custom("too many elements"));
    }
    Ok(())
}

/// A list; empty for anything else.
#[derive(Clone, Debug)]
pub(crate) struct List<T>(pub(crate) Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// Named values; empty for anything else.
#[derive(Clone, Debug)]
pub(crate) struct Table<T>(pub(crate) BTreeMap<String, T>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

/// Visitor methods that give one value for everything scalar.
macro_rules! scalars {
    ($value:expr; $($method:ident: $type:ty),*) => {
        $(fn $method<E>(self, _: $type) -> Result<Self::Value, E> {
            Ok($value)
        })*
    };
}

macro_rules! nothing {
    ($value:expr) => {
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok($value)
        }
        fn visit_none<E>(self) -> Result<Self::Value, E> {
            Ok($value)
        }
    };
}

macro_rules! skip_list {
    ($value:expr) => {
        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            Ok($value)
        }
    };
}

macro_rules! skip_map {
    ($value:expr) => {
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            Ok($value)
        }
    };
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Text;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a text")
            }
            fn visit_str<E>(self, text: &str) -> Result<Text, E> {
                Ok(Text::Is(text.to_owned()))
            }
            fn visit_string<E>(self, text: String) -> Result<Text, E> {
                Ok(Text::Is(text))
            }
            scalars!(Text::Other; visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64);
            nothing!(Text::Absent);
            skip_list!(Text::Other);
            skip_map!(Text::Other);
        }
        deserializer.deserialize_any(Reader)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Number;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a number")
            }
            fn visit_i64<E>(self, value: i64) -> Result<Number, E> {
                Ok(Number(Some(value as f64)))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Number, E> {
                Ok(Number(Some(value as f64)))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Number, E> {
                Ok(Number(Some(value)))
            }
            scalars!(Number(None); visit_bool: bool, visit_str: &str);
            nothing!(Number(None));
            skip_list!(Number(None));
            skip_map!(Number(None));
        }
        deserializer.deserialize_any(Reader)
    }
}

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Flag;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("true or false")
            }
            fn visit_bool<E>(self, value: bool) -> Result<Flag, E> {
                Ok(Flag(Some(value)))
            }
            scalars!(Flag(None); visit_str: &str, visit_i64: i64, visit_u64: u64, visit_f64: f64);
            nothing!(Flag(None));
            skip_list!(Flag(None));
            skip_map!(Flag(None));
        }
        deserializer.deserialize_any(Reader)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
            type Value = List<T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<List<T>, A::Error> {
                let mut held = Vec::new();
                let mut count = 0;
                while let Some(element) = list.next_element::<Option<T>>()? {
                    count += 1;
                    admit(count)?;
                    held.extend(element);
                }
                Ok(List(held))
            }
            scalars!(List::default(); visit_bool: bool, visit_str: &str, visit_i64: i64, visit_u64: u64, visit_f64: f64);
            nothing!(List::default());
            skip_map!(List::default());
        }
        deserializer.deserialize_any(Reader(PhantomData))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
            type Value = Table<T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("named values")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table<T>, A::Error> {
                let mut held = BTreeMap::new();
                let mut count = 0;
                while let Some((name, value)) = map.next_entry::<String, Option<T>>()? {
                    count += 1;
                    admit(count)?;
                    if let Some(value) = value {
                        held.insert(name, value);
                    }
                }
                Ok(Table(held))
            }
            scalars!(Table::default(); visit_bool: bool, visit_str: &str, visit_i64: i64, visit_u64: u64, visit_f64: f64);
            nothing!(Table::default());
            skip_list!(Table::default());
        }
        deserializer.deserialize_any(Reader(PhantomData))
    }
}
