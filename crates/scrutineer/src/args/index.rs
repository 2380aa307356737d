//! The arguments of `index`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(crate) struct Index {
    #[command(subcommand)]
    pub(crate) step: IndexStep,
}

#[derive(Debug, Subcommand)]
pub(crate) enum IndexStep {
    Score(IndexScore),
    Explain(IndexScore),
    Compare(IndexCompare),
    Import(IndexImport),
}

/// What is read.
#[derive(Debug, Args)]
pub(crate) struct IndexInputs {
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) turned: bool,
    #[arg(long, value_name = "INDEX")]
    pub(crate) index: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct IndexScore {
    #[command(flatten)]
    pub(crate) inputs: IndexInputs,
    #[arg(long, value_name = "PLACE")]
    pub(crate) place: Vec<String>,
    #[arg(long, value_name = "EDITION")]
    pub(crate) edition: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct IndexCompare {
    #[command(flatten)]
    pub(crate) inputs: IndexInputs,
    #[arg(long, value_name = "PLACE")]
    pub(crate) place: Vec<String>,
    #[arg(long, value_name = "EDITION")]
    pub(crate) edition: Vec<String>,
    #[arg(long, conflicts_with_all = ["place", "edition"])]
    pub(crate) releases: bool,
}

#[derive(Debug, Args)]
pub(crate) struct IndexImport {
    #[command(flatten)]
    pub(crate) inputs: IndexInputs,
    #[arg(long, value_name = "DIR")]
    pub(crate) into: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) id: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: String,
    #[arg(long, value_name = "DATE", default_value = "unknown")]
    pub(crate) published: String,
    #[arg(long, value_name = "DATE", default_value = "unknown")]
    pub(crate) captured: String,
    #[arg(long, value_name = "TEXT", default_value = "unknown")]
    pub(crate) licence: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) supersedes: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
}
