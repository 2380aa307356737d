//! The rules that a run knows: the shipped ones, and those of the user.

use scrutineer_formats::document::FolderError;

use crate::rules::{Rules, parse};

const SHIPPED: [&str; 3] = [
    include_str!("../rules/fiw.toml"),
    include_str!("../rules/fotn.toml"),
    include_str!("../rules/evi.toml"),
];

/// What is wrong with a file of rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RulesError {
    /// Everything that is wrong, in order of position.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Document(Vec<FolderError>),
    /// Another index has this id.
    #[error("expected an index of its own, found {0:?} again")]
    Again(String),
}

/// Rules by the id of their index, each after those that it uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    rules: Vec<Rules>,
}

impl Library {
    /// No rules.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Freedom in the World (`fiw`), Freedom on the Net (`fotn`), Election Vulnerability Index (`evi`).
    ///
    /// # Panics
    /// Never: the files are part of the program and a test reads each.
    pub fn shipped() -> Self {
        let mut library = Self::empty();
        for text in SHIPPED {
            library
                .add(text)
                .expect("the shipped rules are read by a test");
        }
        library
    }

    /// Adds the rules of a file, which may use those that are there.
    ///
    /// # Errors
    /// Everything that is wrong with it; then nothing is added.
    pub fn add(&mut self, text: &str) -> Result<&Rules, RulesError> {
        let rules = parse(text, self).map_err(RulesError::Document)?;
        if self.get(&rules.id).is_some() {
            return Err(RulesError::Again(rules.id));
        }
        self.rules.push(rules);
        self.rules
            .last()
            .ok_or_else(|| RulesError::Document(Vec::new()))
    }

    /// The rules of an index.
    pub fn get(&self, id: &str) -> Option<&Rules> {
        self.rules.iter().find(|rules| rules.id == id)
    }

    /// All of them, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = &Rules> {
        self.rules.iter()
    }
}
