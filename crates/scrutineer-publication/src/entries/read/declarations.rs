//! Declarations with their divisions, put together at the end.

use std::collections::BTreeMap;

use scrutineer_model::{
    DatasetBuilder, Declaration, DeclaredCoverage, DeclaredOption, DeclaredPart, DeclaredTarget,
    DivisionIdx, Scope,
};

use crate::entries::read::Problems;
use crate::entries::read::build::EntriesReader;
use crate::entries::read::contests::figure;
use crate::entries::read::refer::{At, code, contest, options, owned};
use crate::entry::{self, Nth, Number};

/// Declarations name divisions of the first hierarchy.
const FIRST: usize = 0;

/// Its number among those of its division, its leaf, the part.
type Part = (u32, u64, DeclaredPart);

/// Declarations in order of their number, then of their id, and their parts by the declaration's id,
/// each with its leaf.
#[derive(Debug, Default)]
pub(super) struct Declarations {
    heads: BTreeMap<(u16, String), (u64, Declaration)>,
    parts: BTreeMap<String, Vec<Part>>,
}

impl Declarations {
    pub(super) fn finish(mut self, builder: &mut DatasetBuilder, problems: &mut Problems) {
        let mut ids: Vec<String> = Vec::new();
        for ((_, id), (leaf, mut declaration)) in self.heads {
            if ids.contains(&id) {
                problems.push(
                    leaf,
                    "$.id",
                    "each declaration once",
                    format!("{id:?} again"),
                );
            }
            let mut parts = self.parts.remove(&id).unwrap_or_default();
            parts.sort_by_key(|(number, leaf, _)| (*number, *leaf));
            for (_, leaf, part) in parts {
                if part.votes.len() != declaration.options.len() {
                    let expected = format!("{} votes", declaration.options.len());
                    let found = part.votes.len().to_string();
                    problems.push(leaf, "$.votes", expected, found);
                }
                declaration.parts.push(part);
            }
            builder.declaration(declaration);
            ids.push(id);
        }
        for (id, parts) in self.parts {
            for (_, leaf, _) in parts {
                let expected = "the id of a declaration";
                problems.push(leaf, "$.declaration", expected, format!("{id:?}"));
            }
        }
    }
}

impl EntriesReader {
    pub(super) fn declaration(&mut self, leaf: u64, held: &entry::Declaration<'_>) -> Option<()> {
        let scope = match &held.scope {
            None => Scope::All,
            Some(path) => {
                let handle = self.named_division(leaf, FIRST, path)?;
                Scope::Division(DivisionIdx::new(handle as usize))
            }
        };
        let at = |path| At { leaf, path };
        let problems = &mut self.problems;
        let contests = self.builder.contests();
        let index = contest(at("$.contest"), contests, &held.contest, problems)?;
        let of = contests.get(index.get())?;
        let figures = |held: &Option<entry::Figure<'_>>| held.as_ref().map(figure);
        let boxed = |held: &Option<Box<entry::Figure<'_>>>| held.as_deref().map(figure);
        let mut declared = Vec::new();
        for option in &held.options {
            let mut found = options(at("$.options"), of, &option.options, problems);
            let target = match &option.group {
                Some(id) => DeclaredTarget::Group {
                    id: code(at("$.options.group"), id, problems)?,
                    options: found,
                },
                None if found.len() == 1 => DeclaredTarget::Option(found.remove(0)),
                None => {
                    let found = found.len().to_string();
                    problems.push(leaf, "$.options", "one option without a group", found);
                    continue;
                }
            };
            declared.push(DeclaredOption {
                target,
                votes: figures(&option.votes),
                percent: option.percent,
            });
        }
        let follows = match &held.follows {
            Some(id) => Some(code(at("$.follows"), id, problems)?),
            None => None,
        };
        let coverage = &held.coverage;
        let declaration = Declaration {
            id: code(at("$.id"), &held.id, problems)?,
            contest: index,
            authority: held.authority.to_string(),
            outlet: owned(held.outlet.as_ref()),
            time: held.time.clone(),
            status: held.status,
            scope,
            coverage: DeclaredCoverage {
                printed: coverage.printed,
                electors: figures(&coverage.electors),
                stations: figures(&coverage.stations),
                stations_total: figures(&coverage.stations_total),
                places: figures(&coverage.places),
                complete: coverage.complete.0,
            },
            options: declared,
            winners: options(at("$.winners"), of, &held.winners, problems),
            valid: boxed(&held.valid),
            invalid: boxed(&held.invalid),
            blank: boxed(&held.blank),
            voters: boxed(&held.voters),
            turnout: held.turnout,
            registered: boxed(&held.registered),
            valid_of_voters: held.valid_of_voters,
            invalid_of_voters: held.invalid_of_voters,
            parts: Vec::new(),
            follows,
        };
        let key = (held.number, held.id.to_string());
        let before = self.declarations.heads.insert(key, (leaf, declaration));
        if before.is_some() {
            let found = format!("{:?} again", held.id.as_str());
            self.problems
                .push(leaf, "$.id", "each declaration once", found);
        }
        Some(())
    }

    pub(super) fn declared_part(
        &mut self,
        leaf: u64,
        held: &entry::DeclaredPart<'_>,
    ) -> Option<()> {
        let handle = self.named_division(leaf, FIRST, &held.division)?;
        let part = DeclaredPart {
            division: DivisionIdx::new(handle as usize),
            votes: held
                .votes
                .iter()
                .map(|votes| votes.map(Number::get))
                .collect(),
            valid: held.valid.map(Number::get),
            invalid: held.invalid.map(Number::get),
            voters: held.voters.map(Number::get),
            registered: held.registered.map(Number::get),
        };
        let parts = &mut self.declarations.parts;
        let of = parts.entry(held.declaration.to_string()).or_default();
        of.push((held.number.map_or(1, Nth::get), leaf, part));
        Some(())
    }
}
