//! Which measured risks are about the records as they are now.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use scrutineer_model::{AbsentStation, Code, Dataset, Link, RiskBound, SheetSet, UnfinishedAudit};
use scrutineer_tally::basis_texts;
use sha2::{Digest, Sha256};

/// What an audit by sampling that was drawn says about a source.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditConclusion {
    /// The source whose records are audited.
    pub source: Code,
    /// The links that its conclusion settles.
    pub links: Vec<Link>,
    /// The options that won by the records that were audited.
    pub winners: Vec<String>,
    /// SHA-256 of what it rested on, in lower-case hexadecimal; `None` where nobody says, and then a risk
    /// that it measured does not stand.
    pub basis: Option<String>,
    /// What it measured, by link; empty where it has not ended.
    pub bounds: Vec<RiskBound>,
    /// Stations at which nothing could be looked at.
    pub absent: Vec<AbsentStation>,
}

/// What audits by sampling say about the records as they are now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StandingAudits {
    /// For [`scrutineer_model::Evidence`], at most one for each link and source.
    pub bounds: Vec<RiskBound>,
    /// Links and sources of which an audit has not ended.
    pub unfinished: Vec<UnfinishedAudit>,
    /// Stations at which nothing could be looked at, whatever became of the audit.
    pub absent: Vec<AbsentStation>,
}

/// What stands of all audits that were drawn, by link and source.
///
/// An outcome that was overturned stays so. A full count decides before every draw. Where an audit was drawn and
/// has not ended nothing else stands: who could begin another audit after one that failed would confirm
/// any outcome with patience. Of several that ended the largest risk stands, since all of them were needed.
/// A risk was measured that one outcome is wrong by the records that could be drawn: it says nothing once these,
/// the rule, a register total or what is missing are others.
pub fn standing_audits(dataset: &Dataset, audits: &[AuditConclusion]) -> StandingAudits {
    let pairs: BTreeSet<(Link, &Code)> = audits
        .iter()
        .flat_map(|audit| audit.links.iter().map(|&link| (link, &audit.source)))
        .collect();
    let mut standing = StandingAudits::default();
    let absent = audits.iter().flat_map(|audit| &audit.absent);
    standing.absent.extend(absent.cloned());
    standing.absent.sort();
    standing.absent.dedup();
    for (link, source) in pairs {
        let of = |audit: &&AuditConclusion| audit.source == *source && audit.links.contains(&link);
        let concerned = || audits.iter().filter(of);
        let ended = || {
            concerned().filter_map(|audit| {
                let mut bounds = audit.bounds.iter();
                let bound = bounds.find(|bound| bound.link == link)?;
                (bound.overturned || stands(dataset, audit, bound)).then_some(bound)
            })
        };
        let decided = ended()
            .find(|bound| bound.overturned)
            .or_else(|| ended().find(|bound| bound.method == "full-count"));
        if let Some(bound) = decided {
            standing.bounds.push(bound.clone());
        } else if concerned().any(|audit| audit.bounds.is_empty()) {
            standing.unfinished.push(UnfinishedAudit {
                link,
                source: source.clone(),
            });
        } else {
            let largest = ended().max_by(|a, b| a.risk.total_cmp(&b.risk));
            standing.bounds.extend(largest.cloned());
        }
    }
    standing
}

fn stands(dataset: &Dataset, audit: &AuditConclusion, bound: &RiskBound) -> bool {
    let is_meant = |set: &&SheetSet| dataset.source(set.source()).id == bound.source;
    let Some(set) = dataset.sheets().iter().find(is_meant) else {
        return false;
    };
    let is_same = |text: &String| {
        let digest = Sha256::digest(text.as_bytes());
        let hex = digest.iter().fold(String::new(), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        audit.basis.as_ref() == Some(&hex)
    };
    basis_texts(dataset, set).iter().any(is_same)
}
