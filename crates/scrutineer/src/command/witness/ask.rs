//! `witness ask`: cosignatures for the public checkpoint of a bundle, over the network or carried in files.

use std::fmt::Display;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use scrutineer_fetch::Network;
use scrutineer_logstore::{
    AskError, LogReader, PublicObjects, ask as request, is_operators_own, merge_cosignatures,
};
use scrutineer_model::Message;
use scrutineer_tlog::policy::Witness;
use scrutineer_tlog::{Checkpoint, Policy, Signature, SignedNote, VerifierKey};
use serde_json::{Value, json};

use crate::args::Ask;
use crate::command::audit::document;
use crate::command::follow::{heading, tree};
use crate::command::verify::policy;
use crate::command::{notice, place, store};
use crate::failure::Failure;
use crate::keys::at;
use crate::session::Session;
use crate::status::Status;

/// Whose cosignatures are wanted, and for what.
pub(crate) struct Asking<'a> {
    pub(crate) bundle: &'a Path,
    /// The private folder of the log: whoever publishes meanwhile holds its lock.
    pub(crate) state: &'a Path,
    pub(crate) policy: &'a Policy,
    /// Names of witnesses; all of the policy where there is none.
    pub(crate) only: &'a [String],
    /// Signed checkpoints that somebody brought. With any, nobody is asked.
    pub(crate) cosigned: &'a [PathBuf],
    /// Seconds after which nobody is waited for.
    pub(crate) deadline: u32,
    pub(crate) operators: &'a [String],
}

/// Who cosigned, and who did not.
pub(crate) struct Answers {
    checkpoint: Checkpoint,
    witnesses: Vec<Answered>,
    is_quorum_met: bool,
}

struct Answered {
    name: String,
    is_own: bool,
    answer: Answer,
}

enum Answer {
    Cosigned {
        time: u64,
    },
    /// The witness cosigned something that this log does not continue.
    Contradicts(String),
    Failed(String),
    Late,
    NoAddress,
}

type Reply = (usize, Result<Vec<Signature>, AskError>);

pub(super) fn run(args: &Ask, session: &mut Session<'_>) -> Result<Status, Failure> {
    let trusted = policy(&args.policy, session)?;
    let asking = Asking {
        bundle: &args.bundle,
        state: &args.state,
        policy: &trusted,
        only: &args.witness,
        cosigned: &args.cosigned,
        deadline: args.deadline,
        operators: &args.operator,
    };
    let answers = ask(&asking, session)?;
    if args.json {
        session.print(&document(&value(&answers))?)?;
    } else {
        tell(&asking, &answers, session)?;
    }
    Ok(answers.status())
}

/// Asks, and adds to the public checkpoint what comes, as it comes.
pub(crate) fn ask(asking: &Asking<'_>, session: &Session<'_>) -> Result<Answers, Failure> {
    let file = asking.bundle.join("checkpoint");
    let read = || match store::checkpoint(asking.bundle, session)? {
        Some(note) => Ok(note),
        None => Err(session.unread(&file, &io::Error::from(io::ErrorKind::NotFound))),
    };
    let note = read()?;
    let fail = |error: &dyn Display| at(&file, session, error);
    asking
        .policy
        .evaluate(&note)
        .map_err(|error| fail(&error))?;
    let wanted = wanted(asking, session)?;
    let mut answers: Vec<Option<Answer>> = wanted
        .iter()
        .map(|witness| witness.url.is_none().then_some(Answer::NoAddress))
        .collect();
    for path in asking.cosigned {
        let brought = notice::read(path, session)?;
        merge(asking, &brought, session).map_err(|why| at(path, session, why))?;
    }
    if asking.cosigned.is_empty() && wanted.iter().any(|witness| witness.url.is_some()) {
        let network = place::connections("witness ask", session)?;
        session.stage("cli-progress-asking", &[]);
        let mut replies = Replies::begin(asking, &wanted, &note, &network, session)?;
        while let Some((number, reply)) = replies.next() {
            let answer = answer(asking, &note, reply, session);
            if let Some(held) = answers.get_mut(number) {
                *held = answer;
            }
        }
    }
    let note = read()?;
    let found = asking
        .policy
        .evaluate(&note)
        .map_err(|error| fail(&error))?;
    let origin = found.checkpoint.origin();
    let mut witnesses = Vec::new();
    for (witness, answer) in wanted.iter().zip(answers) {
        let name = witness.key.name().to_string();
        let cosigned = found
            .cosigners
            .iter()
            .find(|(held, _)| held.key == witness.key);
        let answer = match (answer, cosigned) {
            (None | Some(Answer::NoAddress), Some((_, time))) => Answer::Cosigned { time: *time },
            (Some(answer), _) => answer,
            // What somebody brought is not by this witness, and nobody was asked.
            (None, None) if !asking.cosigned.is_empty() => continue,
            (None, None) => Answer::Late,
        };
        witnesses.push(Answered {
            is_own: is_operators_own(origin, &name) || asking.operators.contains(&name),
            name,
            answer,
        });
    }
    Ok(Answers {
        is_quorum_met: found.is_quorum_met,
        checkpoint: found.checkpoint,
        witnesses,
    })
}

/// The witnesses to ask; one that the policy does not name is an error.
fn wanted(asking: &Asking<'_>, session: &Session<'_>) -> Result<Vec<Witness>, Failure> {
    let is = |witness: &Witness, name: &String| {
        witness.name == *name || witness.key.name().as_str() == name
    };
    let known = asking.policy.witnesses();
    let strangers = asking
        .only
        .iter()
        .filter(|name| !known.iter().any(|witness| is(witness, name)));
    let strangers: Vec<String> = strangers
        .map(|name| session.filled("cli-ask-stranger", &[("name", name)]))
        .collect();
    if !strangers.is_empty() {
        return Err(Failure::usage(strangers.join("\n")));
    }
    let wanted = known
        .iter()
        .filter(|witness| {
            asking.only.is_empty() || asking.only.iter().any(|name| is(witness, name))
        })
        .cloned();
    Ok(wanted.collect())
}

/// Witnesses that were asked, all at once. One that never answers is left behind when the deadline passes.
struct Replies {
    from: Receiver<Reply>,
    until: Option<Instant>,
}

impl Replies {
    fn begin(
        asking: &Asking<'_>,
        witnesses: &[Witness],
        note: &SignedNote,
        network: &Network,
        session: &Session<'_>,
    ) -> Result<Self, Failure> {
        let (to, from) = mpsc::channel();
        for (number, witness) in witnesses.iter().enumerate() {
            let Some(url) = witness.url.clone() else {
                continue;
            };
            let (to, note, network) = (to.clone(), note.clone(), network.clone());
            let objects = store::reading(asking.bundle, session)?;
            let key = witness.key.clone();
            thread::spawn(move || {
                let reply = one(objects, &url, &note, &key, &network);
                // Nobody waits any more once the deadline has passed.
                let _ = to.send((number, reply));
            });
        }
        let patience = Duration::from_secs(u64::from(asking.deadline));
        Ok(Self {
            from,
            until: Instant::now().checked_add(patience),
        })
    }

    fn next(&mut self) -> Option<Reply> {
        let left = self.until?.saturating_duration_since(Instant::now());
        // Whether the time is over or everybody has answered, there is nobody left to wait for.
        self.from.recv_timeout(left).ok()
    }
}

fn one(
    objects: PublicObjects,
    url: &str,
    note: &SignedNote,
    key: &VerifierKey,
    network: &Network,
) -> Result<Vec<Signature>, AskError> {
    let client = network.client().map_err(|error| AskError::Client {
        url: url.to_owned(),
        error,
    })?;
    request(&client, url, &LogReader::new(objects), note, key)
}

/// Publishes what a witness gave. `None` if it cosigned, which the public checkpoint then shows.
fn answer(
    asking: &Asking<'_>,
    note: &SignedNote,
    reply: Result<Vec<Signature>, AskError>,
    session: &Session<'_>,
) -> Option<Answer> {
    let signatures = match reply {
        Ok(signatures) => signatures,
        Err(error @ (AskError::Ahead { .. } | AskError::Refused { status: 422, .. })) => {
            return Some(Answer::Contradicts(session.said(error)));
        }
        Err(error) => return Some(Answer::Failed(session.said(error))),
    };
    let mut cosigned = note.clone();
    for signature in signatures {
        if let Err(error) = cosigned.put(signature) {
            return Some(Answer::Failed(session.said(error)));
        }
    }
    merge(asking, &cosigned, session).err().map(Answer::Failed)
}

/// Adds the signatures of the policy's keys to the public checkpoint, under the lock of the log.
fn merge(asking: &Asking<'_>, from: &SignedNote, session: &Session<'_>) -> Result<(), String> {
    let logs = asking.policy.logs().iter().map(|log| &log.key);
    let witnesses = asking.policy.witnesses().iter().map(|held| &held.key);
    let keys: Vec<VerifierKey> = logs.chain(witnesses).cloned().collect();
    let (objects, _lock) =
        store::open(asking.bundle, asking.state, session).map_err(|failure| failure.text)?;
    merge_cosignatures(&objects, from, &keys)
        .map(|_| ())
        .map_err(|error| session.said(error))
}

impl Answers {
    /// Negative if somebody contradicts, or the quorum is not met; without input if nobody could be asked.
    pub(crate) fn status(&self) -> Status {
        let has = |is: fn(&Answer) -> bool| self.witnesses.iter().any(|held| is(&held.answer));
        let is_contradicted = has(|answer| matches!(answer, Answer::Contradicts(_)));
        let has_any = has(|answer| matches!(answer, Answer::Cosigned { .. }));
        if is_contradicted || !self.is_quorum_met {
            Status::Required
        } else if has_any {
            Status::Done
        } else {
            Status::Input
        }
    }

    /// What witnesses cosigned that this log does not continue.
    pub(crate) fn contradictions(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.witnesses.iter();
        all.filter_map(|held| match &held.answer {
            Answer::Contradicts(why) => Some((held.name.as_str(), why.as_str())),
            _ => None,
        })
    }

    fn independent(&self) -> u64 {
        let counts =
            |held: &&Answered| !held.is_own && matches!(held.answer, Answer::Cosigned { .. });
        self.witnesses.iter().filter(counts).count() as u64
    }
}

/// The answers for programs.
pub(crate) fn value(answers: &Answers) -> Value {
    let witnesses: Vec<Value> = answers
        .witnesses
        .iter()
        .map(|held| {
            let (word, why, time) = match &held.answer {
                Answer::Cosigned { time } => ("cosigned", None, Some(time)),
                Answer::Contradicts(why) => ("contradicts", Some(why), None),
                Answer::Failed(why) => ("failed", Some(why), None),
                Answer::Late => ("late", None, None),
                Answer::NoAddress => ("no-address", None, None),
            };
            json!({
                "name": held.name,
                "operator": held.is_own,
                "answer": word,
                "why": why,
                "time": time,
            })
        })
        .collect();
    json!({
        "schema": "scrutineer/ask/1",
        "checkpoint": tree(&answers.checkpoint),
        "witnesses": witnesses,
        "independent_witnesses": answers.independent(),
        "quorum_met": answers.is_quorum_met,
    })
}

/// The answers for people.
pub(crate) fn tell(
    asking: &Asking<'_>,
    answers: &Answers,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let line = session.sentence(&heading(&answers.checkpoint));
    session.line(&line)?;
    for held in &answers.witnesses {
        let name = ("name", &held.name as &dyn Display);
        let line = match &held.answer {
            Answer::Cosigned { .. } if held.is_own => {
                session.filled("cli-verify-own-witness", &[name])
            }
            Answer::Cosigned { .. } => session.filled("cli-verify-witness", &[name]),
            Answer::Contradicts(why) => {
                session.filled("cli-ask-contradicts", &[name, ("why", why)])
            }
            Answer::Failed(why) => session.filled("cli-ask-failed", &[name, ("why", why)]),
            Answer::Late => session.filled("cli-ask-late", &[name, ("seconds", &asking.deadline)]),
            Answer::NoAddress => session.filled("cli-ask-no-address", &[name]),
        };
        session.line(&format!("  {line}"))?;
    }
    let message = Message::new("cli-verify-witnesses").with("count", answers.independent());
    let line = session.sentence(&message);
    session.line(&line)?;
    let id = if answers.is_quorum_met {
        "cli-ask-quorum"
    } else {
        "cli-ask-no-quorum"
    };
    let line = session.plain(id);
    session.line(&line)
}
