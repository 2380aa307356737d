//! Lengths of source files.

use crate::workspace::{files, is_test_file};
use crate::{Outcome, lex, outcome, say};

/// The longest a file may be, without its tests.
const LIMIT: usize = 800;

/// Prints the distribution; fails where a file is above the limit.
pub(crate) fn print() -> Outcome {
    let mut lengths = Vec::new();
    for below in ["crates", "xtask"] {
        let sources = files(below, &["rs"]).map_err(|error| vec![format!("size: {error}")])?;
        for file in sources.into_iter().filter(|file| !is_test_file(&file.path)) {
            lengths.push((length(&file.text), file.path));
        }
    }
    lengths.sort();
    let at = |percent: usize| lengths.get((lengths.len() * percent / 100).min(lengths.len() - 1));
    if let (Some((median, _)), Some((p90, _))) = (at(50), at(90)) {
        say(&format!(
            "{} files, lines without tests: median {median}, 90 % at most {p90}",
            lengths.len()
        ));
    }
    outcome(above(&lengths))
}

/// Lines up to the tests at the end.
fn length(source: &str) -> usize {
    let tokens = lex::tokens(source);
    let kept = lex::without_tests(&tokens);
    if kept.len() == tokens.len() {
        source.lines().count()
    } else {
        kept.last().map_or(0, |token| token.line)
    }
}

fn above(lengths: &[(usize, String)]) -> Vec<String> {
    let too_long = lengths.iter().filter(|(length, _)| *length > LIMIT);
    too_long
        .map(|(length, path)| format!("size: {path} has {length} lines, at most {LIMIT}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_at_the_end_do_not_count() {
        assert_eq!(length("a;\nb;\n\n#[cfg(test)]\nmod tests {\n}\n"), 2);
        assert_eq!(length("a;\nb;\n// end\n"), 3);
    }

    #[test]
    fn a_file_above_the_limit_is_caught() {
        let lengths = [(800, "a.rs".to_owned()), (801, "b.rs".to_owned())];
        assert_eq!(above(&lengths), ["size: b.rs has 801 lines, at most 800"]);
    }

    #[test]
    fn no_file_of_the_workspace_is_above_the_limit() {
        assert_eq!(print(), Ok(()));
    }
}
