//! Arguments of the statistics.

use std::path::PathBuf;

use clap::Args;

use super::Search;

/// Most simulated elections of a scenario.
pub(crate) const MOST_RUNS: u32 = 10_000;

#[derive(Debug, Args)]
pub(crate) struct Forensics {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[command(flatten)]
    pub(crate) search: Search,
    #[arg(long)]
    pub(crate) json: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    #[arg(long, value_name = "TEST")]
    pub(crate) test: Vec<String>,
    #[arg(long, value_name = "OPTION")]
    pub(crate) option: Vec<String>,
    #[arg(long, value_name = "SOURCE")]
    pub(crate) source: Vec<String>,
    #[arg(long)]
    pub(crate) accept_import: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Power {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[command(flatten)]
    pub(crate) search: Search,
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_RUNS)))]
    pub(crate) runs: u32,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "SOURCE")]
    pub(crate) source: Option<String>,
    #[arg(long)]
    pub(crate) keep: bool,
    #[arg(long)]
    pub(crate) json: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    #[arg(long)]
    pub(crate) accept_import: bool,
}
