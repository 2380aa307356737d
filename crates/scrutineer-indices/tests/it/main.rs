//! The indices against the data of their publishers.
#![expect(clippy::unwrap_used, reason = "what a test cannot do fails it")]

mod agreement;
mod analysis;
mod hostile;
mod properties;
mod shipped;
mod support;
