//! One cell of a data file.

/// A cell: a number, a text, or nothing.
///
/// An empty text and nothing are one thing, as they are in CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing is known or nothing applies; never zero.
    Missing,
    /// A count.
    Integer(i64),
    /// Raw text as data; never empty.
    Text(&'a str),
}

impl<'a> Value<'a> {
    /// Text, or nothing where it is empty.
    pub fn text(text: &'a str) -> Self {
        if text.is_empty() {
            Self::Missing
        } else {
            Self::Text(text)
        }
    }

    /// Text, or nothing.
    pub fn optional(text: Option<&'a str>) -> Self {
        text.map_or(Self::Missing, Self::text)
    }

    /// A count, or nothing; a count beyond 63 bits is nothing that an election has and becomes the
    /// largest number that every format holds.
    pub fn count(count: Option<u64>) -> Self {
        count.map_or(Self::Missing, |count| {
            Self::Integer(i64::try_from(count).unwrap_or(i64::MAX))
        })
    }

    /// `yes` or `no`.
    pub fn yes(holds: bool) -> Self {
        Self::Text(if holds { "yes" } else { "no" })
    }
}

impl From<u64> for Value<'_> {
    fn from(count: u64) -> Self {
        Self::count(Some(count))
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Self::Integer(i64::from(count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_text_is_nothing_and_zero_is_something() {
        assert_eq!(Value::text(""), Value::Missing);
        assert_eq!(Value::optional(None), Value::Missing);
        assert_eq!(Value::count(Some(0)), Value::Integer(0));
        assert_eq!(Value::count(None), Value::Missing);
    }
}
