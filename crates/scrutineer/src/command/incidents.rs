//! `incidents`: import, link, count, estimate, report, and what may leave.

mod count;
mod estimate;
mod files;
mod import;
mod link;
mod naming;
mod release;
mod report;
mod review;

use crate::args::{Incidents, IncidentsStep};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(crate) fn run(args: &Incidents, session: &mut Session<'_>) -> Result<Status, Failure> {
    match &args.step {
        IncidentsStep::Import(args) => import::run(args, session),
        IncidentsStep::Link(args) => link::run(args, session),
        IncidentsStep::Count(args) => count::run(args, session),
        IncidentsStep::Estimate(args) => estimate::run(args, session),
        IncidentsStep::Report(args) => report::run(args, session),
        IncidentsStep::Naming(args) => naming::run(args, session),
        IncidentsStep::Release(args) => release::run(args, session),
    }
}
