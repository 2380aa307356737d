//! `follow`: how a log stands to what was seen of it.

use std::path::Path;

use scrutineer_logstore::{
    Accepted, Followed, LogReader, NotAccepted, ObjectPath, Outcome, TrustedState, follow,
};
use scrutineer_model::Message;
use scrutineer_tlog::Checkpoint;
use serde_json::{Value, json};

use crate::args::{Follow, Watched};
use crate::command::audit::document;
use crate::command::place;
use crate::command::verify::policy;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(crate) fn run(args: &Follow, session: &mut Session<'_>) -> Result<Status, Failure> {
    let Watched {
        place,
        policy: keys,
        state: folder,
    } = &args.watched;
    let trusted = policy(keys, session)?;
    place::outside(folder, place, session)?;
    let said = |error: &dyn std::fmt::Display| Failure::input(session.said(error));
    let reader = LogReader::new(place::open(place, session)?);
    session.stage("cli-progress-following", &[("place", place)]);
    let state = TrustedState::open(folder).map_err(|error| said(&error))?;
    let found = follow(&reader, &trusted, &state).map_err(|error| said(&error))?;
    let seen = Seen {
        found: &found,
        operators: &args.operator,
        folder,
    };
    if args.json {
        let mut value = seen.value();
        if let Value::Object(value) = &mut value {
            value.insert("schema".to_owned(), json!("scrutineer/follow/1"));
        }
        session.print(&document(&value)?)?;
    } else {
        seen.tell(session)?;
    }
    Ok(seen.status())
}

/// What following found, for people and for programs.
pub(crate) struct Seen<'a> {
    pub(crate) found: &'a Followed,
    /// Names of witnesses that are known to be the operator's.
    pub(crate) operators: &'a [String],
    /// The folder in which the evidence is.
    pub(crate) folder: &'a Path,
}

impl Seen<'_> {
    /// A log that does not continue what was seen is a negative result; one whose tiles cannot be read is
    /// an input that is missing.
    pub(crate) fn status(&self) -> Status {
        match &self.found.outcome {
            _ if self.found.is_accepted() => Status::Done,
            Outcome::NotAccepted(NotAccepted::Unread { .. }) => Status::Input,
            _ => Status::Required,
        }
    }

    fn is_own(&self, name: &str, by_its_name: bool) -> bool {
        by_its_name || self.operators.iter().any(|own| own == name)
    }

    fn independent(&self) -> u64 {
        let cosigners = self.found.cosigners.iter();
        let independent = cosigners.filter(|held| !self.is_own(&held.name, held.is_operators_own));
        independent.count() as u64
    }

    fn evidence(&self) -> Vec<String> {
        let kept: &[ObjectPath] = match &self.found.outcome {
            Outcome::Older { evidence, .. }
            | Outcome::Fork { evidence, .. }
            | Outcome::NotAccepted(NotAccepted::Broken { evidence, .. }) => evidence,
            _ => &[],
        };
        files(self.folder, kept)
    }

    pub(crate) fn value(&self) -> Value {
        let outcome = &self.found.outcome;
        let held = match outcome {
            Outcome::Grew { from } => json!({"size": from}),
            Outcome::Older { held, .. }
            | Outcome::NotAccepted(
                NotAccepted::Broken { held, .. } | NotAccepted::Unread { held, .. },
            ) => json!({"size": held}),
            Outcome::Fork { held, .. } => tree(held),
            _ => Value::Null,
        };
        let reason = match outcome {
            Outcome::NotAccepted(why) => json!(why.to_string()),
            _ => Value::Null,
        };
        let cosigners: Vec<Value> = self
            .found
            .cosigners
            .iter()
            .map(|held| {
                json!({
                    "name": held.name,
                    "time": held.time,
                    "operator": self.is_own(&held.name, held.is_operators_own),
                })
            })
            .collect();
        json!({
            "outcome": word(outcome),
            "accepted": self.found.is_accepted(),
            "shown": self.found.shown.as_ref().map(|shown| tree(&shown.checkpoint)),
            "held": held,
            "reason": reason,
            "cosigners": cosigners,
            "independent_witnesses": self.independent(),
            "evidence": self.evidence(),
        })
    }

    pub(crate) fn tell(&self, session: &mut Session<'_>) -> Result<(), Failure> {
        if let Some(Accepted { checkpoint, .. }) = &self.found.shown {
            let line = session.sentence(&heading(checkpoint));
            session.line(&line)?;
            for held in &self.found.cosigners {
                let id = if self.is_own(&held.name, held.is_operators_own) {
                    "cli-verify-own-witness"
                } else {
                    "cli-verify-witness"
                };
                let line = session.filled(id, &[("name", &held.name)]);
                session.line(&format!("  {line}"))?;
            }
            let count = Message::new("cli-verify-witnesses").with("count", self.independent());
            let line = session.sentence(&count);
            session.line(&line)?;
        }
        let line = self.sentence(session);
        session.line(&line)?;
        let evidence = self.evidence();
        for file in &evidence {
            let line = session.filled("cli-watch-evidence", &[("file", file)]);
            session.line(&format!("  {line}"))?;
        }
        if !evidence.is_empty() {
            let line = session.plain("cli-watch-pass-on");
            session.line(&line)?;
        }
        Ok(())
    }

    fn sentence(&self, session: &Session<'_>) -> String {
        let sized =
            |id: &str, name: &str, size: u64| session.sentence(&Message::new(id).with(name, size));
        match &self.found.outcome {
            Outcome::First => session.plain("cli-follow-first"),
            Outcome::Unchanged => session.plain("cli-follow-unchanged"),
            Outcome::Grew { from } => sized("cli-follow-grew", "from", *from),
            Outcome::Older {
                held,
                is_beginning: true,
                ..
            } => sized("cli-follow-older", "held", *held),
            Outcome::Older { held, .. } => sized("cli-follow-older-unknown", "held", *held),
            Outcome::Fork { held, .. } => {
                let message = Message::new("cli-follow-fork")
                    .with("held", held.size())
                    .with("root", held.root().to_base64());
                session.sentence(&message)
            }
            Outcome::NotAccepted(NotAccepted::Broken { held, .. }) => {
                sized("cli-follow-broken", "held", *held)
            }
            Outcome::NotAccepted(NotAccepted::Unread { held, error }) => {
                let why = session.said(error);
                let message = Message::new("cli-follow-unread")
                    .with("held", *held)
                    .with("why", why.as_str());
                session.sentence(&message)
            }
            Outcome::NotAccepted(why) => {
                let why = session.said(why);
                session.filled("cli-follow-not-accepted", &[("why", &why)])
            }
            // The library may learn to tell more apart.
            _ => String::new(),
        }
    }
}

/// The stable word of an outcome.
fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::First => "first",
        Outcome::Unchanged => "unchanged",
        Outcome::Grew { .. } => "grew",
        Outcome::Older { .. } => "older",
        Outcome::Fork { .. } => "fork",
        Outcome::NotAccepted(NotAccepted::Unread { .. }) => "unread",
        _ => "not-accepted",
    }
}

/// The line about a checkpoint.
pub(crate) fn heading(checkpoint: &Checkpoint) -> Message {
    Message::new("cli-verify-checkpoint")
        .with("origin", checkpoint.origin())
        .with("size", checkpoint.size())
        .with("root", checkpoint.root().to_base64())
}

/// A checkpoint for programs.
pub(crate) fn tree(checkpoint: &Checkpoint) -> Value {
    json!({
        "origin": checkpoint.origin(),
        "size": checkpoint.size(),
        "root": checkpoint.root().to_base64(),
    })
}

/// Where objects of a private folder are on this machine.
pub(crate) fn files(folder: &Path, kept: &[ObjectPath]) -> Vec<String> {
    let file = |path: &ObjectPath| folder.join(path.as_str()).display().to_string();
    kept.iter().map(file).collect()
}
