//! The values that entries are made of: texts, numbers, counts, digests.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use scrutineer_model::{Cell, VoteCount};
use scrutineer_tlog::Hash;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The largest integer of an entry, 2^53 - 1: what every language reads without loss.
pub const MAX_INTEGER: u64 = (1 << 53) - 1;

/// A text in Unicode normal form C; borrowed from the entry's bytes where nothing in it is escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<'a>(Cow<'a, str>);

impl<'a> Text<'a> {
    /// The text, brought into normal form C where it is not.
    pub fn new(text: &'a str) -> Self {
        if text.is_ascii() || is_nfc(text) {
            Self(Cow::Borrowed(text))
        } else {
            Self(Cow::Owned(text.nfc().collect()))
        }
    }

    /// The same for a text of one's own.
    pub fn owned(text: String) -> Self {
        if text.is_ascii() || is_nfc(&text) {
            Self(Cow::Owned(text))
        } else {
            Self(Cow::Owned(text.nfc().collect()))
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts<'a>(PhantomData<&'a str>);
        impl<'de: 'a, 'a> Visitor<'de> for Texts<'a> {
            type Value = Text<'a>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("text in normal form C")
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Text<'a>, E> {
                if text.is_ascii() || is_nfc(text) {
                    return Ok(Text(Cow::Borrowed(text)));
                }
                Err(E::invalid_value(de::Unexpected::Str(text), &self))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Text<'a>, E> {
                if text.is_ascii() || is_nfc(text) {
                    return Ok(Text(Cow::Owned(text.to_owned())));
                }
                Err(E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Texts(PhantomData))
    }
}

/// A number from 0 to [`MAX_INTEGER`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Number(u64);

impl Number {
    /// The number, or `None` above [`MAX_INTEGER`].
    pub fn new(number: u64) -> Option<Self> {
        (number <= MAX_INTEGER).then_some(Self(number))
    }

    /// The number.
    pub fn get(self) -> u64 {
        self.0
    }
}

impl From<u32> for Number {
    fn from(number: u32) -> Self {
        Self(u64::from(number))
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u64::deserialize(deserializer)?;
        Self::new(number).ok_or_else(|| {
            de::Error::invalid_value(
                de::Unexpected::Unsigned(number),
                &"a number of at most 2^53 - 1",
            )
        })
    }
}

/// Which of several records that are otherwise equal: 2 and more; the first has no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Nth(u32);

impl Nth {
    /// The number; `None` for the first, and for none.
    pub fn new(number: u32) -> Option<Self> {
        (number > 1).then_some(Self(number))
    }

    /// The number, from 2.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Nth {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u32::deserialize(deserializer)?;
        Self::new(number).ok_or_else(|| {
            let found = de::Unexpected::Unsigned(u64::from(number));
            de::Error::invalid_value(found, &"a number from 2")
        })
    }
}

/// A count of a sheet: a number, `null` for unread, the word for not on this form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(pub Cell);

/// The word for a field that the form does not have.
pub const NOT_ON_FORM: &str = "not-on-form";

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.view() {
            VoteCount::Read(count) => serializer.serialize_u32(count),
            VoteCount::Unread => serializer.serialize_unit(),
            VoteCount::NotOnForm => serializer.serialize_str(NOT_ON_FORM),
        }
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Counts;
        impl Visitor<'_> for Counts {
            type Value = Count;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "a count up to {}, null or {NOT_ON_FORM:?}", Cell::MAX)
            }

            fn visit_u64<E: de::Error>(self, count: u64) -> Result<Count, E> {
                Cell::new(count)
                    .map(Count)
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Unsigned(count), &self))
            }

            fn visit_unit<E: de::Error>(self) -> Result<Count, E> {
                Ok(Count(Cell::UNREAD))
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Count, E> {
                if word == NOT_ON_FORM {
                    return Ok(Count(Cell::NOT_ON_FORM));
                }
                Err(E::invalid_value(de::Unexpected::Str(word), &self))
            }
        }
        deserializer.deserialize_any(Counts)
    }
}

/// What is true: `"yes"`. What is not is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flag(pub bool);

impl Flag {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "the form that serde calls"
    )]
    pub(crate) fn is_unset(&self) -> bool {
        !self.0
    }
}

impl Serialize for Flag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("yes")
    }
}

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match &*<Cow<'de, str>>::deserialize(deserializer)? {
            "yes" => Ok(Self(true)),
            other => Err(de::Error::invalid_value(
                de::Unexpected::Str(other),
                &"\"yes\"",
            )),
        }
    }
}

/// A SHA-256 value in lower-case hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub Hash);

impl Digest {
    /// Reads 64 lower-case hexadecimal digits; `None` for every other text.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map(Self).map_err(de::Error::custom)
    }
}

/// The one value of a type that stands for one word or version.
pub(crate) fn fixed<T: Default>() -> T {
    T::default()
}

/// Version 1 of a kind's fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct V1;

impl Serialize for V1 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(1)
    }
}

impl<'de> Deserialize<'de> for V1 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u64::deserialize(deserializer)? {
            1 => Ok(Self),
            other => Err(de::Error::invalid_value(
                de::Unexpected::Unsigned(other),
                &"version 1",
            )),
        }
    }
}

/// A type that stands for one word.
macro_rules! tag {
    ($($name:ident = $word:literal),* $(,)?) => {$(
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(crate) struct $name;

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($word)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                if word == $word {
                    return Ok(Self);
                }
                Err(serde::de::Error::invalid_value(
                    serde::de::Unexpected::Str(&word),
                    &concat!("\"", $word, "\""),
                ))
            }
        }
    )*};
}
pub(crate) use tag;
