// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Cell addresses such as `B7` and `A1:C3`, and the attributes that hold them.

use quick_xml::events::BytesStart;

/// A row and a column, both from 1. Three letters and seven digits are more than any
/// sheet has, so nothing can overflow.
pub(super) fn parse(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = text.split_at_checked(digits)?;
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        letter
            .is_ascii_uppercase()
            .then(|| column * 26 + u32::from(letter - b'A') + 1)
    })?;
    Some((parse_row(number)?, column))
}

/// A row number from 1.
pub(super) fn parse_row(text: &str) -> Option<u32> {
    let plain = (1..=7).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|row| plain && *row > 0)
}

/// Two corners, the first above and left of the second; a single cell is both.
pub(super) fn parse_range(text: &str) -> Option<((u32, u32), (u32, u32))> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (first, last) = (parse(first)?, parse(last)?);
    (first.0 <= last.0 && first.1 <= last.1).then_some((first, last))
}

/// The value of an attribute, without regard to the prefix of its name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element.attributes().flatten().find_map(|attribute| {
        let key: &str = attribute.key.local_name().into_inner();
        (key == name).then(|| attribute.value.into_owned())
    })
}

/// The value of an attribute as text, its entities resolved.
pub(super) fn text_attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let raw = attribute(element, name)?;
    quick_xml::escape::unescape(&raw)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_what_would_overflow_is_none() {
        assert_eq!(parse("A1"), Some((1, 1)));
        assert_eq!(parse("xfd1048576"), Some((1_048_576, 16_384)));
        for wrong in [
            "",
            "A",
            "1",
            "A0",
            "AAAA1",
            "A99999999",
            "A-1",
            "A1B",
            "Ñ1",
            "A\u{661}",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
        assert_eq!(parse_range("B2:C9"), Some(((2, 2), (9, 3))));
        assert_eq!(parse_range("B2"), Some(((2, 2), (2, 2))));
        assert_eq!(parse_range("C9:B2"), None);
    }
}
