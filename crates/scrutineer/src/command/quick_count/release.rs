//! `quick-count release`: one key a run; two release.

use scrutineer_model::Message;
use scrutineer_rla::quick_count::release_text;
use scrutineer_tlog::SignedNote;

use super::files::{self, RELEASE};
use super::text;
use crate::args::Release;
use crate::command::audit::{document, internal};
use crate::failure::Failure;
use crate::keys;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(args: &Release, session: &mut Session<'_>) -> Result<Status, Failure> {
    let counted = files::counted(&args.which, session)?;
    let (planned, made) = (&counted.planned, &counted.estimate.document);
    if !made.gate.passed {
        return Err(Failure {
            status: Status::Required,
            text: text::gate(made, session),
        });
    }
    let own = keys::verifier(&args.key.with_extension("vkey"), session)?;
    if !files::release_keys(&planned.design, session)?.contains(&own) {
        let text = session.filled("cli-quick-count-stranger", &[("name", own.name())]);
        return Err(Failure::input(text));
    }
    let key = keys::open(&args.key, args.passphrase_file.as_deref(), session)?
        .signing_key(own.name().clone())
        .map_err(|error| keys::at(&args.key, session, error))?;
    if key.verifier() != &own {
        let text = session.filled("cli-quick-count-stranger", &[("name", own.name())]);
        return Err(Failure::input(text));
    }
    let path = planned.folder.join(RELEASE);
    // A note about an earlier estimate is replaced: who signed that did not see this.
    let mut note = match files::note(planned, made, session)? {
        Some(note) => note,
        None => SignedNote::new(release_text(made)).map_err(internal)?,
    };
    note.put(key.sign(note.text()))
        .map_err(|error| keys::at(&path, session, error))?;
    files::write(&path, note.to_string().as_bytes(), session)?;
    let counted = files::counted(&args.which, session)?;
    let made = &counted.estimate.document;
    if args.json {
        let text = document(made)?;
        session.print(&text)?;
        return Ok(Status::Done);
    }
    // Whoever signs sees what.
    session.print(note.text())?;
    for name in &made.release.signed_by {
        let line = session.filled("cli-notice-signer", &[("name", name)]);
        session.line(&format!("  {line}"))?;
    }
    let end = Message::new("cli-quick-count-release-state")
        .with("signed", made.release.signed_by.len() as u64)
        .with("needed", made.release.needed)
        .with(
            "state",
            if made.released {
                "released"
            } else {
                "internal"
            },
        );
    let line = session.sentence(&end);
    session.line(&line)?;
    Ok(Status::Done)
}
