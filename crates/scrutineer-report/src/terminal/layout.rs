//! Lines of at most a given number of columns.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::number::NO_BREAK;

/// Collects lines. No line is wider than the paper.
pub(crate) struct Paper {
    width: usize,
    color: bool,
    out: String,
}

/// How a line is set off where colour is allowed.
#[derive(Clone, Copy)]
enum Weight {
    Plain,
    Bold,
    Dim,
}

impl Paper {
    pub(crate) fn new(width: usize, color: bool) -> Self {
        Self {
            width,
            color,
            out: String::new(),
        }
    }

    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// The text, ending with one line break.
    pub(crate) fn finish(self) -> String {
        let mut text = self.out.trim_end().to_owned();
        text.push('\n');
        text
    }

    pub(crate) fn title(&mut self, text: &str) {
        self.wrapped("", "", text, Weight::Bold);
        self.line(&"═".repeat(self.width.min(columns(text))), Weight::Plain);
        self.blank();
    }

    pub(crate) fn section(&mut self, text: &str) {
        self.blank();
        self.wrapped("", "", text, Weight::Bold);
        self.line(&"─".repeat(self.width), Weight::Plain);
    }

    pub(crate) fn heading(&mut self, text: &str) {
        self.wrapped("", "", text, Weight::Bold);
    }

    pub(crate) fn question(&mut self, text: &str) {
        self.wrapped("", "", text, Weight::Bold);
    }

    pub(crate) fn paragraph(&mut self, indent: usize, text: &str) {
        let indent = " ".repeat(indent);
        self.wrapped(&indent, &indent, text, Weight::Plain);
        self.blank();
    }

    pub(crate) fn note(&mut self, text: &str) {
        self.wrapped("  ", "  ", text, Weight::Dim);
        self.blank();
    }

    pub(crate) fn item(&mut self, mark: &str, text: &str) {
        let indent = " ".repeat(columns(mark));
        self.wrapped(mark, &indent, text, Weight::Plain);
    }

    /// A text in a frame.
    pub(crate) fn boxed(&mut self, text: &str) {
        let inner = self.width - 4;
        let rule = "─".repeat(inner + 2);
        self.line(&format!("┌{rule}┐"), Weight::Plain);
        for line in wrap(text, inner) {
            let fill = " ".repeat(inner - columns(&line));
            self.line(&format!("│ {line}{fill} │"), Weight::Bold);
        }
        self.line(&format!("└{rule}┘"), Weight::Plain);
        self.blank();
    }

    /// `head ........ tail`, on one line where it fits.
    pub(crate) fn leader(&mut self, head: &str, tail: &str) {
        let used = columns(head) + columns(tail);
        if used + 3 > self.width {
            self.wrapped("", "    ", &format!("{head}:{tail}"), Weight::Bold);
        } else {
            let dots = ".".repeat((self.width - used).min(60 - used.min(57)));
            self.line(&format!("{head}{dots}{tail}"), Weight::Bold);
        }
    }

    /// A text beside a rail.
    pub(crate) fn railed(&mut self, rail: &str, text: &str) {
        let indent = if text.starts_with("- ") {
            format!("{rail}  ")
        } else {
            rail.to_owned()
        };
        self.wrapped(rail, &indent, text, Weight::Plain);
    }

    /// A line that is laid out already.
    pub(crate) fn raw(&mut self, line: &str, bold: bool) {
        self.line(line, if bold { Weight::Bold } else { Weight::Plain });
    }

    /// One empty line, never two, none at the start.
    pub(crate) fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn wrapped(&mut self, first: &str, rest: &str, text: &str, weight: Weight) {
        let room = self.width - columns(first).max(columns(rest));
        for (position, line) in wrap(text, room).into_iter().enumerate() {
            let indent = if position == 0 { first } else { rest };
            self.line(&format!("{indent}{line}"), weight);
        }
    }

    fn line(&mut self, line: &str, weight: Weight) {
        let (on, off) = match weight {
            Weight::Bold if self.color => ("\u{1b}[1m", "\u{1b}[0m"),
            Weight::Dim if self.color => ("\u{1b}[2m", "\u{1b}[0m"),
            _ => ("", ""),
        };
        self.out.push_str(on);
        // A space that does not break has done its work; copied text should hold plain ones.
        self.out.push_str(&line.trim_end().replace(NO_BREAK, " "));
        self.out.push_str(off);
        self.out.push('\n');
    }
}

/// Columns that a text takes.
pub(super) fn columns(text: &str) -> usize {
    text.width()
}

/// Breaks a text at its spaces into lines of at most `room` columns; a longer word is cut.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    let room = room.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut word = word;
        let gap = usize::from(!line.is_empty());
        if columns(&line) + gap + columns(word) <= room {
            if gap == 1 {
                line.push(' ');
            }
            line.push_str(word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        while columns(word) > room {
            let (head, tail) = word.split_at(cut(word, room));
            lines.push(head.to_owned());
            word = tail;
        }
        line.push_str(word);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// Bytes of the longest beginning of `word` that fits; at least one character.
fn cut(word: &str, room: usize) -> usize {
    let mut used = 0;
    for (position, c) in word.char_indices() {
        used += c.width().unwrap_or(0);
        if used > room && position > 0 {
            return position;
        }
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_long_words_are_cut() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("67.14\u{a0}% of", 7), ["67.14\u{a0}%", "of"]);
        assert_eq!(wrap("", 5), [""]);
    }

    #[test]
    fn wide_letters_take_two_columns() {
        assert_eq!(wrap("選挙選挙", 4), ["選挙", "選挙"]);
        assert_eq!(wrap("選", 1), ["選"]);
    }
}
