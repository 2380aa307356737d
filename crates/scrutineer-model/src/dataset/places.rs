//! Collects the polling places and puts them in order of their codes.

use std::collections::{BTreeMap, BTreeSet};

use crate::arena::Arena;
use crate::dataset::build::BuildError;
use crate::dataset::geography::GeographyBuilder;
use crate::import::{ImportIssue, ImportIssueKind, Locator};
use crate::intern::{Interner, Order};
use crate::station::Places;

/// Polling places by handle, as columns.
#[derive(Debug)]
pub(super) struct PlacesBuilder {
    codes: Interner,
    /// Where the name of each place stands in `text`.
    name: Vec<(u32, u32)>,
    text: String,
    /// One column per hierarchy: the first division that a row names.
    division: Vec<Vec<Option<u32>>>,
    /// (place, hierarchy, division) triples that contradict the columns.
    other_divisions: BTreeSet<(u32, usize, u32)>,
}

const TOO_MANY: BuildError = BuildError::TooMany {
    what: "polling places",
};

impl PlacesBuilder {
    pub(super) fn new(hierarchies: usize) -> Self {
        Self {
            codes: Interner::default(),
            name: Vec::new(),
            text: String::new(),
            division: vec![Vec::new(); hierarchies],
            other_divisions: BTreeSet::new(),
        }
    }

    /// Codes by handle.
    pub(super) fn codes(&self) -> &Arena {
        self.codes.texts()
    }

    /// See [`crate::DatasetBuilder::place`].
    pub(super) fn intern(
        &mut self,
        code: &str,
        name: &str,
        divisions: &[Option<u32>],
    ) -> Result<u32, BuildError> {
        let (place, new) = self.codes.intern(code).ok_or(TOO_MANY)?;
        let handle = u32::try_from(place).map_err(|_| TOO_MANY)?;
        if new {
            let name = self.keep(name)?;
            self.name.push(name);
            for (hierarchy, column) in self.division.iter_mut().enumerate() {
                column.push(divisions.get(hierarchy).copied().flatten());
            }
            return Ok(handle);
        }
        let held = self.name(place);
        if !name.is_empty() && (held.is_empty() || name < held) {
            self.name[place] = self.keep(name)?;
        }
        for (hierarchy, column) in self.division.iter_mut().enumerate() {
            let Some(new) = divisions.get(hierarchy).copied().flatten() else {
                continue;
            };
            let held = column[place].get_or_insert(new);
            if *held != new {
                self.other_divisions.insert((handle, hierarchy, new));
            }
        }
        Ok(handle)
    }

    fn name(&self, place: usize) -> &str {
        let (start, end) = self.name[place];
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    fn keep(&mut self, name: &str) -> Result<(u32, u32), BuildError> {
        let position = |text: &String| u32::try_from(text.len()).map_err(|_| TOO_MANY);
        let start = position(&self.text)?;
        self.text.push_str(name);
        Ok((start, position(&self.text)?))
    }

    /// Places that rows name with two divisions. The smallest path stands beside each other one, so
    /// that the order of rows does not matter.
    pub(super) fn conflicts(&self, geography: &[GeographyBuilder]) -> Vec<ImportIssue> {
        let mut named: BTreeMap<(u32, usize), BTreeSet<String>> = BTreeMap::new();
        for &(place, hierarchy, other) in &self.other_divisions {
            let Some(geography) = geography.get(hierarchy) else {
                continue;
            };
            let held = self.division[hierarchy][place as usize];
            let paths = named.entry((place, hierarchy)).or_default();
            paths.extend(
                held.into_iter()
                    .chain([other])
                    .map(|at| geography.path_code(at)),
            );
        }
        let mut issues = Vec::new();
        for ((place, _), paths) in named {
            let mut paths = paths.into_iter();
            let Some(expected) = paths.next() else {
                continue;
            };
            issues.extend(paths.map(|found| ImportIssue {
                kind: ImportIssueKind::DivisionConflict,
                source: None,
                station: None,
                locator: Locator {
                    column: Some(self.codes().get(place as usize).to_owned()),
                    ..Locator::default()
                },
                expected: expected.clone(),
                found,
                count: 1,
                rejects_row: false,
            }));
        }
        issues
    }

    pub(super) fn order(&self) -> Order {
        self.codes.order()
    }

    pub(super) fn finish(self, order: &Order) -> Result<Places, BuildError> {
        let mut name = Arena::new();
        for (start, end) in order.arrange(self.name) {
            let text = self.text.get(start as usize..end as usize);
            name.push(text.unwrap_or("")).ok_or(TOO_MANY)?;
        }
        let code = order
            .arrange_texts(self.codes.into_texts())
            .ok_or(TOO_MANY)?;
        Ok(Places { code, name })
    }
}
