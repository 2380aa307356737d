//! The browser that the person uses.

use std::io;
use std::process::{Command, Stdio};
use std::thread;

/// Hands an address to the system, which starts a browser or tells the running one.
pub(super) fn start(url: &str) -> io::Result<()> {
    let mut child = opener(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Some systems end the opener only with the browser.
    thread::spawn(move || child.wait());
    Ok(())
}

#[cfg(target_os = "macos")]
fn opener(url: &str) -> Command {
    let mut command = Command::new("open");
    command.arg(url);
    command
}

#[cfg(windows)]
fn opener(url: &str) -> Command {
    // `start` takes the first text in quotes for a title. An address here has nothing to be quoted.
    let mut command = Command::new("cmd");
    command.args(["/C", "start", "", url]);
    command
}

#[cfg(not(any(target_os = "macos", windows)))]
fn opener(url: &str) -> Command {
    let mut command = Command::new("xdg-open");
    command.arg(url);
    command
}
