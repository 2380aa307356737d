//! Entries: their bytes, and the way from a data set to entries and back.

mod bytes;
mod changes;
mod commitments;
mod identity;
pub(crate) mod made;
mod privacy;
mod same;
mod specification;

pub(crate) use made::made as hand_made;
pub(crate) use same::published as bytes_of;
