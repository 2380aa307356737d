//! Which measured risks are about the records as they are now.

use scrutineer_model::{Dataset, RiskBound, SheetSet};
use scrutineer_tally::{Claim, Observed, missing_capacity, outcome};

/// What an audit by sampling concluded about a source.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditConclusion {
    /// The options that won by the records that were audited.
    pub winners: Vec<String>,
    /// What it measured, by link.
    pub bounds: Vec<RiskBound>,
}

/// The bounds for [`scrutineer_model::Evidence`], at most one for each link and source. A risk was measured
/// that one outcome is wrong: it says nothing once the records have another one, while an outcome that was
/// overturned stays so. Of several, an overturned one goes before the others, and then the smallest risk.
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
    let contest = dataset.contest(set.contest());
    let observed = Observed::new(dataset, set);
    let missing = missing_capacity(dataset, set, &observed);
    let found = missing
        .first()
        .and_then(|missing| outcome(&contest.rule, &observed, missing).ok());
    let Some(Claim::Winners(options) | Claim::Runoff(options)) =
        found.and_then(|found| found.standing)
    else {
        return false;
    };
    let ids = options
        .iter()
        .map(|option| &contest.options[option.get()].id);
    ids.map(scrutineer_model::Code::as_str)
        .eq(audit.winners.iter().map(String::as_str))
}
