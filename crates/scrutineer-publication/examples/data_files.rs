//! Writes the data files of an example or of a synthetic election, and says how long it took.
//!
//! ```text
//! cargo run --release -p scrutineer-publication --example data_files -- venezuela-2024 OUT
//! cargo run --release -p scrutineer-publication --example data_files -- 500000 OUT
//! ```
//!
//! Beside the files `OUT/report.json` has the audit's document, which
//! `benches/recompute/run.py` compares with what DuckDB computes from the files.

#![expect(
    clippy::print_stdout,
    reason = "measurements are what this program is for"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use scrutineer_audit::audit;
use scrutineer_model::{Dataset, Evidence};
use scrutineer_publication::data::{DataFile, Options, Stamp, data_files};
use scrutineer_simulate::{Plan, simulate};
use scrutineer_testkit::examples;

fn dataset(what: &str) -> Result<Dataset, Box<dyn Error>> {
    if let Ok(stations) = what.parse() {
        return Ok(simulate(&Plan::new(stations, 1).options(10))?.to_dataset()?);
    }
    let loaded = examples::load(what).ok_or("needs the shared folder")?;
    Ok(loaded.dataset)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [what, out] = arguments.as_slice() else {
        return Err("expected EXAMPLE|STATIONS and OUT".into());
    };
    let dataset = dataset(what)?;
    let start = Instant::now();
    let report = audit(&dataset, &Evidence::default())?;
    println!("audit {:.2} s", start.elapsed().as_secs_f64());
    let stamp = Stamp {
        origin: "log.example/measurement".to_owned(),
        size: 1,
        root: [0; 32],
    };
    let root = Path::new(out);
    let mut sizes: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let start = Instant::now();
    let mut sink = |file: DataFile| -> Result<(), Box<dyn Error + Send + Sync>> {
        let group = file.path.split('/').take(2).collect::<Vec<_>>();
        let group = if file.path.split('/').count() > 2 {
            group.join("/")
        } else {
            file.path.clone()
        };
        let held = sizes.entry(group).or_default();
        held.0 += 1;
        held.1 += file.bytes.len();
        let path = root.join(&file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, file.bytes)?;
        Ok(())
    };
    data_files(&dataset, &report, &stamp, &Options::default(), &mut sink)?;
    println!("data files {:.2} s", start.elapsed().as_secs_f64());
    let mut all = 0;
    for (group, (files, bytes)) in &sizes {
        println!("{bytes:>12} bytes in {files:>4} files  {group}");
        all += bytes;
    }
    println!("{all:>12} bytes together");
    fs::write(root.join("report.json"), serde_json::to_vec(&report)?)?;
    Ok(())
}
