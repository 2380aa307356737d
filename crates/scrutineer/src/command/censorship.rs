//! `censorship`: network measurements to verdicts, series and changes.

mod analyse;
mod classify;
mod lists;
mod read;
mod recorded;

pub(crate) use recorded::recorded;

use crate::args::{Censorship, CensorshipStep, General};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(crate) fn run(
    args: &Censorship,
    general: &General,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    match &args.step {
        CensorshipStep::Classify(args) => classify::run(args, general, session),
        CensorshipStep::Analyse(args) => analyse::run(args, general, session),
    }
}
