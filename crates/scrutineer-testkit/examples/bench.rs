//! Times the core of an audit in this process, with the files of the folder already in memory:
//! `cargo run --release -p scrutineer-testkit --example bench -- FOLDER [MIRROR] [ROUNDS]`
//!
//! The best of ROUNDS (10) is printed for each part, then the best of load and `audit_core` together,
//! which is what `scrutineer audit FOLDER --core` does between reading the files and printing. The
//! parts are run apart, so their sum is no measurement of the whole: the audit shares work between
//! them. The peak memory is that of the process: files, data set and report.
#![expect(clippy::print_stdout, reason = "a measurement is there to be printed")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use scrutineer_audit::audit_core;
use scrutineer_fetch::{Mirror, Pinned, Resolver};
use scrutineer_formats::{ElectionFolder, FileError, LoadOptions, Loaded, Location, Wanted, load};
use scrutineer_model::{Dataset, Evidence, HierarchyIdx};
use scrutineer_tally as tally;

type Failure = Box<dyn std::error::Error>;

const USAGE: &str = "usage: bench FOLDER [MIRROR] [ROUNDS]";

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or(USAGE)?;
    let mirror = arguments.next().unwrap_or_else(|| ".".to_owned());
    let rounds = arguments.next().map_or(Ok(10), |text| text.parse())?;
    let input = Input::read(Path::new(&folder), &mirror)?;
    println!("{} bytes in {} files", input.size(), input.files.len());
    // The whole first, so that the peak is that of one audit and not of the parts kept beside it.
    let whole = best(rounds, || -> Result<usize, Failure> {
        let loaded = input.load()?;
        Ok(audit_core(&loaded.dataset, &Evidence::default())?
            .findings
            .len())
    })?;
    let peak = peak_memory();
    let loading = best(rounds, || {
        input.load().map(|loaded| loaded.dataset.stations().len())
    })?;
    let loaded = input.load()?;
    println!("{} stations", loaded.dataset.stations().len());
    line("load", loading);
    parts(&loaded.dataset, rounds)?;
    line("load and audit_core", whole);
    match peak {
        Some(kibibytes) => println!("{:>22} {:9.1} MB", "peak memory", kibibytes * 1.024e-3),
        None => println!("{:>22} not known on this system", "peak memory"),
    }
    Ok(())
}

/// The parts of the core one by one; every source, declaration and hierarchy.
fn parts(data: &Dataset, rounds: u32) -> Result<(), Failure> {
    line(
        "checks",
        best(rounds, || Ok(scrutineer_checks::core(data).findings.len()))?,
    );
    line(
        "totals",
        best(rounds, || {
            for set in data.sheets() {
                black_box(tally::totals(data, set));
                for at in 0..data.hierarchies().len() {
                    black_box(tally::by_division(data, set, HierarchyIdx::new(at)));
                }
                black_box(tally::by_place(data, set));
            }
            Ok(())
        })?,
    );
    line(
        "bounds",
        best(rounds, || {
            for set in data.sheets() {
                let rule = &data.contest(set.contest()).rule;
                let observed = tally::Observed::new(data, set);
                for missing in tally::missing_capacity(data, set, &observed) {
                    black_box(tally::outcome(rule, &observed, &missing)?);
                }
            }
            Ok(())
        })?,
    );
    let observed: Vec<_> = data
        .sheets()
        .iter()
        .map(|set| (set, tally::Observed::new(data, set)))
        .collect();
    line(
        "feasibility",
        best(rounds, || {
            for (set, observed) in &observed {
                let all = data.declarations().iter();
                for declaration in all.filter(|held| held.contest == set.contest()) {
                    let targets = tally::Targets::new(declaration, observed);
                    black_box(tally::readings(data, observed, declaration, &targets)?);
                }
            }
            Ok(())
        })?,
    );
    Ok(())
}

/// A folder with its files in memory.
struct Input {
    folder: ElectionFolder,
    /// In the order of [`ElectionFolder::wanted`]; `None` for an optional file that is absent.
    files: Vec<(Wanted, Option<Vec<u8>>)>,
}

impl Input {
    fn read(dir: &Path, mirror: &str) -> Result<Self, Failure> {
        let text = fs::read_to_string(dir.join("election.toml"))?;
        let folder = ElectionFolder::parse(&text).map_err(|errors| {
            let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
            lines.join("\n")
        })?;
        let mirror: Mirror = mirror.parse()?;
        let resolver = Resolver::new().mirror(mirror);
        let mut lookup = resolver.lookup();
        let mut files = Vec::new();
        for wanted in folder.wanted() {
            let bytes = match &wanted.location {
                Location::Path(path) => fs::read(dir.join(path)).ok(),
                Location::Pinned {
                    sha256,
                    name,
                    address,
                } => {
                    let (name, address) = (name.clone(), address.clone());
                    let sha256 = sha256.parse()?;
                    let pinned = Pinned {
                        sha256,
                        name,
                        size: None,
                        address,
                    };
                    let found = lookup
                        .find(&pinned)
                        .map_err(|missing| format!("{missing:?}"))?;
                    Some(found.bytes)
                }
            };
            files.push((wanted, bytes));
        }
        Ok(Self { folder, files })
    }

    fn size(&self) -> usize {
        self.files
            .iter()
            .filter_map(|(_, bytes)| bytes.as_ref())
            .map(Vec::len)
            .sum()
    }

    /// Loads from memory; each file is copied, as a read from the page cache would.
    fn load(&self) -> Result<Loaded, Failure> {
        let mut give = |wanted: &Wanted| {
            let held = self
                .files
                .iter()
                .find(|(held, _)| held.location == wanted.location);
            held.and_then(|(_, bytes)| bytes.clone())
                .ok_or(FileError::NotFound)
        };
        Ok(load(
            &self.folder,
            &mut give,
            &LoadOptions {
                accept_import: true,
                ..LoadOptions::default()
            },
        )?)
    }
}

/// The shortest of some runs, in seconds.
fn best<T>(rounds: u32, mut run: impl FnMut() -> Result<T, Failure>) -> Result<f64, Failure> {
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        black_box(run()?);
        best = best.min(start.elapsed().as_secs_f64());
    }
    Ok(best)
}

fn line(what: &str, seconds: f64) {
    println!("{what:>22} {:9.2} ms", seconds * 1e3);
}

/// The most memory this process has held so far, in kibibytes; `None` where the system does not say.
fn peak_memory() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
