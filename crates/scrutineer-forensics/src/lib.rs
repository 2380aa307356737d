//! Calibrated tests of tally sheets, and the data of pictures.
//!
//! # In scope
//! - The tests of `spec/tests.md`, each with its null, assumptions, effect and p-value.
//! - The data behind pictures, which never claim anything.
//!
//! # Out of scope
//! - Answers and links: a test never moves either (`scrutineer-audit`).
