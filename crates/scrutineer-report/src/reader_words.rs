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

/// Phrases inside phrases: a file, an entry in it, a place in the entry, what should stand there, and
/// what that is made of. More is data that happens to look like phrases, and would cost time without
/// an end.
const DEPTH: usize = 5;

/// Places before a phrase that are tried from the left, such as the two of `file: entry 7: ...`; beyond
/// them only the last one is.
const PLACES: usize = 2;

/// The longest text, in bytes, in which more than the last place is tried.
const LONG: usize = 2_000;

/// Every pattern. Whole phrases and what joins two of them go first, because data fits any text; then
/// those with the most fixed words, because they say the most about a text.
static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let lines = files(Language::English)
        .iter()
        .flat_map(|file| file.lines());
    let mut patterns: Vec<Pattern> = lines.filter_map(Pattern::of_line).collect();
    patterns.sort_by_key(|pattern| (pattern.is_open(), std::cmp::Reverse(pattern.fixed())));
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
    /// An argument that stands for a number in digits.
    Number(&'static str),
    /// An argument that stands for another phrase.
    Phrase(&'static str),
    /// An argument that stands for another phrase where it is one, else for data.
    Either(&'static str),
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
                "n" | "m" => Part::Number(name),
                "p" | "q" => Part::Phrase(name),
                "r" | "s" | "t" => Part::Either(name),
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

    /// Whether it is more than a whole phrase, or a join of phrases.
    fn is_open(&self) -> bool {
        let is_data = |part: &Part| !matches!(part, Part::Fixed(_) | Part::Phrase(_));
        let begins_with_words = matches!(self.parts.as_slice(), [Part::Fixed(_), _, ..]);
        begins_with_words || self.parts.iter().any(is_data)
    }

    /// Bytes of fixed words.
    fn fixed(&self) -> usize {
        let length = |part: &Part| match part {
            Part::Fixed(words) => words.len(),
            Part::Data(_) | Part::Number(_) | Part::Phrase(_) | Part::Either(_) => 0,
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
        let is_filled = |(part, held): &(&Part, &str)| {
            let is_right = !matches!(part, Part::Number(_)) || is_digits(held);
            !held.is_empty() && is_right
        };
        found.iter().all(is_filled).then_some(found)
    }

    /// Every way to fit that is worth a try. One place before a phrase, such as the file that it is
    /// about, may stand before another one, and then the words after the first place are the phrase.
    fn fits<'t>(&self, text: &'t str) -> Vec<Vec<(&Part, &'t str)>> {
        let mut found = Vec::new();
        if let [
            place @ Part::Either(_),
            Part::Fixed(words),
            phrase @ Part::Phrase(_),
        ] = self.parts.as_slice()
            && text.len() <= LONG
        {
            let places = text.match_indices(words.as_str()).take(PLACES);
            let halves = places.map(|(at, _)| (&text[..at], &text[at + words.len()..]));
            let filled = halves.filter(|(before, after)| !before.is_empty() && !after.is_empty());
            found.extend(filled.map(|(before, after)| vec![(place, before), (phrase, after)]));
        }
        found.extend(self.fit(text));
        found
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a reader said; `None` where no pattern fits.
fn known(text: &str, voice: &Voice<'_>, depth: usize) -> Result<Option<Phrase>, TextError> {
    if depth == 0 {
        return Ok(None);
    }
    for pattern in PATTERNS.iter() {
        for held in pattern.fits(text) {
            if let Some(arguments) = arguments(held, voice, depth)? {
                return voice.with(&Message::new(pattern.id), &arguments).map(Some);
            }
        }
    }
    Ok(None)
}

/// The arguments of a message; `None` where one should be a phrase and is none.
fn arguments(
    held: Vec<(&Part, &str)>,
    voice: &Voice<'_>,
    depth: usize,
) -> Result<Option<Vec<(&'static str, Phrase)>>, TextError> {
    let mut arguments = Vec::new();
    for (part, held) in &held {
        if let Part::Phrase(name) = part {
            match known(held, voice, depth - 1)? {
                Some(phrase) => arguments.push((*name, phrase)),
                None => return Ok(None),
            }
        }
    }
    for (part, held) in held {
        match part {
            Part::Fixed(_) | Part::Phrase(_) => {}
            Part::Data(name) | Part::Number(name) => arguments.push((*name, Phrase::data(held))),
            Part::Either(name) => {
                let phrase = known(held, voice, depth - 1)?;
                arguments.push((*name, phrase.unwrap_or_else(|| Phrase::data(held))));
            }
        }
    }
    Ok(Some(arguments))
}

/// Several phrases with `between` after each but the last; `None` where one of them is none.
fn all_known(text: &str, between: &str, voice: &Voice<'_>) -> Result<Option<Phrase>, TextError> {
    let mut all = Phrase::default();
    for (at, part) in text.split(between).enumerate() {
        let Some(phrase) = known(part, voice, DEPTH)? else {
            return Ok(None);
        };
        if at > 0 {
            all = all.then(Phrase::words(between));
        }
        all = all.then(phrase);
    }
    Ok(Some(all))
}

/// What a reader said, as it is where no pattern fits. An error with several problems says them in
/// lines, or with semicolons between them.
pub(crate) fn said(text: &str, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    if text.contains('\n')
        && let Some(lines) = all_known(text, "\n", voice)?
    {
        return Ok(lines);
    }
    if voice.language() == Language::English {
        return Ok(Phrase::data(text));
    }
    if let Some(phrase) = known(text, voice, DEPTH)? {
        return Ok(phrase);
    }
    if text.contains("; ")
        && let Some(phrases) = all_known(text, "; ", voice)?
    {
        return Ok(phrases);
    }
    Ok(Phrase::data(text))
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
    const SAME: [&str; 6] = [
        "reader-conditions-line",
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
            Part::Data(_) | Part::Number(_) | Part::Either(_) => "17".to_owned(),
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
            for word in phrase.split(|c: char| !c.is_alphanumeric() && !"-_".contains(c)) {
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
    fn an_error_inside_others_is_translated_to_its_end_and_data_is_kept() {
        let texts = Texts::new(Language::Spanish);
        for (said, spanish) in [
            (
                "entry 7: $.votes[3]: expected a count up to 9, null, found \"each of the\"",
                "asiento 7: $.votes[3]: se esperaba una cantidad de hasta 9, o null, se encontró \"each of the\"",
            ),
            (
                "2 entries cannot be read back; first: entry 0: $: expected at most 65535 bytes, \
                 found 70000 bytes of kind sheet",
                "2 asientos no se pueden leer de nuevo; el primero: asiento 0: $: se esperaban a lo sumo \
                 65535 bytes, se encontraron 70000 bytes del tipo sheet",
            ),
            (
                "the batch is committed, but writing its tiles failed; open the log anew to finish it: \
                 cannot write tile/0/000: no space is left",
                "el lote se incorporó, pero falló la escritura de sus bloques; para terminarlo, abra el \
                 registro de nuevo: no se puede escribir tile/0/000: no queda espacio",
            ),
            (
                "the predecessor: cannot open the bundle: No such file or directory (os error 2)",
                "el predecesor: no se puede abrir el paquete: no existe (error 2 del sistema)",
            ),
            (
                "cannot read files/ab: made up by the store: and so on",
                "no se puede leer files/ab: made up by the store: and so on",
            ),
            (
                "data/csv/a.csv: byte 9 of the text: expected \"x\" that follows from the entries, found the end",
                "data/csv/a.csv: byte 9 del texto: se esperaba \"x\", que se sigue de los asientos, se \
                 encontró el final",
            ),
        ] {
            assert_eq!(reader_text(&texts, said), spanish);
        }
    }

    #[test]
    fn several_problems_are_several_phrases() {
        let texts = Texts::new(Language::Spanish);
        assert_eq!(
            reader_text(
                &texts,
                "line 2: the name \"w\" is taken\nline 5: expected `quorum NAME|none`"
            ),
            "línea 2: el nombre \"w\" ya está en uso\nlínea 5: se esperaba `quorum NAME|none`"
        );
        assert_eq!(
            reader_text(
                &texts,
                "$.a: expected text, found null; $: expected a key \"kind\", found none"
            ),
            "$.a: se esperaba texto, se encontró null; $: se esperaba una clave \"kind\", se encontró ninguno"
        );
        // A line that is no phrase may come from anywhere, and starts no line of its own.
        assert_eq!(
            reader_text(&texts, "line 2: the name \"w\" is taken\nrm"),
            "línea 2: the name \"w\" is taken rm"
        );
    }

    #[test]
    fn only_digits_are_a_number() {
        let texts = Texts::new(Language::Spanish);
        assert_eq!(
            reader_text(&texts, "entry 7: is missing"),
            "asiento 7: falta"
        );
        assert_eq!(
            reader_text(&texts, "entry point: is missing"),
            "entry point: falta"
        );
    }

    #[test]
    fn data_that_looks_like_phrases_within_phrases_costs_little() {
        let texts = Texts::new(Language::Spanish);
        let text = ", or (: none) instead of ".repeat(10_000);
        assert_eq!(reader_text(&texts, &text), text);
    }
}
