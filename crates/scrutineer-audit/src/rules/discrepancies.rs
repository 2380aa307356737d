//! What findings put at stake on links 2 and 3 of a source.

use scrutineer_model::{BearsOn, Finding, Link, Severity, Tier};

use crate::report::SourceComparisonReport;

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
    /// Collects the contradictions whose subject names the source.
    pub(crate) fn new(
        findings: &[Finding],
        source: &str,
        comparisons: &[SourceComparisonReport],
    ) -> Self {
        let mut found = Self::default();
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
        for pair in comparisons
            .iter()
            .filter(|pair| pair.a == source || pair.b == source)
        {
            if pair.same_origin {
                found.same_origin = true;
            } else if pair.common > 0 {
                found.other_origin = true;
            }
        }
        found
    }
}

impl AtStake {
    /// Whether the votes reach the lead of the answer that rests on the link.
    pub(crate) fn reaches(self, lead: u64) -> bool {
        self.votes > 0 && self.votes >= lead
    }
}
