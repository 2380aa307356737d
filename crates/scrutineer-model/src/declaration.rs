//! What an authority said the result is.

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::date::Moment;
use crate::figure::Figure;
use crate::index::{ContestIdx, DivisionIdx, OptionIdx};
use crate::percent::PrintedPercent;

/// A declared result: one authority, one moment, one scope. NIST SP 1500-100: `ElectionReport`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// Short id.
    pub id: Code,
    /// The contest.
    pub contest: ContestIdx,
    /// Who declared, as data.
    pub authority: String,
    /// Who printed the figures used here, as data.
    pub outlet: Option<String>,
    /// When.
    pub time: Moment,
    /// How final it calls itself.
    pub status: CountStatus,
    /// What it covers.
    pub scope: Scope,
    /// How much of the count it says it holds.
    pub coverage: DeclaredCoverage,
    /// Votes per option or group, in the order of the folder.
    pub options: Vec<DeclaredOption>,
    /// Options declared to win (or to pass). Empty: the rule applied to the declared votes.
    pub winners: Vec<OptionIdx>,
    /// Valid votes; `None` where not announced (the sum of the options is then used).
    pub valid: Option<Figure>,
    /// Invalid votes.
    pub invalid: Option<Figure>,
    /// Blank votes.
    pub blank: Option<Figure>,
    /// People who voted (ballots cast).
    pub voters: Option<Figure>,
    /// Turnout as printed.
    pub turnout: Option<PrintedPercent>,
    /// The whole register, as the declaration states it.
    pub registered: Option<Figure>,
    /// Percentages printed for valid votes of voters and the like: (part, whole, percentage).
    pub valid_of_voters: Option<PrintedPercent>,
    /// Invalid votes as a printed percentage of voters.
    pub invalid_of_voters: Option<PrintedPercent>,
    /// Declared results by division, where published.
    pub parts: Vec<DeclaredPart>,
    /// An earlier declaration that this one continues; its increments are checked.
    pub follows: Option<Code>,
}

impl Declaration {
    /// Whether every one of the contest's `options` is announced, alone or in a group: only then
    /// do the announced votes add up to the valid votes.
    pub fn covers(&self, options: usize) -> bool {
        let announced = |option: OptionIdx| {
            self.options
                .iter()
                .any(|held| held.target.options().contains(&option))
        };
        (0..options).map(OptionIdx::new).all(announced)
    }
}

/// How final a declaration calls itself. NIST SP 1500-100: `ResultsStatus`.
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
pub enum CountStatus {
    /// Counting goes on.
    UnofficialPartial,
    /// All is counted, nothing is certified.
    UnofficialComplete,
    /// Certified.
    Certified,
    /// Replaces an earlier certified one.
    Correction,
    /// After a recount.
    Recount,
    /// Not said.
    Unknown,
}

/// What a declaration covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The whole contest.
    All,
    /// One division.
    Division(DivisionIdx),
}

/// How much of the count a declaration says it holds. Everything is as printed: "80 % transmitted"
/// does not say of what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeclaredCoverage {
    /// The percentage printed, of something.
    pub printed: Option<PrintedPercent>,
    /// Registered voters in the counted stations.
    pub electors: Option<Figure>,
    /// Stations counted.
    pub stations: Option<Figure>,
    /// Stations there are, as the declaration states it.
    pub stations_total: Option<Figure>,
    /// Polling places counted.
    pub places: Option<Figure>,
    /// It says in words that everything is counted.
    pub complete: bool,
}

impl DeclaredCoverage {
    /// Whether every sheet is claimed to be inside: it says so, or it prints no coverage at all.
    pub fn claims_all(&self) -> bool {
        let nothing_printed = self.printed.is_none()
            && self.electors.is_none()
            && self.stations.is_none()
            && self.places.is_none();
        self.complete || nothing_printed
    }
}

/// Who receives declared votes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeclaredTarget {
    /// One option.
    Option(OptionIdx),
    /// Several options announced as one number ("others").
    Group {
        /// Short id of the group.
        id: Code,
        /// The options in it.
        options: Vec<OptionIdx>,
    },
}

impl DeclaredTarget {
    /// The options that the number is the sum of.
    pub fn options(&self) -> &[OptionIdx] {
        match self {
            Self::Option(option) => std::slice::from_ref(option),
            Self::Group { options, .. } => options,
        }
    }
}

/// Declared votes of an option or group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredOption {
    /// Who receives them.
    pub target: DeclaredTarget,
    /// The number; `None` where only a percentage was announced.
    pub votes: Option<Figure>,
    /// The share of valid votes as printed.
    pub percent: Option<PrintedPercent>,
}

/// The declared result of one division, read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredPart {
    /// The division.
    pub division: DivisionIdx,
    /// Votes in the order of the declaration's options; `None` where the file has none.
    pub votes: Vec<Option<u64>>,
    /// Valid votes.
    pub valid: Option<u64>,
    /// Invalid votes.
    pub invalid: Option<u64>,
    /// People who voted.
    pub voters: Option<u64>,
    /// Registered voters.
    pub registered: Option<u64>,
}
