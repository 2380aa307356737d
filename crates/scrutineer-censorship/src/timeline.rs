//! First days of changes, one row a site and network, with the day of the election beside each.

use serde::Serialize;

use crate::day::Day;
use crate::finding::Finding;

/// From which day on a site or service is blocked on a network, and how well the data tell it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct TimelineRow {
    /// The most likely first day.
    pub day: Day,
    /// Site or service.
    pub target: String,
    /// Number of the network.
    pub asn: u32,
    /// Country of the probes.
    pub country: String,
    /// Name of the network on the first day; absent where no file has one.
    pub network: Option<String>,
    /// The earliest first day that the data do not tell from `day`.
    pub earliest: Day,
    /// The latest such day.
    pub latest: Day,
    /// The day of the election; absent where none was named.
    pub election: Option<Day>,
    /// Days from the election to `day`, negative before it; absent where none was named.
    pub days_from_election: Option<i32>,
    /// Whether the change lacks nothing; else it is among those that lack something.
    pub is_published: bool,
}

/// Rows of all changes with a blocked measurement, by first day.
pub(crate) fn timeline(
    findings: &[Finding],
    unpublished: &[Finding],
    election: Option<Day>,
) -> Vec<TimelineRow> {
    let row = |held: &Finding, is_published: bool| TimelineRow {
        day: held.day,
        target: held.target.clone(),
        asn: held.asn,
        country: held.country.clone(),
        network: held.network.clone(),
        earliest: held.support[0],
        latest: held.support[1],
        election,
        days_from_election: election.map(|election| held.day.0.saturating_sub(election.0)),
        is_published,
    };
    let published = findings.iter().map(|held| row(held, true));
    let mut rows: Vec<TimelineRow> = published
        .chain(unpublished.iter().map(|held| row(held, false)))
        .collect();
    rows.sort();
    rows
}
