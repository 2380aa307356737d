//! The seed that dice gave in public.

use std::fmt;

/// The fewest digits of a seed: 20 throws of a die with ten faces.
pub const MIN_DIGITS: usize = 20;
/// The most digits of a seed.
const MAX_DIGITS: usize = 200;

/// Decimal digits, at least [`MIN_DIGITS`] and at most 200. Leading zeros count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed(String);

/// A text that is no seed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected 20 to 200 decimal digits and nothing else, found {found}")]
pub struct InvalidSeed {
    /// What was found, in words.
    pub found: String,
}

impl Seed {
    /// Reads a seed.
    ///
    /// # Errors
    /// Where there are fewer digits, too many, or anything else than digits.
    pub fn parse(text: &str) -> Result<Self, InvalidSeed> {
        let found = if let Some((at, other)) = text
            .chars()
            .enumerate()
            .find(|(_, digit)| !digit.is_ascii_digit())
        {
            format!("{other:?} as character {}", at + 1)
        } else if (MIN_DIGITS..=MAX_DIGITS).contains(&text.len()) {
            return Ok(Self(text.to_owned()));
        } else {
            format!("{} digits", text.len())
        };
        Err(InvalidSeed { found })
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_digits_are_a_seed_and_nineteen_are_not() {
        let digits = "20240728314159265358";
        assert_eq!(Seed::parse(digits).unwrap().as_str(), digits);
        assert!(Seed::parse("00000000000000000000").is_ok());
        assert_eq!(Seed::parse(&digits[1..]).unwrap_err().found, "19 digits");
        assert_eq!(Seed::parse("").unwrap_err().found, "0 digits");
        assert_eq!(
            Seed::parse(&"1".repeat(201)).unwrap_err().found,
            "201 digits"
        );
    }

    #[test]
    fn anything_but_a_digit_is_refused_with_its_place() {
        for text in [
            "2024 728314159265358",
            "-0240728314159265358",
            "2024\u{664}728314159265358",
        ] {
            assert!(Seed::parse(text).is_err(), "{text}");
        }
        let error = Seed::parse("20240728x14159265358").unwrap_err();
        assert_eq!(error.found, "'x' as character 9");
    }
}
