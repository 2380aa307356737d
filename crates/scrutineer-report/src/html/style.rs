//! The style sheet and the policy that allows it and nothing else.

use sha2::{Digest, Sha256};

use super::node::Element;

const CSS: &str = include_str!("style.css");

/// The element that holds the style sheet.
pub(super) fn element() -> Element {
    Element::new("style").style(CSS)
}

/// Nothing may be loaded, run, sent or framed; the style sheet is named by its digest.
pub(super) fn policy() -> String {
    policy_of(CSS)
}

/// The same for another style sheet.
pub(super) fn policy_of(css: &str) -> String {
    let digest = base64(&Sha256::digest(css.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'")
}

/// RFC 4648 section 4, with padding.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |position: usize| u32::from(chunk.get(position).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for position in 0..4 {
            if position <= chunk.len() {
                let index = word >> (18 - 6 * position) & 63;
                out.push(char::from(ALPHABET[index as usize]));
            } else {
                out.push('=');
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_gives_the_examples_of_its_standard() {
        // RFC 4648 section 10.
        for (plain, encoded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), encoded);
        }
    }

    #[test]
    fn the_style_sheet_asks_for_nothing() {
        for word in ["url(", "@import", "http", "</style"] {
            assert!(!CSS.contains(word), "{word}");
        }
    }
}
