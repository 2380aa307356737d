//! `reports.csv`: what observers reported, by role and never by name.

use std::collections::BTreeMap;

use scrutineer_model::Message;

use super::design::Design;
use super::draw::Draw;
use super::problem::Problem;
use super::table::{Table, TableRow};

/// The columns before those of the options.
const COLUMNS: [&str; 7] = [
    "station", "report", "role", "status", "part", "ballots", "invalid",
];

/// Before the id of an option in the name of its column.
const VOTES: &str = "votes.";

/// Who reports, as a word of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Sent to the station.
    Observer,
    /// In charge of observers.
    Supervisor,
    /// Of an option.
    PartyAgent,
    /// Who took the report in.
    Clerk,
    /// Of the station.
    Official,
    /// None of these.
    Other,
}

impl Role {
    /// Every role with its word.
    pub const WORDS: [(Self, &'static str); 6] = [
        (Self::Observer, "observer"),
        (Self::Supervisor, "supervisor"),
        (Self::PartyAgent, "party-agent"),
        (Self::Clerk, "clerk"),
        (Self::Official, "official"),
        (Self::Other, "other"),
    ];
}

/// Which of the reports about a station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportKind {
    /// The first of two independent ones.
    First,
    /// The second.
    Second,
    /// What the posted form shows after a second look.
    Resolved,
    /// What it shows somebody else, where the second look found figures that cannot be.
    ResolvedAgain,
}

impl ReportKind {
    const WORDS: [(Self, &'static str); 4] = [
        (Self::First, "1"),
        (Self::Second, "2"),
        (Self::Resolved, "resolved"),
        (Self::ResolvedAgain, "resolved-again"),
    ];
}

/// What became of a station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StationStatus {
    /// It counted and the figures are here.
    Counted,
    /// Nobody got there.
    NotReached,
    /// The observer was not let in.
    NotAdmitted,
    /// It did not open.
    NotOpened,
    /// The figures were refused.
    Refused,
    /// No form was posted.
    NotPosted,
    /// Something else.
    Other,
}

impl StationStatus {
    /// Every status with its word.
    pub const WORDS: [(Self, &'static str); 7] = [
        (Self::Counted, "counted"),
        (Self::NotReached, "not-reached"),
        (Self::NotAdmitted, "not-admitted"),
        (Self::NotOpened, "not-opened"),
        (Self::Refused, "refused"),
        (Self::NotPosted, "not-posted"),
        (Self::Other, "other"),
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        word_of(&Self::WORDS, self)
    }
}

fn word_of<T: PartialEq + Copy>(words: &[(T, &'static str)], wanted: T) -> &'static str {
    words
        .iter()
        .find(|(held, _)| *held == wanted)
        .map_or("", |(_, word)| word)
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its row in the file.
    pub row: u64,
    /// Which of the reports.
    pub kind: ReportKind,
    /// Who reports.
    pub role: Role,
    /// What became of the station.
    pub status: StationStatus,
    /// The part of the night, from 1.
    pub part: Option<u32>,
    /// Ballots.
    pub ballots: Option<u32>,
    /// Invalid and blank votes.
    pub invalid: Option<u32>,
    /// Votes in ballot order; `None` where not read.
    pub votes: Vec<Option<u32>>,
}

impl Report {
    /// Whether both say the same figures; part and role may differ.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        self.status == other.status
            && self.ballots == other.ballots
            && self.invalid == other.invalid
            && self.votes == other.votes
    }
}

/// The reports of every drawn station, in the order of the draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reports {
    /// For each drawn station its reports, by kind.
    pub stations: Vec<Vec<Report>>,
}

/// The first line of `reports.csv`.
pub fn report_header(design: &Design) -> String {
    let votes = design
        .options
        .iter()
        .map(|option| format!("{VOTES}{option}"));
    let names: Vec<String> = COLUMNS
        .iter()
        .map(|name| (*name).to_owned())
        .chain(votes)
        .collect();
    names.join(",") + "\n"
}

/// Reads `reports.csv`.
///
/// # Errors
/// Every column, row and cell that cannot be used.
pub fn read_reports(table: &Table, design: &Design, draw: &Draw) -> Result<Reports, Vec<Problem>> {
    let mut problems = Vec::new();
    let columns = Columns::find(table, design, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let drawn: BTreeMap<&str, usize> = draw
        .stations
        .iter()
        .enumerate()
        .map(|(at, drawn)| (drawn.station.as_str(), at))
        .collect();
    let mut stations: Vec<Vec<Report>> = vec![Vec::new(); draw.stations.len()];
    for row in &table.rows {
        let before = problems.len();
        if row.cells.len() > table.header.len() {
            let message = Message::new("quick-count-ragged")
                .with("wanted", table.header.len() as u64)
                .with("found", row.cells.len() as u64);
            problems.push(Problem {
                row: Some(row.row),
                column: None,
                message,
            });
        }
        let report = columns.report(row, design, &mut problems);
        let id = row.text(columns.named[0]);
        let place = drawn.get(id).copied();
        let message = match place {
            None if id.is_empty() => Some(Message::new("quick-count-empty-cell")),
            None => Some(Message::new("quick-count-not-drawn").with("station", id)),
            Some(_) => None,
        };
        problems.extend(message.map(|message| Problem::cell(row.row, "station", message)));
        let (Some(report), Some(held)) = (report, place.and_then(|at| stations.get_mut(at))) else {
            continue;
        };
        if let Some(first) = held.iter().find(|other| other.kind == report.kind) {
            let message = Message::new("quick-count-repeated-report")
                .with("station", id)
                .with("first", first.row);
            problems.push(Problem::cell(row.row, "report", message));
        } else if problems.len() == before {
            held.push(report);
        }
    }
    for held in &mut stations {
        held.sort_by_key(|report| report.kind);
    }
    if problems.is_empty() {
        Ok(Reports { stations })
    } else {
        Err(problems)
    }
}

struct Columns {
    named: [Option<usize>; 7],
    votes: Vec<Option<usize>>,
}

impl Columns {
    fn find(table: &Table, design: &Design, problems: &mut Vec<Problem>) -> Self {
        let named = table.columns(COLUMNS, problems);
        let mut votes = Vec::new();
        for option in &design.options {
            let [column] = table.columns([format!("{VOTES}{option}").as_str()], problems);
            votes.push(column);
        }
        for (at, name) in table.header.iter().enumerate() {
            let first = table.column(name);
            let is_known = named.contains(&Some(at)) || votes.contains(&Some(at));
            if !is_known || first != Some(at) {
                problems.push(Problem {
                    row: Some(1),
                    column: Some(name.clone()),
                    message: Message::new("quick-count-unknown-column"),
                });
            }
        }
        Self { named, votes }
    }

    /// The row, unless a cell cannot be used; every such cell is a problem.
    fn report(
        &self,
        row: &TableRow,
        design: &Design,
        problems: &mut Vec<Problem>,
    ) -> Option<Report> {
        let before = problems.len();
        let [_, kind, role, status, part, ballots, invalid] = self.named;
        let kind = word(row, "report", kind, &ReportKind::WORDS, problems);
        let role = word(row, "role", role, &Role::WORDS, problems);
        let status = word(row, "status", status, &StationStatus::WORDS, problems);
        let part = number(row, "part", part, problems);
        if part == Some(0) {
            let message = Message::new("quick-count-no-number").with("found", "0");
            problems.push(Problem::cell(row.row, "part", message));
        }
        let ballots = number(row, "ballots", ballots, problems);
        let invalid = number(row, "invalid", invalid, problems);
        let votes: Vec<Option<u32>> = self
            .votes
            .iter()
            .zip(&design.options)
            .map(|(&column, option)| number(row, &format!("{VOTES}{option}"), column, problems))
            .collect();
        if problems.len() > before {
            return None;
        }
        Some(Report {
            row: row.row,
            kind: kind?,
            role: role?,
            status: status?,
            part,
            ballots,
            invalid,
            votes,
        })
    }
}

fn word<T: Copy>(
    row: &TableRow,
    name: &str,
    column: Option<usize>,
    words: &[(T, &'static str)],
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let found = row.text(column);
    let known = words.iter().find(|(_, word)| *word == found);
    if known.is_none() {
        let list: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
        // A cell of words may hold a name by mistake, so it is not repeated.
        let message = Message::new("quick-count-word").with("known", list.join(", "));
        problems.push(Problem::cell(row.row, name, message));
    }
    known.map(|(value, _)| *value)
}

fn number(
    row: &TableRow,
    name: &str,
    column: Option<usize>,
    problems: &mut Vec<Problem>,
) -> Option<u32> {
    let is_unreadable = column
        .and_then(|column| row.cells.get(column))
        .is_some_and(Option::is_none);
    let text = row.text(column);
    if text.is_empty() && !is_unreadable {
        return None;
    }
    let is_count = !is_unreadable && text.bytes().all(|byte| byte.is_ascii_digit());
    let parsed = text.parse::<u32>().ok().filter(|_| is_count);
    if parsed.is_none() {
        let shown: String = text.chars().filter(|c| !c.is_control()).take(20).collect();
        let message = Message::new("quick-count-no-number").with("found", shown);
        problems.push(Problem::cell(row.row, name, message));
    }
    parsed
}
