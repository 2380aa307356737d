//! `quick-count`: design, draw, estimate, compare, release.

mod compare;
mod design;
mod draw;
mod estimate;
mod files;
mod instead;
mod release;
mod text;

use crate::args::{QuickCount, Step};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(crate) fn run(args: &QuickCount, session: &mut Session<'_>) -> Result<Status, Failure> {
    match &args.step {
        Step::Design(args) => design::run(args, session),
        Step::Draw(args) => draw::run(args, session),
        Step::Estimate(args) => estimate::run(args, session),
        Step::Compare(args) => compare::run(args, session),
        Step::Release(args) => release::run(args, session),
    }
}
