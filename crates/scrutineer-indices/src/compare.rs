//! Places, editions and releases side by side.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::Overflow;
use serde::Serialize;

use crate::answer::{Answer, Given};
use crate::rules::{Break, Rules};
use crate::score::{Points, Score, Span, score};
use crate::table::{Place, Row, Table};

/// A question or measure in two scores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Pair {
    /// The question, such as `fiw.A3`, or the id of the measure.
    pub id: String,
    /// In the first; `null` where it is not asked or not answered.
    pub one: Option<Span>,
    /// In the second.
    pub other: Option<Span>,
    /// Second less first, where both are single numbers.
    pub change: Option<Points>,
    /// Bands in the first; empty where there are none.
    pub one_bands: Vec<String>,
    /// Bands in the second.
    pub other_bands: Vec<String>,
}

/// Two scores of one index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Comparison {
    /// Every measure, in the order of the rules.
    pub measures: Vec<Pair>,
    /// The questions whose answers differ, in the order of the rules.
    pub questions: Vec<Pair>,
    /// How many questions have the same answer in both.
    pub same: usize,
    /// Changes of the index between the two editions, which can explain a difference.
    pub breaks: Vec<Break>,
}

/// Compares two sets of answers.
///
/// # Errors
/// As [`score`].
pub fn compare(rules: &Rules, one: &Given, other: &Given) -> Result<Comparison, Overflow> {
    let scores = [score(rules, one)?, score(rules, other)?];
    let measures = rules.measures.iter().map(|measure| {
        let [one, other] = [0, 1].map(|at| {
            scores
                .get(at)
                .and_then(|held: &Score| held.value(&measure.id))
        });
        let bands = |value: Option<&crate::score::Value>| {
            value.map_or_else(Vec::new, |value| value.bands.clone())
        };
        let points = |value: Option<&crate::score::Value>| value.and_then(|value| value.points);
        pair(
            measure.id.clone(),
            [points(one), points(other)],
            [bands(one), bands(other)],
        )
    });
    let measures = measures.collect();
    let mut questions = Vec::new();
    let mut same = 0;
    for input in &rules.inputs {
        let [first, second] = [one, other].map(|given| {
            let edition = given.editions.get(&input.index).copied();
            let answer = given.answers.get(&input.name());
            answer
                .filter(|_| input.is_asked(edition))
                .and_then(|answer| answer_span(*answer))
        });
        if first == second {
            same += usize::from(first.is_some());
        } else {
            questions.push(pair(
                input.name(),
                [first, second],
                [Vec::new(), Vec::new()],
            ));
        }
    }
    let edition = |given: &Given| given.editions.get(&rules.id).copied();
    let breaks = match (edition(one), edition(other)) {
        (Some(one), Some(other)) => rules.breaks_between(one, other).cloned().collect(),
        _ => Vec::new(),
    };
    Ok(Comparison {
        measures,
        questions,
        same,
        breaks,
    })
}

fn answer_span(answer: Answer) -> Option<Span> {
    let (low, high) = match answer {
        Answer::Known(points) => (points, points),
        Answer::Between(low, high) => (low.min(high), low.max(high)),
        Answer::Missing => return None,
    };
    Some(Span {
        low: low.into(),
        high: high.into(),
    })
}

fn pair(id: String, points: [Option<Span>; 2], bands: [Vec<String>; 2]) -> Pair {
    let [one, other] = points;
    let [one_bands, other_bands] = bands;
    let single = |span: Option<Span>| span.and_then(Span::value);
    let change = match (single(one), single(other)) {
        (Some(one), Some(other)) => other.0.checked_sub(one.0).ok().map(Points),
        _ => None,
    };
    Pair {
        id,
        one,
        other,
        change,
        one_bands,
        other_bands,
    }
}

/// The places that one of several values can have when they are put in order from the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Rank {
    /// The lowest place that is possible, from 1.
    pub first: usize,
    /// The highest place that is possible; of equal values each has the whole range.
    pub last: usize,
    /// How many values were put in order.
    pub of: usize,
}

/// The rank of every value, from the lowest.
pub fn ranks(values: &[Span]) -> Vec<Rank> {
    let rank = |span: &Span| Rank {
        first: 1 + values.iter().filter(|other| other.high < span.low).count(),
        last: values.iter().filter(|other| other.low <= span.high).count(),
        of: values.len(),
    };
    values.iter().map(rank).collect()
}

/// A published value beside what follows from the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Check {
    /// The measure.
    pub measure: String,
    /// As published: a number or the code of a band.
    pub published: String,
    /// As computed; both ends where answers are missing, all bands where several are possible.
    pub computed: String,
    /// Whether only the published value is possible; `null` where others are possible too.
    pub agrees: Option<bool>,
}

/// Compares every published value of a row with the score of its answers alone.
///
/// # Errors
/// As [`score`].
pub fn checks(rules: &Rules, row: &Row) -> Result<Vec<Check>, Overflow> {
    let mut given = Given::default();
    row.give(&rules.id, rules, &mut given);
    given.parts.clear();
    let score = score(rules, &given)?;
    let mut checks = Vec::new();
    if row.answers.is_empty() {
        return Ok(checks);
    }
    for measure in &rules.measures {
        let Some(value) = score.value(&measure.id) else {
            continue;
        };
        if let (Some(part), Some(span)) = (row.parts.get(&measure.id), value.points) {
            let published = Points(*part);
            let is_possible = span.low <= published && published <= span.high;
            checks.push(Check {
                measure: measure.id.clone(),
                published: published.to_string(),
                computed: match span.value() {
                    Some(value) => value.to_string(),
                    None => format!("{}..{}", span.low, span.high),
                },
                agrees: (span.value().is_some() || !is_possible).then_some(is_possible),
            });
        }
        if let Some(word) = row.words.get(&measure.id) {
            let is_possible = value.bands.contains(word);
            checks.push(Check {
                measure: measure.id.clone(),
                published: word.clone(),
                computed: value.bands.join(" "),
                agrees: (value.bands.len() == 1 || !is_possible).then_some(is_possible),
            });
        }
    }
    Ok(checks)
}

/// A cell in which two releases of one table differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct CellDifference {
    /// The place.
    pub place: Place,
    /// The edition.
    pub edition: u16,
    /// The question or measure.
    pub id: String,
    /// In the older release; `null` where it is empty.
    pub old: Option<String>,
    /// In the newer one.
    pub new: Option<String>,
}

/// What differs between two releases of one table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Revision {
    /// Cells of rows that both have.
    pub cells: Vec<CellDifference>,
    /// Rows that only the older one has.
    pub removed: Vec<(Place, u16)>,
    /// Rows that only the newer one has.
    pub added: Vec<(Place, u16)>,
    /// Rows that both have.
    pub shared: usize,
}

/// Compares two releases, place by place and edition by edition. Places are the same where code and name are.
pub fn differences(old: &Table, new: &Table) -> Revision {
    let by_key = |table: &Table| -> BTreeMap<(Place, u16), BTreeMap<String, String>> {
        let rows = table.rows.iter();
        rows.map(|row| ((row.place.clone(), row.edition), cells(row)))
            .collect()
    };
    let (old, new) = (by_key(old), by_key(new));
    let mut revision = Revision {
        removed: old
            .keys()
            .filter(|key| !new.contains_key(key))
            .cloned()
            .collect(),
        added: new
            .keys()
            .filter(|key| !old.contains_key(key))
            .cloned()
            .collect(),
        ..Revision::default()
    };
    for ((place, edition), before) in &old {
        let Some(after) = new.get(&(place.clone(), *edition)) else {
            continue;
        };
        revision.shared += 1;
        let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for id in ids {
            if before.get(id) != after.get(id) {
                revision.cells.push(CellDifference {
                    place: place.clone(),
                    edition: *edition,
                    id: id.clone(),
                    old: before.get(id).cloned(),
                    new: after.get(id).cloned(),
                });
            }
        }
    }
    revision
}

fn cells(row: &Row) -> BTreeMap<String, String> {
    let mut cells = row.words.clone();
    for (id, answer) in &row.answers {
        if let Answer::Known(points) = answer {
            cells.insert(id.clone(), points.to_string());
        }
    }
    let parts = row.parts.iter();
    cells.extend(parts.map(|(id, part)| (id.clone(), Points(*part).to_string())));
    cells
}
