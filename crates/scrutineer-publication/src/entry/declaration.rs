//! Declared results.

use scrutineer_model::{CountStatus, Moment, PrintedPercent};
use serde::{Deserialize, Serialize};

use crate::entry::election::Figure;
use crate::entry::value::{Flag, Nth, Number, Text, V1, tag};

tag!(
    DeclarationTag = "declaration",
    DeclaredPartTag = "declared-part",
);

/// A declared result: one authority, one moment, one scope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Declaration<'a> {
    /// Who declared, as data.
    #[serde(borrow)]
    pub authority: Text<'a>,
    /// Blank votes.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub blank: Option<Box<Figure<'a>>>,
    /// Id of the contest.
    #[serde(borrow)]
    pub contest: Text<'a>,
    /// How much of the count it says it holds.
    #[serde(borrow)]
    pub coverage: Box<Coverage<'a>>,
    /// An earlier declaration that this one continues.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Text<'a>>,
    /// Short id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Invalid votes.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub invalid: Option<Box<Figure<'a>>>,
    /// Invalid votes as a printed percentage of voters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invalid_of_voters: Option<PrintedPercent>,
    pub(crate) kind: DeclarationTag,
    /// Its position among the declarations, from 1.
    pub number: u16,
    /// Votes per option or group, in the order of the folder.
    #[serde(borrow)]
    pub options: Vec<DeclaredOption<'a>>,
    /// Who printed the figures, as data.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<Text<'a>>,
    /// The whole register, as the declaration states it.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub registered: Option<Box<Figure<'a>>>,
    /// Codes of the division that it covers; absent for the whole contest.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Vec<Text<'a>>>,
    /// How final it calls itself.
    pub status: CountStatus,
    /// When, a public act: with its time and zone where known.
    pub time: Moment,
    /// Turnout as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turnout: Option<PrintedPercent>,
    pub(crate) v: V1,
    /// Valid votes.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub valid: Option<Box<Figure<'a>>>,
    /// Valid votes as a printed percentage of voters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_of_voters: Option<PrintedPercent>,
    /// People who voted.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub voters: Option<Box<Figure<'a>>>,
    /// Options declared to win.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub winners: Vec<Text<'a>>,
}

/// How much of the count a declaration says it holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Coverage<'a> {
    /// Whether it says in words that everything is counted.
    #[serde(default, skip_serializing_if = "Flag::is_unset")]
    pub complete: Flag,
    /// Registered voters in the counted stations.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub electors: Option<Figure<'a>>,
    /// Polling places counted.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub places: Option<Figure<'a>>,
    /// The percentage printed, of something.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed: Option<PrintedPercent>,
    /// Stations counted.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub stations: Option<Figure<'a>>,
    /// Stations there are.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub stations_total: Option<Figure<'a>>,
}

/// Declared votes of an option, or of a group of options announced as one number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DeclaredOption<'a> {
    /// Short id of the group; absent for one option.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub group: Option<Text<'a>>,
    /// The option, or those of the group.
    #[serde(borrow)]
    pub options: Vec<Text<'a>>,
    /// The share of valid votes as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<PrintedPercent>,
    /// The number.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub votes: Option<Figure<'a>>,
}

/// The declared result of one division.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DeclaredPart<'a> {
    /// Id of the declaration.
    #[serde(borrow)]
    pub declaration: Text<'a>,
    /// Codes of the division in the first hierarchy, from the widest down.
    #[serde(borrow)]
    pub division: Vec<Text<'a>>,
    /// Invalid votes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invalid: Option<Number>,
    pub(crate) kind: DeclaredPartTag,
    /// From 2, where the declaration has several rows for the division, in their order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Nth>,
    /// Registered voters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registered: Option<Number>,
    pub(crate) v: V1,
    /// Valid votes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid: Option<Number>,
    /// People who voted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voters: Option<Number>,
    /// Votes in the order of the declaration's options; `null` where the file has none.
    pub votes: Vec<Option<Number>>,
}
