//! The words in which readers of files say what they expected and found, in every language.
//!
//! Readers word them in English, as data. A closed list of patterns maps the phrases that occur in
//! practice to messages; a phrase outside the list is printed as it is.

use scrutineer_model::Message;

use crate::TextError;
use crate::phrase::Phrase;
use crate::voice::Voice;

/// What readers say, and the suffix of its message `reader-...`. `*` stands for data, which a
/// message calls `a`, `b` and `c`; `~` for another phrase of the list. The first that fits holds.
const PATTERNS: [(&str, &str); 56] = [
    ("a whole number", "whole-number"),
    ("part of the key", "part-of-key"),
    ("a canonical id", "canonical-id"),
    ("an empty cell", "empty-cell"),
    ("another text", "another-text"),
    ("bytes that are no text", "no-text"),
    ("a value that the map knows", "known-value"),
    ("a column that the map names", "named-column"),
    ("an option or field that the map knows", "known-field"),
    ("a column * for *", "column-for"),
    ("a column *", "column"),
    ("none; the nearest is *", "nearest"),
    ("none; the first * are listed", "first-listed"),
    ("none", "none"),
    ("* more", "more"),
    ("* fields", "fields"),
    ("* others", "others"),
    ("rows that where and except keep", "kept-rows"),
    ("* on at least 99 % of the readings", "identity"),
    ("it fails on * of *; accepted", "accepted"),
    ("encoding and delimiter", "encoding-delimiter"),
    ("~; delimiter ~, which gives * columns", "chosen"),
    ("delimiter ~, which gives * columns", "delimiter"),
    ("comma", "comma"),
    ("semicolon", "semicolon"),
    ("tab", "tab"),
    ("pipe", "pipe"),
    (
        "it holds only ASCII, which is the same in all of these encodings",
        "ascii",
    ),
    ("its bytes beyond ASCII form valid UTF-8", "utf-8"),
    (
        "its bytes beyond ASCII form valid UTF-8 up to the cut",
        "utf-8-cut",
    ),
    ("it starts with the byte-order mark of UTF-8", "mark-utf-8"),
    (
        "it starts with a byte-order mark, low byte first",
        "mark-low",
    ),
    (
        "it starts with a byte-order mark, high byte first",
        "mark-high",
    ),
    (
        "every second byte is zero, as in text with two bytes a character",
        "two-bytes",
    ),
    (
        "it is not UTF-8, and its bytes beyond ASCII form whole words",
        "whole-words",
    ),
    (
        "it is not UTF-8, and its bytes beyond ASCII are single letters in words",
        "single-letters",
    ),
    (
        "one statement of the register about a station",
        "one-statement",
    ),
    (
        "an archive with members that the map names",
        "named-members",
    ),
    ("source cannot be read further", "source-failed"),
    ("data is damaged", "damaged"),
    ("header not found", "no-header"),
    ("column name occurs twice", "column-twice"),
    ("column without a name", "column-unnamed"),
    ("field too long", "field-long"),
    ("record too long", "record-long"),
    ("too many columns", "many-columns"),
    ("quote is not closed", "open-quote"),
    ("bytes are not text in this encoding", "bad-encoding"),
    ("cell contains a zero byte", "zero-byte"),
    ("member is encrypted", "encrypted"),
    ("archive inside an archive is not opened", "nested"),
    ("cell is a formula", "formula"),
    ("cells are merged", "merged"),
    ("row is hidden", "hidden-row"),
    ("column is hidden", "hidden-column"),
    ("sheet is hidden", "hidden-sheet"),
];

/// What a reader said; `None` where the list has no such phrase.
pub(crate) fn known(text: &str, voice: &Voice<'_>) -> Result<Option<Phrase>, TextError> {
    'patterns: for (pattern, id) in PATTERNS {
        let Some(holes) = fit(pattern, text) else {
            continue;
        };
        let mut extra = Vec::new();
        for ((mark, hole), name) in holes.into_iter().zip(["a", "b", "c"]) {
            let phrase = match mark {
                '~' => match known(hole, voice)? {
                    Some(phrase) => phrase,
                    None => continue 'patterns,
                },
                _ => Phrase::data(hole),
            };
            extra.push((name, phrase));
        }
        let message = Message::new(format!("reader-{id}"));
        return voice.with(&message, &extra).map(Some);
    }
    Ok(None)
}

/// What a reader said, as it is where the list has no such phrase. A problem of bytes may carry its
/// kind in parentheses.
pub(crate) fn said(text: &str, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    if let Some(phrase) = known(text, voice)? {
        return Ok(phrase);
    }
    let split = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once(" ("));
    if let Some((detail, kind)) = split
        && let Some(kind) = known(kind, voice)?
    {
        let detail = known(detail, voice)?.unwrap_or_else(|| Phrase::data(detail));
        let kind = Phrase::words(" (").then(kind).then(Phrase::words(")"));
        return Ok(detail.then(kind));
    }
    Ok(Phrase::data(text))
}

/// What the holes of a pattern stand for; `None` where it does not fit. A hole ends where the text
/// after it occurs last, so that data with such words in it stays whole.
fn fit<'t>(pattern: &str, text: &'t str) -> Option<Vec<(char, &'t str)>> {
    let Some(at) = pattern.find(['*', '~']) else {
        return (pattern == text).then(Vec::new);
    };
    let (before, marked) = pattern.split_at(at);
    let mut rest = text.strip_prefix(before)?;
    let mut marked = marked.chars();
    let mut mark = marked.next()?;
    let mut tail = marked.as_str();
    let mut holes = Vec::new();
    while let Some(next) = tail.find(['*', '~']) {
        let (literal, after) = tail.split_at(next);
        let (hole, left) = rest.rsplit_once(literal)?;
        holes.push((mark, hole));
        rest = left;
        let mut after = after.chars();
        mark = after.next()?;
        tail = after.as_str();
    }
    holes.push((mark, rest.strip_suffix(tail)?));
    holes
        .iter()
        .all(|(_, hole)| !hole.is_empty())
        .then_some(holes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Texts};

    /// A pattern with something in its holes.
    fn example(pattern: &str) -> String {
        let sentences = usize::from(pattern.starts_with('~'));
        let sentence = "its bytes beyond ASCII form valid UTF-8";
        let text = pattern.replacen('~', sentence, sentences);
        text.replace('~', "comma").replace('*', "17")
    }

    #[test]
    fn in_english_every_phrase_of_the_list_reads_as_the_reader_wrote_it() {
        let texts = Texts::new(Language::English);
        let voice = Voice::general(&texts);
        for (pattern, id) in PATTERNS {
            let text = example(pattern);
            let phrase = known(&text, &voice).unwrap();
            assert_eq!(phrase.map(|held| held.to_string()), Some(text), "{id}");
        }
    }

    #[test]
    fn in_spanish_no_phrase_of_the_list_keeps_its_english_words() {
        let texts = Texts::new(Language::Spanish);
        let voice = Voice::general(&texts);
        for (pattern, id) in PATTERNS {
            let text = example(pattern);
            let phrase = said(&text, &voice).unwrap().to_string();
            assert_ne!(phrase, text, "{id}");
            for word in phrase.split(|c: char| !c.is_alphanumeric()) {
                assert!(
                    !["the", "is", "of", "which", "and"].contains(&word),
                    "{id}: {phrase}"
                );
            }
        }
    }

    #[test]
    fn a_phrase_outside_the_list_and_the_data_inside_one_stay_as_they_are() {
        let texts = Texts::new(Language::Spanish);
        let voice = Voice::general(&texts);
        for text in [
            "",
            "*",
            "A4:B7",
            "a column",
            "(",
            ")",
            "x (y)",
            "none; the nearest is ",
        ] {
            assert_eq!(said(text, &voice).unwrap().to_string(), text);
        }
        let column = said("a column votes for many for registered", &voice).unwrap();
        assert_eq!(
            column.to_string(),
            "una columna votes for many para registered"
        );
    }
}
