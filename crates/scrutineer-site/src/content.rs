//! What a site is made from; all of it borrowed, nothing of it read or computed here.

use std::collections::BTreeMap;

use scrutineer_audit::AuditReport;
use scrutineer_model::{Dataset, Date, Geometry, Publisher, SourceIdx, StationIdx};
use scrutineer_report::ForensicsDocument;
use scrutineer_report::conditions::Conditions;

/// Everything that the pages show.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// The election.
    pub dataset: &'a Dataset,
    /// Its audit; `report.log` has origin, size and root of the log, `None` for a folder.
    pub report: &'a AuditReport,
    /// Where the sheets stand in the log; empty for a folder.
    pub leaves: &'a Leaves,
    /// Replies to findings, in the order of the log.
    pub replies: &'a [Reply<'a>],
    /// Files to download, in the order in which they are to be listed.
    pub files: &'a [Download<'a>],
    /// Releases so far, the oldest first; the one that the site belongs to is not among them.
    pub releases: &'a [Release],
    /// What some of them said, and what was corrected.
    pub history: &'a History,
    /// The tests of the sheets; `None` where they were not run.
    pub tests: Option<&'a ForensicsDocument>,
    /// Steps of audits by sampling, in the order of the log.
    pub audits: &'a [AuditStep],
    /// Who publishes, and where to reply; `None` where the log does not say.
    pub publisher: Option<&'a Publisher>,
    /// Relative address of the bundle's folder from the folder of the site, with a slash at the end
    /// (`../` inside a bundle); `None` where the site stands alone, so that it links to no file of it.
    pub bundle: Option<&'a str>,
    /// The conditions of the vote, which no answer reads; `None` where none are published.
    pub conditions: Option<&'a Conditions>,
    /// Shapes of divisions; `None` where none are published.
    pub geometry: Option<&'a Geometry>,
    /// Whether the log is signed with the key that everyone has.
    pub is_demonstration: bool,
}

/// A reply to a finding, as received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply<'a> {
    /// Key of the finding.
    pub finding: &'a str,
    /// Who replies, as a role: `authority`, `party` or `observer`.
    pub by: &'a str,
    /// When it was received.
    pub date: Date,
    /// The words, unedited.
    pub text: &'a str,
}

/// A file of the bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download<'a> {
    /// Its name for people.
    pub name: &'a str,
    /// Path of the bytes inside the bundle.
    pub path: String,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
    /// How many bytes.
    pub bytes: u64,
}

/// An earlier release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Entries that it was made from.
    pub size: u64,
    /// Root over them, lower-case hexadecimal.
    pub root: String,
    /// Its date.
    pub as_of: Date,
}

/// How the log came to what it says.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// What releases said, the oldest first; the last one is that of the site. Fewer than two give nothing to
    /// compare.
    pub states: Vec<State>,
    /// Corrections, in the order of the log.
    pub corrections: Vec<Correction>,
}

/// What a release said.
#[derive(Clone, Debug)]
pub struct State {
    /// Entries that it was made from.
    pub size: u64,
    /// The part of its audit that the answers need.
    pub report: AuditReport,
    /// Entries by the word of their kind.
    pub entries: BTreeMap<&'static str, u64>,
}

/// An entry that replaces an earlier one, or takes it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Its position in the log.
    pub leaf: u64,
    /// The position of what it replaces.
    pub supersedes: u64,
    /// Word of the kind of the record.
    pub kind: &'static str,
    /// The station that the record is about; `None` where it is about none.
    pub station: Option<StationIdx>,
    /// The source of the record; `None` where it is of none.
    pub source: Option<SourceIdx>,
    /// Whether nothing holds in its place.
    pub is_withdrawal: bool,
}

/// A step of an audit by sampling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditStep {
    /// Its position in the log.
    pub leaf: u64,
    /// Id of the audit.
    pub audit: String,
    /// Position of the step in the audit, from 1.
    pub number: u64,
    /// `commitment`, `draw`, `records` or `full-count`.
    pub step: &'static str,
    /// Id of the source whose records are audited.
    pub source: String,
    /// Numbers of the links that a conclusion settles.
    pub links: Vec<u64>,
    /// Stations looked at so far.
    pub sample: u64,
    /// SHA-256 of the file of the step, lower-case hexadecimal.
    pub digest: String,
    /// `confirmed` or `overturned`, with the step that ended the audit.
    pub outcome: Option<&'static str>,
}

/// Which entries of a log have the sheets of a station.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leaves(Vec<(StationIdx, SourceIdx, u64)>);

impl Leaves {
    /// From stations, sources and positions in the log, in any order.
    pub fn new(mut entries: Vec<(StationIdx, SourceIdx, u64)>) -> Self {
        entries.sort_unstable();
        Self(entries)
    }

    /// The entries from `from` up to `to`, by station, source and position.
    pub fn between(
        &self,
        from: u64,
        to: u64,
    ) -> impl Iterator<Item = (StationIdx, SourceIdx, u64)> {
        let entries = self.0.iter().copied();
        entries.filter(move |entry| (from..to).contains(&entry.2))
    }

    /// The entries about a station, by source, then by position.
    pub fn of(&self, station: StationIdx) -> &[(StationIdx, SourceIdx, u64)] {
        let start = self.0.partition_point(|entry| entry.0 < station);
        let end = self.0.partition_point(|entry| entry.0 <= station);
        self.0.get(start..end).unwrap_or(&[])
    }
}
