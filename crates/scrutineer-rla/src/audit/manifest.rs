//! The list that is drawn from: one station a row, with the running sum of the bounds.

use std::fmt::Write as _;

use scrutineer_model::{Code, Message};

use super::refused::{Problem, Refused, differs};
use crate::batch::{BatchError, Stations};

/// A station with a complete record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManifestRow {
    /// Canonical id.
    pub station: String,
    /// Code of its polling place, percent-encoded; empty where it has none.
    pub place: String,
    /// The most ballots that its box can hold.
    pub capacity: u64,
    /// Votes by option, in ballot order.
    pub votes: Vec<u64>,
}

/// The stations in order of the bytes of their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    options: Vec<Code>,
    rows: Vec<ManifestRow>,
    ballots: Vec<u64>,
}

/// What stands before an option's id in the name of its column.
const VOTES: &str = "votes:";

impl Manifest {
    pub(super) fn new(options: Vec<Code>, rows: Vec<ManifestRow>) -> Self {
        let most = |row: &ManifestRow| row.votes.iter().fold(0u64, |a, b| a.saturating_add(*b));
        let ballots = rows.iter().map(|row| row.capacity.max(most(row))).collect();
        Self {
            options,
            rows,
            ballots,
        }
    }

    /// The same with numbers of ballots, by station, in the place of their capacities.
    #[must_use]
    pub(super) fn holding(mut self, ballots: Vec<u64>) -> Self {
        if ballots.len() == self.rows.len() {
            self.ballots = ballots;
        }
        self
    }

    /// Ballots of each station that can be drawn one by one: those of its sheet, and its capacity where the sheet
    /// does not say.
    pub fn ballots(&self) -> &[u64] {
        &self.ballots
    }

    /// The options, in ballot order.
    pub fn options(&self) -> &[Code] {
        &self.options
    }

    /// The stations.
    pub fn rows(&self) -> &[ManifestRow] {
        &self.rows
    }

    /// Position of a station.
    pub fn position(&self, station: &str) -> Option<usize> {
        let by_id = |row: &ManifestRow| row.station.as_str().cmp(station);
        self.rows.binary_search_by(by_id).ok()
    }

    /// Votes of all stations, by option.
    pub fn totals(&self) -> Vec<u64> {
        let mut totals = vec![0u64; self.options.len()];
        for row in &self.rows {
            for (total, votes) in totals.iter_mut().zip(&row.votes) {
                *total = total.saturating_add(*votes);
            }
        }
        totals
    }

    /// The stations for the batch comparison, with what the others can hold.
    pub(super) fn stations(&self, missing: u64) -> Result<Stations, BatchError> {
        let mut stations = Stations::new(self.options.len());
        for row in &self.rows {
            stations.push_sheet(&row.votes, row.capacity)?;
        }
        stations.add_unlisted(missing);
        Ok(stations)
    }

    /// The bytes of `manifest.csv`, with what each station is drawn in proportion to: the same list gives the
    /// same bytes.
    pub fn to_csv(&self, bounds: &[u64]) -> String {
        let mut text = String::from("station,place,capacity");
        for option in &self.options {
            // Writing to a string cannot fail.
            let _ = write!(text, ",{VOTES}{option}");
        }
        text.push_str(",bound,cumulative\n");
        let mut sum = 0u64;
        for (row, &bound) in self.rows.iter().zip(bounds) {
            sum = sum.saturating_add(bound);
            let _ = write!(text, "{},{},{}", row.station, row.place, row.capacity);
            for votes in &row.votes {
                let _ = write!(text, ",{votes}");
            }
            let _ = writeln!(text, ",{bound},{sum}");
        }
        text
    }

    /// Reads `manifest.csv`. Bounds and running sums follow from the rest, except for numbers of ballots, which
    /// stand in the place of the bounds where ballots are drawn; the caller compares the bytes.
    ///
    /// # Errors
    /// Where the text is not of its form: every problem.
    pub fn parse(file: &str, text: &str) -> Result<Self, Refused> {
        let mut lines = text.lines();
        let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
        let mut options = Vec::new();
        let mut problems = Vec::new();
        let width = header.len();
        let named = |at: usize| header.get(at).copied().unwrap_or_default();
        let is_framed = width > 5
            && [named(0), named(1), named(2)] == ["station", "place", "capacity"]
            && [named(width - 2), named(width - 1)] == ["bound", "cumulative"];
        for name in header.iter().skip(3).take(width.saturating_sub(5)) {
            match name.strip_prefix(VOTES).map(Code::parse) {
                Some(Ok(option)) => options.push(option),
                _ => problems.push(differs(file, "header", VOTES, name).at(1, name)),
            }
        }
        if !is_framed {
            let expected = "station,place,capacity,votes:...,bound,cumulative";
            problems.push(differs(file, "header", expected, &header.join(",")).at(1, ""));
        }
        Refused::unless_empty(problems)?;
        let mut rows: Vec<ManifestRow> = Vec::new();
        let mut ballots = Vec::new();
        let mut problems: Vec<Problem> = Vec::new();
        for (line, row) in (2..).zip(lines) {
            let cells: Vec<&str> = row.split(',').collect();
            if cells.len() != width {
                let (expected, found) = (width.to_string(), cells.len().to_string());
                problems.push(differs(file, "columns", &expected, &found).at(line, ""));
                continue;
            }
            let mut number = |at: usize| -> u64 {
                let cell = cells.get(at).copied().unwrap_or_default();
                cell.parse().unwrap_or_else(|_| {
                    problems.push(differs(file, "number", "0, 1, ...", cell).at(line, named(at)));
                    0
                })
            };
            let capacity = number(2);
            let votes = (3..width - 2).map(&mut number).collect();
            ballots.push(number(width - 2));
            let cell = |at: usize| cells.get(at).copied().unwrap_or_default().to_owned();
            let held = ManifestRow {
                station: cell(0),
                place: cell(1),
                capacity,
                votes,
            };
            if rows.last().is_some_and(|last| last.station >= held.station) {
                let message =
                    Message::new("rla-error-order").with("station", held.station.as_str());
                problems.push(Problem::of_file(file, message).at(line, "station"));
            }
            rows.push(held);
        }
        if rows.is_empty() {
            problems.push(Problem::of_file(file, Message::new("rla-error-no-records")));
        }
        Refused::unless_empty(problems)?;
        Ok(Self::new(options, rows).holding(ballots))
    }
}
