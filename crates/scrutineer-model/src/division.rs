//! The divisions of a country as a parent array; several hierarchies are possible.

use crate::arena::Arena;
use crate::index::DivisionIdx;

/// One way to divide the stations: administrative, constituencies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hierarchy {
    /// Short name, as in the folder.
    pub id: String,
    /// Names of the levels from the widest down: state, municipality, parish.
    pub levels: Vec<String>,
    /// The divisions.
    pub divisions: Divisions,
}

impl Hierarchy {
    /// The level called `name`, 0 for the widest.
    pub fn level(&self, name: &str) -> Option<u8> {
        self.levels
            .iter()
            .position(|level| level == name)
            .and_then(|at| u8::try_from(at).ok())
    }
}

/// Divisions of one hierarchy in depth-first order: a parent stands before its children, and a
/// division's descendants follow it without a gap. Siblings stand in order of their codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Divisions {
    pub(crate) level: Vec<u8>,
    pub(crate) parent: Vec<Option<DivisionIdx>>,
    pub(crate) code: Arena,
    pub(crate) name: Arena,
}

/// A view of one division.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Division<'a> {
    /// 0 for the widest level.
    pub level: u8,
    /// The division around it; `None` on the widest level.
    pub parent: Option<DivisionIdx>,
    /// Its code, unique inside its parent only, with leading zeros.
    pub code: &'a str,
    /// Its name as data; empty where the folder has none.
    pub name: &'a str,
}

impl Divisions {
    /// Number of divisions on all levels.
    pub fn len(&self) -> usize {
        self.level.len()
    }

    /// Whether there is no division.
    pub fn is_empty(&self) -> bool {
        self.level.is_empty()
    }

    /// One division.
    pub fn get(&self, division: DivisionIdx) -> Division<'_> {
        let at = division.get();
        Division {
            level: self.level[at],
            parent: self.parent[at],
            code: self.code.get(at),
            name: self.name.get(at),
        }
    }

    /// Every division in order.
    pub fn iter(&self) -> impl Iterator<Item = (DivisionIdx, Division<'_>)> {
        (0..self.len())
            .map(DivisionIdx::new)
            .map(|division| (division, self.get(division)))
    }

    /// The division and those around it, the widest first.
    pub fn path(&self, division: DivisionIdx) -> Vec<DivisionIdx> {
        let mut path = vec![division];
        while let Some(parent) = path.last().and_then(|&last| self.parent[last.get()]) {
            path.push(parent);
        }
        path.reverse();
        path
    }

    /// The codes of [`Divisions::path`] joined by `/`.
    pub fn path_code(&self, division: DivisionIdx) -> String {
        let codes: Vec<&str> = self
            .path(division)
            .into_iter()
            .map(|at| self.code.get(at.get()))
            .collect();
        codes.join("/")
    }

    /// Number of divisions on `level`.
    pub fn count_on(&self, level: u8) -> usize {
        self.iter()
            .filter(|(_, division)| division.level == level)
            .count()
    }
}
