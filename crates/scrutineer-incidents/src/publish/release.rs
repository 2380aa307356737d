//! Batches, so that neither time nor order tells who brought what (H17).

use scrutineer_model::Code;

use crate::token::keyed;

/// Fewest records of a batch.
pub const LEAST_RECORDS: usize = 5;
/// Shortest wait, in hours.
pub const SHORTEST_HOURS: u64 = 24;
/// Longest wait drawn, in hours.
pub const LONGEST_HOURS: u64 = 72;

/// Records that wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Their ids. The order means nothing and is not kept.
    pub records: Vec<Code>,
    /// Hours since the first of them waits.
    pub hours: u64,
    /// A random number, drawn when the first of them came; decides how long they wait.
    pub draw: u64,
}

/// What happens now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Release {
    /// These are released, in this order.
    Batch(Vec<Code>),
    /// Too few records wait.
    TooFew,
    /// The drawn time is not over.
    TooEarly,
}

/// Decides about what waits. `key` is secret, at least as long as the records are public, and orders the
/// batch: HMAC of each id, which says nothing about arrival.
pub fn release(waiting: &Waiting, key: &[u8; 32]) -> Release {
    let span = LONGEST_HOURS - SHORTEST_HOURS + 1;
    let wait = SHORTEST_HOURS + waiting.draw % span;
    if waiting.records.len() < LEAST_RECORDS {
        return Release::TooFew;
    }
    if waiting.hours < wait {
        return Release::TooEarly;
    }
    let mut batch = waiting.records.clone();
    batch.sort_by_cached_key(|id| keyed(key, "release", id.as_str()));
    Release::Batch(batch)
}
