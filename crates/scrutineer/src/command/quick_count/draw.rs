//! `quick-count draw`: the stations of a seed.

use scrutineer_model::Message;
use scrutineer_rla::quick_count::{draw, report_header};

use super::files::{self, DRAW, REPORTS};
use crate::args::Draw;
use crate::command::audit::{document, internal};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(args: &Draw, session: &mut Session<'_>) -> Result<Status, Failure> {
    let planned = files::planned(&args.which, session)?;
    let made = draw(
        &planned.design,
        &planned.digest,
        &planned.frame,
        &args.seed,
        &args.announced,
    )
    .map_err(|found| files::problems(&planned.folder.join(DRAW), &found, session))?;
    let bytes = made.to_bytes().map_err(internal)?;
    let path = planned.folder.join(DRAW);
    if files::is_other(&path, &bytes) {
        let text = session.filled("cli-quick-count-drawn", &[("file", &path.display())]);
        return Err(Failure::input(text));
    }
    files::write(&path, &bytes, session)?;
    let reports = planned.folder.join(REPORTS);
    if !reports.exists() {
        files::write(&reports, report_header(&planned.design).as_bytes(), session)?;
    }
    if args.json {
        let text = document(&made)?;
        session.print(&text)?;
        return Ok(Status::Done);
    }
    let head = Message::new("cli-quick-count-draw-head").with("count", made.stations.len() as u64);
    let mut lines = vec![session.sentence(&head)];
    for drawn in &made.stations {
        lines.push(format!("  {}  {}", drawn.stratum, drawn.station));
    }
    lines.push(session.plain("cli-quick-count-draw-rule"));
    for path in [&path, &reports] {
        lines.push(session.filled("cli-wrote", &[("file", &path.display())]));
    }
    session.print(&(lines.join("\n") + "\n"))?;
    Ok(Status::Done)
}
