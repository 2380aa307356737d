// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The program: hands arguments, environment and streams to [`scrutineer::run`].

use std::ffi::OsString;
use std::io::{self, BufWriter};
use std::process::ExitCode;

use scrutineer::Environment;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let environment = Environment::of_process();
    scrutineer::quiet_panics(&arguments, &environment);
    let mut out = BufWriter::new(io::stdout().lock());
    // Standard error stays unlocked: the thread that shows progress writes there too.
    let mut err = io::stderr();
    scrutineer::run(arguments, &environment, &mut out, &mut err).into()
}
