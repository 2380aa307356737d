//! Collects the divisions of one hierarchy and puts them in depth-first order.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt::Write;

use crate::dataset::build::BuildError;
use crate::division::{Divisions, Hierarchy};
use crate::import::{ImportIssue, ImportIssueKind, Locator};
use crate::index::DivisionIdx;
use crate::intern::Interner;

#[derive(Debug)]
pub(super) struct GeographyBuilder {
    id: String,
    levels: Vec<String>,
    /// Key: handle of the parent (empty for none), a tab, the code.
    keys: Interner,
    key: String,
    parent: Vec<Option<u32>>,
    level: Vec<u8>,
    code: Vec<String>,
    name: Vec<String>,
    /// The division that the last row named on each level. Rows of one division follow each other in
    /// most files, so that it is tried before its key is written and looked up.
    last: Vec<u32>,
    /// Divisions named differently in different rows, with the other name.
    other_names: BTreeSet<(u32, String)>,
}

pub(super) struct Ordered {
    pub(super) hierarchy: Hierarchy,
    /// From handle to position.
    pub(super) rank: Vec<u32>,
    pub(super) conflicts: Vec<ImportIssue>,
}

impl GeographyBuilder {
    pub(super) fn new(id: String, levels: Vec<String>) -> Self {
        Self {
            id,
            levels,
            keys: Interner::default(),
            key: String::new(),
            parent: Vec::new(),
            level: Vec::new(),
            code: Vec::new(),
            name: Vec::new(),
            last: Vec::new(),
            other_names: BTreeSet::new(),
        }
    }

    /// The narrowest division on the path up to the first empty code; `None` without any code.
    pub(super) fn intern(
        &mut self,
        codes: &[&str],
        names: &[&str],
    ) -> Result<Option<u32>, BuildError> {
        let mut parent: Option<u32> = None;
        for (level, code) in codes.iter().map(|code| code.trim()).enumerate() {
            if code.is_empty() {
                break;
            }
            let name = names.get(level).map_or("", |name| name.trim());
            let handle = match self.last.get(level).copied() {
                Some(last) if self.is(last, parent, code) => last,
                _ => self.look_up(level, parent, code)?,
            };
            if !name.is_empty() && self.name[handle as usize] != name {
                self.rename(handle, name);
            }
            if let Some(last) = self.last.get_mut(level) {
                *last = handle;
            } else {
                self.last.push(handle);
            }
            parent = Some(handle);
        }
        Ok(parent)
    }

    fn is(&self, handle: u32, parent: Option<u32>, code: &str) -> bool {
        let at = handle as usize;
        self.parent[at] == parent && self.code[at] == code
    }

    fn look_up(
        &mut self,
        level: usize,
        parent: Option<u32>,
        code: &str,
    ) -> Result<u32, BuildError> {
        const TOO_MANY: BuildError = BuildError::TooMany { what: "divisions" };
        self.key.clear();
        if let Some(parent) = parent {
            // Writing to a string cannot fail.
            let _ = write!(self.key, "{parent}");
        }
        self.key.push('\t');
        self.key.push_str(code);
        let (at, new) = self.keys.intern(&self.key).ok_or(TOO_MANY)?;
        if new {
            self.parent.push(parent);
            self.level.push(u8::try_from(level).map_err(|_| TOO_MANY)?);
            self.code.push(code.to_owned());
            self.name.push(String::new());
        }
        u32::try_from(at).map_err(|_| TOO_MANY)
    }

    /// Of two names the smaller in byte order stays, whatever the order of rows.
    fn rename(&mut self, handle: u32, name: &str) {
        let held = &mut self.name[handle as usize];
        if held.is_empty() {
            name.clone_into(held);
            return;
        }
        let other = if name < held.as_str() {
            std::mem::replace(held, name.to_owned())
        } else {
            name.to_owned()
        };
        self.other_names.insert((handle, other));
    }

    pub(super) fn path_code(&self, handle: u32) -> String {
        let mut codes = vec![];
        let mut at = Some(handle);
        while let Some(here) = at {
            codes.push(self.code[here as usize].as_str());
            at = self.parent[here as usize];
        }
        codes.reverse();
        codes.join("/")
    }

    pub(super) fn finish(self) -> Ordered {
        let mut children: Vec<Vec<u32>> = vec![Vec::new(); self.parent.len() + 1];
        for (handle, parent) in (0u32..).zip(&self.parent) {
            let slot = parent.map_or(0, |parent| parent as usize + 1);
            children[slot].push(handle);
        }
        for siblings in &mut children {
            siblings.sort_by(|&a, &b| natural(&self.code[a as usize], &self.code[b as usize]));
        }
        let mut divisions = Divisions::default();
        let mut rank = vec![0u32; self.parent.len()];
        let mut stack: Vec<u32> = children[0].iter().rev().copied().collect();
        while let Some(handle) = stack.pop() {
            let at = handle as usize;
            rank[at] = u32::try_from(divisions.len()).unwrap_or(u32::MAX);
            divisions.level.push(self.level[at]);
            divisions.parent.push(
                self.parent[at].map(|parent| DivisionIdx::new(rank[parent as usize] as usize)),
            );
            divisions.code.push(&self.code[at]);
            divisions.name.push(&self.name[at]);
            stack.extend(children[at + 1].iter().rev());
        }
        let conflicts = self
            .other_names
            .iter()
            .map(|(handle, other)| ImportIssue {
                kind: ImportIssueKind::NameConflict,
                source: None,
                station: None,
                locator: Locator {
                    column: Some(self.path_code(*handle)),
                    ..Locator::default()
                },
                expected: self.name[*handle as usize].clone(),
                found: other.clone(),
                count: 1,
                rejects_row: false,
            })
            .collect();
        let hierarchy = Hierarchy {
            id: self.id,
            levels: self.levels,
            divisions,
        };
        Ordered {
            hierarchy,
            rank,
            conflicts,
        }
    }
}

/// 2 before 10, 02 after 2, letters in byte order: the order in which lists of codes are printed.
fn natural(a: &str, b: &str) -> Ordering {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(a) && digits(b) {
        let (short_a, short_b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
        let by_value = short_a
            .len()
            .cmp(&short_b.len())
            .then_with(|| short_a.cmp(short_b));
        return by_value.then_with(|| a.len().cmp(&b.len()));
    }
    a.cmp(b)
}
