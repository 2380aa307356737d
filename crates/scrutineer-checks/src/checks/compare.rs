//! Two sources of one contest, station by station. The classes are those of a join on the station:
//! both agree, both differ, only in one.

use scrutineer_model::{Cell, Dataset, Field, Locator, SheetSet, Source, StationIdx};

use crate::catalogue::sources as codes;
use crate::checks::sign_test::{holm, p_value};
use crate::sink::{Draft, Sink};

/// Adjusted p from which on the direction of differences is a finding.
const UNEVEN: f64 = 0.01;

/// Differences of one option over the common stations.
#[derive(Clone, Copy, Default)]
struct Direction {
    up: u64,
    down: u64,
    net: i64,
}

/// E.401, E.402, W.401, W.402 and W.403 for every pair of sources of one contest.
pub(super) fn run(dataset: &Dataset, sink: &mut Sink) {
    let mut tests: Vec<(Draft, f64)> = Vec::new();
    for (at, one) in dataset.sheets().iter().enumerate() {
        for other in &dataset.sheets()[at + 1..] {
            if one.contest() == other.contest() {
                let pair = Pair::new(dataset, one, other);
                pair.compare(sink, &mut tests);
                pair.only_in_one(sink);
            }
        }
    }
    let adjusted = holm(&tests.iter().map(|(_, p)| *p).collect::<Vec<_>>());
    let looks = tests.len() as u64;
    for ((draft, p), adjusted) in tests.into_iter().zip(adjusted) {
        if adjusted <= UNEVEN {
            sink.push(
                draft
                    .figure("looks", looks)
                    .figure("p", p)
                    .figure("adjusted_p", adjusted),
            );
        }
    }
}

struct Pair<'a> {
    dataset: &'a Dataset,
    one: &'a SheetSet,
    other: &'a SheetSet,
    names: [&'a Source; 2],
    options: Vec<(&'a [Cell], &'a [Cell])>,
    fields: Vec<(&'a [Cell], &'a [Cell])>,
}

impl<'a> Pair<'a> {
    fn new(dataset: &'a Dataset, one: &'a SheetSet, other: &'a SheetSet) -> Self {
        let options = one.options().iter().zip(other.options());
        let fields = Field::ALL
            .iter()
            .filter_map(|&field| Some((one.field(field)?, other.field(field)?)));
        Self {
            dataset,
            one,
            other,
            names: [dataset.source(one.source()), dataset.source(other.source())],
            options: options.map(|(a, b)| (a.as_slice(), b.as_slice())).collect(),
            fields: fields.collect(),
        }
    }

    fn draft(&self, info: &'static crate::CheckInfo) -> Draft {
        let [one, other] = self.names;
        Draft::new(info)
            .source(one.id.as_str())
            .part(other.id.as_str())
            .figure("other", other.id.as_str())
    }

    /// Rows of the stations that both sources settle, by a merge of two ordered lists.
    fn common(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let mut right = self.other.current().peekable();
        self.one.current().filter_map(move |left| {
            let station = self.one.stations()[left];
            while right
                .peek()
                .is_some_and(|&row| self.other.stations()[row] < station)
            {
                right.next();
            }
            let row = *right.peek()?;
            (self.other.stations()[row] == station).then_some((left, row))
        })
    }

    fn compare(&self, sink: &mut Sink, tests: &mut Vec<(Draft, f64)>) {
        let mut directions = vec![Direction::default(); self.options.len()];
        let (mut common, mut differ, mut cells, mut unread) = (0u64, 0u64, 0u64, 0u64);
        for (left, right) in self.common() {
            common += 1;
            let mut here = 0u64;
            let mut largest = (0u64, 0usize);
            for (option, (a, b)) in self.options.iter().enumerate() {
                match (a[left].count(), b[right].count()) {
                    (Some(a), Some(b)) if a != b => {
                        here += 1;
                        let distance = u64::from(a.abs_diff(b));
                        if distance > largest.0 {
                            largest = (distance, option);
                        }
                        let direction = &mut directions[option];
                        direction.up += u64::from(a > b);
                        direction.down += u64::from(a < b);
                        direction.net += i64::from(a) - i64::from(b);
                    }
                    (Some(_), Some(_)) => {}
                    _ => unread += u64::from(a[left].is_unread() || b[right].is_unread()),
                }
            }
            for (a, b) in &self.fields {
                match (a[left].count(), b[right].count()) {
                    (Some(a), Some(b)) => here += u64::from(a != b),
                    _ => unread += u64::from(a[left].is_unread() || b[right].is_unread()),
                }
            }
            if here > 0 {
                differ += 1;
                cells += here;
                self.station(left, right, here, largest, sink);
            }
        }
        if differ == 0 {
            return;
        }
        sink.push(
            self.draft(&codes::W_401)
                .figure("common", common)
                .figure("differ", differ)
                .figure("cells", cells)
                .figure("missing", unread)
                .figure("net", self.net(&directions)),
        );
        for (option, direction) in directions.iter().enumerate() {
            if direction.up + direction.down > 0 {
                let draft = self
                    .draft(&codes::W_402)
                    .option(self.option_id(option))
                    .figure("up", direction.up)
                    .figure("down", direction.down)
                    .figure("net", direction.net);
                tests.push((draft, p_value(direction.up, direction.down)));
            }
        }
    }

    fn option_id(&self, option: usize) -> &'a str {
        let contest = self.dataset.contest(self.one.contest());
        contest.options[option].id.as_str()
    }

    fn net(&self, directions: &[Direction]) -> Vec<String> {
        let differing = directions
            .iter()
            .enumerate()
            .filter(|(_, direction)| direction.up + direction.down > 0);
        differing
            .map(|(option, direction)| format!("{} {:+}", self.option_id(option), direction.net))
            .collect()
    }

    fn station(
        &self,
        left: usize,
        right: usize,
        cells: u64,
        (votes, option): (u64, usize),
        sink: &mut Sink,
    ) {
        let [one, other] = self.names;
        let info = if one.origin == other.origin {
            &codes::E_402
        } else {
            &codes::E_401
        };
        let station = self.one.stations()[left];
        sink.push(
            self.draft(info)
                .station(self.dataset.stations().id(station))
                .figure("cells", cells)
                .figure("largest", votes)
                .figure("option", self.option_id(option))
                .locator(locator(self.one, left))
                .locator(locator(self.other, right))
                .at_stake(Some(votes)),
        );
    }

    fn only_in_one(&self, sink: &mut Sink) {
        let sides = [(self.one, self.other, 0), (self.other, self.one, 1)];
        for (here, there, name) in sides {
            let absent = absent(here.stations(), there.stations());
            let Some(first) = absent.first() else {
                continue;
            };
            let (source, other) = (self.names[name], self.names[1 - name]);
            sink.push(
                Draft::new(&codes::W_403)
                    .source(source.id.as_str())
                    .part(other.id.as_str())
                    .figure("other", other.id.as_str())
                    .figure("stations", absent.len() as u64)
                    .figure("first", self.dataset.stations().id(*first)),
            );
        }
    }
}

/// Stations of `here` that `there` has not; both are in order.
fn absent(here: &[StationIdx], there: &[StationIdx]) -> Vec<StationIdx> {
    let mut there = there.iter().copied().peekable();
    let mut absent = Vec::new();
    for run in here.chunk_by(|a, b| a == b) {
        let Some(&station) = run.first() else {
            continue;
        };
        while there.peek().is_some_and(|&other| other < station) {
            there.next();
        }
        if there.peek() != Some(&station) {
            absent.push(station);
        }
    }
    absent
}

fn locator(set: &SheetSet, row: usize) -> Locator {
    let (file, line) = set.locator(row);
    Locator {
        file: file.to_owned(),
        row: (line > 0).then_some(u64::from(line)),
        column: None,
    }
}
