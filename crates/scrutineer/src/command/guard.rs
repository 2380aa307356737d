//! What must hold before a log is written to: folders that lie apart, and a log that was not set back.

use std::path::Path;

use scrutineer_logstore::{DiskObjects, LogReader, is_nested};
use scrutineer_model::Message;
use scrutineer_tlog::{Checkpoint, VerifierKey};

use crate::args::Publish;
use crate::command::notice;
use crate::failure::Failure;
use crate::keys::at;
use crate::output::{self, Claim};
use crate::session::Session;

/// The bundle is public: nothing private may lie inside it, nor it inside what is private.
pub(crate) fn apart(args: &Publish, session: &Session<'_>) -> Result<(), Failure> {
    let key = args.signer.key.as_deref();
    let others = [Some(args.dir.as_path()), Some(args.state.as_path()), key];
    let mut problems = Vec::new();
    for other in others.into_iter().flatten() {
        let is_nested =
            is_nested(&args.out, other).map_err(|error| session.unread(other, &error))?;
        if is_nested {
            problems.push(session.filled(
                "cli-publish-overlap",
                &[("out", &args.out.display()), ("other", &other.display())],
            ));
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Failure::inputs(problems))
    }
}

/// A folder that holds something, and no log, is somebody else's.
pub(crate) fn free(out: &Path, session: &Session<'_>) -> Result<(), Failure> {
    match output::claim(out, None) {
        Ok(Claim::Ours) => Ok(()),
        Ok(Claim::Foreign) => Err(Failure::input(
            session.filled("cli-error-foreign-folder", &[("file", &out.display())]),
        )),
        Err(error) => Err(session.unread(out, &error)),
    }
}

/// The log must contain the checkpoint that was seen last: otherwise bundle and state were both set
/// back, and going on would sign a second history.
pub(crate) fn seen(
    args: &Publish,
    key: &VerifierKey,
    session: &Session<'_>,
) -> Result<(), Failure> {
    let Some(path) = &args.seen else {
        return Ok(());
    };
    let held = args.out.join("checkpoint");
    if !path.exists() && !held.exists() {
        return Ok(());
    }
    let checkpoint = |path: &Path| -> Result<Checkpoint, Failure> {
        let note = notice::read(path, session)?;
        Checkpoint::verify(&note, std::slice::from_ref(key))
            .map_err(|error| at(path, session, error))
    };
    let seen = checkpoint(path)?;
    let set_back = |size: u64| {
        let message = Message::new("cli-publish-set-back")
            .with("seen", seen.size())
            .with("size", size);
        at(path, session, session.sentence(&message))
    };
    if !held.exists() {
        return Err(set_back(0));
    }
    let public = checkpoint(&held)?;
    if seen.size() > public.size() {
        return Err(set_back(public.size()));
    }
    let objects =
        DiskObjects::open_existing(&args.out).map_err(|error| at(&args.out, session, error))?;
    let root = LogReader::new(objects).root(seen.size());
    if root.map_err(|error| at(&args.out, session, error))? == *seen.root() {
        Ok(())
    } else {
        let other = session.plain("cli-publish-other-history");
        Err(at(path, session, other))
    }
}

/// Remembers the checkpoint that is public now.
pub(crate) fn remember(args: &Publish, session: &Session<'_>) -> Result<(), Failure> {
    let Some(path) = &args.seen else {
        return Ok(());
    };
    let held = args.out.join("checkpoint");
    let bytes = crate::folder::read(&held).map_err(|error| session.unread(&held, &error))?;
    output::write(path, &bytes).map_err(|error| session.unwritten(path, &error))
}
