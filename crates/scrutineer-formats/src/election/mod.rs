// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `election.toml` as values.
//!
//! In scope: reading the text, with every error at its line and column; the files that the folder
//! needs; the JSON Schema. Out of scope: the files themselves (`load`).
//! Limits: what is no TOML at all gives its first error only.

mod contest;
mod declare;
mod identity;
mod keys;
pub(crate) mod kinds;
mod publication;
pub(crate) mod read;
pub(crate) mod refer;
mod schema;
mod source;
pub(crate) mod spec;
pub(crate) mod table;
#[cfg(test)]
mod tests;
pub(crate) mod walk;

pub use publication::PublicationSpec;
pub use schema::schema;
pub(crate) use source::{kind_of, sheet_status_of, status_of};
pub use spec::{
    DeclarationSpec, GeometrySpec, HierarchySpec, PartsSpec, RegisterSpec, SourceSpec, Wanted,
};
pub use table::{
    Columns, Constants, DeclaredEncoding, DivisionColumns, Format, Line, Location, ReadSpec,
    RowFilter, Shape, TableSpec, Values, Wrapping,
};
pub use walk::FolderError;

use scrutineer_model::{Contest, Election, InputRole, Publisher};

/// Name of the file of dispositions, beside `election.toml`.
pub(crate) const DISPOSITIONS: &str = "dispositions.csv";

/// A parsed `election.toml`: everything that a person wrote by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElectionFolder {
    pub(crate) election: Election,
    pub(crate) key: Vec<String>,
    pub(crate) hierarchies: Vec<HierarchySpec>,
    pub(crate) contests: Vec<Contest>,
    pub(crate) sources: Vec<SourceSpec>,
    pub(crate) register: Option<RegisterSpec>,
    pub(crate) declarations: Vec<DeclarationSpec>,
    pub(crate) geometry: Vec<GeometrySpec>,
    pub(crate) publication: PublicationSpec,
    pub(crate) publisher: Option<Publisher>,
    pub(crate) sha256: String,
}

impl ElectionFolder {
    /// Reads the text of `election.toml`. On failure every error is given, in order of position.
    pub fn parse(text: &str) -> Result<Self, Vec<FolderError>> {
        read::folder(text)
    }

    /// The election.
    pub fn election(&self) -> &Election {
        &self.election
    }

    /// Names of the parts of the station key, for messages; empty where the folder has none.
    pub fn key_names(&self) -> &[String] {
        &self.key
    }

    /// The hierarchies in the order of the folder.
    pub fn hierarchies(&self) -> &[HierarchySpec] {
        &self.hierarchies
    }

    /// The contests in the order of the folder; at least one.
    pub fn contests(&self) -> &[Contest] {
        &self.contests
    }

    /// The sources in the order of the folder.
    pub fn sources(&self) -> &[SourceSpec] {
        &self.sources
    }

    /// The official list of stations, where the folder has one.
    pub fn register(&self) -> Option<&RegisterSpec> {
        self.register.as_ref()
    }

    /// The declarations in the order of the folder.
    pub fn declarations(&self) -> &[DeclarationSpec] {
        &self.declarations
    }

    /// Files with shapes of divisions, in the order of the folder. `load` does not ask for them, since no
    /// number rests on them; see [`crate::geometry`].
    pub fn geometry(&self) -> &[GeometrySpec] {
        &self.geometry
    }

    /// What is published at once, and how batches of the rest are made.
    pub fn publication(&self) -> &PublicationSpec {
        &self.publication
    }

    /// Who publishes, and where to reply; `None` where the folder does not say.
    pub fn publisher(&self) -> Option<&Publisher> {
        self.publisher.as_ref()
    }

    /// Every file that `load` will ask for, each once, in the order of the folder. Nothing in
    /// `sealed/` is ever among them.
    pub fn wanted(&self) -> Vec<Wanted> {
        let mut wanted: Vec<Wanted> = Vec::new();
        let mut want = |id: String, role, location: &Location, optional| {
            if !wanted.iter().any(|held| &held.location == location) {
                wanted.push(Wanted {
                    id,
                    role,
                    location: location.clone(),
                    optional,
                });
            }
        };
        if let Some(register) = &self.register {
            want(
                "register".to_owned(),
                InputRole::Register,
                &register.file,
                false,
            );
        }
        for source in &self.sources {
            for file in &source.files {
                want(
                    format!("source {}", source.id),
                    InputRole::Sheets,
                    file,
                    false,
                );
            }
        }
        for declaration in &self.declarations {
            if let Some(parts) = &declaration.parts {
                let id = format!("declaration {}", declaration.id);
                want(id, InputRole::Declaration, &parts.file, false);
            }
        }
        let dispositions = Location::Path(DISPOSITIONS.to_owned());
        want(
            "dispositions".to_owned(),
            InputRole::Dispositions,
            &dispositions,
            true,
        );
        wanted
    }
}
