//! From a person's file, or a file of the chain, to records of ballots: every problem with its place.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date, Message};

use super::book::{BallotBook, BallotRecord, BallotStatus};
use crate::audit::manifest::Manifest;
use crate::audit::records::{Role, Table, TableRow};
use crate::audit::refused::{Problem, Refused};

/// The columns that every file has.
const FIXED: [&str; 5] = ["station", "position", "status", "option", "role"];
/// The columns that a file may have.
const MORE: [&str; 3] = ["in_box", "date", "supersedes"];

/// What a row is checked against.
#[derive(Clone, Copy)]
pub(in crate::audit) struct Drawn<'a> {
    /// The list.
    pub(in crate::audit) manifest: &'a Manifest,
    /// The ballots that were drawn.
    pub(in crate::audit) ballots: &'a BTreeSet<(usize, u64)>,
}

impl Drawn<'_> {
    /// The ballot of which a record may be entered; else in which column it is wrong, and why.
    fn allowed(
        self,
        book: &BallotBook,
        record: &BallotRecord,
    ) -> Result<(usize, u64), (&'static str, Message)> {
        let (station, position) = (record.station.as_str(), record.position);
        let message = |id: &str| {
            Message::new(id)
                .with("station", station)
                .with("position", position)
        };
        let at = self
            .manifest
            .position(station)
            .ok_or_else(|| ("station", message("rla-error-unknown-station")))?;
        let most = self.manifest.ballots().get(at).copied().unwrap_or(0);
        if !(1..=most).contains(&position) {
            let message = message("rla-ballot-error-beyond").with("most", most);
            return Err(("position", message));
        }
        if !self.ballots.contains(&(at, position)) {
            return Err(("position", message("rla-ballot-error-not-drawn")));
        }
        match (book.of((at, position)), record.supersedes) {
            (None, None) => Ok((at, position)),
            (Some(held), Some(number)) if held.number == number => Ok((at, position)),
            (Some(held), _) => {
                let message = message("rla-ballot-error-recorded").with("number", held.number);
                Err(("supersedes", message))
            }
            (None, Some(number)) => {
                let message = message("rla-ballot-error-supersedes").with("number", number);
                Err(("supersedes", message))
            }
        }
    }

    /// What a row says of itself: a seen ballot lies in a box whose ballots were counted, a position without one above
    /// their number, and only a valid one has an option.
    fn consistent(self, record: &BallotRecord) -> Result<(), (&'static str, Message)> {
        let is_option = |option: &Code| self.manifest.options().contains(option);
        match (record.status, &record.option) {
            (BallotStatus::Valid, Some(option)) if is_option(option) => {}
            (BallotStatus::Valid, _) => {
                let options = self.manifest.options().iter().map(Code::as_str);
                let known = options.collect::<Vec<_>>().join(", ");
                return Err((
                    "option",
                    Message::new("rla-error-cell").with("expected", known),
                ));
            }
            (_, None) => {}
            (_, Some(_)) => {
                return Err(("option", Message::new("rla-ballot-error-option-of-none")));
            }
        }
        let at = |id: &str, found: u64| {
            let message = Message::new(id)
                .with("position", record.position)
                .with("found", found);
            Err(("position", message))
        };
        let is_counted = record.status.is_seen() || record.status == BallotStatus::Empty;
        match (record.status, record.in_box) {
            (_, None) if is_counted => Err((
                "in_box",
                Message::new("rla-error-cell").with("expected", "0, 1, 2, ..."),
            )),
            (BallotStatus::Empty, Some(found)) if record.position <= found => {
                at("rla-ballot-error-not-empty", found)
            }
            (BallotStatus::Missing, Some(found)) if record.position > found => {
                at("rla-ballot-error-empty", found)
            }
            (_, Some(found)) if record.status.is_seen() && record.position > found => {
                at("rla-ballot-error-in-box", found)
            }
            _ => Ok(()),
        }
    }
}

/// Whether a row says something of the whole box: how many ballots it has, or, without a number, that it is not
/// there.
fn is_of_box(record: &BallotRecord) -> bool {
    record.in_box.is_some() || record.status == BallotStatus::Missing
}

/// The rows after `before` that say another number of ballots of their box than the first one that holds.
fn boxes(book: &BallotBook, before: usize) -> Vec<(u64, Message)> {
    let stations: BTreeSet<usize> = book
        .current()
        .filter(|(_, record)| record.number > before as u64)
        .map(|(station, _)| station)
        .collect();
    let mut problems = Vec::new();
    for station in stations {
        let said = || book.of_station(station).filter(|held| is_of_box(held));
        let Some(first) = said().min_by_key(|held| held.number) else {
            continue;
        };
        let others =
            said().filter(|held| held.number > before as u64 && held.in_box != first.in_box);
        for record in others {
            let number = |held: &BallotRecord| {
                held.in_box
                    .map_or_else(|| "-".to_owned(), |n| n.to_string())
            };
            let message = Message::new("rla-ballot-error-boxes")
                .with("station", record.station.as_str())
                .with("position", first.position)
                .with("expected", number(first))
                .with("found", number(record));
            problems.push((record.number, message));
        }
    }
    problems.sort_by_key(|(number, _)| *number);
    problems
}

/// Takes the records of a file of the chain into the book, if all of them may be.
pub(in crate::audit) fn enter(
    file: &str,
    records: Vec<BallotRecord>,
    drawn: Drawn<'_>,
    book: &mut BallotBook,
) -> Result<(), Refused> {
    let mut entered = book.clone();
    let mut problems = Vec::new();
    for record in records {
        let number = record.number;
        let problem = |message| Problem::of_file(file, message).at(number, "");
        let is_next = number == entered.records.len() as u64 + 1;
        if !is_next || drawn.consistent(&record).is_err() {
            problems.push(problem(Message::new("rla-error-follows")));
            continue;
        }
        match drawn.allowed(&entered, &record) {
            Ok(ballot) => entered.add(ballot, record),
            Err((_, message)) => problems.push(problem(message)),
        }
    }
    for (number, message) in boxes(&entered, book.records.len()) {
        problems.push(Problem::of_file(file, message).at(number, "in_box"));
    }
    Refused::unless_empty(problems)?;
    *book = entered;
    Ok(())
}

/// Reads a person's file: every problem with its row and column, or records with numbers after those of
/// the book.
pub(in crate::audit) fn read(
    table: &Table,
    drawn: Drawn<'_>,
    book: &BallotBook,
) -> Result<Vec<BallotRecord>, Refused> {
    let columns = columns(table)?;
    let mut entered = book.clone();
    let mut seen: BTreeMap<(String, u64), u64> = BTreeMap::new();
    let mut problems = Vec::new();
    let mut lines = BTreeMap::new();
    for row in &table.rows {
        let reader = Reader {
            table,
            row,
            columns: &columns,
        };
        let mut found = Vec::new();
        let number = entered.records.len() as u64 + 1;
        let record = reader.record(number, &mut found);
        if let (Err((column, message)), true) = (drawn.consistent(&record), found.is_empty()) {
            found.push(reader.problem(column, message));
        }
        let ballot = (record.station.clone(), record.position);
        if let Some(first) = seen.get(&ballot) {
            let message = Message::new("rla-ballot-error-twice")
                .with("station", record.station.as_str())
                .with("position", record.position)
                .with("row", *first);
            found.push(reader.problem("position", message));
        } else if !record.station.is_empty() && record.position > 0 {
            seen.insert(ballot, row.line);
            match drawn.allowed(&entered, &record) {
                Err((column, message)) => found.push(reader.problem(column, message)),
                Ok(ballot) if found.is_empty() => {
                    lines.insert(number, row.line);
                    entered.add(ballot, record);
                }
                Ok(_) => {}
            }
        }
        problems.append(&mut found);
    }
    for (number, message) in boxes(&entered, book.records.len()) {
        let line = lines.get(&number).copied().unwrap_or(0);
        problems.push(Problem::of_file(&table.file, message).at(line, "in_box"));
    }
    if table.rows.is_empty() {
        let message = Message::new("rla-error-no-rows");
        problems.push(Problem::of_file(&table.file, message));
    }
    Refused::unless_empty(problems)?;
    Ok(entered.records.split_off(book.records.len()))
}

/// Where each column stands. Columns that have no place are refused: they may name somebody.
fn columns(table: &Table) -> Result<BTreeMap<&'static str, usize>, Refused> {
    let mut found = BTreeMap::new();
    let mut problems = Vec::new();
    let all = || FIXED.into_iter().chain(MORE);
    let mut problem = |column: &str, id: &str| {
        let known = all().collect::<Vec<_>>().join(", ");
        let message = Message::new(id).with("column", column).with("known", known);
        problems.push(Problem::of_file(&table.file, message).at(1, column));
    };
    for (at, name) in table.header.iter().enumerate() {
        match all().find(|column| *column == name.trim()) {
            None => problem(name.trim(), "rla-error-column"),
            Some(column) if found.insert(column, at).is_some() => {
                problem(column, "rla-error-column-twice");
            }
            Some(_) => {}
        }
    }
    for column in FIXED {
        if !found.contains_key(column) {
            problem(column, "rla-error-no-column");
        }
    }
    Refused::unless_empty(problems)?;
    Ok(found)
}

struct Reader<'a> {
    table: &'a Table,
    row: &'a TableRow,
    columns: &'a BTreeMap<&'static str, usize>,
}

impl Reader<'_> {
    fn problem(&self, column: &str, message: Message) -> Problem {
        Problem::of_file(&self.table.file, message).at(self.row.line, column)
    }

    /// What was expected in a column. What stands there is not repeated: it may name somebody.
    fn expected(&self, column: &str, expected: &str) -> Problem {
        let message = Message::new("rla-error-cell").with("expected", expected);
        self.problem(column, message)
    }

    /// What stands in a column, trimmed; empty for a column that the file has not.
    fn cell(&self, column: &str) -> &str {
        let at = self.columns.get(column);
        let cell = at
            .and_then(|at| self.row.cells.get(*at))
            .and_then(Option::as_deref);
        cell.unwrap_or_default().trim()
    }

    /// A number, if there is one.
    fn number(&self, column: &str, problems: &mut Vec<Problem>) -> Option<u64> {
        let text = self.cell(column);
        let is_count =
            (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = is_count.then(|| text.parse().ok()).flatten();
        if number.is_none() && !text.is_empty() {
            problems.push(self.expected(column, "1, 2, ..."));
        }
        number
    }

    fn record(&self, number: u64, problems: &mut Vec<Problem>) -> BallotRecord {
        if self.row.cells.len() != self.table.header.len() {
            let message = Message::new("rla-error-cells")
                .with("expected", self.table.header.len() as u64)
                .with("found", self.row.cells.len() as u64);
            problems.push(self.problem("", message));
        }
        let station = self.cell("station");
        if station.is_empty() {
            problems.push(self.expected("station", "CODE"));
        }
        let position = self.number("position", problems).unwrap_or(0);
        if position == 0 && problems.iter().all(|held| held.column != "position") {
            problems.push(self.expected("position", "1, 2, ..."));
        }
        let status = self.status();
        if status.is_none() {
            let words = BallotStatus::ALL.map(|(word, _)| word).join(", ");
            problems.push(self.expected("status", &words));
        }
        let role = Role::parse(self.cell("role"));
        if role.is_none() {
            problems.push(self.expected("role", &Role::words()));
        }
        let date = match self.cell("date") {
            "" => None,
            text => {
                let date = Date::parse(text).ok();
                if date.is_none() {
                    problems.push(self.expected("date", "2024-07-28"));
                }
                date
            }
        };
        let option = match self.cell("option") {
            "" => None,
            // A text that is no code is no option of the contest either.
            text => Code::parse(text).map_or_else(
                |_| {
                    problems.push(self.expected("option", "CODE"));
                    None
                },
                Some,
            ),
        };
        BallotRecord {
            number,
            station: station.to_owned(),
            position,
            status: status.unwrap_or(BallotStatus::Missing),
            option,
            in_box: self.number("in_box", problems),
            role: role.unwrap_or(Role::AuditBoard),
            date,
            supersedes: self.number("supersedes", problems),
        }
    }

    fn status(&self) -> Option<BallotStatus> {
        let found = BallotStatus::ALL
            .iter()
            .find(|(word, _)| *word == self.cell("status"));
        found.map(|(_, status)| *status)
    }
}
