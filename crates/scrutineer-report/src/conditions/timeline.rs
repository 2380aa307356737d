//! What happened, by day, over all parts.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use scrutineer_model::{Code, Date};
use serde::{Deserialize, Serialize};

use super::Conditions;

/// Something on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// The day, or the first of them.
    pub day: Date,
    /// The last day; `null` for one day.
    pub until: Option<Date>,
    /// What.
    pub what: Happened,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Happened {
    /// The vote.
    Election,
    /// Reports of a type of incident.
    Reports {
        /// The type.
        kind: Code,
        /// How many; `null` is withheld.
        reports: Option<u64>,
    },
    /// Measurements show a site or service as blocked from this day on.
    Blocked {
        /// Site or service.
        target: String,
        /// Networks on which it begins on this day.
        networks: Vec<u32>,
    },
    /// Somebody says that sites or services are blocked from this day on.
    SaidBlocked {
        /// Who.
        source: String,
        /// How many sites and services.
        targets: u64,
        /// On how many networks.
        networks: u64,
    },
    /// The last day of a duty to publish.
    Due {
        /// What.
        what: String,
    },
    /// Something was first seen.
    Published {
        /// What.
        what: String,
        /// By whom.
        by: String,
    },
    /// Somebody looked for something and did not find it.
    LookedFor {
        /// What.
        what: String,
    },
    /// Somebody asked for something.
    Asked {
        /// What was asked.
        what: String,
        /// Who.
        author: String,
    },
    /// An answer was given.
    Answered {
        /// `granted`, `partly-granted`, `refused` or `other`.
        outcome: String,
        /// Who.
        author: String,
    },
}

/// Sites and services, and networks.
type Named<'a> = (BTreeSet<&'a str>, BTreeSet<u32>);

/// Every moment, by day; what stands under several rights or duties stands once.
pub(super) fn moments(held: &Conditions) -> Vec<Moment> {
    let mut found: BTreeSet<(Date, Option<Date>, Happened)> = BTreeSet::new();
    found.insert((held.election.date, None, Happened::Election));
    let types = held.incidents.iter().flat_map(|part| &part.reports);
    for held in types.flat_map(|right| &right.types) {
        // Reports whose number is withheld have no day.
        let Some(first) = held.first else {
            continue;
        };
        let until = held.last.filter(|last| *last != first);
        let what = Happened::Reports {
            kind: held.kind.clone(),
            reports: held.reports,
        };
        found.insert((first, until, what));
    }
    if let Some(part) = &held.censorship {
        let mut days: BTreeMap<(Date, &str), BTreeSet<u32>> = BTreeMap::new();
        for change in &part.findings {
            let networks = days.entry((change.day, &change.target)).or_default();
            networks.insert(change.asn);
        }
        for ((day, target), networks) in days {
            let what = Happened::Blocked {
                target: target.to_owned(),
                networks: networks.into_iter().collect(),
            };
            found.insert((day, None, what));
        }
        let mut said: BTreeMap<(Date, &str), Named<'_>> = BTreeMap::new();
        for claim in &part.claims {
            let (targets, networks) = said.entry((claim.day, &claim.source)).or_default();
            targets.insert(&claim.target);
            networks.extend(claim.asn);
        }
        for ((day, source), (targets, networks)) in said {
            let what = Happened::SaidBlocked {
                source: source.to_owned(),
                targets: targets.len() as u64,
                networks: networks.len() as u64,
            };
            found.insert((day, None, what));
        }
    }
    for duty in held.disclosure.iter().flat_map(|part| &part.duties) {
        let mut add = |day: Option<Date>, what: Happened| {
            found.extend(day.map(|day| (day, None, what)));
        };
        let what = duty.what.clone();
        add(duty.due, Happened::Due { what });
        for item in &duty.published {
            let (what, by) = (item.what.clone(), item.by.clone());
            add(item.first_seen, Happened::Published { what, by });
        }
        for search in &duty.searches {
            let what = duty.what.clone();
            add(Some(search.date), Happened::LookedFor { what });
        }
        for request in &duty.requests {
            let (what, author) = (request.what.clone(), request.author.clone());
            add(Some(request.date), Happened::Asked { what, author });
            for answer in &request.answers {
                let (outcome, author) = (answer.outcome.clone(), answer.author.clone());
                add(Some(answer.date), Happened::Answered { outcome, author });
            }
        }
    }
    found
        .into_iter()
        .map(|(day, until, what)| Moment { day, until, what })
        .collect()
}
