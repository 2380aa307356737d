//! What a released file is, which says how it is verified.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::derive::{AUDITS, CONDITIONS, DATA, GEOMETRY, NIST, REPORT};
use crate::site::SITE;

/// What a released file is, which says how it is verified. It follows from the path, so that a manifest
/// cannot ask for less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The audit report as JSON: byte for byte in its canonical part.
    Report,
    /// A page for people: by digest.
    Page,
    /// A canonical table: byte for byte.
    Table,
    /// The same tables in another format, and exports: by digest; rows are read back where the
    /// format is known.
    Copy,
    /// Dictionaries, descriptions, SQL: byte for byte.
    Text,
    /// The list of the files of the site: byte for byte, and every file that it names by digest.
    Site,
    /// The document of the conditions of the vote: by digest, since no entry has them; the pages that show it
    /// are made from it again.
    Conditions,
    /// The shapes of divisions: as the conditions.
    Geometry,
    /// The certificate of an audit by sampling: by digest, since the log has the digests of its steps only; whoever
    /// replays it needs nothing else.
    Certificate,
}

impl Role {
    /// The role of files with such a path; `None` where no release of this program has one.
    pub fn at(path: &str) -> Option<Self> {
        if path == REPORT {
            return Some(Self::Report);
        }
        if path == CONDITIONS {
            return Some(Self::Conditions);
        }
        if path == GEOMETRY {
            return Some(Self::Geometry);
        }
        match path.split_once('/') {
            Some((SITE, "files.txt")) => Some(Self::Site),
            Some((DATA, inside)) => Some(Self::of_data(inside)),
            Some((NIST, _)) => Some(Self::Copy),
            Some((AUDITS, inside)) if has_extension(inside, "txt") => Some(Self::Certificate),
            None if has_extension(path, "html") => Some(Self::Page),
            _ => None,
        }
    }

    /// That of a file in the folder of data.
    fn of_data(path: &str) -> Self {
        if path.starts_with("csv/") || path == "summary.csv" {
            return Self::Table;
        }
        let is_text = ["json", "md", "sql", "txt"]
            .iter()
            .any(|extension| has_extension(path, extension));
        if is_text { Self::Text } else { Self::Copy }
    }
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|end| end == extension)
}
