//! The two answers. Neither can be written without its condition.

use scrutineer_model::{Link, Message};
use serde::{Deserialize, Serialize};

/// Does the evidence make the declared winner win?
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum WinnerVerdict {
    /// Every completion of the evidence within its bounds makes the declared winner win.
    Supported,
    /// No completion does.
    Contradicted,
    /// Some do and some do not, or the bounds are not known.
    Undetermined,
}

/// Do the declared figures agree with the evidence?
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum FiguresVerdict {
    /// They can be the sum of the sheets and of what is missing.
    Consistent,
    /// Both are complete and they are different numbers.
    Differs,
    /// They cannot be, under every admissible reading of what was announced, or under the one that
    /// the declaration's own figures fix.
    Infeasible,
    /// Under some readings they can, or a bound that decides it is not known.
    Undetermined,
}

/// An answer with what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Answer<V> {
    /// The answer.
    pub answer: V,
    /// Links that must hold for it.
    pub depends_on: Vec<Link>,
    /// The condition alone ("if the sheets of ... are genuine ...").
    pub condition: Message,
    /// The answer as one sentence that holds its condition.
    pub statement: Message,
    /// Codes of the reasons, the strongest first.
    pub reasons: Vec<String>,
    /// The reasons as sentences, in the same order; ids are `reason-` and the code.
    pub explanations: Vec<Message>,
    /// What evidence would change the answer.
    pub would_change: Vec<Message>,
}

/// The answer about the winner.
pub type WinnerAnswer = Answer<WinnerVerdict>;

/// The answer about the figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct FiguresAnswer {
    /// The answer with what it rests on.
    #[serde(flatten)]
    pub answer: Answer<FiguresVerdict>,
    /// Votes by which the figures differ or are out of reach; `None` where they are not.
    pub votes: Option<u64>,
    /// The reading that decides, where not all do.
    pub reading: Option<String>,
}
