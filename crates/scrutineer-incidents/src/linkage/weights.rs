//! Agreement weights, stated and never guessed.

use std::collections::BTreeMap;

use scrutineer_model::Message;
use serde::Deserialize;

use super::level::Levels;
use crate::stated::Stated;

/// The weights that ship with the crate.
const SHIPPED: &str = include_str!("../../data/weights.json");

/// Every field with its levels.
const WANTED: [(&str, &[&str]); 7] = [
    (
        "given",
        &["exact", "jw92", "jw85", "initial", "missing", "else_"],
    ),
    (
        "surname1",
        &["exact", "jw92", "swapped", "missing", "else_"],
    ),
    ("surname2", &["exact", "jw92", "missing", "else_"]),
    ("date", &["d0", "d1", "d3", "missing", "else_"]),
    ("age", &["a0", "a1", "a2", "a5", "missing", "else_"]),
    ("place", &["same", "state", "missing", "else_"]),
    ("sex", &["same", "missing", "else_"]),
];

/// The file of weights cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("weights: {problems:?}")]
pub struct InvalidWeights {
    /// Everything that is wrong.
    pub problems: Vec<Stated>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    auto_threshold: f64,
    review_threshold: f64,
    weights: BTreeMap<String, BTreeMap<String, f64>>,
}

/// log2(m/u) of each level of each field (Fellegi and Sunter 1969, section 3), and the two thresholds.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// From here a pair may be joined without a person.
    pub auto: f64,
    /// From here a pair goes to a person.
    pub review: f64,
    levels: BTreeMap<String, BTreeMap<String, f64>>,
}

impl Weights {
    /// Reads a file of the form of `data/weights.json`: every level must be there, and no other.
    pub fn parse(text: &str) -> Result<Self, InvalidWeights> {
        let file: File = serde_json::from_str(text).map_err(|error| InvalidWeights {
            problems: vec![Stated::shape(&error, "incidents-weights-shape")],
        })?;
        Self::new(file.auto_threshold, file.review_threshold, file.weights)
    }

    /// From their parts.
    pub fn new(
        auto: f64,
        review: f64,
        levels: BTreeMap<String, BTreeMap<String, f64>>,
    ) -> Result<Self, InvalidWeights> {
        let mut problems = Vec::new();
        for (field, wanted) in WANTED {
            let Some(held) = levels.get(field) else {
                problems.push(Stated::new(
                    format!("weights.{field}"),
                    Message::new("incidents-weights-levels"),
                ));
                continue;
            };
            for level in wanted {
                match held.get(*level) {
                    Some(weight) if weight.abs() <= 100.0 => {}
                    Some(_) => problems.push(Stated::new(
                        format!("weights.{field}.{level}"),
                        Message::new("incidents-weights-range"),
                    )),
                    None => problems.push(Stated::new(
                        format!("weights.{field}.{level}"),
                        Message::new("incidents-weights-number"),
                    )),
                }
            }
            let is_known = |level: &str| wanted.contains(&level);
            if held.keys().any(|level| !is_known(level)) {
                problems.push(Stated::new(
                    format!("weights.{field}"),
                    Message::new("incidents-weights-beside").with("known", wanted.join(", ")),
                ));
            }
        }
        if levels
            .keys()
            .any(|field| WANTED.iter().all(|(known, _)| known != field))
        {
            let known = WANTED.map(|(field, _)| field).join(", ");
            problems.push(Stated::new(
                "weights",
                Message::new("incidents-weights-beside").with("known", known),
            ));
        }
        if !(review.is_finite() && auto.is_finite() && review <= auto) {
            problems.push(Stated::new(
                "review_threshold",
                Message::new("incidents-weights-threshold"),
            ));
        }
        if problems.is_empty() {
            Ok(Self {
                auto,
                review,
                levels,
            })
        } else {
            Err(InvalidWeights { problems })
        }
    }

    /// The weights that ship with the crate: illustrative, for lists of names in Spanish.
    ///
    /// # Panics
    /// Never with the file of this crate: it is part of the program and a test reads it.
    pub fn shipped() -> Self {
        Self::parse(SHIPPED).expect("the shipped weights are complete")
    }

    /// The same with both thresholds moved.
    #[must_use]
    pub fn moved(&self, by: f64) -> Self {
        Self {
            auto: self.auto + by,
            review: self.review + by,
            levels: self.levels.clone(),
        }
    }

    /// The score of a pair in bits: the sum over its fields.
    pub fn score(&self, levels: &Levels) -> f64 {
        levels
            .pairs()
            .iter()
            .filter_map(|(field, level)| self.levels.get(*field)?.get(*level))
            .sum()
    }
}
