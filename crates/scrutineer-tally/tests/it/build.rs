//! Small data sets made in memory.

use scrutineer_model::{
    CapacityRule, Cell, Code, Contest, ContestIdx, ContestOption, Dataset, DatasetBuilder, Date,
    Election, Field, Figure, OptionIdx, Origin, OutcomeRule, Provenance, RegisterFigure,
    RegisterKind, SheetRow, Source, SourceIdx, SourceLabel, StationEntry, Ticket,
};

pub(crate) fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

pub(crate) fn contest(options: &[&str], rule: OutcomeRule) -> Contest {
    Contest {
        id: code("main"),
        name: String::new(),
        round: 1,
        predecessor: None,
        rule,
        options: options
            .iter()
            .map(|id| ContestOption {
                id: code(id),
                name: String::new(),
            })
            .collect(),
        tickets: options
            .iter()
            .enumerate()
            .map(|(at, id)| Ticket {
                id: code(id),
                name: String::new(),
                option: OptionIdx::new(at),
            })
            .collect(),
        registers: Vec::new(),
        capacity: CapacityRule::Register,
    }
}

pub(crate) fn register(id: &str, kind: RegisterKind, total: u64) -> RegisterFigure {
    RegisterFigure {
        id: code(id),
        kind,
        total: Figure::single(total, "vectors"),
        applies: scrutineer_model::Applies::Yes,
        why: None,
    }
}

pub(crate) fn source(id: &str) -> Source {
    Source {
        id: code(id),
        contest: ContestIdx::new(0),
        origin: Origin(code(id)),
        provenance: Provenance {
            supplied_by: SourceLabel::Unknown,
            aligned_with: Vec::new(),
            obtained_from: None,
            obtained_on: None,
            obtained_by_role: None,
            method: None,
            medium: None,
            licence: None,
            derived_from: None,
            transformations: None,
        },
        identities: Vec::new(),
        rows: 0,
        rejected: 0,
    }
}

pub(crate) fn builder(contest: Contest) -> DatasetBuilder {
    builder_with(contest, Vec::new())
}

pub(crate) fn builder_with(
    contest: Contest,
    hierarchies: Vec<(String, Vec<String>)>,
) -> DatasetBuilder {
    let election = Election {
        id: code("test"),
        name: String::new(),
        date: Date::parse("2024-07-28").unwrap(),
        country: String::new(),
    };
    DatasetBuilder::new(election, vec![contest], hierarchies)
}

/// `-1` is unread, `-2` not on the form.
pub(crate) fn cell(value: i64) -> Cell {
    match value {
        -1 => Cell::UNREAD,
        -2 => Cell::NOT_ON_FORM,
        count => Cell::new(u64::try_from(count).unwrap()).unwrap(),
    }
}

/// Adds a reading; the numbers are the source's fields, then the options.
pub(crate) fn push(builder: &mut DatasetBuilder, source: SourceIdx, station: &str, row: &[i64]) {
    push_at(builder, source, station, 0, row);
}

pub(crate) fn push_at(
    builder: &mut DatasetBuilder,
    source: SourceIdx,
    station: &str,
    sequence: u32,
    row: &[i64],
) {
    let station = builder.station(station, &StationEntry::default()).unwrap();
    let cells: Vec<Cell> = row.iter().map(|&value| cell(value)).collect();
    let row = SheetRow {
        station,
        cells: &cells,
        sequence,
        picture: 0,
        file: 0,
        row: 1,
    };
    builder.sheet(source, &row).unwrap();
}

/// One source whose sheets have registered voters and the votes of the options.
pub(crate) fn simple(contest: Contest, sheets: &[(&str, &[i64])]) -> Dataset {
    let mut builder = builder(contest);
    let source = builder.source(source("sheets"), vec![Field::Registered]);
    for (station, row) in sheets {
        push(&mut builder, source, station, row);
    }
    builder.finish().unwrap()
}

pub(crate) fn plurality() -> OutcomeRule {
    OutcomeRule::Plurality { winners: 1 }
}
