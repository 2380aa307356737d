// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sheets and register as delimited text, each with the map that reads it again.

use std::fmt::Write;

use scrutineer_model::{
    Capacity, Cell, Dataset, Field, HierarchyIdx, SheetSet, SheetStatus, StationIdx, StationKind,
    StationStatus, VoteCount,
};

use crate::map::station::last_component;
use crate::write::toml::{line, list, quote, text};
use crate::write::{FolderFile, delimited_line, path};

/// The word for a number that the form of a row does not have.
const NOT_ON_FORM: &str = "not-on-form";

/// Which columns about stations a file has.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says whether one column exists"
)]
struct StationColumns {
    table: bool,
    place: bool,
    place_name: bool,
    kind: bool,
    status: bool,
    sheet_status: bool,
    /// Per hierarchy with divisions: levels used, whether there are names.
    divisions: Vec<(HierarchyIdx, usize, bool)>,
}

impl StationColumns {
    fn of(dataset: &Dataset, stations: &[StationIdx]) -> Self {
        let all = dataset.stations();
        let any = |holds: &dyn Fn(StationIdx) -> bool| stations.iter().copied().any(holds);
        let mut divisions = Vec::new();
        for (at, hierarchy) in dataset.hierarchies().iter().enumerate() {
            let index = HierarchyIdx::new(at);
            let (mut levels, mut named) = (0, false);
            for division in stations.iter().filter_map(|&at| all.division(index, at)) {
                let level = usize::from(hierarchy.divisions.get(division).level) + 1;
                levels = levels.max(level);
                named = named
                    || path(dataset, index, division)
                        .iter()
                        .any(|(_, n)| !n.is_empty());
            }
            if levels > 0 {
                divisions.push((index, levels, named));
            }
        }
        let place_named = |at: StationIdx| {
            let place = all.get(at).place;
            place.is_some_and(|place| !dataset.places().get(place).name.is_empty())
        };
        Self {
            table: any(&|at| all.get(at).label != last_component(all.id(at))),
            place: any(&|at| all.get(at).place.is_some()),
            place_name: any(&place_named),
            kind: any(&|at| all.get(at).kind != StationKind::default()),
            status: any(&|at| all.get(at).status != StationStatus::default()),
            sheet_status: any(&|at| all.get(at).sheet_status != SheetStatus::default()),
            divisions,
        }
    }

    fn header(&self, dataset: &Dataset, into: &mut Vec<String>) {
        into.push("station".to_owned());
        let plain = [
            (self.table, "table"),
            (self.place, "place"),
            (self.place_name, "place_name"),
            (self.kind, "kind"),
            (self.status, "status"),
            (self.sheet_status, "sheet_status"),
        ];
        into.extend(
            plain
                .iter()
                .filter(|(used, _)| *used)
                .map(|(_, name)| (*name).to_owned()),
        );
        for &(index, levels, named) in &self.divisions {
            let hierarchy = dataset.hierarchy(index);
            for level in hierarchy.levels.iter().take(levels) {
                into.push(format!("{}.{level}", hierarchy.id));
                if named {
                    into.push(format!("{}.{level}.name", hierarchy.id));
                }
            }
        }
    }

    fn row(&self, dataset: &Dataset, at: StationIdx, into: &mut Vec<String>) {
        let station = dataset.stations().get(at);
        into.push(station.id.to_owned());
        if self.table {
            into.push(station.label.to_owned());
        }
        let place = station.place.map(|place| dataset.places().get(place));
        if self.place {
            into.push(place.map_or("", |place| place.code).to_owned());
        }
        if self.place_name {
            into.push(place.map_or("", |place| place.name).to_owned());
        }
        let word = |used: bool, default: bool, word: &'static str| {
            used.then(|| {
                if default {
                    String::new()
                } else {
                    word.to_owned()
                }
            })
        };
        let status = match station.status {
            StationStatus::Open => "open",
            StationStatus::Annulled => "annulled",
            StationStatus::NotOpened => "not-opened",
            StationStatus::MergedInto => "merged-into",
        };
        into.extend(word(
            self.kind,
            station.kind == StationKind::default(),
            station.kind.word(),
        ));
        into.extend(word(
            self.status,
            station.status == StationStatus::default(),
            status,
        ));
        let sheet = station.sheet_status;
        into.extend(word(
            self.sheet_status,
            sheet == SheetStatus::default(),
            sheet.word(),
        ));
        for &(index, levels, named) in &self.divisions {
            let division = dataset.stations().division(index, at);
            let path = division
                .map(|division| path(dataset, index, division))
                .unwrap_or_default();
            for level in 0..levels {
                let (code, name) = path.get(level).copied().unwrap_or_default();
                into.push(code.to_owned());
                if named {
                    into.push(name.to_owned());
                }
            }
        }
    }

    /// `[PREFIX.columns]` without the numbers.
    fn map(&self, dataset: &Dataset, prefix: &str, into: &mut String) {
        let _ = writeln!(into, "[{prefix}.columns]");
        text("station_id", "station", into);
        for (used, role, name) in [
            (self.table, "table", "table"),
            (self.place, "place_id", "place"),
            (self.place_name, "place_name", "place_name"),
            (self.kind, "kind", "kind"),
            (self.status, "status", "status"),
            (self.sheet_status, "sheet_status", "sheet_status"),
        ] {
            if used {
                text(role, name, into);
            }
        }
        for &(index, levels, named) in &self.divisions {
            let hierarchy = dataset.hierarchy(index);
            let level = |suffix: &str| {
                let levels = hierarchy.levels.iter().take(levels);
                list(levels.map(|level| format!("{}.{level}{suffix}", hierarchy.id)))
            };
            let names = if named {
                format!(", names = {}", level(".name"))
            } else {
                String::new()
            };
            let key = format!("divisions.{}", quote(&hierarchy.id));
            line(&key, &format!("{{ codes = {}{names} }}", level("")), into);
        }
    }
}

fn cell(cell: Cell) -> String {
    match cell.view() {
        VoteCount::Read(count) => count.to_string(),
        VoteCount::Unread => String::new(),
        VoteCount::NotOnForm => NOT_ON_FORM.to_owned(),
    }
}

const READ: &str = "encoding = \"utf-8\"\ndelimiter = \",\"\nnot_on_form = [\"not-on-form\"]\n";

/// Writes the sheets of a source; gives `file`, `read` and `columns` of its table.
pub(super) fn source(dataset: &Dataset, set: &SheetSet, files: &mut Vec<FolderFile>) -> String {
    let id = &dataset.source(set.source()).id;
    let name = format!("sheets/{id}.csv");
    let columns = StationColumns::of(dataset, set.stations());
    let contest = dataset.contest(set.contest());
    let sequenced = (0..set.len()).any(|row| set.sequence(row) > 0);
    let mut header = Vec::new();
    columns.header(dataset, &mut header);
    let mut map = String::new();
    columns.map(dataset, "source", &mut map);
    if sequenced {
        header.push("sequence".to_owned());
        text("sequence", "sequence", &mut map);
    }
    let mut cells: Vec<&[Cell]> = Vec::new();
    for field in Field::ALL {
        if let Some(column) = set.field(field) {
            header.push(field.word().to_owned());
            text(field.word(), field.word(), &mut map);
            cells.push(column);
        }
    }
    map.push_str("[source.columns.votes]\n");
    for (at, ticket) in contest.tickets.iter().enumerate() {
        let index = scrutineer_model::TicketIdx::new(at);
        let column = set
            .ticket(index)
            .unwrap_or_else(|| set.option(ticket.option));
        let absent = !column.is_empty() && column.iter().all(|cell| *cell == Cell::NOT_ON_FORM);
        if !absent {
            header.push(format!("votes.{}", ticket.id));
            text(
                &quote(ticket.id.as_str()),
                &format!("votes.{}", ticket.id),
                &mut map,
            );
            cells.push(column);
        }
    }
    let mut csv = String::new();
    delimited_line(&header, &mut csv);
    let mut fields = Vec::new();
    for (row, &station) in set.stations().iter().enumerate() {
        fields.clear();
        columns.row(dataset, station, &mut fields);
        if sequenced {
            fields.push(set.sequence(row).to_string());
        }
        fields.extend(
            cells
                .iter()
                .filter_map(|column| column.get(row))
                .map(|held| cell(*held)),
        );
        delimited_line(&fields, &mut csv);
    }
    let file = format!(
        "[[source.file]]\npath = {}\n[source.read]\n{READ}",
        quote(&name)
    );
    files.push((name, csv.into_bytes()));
    file + &map
}

/// Writes the official list; gives the table `[register]`.
pub(super) fn register(dataset: &Dataset, files: &mut Vec<FolderFile>) -> String {
    let all = dataset.stations();
    let stations: Vec<StationIdx> = all
        .indices()
        .filter(|&at| all.get(at).in_register)
        .collect();
    let columns = StationColumns::of(dataset, &stations);
    let registered = stations
        .iter()
        .any(|&at| all.get(at).registered != Cell::NOT_ON_FORM);
    let rule = dataset.contests().first().map(|contest| contest.capacity);
    let issued = rule == Some(scrutineer_model::CapacityRule::BallotsIssued);
    let mut header = Vec::new();
    columns.header(dataset, &mut header);
    let mut map = String::from("\n[register]\npath = \"register.csv\"\n[register.read]\n");
    map.push_str(READ);
    columns.map(dataset, "register", &mut map);
    for (used, role) in [(registered, "registered"), (issued, "issued")] {
        if used {
            header.push(role.to_owned());
            text(role, role, &mut map);
        }
    }
    let mut csv = String::new();
    delimited_line(&header, &mut csv);
    let mut fields = Vec::new();
    for at in stations {
        fields.clear();
        columns.row(dataset, at, &mut fields);
        let station = all.get(at);
        if registered {
            fields.push(cell(station.registered));
        }
        if issued {
            fields.push(match station.capacity {
                Capacity::Known(count) => count.to_string(),
                Capacity::Unbounded | Capacity::NotStated => String::new(),
            });
        }
        delimited_line(&fields, &mut csv);
    }
    files.push(("register.csv".to_owned(), csv.into_bytes()));
    map
}
