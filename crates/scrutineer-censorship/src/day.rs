//! Days, as clocks in UTC count them.

use std::fmt;

use scrutineer_model::Date;
use serde::{Serialize, Serializer};

/// A day: how many after 1970-01-01. Printed as `2024-07-28`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

const SECONDS: i64 = 86_400;

impl Day {
    /// Reads `2024-07-28`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        Date::parse(text).ok()?;
        let civil: jiff::civil::DateTime = text.parse().ok()?;
        let time = jiff::tz::TimeZone::UTC.to_timestamp(civil).ok()?;
        Self::of_time(time.as_second())
    }

    /// The day of a moment in seconds after 1970.
    pub(crate) fn of_time(time: i64) -> Option<Self> {
        i32::try_from(time.div_euclid(SECONDS)).ok().map(Self)
    }

    /// So many days later; earlier where negative.
    pub(crate) fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Date::from_days(i64::from(self.0)) {
            Some(date) => date.fmt(out),
            None => write!(out, "{}", self.0),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl schemars::JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A day of UTC.",
            "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_print_as_they_are_read() {
        for text in ["1970-01-01", "2024-02-29", "2024-07-28"] {
            assert_eq!(Day::parse(text).unwrap().to_string(), text);
        }
        // date -u -d 2024-07-28 +%s, divided by 86400
        assert_eq!(Day::parse("2024-07-28"), Some(Day(19_932)));
        assert_eq!(Day::of_time(-1), Some(Day(-1)));
        assert_eq!(Day::parse("2024-7-28"), None);
    }
}
