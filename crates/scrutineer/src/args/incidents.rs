//! The arguments of `incidents`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(crate) struct Incidents {
    #[command(subcommand)]
    pub(crate) step: IncidentsStep,
}

#[derive(Debug, Subcommand)]
pub(crate) enum IncidentsStep {
    Import(Import),
    Link(Box<LinkLists>),
    Count(CountIncidents),
    Estimate(EstimateUnseen),
    Report(Reported),
    Naming(Namings),
    Release(ReleaseReports),
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) table: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) from: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) forms: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct LinkLists {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "SOURCE=FILE", required = true)]
    pub(crate) list: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) records: PathBuf,
    #[arg(long, value_name = "ACT")]
    pub(crate) act: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) weights: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) key: Option<PathBuf>,
    #[arg(long)]
    pub(crate) review: bool,
    #[arg(long, value_name = "ROLE", default_value = "reviewer")]
    pub(crate) decider: String,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CountIncidents {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "ACT")]
    pub(crate) act: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    #[arg(long, value_name = "AREA", default_value = "")]
    pub(crate) area: String,
    #[arg(long, value_name = "DATE", requires = "to")]
    pub(crate) from: Option<String>,
    #[arg(long, value_name = "DATE", requires = "from")]
    pub(crate) to: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) forms: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct EstimateUnseen {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "ACT")]
    pub(crate) act: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    #[arg(long, value_name = "SOURCE")]
    pub(crate) list: Vec<String>,
    #[arg(long)]
    pub(crate) allow_deaths: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) weights: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) forms: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Namings {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long)]
    pub(crate) released: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) forms: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReleaseReports {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) state: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) forms: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Reported {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long)]
    pub(crate) released: bool,
    #[command(flatten)]
    pub(crate) search: super::Search,
    #[arg(long)]
    pub(crate) accept_import: bool,
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) forms: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}
