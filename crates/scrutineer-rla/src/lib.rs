//! Risk-limiting audits, public sampling and quick counts: an auditor draws at random and measures risk.
//!
//! # In scope
//! - Public draws that anyone can replay with `sha256sum` ([`sampling`]).
//! - The two audits, from the plan to the conclusion ([`audit`]).
//! - Measuring the risk that an outcome is wrong, and the sizes that are needed: one engine
//!   ([`martingale`]), outcomes as linear inequalities ([`assertion`]), tally sheets against boxes
//!   ([`batch`]), single ballots and cards ([`bravo`], [`comparison`], [`super_simple`], [`kaplan`]), rounds
//!   ([`rounds`]), strata ([`stratified`], [`suite`]).
//! - Planning: what work to expect, and what a number of stations can show ([`plan`]).
//! - Quick counts: design, estimate, comparison with a declared result ([`quick_count`]).
//!
//! # Out of scope
//! - Files and printing: `scrutineer`. Answers: `scrutineer-audit`, which gets a
//!   [`scrutineer_model::RiskBound`].
//! - Ranked ballots: their assertions are planned.
//!
//! # Limits
//! Votes, margins, bounds and errors are exact until a logarithm or a bet; from there `f64` in a fixed order, with
//! `libm` only, so that a p-value replays on every platform. Against arithmetic of 77 digits the engine is within
//! 2e-15 on the published sequences and within 1e-13 after 2,000 draws. A risk holds only for draws that nobody
//! could know beforehand, from a complete list of stations with valid bounds.

pub mod assertion;
pub mod audit;
pub mod batch;
pub mod bravo;
pub mod comparison;
pub mod kaplan;
pub mod martingale;
pub mod plan;
pub mod quick_count;
pub mod rounds;
pub mod sampling;
pub mod scaled;
mod size;
pub mod stratified;
pub mod suite;
pub mod super_simple;
