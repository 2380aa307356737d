//! `incidents`: import, link, count, estimate, report, and what may leave.

mod count;
mod details;
mod estimate;
mod files;
mod import;
mod joins;
mod link;
mod naming;
mod release;
mod report;
mod review;

pub(crate) use files::has_tables;
pub(crate) use report::recorded;

use crate::args::{General, Incidents, IncidentsStep};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(crate) fn run(
    args: &Incidents,
    general: &General,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    match &args.step {
        IncidentsStep::Import(args) => import::run(args, session),
        IncidentsStep::Link(args) => link::run(args, session),
        IncidentsStep::Count(args) => count::run(args, session),
        IncidentsStep::Estimate(args) => estimate::run(args, session),
        IncidentsStep::Report(args) => report::run(args, general, session),
        IncidentsStep::Naming(args) => naming::run(args, session),
        IncidentsStep::Release(args) => release::run(args, session),
    }
}
