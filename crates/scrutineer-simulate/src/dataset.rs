//! The election as the data set that reading its folder gives, without the detour over bytes.

use scrutineer_model::{
    BuildError, Cell, Dataset, DatasetBuilder, Field, HierarchyIdx, SheetRow, SourceIdx,
    StationEntry,
};

use crate::layout::{Codes, Names};
use crate::problem::NotBuilt;
use crate::simulate::{Simulated, election};
use crate::text;

/// The fields of a row, in its order; the options follow.
pub(crate) const FIELDS: [Field; 5] = [
    Field::Registered,
    Field::Ballots,
    Field::Valid,
    Field::Invalid,
    Field::Blank,
];

pub(crate) const SHEETS: &str = "sheets/sheets.csv";

impl Simulated {
    /// What an auditor sees, as a data set. It lists no input files: there are none.
    pub fn to_dataset(&self) -> Result<Dataset, NotBuilt> {
        let levels = text::LEVELS.map(str::to_owned).to_vec();
        let hierarchies = vec![(text::HIERARCHY.to_owned(), levels)];
        let mut builder = DatasetBuilder::new(election(), vec![self.contest()], hierarchies);
        let source = builder.source(self.source(), FIELDS.to_vec());
        let handles = self.add_stations(&mut builder)?;
        self.add_sheets(&mut builder, source, &handles)?;
        for declaration in &self.declarations {
            builder.declaration(declaration.clone());
        }
        Ok(builder.finish()?)
    }

    /// The handles of the stations; `None` where nothing in the folder names one.
    fn add_stations(&self, builder: &mut DatasetBuilder) -> Result<Vec<Option<u32>>, BuildError> {
        let (mut codes, mut names) = (Codes::default(), Names::default());
        let mut id = String::new();
        let mut handles = Vec::with_capacity(self.layout.stations() as usize);
        let mut last: Option<(u32, u32, Option<u32>)> = None;
        for station in 0..self.layout.stations() {
            if !self.plan.register_file && !self.observed.is_present(station) {
                handles.push(None);
                continue;
            }
            self.layout.codes(station, &mut codes);
            let number = self.layout.place_of()[station as usize];
            // The tables of a place follow each other: its divisions are looked up once.
            let (place, division) = match last {
                Some((held, place, division)) if held == number => (place, division),
                _ => {
                    if self.plan.register_file {
                        self.layout.names(station, &mut names);
                    }
                    let [a, b, c] = &codes.divisions;
                    let [x, y, z] = &names.divisions;
                    let division =
                        builder.division(HierarchyIdx::new(0), &[a, b, c], &[x, y, z])?;
                    let place = builder.place(&codes.place, &names.place, &[division])?;
                    last = Some((number, place, division));
                    (place, division)
                }
            };
            id.clear();
            id.push_str(&codes.place);
            id.push(':');
            id.push_str(&codes.table);
            let entry = StationEntry {
                label: &codes.table,
                place: Some(place),
                divisions: &[division],
                kind: Some(self.layout.kind(station)),
                status: None,
                sheet_status: Some(self.observed.status[station as usize]),
            };
            let handle = builder.station(&id, &entry)?;
            if self.plan.register_file {
                let registered = self.layout.registered()[station as usize];
                builder.register(handle, cell(registered), Cell::NOT_ON_FORM);
            }
            handles.push(Some(handle));
        }
        Ok(handles)
    }

    fn add_sheets(
        &self,
        builder: &mut DatasetBuilder,
        source: SourceIdx,
        handles: &[Option<u32>],
    ) -> Result<(), BuildError> {
        let file = builder.file(source, SHEETS)?;
        let mut cells: Vec<Cell> = Vec::new();
        // The header is line 1.
        let mut line = 1;
        let mut push = |station: u32, numbers: &mut dyn Iterator<Item = u32>| {
            line += 1;
            cells.clear();
            cells.push(cell(self.layout.registered()[station as usize]));
            cells.extend(numbers.map(cell));
            let row = SheetRow {
                station: handles[station as usize].unwrap_or(0),
                cells: &cells,
                sequence: 0,
                picture: 0,
                file,
                row: line,
            };
            builder.sheet(source, &row)
        };
        for station in 0..self.layout.stations() {
            if self.observed.is_present(station) {
                push(station, &mut self.observed.table.row(station))?;
            }
        }
        for repeat in &self.observed.repeats {
            push(repeat.station, &mut repeat.numbers.iter().copied())?;
        }
        Ok(())
    }
}

fn cell(count: u32) -> Cell {
    Cell::new(u64::from(count)).unwrap_or(Cell::UNREAD)
}
