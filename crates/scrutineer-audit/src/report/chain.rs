//! The chain of evidence: seven links, each with its state and the reason for it.

use std::collections::BTreeMap;

use scrutineer_model::{Link, Value};
use serde::{Deserialize, Serialize};

/// The state of a link. Ordered from the weakest to the strongest.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum LinkStatus {
    /// A discrepancy large enough to change the answer that rests on it.
    Broken,
    /// Nobody knows.
    Open,
    /// A stated risk.
    Bounded,
    /// Arithmetic or cryptography.
    Proven,
}

/// One link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ChainLink {
    /// 1 to 7.
    pub link: Link,
    /// Short name, a message id.
    pub name: String,
    /// Its state.
    pub status: LinkStatus,
    /// Codes of the reasons (`spec/chain.md`), the strongest first.
    pub reasons: Vec<String>,
    /// Numbers of the reasons.
    pub figures: BTreeMap<String, Value>,
}

/// Seven links, in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct ChainOfEvidence(pub(crate) Vec<ChainLink>);

impl ChainOfEvidence {
    /// The links in order, always seven.
    pub fn links(&self) -> &[ChainLink] {
        &self.0
    }

    /// The states in order.
    pub fn statuses(&self) -> Vec<LinkStatus> {
        self.0.iter().map(|link| link.status).collect()
    }

    /// One link.
    pub fn get(&self, link: Link) -> Option<&ChainLink> {
        self.0.iter().find(|held| held.link == link)
    }

    /// Per link the weaker of the two.
    #[must_use]
    pub(crate) fn weakest(self, other: Self) -> Self {
        Self(
            self.0
                .into_iter()
                .zip(other.0)
                .map(|(a, b)| if b.status < a.status { b } else { a })
                .collect(),
        )
    }
}
