//! The sheets of a source, one row per station, with what its rival readings leave open.

use std::collections::BTreeMap;

use scrutineer_model::{DivisionIdx, Field, PlaceIdx, SheetSet, StationIdx, VoteCount};

use super::Size;
use crate::data::DataError;
use crate::data::context::{Context, first};
use crate::data::readings::{Reading, Standing, readings};
use crate::data::workbook::{Cell, Workbook, column};

/// Columns before those of options.
const LIST: usize = 3;
const REGISTERED: usize = 4;
const VALID: usize = 5;
/// Registered voters of the station, by the list where it says them: the weight of a share of voters.
pub(super) const BY_ELECTORS: usize = 7;
/// Valid votes, as written or else the sum of options: the weight of a share of valid votes.
pub(super) const BY_VALID: usize = 8;
const FIRST: usize = 9;

/// A column of numbers that totals are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// `option` or `field`.
    pub(super) kind: &'static str,
    pub(super) name: String,
    /// Position of the column, from 0.
    pub(super) at: usize,
}

/// A declared group of options, the positions of its members on the ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) id: String,
    pub(super) members: Vec<usize>,
}

/// What formulas know of the sheets of a source.
#[derive(Debug)]
pub(super) struct Votes {
    pub(super) source: String,
    /// Name of the sheet.
    pub(super) sheet: String,
    /// Row of the last station; 1 without any.
    pub(super) last: u32,
    /// Sheet of rivals and its last row.
    pub(super) rivals: Option<(String, u32)>,
    /// Options in ballot order, then fields.
    pub(super) numbers: Vec<Number>,
    /// Declared groups with their columns.
    pub(super) groups: Vec<(Group, usize)>,
    /// Station of every row from 2 on; empty where rows are divisions.
    pub(super) stations: Vec<StationIdx>,
    /// Smallest reading of every number of every station, in order of `numbers`, one station after another.
    least: Vec<u32>,
    /// Both weights of every station.
    weights: Vec<[u64; 2]>,
}

impl Votes {
    /// The column of a declared group.
    pub(super) fn group(&self, id: &str, members: &[usize]) -> Option<usize> {
        let mut groups = self.groups.iter();
        let held = groups.find(|(group, _)| group.id == id && group.members == members);
        held.map(|&(_, at)| at)
    }

    /// Smallest reading of every number, and both weights, of every station in the order of rows.
    pub(super) fn weighed(&self) -> impl Iterator<Item = (&[u32], [u64; 2])> {
        let numbers = self.least.chunks(self.numbers.len().max(1));
        numbers.zip(self.weights.iter().copied())
    }

    /// `sheet!X2:X9` of a column, over all rows.
    pub(super) fn range(&self, at: usize) -> String {
        self.rows(at, 2, self.last.max(2))
    }

    pub(super) fn rows(&self, at: usize, from: u32, to: u32) -> String {
        let letters = column(at);
        format!("{}!${letters}${from}:${letters}${to}", self.sheet)
    }

    /// The column in which rivals have what the largest reading adds.
    pub(super) fn spread(&self, at: usize) -> usize {
        at + self.numbers.len()
    }

    /// Writes `votesN` and, where there are rivals, `rivalsN`.
    pub(super) fn write(
        context: &Context<'_>,
        book: &mut Workbook<'_>,
        set: &SheetSet,
        number: usize,
        size: Size,
        groups: &[Group],
    ) -> Result<Self, DataError> {
        let contest = context.dataset.contest(set.contest());
        let numbers: Vec<Number> = contest
            .options
            .iter()
            .map(|option| ("option", option.id.to_string()))
            .chain(fields(set).map(|field| ("field", field.word().to_owned())))
            .zip(FIRST..)
            .map(|((kind, name), at)| Number { kind, name, at })
            .collect();
        let after = FIRST + numbers.len();
        let mut votes = Self {
            source: context.dataset.source(set.source()).id.to_string(),
            sheet: format!("votes{number}"),
            last: 1,
            rivals: None,
            groups: groups.iter().cloned().zip(after..).collect(),
            numbers,
            stations: Vec::new(),
            least: Vec::new(),
            weights: Vec::new(),
        };
        // Rivals stand in a sheet of their own, which comes first. Stations are gone through twice, so that
        // never all of them are rows in memory.
        match size {
            Size::Stations => {
                let mut open = Vec::new();
                each_unit(context, set, &mut |unit| {
                    open.extend(Some(unit).filter(Unit::is_open));
                    Ok(())
                })?;
                votes.rivals(book, number, &open)?;
                let mut rival = votes.head(book, groups)?;
                each_unit(context, set, &mut |unit| {
                    votes.unit_row(book, groups, &unit, &mut rival)
                })?;
            }
            Size::Divisions => {
                let units = divisions(context, set)?;
                votes.rivals(book, number, &units)?;
                let mut rival = votes.head(book, groups)?;
                for unit in &units {
                    votes.unit_row(book, groups, unit, &mut rival)?;
                }
            }
        }
        Ok(votes)
    }

    fn headings(&self, groups: &[Group]) -> Vec<String> {
        let fixed = [
            "station",
            "place",
            "division",
            "registered_by_list",
            "registered_on_sheet",
            "valid_on_sheet",
            "unread",
            "by_electors",
            "by_valid",
        ];
        let numbers = self.numbers.iter().map(|number| number.name.clone());
        fixed
            .into_iter()
            .map(str::to_owned)
            .chain(numbers)
            .chain(groups.iter().map(|group| group.id.clone()))
            .collect()
    }

    /// Every rival reading; behind the numbers of a station's first row what its largest readings add.
    fn rivals(
        &mut self,
        book: &mut Workbook<'_>,
        number: usize,
        units: &[Unit],
    ) -> Result<(), DataError> {
        if !units.iter().any(Unit::is_open) {
            return Ok(());
        }
        let name = format!("rivals{number}");
        let mut headings = self.headings(&[]);
        let spreads = self.numbers.iter().map(|held| format!("{} +", held.name));
        headings.extend(spreads);
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        book.sheet(&name, &[20], &headings)?;
        let mut row = 1;
        for unit in units.iter().filter(|unit| unit.is_open()) {
            let from = row + 1;
            let to = row + u32::try_from(unit.readings.len()).unwrap_or(u32::MAX);
            for (at, reading) in unit.readings.iter().enumerate() {
                let mut cells = vec![Cell::text(&unit.name)];
                cells.resize(FIRST, Cell::Empty);
                cells[REGISTERED] = Cell::number(reading.registered);
                cells[VALID] = Cell::number(reading.valid);
                cells[VALID + 1] = Cell::text(&reading.unread);
                cells.extend(reading.numbers.iter().map(|&held| Cell::number(held)));
                if at == 0 && unit.spread.is_empty() {
                    cells.extend(self.numbers.iter().map(|held| {
                        let letters = column(held.at);
                        let rows = format!("{letters}{from}:{letters}{to}");
                        Cell::Formula(format!("MAX({rows})-MIN({rows})"))
                    }));
                } else if at == 0 {
                    let spread = unit.spread.iter();
                    cells.extend(spread.map(|&held| Cell::number(Some(held))));
                }
                row = book.row(&cells)?;
            }
        }
        self.rivals = Some((name, row));
        Ok(())
    }

    /// Begins the sheet of rows, and gives the first row of rivals.
    fn head(&self, book: &mut Workbook<'_>, groups: &[Group]) -> Result<u32, DataError> {
        let headings = self.headings(groups);
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        book.sheet(&self.sheet, &[20], &headings)?;
        Ok(2)
    }

    /// Adds a row; `rival` is the next row of rivals.
    fn unit_row(
        &mut self,
        book: &mut Workbook<'_>,
        groups: &[Group],
        unit: &Unit,
        rival: &mut u32,
    ) -> Result<(), DataError> {
        let options = self.numbers.iter().filter(|held| held.kind == "option");
        let last_option = FIRST + options.count().max(1) - 1;
        let row = self.last + 1;
        let readings = u32::try_from(unit.readings.len()).unwrap_or(u32::MAX);
        let rows = unit.has_rivals().then(|| *rival..*rival + readings);
        if unit.is_open() {
            *rival += readings;
        }
        let mut cells = self.unit(unit, rows.as_ref());
        let options = format!("{}{row}:{}{row}", column(FIRST), column(last_option));
        cells[BY_ELECTORS] = Cell::Formula(format!(
            "IF(ISNUMBER({list}{row}),{list}{row},N({sheet}{row}))",
            list = column(LIST),
            sheet = column(REGISTERED)
        ));
        cells[BY_VALID] = Cell::Formula(format!(
            "IF(ISNUMBER({valid}{row}),{valid}{row},SUM({options}))",
            valid = column(VALID)
        ));
        for group in groups {
            let members: Vec<String> = group
                .members
                .iter()
                .map(|member| format!("{}{row}", column(FIRST + member)))
                .collect();
            cells.push(Cell::Formula(format!("SUM({})", members.join(","))));
        }
        self.last = book.row(&cells)?;
        if let Some(station) = unit.station {
            // What a cell of a sheet holds is no more than that.
            let least = unit.least().into_iter();
            self.least
                .extend(least.map(|held| u32::try_from(held).unwrap_or(u32::MAX)));
            self.weights.push(unit.weights(&self.numbers));
            self.stations.push(station);
        }
        Ok(())
    }

    /// The cells of a station: a number as it stands, or the smallest of its rivals.
    fn unit(&self, unit: &Unit, rivals: Option<&std::ops::Range<u32>>) -> Vec<Cell> {
        let mut cells = vec![
            Cell::text(&unit.name),
            Cell::text(&unit.place),
            Cell::text(&unit.division),
            Cell::number(unit.listed),
        ];
        cells.resize(FIRST, Cell::Empty);
        let (Some(rows), Some((sheet, _))) = (rivals, &self.rivals) else {
            if let Some(reading) = unit.readings.first() {
                cells[REGISTERED] = Cell::number(reading.registered);
                cells[VALID] = Cell::number(reading.valid);
                cells[VALID + 1] = Cell::text(&reading.unread);
                cells.extend(reading.numbers.iter().map(|&held| Cell::number(held)));
            }
            return cells;
        };
        let of = |at: usize, function: &str| {
            let letters = column(at);
            let rows = format!("{sheet}!{letters}{}:{letters}{}", rows.start, rows.end - 1);
            Cell::Formula(format!("IF(COUNT({rows})=0,\"\",{function}({rows}))"))
        };
        cells[REGISTERED] = of(REGISTERED, "MAX");
        cells[VALID] = of(VALID, "MIN");
        // A number that none of them has is nothing, which adds nothing.
        cells.extend(self.numbers.iter().map(|held| {
            let letters = column(held.at);
            let rows = format!("{sheet}!{letters}{}:{letters}{}", rows.start, rows.end - 1);
            Cell::Formula(format!("MIN({rows})"))
        }));
        cells
    }
}

/// The fields that totals and minima are about, beside the votes.
fn fields(set: &SheetSet) -> impl Iterator<Item = Field> + '_ {
    [Field::Invalid, Field::Blank, Field::Registered]
        .into_iter()
        .filter(|&field| set.field(field).is_some())
}

/// One reading of a station that counts, or the sums of a division.
#[derive(Debug, Default)]
struct Held {
    registered: Option<u64>,
    valid: Option<u64>,
    unread: String,
    numbers: Vec<Option<u64>>,
}

/// A row of votes.
#[derive(Debug, Default)]
struct Unit {
    station: Option<StationIdx>,
    name: String,
    place: String,
    division: String,
    listed: Option<u64>,
    readings: Vec<Held>,
    /// Of a division: what the largest of rival readings add, by number.
    spread: Vec<u64>,
}

impl Unit {
    fn has_rivals(&self) -> bool {
        self.readings.len() > 1
    }

    fn is_open(&self) -> bool {
        self.has_rivals() || self.spread.iter().any(|&held| held > 0)
    }

    fn least(&self) -> Vec<u64> {
        let width = self.readings.first().map_or(0, |held| held.numbers.len());
        let of = |at: usize| {
            self.readings
                .iter()
                .filter_map(move |held| held.numbers[at])
        };
        (0..width).map(|at| of(at).min().unwrap_or(0)).collect()
    }

    fn most(&self) -> Vec<u64> {
        let width = self.readings.first().map_or(0, |held| held.numbers.len());
        let of = |at: usize| {
            self.readings
                .iter()
                .filter_map(move |held| held.numbers[at])
        };
        (0..width).map(|at| of(at).max().unwrap_or(0)).collect()
    }

    fn weights(&self, numbers: &[Number]) -> [u64; 2] {
        let registered = self.readings.iter().filter_map(|held| held.registered);
        let electors = self.listed.or(registered.max()).unwrap_or(0);
        let valid = self.readings.iter().filter_map(|held| held.valid).min();
        let options = numbers.iter().zip(self.least());
        let sum = options
            .filter(|(number, _)| number.kind == "option")
            .map(|(_, least)| least)
            .sum();
        [electors, valid.unwrap_or(sum)]
    }
}

fn held(context: &Context<'_>, reading: &Reading<'_>) -> Held {
    let contest = context.dataset.contest(reading.set.contest());
    let set = reading.set;
    let mut unread = Vec::new();
    let mut read = |name: &str, cell: scrutineer_model::Cell| match cell.view() {
        VoteCount::Read(count) => Some(u64::from(count)),
        VoteCount::NotOnForm => None,
        VoteCount::Unread => {
            unread.push(name.to_owned());
            None
        }
    };
    let mut numbers = Vec::new();
    for (option, column) in contest.options.iter().zip(set.options()) {
        numbers.push(read(option.id.as_str(), column[reading.row]));
    }
    for field in fields(set) {
        numbers.push(read(field.word(), set.field_at(field, reading.row)));
    }
    let registered = set.field_at(Field::Registered, reading.row).count();
    let valid = set.field_at(Field::Valid, reading.row).count();
    Held {
        registered: registered.map(u64::from),
        valid: valid.map(u64::from),
        unread: unread.join(" "),
        numbers,
    }
}

/// Stations by division, place and id, so that both are runs of rows.
fn ordered(context: &Context<'_>) -> Vec<StationIdx> {
    let stations = context.dataset.stations();
    let mut ordered: Vec<StationIdx> = stations.indices().collect();
    let has_divisions = !context.divisions.is_empty();
    ordered.sort_by_key(|&station| {
        let division = has_divisions
            .then(|| stations.division(first(), station))
            .flatten();
        let place = stations.get(station).place;
        (
            division.map_or(usize::MAX, DivisionIdx::get),
            place.map_or(usize::MAX, PlaceIdx::get),
            station.get(),
        )
    });
    ordered
}

/// Every station with readings that count, in the order of the rows, one at a time.
fn each_unit(
    context: &Context<'_>,
    set: &SheetSet,
    take: &mut dyn FnMut(Unit) -> Result<(), DataError>,
) -> Result<(), DataError> {
    let dataset = context.dataset;
    let mut pending: Option<Unit> = None;
    for reading in readings(set, &ordered(context)) {
        if !matches!(reading.standing, Standing::Current | Standing::Rival) {
            continue;
        }
        let held = held(context, &reading);
        if let Some(last) = &mut pending
            && last.station == Some(reading.station)
        {
            last.readings.push(held);
            continue;
        }
        let station = dataset.stations().get(reading.station);
        let place = station.place.map(|place| dataset.places().get(place).code);
        let listed = station
            .registered
            .count()
            .filter(|_| dataset.has_register());
        let division = dataset.stations().division(first(), reading.station);
        let division = division
            .filter(|_| !context.divisions.is_empty())
            .and_then(|held| context.divisions.get(held.get()))
            .map(|(path, _)| path.clone());
        let next = Unit {
            station: Some(reading.station),
            name: station.id.to_owned(),
            place: place.unwrap_or_default().to_owned(),
            division: division.unwrap_or_default(),
            listed: listed.map(u64::from),
            readings: vec![held],
            spread: Vec::new(),
        };
        if let Some(done) = pending.replace(next) {
            take(done)?;
        }
    }
    pending.map_or(Ok(()), take)
}

/// One row per division of the first level.
fn divisions(context: &Context<'_>, set: &SheetSet) -> Result<Vec<Unit>, DataError> {
    let mut of_division: BTreeMap<&str, Unit> = BTreeMap::new();
    let mut part_of = vec![""; context.dataset.stations().indices().count()];
    for part in &context.parts {
        for station in &part.stations {
            part_of[station.get()] = &part.name;
        }
    }
    each_unit(context, set, &mut |unit| {
        let Some(station) = unit.station else {
            return Ok(());
        };
        let name = part_of[station.get()];
        let (least, most) = (unit.least(), unit.most());
        let into = of_division.entry(name).or_insert_with(|| Unit {
            name: name.to_owned(),
            readings: vec![Held {
                registered: Some(0),
                valid: Some(0),
                unread: String::new(),
                numbers: vec![Some(0); least.len()],
            }],
            spread: vec![0; least.len()],
            ..Unit::default()
        });
        let registered = unit.readings.iter().filter_map(|held| held.registered);
        let electors = unit.listed.or(registered.max()).unwrap_or(0);
        let valid = unit.readings.iter().filter_map(|held| held.valid).min();
        let options = context.dataset.contest(set.contest()).options.len();
        let sum = least.iter().take(options).sum();
        if let Some(sums) = into.readings.first_mut() {
            sums.registered = sums.registered.map(|held| held + electors);
            sums.valid = sums.valid.map(|held| held + valid.unwrap_or(sum));
            for (held, least) in sums.numbers.iter_mut().zip(&least) {
                *held = held.map(|held| held + least);
            }
        }
        for (held, (least, most)) in into.spread.iter_mut().zip(least.iter().zip(&most)) {
            *held += most - least;
        }
        Ok(())
    })?;
    Ok(of_division.into_values().collect())
}
