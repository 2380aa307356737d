//! The rules of one index, with every name resolved.

mod keys;
mod measures;
mod read;

use std::collections::BTreeMap;

use scrutineer_model::Exact;
use serde::Serialize;

pub(crate) use keys::EDITION;
pub(crate) use read::parse;

/// A phrase in the languages of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Words {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

/// What one value is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A country or territory in one edition.
    PlaceAndYear,
    /// One election.
    Election,
}

/// Where the formula comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Ours reproduces what the publisher prints, as far as it is at hand.
    ReproducesPublisher,
    /// Inferred from published values; a value is "recomputed, not published by the index".
    Reconstructed,
    /// Whoever wrote the rules; no publisher stands behind a value.
    Own,
}

/// A month relative to the year of the edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Month {
    /// Years after the edition; -1 is the year before.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
}

/// The months that an edition is about, the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Covers {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
}

/// A change that makes editions before it hard to compare with it and later ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Break {
    /// The first edition after the change.
    pub edition: u16,
    /// What changed.
    pub about: Words,
}

/// One question that a score uses, of this index or of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Input {
    /// The index that asks it.
    pub index: String,
    /// Its id there.
    pub id: String,
    /// The smallest answer.
    pub least: i64,
    /// The largest answer.
    pub most: i64,
    /// Whether a larger answer is a freer situation; false for a deduction.
    pub more_is_better: bool,
    /// Our words for it.
    pub label: Words,
    /// The first edition that asks it; `None`: all before the last.
    pub first_edition: Option<u16>,
    /// The last edition that asks it; `None`: all after the first.
    pub last_edition: Option<u16>,
}

impl Input {
    /// The name that no other index has, such as `fiw.A3`.
    pub fn name(&self) -> String {
        format!("{}.{}", self.index, self.id)
    }

    /// Whether an edition asks it. Without an edition the newest rules are meant.
    pub fn is_asked(&self, edition: Option<u16>) -> bool {
        match edition {
            Some(edition) => {
                self.first_edition.is_none_or(|first| first <= edition)
                    && self.last_edition.is_none_or(|last| edition <= last)
            }
            None => self.last_edition.is_none(),
        }
    }
}

/// What a term takes its value from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// A question, by its position in [`Rules::inputs`].
    Input(usize),
    /// An earlier measure, by its position in [`Rules::measures`].
    Measure(usize),
}

/// One term of a sum or a mean: `sign * weight * f(x)`, where `f` is `x`, `constant - x`, or `x` moved
/// from its own range to 0..rescale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Where `x` comes from.
    pub of: Operand,
    /// Whether the term is subtracted.
    pub is_subtracted: bool,
    /// The constant that `x` is taken from.
    pub from: Option<i64>,
    /// The new largest value; the new smallest is 0.
    pub rescale: Option<i64>,
    /// Whether the rescaled value is rounded to a whole number, halves upwards.
    pub is_rounded: bool,
    /// The weight; 1 where there is none.
    pub weight: Exact,
}

/// A range of values with one word for it, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The smallest value.
    pub least: Exact,
    /// The largest value.
    pub most: Exact,
    /// The code of the band, such as `PF` or `7`.
    pub is: String,
    /// The number that other measures may use.
    pub number: Option<i64>,
    /// Words for the code; `None`: the code says it.
    pub label: Option<Words>,
}

/// How a measure is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The sum of terms. Never cut off at an end of a range.
    Sum(Vec<Term>),
    /// The mean of terms.
    Mean(Vec<Term>),
    /// The band in which an earlier measure lies.
    Bands {
        /// That measure, by its position.
        of: usize,
        /// The bands; they do not overlap.
        bands: Vec<Band>,
    },
}

/// A value that the rules define: a part, a total, a rating, a status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its id.
    pub id: String,
    /// Our words for it.
    pub label: Words,
    /// How it is made.
    pub kind: Kind,
    /// Names of columns in which published values of it stand.
    pub columns: Vec<String>,
    /// What the lowest value means; `None` for a word.
    pub lowest: Option<Words>,
    /// What the highest value means.
    pub highest: Option<Words>,
    /// The range that the publisher states, where it is not the one that the arithmetic allows.
    pub nominal: Option<(i64, i64)>,
    /// Whether a freer answer can only raise (true) or only lower (false) it; `None` for a word.
    pub rises: Option<bool>,
}

/// The rules of one index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The short name.
    pub id: String,
    /// The version of these rules.
    pub version: u16,
    /// The name of the index.
    pub name: String,
    /// Who publishes it.
    pub publisher: String,
    /// What one value is about.
    pub unit: Unit,
    /// Where the formula comes from.
    pub origin: Origin,
    /// The measure that stands for the whole, by its position.
    pub headline: usize,
    /// The measure whose band is the word for the whole.
    pub status: Option<usize>,
    /// What an edition covers; `None` where that follows from the inputs.
    pub covers: Option<Covers>,
    /// The first edition to which these rules apply.
    pub first_edition: Option<u16>,
    /// Up to this edition published values count the other way round: `least + most - value`.
    pub inverted_through: Option<u16>,
    /// The other indices whose questions it uses.
    pub uses: Vec<String>,
    /// Names of the columns of tables: `place`, `name`, `edition`, and questions under other names.
    pub columns: BTreeMap<String, Vec<String>>,
    /// Changes between editions.
    pub breaks: Vec<Break>,
    /// The questions, its own first.
    pub inputs: Vec<Input>,
    /// The measures, each after those that it uses.
    pub measures: Vec<Measure>,
}

impl Rules {
    /// The position of a measure.
    pub fn measure(&self, id: &str) -> Option<usize> {
        self.measures.iter().position(|measure| measure.id == id)
    }

    /// The questions of this index itself.
    pub fn own_inputs(&self) -> impl Iterator<Item = &Input> {
        self.inputs.iter().filter(|input| input.index == self.id)
    }

    /// First and last month of an edition, as `2023-01` and `2023-12`.
    pub fn period(&self, edition: u16) -> Option<(String, String)> {
        let covers = self.covers?;
        let text = |month: Month| {
            let year = i32::from(edition) + month.year;
            format!("{year:04}-{:02}", month.month)
        };
        Some((text(covers.from), text(covers.to)))
    }

    /// Whether published values of an edition count the other way round.
    pub fn is_inverted(&self, edition: u16) -> bool {
        self.inverted_through.is_some_and(|last| edition <= last)
    }

    /// Changes that lie between two editions.
    pub fn breaks_between(&self, one: u16, other: u16) -> impl Iterator<Item = &Break> {
        let (low, high) = (one.min(other), one.max(other));
        self.breaks
            .iter()
            .filter(move |held| low < held.edition && held.edition <= high)
    }
}
