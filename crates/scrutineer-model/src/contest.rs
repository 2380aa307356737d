//! What is voted on, what can win, and by which rule.

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::date::Date;
use crate::exact::Exact;
use crate::figure::Figure;
use crate::index::OptionIdx;

/// One election day. NIST SP 1500-100: `Election`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    /// Short id, used in file names and links.
    pub id: Code,
    /// Name as data, in the language of the folder.
    pub name: String,
    /// Day of the vote.
    pub date: Date,
    /// ISO 3166 code, as data.
    pub country: String,
}

/// One decision on the ballot. NIST SP 1500-100: `Contest`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contest {
    /// Short id.
    pub id: Code,
    /// Name as data.
    pub name: String,
    /// 1 for a first or only round.
    pub round: u8,
    /// The contest of the round before, if there was one.
    pub predecessor: Option<Code>,
    /// Who wins.
    pub rule: OutcomeRule,
    /// What can win, in ballot order, else in the order of the folder.
    pub options: Vec<ContestOption>,
    /// The lines of the form, in ballot order. Every option has at least one.
    pub tickets: Vec<Ticket>,
    /// Totals of the register, with alternatives; per kind the main one first.
    pub registers: Vec<RegisterFigure>,
    /// How many votes a station without a sheet can hold.
    pub capacity: CapacityRule,
}

impl Contest {
    /// The option with this id.
    pub fn option(&self, id: &str) -> Option<OptionIdx> {
        self.options
            .iter()
            .position(|option| option.id.as_str() == id)
            .map(OptionIdx::new)
    }

    /// The register totals of one kind, the main one first.
    pub fn registers_of(&self, kind: RegisterKind) -> impl Iterator<Item = &RegisterFigure> {
        self.registers
            .iter()
            .filter(move |register| register.kind == kind)
    }

    /// Whether some option receives votes through more than one ticket.
    pub fn has_tickets(&self) -> bool {
        self.tickets.len() != self.options.len()
    }
}

/// What can win: a candidate, a list, an answer. NIST SP 1500-100: `ContestSelection`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContestOption {
    /// Short id.
    pub id: Code,
    /// Name as data.
    pub name: String,
}

/// One line of the form: an option receives the votes of all its tickets. NIST SP 1500-100:
/// `CandidateSelection` endorsed by one `Party`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Short id; equal to the option's id where an option has one ticket.
    pub id: Code,
    /// Name as data.
    pub name: String,
    /// Who receives the votes.
    pub option: OptionIdx,
}

/// Who wins. List systems need the quotas and divisors of their law and are not here yet.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OutcomeRule {
    /// The `winners` options with most votes.
    Plurality {
        /// At least 1.
        winners: u16,
    },
    /// The option with more than `share` of the valid votes; without one, the `runoff` first
    /// options meet again.
    Majority {
        /// Usually one half; to be exceeded.
        share: Exact,
        /// Number of options in the next round; 0 where nobody wins and no runoff follows.
        runoff: u16,
    },
    /// Every option with at least `share` of the valid votes.
    Threshold {
        /// To be reached.
        share: Exact,
    },
}

/// What a register total counts.
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
pub enum RegisterKind {
    /// People who may vote in this contest.
    Electors,
    /// Stations.
    Stations,
    /// Polling places.
    Places,
}

/// Whether a register total is about this contest.
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
pub enum Applies {
    /// It is.
    Yes,
    /// It counts people who do not vote in this contest: a check of robustness only.
    No,
    /// Nobody says.
    Unknown,
}

/// One total of the register with its source. Sources disagree; every one is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterFigure {
    /// Short id, named in every sentence that rests on it.
    pub id: Code,
    /// What it counts.
    pub kind: RegisterKind,
    /// The number.
    pub total: Figure,
    /// Whether it is about this contest.
    pub applies: Applies,
    /// Why it applies or not, as data.
    pub why: Option<String>,
}

/// How many valid votes a station without a sheet can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CapacityRule {
    /// Its registered voters: nobody votes off the list. A register of 0 with ballots is *not
    /// stated*.
    Register,
    /// The ballots issued to it.
    BallotsIssued,
    /// A number that the law fixes for every station.
    LegalMaximum(u32),
    /// The law sets no ceiling.
    Unbounded,
    /// Nobody says.
    NotStated,
}
