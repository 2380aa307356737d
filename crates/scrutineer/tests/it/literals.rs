//! The texts in the sources of a crate, without comments, tests and attributes.

use std::fs;
use std::path::Path;

use crate::support::files;

/// A text in quotes.
pub(crate) struct Literal {
    /// The file, from the folder of the crates.
    pub(crate) file: String,
    /// The text, with escapes resolved and the holes of formats as they are written.
    pub(crate) text: String,
}

impl Literal {
    /// Whether it is words for a person: two words side by side.
    pub(crate) fn is_phrase(&self) -> bool {
        let text = self.filled("");
        let words: Vec<&str> = text.split(' ').collect();
        let is_word = |word: &str| {
            let word = word.trim_matches([',', '.', ':', ';', '?']);
            let small = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
            word.len() <= small.len() + 1
                && !small.is_empty()
                && small.bytes().all(|byte| byte.is_ascii_lowercase())
        };
        words
            .windows(2)
            .any(|pair| pair.iter().all(|word| is_word(word)))
    }

    /// The text with every hole filled, in quotes where the format quotes.
    pub(crate) fn filled(&self, with: &str) -> String {
        let mut out = String::new();
        let mut rest = self.text.as_str();
        while let Some(at) = rest.find(['{', '}']) {
            let (before, after) = rest.split_at(at);
            out.push_str(before);
            if let Some(after) = after.strip_prefix("{{").or(after.strip_prefix("}}")) {
                out.push_str(&rest[at..=at]);
                rest = after;
            } else if let Some((hole, after)) =
                after.split_once('}').filter(|_| after.starts_with('{'))
            {
                let is_quoted = hole.ends_with(":?") && !with.is_empty();
                let quote = if is_quoted { "\"" } else { "" };
                out.extend([quote, with, quote]);
                rest = after;
            } else {
                out.push_str(&rest[at..=at]);
                rest = &rest[at + 1..];
            }
        }
        out + rest
    }
}

/// The texts of a crate, except names in attributes, reasons of what cannot fail, and what optional
/// keys of `election.toml` are about, which stands in the schema only.
pub(crate) fn in_sources(crate_name: &str) -> Vec<Literal> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    for path in files(&crates.join(crate_name).join("src")) {
        let name = path.strip_prefix(&crates).unwrap().display().to_string();
        let is_source = path.extension().is_some_and(|extension| extension == "rs");
        if !is_source || path.ends_with("tests.rs") {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
        found.extend(literals(code).into_iter().map(|text| Literal {
            file: name.clone(),
            text,
        }));
    }
    found
}

fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut calls: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => {
                for c in chars.by_ref() {
                    if c == '\n' {
                        break;
                    }
                }
            }
            // A character; a lifetime has no second quote.
            '\'' => {
                let mut ahead = chars.clone();
                let first = ahead.next();
                let escaped = first == Some('\\');
                if escaped {
                    ahead.next();
                }
                let end =
                    ahead.find(|c| *c == '\'' || !c.is_ascii_hexdigit() && *c != '{' && *c != '}');
                if end == Some('\'') && first != Some('\'') {
                    chars = ahead;
                }
            }
            '"' => {
                let text = if word == "r" || word == "br" {
                    chars.by_ref().take_while(|c| *c != '"').collect()
                } else {
                    quoted(&mut chars)
                };
                let told = ["optional", "expect", "cfg", "derive"];
                if !calls.iter().any(|call| told.contains(&call.as_str())) {
                    found.push(text);
                }
            }
            '(' => calls.push(word.clone()),
            ')' => {
                calls.pop();
            }
            _ => {}
        }
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
        } else {
            word.clear();
        }
    }
    found
}

/// The rest of a text in quotes, its escapes resolved.
fn quoted(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut text = String::new();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('\n') => while chars.next_if(|c| c.is_whitespace()).is_some() {},
                Some('n') => text.push('\n'),
                Some(c) => text.push(c),
                None => break,
            },
            c => text.push(c),
        }
    }
    text
}
