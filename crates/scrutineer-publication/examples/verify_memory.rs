//! Verifies a bundle and says how long it took and how much memory the process needed at most, then how
//! long it takes to make the proof of one entry and to check it offline; figures of `docs/performance.md`.
//!
//! ```text
//! cargo run --release -p scrutineer-publication --example verify_memory -- BUNDLE POLICY [--no-reaudit]
//! ```

use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use scrutineer_logstore::{DiskObjects, LogReader};
use scrutineer_publication::inspect::proof;
use scrutineer_publication::verify::{VerifyOptions, verify};
use scrutineer_tlog::{Checkpoint, Policy, SignedNote};

/// Proofs whose mean is told.
const ROUNDS: u32 = 200;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (bundle, policy, skip_reaudit) = match arguments.as_slice() {
        [bundle, policy] => (bundle, policy, false),
        [bundle, policy, flag] if flag == "--no-reaudit" => (bundle, policy, true),
        _ => return Err("expected BUNDLE and POLICY, and --no-reaudit or nothing".into()),
    };
    let policy: Policy = fs::read_to_string(policy)?.parse()?;
    let options = VerifyOptions {
        skip_reaudit,
        ..VerifyOptions::default()
    };
    let start = Instant::now();
    let found = verify(Path::new(bundle), &policy, &options)?;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{:?}, {} failures, {:.2} s, most memory {} kB",
        found.result,
        found.failures.len(),
        start.elapsed().as_secs_f64(),
        peak().map_or_else(|| "unknown".to_owned(), |peak| peak.to_string()),
    )?;
    for failure in &found.failures {
        writeln!(out, "{}: {}", failure.file, failure.why)?;
    }
    let reader = LogReader::new(DiskObjects::open_existing(Path::new(bundle))?);
    let note = SignedNote::parse(&reader.checkpoint_bytes()?)?;
    let size = note.text().parse::<Checkpoint>()?.size();
    let entry = reader.entry(size / 2, size)?;
    let start = Instant::now();
    for _ in 0..ROUNDS {
        black_box(proof(&reader, size / 2, size, &note)?);
    }
    let made = start.elapsed() / ROUNDS;
    let file = proof(&reader, size / 2, size, &note)?;
    let start = Instant::now();
    for _ in 0..ROUNDS {
        black_box(file.verify(&entry, &policy)?);
    }
    let checked = start.elapsed() / ROUNDS;
    writeln!(
        out,
        "one proof of {size} entries: made in {made:?}, checked in {checked:?}"
    )?;
    Ok(())
}

/// The most memory that was resident, in units of 1,024 bytes; Linux only.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
