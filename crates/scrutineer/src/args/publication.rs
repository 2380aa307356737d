//! The arguments of the commands around a published bundle.

use std::path::PathBuf;

use clap::Args;

use super::Search;

#[derive(Debug, Args)]
pub(crate) struct Keygen {
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long, value_name = "FOLDER", default_value = "keys")]
    pub(crate) out: PathBuf,
    #[arg(long, value_name = "KOFN")]
    pub(crate) recovery: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "recovery")]
    pub(crate) recovery_passphrase_file: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) witness: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

/// The key that signs.
#[derive(Debug, Args)]
pub(crate) struct Signer {
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "insecure_demo_key"
    )]
    pub(crate) key: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(long, conflicts_with = "key")]
    pub(crate) insecure_demo_key: bool,
}

#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(crate) struct Publish {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[command(flatten)]
    pub(crate) search: Search,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) state: PathBuf,
    #[command(flatten)]
    pub(crate) signer: Signer,
    #[arg(long, value_name = "FILE")]
    pub(crate) recovery: Option<PathBuf>,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) close: bool,
    #[arg(long)]
    pub(crate) nist: bool,
    #[arg(long)]
    pub(crate) with_conditions: bool,
    #[arg(long)]
    pub(crate) accept_import: bool,
    #[arg(long, value_name = "CODE")]
    pub(crate) accept: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) disclose: Vec<PathBuf>,
    #[arg(long, value_name = "BUNDLE", requires = "notice")]
    pub(crate) predecessor: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "predecessor")]
    pub(crate) notice: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "dry_run")]
    pub(crate) ask: Option<PathBuf>,
    #[arg(long, value_name = "SECONDS", default_value_t = 60, requires = "ask")]
    pub(crate) deadline: u32,
    #[arg(long, value_name = "CHECKPOINT")]
    pub(crate) seen: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[arg(value_name = "BUNDLE")]
    pub(crate) bundle: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) seen: Option<PathBuf>,
    #[arg(long)]
    pub(crate) no_reaudit: bool,
    #[arg(long, value_name = "BUNDLE")]
    pub(crate) predecessor: Option<PathBuf>,
    #[arg(long, value_name = "VKEY")]
    pub(crate) operator: Vec<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Proof {
    #[arg(value_name = "BUNDLE")]
    pub(crate) bundle: PathBuf,
    #[arg(long, value_name = "CODE")]
    pub(crate) station: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Site {
    #[arg(value_name = "BUNDLE")]
    pub(crate) bundle: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    #[arg(value_name = "BUNDLE")]
    pub(crate) bundle: PathBuf,
    #[arg(long, value_name = "SIZE")]
    pub(crate) from: u64,
    #[arg(long, value_name = "SIZE")]
    pub(crate) to: Option<u64>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Delta {
    #[arg(value_name = "BUNDLE")]
    pub(crate) bundle: PathBuf,
    #[arg(long, value_name = "CHECKPOINT", conflicts_with = "apply")]
    pub(crate) since: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "since")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "FILE", required_unless_present = "since")]
    pub(crate) apply: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "apply")]
    pub(crate) policy: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Fsck {
    #[arg(value_name = "BUNDLE")]
    pub(crate) bundle: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) state: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Unpack {
    #[arg(value_name = "BUNDLE")]
    pub(crate) bundle: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Notice {
    #[arg(long, value_name = "BUNDLE")]
    pub(crate) bundle: PathBuf,
    #[arg(long, value_name = "CHECKPOINT", required_unless_present = "add")]
    pub(crate) checkpoint: Option<PathBuf>,
    #[arg(long, value_name = "FILE", required_unless_present = "add")]
    pub(crate) policy: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "add")]
    pub(crate) successor: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["checkpoint", "policy", "out"])]
    pub(crate) add: Option<PathBuf>,
    #[arg(long, value_name = "BUNDLE")]
    pub(crate) into: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) recovery_key: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE", required_unless_present = "add")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Respond {
    #[arg(value_name = "BUNDLE")]
    pub(crate) bundle: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) state: PathBuf,
    #[command(flatten)]
    pub(crate) signer: Signer,
    #[arg(long, value_name = "FINDING")]
    pub(crate) finding: String,
    #[arg(long, value_name = "ROLE", value_parser = ["authority", "party", "observer"])]
    pub(crate) by: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) aligned_with: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) date: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) text: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Withhold {
    #[arg(value_name = "BUNDLE")]
    pub(crate) bundle: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) state: PathBuf,
    #[command(flatten)]
    pub(crate) signer: Signer,
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "commitment",
        conflicts_with = "commitment"
    )]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "HASH")]
    pub(crate) commitment: Option<String>,
    #[arg(
        long,
        value_name = "REASON",
        value_parser = ["personal-data", "safety", "consent-withdrawn", "order", "other"]
    )]
    pub(crate) reason: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) basis: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) authority: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) date: String,
    #[arg(long)]
    pub(crate) json: bool,
}
