//! Everything that takes more than one module.
#![cfg(test)]

mod bounds;
mod branches;
mod clock;
mod countries;
mod expected;
mod outages;
mod privacy;
mod rules;
mod shipped;
mod truth;
mod vectors;
