//! Risk-limiting audits, public sampling and quick counts: an auditor draws at random and measures risk.
//!
//! # In scope
//! - Public draws that anyone can replay with `sha256sum` ([`sampling`]).
//! - The two audits, from the plan to the conclusion ([`audit`]).
//! - Measuring the risk that an outcome is wrong, and the sizes that are needed: one engine
//!   ([`martingale`]), outcomes as linear inequalities ([`assertion`]), tally sheets against boxes
//!   ([`batch`]).
//! - Quick counts: design, estimate, comparison with a declared result ([`quick_count`]).
//!
//! # Out of scope
//! - Files and printing: `scrutineer`. Answers: `scrutineer-audit`, which gets a
//!   [`scrutineer_model::RiskBound`].

pub mod assertion;
pub mod audit;
pub mod batch;
pub mod bravo;
pub mod comparison;
pub mod kaplan;
pub mod martingale;
pub mod plan;
pub mod rounds;
pub mod quick_count;
pub mod sampling;
pub mod scaled;
mod size;
pub mod stratified;
pub mod suite;
pub mod super_simple;
