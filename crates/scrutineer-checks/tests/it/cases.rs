//! For every code a change to the clean election that makes it fire, with every other code that
//! the same change brings along.

use scrutineer_model::{
    Absence, AbsentStation, Applies, CapacityRule, Date, Decision, DeclaredTarget, Disposition,
    Drawn, Field, FindingKey, ImportIssueKind, OptionIdx, Origin, RegisterFigure, RegisterKind,
    SheetStatus, SourceLabel, StationIdx, StationStatus,
};

use crate::build::{Row, STATIONS, Sheets, World, code, disputed, figure, identity, percent};

/// A code, what fires beside it, and the change.
pub(crate) type Case = (&'static str, &'static [&'static str], fn(&mut World));

fn issue(world: &mut World, kind: ImportIssueKind) {
    world.issue(kind);
}

/// Another station without a list entry, with a row in both sources.
fn station(world: &mut World, id: &str, counts: [u64; 7]) {
    let mut station = world.stations[3].clone();
    id.clone_into(&mut station.id);
    let label = id.rsplit(':').next().unwrap();
    label.clone_into(&mut station.label);
    station.listed = None;
    world.stations.push(station);
    world.both(|sheets| {
        sheets.rows.push(Row {
            station: id.to_owned(),
            cells: counts.map(Some).to_vec(),
            sequence: 0,
            picture: 0,
        });
    });
}

/// Without a list and without declarations, the sheets stand alone.
fn alone(world: &mut World) {
    world.with_list = false;
    sheets_only(world);
}

/// Without any stated total: neither declarations nor a register.
fn sheets_only(world: &mut World) {
    world.declarations.clear();
    world.parts.clear();
    world.contest.registers.clear();
}

/// A copy of a row in the first source.
fn again(sheets: &mut Sheets, station: &str) -> usize {
    let copy = sheets.row(station).clone();
    sheets.rows.push(copy);
    sheets.rows.len() - 1
}

/// A station of the first source that an audit drew in vain.
fn absent(world: &mut World, what: Drawn, absence: Absence) {
    world.absent.push(AbsentStation {
        source: code("s"),
        station: STATIONS[0].to_owned(),
        audit: code("boxes"),
        what,
        absence,
    });
}

fn disposition(key: FindingKey) -> Disposition {
    Disposition {
        key,
        decision: Decision::Explained,
        reason: "seen".to_owned(),
        role: "maintainer".to_owned(),
        date: Date::parse("2024-08-03").unwrap(),
    }
}

pub(crate) const IMPORT: &[Case] = &[
    ("E.101", &[], |w| issue(w, ImportIssueKind::NotANumber)),
    ("E.102", &[], |w| issue(w, ImportIssueKind::NotAnInteger)),
    ("E.103", &[], |w| issue(w, ImportIssueKind::Negative)),
    ("E.104", &[], |w| issue(w, ImportIssueKind::TooLarge)),
    ("E.105", &[], |w| issue(w, ImportIssueKind::MissingKey)),
    ("E.106", &[], |w| issue(w, ImportIssueKind::RaggedRow)),
    ("E.107", &[], |w| issue(w, ImportIssueKind::OverLimit)),
    ("E.108", &[], |w| issue(w, ImportIssueKind::BadEncoding)),
    ("E.109", &[], |w| issue(w, ImportIssueKind::Truncated)),
    ("E.110", &[], |w| issue(w, ImportIssueKind::Unreadable)),
    ("E.111", &[], |w| issue(w, ImportIssueKind::MissingColumn)),
    ("E.112", &[], |w| issue(w, ImportIssueKind::DuplicateColumn)),
    ("E.113", &[], |w| issue(w, ImportIssueKind::UnknownValue)),
    ("E.114", &[], |w| {
        w.parts.clear();
        w.declarations.clear();
        w.stations[1].division = ["2", "20"];
    }),
    ("E.115", &[], |w| {
        issue(w, ImportIssueKind::DivisionConflict);
        w.issues[0].station = Some(StationIdx::new(2));
        w.issues[0].locator.column = None;
    }),
    ("E.116", &[], |w| {
        w.only_source();
        w.declarations.clear();
        let sheets = &mut w.sheets[0];
        let at = again(sheets, "P1:1");
        sheets.rows[at].cells = [100, 66, 65, 1, 30, 30, 5].map(Some).to_vec();
    }),
    ("W.101", &[], |w| {
        again(&mut w.sheets[0], "P1:1");
    }),
    ("W.102", &[], |w| {
        let at = again(&mut w.sheets[0], "P1:1");
        let row = &mut w.sheets[0].rows[at];
        row.sequence = 1;
    }),
    ("W.103", &[], |w| issue(w, ImportIssueKind::NameConflict)),
    ("W.104", &[], |w| issue(w, ImportIssueKind::NulByte)),
    ("W.105", &[], |w| issue(w, ImportIssueKind::UnmappedColumn)),
    ("W.106", &[], |w| issue(w, ImportIssueKind::HiddenRow)),
    ("W.107", &[], |w| issue(w, ImportIssueKind::Formula)),
    ("W.108", &[], |w| issue(w, ImportIssueKind::MergedCells)),
    ("W.109", &[], |w| issue(w, ImportIssueKind::Decision)),
    ("W.110", &[], |w| w.sheets[0].source.rejected = 1),
    ("W.111", &["W.112"], |w| {
        w.sheets[0].set_option("P1:1", 2, None);
    }),
    ("W.112", &["W.111"], |w| {
        w.sheets[0].set("P1:1", Field::Invalid, None);
    }),
    ("W.113", &["W.112"], |w| {
        for station in STATIONS {
            w.sheets[0].set(station, Field::Invalid, None);
        }
    }),
    ("W.114", &[], |w| {
        w.sheets[0].source.provenance.supplied_by = SourceLabel::Unknown;
    }),
    ("W.115", &[], |w| {
        w.sheets[0].source.provenance.licence = None;
    }),
    ("W.116", &[], |w| w.sheets[0].source.identities.clear()),
    ("W.118", &[], |w| absent(w, Drawn::Copy, Absence::Missing)),
    ("W.117", &[], |w| {
        w.dispositions
            .push(disposition(FindingKey::new("E.201", ["s", "P1:1"])));
    }),
];

pub(crate) const SHEET: &[Case] = &[
    ("E.201", &["E.401", "W.401"], |w| {
        w.sheets[0].set_option("P1:1", 0, Some(30));
        w.sheets[0].set_option("P1:1", 1, Some(20));
    }),
    ("E.202", &["E.401", "W.401"], |w| {
        w.sheets[0].set("P1:1", Field::Invalid, Some(2));
    }),
    ("E.203", &[], |w| {
        w.sheets[0].add_field(Field::Voters, |_| Some(68));
        w.sheets[0].rows.truncate(1);
        w.only_source();
        w.with_list = false;
        w.contest.capacity = CapacityRule::NotStated;
        let sheets = &mut w.sheets[0];
        sheets.set("P1:1", Field::Voters, Some(66));
        sheets.source.identities = vec![identity("options = voters", true, &[], &[Field::Voters])];
    }),
    ("E.204", &[], |w| {
        w.only_source();
        w.with_list = false;
        w.both(|sheets| sheets.set("P1:1", Field::Registered, Some(60)));
    }),
    ("E.205", &[], |w| {
        w.sheets[0].add_field(Field::Voters, |_| Some(73));
        w.sheets[0].set("P1:1", Field::Voters, Some(65));
        w.sheets[0].set("P2:1", Field::Voters, Some(68));
    }),
    ("W.208", &[], |w| absent(w, Drawn::Box, Absence::Refused)),
    ("E.206", &["W.203"], |w| {
        w.sheets[0].add_field(Field::Voters, |_| Some(73));
        w.sheets[0].set("P1:1", Field::Voters, Some(101));
        w.sheets[0].set("P2:1", Field::Voters, Some(68));
    }),
    ("E.207", &["W.111", "W.112", "E.401", "W.401"], |w| {
        sheets_only(w);
        w.sheets[0].set_option("P1:1", 0, Some(60));
        w.sheets[0].set_option("P1:1", 2, None);
    }),
    ("E.208", &["W.111", "W.112", "E.401", "W.401"], |w| {
        w.sheets[0].set("P1:1", Field::Invalid, None);
        w.sheets[0].set("P1:1", Field::Ballots, Some(64));
    }),
    ("E.209", &[], |w| {
        w.sheets[0].add_field(Field::Issued, |_| Some(80));
        w.sheets[0].set("P1:1", Field::Issued, Some(65));
    }),
    ("W.201", &[], |w| {
        w.only_source();
        w.with_list = false;
        w.contest.capacity = CapacityRule::Unbounded;
        w.both(|sheets| sheets.set("P1:1", Field::Registered, Some(60)));
    }),
    ("W.202", &[], |w| {
        w.only_source();
        w.sheets[0].set("P1:1", Field::Registered, Some(0));
    }),
    ("W.203", &[], |w| {
        w.sheets[0].add_field(Field::Voters, |_| Some(73));
        w.sheets[0].set("P1:1", Field::Voters, Some(67));
        w.sheets[0].set("P2:1", Field::Voters, Some(68));
    }),
    ("W.204", &[], |w| {
        alone(w);
        w.only_source();
        w.sheets[0].row("P1:1").cells = [100, 0, 0, 0, 0, 0, 0].map(Some).to_vec();
    }),
    ("W.205", &[], |w| {
        w.only_source();
        alone(w);
        w.both(|sheets| sheets.set("P1:1", Field::Registered, Some(69)));
    }),
    ("W.206", &[], |w| {
        w.only_source();
        alone(w);
        w.both(|sheets| sheets.set("P1:1", Field::Registered, Some(264)));
    }),
    ("W.207", &[], |w| {
        alone(w);
        w.only_source();
        w.sheets[0].set("P1:1", Field::Invalid, Some(4));
        w.sheets[0].set("P1:1", Field::Ballots, Some(69));
    }),
];

pub(crate) const REGISTER: &[Case] = &[
    ("E.301", &["E.302", "E.304"], |w| {
        w.only_source();
        w.stations[0].listed = Some(60);
    }),
    ("E.302", &["E.304"], |w| {
        w.only_source();
        w.stations[0].listed = Some(105);
    }),
    ("E.303", &[], |w| {
        w.only_source();
        sheets_only(w);
        station(w, "P2:3", [80, 41, 40, 1, 18, 13, 9]);
    }),
    ("E.304", &[], |w| {
        w.declarations.clear();
        w.contest.registers[0].total = figure(461);
    }),
    ("E.305", &[], |w| {
        w.only_source();
        w.with_list = false;
        w.declarations.clear();
        w.contest.registers[0].total = figure(459);
    }),
    ("E.306", &[], |w| {
        w.only_source();
        w.stations[0].status = StationStatus::NotOpened;
    }),
    ("W.301", &[], |w| {
        w.only_source();
        w.sheets[0].rows.remove(0);
    }),
    ("W.302", &["W.204"], |w| {
        w.only_source();
        w.declarations.clear();
        w.contest.registers.clear();
        station(w, "P2:3", [0, 0, 0, 0, 0, 0, 0]);
    }),
    ("W.303", &[], |w| {
        w.only_source();
        w.stations[0].status = StationStatus::Annulled;
    }),
    ("W.304", &[], |w| {
        w.only_source();
        w.stations[0].sheet_status = SheetStatus::Seized;
    }),
    ("W.305", &[], |w| {
        w.contest.registers.push(RegisterFigure {
            id: code("abroad"),
            kind: RegisterKind::Electors,
            total: figure(470),
            applies: Applies::Unknown,
            why: None,
        });
    }),
];

pub(crate) const SOURCES: &[Case] = &[
    ("E.401", &["W.401"], |w| {
        sheets_only(w);
        w.sheets[1].set("P1:1", Field::Registered, Some(100));
        w.sheets[1].set_option("P1:1", 0, Some(39));
        w.sheets[1].set_option("P1:1", 1, Some(21));
    }),
    ("E.402", &["W.401", "W.404"], |w| {
        sheets_only(w);
        w.sheets[1].source.origin = Origin(code("s"));
        w.sheets[1].set_option("P1:1", 0, Some(39));
        w.sheets[1].set_option("P1:1", 1, Some(21));
    }),
    ("W.401", &["E.401"], |w| {
        sheets_only(w);
        w.sheets[1].set_option("P2:1", 1, Some(11));
        w.sheets[1].set_option("P2:1", 2, Some(6));
    }),
    ("W.403", &["W.301"], |w| {
        w.sheets[1].rows.remove(0);
    }),
    ("W.404", &[], |w| {
        w.sheets[1].source.origin = Origin(code("s"));
    }),
    ("W.405", &[], |w| {
        w.sheets[0].rows[0].picture = 42;
        w.sheets[0].rows[1].picture = 42;
        w.sheets[0].rows[2].picture = 43;
    }),
    ("W.406", &["W.406"], |w| {
        alone(w);
        let copy = w.sheets[0].rows[0].cells.clone();
        w.both(|sheets| sheets.rows[1].cells.clone_from(&copy));
    }),
    ("W.407", &[], |w| {
        alone(w);
        w.only_source();
        let copy = w.sheets[0].rows[0].cells.clone();
        w.sheets[0].rows[1].cells = copy;
        w.sheets[0].set("P1:2", Field::Registered, Some(101));
    }),
    ("W.502", &["W.503"], |w| {
        alone(w);
        w.only_source();
        w.stations[1].label.replace_range(.., "3");
    }),
    ("W.503", &["W.502"], |w| {
        alone(w);
        w.only_source();
        w.stations[3].label.replace_range(.., "4");
    }),
];

pub(crate) const DECLARED: &[Case] = &[
    ("E.501", &["E.603"], |w| {
        w.only_source();
        w.parts.clear();
        w.result().options[0].votes = Some(figure(139));
        w.result().options[0].percent = None;
    }),
    ("E.502", &["E.601"], |w| {
        w.only_source();
        w.parts = vec![(1, &["1"], [69, 55, 11]), (1, &["2"], [70, 55, 15])];
    }),
    ("E.503", &["E.612"], |w| {
        w.only_source();
        w.result().coverage.stations_total = Some(figure(3));
    }),
    ("E.601", &["E.601"], |w| {
        w.parts = vec![
            (1, &["1"], [71, 55, 11]),
            (1, &["1", "10"], [71, 55, 11]),
            (1, &["2"], [70, 55, 15]),
            (1, &["2", "20"], [70, 55, 15]),
        ];
    }),
    ("E.602", &["E.601"], |w| {
        w.parts[1] = (1, &["1", "10"], [71, 55, 11]);
    }),
    ("E.603", &[], |w| {
        w.result().options[0].votes = Some(figure(141));
        w.result().options[0].percent = None;
        w.parts.clear();
    }),
    ("E.604", &[], |w| {
        w.result().voters = Some(figure(281));
        w.result().turnout = None;
        w.result().valid_of_voters = None;
    }),
    ("E.605", &[], |w| {
        w.result().options[1].percent = percent("40.0");
    }),
    ("E.606", &[], |w| {
        w.result().valid_of_voters = percent("98.7");
    }),
    ("E.607", &[], |w| {
        w.result().voters = Some(figure(279));
        w.result().turnout = None;
        w.result().valid_of_voters = None;
    }),
    ("E.608", &[], |w| {
        let result = w.result();
        result.coverage.electors = Some(figure(279));
        result.coverage.printed = None;
        result.turnout = None;
        w.declarations.remove(0);
        w.parts.clear();
    }),
    ("E.609", &[], |w| w.result().turnout = percent("60.8")),
    ("E.610", &[], |w| {
        w.declarations[0].options[2].votes = Some(figure(27));
    }),
    ("E.611", &[], |w| {
        w.declarations[0].coverage.printed = percent("45.8");
    }),
    ("E.612", &[], |w| {
        w.only_source();
        w.result().coverage.stations = Some(figure(5));
    }),
    ("E.613", &[], |w| {
        w.declarations[0].coverage.electors = Some(figure(321));
        w.declarations[0].coverage.printed = None;
    }),
    ("E.614", &[], |w| {
        w.result().winners = vec![OptionIdx::new(1)];
    }),
    ("E.615", &[], |w| {
        for (option, text) in w.result().options.iter_mut().zip(["50.7", "39.9", "9.1"]) {
            option.votes = None;
            option.percent = percent(text);
        }
        w.result().valid = None;
        w.result().voters = None;
        w.parts.clear();
    }),
    ("W.601", &[], |w| {
        w.result().options[0].votes = Some(disputed(140, 141));
    }),
    ("W.602", &["E.609", "E.611"], |w| {
        w.only_source();
        w.result().coverage.electors = None;
        w.result().coverage.stations = None;
        w.result().coverage.places = None;
        w.result().registered = Some(figure(470));
        w.declarations[0].registered = None;
        w.result().coverage.electors = Some(figure(467));
    }),
];

pub(crate) const PRIVACY: &[Case] = &[
    ("P.101", &[], |w| {
        alone(w);
        w.only_source();
        w.sheets[0].row("P1:1").cells = [100, 65, 65, 0, 65, 0, 0].map(Some).to_vec();
    }),
    ("P.102", &[], |w| {
        alone(w);
        w.only_source();
        w.sheets[0].row("P1:1").cells = [20, 9, 9, 0, 9, 0, 0].map(Some).to_vec();
    }),
    ("P.103", &[], |w| w.place_names[0].1 = "School 87654321"),
    ("P.104", &[], |w| w.names[0].1 = "North +58 414-1234567"),
    ("P.105", &[], |w| {
        w.sheets[0].source.provenance.obtained_from = Some("m@example.org".to_owned());
    }),
];

/// Cases that need many rows.
pub(crate) const LARGE: &[Case] = &[
    ("W.190", &[], |w| {
        many(w, 10_003, |_| [200, 66, 65, 1, 40, 20, 4]);
    }),
    ("W.402", &["E.401", "W.401"], |w| {
        many(w, 24, |at| {
            let at = at as u64;
            [300, 101 + at, 100 + at, 1, 60, 30, 10 + at]
        });
        let mut other = w.sheets[0].clone();
        other.source.id = code("t");
        other.source.origin = Origin(code("t"));
        for row in &mut other.rows {
            row.cells[4] = row.cells[4].map(|votes| votes + 1);
            row.cells[2] = row.cells[2].map(|votes| votes + 1);
            row.cells[1] = row.cells[1].map(|votes| votes + 1);
        }
        w.sheets.push(other);
    }),
    ("W.501", &[], |w| {
        many(w, 100, |at| {
            let at = at as u64;
            [400, 131 + at, 130 + at, 1, 100 + at, 30, 0]
        });
    }),
];

/// Stations of their own without places, in the first source.
fn many(world: &mut World, stations: usize, counts: impl Fn(usize) -> [u64; 7]) {
    alone(world);
    world.only_source();
    let template = world.stations[0].clone();
    world.stations.clear();
    world.sheets[0].rows.clear();
    for at in 0..stations {
        let mut station = template.clone();
        station.id = format!("{at:05}");
        station.place = None;
        world.sheets[0].rows.push(Row {
            station: station.id.clone(),
            cells: counts(at).map(Some).to_vec(),
            sequence: 0,
            picture: 0,
        });
        world.stations.push(station);
    }
}

/// Every case of the catalogue.
pub(crate) fn all() -> impl Iterator<Item = &'static Case> {
    [IMPORT, SHEET, REGISTER, SOURCES, DECLARED, PRIVACY, LARGE]
        .into_iter()
        .flatten()
}

/// A declared group in place of the last two options.
pub(crate) fn group(world: &mut World) {
    let result = world.result();
    result.options.truncate(2);
    result.options[1].target = DeclaredTarget::Group {
        id: code("others"),
        options: vec![OptionIdx::new(1), OptionIdx::new(2)],
    };
    result.options[1].votes = Some(figure(136));
    result.options[1].percent = percent("49.3");
    world.parts.clear();
}
