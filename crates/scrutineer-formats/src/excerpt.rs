// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A short, printable piece of input for an error message.
//!
//! Input is hostile: an excerpt is bounded, and control characters and characters
//! that reorder text are escaped, so that a message cannot paint over a terminal. A
//! private column's excerpt is masked before it is stored, never when it is printed.

use std::fmt;

/// The most characters of input that a message repeats.
pub const EXCERPT_CHARS: usize = 40;

/// At most [`EXCERPT_CHARS`] characters of input, escaped; or a mask in its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Excerpt(Box<str>);

impl Excerpt {
    /// Nothing was found (a missing key, an empty file).
    pub fn none() -> Self {
        Self::default()
    }

    /// Takes the beginning of `text`; an ellipsis marks that more follows.
    pub fn of(text: &str) -> Self {
        let mut out = String::new();
        let mut chars = text.chars();
        for c in chars.by_ref().take(EXCERPT_CHARS) {
            if is_unprintable(c) {
                out.extend(c.escape_unicode());
            } else {
                out.push(c);
            }
        }
        if chars.next().is_some() {
            out.push('\u{2026}');
        }
        Self(out.into_boxed_str())
    }

    /// Words of our own (a number, a unit), which need no escaping.
    pub fn measured(words: impl Into<String>) -> Self {
        Self(words.into().into_boxed_str())
    }

    /// Stands for content that must not be repeated; says nothing of its length.
    pub fn masked() -> Self {
        Self("[masked]".into())
    }

    /// The printable text; empty when nothing was found.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True when nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Controls, and the marks of Unicode's bidirectional algorithm that can make a
/// printed line read differently from its content.
fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2028}' | '\u{2029}'
        )
        || ('\u{202a}'..='\u{202e}').contains(&c)
        || ('\u{2066}'..='\u{2069}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_bounded_and_says_that_more_follows() {
        let long = "x".repeat(1_000);
        let excerpt = Excerpt::of(&long);
        assert_eq!(excerpt.as_str().chars().count(), EXCERPT_CHARS + 1);
        assert!(excerpt.as_str().ends_with('\u{2026}'));
        assert_eq!(Excerpt::of("8.0").as_str(), "8.0");
    }

    #[test]
    fn control_and_reordering_characters_are_escaped() {
        assert_eq!(Excerpt::of("a\u{1b}[2J").as_str(), "a\\u{1b}[2J");
        assert_eq!(Excerpt::of("a\u{202e}b").as_str(), "a\\u{202e}b");
        assert_eq!(Excerpt::of("שם").as_str(), "שם");
    }
}
