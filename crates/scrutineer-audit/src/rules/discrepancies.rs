//! What findings put at stake on links 2 and 3 of a source.

use scrutineer_model::{BearsOn, Dataset, Finding, Link, Severity, SheetSet, Tier};

/// Discrepancies of one link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AtStake {
    pub(crate) discrepancies: u64,
    /// An upper bound: findings about the same votes are added.
    pub(crate) votes: u64,
}

/// What weighs on the copies and the readings of one source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Discrepancies {
    pub(crate) copies: AtStake,
    pub(crate) readings: AtStake,
    /// Another source of the same origin exists.
    pub(crate) same_origin: bool,
    /// Another source of independent origin shares a station.
    pub(crate) other_origin: bool,
}

impl Discrepancies {
    /// Collects the contradictions whose subject names the source of `set`; `sets` are all sources
    /// of its contest.
    pub(crate) fn new(
        findings: &[Finding],
        dataset: &Dataset,
        set: &SheetSet,
        sets: &[&SheetSet],
    ) -> Self {
        let mut found = Self::default();
        let own = dataset.source(set.source());
        let source = own.id.as_str();
        for finding in findings {
            let named = finding.subject.source.as_deref().is_some_and(|named| {
                named
                    .split(['|', ',', '+', '/'])
                    .any(|part| part.trim() == source)
            });
            let weighs = finding.tier == Tier::Contradiction
                && finding.severity == Severity::Error
                && finding.bears_on != BearsOn::Nothing;
            if !(named && weighs) {
                continue;
            }
            let at_stake = match finding.link {
                Link::SheetToCopy => &mut found.copies,
                Link::CopyToRecord => &mut found.readings,
                _ => continue,
            };
            at_stake.discrepancies += 1;
            at_stake.votes = at_stake
                .votes
                .saturating_add(finding.votes_at_stake.unwrap_or(0));
        }
        for other in sets.iter().filter(|other| other.source() != set.source()) {
            if dataset.source(other.source()).origin == own.origin {
                found.same_origin = true;
            } else if share_a_station(set, other) {
                found.other_origin = true;
            }
        }
        found
    }
}

fn share_a_station(one: &SheetSet, other: &SheetSet) -> bool {
    let mut stations = one.stations().iter();
    stations.any(|&station| !other.readings(station).is_empty())
}

impl AtStake {
    /// Whether the votes reach the lead of the answer that rests on the link.
    pub(crate) fn reaches(self, lead: u64) -> bool {
        self.votes > 0 && self.votes >= lead
    }
}
