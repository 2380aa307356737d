//! What must hold before a log is written to: folders that lie apart, and a log that was not set back.

use std::path::Path;

use scrutineer_logstore::{LogReader, is_nested};
use scrutineer_model::Message;
use scrutineer_tlog::{Checkpoint, SignedNote, VerifierKey};

use crate::args::Publish;
use crate::command::{notice, store};
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
    // Whose a bucket is, its credentials say.
    if store::is_bucket(out) {
        return Ok(());
    }
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
    let public = store::checkpoint(&args.out, session)?;
    if !path.exists() && public.is_none() {
        return Ok(());
    }
    let opened = |note: &SignedNote, place: &Path| -> Result<Checkpoint, Failure> {
        Checkpoint::verify(note, std::slice::from_ref(key))
            .map_err(|error| at(place, session, error))
    };
    let seen = opened(&notice::read(path, session)?, path)?;
    let set_back = |size: u64| {
        let message = Message::new("cli-publish-set-back")
            .with("seen", seen.size())
            .with("size", size);
        at(path, session, session.sentence(&message))
    };
    let Some(public) = public else {
        return Err(set_back(0));
    };
    let public = opened(&public, &args.out.join("checkpoint"))?;
    if seen.size() > public.size() {
        return Err(set_back(public.size()));
    }
    let objects = store::reading(&args.out, session)?;
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
    let Some(public) = store::checkpoint(&args.out, session)? else {
        return Ok(());
    };
    output::write(path, public.to_string().as_bytes())
        .map_err(|error| session.unwritten(path, &error))
}
