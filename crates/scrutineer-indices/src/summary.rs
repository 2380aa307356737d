//! What a report shows of one score: every number with its range, direction, edition, period and publisher.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::answer::Given;
use crate::change::{Sensitivity, SingleChange, single_changes};
use crate::coded::{Agreement, Dispute};
use crate::compare::Rank;
use crate::pinned::PrintedValue;
use crate::rules::{Measure, Origin, Rules, Unit, Words};
use crate::score::{Points, Score, Span, Value, score};
use scrutineer_model::Overflow;

/// A measure with everything that must stand beside its number.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Stated {
    /// The measure.
    pub measure: String,
    /// Our words for it.
    pub label: Words,
    /// The smallest and the largest value that the publisher states, else that the arithmetic allows;
    /// `null` for a word.
    pub scale: Option<Span>,
    /// What the smallest means.
    pub lowest: Option<Words>,
    /// What the largest means.
    pub highest: Option<Words>,
    /// Whether the arithmetic goes beyond the range that the publisher states, so that "of 100" is nominal.
    pub is_nominal: bool,
    /// The value with its trace.
    #[serde(flatten)]
    pub value: Value,
    /// Words of the bands, in their order.
    pub band_words: Vec<Words>,
}

/// The edition of one index, with the months that it covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct EditionOf {
    /// The index.
    pub index: String,
    /// The edition.
    pub edition: u16,
    /// The first and the last month, such as `2023-01`; `null` where the rules do not say.
    pub covers: Option<(String, String)>,
}

/// A printed value beside what follows from the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Printed {
    /// The value as printed, with its source.
    #[serde(flatten)]
    pub printed: PrintedValue,
    /// Whether it is what was computed; `null` where it is about other editions or where answers are missing.
    pub agrees: Option<bool>,
}

/// One score as a report shows it. Nothing of it is used in an answer about an election.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Profile {
    /// The index.
    pub index: String,
    /// Its name.
    pub name: String,
    /// Who publishes it.
    pub publisher: String,
    /// What one value is about.
    pub unit: Unit,
    /// Where the formula comes from. `reconstructed`: recomputed, not published by the index.
    pub origin: Origin,
    /// The version of the rules.
    pub rules: u16,
    /// The place.
    pub place: String,
    /// The editions of the indices that are used.
    pub editions: Vec<EditionOf>,
    /// The measure that stands for the whole.
    pub headline: String,
    /// The measure that is the word for the whole.
    pub status: Option<String>,
    /// Every measure, in the order of the rules.
    pub measures: Vec<Stated>,
    /// Questions without an answer.
    pub missing: Vec<String>,
    /// Questions on which coders differ.
    pub disputed: Vec<String>,
    /// The nearest single answers that would change the word for the whole.
    pub changes: Vec<SingleChange>,
    /// Values that somebody printed.
    pub printed: Vec<Printed>,
    /// What a reader must know of it.
    pub note: Option<String>,
}

impl Profile {
    /// Computes what a report shows.
    ///
    /// # Errors
    /// As [`score`].
    pub fn new(
        rules: &Rules,
        library: &crate::Library,
        place: &str,
        given: &Given,
        values: &[PrintedValue],
    ) -> Result<Self, Overflow> {
        let score = score(rules, given)?;
        let status = rules.status.and_then(|at| rules.measures.get(at));
        let editions = given.editions.iter().map(|(index, edition)| EditionOf {
            index: index.clone(),
            edition: *edition,
            covers: library.get(index).and_then(|rules| rules.period(*edition)),
        });
        let about = values
            .iter()
            .filter(|value| value.index == rules.id && value.place == place);
        Ok(Self {
            index: rules.id.clone(),
            name: rules.name.clone(),
            publisher: rules.publisher.clone(),
            unit: rules.unit,
            origin: rules.origin,
            rules: rules.version,
            place: place.to_owned(),
            editions: editions.collect(),
            headline: rules
                .measures
                .get(rules.headline)
                .map_or_else(String::new, |measure| measure.id.clone()),
            status: status.map(|measure| measure.id.clone()),
            measures: rules
                .measures
                .iter()
                .zip(&score.values)
                .map(|(measure, value)| stated(measure, value))
                .collect(),
            changes: match status {
                Some(measure) => single_changes(rules, given, &measure.id)?,
                None => Vec::new(),
            },
            printed: about
                .map(|printed| Printed {
                    printed: printed.clone(),
                    agrees: agrees(printed, &score),
                })
                .collect(),
            missing: score.missing,
            disputed: score.disputed,
            note: None,
        })
    }

    /// A measure by its id.
    pub fn measure(&self, id: &str) -> Option<&Stated> {
        self.measures.iter().find(|held| held.value.id == id)
    }
}

fn stated(measure: &Measure, value: &Value) -> Stated {
    let nominal = measure.nominal.map(|(low, high)| Span {
        low: low.into(),
        high: high.into(),
    });
    let beyond = |nominal: Span, range: Span| range.low < nominal.low || nominal.high < range.high;
    let words = |code: &String| {
        let bands = match &measure.kind {
            crate::rules::Kind::Bands { bands, .. } => bands.as_slice(),
            _ => &[],
        };
        let band = bands.iter().find(|band| band.is == *code);
        band.and_then(|band| band.label.clone()).unwrap_or(Words {
            en: code.clone(),
            es: code.clone(),
        })
    };
    Stated {
        measure: measure.id.clone(),
        label: measure.label.clone(),
        scale: nominal.or(value.range),
        lowest: measure.lowest.clone(),
        highest: measure.highest.clone(),
        is_nominal: nominal
            .zip(value.range)
            .is_some_and(|(nominal, range)| beyond(nominal, range)),
        band_words: value.bands.iter().map(words).collect(),
        value: value.clone(),
    }
}

/// `None` where the printed value is about other editions, or where more than one value is possible.
fn agrees(printed: &PrintedValue, score: &Score) -> Option<bool> {
    if printed.editions != score.editions {
        return None;
    }
    let value = score.value(&printed.measure)?;
    let found = match value.bands.as_slice() {
        [] => value
            .points?
            .value()
            .map(|points: Points| points.to_string())?,
        [band] => band.clone(),
        _ => return None,
    };
    Some(found == printed.is)
}

/// Everything that a report shows of the indices of an election folder.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct IndexSummary {
    /// Always `scrutineer/index-summary/1`.
    pub schema: &'static str,
    /// Always false: no answer about an election rests on it.
    pub used_in_answers: bool,
    /// The scores, in the order of the folder.
    pub profiles: Vec<Profile>,
}

impl IndexSummary {
    /// A summary of these scores.
    pub fn new(profiles: Vec<Profile>) -> Self {
        Self {
            schema: "scrutineer/index-summary/1",
            used_in_answers: false,
            profiles,
        }
    }
}

/// The document of `index score` and `index explain` for programs.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct IndexDocument {
    /// The profiles.
    #[serde(flatten)]
    pub summary: IndexSummary,
    /// The rank of each headline from the lowest, where several places of one index are asked for.
    pub ranks: Vec<Rank>,
    /// What each question moves, for `explain`.
    pub sensitivity: Vec<Vec<Sensitivity>>,
    /// Agreement of coders, by the index.
    pub agreement: BTreeMap<String, Vec<Agreement>>,
    /// Questions on which coders differ or about which somebody decided, with all evidence, for `explain`.
    pub disputes: Vec<Dispute>,
}
