//! Types of incidents and the obligations that they may touch, as data.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Message};
use serde::{Deserialize, Serialize};

use crate::stated::Stated;

/// The forms that ship with the crate.
const SHIPPED: &str = include_str!("../data/forms.json");
/// The type whose numbers may be exact although its reports are critical.
const DEATHS: &str = "killed";
const SCHEMA: &str = "scrutineer/incident-forms/1";

/// A legal text that a type of incident may touch. Citing it says nothing about whether it was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Obligation {
    /// Its id.
    pub id: Code,
    /// The treaty or the law, as it is called.
    pub instrument: String,
    /// The article.
    pub article: String,
    /// The right by which reports are grouped.
    pub right: Code,
}

/// What reports of a type can be joined with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Joins {
    /// With whether a sheet of the station is there.
    Sheets,
    /// With measurements of the outlet on the network.
    Outlets,
}

/// A type of incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IncidentType {
    /// Its id.
    pub id: Code,
    /// Its family.
    pub family: Code,
    /// Obligations that it may touch.
    pub obligations: Vec<Code>,
    /// Whether a report counts only after a call-back by another person.
    #[serde(default)]
    pub is_critical: bool,
    /// Whether reports are about persons who may be told apart (H16): threats, arrests, injuries, somebody sent out or
    /// refused. Few reports of such a type are not shown. `false` for types about stations, outlets and public acts,
    /// and for deaths, which may be exact: then the number of reports, their days and the deployments are shown however
    /// few they are. What reports say of harm to people is withheld all the same. True where the file does not say.
    #[serde(default = "yes")]
    pub about_persons: bool,
    /// What it can be joined with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joins: Option<Joins>,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: String,
    obligations: Vec<Obligation>,
    types: Vec<IncidentType>,
}

/// The file of forms cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("forms: {problems:?}")]
pub struct InvalidForms {
    /// Everything that is wrong.
    pub problems: Vec<Stated>,
}

/// All types with their obligations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    obligations: BTreeMap<Code, Obligation>,
    types: BTreeMap<Code, IncidentType>,
}

impl Forms {
    /// Reads a file of the form of `data/forms.json`: with national law, more types, or fewer. A critical type that is
    /// said not to be about persons is refused, deaths excepted.
    pub fn parse(text: &str) -> Result<Self, InvalidForms> {
        let file: File = serde_json::from_str(text).map_err(|error| InvalidForms {
            problems: vec![Stated::shape(&error, "incidents-forms-shape")],
        })?;
        let mut problems = Vec::new();
        if file.schema != SCHEMA {
            let message = Message::new("incidents-forms-schema").with("known", SCHEMA);
            problems.push(Stated::new("schema", message));
        }
        let known: BTreeSet<&Code> = file.obligations.iter().map(|held| &held.id).collect();
        if known.len() < file.obligations.len() {
            problems.push(Stated::new(
                "obligations",
                Message::new("incidents-forms-ids"),
            ));
        }
        let ids: BTreeSet<&Code> = file.types.iter().map(|held| &held.id).collect();
        if ids.len() < file.types.len() {
            problems.push(Stated::new("types", Message::new("incidents-forms-ids")));
        }
        for (at, held) in file.types.iter().enumerate() {
            if held.obligations.iter().any(|id| !known.contains(id)) {
                problems.push(Stated::new(
                    format!("types[{at}].obligations"),
                    Message::new("incidents-forms-obligations"),
                ));
            }
            if held.is_critical && !held.about_persons && held.id.as_str() != DEATHS {
                // Threats, arrests and injuries are what needs a call-back, and what tells who it was.
                problems.push(Stated::new(
                    format!("types[{at}].about_persons"),
                    Message::new("incidents-forms-critical"),
                ));
            }
        }
        if !problems.is_empty() {
            return Err(InvalidForms { problems });
        }
        let by_id = |held: Obligation| (held.id.clone(), held);
        Ok(Self {
            obligations: file.obligations.into_iter().map(by_id).collect(),
            types: file
                .types
                .into_iter()
                .map(|held| (held.id.clone(), held))
                .collect(),
        })
    }

    /// The forms that ship with the crate.
    ///
    /// # Panics
    /// Never with the file of this crate: it is part of the program and a test reads it.
    pub fn shipped() -> Self {
        Self::parse(SHIPPED).expect("the shipped forms are complete")
    }

    /// Ids of all types, in order.
    pub fn ids(&self) -> impl Iterator<Item = &Code> {
        self.types.keys()
    }

    /// The types that are not about persons by this file alone: the shipped forms have no such type, or say that it is
    /// about persons. Of these somebody else decided that few reports are shown.
    pub fn shown_however_few(&self) -> Vec<&Code> {
        let shipped = Self::shipped();
        let is_own = |held: &&IncidentType| {
            !held.about_persons
                && shipped
                    .get(&held.id)
                    .is_none_or(|known| known.about_persons)
        };
        self.types
            .values()
            .filter(is_own)
            .map(|held| &held.id)
            .collect()
    }

    /// A type; `None` where there is none.
    pub fn get(&self, id: &Code) -> Option<&IncidentType> {
        self.types.get(id)
    }

    /// The obligations of a type.
    pub fn obligations(&self, id: &Code) -> impl Iterator<Item = &Obligation> {
        let cited = self.types.get(id).map_or(&[][..], |held| &held.obligations);
        cited.iter().filter_map(|id| self.obligations.get(id))
    }
}
