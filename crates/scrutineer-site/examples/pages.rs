//! Writes a site to look at it, or only makes it to measure it.
//!
//! ```text
//! cargo run --release -p scrutineer-site --example pages -- STATIONS [FOLDER]
//! cargo run --release -p scrutineer-site --example pages -- venezuela-2024 [FOLDER]
//! ```
//!
//! Prints stations, files, bytes, bytes for each station and language of the pages that grow with the
//! stations, and seconds. Reading, simulating and auditing are not counted.

use std::error::Error;
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Instant;
use std::{env, fs, io};

use scrutineer_audit::{LogPosition, audit_core};
use scrutineer_model::{Dataset, Evidence, SourceIdx};
use scrutineer_simulate::{Plan, Scenario, simulate};
use scrutineer_site::{Content, Leaves, site};
use scrutineer_testkit::examples;

fn dataset(what: &str) -> Result<Dataset, Box<dyn Error>> {
    if let Ok(stations) = what.parse() {
        let plan = Plan::new(stations, 1).scenario(Scenario::TotalsNotFromSheets);
        return Ok(simulate(&plan)?.to_dataset()?);
    }
    let loaded = examples::load(what).ok_or("needs the shared folder")?;
    Ok(loaded.dataset)
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let what = args
        .next()
        .ok_or("expected a number of stations, or an example")?;
    let folder = args.next().map(PathBuf::from);
    let dataset = dataset(&what)?;
    let mut report = audit_core(&dataset, &Evidence::default())?;
    report.log = Some(LogPosition {
        origin: "log.example/site".to_owned(),
        size: dataset.stations().len() as u64,
        root: "0".repeat(64),
    });
    let stations = dataset.stations().indices();
    let entries = stations
        .map(|at| (at, SourceIdx::new(0), at.get() as u64))
        .collect();
    let content = Content {
        dataset: &dataset,
        report: &report,
        leaves: &Leaves::new(entries),
        replies: &[],
        files: &[],
        releases: &[],
        history: &scrutineer_site::History::default(),
        tests: None,
        audits: &[],
        bundle: None,
        conditions: None,
        geometry: None,
        publisher: None,
        is_demonstration: what.parse::<u32>().is_ok(),
    };
    let start = Instant::now();
    let (mut files, mut bytes, mut growing) = (0u64, 0u64, 0u64);
    site(&content, &mut |path: &str, page: &[u8]| {
        files += 1;
        bytes += page.len() as u64;
        if ["/t/", "/r/", "s/"].iter().any(|part| path.contains(part)) {
            growing += page.len() as u64;
        }
        if let Some(folder) = &folder {
            let place = folder.join(path);
            if let Some(parent) = place.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(place, page)?;
        }
        Ok::<(), io::Error>(())
    })?;
    let seconds = start.elapsed().as_secs_f64();
    let count = dataset.stations().len() as u64;
    writeln!(
        io::stdout(),
        "{count} stations, {files} files, {bytes} bytes, {} bytes a station and language, {seconds:.1} s",
        growing / (2 * count.max(1))
    )?;
    Ok(())
}
