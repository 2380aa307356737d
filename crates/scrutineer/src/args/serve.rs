//! The arguments of the commands that a browser looks at.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

use super::Search;

/// Where pages are served unless a person says something else: on this machine only.
pub(super) const LISTEN: &str = "127.0.0.1:7390";

#[derive(Debug, Args)]
pub(crate) struct ServeSite {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "ADDRESS", default_value = LISTEN)]
    pub(crate) listen: SocketAddr,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Open {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[command(flatten)]
    pub(crate) search: Search,
    #[arg(long)]
    pub(crate) accept_import: bool,
    #[arg(long)]
    pub(crate) no_browser: bool,
    #[arg(long)]
    pub(crate) json: bool,
}
