//! Sizes and speeds of entries: `cargo run --release -p scrutineer-publication --example entry_speed`
//! with a number of stations; the figures of `docs/performance.md`.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;
use std::time::Instant;

use scrutineer_publication::entries::{Commitments, Outline, entries};
use scrutineer_publication::entry::Entry;
use scrutineer_simulate::{Plan, simulate};
use scrutineer_tlog::leaf_hash;

fn main() -> Result<(), Box<dyn Error>> {
    let stations = std::env::args()
        .nth(1)
        .map_or(Ok(250_000), |held| held.parse())?;
    let mut out = std::io::stdout().lock();
    let plan = Plan::new(stations, 1).options(10);
    let dataset = simulate(&plan)?.to_dataset()?;
    let started = Instant::now();
    let mut log: Vec<Vec<u8>> = Vec::new();
    let mut sizes: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    let none = Commitments::new();
    let all = entries(&dataset, &[], &none).map_err(|all| format!("{all:?}"))?;
    for entry in all {
        let bytes = entry.to_bytes()?;
        let (count, sum) = sizes.entry(entry.kind().word()).or_default();
        *count += 1;
        *sum += bytes.len() as u64;
        log.push(bytes);
    }
    writeln!(
        out,
        "{} entries written in {:?}",
        log.len(),
        started.elapsed()
    )?;
    for (kind, (count, sum)) in &sizes {
        writeln!(
            out,
            "{kind}: {count} entries, {:.1} bytes each",
            *sum as f64 / *count as f64
        )?;
    }
    let started = Instant::now();
    let mut again = Vec::new();
    let mut outline = Outline::new();
    let mut votes = 0u64;
    for (leaf, bytes) in (0..).zip(&log) {
        let entry = Entry::parse_with(bytes, &mut again)?;
        if let Entry::Sheet(sheet) = &entry {
            let read = sheet.votes.iter().filter_map(|count| count.0.count());
            votes += read.map(u64::from).sum::<u64>();
        }
        std::hint::black_box(leaf_hash(bytes));
        outline.add(leaf, &entry, bytes);
    }
    let took = started.elapsed();
    writeln!(out, "parsed, hashed, totalled ({votes} votes) in {took:?}")?;
    let started = Instant::now();
    let mut reader = outline.finish().map_err(|all| format!("{all:?}"))?;
    for (leaf, bytes) in (0..).zip(&log) {
        let entry = Entry::parse_with(bytes, &mut again)?;
        reader.add(leaf, &entry, bytes);
    }
    let rebuilt = reader.finish().map_err(|all| format!("{all:?}"))?;
    let took = started.elapsed();
    writeln!(
        out,
        "parsed again and rebuilt ({} records) in {took:?}",
        rebuilt.records
    )?;
    Ok(())
}
