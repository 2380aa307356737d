//! The checks from outside: every code fires, nothing fires on a clean folder, the real sheets.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that fails is a failed test"
)]

mod build;
mod cases;
mod catalogue;
mod examples;
mod messages;
mod real;
mod rules;
