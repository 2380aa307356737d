//! `[publication]` and `[publisher]` of `election.toml` as a value.

use scrutineer_model::{Publisher, SourceLabel};

use crate::entry::Text;

/// Least stations of a batch that a folder may ask for, and what holds where it does not say.
pub const STATIONS: u32 = 50;
/// Least minutes between two batches that a folder may ask for, and what holds where it does not say.
pub const MINUTES: u32 = 30;

/// What is published at once, how batches of the rest are made and by whom: `[publication]` and `[publisher]` of
/// `election.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    at_once: Vec<SourceLabel>,
    stations: u32,
    minutes: u32,
    publisher: Option<Publisher>,
}

impl Default for Publication {
    fn default() -> Self {
        let at_once = [
            SourceLabel::Authority,
            SourceLabel::Media,
            SourceLabel::Court,
        ];
        Self::new(at_once, STATIONS, MINUTES)
    }
}

impl Publication {
    /// Sources of the kinds `at_once` wait for nothing; a batch of another source holds sheets of at
    /// least `stations` stations, and batches are at least `minutes` minutes apart.
    ///
    /// Nothing is refused here: the election folder is where less than [`STATIONS`] and [`MINUTES`] is
    /// refused, and tests make small batches.
    pub fn new(
        at_once: impl IntoIterator<Item = SourceLabel>,
        stations: u32,
        minutes: u32,
    ) -> Self {
        let mut at_once: Vec<SourceLabel> = at_once.into_iter().collect();
        at_once.sort();
        at_once.dedup();
        Self {
            at_once,
            stations,
            minutes,
            publisher: None,
        }
    }

    /// The same, by somebody who says who they are; texts in normal form C, as a log holds them.
    #[must_use]
    pub fn by(self, publisher: Option<Publisher>) -> Self {
        let publisher = publisher.map(|held| Publisher {
            name: Text::owned(held.name).to_string(),
            contact: Text::owned(held.contact).to_string(),
            licence: held.licence.map(|text| Text::owned(text).to_string()),
            ..held
        });
        Self { publisher, ..self }
    }

    /// Who publishes, and where to reply; `None` where that is not said.
    pub fn publisher(&self) -> Option<&Publisher> {
        self.publisher.as_ref()
    }

    /// Kinds of sources that wait for nothing, in order.
    pub fn at_once(&self) -> &[SourceLabel] {
        &self.at_once
    }

    /// Least stations of a batch.
    pub fn stations(&self) -> u32 {
        self.stations
    }

    /// Least minutes between two batches.
    pub fn minutes(&self) -> u32 {
        self.minutes
    }
}
