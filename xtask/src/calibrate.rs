//! The full calibration of the statistics: every family's table, with seed and commit, into one document.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use self::spanish::spanish;
use crate::{Outcome, say, workspace};

mod spanish;

/// Where the tables stand.
const DOCUMENT: &str = "docs/calibration.md";
/// Where they stand in Spanish.
pub(crate) const DOCUMENT_ES: &str = "docs/calibracion.md";

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
        about: "How often each test alarms on honest elections, and how often it finds what was changed. Two rolls are \
                not simulated: `register-differences` is a consistency check, since nobody measured how many voters are \
                added late in honest elections. A share of 1.000 in 200 runs leaves a power from 98.1 to 100 % (95 % \
                interval of Wilson), one of 0.000 leaves 0 to 1.9 %; a share of 0.010 in 1000 runs leaves 0.5 to 1.8 %.",
    },
    Family {
        name: "rla",
        heading: "Audits of a tie",
        runs: "10000",
        about: "Every method is shown the worst outcome that is still wrong, a tie, and stops as soon as its risk \
                is at most the limit; draws are watched one by one where the method allows it, rounds or looks \
                otherwise. Missing boxes and cards are the worst case, as in an audit. The last rows, named so, \
                are wrong on purpose: they show that the measurement can tell. A rate far below the limit means that a \
                method is cautious there: taints that are spread over many stations slow Kaplan and Markov's bet, a \
                union over all allocations allows for the worst of them, and Fisher's method with one look does not \
                use its limit. \
                What the rows do not cover: the rows of batches ask the engine with draws of their own, with no \
                station without a sheet and no registered voters that are read again, and the mixed taints sum \
                to 2,080 of a margin of 2,000; in strata the errors lie in several, so that the bound of the \
                union has slack; every outcome is of two options, none is a runoff, a threshold or one of \
                several winners.",
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
    let translated = spanish(&text)?;
    for (document, text) in [(DOCUMENT, text), (DOCUMENT_ES, translated)] {
        fs::write(document, text).map_err(|error| vec![format!("{document}: {error}")])?;
    }
    Ok(())
}

/// The document in Spanish, from the one that stands; what has no translation stands in its place, so that a check
/// fails.
pub(crate) fn translated() -> String {
    let english = fs::read_to_string(workspace::root().join(DOCUMENT))
        .map_err(|error| vec![format!("{DOCUMENT}: {error}")]);
    english
        .and_then(|text| spanish(&text))
        .unwrap_or_else(|problems| problems.join("\n"))
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
