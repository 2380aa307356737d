//! The arguments of `censorship`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(crate) struct Censorship {
    #[command(subcommand)]
    pub(crate) step: CensorshipStep,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CensorshipStep {
    Classify(Classify),
    Analyse(Box<Analyse>),
}

#[derive(Debug, Args)]
pub(crate) struct Classify {
    #[arg(value_name = "FILE", required = true)]
    pub(crate) file: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) fingerprints: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) lines: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Analyse {
    #[arg(value_name = "FILE", required = true)]
    pub(crate) file: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) fingerprints: Option<PathBuf>,
    #[arg(long, value_name = "COUNTRY")]
    pub(crate) country: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) election: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) targets: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) control_targets: Option<PathBuf>,
    #[arg(long, value_name = "COUNTRY")]
    pub(crate) control_country: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) networks: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) outages: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) statements: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) csv: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) timeline: Option<PathBuf>,
}
