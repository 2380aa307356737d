//! Measured false alarms and power of the statistics, one family a module.
//!
//! The program `calibrate FAMILY` prints the table of a family; `cargo xtask calibrate` runs every family and
//! writes them to `docs/`. A test runs the same code with fewer runs.

pub mod forensics;
pub mod refused;
pub mod rla;

/// How a family is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Runs per scenario; a family may take fewer where a smaller number tells enough.
    pub runs: u32,
    /// Seed of the first run; the others follow.
    pub seed: u64,
    /// Threads; the numbers do not depend on them.
    pub threads: u32,
}

/// A family: its name and the function that prints its table as Markdown.
pub type Family = (
    &'static str,
    fn(&Settings, &mut dyn FnMut(&str)) -> Result<String, String>,
);

/// Every family, in the order of the document. The function tells its progress line by line.
pub const FAMILIES: &[Family] = &[("forensics", forensics::document), ("rla", rla::document)];
