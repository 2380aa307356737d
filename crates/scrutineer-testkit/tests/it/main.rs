//! Tests of the documents: what they say must be what the code does.
#![expect(clippy::unwrap_used, reason = "what a test cannot do fails it")]

mod battery;
mod calibration;
mod condition_schemas;
mod corpora;
mod glossary;
mod interfaces;
mod risk;
mod risk_limits;
