//! The canonical id of a station: what is hashed, drawn, logged and linked.

use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The declared key columns in order, as text with leading zeros kept, NFC, trimmed, each
/// percent-encoded outside `[A-Za-z0-9._-]`, joined by `:`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StationId(String);

impl StationId {
    /// The id made of `components`.
    pub fn new<'a>(components: impl IntoIterator<Item = &'a str>) -> Self {
        let mut id = String::new();
        encode_station_id(components, &mut id);
        Self(id)
    }

    /// The canonical text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for StationId {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// Writes the canonical id of `components` over `into`, which readers reuse from row to row.
pub fn encode_station_id<'a>(components: impl IntoIterator<Item = &'a str>, into: &mut String) {
    into.clear();
    for (position, component) in components.into_iter().enumerate() {
        if position > 0 {
            into.push(':');
        }
        encode_component(component, into);
    }
}

/// Appends one component: trimmed, NFC, percent-encoded outside `[A-Za-z0-9._-]`.
pub fn encode_component(component: &str, into: &mut String) {
    let component = component.trim();
    if component.bytes().all(is_plain) {
        into.push_str(component);
        return;
    }
    if is_nfc(component) {
        push_encoded(component, into);
    } else {
        let composed: String = component.nfc().collect();
        push_encoded(&composed, into);
    }
}

/// Bytes that stand for themselves. A table, because every byte of every key is looked up.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0u8;
    while byte < u8::MAX {
        plain[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        byte += 1;
    }
    plain
};

fn is_plain(byte: u8) -> bool {
    PLAIN[usize::from(byte)]
}

fn push_encoded(component: &str, into: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in component.bytes() {
        if is_plain(byte) {
            into.push(char::from(byte));
        } else {
            into.push('%');
            into.push(char::from(HEX[usize::from(byte >> 4)]));
            into.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_the_specification_hold() {
        assert_eq!(StationId::new(["10113042", "1"]).as_str(), "10113042:1");
        assert_eq!(StationId::new(["00.60.26"]).as_str(), "00.60.26");
        assert_eq!(StationId::new([" 007 ", "a/b"]).as_str(), "007:a%2Fb");
    }

    #[test]
    fn composed_and_decomposed_letters_are_one_station() {
        assert_eq!(
            StationId::new(["Per\u{fa}"]),
            StationId::new(["Peru\u{301}"])
        );
        assert_eq!(StationId::new(["Per\u{fa}"]).as_str(), "Per%C3%BA");
    }
}
