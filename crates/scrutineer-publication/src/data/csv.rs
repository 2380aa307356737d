//! Delimited text: the canonical form, and the form for spreadsheets.
//!
//! Canonical: RFC 4180 with a header row, UTF-8, no byte-order mark, a line feed after every row,
//! quotes only where they are needed, raw text. For spreadsheets: a byte-order mark, and an
//! apostrophe before every text that a spreadsheet would compute or turn into a number or a date.

use super::schema::{Column, Kind};
use super::value::Value;

/// What a text is made safe for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Canonical,
    Spreadsheet,
}

/// Rows as bytes.
#[derive(Debug)]
pub(super) struct Csv {
    dialect: Dialect,
    bytes: Vec<u8>,
}

impl Csv {
    pub(super) fn new<'n>(dialect: Dialect, names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut csv = Self {
            dialect,
            bytes: Vec::new(),
        };
        if dialect == Dialect::Spreadsheet {
            csv.bytes.extend_from_slice("\u{feff}".as_bytes());
        }
        for (at, name) in names.into_iter().enumerate() {
            csv.separate(at);
            csv.text(name);
        }
        csv.bytes.push(b'\n');
        csv
    }

    pub(super) fn of(dialect: Dialect, columns: &[Column]) -> Self {
        Self::new(dialect, columns.iter().map(|column| column.name))
    }

    pub(super) fn row(&mut self, columns: &[Column], values: &[Value<'_>]) {
        let kinds = columns.iter().map(|column| column.kind);
        for (at, (value, kind)) in values.iter().zip(kinds).enumerate() {
            self.separate(at);
            self.value(*value, kind);
        }
        self.bytes.push(b'\n');
    }

    /// A row whose columns depend on the data; numbers are numbers, the rest is text.
    pub(super) fn free_row(&mut self, values: &[Value<'_>]) {
        for (at, value) in values.iter().enumerate() {
            self.separate(at);
            self.value(*value, Kind::Text);
        }
        self.bytes.push(b'\n');
    }

    fn separate(&mut self, at: usize) {
        if at > 0 {
            self.bytes.push(b',');
        }
    }

    fn value(&mut self, value: Value<'_>, kind: Kind) {
        match value {
            Value::Missing => {}
            Value::Integer(number) => integer(&mut self.bytes, number),
            Value::Text(text) if kind == Kind::Decimal => self.quoted(text, ""),
            Value::Text(text) => self.text(text),
        }
    }

    fn text(&mut self, text: &str) {
        let defuse = self.dialect == Dialect::Spreadsheet && is_computed(text);
        self.quoted(text, if defuse { "'" } else { "" });
    }

    fn quoted(&mut self, text: &str, prefix: &str) {
        let special = |byte: u8| matches!(byte, b',' | b'"' | b'\n' | b'\r');
        let blank = text.starts_with(' ') || text.ends_with(' ');
        if !blank && !text.bytes().any(special) {
            self.bytes.extend_from_slice(prefix.as_bytes());
            self.bytes.extend_from_slice(text.as_bytes());
            return;
        }
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(prefix.as_bytes());
        for byte in text.bytes() {
            if byte == b'"' {
                self.bytes.push(b'"');
            }
            self.bytes.push(byte);
        }
        self.bytes.push(b'"');
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The rows written so far, which are then forgotten.
    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }
}

/// Decimal digits without the machinery of formatting: half of all cells are numbers.
fn integer(bytes: &mut Vec<u8>, number: i64) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    let mut rest = number.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        bytes.push(b'-');
    }
    bytes.extend_from_slice(&digits[at..]);
}

/// Whether a spreadsheet would compute the text or turn it into a number, a time or a date; also
/// where it begins with the apostrophe itself, so that taking one away gives the raw text back.
fn is_computed(text: &str) -> bool {
    if text.starts_with(['\t', '\r', '\n', '\'']) {
        return true;
    }
    let visible = text.trim_start();
    visible.starts_with(|first: char| first.is_ascii_digit() || "=+-@.＝＋－＠".contains(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(dialect: Dialect, text: &str) -> String {
        let mut csv = Csv::new(dialect, []);
        csv.take();
        csv.free_row(&[Value::text(text), Value::Integer(-7), Value::Missing]);
        String::from_utf8(csv.into_bytes()).unwrap()
    }

    #[test]
    fn raw_text_stays_raw_in_the_canonical_form() {
        assert_eq!(line(Dialect::Canonical, "=1+1"), "=1+1,-7,\n");
        assert_eq!(
            line(Dialect::Canonical, "a,\"b\"\n"),
            "\"a,\"\"b\"\"\n\",-7,\n"
        );
        assert_eq!(line(Dialect::Canonical, " a"), "\" a\",-7,\n");
    }

    #[test]
    fn what_a_spreadsheet_would_compute_gets_an_apostrophe() {
        for text in [
            "=1", "+1", "-1", "@a", "\ta", "0101", "1/2", "10:01", "'a", "＝1", " =1",
        ] {
            let found = line(Dialect::Spreadsheet, text);
            assert!(found.trim_start_matches('"').starts_with('\''), "{found:?}");
        }
        assert_eq!(line(Dialect::Spreadsheet, "ESTADO 1"), "ESTADO 1,-7,\n");
        assert_eq!(line(Dialect::Spreadsheet, "\rx"), "\"'\rx\",-7,\n");
    }

    #[test]
    fn numbers_are_written_as_rust_writes_them() {
        for number in [0, 7, -1, 10, 99, i64::MAX, i64::MIN] {
            let mut bytes = Vec::new();
            integer(&mut bytes, number);
            assert_eq!(String::from_utf8(bytes).unwrap(), number.to_string());
        }
    }
}
