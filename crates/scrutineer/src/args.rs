//! The arguments. Their words are set at run time, in the language of the run, by [`crate::help`];
//! a comment on a field here would become help text in one language.

mod censorship;
mod disclosure;
mod incidents;
mod index;
mod publication;
mod quick_count;
mod rla;
mod serve;
mod statistics;
mod watch;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub(crate) use censorship::{Analyse, Censorship, CensorshipStep, Classify};
pub(crate) use disclosure::Disclosure;
pub(crate) use incidents::{
    CountIncidents, EstimateUnseen, Import, Incidents, IncidentsStep, LinkLists, Namings,
    ReleaseReports, Reported,
};
pub(crate) use index::{Index, IndexCompare, IndexImport, IndexInputs, IndexScore, IndexStep};
pub(crate) use publication::{
    Delta, Diff, Fsck, Keygen, Notice, Proof, Publish, Respond, Signer, Site, Unpack, Verify,
    Withhold,
};
pub(crate) use quick_count::{
    Compare, Design, Draw, Estimate, QuickCount, Release, Step, Way, Which,
};
pub(crate) use rla::{Rla, RlaCommand, RlaCommit, RlaDraw, RlaMeasure, RlaPlan, RlaRecord};
pub(crate) use serve::{Open, ServeSite};
#[cfg(feature = "network")]
pub(crate) use watch::Serve;
pub(crate) use watch::{Ask, Cosign, Cosigner, Follow, Mirror, Watched, Witness, WitnessCommand};

pub(crate) use statistics::{Forensics, MOST_RUNS, Power};

#[derive(Debug, Parser)]
#[command(
    name = "scrutineer",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) general: General,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Args)]
pub(crate) struct General {
    #[arg(long, global = true, value_name = "LANG", value_parser = ["en", "es"])]
    lang: Option<String>,
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = Colour::Auto)]
    pub(crate) color: Colour,
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Demo(Demo),
    Audit(Box<Audit>),
    Check(Check),
    New(New),
    Merge(Merge),
    Simulate(Box<Simulate>),
    Forensics(Box<Forensics>),
    Power(Box<Power>),
    Censorship(Censorship),
    Rla(Rla),
    Keygen(Keygen),
    Publish(Box<Publish>),
    Verify(Verify),
    Proof(Proof),
    Diff(Diff),
    Delta(Delta),
    Unpack(Unpack),
    Site(Site),
    Fsck(Fsck),
    Notice(Notice),
    QuickCount(QuickCount),
    Index(Index),
    Disclosure(Disclosure),
    Incidents(Incidents),
    Follow(Follow),
    Mirror(Mirror),
    Witness(Witness),
    Respond(Respond),
    Withhold(Withhold),
    Open(Open),
    ServeSite(ServeSite),
    Completions(Completions),
    Man(Man),
    #[command(hide = true)]
    Document(Document),
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    #[arg(long, value_name = "FOLDER", default_value = "scrutineer-demo")]
    pub(crate) out: PathBuf,
    #[arg(long, conflicts_with = "json")]
    pub(crate) serve: bool,
    #[arg(long, value_name = "ADDRESS", requires = "serve", default_value = serve::LISTEN)]
    pub(crate) listen: SocketAddr,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Search {
    #[arg(long, value_name = "FOLDER")]
    pub(crate) mirror: Vec<String>,
    #[arg(long)]
    pub(crate) fetch: bool,
    #[arg(long)]
    pub(crate) portable: bool,
}

#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(crate) struct Audit {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[command(flatten)]
    pub(crate) search: Search,
    #[arg(long, conflicts_with = "full")]
    pub(crate) json: bool,
    #[arg(long, value_name = "FILE", conflicts_with = "compare")]
    pub(crate) html: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["json", "full", "compare"])]
    pub(crate) brief: bool,
    #[arg(long, value_name = "LEVEL")]
    pub(crate) by: Option<String>,
    #[arg(long, conflicts_with = "compare")]
    pub(crate) full: bool,
    #[arg(long)]
    pub(crate) core: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) compare: Option<PathBuf>,
    #[arg(long, value_name = "ANSWER")]
    pub(crate) require: Vec<String>,
    #[arg(long, conflicts_with = "compare")]
    pub(crate) with_conditions: bool,
    #[arg(long)]
    pub(crate) accept_import: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[command(flatten)]
    pub(crate) search: Search,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) from: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Merge {
    #[arg(value_name = "DIR", required = true, num_args = 2..)]
    pub(crate) folders: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) search: Search,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Simulate {
    #[arg(long, value_name = "N", required_unless_present = "list")]
    pub(crate) stations: Option<u32>,
    #[arg(long, value_name = "NAME", default_value = "honest")]
    pub(crate) scenario: String,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "FOLDER", required_unless_present = "list")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) truth: Option<PathBuf>,
    #[arg(long, value_name = "N")]
    pub(crate) options: Option<u16>,
    #[arg(long, value_name = "PERCENT")]
    pub(crate) touching: Option<String>,
    #[arg(long, value_name = "PERCENT")]
    pub(crate) turnout: Option<String>,
    #[arg(long, value_name = "PERCENT")]
    pub(crate) missing: Option<String>,
    #[arg(long, value_name = "PERCENT")]
    pub(crate) slips: Option<String>,
    #[arg(long, value_name = "N")]
    pub(crate) repeats: Option<u32>,
    #[arg(long, value_name = "PERCENT")]
    pub(crate) bulletin: Option<String>,
    #[arg(long)]
    pub(crate) no_register: bool,
    #[arg(long)]
    pub(crate) list: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    #[arg(value_name = "SHELL", value_enum)]
    pub(crate) shell: Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Man {
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Document {
    #[arg(value_enum)]
    pub(crate) what: Documented,
    #[arg(default_value = "")]
    pub(crate) page: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Documented {
    Help,
    Man,
}
