//! The full calibration of the statistics: every family's table, with seed and commit, into one document.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use crate::{Outcome, say};

/// Where the tables stand.
const DOCUMENT: &str = "docs/calibration.md";
/// One family of `scrutineer-testkit`'s program `calibrate`.
struct Family {
    name: &'static str,
    heading: &'static str,
    runs: &'static str,
    about: &'static str,
}

const FAMILIES: [Family; 2] = [
    Family {
        name: "forensics",
        heading: "Tests of the sheets",
        runs: "1000",
        about: "How often each test alarms on honest elections, and how often it finds what was changed.",
    },
    Family {
        name: "rla",
        heading: "Audits of a tie",
        runs: "10000",
        about: "Every method is shown the worst outcome that is still wrong, a tie, and stops as soon as its risk \
                is at most the limit; draws are watched one by one where the method allows it, rounds or looks \
                otherwise. Missing boxes and cards are the worst case, as in an audit. The last row is wrong on \
                purpose: it shows that the measurement can tell. A rate far below the limit means that a method is \
                cautious there: taints that are spread over many stations slow Kaplan and Markov's bet, a union over \
                all allocations allows for the worst of them, and Fisher's method with one look does not use its \
                limit.",
    },
];
const SEED: &str = "20240728";

/// Runs every family and writes the document.
pub(crate) fn run() -> Outcome {
    let commit = output("git", &["rev-parse", "HEAD"])?;
    let mut text = "# Measured false alarms and power\n\nWritten by `cargo xtask calibrate`. The same commit and seed \
                    give the same tables on every machine and any number of threads.\n"
        .to_owned();
    for family in FAMILIES {
        say(&format!("calibrating {}", family.name));
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
                family.name,
                family.runs,
                SEED,
            ],
        )?;
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "\n## {}\n\n{} {} runs, seed {SEED}, commit `{}`.\n\n{table}",
            family.heading,
            family.about,
            family.runs,
            commit.trim()
        );
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
