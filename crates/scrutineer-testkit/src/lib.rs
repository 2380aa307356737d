//! What tests share: optional needs of a test and the data beside the checkout.
//!
//! **In scope:** saying that a test was skipped and why, turning a skip into a failure where continuous
//! integration promises the thing, and finding the real data and the vectors.
//!
//! **Out of scope:** anything a released program needs. No crate may depend on this one except as a
//! development dependency; `cargo xtask graph` enforces it.
//!
//! **Limits:** a skipped test passes as far as the test harness knows; only the printed line and
//! `SCRUTINEER_REQUIRE` tell the difference.

pub mod calibration;
pub mod examples;
pub mod fuzzing;
pub mod requirement;
pub mod scratch;
pub mod server;
pub mod shared;
pub mod vectors;
