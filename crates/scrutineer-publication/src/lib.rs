//! The public bundle of an election: what is published, and how a stranger re-derives it.
//!
//! ```text
//! Dataset -> entries -> log -> checkpoint N -> data files carrying N -> release -> checkpoint N + 1
//! bundle  -> entries -> Dataset -> the same audit -> the same bytes, or a named difference
//! ```
//!
//! # In scope
//! - Entries: kinds, canonical bytes, and the way back to a `Dataset`.
//! - Data files, the release that binds them to a checkpoint, and `verify`.
//!
//! # Out of scope
//! - The tree and its signatures: `scrutineer-tlog`; storing and witnessing: `scrutineer-logstore`.
//! - The answers: `scrutineer-audit`.
//!
//! # Limits
//! Pictures, names and free text of persons have no place in an entry.

pub mod batch;
pub mod beside;
pub mod canonical;
pub mod commitment;
pub mod data;
pub mod delta;
pub mod derive;
pub mod disclosure;
pub mod entries;
pub mod entry;
pub mod inspect;
pub mod publish;
pub mod release;
pub mod sheet_tests;
pub mod site;
pub mod state;
pub mod succession;
pub mod unpack;
pub mod verify;
