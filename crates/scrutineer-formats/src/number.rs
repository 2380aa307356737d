// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A cell's text as a count.
//!
//! Empty, a declared word for missing, and zero are three things. What is not clearly a
//! count is never made one: `8.0` is 8 because nothing is lost, `8.5` is not 8, and
//! `1.234` is one number or another only when the map declares what the point means.

use std::fmt;

/// The largest count that a cell can give. The values above it, up to `u32::MAX`, are
/// the niches that columns of counts keep for cells without a count.
pub const MAX_COUNT: u32 = 4_294_967_289;

/// What a cell says when it is read as a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// A whole number from 0 to [`MAX_COUNT`].
    Count(u32),
    /// Nothing is there: an empty cell, or spaces.
    Empty,
    /// A word that the map declares to mean that there is no number.
    Missing,
    /// A number with a fraction.
    NotAnInteger,
    /// A whole number below zero. Minus zero is zero.
    Negative,
    /// A whole number above [`MAX_COUNT`], of any length.
    TooLarge,
    /// Anything else, digits of other scripts among it.
    NotANumber,
}

impl Reading {
    /// The count, where there is one.
    pub fn count(self) -> Option<u32> {
        match self {
            Self::Count(count) => Some(count),
            _ => None,
        }
    }

    /// True when the cell is wrong, as opposed to read or left out.
    pub fn is_problem(self) -> bool {
        matches!(
            self,
            Self::NotAnInteger | Self::Negative | Self::TooLarge | Self::NotANumber
        )
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => write!(f, "{count}"),
            Self::Empty => f.write_str("an empty cell"),
            Self::Missing => f.write_str("a word for missing"),
            Self::NotAnInteger => f.write_str("a number with a fraction"),
            Self::Negative => f.write_str("a negative number"),
            Self::TooLarge => write!(f, "a number above {MAX_COUNT}"),
            Self::NotANumber => f.write_str("no number"),
        }
    }
}

/// The character between groups of three digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// `1.234`
    Point,
    /// `1,234`
    Comma,
    /// `1 234`, with an ordinary space, a no-break space or a narrow no-break space.
    Space,
    /// `1'234`, with an apostrophe or a right single quotation mark.
    Apostrophe,
}

impl Grouping {
    /// The grouping that a map writes as this text: the character, or `space`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "." => Some(Self::Point),
            "," => Some(Self::Comma),
            " " | "space" | "\u{a0}" | "\u{202f}" => Some(Self::Space),
            "'" | "\u{2019}" => Some(Self::Apostrophe),
            _ => None,
        }
    }

    fn has(self, c: char) -> bool {
        match self {
            Self::Point => c == '.',
            Self::Comma => c == ',',
            Self::Space => matches!(c, ' ' | '\u{a0}' | '\u{202f}'),
            Self::Apostrophe => matches!(c, '\'' | '\u{2019}'),
        }
    }
}

/// How counts are written in one file, as its map declares it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NumberFormat {
    grouping: Option<Grouping>,
    missing: Vec<String>,
    /// Whether a word for missing is itself a number, such as 9999.
    missing_digits: bool,
}

impl NumberFormat {
    /// A format with this grouping (none: digits stand together) and these words for
    /// missing, which are compared trimmed and without regard to case.
    pub fn new(grouping: Option<Grouping>, missing: impl IntoIterator<Item = String>) -> Self {
        let missing: Vec<String> = missing
            .into_iter()
            .map(|word| word.trim().to_lowercase())
            .collect();
        let missing_digits = missing
            .iter()
            .any(|word| word.bytes().all(|b| b.is_ascii_digit()));
        Self {
            grouping,
            missing,
            missing_digits,
        }
    }

    /// Reads a cell.
    pub fn read(&self, cell: &str) -> Reading {
        match self.read_digits(cell.as_bytes()) {
            Some(count) => Reading::Count(count),
            None => self.read_slowly(cell.trim()),
        }
    }

    /// The count in a cell of one to nine digits, which nearly every cell is and which cannot
    /// overflow; `None` sends any other cell to [`NumberFormat::read`].
    #[inline]
    pub(crate) fn read_digits(&self, cell: &[u8]) -> Option<u32> {
        if !(1..=9).contains(&cell.len()) || self.missing_digits {
            return None;
        }
        let mut value = 0_u32;
        for byte in cell {
            let digit = byte.wrapping_sub(b'0');
            if digit >= 10 {
                return None;
            }
            value = value.wrapping_mul(10).wrapping_add(u32::from(digit));
        }
        Some(value)
    }

    fn read_slowly(&self, cell: &str) -> Reading {
        if self.is_missing(cell) {
            return Reading::Missing;
        }
        if cell.is_empty() {
            return Reading::Empty;
        }
        let (negative, digits) = match cell.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, cell.strip_prefix('+').unwrap_or(cell)),
        };
        let (whole, fraction) = self.split_fraction(digits);
        let Some(value) = self.whole(whole) else {
            return Reading::NotANumber;
        };
        match fraction {
            Some("") => return Reading::NotANumber,
            Some(fraction) if !fraction.bytes().all(|b| b.is_ascii_digit()) => {
                return Reading::NotANumber;
            }
            Some(fraction) if fraction.bytes().any(|b| b != b'0') => return Reading::NotAnInteger,
            _ => {}
        }
        match value {
            Size::Within(0) => Reading::Count(0),
            _ if negative => Reading::Negative,
            Size::Within(value) => Reading::Count(value),
            Size::Beyond => Reading::TooLarge,
        }
    }

    fn is_missing(&self, cell: &str) -> bool {
        !self.missing.is_empty() && {
            let lower = cell.to_lowercase();
            self.missing.contains(&lower)
        }
    }

    /// Splits at the decimal sign: a point, or a comma where points group. A comma with
    /// anything else declared stays ambiguous and gives no number.
    fn split_fraction<'a>(&self, digits: &'a str) -> (&'a str, Option<&'a str>) {
        let sign = if self.grouping == Some(Grouping::Point) {
            ','
        } else {
            '.'
        };
        match digits.split_once(sign) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        }
    }

    fn whole(&self, digits: &str) -> Option<Size> {
        let mut size = Size::Within(0);
        let (mut in_group, mut grouped, mut any) = (0_usize, false, false);
        for c in digits.chars() {
            if let Some(digit) = c.to_digit(10) {
                size = size.append(digit);
                in_group = in_group.saturating_add(1);
                any = true;
            } else if self.grouping.is_some_and(|grouping| grouping.has(c)) {
                // The first group has one to three digits, every later one three.
                let good = if grouped {
                    in_group == 3
                } else {
                    (1..=3).contains(&in_group)
                };
                if !good {
                    return None;
                }
                (in_group, grouped) = (0, true);
            } else {
                return None;
            }
        }
        (any && (!grouped || in_group == 3)).then_some(size)
    }
}

/// A whole number while its digits are read; beyond the limit the value is forgotten,
/// so the number of digits does not matter.
#[derive(Clone, Copy)]
enum Size {
    Within(u32),
    Beyond,
}

impl Size {
    fn append(self, digit: u32) -> Self {
        match self {
            Self::Within(value) => value
                .checked_mul(10)
                .and_then(|value| value.checked_add(digit))
                .filter(|value| *value <= MAX_COUNT)
                .map_or(Self::Beyond, Self::Within),
            Self::Beyond => Self::Beyond,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(text: &str) -> Reading {
        NumberFormat::default().read(text)
    }

    #[test]
    fn counts_are_read_with_zeros_signs_and_whole_decimals() {
        for (text, count) in [
            ("0", 0),
            ("007", 7),
            (" 12 ", 12),
            ("8.0", 8),
            ("592.000", 592),
            ("+5", 5),
            ("-0", 0),
            ("4294967289", MAX_COUNT),
            ("00000000000000000000000000000000000000000001", 1),
        ] {
            assert_eq!(plain(text), Reading::Count(count), "{text}");
        }
    }

    #[test]
    fn empty_missing_and_zero_are_three_things() {
        let format = NumberFormat::new(None, ["-".to_owned(), "N/D".into(), "Sin dato".into()]);
        for text in ["-", " n/d", "SIN DATO"] {
            assert_eq!(format.read(text), Reading::Missing, "{text}");
        }
        assert_eq!(format.read("  "), Reading::Empty);
        assert_eq!(format.read("0"), Reading::Count(0));
        assert_eq!(format.read("-5"), Reading::Negative);
        assert_eq!(plain("-"), Reading::NotANumber);
    }

    #[test]
    fn a_declared_number_can_stand_for_missing() {
        let format = NumberFormat::new(None, ["-1".to_owned(), "9999".into()]);
        assert_eq!(format.read("9999"), Reading::Missing);
        assert_eq!(format.read("-1"), Reading::Missing);
        assert_eq!(format.read("99"), Reading::Count(99));
    }

    #[test]
    fn what_is_not_a_count_is_told_apart() {
        for (text, reading) in [
            ("-3", Reading::Negative),
            ("\u{2212}3", Reading::Negative),
            ("-99999999999999999999999", Reading::Negative),
            ("8.5", Reading::NotAnInteger),
            ("4294967290", Reading::TooLarge),
            ("18446744073709551616", Reading::TooLarge),
            (
                "9999999999999999999999999999999999999999",
                Reading::TooLarge,
            ),
            ("\u{663}\u{664}", Reading::NotANumber),
            ("\u{ff11}", Reading::NotANumber),
            ("1e3", Reading::NotANumber),
            ("0x10", Reading::NotANumber),
            ("1,234", Reading::NotANumber),
            ("1 234", Reading::NotANumber),
            ("8.", Reading::NotANumber),
            (".0", Reading::NotANumber),
            ("--1", Reading::NotANumber),
            ("NaN", Reading::NotANumber),
            ("=1+1", Reading::NotANumber),
            ("1\u{0}2", Reading::NotANumber),
        ] {
            assert_eq!(plain(text), reading, "{text:?}");
        }
    }

    #[test]
    fn only_the_declared_grouping_is_read_and_only_in_threes() {
        for (grouping, text) in [
            (".", "1.234.567"),
            (",", "1,234,567"),
            (" ", "1 234\u{a0}567"),
            ("space", "1\u{202f}234 567"),
            ("'", "1'234\u{2019}567"),
        ] {
            let format = NumberFormat::new(Grouping::parse(grouping), []);
            assert_eq!(format.read(text), Reading::Count(1_234_567), "{text}");
            assert_eq!(format.read("1234567"), Reading::Count(1_234_567));
        }
        let points = NumberFormat::new(Some(Grouping::Point), []);
        assert_eq!(points.read("1.234,0"), Reading::Count(1_234));
        for text in ["12.34", "1234.567", ".123", "1..234", "8.0", "1.234."] {
            assert_eq!(points.read(text), Reading::NotANumber, "{text}");
        }
        let commas = NumberFormat::new(Some(Grouping::Comma), []);
        assert_eq!(commas.read("1,234.00"), Reading::Count(1_234));
        assert_eq!(commas.read("1,234.50"), Reading::NotAnInteger);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_and_digits_agree_with_the_standard_library(text in "\\PC{0,30}") {
            let reading = plain(&text);
            if let Ok(value) = text.parse::<u32>() {
                let expected =
                    if value <= MAX_COUNT { Reading::Count(value) } else { Reading::TooLarge };
                prop_assert_eq!(reading, expected);
            }
        }

        #[test]
        fn every_whole_number_is_read_as_itself(value in any::<u64>(), point in any::<bool>()) {
            let text = format!("{value}{}", if point { ".0" } else { "" });
            let expected = match u32::try_from(value) {
                Ok(count) if count <= MAX_COUNT => Reading::Count(count),
                _ => Reading::TooLarge,
            };
            prop_assert_eq!(plain(&text), expected);
        }
    }
}
