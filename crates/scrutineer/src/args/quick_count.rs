//! The arguments of `quick-count`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::Search;

#[derive(Debug, Args)]
pub(crate) struct QuickCount {
    #[command(subcommand)]
    pub(crate) step: Step,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Step {
    Design(Box<Design>),
    Draw(Draw),
    Estimate(Estimate),
    Compare(Compare),
    Release(Release),
}

/// Which quick count of which folder.
#[derive(Debug, Args)]
pub(crate) struct Which {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) id: String,
}

#[derive(Debug, Args)]
pub(crate) struct Design {
    #[command(flatten)]
    pub(crate) which: Which,
    #[command(flatten)]
    pub(crate) search: Search,
    #[arg(long, value_name = "NAME")]
    pub(crate) contest: Option<String>,
    #[arg(
        long,
        value_name = "N",
        required_unless_present = "margin",
        conflicts_with = "margin"
    )]
    pub(crate) size: Option<u64>,
    #[arg(long, value_name = "PERCENT", requires = "previous")]
    pub(crate) margin: Option<String>,
    #[arg(long, value_name = "LEVEL", conflicts_with = "strata_file")]
    pub(crate) strata: Option<String>,
    #[arg(long, value_name = "FILE", requires = "strata_column")]
    pub(crate) strata_file: Option<PathBuf>,
    #[arg(long, value_name = "NAME", requires = "strata_file")]
    pub(crate) strata_column: Option<String>,
    #[arg(long, value_name = "WAY", value_enum, default_value_t = Way::Registration)]
    pub(crate) allocation: Way,
    #[arg(long, value_name = "DIR")]
    pub(crate) previous: Option<PathBuf>,
    #[arg(long, value_name = "NAME", requires = "previous")]
    pub(crate) previous_source: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 85)]
    pub(crate) response: u32,
    #[arg(long, value_name = "N", default_value_t = 2)]
    pub(crate) collapse_below: u64,
    #[arg(long, value_name = "N", default_value_t = 80)]
    pub(crate) gate_response: u32,
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(crate) gate_stratum: u32,
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(crate) gate_stability: u32,
    #[arg(long, value_name = "FILE", required = true)]
    pub(crate) release_key: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Way {
    Registration,
    Neyman,
}

#[derive(Debug, Args)]
pub(crate) struct Draw {
    #[command(flatten)]
    pub(crate) which: Which,
    #[arg(long, value_name = "DIGITS")]
    pub(crate) seed: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) announced: String,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Estimate {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "NAME", required_unless_present = "source")]
    pub(crate) id: Option<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "id")]
    pub(crate) source: Option<String>,
    #[command(flatten)]
    pub(crate) search: Search,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    #[command(flatten)]
    pub(crate) which: Which,
    #[command(flatten)]
    pub(crate) search: Search,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Release {
    #[command(flatten)]
    pub(crate) which: Which,
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}
