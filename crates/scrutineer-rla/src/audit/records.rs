//! What was found at the stations: rows by people, numbered and never changed.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Absence, Code, Date, Message};
use serde::{Deserialize, Serialize};

use super::ballots::BallotRecord;
use super::plan::{Kind, parsed, pretty};
use super::refused::{Problem, Refused};
use super::setup::Setup;

const SCHEMA: &str = "scrutineer/rla-records/1";

/// Who counted or read. There is no place for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The board of the audit.
    AuditBoard,
    /// The body that runs the election.
    Authority,
    /// An agent of a party.
    PartyAgent,
    /// An observer.
    Observer,
    /// A court.
    Court,
    /// Citizens who were present.
    Citizen,
    /// A reader of copies.
    Reader,
}

impl Role {
    const ALL: [(&'static str, Self); 7] = [
        ("audit-board", Self::AuditBoard),
        ("authority", Self::Authority),
        ("party-agent", Self::PartyAgent),
        ("observer", Self::Observer),
        ("court", Self::Court),
        ("citizen", Self::Citizen),
        ("reader", Self::Reader),
    ];

    /// The role of a word.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(word, _)| *word == text);
        found.map(|(_, role)| *role)
    }

    /// The words, in one line.
    pub fn words() -> String {
        Self::ALL.map(|(word, _)| word).join(", ")
    }
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// A box was counted.
    Counted,
    /// A copy was read.
    Read,
    /// There is no box or no copy, or nobody can read it: the worst case.
    Missing,
    /// Access was refused: the worst case.
    Refused,
}

impl Status {
    /// Whether votes were found.
    pub fn has_votes(self) -> bool {
        matches!(self, Self::Counted | Self::Read)
    }

    /// Why there are none.
    pub fn absence(self) -> Option<Absence> {
        match self {
            Self::Counted | Self::Read => None,
            Self::Missing => Some(Absence::Missing),
            Self::Refused => Some(Absence::Refused),
        }
    }

    fn parse(text: &str, kind: Kind) -> Option<Self> {
        match (text, kind) {
            ("counted", Kind::Boxes) => Some(Self::Counted),
            ("read", Kind::Transcription) => Some(Self::Read),
            ("missing", _) => Some(Self::Missing),
            ("refused", _) => Some(Self::Refused),
            _ => None,
        }
    }

    fn words(kind: Kind) -> &'static str {
        match kind {
            Kind::Boxes => "counted, missing, refused",
            Kind::Transcription => "read, missing, refused",
        }
    }
}

/// What one row says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// From 1 over all files of the audit.
    pub number: u64,
    /// The station.
    pub station: String,
    /// What was found.
    pub status: Status,
    /// By whom, as a role.
    pub role: Role,
    /// When; `None` where the row does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Votes by option, in ballot order; empty where none were found.
    pub votes: Vec<u64>,
    /// Registered voters on the sheet; `None` where the plan does not ask for them or none were found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered: Option<u64>,
    /// The record of the same station that it replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<u64>,
}

/// One file of rows, as `records-N.json` keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordsFile {
    schema: String,
    /// Id of the audit.
    pub audit: Code,
    /// SHA-256 of the file before it.
    pub previous: String,
    /// The rows of stations.
    pub records: Vec<Record>,
    /// The rows of ballots, where these were drawn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ballots: Vec<BallotRecord>,
}

/// A file of rows as a person wrote it.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// How the file is called in messages.
    pub file: String,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// One row.
#[derive(Clone, Debug)]
pub struct TableRow {
    /// Physical line, from 1.
    pub line: u64,
    /// The cells; `None` where the bytes are no text.
    pub cells: Vec<Option<String>>,
}

/// The records that hold, by position of the station.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Book {
    pub(super) records: Vec<Record>,
    current: BTreeMap<usize, usize>,
}

impl Book {
    /// What holds of a station.
    pub(super) fn of(&self, station: usize) -> Option<&Record> {
        self.records.get(*self.current.get(&station)?)
    }

    /// Stations with a record.
    pub(super) fn stations(&self) -> usize {
        self.current.len()
    }

    /// What holds, in order of the stations.
    pub(super) fn current(&self) -> impl Iterator<Item = &Record> {
        let current = self.current.values();
        current.filter_map(|&at| self.records.get(at))
    }

    fn add(&mut self, station: usize, record: Record) {
        self.current.insert(station, self.records.len());
        self.records.push(record);
    }
}

impl RecordsFile {
    pub(super) fn new(setup: &Setup, previous: &str, records: Vec<Record>) -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            audit: setup.plan().audit.clone(),
            previous: previous.to_owned(),
            records,
            ballots: Vec::new(),
        }
    }

    /// The same with rows of ballots.
    #[must_use]
    pub(super) fn with_ballots(mut self, ballots: Vec<BallotRecord>) -> Self {
        self.ballots = ballots;
        self
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.records.len() + self.ballots.len()
    }

    /// The bytes of the file.
    pub fn to_json(&self) -> String {
        pretty(self)
    }

    pub(super) fn parse(file: &str, bytes: &[u8]) -> Result<Self, Refused> {
        parsed(file, bytes)
    }

    /// Takes the records into the book, if all of them may be.
    pub(super) fn enter(
        self,
        file: &str,
        setup: &Setup,
        drawn: &BTreeSet<usize>,
        book: &mut Book,
    ) -> Result<(), Refused> {
        let expected = Self::new(setup, &self.previous, Vec::new());
        if (&self.schema, &self.audit) != (&expected.schema, &expected.audit) {
            let message = Message::new("rla-error-differs")
                .with("what", "audit")
                .with("expected", expected.audit.as_str())
                .with("found", self.audit.as_str());
            return Err(Problem::of_file(file, message).into());
        }
        let mut entered = book.clone();
        let mut problems = Vec::new();
        for record in self.records {
            let problem = |message| Problem::of_file(file, message).at(record.number, "");
            let next = entered.records.len() as u64 + 1;
            let width = setup.manifest().options().len();
            let has_votes = record.status.has_votes();
            let fits = record.votes.len() == if has_votes { width } else { 0 }
                && record.registered.is_some() == (has_votes && setup.plan().reads_registered);
            if record.number != next || !fits {
                problems.push(problem(Message::new("rla-error-follows")));
                continue;
            }
            match allowed(setup, drawn, &entered, &record.station, record.supersedes) {
                Ok(station) => entered.add(station, record),
                Err((_, message)) => problems.push(problem(message)),
            }
        }
        Refused::unless_empty(problems)?;
        *book = entered;
        Ok(())
    }
}

/// The position of a station of which a record may be entered; else in which column it is wrong, and why.
fn allowed(
    setup: &Setup,
    drawn: &BTreeSet<usize>,
    book: &Book,
    station: &str,
    supersedes: Option<u64>,
) -> Result<usize, (&'static str, Message)> {
    let message = |id: &str| Message::new(id).with("station", station);
    let at = setup
        .manifest()
        .position(station)
        .ok_or_else(|| ("station", message("rla-error-unknown-station")))?;
    if !drawn.contains(&at) {
        return Err(("station", message("rla-error-not-drawn")));
    }
    match (book.of(at), supersedes) {
        (None, None) => Ok(at),
        (Some(held), Some(number)) if held.number == number => Ok(at),
        (Some(held), _) => {
            let message = message("rla-error-recorded").with("number", held.number);
            Err(("supersedes", message))
        }
        (None, Some(number)) => {
            let message = message("rla-error-supersedes").with("number", number);
            Err(("supersedes", message))
        }
    }
}

/// The columns that every file has beside one for each option.
const FIXED: [&str; 3] = ["station", "status", "role"];
/// The column beside them where registered voters are read again.
const REGISTERED: &str = "registered";
/// The columns that a file may have.
const MORE: [&str; 2] = ["date", "supersedes"];

/// Reads a person's file: every problem with its row and column, or records with numbers after those of
/// the book.
pub(super) fn read(
    table: &Table,
    setup: &Setup,
    drawn: &BTreeSet<usize>,
    book: &Book,
) -> Result<Vec<Record>, Refused> {
    let columns = columns(table, setup)?;
    let mut entered = book.clone();
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let mut problems = Vec::new();
    for row in &table.rows {
        let reader = Reader {
            table,
            row,
            columns: &columns,
            kind: setup.plan().kind,
        };
        let mut found = Vec::new();
        let number = entered.records.len() as u64 + 1;
        let record = reader.record(setup, number, &mut found);
        if let Some(first) = seen.get(&record.station) {
            let message = Message::new("rla-error-twice")
                .with("station", record.station.as_str())
                .with("row", *first);
            found.push(reader.problem("station", message));
        } else {
            seen.insert(record.station.clone(), row.line);
            match allowed(setup, drawn, &entered, &record.station, record.supersedes) {
                Err(_) if record.station.is_empty() => {}
                Err((column, message)) => found.push(reader.problem(column, message)),
                Ok(station) if found.is_empty() => entered.add(station, record),
                Ok(_) => {}
            }
        }
        problems.append(&mut found);
    }
    if table.rows.is_empty() {
        let message = Message::new("rla-error-no-rows");
        problems.push(Problem::of_file(&table.file, message));
    }
    Refused::unless_empty(problems)?;
    Ok(entered.records.split_off(book.records.len()))
}

/// Where each column stands; options by position. Columns that have no place are refused: they may name
/// somebody.
fn columns(table: &Table, setup: &Setup) -> Result<BTreeMap<String, usize>, Refused> {
    let options = setup.manifest().options().iter().map(Code::as_str);
    let registered = setup.plan().reads_registered.then_some(REGISTERED);
    let wanted: Vec<&str> = FIXED.into_iter().chain(registered).chain(options).collect();
    let mut found = BTreeMap::new();
    let mut problems = Vec::new();
    let mut problem = |column: &str, id: &str| {
        let message = Message::new(id).with("column", column).with(
            "known",
            wanted
                .iter()
                .chain(&MORE)
                .copied()
                .collect::<Vec<_>>()
                .join(", "),
        );
        problems.push(Problem::of_file(&table.file, message).at(1, column));
    };
    for (at, name) in table.header.iter().enumerate() {
        let name = name.trim();
        if !wanted.contains(&name) && !MORE.contains(&name) {
            problem(name, "rla-error-column");
        } else if found.insert(name.to_owned(), at).is_some() {
            problem(name, "rla-error-column-twice");
        }
    }
    for name in &wanted {
        if !found.contains_key(*name) {
            problem(name, "rla-error-no-column");
        }
    }
    Refused::unless_empty(problems)?;
    Ok(found)
}

struct Reader<'a> {
    table: &'a Table,
    row: &'a TableRow,
    columns: &'a BTreeMap<String, usize>,
    kind: Kind,
}

impl Reader<'_> {
    fn problem(&self, column: &str, message: Message) -> Problem {
        Problem::of_file(&self.table.file, message).at(self.row.line, column)
    }

    /// What stands in a column, trimmed; empty for a column that the file has not.
    fn cell(&self, column: &str) -> &str {
        let at = self.columns.get(column);
        let cell = at
            .and_then(|at| self.row.cells.get(*at))
            .and_then(Option::as_deref);
        cell.unwrap_or_default().trim()
    }

    /// What was expected in a column. What stands there is not repeated: it may name somebody.
    fn expected(&self, column: &str, expected: &str) -> Problem {
        let message = Message::new("rla-error-cell").with("expected", expected);
        self.problem(column, message)
    }

    fn record(&self, setup: &Setup, number: u64, problems: &mut Vec<Problem>) -> Record {
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
        let status = Status::parse(self.cell("status"), self.kind);
        if status.is_none() {
            problems.push(self.expected("status", Status::words(self.kind)));
        }
        let role = Role::ALL
            .iter()
            .find(|(word, _)| *word == self.cell("role"));
        let role = role.map_or_else(
            || {
                problems.push(self.expected("role", &Role::words()));
                Role::AuditBoard
            },
            |(_, role)| *role,
        );
        let date = match self.cell("date") {
            "" => None,
            text => Date::parse(text).map_or_else(
                |_| {
                    problems.push(self.expected("date", "2024-07-28"));
                    None
                },
                Some,
            ),
        };
        let supersedes = match self.cell("supersedes") {
            "" => None,
            text => {
                let number = count(text);
                if number.is_none() {
                    problems.push(self.expected("supersedes", "1, 2, ..."));
                }
                number
            }
        };
        let has_votes = status.map(Status::has_votes);
        let options = setup.manifest().options().iter();
        let votes = options
            .filter_map(|option| self.number(option.as_str(), has_votes, problems))
            .collect();
        let asks = setup.plan().reads_registered;
        let registered = asks.then(|| self.number(REGISTERED, has_votes, problems));
        Record {
            number,
            station: station.to_owned(),
            status: status.unwrap_or(Status::Missing),
            role,
            date,
            votes,
            registered: registered.flatten(),
            supersedes,
        }
    }

    /// A number of a sheet or a count, where there is one to be found.
    fn number(
        &self,
        column: &str,
        has_votes: Option<bool>,
        problems: &mut Vec<Problem>,
    ) -> Option<u64> {
        let text = self.cell(column);
        match (has_votes, count(text)) {
            (Some(true), Some(found)) => return Some(found),
            (Some(true), None) => problems.push(self.expected(column, "0, 1, ...")),
            // Without a status nobody knows what should stand there.
            (None, _) => {}
            (Some(false), _) if text.is_empty() => {}
            (Some(false), _) => {
                let message = Message::new("rla-error-votes-of-none");
                problems.push(self.problem(column, message));
            }
        }
        None
    }
}

/// A count of at most nine digits, without sign.
fn count(text: &str) -> Option<u64> {
    let is_count = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_count.then(|| text.parse().ok()).flatten()
}
