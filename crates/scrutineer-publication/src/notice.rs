//! The notice that a log's key is lost: a note that k of the recovery keys sign.
//!
//! `spec/bundle.md` has the form. In scope: the text, and who signed it. Out of scope: the keys
//! (`scrutineer-logstore`), and what a verifier does with a frozen log ([`crate::verify`]).

use scrutineer_tlog::{Hash, KeyName, SignedNote, SigningKey, VerifierKey};

/// The folder of notices in a bundle.
pub const NOTICES: &str = "notices";

const HEADER: &str = "scrutineer/key-compromise/1";

/// What a notice says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Origin of the log whose key is lost.
    pub origin: KeyName,
    /// The last size that still counts.
    pub size: u64,
    /// The root of the tree of that size.
    pub root: Hash,
    /// Key of the log that continues it; `None` where none does.
    pub successor: Option<VerifierKey>,
}

/// A text that is no notice, or signatures that do not suffice.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoticeError {
    /// Not a signed note.
    #[error("expected a signed notice, found: {0}")]
    Note(String),
    /// A line of the text is not as it must be.
    #[error("line {line}: expected {expected}, found {found:?}")]
    Line {
        /// From 1.
        line: usize,
        /// What belongs there.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// Too few recovery keys signed.
    #[error("expected signatures of {threshold} recovery keys, found {found}")]
    Signatures {
        /// How many must sign.
        threshold: u16,
        /// How many did.
        found: usize,
    },
}

impl Notice {
    /// The text that is signed.
    pub fn text(&self) -> String {
        let successor = self
            .successor
            .as_ref()
            .map_or_else(|| "-".to_owned(), ToString::to_string);
        format!(
            "{HEADER}\n{}\n{}\n{}\n{successor}\n",
            self.origin,
            self.size,
            self.root.to_base64()
        )
    }

    /// The notice with the signature of one recovery key.
    ///
    /// # Errors
    /// [`NoticeError::Note`] if the text cannot be a note, which no such text is.
    pub fn sign(&self, key: &SigningKey) -> Result<SignedNote, NoticeError> {
        let note = |error: &dyn std::fmt::Display| NoticeError::Note(error.to_string());
        let text = self.text();
        let mut signed = SignedNote::new(text.clone()).map_err(|error| note(&error))?;
        signed
            .put(key.sign(&text))
            .map_err(|error| note(&error))?;
        Ok(signed)
    }

    /// Reads the text of a notice, whoever signed it.
    ///
    /// # Errors
    /// [`NoticeError::Line`] with the first line that is wrong.
    pub fn parse(text: &str) -> Result<Self, NoticeError> {
        let lines: Vec<&str> = text.split('\n').collect();
        let line = |at: usize| lines.get(at).copied().unwrap_or_default();
        let wrong = |at: usize, expected| NoticeError::Line {
            line: at + 1,
            expected,
            found: line(at).chars().take(80).collect(),
        };
        if line(0) != HEADER {
            return Err(wrong(0, "\"scrutineer/key-compromise/1\""));
        }
        let origin = KeyName::parse(line(1)).map_err(|_| wrong(1, "the origin of a log"))?;
        let digits = line(2);
        let size = digits
            .parse()
            .ok()
            .filter(|size: &u64| size.to_string() == digits)
            .ok_or_else(|| wrong(2, "a size in decimal digits"))?;
        let root = Hash::from_base64(line(3)).ok_or_else(|| wrong(3, "a root in base64"))?;
        let successor = match line(4) {
            "-" => None,
            key => Some(
                key.parse::<VerifierKey>()
                    .map_err(|_| wrong(4, "the key of the successor, or \"-\""))?,
            ),
        };
        if lines.len() != 6 || !line(5).is_empty() {
            return Err(wrong(5, "five lines"));
        }
        Ok(Self {
            origin,
            size,
            root,
            successor,
        })
    }

    /// Reads a signed notice and requires `threshold` signatures of different recovery keys.
    ///
    /// # Errors
    /// As the type lists; a signature of a recovery key that does not hold is an error too.
    pub fn open(
        bytes: &[u8],
        keys: &[VerifierKey],
        threshold: u16,
    ) -> Result<Self, NoticeError> {
        let note =
            SignedNote::parse(bytes).map_err(|error| NoticeError::Note(error.to_string()))?;
        let notice = Self::parse(note.text())?;
        let signed = match note.verify(keys) {
            Ok(verified) => verified.known.len(),
            Err(scrutineer_tlog::note::VerifyError::NoKnownKey) => 0,
            Err(error) => return Err(NoticeError::Note(error.to_string())),
        };
        if threshold == 0 || signed < usize::from(threshold) {
            return Err(NoticeError::Signatures {
                threshold,
                found: signed,
            });
        }
        Ok(notice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str, seed: u8) -> SigningKey {
        SigningKey::from_seed(KeyName::parse(name).unwrap(), &[seed; 32]).unwrap()
    }

    fn notice() -> Notice {
        Notice {
            origin: KeyName::parse("log.example/e").unwrap(),
            size: 8,
            root: scrutineer_tlog::EMPTY_ROOT,
            successor: Some(key("log.example/e-b", 9).verifier().clone()),
        }
    }

    #[test]
    fn a_notice_needs_as_many_different_recovery_keys_as_the_log_said() {
        let (one, two, other) = (key("r1", 1), key("r2", 2), key("x", 3));
        let keys = [one.verifier().clone(), two.verifier().clone()];
        let mut note = notice().sign(&one).unwrap();
        let few = Notice::open(note.to_string().as_bytes(), &keys, 2);
        assert_eq!(
            few,
            Err(NoticeError::Signatures {
                threshold: 2,
                found: 1
            })
        );
        note.put(other.sign(note.text())).unwrap();
        assert!(Notice::open(note.to_string().as_bytes(), &keys, 2).is_err());
        note.put(two.sign(note.text())).unwrap();
        let opened = Notice::open(note.to_string().as_bytes(), &keys, 2);
        assert_eq!(opened, Ok(notice()));
        assert!(Notice::open(note.to_string().as_bytes(), &keys, 0).is_err());
    }

    #[test]
    fn a_notice_with_another_line_is_refused_with_the_line() {
        let text = notice().text();
        assert_eq!(Notice::parse(&text), Ok(notice()));
        for (line, from, to) in [
            (1, "key-compromise/1", "key-compromise/2"),
            (3, "\n8\n", "\n08\n"),
            (4, "=\n", "\n"),
            (5, "log.example/e-b+", "log.example/e-b"),
        ] {
            let changed = text.replacen(from, to, 1);
            let Err(NoticeError::Line { line: found, .. }) = Notice::parse(&changed) else {
                unreachable!("{changed}");
            };
            assert_eq!(found, line);
        }
        assert!(Notice::parse(&format!("{text}more\n")).is_err());
    }
}
