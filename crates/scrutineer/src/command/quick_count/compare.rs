//! `quick-count compare`: the estimate beside declared results.

use scrutineer_rla::quick_count::{compare, declared_shares};

use super::{files, text};
use crate::args::Compare;
use crate::command::audit::document;
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(args: &Compare, session: &mut Session<'_>) -> Result<Status, Failure> {
    let counted = files::counted(&args.which, session)?;
    let loaded = folder::open(session, &args.which.dir, &args.search, false)?;
    let declared = declared_shares(&loaded.dataset, &counted.planned.design);
    let rows = compare(&counted.estimate, &declared);
    let mut made = counted.estimate.document;
    made.comparison = rows;
    let text = if args.json {
        document(&made)?
    } else {
        text::comparison(&made, session)
    };
    session.print(&text)?;
    Ok(Status::Done)
}
