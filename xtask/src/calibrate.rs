//! The full calibration of the statistics: every family's table, with seed and commit, into one document.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use crate::{Outcome, say};

/// Where the tables stand.
const DOCUMENT: &str = "docs/calibration.md";
/// Families of `scrutineer-testkit`'s program `calibrate`, with their headings.
const FAMILIES: [(&str, &str); 1] = [("forensics", "Tests of the sheets")];
const RUNS: &str = "1000";
const SEED: &str = "20240728";

/// Runs every family and writes the document.
pub(crate) fn run() -> Outcome {
    let commit = output("git", &["rev-parse", "HEAD"])?;
    let mut text = format!(
        "# Measured false alarms and power\n\nWritten by `cargo xtask calibrate`: {RUNS} runs, seed {SEED}, commit `{}`. The same \
         seed gives the same tables on every machine and any number of threads.\n",
        commit.trim()
    );
    for (family, heading) in FAMILIES {
        say(&format!("calibrating {family}"));
        let table = output(
            "cargo",
            &[
                "run",
                "--release",
                "-p",
                "scrutineer-testkit",
                "--bin",
                "calibrate",
                "--",
                family,
                RUNS,
                SEED,
            ],
        )?;
        // Writing to a string cannot fail.
        let _ = write!(text, "\n## {heading}\n\n{table}");
    }
    fs::write(DOCUMENT, text).map_err(|error| vec![format!("{DOCUMENT}: {error}")])
}

/// Standard output of a program that ends well; its progress goes to ours.
fn output(program: &str, args: &[&str]) -> Result<String, Vec<String>> {
    let failure = |why: String| vec![format!("{program} {}: {why}", args.join(" "))];
    let output = Command::new(program)
        .args(args)
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| failure(error.to_string()))?;
    if !output.status.success() {
        return Err(failure(output.status.to_string()));
    }
    String::from_utf8(output.stdout).map_err(|error| failure(error.to_string()))
}
