//! Two sources of one contest, station by station. Differences are findings even where the totals
//! agree.

use scrutineer_model::{Cell, Current, Field, OptionIdx, SheetSet, StationIdx};

mod sign;

pub use sign::sign_test;

/// What two sources say about a station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StationClass {
    /// Both have a sheet; every cell that both read is the same.
    Same,
    /// Both have a sheet, and a cell that both read differs.
    Differs,
    /// Rival readings without an order in one of them: not compared.
    Open,
    /// Only the first has a sheet.
    OnlyFirst,
    /// Only the second has a sheet.
    OnlySecond,
}

/// One station at which the sources differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StationDifference {
    /// The station.
    pub station: StationIdx,
    /// Options that differ: option, first, second.
    pub options: Vec<(OptionIdx, u32, u32)>,
    /// Fields that differ: field, first, second.
    pub fields: Vec<(Field, u32, u32)>,
}

/// The differences of one column.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ColumnComparison {
    /// Stations at which both sources read the number.
    pub compared: u64,
    /// Stations at which the second source has more.
    pub up: u64,
    /// Stations at which it has less.
    pub down: u64,
    /// Sum of second less first.
    pub net: i128,
    /// Sum of the sizes of the differences.
    pub absolute: u64,
    /// Stations at which a sheet of either source has the cell unread.
    pub unread: u64,
    /// Exact two-sided binomial test that `up` and `down` are equally likely: slips in copying go
    /// both ways. 1 without a difference.
    pub sign_p: f64,
}

/// The comparison of two sources (forensics note, 3.7). Swapping the sources swaps the classes and
/// the signs, and nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Stations that both have.
    pub common: u64,
    /// Of these, stations without any difference in a cell that both read.
    pub same: u64,
    /// Of these, stations whose votes for some option differ.
    pub differing: u64,
    /// Of these, stations that differ in fields only.
    pub differing_in_fields_only: u64,
    /// Of these, stations that rival readings keep from being compared.
    pub open: u64,
    /// Stations that only the first source has, in order.
    pub only_first: Vec<StationIdx>,
    /// Stations that only the second has, in order.
    pub only_second: Vec<StationIdx>,
    /// Option cells that both read and that differ.
    pub differing_cells: u64,
    /// Option cells of common stations that one of them could not read.
    pub unread_cells: u64,
    /// Per option, in ballot order.
    pub options: Vec<ColumnComparison>,
    /// Per field in order of [`Field::ALL`]; `None` where one of the forms has no such field.
    pub fields: [Option<ColumnComparison>; Field::ALL.len()],
    /// Every station with a difference, in order.
    pub differences: Vec<StationDifference>,
}

impl Comparison {
    /// Stations that only one of the sources has.
    pub fn only_one(&self) -> u64 {
        let count = self.only_first.len() + self.only_second.len();
        u64::try_from(count).unwrap_or(u64::MAX)
    }
}

/// Compares two sources of the same contest.
pub fn compare_sources(first: &SheetSet, second: &SheetSet) -> Comparison {
    let mut found = Comparison {
        common: 0,
        same: 0,
        differing: 0,
        differing_in_fields_only: 0,
        open: 0,
        only_first: Vec::new(),
        only_second: Vec::new(),
        differing_cells: 0,
        unread_cells: 0,
        options: vec![ColumnComparison::default(); first.options().len()],
        fields: Field::ALL.map(|field| {
            let both = first.field(field).is_some() && second.field(field).is_some();
            both.then(ColumnComparison::default)
        }),
        differences: Vec::new(),
    };
    for station in joined(first, second) {
        match classify(first, second, station, &mut found) {
            StationClass::OnlyFirst => found.only_first.push(station),
            StationClass::OnlySecond => found.only_second.push(station),
            StationClass::Open => (found.common, found.open) = (found.common + 1, found.open + 1),
            StationClass::Same => (found.common, found.same) = (found.common + 1, found.same + 1),
            StationClass::Differs => found.common += 1,
        }
    }
    for column in found
        .options
        .iter_mut()
        .chain(found.fields.iter_mut().flatten())
    {
        column.sign_p = sign_test(column.up, column.down);
    }
    found.differing_cells = found.options.iter().map(|c| c.up + c.down).sum();
    found.unread_cells = found.options.iter().map(|c| c.unread).sum();
    found
}

/// Stations of either source, each once, in order.
fn joined(first: &SheetSet, second: &SheetSet) -> Vec<StationIdx> {
    let mut stations: Vec<StationIdx> = first
        .stations()
        .iter()
        .chain(second.stations())
        .copied()
        .collect();
    stations.sort_unstable();
    stations.dedup();
    stations
}

fn classify(
    first: &SheetSet,
    second: &SheetSet,
    station: StationIdx,
    found: &mut Comparison,
) -> StationClass {
    let (a, b) = match (first.current_at(station), second.current_at(station)) {
        (Current::None, _) => return StationClass::OnlySecond,
        (_, Current::None) => return StationClass::OnlyFirst,
        (Current::One(a), Current::One(b)) => (a, b),
        _ => return StationClass::Open,
    };
    let mut difference = StationDifference {
        station,
        options: Vec::new(),
        fields: Vec::new(),
    };
    let columns = first.options().iter().zip(second.options()).enumerate();
    for (option, (left, right)) in columns {
        if let Some(column) = found.options.get_mut(option)
            && let Some((a, b)) = column.add(left[a], right[b])
        {
            difference.options.push((OptionIdx::new(option), a, b));
        }
    }
    for field in Field::ALL {
        if let Some(column) = &mut found.fields[field.position()]
            && let Some((a, b)) = column.add(first.field_at(field, a), second.field_at(field, b))
        {
            difference.fields.push((field, a, b));
        }
    }
    if difference.options.is_empty() && difference.fields.is_empty() {
        return StationClass::Same;
    }
    if difference.options.is_empty() {
        found.differing_in_fields_only += 1;
    } else {
        found.differing += 1;
    }
    found.differences.push(difference);
    StationClass::Differs
}

impl ColumnComparison {
    /// Adds one station; the two numbers where both are read and differ.
    fn add(&mut self, first: Cell, second: Cell) -> Option<(u32, u32)> {
        self.unread += u64::from(first.is_unread() || second.is_unread());
        let (a, b) = (first.count()?, second.count()?);
        self.compared += 1;
        self.up += u64::from(b > a);
        self.down += u64::from(b < a);
        self.net += i128::from(b) - i128::from(a);
        self.absolute += u64::from(a.abs_diff(b));
        (a != b).then_some((a, b))
    }
}
