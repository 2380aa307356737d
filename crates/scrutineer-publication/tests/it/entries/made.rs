//! A small data set by hand that has everything an entry can say.

use scrutineer_model::{
    Applies, CapacityRule, Cell, Code, Contest, ContestIdx, ContestOption, CountStatus, Dataset,
    DatasetBuilder, Date, Decision, Declaration, DeclaredCoverage, DeclaredOption, DeclaredPart,
    DeclaredTarget, Disposition, DivisionIdx, Election, Exact, Field, Figure, FigureReading,
    FindingKey, HierarchyIdx, Identity, ImportIssue, ImportIssueKind, Input, InputRole, Locator,
    Moment, OptionIdx, Origin, OutcomeRule, PrintedPercent, Provenance, RegisterFigure,
    RegisterKind, Scope, SheetRow, SheetStatus, Source, SourceIdx, SourceLabel, StationEntry,
    StationIdx, StationKind, StationStatus, Ticket,
};

pub(crate) fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn figure(value: u64) -> Figure {
    let reading = |value, source: &str| FigureReading {
        value,
        source: source.to_owned(),
    };
    Figure::new(
        reading(value, "gazette, \"page 1\"\u{9}of 2"),
        vec![reading(value + 9, "press \\ radio")],
        Some("the gazette is the law".to_owned()),
    )
}

fn percent(text: &str) -> PrintedPercent {
    PrintedPercent::parse(text).unwrap()
}

fn option(id: &str) -> ContestOption {
    ContestOption {
        id: code(id),
        name: format!("Opción {id}"),
    }
}

fn contests() -> Vec<Contest> {
    let ticket = |id: &str, option: usize| Ticket {
        id: code(id),
        name: format!("Boleta {id}"),
        option: OptionIdx::new(option),
    };
    let president = Contest {
        id: code("president"),
        name: "Presidencia".to_owned(),
        round: 2,
        predecessor: Some(code("assembly")),
        rule: OutcomeRule::Majority {
            share: Exact::new(1, 2).unwrap(),
            runoff: 2,
        },
        options: vec![option("A"), option("B"), option("C")],
        tickets: vec![
            ticket("t1", 0),
            ticket("t2", 1),
            ticket("t3", 0),
            ticket("t4", 2),
        ],
        registers: vec![RegisterFigure {
            id: code("law"),
            kind: RegisterKind::Electors,
            total: figure(4_000),
            applies: Applies::Yes,
            why: Some("those who may vote".to_owned()),
        }],
        capacity: CapacityRule::BallotsIssued,
    };
    let assembly = Contest {
        id: code("assembly"),
        name: "Asamblea".to_owned(),
        round: 1,
        predecessor: None,
        rule: OutcomeRule::Threshold {
            share: Exact::new(3, 100).unwrap(),
        },
        options: vec![option("A"), option("B")],
        tickets: vec![
            Ticket {
                id: code("A"),
                name: "Opción A".to_owned(),
                option: OptionIdx::new(0),
            },
            Ticket {
                id: code("B"),
                name: "Opción B".to_owned(),
                option: OptionIdx::new(1),
            },
        ],
        registers: Vec::new(),
        capacity: CapacityRule::LegalMaximum(800),
    };
    vec![president, assembly]
}

fn source(id: &str, contest: usize, label: SourceLabel, derived_from: Option<&str>) -> Source {
    Source {
        id: code(id),
        contest: ContestIdx::new(contest),
        origin: Origin(code(derived_from.unwrap_or(id))),
        provenance: Provenance {
            supplied_by: label,
            aligned_with: match label {
                SourceLabel::PartyAligned => vec![OptionIdx::new(1)],
                _ => Vec::new(),
            },
            obtained_from: Some("portal".to_owned()),
            obtained_on: Some(date("2024-08-02")),
            obtained_by_role: Some("archivist".to_owned()),
            method: None,
            medium: Some("paper copies".to_owned()),
            licence: None,
            derived_from: derived_from.map(code),
            transformations: None,
        },
        identities: vec![Identity {
            text: "options + blank = ballots".to_owned(),
            options: true,
            left: vec![Field::Blank],
            right: vec![Field::Ballots],
        }],
        rows: 9,
        rejected: 1,
    }
}

fn read(count: u64) -> Cell {
    Cell::new(count).unwrap()
}

/// Handles of the builder.
struct Made {
    builder: DatasetBuilder,
    stations: Vec<u32>,
    west: u32,
}

fn geography() -> Made {
    let election = Election {
        id: code("made"),
        name: "Elección hecha a mano «1»".to_owned(),
        date: date("2024-07-28"),
        country: "XX".to_owned(),
    };
    let levels = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    let hierarchies = vec![
        ("administrative".to_owned(), levels(&["state", "parish"])),
        ("circuit".to_owned(), levels(&["circuit"])),
    ];
    let mut builder = DatasetBuilder::new(election, contests(), hierarchies);
    let mut division = |hierarchy, codes: &[&str], names: &[&str]| {
        let index = HierarchyIdx::new(hierarchy);
        builder.division(index, codes, names).unwrap().unwrap()
    };
    let west = division(0, &["2"], &["Oeste"]);
    let east = division(0, &["10", "01"], &["Este", "Parroquia / 01"]);
    let renamed = division(0, &["10", "01"], &["", "Parroquia uno"]);
    let other = division(0, &["10", "02"], &["Este", ""]);
    let circuit = division(1, &["C-1"], &[]);
    assert_eq!(east, renamed);
    let place = builder
        .place("P%2F1", "Escuela «Norte»", &[Some(east)])
        .unwrap();
    builder.place("P%2F1", "", &[Some(other)]).unwrap();
    let nameless = builder.place("P2", "", &[Some(west)]).unwrap();
    let mut stations = Vec::new();
    for (number, id) in (0u64..).zip([
        "P%2F1:1",
        "P%2F1:02",
        "P%2F1:a%2Fb",
        "P2:1",
        "P2:2",
        "P2:3",
        "P2:4",
        "P2:5",
    ]) {
        let of_west = number > 2;
        let divisions = [Some(if of_west { west } else { east }), Some(circuit)];
        let entry = StationEntry {
            label: ["1", "02", "a/b", "mesa uno", "2", "3", "4", "5"]
                [usize::try_from(number).unwrap()],
            place: match number {
                0..3 => Some(place),
                3..7 => Some(nameless),
                _ => None,
            },
            divisions: if number == 7 { &[] } else { &divisions },
            kind: [None, Some(StationKind::Abroad), Some(StationKind::Mobile)]
                .into_iter()
                .cycle()
                .nth(usize::try_from(number).unwrap())
                .flatten(),
            status: (number == 4).then_some(StationStatus::Annulled),
            sheet_status: match number {
                5 => Some(SheetStatus::Seized),
                6 => Some(SheetStatus::CopyRefused),
                _ => None,
            },
        };
        let station = builder.station(id, &entry).unwrap();
        let issued = match number {
            0 => Cell::NOT_ON_FORM,
            1 => Cell::UNREAD,
            2 => Cell::ZERO,
            _ => read(500 + number),
        };
        match number {
            0 => builder.register(station, Cell::UNREAD, issued),
            1 => builder.register(station, Cell::NOT_ON_FORM, issued),
            2 => builder.register(station, Cell::ZERO, issued),
            7 => {}
            _ => builder.register(station, read(600), issued),
        }
        stations.push(station);
    }
    Made {
        builder,
        stations,
        west,
    }
}

fn sheets(made: &mut Made) {
    let Made {
        builder, stations, ..
    } = made;
    let mut push = |source: SourceIdx, station: u32, cells: &[Cell], sequence, picture, row| {
        let row = SheetRow {
            station,
            cells,
            sequence,
            picture,
            file: 0,
            row,
        };
        builder.sheet(source, &row).unwrap();
    };
    let (none, unread) = (Cell::NOT_ON_FORM, Cell::UNREAD);
    let party = SourceIdx::new(0);
    let rows: [(usize, [Cell; 6], u32, u64); 9] = [
        // Two stations, one picture.
        (
            0,
            [read(90), none, read(40), read(30), read(10), read(10)],
            0,
            77,
        ),
        (
            1,
            [read(90), read(3), read(40), read(30), read(10), read(7)],
            0,
            77,
        ),
        // A superseded reading.
        (
            2,
            [read(50), read(0), read(25), read(25), read(0), read(0)],
            1,
            0,
        ),
        (
            2,
            [read(51), read(0), read(26), read(25), read(0), read(0)],
            2,
            5,
        ),
        // Rivals.
        (
            3,
            [read(60), read(0), read(30), read(30), unread, read(0)],
            0,
            0,
        ),
        (
            3,
            [read(60), read(0), read(30), read(30), none, read(0)],
            0,
            0,
        ),
        // Three that say the same.
        (
            4,
            [unread, unread, read(1), read(2), read(3), read(4)],
            0,
            9,
        ),
        (
            4,
            [unread, unread, read(1), read(2), read(3), read(4)],
            0,
            8,
        ),
        (
            4,
            [unread, unread, read(1), read(2), read(3), read(4)],
            0,
            9,
        ),
    ];
    for (line, (station, cells, sequence, picture)) in (2..).zip(rows) {
        push(party, stations[station], &cells, sequence, picture, line);
    }
    let authority = SourceIdx::new(1);
    let cells = [read(600), read(90), read(80), read(10), none, none];
    push(authority, stations[0], &cells, 0, 0, 2);
    push(authority, stations[7], &[read(4_294_967_293); 6], 0, 0, 3);
    let assembly = SourceIdx::new(2);
    push(assembly, stations[5], &[read(1), read(2)], 0, 0, 2);
}

fn sources(made: &mut Made) {
    let builder = &mut made.builder;
    let of = [
        (
            source("party", 0, SourceLabel::PartyAligned, None),
            vec![Field::Ballots, Field::Blank],
        ),
        (
            source("authority", 0, SourceLabel::Authority, Some("party")),
            vec![Field::Registered, Field::Voters],
        ),
        (source("citizens", 1, SourceLabel::Citizen, None), vec![]),
    ];
    for (source, fields) in of {
        let index = builder.source(source, fields);
        builder.file(index, "sheets/rows.csv").unwrap();
    }
    for (number, (source, role)) in (0u8..).zip([
        (None, InputRole::Election),
        (None, InputRole::Register),
        (Some("party"), InputRole::Sheets),
        (Some("party"), InputRole::Sheets),
        (Some("authority"), InputRole::Sheets),
        (None, InputRole::Dispositions),
    ]) {
        builder.input(Input {
            source: source.map(code),
            role,
            file: format!("file-{number}.csv"),
            sha256: format!("{number:02x}").repeat(32),
            rows: 9,
            rejected: u64::from(number == 2),
        });
    }
}

fn declarations(made: &mut Made) {
    let builder = &mut made.builder;
    let division = DivisionIdx::new(made.west as usize);
    let part = |votes: [Option<u64>; 2]| DeclaredPart {
        division,
        votes: votes.to_vec(),
        valid: Some(200),
        invalid: None,
        voters: Some(300),
        registered: None,
    };
    let first = Declaration {
        id: code("bulletin-1"),
        contest: ContestIdx::new(0),
        authority: "Council".to_owned(),
        outlet: Some("radio".to_owned()),
        time: Moment::parse("2024-07-29T00:12:00-04:00").unwrap(),
        status: CountStatus::UnofficialPartial,
        scope: Scope::All,
        coverage: DeclaredCoverage {
            printed: Some(percent("80.0")),
            electors: Some(figure(3_000)),
            stations: Some(figure(6)),
            stations_total: Some(figure(8)),
            places: Some(figure(2)),
            complete: false,
        },
        options: vec![
            DeclaredOption {
                target: DeclaredTarget::Option(OptionIdx::new(1)),
                votes: Some(figure(1_000)),
                percent: Some(percent("51.20")),
            },
            DeclaredOption {
                target: DeclaredTarget::Group {
                    id: code("others"),
                    options: vec![OptionIdx::new(0), OptionIdx::new(2)],
                },
                votes: None,
                percent: Some(percent("48.8")),
            },
        ],
        winners: vec![OptionIdx::new(1)],
        valid: Some(figure(1_900)),
        invalid: Some(figure(10)),
        blank: Some(figure(3)),
        voters: Some(figure(2_000)),
        turnout: Some(percent("59")),
        registered: Some(figure(3_900)),
        valid_of_voters: Some(percent("95")),
        invalid_of_voters: Some(percent("0.5")),
        parts: vec![part([Some(90), None]), part([Some(91), Some(0)])],
        follows: None,
    };
    let second = Declaration {
        id: code("bulletin-2"),
        outlet: None,
        time: Moment::parse("2024-08-03").unwrap(),
        status: CountStatus::Certified,
        scope: Scope::Division(division),
        coverage: DeclaredCoverage {
            complete: true,
            ..DeclaredCoverage::default()
        },
        winners: Vec::new(),
        blank: None,
        parts: Vec::new(),
        follows: Some(code("bulletin-1")),
        ..first.clone()
    };
    builder.declaration(first);
    builder.declaration(second);
}

fn issues(made: &mut Made) {
    let station = made.stations[1];
    let builder = &mut made.builder;
    let issue = |kind, station: Option<u32>, file: &str, column: Option<&str>| ImportIssue {
        kind,
        source: (file != "register.csv").then(|| SourceIdx::new(0)),
        station: station.map(|handle| StationIdx::new(handle as usize)),
        locator: Locator {
            file: file.to_owned(),
            row: Some(4),
            column: column.map(str::to_owned),
        },
        expected: "a count".to_owned(),
        found: "Juana 12.345.678".to_owned(),
        count: 3,
        rejects_row: kind == ImportIssueKind::MissingKey,
    };
    let kinds = [
        ImportIssueKind::NotANumber,
        ImportIssueKind::NotANumber,
        ImportIssueKind::MissingKey,
        ImportIssueKind::UnmappedColumn,
    ];
    for kind in kinds {
        builder.issue(issue(kind, None, "sheets/rows.csv", Some("VOTES")));
        builder.issue(issue(kind, Some(station), "register.csv", None));
    }
    let mut decision = issue(ImportIssueKind::Decision, None, "sheets/rows.csv", None);
    decision.found = "windows-1252".to_owned();
    builder.issue(decision);
}

/// Two contests, one with several tickets per option; two hierarchies; stations of every status;
/// unread, absent and zero; superseded, rival and repeated readings; one picture for two stations;
/// figures with alternatives; declarations of the whole and of a division; decisions; issues.
pub(crate) fn made() -> Dataset {
    builder().finish().unwrap()
}

/// The same before it is finished.
pub(crate) fn builder() -> DatasetBuilder {
    let mut made = geography();
    sources(&mut made);
    sheets(&mut made);
    declarations(&mut made);
    issues(&mut made);
    let mut builder = made.builder;
    for (key, decision) in [
        ("W.405|party|P%2F1:1|P%2F1:02", Decision::Explained),
        ("W.405|party|P%2F1:02|P%2F1:1", Decision::Explained),
        ("E.201|nothing", Decision::Unresolved),
        ("E.201|nothing", Decision::Unresolved),
    ] {
        builder.disposition(Disposition {
            key: FindingKey::new(key, []),
            decision,
            reason: "one scan holds both sheets".to_owned(),
            role: "archivist".to_owned(),
            date: date("2024-08-09"),
        });
    }
    builder
}
