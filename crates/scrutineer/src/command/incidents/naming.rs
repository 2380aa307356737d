//! `incidents naming`: which rows of `namings` passed the gate, and what the others lack. No name, no
//! person and no reviewer is in what it prints; with `--released`, nothing that a batch does not tell.

use scrutineer_incidents::publish::{Lack, NamingDecision, NamingState, namings, released_names};
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
    let decisions = if args.released {
        released_names(&book)
    } else {
        namings(&book)
    };
    if args.json {
        let made = Document {
            schema: "scrutineer/incidents-naming/1",
            decisions,
        };
        session.print(&document(&made)?)?;
        return Ok(Status::Done);
    }
    if decisions.is_empty() {
        let id = if args.released {
            "cli-incidents-naming-none-left"
        } else {
            "cli-incidents-naming-none"
        };
        session.line(&session.plain(id))?;
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
    let basis = held
        .basis
        .map(|word| session.plain(&format!("cli-incidents-naming-on-{word}")));
    if let (Some(batch), Some(basis)) = (held.batch, &basis) {
        return session.filled(
            "cli-incidents-naming-left",
            &[("id", &held.naming), ("batch", &batch), ("what", basis)],
        );
    }
    if let (Some(since), Some(basis)) = (held.since, basis) {
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
