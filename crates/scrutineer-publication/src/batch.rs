//! When records are published, and in which order: authority data at once, what people brought in
//! batches that tell neither who nor when. `spec/log-entry.md` has the rules.
//!
//! ```text
//! changes -> Timing::AtOnce  -> log
//!         -> Timing::Batched -> Pending -- enough stations, enough time --> Batch -> log
//!                                       -- the collection ends ----------->
//! ```
//!
//! Pure: time, key and records come from the caller. Nothing here remembers an order of arrival.

mod order;
mod pending;
mod publication;
mod timing;

pub use order::OrderKey;
pub use pending::{Batch, Minute, Pending, Waiting};
pub use publication::{MINUTES, Publication, STATIONS};
pub use timing::{Timing, Timings};
