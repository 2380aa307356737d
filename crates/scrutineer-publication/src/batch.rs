//! When records are published, and in which order: authority data at once, what people brought in
//! batches that tell neither who nor when. `spec/log-entry.md` has the rules.
//!
//! ```text
//! changes -> Timing::AtOnce  -> log
//!         -> Timing::Batched -> Batch -> log
//!         -> Timing::Waits, for the next run
//! ```
//!
//! A batch closes source by source: [`Pending`] counts the stations with sheets of each.
//!
//! Pure: time, key and records come from the caller. Nothing here remembers an order of arrival.

mod order;
mod pending;
mod publication;
mod timing;

pub use order::OrderKey;
pub use pending::{Batch, Minute, Pending};
pub use publication::{MINUTES, Publication, STATIONS};
pub(crate) use timing::source_of;
pub use timing::{Timing, Timings};
