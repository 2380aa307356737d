//! What records say of single ballots, before anybody looks at them.
//!
//! A country has tens of millions of ballots: a record takes twelve bytes, and a file of them is read row by row.

mod read;

use std::fmt::Write as _;

use scrutineer_model::{Code, Message};
use sha2::Digest as _;

pub use read::CastReader;

use self::read::Told;
use super::claim::Recorded;
use crate::audit::manifest::Manifest;
use crate::audit::records::Table;
use crate::audit::refused::{Problem, Refused};
use crate::sampling::DigestNumber;

/// The name of the file.
pub(in crate::audit) const FILE: &str = "ballot-records.csv";
/// Its columns. Any other may name somebody.
const COLUMNS: [&str; 3] = ["station", "position", "option"];
/// In place of an option: a ballot without a valid vote.
const NO_VOTE: u32 = u32::MAX;

/// Records of single ballots: by station and position in its box, the option; none for a ballot without a valid
/// vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CastRecords {
    /// Ascending.
    stations: Vec<String>,
    /// Ascending.
    options: Vec<Code>,
    /// Ascending, each of another ballot.
    records: Vec<Cast>,
}

/// The record of a ballot: a station and an option by their places in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cast {
    station: u32,
    position: u32,
    option: u32,
}

/// What is recorded of ballots, by station on the list and position.
#[derive(Clone, Debug, Default)]
pub(super) struct ByBallot(Vec<Cast>);

impl ByBallot {
    pub(super) fn get(&self, (station, position): (usize, u64)) -> Recorded {
        let key = |held: &Cast| (held.station as usize, u64::from(held.position));
        let at = self.0.binary_search_by_key(&(station, position), key);
        let held = at.ok().and_then(|at| self.0.get(at));
        match held {
            None => Recorded::Nothing,
            Some(held) if held.option == NO_VOTE => Recorded::NoVote,
            Some(held) => Recorded::Vote(held.option as usize),
        }
    }
}

impl CastRecords {
    /// Reads a table with the columns `station`, `position` and `option`, in any order of its rows.
    ///
    /// # Errors
    /// Those of [`CastReader`].
    pub fn read(table: &Table) -> Result<Self, Refused> {
        let mut reader = CastReader::new(&table.file, &table.header)?;
        for row in &table.rows {
            reader.row(row.line, |at| row.cells.get(at)?.as_deref());
        }
        reader.finish()
    }

    /// The bytes of `ballot-records.csv`: the same records give the same bytes.
    pub fn to_csv(&self) -> String {
        let mut text = String::new();
        self.each_line(&mut |line| {
            text.push_str(line);
            true
        });
        text
    }

    /// Gives every line of the file to `take`, until that says that it is enough.
    fn each_line(&self, take: &mut dyn FnMut(&str) -> bool) {
        let mut line = format!("{}\n", COLUMNS.join(","));
        for held in &self.records {
            if !take(&line) {
                return;
            }
            line.clear();
            let station = self.stations.get(held.station as usize);
            let option = self.options.get(held.option as usize);
            // Writing to a string cannot fail.
            let _ = writeln!(
                line,
                "{},{},{}",
                station.map_or("", String::as_str),
                held.position,
                option.map_or("", Code::as_str)
            );
        }
        take(&line);
    }

    /// SHA-256 of these bytes.
    pub(in crate::audit) fn digest(&self) -> String {
        let mut hash = sha2::Sha256::new();
        self.each_line(&mut |line| {
            hash.update(line.as_bytes());
            true
        });
        DigestNumber::new(hash.finalize().into()).to_string()
    }

    /// Whether these are the bytes.
    fn is(&self, text: &str) -> bool {
        let mut rest = Some(text);
        self.each_line(&mut |line| {
            rest = rest.and_then(|rest| rest.strip_prefix(line));
            rest.is_some()
        });
        rest == Some("")
    }

    /// Reads `ballot-records.csv` again.
    pub(in crate::audit) fn parse(text: &str) -> Result<Self, Refused> {
        let mut lines = text.lines();
        let header = lines.next().unwrap_or_default();
        let header: Vec<String> = header.split(',').map(str::to_owned).collect();
        let mut reader = CastReader::new(FILE, &header)?;
        for (line, text) in (2..).zip(lines) {
            reader.row(line, |at| text.split(',').nth(at));
        }
        let read = reader.finish()?;
        if read.is(text) {
            Ok(read)
        } else {
            Err(Problem::of_file(FILE, Message::new("rla-error-follows")).into())
        }
    }

    /// Where stations and options stand on a list.
    fn places(&self, manifest: &Manifest) -> (Vec<Option<usize>>, Vec<Option<usize>>) {
        let stations = self.stations.iter().map(|id| manifest.position(id));
        let options = manifest.options();
        let place = |code: &Code| options.iter().position(|known| known == code);
        (stations.collect(), self.options.iter().map(place).collect())
    }

    /// Whether every record is of a position of the list and of an option of the contest.
    pub(in crate::audit) fn check(&self, manifest: &Manifest) -> Result<(), Refused> {
        let mut problems = Told::default();
        let (stations, options) = self.places(manifest);
        for held in &self.records {
            let message = |id: &str| {
                let station = self.stations.get(held.station as usize);
                Message::new(id)
                    .with("station", station.map_or("", String::as_str))
                    .with("position", u64::from(held.position))
            };
            let problem = |message| Problem::of_file(FILE, message);
            let Some(at) = stations.get(held.station as usize).copied().flatten() else {
                problems.add(|| problem(message("rla-error-unknown-station")));
                continue;
            };
            let option = self.options.get(held.option as usize);
            let known = options.get(held.option as usize).copied().flatten();
            if let Some(option) = option.filter(|_| known.is_none()) {
                problems.add(|| {
                    let message = message("rla-cast-error-option");
                    problem(message.with("found", option.as_str()))
                });
            }
            let most = manifest.ballots().get(at).copied().unwrap_or(0);
            if u64::from(held.position) > most {
                problems.add(|| {
                    let message = message("rla-ballot-error-beyond");
                    problem(message.with("most", most))
                });
            }
        }
        problems.finish(FILE)
    }

    /// What is recorded of ballots, by station on the list and position, and by station how many records there are and
    /// their votes by option.
    pub(super) fn recorded(&self, manifest: &Manifest) -> (ByBallot, Vec<(u64, Vec<u64>)>) {
        let none = (0, vec![0u64; manifest.options().len()]);
        let mut sums = vec![none; manifest.rows().len()];
        let (stations, options) = self.places(manifest);
        let placed = self.records.iter().filter_map(|held| {
            let at = stations.get(held.station as usize).copied().flatten()?;
            let option = options.get(held.option as usize).copied().flatten();
            let (count, votes) = sums.get_mut(at)?;
            *count += 1;
            if let Some(total) = option.and_then(|option| votes.get_mut(option)) {
                *total += 1;
            }
            let option = option.and_then(|option| u32::try_from(option).ok());
            Some(Cast {
                station: u32::try_from(at).ok()?,
                position: held.position,
                option: option.unwrap_or(NO_VOTE),
            })
        });
        let mut all: Vec<Cast> = placed.collect();
        all.sort_unstable();
        (ByBallot(all), sums)
    }
}
