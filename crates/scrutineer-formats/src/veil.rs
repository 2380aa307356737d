// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a data set says of sources that the folder marks as sensitive.
//!
//! Who holds the copy of a sheet may be found through what is said of the copy. So such a source has an id
//! and an origin that say nothing, `copies-1` and on in the order of the folder, and no other provenance
//! than that it is kept back. Sources of one origin go on having one: agreement must not look independent.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Origin, Provenance, SourceLabel};

use crate::election::SourceSpec;

/// The names that sensitive sources have in a data set.
#[derive(Debug, Default)]
pub(crate) struct Veil {
    /// By the id of the folder.
    names: BTreeMap<Code, Code>,
    /// By the origin of the folder: the name of its first source.
    origins: BTreeMap<Code, Code>,
}

/// What a data set says of a source.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) id: Code,
    pub(crate) origin: Origin,
    pub(crate) provenance: Provenance,
    /// Name in place of those of its files; `None` where they have their own.
    pub(crate) file: Option<String>,
}

impl Veil {
    pub(crate) fn new(sources: &[SourceSpec]) -> Self {
        // Also names of those that are kept back: nothing in the folder may be taken for something else.
        let taken: BTreeSet<&str> = sources
            .iter()
            .flat_map(|source| [source.id.as_str(), source.origin.0.as_str()])
            .collect();
        let mut free = (1_u32..)
            .map(|number| format!("copies-{number}"))
            .filter(|name| !taken.contains(name.as_str()))
            .filter_map(|name| Code::parse(&name).ok());
        let mut veil = Self::default();
        for source in sources.iter().filter(|source| source.sensitive) {
            let Some(name) = free.next() else { break };
            let origin = veil.origins.entry(source.origin.0.clone());
            origin.or_insert_with(|| name.clone());
            veil.names.insert(source.id.clone(), name);
        }
        veil
    }

    /// What is said of a source.
    pub(crate) fn show(&self, source: &SourceSpec) -> Shown {
        let origin = self.origins.get(&source.origin.0);
        let (Some(name), Some(origin)) = (self.names.get(&source.id), origin) else {
            return Shown {
                id: source.id.clone(),
                origin: source.origin.clone(),
                provenance: source.provenance.clone(),
                file: None,
            };
        };
        Shown {
            id: name.clone(),
            origin: Origin(origin.clone()),
            provenance: Provenance {
                supplied_by: SourceLabel::Withheld,
                aligned_with: Vec::new(),
                obtained_from: None,
                obtained_on: None,
                obtained_by_role: None,
                method: None,
                medium: None,
                licence: None,
                derived_from: None,
                transformations: None,
            },
            file: Some(name.to_string()),
        }
    }
}
