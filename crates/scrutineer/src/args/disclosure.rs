//! The arguments of `disclosure`.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct Disclosure {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
}
