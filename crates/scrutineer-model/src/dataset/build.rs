//! Collects an election row by row, then orders everything by its codes.

use crate::cell::Cell;
use crate::contest::{CapacityRule, Contest, Election};
use crate::dataset::Dataset;
use crate::dataset::geography::{GeographyBuilder, Ordered};
use crate::dataset::places::PlacesBuilder;
use crate::dataset::rows::RowsBuilder;
use crate::dataset::stations::StationsBuilder;
use crate::date::Date;
use crate::declaration::Declaration;
use crate::finding::Disposition;
use crate::import::ImportIssue;
use crate::index::{DivisionIdx, HierarchyIdx, SourceIdx, StationIdx};
use crate::intern::Order;
use crate::provenance::{Field, Input, Source};
use crate::sheets::SheetSet;
use crate::station::{SheetStatus, StationKind, StationStatus};

/// The data set cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// More stations, places, divisions, readings or text than the columns can index.
    #[error("more than 4,294,967,294 {what}, or more than 4 GiB of their text")]
    TooMany {
        /// Of what.
        what: &'static str,
    },
    /// A row with another number of cells than the source announced.
    #[error("a row of source {source_id} has {found} cells, expected {expected}")]
    WrongWidth {
        /// The source.
        source_id: String,
        /// Announced.
        expected: usize,
        /// Found.
        found: usize,
    },
}

/// What a file says about a station; every part may be missing.
#[derive(Clone, Copy, Debug, Default)]
pub struct StationEntry<'a> {
    /// The last component of the key as written.
    pub label: &'a str,
    /// A handle from [`DatasetBuilder::place`].
    pub place: Option<u32>,
    /// Handles from [`DatasetBuilder::division`], one per hierarchy; may be shorter.
    pub divisions: &'a [Option<u32>],
    /// Its kind, where the file says it.
    pub kind: Option<StationKind>,
    /// Whether it voted, where the file says it.
    pub status: Option<StationStatus>,
    /// What became of its sheet, where the file says it.
    pub sheet_status: Option<SheetStatus>,
}

/// One reading of one sheet.
#[derive(Clone, Copy, Debug)]
pub struct SheetRow<'a> {
    /// A handle from [`DatasetBuilder::station`].
    pub station: u32,
    /// The fields announced for the source, then one cell per ticket of the contest.
    pub cells: &'a [Cell],
    /// Explicit order among the readings of the station; the largest holds. 0 where there is none.
    pub sequence: u32,
    /// Keyed digest of the picture, 0 for none.
    pub picture: u64,
    /// Handle from [`DatasetBuilder::file`].
    pub file: u16,
    /// Line, from 1.
    pub row: u32,
}

/// Collects an election. Handles are given out in order of arrival and are worth nothing after
/// [`DatasetBuilder::finish`].
#[derive(Debug)]
pub struct DatasetBuilder {
    election: Election,
    contests: Vec<Contest>,
    geography: Vec<GeographyBuilder>,
    places: PlacesBuilder,
    stations: StationsBuilder,
    sources: Vec<Source>,
    rows: Vec<RowsBuilder>,
    declarations: Vec<Declaration>,
    dispositions: Vec<Disposition>,
    issues: Vec<ImportIssue>,
    inputs: Vec<Input>,
    dates: Vec<Date>,
    has_register: bool,
}

impl DatasetBuilder {
    /// Starts with what the folder says about the election; `hierarchies` are ids and level names.
    pub fn new(
        election: Election,
        contests: Vec<Contest>,
        hierarchies: Vec<(String, Vec<String>)>,
    ) -> Self {
        let geography: Vec<_> = hierarchies
            .into_iter()
            .map(|(id, levels)| GeographyBuilder::new(id, levels))
            .collect();
        Self {
            dates: vec![election.date],
            election,
            contests,
            places: PlacesBuilder::new(geography.len()),
            stations: StationsBuilder::new(geography.len()),
            geography,
            sources: Vec::new(),
            rows: Vec::new(),
            declarations: Vec::new(),
            dispositions: Vec::new(),
            issues: Vec::new(),
            inputs: Vec::new(),
            has_register: false,
        }
    }

    /// The contests, as given.
    pub fn contests(&self) -> &[Contest] {
        &self.contests
    }

    /// Number of hierarchies.
    pub fn hierarchies(&self) -> usize {
        self.geography.len()
    }

    /// The division with this path of codes, from the widest level down; `names` may be shorter.
    pub fn division(
        &mut self,
        hierarchy: HierarchyIdx,
        codes: &[&str],
        names: &[&str],
    ) -> Result<Option<u32>, BuildError> {
        match self.geography.get_mut(hierarchy.get()) {
            Some(geography) => geography.intern(codes, names),
            None => Ok(None),
        }
    }

    /// The place with this canonical code. A name is kept where an earlier one is empty; of two
    /// names the smaller in byte order stays, so that the order of rows does not matter.
    pub fn place(
        &mut self,
        code: &str,
        name: &str,
        divisions: &[Option<u32>],
    ) -> Result<u32, BuildError> {
        self.places.intern(code, name, divisions)
    }

    /// The station with this canonical id (see [`crate::encode_station_id`]).
    pub fn station(&mut self, id: &str, entry: &StationEntry<'_>) -> Result<u32, BuildError> {
        self.stations.intern(id, entry)
    }

    /// What the official list says about a station.
    pub fn register(&mut self, station: u32, registered: Cell, issued: Cell) {
        self.has_register = true;
        self.stations.register(station, registered, issued);
    }

    /// Opens a source. Rows pushed to it carry a cell for each of `fields`, then for each ticket
    /// of its contest.
    pub fn source(&mut self, source: Source, fields: Vec<Field>) -> SourceIdx {
        if let Some(date) = source.provenance.obtained_on {
            self.dates.push(date);
        }
        let contest = &self.contests[source.contest.get()];
        let index = SourceIdx::new(self.sources.len());
        self.rows
            .push(RowsBuilder::new(index, source.contest, contest, fields));
        self.sources.push(source);
        index
    }

    /// The contest and rows counters of a source, for readers that fill it in several steps.
    pub fn source_mut(&mut self, source: SourceIdx) -> &mut Source {
        &mut self.sources[source.get()]
    }

    /// Registers a file name of a source for [`SheetRow::file`].
    pub fn file(&mut self, source: SourceIdx, name: &str) -> Result<u16, BuildError> {
        self.rows[source.get()]
            .file(name)
            .ok_or(BuildError::TooMany {
                what: "files of a source",
            })
    }

    /// Adds one reading to a source.
    pub fn sheet(&mut self, source: SourceIdx, row: &SheetRow<'_>) -> Result<(), BuildError> {
        let rows = &mut self.rows[source.get()];
        if row.cells.len() != rows.width() {
            return Err(BuildError::WrongWidth {
                source_id: self.sources[source.get()].id.to_string(),
                expected: rows.width(),
                found: row.cells.len(),
            });
        }
        rows.push(row);
        Ok(())
    }

    /// The division that [`Dataset`] will give this handle is not known before the end; this maps
    /// declared parts at [`DatasetBuilder::finish`] through `DivisionIdx::new(handle)`.
    pub fn declaration(&mut self, declaration: Declaration) {
        self.dates.push(declaration.time.date());
        self.declarations.push(declaration);
    }

    /// Adds a disposition.
    pub fn disposition(&mut self, disposition: Disposition) {
        self.dates.push(disposition.date);
        self.dispositions.push(disposition);
    }

    /// Adds a problem of reading; its station, if any, is a handle.
    pub fn issue(&mut self, issue: ImportIssue) {
        self.issues.push(issue);
    }

    /// Adds a file that was read.
    pub fn input(&mut self, input: Input) {
        self.inputs.push(input);
    }

    /// Orders everything by its codes. Divisions in declarations and stations in issues are
    /// translated from handles.
    pub fn finish(mut self) -> Result<Dataset, BuildError> {
        let of_places = self.places.conflicts(&self.geography);
        self.issues.extend(of_places);
        let conflicts = self
            .stations
            .conflicts(self.places.codes(), &self.geography, &self.issues);
        self.issues.extend(conflicts);
        let mut hierarchies = Vec::new();
        let mut division_ranks = Vec::new();
        for geography in self.geography {
            let Ordered {
                hierarchy,
                rank,
                conflicts,
            } = geography.finish();
            self.issues.extend(conflicts);
            hierarchies.push(hierarchy);
            division_ranks.push(rank);
        }
        let place_order = self.places.order();
        let places = self.places.finish(&place_order)?;
        let station_order = self.stations.order();
        let first = self.contests.first();
        let rule = first.map_or(CapacityRule::NotStated, |first| first.capacity);
        let stations = self
            .stations
            .finish(&station_order, &place_order, &division_ranks, rule)?;
        let sheets: Vec<SheetSet> = self
            .rows
            .into_iter()
            .map(|rows| rows.finish(&station_order))
            .collect();
        for declaration in &mut self.declarations {
            translate_divisions(declaration, &division_ranks);
        }
        for issue in &mut self.issues {
            issue.station = issue
                .station
                .filter(|handle| handle.get() < stations.len())
                .map(|handle| translate_station(handle, &station_order));
        }
        self.dispositions
            .sort_by(|a, b| (&a.key, a.date).cmp(&(&b.key, b.date)));
        self.issues.sort_by(|a, b| {
            let place = (a.source, &a.locator, a.kind).cmp(&(b.source, &b.locator, b.kind));
            place.then_with(|| (&a.expected, &a.found).cmp(&(&b.expected, &b.found)))
        });
        Ok(Dataset {
            as_of: self.dates.into_iter().max().unwrap_or(self.election.date),
            election: self.election,
            contests: self.contests,
            hierarchies,
            places,
            stations,
            sources: self.sources,
            sheets,
            declarations: self.declarations,
            dispositions: self.dispositions,
            issues: self.issues,
            inputs: self.inputs,
            has_register: self.has_register,
        })
    }
}

fn translate_station(handle: StationIdx, order: &Order) -> StationIdx {
    u32::try_from(handle.get()).map_or(handle, |at| StationIdx::new(order.rank(at) as usize))
}

fn translate_divisions(declaration: &mut Declaration, ranks: &[Vec<u32>]) {
    use crate::declaration::Scope;
    let Some(rank) = ranks.first() else { return };
    let translate = |handle: DivisionIdx| {
        rank.get(handle.get())
            .map_or(handle, |&rank| DivisionIdx::new(rank as usize))
    };
    if let Scope::Division(division) = &mut declaration.scope {
        *division = translate(*division);
    }
    for part in &mut declaration.parts {
        part.division = translate(part.division);
    }
    declaration.parts.sort_by_key(|part| part.division);
}
