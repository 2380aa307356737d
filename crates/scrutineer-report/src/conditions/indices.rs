//! Indices of freedom: values with range, direction, edition, period and publisher, and their trace.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use scrutineer_indices::{
    How, IndexSummary, Library, Origin, Profile, Rules, SingleChange, Span, Stated, TermValue,
    Words,
};
use scrutineer_model::Date;
use serde::{Deserialize, Serialize};

use super::Amount;

/// The scores that a folder asks for, in its order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicesPart {
    /// One profile for each.
    pub profiles: Vec<IndexProfile>,
}

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

/// The smallest and the largest value; equal where nothing is open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The smallest.
    pub low: Amount,
    /// The largest.
    pub high: Amount,
}

/// One score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndexProfile {
    /// The index.
    pub index: String,
    /// Its name.
    pub name: String,
    /// Who publishes it.
    pub publisher: String,
    /// `publisher`, `reconstructed` (recomputed, not published by the index) or `own`.
    pub origin: String,
    /// The place.
    pub place: String,
    /// The editions that are used.
    pub editions: Vec<IndexEdition>,
    /// The measure that stands for the whole.
    pub headline: String,
    /// The measure that is the word for the whole.
    pub status: Option<String>,
    /// Every measure, in the order of the rules.
    pub measures: Vec<IndexMeasure>,
    /// Questions without an answer.
    pub missing: Vec<String>,
    /// Questions on which coders differ.
    pub disputed: Vec<String>,
    /// The nearest single answers that would change the word.
    pub changes: Vec<IndexAnswerChange>,
    /// Values that somebody printed.
    pub printed: Vec<ValuePrinted>,
    /// What a reader must know of it.
    pub note: Option<String>,
}

/// The edition of an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndexEdition {
    /// The index.
    pub index: String,
    /// The edition.
    pub edition: u16,
    /// First and last month; `null` where the rules do not say.
    pub covers: Option<[String; 2]>,
}

/// A measure with everything that must stand beside its number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndexMeasure {
    /// The measure.
    pub id: String,
    /// Words for it.
    pub label: Label,
    /// Its value; `null` for a word.
    pub points: Option<Range>,
    /// The smallest and the largest value that there is.
    pub scale: Option<Range>,
    /// What the smallest means.
    pub lowest: Option<Label>,
    /// What the largest means.
    pub highest: Option<Label>,
    /// Whether the arithmetic goes beyond the range that the publisher states.
    pub is_nominal: bool,
    /// Words that are possible, the lowest values first.
    pub words: Vec<Label>,
    /// Whether a possible value has no word.
    pub is_outside: bool,
    /// Whether it was taken as published.
    pub is_taken: bool,
    /// The terms that it is made of.
    pub terms: Vec<IndexTerm>,
}

/// One term of a measure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndexTerm {
    /// The question or the measure.
    pub of: String,
    /// Words for it; `null` where the rules have none.
    pub label: Option<Label>,
    /// The answer, or the value of the measure.
    pub answer: Range,
    /// The largest answer that there is.
    pub most: Amount,
    /// How it is used.
    pub how: TermUse,
    /// What it adds.
    pub adds: Range,
}

/// How a term uses its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TermUse {
    /// Added as it is.
    Added,
    /// Subtracted.
    Subtracted,
    /// Taken from a constant.
    From(i64),
    /// Moved to 0 to this number, and rounded.
    Rescaled(i64),
}

/// An answer that alone would change the word for the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndexAnswerChange {
    /// The question.
    pub question: String,
    /// Words for it; `null` where the rules have none.
    pub label: Option<Label>,
    /// The answer as it is.
    pub from: i64,
    /// The answer that would change the word.
    pub to: i64,
    /// The words as it is.
    pub before: Vec<String>,
    /// The words that would be.
    pub after: Vec<String>,
}

/// A value that somebody printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ValuePrinted {
    /// The measure.
    pub measure: String,
    /// The value as printed.
    pub is: String,
    /// The editions that it is about.
    pub editions: BTreeMap<String, u16>,
    /// Who printed it.
    pub source: String,
    /// When.
    pub date: Date,
    /// Whether it is what was computed; `null` where that cannot be said.
    pub agrees: Option<bool>,
}

impl From<&Words> for Label {
    fn from(words: &Words) -> Self {
        Self {
            en: words.en.clone(),
            es: words.es.clone(),
        }
    }
}

impl From<Span> for Range {
    fn from(span: Span) -> Self {
        Self {
            low: span.low.into(),
            high: span.high.into(),
        }
    }
}

impl IndicesPart {
    pub(super) fn new(summary: &IndexSummary, library: &Library) -> Self {
        let profile = |held| IndexProfile::new(held, library);
        Self {
            profiles: summary.profiles.iter().map(profile).collect(),
        }
    }
}

/// The words of a question, or of a measure of `index`.
fn label(library: &Library, index: &str, id: &str) -> Option<Label> {
    let question = library
        .iter()
        .flat_map(Rules::own_inputs)
        .find(|input| input.name() == id);
    let measure = || {
        let rules = library.get(index)?;
        let measure = rules.measures.iter().find(|measure| measure.id == id)?;
        Some(Label::from(&measure.label))
    };
    question
        .map(|input| Label::from(&input.label))
        .or_else(measure)
}

impl IndexProfile {
    fn new(held: &Profile, library: &Library) -> Self {
        let origin = match held.origin {
            Origin::ReproducesPublisher => "publisher",
            Origin::Reconstructed => "reconstructed",
            Origin::Own => "own",
        };
        let term = |term: &TermValue| IndexTerm::new(term, &held.index, library);
        let change = |change: &SingleChange| IndexAnswerChange {
            label: label(library, &held.index, &change.question),
            question: change.question.clone(),
            from: change.from,
            to: change.to,
            before: change.before.clone(),
            after: change.after.clone(),
        };
        Self {
            index: held.index.clone(),
            name: held.name.clone(),
            publisher: held.publisher.clone(),
            origin: origin.to_owned(),
            place: held.place.clone(),
            editions: held
                .editions
                .iter()
                .map(|edition| IndexEdition {
                    index: edition.index.clone(),
                    edition: edition.edition,
                    covers: edition.covers.clone().map(|(from, to)| [from, to]),
                })
                .collect(),
            headline: held.headline.clone(),
            status: held.status.clone(),
            measures: held
                .measures
                .iter()
                .map(|stated| IndexMeasure::new(stated, term))
                .collect(),
            missing: held.missing.clone(),
            disputed: held.disputed.clone(),
            changes: held.changes.iter().map(change).collect(),
            printed: held
                .printed
                .iter()
                .map(|held| ValuePrinted {
                    measure: held.printed.measure.clone(),
                    is: held.printed.is.clone(),
                    editions: held.printed.editions.clone(),
                    source: held.printed.source.clone(),
                    date: held.printed.date,
                    agrees: held.agrees,
                })
                .collect(),
            note: held.note.clone(),
        }
    }
}

impl IndexMeasure {
    fn new(held: &Stated, term: impl Fn(&TermValue) -> IndexTerm) -> Self {
        Self {
            id: held.measure.clone(),
            label: Label::from(&held.label),
            points: held.value.points.map(Range::from),
            scale: held.scale.map(Range::from),
            lowest: held.lowest.as_ref().map(Label::from),
            highest: held.highest.as_ref().map(Label::from),
            is_nominal: held.is_nominal,
            words: held.band_words.iter().map(Label::from).collect(),
            is_outside: held.value.is_outside,
            is_taken: held.value.is_taken,
            terms: held.value.terms.iter().map(term).collect(),
        }
    }
}

impl IndexTerm {
    fn new(held: &TermValue, index: &str, library: &Library) -> Self {
        Self {
            label: label(library, index, &held.of),
            of: held.of.clone(),
            answer: held.answer.into(),
            most: held.range.high.into(),
            how: match held.how {
                How::Added => TermUse::Added,
                How::Subtracted => TermUse::Subtracted,
                How::From { constant } => TermUse::From(constant),
                How::Rescaled { to, .. } => TermUse::Rescaled(to),
            },
            adds: held.adds.into(),
        }
    }
}
