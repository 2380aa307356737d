//! When records of people who must not be told apart are published, and in which order.
mod class;
pub use class::Publication;
