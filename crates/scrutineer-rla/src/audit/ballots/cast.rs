//! What records say of single ballots, before anybody looks at them.
//!
//! A country has tens of millions of ballots: a record takes twelve bytes, and a file of them is read row by row.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use scrutineer_model::{Code, Message};
use sha2::Digest as _;

use super::claim::Recorded;
use crate::audit::manifest::Manifest;
use crate::audit::records::Table;
use crate::audit::refused::{Problem, Refused};
use crate::sampling::DigestNumber;

/// The name of the file.
pub(in crate::audit) const FILE: &str = "ballot-records.csv";
/// Its columns. Any other may name somebody.
const COLUMNS: [&str; 3] = ["station", "position", "option"];
/// Problems that are told one by one; of more the number is told.
const MOST_TOLD: usize = 1_000;
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

/// Texts in the order in which they come, each with a number.
#[derive(Debug, Default)]
struct Numbered {
    numbers: BTreeMap<String, u32>,
    last: Option<(String, u32)>,
}

impl Numbered {
    /// Rows of one station follow each other, so that most are found without a search.
    fn of(&mut self, text: &str) -> u32 {
        if let Some((_, number)) = self.last.as_ref().filter(|(last, _)| last == text) {
            return *number;
        }
        let next = u32::try_from(self.numbers.len()).unwrap_or(NO_VOTE);
        let number = match self.numbers.get(text) {
            Some(number) => *number,
            None => *self.numbers.entry(text.to_owned()).or_insert(next),
        };
        self.last = Some((text.to_owned(), number));
        number
    }

    /// The texts ascending, and the place there of each number.
    fn sorted(self) -> (Vec<String>, Vec<u32>) {
        let mut places = vec![0; self.numbers.len()];
        for (place, number) in (0..).zip(self.numbers.values()) {
            if let Some(held) = places.get_mut(*number as usize) {
                *held = place;
            }
        }
        (self.numbers.into_keys().collect(), places)
    }
}

/// Reads records of single ballots row by row, in any order of the rows.
#[derive(Debug)]
pub struct CastReader {
    file: String,
    /// Where the columns stand.
    place: [usize; 3],
    stations: Numbered,
    options: Numbered,
    /// With the line, for what is said of it.
    rows: Vec<(Cast, u32)>,
    problems: Told,
}

/// Problems up to a number, and how many there are beyond.
#[derive(Debug, Default)]
struct Told {
    problems: Vec<Problem>,
    more: u64,
}

impl Told {
    fn add(&mut self, problem: impl FnOnce() -> Problem) {
        if self.problems.len() < MOST_TOLD {
            self.problems.push(problem());
        } else {
            self.more += 1;
        }
    }

    fn finish(mut self, file: &str) -> Result<(), Refused> {
        self.problems.sort_by_key(|problem| problem.row);
        if self.more > 0 {
            let message = Message::new("rla-error-more").with("count", self.more);
            self.problems.push(Problem::of_file(file, message));
        }
        Refused::unless_empty(self.problems)
    }
}

impl CastReader {
    /// Begins with the header of `file`: the columns `station`, `position` and `option`, in any order.
    ///
    /// # Errors
    /// Every column that is missing, and every other one: it may name somebody.
    pub fn new(file: &str, header: &[String]) -> Result<Self, Refused> {
        let header: Vec<&str> = header.iter().map(|name| name.trim()).collect();
        let mut problems = Vec::new();
        for name in header.iter().filter(|name| !COLUMNS.contains(name)) {
            let message = Message::new("rla-error-column")
                .with("column", *name)
                .with("known", COLUMNS.join(", "));
            problems.push(Problem::of_file(file, message).at(1, name));
        }
        let place = COLUMNS.map(|column| header.iter().position(|name| *name == column));
        for (column, _) in COLUMNS.iter().zip(place).filter(|(_, at)| at.is_none()) {
            let message = Message::new("rla-error-no-column")
                .with("column", *column)
                .with("known", COLUMNS.join(", "));
            problems.push(Problem::of_file(file, message).at(1, column));
        }
        Refused::unless_empty(problems)?;
        Ok(Self {
            file: file.to_owned(),
            place: place.map(Option::unwrap_or_default),
            stations: Numbered::default(),
            options: Numbered::default(),
            rows: Vec::new(),
            problems: Told::default(),
        })
    }

    /// A row: its line in the file, and its cells by column; `None` for a cell that is not there.
    pub fn row<'c>(&mut self, line: u64, cell: impl Fn(usize) -> Option<&'c str>) {
        let [station, position, option] = self.place.map(|at| cell(at).map(str::trim));
        let station = station.filter(|text| !text.is_empty());
        let position = position
            .filter(|text| (1..=9).contains(&text.len()))
            .filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|text| text.parse::<u32>().ok())
            .filter(|&position| position > 0);
        let option = option.filter(|text| text.is_empty() || Code::parse(text).is_ok());
        let mut wrong = |column: &str, expected: &str| {
            self.problems.add(|| {
                let message = Message::new("rla-error-cell").with("expected", expected);
                Problem::of_file(&self.file, message).at(line, column)
            });
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
            return;
        };
        let cast = Cast {
            station: self.stations.of(station),
            position,
            option: if option.is_empty() {
                NO_VOTE
            } else {
                self.options.of(option)
            },
        };
        self.rows
            .push((cast, u32::try_from(line).unwrap_or(u32::MAX)));
    }

    /// The records of all rows.
    ///
    /// # Errors
    /// The problems of the rows, with line and column: no position, no code, a ballot twice, no rows. A thousand are
    /// told one by one, of more the number.
    pub fn finish(mut self) -> Result<CastRecords, Refused> {
        let (stations, place) = self.stations.sorted();
        let (options, option_place) = self.options.sorted();
        for (cast, _) in &mut self.rows {
            cast.station = place
                .get(cast.station as usize)
                .copied()
                .unwrap_or_default();
            // Not there: no option.
            cast.option = option_place
                .get(cast.option as usize)
                .copied()
                .unwrap_or(NO_VOTE);
        }
        self.rows
            .sort_unstable_by_key(|(cast, line)| (cast.station, cast.position, *line));
        for pair in self.rows.windows(2) {
            let [(first, _), (second, line)] = pair else {
                continue;
            };
            if (first.station, first.position) == (second.station, second.position) {
                let station = stations.get(first.station as usize);
                self.problems.add(|| {
                    let message = Message::new("rla-cast-error-twice")
                        .with("station", station.map_or("", String::as_str))
                        .with("position", u64::from(first.position));
                    Problem::of_file(&self.file, message).at(u64::from(*line), "position")
                });
            }
        }
        if self.rows.is_empty() && self.problems.problems.is_empty() {
            let message = Message::new("rla-error-no-rows");
            self.problems.add(|| Problem::of_file(&self.file, message));
        }
        self.problems.finish(&self.file)?;
        let parsed = options.iter().map(|text| Code::parse(text));
        // Each was parsed when its row was read.
        let options = parsed.filter_map(Result::ok).collect();
        Ok(CastRecords {
            stations,
            options,
            records: self.rows.into_iter().map(|(cast, _)| cast).collect(),
        })
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
