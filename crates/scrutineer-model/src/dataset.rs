//! The one type that joins the ways in and the way out.

mod build;
mod geography;
mod places;
mod rows;
mod stations;

pub use build::{BuildError, DatasetBuilder, SheetRow, StationEntry};

use crate::contest::{Contest, Election};
use crate::date::Date;
use crate::declaration::Declaration;
use crate::division::Hierarchy;
use crate::finding::Disposition;
use crate::import::ImportIssue;
use crate::index::{ContestIdx, DeclarationIdx, HierarchyIdx, SourceIdx};
use crate::provenance::{Input, Source};
use crate::sheets::SheetSet;
use crate::station::{Places, Stations};

/// An election as read: what was observed, without any conclusion.
///
/// Built by [`DatasetBuilder`]; afterwards nothing changes. The order of stations, places and
/// divisions follows their codes and the order of readings follows what they say, so that files
/// with shuffled rows build equal data sets (but for [`SheetSet::locator`]).
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    pub(crate) election: Election,
    pub(crate) contests: Vec<Contest>,
    pub(crate) hierarchies: Vec<Hierarchy>,
    pub(crate) places: Places,
    pub(crate) stations: Stations,
    pub(crate) sources: Vec<Source>,
    pub(crate) sheets: Vec<SheetSet>,
    pub(crate) declarations: Vec<Declaration>,
    pub(crate) dispositions: Vec<Disposition>,
    pub(crate) issues: Vec<ImportIssue>,
    pub(crate) inputs: Vec<Input>,
    pub(crate) as_of: Date,
    pub(crate) has_register: bool,
}

impl Dataset {
    /// The election.
    pub fn election(&self) -> &Election {
        &self.election
    }

    /// The contests in the order of the folder; at least one.
    pub fn contests(&self) -> &[Contest] {
        &self.contests
    }

    /// One contest.
    pub fn contest(&self, contest: ContestIdx) -> &Contest {
        &self.contests[contest.get()]
    }

    /// The ways in which the stations are divided; may be empty.
    pub fn hierarchies(&self) -> &[Hierarchy] {
        &self.hierarchies
    }

    /// One hierarchy.
    pub fn hierarchy(&self, hierarchy: HierarchyIdx) -> &Hierarchy {
        &self.hierarchies[hierarchy.get()]
    }

    /// The polling places; empty where the folder has none.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Every station that the register or a sheet names.
    pub fn stations(&self) -> &Stations {
        &self.stations
    }

    /// Whether the folder has an official list of stations.
    pub fn has_register(&self) -> bool {
        self.has_register
    }

    /// The sources in the order of the folder.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// One source.
    pub fn source(&self, source: SourceIdx) -> &Source {
        &self.sources[source.get()]
    }

    /// The file of a problem of reading, as findings and a log name it: of a source that is marked sensitive its id, since
    /// which of several files it is concerns those alone who have the folder.
    pub fn file_of<'a>(&'a self, issue: &'a ImportIssue) -> &'a str {
        let source = issue.source.map(|at| self.source(at));
        match source.filter(|source| source.is_withheld()) {
            Some(source) => source.id.as_str(),
            None => &issue.locator.file,
        }
    }

    /// The sheets of every source, in the order of the sources.
    pub fn sheets(&self) -> &[SheetSet] {
        &self.sheets
    }

    /// The sheets of the sources of one contest.
    pub fn sheets_of(&self, contest: ContestIdx) -> impl Iterator<Item = &SheetSet> {
        self.sheets.iter().filter(move |set| set.contest == contest)
    }

    /// The declarations in the order of the folder.
    pub fn declarations(&self) -> &[Declaration] {
        &self.declarations
    }

    /// One declaration.
    pub fn declaration(&self, declaration: DeclarationIdx) -> &Declaration {
        &self.declarations[declaration.get()]
    }

    /// The findings looked into.
    pub fn dispositions(&self) -> &[Disposition] {
        &self.dispositions
    }

    /// What went wrong while reading.
    pub fn issues(&self) -> &[ImportIssue] {
        &self.issues
    }

    /// The files that were read.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// The latest date among the inputs: the election, when sources were obtained, declarations,
    /// dispositions.
    pub fn as_of(&self) -> Date {
        self.as_of
    }
}
