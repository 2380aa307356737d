//! Following a log: the last checkpoint is remembered, and every later one must continue it.
//!
//! A checkpoint is accepted when its signatures hold, the quorum of the policy is met, and tiles lead from
//! the tree remembered to the new one. Only then it takes the place of the one remembered, durably, before
//! anything is reported. Two signed checkpoints that contradict each other are kept as files: they are proof
//! for everyone, and following the log alone finds them.

mod evidence;
mod relation;
mod state;

use scrutineer_tlog::checkpoint::CheckpointError;
use scrutineer_tlog::policy::AcceptError;
use scrutineer_tlog::{Checkpoint, Policy, SignedNote};

use crate::error::StoreError;
use crate::path::ObjectPath;
use crate::read::{LogReader, ReadError};
use crate::store::Objects;
use crate::witness::is_operators_own;

pub use evidence::Evidence;
pub use state::{Accepted, TrustedState};

pub(crate) use relation::{Relation, relate};
pub(crate) use state::below;

/// What following a log found.
#[derive(Debug)]
pub struct Followed {
    /// What the log shows now; `None` if it is no checkpoint that a known log signed.
    pub shown: Option<Accepted>,
    /// The witnesses of the policy that cosigned it, in the order of the policy.
    pub cosigners: Vec<Cosigner>,
    /// How it stands to what was remembered.
    pub outcome: Outcome,
}

/// A witness of the policy that cosigned a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigner {
    /// The name of its key.
    pub name: String,
    /// When, in POSIX seconds, by its own clock.
    pub time: u64,
    /// Whether its name says that whoever runs the log runs it too. It then is no independent witness.
    pub is_operators_own: bool,
}

/// How a checkpoint stands to the one remembered.
#[derive(Debug)]
#[non_exhaustive]
pub enum Outcome {
    /// Nothing was remembered; now this is.
    First,
    /// The same tree.
    Unchanged,
    /// The tree remembered is the beginning of this one, which is remembered now.
    Grew {
        /// The size that was remembered.
        from: u64,
    },
    /// It has fewer entries than the one remembered, which stays. An old copy looks like this, and so does a
    /// log that hides what it published.
    Older {
        /// The size that is remembered.
        held: u64,
        /// Whether its tree is known to be the beginning of the one remembered.
        is_beginning: bool,
        /// Both notes, as files of the state folder; none where it is the beginning.
        evidence: Vec<ObjectPath>,
    },
    /// The log signed two histories. What was remembered stays.
    Fork {
        /// The checkpoint that contradicts the one shown.
        held: Box<Checkpoint>,
        /// Both notes, and the proof where one is needed, as files of the state folder.
        evidence: Vec<ObjectPath>,
    },
    /// It is not accepted. What was remembered stays.
    NotAccepted(NotAccepted),
}

/// Why a checkpoint is not accepted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotAccepted {
    /// It is no checkpoint, no known log signed it, or a signature does not hold.
    #[error(transparent)]
    Signatures(#[from] CheckpointError),
    /// Too few of the witnesses that the policy asks for cosigned it.
    #[error(transparent)]
    Quorum(AcceptError),
    /// The tiles do not lead from the tree remembered to it.
    #[error(
        "the tiles lead neither from the {held} entries seen before nor from others to the signed root of \
         {size} entries"
    )]
    Broken {
        /// The size that is remembered.
        held: u64,
        /// The size shown.
        size: u64,
        /// Both notes, as files of the state folder.
        evidence: Vec<ObjectPath>,
    },
    /// The tiles that would show it cannot be read.
    #[error("that it continues the {held} entries seen before cannot be shown: {error}")]
    Unread {
        /// The size that is remembered.
        held: u64,
        /// Why.
        #[source]
        error: ReadError,
    },
}

/// Why a log could not be followed at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FollowError {
    /// The log shows no checkpoint, or cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The memory cannot be read or written.
    #[error(transparent)]
    State(#[from] StoreError),
}

impl Followed {
    /// Whether what the log shows continues what was seen.
    pub fn is_accepted(&self) -> bool {
        matches!(
            self.outcome,
            Outcome::First | Outcome::Unchanged | Outcome::Grew { .. }
        )
    }

    /// How many witnesses cosigned that are not the operator's own by their name.
    pub fn independent_witnesses(&self) -> usize {
        let independent = |cosigner: &&Cosigner| !cosigner.is_operators_own;
        self.cosigners.iter().filter(independent).count()
    }

    fn refused(why: CheckpointError) -> Self {
        Self {
            shown: None,
            cosigners: Vec::new(),
            outcome: Outcome::NotAccepted(why.into()),
        }
    }
}

/// Looks at a log, compares it with what is remembered of it, and remembers what continues that.
///
/// # Errors
///
/// [`FollowError`] if the log cannot be reached or the memory fails. Everything that the log itself can do
/// is an [`Outcome`].
pub fn follow<O: Objects>(
    reader: &LogReader<O>,
    policy: &Policy,
    state: &TrustedState,
) -> Result<Followed, FollowError> {
    let note = match SignedNote::parse(&reader.checkpoint_bytes()?) {
        Ok(note) => note,
        Err(error) => return Ok(Followed::refused(error.into())),
    };
    let evaluation = match policy.evaluate(&note) {
        Ok(evaluation) => evaluation,
        Err(error) => return Ok(Followed::refused(error)),
    };
    let origin = evaluation.checkpoint.origin();
    let cosigners = evaluation.cosigners.iter().map(|(witness, time)| Cosigner {
        name: witness.key.name().to_string(),
        time: *time,
        is_operators_own: is_operators_own(origin, witness.key.name().as_str()),
    });
    let cosigners = cosigners.collect();
    let shown = Accepted {
        checkpoint: evaluation.checkpoint,
        note: note.clone(),
    };
    let outcome = decide(reader, policy, state, &shown)?;
    Ok(Followed {
        shown: Some(shown),
        cosigners,
        outcome,
    })
}

/// `shown` carries the signature of its log.
fn decide<O: Objects>(
    reader: &LogReader<O>,
    policy: &Policy,
    state: &TrustedState,
    shown: &Accepted,
) -> Result<Outcome, FollowError> {
    let (origin, size) = (shown.checkpoint.origin(), shown.checkpoint.size());
    let held = state.accepted(origin)?;
    // A note of this size that was accepted before: another root is a fork, whatever the tiles say now.
    let same_size = state.seen(origin, size)?;
    if let Some(before) = &same_size
        && before.checkpoint.root() != shown.checkpoint.root()
    {
        return fork(state, before, shown, None);
    }
    let growth = match &held {
        None => Outcome::First,
        Some(held) if held.checkpoint.size() > size => {
            return older(reader, state, held, shown, same_size.is_some());
        }
        Some(held) => {
            let from = held.checkpoint.size();
            match relate(reader, &held.checkpoint, &shown.checkpoint) {
                Relation::Beginning if from == size => Outcome::Unchanged,
                Relation::Beginning => Outcome::Grew { from },
                relation @ Relation::Fork { .. } => {
                    return fork(state, held, shown, Some(&relation));
                }
                Relation::Broken => {
                    let evidence = state.keep(&pair(held, shown))?;
                    return Ok(Outcome::NotAccepted(NotAccepted::Broken {
                        held: from,
                        size,
                        evidence,
                    }));
                }
                Relation::Unread(error) => {
                    return Ok(Outcome::NotAccepted(NotAccepted::Unread {
                        held: from,
                        error,
                    }));
                }
            }
        }
    };
    if let Err(error) = policy.accept(&shown.note) {
        return Ok(Outcome::NotAccepted(NotAccepted::Quorum(error)));
    }
    state.accept(held.as_ref(), &joined(held.as_ref(), shown))?;
    Ok(growth)
}

fn older<O: Objects>(
    reader: &LogReader<O>,
    state: &TrustedState,
    held: &Accepted,
    shown: &Accepted,
    was_seen: bool,
) -> Result<Outcome, FollowError> {
    let held_size = held.checkpoint.size();
    let older = |is_beginning, evidence| Outcome::Older {
        held: held_size,
        is_beginning,
        evidence,
    };
    if was_seen {
        return Ok(older(true, Vec::new()));
    }
    // A place that shows an older checkpoint may still have the newer tiles.
    match relate(reader, &shown.checkpoint, &held.checkpoint) {
        Relation::Beginning => Ok(older(true, Vec::new())),
        relation @ Relation::Fork { .. } => fork(state, held, shown, Some(&relation)),
        Relation::Broken | Relation::Unread(_) => Ok(older(false, state.keep(&pair(held, shown))?)),
    }
}

fn fork(
    state: &TrustedState,
    held: &Accepted,
    shown: &Accepted,
    relation: Option<&Relation>,
) -> Result<Outcome, FollowError> {
    let mut evidence = pair(held, shown);
    if let Some(relation) = relation {
        evidence = evidence.with_relation(relation);
    }
    Ok(Outcome::Fork {
        held: Box::new(held.checkpoint.clone()),
        evidence: state.keep(&evidence)?,
    })
}

fn pair(one: &Accepted, other: &Accepted) -> Evidence {
    let parts = |it: &Accepted| (it.checkpoint.clone(), it.note.clone());
    Evidence::new(parts(one), parts(other))
}

/// What is shown, with the cosignatures of the same text that were known already and are no longer shown.
fn joined(held: Option<&Accepted>, shown: &Accepted) -> Accepted {
    let Some(held) = held.filter(|held| held.note.text() == shown.note.text()) else {
        return shown.clone();
    };
    let mut note = held.note.clone();
    for signature in shown.note.signatures() {
        if note.put(signature.clone()).is_err() {
            return shown.clone();
        }
    }
    Accepted {
        checkpoint: shown.checkpoint.clone(),
        note,
    }
}
