//! `index`: values of indices of freedom, computed, explained, compared and imported.

mod beside;
mod coders;
mod compare;
mod files;
mod import;
mod labels;
mod score;
mod text;

pub(super) use files::{document_errors, text as read_text};
pub(super) use score::recorded;

use crate::args::{Index, IndexStep};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(crate) fn run(args: &Index, session: &mut Session<'_>) -> Result<Status, Failure> {
    match &args.step {
        IndexStep::Score(args) => score::run(args, false, session),
        IndexStep::Explain(args) => score::run(args, true, session),
        IndexStep::Compare(args) => compare::run(args, session),
        IndexStep::Import(args) => import::run(args, session),
    }
}
