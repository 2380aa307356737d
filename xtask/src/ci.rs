//! Everything that continuous integration checks, in one command.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::process::{self, Command};
use std::time::Instant;

use crate::{
    Outcome, denied, generate, graph, network, outcome, purity, say, size, words, workspace,
};

/// A named check and whether it holds.
struct Step {
    name: &'static str,
    run: fn() -> Outcome,
}

/// The checks in order: what fails soonest and cheapest first, the tests last, so that what they print
/// closes the output.
const STEPS: &[Step] = &[
    Step {
        name: "format",
        run: || cargo(&["fmt", "--all", "--check"]),
    },
    Step {
        name: "lints",
        run: || {
            cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ])
        },
    },
    Step {
        name: "lints with the network",
        run: || {
            cargo(&[
                "clippy",
                "-p",
                "scrutineer-fetch",
                "-p",
                "scrutineer-logstore",
                "-p",
                "scrutineer",
                "--features",
                "network,s3",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ])
        },
    },
    Step {
        name: "documentation",
        run: documentation,
    },
    Step {
        name: "direction of dependencies",
        run: graph::check,
    },
    Step {
        name: "purity",
        run: purity::check,
    },
    Step {
        name: "words",
        run: words::check,
    },
    Step {
        name: "sizes",
        run: size::print,
    },
    Step {
        name: "licences and sources",
        run: || cargo(&["deny", "check", "bans", "licenses", "sources"]),
    },
    Step {
        name: "demo",
        run: demo,
    },
    Step {
        name: "generated files",
        run: generate::check_release,
    },
    Step {
        name: "second verifier",
        run: second_verifier,
    },
    Step {
        name: "tests with the network",
        run: network::tests,
    },
    Step {
        name: "tests",
        run: tests,
    },
];

/// Runs every step, whatever failed before it, and lists what failed at the end.
pub(crate) fn run() -> Outcome {
    let (lines, failures) = run_all(STEPS);
    for line in lines {
        say(&line);
    }
    outcome(failures)
}

fn run_all(steps: &[Step]) -> (Vec<String>, Vec<String>) {
    let mut lines = vec![String::new()];
    let mut failures = Vec::new();
    let mut failed = 0_usize;
    for step in steps {
        say(&format!("==> {}", step.name));
        let start = Instant::now();
        let outcome = (step.run)();
        let seconds = start.elapsed().as_secs_f64();
        let word = if outcome.is_ok() { "ok" } else { "FAILED" };
        lines.push(format!("{seconds:8.1} s  {word:6}  {}", step.name));
        if let Err(found) = outcome {
            failed += 1;
            failures.push(format!("{} failed:", step.name));
            failures.extend(found.iter().map(|line| format!("  {line}")));
        }
    }
    lines.push(format!(
        "steps: {} passed, {failed} failed",
        steps.len() - failed
    ));
    (lines, failures)
}

fn cargo(args: &[&str]) -> Outcome {
    let env: [(&str, &str); 0] = [];
    cargo_with(args, env)
}

fn cargo_with<K: AsRef<OsStr>, V: AsRef<OsStr>>(
    args: &[&str],
    variables: impl IntoIterator<Item = (K, V)>,
) -> Outcome {
    let said = format!("cargo {}", args.join(" "));
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .current_dir(workspace::root())
        .args(args)
        .envs(variables)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(vec![format!("{said}: {status}")]),
        Err(error) => Err(vec![format!("{said}: {error}")]),
    }
}

fn documentation() -> Outcome {
    cargo_with(
        &["doc", "--workspace", "--no-deps"],
        [("RUSTDOCFLAGS", "-D warnings")],
    )
}

/// The whole demonstration in the build that people run.
fn demo() -> Outcome {
    let folder = env::temp_dir().join(format!("scrutineer-ci-demo-{}", process::id()));
    let path = folder.to_string_lossy();
    let ran = cargo(&["run", "--release", "--quiet", "--", "demo", "--out", &path]);
    // The step is about what the demo did; a folder left behind is the system's to clear.
    fs::remove_dir_all(&folder).ok();
    ran
}

/// The verifier in another language: its built files are those of its sources, and its tests hold.
fn second_verifier() -> Outcome {
    let folder = workspace::root().join("web/verifier");
    if !folder.join("node_modules").is_dir() {
        let required = env::var("SCRUTINEER_REQUIRE").unwrap_or_default();
        if required.split(',').any(|name| name.trim() == "node") {
            return Err(vec!["web/verifier: npm ci was not run".to_owned()]);
        }
        say("skipped: needs node; run npm ci in web/verifier");
        return Ok(());
    }
    let mut failures = Vec::new();
    for args in [["run", "fresh"].as_slice(), &["test"]] {
        let said = format!("npm {} in web/verifier", args.join(" "));
        let status = Command::new("npm").current_dir(&folder).args(args).status();
        match status {
            Ok(status) if status.success() => {}
            Ok(status) => failures.push(format!("{said}: {status}")),
            Err(error) => failures.push(format!("{said}: {error}")),
        }
    }
    outcome(failures)
}

/// The tests without a network where this machine can deny one, else with it and a line that says so.
fn tests() -> Outcome {
    match denied::available() {
        Ok(()) => denied::run(&[]),
        Err(why) => {
            say(&format!("the network is not denied to the tests: {why}"));
            cargo(&["test", "--workspace"])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_stops_nothing_and_is_listed() {
        let steps = [
            Step {
                name: "one",
                run: || Err(vec!["a".to_owned(), "b".to_owned()]),
            },
            Step {
                name: "two",
                run: || Ok(()),
            },
        ];
        let (lines, failures) = run_all(&steps);
        assert_eq!(failures, ["one failed:", "  a", "  b"]);
        assert_eq!(lines.last().unwrap(), "steps: 1 passed, 1 failed");
        assert!(lines[1].ends_with("FAILED  one") && lines[2].ends_with("ok      two"));
    }

    #[test]
    fn a_command_that_fails_is_named() {
        let failures = cargo(&["no-such-command"]).unwrap_err();
        assert!(failures[0].starts_with("cargo no-such-command: "));
    }
}
