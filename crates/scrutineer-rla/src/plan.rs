//! Planning: how many ballots or boxes an audit is likely to need, and what a number of them can show.
//!
//! Sizes that are computed ([`interleaved`], [`errors_first`], [`crate::batch::initial_size`],
//! [`crate::batch::size_with`] for "what if k stations differ") assume one order of the draws; simulated sizes
//! ([`simulate`], [`batch_sizes`]) draw many orders and give the numbers that are enough in 50, 70, 80 and 90 % of
//! them. Both assume that the outcome is right: a plan says what work to prepare for and nothing about the risk.
//! [`concluded`] says what a given number of drawn stations shows if none differs.

mod conclude;
mod order;
mod random;
mod simulate;
mod work;

pub use conclude::{Conclusion, SIZES, concluded};
pub use order::{errors_first, interleaved};
pub use random::Random;
pub use simulate::{Deviation, Quantiles, batch_sizes, simulate};
pub use work::{Effort, Work, work_of};

#[cfg(test)]
mod tests;
