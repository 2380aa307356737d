//! `incidents naming`: which rows of `namings` passed the gate, and what the others lack. No name, no
//! person and no reviewer is in what it prints.

use scrutineer_incidents::publish::{Lack, NamingDecision, NamingState, namings};
use serde::Serialize;

use super::files;
use crate::args::Namings;
use crate::command::audit::document;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    decisions: Vec<NamingDecision>,
}

pub(super) fn run(args: &Namings, session: &mut Session<'_>) -> Result<Status, Failure> {
    let (book, _) = files::book(&args.dir, args.forms.as_deref(), session)?;
    let decisions = namings(&book);
    if args.json {
        let made = Document {
            schema: "scrutineer/incidents-naming/1",
            decisions,
        };
        session.print(&document(&made)?)?;
        return Ok(Status::Done);
    }
    if decisions.is_empty() {
        session.line(&session.plain("cli-incidents-naming-none"))?;
    }
    for held in &decisions {
        let line = line(held, session);
        session.line(&line)?;
    }
    Ok(Status::Done)
}

fn line(held: &NamingDecision, session: &Session<'_>) -> String {
    if held.state == NamingState::Replaced {
        return session.filled("cli-incidents-naming-replaced", &[("id", &held.naming)]);
    }
    if let (Some(since), Some(basis)) = (held.since, held.basis) {
        let basis = session.plain(&format!("cli-incidents-naming-on-{basis}"));
        return session.filled(
            "cli-incidents-naming-open",
            &[("id", &held.naming), ("since", &since), ("what", &basis)],
        );
    }
    let what = session.plain(held.lacks.map_or("cli-incidents-naming-lacks-basis", lacks));
    session.filled(
        "cli-incidents-naming-closed",
        &[("id", &held.naming), ("what", &what)],
    )
}

fn lacks(lack: Lack) -> &'static str {
    match lack {
        Lack::Adult => "cli-incidents-naming-lacks-adult",
        Lack::Basis => "cli-incidents-naming-lacks-basis",
        Lack::LegalNote => "cli-incidents-naming-lacks-legal-note",
        Lack::OwnBasis => "cli-incidents-naming-lacks-own-basis",
        Lack::PrimarySource => "cli-incidents-naming-lacks-primary-source",
        Lack::Reviewer => "cli-incidents-naming-lacks-reviewer",
        Lack::SecondReviewer => "cli-incidents-naming-lacks-second-reviewer",
        Lack::OtherReviewer => "cli-incidents-naming-lacks-other-reviewer",
        Lack::Day => "cli-incidents-naming-lacks-day",
    }
}
