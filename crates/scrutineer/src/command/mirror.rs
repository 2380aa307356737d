//! `mirror`: a copy of a log and of all that belongs to it, checked before it is shown.

use std::path::Path;

use scrutineer_logstore::{Mirror as Copy, MirrorLimits, Mirrored, ObjectPath, is_nested};
use scrutineer_model::Message;
use serde_json::{Value, json};

use crate::args::{Mirror, Watched};
use crate::command::audit::document;
use crate::command::follow::Seen;
use crate::command::verify::policy;
use crate::command::{place, store};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(crate) fn run(args: &Mirror, session: &mut Session<'_>) -> Result<Status, Failure> {
    let Watched {
        place,
        policy: keys,
        state: folder,
    } = &args.watched;
    let trusted = policy(keys, session)?;
    place::outside(folder, place, session)?;
    apart(args, session)?;
    let said = |error: &dyn std::fmt::Display| Failure::input(session.said(error));
    let from = place::open(place, session)?;
    session.stage("cli-progress-mirroring", &[("place", place)]);
    let copy = match store::bucket(&args.out) {
        Some(bucket) => Copy::into_place(store::writing(bucket, session)?, folder),
        None => Copy::open(Path::new(&args.out), folder),
    };
    let copy = copy.map_err(|error| said(&error))?;
    let mut limits = MirrorLimits {
        threads: 2,
        ..MirrorLimits::default()
    };
    if let Some(bytes) = args.max_bytes {
        limits.bytes = bytes;
    }
    let done = copy
        .update(&from, &trusted, limits)
        .map_err(|error| said(&error))?;
    let seen = Seen {
        found: &done.followed,
        operators: &args.operator,
        folder,
    };
    if args.json {
        session.print(&document(&value(&seen, &done))?)?;
    } else {
        seen.tell(session)?;
        tell(args, &done, session)?;
    }
    Ok(match seen.status() {
        Status::Done if !done.is_complete() => Status::Required,
        status => status,
    })
}

/// The copy is another folder than the original.
fn apart(args: &Mirror, session: &Session<'_>) -> Result<(), Failure> {
    let place = &args.watched.place;
    if place::is_address(place) || place::is_address(&args.out) {
        return if *place == args.out {
            Err(same(args, session))
        } else {
            Ok(())
        };
    }
    let out = Path::new(&args.out);
    match is_nested(Path::new(place), out) {
        Ok(false) => Ok(()),
        Ok(true) => Err(same(args, session)),
        Err(error) => Err(session.unwritten(out, &error)),
    }
}

fn same(args: &Mirror, session: &Session<'_>) -> Failure {
    let place = &args.watched.place;
    Failure::usage(session.filled("cli-mirror-same", &[("out", &args.out), ("place", place)]))
}

fn value(seen: &Seen<'_>, done: &Mirrored) -> Value {
    let published = done.published.as_ref().map(|published| {
        let withheld: Vec<&str> = published.withheld.iter().map(ObjectPath::as_str).collect();
        json!({
            "size": published.size,
            "objects": published.objects,
            "bytes": published.bytes,
            "withheld": withheld,
            "superseded": published.superseded,
        })
    });
    let problems: Vec<Value> = done
        .problems
        .iter()
        .map(|problem| json!({"file": problem.path.as_str(), "why": problem.reason}))
        .collect();
    json!({
        "schema": "scrutineer/mirror/1",
        "complete": done.is_complete(),
        "followed": seen.value(),
        "published": published,
        "problems": problems,
    })
}

fn tell(args: &Mirror, done: &Mirrored, session: &mut Session<'_>) -> Result<(), Failure> {
    for problem in &done.problems {
        let why = session.said(&problem.reason);
        let line = session.filled("cli-error-at", &[("place", &problem.path), ("what", &why)]);
        session.line(&line)?;
    }
    let Some(published) = &done.published else {
        let line = session.filled("cli-mirror-nothing", &[("out", &args.out)]);
        return session.line(&line);
    };
    for path in &published.withheld {
        let line = session.filled("cli-mirror-withheld", &[("file", path)]);
        session.line(&line)?;
    }
    let message = Message::new("cli-mirror-done")
        .with("out", args.out.as_str())
        .with("size", published.size)
        .with("objects", published.objects)
        .with("bytes", published.bytes)
        .with("superseded", published.superseded);
    let line = session.sentence(&message);
    session.line(&line)
}
