//! Which measured risks are about the records as they are now.

use scrutineer_model::{Dataset, RiskBound, SheetSet};
use scrutineer_tally::basis_texts;
use sha2::{Digest, Sha256};

/// What an audit by sampling concluded about a source.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditConclusion {
    /// The options that won by the records that were audited.
    pub winners: Vec<String>,
    /// SHA-256 of what it rested on, in lower-case hexadecimal; `None` where nobody says, and then a risk
    /// that it measured does not stand.
    pub basis: Option<String>,
    /// What it measured, by link.
    pub bounds: Vec<RiskBound>,
}

/// The bounds for [`scrutineer_model::Evidence`], at most one for each link and source. A risk was measured
/// that one outcome is wrong by the records that could be drawn: it says nothing once these, the rule, a register
/// total or what is missing are others, while an outcome that was overturned stays so. Of several, an overturned one goes before the others, and then the smallest risk.
pub fn standing_bounds(dataset: &Dataset, audits: &[AuditConclusion]) -> Vec<RiskBound> {
    let mut bounds: Vec<RiskBound> = audits
        .iter()
        .flat_map(|audit| {
            audit
                .bounds
                .iter()
                .filter(|bound| bound.overturned || stands(dataset, audit, bound))
        })
        .cloned()
        .collect();
    bounds.sort_by(|a, b| {
        let place = |bound: &RiskBound| (bound.link, bound.source.clone(), !bound.overturned);
        place(a).cmp(&place(b)).then(a.risk.total_cmp(&b.risk))
    });
    bounds.dedup_by(|later, kept| (later.link, &later.source) == (kept.link, &kept.source));
    bounds
}

fn stands(dataset: &Dataset, audit: &AuditConclusion, bound: &RiskBound) -> bool {
    let is_meant = |set: &&SheetSet| dataset.source(set.source()).id == bound.source;
    let Some(set) = dataset.sheets().iter().find(is_meant) else {
        return false;
    };
    let is_same = |text: &String| {
        let digest = Sha256::digest(text.as_bytes());
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        audit.basis.as_ref() == Some(&hex)
    };
    basis_texts(dataset, set).iter().any(is_same)
}
