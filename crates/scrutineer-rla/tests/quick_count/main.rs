//! Quick counts from outside.
#![expect(clippy::unwrap_used, reason = "what a test cannot do fails it")]

mod coverage;
mod draws;
mod estimates;
mod hostile;
mod reports;
mod schema;
mod support;
