//! What is voted on: the election, its contests, options and tickets.

use scrutineer_model::{Applies, Date, RegisterKind};
use serde::{Deserialize, Serialize};

use crate::entry::value::{Number, Text, V1, tag};

tag!(
    ElectionTag = "election",
    SchemaTag = "scrutineer/log-entry/1"
);

/// One part of the election. Part 1 says everything but the options and tickets that did not fit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Election<'a> {
    /// Contests in the order of the folder; part 1 only.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub contests: Vec<ContestHead<'a>>,
    /// ISO 3166 code; part 1 only.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub country: Option<Text<'a>>,
    /// Day of the vote; part 1 only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Ways to divide the stations, in the order of the folder; part 1 only.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub hierarchies: Vec<HierarchyHead<'a>>,
    /// Short id; part 1 only.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub id: Option<Text<'a>>,
    pub(crate) kind: ElectionTag,
    /// Name as data; part 1 only.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text<'a>>,
    /// What can win, in ballot order; continues in the next part.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OptionLine<'a>>,
    /// From 1.
    pub part: Number,
    /// The format of the log's entries; part 1 only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) schema: Option<SchemaTag>,
    /// The lines of the form, for contests where they are not the options one by one.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub tickets: Vec<TicketLine<'a>>,
    pub(crate) v: V1,
}

/// A contest without its options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ContestHead<'a> {
    /// How many votes a station without a sheet can hold.
    #[serde(borrow)]
    pub capacity: Capacity<'a>,
    /// Short id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Name as data.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// The contest of the round before.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub predecessor: Option<Text<'a>>,
    /// Totals of the register, in the order of the folder.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub registers: Vec<RegisterTotal<'a>>,
    /// 1 for a first or only round.
    pub round: u8,
    /// Who wins.
    #[serde(borrow)]
    pub rule: Rule<'a>,
}

/// A capacity rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Capacity<'a> {
    /// Of a legal maximum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<u32>,
    /// `register`, `ballots-issued`, `legal-maximum`, `unbounded` or `not-stated`.
    #[serde(borrow)]
    pub rule: Text<'a>,
}

/// An outcome rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rule<'a> {
    /// `plurality`, `majority` or `threshold`.
    #[serde(borrow)]
    pub kind: Text<'a>,
    /// Options in the next round of a majority rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runoff: Option<u16>,
    /// To be exceeded (majority) or reached (threshold), such as `1/2`.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub share: Option<Text<'a>>,
    /// Of a plurality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub winners: Option<u16>,
}

/// A total of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RegisterTotal<'a> {
    /// Whether it is about this contest.
    pub applies: Applies,
    /// What it counts.
    pub figure: RegisterKind,
    /// Short id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// The number.
    #[serde(borrow)]
    pub total: Figure<'a>,
    /// Why it applies or not, as data.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub why: Option<Text<'a>>,
}

/// A declared or registered number with every reading of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Figure<'a> {
    /// Readings that were not chosen, in the order of the folder.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Reading<'a>>,
    /// Who prints the chosen reading.
    #[serde(borrow)]
    pub source: Text<'a>,
    /// The chosen reading.
    pub value: Number,
    /// Why it was chosen, as data.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub why: Option<Text<'a>>,
}

/// One outlet's version of a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Reading<'a> {
    /// Who prints it.
    #[serde(borrow)]
    pub source: Text<'a>,
    /// The number.
    pub value: Number,
}

/// A hierarchy of divisions without them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct HierarchyHead<'a> {
    /// Short name.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Names of the levels from the widest down.
    #[serde(borrow)]
    pub levels: Vec<Text<'a>>,
}

/// What can win.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OptionLine<'a> {
    /// Id of the contest.
    #[serde(borrow)]
    pub contest: Text<'a>,
    /// Short id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Name as data.
    #[serde(borrow)]
    pub name: Text<'a>,
}

/// One line of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TicketLine<'a> {
    /// Id of the contest.
    #[serde(borrow)]
    pub contest: Text<'a>,
    /// Short id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Name as data.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// Id of the option that receives its votes.
    #[serde(borrow)]
    pub option: Text<'a>,
}
