//! The states of the seven links (`spec/chain.md`).

use std::collections::BTreeMap;

use scrutineer_model::{Evidence, Exact, Link, LogEvidence, RiskBound, Value};
use scrutineer_tally::MissingVotes;

use super::Decided;
use super::case::Case;
use super::discrepancies::{AtStake, Discrepancies};
use crate::report::{ChainLink, ChainOfEvidence, FiguresVerdict, LinkStatus, WinnerVerdict};

type Figures = BTreeMap<String, Value>;

fn link(link: Link, status: LinkStatus, reason: &str, figures: Figures) -> ChainLink {
    ChainLink {
        link,
        name: format!("chain-link-{}", link.number()),
        status,
        reasons: vec![reason.to_owned()],
        figures,
    }
}

fn figures<const N: usize>(pairs: [(&str, Option<Value>); N]) -> Figures {
    pairs
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
}

impl ChainOfEvidence {
    /// The chain of a contest for which there is not a single source.
    pub(crate) fn without_sheets() -> Self {
        let open = |of, reason| link(of, LinkStatus::Open, reason, Figures::new());
        Self(vec![
            open(Link::BallotsToSheet, "1-not-examined"),
            open(Link::SheetToCopy, "2-one-origin"),
            open(Link::CopyToRecord, "3-read-once"),
            open(Link::RecordToLog, "4-no-log"),
            open(Link::LogToTotals, "5-no-sheets"),
            open(Link::TotalsToOutcome, "6-not-bounded"),
            open(Link::OutcomeToDeclaration, "7-nothing-declared"),
        ])
    }
}

/// Links 1 to 6 of a source; link 7 as long as nothing is declared.
pub(crate) fn chain_of_source(
    case: &Case<'_>,
    found: &Discrepancies,
    evidence: &Evidence,
) -> ChainOfEvidence {
    let risk = |of: Link| {
        let source = &case.source.id;
        evidence
            .risk_bounds
            .iter()
            .find(|bound| bound.link == of && bound.source == *source)
    };
    let mut first = [
        ballots(risk(Link::BallotsToSheet)),
        copies(case, found, risk(Link::SheetToCopy)),
        readings(case, found, risk(Link::CopyToRecord)),
    ];
    for held in &mut first {
        let rests = risk(held.link).is_some_and(|bound| bound.rests_on_registered);
        if rests && held.status == LinkStatus::Bounded {
            held.reasons.push("registered-of-records".to_owned());
        }
        let mut unfinished = evidence.unfinished.iter();
        if unfinished.any(|audit| audit.link == held.link && audit.source == case.source.id) {
            held.reasons
                .push(format!("{}-unfinished", held.link.number()));
        }
    }
    let [ballots, copies, readings] = first;
    ChainOfEvidence(vec![
        ballots,
        copies,
        readings,
        log(evidence),
        totals(case),
        outcome(case),
        link(
            Link::OutcomeToDeclaration,
            LinkStatus::Open,
            "7-nothing-declared",
            Figures::new(),
        ),
    ])
}

fn measured(bound: &RiskBound) -> Figures {
    let risk = (!is_count(bound)).then(|| share(bound.risk));
    let mut all = counted(bound);
    all.extend(figures([("risk", risk)]));
    all
}

/// The smallest number of millionths that is not below a risk: printed as other shares are.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a share is at most a million millionths"
)]
fn share(risk: f64) -> Value {
    let millionths = (risk.clamp(0.0, 1.0) * 1e6).ceil() as i128;
    Exact::new(millionths, 1_000_000).map_or_else(|| Value::from(risk), Value::from)
}

/// Every station was looked at: there is no risk of a draw to state.
fn is_count(bound: &RiskBound) -> bool {
    bound.method == "full-count"
}

fn counted(bound: &RiskBound) -> Figures {
    let register = bound.register.as_ref().map(|id| Value::from(id.as_str()));
    let origin = bound.copies.as_deref().map(Value::from);
    figures([
        ("origin", origin),
        ("register", register),
        ("sample", Some(Value::from(bound.sample))),
    ])
}

fn discrepancies(at_stake: AtStake) -> Figures {
    if at_stake.discrepancies == 0 {
        return Figures::new();
    }
    figures([
        ("discrepancies", Some(Value::from(at_stake.discrepancies))),
        ("votes", Some(Value::from(at_stake.votes))),
    ])
}

fn ballots(risk: Option<&RiskBound>) -> ChainLink {
    let of = Link::BallotsToSheet;
    match risk {
        Some(bound) if bound.overturned => {
            link(of, LinkStatus::Broken, "1-overturned", measured(bound))
        }
        Some(bound) if is_count(bound) => {
            link(of, LinkStatus::Bounded, "1-counted", counted(bound))
        }
        Some(bound) => {
            let reason = match bound.method.as_str() {
                "ballot-polling" | "ballot-comparison" => "1-risk-ballots",
                _ => "1-risk",
            };
            link(of, LinkStatus::Bounded, reason, measured(bound))
        }
        None => link(of, LinkStatus::Open, "1-not-examined", Figures::new()),
    }
}

fn copies(case: &Case<'_>, found: &Discrepancies, risk: Option<&RiskBound>) -> ChainLink {
    let of = Link::SheetToCopy;
    if found.copies.reaches(case.lead()) {
        let figures = discrepancies(found.copies);
        return link(of, LinkStatus::Broken, "2-origins-differ", figures);
    }
    if let Some(bound) = risk.filter(|bound| bound.overturned) {
        return link(of, LinkStatus::Broken, "2-overturned", measured(bound));
    }
    if let Some(bound) = risk.filter(|bound| is_count(bound)) {
        return link(of, LinkStatus::Bounded, "2-counted", counted(bound));
    }
    if let Some(bound) = risk {
        return link(of, LinkStatus::Bounded, "2-risk", measured(bound));
    }
    let reason = match (found.other_origin, found.same_origin) {
        (true, _) if found.copies.discrepancies == 0 => "2-origins-agree",
        (true, _) => "2-origins-differ-little",
        (false, true) => "2-same-origin",
        (false, false) => "2-one-origin",
    };
    link(of, LinkStatus::Open, reason, discrepancies(found.copies))
}

fn readings(case: &Case<'_>, found: &Discrepancies, risk: Option<&RiskBound>) -> ChainLink {
    let of = Link::CopyToRecord;
    if found.readings.reaches(case.lead()) {
        let figures = discrepancies(found.readings);
        return link(of, LinkStatus::Broken, "3-readings-differ", figures);
    }
    if let Some(bound) = risk.filter(|bound| bound.overturned) {
        return link(of, LinkStatus::Broken, "3-overturned", measured(bound));
    }
    if let Some(bound) = risk.filter(|bound| is_count(bound)) {
        return link(of, LinkStatus::Bounded, "3-counted", counted(bound));
    }
    if let Some(bound) = risk {
        return link(of, LinkStatus::Bounded, "3-risk", measured(bound));
    }
    let reason = if found.same_origin {
        "3-readings-agree"
    } else {
        "3-read-once"
    };
    link(of, LinkStatus::Open, reason, discrepancies(found.readings))
}

fn log(evidence: &Evidence) -> ChainLink {
    let of = Link::RecordToLog;
    match evidence.log {
        Some(LogEvidence::Consistent {
            independent_witnesses,
        }) => {
            let figures = figures([("witnesses", Some(Value::from(independent_witnesses)))]);
            link(of, LinkStatus::Proven, "4-verified", figures)
        }
        Some(LogEvidence::Inconsistent) => {
            link(of, LinkStatus::Broken, "4-inconsistent", Figures::new())
        }
        Some(LogEvidence::NotVerified) => {
            link(of, LinkStatus::Open, "4-not-verified", Figures::new())
        }
        None => link(of, LinkStatus::Open, "4-no-log", Figures::new()),
    }
}

fn totals(case: &Case<'_>) -> ChainLink {
    let of = Link::LogToTotals;
    let sheets = figures([("sheets", Some(Value::from(case.totals.sheets)))]);
    if case.totals.sheets == 0 {
        return link(of, LinkStatus::Open, "5-no-sheets", sheets);
    }
    let exact = case
        .totals
        .options
        .iter()
        .all(|votes| votes.value().is_some());
    let reason = if exact { "5-recomputed" } else { "5-interval" };
    link(of, LinkStatus::Proven, reason, sheets)
}

fn outcome(case: &Case<'_>) -> ChainLink {
    let of = Link::TotalsToOutcome;
    let decided = case.least_favourable.is_some()
        && case.has_sheets()
        && case.outcome().is_some_and(|outcome| outcome.decided);
    let missing = case.missing();
    let figures = figures([
        ("lead", Some(Value::from(case.lead()))),
        ("missing", missing.ceiling().map(Value::from)),
        ("register", case.register().map(Value::from)),
    ]);
    match missing {
        _ if decided => link(of, LinkStatus::Proven, "6-decided", figures),
        MissingVotes::AtMost(_) => link(of, LinkStatus::Open, "6-undecided", figures),
        _ => link(of, LinkStatus::Open, "6-not-bounded", figures),
    }
}

/// The chain of a source with link 7 of a result.
pub(crate) fn chain_of_result(
    source: &ChainOfEvidence,
    decided: &Decided<'_>,
    lead: u64,
) -> ChainOfEvidence {
    let mut chain = source.clone();
    if let Some(last) = chain.0.last_mut() {
        *last = declaration(decided, lead);
    }
    chain
}

fn declaration(decided: &Decided<'_>, lead: u64) -> ChainLink {
    let of = Link::OutcomeToDeclaration;
    let answer = &decided.figures;
    let numbers = figures([("votes", answer.votes.map(Value::from))]);
    let winner = decided.winner.answer == WinnerVerdict::Contradicted;
    let (status, reason) = match answer.answer.answer {
        FiguresVerdict::Infeasible => (LinkStatus::Broken, "7-figures"),
        FiguresVerdict::Differs if answer.votes.is_some_and(|votes| votes >= lead) => {
            (LinkStatus::Broken, "7-figures")
        }
        _ if winner => (LinkStatus::Broken, "7-winner"),
        FiguresVerdict::Differs => (LinkStatus::Open, "7-small-difference"),
        FiguresVerdict::Consistent if answer.answer.reasons.iter().any(|code| code == "equal") => {
            (LinkStatus::Proven, "7-equal")
        }
        FiguresVerdict::Consistent => (LinkStatus::Open, "7-possible"),
        FiguresVerdict::Undetermined => (LinkStatus::Open, "7-undetermined"),
    };
    let mut held = link(of, status, reason, numbers);
    if winner && reason != "7-winner" {
        held.reasons.insert(0, "7-winner".to_owned());
    }
    held
}
