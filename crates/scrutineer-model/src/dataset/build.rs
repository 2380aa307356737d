//! Collects an election row by row, then orders everything by its codes.

use std::collections::{BTreeMap, BTreeSet};

use crate::arena::Arena;
use crate::cell::Cell;
use crate::contest::{CapacityRule, Contest, Election};
use crate::dataset::Dataset;
use crate::dataset::geography::{GeographyBuilder, Ordered};
use crate::dataset::rows::RowsBuilder;
use crate::date::Date;
use crate::declaration::Declaration;
use crate::finding::Disposition;
use crate::import::{ImportIssue, ImportIssueKind, Locator};
use crate::index::{DivisionIdx, HierarchyIdx, PlaceIdx, SourceIdx, StationIdx};
use crate::intern::{Interner, ranks};
use crate::provenance::{Field, Input, Source};
use crate::sheets::SheetSet;
use crate::station::{Capacity, Places, SheetStatus, StationKind, StationStatus, Stations};

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
    places: Interner,
    place_names: Vec<String>,
    place_divisions: Vec<Vec<Option<u32>>>,
    /// (place, hierarchy, division) triples that contradict the first division of the place.
    other_place_divisions: BTreeSet<(u32, usize, u32)>,
    stations: Interner,
    columns: StationColumns,
    sources: Vec<Source>,
    rows: Vec<RowsBuilder>,
    declarations: Vec<Declaration>,
    dispositions: Vec<Disposition>,
    issues: Vec<ImportIssue>,
    inputs: Vec<Input>,
    dates: Vec<Date>,
    has_register: bool,
}

#[derive(Debug, Default)]
struct StationColumns {
    label: Vec<(u32, u32)>,
    label_text: String,
    place: Vec<Option<u32>>,
    division: Vec<Vec<Option<u32>>>,
    kind: Vec<StationKind>,
    status: Vec<StationStatus>,
    sheet_status: Vec<SheetStatus>,
    registered: Vec<Cell>,
    issued: Vec<Cell>,
    in_register: Vec<bool>,
    /// (station, place) pairs that contradict the column.
    other_places: Vec<(u32, u32)>,
    /// (station, hierarchy, division) triples that contradict the column.
    other_divisions: Vec<(u32, usize, u32)>,
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
        let columns = StationColumns {
            division: vec![Vec::new(); geography.len()],
            ..Default::default()
        };
        Self {
            dates: vec![election.date],
            election,
            contests,
            geography,
            places: Interner::default(),
            place_names: Vec::new(),
            place_divisions: Vec::new(),
            other_place_divisions: BTreeSet::new(),
            stations: Interner::default(),
            columns,
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
        let too_many = BuildError::TooMany {
            what: "polling places",
        };
        let (place, new) = self.places.intern(code).ok_or_else(|| too_many.clone())?;
        let handle = u32::try_from(place).map_err(|_| too_many)?;
        if new {
            self.place_names.push(name.to_owned());
            self.place_divisions.push(divisions.to_vec());
            return Ok(handle);
        }
        let held = &mut self.place_names[place];
        if held.is_empty() || (!name.is_empty() && name < held.as_str()) {
            name.clone_into(held);
        }
        for (hierarchy, division) in divisions.iter().enumerate() {
            let Some(new) = *division else { continue };
            let held = &mut self.place_divisions[place];
            if held.len() <= hierarchy {
                held.resize(hierarchy + 1, None);
            }
            match held[hierarchy] {
                None => held[hierarchy] = Some(new),
                Some(old) if old != new => {
                    self.other_place_divisions.insert((handle, hierarchy, new));
                }
                Some(_) => {}
            }
        }
        Ok(handle)
    }

    /// Places that rows name with two divisions. The smallest path stands beside each other one, so
    /// that the order of rows does not matter.
    fn place_conflicts(&self) -> Vec<ImportIssue> {
        let mut named: BTreeMap<(u32, usize), BTreeSet<String>> = BTreeMap::new();
        for &(place, hierarchy, other) in &self.other_place_divisions {
            let Some(geography) = self.geography.get(hierarchy) else {
                continue;
            };
            let held = self.place_divisions[place as usize][hierarchy];
            let paths = named.entry((place, hierarchy)).or_default();
            paths.extend(
                held.into_iter()
                    .chain([other])
                    .map(|at| geography.path_code(at)),
            );
        }
        let mut issues = Vec::new();
        for ((place, _), paths) in named {
            let mut paths = paths.into_iter();
            let Some(expected) = paths.next() else {
                continue;
            };
            issues.extend(paths.map(|found| ImportIssue {
                kind: ImportIssueKind::DivisionConflict,
                source: None,
                station: None,
                locator: Locator {
                    column: Some(self.places.texts().get(place as usize).to_owned()),
                    ..Locator::default()
                },
                expected: expected.clone(),
                found,
                count: 1,
                rejects_row: false,
            }));
        }
        issues
    }

    /// The station with this canonical id (see [`crate::encode_station_id`]).
    pub fn station(&mut self, id: &str, entry: &StationEntry<'_>) -> Result<u32, BuildError> {
        let too_many = BuildError::TooMany { what: "stations" };
        let (station, new) = self.stations.intern(id).ok_or_else(|| too_many.clone())?;
        let handle = u32::try_from(station).map_err(|_| too_many.clone())?;
        if new {
            self.columns.push(entry).ok_or(too_many)?;
        } else {
            self.columns.amend(handle, entry);
        }
        Ok(handle)
    }

    /// What the official list says about a station.
    pub fn register(&mut self, station: u32, registered: Cell, issued: Cell) {
        let at = station as usize;
        self.has_register = true;
        self.columns.registered[at] = registered;
        self.columns.issued[at] = issued;
        self.columns.in_register[at] = true;
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
        let of_places = self.place_conflicts();
        self.issues.extend(of_places);
        let places = self.places.texts();
        let conflicts = self
            .columns
            .conflicts(places, &self.geography, &self.issues);
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
        let (place_rank, place_order) = ranks(self.places.texts());
        let mut places = Places::default();
        for &place in &place_order {
            let place = place as usize;
            let too_many = BuildError::TooMany {
                what: "polling places",
            };
            places
                .code
                .push(self.places.texts().get(place))
                .ok_or_else(|| too_many.clone())?;
            places.name.push(&self.place_names[place]).ok_or(too_many)?;
        }
        let (station_rank, station_order) = ranks(self.stations.texts());
        let ordering = StationOrdering {
            order: &station_order,
            place_rank: &place_rank,
            division_ranks: &division_ranks,
            rule: self
                .contests
                .first()
                .map_or(CapacityRule::NotStated, |first| first.capacity),
        };
        let stations = self
            .columns
            .finish(self.stations.texts(), &ordering)
            .ok_or(BuildError::TooMany { what: "stations" })?;
        let sheets: Vec<SheetSet> = self
            .rows
            .into_iter()
            .map(|rows| rows.finish(&station_rank))
            .collect();
        for declaration in &mut self.declarations {
            translate_divisions(declaration, &division_ranks);
        }
        for issue in &mut self.issues {
            issue.station = issue
                .station
                .and_then(|handle| station_rank.get(handle.get()))
                .map(|&rank| StationIdx::new(rank as usize));
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

struct StationOrdering<'a> {
    order: &'a [u32],
    place_rank: &'a [u32],
    division_ranks: &'a [Vec<u32>],
    rule: CapacityRule,
}

impl StationColumns {
    fn push(&mut self, entry: &StationEntry<'_>) -> Option<()> {
        let start = u32::try_from(self.label_text.len()).ok()?;
        self.label_text.push_str(entry.label);
        self.label
            .push((start, u32::try_from(self.label_text.len()).ok()?));
        self.place.push(entry.place);
        for (hierarchy, column) in self.division.iter_mut().enumerate() {
            column.push(entry.divisions.get(hierarchy).copied().flatten());
        }
        self.kind.push(entry.kind.unwrap_or_default());
        self.status.push(entry.status.unwrap_or_default());
        self.sheet_status
            .push(entry.sheet_status.unwrap_or_default());
        self.registered.push(Cell::NOT_ON_FORM);
        self.issued.push(Cell::NOT_ON_FORM);
        self.in_register.push(false);
        Some(())
    }

    fn amend(&mut self, station: u32, entry: &StationEntry<'_>) {
        let at = station as usize;
        match (self.place[at], entry.place) {
            (None, new) => self.place[at] = new,
            (Some(old), Some(new)) if old != new => self.other_places.push((station, new)),
            _ => {}
        }
        for (hierarchy, column) in self.division.iter_mut().enumerate() {
            match (
                column[at],
                entry.divisions.get(hierarchy).copied().flatten(),
            ) {
                (None, new) => column[at] = new,
                (Some(old), Some(new)) if old != new => {
                    self.other_divisions.push((station, hierarchy, new));
                }
                _ => {}
            }
        }
        // Of two statements the later variant stays: each says more than the default before it,
        // and the order of rows must not matter.
        if let Some(kind) = entry.kind {
            self.kind[at] = self.kind[at].max(kind);
        }
        if let Some(status) = entry.status {
            self.status[at] = self.status[at].max(status);
        }
        if let Some(sheet_status) = entry.sheet_status {
            self.sheet_status[at] = self.sheet_status[at].min(sheet_status);
        }
    }

    /// Stations that rows name with two places or two divisions; the station is a handle. A pair
    /// of divisions that `told` already has for the station's place is not repeated.
    fn conflicts(
        &self,
        places: &Arena,
        geography: &[GeographyBuilder],
        told: &[ImportIssue],
    ) -> Vec<ImportIssue> {
        let told: BTreeSet<(&str, &str, &str)> = told
            .iter()
            .filter(|issue| issue.kind == ImportIssueKind::DivisionConflict)
            .filter_map(|issue| {
                let place = issue.locator.column.as_deref()?;
                Some((place, issue.expected.as_str(), issue.found.as_str()))
            })
            .collect();
        // Per station and kind of conflict every text; the smallest is named beside each other one,
        // so that the order of rows does not matter.
        let mut named: BTreeMap<(u32, usize), BTreeSet<String>> = BTreeMap::new();
        for &(station, other) in &self.other_places {
            let texts = named.entry((station, geography.len())).or_default();
            for place in self.place[station as usize].into_iter().chain([other]) {
                texts.insert(places.get(place as usize).to_owned());
            }
        }
        for &(station, hierarchy, other) in &self.other_divisions {
            let texts = named.entry((station, hierarchy)).or_default();
            let held = self.division[hierarchy][station as usize];
            for division in held.into_iter().chain([other]) {
                texts.insert(geography[hierarchy].path_code(division));
            }
        }
        let mut issues = Vec::new();
        for ((station, _), texts) in named {
            let place = self.place[station as usize].map_or("", |at| places.get(at as usize));
            let mut texts = texts.into_iter();
            let Some(expected) = texts.next() else {
                continue;
            };
            for found in texts {
                if told.contains(&(place, expected.as_str(), found.as_str())) {
                    continue;
                }
                issues.push(ImportIssue {
                    kind: ImportIssueKind::DivisionConflict,
                    source: None,
                    station: Some(StationIdx::new(station as usize)),
                    locator: Locator::default(),
                    expected: expected.clone(),
                    found,
                    count: 1,
                    rejects_row: false,
                });
            }
        }
        issues
    }

    fn finish(self, ids: &Arena, ordering: &StationOrdering<'_>) -> Option<Stations> {
        let mut stations = Stations {
            division: vec![Vec::new(); self.division.len()],
            ..Default::default()
        };
        let ranked = |rank: &[u32], handle: u32| rank.get(handle as usize).copied();
        let mut place: Vec<Option<u32>> = self
            .place
            .iter()
            .map(|handle| handle.and_then(|handle| ranked(ordering.place_rank, handle)))
            .collect();
        for (station, other) in self.other_places {
            let held = &mut place[station as usize];
            *held = (*held).min(ranked(ordering.place_rank, other));
        }
        let mut division: Vec<Vec<Option<u32>>> = self
            .division
            .iter()
            .zip(ordering.division_ranks)
            .map(|(column, rank)| {
                column
                    .iter()
                    .map(|handle| handle.and_then(|handle| ranked(rank, handle)))
                    .collect()
            })
            .collect();
        for (station, hierarchy, other) in self.other_divisions {
            let other = ranked(&ordering.division_ranks[hierarchy], other);
            let held = &mut division[hierarchy][station as usize];
            *held = (*held).min(other);
        }
        for &handle in ordering.order {
            let at = handle as usize;
            let (start, end) = self.label[at];
            stations.id.push(ids.get(at))?;
            stations
                .label
                .push(self.label_text.get(start as usize..end as usize)?)?;
            stations
                .place
                .push(place[at].map(|rank| PlaceIdx::new(rank as usize)));
            for (column, ranked) in stations.division.iter_mut().zip(&division) {
                column.push(ranked[at].map(|rank| DivisionIdx::new(rank as usize)));
            }
            stations.kind.push(self.kind[at]);
            stations.status.push(self.status[at]);
            stations.sheet_status.push(self.sheet_status[at]);
            stations.registered.push(self.registered[at]);
            stations.in_register.push(self.in_register[at]);
            stations.capacity.push(capacity(
                ordering.rule,
                self.registered[at],
                self.issued[at],
            ));
        }
        Some(stations)
    }
}

/// Nobody votes at a station that is not open, but a wrong status must not make an answer
/// stronger, so the ceiling does not depend on it.
fn capacity(rule: CapacityRule, registered: Cell, issued: Cell) -> Capacity {
    let stated = |cell: Cell| match cell.count() {
        Some(count) if count > 0 => Capacity::Known(count),
        _ => Capacity::NotStated,
    };
    match rule {
        CapacityRule::Register => stated(registered),
        CapacityRule::BallotsIssued => stated(issued),
        CapacityRule::LegalMaximum(maximum) => Capacity::Known(maximum),
        CapacityRule::Unbounded => Capacity::Unbounded,
        CapacityRule::NotStated => Capacity::NotStated,
    }
}
