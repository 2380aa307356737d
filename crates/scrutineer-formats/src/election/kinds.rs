// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a value of a document that people write by hand may be.

use scrutineer_model::{Code, Date, Moment, PrintedPercent};

/// One key of a table.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What its value may be.
    pub kind: Kind,
    /// Whether its absence is an error.
    pub required: bool,
    /// What it says, as one sentence.
    pub about: &'static str,
}

/// The keys of one table.
#[derive(Debug)]
pub struct Keys {
    /// Name of the definition in the schema.
    pub name: &'static str,
    /// Every key that it may have.
    pub keys: &'static [Key],
}

/// A text that must be more than any text.
#[derive(Debug)]
pub struct Text {
    /// What is expected, for messages.
    pub expected: &'static str,
    /// Regular expression of the schema.
    pub pattern: Option<&'static str>,
    /// Whether a text is allowed.
    pub holds: fn(&str) -> bool,
}

/// What a value may be.
#[derive(Debug)]
pub enum Kind {
    /// A text with a condition.
    Text(&'static Text),
    /// One of these words.
    Words(&'static [&'static str]),
    /// A whole number within bounds, both included.
    Integer {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// `true` or `false`.
    Boolean,
    /// An array; a single value stands for an array of one.
    List(&'static Kind),
    /// A table.
    Table(&'static Keys),
    /// An array of tables.
    Tables(&'static Keys),
    /// A table with keys of the folder's own.
    Map(&'static Kind),
    /// The first whose TOML type fits.
    Either(&'static [Kind]),
}

/// A key that must be there.
pub const fn required(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key {
        name,
        kind,
        required: true,
        about,
    }
}

/// A key that may be absent.
pub const fn optional(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key {
        name,
        kind,
        required: false,
        about,
    }
}

/// Text that is not empty.
pub const ANY: Kind = Kind::Text(&Text {
    expected: "text that is not empty",
    pattern: Some("\\S"),
    holds: |text| !text.trim().is_empty(),
});
/// Any text, the empty one too.
pub const FREE: Kind = Kind::Text(&Text {
    expected: "text",
    pattern: None,
    holds: |_| true,
});
/// A short name, see [`Code`].
pub const CODE: Kind = Kind::Text(&Text {
    expected: "1 to 64 characters of A-Z a-z 0-9 . _ -",
    pattern: Some("^[A-Za-z0-9._-]{1,64}$"),
    holds: |text| Code::parse(text).is_ok(),
});
/// A date.
pub const DATE: Kind = Kind::Text(&Text {
    expected: "a date such as \"2024-07-28\"",
    pattern: Some("^\\d{4}-\\d{2}-\\d{2}$"),
    holds: |text| Date::parse(text).is_ok(),
});
/// A date, or that it is not known.
pub const DATE_OR_UNKNOWN: Kind = Kind::Text(&Text {
    expected: "a date such as \"2024-07-28\", or \"unknown\"",
    pattern: Some("^(\\d{4}-\\d{2}-\\d{2}|unknown)$"),
    holds: |text| text == "unknown" || Date::parse(text).is_ok(),
});
/// A date, or a time with its offset.
pub const MOMENT: Kind = Kind::Text(&Text {
    expected: "a date, or a time with its offset such as \"2024-07-29T00:12:00-04:00\"",
    pattern: Some("^\\d{4}-\\d{2}-\\d{2}(T.+)?$"),
    holds: |text| Moment::parse(text).is_ok(),
});
/// A percentage as printed.
pub(crate) const PERCENT: Kind = Kind::Text(&Text {
    expected: "a percentage between 0 and 100 as printed, in quotes, such as \"96.87\"",
    pattern: Some("^\\d{1,3}(\\.\\d{1,9})?$"),
    holds: |text| PrintedPercent::parse(text).is_ok(),
});
/// A digest in lower-case hexadecimal.
pub const SHA256: Kind = Kind::Text(&Text {
    expected: "64 lower-case hexadecimal digits",
    pattern: Some("^[0-9a-f]{64}$"),
    holds: |text| {
        text.len() == 64
            && text
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    },
});
/// A path inside the folder.
pub const PATH: Kind = Kind::Text(&Text {
    expected: "a path inside the folder, with / between its parts, outside sealed/",
    pattern: Some("^[^/\\\\:]+(/[^/\\\\:]+)*$"),
    holds: is_inside_folder,
});
/// A fraction above 0 and at most 1.
pub const SHARE: Kind = Kind::Text(&Text {
    expected: "a fraction between 0 and 1 such as \"1/2\"",
    pattern: Some("^\\d+/\\d+$"),
    holds: |text| parse_share(text).is_some(),
});
/// What stands between two fields.
pub(crate) const DELIMITER: Kind = Kind::Words(&["auto", ",", ";", "tab", "|"]);
/// Texts that are not empty.
pub const NAMES: Kind = Kind::List(&ANY);
/// Short names.
pub const CODES: Kind = Kind::List(&CODE);
/// A count of votes, stations or people.
pub const COUNT: Kind = Kind::Integer {
    least: 0,
    most: 4_294_967_293,
};

/// A path that stays in the folder and is not one of the files that name a person. Upper case is
/// looked through, because some file systems do.
fn is_inside_folder(path: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0'])
    };
    let lower = path.to_ascii_lowercase();
    let sealed = lower
        .split('/')
        .any(|part| part == "sealed" || part.rsplit('.').next() == Some("age"));
    path.split('/').all(plain) && !sealed
}

/// `1/2` and the like, above 0 and at most 1.
pub(crate) fn parse_share(text: &str) -> Option<scrutineer_model::Exact> {
    let (part, whole) = text.split_once('/')?;
    let part: u32 = part.trim().parse().ok()?;
    let whole: u32 = whole.trim().parse().ok()?;
    (part > 0 && part <= whole)
        .then(|| scrutineer_model::Exact::new(i128::from(part), i128::from(whole)))?
}
