//! The arguments of audits by sampling.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Search;

#[derive(Debug, Args)]
pub(crate) struct Rla {
    #[command(subcommand)]
    pub(crate) command: RlaCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RlaCommand {
    Plan(Box<RlaPlan>),
    Commit(RlaCommit),
    Draw(RlaDraw),
    Record(RlaRecord),
    Measure(RlaMeasure),
}

/// Which audit of which folder.
#[derive(Debug, Args)]
pub(crate) struct Audited {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) audit: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RlaPlan {
    #[command(flatten)]
    pub(crate) audited: Audited,
    #[arg(long, value_name = "LINK", value_parser = ["transcription", "boxes"])]
    pub(crate) link: String,
    #[arg(long, value_name = "PERCENT", default_value = "5%")]
    pub(crate) risk_limit: String,
    #[arg(long, value_name = "SOURCE")]
    pub(crate) source: Option<String>,
    #[arg(long, value_name = "REGISTER")]
    pub(crate) register: Option<String>,
    #[arg(long, value_name = "ORIGIN")]
    pub(crate) independent: Option<String>,
    #[arg(long)]
    pub(crate) trust_registered: bool,
    #[arg(long, value_name = "DIR")]
    pub(crate) also: Vec<PathBuf>,
    #[arg(long, value_name = "METHOD", value_parser = ["kaplan-markov", "capped", "stratified", "alpha", "bravo", "ballot-comparison"])]
    pub(crate) method: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) cvr: Option<PathBuf>,
    #[arg(long, value_name = "LEVEL", conflicts_with = "strata_file")]
    pub(crate) strata: Option<String>,
    #[arg(long, value_name = "FILE", requires = "strata_column")]
    pub(crate) strata_file: Option<PathBuf>,
    #[arg(long, value_name = "NAME", requires = "strata_file")]
    pub(crate) strata_column: Option<String>,
    #[arg(long, value_name = "RATE")]
    pub(crate) rate: Vec<String>,
    #[command(flatten)]
    pub(crate) search: Search,
    #[arg(long)]
    pub(crate) accept_import: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RlaCommit {
    #[command(flatten)]
    pub(crate) audited: Audited,
    #[command(flatten)]
    pub(crate) search: Search,
    #[arg(long)]
    pub(crate) accept_import: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RlaDraw {
    #[command(flatten)]
    pub(crate) audited: Audited,
    #[arg(long, value_name = "DIGITS")]
    pub(crate) seed: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) announced: Option<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    pub(crate) size: Option<u64>,
    #[arg(long, conflicts_with_all = ["seed", "size", "announced"])]
    pub(crate) full_count: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RlaRecord {
    #[command(flatten)]
    pub(crate) audited: Audited,
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct RlaMeasure {
    #[command(flatten)]
    pub(crate) audited: Audited,
}
