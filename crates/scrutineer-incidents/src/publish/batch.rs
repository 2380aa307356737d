//! Who leaves together: a batch is begun with at least five records, and what comes later is not in it (H17).

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::Code;
use serde::{Deserialize, Serialize};

use super::release::{LEAST_RECORDS, Release, Waiting, release};
use super::together::{Alike, together};

/// A batch that waits for its time. Private state: it lies apart from what is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Begun {
    /// When it was begun, in hours since 1970.
    pub since: u64,
    /// A random number, drawn then; decides how long it waits.
    pub draw: u64,
    /// Its records, in the order of their ids.
    pub records: Vec<Code>,
}

/// Looks at what waits, at an hour: what happens now, and the batch that waits after it. A batch begins as soon as
/// five records wait and leaves 24 to 72 hours later with these records and no others, so that no record leaves
/// sooner than 24 hours after it came, the fifth and the last neither. `draw` is a fresh random number, for a batch
/// that begins now. A batch of which fewer than five records still wait is given up.
///
/// `alike` says of records about persons with which others they are counted: two publications tell by their difference
/// what left between them, so fewer than five that are counted together wait, however many others leave.
pub fn look(
    waiting: &[Code],
    alike: &BTreeMap<Code, Alike>,
    begun: Option<&Begun>,
    (hour, draw): (u64, u64),
    key: &[u8; 32],
) -> (Release, Option<Begun>) {
    let all: BTreeSet<&Code> = waiting.iter().collect();
    let held: Option<(&Begun, BTreeSet<&Code>)> = begun
        .map(|begun| {
            let still = begun.records.iter().filter(|id| all.contains(id));
            (begun, together(still.collect(), &all, alike))
        })
        .filter(|(_, still)| still.len() >= LEAST_RECORDS);
    let begin = |records: BTreeSet<&Code>| {
        let records = together(records, &all, alike);
        (records.len() >= LEAST_RECORDS).then(|| Begun {
            since: hour,
            draw,
            records: records.into_iter().cloned().collect(),
        })
    };
    let Some((begun, still)) = held else {
        let next = begin(all.clone());
        let now = if next.is_some() {
            Release::TooEarly
        } else {
            Release::TooFew
        };
        return (now, next);
    };
    let batch = Waiting {
        hours: hour.saturating_sub(begun.since),
        draw: begun.draw,
        records: still.iter().map(|id| (*id).clone()).collect(),
    };
    match release(&batch, key) {
        Release::Batch(records) => {
            let others = all.difference(&still).copied().collect();
            (Release::Batch(records), begin(others))
        }
        waits => (waits, Some(begun.clone())),
    }
}
