// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How a delimited file is laid out, as its column map declares it.

/// The most bytes of one field: 64 KiB.
pub const MAX_FIELD_BYTES: usize = 64 * 1024;
/// The most bytes of one record, quotes and delimiters included: 1 MiB.
pub const MAX_RECORD_BYTES: usize = 1024 * 1024;
/// The most columns of one record.
pub const MAX_COLUMNS: usize = 4_096;
/// The most physical lines in which the header is looked for.
pub const MAX_PREAMBLE_LINES: u32 = 1_000;
/// The most records that a footer can have; they are held back until the end is seen.
pub const MAX_FOOTER_RECORDS: usize = 100;

/// The byte between two fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tabulator.
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    /// All of them, in the order in which they are proposed.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The byte itself.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }

    /// The delimiter that a map writes as this text: the character, or `tab`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "," => Some(Self::Comma),
            ";" => Some(Self::Semicolon),
            "\t" | "tab" => Some(Self::Tab),
            "|" => Some(Self::Pipe),
            _ => None,
        }
    }
}

/// What stands before the header.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Preamble {
    /// Nothing (empty lines aside).
    #[default]
    None,
    /// This many physical lines, empty ones included.
    Lines(u32),
    /// Everything before the first line whose fields contain all of these names.
    UntilHeader(Vec<String>),
}

/// What stands after the data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Footer {
    /// Nothing.
    #[default]
    None,
    /// The last records, at most [`MAX_FOOTER_RECORDS`].
    Records(usize),
    /// Every record whose first non-empty cell is this text; they are counted.
    Marked(String),
}

/// The declared layout of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Between fields.
    pub delimiter: Delimiter,
    /// Before the header.
    pub preamble: Preamble,
    /// Whether the first record names the columns. Without names the first record
    /// sets the expected number of fields.
    pub has_header: bool,
    /// After the data.
    pub footer: Footer,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            delimiter: Delimiter::default(),
            preamble: Preamble::default(),
            has_header: true,
            footer: Footer::default(),
        }
    }
}
