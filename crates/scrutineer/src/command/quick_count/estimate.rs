//! `quick-count estimate`: from reports to shares, or why there are none.

use super::{files, instead, text};
use crate::args::{Estimate, Which};
use crate::command::audit::document;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(args: &Estimate, session: &mut Session<'_>) -> Result<Status, Failure> {
    let id = match (&args.id, &args.source) {
        (Some(id), _) => id,
        (None, Some(source)) => return instead::run(args, source, session),
        (None, None) => return Err(Failure::usage(session.plain("cli-usage-no-command"))),
    };
    let which = Which {
        dir: args.dir.clone(),
        id: id.clone(),
    };
    let counted = files::counted(&which, session)?;
    let made = &counted.estimate.document;
    let text = if args.json {
        document(made)?
    } else {
        text::estimate(made, session)
    };
    session.print(&text)?;
    Ok(Status::Done)
}
