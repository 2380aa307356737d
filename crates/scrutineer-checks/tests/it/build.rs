//! A small election in which no check has anything to say. Tests change one thing.

use scrutineer_checks::{Findings, run_with};
use scrutineer_model::{
    AbsentStation, Applies, CapacityRule, Cell, Code, Contest, ContestIdx, ContestOption,
    CountStatus, Dataset, DatasetBuilder, Date, Declaration, DeclaredCoverage, DeclaredOption,
    DeclaredPart, DeclaredTarget, Disposition, Election, Evidence, Field, Figure, FigureReading,
    HierarchyIdx, Identity, ImportIssue, ImportIssueKind, Locator, Moment, OptionIdx, Origin,
    OutcomeRule, PrintedPercent, Provenance, RegisterFigure, RegisterKind, Scope, SheetRow,
    SheetStatus, Source, SourceIdx, SourceLabel, StationEntry, StationIdx, StationStatus, Ticket,
};

pub(crate) fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

pub(crate) fn figure(value: u64) -> Figure {
    Figure::single(value, "gazette")
}

/// A figure that a second outlet prints differently.
pub(crate) fn disputed(value: u64, other: u64) -> Figure {
    let reading = |value, source: &str| FigureReading {
        value,
        source: source.to_owned(),
    };
    let others = vec![reading(other, "press")];
    Figure::new(reading(value, "gazette"), others, None)
}

pub(crate) fn percent(text: &str) -> Option<PrintedPercent> {
    PrintedPercent::parse(text).ok()
}

pub(crate) fn identity(text: &str, options: bool, left: &[Field], right: &[Field]) -> Identity {
    Identity {
        text: text.to_owned(),
        options,
        left: left.to_vec(),
        right: right.to_vec(),
    }
}

#[derive(Clone)]
pub(crate) struct Station {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) place: Option<&'static str>,
    /// Region and district.
    pub(crate) division: [&'static str; 2],
    pub(crate) status: StationStatus,
    pub(crate) sheet_status: SheetStatus,
    /// Voters by the official list; `None` for a station that the list has not.
    pub(crate) listed: Option<u64>,
}

#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) station: String,
    /// One per field of the source, then one per option; `None` is unread.
    pub(crate) cells: Vec<Option<u64>>,
    pub(crate) sequence: u32,
    pub(crate) picture: u64,
}

#[derive(Clone)]
pub(crate) struct Sheets {
    pub(crate) source: Source,
    pub(crate) fields: Vec<Field>,
    pub(crate) rows: Vec<Row>,
}

impl Sheets {
    pub(crate) fn row(&mut self, station: &str) -> &mut Row {
        self.rows
            .iter_mut()
            .find(|row| row.station == station)
            .unwrap()
    }

    /// The place of a field among the cells.
    pub(crate) fn at(&self, field: Field) -> usize {
        self.fields.iter().position(|&one| one == field).unwrap()
    }

    pub(crate) fn set(&mut self, station: &str, field: Field, value: Option<u64>) {
        let at = self.at(field);
        self.row(station).cells[at] = value;
    }

    pub(crate) fn set_option(&mut self, station: &str, option: usize, value: Option<u64>) {
        let at = self.fields.len() + option;
        self.row(station).cells[at] = value;
    }

    /// A field for every row, in front of the options.
    pub(crate) fn add_field(&mut self, field: Field, value: impl Fn(usize) -> Option<u64>) {
        let at = self.fields.len();
        self.fields.push(field);
        for (number, row) in self.rows.iter_mut().enumerate() {
            row.cells.insert(at, value(number));
        }
    }
}

#[derive(Clone)]
pub(crate) struct World {
    pub(crate) contest: Contest,
    pub(crate) stations: Vec<Station>,
    pub(crate) names: Vec<(&'static str, &'static str)>,
    pub(crate) place_names: Vec<(&'static str, &'static str)>,
    pub(crate) with_list: bool,
    pub(crate) sheets: Vec<Sheets>,
    pub(crate) declarations: Vec<Declaration>,
    /// (declaration, path, options, registered); parts need handles of divisions.
    pub(crate) parts: Vec<(usize, &'static [&'static str], [u64; 3])>,
    pub(crate) dispositions: Vec<Disposition>,
    pub(crate) issues: Vec<ImportIssue>,
    pub(crate) absent: Vec<AbsentStation>,
}

pub(crate) const STATIONS: [&str; 4] = ["P1:1", "P1:2", "P2:1", "P2:2"];
const REGISTERED: [u64; 4] = [100, 110, 120, 130];
/// Ballots, valid, invalid, A, B, C.
const COUNTS: [[u64; 6]; 4] = [
    [66, 65, 1, 40, 20, 5],
    [73, 71, 2, 30, 35, 6],
    [68, 67, 1, 50, 10, 7],
    [73, 73, 0, 20, 45, 8],
];

impl World {
    pub(crate) fn clean() -> Self {
        let stations = STATIONS.iter().zip(REGISTERED).map(|(id, listed)| {
            let (place, label) = id.split_once(':').unwrap();
            Station {
                id: (*id).to_owned(),
                label: label.to_owned(),
                place: Some(place),
                division: if place == "P1" {
                    ["1", "10"]
                } else {
                    ["2", "20"]
                },
                status: StationStatus::Open,
                sheet_status: SheetStatus::Received,
                listed: Some(listed),
            }
        });
        Self {
            contest: contest(),
            stations: stations.collect(),
            names: vec![("1", "North"), ("2", "South")],
            place_names: vec![("P1", "School"), ("P2", "Library")],
            with_list: true,
            sheets: vec![sheets("s"), sheets("t")],
            declarations: vec![early(), final_result()],
            parts: vec![
                (1, &["1"], [70, 55, 11]),
                (1, &["1", "10"], [70, 55, 11]),
                (1, &["2"], [70, 55, 15]),
                (1, &["2", "20"], [70, 55, 15]),
            ],
            dispositions: Vec::new(),
            issues: Vec::new(),
            absent: Vec::new(),
        }
    }

    /// What the checks find.
    pub(crate) fn findings(&self) -> Findings {
        let evidence = Evidence {
            absent: self.absent.clone(),
            ..Evidence::default()
        };
        run_with(&self.build(), &evidence)
    }

    /// Changes the sheets of both sources alike, so that the sources still agree.
    pub(crate) fn both(&mut self, change: impl Fn(&mut Sheets)) {
        self.sheets.iter_mut().for_each(change);
    }

    pub(crate) fn only_source(&mut self) {
        self.sheets.truncate(1);
    }

    pub(crate) fn result(&mut self) -> &mut Declaration {
        self.declarations.last_mut().unwrap()
    }

    pub(crate) fn issue(&mut self, kind: ImportIssueKind) {
        let conflict = matches!(
            kind,
            ImportIssueKind::DivisionConflict | ImportIssueKind::NameConflict
        );
        self.issues.push(ImportIssue {
            kind,
            source: (!conflict).then(|| SourceIdx::new(0)),
            station: None,
            locator: Locator {
                file: if conflict { "" } else { "s.csv" }.to_owned(),
                row: (!conflict).then_some(7),
                column: Some(if conflict { "P1" } else { "VOTES" }.to_owned()),
            },
            expected: "one".to_owned(),
            found: "other".to_owned(),
            count: 1,
            rejects_row: false,
        });
    }

    pub(crate) fn build(&self) -> Dataset {
        let election = Election {
            id: code("e"),
            name: "Election".to_owned(),
            date: Date::parse("2024-07-28").unwrap(),
            country: "XX".to_owned(),
        };
        let levels = vec!["region".to_owned(), "district".to_owned()];
        let hierarchies = vec![("administrative".to_owned(), levels)];
        let mut builder = DatasetBuilder::new(election, vec![self.contest.clone()], hierarchies);
        let name = |code: &str| {
            let found = self.names.iter().find(|(of, _)| *of == code);
            found.map_or("", |(_, name)| *name)
        };
        let mut handles = Vec::new();
        for station in &self.stations {
            let [region, district] = station.division;
            let names = [name(region), name(district)];
            let division = builder
                .division(HierarchyIdx::new(0), &[region, district], &names)
                .unwrap();
            let place = station.place.map(|place| {
                let found = self.place_names.iter().find(|(of, _)| *of == place);
                let name = found.map_or("", |(_, name)| *name);
                builder.place(place, name, &[]).unwrap()
            });
            let entry = StationEntry {
                label: &station.label,
                place,
                divisions: &[division],
                kind: None,
                status: Some(station.status),
                sheet_status: Some(station.sheet_status),
            };
            let handle = builder.station(&station.id, &entry).unwrap();
            if let Some(listed) = station.listed.filter(|_| self.with_list) {
                builder.register(handle, Cell::new(listed).unwrap(), Cell::NOT_ON_FORM);
            }
            handles.push((station.id.clone(), handle));
        }
        for sheets in &self.sheets {
            let source = builder.source(sheets.source.clone(), sheets.fields.clone());
            let file = builder
                .file(source, &format!("{}.csv", sheets.source.id))
                .unwrap();
            for (line, row) in (2u32..).zip(&sheets.rows) {
                let (_, station) = handles.iter().find(|(id, _)| *id == row.station).unwrap();
                let cells = row.cells.iter().map(|cell| match cell {
                    Some(count) => Cell::new(*count).unwrap(),
                    None => Cell::UNREAD,
                });
                let row = SheetRow {
                    station: *station,
                    cells: &cells.collect::<Vec<_>>(),
                    sequence: row.sequence,
                    picture: row.picture,
                    file,
                    row: line,
                };
                builder.sheet(source, &row).unwrap();
            }
        }
        for (at, declaration) in self.declarations.iter().enumerate() {
            let mut declaration = declaration.clone();
            for (_, path, votes) in self.parts.iter().filter(|(of, _, _)| *of == at) {
                let division = builder.division(HierarchyIdx::new(0), path, &[]).unwrap();
                declaration.parts.push(DeclaredPart {
                    division: scrutineer_model::DivisionIdx::new(division.unwrap() as usize),
                    votes: votes.iter().copied().map(Some).collect(),
                    valid: None,
                    invalid: None,
                    voters: None,
                    registered: None,
                });
            }
            builder.declaration(declaration);
        }
        for disposition in &self.dispositions {
            builder.disposition(disposition.clone());
        }
        for issue in &self.issues {
            let mut issue = issue.clone();
            // Tests name stations by position in their own list.
            issue.station = issue
                .station
                .map(|at| StationIdx::new(handles[at.get()].1 as usize));
            builder.issue(issue);
        }
        builder.finish().unwrap()
    }
}

fn contest() -> Contest {
    let ids = ["A", "B", "C"];
    let register = |id: &str, kind, total| RegisterFigure {
        id: code(id),
        kind,
        total: figure(total),
        applies: Applies::Yes,
        why: None,
    };
    Contest {
        id: code("president"),
        name: "President".to_owned(),
        round: 1,
        predecessor: None,
        rule: OutcomeRule::Plurality { winners: 1 },
        options: ids
            .map(|id| ContestOption {
                id: code(id),
                name: id.to_owned(),
            })
            .to_vec(),
        tickets: ids
            .iter()
            .enumerate()
            .map(|(at, id)| Ticket {
                id: code(id),
                name: (*id).to_owned(),
                option: OptionIdx::new(at),
            })
            .collect(),
        registers: vec![
            register("list", RegisterKind::Electors, 460),
            register("tables", RegisterKind::Stations, 4),
            register("centres", RegisterKind::Places, 2),
        ],
        capacity: CapacityRule::Register,
    }
}

fn sheets(id: &str) -> Sheets {
    let text = |text: &str| Some(text.to_owned());
    let fields = vec![
        Field::Registered,
        Field::Ballots,
        Field::Valid,
        Field::Invalid,
    ];
    let rows = STATIONS.iter().zip(REGISTERED).zip(COUNTS);
    Sheets {
        source: Source {
            id: code(id),
            contest: ContestIdx::new(0),
            origin: Origin(code(id)),
            provenance: Provenance {
                supplied_by: SourceLabel::Observer,
                aligned_with: Vec::new(),
                obtained_from: text("the mission"),
                obtained_on: Some(Date::parse("2024-08-02").unwrap()),
                obtained_by_role: text("maintainer"),
                method: text("typed twice"),
                medium: text("paper copies"),
                licence: text("CC0"),
                derived_from: None,
                transformations: text("none"),
            },
            identities: vec![
                identity("options = valid", true, &[], &[Field::Valid]),
                identity(
                    "valid + invalid = ballots",
                    false,
                    &[Field::Valid, Field::Invalid],
                    &[Field::Ballots],
                ),
            ],
            rows: 4,
            rejected: 0,
        },
        fields,
        rows: rows
            .map(|((station, registered), counts)| Row {
                station: (*station).to_owned(),
                cells: [registered].into_iter().chain(counts).map(Some).collect(),
                sequence: 0,
                picture: 0,
            })
            .collect(),
    }
}

fn declaration(id: &str, time: &str, votes: [(u64, Option<PrintedPercent>); 3]) -> Declaration {
    Declaration {
        id: code(id),
        contest: ContestIdx::new(0),
        authority: "Commission".to_owned(),
        outlet: Some("Gazette".to_owned()),
        time: Moment::parse(time).unwrap(),
        status: CountStatus::Unknown,
        scope: Scope::All,
        coverage: DeclaredCoverage::default(),
        options: votes
            .iter()
            .enumerate()
            .map(|(at, (votes, percent))| DeclaredOption {
                target: DeclaredTarget::Option(OptionIdx::new(at)),
                votes: Some(figure(*votes)),
                percent: *percent,
            })
            .collect(),
        winners: Vec::new(),
        valid: None,
        invalid: None,
        blank: None,
        voters: None,
        turnout: None,
        registered: None,
        valid_of_voters: None,
        invalid_of_voters: None,
        parts: Vec::new(),
        follows: None,
    }
}

fn early() -> Declaration {
    let mut of = declaration("first", "2024-07-29", [(70, None), (55, None), (11, None)]);
    of.coverage.electors = Some(figure(210));
    of.coverage.printed = percent("45.7");
    of
}

fn final_result() -> Declaration {
    let votes = [
        (140, percent("50.7")),
        (110, percent("39.9")),
        (26, percent("9.4")),
    ];
    let mut of = declaration("final", "2024-08-01", votes);
    of.winners = vec![OptionIdx::new(0)];
    of.valid = Some(figure(276));
    of.invalid = Some(figure(4));
    of.voters = Some(figure(280));
    of.turnout = percent("60.9");
    of.registered = Some(figure(460));
    of.valid_of_voters = percent("98.6");
    of.invalid_of_voters = percent("1.4");
    of.coverage = DeclaredCoverage {
        printed: percent("100"),
        electors: Some(figure(460)),
        stations: Some(figure(4)),
        stations_total: Some(figure(4)),
        places: Some(figure(2)),
        complete: true,
    };
    of.follows = Some(code("first"));
    of
}
