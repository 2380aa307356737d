// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The station of a row: key, place, divisions, kind, statuses.

use std::borrow::Cow;

use scrutineer_model::{
    BuildError, DatasetBuilder, HierarchyIdx, ImportIssueKind, StationEntry, encode_component,
    encode_station_id,
};

use crate::delimited::Record;
use crate::election::TableSpec;
use crate::excerpt::Excerpt;
use crate::map::issues::{Issue, Issues};
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
    geography: String,
    last_geography: String,
    known_geography: bool,
    place: Option<u32>,
    divisions: Vec<Option<u32>>,
}

/// The text of a cell; empty where there is none.
pub(crate) fn text(record: &Record, at: usize) -> &str {
    record.cell(at).text().unwrap_or_default()
}

impl StationReader {
    pub(crate) fn new(hierarchies: usize) -> Self {
        Self {
            hierarchies,
            id: String::new(),
            place_code: String::new(),
            geography: String::new(),
            last_geography: String::new(),
            known_geography: false,
            place: None,
            divisions: vec![None; hierarchies],
        }
    }

    /// A table with other columns begins.
    pub(crate) fn reset(&mut self) {
        self.known_geography = false;
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
            let cell = text(record, filter.column).trim();
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
            let cell = record.cell(at).text().map(str::trim);
            let wrong = match cell {
                None => Some("bytes that are no text"),
                Some("") => Some("an empty cell"),
                Some(id) if plan.key_is_id && !is_canonical(id) => Some("another text"),
                Some(_) => None,
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
                .push_str(plan.key.first().map_or("", |&at| text(record, at)).trim());
        } else {
            encode_station_id(plan.key.iter().map(|&at| text(record, at)), &mut self.id);
        }
        self.locate(plan, record, builder)?;
        let label = match (plan.label, plan.key.last()) {
            (Some(at), _) => Cow::Borrowed(text(record, at).trim()),
            (None, Some(_)) if plan.key_is_id => last_component(&self.id),
            (None, last) => Cow::Borrowed(last.map_or("", |&at| text(record, at)).trim()),
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
                .or_else(|| word.of(plan.kind, &values.kind, crate::election::kind_of))
                .or(constant.kind),
            status: word
                .of(plan.status, &values.status, crate::election::status_of)
                .or(constant.status),
            sheet_status: word
                .of(
                    plan.sheet_status,
                    &values.sheet_status,
                    crate::election::sheet_status_of,
                )
                .or(constant.sheet_status),
        };
        builder.station(&self.id, &entry).map(Ok)
    }

    /// Place and divisions; rows of one place usually follow each other, so that they are looked
    /// up once.
    fn locate(
        &mut self,
        plan: &Plan,
        record: &Record,
        builder: &mut DatasetBuilder,
    ) -> Result<(), BuildError> {
        self.geography.clear();
        let divisions = plan
            .divisions
            .iter()
            .flat_map(|(_, codes, names)| codes.iter().chain(names));
        for &at in plan
            .place
            .iter()
            .chain(plan.place_name.as_ref())
            .chain(divisions)
        {
            self.geography.push_str(text(record, at));
            self.geography.push('\u{1f}');
        }
        if self.known_geography && self.geography == self.last_geography {
            return Ok(());
        }
        self.divisions.clear();
        self.divisions.resize(self.hierarchies, None);
        for (hierarchy, codes, names) in &plan.divisions {
            let codes: Vec<&str> = codes.iter().map(|&at| text(record, at).trim()).collect();
            let names: Vec<&str> = names.iter().map(|&at| text(record, at).trim()).collect();
            let division = builder.division(HierarchyIdx::new(*hierarchy), &codes, &names)?;
            if let Some(slot) = self.divisions.get_mut(*hierarchy) {
                *slot = division;
            }
        }
        self.place = None;
        let named = plan
            .place
            .iter()
            .all(|&at| !text(record, at).trim().is_empty());
        if !plan.place.is_empty() && named {
            if plan.place_is_id {
                self.place_code.clear();
                let code = plan.place.first().map_or("", |&at| text(record, at));
                self.place_code.push_str(code.trim());
            } else {
                let parts = plan.place.iter().map(|&at| text(record, at));
                encode_station_id(parts, &mut self.place_code);
            }
            let name = plan.place_name.map_or("", |at| text(record, at)).trim();
            self.place = Some(builder.place(&self.place_code, name, &self.divisions)?);
        }
        std::mem::swap(&mut self.geography, &mut self.last_geography);
        self.known_geography = true;
        Ok(())
    }
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
        map: &std::collections::BTreeMap<String, T>,
        word: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let at = column?;
        let cell = text(self.record, at).trim();
        if cell.is_empty() {
            return None;
        }
        let found = map.get(cell).copied().or_else(|| word(cell));
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
