//! Whether declared figures can be sums over sheets that include those observed.

mod basis;
mod declared;
mod greedy;
mod readings;
mod targets;

pub use basis::Basis;
pub(crate) use declared::{declared_valid, repeated};
pub use greedy::{Removal, min_inside};
pub use readings::{Alternative, Bound, Reading, ReadingKind, readings};
pub use targets::{PartStrict, Strict, Target, TargetKind, Targets, strict, strict_parts};
pub(crate) use targets::{least, most};
