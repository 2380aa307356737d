//! Text that remembers which parts are data: names and ids that people wrote.
//!
//! Data is cleaned once, here: control characters (a terminal would obey them) and marks of writing
//! direction (they would reorder what follows) never pass.

/// A piece of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words of the message files, and numbers.
    Words(String),
    /// A name or an id, as data, cleaned.
    Data(String),
}

impl Piece {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Words(text) | Self::Data(text) => text,
        }
    }
}

/// A sentence, a label or a number, ready to be laid out.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Phrase(Vec<Piece>);

/// Opens data inside a formatted message.
pub(crate) const OPEN: char = '\u{2068}';
/// Closes it.
pub(crate) const CLOSE: char = '\u{2069}';

impl Phrase {
    /// Words of the message files, or a formatted number.
    pub fn words(text: impl Into<String>) -> Self {
        Self(vec![Piece::Words(text.into())])
    }

    /// A name or an id.
    pub fn data(text: &str) -> Self {
        Self(vec![Piece::Data(clean(text))])
    }

    /// Splits a formatted message at the marks around its data.
    pub(crate) fn from_marked(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((words, tail)) = rest.split_once(OPEN) {
            let (data, after) = tail.split_once(CLOSE).unwrap_or((tail, ""));
            if !words.is_empty() {
                pieces.push(Piece::Words(words.to_owned()));
            }
            pieces.push(Piece::Data(data.to_owned()));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        Self(pieces)
    }

    /// The phrase with marks around its data, to be put into another message.
    pub(crate) fn to_marked(&self) -> String {
        let mut out = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Words(text) => out.push_str(text),
                Piece::Data(text) => {
                    out.push(OPEN);
                    out.push_str(text);
                    out.push(CLOSE);
                }
            }
        }
        out
    }

    /// This phrase, then another.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    pub(crate) fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// Whether there is no text in it.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|piece| piece.as_str().is_empty())
    }
}

impl std::fmt::Display for Phrase {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0
            .iter()
            .try_for_each(|piece| out.write_str(piece.as_str()))
    }
}

/// Data without control characters, line breaks and marks of writing direction.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .filter(|&c| !is_direction_mark(c))
        .map(|c| match c {
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// Unicode Bidi_Control, the zero-width no-break space, interlinear annotation marks, and what stands for a picture in
/// text that was copied: a message with it would look like one that lacks an argument.
fn is_direction_mark(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffc}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_cannot_steer_a_terminal_or_the_direction_of_text() {
        assert_eq!(clean("a\u{1b}[31mb"), "a\u{fffd}[31mb");
        assert_eq!(clean("a\u{202e}b\u{2069}c"), "abc");
        assert_eq!(clean("a\nb\tc"), "a b c");
        assert_eq!(clean("a\u{fffc}b"), "ab");
        assert_eq!(clean("\u{627}\u{644}"), "\u{627}\u{644}");
    }

    #[test]
    fn data_is_found_again_after_formatting() {
        let phrase = Phrase::from_marked("Did \u{2068}Ann\u{2069} win?");
        assert_eq!(phrase.to_string(), "Did Ann win?");
        assert_eq!(phrase.pieces().len(), 3);
        assert_eq!(Phrase::from_marked(&phrase.to_marked()), phrase);
    }

    #[test]
    fn data_cannot_close_its_own_mark() {
        let phrase = Phrase::data("x\u{2069}<b>");
        assert_eq!(Phrase::from_marked(&phrase.to_marked()), phrase);
    }
}
