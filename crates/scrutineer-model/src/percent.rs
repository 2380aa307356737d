//! A percentage as somebody printed it: its value, and what it may have been before rounding.

use crate::exact::Exact;

/// The text is not a percentage between 0 and 100 with at most nine decimals.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a percentage between 0 and 100 such as 96.87, found {found:?}")]
pub struct InvalidPercent {
    /// The text.
    pub found: String,
}

/// A printed percentage. "80" stands for anything that rounds to 80, from 79.5 to 80.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PrintedPercent {
    units: u64,
    decimals: u32,
}

impl PrintedPercent {
    /// Reads `80`, `96.87` or `59.0`; trailing zeros count as printed decimals.
    pub fn parse(text: &str) -> Result<Self, InvalidPercent> {
        let invalid = || InvalidPercent {
            found: text.to_owned(),
        };
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let dot_without_digits = text.contains('.') && fraction.is_empty();
        if whole.is_empty() || whole.len() > 3 || fraction.len() > 9 || dot_without_digits {
            return Err(invalid());
        }
        if !digits(whole) || !digits(fraction) {
            return Err(invalid());
        }
        let units: u64 = format!("{whole}{fraction}")
            .parse()
            .map_err(|_| invalid())?;
        let decimals = u32::try_from(fraction.len()).map_err(|_| invalid())?;
        if units > 100 * 10u64.pow(decimals) {
            return Err(invalid());
        }
        Ok(Self { units, decimals })
    }

    /// Number of printed decimals of the percentage.
    pub fn decimals(self) -> u32 {
        self.decimals
    }

    fn of(self, doubled_units: i128) -> Exact {
        let denominator = 2 * 100 * 10i128.pow(self.decimals);
        Exact::new(doubled_units, denominator).unwrap_or(Exact::ZERO)
    }

    /// The share as printed, between 0 and 1.
    pub fn share(self) -> Exact {
        self.of(2 * i128::from(self.units))
    }

    /// The smallest share that rounds to the printed one (not below 0).
    pub fn lowest(self) -> Exact {
        self.of((2 * i128::from(self.units) - 1).max(0))
    }

    /// The upper end of the shares that round to the printed one (not above 1).
    pub fn highest(self) -> Exact {
        self.of(2 * i128::from(self.units) + 1).min(Exact::ONE)
    }
}

impl std::fmt::Display for PrintedPercent {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let scale = 10u64.pow(self.decimals);
        write!(out, "{}", self.units / scale)?;
        if self.decimals > 0 {
            let width = self.decimals as usize;
            write!(out, ".{:0width$}", self.units % scale)?;
        }
        Ok(())
    }
}

impl serde::Serialize for PrintedPercent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for PrintedPercent {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_percentage_stands_for_its_rounding_interval() {
        let eighty = PrintedPercent::parse("80").unwrap();
        assert_eq!(eighty.lowest(), Exact::new(795, 1000).unwrap());
        assert_eq!(eighty.highest(), Exact::new(805, 1000).unwrap());
        let printed = PrintedPercent::parse("96.87").unwrap();
        assert_eq!(printed.share(), Exact::new(9687, 10_000).unwrap());
        assert_eq!(printed.lowest(), Exact::new(96_865, 100_000).unwrap());
        assert_eq!(PrintedPercent::parse("59.0").unwrap().to_string(), "59.0");
    }

    #[test]
    fn the_interval_stays_between_nothing_and_everything() {
        assert_eq!(PrintedPercent::parse("100").unwrap().highest(), Exact::ONE);
        assert_eq!(PrintedPercent::parse("0.0").unwrap().lowest(), Exact::ZERO);
    }

    #[test]
    fn what_is_no_percentage_is_refused() {
        for text in [
            "",
            ".",
            "5.",
            ".5",
            "-1",
            "101",
            "100.1",
            "8,5",
            "1e1",
            "٥",
            "1.0000000001",
        ] {
            assert!(PrintedPercent::parse(text).is_err(), "{text}");
        }
    }
}
