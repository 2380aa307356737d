//! Reading records of single ballots row by row.

use std::collections::BTreeMap;

use scrutineer_model::{Code, Message};

use super::{COLUMNS, Cast, CastRecords, NO_VOTE};
use crate::audit::refused::{Problem, Refused};

/// Problems that are told one by one; of more the number is told.
const MOST_TOLD: usize = 1_000;

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
pub(super) struct Told {
    problems: Vec<Problem>,
    more: u64,
}

impl Told {
    pub(super) fn add(&mut self, problem: impl FnOnce() -> Problem) {
        if self.problems.len() < MOST_TOLD {
            self.problems.push(problem());
        } else {
            self.more += 1;
        }
    }

    pub(super) fn finish(mut self, file: &str) -> Result<(), Refused> {
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
        for column in COLUMNS {
            if header.iter().filter(|name| **name == column).count() > 1 {
                let message = Message::new("rla-error-column-twice").with("column", column);
                problems.push(Problem::of_file(file, message).at(1, column));
            }
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
