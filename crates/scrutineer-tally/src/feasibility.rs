//! Whether declared figures can be sums over sheets that include those observed.

mod greedy;
mod readings;
mod targets;

pub use greedy::{Removal, min_inside};
pub(crate) use readings::declared_valid;
pub use readings::{Alternative, Basis, Bound, Reading, ReadingKind, readings};
pub use targets::{PartStrict, Strict, Target, TargetKind, Targets, strict, strict_parts};
pub(crate) use targets::{least, most};
