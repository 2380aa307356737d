//! The status of what was done to one person, computed from claims and assessments.

use std::collections::BTreeMap;

use scrutineer_model::{Code, Date};
use serde::Serialize;

use crate::area::{Area, FINEST_LEVEL};
use crate::day;
use crate::records::{Assessment, Item, Side};
use crate::source::{Source, SourceGraph};
use crate::vocabulary::{ItemKind, Rule, SourceKind, Status};

/// Days by which two dates may differ and still agree.
const DAYS: u64 = 1;

/// One claim that names the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Testimony {
    /// Who says it.
    pub source: Code,
    /// What it rests on.
    pub item: Option<Code>,
    /// The first day; `None` where it does not say: then it agrees with nothing.
    pub date: Option<Date>,
    /// Where.
    pub area: Area,
    /// Whether it was taken back.
    pub is_withdrawn: bool,
}

/// What the rules look at beside claims.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// Items by id.
    pub items: &'a BTreeMap<Code, Item>,
    /// Sources by id.
    pub sources: &'a BTreeMap<Code, Source>,
    /// Which source rests on which.
    pub graph: &'a SourceGraph,
}

/// An assessment that changes nothing, and what it lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Insufficient {
    /// Its id.
    pub assessment: Code,
    /// What it lacks, a message id.
    pub lacks: &'static str,
}

/// A status, and what did not change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The status by all assessments that are given.
    pub status: Status,
    /// Assessments that change nothing.
    pub insufficient: Vec<Insufficient>,
}

/// Judges what several claims say of one person and act. The order of the claims means nothing; assessments
/// are taken by date.
pub fn judge(claims: &[Testimony], assessments: &[&Assessment], ground: Ground<'_>) -> Judged {
    let mut insufficient = Vec::new();
    let mut held: Vec<&Assessment> = Vec::new();
    for assessment in assessments {
        match lacking(assessment, ground) {
            None => held.push(assessment),
            Some(lacks) => insufficient.push(Insufficient {
                assessment: assessment.id.clone(),
                lacks,
            }),
        }
    }
    held.sort_by_key(|assessment| (assessment.assessed, &assessment.id));
    insufficient.sort_by(|a, b| a.assessment.cmp(&b.assessment));
    Judged {
        status: status(claims, &held, ground),
        insufficient,
    }
}

/// What an assessment lacks to be sufficient under its rule; `None` where it lacks nothing.
fn lacking(assessment: &Assessment, ground: Ground<'_>) -> Option<&'static str> {
    let items: Vec<&Item> = assessment
        .evidence
        .iter()
        .filter_map(|id| ground.items.get(id))
        .collect();
    let has = |test: &dyn Fn(&Item) -> bool| items.iter().any(|item| test(item));
    let (holds, lacks) = match assessment.rule {
        Rule::VerifyRecord => (
            has(&|item| {
                matches!(
                    item.kind,
                    ItemKind::CourtRecord | ItemKind::DeathCertificate
                )
            }),
            "incidents-lacks-record",
        ),
        Rule::VerifyVideo => (
            has(&|item| item.kind == ItemKind::Video && item.is_checked()) && assessment.is_by_two,
            "incidents-lacks-video",
        ),
        Rule::VerifyInterview => (
            has(&|item| item.kind == ItemKind::Interview && has_method(item, ground)),
            "incidents-lacks-method",
        ),
        Rule::CorroborateItem => (has(&Item::is_checked), "incidents-lacks-check"),
        Rule::Refute => (!items.is_empty(), "incidents-lacks-evidence"),
        Rule::Duplicate => (!assessment.evidence.is_empty(), "incidents-lacks-other"),
        Rule::Resolve => (assessment.is_by_two, "incidents-lacks-second"),
    };
    (!holds).then_some(lacks)
}

fn has_method(item: &Item, ground: Ground<'_>) -> bool {
    let source = item.source.as_ref().and_then(|id| ground.sources.get(id));
    source.is_some_and(|source| !source.method.is_empty())
}

/// The first rule that applies; `held` are sufficient and in order of date.
fn status(claims: &[Testimony], held: &[&Assessment], ground: Ground<'_>) -> Status {
    let standing: Vec<&Testimony> = claims.iter().filter(|claim| !claim.is_withdrawn).collect();
    if !claims.is_empty() && standing.is_empty() {
        return Status::Withdrawn;
    }
    if held
        .iter()
        .any(|assessment| assessment.rule == Rule::Duplicate)
    {
        return Status::Duplicate;
    }
    // A resolution ends what was before it; what comes after opens a dispute again.
    let resolved = held
        .iter()
        .rposition(|assessment| assessment.rule == Rule::Resolve);
    let outcome = resolved
        .and_then(|at| held.get(at))
        .and_then(|assessment| assessment.outcome);
    let after = held
        .get(resolved.map_or(0, |at| at + 1)..)
        .unwrap_or_default();
    let supports = |assessment: &&Assessment| {
        matches!(
            assessment.rule,
            Rule::VerifyRecord | Rule::VerifyVideo | Rule::VerifyInterview | Rule::CorroborateItem
        )
    };
    let is_against = |assessment: &&Assessment| assessment.rule == Rule::Refute;
    let is_for_open = after.iter().any(supports) || outcome == Some(Side::For);
    let is_against_open = after.iter().any(is_against) || outcome == Some(Side::Against);
    if is_for_open && is_against_open {
        return Status::Disputed;
    }
    if is_against_open {
        return Status::Refuted;
    }
    let is_verified = held.iter().any(|assessment| {
        matches!(
            assessment.rule,
            Rule::VerifyRecord | Rule::VerifyVideo | Rule::VerifyInterview
        )
    });
    if is_verified {
        return Status::Verified;
    }
    let has_checked = held
        .iter()
        .any(|assessment| assessment.rule == Rule::CorroborateItem)
        || standing.iter().any(|claim| {
            let item = claim.item.as_ref().and_then(|id| ground.items.get(id));
            item.is_some_and(Item::is_checked)
        });
    if has_checked && !standing.is_empty() || two_agree(&standing, ground) {
        return Status::Corroborated;
    }
    if standing.iter().any(|claim| is_body(claim, ground)) {
        Status::SingleSource
    } else {
        Status::Alleged
    }
}

/// Whether a claim is by a known source that is more than somebody who submits.
fn is_body(claim: &Testimony, ground: Ground<'_>) -> bool {
    let source = ground.sources.get(&claim.source);
    source.is_some_and(|source| source.kind != SourceKind::Submitter)
}

/// Whether two independent sources agree on the day within one and on the municipality, from different
/// items. Submitters alone may be one person, so one of the two must be a body.
fn two_agree(claims: &[&Testimony], ground: Ground<'_>) -> bool {
    claims.iter().enumerate().any(|(at, first)| {
        claims.iter().skip(at + 1).any(|second| {
            let have_one_item = first.item.is_some() && first.item == second.item;
            let is_near = match (first.date, second.date) {
                (Some(a), Some(b)) => day::number(a).abs_diff(day::number(b)) <= DAYS,
                _ => false,
            };
            let is_one_place = first.area == second.area && first.area.level() == FINEST_LEVEL;
            !have_one_item
                && is_near
                && is_one_place
                && (is_body(first, ground) || is_body(second, ground))
                && ground.graph.are_independent(&first.source, &second.source)
        })
    })
}
