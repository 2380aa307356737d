//! The SHA-256 by which an input is known.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

/// A SHA-256 digest. Written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The digest as its 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<[u8; 32]> for Digest {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

/// Why a text is no SHA-256 digest.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseDigestError {
    /// The text does not have 64 characters.
    #[error("sha256: expected 64 hexadecimal digits, found {found} characters")]
    Length {
        /// Characters found.
        found: usize,
    },
    /// A character is not a hexadecimal digit.
    #[error("sha256: expected a hexadecimal digit at character {position}, found {found:?}")]
    Character {
        /// Position of the first such character, counted from 1.
        position: usize,
        /// The character.
        found: char,
    },
}

impl FromStr for Digest {
    type Err = ParseDigestError;

    /// Reads 64 hexadecimal digits of either case.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut bytes = [0_u8; 32];
        for (index, found) in text.chars().enumerate().take(64) {
            let wrong = || ParseDigestError::Character {
                position: index + 1,
                found,
            };
            let nibble = found.to_digit(16).ok_or_else(wrong)?;
            let nibble = u8::try_from(nibble).map_err(|_| wrong())?;
            bytes[index / 2] = bytes[index / 2] << 4 | nibble;
        }
        match text.chars().count() {
            64 => Ok(Self(bytes)),
            found => Err(ParseDigestError::Length { found }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // FIPS 180-2, appendix B.1.
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn the_published_example_is_reproduced_and_survives_text() {
        assert_eq!(Digest::of(b"abc").to_string(), ABC);
        assert_eq!(ABC.parse(), Ok(Digest::of(b"abc")));
        assert_eq!(ABC.to_uppercase().parse(), Ok(Digest::of(b"abc")));
    }

    #[test]
    fn a_text_of_another_length_or_alphabet_is_refused() {
        let short: Result<Digest, _> = ABC[1..].parse();
        assert_eq!(short, Err(ParseDigestError::Length { found: 63 }));
        let long: Result<Digest, _> = format!("{ABC}0").parse();
        assert_eq!(long, Err(ParseDigestError::Length { found: 65 }));
        let other: Result<Digest, _> = ABC.replacen('7', "g", 1).parse();
        assert_eq!(
            other,
            Err(ParseDigestError::Character {
                position: 3,
                found: 'g'
            })
        );
    }
}
