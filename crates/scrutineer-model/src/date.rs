//! Dates of elections and inputs, and the moments of declarations.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The text is no date of the form 2024-07-28, with or without time and offset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a date such as 2024-07-28 or 2024-07-29T00:12:00-04:00, found {found:?}")]
pub struct InvalidDate {
    /// The text.
    pub found: String,
}

/// A civil date. Printed and ordered as `2024-07-28`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// Reads `2024-07-28`; nothing else.
    pub fn parse(text: &str) -> Result<Self, InvalidDate> {
        let invalid = || InvalidDate {
            found: text.to_owned(),
        };
        if text.len() != 10 {
            return Err(invalid());
        }
        text.parse().map(Self).map_err(|_| invalid())
    }

    /// The day that is `days` after 1970-01-01, as clocks count; `None` beyond the year 9999.
    pub fn from_days(days: i64) -> Option<Self> {
        let epoch = jiff::civil::date(1970, 1, 1);
        let span = jiff::Span::new().try_days(days).ok()?;
        epoch.checked_add(span).ok().map(Self)
    }

    /// Days from `earlier` to this day; negative where this day is the earlier one.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.duration_since(earlier.0).as_hours() / 24
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

/// When something was said: a date, and where known the time with its offset from UTC.
///
/// Ordered by date first; two moments of one day with different precision keep the order of their
/// texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    date: Date,
    text: String,
}

impl Moment {
    /// Reads `2024-07-29` or `2024-07-29T00:12:00-04:00`. A time without an offset is refused.
    pub fn parse(text: &str) -> Result<Self, InvalidDate> {
        let invalid = || InvalidDate {
            found: text.to_owned(),
        };
        let date = Date::parse(text.get(..10).ok_or_else(invalid)?)?;
        if text.len() > 10 {
            let _: jiff::Timestamp = text.parse().map_err(|_| invalid())?;
        }
        Ok(Self {
            date,
            text: text.to_owned(),
        })
    }

    /// The civil date at the place of the declaration.
    pub fn date(&self) -> Date {
        self.date
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.text)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_needs_its_offset() {
        assert!(Moment::parse("2024-07-29").is_ok());
        assert!(Moment::parse("2024-07-29T00:12:00-04:00").is_ok());
        assert!(Moment::parse("2024-07-29T00:12:00").is_err());
        assert!(Moment::parse("29.07.2024").is_err());
        assert!(Moment::parse("2024-02-30").is_err());
    }
}
