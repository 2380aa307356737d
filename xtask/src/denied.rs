//! The test suite where there is no network to reach.
//!
//! Each test program runs in a network namespace of its own that has the loopback interface and no
//! other, so that a test which connects anywhere fails, whatever it asserts.

use std::env;
use std::process::{Command, ExitCode};

use crate::{Outcome, complain, workspace};

/// The hidden task by which cargo starts each test program.
pub(crate) const RUNNER: &str = "run-denied";

/// Brings up the loopback interface, without which a server in the test itself could not be reached.
const SHELL: &str = "ip link set lo up 2>/dev/null || ifconfig lo up || exit 1; exec \"$@\"";

/// Runs `cargo test --workspace` with the network denied.
pub(crate) fn run(args: &[&str]) -> Outcome {
    available().map_err(|why| vec![format!("denied: {why}")])?;
    let failed = |error: &dyn std::fmt::Display| vec![format!("denied: {error}")];
    let xtask = env::current_exe().map_err(|error| failed(&error))?;
    let runner = serde_json::json!([xtask.to_string_lossy(), RUNNER]);
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .current_dir(workspace::root())
        .args(["test", "--workspace", "--config"])
        .arg(format!("target.'cfg(all())'.runner = {runner}"))
        .args(args)
        .env("CARGO_NET_OFFLINE", "true")
        .status()
        .map_err(|error| failed(&error))?;
    if status.success() {
        Ok(())
    } else {
        Err(failed(&"cargo test --workspace failed"))
    }
}

/// Whether a namespace can be made here; else why not.
pub(crate) fn available() -> Result<(), String> {
    let interfaces = namespace("cat")
        .arg("/proc/net/dev")
        .output()
        .map_err(|error| format!("unshare cannot be run: {error}"))?;
    if !interfaces.status.success() {
        let reason = String::from_utf8_lossy(&interfaces.stderr)
            .trim()
            .to_owned();
        return Err(format!("no network namespace can be made here: {reason}"));
    }
    let table = String::from_utf8_lossy(&interfaces.stdout).into_owned();
    match interface_names(&table).as_slice() {
        ["lo"] => Ok(()),
        names => Err(format!("expected only the interface lo, found {names:?}")),
    }
}

/// Runs one program with the network denied, with this program's arguments, input and output.
pub(crate) fn exec(program: &str, args: &[&str]) -> ExitCode {
    match namespace(program).args(args).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(status) => status
            .code()
            .and_then(|code| u8::try_from(code).ok())
            .map_or(ExitCode::FAILURE, ExitCode::from),
        Err(error) => {
            complain(&format!("denied: {program}: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn namespace(program: &str) -> Command {
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--net", "sh", "-c", SHELL, "sh", program]);
    command
}

/// The names in the first column of the system's table of interfaces.
fn interface_names(table: &str) -> Vec<&str> {
    table
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, _)| name.trim())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_interface_of_the_table_is_named() {
        let table = "Inter-|   Receive\n face |bytes\n    lo: 0 0\n  eth0: 1 2\n";
        assert_eq!(interface_names(table), ["lo", "eth0"]);
    }

    #[test]
    fn a_program_in_the_namespace_reaches_its_own_loopback_and_no_route() {
        if let Err(why) = available() {
            println!(
                "skipped: needs a network namespace ({why}); install with apt-get install util-linux iproute2"
            );
            return;
        }
        let routes = namespace("cat").arg("/proc/net/route").output().unwrap();
        let routes = String::from_utf8(routes.stdout).unwrap();
        assert_eq!(routes.lines().skip(1).count(), 0, "{routes}");
        let failing = namespace("false").status().unwrap();
        assert!(!failing.success());
    }
}
