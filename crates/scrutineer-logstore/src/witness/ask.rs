//! Asking a witness over HTTP to cosign the checkpoint of a log.

use scrutineer_fetch::{Client, ClientError};
use scrutineer_tlog::note::{self, NoteError, VerifyError};
use scrutineer_tlog::witness::{AddCheckpoint, RequestError};
use scrutineer_tlog::{Checkpoint, Signature, SignedNote, VerifierKey};

use crate::read::{LogReader, ReadError};
use crate::store::Objects;

/// Tries with another old size: the answer to the first says what the witness holds, and somebody else may
/// ask between two of ours.
const TRIES: usize = 4;

/// The longest reply that is read, in bytes.
const MAX_REPLY: u64 = note::MAX_BYTES as u64;

/// Why a witness did not cosign.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AskError {
    /// The witness cannot be reached, or its reply cannot be read.
    #[error("{url}: {error}")]
    Client {
        /// The address of the witness.
        url: String,
        /// Why.
        #[source]
        error: ClientError,
    },
    /// The log cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The checkpoint cannot be part of a request.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The witness holds a larger tree of this log than is public here: this copy is old, or another was
    /// signed. Nothing should be published before it is known which.
    #[error("{url}: the witness holds {held} entries of this log, expected at most {size}")]
    Ahead {
        /// The address of the witness.
        url: String,
        /// The size that the witness holds.
        held: u64,
        /// The size of the public checkpoint.
        size: u64,
    },
    /// The witness refuses. Status 422 says that this log is not the one that it cosigned before.
    #[error("{url}: the witness refuses (status {status}): {reason}")]
    Refused {
        /// The address of the witness.
        url: String,
        /// The status code.
        status: u16,
        /// The beginning of the body.
        reason: String,
    },
    /// The size that the witness holds changed with every try.
    #[error("{url}: the size that the witness holds changed {TRIES} times")]
    Restless {
        /// The address of the witness.
        url: String,
    },
    /// The reply is not made of lines of signatures.
    #[error("{url}: {error}")]
    Reply {
        /// The address of the witness.
        url: String,
        /// What is wrong.
        #[source]
        error: NoteError,
    },
    /// The reply has no cosignature by the key that is expected.
    #[error("{url}: expected a cosignature by {key}, found none")]
    OtherKey {
        /// The address of the witness.
        url: String,
        /// The name of the key that is expected.
        key: String,
    },
    /// The cosignature does not hold.
    #[error("{url}: {error}")]
    Signature {
        /// The address of the witness.
        url: String,
        /// Why.
        #[source]
        error: VerifyError,
    },
}

/// Asks the witness at `url`, to which `/add-checkpoint` is appended, to cosign `note`, and gives the
/// cosignatures of `expected` in its reply, verified. The proof comes from the tiles of `reader`.
///
/// # Errors
///
/// [`AskError`]. None of them changes the log.
pub fn ask<O: Objects>(
    client: &Client,
    url: &str,
    reader: &LogReader<O>,
    note: &SignedNote,
    expected: &VerifierKey,
) -> Result<Vec<Signature>, AskError> {
    let url = url.trim_end_matches('/');
    let address = format!("{url}/add-checkpoint");
    let named = || url.to_owned();
    let checkpoint: Checkpoint = note.text().parse().map_err(RequestError::from)?;
    let size = checkpoint.size();
    let mut old = 0;
    for _ in 0..TRIES {
        let proof = reader.prove_consistency(old, size)?;
        let request = AddCheckpoint::new(old, proof, note.clone())?.to_string();
        let reply = client
            .post(&address, request.as_bytes(), MAX_REPLY)
            .map_err(|error| AskError::Client {
                url: named(),
                error,
            })?;
        match reply.status {
            200 => return cosignatures(&reply.body, note, expected, url),
            409 => {
                let Some(held) = held(&reply.body) else {
                    return Err(refused(url, reply.status, &reply.body));
                };
                if held > size {
                    return Err(AskError::Ahead {
                        url: named(),
                        held,
                        size,
                    });
                }
                old = held;
            }
            status => return Err(refused(url, status, &reply.body)),
        }
    }
    Err(AskError::Restless { url: named() })
}

/// The size in the body of a conflict: decimal without leading zeros, and a line feed.
fn held(body: &[u8]) -> Option<u64> {
    let digits = str::from_utf8(body).ok()?.strip_suffix('\n')?;
    let is_size = digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits == "0" || !digits.starts_with('0'));
    if is_size { digits.parse().ok() } else { None }
}

fn refused(url: &str, status: u16, body: &[u8]) -> AskError {
    let reason = String::from_utf8_lossy(body);
    let shown = reason.chars().filter(|c| !c.is_control()).take(200);
    AskError::Refused {
        url: url.to_owned(),
        status,
        reason: shown.collect(),
    }
}

fn cosignatures(
    body: &[u8],
    note: &SignedNote,
    expected: &VerifierKey,
    url: &str,
) -> Result<Vec<Signature>, AskError> {
    let named = || url.to_owned();
    let lines = note::parse_signatures(body).map_err(|error| AskError::Reply {
        url: named(),
        error,
    })?;
    let own: Vec<Signature> = lines
        .into_iter()
        .filter(|line| line.is_of(expected))
        .collect();
    if own.is_empty() {
        return Err(AskError::OtherKey {
            url: named(),
            key: expected.name().to_string(),
        });
    }
    let fail = |error| AskError::Reply {
        url: named(),
        error,
    };
    for line in &own {
        let mut alone = SignedNote::new(note.text().to_owned()).map_err(fail)?;
        alone.put(line.clone()).map_err(fail)?;
        alone
            .verify(std::slice::from_ref(expected))
            .map_err(|error| AskError::Signature {
                url: named(),
                error,
            })?;
    }
    Ok(own)
}
