//! The arguments of those who watch a log: followers, mirrors, witnesses.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Subcommand};

/// A log of somebody else, and what is known of it.
#[derive(Debug, Args)]
pub(crate) struct Watched {
    #[arg(value_name = "PLACE")]
    pub(crate) place: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) state: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Follow {
    #[command(flatten)]
    pub(crate) watched: Watched,
    #[arg(long, value_name = "NAME")]
    pub(crate) operator: Vec<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Mirror {
    #[command(flatten)]
    pub(crate) watched: Watched,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: String,
    #[arg(long, value_name = "N")]
    pub(crate) max_bytes: Option<u64>,
    #[arg(long, value_name = "NAME")]
    pub(crate) operator: Vec<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Witness {
    #[command(subcommand)]
    pub(crate) command: WitnessCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum WitnessCommand {
    Cosign(Cosign),
    Serve(Serve),
    Ask(Ask),
}

/// The key with which a witness cosigns.
#[derive(Debug, Args)]
pub(crate) struct Cosigner {
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Cosign {
    #[command(flatten)]
    pub(crate) watched: Watched,
    #[command(flatten)]
    pub(crate) cosigner: Cosigner,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) state: PathBuf,
    #[command(flatten)]
    pub(crate) cosigner: Cosigner,
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7380")]
    pub(crate) listen: SocketAddr,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Ask {
    #[arg(value_name = "BUNDLE")]
    pub(crate) bundle: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) state: PathBuf,
    #[arg(long, value_name = "NAME", conflicts_with = "cosigned")]
    pub(crate) witness: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) cosigned: Vec<PathBuf>,
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    pub(crate) deadline: u32,
    #[arg(long, value_name = "NAME")]
    pub(crate) operator: Vec<String>,
    #[arg(long)]
    pub(crate) json: bool,
}
