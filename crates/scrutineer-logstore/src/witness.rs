//! A witness: cosigns the checkpoints of logs that never take back what they published (C2SP tlog-witness).
//!
//! [`Witness`] answers requests without knowing how they came: over HTTP (feature `network`, see
//! [`WitnessServer`](crate::WitnessServer)), or in files that somebody carries. [`ask`](crate::ask()) is the
//! other side.
//!
//! For each origin a decision and its storage are one step, and nothing leaves before it is stored: a witness
//! that is killed at any moment never cosigns two trees of one size.

mod ask;
mod publish;
#[cfg(feature = "network")]
pub(crate) mod serve;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use scrutineer_tlog::cosignature::TimeTooLarge;
use scrutineer_tlog::note::NoteError;
use scrutineer_tlog::policy::Policy;
use scrutineer_tlog::witness::{
    AddCheckpoint, Head, Refusal, RequestError, SIZE_CONTENT_TYPE, decide, monitor_path,
};
use scrutineer_tlog::{Checkpoint, CosigningKey, Hash, Signature, SignedNote, VerifierKey};

use crate::error::StoreError;
use crate::follow::{Accepted, Evidence, Relation, TrustedState, relate};
use crate::read::{LogReader, ReadError};
use crate::store::Objects;

pub use ask::{AskError, ask};
pub use publish::{PublishError, merge_cosignatures};

/// The content type of a checkpoint and of signature lines.
const TEXT: &str = "text/plain; charset=utf-8";

/// A witness with its key, the logs that it watches and what it cosigned last.
#[derive(Debug)]
pub struct Witness {
    key: CosigningKey,
    logs: BTreeMap<String, Log>,
    state: TrustedState,
    is_beside_a_log: bool,
}

#[derive(Debug)]
struct Log {
    keys: Vec<VerifierKey>,
    /// Held while one request is decided and stored.
    turn: Mutex<()>,
}

/// The reply to a request, as HTTP has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The status code: 200, 400, 403, 404, 409 or 422.
    pub status: u16,
    /// The content type of the body.
    pub content_type: &'static str,
    /// The body: cosignature lines, the size held (409), or a reason in one line.
    pub body: String,
}

/// Why a witness cannot begin or go on. Nothing was cosigned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WitnessError {
    /// The memory of the witness failed.
    #[error(transparent)]
    State(#[from] StoreError),
    /// The policy knows no log.
    #[error("expected a policy with at least one log to watch, found none")]
    NoLogs,
    /// The key of the witness signs for a log of the policy.
    #[error("the public key of {0} is also that of a log of the policy")]
    LogKey(String),
    /// The clock is beyond what a cosignature can say.
    #[error(transparent)]
    Time(#[from] TimeTooLarge),
    /// The note has no room for one more signature.
    #[error("checkpoint: {0}")]
    Note(#[from] NoteError),
}

/// Why a witness does not cosign a log that it read itself.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CosignError {
    /// The log cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Its checkpoint cannot be part of a request.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The witness refuses.
    #[error("the witness refuses (status {}): {}", .0.status, .0.body.trim_end())]
    Refused(Response),
    /// The witness failed.
    #[error(transparent)]
    Witness(#[from] WitnessError),
}

impl Witness {
    /// A witness of the logs of a policy, whose memory is in a folder.
    ///
    /// # Errors
    ///
    /// [`WitnessError`]; the memory is locked as long as the witness lives.
    pub fn open(key: CosigningKey, policy: &Policy, state: &Path) -> Result<Self, WitnessError> {
        let state = TrustedState::open(state)?;
        let mut logs: BTreeMap<String, Log> = BTreeMap::new();
        for log in policy.logs() {
            if log.key.public() == key.verifier().public() {
                return Err(WitnessError::LogKey(log.key.name().to_string()));
            }
            let origin = log.key.name().to_string();
            let watched = logs.entry(origin).or_insert_with(|| Log {
                keys: Vec::new(),
                turn: Mutex::new(()),
            });
            watched.keys.push(log.key.clone());
        }
        if logs.is_empty() {
            return Err(WitnessError::NoLogs);
        }
        Ok(Self {
            is_beside_a_log: state.is_of_a_log()?,
            key,
            logs,
            state,
        })
    }

    /// The key to verify its cosignatures with.
    pub fn verifier(&self) -> &VerifierKey {
        self.key.verifier()
    }

    /// The origins that it watches, sorted.
    pub fn origins(&self) -> impl Iterator<Item = &str> {
        self.logs.keys().map(String::as_str)
    }

    /// What it remembers.
    pub fn state(&self) -> &TrustedState {
        &self.state
    }

    /// Whether whoever runs the log seems to run this witness: it keeps its memory in the private state of a
    /// log, or [`is_operators_own`] says so. Such a witness counts for nothing, and outputs label it.
    pub fn is_operators_own(&self, origin: &str) -> bool {
        self.is_beside_a_log || is_operators_own(origin, self.verifier().name().as_str())
    }

    /// Decides on the body of a request (C2SP tlog-witness, `add-checkpoint`). `now` is the time to state,
    /// in POSIX seconds; nothing is decided by it.
    ///
    /// # Errors
    ///
    /// [`WitnessError`] if the answer could not be stored first; there is then no answer.
    pub fn add_checkpoint(&self, body: &[u8], now: u64) -> Result<Response, WitnessError> {
        let request = match AddCheckpoint::parse(body) {
            Ok(request) => request,
            Err(error) => return Ok(Response::refusing(&Refusal::Malformed(error))),
        };
        let Some(log) = self.logs.get(request.checkpoint().origin()) else {
            return Ok(match decide(&request, None, &Head::EMPTY) {
                Err(refusal) => Response::refusing(&refusal),
                // Without keys nothing is accepted.
                Ok(_) => Response::reason(404, "the origin is not known here"),
            });
        };
        let _turn = log.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let held = self.state.accepted(request.checkpoint().origin())?;
        let head = held.as_ref().map_or(Head::EMPTY, |held| Head {
            size: held.checkpoint.size(),
            root: *held.checkpoint.root(),
        });
        let accepted = match decide(&request, Some(&log.keys), &head) {
            Ok(accepted) => accepted,
            Err(refusal) => {
                if refusal.is_evidence()
                    && let Some(held) = held
                {
                    self.keep(held, &request, body)?;
                }
                return Ok(Response::refusing(&refusal));
            }
        };
        let cosignature = self.key.cosign(accepted.checkpoint, now)?;
        let mut note = own_signatures(request.note(), &log.keys)?;
        note.put(cosignature.clone())?;
        let now_held = Accepted {
            checkpoint: accepted.checkpoint.clone(),
            note,
        };
        // The reply is made only after this.
        self.state.accept(held.as_ref(), &now_held)?;
        Ok(Response::text(200, format!("{cosignature}\n")))
    }

    fn keep(
        &self,
        held: Accepted,
        request: &AddCheckpoint,
        body: &[u8],
    ) -> Result<(), WitnessError> {
        let offered = (request.checkpoint().clone(), request.note().clone());
        let evidence = Evidence::new((held.checkpoint, held.note), offered).with_request(body);
        self.state.keep(&evidence)?;
        Ok(())
    }

    /// Cosigns the checkpoint that a log shows, in a folder or at an address, with the proof that its own
    /// tiles give. This is how a witness works that is never online: the log comes to it on a stick.
    ///
    /// # Errors
    ///
    /// [`CosignError`]. Evidence is kept as by [`add_checkpoint`](Self::add_checkpoint).
    pub fn cosign<O: Objects>(
        &self,
        reader: &LogReader<O>,
        now: u64,
    ) -> Result<Cosigned, CosignError> {
        let bytes = reader.checkpoint_bytes()?;
        let note = SignedNote::parse(&bytes).map_err(RequestError::from)?;
        let checkpoint: Checkpoint = note.text().parse().map_err(RequestError::from)?;
        let held = self
            .state
            .accepted(checkpoint.origin())
            .map_err(WitnessError::from)?;
        let from = held.as_ref().map_or(0, |held| held.checkpoint.size());
        let proof = if from < checkpoint.size() {
            reader.prove_consistency(from, checkpoint.size())?
        } else {
            Vec::new()
        };
        // An older checkpoint is stated as what it is, so that the answer is that of a conflict.
        let request = AddCheckpoint::new(from.min(checkpoint.size()), proof, note)?;
        let response = self.add_checkpoint(request.to_string().as_bytes(), now)?;
        if response.status != 200 {
            if let Some(held) = held {
                self.keep_proof(reader, held, &request)?;
            }
            return Err(CosignError::Refused(response));
        }
        let signatures = scrutineer_tlog::note::parse_signatures(response.body.as_bytes())
            .map_err(WitnessError::from)?;
        Ok(Cosigned {
            checkpoint,
            note: request.note().clone(),
            signatures,
        })
    }

    /// With the tiles at hand a refusal can become a proof for others.
    fn keep_proof<O: Objects>(
        &self,
        reader: &LogReader<O>,
        held: Accepted,
        request: &AddCheckpoint,
    ) -> Result<(), WitnessError> {
        let offered = (request.checkpoint().clone(), request.note().clone());
        let Some(log) = self.logs.get(offered.0.origin()) else {
            return Ok(());
        };
        let (small, large) = if offered.0.size() < held.checkpoint.size() {
            (&offered.0, &held.checkpoint)
        } else {
            (&held.checkpoint, &offered.0)
        };
        let relation = relate(reader, small, large);
        if !matches!(relation, Relation::Fork { .. }) {
            return Ok(());
        }
        let evidence = Evidence::new((held.checkpoint.clone(), held.note), offered);
        let evidence = evidence.with_relation(&relation);
        if evidence.proves_a_fork(&log.keys) {
            self.state.keep(&evidence)?;
        }
        Ok(())
    }

    /// The last checkpoint that was cosigned for the origin of a monitoring path, which is
    /// `<SHA-256 of the origin>/checkpoint` without a slash in front.
    ///
    /// # Errors
    ///
    /// [`WitnessError`] if the memory fails.
    pub fn monitor(&self, path: &str) -> Result<Response, WitnessError> {
        let watched = self
            .logs
            .iter()
            .find(|(origin, _)| monitor_path(origin) == path);
        let Some((origin, log)) = watched else {
            return Ok(Response::reason(404, "no such origin is watched here"));
        };
        let _turn = log.turn.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(match self.state.accepted(origin)? {
            Some(held) => Response::text(200, held.note.to_string()),
            None => Response::reason(404, "nothing was cosigned for this origin yet"),
        })
    }

    /// Size and root of the tree that was cosigned last for an origin; `None` before the first.
    ///
    /// # Errors
    ///
    /// [`WitnessError`] if the memory fails.
    pub fn last(&self, origin: &str) -> Result<Option<(u64, Hash)>, WitnessError> {
        let held = self.state.accepted(origin)?;
        Ok(held.map(|held| (held.checkpoint.size(), *held.checkpoint.root())))
    }
}

/// A checkpoint that a witness cosigned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigned {
    /// The checkpoint.
    pub checkpoint: Checkpoint,
    /// The note as the log showed it.
    pub note: SignedNote,
    /// What to add to it.
    pub signatures: Vec<Signature>,
}

impl Response {
    fn text(status: u16, body: String) -> Self {
        Self {
            status,
            content_type: TEXT,
            body,
        }
    }

    fn reason(status: u16, reason: &str) -> Self {
        Self::text(status, format!("{reason}\n"))
    }

    fn refusing(refusal: &Refusal) -> Self {
        let content_type = match refusal {
            Refusal::Conflict { .. } => SIZE_CONTENT_TYPE,
            _ => TEXT,
        };
        Self {
            status: refusal.status(),
            content_type,
            body: refusal.body(),
        }
    }
}

/// Whether the name of a witness key says that whoever runs the log runs the witness too: the part before
/// the first slash is the same.
pub fn is_operators_own(origin: &str, witness: &str) -> bool {
    let host = |name: &str| {
        name.split_once('/')
            .map_or(name, |(host, _)| host)
            .to_lowercase()
    };
    host(origin) == host(witness)
}

/// The note with the signatures of its log alone: what strangers added is not passed on under our name.
fn own_signatures(note: &SignedNote, keys: &[VerifierKey]) -> Result<SignedNote, NoteError> {
    let mut own = SignedNote::new(note.text().to_owned())?;
    for signature in note.signatures() {
        if keys.iter().any(|key| signature.is_of(key)) {
            own.put(signature.clone())?;
        }
    }
    Ok(own)
}
