//! What a site is made from; all of it borrowed, nothing of it read or computed here.

use scrutineer_audit::AuditReport;
use scrutineer_model::{Dataset, Date, SourceIdx, StationIdx};
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
    /// Relative address of the bundle's folder from the folder of the site, with a slash at the end
    /// (`../` inside a bundle); `None` where the site stands alone, so that it links to no file of it.
    pub bundle: Option<&'a str>,
    /// The conditions of the vote, which no answer reads; `None` where none are published.
    pub conditions: Option<&'a Conditions>,
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

/// Which entries of a log have the sheets of a station.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leaves(Vec<(StationIdx, SourceIdx, u64)>);

impl Leaves {
    /// From stations, sources and positions in the log, in any order.
    pub fn new(mut entries: Vec<(StationIdx, SourceIdx, u64)>) -> Self {
        entries.sort_unstable();
        Self(entries)
    }

    /// The entries about a station, by source, then by position.
    pub fn of(&self, station: StationIdx) -> &[(StationIdx, SourceIdx, u64)] {
        let start = self.0.partition_point(|entry| entry.0 < station);
        let end = self.0.partition_point(|entry| entry.0 <= station);
        self.0.get(start..end).unwrap_or(&[])
    }
}
