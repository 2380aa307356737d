//! What a released file is, which says how it is verified.

use std::path::Path;

use scrutineer_model::Code;
use scrutineer_report::Language;
use serde::{Deserialize, Serialize};

use crate::derive::{AUDITS, CONDITIONS, DATA, GEOMETRY, NIST, REPORT};
use crate::site::SITE;

/// What was announced before an audit was drawn: the file of its first step.
pub const COMMITMENT: &str = "commitment.json";
/// The stations that an audit draws from, whose digest the announcement has.
pub const STATIONS: &str = "manifest.csv";

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
    /// A file with which an audit by sampling is replayed. What was announced and the list of stations are those whose
    /// digests the log has; the certificate by digest, since it is replayed by hand.
    Audit,
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
            Some((AUDITS, _)) => audit_at(path).map(|_| Self::Audit),
            None if has_extension(path, "html") => Some(Self::Page),
            _ => None,
        }
    }

    /// Whether such a file follows from no entry.
    pub fn is_beside(self) -> bool {
        matches!(self, Self::Conditions | Self::Geometry | Self::Audit)
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

/// The id of the audit and the name of its file, of a path in the folder of audits; `None` for any other file.
pub(crate) fn audit_at(path: &str) -> Option<(&str, &str)> {
    let inside = path.strip_prefix(AUDITS)?.strip_prefix('/')?;
    let (audit, name) = inside.split_once('/')?;
    let is_id = Code::parse(audit).is_ok() && !audit.starts_with('.');
    let is_known = [COMMITMENT, STATIONS].contains(&name)
        || Language::ALL
            .iter()
            .any(|language| name == certificate(language.tag()));
    (is_id && is_known).then_some((audit, name))
}

/// The name of the certificate in a language.
pub fn certificate(tag: &str) -> String {
    format!("certificate.{tag}.txt")
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|end| end == extension)
}
