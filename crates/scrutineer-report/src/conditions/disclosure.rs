//! What the authority must publish, what it has, and since when it has not.

use schemars::JsonSchema;
use scrutineer_disclosure::{
    Completeness, DisclosureReport, ObligationStatus, Outcome, Publication, Reason, State,
};
use scrutineer_model::Date;
use serde::{Deserialize, Serialize};

/// Every duty with what is claimed about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisclosurePart {
    /// The date of the record.
    pub as_of: Date,
    /// The authority.
    pub authority: String,
    /// The duties, in the order of the record.
    pub duties: Vec<Duty>,
}

/// Something that must be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// What must be published.
    pub what: String,
    /// For which unit.
    pub unit: String,
    /// The legal basis, as a claim.
    pub basis: String,
    /// The term, as the basis states it.
    pub term: String,
    /// The last day; `null` where nobody says.
    pub due: Option<Date>,
    /// Who says so.
    pub source: String,
    /// When.
    pub date: Date,
    /// `met`, `partly`, `not-met` or `cannot-tell`.
    pub state: String,
    /// Why.
    pub reason: String,
    /// Days from the last day to the date of the record; negative before it.
    pub days_since_due: Option<i64>,
    /// Days from the last day to the first sight of what was published.
    pub published_days_after_due: Option<i64>,
    /// What was published.
    pub published: Vec<PublishedItem>,
    /// Who looked and did not find.
    pub searches: Vec<SearchInVain>,
    /// Who asked, and what was answered.
    pub requests: Vec<AnsweredRequest>,
}

/// Something that was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishedItem {
    /// What it is.
    pub what: String,
    /// Who published it.
    pub by: String,
    /// For which unit.
    pub unit: String,
    /// `whole`, `part` or `unknown`.
    pub amount: String,
    /// Where; `null` where nobody says.
    pub address: Option<String>,
    /// SHA-256 of a copy.
    pub sha256: Option<String>,
    /// When it was copied.
    pub captured: Option<Date>,
    /// First day on which somebody saw it.
    pub first_seen: Option<Date>,
    /// Last day on which somebody saw it.
    pub last_seen: Option<Date>,
    /// Who says so.
    pub source: String,
}

/// Somebody looked and did not find.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchInVain {
    /// Where.
    pub place: String,
    /// When.
    pub date: Date,
    /// Who says so.
    pub source: String,
}

/// Somebody asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnsweredRequest {
    /// The organisation or role that asked.
    pub author: String,
    /// What was asked.
    pub what: String,
    /// When.
    pub date: Date,
    /// Where it stands.
    pub source: String,
    /// Answers; empty where none is on record.
    pub answers: Vec<RequestAnswer>,
}

/// An answer to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestAnswer {
    /// The organisation or role that answered.
    pub author: String,
    /// `granted`, `partly-granted`, `refused` or `other`.
    pub outcome: String,
    /// What was answered.
    pub what: String,
    /// When.
    pub date: Date,
    /// Where it stands.
    pub source: String,
}

impl DisclosurePart {
    pub(super) fn new(report: &DisclosureReport) -> Self {
        Self {
            as_of: report.as_of,
            authority: report.authority.clone(),
            duties: report.obligations.iter().map(Duty::new).collect(),
        }
    }
}

impl Duty {
    fn new(held: &ObligationStatus) -> Self {
        let of = &held.obligation;
        let searches = held.searches.iter().map(|search| SearchInVain {
            place: search.place.clone(),
            date: search.date,
            source: search.source.clone(),
        });
        let requests = held.requests.iter().map(|request| AnsweredRequest {
            author: request.author.clone(),
            what: request.what.clone(),
            date: request.date,
            source: request.source.clone(),
            answers: held
                .responses
                .iter()
                .filter(|response| response.to == request.id)
                .map(|response| RequestAnswer {
                    author: response.author.clone(),
                    outcome: outcome(response.outcome).to_owned(),
                    what: response.what.clone(),
                    date: response.date,
                    source: response.source.clone(),
                })
                .collect(),
        });
        Self {
            what: of.what.clone(),
            unit: of.granularity.word().to_owned(),
            basis: of.basis.clone(),
            term: of.term.clone(),
            due: of.due,
            source: of.source.clone(),
            date: of.date,
            state: state(held.state).to_owned(),
            reason: reason(held.reason).to_owned(),
            days_since_due: held.days_since_due,
            published_days_after_due: held.published_days_after_due,
            published: held.publications.iter().map(PublishedItem::new).collect(),
            searches: searches.collect(),
            requests: requests.collect(),
        }
    }
}

impl PublishedItem {
    fn new(held: &Publication) -> Self {
        let amount = match held.completeness {
            Completeness::Whole => "whole",
            Completeness::Part => "part",
            Completeness::Unknown => "unknown",
        };
        Self {
            what: held.what.clone(),
            by: held.by.clone(),
            unit: held.granularity.word().to_owned(),
            amount: amount.to_owned(),
            address: held.address.clone(),
            sha256: held.sha256.clone(),
            captured: held.captured,
            first_seen: held.first_seen,
            last_seen: held.last_seen,
            source: held.source.clone(),
        }
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::Partly => "partly",
        State::NotMet => "not-met",
        State::CannotTell => "cannot-tell",
    }
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Whole => "whole",
        Reason::SomeUnits => "some-units",
        Reason::Coarser => "coarser",
        Reason::AmountUnknown => "amount-unknown",
        Reason::Gone => "gone",
        Reason::LookedFor => "looked-for",
        Reason::NotDue => "not-due",
        Reason::NoTerm => "no-term",
        Reason::NotLookedFor => "not-looked-for",
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Granted => "granted",
        Outcome::Partly => "partly-granted",
        Outcome::Refused => "refused",
        Outcome::Other => "other",
    }
}
