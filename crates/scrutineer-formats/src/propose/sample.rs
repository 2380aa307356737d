// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The beginning of a file as columns.

use crate::delimited::Record;
use crate::election::ReadSpec;
use crate::map::issues::Issues;
use crate::map::open::{Sink, read_file};
use crate::map::station::text;
use crate::number::{Grouping, NumberFormat, Reading};

/// Rows that are looked at.
const ROWS: usize = 20_000;

/// One column of the sample.
#[derive(Debug, Default)]
pub(super) struct Sampled {
    pub(super) name: String,
    pub(super) cells: Vec<String>,
    /// Counts; `None` where the cell is empty or no count.
    pub(super) counts: Vec<Option<u64>>,
    /// Every filled cell is a count, and at least one is filled.
    pub(super) is_count: bool,
}

/// The sample and how it was read.
#[derive(Debug, Default)]
pub(super) struct Sample {
    pub(super) columns: Vec<Sampled>,
    pub(super) rows: usize,
    /// Separator of thousands that makes counts of columns that are none without it.
    pub(super) thousands: Option<&'static str>,
    /// How the bytes were read, in words.
    pub(super) notes: Vec<String>,
}

impl Sink for Sample {
    fn begin(&mut self, _file: &str, header: &[String], _issues: &mut Issues) {
        if self.columns.is_empty() {
            let named = |name: &String| Sampled {
                name: name.clone(),
                ..Sampled::default()
            };
            self.columns = header.iter().map(named).collect();
        }
    }

    fn record(&mut self, record: &Record, _issues: &mut Issues) {
        if self.rows >= ROWS || record.is_ragged() {
            return;
        }
        self.rows += 1;
        for (at, column) in self.columns.iter_mut().enumerate() {
            column.cells.push(text(record, at).trim().to_owned());
        }
    }

    fn lost(&mut self, _records: u64) {}
}

/// Reads the beginning of a file.
pub(super) fn sample(name: &str, bytes: &[u8]) -> Sample {
    let mut sample = Sample::default();
    let mut issues = Issues::new(None);
    read_file(
        name,
        bytes,
        &ReadSpec::default(),
        &[],
        &mut issues,
        &mut sample,
    );
    // Columns are named in the map, so that one without a name of its own cannot be.
    let mut seen = std::collections::BTreeSet::new();
    sample
        .columns
        .retain(|column| !column.name.trim().is_empty() && seen.insert(column.name.clone()));
    let (_, decisions) = issues.finish();
    sample.notes = decisions
        .into_iter()
        .map(|decision| decision.found)
        .collect();
    let signs = [
        None,
        Some((".", Grouping::Point)),
        Some((",", Grouping::Comma)),
        Some((" ", Grouping::Space)),
        Some(("'", Grouping::Apostrophe)),
    ];
    let mut most = 0;
    for sign in signs {
        let format = NumberFormat::new(sign.map(|(_, grouping)| grouping), []);
        let read: Vec<(Vec<Option<u64>>, bool)> = sample
            .columns
            .iter()
            .map(|column| counts(&column.cells, &format))
            .collect();
        let found = read.iter().filter(|(_, is_count)| *is_count).count();
        if sign.is_none() || found > most {
            most = found;
            sample.thousands = sign.map(|(text, _)| text);
            for (column, (counts, is_count)) in sample.columns.iter_mut().zip(read) {
                (column.counts, column.is_count) = (counts, is_count);
            }
        }
    }
    sample
}

fn counts(cells: &[String], format: &NumberFormat) -> (Vec<Option<u64>>, bool) {
    let (mut filled, mut good) = (0_usize, 0_usize);
    let counts = cells
        .iter()
        .map(|cell| match format.read(cell) {
            Reading::Count(count) => {
                filled += 1;
                good += 1;
                Some(u64::from(count))
            }
            Reading::Empty => None,
            _ => {
                filled += 1;
                None
            }
        })
        .collect();
    // A few cells may be wrong; a column of names has none that are right.
    (
        counts,
        good > 0 && good.saturating_mul(100) >= filled.saturating_mul(98),
    )
}
