//! The command line: read, do, render.

fn main() {}
