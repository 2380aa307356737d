// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The station of a row: key, place, divisions, kind, statuses.

use std::borrow::Cow;
use std::collections::BTreeMap;

use scrutineer_model::{
    BuildError, DatasetBuilder, HierarchyIdx, ImportIssueKind, SheetStatus, StationEntry,
    StationKind, StationStatus, encode_component, encode_station_id,
};

use crate::delimited::Record;
use crate::election::{self, TableSpec};
use crate::excerpt::Excerpt;
use crate::map::issues::{Issue, Issues};
use crate::map::memory::{LastCells, LastWord};
use crate::map::plan::Plan;

/// Why a row cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Rejected {
    /// It was left out by the filters of the map; nothing is wrong with it.
    Filtered,
    /// An issue says why.
    Reported,
}

/// Finds the station of each row, in buffers that are used again for the next.
#[derive(Debug)]
pub(crate) struct StationReader {
    hierarchies: usize,
    id: String,
    place_code: String,
    /// Handles of the last row's place and divisions, and the cells that they came from.
    place: Option<u32>,
    place_cells: LastCells,
    divisions: Vec<Option<u32>>,
    division_cells: LastCells,
    kind: LastWord<StationKind>,
    status: LastWord<StationStatus>,
    sheet_status: LastWord<SheetStatus>,
}

/// The text of a cell; empty where there is none.
#[inline]
pub(crate) fn text(record: &Record, at: usize) -> &str {
    record.cell(at).text().unwrap_or_default()
}

/// The text of a cell without the white space around it.
#[inline]
fn trimmed(record: &Record, at: usize) -> &str {
    let text = text(record, at);
    // Nearly every cell begins and ends with a letter or digit of ASCII, which one look at each end
    // tells; characters are looked at only in the others.
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        [only] if only.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

impl StationReader {
    pub(crate) fn new(hierarchies: usize) -> Self {
        Self {
            hierarchies,
            id: String::new(),
            place_code: String::new(),
            place: None,
            place_cells: LastCells::default(),
            divisions: vec![None; hierarchies],
            division_cells: LastCells::default(),
            kind: LastWord::default(),
            status: LastWord::default(),
            sheet_status: LastWord::default(),
        }
    }

    /// A table with other columns begins.
    pub(crate) fn reset(&mut self) {
        self.place_cells.forget();
        self.division_cells.forget();
    }

    /// Whether the row is used at all: filters, then the number of its fields.
    pub(crate) fn admit(plan: &Plan, record: &Record, issues: &mut Issues) -> Result<(), Rejected> {
        if plan.blind || plan.key.is_empty() {
            // The missing column has been reported once, for all rows.
            return Err(Rejected::Reported);
        }
        if record.is_ragged() {
            let width = plan.header.len();
            let spare = (width..record.len()).all(|at| text(record, at).trim().is_empty());
            let usable = if record.len() > width {
                spare
            } else {
                record.len() > plan.last
            };
            issues.push(Issue {
                kind: ImportIssueKind::RaggedRow,
                station: None,
                row: Some(record.position().row),
                column: None,
                expected: format!("{width} fields"),
                found: format!("{} fields", record.len()),
                rejects_row: !usable,
            });
            if !usable {
                return Err(Rejected::Reported);
            }
        }
        let has = |filter: &crate::map::plan::Filter| {
            let cell = trimmed(record, filter.column);
            filter.values.iter().any(|value| value == cell)
        };
        if !plan.keep.iter().all(has) || plan.except.iter().any(has) {
            return Err(Rejected::Filtered);
        }
        Ok(())
    }

    /// The handle of the station of a row.
    pub(crate) fn read(
        &mut self,
        spec: &TableSpec,
        plan: &Plan,
        record: &Record,
        builder: &mut DatasetBuilder,
        issues: &mut Issues,
    ) -> Result<Result<u32, Rejected>, BuildError> {
        for &at in &plan.key {
            let wrong = match trimmed(record, at) {
                "" if record.cell(at).text().is_none() => Some("bytes that are no text"),
                "" => Some("an empty cell"),
                id if plan.key_is_id && !is_canonical(id) => Some("another text"),
                _ => None,
            };
            if let Some(found) = wrong {
                let expected = if plan.key_is_id {
                    "a canonical id"
                } else {
                    "part of the key"
                };
                issues.push(Issue {
                    kind: ImportIssueKind::MissingKey,
                    station: None,
                    row: Some(record.position().row),
                    column: plan.name(at),
                    expected: expected.to_owned(),
                    found: found.to_owned(),
                    rejects_row: true,
                });
                return Ok(Err(Rejected::Reported));
            }
        }
        if plan.key_is_id {
            self.id.clear();
            self.id
                .push_str(plan.key.first().map_or("", |&at| trimmed(record, at)));
        } else {
            encode_station_id(plan.key.iter().map(|&at| trimmed(record, at)), &mut self.id);
        }
        self.locate(plan, record, builder)?;
        let label = match (plan.label, plan.key.last()) {
            (Some(at), _) => Cow::Borrowed(trimmed(record, at)),
            (None, Some(_)) if plan.key_is_id => last_component(&self.id),
            (None, last) => Cow::Borrowed(last.map_or("", |&at| trimmed(record, at))),
        };
        let constant = &spec.columns.constant;
        let values = &spec.values;
        let mut word = Word {
            record,
            plan,
            issues,
        };
        let by_station = values.kind_by_station.get(self.id.as_str()).copied();
        let entry = StationEntry {
            label: &label,
            place: self.place,
            divisions: &self.divisions,
            kind: by_station
                .or_else(|| {
                    let last = &mut self.kind;
                    word.of(plan.kind, last, &values.kind, election::kind_of)
                })
                .or(constant.kind),
            status: {
                let last = &mut self.status;
                word.of(plan.status, last, &values.status, election::status_of)
            }
            .or(constant.status),
            sheet_status: {
                let (column, last) = (plan.sheet_status, &mut self.sheet_status);
                word.of(
                    column,
                    last,
                    &values.sheet_status,
                    election::sheet_status_of,
                )
            }
            .or(constant.sheet_status),
        };
        builder.station(&self.id, &entry).map(Ok)
    }

    /// Place and divisions.
    fn locate(
        &mut self,
        plan: &Plan,
        record: &Record,
        builder: &mut DatasetBuilder,
    ) -> Result<(), BuildError> {
        let in_same_divisions = self.division_cells.are(record, division_columns(plan));
        if !in_same_divisions {
            // Kept after the look-up: a row that failed must not be taken for one that is known.
            self.division_cells.forget();
            self.find_divisions(plan, record, builder)?;
            self.division_cells.keep(record, division_columns(plan));
        }
        let columns = || plan.place.iter().chain(&plan.place_name).copied();
        if !in_same_divisions || !self.place_cells.are(record, columns()) {
            self.place_cells.forget();
            self.find_place(plan, record, builder)?;
            self.place_cells.keep(record, columns());
        }
        Ok(())
    }

    fn find_divisions(
        &mut self,
        plan: &Plan,
        record: &Record,
        builder: &mut DatasetBuilder,
    ) -> Result<(), BuildError> {
        self.divisions.clear();
        self.divisions.resize(self.hierarchies, None);
        for (hierarchy, codes, names) in &plan.divisions {
            let codes: Vec<&str> = codes.iter().map(|&at| trimmed(record, at)).collect();
            let names: Vec<&str> = names.iter().map(|&at| trimmed(record, at)).collect();
            let division = builder.division(HierarchyIdx::new(*hierarchy), &codes, &names)?;
            if let Some(slot) = self.divisions.get_mut(*hierarchy) {
                *slot = division;
            }
        }
        Ok(())
    }

    fn find_place(
        &mut self,
        plan: &Plan,
        record: &Record,
        builder: &mut DatasetBuilder,
    ) -> Result<(), BuildError> {
        self.place = None;
        let parts = || plan.place.iter().map(|&at| trimmed(record, at));
        if plan.place.is_empty() || parts().any(str::is_empty) {
            return Ok(());
        }
        if plan.place_is_id {
            self.place_code.clear();
            self.place_code.push_str(parts().next().unwrap_or_default());
        } else {
            encode_station_id(parts(), &mut self.place_code);
        }
        let name = plan.place_name.map_or("", |at| trimmed(record, at));
        self.place = Some(builder.place(&self.place_code, name, &self.divisions)?);
        Ok(())
    }
}

fn division_columns(plan: &Plan) -> impl Iterator<Item = usize> + '_ {
    let columns = plan.divisions.iter();
    columns.flat_map(|(_, codes, names)| codes.iter().chain(names).copied())
}

struct Word<'a> {
    record: &'a Record,
    plan: &'a Plan,
    issues: &'a mut Issues,
}

impl Word<'_> {
    /// The word that the map gives for a cell, else the cell where it is a word itself.
    fn of<T: Copy>(
        &mut self,
        column: Option<usize>,
        last: &mut LastWord<T>,
        map: &BTreeMap<String, T>,
        by_itself: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let at = column?;
        let cell = trimmed(self.record, at);
        if cell.is_empty() {
            return None;
        }
        let found = last.meaning(cell, map, by_itself);
        if found.is_none() {
            self.issues.push(Issue {
                kind: ImportIssueKind::UnknownValue,
                station: None,
                row: Some(self.record.position().row),
                column: self.plan.name(at),
                expected: "a value that the map knows".to_owned(),
                found: Excerpt::of(cell).to_string(),
                rejects_row: false,
            });
        }
        found
    }
}

/// Whether a text is what [`encode_station_id`] writes.
fn is_canonical(id: &str) -> bool {
    id.split(':').all(|part| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        if part.bytes().all(plain) {
            return !part.is_empty();
        }
        let Some(decoded) = decode(part) else {
            return false;
        };
        let mut again = String::new();
        encode_component(&decoded, &mut again);
        again == part
    })
}

/// The text of an encoded component.
pub(crate) fn decode(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let (high, low) = (digit(rest.next())?, digit(rest.next())?);
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

/// The last component of an id as text.
pub(crate) fn last_component(id: &str) -> Cow<'_, str> {
    let part = id.rsplit(':').next().unwrap_or_default();
    if part.contains('%') {
        decode(part).map_or(Cow::Borrowed(part), Cow::Owned)
    } else {
        Cow::Borrowed(part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_that_the_program_writes_are_canonical() {
        for (id, canonical) in [
            ("10113042:1", true),
            ("007:a%2Fb", true),
            ("007:a%2fb", false),
            ("a/b", false),
            ("a::b", false),
            ("", false),
            ("a%41", false),
            ("%FF", false),
        ] {
            assert_eq!(is_canonical(id), canonical, "{id}");
        }
    }
}
