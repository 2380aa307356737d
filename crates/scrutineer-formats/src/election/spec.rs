// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The parts of `election.toml` that say where numbers come from.

use scrutineer_model::{
    Code, ContestIdx, CountStatus, DeclaredOption, Figure, HierarchyIdx, Identity, InputRole,
    Moment, OptionIdx, Origin, PrintedPercent, Provenance,
};

use crate::election::table::{Location, ReadSpec, TableSpec};

/// `[[source]]`: a set of sheets of one contest from one provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceSpec {
    /// Short id.
    pub id: Code,
    /// The contest.
    pub contest: ContestIdx,
    /// Whether nothing that leaves the folder may say which source it is.
    pub sensitive: bool,
    /// Its root, resolved through `derived_from`.
    pub origin: Origin,
    /// How it came to be here.
    pub provenance: Provenance,
    /// Its files, in the order of the folder.
    pub files: Vec<Location>,
    /// How to read them.
    pub table: TableSpec,
    /// Sums that its form promises.
    pub identities: Vec<Identity>,
}

/// `[register]`: the official list of stations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterSpec {
    /// The file.
    pub file: Location,
    /// How to read it.
    pub table: TableSpec,
}

/// `[[geometry]]`: shapes of divisions of the first hierarchy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeometrySpec {
    /// The file.
    pub file: Location,
    /// Properties with the codes of a division, from the widest level down; at least one.
    pub codes: Vec<String>,
}

/// `[[declaration]]`: a declared result, before its divisions are looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclarationSpec {
    /// Short id.
    pub id: Code,
    /// The contest.
    pub contest: ContestIdx,
    /// Who declared, as data.
    pub authority: String,
    /// Who printed the figures, as data.
    pub outlet: Option<String>,
    /// When.
    pub time: Moment,
    /// How final it calls itself.
    pub status: CountStatus,
    /// Path of codes of the division that it covers, in the first hierarchy; empty for the whole
    /// contest.
    pub scope: Vec<String>,
    /// How much of the count it says it holds.
    pub coverage: scrutineer_model::DeclaredCoverage,
    /// Votes per option or group.
    pub options: Vec<DeclaredOption>,
    /// Options declared to win.
    pub winners: Vec<OptionIdx>,
    /// Valid votes.
    pub valid: Option<Figure>,
    /// Invalid votes.
    pub invalid: Option<Figure>,
    /// Blank votes.
    pub blank: Option<Figure>,
    /// People who voted.
    pub voters: Option<Figure>,
    /// The whole register.
    pub registered: Option<Figure>,
    /// Turnout as printed.
    pub turnout: Option<PrintedPercent>,
    /// Valid votes as a printed percentage of voters.
    pub valid_of_voters: Option<PrintedPercent>,
    /// Invalid votes as a printed percentage of voters.
    pub invalid_of_voters: Option<PrintedPercent>,
    /// Declared results by division.
    pub parts: Option<PartsSpec>,
    /// An earlier declaration that this one continues.
    pub follows: Option<Code>,
}

/// Declared results by division, from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartsSpec {
    /// The file.
    pub file: Location,
    /// How to read it.
    pub read: ReadSpec,
    /// Code columns from the widest level down.
    pub codes: Vec<String>,
    /// Name columns; empty or as many as the codes.
    pub names: Vec<String>,
    /// Per option or group of the declaration: its position there and the column.
    pub votes: Vec<(usize, String)>,
    /// Column of valid votes.
    pub valid: Option<String>,
    /// Column of invalid votes.
    pub invalid: Option<String>,
    /// Column of people who voted.
    pub voters: Option<String>,
    /// Column of registered voters.
    pub registered: Option<String>,
}

/// A file that reading the folder needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Short name for messages: `source sheets`, `register`, `declaration bulletin-1`,
    /// `dispositions`.
    pub id: String,
    /// What it is for; the first use, where several sources read one file.
    pub role: InputRole,
    /// Where it is.
    pub location: Location,
    /// Whether the folder is complete without it.
    pub optional: bool,
}

/// A hierarchy as declared: its id and the names of its levels from the widest down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HierarchySpec {
    /// Short id.
    pub id: String,
    /// Level names.
    pub levels: Vec<String>,
}

impl HierarchySpec {
    /// The hierarchy called `id`.
    pub(crate) fn find(all: &[Self], id: &str) -> Option<HierarchyIdx> {
        all.iter()
            .position(|hierarchy| hierarchy.id == id)
            .map(HierarchyIdx::new)
    }
}
