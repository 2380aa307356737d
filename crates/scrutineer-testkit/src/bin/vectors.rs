//! Evaluates vector files: `vectors FILE...` prints a line for each vector and exits with 1 when one
//! differs or is not understood, with 2 when there is nothing to evaluate.

use std::env;
use std::fs;
use std::process::ExitCode;

use scrutineer_testkit::vectors;

fn main() -> ExitCode {
    let files: Vec<String> = env::args().skip(1).collect();
    if files.is_empty() {
        complain("usage: vectors FILE...");
        return ExitCode::from(2);
    }
    let mut is_good = true;
    for file in files {
        match evaluate(&file) {
            Ok(file_is_good) => is_good &= file_is_good,
            Err(error) => {
                complain(&format!("{file}: {error}"));
                is_good = false;
            }
        }
    }
    if is_good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Prints the verdicts of a file and whether all are good.
fn evaluate(file: &str) -> Result<bool, String> {
    let bytes = fs::read(file).map_err(|error| error.to_string())?;
    let document = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
    let verdicts = vectors::evaluate(&document)?;
    for verdict in &verdicts {
        say(&verdict.to_string());
    }
    Ok(verdicts.iter().all(vectors::Verdict::is_good))
}

#[expect(clippy::print_stdout, reason = "the lines are what the program is for")]
fn say(line: &str) {
    println!("{line}");
}

#[expect(
    clippy::print_stderr,
    reason = "the one place where the program complains"
)]
fn complain(line: &str) {
    eprintln!("{line}");
}
