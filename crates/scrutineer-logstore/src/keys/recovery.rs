//! Recovery keys: what is left when the key of a log is taken.
//!
//! They are made with the log, kept by different people in different places, and sign only one thing: the
//! notice that the key is taken and what follows. Any `k` of the `n` can do it together; fewer cannot. The
//! policy is public, so that everybody knows beforehand whose word counts.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use scrutineer_tlog::note::VerifyError;
use scrutineer_tlog::{Algorithm, KeyName, SignedNote, VerifierKey};

use super::{PrivateKey, PrivateKeyError};

const TITLE: &str = "scrutineer recovery policy 1";

/// The most recovery keys of a log.
const MAX_KEYS: u8 = 16;

/// How many keys of how many: `2of3`. At least one, at most 16, and more than half, so that two groups that
/// say different things cannot both have enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quorum {
    needed: u8,
    total: u8,
}

/// Why a text is no quorum or policy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseRecoveryError {
    /// Not `KofN`.
    #[error(
        "expected K of N keys such as 2of3, K more than half of N and N at most 16, found {0:?}"
    )]
    Quorum(String),
    /// A line of a policy that is not as it must be.
    #[error("recovery policy, line {line}: expected {expected}, found {found:?}")]
    Line {
        /// The line, from 1.
        line: usize,
        /// What belongs there.
        expected: &'static str,
        /// What is there.
        found: String,
    },
    /// Two of the keys are one, under whatever names.
    #[error("recovery policy: expected different keys, found {0} twice")]
    Repeated(KeyName),
}

/// Why a note does not have the word of enough recovery keys.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecoveryError {
    /// A signature does not hold, or nobody who counts has signed.
    #[error(transparent)]
    Signatures(#[from] VerifyError),
    /// Too few have signed.
    #[error("expected the signatures of {needed} recovery keys, found {found}")]
    TooFew {
        /// How many are needed.
        needed: u8,
        /// How many there are.
        found: usize,
    },
}

/// A recovery key with its name, on its way to whoever keeps it.
#[derive(Debug)]
pub struct RecoveryKey {
    /// Its name: that of the log, then `/recovery-1` and so on.
    pub name: KeyName,
    /// The key.
    pub key: PrivateKey,
}

/// Whose word counts when the key of a log is taken. `Display` and `FromStr` are its public text:
///
/// ```text
/// scrutineer recovery policy 1
/// origin log.example/election-2026
/// quorum 2of3
/// key log.example/election-2026/recovery-1+9f8e7d6c+AQ...
/// key log.example/election-2026/recovery-2+...
/// key log.example/election-2026/recovery-3+...
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryPolicy {
    origin: KeyName,
    quorum: Quorum,
    keys: Vec<VerifierKey>,
}

impl Quorum {
    /// `needed` of `total` keys; `None` unless it is as the type says.
    pub fn new(needed: u8, total: u8) -> Option<Self> {
        let is_majority = needed <= total && needed > total / 2;
        (is_majority && total <= MAX_KEYS).then_some(Self { needed, total })
    }

    /// How many must sign.
    pub fn needed(self) -> u8 {
        self.needed
    }

    /// How many there are.
    pub fn total(self) -> u8 {
        self.total
    }
}

impl fmt::Display for Quorum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}of{}", self.needed, self.total)
    }
}

impl FromStr for Quorum {
    type Err = ParseRecoveryError;

    fn from_str(text: &str) -> Result<Self, ParseRecoveryError> {
        text.split_once("of")
            .and_then(|(needed, total)| Self::new(needed.parse().ok()?, total.parse().ok()?))
            // Only one way to write it.
            .filter(|quorum| quorum.to_string() == text)
            .ok_or_else(|| ParseRecoveryError::Quorum(shortened(text)))
    }
}

impl RecoveryPolicy {
    /// Makes new recovery keys for a log, and the policy that names them.
    ///
    /// # Errors
    ///
    /// If there is no randomness.
    pub fn generate(
        origin: KeyName,
        quorum: Quorum,
    ) -> Result<(Self, Vec<RecoveryKey>), PrivateKeyError> {
        let mut made = Vec::new();
        let mut keys = Vec::new();
        for number in 1..=quorum.total {
            let name = KeyName::parse(&format!("{origin}/recovery-{number}"))?;
            let key = PrivateKey::generate()?;
            keys.push(key.signing_key(name.clone())?.verifier().clone());
            made.push(RecoveryKey { name, key });
        }
        let policy = Self {
            origin,
            quorum,
            keys,
        };
        Ok((policy, made))
    }

    /// The log that it is about.
    pub fn origin(&self) -> &KeyName {
        &self.origin
    }

    /// How many of how many must sign.
    pub fn quorum(&self) -> Quorum {
        self.quorum
    }

    /// The recovery keys.
    pub fn keys(&self) -> &[VerifierKey] {
        &self.keys
    }

    /// Verifies that enough recovery keys signed the note, and returns those that did. Signatures of other
    /// keys neither help nor harm.
    ///
    /// # Errors
    ///
    /// [`RecoveryError::Signatures`] also if a single signature of a recovery key does not hold.
    pub fn verify<'a>(
        &'a self,
        note: &'a SignedNote,
    ) -> Result<Vec<&'a VerifierKey>, RecoveryError> {
        let verified = note.verify(&self.keys)?;
        let signed: Vec<_> = verified.known.iter().map(|known| known.key).collect();
        if signed.len() < usize::from(self.quorum.needed) {
            return Err(RecoveryError::TooFew {
                needed: self.quorum.needed,
                found: signed.len(),
            });
        }
        Ok(signed)
    }
}

impl fmt::Display for RecoveryPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { origin, quorum, .. } = self;
        writeln!(f, "{TITLE}\norigin {origin}\nquorum {quorum}")?;
        self.keys
            .iter()
            .try_for_each(|key| writeln!(f, "key {key}"))
    }
}

impl FromStr for RecoveryPolicy {
    type Err = ParseRecoveryError;

    fn from_str(text: &str) -> Result<Self, ParseRecoveryError> {
        let mut lines = (1..).zip(text.split_inclusive('\n'));
        let mut cut = |prefix: &str, expected: &'static str| {
            let (line, found) = lines.next().unwrap_or((0, ""));
            let value = found
                .strip_prefix(prefix)
                .and_then(|rest| rest.strip_suffix('\n'));
            let error = move || ParseRecoveryError::Line {
                line,
                expected,
                found: shortened(found),
            };
            value.map(|value| (value, error)).ok_or_else(error)
        };
        let (rest, error) = cut(TITLE, "its title")?;
        if !rest.is_empty() {
            return Err(error());
        }
        let (origin, error) = cut("origin ", "the origin of a log")?;
        let origin = KeyName::parse(origin).map_err(|_| error())?;
        let (quorum, _) = cut("quorum ", "a quorum")?;
        let quorum: Quorum = quorum.parse()?;
        let mut keys: Vec<VerifierKey> = Vec::new();
        for _ in 0..quorum.total {
            let (key, error) = cut("key ", "the verifier key of a recovery key")?;
            let key: VerifierKey = key.parse().map_err(|_| error())?;
            if key.algorithm() != Algorithm::Ed25519 {
                return Err(error());
            }
            keys.push(key);
        }
        if let Some((line, found)) = lines.next() {
            return Err(ParseRecoveryError::Line {
                line,
                expected: "nothing more",
                found: shortened(found),
            });
        }
        let mut seen = BTreeSet::new();
        for key in &keys {
            let is_new =
                seen.insert(key.public().as_slice()) && seen.insert(key.name().as_str().as_bytes());
            if !is_new {
                return Err(ParseRecoveryError::Repeated(key.name().clone()));
            }
        }
        Ok(Self {
            origin,
            quorum,
            keys,
        })
    }
}

/// The beginning of a text, for a message.
fn shortened(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(quorum: &str) -> (RecoveryPolicy, Vec<RecoveryKey>) {
        let origin = KeyName::parse("log.example/election-2026").unwrap();
        RecoveryPolicy::generate(origin, quorum.parse().unwrap()).unwrap()
    }

    #[test]
    fn a_quorum_is_a_majority() {
        for good in ["1of1", "2of3", "3of3", "9of16"] {
            assert_eq!(good.parse::<Quorum>().unwrap().to_string(), good);
        }
        for bad in [
            "", "0of1", "1of2", "2of4", "3of2", "02of3", "2of17", "2 of 3", "2of", "+2of3",
        ] {
            assert!(bad.parse::<Quorum>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_policy_is_read_as_it_was_written() {
        let (policy, keys) = made("2of3");
        let text = policy.to_string();
        assert_eq!(text.lines().count(), 6);
        assert_eq!(text.parse(), Ok(policy.clone()));
        assert_eq!(
            keys[0].name.as_str(),
            "log.example/election-2026/recovery-1"
        );
        for bad in [
            text.replace("policy 1", "policy 12"),
            text.replace("2of3", "2of4"),
            text.replace("key ", "keys "),
            text.replace('\n', "\r\n"),
            text.trim_end().to_owned(),
            format!("{text}\n"),
            text.lines().skip(1).collect(),
            String::new(),
        ] {
            assert!(bad.parse::<RecoveryPolicy>().is_err(), "{bad}");
        }
        let first = policy.keys()[0].to_string();
        let doubled = text.replace(&policy.keys()[1].to_string(), &first);
        assert!(matches!(
            doubled.parse::<RecoveryPolicy>(),
            Err(ParseRecoveryError::Repeated(_))
        ));
    }

    #[test]
    fn fewer_than_the_quorum_cannot_speak() {
        let (policy, keys) = made("2of3");
        let (_, strangers) = made("2of3");
        let mut note = SignedNote::new("the key is taken\n".to_owned()).unwrap();
        let sign = |recovery: &RecoveryKey, text: &str| {
            recovery
                .key
                .signing_key(recovery.name.clone())
                .unwrap()
                .sign(text)
        };
        note.put(sign(&strangers[0], note.text())).unwrap();
        assert!(matches!(
            policy.verify(&note),
            Err(RecoveryError::Signatures(_))
        ));
        note.put(sign(&keys[0], note.text())).unwrap();
        assert_eq!(
            policy.verify(&note),
            Err(RecoveryError::TooFew {
                needed: 2,
                found: 1
            })
        );
        // The same key again is still one.
        note.put(sign(&keys[0], note.text())).unwrap();
        assert!(policy.verify(&note).is_err());
        note.put(sign(&keys[2], note.text())).unwrap();
        assert_eq!(policy.verify(&note).unwrap().len(), 2);
        // Two signatures for another text count for nothing.
        let mut other = SignedNote::new("all is well\n".to_owned()).unwrap();
        for key in &keys {
            other.put(sign(key, note.text())).unwrap();
        }
        assert!(policy.verify(&other).is_err());
    }
}
