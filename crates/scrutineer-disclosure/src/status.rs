//! The state of each obligation, from the claims.

use scrutineer_model::Date;
use serde::Serialize;

use crate::record::{Completeness, Disclosure, Obligation, Publication, Request, Response, Search};

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// A publication has all of it, for units as fine as they must be.
    Met,
    /// Something was published, and it is less, coarser, or gone again.
    Partly,
    /// Somebody looked on or after the last day and found nothing.
    NotMet,
    /// Nobody looked, or the last day is not over.
    CannotTell,
}

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// All of it was published.
    Whole,
    /// Only some units were published.
    SomeUnits,
    /// It was published for larger units only.
    Coarser,
    /// It is not said how much was published.
    AmountUnknown,
    /// It was published and later no longer found.
    Gone,
    /// It was looked for and not found.
    LookedFor,
    /// The last day is not over.
    NotDue,
    /// Nobody says which day is the last, and it was not looked for.
    NoTerm,
    /// Nobody says that they looked.
    NotLookedFor,
}

/// One obligation with its state and everything that is claimed about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct ObligationStatus {
    /// The obligation.
    pub obligation: Obligation,
    /// What can be said.
    pub state: State,
    /// Why.
    pub reason: Reason,
    /// Days from the last day to the date of the record; negative before it, `null` without one.
    pub days_since_due: Option<i64>,
    /// Days from the last day to the first sight of what was published; negative for earlier, `null` where
    /// either is not known.
    pub published_days_after_due: Option<i64>,
    /// Publications about it.
    pub publications: Vec<Publication>,
    /// Searches for it.
    pub searches: Vec<Search>,
    /// Requests about it.
    pub requests: Vec<Request>,
    /// Answers to these requests.
    pub responses: Vec<Response>,
}

/// What a report shows under "What has been published". Nothing of it is used in an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct DisclosureReport {
    /// Always `scrutineer/disclosure-report/1`.
    pub schema: &'static str,
    /// Always false.
    pub used_in_answers: bool,
    /// The date of the record.
    pub as_of: Date,
    /// The authority.
    pub authority: String,
    /// The obligations in the order of the record.
    pub obligations: Vec<ObligationStatus>,
}

/// The state of every obligation.
pub fn status(record: &Disclosure) -> DisclosureReport {
    DisclosureReport {
        schema: "scrutineer/disclosure-report/1",
        used_in_answers: false,
        as_of: record.as_of,
        authority: record.authority.clone(),
        obligations: record
            .obligations
            .iter()
            .map(|obligation| of(record, obligation))
            .collect(),
    }
}

fn of(record: &Disclosure, obligation: &Obligation) -> ObligationStatus {
    let is_about = |ids: &[String]| ids.contains(&obligation.id);
    let publications: Vec<Publication> = record
        .publications
        .iter()
        .filter(|held| is_about(&held.of))
        .cloned()
        .collect();
    let searches: Vec<Search> = record
        .searches
        .iter()
        .filter(|held| is_about(&held.of))
        .cloned()
        .collect();
    let requests: Vec<Request> = record
        .requests
        .iter()
        .filter(|held| is_about(&held.of))
        .cloned()
        .collect();
    let responses = record.responses.iter();
    let responses = responses
        .filter(|held| requests.iter().any(|request| request.id == held.to))
        .cloned()
        .collect();
    let (state, reason) = judge(record.as_of, obligation, &publications, &searches);
    let whole = publications
        .iter()
        .filter(|held| state != State::Met || lack(obligation, held, &searches).is_none());
    let first = whole.filter_map(|held| held.first_seen).min();
    ObligationStatus {
        state,
        reason,
        days_since_due: obligation.due.map(|due| record.as_of.days_since(due)),
        published_days_after_due: first
            .zip(obligation.due)
            .map(|(first, due)| first.days_since(due)),
        obligation: obligation.clone(),
        publications,
        searches,
        requests,
        responses,
    }
}

/// What a publication lacks; `None` where it has all.
fn lack(obligation: &Obligation, held: &Publication, searches: &[Search]) -> Option<Reason> {
    let is_gone = searches.iter().any(|search| {
        search.gone.as_ref() == Some(&held.id)
            && held.last_seen.is_none_or(|last| last < search.date)
    });
    if is_gone {
        Some(Reason::Gone)
    } else if held.granularity > obligation.granularity {
        Some(Reason::Coarser)
    } else {
        match held.completeness {
            Completeness::Whole => None,
            Completeness::Part => Some(Reason::SomeUnits),
            Completeness::Unknown => Some(Reason::AmountUnknown),
        }
    }
}

fn judge(
    as_of: Date,
    obligation: &Obligation,
    publications: &[Publication],
    searches: &[Search],
) -> (State, Reason) {
    let mut lacks = Vec::new();
    for held in publications {
        match lack(obligation, held, searches) {
            None => return (State::Met, Reason::Whole),
            Some(reason) => lacks.push(reason),
        }
    }
    // The least that is lacking is said: the best of what was published.
    let order = [
        Reason::AmountUnknown,
        Reason::SomeUnits,
        Reason::Coarser,
        Reason::Gone,
    ];
    if let Some(reason) = order.into_iter().find(|reason| lacks.contains(reason)) {
        return (State::Partly, reason);
    }
    let looked = searches.iter().map(|search| search.date).max();
    match (obligation.due, looked) {
        (Some(due), _) if as_of <= due => (State::CannotTell, Reason::NotDue),
        (Some(due), Some(looked)) if due <= looked => (State::NotMet, Reason::LookedFor),
        (None, _) => (State::CannotTell, Reason::NoTerm),
        (Some(_), _) => (State::CannotTell, Reason::NotLookedFor),
    }
}
