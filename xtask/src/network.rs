//! The tests of the build that can open connections. Every server in them is on the loopback address.

use std::collections::BTreeMap;
use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::{Outcome, outcome, workspace};

/// The packages of the selection.
const PACKAGES: [&str; 3] = ["scrutineer", "scrutineer-fetch", "scrutineer-logstore"];
/// Tests of each, at least.
const LEAST: usize = 5;

/// One selection of packages for all of them: cargo builds what they share once for each selection.
const BUILD: &[&str] = &[
    "test",
    "-p",
    "scrutineer-fetch",
    "-p",
    "scrutineer-logstore",
    "-p",
    "scrutineer",
    "--features",
    "network,s3",
    "--lib",
    "--test",
    "it",
    "--no-run",
    "--message-format",
    "json-render-diagnostics",
];

/// A test program that cargo has built.
#[derive(Debug, PartialEq, Eq)]
struct Program {
    executable: PathBuf,
    /// Of its package, where tests expect to be run.
    folder: PathBuf,
    /// Only the tests whose name contains it.
    filter: Option<&'static str>,
}

/// Builds and runs them.
pub(crate) fn tests() -> Outcome {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let said = format!("cargo {}", BUILD.join(" "));
    let built = Command::new(cargo)
        .current_dir(workspace::root())
        .args(BUILD)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| vec![format!("{said}: {error}")])?;
    if !built.status.success() {
        return Err(vec![format!("{said}: {}", built.status)]);
    }
    let programs = programs(&String::from_utf8_lossy(&built.stdout));
    let mut listed: BTreeMap<&'static str, usize> =
        PACKAGES.into_iter().map(|package| (package, 0)).collect();
    let mut failures = Vec::new();
    for program in &programs {
        match run(program) {
            Ok(tests) => {
                for (package, sum) in &mut listed {
                    if program.folder.ends_with(format!("crates/{package}")) {
                        *sum += tests;
                    }
                }
            }
            Err(failure) => failures.push(failure),
        }
    }
    failures.extend(few(&listed));
    outcome(failures)
}

/// Packages of which fewer tests ran than the least: a filter that finds nothing passes.
fn few(listed: &BTreeMap<&'static str, usize>) -> Vec<String> {
    let few = listed.iter().filter(|(_, tests)| **tests < LEAST);
    few.map(|(package, tests)| format!("{package}: expected at least {LEAST} tests, found {tests}"))
        .collect()
}

/// Runs the tests of a program, and says how many there are.
fn run(program: &Program) -> Result<usize, String> {
    let name = program.executable.display();
    let listed = Command::new(&program.executable)
        .current_dir(&program.folder)
        .args(["--list", "--format", "terse"])
        .args(program.filter)
        .output()
        .map_err(|error| format!("{name}: {error}"))?;
    let listed = String::from_utf8_lossy(&listed.stdout);
    let tests = listed.lines().filter(|line| line.ends_with(": test"));
    let status = Command::new(&program.executable)
        .current_dir(&program.folder)
        .args(program.filter)
        .status()
        .map_err(|error| format!("{name}: {error}"))?;
    if status.success() {
        Ok(tests.count())
    } else {
        Err(format!("{name}: {status}"))
    }
}

/// The test programs in cargo's messages, one a line.
fn programs(messages: &str) -> Vec<Program> {
    let of = |line: &str| {
        let message: Value = serde_json::from_str(line).ok()?;
        let executable = message["executable"].as_str()?;
        let folder = PathBuf::from(message["manifest_path"].as_str()?);
        if message["profile"]["test"] != true {
            return None;
        }
        // The other tests of the program say the same with these features and without.
        let is_program = folder.parent()?.ends_with("crates/scrutineer");
        Some(Program {
            executable: executable.into(),
            folder: folder.parent()?.to_owned(),
            filter: is_program.then_some("network"),
        })
    };
    messages.lines().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_of_which_no_test_was_found_is_named() {
        let listed = BTreeMap::from([("scrutineer", 0), ("scrutineer-fetch", LEAST)]);
        assert_eq!(
            few(&listed),
            ["scrutineer: expected at least 5 tests, found 0"]
        );
    }

    #[test]
    fn test_programs_are_found_in_what_cargo_says() {
        let messages = r#"{"reason":"compiler-artifact","manifest_path":"/w/crates/scrutineer/Cargo.toml","profile":{"test":true},"executable":"/t/it-1"}
not a message
{"reason":"compiler-artifact","manifest_path":"/w/crates/scrutineer/Cargo.toml","profile":{"test":false},"executable":"/t/scrutineer"}
{"reason":"compiler-artifact","manifest_path":"/w/crates/scrutineer-fetch/Cargo.toml","profile":{"test":true},"executable":"/t/it-2"}
{"reason":"compiler-artifact","manifest_path":"/w/crates/scrutineer-fetch/Cargo.toml","profile":{"test":true},"executable":null}
{"reason":"build-finished","success":true}"#;
        let program = |executable: &str, folder: &str, filter| Program {
            executable: executable.into(),
            folder: folder.into(),
            filter,
        };
        assert_eq!(
            programs(messages),
            [
                program("/t/it-1", "/w/crates/scrutineer", Some("network")),
                program("/t/it-2", "/w/crates/scrutineer-fetch", None),
            ]
        );
    }
}
