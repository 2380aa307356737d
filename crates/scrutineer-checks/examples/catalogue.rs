//! Prints `spec/checks.md`; `cargo xtask generate` writes it.

use std::io::{self, Write};

fn main() -> io::Result<()> {
    io::stdout().write_all(scrutineer_checks::render_catalogue().as_bytes())
}
