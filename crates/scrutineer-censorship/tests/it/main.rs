//! Everything that takes more than one module.
#![cfg(test)]

mod expected;
mod privacy;
mod rules;
mod shipped;
mod truth;
mod vectors;
