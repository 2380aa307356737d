//! Reads bytes as JSON and reports every place where they are not canonical.

use std::fmt::Write;

use unicode_normalization::is_nfc;

use crate::canonical::{Node, Problem};

/// Objects and arrays inside each other; entries have at most 6.
const MAX_DEPTH: usize = 32;

/// The largest absolute value of an integer, 2^53 - 1.
const MAX_INTEGER: i128 = (1 << 53) - 1;

/// The tree of values, where the bytes are JSON at all, and every problem in order of its place.
pub fn scan(bytes: &[u8]) -> (Option<Node>, Vec<Problem>) {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let found = format!("another byte at {}", error.valid_up_to());
            return (None, vec![Problem::new("$", "UTF-8", found)]);
        }
    };
    let mut scanner = Scanner {
        text,
        at: 0,
        path: "$".to_owned(),
        depth: 0,
        problems: Vec::new(),
    };
    let node = scanner.value();
    scanner.space();
    if node.is_some() && scanner.at < text.len() {
        let found = scanner.here();
        scanner.problem("the end of the entry", found);
    }
    (node, scanner.problems)
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    path: String,
    depth: usize,
    problems: Vec<Problem>,
}

impl Scanner<'_> {
    fn problem(&mut self, expected: impl Into<String>, found: impl Into<String>) {
        self.problems
            .push(Problem::new(self.path.clone(), expected, found));
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What stands here, for messages.
    fn here(&self) -> String {
        match self
            .text
            .get(self.at..)
            .and_then(|rest| rest.chars().next())
        {
            Some(character) => format!("{character:?} at byte {}", self.at),
            None => "the end".to_owned(),
        }
    }

    /// Passes white space, which is none of an entry's.
    fn space(&mut self) {
        let start = self.at;
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        if self.at > start {
            self.problem("no white space", format!("white space at byte {start}"));
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// A value, or `None` where nothing after it can be read.
    fn value(&mut self) -> Option<Node> {
        self.space();
        if self.depth >= MAX_DEPTH {
            self.problem(format!("at most {MAX_DEPTH} levels"), "more");
            return None;
        }
        match self.peek() {
            Some(b'{') => self.map(),
            Some(b'[') => self.list(),
            Some(b'"') => self.string().map(Node::Text),
            Some(b'-' | b'0'..=b'9') => Some(self.number()),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Option<Node> {
        for (word, node) in [
            ("null", Node::Null),
            ("true", Node::Other),
            ("false", Node::Other),
        ] {
            if self
                .text
                .get(self.at..)
                .is_some_and(|rest| rest.starts_with(word))
            {
                self.at += word.len();
                if node == Node::Other {
                    self.problem("\"yes\" or nothing", word);
                }
                return Some(node);
            }
        }
        let found = self.here();
        self.problem("a value of JSON", found);
        None
    }

    fn number(&mut self) -> Node {
        let start = self.at;
        while matches!(
            self.peek(),
            Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')
        ) {
            self.at += 1;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        let digits = text.strip_prefix('-').unwrap_or(text);
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let leading = digits.len() > 1 && digits.starts_with('0');
        let integer: Option<i128> = text.parse().ok().filter(|_| plain);
        match integer {
            Some(integer) if !leading && text != "-0" && integer.abs() <= MAX_INTEGER => {
                Node::Integer(integer)
            }
            _ => {
                let found: String = text.chars().take(40).collect();
                self.problem(
                    "an integer between -(2^53 - 1) and 2^53 - 1 without leading zeros",
                    found,
                );
                integer.map_or(Node::Other, Node::Integer)
            }
        }
    }

    fn list(&mut self) -> Option<Node> {
        self.at += 1;
        self.depth += 1;
        let mut items = Vec::new();
        self.space();
        if !self.eat(b']') {
            loop {
                let length = self.path.len();
                // Writing to a string cannot fail.
                let _ = write!(self.path, "[{}]", items.len());
                let item = self.value();
                self.path.truncate(length);
                items.push(item?);
                self.space();
                if self.eat(b']') {
                    break;
                }
                self.comma("]")?;
            }
        }
        self.depth -= 1;
        Some(Node::List(items))
    }

    fn comma(&mut self, end: &str) -> Option<()> {
        if self.eat(b',') {
            return Some(());
        }
        let found = self.here();
        self.problem(format!("a comma or {end}"), found);
        None
    }

    fn map(&mut self) -> Option<Node> {
        self.at += 1;
        self.depth += 1;
        let mut members: Vec<(String, Node)> = Vec::new();
        self.space();
        if !self.eat(b'}') {
            loop {
                self.space();
                if self.peek() != Some(b'"') {
                    let found = self.here();
                    self.problem("a key", found);
                    return None;
                }
                let key = self.string()?;
                self.key_order(&members, &key);
                self.space();
                if !self.eat(b':') {
                    let found = self.here();
                    self.problem("a colon", found);
                    return None;
                }
                let length = self.path.len();
                self.path.push('.');
                self.path.push_str(&key);
                let node = self.value();
                self.path.truncate(length);
                members.push((key, node?));
                self.space();
                if self.eat(b'}') {
                    break;
                }
                self.comma("}")?;
            }
        }
        self.depth -= 1;
        Some(Node::Map(members))
    }

    fn key_order(&mut self, before: &[(String, Node)], key: &str) {
        if before.iter().any(|(held, _)| held == key) {
            self.problem("each key once", format!("{key:?} again"));
        } else if let Some((last, _)) = before.last().filter(|(last, _)| last.as_str() > key) {
            self.problem(
                "keys in order of their bytes",
                format!("{key:?} after {last:?}"),
            );
        }
    }

    /// A string; reports escapes that are not the canonical ones and texts that are not in form C.
    fn string(&mut self) -> Option<String> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => self.at += 2,
                Some(_) => self.at += 1,
                None => {
                    self.problem("the end of a string", "the end");
                    return None;
                }
            }
        }
        self.at += 1;
        let raw = self.text.get(start..self.at).unwrap_or_default();
        let Ok(text) = serde_json::from_str::<String>(raw) else {
            let found: String = raw.chars().take(40).collect();
            self.problem("a string of JSON", found);
            return None;
        };
        if serde_json::to_string(&text).is_ok_and(|canonical| canonical != raw) {
            self.problem(
                "only escapes that are needed",
                raw.chars().take(40).collect::<String>(),
            );
        }
        if !is_nfc(&text) {
            let found: String = text.chars().take(40).collect();
            self.problem("text in normal form C", format!("{found:?}"));
        }
        Some(text)
    }
}
