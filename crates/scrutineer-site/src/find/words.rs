//! Words without accents and case, and in which records they stand.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Bytes of a file of words, about.
const FILE: usize = 16_384;

/// The words of a text: letters and digits, in lower case and without accents. `find.js` does the same to what
/// is typed.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let plain: String = text.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let plain = plain.to_lowercase();
    let words: Vec<String> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

/// Records by word.
#[derive(Debug, Default)]
pub(super) struct Postings(BTreeMap<String, Vec<u32>>);

impl Postings {
    /// Adds a record; records come in ascending order.
    pub(super) fn add(&mut self, word: String, record: u32) {
        let held = self.0.entry(word).or_default();
        if held.last() != Some(&record) {
            held.push(record);
        }
    }

    /// The words in order, cut into files: the first word of each, and its text. A line of it has a word and the
    /// records, each as the distance from the one before it, in base 36.
    pub(super) fn files(self) -> impl Iterator<Item = (String, String)> {
        let mut left = self.0.into_iter().peekable();
        std::iter::from_fn(move || {
            let from = left.peek()?.0.clone();
            let mut text = String::new();
            while text.len() < FILE
                && let Some((word, records)) = left.next()
            {
                text.push_str(&word);
                let mut last = 0;
                for record in records {
                    text.push(' ');
                    push_base_36(&mut text, record - last);
                    last = record;
                }
                text.push('\n');
            }
            Some((from, text))
        })
    }
}

fn push_base_36(text: &mut String, mut value: u32) {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(value % 36, 36).unwrap_or('0'));
        value /= 36;
        if value == 0 {
            break;
        }
    }
    for digit in digits.iter().rev() {
        // Writing to a string cannot fail.
        let _ = text.write_char(*digit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_no_accent_and_no_case() {
        let found: Vec<String> = words("U.E. «José Ángel ÑUÑEZ»-2/b Œuvre ẞ").collect();
        assert_eq!(
            found,
            ["u", "e", "jose", "angel", "nunez", "2", "b", "œuvre", "ß"]
        );
        assert_eq!(words(" - ").count(), 0);
    }

    #[test]
    fn records_stand_as_distances_in_base_36() {
        let mut postings = Postings::default();
        for record in [3, 3, 40, 1336] {
            postings.add("b".to_owned(), record);
        }
        postings.add("a".to_owned(), 0);
        let files: Vec<(String, String)> = postings.files().collect();
        // Python: numpy.base_repr(37, 36), numpy.base_repr(1296, 36)
        assert_eq!(files, [("a".to_owned(), "a 0\nb 3 11 100\n".to_owned())]);
    }

    #[test]
    fn a_file_of_words_ends_when_it_is_large() {
        let mut postings = Postings::default();
        for record in 0..5_000 {
            postings.add(format!("word{record:06}"), record);
        }
        let files: Vec<(String, String)> = postings.files().collect();
        assert!(files.len() > 3, "{}", files.len());
        assert!(
            files
                .iter()
                .all(|(from, text)| text.starts_with(from.as_str()))
        );
    }
}
