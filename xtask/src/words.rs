//! The neutral word list: what the program says names what was observed, never an intent.
//!
//! Read are message files, documents, and in Rust sources identifiers, strings and the comments that
//! become documentation. Data are not read, because they say what somebody else said. A quotation in a
//! text is marked by the words in [`MARK`], in a comment of the file's own kind, on the same line or on
//! the line above.

use std::path::Path;

use crate::lex::{self, Kind};
use crate::workspace::{TextFile, files, is_test_file};
use crate::{Outcome, outcome};

/// Marks an attributed quotation, on its line or on the line above.
const MARK: &str = "words: quotation";

/// Where prose stands. Below `examples` only documents are prose: the rest is data.
const PROSE: &[&str] = &["crates", "docs", "spec", "examples"];

/// Documents at the root, which no folder of [`PROSE`] holds.
const ROOT_DOCUMENTS: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "GLOSSARY.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
];

/// How a word is recognised.
#[derive(Clone, Copy)]
enum Word {
    /// Every word that begins so.
    Stem(&'static str),
    /// This word and no other.
    Whole(&'static str),
}

use Word::{Stem, Whole};

/// English and Spanish words for an intent, which no count can show.
const LIST: &[Word] = &[
    Stem("fraud"),
    Stem("theft"),
    Whole("thief"),
    Stem("steal"),
    Whole("stole"),
    Whole("stolen"),
    Whole("stuff"),
    Stem("stuffe"),
    Stem("stuffi"),
    Stem("suspect"),
    Stem("suspici"),
    Whole("fake"),
    Whole("faked"),
    Whole("fakes"),
    Whole("faking"),
    Whole("rig"),
    Whole("rigged"),
    Whole("rigging"),
    Stem("cheat"),
    Stem("manipul"),
    Stem("forged"),
    Stem("forger"),
    Stem("falsif"),
    Whole("robo"),
    Whole("robar"),
    Whole("robado"),
    Whole("robada"),
    Whole("robados"),
    Whole("robadas"),
    Stem("trampa"),
    Whole("tramposo"),
    Stem("amañ"),
    Stem("sospech"),
    Whole("hurto"),
];

/// Fails for every listed word in what the program says.
pub(crate) fn check() -> Outcome {
    let mut failures = Vec::new();
    for file in read().map_err(|error| vec![format!("words: {error}")])? {
        for (line, word) in found(&file.path, &file.text) {
            failures.push(format!("words: {}:{line}: {word}", file.path));
        }
    }
    outcome(failures)
}

fn read() -> std::io::Result<Vec<TextFile>> {
    let mut texts = Vec::new();
    for folder in PROSE {
        texts.extend(files(folder, &["rs", "ftl", "md"])?);
    }
    let root = files("", &["md"])?;
    texts.extend(
        root.into_iter()
            .filter(|file| ROOT_DOCUMENTS.contains(&file.path.as_str())),
    );
    Ok(texts)
}

/// The listed words of a file with their lines.
fn found(path: &str, text: &str) -> Vec<(usize, String)> {
    if is_test_file(path) {
        return Vec::new();
    }
    let is_rust = Path::new(path).extension().is_some_and(|end| end == "rs");
    let said: Vec<(usize, &str)> = if is_rust {
        said_in_rust(text)
    } else {
        numbered(text, 1).collect()
    };
    let marked: Vec<usize> = numbered(text, 1)
        .filter(|(_, line)| line.contains(MARK))
        .map(|(line, _)| line)
        .collect();
    let is_quoted = |line: &usize| marked.contains(line) || marked.contains(&(line - 1));
    said.into_iter()
        .filter(|(line, _)| !is_quoted(line))
        .flat_map(|(line, text)| listed(text).into_iter().map(move |word| (line, word)))
        .collect()
}

fn numbered(text: &str, first: usize) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(move |(index, line)| (first + index, line))
}

fn said_in_rust(source: &str) -> Vec<(usize, &str)> {
    let tokens = lex::tokens(source);
    let kept = lex::without_tests(&tokens);
    let is_said = |token: &&lex::Token<'_>| match token.kind {
        Kind::Ident | Kind::Text => true,
        Kind::Comment => token.text.starts_with(['/', '!', '*']),
        Kind::Punct => false,
    };
    kept.iter()
        .filter(is_said)
        .flat_map(|token| numbered(token.text, token.line))
        .collect()
}

/// The listed words in a text, identifiers taken apart at capitals and underscores.
fn listed(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for run in text.split(|c: char| !c.is_alphabetic()) {
        let mut word = String::new();
        let mut was_lower = false;
        for c in run.chars() {
            if c.is_uppercase() && was_lower {
                words.push(std::mem::take(&mut word));
            }
            was_lower = c.is_lowercase();
            word.extend(c.to_lowercase());
        }
        words.push(word);
    }
    words.retain(|word| {
        LIST.iter().any(|entry| match entry {
            Stem(stem) => word.starts_with(stem),
            Whole(whole) => word == whole,
        })
    });
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_says_neutral_words() {
        assert_eq!(check(), Ok(()));
    }

    #[test]
    fn every_entry_of_the_list_is_caught() {
        for entry in LIST {
            let (Stem(word) | Whole(word)) = entry;
            assert_eq!(listed(&format!("a {word}.")), [*word]);
        }
    }

    #[test]
    fn a_word_is_found_in_a_message_with_its_line() {
        let text = "title = Two figures differ\nbody = this looks Fraudulent\n";
        assert_eq!(found("a/b.ftl", text), [(2, "fraudulent".to_owned())]);
    }

    #[test]
    fn identifiers_strings_and_documentation_of_rust_are_read() {
        let source =
            "/// Finds theft.\nfn is_fake(x: SuspectSheet) { say(\"stolen\"); }\n// rigged\n";
        let expected = [(1, "theft"), (2, "fake"), (2, "suspect"), (2, "stolen")];
        let expected: Vec<_> = expected
            .iter()
            .map(|(line, word)| (*line, (*word).to_owned()))
            .collect();
        assert_eq!(found("crates/a/src/b.rs", source), expected);
    }

    #[test]
    fn spanish_words_are_found() {
        assert_eq!(
            listed("sospechoso amañado FRAUDES robo"),
            ["sospechoso", "amañado", "fraudes", "robo"]
        );
    }

    #[test]
    fn a_marked_quotation_is_left_out_and_the_line_after_it_is_not() {
        let text = "<!-- words: quotation -->\n> \"fraud\", said the paper\nfraud\n";
        assert_eq!(found("docs/a.md", text), [(3, "fraud".to_owned())]);
        let source =
            "// words: quotation\nconst A: &str = \"fraud\";\nconst B: &str = \"fraud\";\n";
        assert_eq!(
            found("crates/a/src/b.rs", source),
            [(3, "fraud".to_owned())]
        );
    }

    #[test]
    fn words_that_only_contain_a_listed_one_are_allowed() {
        assert_eq!(
            listed("trigger right unrigged robotics stuffy bestuff"),
            [""; 0]
        );
    }
}
