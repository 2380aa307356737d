//! The list that is drawn from: one station a row, with the running sum of the bounds.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use scrutineer_model::{Code, Message};

use super::refused::{Problem, Refused, differs};
use super::strata::is_id;
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
    said: Vec<Option<u64>>,
    ballots: Vec<u64>,
    strata: Vec<String>,
}

/// What stands before an option's id in the name of its column.
const VOTES: &str = "votes:";
/// The column of ballots by the sheet, where ballots are drawn one by one.
const BALLOTS: &str = "ballots";
/// The column of strata, where stations are drawn in these.
const STRATUM: &str = "stratum";

impl Manifest {
    pub(super) fn new(options: Vec<Code>, rows: Vec<ManifestRow>) -> Self {
        let said = vec![None; rows.len()];
        let ballots = rows.iter().map(most).collect();
        Self {
            options,
            rows,
            said,
            ballots,
            strata: Vec::new(),
        }
    }

    /// The same with the stratum of each station, in their order.
    #[must_use]
    pub(super) fn in_strata(mut self, strata: Vec<String>) -> Self {
        if strata.len() == self.rows.len() {
            self.strata = strata;
        }
        self
    }

    /// The stratum of each station, in their order; empty where stations are not drawn in strata.
    pub fn strata(&self) -> &[String] {
        &self.strata
    }

    /// The same with the ballots of each station by its sheet; `None` where it does not say.
    #[must_use]
    pub(super) fn holding(mut self, said: Vec<Option<u64>>) -> Self {
        if said.len() == self.rows.len() {
            let rows = self.rows.iter().zip(&said);
            self.ballots = rows
                .map(|(row, said)| most(row).max(said.unwrap_or(0)))
                .collect();
            self.said = said;
        }
        self
    }

    /// The positions of each station that can be drawn one by one: as many as its box can hold, and no fewer than
    /// its sheet says. A sheet that says less takes none away: whether it is true is what is asked.
    pub fn ballots(&self) -> &[u64] {
        &self.ballots
    }

    /// Ballots of each station by its sheet; `None` where it does not say, or stations are drawn.
    pub fn said(&self) -> &[Option<u64>] {
        &self.said
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

    /// The bytes of `manifest.csv`, with what each station is drawn in proportion to, and the ballots by its sheet
    /// where these are drawn: the same list gives the same bytes. Running sums are those of the stratum, where there
    /// are any.
    pub fn to_csv(&self, bounds: &[u64], is_of_ballots: bool) -> String {
        let mut text = String::from("station,place,capacity");
        for option in &self.options {
            // Writing to a string cannot fail.
            let _ = write!(text, ",{VOTES}{option}");
        }
        if is_of_ballots {
            let _ = write!(text, ",{BALLOTS}");
        }
        if !self.strata.is_empty() {
            let _ = write!(text, ",{STRATUM}");
        }
        text.push_str(",bound,cumulative\n");
        let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
        for (at, ((row, said), &bound)) in self.rows.iter().zip(&self.said).zip(bounds).enumerate()
        {
            let stratum = self.strata.get(at).map_or("", String::as_str);
            let sum = sums.entry(stratum).or_default();
            *sum = sum.saturating_add(bound);
            let _ = write!(text, "{},{},{}", row.station, row.place, row.capacity);
            for votes in &row.votes {
                let _ = write!(text, ",{votes}");
            }
            if is_of_ballots {
                let said = said.map_or_else(String::new, |said| said.to_string());
                let _ = write!(text, ",{said}");
            }
            if !self.strata.is_empty() {
                let _ = write!(text, ",{stratum}");
            }
            let _ = writeln!(text, ",{bound},{sum}");
        }
        text
    }

    /// Reads `manifest.csv`. Bounds and running sums follow from the rest; the caller compares the bytes.
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
        let has_said = width > 6 && named(width - 3) == BALLOTS;
        let has_strata = width > 6 && named(width - 3) == STRATUM;
        let end = width.saturating_sub(if has_said || has_strata { 3 } else { 2 });
        for name in header.iter().take(end).skip(3) {
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
        let (mut said, mut strata) = (Vec::new(), Vec::new());
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
            let votes = (3..end).map(&mut number).collect();
            let is_said = has_said && cells.get(end).is_some_and(|cell| !cell.is_empty());
            said.push(is_said.then(|| number(end)));
            let cell = |at: usize| cells.get(at).copied().unwrap_or_default().to_owned();
            if has_strata {
                let stratum = cell(end);
                if !is_id(&stratum) {
                    let message =
                        Message::new("rla-strata-error-id").with("found", stratum.as_str());
                    problems.push(Problem::of_file(file, message).at(line, STRATUM));
                }
                strata.push(stratum);
            }
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
        Ok(Self::new(options, rows).holding(said).in_strata(strata))
    }
}

/// The most ballots of a station, and no fewer than the votes of its record.
pub(super) fn most(row: &ManifestRow) -> u64 {
    let votes = row.votes.iter().fold(0u64, |a, b| a.saturating_add(*b));
    row.capacity.max(votes)
}
