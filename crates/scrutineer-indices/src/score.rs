//! Scores from answers, with the trace of every term and the bounds that missing answers leave.

use std::collections::BTreeMap;
use std::fmt;

use scrutineer_model::{Exact, Overflow, Real};
use serde::{Serialize, Serializer};

use crate::answer::{Answer, Given};
use crate::rules::{Band, Input, Kind, Measure, Operand, Rules, Term};

/// A number of points, exact. As JSON a whole number where it is one, else with 10 significant digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(pub Exact);

impl Points {
    /// The whole number, where it is one.
    pub fn whole(self) -> Option<i64> {
        (self.0.denominator() == 1).then(|| i64::try_from(self.0.numerator()).ok())?
    }
}

impl From<i64> for Points {
    fn from(value: i64) -> Self {
        Self(Exact::integer(value))
    }
}

impl fmt::Display for Points {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whole() {
            Some(whole) => whole.fmt(out),
            None => Real::new(self.0.to_f64()).get().fmt(out),
        }
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => whole.serialize(serializer),
            None => Real::new(self.0.to_f64()).serialize(serializer),
        }
    }
}

impl schemars::JsonSchema for Points {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Points".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A whole number, or a real with 10 significant digits.",
            "type": "number"
        })
    }
}

/// The smallest and the largest value that the answers allow; equal where nothing is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Span {
    /// The smallest.
    pub low: Points,
    /// The largest.
    pub high: Points,
}

impl Span {
    fn new(low: Exact, high: Exact) -> Self {
        Self {
            low: Points(low),
            high: Points(high),
        }
    }

    /// The value, where only one is possible.
    pub fn value(self) -> Option<Points> {
        (self.low == self.high).then_some(self.low)
    }

    fn map(self, apply: impl Fn(Exact) -> Result<Exact, Overflow>) -> Result<Self, Overflow> {
        let (one, other) = (apply(self.low.0)?, apply(self.high.0)?);
        Ok(Self::new(one.min(other), one.max(other)))
    }

    fn plus(self, other: Self) -> Result<Self, Overflow> {
        Ok(Self::new(
            self.low.0.checked_add(other.low.0)?,
            self.high.0.checked_add(other.high.0)?,
        ))
    }
}

/// How a term uses its question or measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "how")]
pub enum How {
    /// Added as it is.
    Added,
    /// Subtracted.
    Subtracted,
    /// Taken from a constant.
    From {
        /// The constant.
        constant: i64,
    },
    /// Moved to 0..`to`, and rounded where `rounded`.
    Rescaled {
        /// The new largest value.
        to: i64,
        /// Whether it was rounded to a whole number, halves upwards.
        rounded: bool,
    },
}

/// One term of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct TermValue {
    /// The question, such as `fiw.A3`, or the id of the measure.
    pub of: String,
    /// Whether it is a question.
    pub is_question: bool,
    /// The answer, or the value of the measure. Of a missing answer the whole range.
    pub answer: Span,
    /// The range that is possible for the answer or measure.
    pub range: Span,
    /// How it is used.
    #[serde(flatten)]
    pub how: How,
    /// What it adds to the sum.
    pub adds: Span,
}

/// A measure with its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Value {
    /// The id of the measure.
    pub id: String,
    /// Its value; of a band its number, `null` where it has none.
    pub points: Option<Span>,
    /// The range that the arithmetic allows in this edition; `null` for words.
    pub range: Option<Span>,
    /// The codes of all bands that are possible, the lowest values first; empty where it has none.
    pub bands: Vec<String>,
    /// Whether a possible value lies in no band.
    pub is_outside: bool,
    /// Whether it was taken as it was published, because no question below it has an answer.
    pub is_taken: bool,
    /// Its terms, in the order of the rules. Empty for bands and where it was taken.
    pub terms: Vec<TermValue>,
}

/// What follows from the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Score {
    /// The id of the index.
    pub index: String,
    /// The version of the rules.
    pub rules: u16,
    /// The editions of the indices whose questions are used.
    pub editions: BTreeMap<String, u16>,
    /// Every measure, in the order of the rules.
    pub values: Vec<Value>,
    /// Questions without an answer that no published part stands for.
    pub missing: Vec<String>,
    /// Questions on which coders differ and nobody decided.
    pub disputed: Vec<String>,
}

impl Score {
    /// The value of a measure.
    pub fn value(&self, id: &str) -> Option<&Value> {
        self.values.iter().find(|value| value.id == id)
    }

    /// The points of a measure where only one number is possible.
    pub fn points(&self, id: &str) -> Option<Points> {
        self.value(id)?.points?.value()
    }

    /// The band of a measure where only one is possible.
    pub fn band(&self, id: &str) -> Option<&str> {
        let value = self.value(id)?;
        match value.bands.as_slice() {
            [band] if !value.is_outside => Some(band),
            _ => None,
        }
    }
}

/// Computes every measure.
///
/// # Errors
/// Where a number leaves 128 bits, which answers within the ranges of their questions do not cause.
pub fn score(rules: &Rules, given: &Given) -> Result<Score, Overflow> {
    let mut run = Run {
        rules,
        given,
        values: Vec::new(),
        covered: vec![false; rules.inputs.len()],
    };
    run.cover();
    for measure in &rules.measures {
        let value = run.value(measure)?;
        run.values.push(value);
    }
    let open = |is: fn(Answer) -> bool| {
        let inputs = rules.inputs.iter().enumerate();
        inputs
            .filter(|(at, input)| run.is_asked(input) && run.is_open(*at) && is(run.answer(input)))
            .map(|(_, input)| input.name())
            .collect()
    };
    Ok(Score {
        index: rules.id.clone(),
        rules: rules.version,
        editions: given.editions.clone(),
        missing: open(|answer| answer == Answer::Missing),
        disputed: open(|answer| matches!(answer, Answer::Between(..))),
        values: run.values,
    })
}

struct Run<'a> {
    rules: &'a Rules,
    given: &'a Given,
    values: Vec<Value>,
    /// Inputs that a published part stands for.
    covered: Vec<bool>,
}

impl Run<'_> {
    fn answer(&self, input: &Input) -> Answer {
        let found = self.given.answers.get(&input.name());
        found.copied().unwrap_or(Answer::Missing)
    }

    fn is_asked(&self, input: &Input) -> bool {
        input.is_asked(self.given.editions.get(&input.index).copied())
    }

    /// Whether any measure uses a question of this position that no published part stands for.
    fn is_open(&self, at: usize) -> bool {
        let used =
            (0..self.rules.measures.len()).any(|measure| self.inputs_of(measure).contains(&at));
        used && !self.covered.get(at).copied().unwrap_or(false)
    }

    /// The questions below a measure.
    fn inputs_of(&self, measure: usize) -> Vec<usize> {
        let Some(measure) = self.rules.measures.get(measure) else {
            return Vec::new();
        };
        match &measure.kind {
            Kind::Sum(terms) | Kind::Mean(terms) => terms
                .iter()
                .flat_map(|term| match term.of {
                    Operand::Input(at) => vec![at],
                    Operand::Measure(at) => self.inputs_of(at),
                })
                .collect(),
            Kind::Bands { of, .. } => self.inputs_of(*of),
        }
    }

    /// Whether a part is taken as published: it was, and no question below it has an answer.
    fn taken(&self, at: usize) -> Option<Exact> {
        let measure = self.rules.measures.get(at)?;
        let part = *self.given.parts.get(&measure.id)?;
        let is_bare = self.inputs_of(at).iter().all(|input| {
            let input = self.rules.inputs.get(*input);
            input.is_none_or(|input| !self.is_asked(input) || self.answer(input) == Answer::Missing)
        });
        (is_bare && !matches!(measure.kind, Kind::Bands { .. })).then_some(part)
    }

    fn cover(&mut self) {
        for at in 0..self.rules.measures.len() {
            if self.taken(at).is_some() {
                for input in self.inputs_of(at) {
                    if let Some(covered) = self.covered.get_mut(input) {
                        *covered = true;
                    }
                }
            }
        }
    }

    fn value(&self, measure: &Measure) -> Result<Value, Overflow> {
        let mut value = Value {
            id: measure.id.clone(),
            points: None,
            range: None,
            bands: Vec::new(),
            is_outside: false,
            is_taken: false,
            terms: Vec::new(),
        };
        match &measure.kind {
            Kind::Sum(terms) => self.add_up(terms, None, &mut value)?,
            Kind::Mean(terms) => self.add_up(terms, Some(terms.len()), &mut value)?,
            Kind::Bands { of, bands } => self.place(*of, bands, &mut value),
        }
        if let Some(part) = self.taken(self.values.len()) {
            value.points = Some(Span::new(part, part));
            value.terms.clear();
            value.is_taken = true;
        }
        Ok(value)
    }

    fn add_up(
        &self,
        terms: &[Term],
        divisor: Option<usize>,
        value: &mut Value,
    ) -> Result<(), Overflow> {
        let mut points = Span::new(Exact::ZERO, Exact::ZERO);
        let mut range = points;
        for term in terms {
            let Some(found) = self.term(term)? else {
                continue;
            };
            points = points.plus(found.adds)?;
            range = range.plus(apply(term, found.range, found.range)?)?;
            value.terms.push(found);
        }
        if divisor.is_some() {
            // A question that the edition does not ask is not part of the mean.
            let count = Exact::integer(i64::try_from(value.terms.len().max(1)).unwrap_or(i64::MAX));
            points = points.map(|sum| sum.checked_div(count))?;
            range = range.map(|sum| sum.checked_div(count))?;
        }
        value.points = Some(points);
        value.range = Some(range);
        Ok(())
    }

    /// A term; `None` for a question that the edition does not ask.
    fn term(&self, term: &Term) -> Result<Option<TermValue>, Overflow> {
        let (of, is_question, answer, range) = match term.of {
            Operand::Input(at) => {
                let Some(input) = self.rules.inputs.get(at).filter(|held| self.is_asked(held))
                else {
                    return Ok(None);
                };
                let range = Span::new(Exact::integer(input.least), Exact::integer(input.most));
                let answer = match self.answer(input) {
                    Answer::Known(points) => {
                        Span::new(Exact::integer(points), Exact::integer(points))
                    }
                    Answer::Between(low, high) => {
                        Span::new(Exact::integer(low.min(high)), Exact::integer(low.max(high)))
                    }
                    Answer::Missing => range,
                };
                (input.name(), true, answer, range)
            }
            Operand::Measure(at) => {
                let Some(value) = self.values.get(at) else {
                    return Ok(None);
                };
                let zero = Span::new(Exact::ZERO, Exact::ZERO);
                let range = value.range.unwrap_or(zero);
                (
                    value.id.clone(),
                    false,
                    value.points.unwrap_or(range),
                    range,
                )
            }
        };
        let how = match (term.from, term.rescale) {
            (Some(constant), _) => How::From { constant },
            (None, Some(to)) => How::Rescaled {
                to,
                rounded: term.is_rounded,
            },
            (None, None) if term.is_subtracted => How::Subtracted,
            (None, None) => How::Added,
        };
        Ok(Some(TermValue {
            adds: apply(term, answer, range)?,
            of,
            is_question,
            answer,
            range,
            how,
        }))
    }

    fn place(&self, of: usize, bands: &[Band], value: &mut Value) {
        let mut sorted: Vec<&Band> = bands.iter().collect();
        sorted.sort_by_key(|band| band.least);
        let range = hull(sorted.iter().filter_map(|band| band.number));
        let Some(points) = self.values.get(of).and_then(|held| held.points) else {
            return;
        };
        let (low, high) = (points.low.0, points.high.0);
        let possible: Vec<&&Band> = sorted
            .iter()
            .filter(|band| band.least <= high && low <= band.most)
            .collect();
        let first = sorted.first().is_some_and(|band| low < band.least);
        let last = sorted.last().is_some_and(|band| band.most < high);
        value.is_outside = first || last || possible.is_empty();
        value.bands = possible.iter().map(|band| band.is.clone()).collect();
        value.range = range;
        value.points = if possible.is_empty() {
            range
        } else {
            hull(possible.iter().filter_map(|band| band.number))
        };
    }
}

/// The smallest span that holds every number; `None` without any.
fn hull(numbers: impl Iterator<Item = i64>) -> Option<Span> {
    let numbers: Vec<Points> = numbers.map(Points::from).collect();
    Some(Span {
        low: *numbers.iter().min()?,
        high: *numbers.iter().max()?,
    })
}

/// What a term makes of `x`; every step only rises or only falls, so that the ends of a span suffice.
fn apply(term: &Term, x: Span, range: Span) -> Result<Span, Overflow> {
    let sign = Exact::integer(if term.is_subtracted { -1 } else { 1 });
    x.map(|x| {
        let x = match (term.from, term.rescale) {
            (Some(constant), _) => Exact::integer(constant).checked_sub(x)?,
            (None, Some(to)) => {
                let width = range.high.0.checked_sub(range.low.0)?;
                let moved = x
                    .checked_sub(range.low.0)?
                    .checked_mul(Exact::integer(to))?;
                let moved = moved.checked_div(width)?;
                if term.is_rounded {
                    Exact::integer(moved.round())
                } else {
                    moved
                }
            }
            (None, None) => x,
        };
        x.checked_mul(term.weight)?.checked_mul(sign)
    })
}
