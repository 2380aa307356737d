//! `rla`: audits by sampling, from the plan to the conclusion.

mod ballots;
mod commit;
mod document;
mod draw;
mod files;
mod joint;
mod measure;
mod methods;
mod outlook;
mod plan;
mod record;
mod strata;

pub(crate) use files::{evidence, published};

use crate::args::{Rla, RlaCommand};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(crate) fn run(args: &Rla, session: &mut Session<'_>) -> Result<Status, Failure> {
    match &args.command {
        RlaCommand::Plan(args) => plan::run(args, session),
        RlaCommand::Commit(args) => commit::run(args, session),
        RlaCommand::Draw(args) => draw::run(args, session),
        RlaCommand::Record(args) => record::run(args, session),
        RlaCommand::Measure(args) => measure::run(args, session),
    }
}
