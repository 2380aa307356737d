//! Areas as paths from wide to narrow.

use std::collections::BTreeMap;

use serde::Serialize;

/// `STATE/MUNICIPALITY`, or a part of it; empty is everywhere. Codes are those of the election folder.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema,
)]
#[serde(transparent)]
pub struct Area(String);

/// Deepest level of an area: the municipality (H15).
pub const FINEST_LEVEL: usize = 2;

impl Area {
    /// Reads a path of at most [`FINEST_LEVEL`] codes; `None` for a finer one or an empty code.
    pub fn parse(text: &str) -> Option<Self> {
        let is_path = text.is_empty()
            || (text.split('/').count() <= FINEST_LEVEL && text.split('/').all(is_code));
        is_path.then(|| Self(text.to_owned()))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is everywhere.
    pub fn is_everywhere(&self) -> bool {
        self.0.is_empty()
    }

    /// How many levels it names: 0 everywhere, 1 a state, 2 a municipality.
    pub fn level(&self) -> usize {
        if self.0.is_empty() {
            0
        } else {
            self.0.split('/').count()
        }
    }

    /// Whether `other` is this area or lies in it.
    pub fn contains(&self, other: &Self) -> bool {
        self.is_everywhere()
            || self.0 == other.0
            || other
                .0
                .strip_prefix(&self.0)
                .is_some_and(|rest| rest.starts_with('/'))
    }

    /// The first `level` codes.
    #[must_use]
    pub fn at_level(&self, level: usize) -> Self {
        let codes: Vec<&str> = self.0.split('/').take(level).collect();
        Self(codes.join("/"))
    }
}

fn is_code(code: &str) -> bool {
    !code.is_empty()
        && code.len() <= 32
        && code
            .chars()
            .all(|c| c.is_alphanumeric() || "._-".contains(c))
}

impl std::fmt::Display for Area {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// The largest figure for an area that figures of disjoint parts allow: the best of an area is its own, or
/// the sum of the best of its parts; never both, and never a part twice. Gives the figure and which inputs
/// (by position, the first of equals) it is made of; `None` for no input within `area`.
pub fn largest_disjoint(area: &Area, figures: &[(Area, u64)]) -> Option<(u64, Vec<usize>)> {
    let mut best: BTreeMap<&Area, (u64, usize)> = BTreeMap::new();
    for (at, (own, figure)) in figures
        .iter()
        .enumerate()
        .filter(|(_, (own, _))| area.contains(own))
    {
        let held = best.entry(own).or_insert((*figure, at));
        if *figure > held.0 {
            *held = (*figure, at);
        }
    }
    if best.is_empty() {
        return None;
    }
    Some(within(area, &best))
}

fn within(area: &Area, best: &BTreeMap<&Area, (u64, usize)>) -> (u64, Vec<usize>) {
    let level = area.level();
    let mut parts: Vec<Area> = best
        .keys()
        .filter(|other| area.contains(other) && other.level() > level)
        .map(|other| other.at_level(level + 1))
        .collect();
    parts.sort();
    parts.dedup();
    let mut sum = (0_u64, Vec::new());
    for part in &parts {
        let (figure, from) = within(part, best);
        sum.0 = sum.0.saturating_add(figure);
        sum.1.extend(from);
    }
    match best.get(area) {
        Some((own, at)) if *own >= sum.0 => (*own, vec![*at]),
        _ => sum,
    }
}
