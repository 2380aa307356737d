//! The conditions of a vote as one document: everything that may be shown of incidents, blocked sites,
//! publications and indices, and nothing else.
//!
//! The document is made from the summaries of four crates and read back by `verify`, which makes the
//! pages of a site from it. What may not be shown is left out where the summaries are made.

mod amount;
mod censorship;
mod disclosure;
mod incidents;
mod indices;
mod timeline;

pub use amount::Amount;
pub use censorship::{
    BlockedChange, CensorshipPart, ClaimedBlock, DayCell, NetworkMap, SeriesDays,
};
pub use disclosure::{
    AnsweredRequest, DisclosurePart, Duty, PublishedItem, RequestAnswer, SearchInVain,
};
pub use incidents::{
    AreaNumbers, AreaPart, IncidentSource, IncidentsPart, ObservedPlaces, OutletReports,
    PersonCount, RefusedSheets, RightGroup, SaidFigure, SaidNumbers, TypeGroup,
};
pub use indices::{
    IndexAnswerChange, IndexEdition, IndexMeasure, IndexProfile, IndexTerm, IndicesPart, Label,
    Range, TermUse, ValuePrinted,
};
pub use timeline::{Happened, Moment};

use schemars::JsonSchema;
use scrutineer_censorship::Analysis;
use scrutineer_disclosure::DisclosureReport;
use scrutineer_incidents::IncidentSummary;
use scrutineer_indices::{IndexSummary, Library};
use scrutineer_model::Date;
use serde::{Deserialize, Serialize};

/// Name and version of the document.
pub const CONDITIONS: &str = "scrutineer/conditions/1";

/// What the parts are made from; a part that is absent is not in the folder.
#[derive(Clone, Copy, Debug, Default)]
pub struct Recorded<'a> {
    /// Incidents and victims.
    pub incidents: Option<&'a IncidentSummary>,
    /// Network measurements, and what others said about blocked sites.
    pub censorship: Option<&'a Analysis>,
    /// What the authority must publish, and what it has.
    pub disclosure: Option<&'a DisclosureReport>,
    /// Indices of freedom, with the rules that have the words for their questions.
    pub indices: Option<(&'a IndexSummary, &'a Library)>,
}

/// The election that the conditions are about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConditionsOf {
    /// Short id of the election.
    pub id: String,
    /// Its name, as data.
    pub name: String,
    /// The day of the vote.
    pub date: Date,
}

/// A file that the document was made from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConditionsInput {
    /// Its path in the folder, with `/`.
    pub path: String,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
}

/// Under which conditions people voted, as far as it was recorded. No answer rests on any of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "scrutineer/conditions/1")]
#[serde(deny_unknown_fields)]
pub struct Conditions {
    /// [`CONDITIONS`].
    pub schema: String,
    /// Always false.
    pub used_in_answers: bool,
    /// The election.
    pub election: ConditionsOf,
    /// The files that it was made from, in order of their paths.
    pub inputs: Vec<ConditionsInput>,
    /// What happened, by day.
    pub timeline: Vec<Moment>,
    /// Incidents and victims; `null` where the folder has none.
    pub incidents: Option<IncidentsPart>,
    /// Blocked sites and services; `null` where the folder has none.
    pub censorship: Option<CensorshipPart>,
    /// What has been published; `null` where the folder has no record.
    pub disclosure: Option<DisclosurePart>,
    /// Indices of freedom; `null` where the folder has none.
    pub indices: Option<IndicesPart>,
}

/// A document of conditions cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidConditions {
    /// The bytes are no such document.
    #[error("line {line}, column {column}: expected a document {CONDITIONS}")]
    Shape {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Another kind of document, or another version.
    #[error("expected {CONDITIONS}, found {0:?}")]
    Schema(String),
    /// It claims to be used in the answers.
    #[error("expected used_in_answers false, found true")]
    Used,
    /// A sentence that its numbers do not give.
    #[error("expected the sentence that follows from the numbers of {0:?}, found another")]
    Sentence(String),
    /// The same content written another way.
    #[error("expected the one way to write this document, found another")]
    Form,
}

impl Conditions {
    /// The document of an election, from what its folder records.
    pub fn new(
        election: ConditionsOf,
        recorded: &Recorded<'_>,
        mut inputs: Vec<ConditionsInput>,
    ) -> Self {
        inputs.sort();
        inputs.dedup();
        let mut made = Self {
            schema: CONDITIONS.to_owned(),
            used_in_answers: false,
            timeline: Vec::new(),
            incidents: recorded.incidents.map(IncidentsPart::new),
            censorship: recorded.censorship.map(CensorshipPart::new),
            disclosure: recorded.disclosure.map(DisclosurePart::new),
            indices: recorded
                .indices
                .map(|(summary, library)| IndicesPart::new(summary, library)),
            election,
            inputs,
        };
        made.timeline = timeline::moments(&made);
        made
    }

    /// Whether the folder records nothing.
    pub fn is_empty(&self) -> bool {
        self.incidents.is_none()
            && self.censorship.is_none()
            && self.disclosure.is_none()
            && self.indices.is_none()
    }

    /// The document: two spaces of indentation, one line break at the end.
    ///
    /// # Errors
    /// None that a document can reach: numbers and texts only.
    pub fn json(&self) -> Result<String, crate::JsonError> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        Ok(text)
    }

    /// Reads a document back. It must be written in the one way that [`Conditions::json`] writes it.
    ///
    /// # Errors
    /// Where the bytes are no such document, see [`InvalidConditions`].
    pub fn parse(bytes: &[u8]) -> Result<Self, InvalidConditions> {
        let shape = |error: serde_json::Error| InvalidConditions::Shape {
            line: error.line(),
            column: error.column(),
        };
        let read: Self = serde_json::from_slice(bytes).map_err(shape)?;
        if read.schema != CONDITIONS {
            return Err(InvalidConditions::Schema(read.schema));
        }
        if read.used_in_answers {
            return Err(InvalidConditions::Used);
        }
        let counts = read.incidents.iter().flat_map(|held| &held.counts);
        if let Some(count) = counts
            .into_iter()
            .find(|count| count.sentence != count.said())
        {
            return Err(InvalidConditions::Sentence(count.act.clone()));
        }
        if read.timeline == timeline::moments(&read)
            && read.json().is_ok_and(|text| text.as_bytes() == bytes)
        {
            Ok(read)
        } else {
            Err(InvalidConditions::Form)
        }
    }

    /// The JSON Schema (draft 2020-12) of the document.
    pub fn schema() -> serde_json::Value {
        crate::json::ordered(
            schemars::generate::SchemaSettings::draft2020_12()
                .for_serialize()
                .into_generator()
                .into_root_schema_for::<Self>()
                .to_value(),
        )
    }
}
