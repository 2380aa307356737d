//! What readers of files, plans and addresses say, in every language.
//!
//! Readers word what they expected and found in English, as data. The English messages `reader-...`
//! are the patterns of those phrases, so that a phrase stands in one place and its translation beside
//! it. A phrase that no pattern fits, such as a reason of the operating system, stays as it is.

use std::sync::LazyLock;

use scrutineer_model::Message;

use crate::phrase::Phrase;
use crate::texts::files;
use crate::voice::Voice;
use crate::{Language, TextError, Texts};

/// Phrases inside phrases: a member, its problem with the kind, and what that is made of. More is data
/// that happens to look like phrases, and would cost time without an end.
const DEPTH: usize = 4;

/// Every pattern. Those without data go first, because data fits any text; then those with the most
/// fixed words, because they say the most about a text.
static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let lines = files(Language::English)
        .iter()
        .flat_map(|file| file.lines());
    let mut patterns: Vec<Pattern> = lines.filter_map(Pattern::of_line).collect();
    patterns.sort_by_key(|pattern| (pattern.has_data(), std::cmp::Reverse(pattern.fixed())));
    patterns
});

/// A message of a reader as a pattern.
struct Pattern {
    id: &'static str,
    parts: Vec<Part>,
}

/// A part of a pattern.
enum Part {
    Fixed(String),
    /// An argument that stands for data.
    Data(&'static str),
    /// An argument that stands for another phrase.
    Phrase(&'static str),
}

impl Pattern {
    /// The pattern of a line `reader-... = ...`; a message of a reader has one line.
    fn of_line(line: &'static str) -> Option<Self> {
        let (id, text) = line.split_once(" = ")?;
        if !id.starts_with("reader-") {
            return None;
        }
        let mut parts = Vec::new();
        let mut fixed = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            fixed.push_str(before);
            let (inside, after) = match after.strip_prefix('"') {
                Some(quoted) => {
                    let (literal, after) = quoted.split_once("\"}")?;
                    fixed.push_str(literal);
                    rest = after;
                    continue;
                }
                None => after.split_once('}')?,
            };
            if !fixed.is_empty() {
                parts.push(Part::Fixed(std::mem::take(&mut fixed)));
            }
            let name = inside.trim().trim_start_matches('$');
            parts.push(match name {
                "p" | "q" => Part::Phrase(name),
                _ => Part::Data(name),
            });
            rest = after;
        }
        fixed.push_str(rest);
        if !fixed.is_empty() {
            parts.push(Part::Fixed(fixed));
        }
        Some(Self { id, parts })
    }

    fn has_data(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Data(_)))
    }

    /// Bytes of fixed words.
    fn fixed(&self) -> usize {
        let length = |part: &Part| match part {
            Part::Fixed(words) => words.len(),
            Part::Data(_) | Part::Phrase(_) => 0,
        };
        self.parts.iter().map(length).sum()
    }

    /// What its arguments stand for; `None` where it does not fit. An argument ends where the words
    /// after it occur last, so that data with such words in it stays whole.
    fn fit<'t>(&self, text: &'t str) -> Option<Vec<(&Part, &'t str)>> {
        let mut rest = text;
        let mut open: Option<&Part> = None;
        let mut found = Vec::new();
        for (at, part) in self.parts.iter().enumerate() {
            let Part::Fixed(words) = part else {
                open = Some(part);
                continue;
            };
            let Some(argument) = open.take() else {
                rest = rest.strip_prefix(words.as_str())?;
                continue;
            };
            let (held, left) = if at + 1 == self.parts.len() {
                (rest.strip_suffix(words.as_str())?, "")
            } else {
                rest.rsplit_once(words.as_str())?
            };
            found.push((argument, held));
            rest = left;
        }
        match open {
            Some(argument) => found.push((argument, rest)),
            None if rest.is_empty() => {}
            None => return None,
        }
        let filled = found.iter().all(|(_, held)| !held.is_empty());
        filled.then_some(found)
    }
}

/// What a reader said; `None` where no pattern fits.
fn known(text: &str, voice: &Voice<'_>, depth: usize) -> Result<Option<Phrase>, TextError> {
    if depth == 0 {
        return Ok(None);
    }
    'patterns: for pattern in PATTERNS.iter() {
        let Some(held) = pattern.fit(text) else {
            continue;
        };
        let mut extra = Vec::new();
        for (part, held) in held {
            match part {
                Part::Fixed(_) => {}
                Part::Data(name) => extra.push((*name, Phrase::data(held))),
                Part::Phrase(name) => match known(held, voice, depth - 1)? {
                    Some(phrase) => extra.push((*name, phrase)),
                    None => continue 'patterns,
                },
            }
        }
        return voice.with(&Message::new(pattern.id), &extra).map(Some);
    }
    Ok(None)
}

/// What a reader said, as it is where no pattern fits.
pub(crate) fn said(text: &str, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    Ok(match voice.language() {
        Language::English => Phrase::data(text),
        Language::Spanish => known(text, voice, DEPTH)?.unwrap_or_else(|| Phrase::data(text)),
    })
}

/// What a reader of files, a plan or an address said in English, in the language of `texts`: the
/// `expected` and `found` of an error, a note, or an error that prints itself.
///
/// Data inside the phrase, such as the name of a column, stays as it is, without control characters
/// and marks of writing direction. So does a text that is no phrase of a reader as a whole: what a
/// cell holds, or a reason of the operating system.
pub fn reader_text(texts: &Texts, text: &str) -> String {
    let voice = Voice::general(texts);
    // A message that cannot be formatted is found by the tests; its English text still says it.
    said(text, &voice).map_or_else(|_| text.to_owned(), |phrase| phrase.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Phrases that are the same in both languages.
    const SAME: [&str; 5] = [
        "reader-toml",
        "reader-bytes",
        "reader-kind-of",
        "reader-kind-of-data",
        "reader-in-member",
    ];

    /// A text that the pattern fits.
    fn example(pattern: &Pattern) -> String {
        let part = |part: &Part| match part {
            Part::Fixed(words) => words.clone(),
            Part::Data(_) => "17".to_owned(),
            Part::Phrase(_) => "TOML".to_owned(),
        };
        pattern.parts.iter().map(part).collect()
    }

    #[test]
    fn every_message_of_a_reader_is_a_pattern_on_one_line() {
        let ids = crate::message_ids(Language::English).filter(|id| id.starts_with("reader-"));
        assert_eq!(ids.count(), PATTERNS.len());
        assert!(PATTERNS.len() > 300, "{}", PATTERNS.len());
        for pattern in PATTERNS.iter() {
            assert!(pattern.fixed() > 0, "{}", pattern.id);
        }
    }

    #[test]
    fn in_english_every_phrase_reads_as_the_reader_wrote_it() {
        let texts = Texts::new(Language::English);
        let voice = Voice::general(&texts);
        for pattern in PATTERNS.iter() {
            let text = example(pattern);
            let phrase = known(&text, &voice, DEPTH).unwrap();
            let id = pattern.id;
            assert_eq!(phrase.map(|held| held.to_string()), Some(text), "{id}");
        }
    }

    #[test]
    fn in_spanish_no_phrase_keeps_its_english_words() {
        let texts = Texts::new(Language::Spanish);
        for pattern in PATTERNS.iter() {
            let (id, text) = (pattern.id, example(pattern));
            let phrase = reader_text(&texts, &text);
            assert_eq!(phrase == text, SAME.contains(&id), "{id}: {phrase}");
            for word in phrase.split(|c: char| !c.is_alphanumeric()) {
                assert!(
                    ![
                        "the", "is", "of", "which", "and", "or", "that", "to", "with", "column",
                        "expected", "found", "at", "each", "from"
                    ]
                    .contains(&word),
                    "{id}: {phrase}"
                );
            }
        }
    }

    #[test]
    fn a_text_that_is_no_phrase_and_the_data_inside_one_stay_as_they_are() {
        let texts = Texts::new(Language::Spanish);
        for text in [
            "",
            "*",
            "A4:B7",
            "a column",
            "(",
            ")",
            "x (y)",
            "{ $a }",
            "none; the nearest is ",
        ] {
            assert_eq!(reader_text(&texts, text), text);
        }
        assert_eq!(
            reader_text(&texts, "a column votes for many for registered"),
            "una columna votes for many para registered"
        );
    }

    #[test]
    fn a_problem_keeps_its_member_and_translates_its_kind() {
        let texts = Texts::new(Language::Spanish);
        assert_eq!(
            reader_text(
                &texts,
                "{code}.json (member name does not follow the pattern)"
            ),
            "{code}.json (el nombre del miembro no sigue el patrón)"
        );
        assert_eq!(
            reader_text(&texts, "a: b.csv: a text that is cut off"),
            "a: b.csv: un texto cortado"
        );
        assert_eq!(
            reader_text(&texts, "an integer from 0, or a table (The number)"),
            "un entero desde 0, o una tabla (el número)"
        );
    }

    #[test]
    fn data_that_looks_like_phrases_within_phrases_costs_little() {
        let texts = Texts::new(Language::Spanish);
        let text = ", or (: none) instead of ".repeat(10_000);
        assert_eq!(reader_text(&texts, &text), text);
    }
}
