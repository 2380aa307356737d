//! Rust sources as tokens with lines: enough to tell identifiers, strings and comments apart.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identifier or keyword, without a raw prefix.
    Ident,
    /// The content of a string of any kind, escapes as written.
    Text,
    /// The content of a comment.
    Comment,
    /// One other character.
    Punct,
}

/// A piece of source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) kind: Kind,
    pub(crate) text: &'a str,
    /// Line of its first character, counted from 1.
    pub(crate) line: usize,
}

impl Token<'_> {
    pub(crate) fn is(&self, text: &str) -> bool {
        matches!(self.kind, Kind::Ident | Kind::Punct) && self.text == text
    }
}

/// Splits a source. An unterminated string or comment reaches to the end.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut lexer = Lexer {
        rest: source,
        line: 1,
        tokens: Vec::new(),
    };
    while !lexer.rest.is_empty() {
        lexer.step();
    }
    lexer.tokens
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    tokens: Vec<Token<'a>>,
}

impl Lexer<'_> {
    fn step(&mut self) {
        let rest = self.rest;
        let first = rest.chars().next().unwrap_or(' ');
        if rest.starts_with("//") {
            let end = rest.find('\n').unwrap_or(rest.len());
            self.push(Kind::Comment, 2, end, end);
        } else if rest.starts_with("/*") {
            let end = block_comment(rest);
            self.push(Kind::Comment, 2, end.saturating_sub(2).max(2), end);
        } else if let Some((start, end, whole)) = string(rest) {
            self.push(Kind::Text, start, end, whole);
        } else if is_ident(first) {
            let start = if rest.starts_with("r#") { 2 } else { 0 };
            let length = rest[start..]
                .find(|c| !is_ident(c))
                .unwrap_or(rest.len() - start);
            self.push(Kind::Ident, start, start + length, start + length);
        } else if first == '\'' {
            let whole = quote(rest);
            self.push(Kind::Punct, 0, whole, whole);
        } else if first.is_whitespace() {
            self.advance(first.len_utf8());
        } else {
            let whole = first.len_utf8();
            self.push(Kind::Punct, 0, whole, whole);
        }
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize, whole: usize) {
        self.tokens.push(Token {
            kind,
            text: &self.rest[start..end],
            line: self.line,
        });
        self.advance(whole);
    }

    fn advance(&mut self, bytes: usize) {
        self.line += self.rest[..bytes].matches('\n').count();
        self.rest = &self.rest[bytes..];
    }
}

fn is_ident(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        let tail = &rest[at..];
        if tail.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if tail.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += tail.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// Start and end of the content and the end of the literal, where `rest` starts with a string.
fn string(rest: &str) -> Option<(usize, usize, usize)> {
    let prefix = ["br", "cr", "r", "b", "c", ""].into_iter().find(|prefix| {
        let tail = rest.strip_prefix(prefix).unwrap_or_default();
        let tail = if prefix.ends_with('r') {
            tail.trim_start_matches('#')
        } else {
            tail
        };
        tail.starts_with('"')
    })?;
    if prefix.ends_with('r') {
        let hashes = rest[prefix.len()..].find('"')?;
        let start = prefix.len() + hashes + 1;
        let close = format!("\"{}", "#".repeat(hashes));
        let end = rest[start..]
            .find(&close)
            .map_or(rest.len(), |at| start + at);
        return Some((start, end, (end + close.len()).min(rest.len())));
    }
    let start = prefix.len() + 1;
    let mut escaped = false;
    for (at, c) in rest[start..].char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some((start, start + at, start + at + 1)),
            _ => {}
        }
    }
    Some((start, rest.len(), rest.len()))
}

/// Length of a character literal, or 1 for the quote of a lifetime.
fn quote(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => {
            chars.next();
            chars.find(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 1)
        }
        Some(_) => match chars.next() {
            Some((at, '\'')) => at + 1,
            _ => 1,
        },
        None => 1,
    }
}

/// The tokens outside items under `#[cfg(test)]` and `#[test]`.
pub(crate) fn without_tests<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_test = starts_with(&tokens[at..], &["#", "[", "cfg", "(", "test", ")", "]"])
            || starts_with(&tokens[at..], &["#", "[", "test", "]"]);
        if is_test {
            at += item_length(&tokens[at..]);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// Whether the code tokens begin with these words.
pub(crate) fn starts_with(tokens: &[Token<'_>], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.is(word))
}

/// How many tokens an item with its attributes has: to its closing brace, or to its semicolon.
fn item_length(tokens: &[Token<'_>]) -> usize {
    let mut depth = 0_usize;
    let mut is_body = false;
    for (index, token) in tokens.iter().enumerate() {
        if token.kind != Kind::Punct {
            continue;
        }
        match token.text {
            "(" | "[" => depth += 1,
            "{" => {
                is_body |= depth == 0;
                depth += 1;
            }
            ")" | "]" => depth = depth.saturating_sub(1),
            "}" => {
                depth = depth.saturating_sub(1);
                if depth == 0 && is_body {
                    return index + 1;
                }
            }
            ";" if depth == 0 => return index + 1,
            _ => {}
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str, kind: Kind) -> Vec<String> {
        let tokens = tokens(source);
        tokens
            .iter()
            .filter(|t| t.kind == kind)
            .map(|t| t.text.to_owned())
            .collect()
    }

    #[test]
    fn strings_of_every_kind_are_told_from_code() {
        let source =
            r###"f("a\"b", r"c\", r#"d"e"#, b"f", br##"g"#h"##, 'i', '"', b'\'', 'k: loop {})"###;
        assert_eq!(
            texts(source, Kind::Text),
            ["a\\\"b", "c\\", "d\"e", "f", "g\"#h"]
        );
        assert_eq!(texts(source, Kind::Ident), ["f", "b", "k", "loop"]);
    }

    #[test]
    fn comments_nest_and_lines_are_counted() {
        let source = "a /* b /* c\n */ d */ e // f\n\"g\nh\" r#type";
        assert_eq!(texts(source, Kind::Ident), ["a", "e", "type"]);
        assert_eq!(texts(source, Kind::Comment), [" b /* c\n */ d ", " f"]);
        let lines: Vec<_> = tokens(source).iter().map(|token| token.line).collect();
        assert_eq!(lines, [1, 1, 2, 2, 3, 4]);
    }

    #[test]
    fn test_items_are_left_out_and_what_follows_stays() {
        let source = "a; #[cfg(test)] #[expect(x)] mod t { fn b() { [1; 2] } } c; \
                      #[cfg(test)] mod u; #[test] fn d() -> [u8; 2] { } e";
        let all = tokens(source);
        let kept: Vec<_> = without_tests(&all).iter().map(|token| token.text).collect();
        assert_eq!(kept, ["a", ";", "c", ";", "e"]);
    }
}
