//! What one answer moves: what would change a rating, and how far a score reaches.

use scrutineer_model::Overflow;
use serde::Serialize;

use crate::answer::{Answer, Given};
use crate::rules::{Input, Rules};
use crate::score::{Score, Span, score};

/// The nearest answer to one question that alone would change the band of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct SingleChange {
    /// The question.
    pub question: String,
    /// The answer as it is.
    pub from: i64,
    /// The nearest answer that changes the band, in one direction.
    pub to: i64,
    /// The bands that are possible as it is.
    pub before: Vec<String>,
    /// The bands that would be.
    pub after: Vec<String>,
}

/// What one question moves while all others stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Sensitivity {
    /// The question.
    pub question: String,
    /// The answer as it is.
    pub answer: i64,
    /// The measure as it is.
    pub now: Span,
    /// With the smallest answer.
    pub at_least: Span,
    /// With the largest answer.
    pub at_most: Span,
    /// With one point less; `null` at the end of the range.
    pub one_less: Option<Span>,
    /// With one point more; `null` at the end of the range.
    pub one_more: Option<Span>,
}

/// Questions with one answer that the edition asks.
fn known<'r>(rules: &'r Rules, given: &Given) -> Vec<(&'r Input, i64)> {
    let inputs = rules.inputs.iter();
    inputs
        .filter(|input| input.is_asked(given.editions.get(&input.index).copied()))
        .filter_map(|input| match given.answers.get(&input.name()) {
            Some(Answer::Known(points)) => Some((input, *points)),
            _ => None,
        })
        .collect()
}

fn with(rules: &Rules, given: &Given, input: &Input, points: i64) -> Result<Score, Overflow> {
    let mut changed = given.clone();
    changed.answers.insert(input.name(), Answer::Known(points));
    score(rules, &changed)
}

/// For every question, in the order of the rules, the nearest lower and the nearest higher answer that alone
/// changes the band of `measure`; questions that cannot are left out.
///
/// # Errors
/// As [`score`].
pub fn single_changes(
    rules: &Rules,
    given: &Given,
    measure: &str,
) -> Result<Vec<SingleChange>, Overflow> {
    let bands = |score: &Score| {
        let value = score.value(measure);
        value.map_or_else(Vec::new, |value| value.bands.clone())
    };
    let before = bands(&score(rules, given)?);
    let mut changes = Vec::new();
    for (input, from) in known(rules, given) {
        let lower: Vec<i64> = (input.least..from).rev().collect();
        let higher: Vec<i64> = (from + 1..=input.most).collect();
        for answers in [lower, higher] {
            for to in answers {
                let after = bands(&with(rules, given, input, to)?);
                if after != before {
                    changes.push(SingleChange {
                        question: input.name(),
                        from,
                        to,
                        before: before.clone(),
                        after,
                    });
                    break;
                }
            }
        }
    }
    Ok(changes)
}

/// What every answered question moves in `measure`, in the order of the rules; questions that move nothing
/// are left out.
///
/// # Errors
/// As [`score`].
pub fn sensitivity(
    rules: &Rules,
    given: &Given,
    measure: &str,
) -> Result<Vec<Sensitivity>, Overflow> {
    let points = |score: &Score| score.value(measure).and_then(|value| value.points);
    let Some(now) = points(&score(rules, given)?) else {
        return Ok(Vec::new());
    };
    let mut moves = Vec::new();
    for (input, answer) in known(rules, given) {
        let at = |to: i64| -> Result<Span, Overflow> {
            Ok(points(&with(rules, given, input, to)?).unwrap_or(now))
        };
        let step = |to: i64| -> Result<Option<Span>, Overflow> {
            let is_possible = (input.least..=input.most).contains(&to);
            is_possible.then(|| at(to)).transpose()
        };
        let (at_least, at_most) = (at(input.least)?, at(input.most)?);
        if at_least != at_most {
            moves.push(Sensitivity {
                question: input.name(),
                answer,
                now,
                at_least,
                at_most,
                one_less: step(answer - 1)?,
                one_more: step(answer + 1)?,
            });
        }
    }
    Ok(moves)
}
