// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `[publication]`: what is published at once, and how batches of the rest are made; `[publisher]`: by whom.

use scrutineer_model::{Publisher, SourceLabel};

use crate::election::source::label_of;
use crate::election::walk::Node;

/// Least stations of a batch where the folder does not say.
const STATIONS: u32 = 50;
/// Least minutes between two batches where the folder does not say.
const MINUTES: u32 = 30;

/// `[publication]`: sheets that people brought are published in batches, so that neither order nor
/// time tells who brought what; data of an authority has no such need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationSpec {
    /// Kinds of sources whose records wait for nothing.
    pub at_once: Vec<SourceLabel>,
    /// Least stations of a batch.
    pub stations: u32,
    /// Least minutes between two batches.
    pub minutes: u32,
}

impl Default for PublicationSpec {
    fn default() -> Self {
        Self {
            at_once: vec![
                SourceLabel::Authority,
                SourceLabel::Media,
                SourceLabel::Court,
            ],
            stations: STATIONS,
            minutes: MINUTES,
        }
    }
}

/// `[publisher]`; `None` without it.
pub(super) fn publisher(root: &Node<'_>) -> Option<Publisher> {
    let node = root.table("publisher")?;
    // The key table bounds the days.
    let days = node.unsigned("reply_days");
    Some(Publisher {
        name: node.text("name")?.trim().to_owned(),
        contact: node.text("contact")?.trim().to_owned(),
        reply_days: days.and_then(|held| u16::try_from(held).ok()),
        licence: node.text("licence").map(|held| held.trim().to_owned()),
        site: node.text("site").map(str::to_owned),
    })
}

/// The table, or what holds without it.
pub(super) fn publication(root: &Node<'_>) -> PublicationSpec {
    let default = PublicationSpec::default();
    let Some(node) = root.table("publication") else {
        return default;
    };
    // The key table bounds both numbers.
    let number = |key: &str| node.unsigned(key).and_then(|held| u32::try_from(held).ok());
    PublicationSpec {
        at_once: match node.get("at_once") {
            Some(_) => node
                .texts("at_once")
                .into_iter()
                .map(|(word, _)| label_of(word))
                .collect(),
            None => default.at_once,
        },
        stations: number("stations").unwrap_or(default.stations),
        minutes: number("minutes").unwrap_or(default.minutes),
    }
}
