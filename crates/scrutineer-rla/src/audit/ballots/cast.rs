//! What records say of single ballots, before anybody looks at them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use scrutineer_model::{Code, Message};

use super::claim::Recorded;
use crate::audit::manifest::Manifest;
use crate::audit::plan::sha256;
use crate::audit::records::Table;
use crate::audit::refused::{Problem, Refused};

/// The name of the file.
pub(in crate::audit) const FILE: &str = "ballot-records.csv";
/// Its columns. Any other may name somebody.
const COLUMNS: [&str; 3] = ["station", "position", "option"];

/// Records of single ballots: by station and position in its box, the option; `None` for a ballot without a valid
/// vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CastRecords(BTreeMap<(String, u64), Option<Code>>);

/// What is recorded of ballots, by station on the list and position.
type ByBallot = BTreeMap<(usize, u64), Recorded>;

impl CastRecords {
    /// Reads a file with the columns `station`, `position` and `option`, in any order of its rows.
    ///
    /// # Errors
    /// Every problem, with row and column: other columns, no position, no code, a ballot twice.
    pub fn read(table: &Table) -> Result<Self, Refused> {
        let header: Vec<&str> = table.header.iter().map(|name| name.trim()).collect();
        let mut problems = Vec::new();
        for name in header.iter().filter(|name| !COLUMNS.contains(name)) {
            let message = Message::new("rla-error-column")
                .with("column", *name)
                .with("known", COLUMNS.join(", "));
            problems.push(Problem::of_file(&table.file, message).at(1, name));
        }
        let place = COLUMNS.map(|column| header.iter().position(|name| *name == column));
        for (column, _) in COLUMNS.iter().zip(place).filter(|(_, at)| at.is_none()) {
            let message = Message::new("rla-error-no-column")
                .with("column", *column)
                .with("known", COLUMNS.join(", "));
            problems.push(Problem::of_file(&table.file, message).at(1, column));
        }
        Refused::unless_empty(problems)?;
        let mut found = Self::default();
        let mut problems = Vec::new();
        for row in &table.rows {
            let cell = |at: usize| {
                let at = place.get(at).copied().flatten()?;
                Some(row.cells.get(at)?.as_deref()?.trim())
            };
            let mut wrong = |column: &str, expected: &str| {
                let message = Message::new("rla-error-cell").with("expected", expected);
                problems.push(Problem::of_file(&table.file, message).at(row.line, column));
            };
            let station = cell(0).filter(|text| !text.is_empty());
            let position = cell(1)
                .filter(|text| (1..=9).contains(&text.len()))
                .filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|text| text.parse::<u64>().ok())
                .filter(|&position| position > 0);
            let option = match cell(2) {
                Some("") => Some(None),
                Some(text) => Code::parse(text).ok().map(Some),
                None => None,
            };
            if station.is_none() {
                wrong("station", "CODE");
            }
            if position.is_none() {
                wrong("position", "1, 2, ...");
            }
            if option.is_none() {
                wrong("option", "CODE");
            }
            let (Some(station), Some(position), Some(option)) = (station, position, option) else {
                continue;
            };
            let key = (station.to_owned(), position);
            if found.0.insert(key, option).is_some() {
                let message = Message::new("rla-cast-error-twice")
                    .with("station", station)
                    .with("position", position);
                problems.push(Problem::of_file(&table.file, message).at(row.line, "position"));
            }
        }
        if table.rows.is_empty() {
            let message = Message::new("rla-error-no-rows");
            problems.push(Problem::of_file(&table.file, message));
        }
        Refused::unless_empty(problems)?;
        Ok(found)
    }

    /// The bytes of `ballot-records.csv`: the same records give the same bytes.
    pub fn to_csv(&self) -> String {
        let mut text = format!("{}\n", COLUMNS.join(","));
        for ((station, position), option) in &self.0 {
            let option = option.as_ref().map_or("", Code::as_str);
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{station},{position},{option}");
        }
        text
    }

    /// SHA-256 of these bytes.
    pub(in crate::audit) fn digest(&self) -> String {
        sha256(self.to_csv().as_bytes())
    }

    /// Reads `ballot-records.csv` again.
    pub(in crate::audit) fn parse(text: &str) -> Result<Self, Refused> {
        let mut lines = text.lines();
        let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
        let header = cells(lines.next().unwrap_or_default());
        let rows = (2..).zip(lines).map(|(line, text)| {
            let cells = cells(text).into_iter().map(Some).collect();
            crate::audit::records::TableRow { line, cells }
        });
        let read = Self::read(&Table {
            file: FILE.to_owned(),
            header,
            rows: rows.collect(),
        })?;
        if read.to_csv() == text {
            Ok(read)
        } else {
            Err(Problem::of_file(FILE, Message::new("rla-error-follows")).into())
        }
    }

    /// Whether every record is of a position of the list and of an option of the contest.
    pub(in crate::audit) fn check(&self, manifest: &Manifest) -> Result<(), Refused> {
        let mut problems = Vec::new();
        let options = manifest.options();
        for ((station, position), option) in &self.0 {
            let message = |id: &str| {
                Message::new(id)
                    .with("station", station.as_str())
                    .with("position", *position)
            };
            let problem = |message| Problem::of_file(FILE, message);
            let Some(at) = manifest.position(station) else {
                problems.push(problem(message("rla-error-unknown-station")));
                continue;
            };
            if let Some(option) = option.as_ref().filter(|option| !options.contains(option)) {
                let message = message("rla-cast-error-option").with("found", option.as_str());
                problems.push(problem(message));
            }
            let most = manifest.ballots().get(at).copied().unwrap_or(0);
            if *position > most {
                let message = message("rla-ballot-error-beyond").with("most", most);
                problems.push(problem(message));
            }
        }
        Refused::unless_empty(problems)
    }

    /// What is recorded of ballots, by station on the list and position, and by station how many records there are and
    /// their votes by option.
    pub(super) fn recorded(&self, manifest: &Manifest) -> (ByBallot, Vec<(u64, Vec<u64>)>) {
        let mut all = BTreeMap::new();
        let none = (0, vec![0u64; manifest.options().len()]);
        let mut stations = vec![none; manifest.rows().len()];
        for ((station, position), option) in &self.0 {
            let Some(at) = manifest.position(station) else {
                continue;
            };
            let options = manifest.options().iter();
            let option = option
                .as_ref()
                .and_then(|option| options.clone().position(|known| known == option));
            let held = option.map_or(Recorded::NoVote, Recorded::Vote);
            all.insert((at, *position), held);
            let Some((count, votes)) = stations.get_mut(at) else {
                continue;
            };
            *count += 1;
            if let Some(total) = option.and_then(|option| votes.get_mut(option)) {
                *total += 1;
            }
        }
        (all, stations)
    }
}
