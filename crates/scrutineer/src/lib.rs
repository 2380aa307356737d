// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The command line: read, do, render; no sequence longer than that.
//!
//! # In scope
//! - Arguments, environment, exit codes, help in two languages.
//! - Reading election folders and pinned files, writing reports and folders, each file whole or
//!   not at all.
//! - [`run`], the whole program as a function of arguments, environment and streams.
//!
//! # Out of scope
//! - Anything about elections: `scrutineer-audit` and below. Words: `scrutineer-report`.
//! - Finding pinned files: `scrutineer-fetch`.
//!
//! # Limits
//! - A file is held in memory once, at most 1 GiB.
//! - The core computes on one thread. `--threads` is of `censorship` and `power`, and changes no byte.
//! - `sealed/` is never opened and never listed.
//! - A panic says where it happened and nothing else, once [`quiet_panics`] was called.

mod args;
mod command;
mod environment;
mod failure;
mod folder;
mod help;
mod keys;
mod missing;
mod output;
mod panic;
mod progress;
mod require;
mod session;
mod status;
mod words;

use std::ffi::OsString;
use std::io::Write;

pub use environment::Environment;
pub use panic::quiet_panics;
pub use status::Status;

use session::Session;

/// Runs the program: `arguments` with the name of the program first, as the system gives them.
///
/// A closed pipe on either stream ends the writing, not the program.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    environment: &Environment,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Status {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = environment.language(&arguments);
    let mut session = Session::new(language, environment, &arguments, out, err);
    let result = match help::parse(&arguments, &session) {
        Ok(parsed) => command::run(&parsed, &mut session),
        Err(answer) => Err(answer),
    };
    session.finish(result)
}
