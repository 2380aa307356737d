//! Everything that takes more than one module.

mod expected;
mod vectors;
