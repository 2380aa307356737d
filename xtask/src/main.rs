//! Development tasks, run as `cargo xtask TASK`.
//!
//! **In scope:** the rules that hold between crates and files (direction of dependencies, purity, words,
//! fresh generated files, sizes) and the one command that continuous integration runs.
//!
//! **Out of scope:** anything that ends up in a released program, and tests of what a crate computes.
//!
//! **Limits:** sources are read as tokens, not as resolved names: a rule can be evaded on purpose, for
//! example through a re-export. The rules are there for slips, the reviewers for intent.

mod calibrate;
mod ci;
mod denied;
mod generate;
mod graph;
mod lex;
mod metadata;
mod network;
mod purity;
mod size;
mod words;
mod workspace;

use std::env;
use std::process::ExitCode;

const HELP: &str = "\
usage: cargo xtask TASK

  ci                  everything that continuous integration checks, each step timed
  graph               the direction of dependencies between the crates
  purity              no effects below the purity line
  words               the neutral word list
  generate [--check]  write the generated files, or fail where one is stale
  denied [ARGS]       cargo test --workspace in a network namespace with only the loopback interface
  calibrate           measure false alarms and power anew, a quarter of an hour, into docs/calibration.md and docs/calibracion.md
  size                lengths of source files
";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        ["ci"] => ci::run(),
        ["graph"] => graph::check(),
        ["purity"] => purity::check(),
        ["words"] => words::check(),
        ["generate"] => generate::write(),
        ["generate", "--check"] => generate::check(),
        ["denied", rest @ ..] => denied::run(rest),
        [denied::RUNNER, program, rest @ ..] => return denied::exec(program, rest),
        ["calibrate"] => calibrate::run(),
        ["size"] => size::print(),
        ["help" | "--help" | "-h"] => {
            say(HELP);
            Ok(())
        }
        _ => Err(vec![HELP.to_owned()]),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failures) => {
            for failure in failures {
                complain(&failure);
            }
            ExitCode::FAILURE
        }
    }
}

/// What a task ends with: nothing, or every failure that it found.
type Outcome = Result<(), Vec<String>>;

/// An outcome from a list of failures.
fn outcome(failures: Vec<String>) -> Outcome {
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures)
    }
}

#[expect(clippy::print_stdout, reason = "the one place where tasks speak")]
fn say(line: &str) {
    println!("{line}");
}

#[expect(clippy::print_stderr, reason = "the one place where tasks complain")]
fn complain(line: &str) {
    eprintln!("{line}");
}
