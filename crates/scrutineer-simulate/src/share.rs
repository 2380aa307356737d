//! A part of a whole as an integer, so that "0.5 % of the sheets" is the same number of sheets on
//! every platform.

/// The text or number is no share.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a percentage between 0 and 100 with at most four decimals, found {found:?}")]
pub struct InvalidShare {
    /// The text.
    pub found: String,
}

/// A share between nothing and everything, in parts per million.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u32);

impl Share {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Everything.
    pub const ALL: Self = Self(1_000_000);

    /// The share of `parts` in a million; `None` above a million.
    pub const fn per_million(parts: u32) -> Option<Self> {
        if parts <= Self::ALL.0 {
            Some(Self(parts))
        } else {
            None
        }
    }

    /// The share of `parts` in a thousand, capped at everything.
    pub(crate) const fn per_thousand(parts: u16) -> Self {
        let parts = parts as u32 * 1000;
        if parts > Self::ALL.0 {
            Self::ALL
        } else {
            Self(parts)
        }
    }

    /// Parts per million.
    pub const fn parts(self) -> u32 {
        self.0
    }

    /// The share of `whole`, rounded down.
    pub fn of(self, whole: u32) -> u32 {
        let exact = u64::from(whole) * u64::from(self.0) / u64::from(Self::ALL.0);
        u32::try_from(exact).unwrap_or(whole)
    }

    pub(crate) fn as_f64(self) -> f64 {
        f64::from(self.0) / f64::from(Self::ALL.0)
    }
}

impl std::str::FromStr for Share {
    type Err = InvalidShare;

    /// Reads a percentage, with or without its sign: `0.5`, `10%`.
    fn from_str(text: &str) -> Result<Self, InvalidShare> {
        let invalid = || InvalidShare {
            found: text.chars().take(40).collect(),
        };
        let number = text.strip_suffix('%').unwrap_or(text).trim_end();
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let dangling = number.contains('.') && decimals.is_empty();
        if whole.is_empty() || whole.len() > 3 || decimals.len() > 4 || dangling {
            return Err(invalid());
        }
        if !digits(whole) || !digits(decimals) {
            return Err(invalid());
        }
        format!("{whole}{decimals:0<4}")
            .parse()
            .ok()
            .and_then(Self::per_million)
            .ok_or_else(invalid)
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let decimals = format!("{:04}", self.0 % 10_000);
        let decimals = decimals.trim_end_matches('0');
        let dot = if decimals.is_empty() { "" } else { "." };
        write!(out, "{}{dot}{decimals}%", self.0 / 10_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_read_exactly_and_printed_back() {
        for (text, parts, printed) in [
            ("0.5", 5_000, "0.5%"),
            ("10%", 100_000, "10%"),
            ("100", 1_000_000, "100%"),
            ("0.0001 %", 1, "0.0001%"),
            ("33.25%", 332_500, "33.25%"),
        ] {
            let share: Share = text.parse().unwrap();
            assert_eq!(share.parts(), parts, "{text}");
            assert_eq!(share.to_string(), printed);
        }
        for text in [
            "", "%", "-1", "100.1", "1e1", "5.", ".5", "1,5", "0.00001", "٥",
        ] {
            assert!(text.parse::<Share>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_share_of_a_count_is_rounded_down() {
        let share: Share = "0.5".parse().unwrap();
        assert_eq!(share.of(1200), 6);
        assert_eq!(share.of(199), 0);
        assert_eq!(Share::ALL.of(u32::MAX), u32::MAX);
    }
}
