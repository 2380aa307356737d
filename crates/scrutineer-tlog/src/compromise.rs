//! What is signed when the key of a log was taken: a notice by k of n recovery keys, which freezes the
//! log and may name its successor.
//!
//! The format is this project's own, see `spec/log.md`. The recovery keys are stated while the log is
//! still trusted, outside it or in an entry before the freeze; a notice never brings its own.

use std::fmt;
use std::str::FromStr;

use crate::checkpoint::Checkpoint;
use crate::hash::Hash;
use crate::key::{Algorithm, KeyName, VerifierKey};
use crate::note::{SignedNote, VerifyError};
use crate::text;

/// The first line.
const HEADER: &str = "scrutineer/key-compromise/v1";

/// What stands for a successor where there is none.
const NONE: &str = "none";

/// The most recovery keys of a log.
pub const MAX_KEYS: usize = 16;

/// The keys that can declare a log's key taken, and how many of them must sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryKeys {
    threshold: usize,
    keys: Vec<VerifierKey>,
}

/// Why keys cannot be the recovery keys of a log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryKeysError {
    /// None, or more than a log can have.
    #[error("expected 1 to {MAX_KEYS} recovery keys, found {0}")]
    Number(usize),
    /// A threshold that no signatures, or only too many, can meet.
    #[error("expected a threshold from 1 to {keys}, found {found}")]
    Threshold {
        /// How many keys there are.
        keys: usize,
        /// The threshold.
        found: usize,
    },
    /// A key of another type than 0x01.
    #[error("expected recovery keys of type 0x01, found another: {0}")]
    Algorithm(KeyName),
    /// A public key that stands there twice, under whatever name.
    #[error("the public key of {0} stands there twice")]
    SameKey(KeyName),
}

impl RecoveryKeys {
    /// `threshold` of these keys, all of type 0x01 and different.
    pub fn new(threshold: usize, keys: Vec<VerifierKey>) -> Result<Self, RecoveryKeysError> {
        if keys.is_empty() || keys.len() > MAX_KEYS {
            return Err(RecoveryKeysError::Number(keys.len()));
        }
        if !(1..=keys.len()).contains(&threshold) {
            return Err(RecoveryKeysError::Threshold {
                keys: keys.len(),
                found: threshold,
            });
        }
        let mut seen = Vec::new();
        for key in &keys {
            if key.algorithm() != Algorithm::Ed25519 {
                return Err(RecoveryKeysError::Algorithm(key.name().clone()));
            }
            if seen.contains(key.public()) {
                return Err(RecoveryKeysError::SameKey(key.name().clone()));
            }
            seen.push(*key.public());
        }
        Ok(Self { threshold, keys })
    }

    /// How many of the keys must sign.
    pub const fn threshold(&self) -> usize {
        self.threshold
    }

    /// The keys.
    pub fn keys(&self) -> &[VerifierKey] {
        &self.keys
    }
}

/// A notice that a key was taken. `Display` and `FromStr` are its text, the text of a signed note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompromiseNotice {
    key: VerifierKey,
    size: u64,
    root: Hash,
    successor: Option<VerifierKey>,
    date: String,
}

/// Why something is not a notice, or why a notice is not to be believed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoticeError {
    /// More or fewer lines than those of a notice, or no line feed at the end.
    #[error("expected five lines, each ending in a line feed")]
    Lines,
    /// Not a line of a notice.
    #[error("expected `{expected}` in line {line}, found {found:?}")]
    Line {
        /// The line, from 1.
        line: usize,
        /// What it must say.
        expected: &'static str,
        /// What it says.
        found: String,
    },
    /// A successor with the key that was taken, or with the same origin.
    #[error("expected a successor with another name and another key, found {0}")]
    Successor(KeyName),
    /// The checkpoint to freeze at is of another log.
    #[error("expected a checkpoint of {expected:?}, found one of {found:?}")]
    Origin {
        /// The name of the key that was taken.
        expected: String,
        /// The origin of the checkpoint.
        found: String,
    },
    /// The signatures do not hold.
    #[error(transparent)]
    Signatures(#[from] VerifyError),
    /// Too few recovery keys signed.
    #[error("expected {expected} recovery keys to sign, found {found}")]
    Threshold {
        /// How many must.
        expected: usize,
        /// How many did.
        found: usize,
    },
}

/// How a checkpoint stands to a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Of another origin: the notice says nothing.
    NotConcerned,
    /// Not larger than the frozen tree. If it is also consistent with it, as a proof shows, it stands.
    BeforeFreeze,
    /// Larger than the frozen tree, so whoever took the key may have signed it. Warn.
    AfterFreeze,
    /// As large as the frozen tree with another root: a fork.
    Fork,
}

impl CompromiseNotice {
    /// Freezes the log of `key` at a checkpoint: the last that witnesses have cosigned. `successor` is
    /// the key of the log that continues it, `date` the day of the notice as `YYYY-MM-DD`.
    pub fn new(
        key: VerifierKey,
        frozen: &Checkpoint,
        successor: Option<VerifierKey>,
        date: &str,
    ) -> Result<Self, NoticeError> {
        if frozen.origin() != key.name().as_str() {
            return Err(NoticeError::Origin {
                expected: key.name().to_string(),
                found: frozen.origin().to_owned(),
            });
        }
        let notice = Self {
            key,
            size: frozen.size(),
            root: *frozen.root(),
            successor,
            date: date.to_owned(),
        };
        // What cannot be read is not made.
        notice.to_string().parse()
    }

    /// Reads the text of a note and requires the threshold of the recovery keys under it.
    pub fn verify(note: &SignedNote, recovery: &RecoveryKeys) -> Result<Self, NoticeError> {
        let notice = note.text().parse()?;
        let found = note.verify(&recovery.keys)?.known.len();
        if found < recovery.threshold {
            return Err(NoticeError::Threshold {
                expected: recovery.threshold,
                found,
            });
        }
        Ok(notice)
    }

    /// The key that was taken; its name is the origin of the log.
    pub const fn key(&self) -> &VerifierKey {
        &self.key
    }

    /// How many entries of the log stand.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree of these entries.
    pub const fn root(&self) -> &Hash {
        &self.root
    }

    /// The key of the log that continues it; `None` where none does.
    pub const fn successor(&self) -> Option<&VerifierKey> {
        self.successor.as_ref()
    }

    /// The day of the notice, a claim of its signers.
    pub fn date(&self) -> &str {
        &self.date
    }

    /// How a checkpoint stands to the notice.
    pub fn standing(&self, checkpoint: &Checkpoint) -> Standing {
        if checkpoint.origin() != self.key.name().as_str() {
            Standing::NotConcerned
        } else if checkpoint.size() > self.size {
            Standing::AfterFreeze
        } else if checkpoint.size() == self.size && *checkpoint.root() != self.root {
            Standing::Fork
        } else {
            Standing::BeforeFreeze
        }
    }
}

impl fmt::Display for CompromiseNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}\nkey {}", self.key)?;
        writeln!(f, "frozen {} {}", self.size, self.root.to_base64())?;
        match &self.successor {
            Some(key) => writeln!(f, "successor {key}")?,
            None => writeln!(f, "successor {NONE}")?,
        }
        writeln!(f, "date {}", self.date)
    }
}

impl FromStr for CompromiseNotice {
    type Err = NoticeError;

    fn from_str(text: &str) -> Result<Self, NoticeError> {
        let mut lines = (1..).zip(text.split('\n'));
        let mut line = |expected: &'static str, prefix: &str| {
            let (line, content) = lines.next().unwrap_or_default();
            let error = NoticeError::Line {
                line,
                expected,
                found: text::shortened(content),
            };
            match content.strip_prefix(prefix) {
                Some(rest) => Ok((rest, error)),
                None => Err(error),
            }
        };
        let (rest, error) = line(HEADER, HEADER)?;
        if !rest.is_empty() {
            return Err(error);
        }
        let (key, error) = line("key VKEY of type 0x01", "key ")?;
        let key = read_log_key(key).ok_or(error)?;
        let (frozen, error) = line("frozen SIZE ROOT", "frozen ")?;
        let (size, root) = read_frozen(frozen).ok_or(error)?;
        let (successor, error) = line("successor VKEY of type 0x01 or none", "successor ")?;
        let successor = match successor {
            NONE => None,
            successor => Some(read_log_key(successor).ok_or(error)?),
        };
        let (date, error) = line("date YYYY-MM-DD", "date ")?;
        if !is_date(date) {
            return Err(error);
        }
        // After the last line feed comes nothing, and nothing after that.
        if lines.next() != Some((6, "")) || lines.next().is_some() {
            return Err(NoticeError::Lines);
        }
        if let Some(successor) = &successor
            && (successor.public() == key.public() || successor.name() == key.name())
        {
            return Err(NoticeError::Successor(successor.name().clone()));
        }
        Ok(Self {
            key,
            size,
            root,
            successor,
            date: date.to_owned(),
        })
    }
}

fn read_log_key(text: &str) -> Option<VerifierKey> {
    let key: VerifierKey = text.parse().ok()?;
    (key.algorithm() == Algorithm::Ed25519).then_some(key)
}

fn read_frozen(text: &str) -> Option<(u64, Hash)> {
    let (size, root) = text.split_once(' ')?;
    Some((text::parse_size(size)?, Hash::from_base64(root)?))
}

/// The form of a date; the calendar is not consulted.
fn is_date(text: &str) -> bool {
    let of_form = |(place, byte): (usize, u8)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(of_form)
}
