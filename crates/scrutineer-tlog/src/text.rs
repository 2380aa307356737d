//! The small texts that all formats share: decimal sizes, base64, hexadecimal.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::MAX_SIZE;

/// The longest piece of refused input that an error repeats, in characters.
const SHOWN: usize = 60;

/// Standard base64 with padding.
pub(crate) fn encode_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Reads standard base64 with padding; `None` where the text is not the one canonical encoding.
pub(crate) fn decode_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// A number up to 2^63 - 1 in decimal digits without sign or leading zeros.
pub(crate) fn parse_size(text: &str) -> Option<u64> {
    parse_decimal(text).filter(|&size| size <= MAX_SIZE)
}

/// A number up to 2^64 - 1 in decimal digits without sign or leading zeros.
pub(crate) fn parse_decimal(text: &str) -> Option<u64> {
    let is_canonical = text == "0" || !text.starts_with('0');
    // `parse` alone would take a plus sign.
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    (is_canonical && is_digits)
        .then(|| text.parse().ok())
        .flatten()
}

/// Lower-case hexadecimal.
pub(crate) fn write_hex(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}

/// Reads lower-case hexadecimal; `None` for any other text.
pub(crate) fn decode_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' | b'a'..=b'f' => char::from(byte).to_digit(16),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let byte = |[high, low]: &[u8; 2]| u8::try_from((digit(*high)? << 4) | digit(*low)?).ok();
    pairs.iter().map(byte).collect()
}

/// The beginning of a refused text, short enough for an error message.
pub(crate) fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push_str("...");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_one_form() {
        assert_eq!(parse_size("0"), Some(0));
        assert_eq!(parse_size("9223372036854775807"), Some(MAX_SIZE));
        for refused in [
            "",
            "+8",
            "-1",
            "08",
            "00",
            " 8",
            "8 ",
            "8.0",
            "9223372036854775808",
            "٣",
        ] {
            assert_eq!(parse_size(refused), None, "{refused:?}");
        }
    }

    #[test]
    fn hexadecimal_is_lower_case_and_whole_bytes() {
        assert_eq!(decode_hex("00ff"), Some(vec![0, 255]));
        for refused in ["0", "0F", "0g", "0 ", "+1"] {
            assert_eq!(decode_hex(refused), None, "{refused:?}");
        }
    }

    #[test]
    fn a_long_refused_text_is_cut_between_characters() {
        assert_eq!(shortened("é"), "é");
        assert_eq!(shortened(&"é".repeat(61)), format!("{}...", "é".repeat(60)));
    }
}
