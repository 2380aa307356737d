//! Answers to questions, as they go into a score.

use std::collections::BTreeMap;

use scrutineer_model::Exact;

/// The answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The points.
    Known(i64),
    /// Nobody answered; every possible answer is kept open.
    Missing,
    /// Coders differ and nobody decided: the lowest and the highest of them.
    Between(i64, i64),
}

/// What a score is computed from. Points count as the current scale of the index does; tables turn old
/// editions round when they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The edition of each index that is used, by its id. Absent: the newest rules.
    pub editions: BTreeMap<String, u16>,
    /// Answers by the name of the question, such as `fiw.A3`. Absent is [`Answer::Missing`].
    pub answers: BTreeMap<String, Answer>,
    /// Parts of the index as they were published, by the id of the measure. Used only where no question
    /// below a part has an answer.
    pub parts: BTreeMap<String, Exact>,
}
