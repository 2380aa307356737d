//! Everything that takes more than one module.

mod expected;
mod privacy;
mod rules;
mod truth;
mod vectors;
