//! The tests of the build that can open connections. Every server in them is on the loopback address.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::{Outcome, outcome, workspace};

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
    if programs.is_empty() {
        return Err(vec![format!("{said}: no test program was built")]);
    }
    let failures = programs.iter().filter_map(|program| run(program).err());
    outcome(failures.collect())
}

fn run(program: &Program) -> Result<(), String> {
    let name = program.executable.display();
    let status = Command::new(&program.executable)
        .current_dir(&program.folder)
        .args(program.filter)
        .status()
        .map_err(|error| format!("{name}: {error}"))?;
    if status.success() {
        Ok(())
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
