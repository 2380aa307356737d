//! The commands: each reads, does, renders.

mod audit;
mod bundle;
mod censorship;
mod check;
mod conditions;
mod delta;
mod demo;
mod disclosure;
mod follow;
mod forensics;
mod generate;
mod guard;
mod incidents;
mod index;
mod keygen;
mod merge;
mod mirror;
mod new;
mod notice;
mod open;
mod place;
mod power;
mod publish;
mod quick_count;
mod rla;
mod said;
mod serve_site;
mod simulate;
mod site;
mod store;
mod verify;
mod witness;

use crate::args::{Arguments, Command};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

/// Runs the command that the arguments name.
pub(crate) fn run(arguments: &Arguments, session: &mut Session<'_>) -> Result<Status, Failure> {
    let general = &arguments.general;
    match &arguments.command {
        Command::Demo(args) => demo::run(args, general, session),
        Command::Audit(args) => audit::run(args, general, session),
        Command::Check(args) => check::run(args, session),
        Command::New(args) => new::run(args, session),
        Command::Merge(args) => merge::run(args, session),
        Command::Simulate(args) => simulate::run(args, session),
        Command::Forensics(args) => forensics::run(args, session),
        Command::Censorship(args) => censorship::run(args, general, session),
        Command::Power(args) => power::run(args, general, session),
        Command::Rla(args) => rla::run(args, session),
        Command::Keygen(args) => keygen::run(args, session),
        Command::Publish(args) => publish::run(args, general, session),
        Command::Verify(args) => verify::run(args, session),
        Command::Proof(args) => bundle::proof(args, session),
        Command::Diff(args) => bundle::diff(args, session),
        Command::Delta(args) => delta::run(args, session),
        Command::Unpack(args) => bundle::unpack(args, session),
        Command::Site(args) => site::run(args, session),
        Command::Fsck(args) => bundle::fsck(args, session),
        Command::Notice(args) => notice::run(args, session),
        Command::QuickCount(args) => quick_count::run(args, session),
        Command::Index(args) => index::run(args, session),
        Command::Disclosure(args) => disclosure::run(args, session),
        Command::Incidents(args) => incidents::run(args, general, session),
        Command::Follow(args) => follow::run(args, session),
        Command::Mirror(args) => mirror::run(args, session),
        Command::Witness(args) => witness::run(args, session),
        Command::Respond(args) => said::respond(args, session),
        Command::Withhold(args) => said::withhold(args, session),
        Command::Open(args) => open::run(args, session),
        Command::ServeSite(args) => serve_site::run(args, session),
        Command::Completions(args) => generate::completions(args, session),
        Command::Man(args) => generate::man(args, session),
        Command::Document(args) => generate::document(args, session),
    }
}
