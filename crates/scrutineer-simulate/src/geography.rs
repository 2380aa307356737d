//! Honest elections with the geography of a real one: the same stations and places, votes drawn anew.

use std::fmt::Write as _;

use scrutineer_model::{Cell, Dataset, Field, SheetSet, StationKind};

use crate::distribution::{binomial, divide};
use crate::edit::{Edits, Sides, edit};
use crate::layout::Layout;
use crate::random::{Domain, Stream};
use crate::scenario::Scenario;
use crate::share::Share;
use crate::table::VoteTable;

/// Stations, registered voters and polling places of one source, and how each place voted.
///
/// In an honest election of this geography every voter of a place votes for an option, spoils the vote or
/// stays at home with the place's own rates.
#[derive(Clone, Debug, PartialEq)]
pub struct Geography {
    layout: Layout,
    is_registered: Vec<bool>,
    options: usize,
    /// Per place: the options, spoilt, staying at home; sums to 1.
    rates: Vec<f64>,
}

/// What is done to the sheets of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetChange {
    /// A scenario that changes sheets; others leave them as they are.
    Scenario(Scenario),
    /// The numbers of the first two options stand in each other's line on a share of the sheets.
    ExchangedLines {
        /// Tables touched.
        tables: Share,
    },
    /// On a share of the sheets the last digit of the first two options is invented: never 0 or 5, and 7
    /// twice as often, the difference taken from the other.
    InventedDigits {
        /// Tables touched.
        tables: Share,
    },
}

impl Geography {
    /// From the complete sheets of a source; `None` where it has none. Stations without registered voters
    /// get as many as came.
    pub fn of(dataset: &Dataset, set: &SheetSet) -> Option<Self> {
        let stations = dataset.stations();
        let options = set.options().len();
        let mut rows: Vec<(u32, usize, Vec<u32>, u32, u32)> = Vec::new();
        let mut alone = dataset.places().len();
        for row in set.current() {
            let Some(votes) = set
                .options()
                .iter()
                .map(|column| column.get(row)?.count())
                .collect::<Option<Vec<u32>>>()
            else {
                continue;
            };
            let &station = set.stations().get(row)?;
            let place = stations
                .places()
                .get(station.get())
                .copied()
                .flatten()
                .map_or_else(
                    || {
                        alone += 1;
                        alone
                    },
                    scrutineer_model::PlaceIdx::get,
                );
            let sum: u64 = votes.iter().map(|&count| u64::from(count)).sum();
            let Some(spoilt) = spoilt(set, row, sum) else {
                continue;
            };
            let listed = set
                .field_at(Field::Registered, row)
                .count()
                .or(stations.get(station).registered.count());
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            rows.push((place, station.get(), votes, spoilt, listed.unwrap_or(0)));
        }
        rows.sort_by_key(|row| (row.0, row.1));
        let mut found = Self {
            layout: Layout::default(),
            is_registered: Vec::new(),
            options,
            rates: Vec::new(),
        };
        for place in rows.chunk_by(|a, b| a.0 == b.0) {
            found.add_place(place);
        }
        (!rows.is_empty() && options > 1).then_some(found)
    }

    fn add_place(&mut self, rows: &[(u32, usize, Vec<u32>, u32, u32)]) {
        let mut sums = vec![0.0; self.options + 2];
        let mut tables = Vec::with_capacity(rows.len());
        for (_, _, votes, spoilt, listed) in rows {
            let ballots: u32 = votes
                .iter()
                .copied()
                .chain([*spoilt])
                .fold(0, u32::saturating_add);
            let is_registered = *listed >= ballots && *listed > 0;
            let registered = if is_registered {
                *listed
            } else {
                ballots.max(1)
            };
            for (sum, &count) in sums.iter_mut().zip(votes.iter().chain([spoilt])) {
                *sum += f64::from(count);
            }
            if let Some(home) = sums.last_mut() {
                *home += f64::from(registered - ballots.min(registered));
            }
            tables.push(registered);
            self.is_registered.push(is_registered);
        }
        let all: f64 = sums.iter().sum();
        self.rates.extend(sums.iter().map(|sum| sum / all));
        self.layout.push_place(StationKind::Ordinary, &tables);
    }

    /// Number of stations.
    pub fn stations(&self) -> u32 {
        self.layout.stations()
    }

    /// The number of the polling place of every station, in order.
    pub fn place_of(&self) -> &[u32] {
        self.layout.place_of()
    }

    /// Registered voters of every station; 0 where the source states none.
    pub fn registered(&self) -> Vec<u32> {
        let shown = self.layout.registered().iter().zip(&self.is_registered);
        shown
            .map(|(&count, &is_registered)| if is_registered { count } else { 0 })
            .collect()
    }

    /// Everything that a run depends on besides its seed and change, as text: equal for equal geographies, so that a
    /// digest of it names one. A line with the number of options, a line `PLACE,VOTERS,LISTED` a station, and a line
    /// with the bits of the rates a place.
    pub fn canonical(&self) -> String {
        let mut text = format!("{}\n", self.options);
        let stations = self.layout.place_of().iter();
        let voters = self.layout.registered().iter().zip(&self.is_registered);
        // Writing to a string cannot fail.
        for (place, (count, is_registered)) in stations.zip(voters) {
            let _ = writeln!(text, "{place},{count},{}", u8::from(*is_registered));
        }
        for rates in self.rates.chunks(self.options + 2) {
            let bits = rates.iter().map(|rate| format!("{:016x}", rate.to_bits()));
            let _ = writeln!(text, "{}", bits.collect::<Vec<_>>().join(","));
        }
        text
    }

    /// An election in which honest people vote at random with the rates of their place: every table
    /// multinomial, or with probabilities of its own around them with concentration `kappa`. Then the
    /// change, in favour of the second option where it has a direction.
    pub fn run(&self, seed: u64, kappa: Option<u32>, change: SheetChange) -> (VoteTable, Edits) {
        let mut sheets = self.vote(seed, kappa);
        let ranking = sheets.totals().ranking();
        let (Some(&leader), Some(&runner_up)) = (ranking.first(), ranking.get(1)) else {
            return (sheets, Edits::default());
        };
        let sides = Sides { leader, runner_up };
        let edits = match change {
            SheetChange::Scenario(scenario) => {
                edit(scenario, seed, &self.layout, sides, &mut sheets)
            }
            SheetChange::ExchangedLines { tables } => self.touch(seed, tables, |at| {
                let (a, b) = (sheets.options[leader][at], sheets.options[runner_up][at]);
                sheets.options[leader][at] = b;
                sheets.options[runner_up][at] = a;
                a.abs_diff(b)
            }),
            SheetChange::InventedDigits { tables } => {
                let mut stream = Stream::new(seed, Domain::Resample, u64::from(u32::MAX));
                self.touch(seed, tables, |at| {
                    invent(&mut stream, &mut sheets, sides, at)
                })
            }
        };
        (sheets, edits)
    }

    fn touch(&self, seed: u64, tables: Share, mut change: impl FnMut(usize) -> u32) -> Edits {
        let mut stream = Stream::new(seed, Domain::Scenario, 1);
        let mut edits = Edits::default();
        for station in stream.choose(tables.of(self.stations()), self.stations()) {
            let moved = change(station as usize);
            edits.stations.push(station);
            edits.moved += u64::from(moved);
        }
        edits
    }

    fn vote(&self, seed: u64, kappa: Option<u32>) -> VoteTable {
        let width = self.options + 2;
        let mut table = VoteTable::with_capacity(self.options, self.stations() as usize);
        let mut counts = vec![0; width];
        let mut draws = vec![0.0; width];
        let mut alpha = vec![0.0; width];
        for (place, rates) in (0..self.layout.places()).zip(self.rates.chunks_exact(width)) {
            let mut stream = Stream::new(seed, Domain::Resample, u64::from(place));
            for station in self.layout.stations_of(place) {
                let registered = self.layout.registered()[station as usize];
                if let Some(kappa) = kappa {
                    for (strength, rate) in alpha.iter_mut().zip(rates) {
                        // A rate of exactly 0 has no gamma deviate; this one never yields a vote.
                        *strength = (rate * f64::from(kappa)).max(1e-9);
                    }
                    divide(&mut stream, registered, &alpha, &mut draws, &mut counts);
                } else {
                    multinomial(&mut stream, registered, rates, &mut counts);
                }
                table.push(&counts[..self.options], counts[self.options], 0);
            }
        }
        table
    }
}

/// Ballots that are for no option.
fn spoilt(set: &SheetSet, row: usize, votes: u64) -> Option<u32> {
    let count = |field| set.field_at(field, row).count();
    let stated = |cell: Cell| cell.count().unwrap_or(0);
    let apart = u64::from(stated(set.field_at(Field::Invalid, row)))
        + u64::from(stated(set.field_at(Field::Blank, row)));
    let ballots = count(Field::Ballots).map_or(votes + apart, u64::from);
    u32::try_from(ballots.checked_sub(votes)?).ok()
}

/// Divides `n` among the categories with probabilities `rates`.
fn multinomial(stream: &mut Stream, n: u32, rates: &[f64], out: &mut [u32]) {
    let (mut left, mut rest) = (n, 1.0);
    let last = out.len().saturating_sub(1);
    for (at, (count, rate)) in out.iter_mut().zip(rates).enumerate() {
        *count = if at == last {
            left
        } else {
            binomial(stream, left, rate / f64::max(rest, f64::MIN_POSITIVE))
        };
        left -= *count;
        rest -= rate;
    }
}

/// Changes the last digit of the leader's number to an invented one, at the cost of the runner-up.
fn invent(stream: &mut Stream, sheets: &mut VoteTable, sides: Sides, at: usize) -> u32 {
    const DIGITS: [u32; 9] = [1, 2, 3, 4, 6, 7, 7, 8, 9];
    let digit = DIGITS[stream.below(9) as usize];
    let (own, other) = (
        sheets.options[sides.leader][at],
        sheets.options[sides.runner_up][at],
    );
    let wanted = own - own % 10 + digit;
    let both = own + other;
    let wanted = wanted.min(both);
    sheets.options[sides.leader][at] = wanted;
    sheets.options[sides.runner_up][at] = both - wanted;
    own.abs_diff(wanted)
}

#[cfg(test)]
mod tests;
