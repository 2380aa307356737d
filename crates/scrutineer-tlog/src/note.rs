//! Signed notes (C2SP signed-note): a text, an empty line, and lines of signatures.

use std::fmt;

use crate::key::{KeyId, KeyName, VerifierKey};
use crate::text;

/// The longest note in bytes.
pub const MAX_BYTES: usize = 1_000_000;

/// The most signatures of a note. The specification asks for at least 16.
pub const MAX_SIGNATURES: usize = 100;

/// What a line of a signature begins with: an em dash and a space.
const DASH: &str = "\u{2014} ";

/// Why bytes are not a signed note.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Longer than a note may be.
    #[error("expected a note of at most {MAX_BYTES} bytes, found {0}")]
    TooLong(usize),
    /// Not UTF-8.
    #[error("expected UTF-8, found another byte at offset {0}")]
    Encoding(usize),
    /// A control character other than line feed; a carriage return is one.
    #[error("expected no control characters but line feeds, found 0x{byte:02x} at offset {offset}")]
    Control {
        /// The character.
        byte: u8,
        /// Where, in bytes from 0.
        offset: usize,
    },
    /// The last line, or the text, does not end with a line feed.
    #[error("expected a line feed at the end")]
    Unfinished,
    /// No empty line before the signatures.
    #[error("expected an empty line between the text and its signatures")]
    Separator,
    /// A line below the empty line is not one of a signature.
    #[error("expected `{DASH}NAME BASE64` in line {line}, found {found:?}")]
    Line {
        /// The line of the note, from 1.
        line: usize,
        /// What it says.
        found: String,
    },
    /// More signatures than a note may have.
    #[error("expected at most {MAX_SIGNATURES} signatures")]
    TooMany,
}

/// One signature: of which key, and its bytes. `Display` is its line without the line feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    name: KeyName,
    key_id: KeyId,
    bytes: Vec<u8>,
}

impl Signature {
    pub(crate) const fn new(name: KeyName, key_id: KeyId, bytes: Vec<u8>) -> Self {
        Self {
            name,
            key_id,
            bytes,
        }
    }

    /// The name of the key.
    pub const fn name(&self) -> &KeyName {
        &self.name
    }

    /// The id of the key.
    pub const fn key_id(&self) -> KeyId {
        self.key_id
    }

    /// The signature without the key id.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether name and id are those of the key.
    pub fn is_of(&self, key: &VerifierKey) -> bool {
        self.key_id == key.id() && self.name == *key.name()
    }

    fn is_of_same_key(&self, other: &Self) -> bool {
        self.key_id == other.key_id && self.name == other.name
    }

    /// Reads a line without its line feed.
    fn read(line: &str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix(DASH)?.split_once(' ')?;
        let name = KeyName::parse(name).ok()?;
        let decoded = text::decode_base64(encoded)?;
        let (&key_id, bytes) = decoded.split_first_chunk::<{ KeyId::LEN }>()?;
        (!bytes.is_empty()).then(|| Self::new(name, KeyId::from_bytes(key_id), bytes.to_vec()))
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = self.key_id.as_bytes().to_vec();
        bytes.extend(&self.bytes);
        let encoded = text::encode_base64(&bytes);
        write!(f, "{DASH}{} {encoded}", self.name)
    }
}

/// Lines of signatures, each ending in a line feed, as a witness answers with.
pub fn parse_signatures(bytes: &[u8]) -> Result<Vec<Signature>, NoteError> {
    read_signatures(check(bytes)?, 1)
}

/// A text and its signatures. Parsing verifies nothing; see [`SignedNote::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedNote {
    text: String,
    signatures: Vec<Signature>,
}

impl SignedNote {
    /// A text, which must end in a line feed, without signatures yet.
    pub fn new(text: String) -> Result<Self, NoteError> {
        check(text.as_bytes())?;
        Ok(Self {
            text,
            signatures: Vec::new(),
        })
    }

    /// Reads a note with at least one signature. The text ends at the last empty line.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        let note = check(bytes)?;
        let at = note.rfind("\n\n").ok_or(NoteError::Separator)?;
        let (text, rest) = note
            .split_at_checked(at.saturating_add(1))
            .ok_or(NoteError::Separator)?;
        let below = text.matches('\n').count().saturating_add(2);
        let signatures = read_signatures(rest.strip_prefix('\n').unwrap_or(rest), below)?;
        Ok(Self {
            text: text.to_owned(),
            signatures,
        })
    }

    /// The text, with its line feed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures in their order, verified or not.
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// Adds a signature. One of the same key (name and id) is replaced, since a note with two is
    /// refused.
    pub fn put(&mut self, signature: Signature) -> Result<(), NoteError> {
        let same = |held: &&mut Signature| held.is_of_same_key(&signature);
        if let Some(held) = self.signatures.iter_mut().find(same) {
            *held = signature;
        } else if self.signatures.len() < MAX_SIGNATURES {
            self.signatures.push(signature);
        } else {
            return Err(NoteError::TooMany);
        }
        Ok(())
    }

    /// Verifies every signature of these keys. Signatures of other keys are given back as unknown.
    ///
    /// # Errors
    ///
    /// When a signature of a known key does not hold or stands there twice, when no known key signed, or
    /// when two different keys share name and id.
    pub fn verify<'a>(&'a self, keys: &'a [VerifierKey]) -> Result<Verified<'a>, VerifyError> {
        let mut known: Vec<Known<'a>> = Vec::new();
        let mut unknown = Vec::new();
        for signature in &self.signatures {
            let mut candidates = keys.iter().filter(|key| signature.is_of(key));
            let Some(key) = candidates.next() else {
                unknown.push(signature);
                continue;
            };
            let about = |why: fn(KeyName, KeyId) -> VerifyError| why(key.name().clone(), key.id());
            if candidates.any(|other| other != key) {
                return Err(about(VerifyError::Ambiguous));
            }
            if known.iter().any(|known| known.key == key) {
                return Err(about(VerifyError::Repeated));
            }
            let time = key
                .verify(&self.text, &signature.bytes)
                .map_err(|_| about(VerifyError::Invalid))?;
            known.push(Known { key, time });
        }
        if known.is_empty() {
            return Err(VerifyError::NoKnownKey);
        }
        Ok(Verified { known, unknown })
    }
}

impl fmt::Display for SignedNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures
            .iter()
            .try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

/// The signatures of a note that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified<'a> {
    /// Those of known keys, at least one, in the order of the note; all of them hold.
    pub known: Vec<Known<'a>>,
    /// Those of other keys, about which nothing is said.
    pub unknown: Vec<&'a Signature>,
}

/// A signature that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known<'a> {
    /// The key.
    pub key: &'a VerifierKey,
    /// The time of a cosignature in POSIX seconds; `None` of a type without time.
    pub time: Option<u64>,
}

/// Why the signatures of a note do not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// A signature of a known key does not hold.
    #[error("the signature of {0} (key id {1}) does not hold")]
    Invalid(KeyName, KeyId),
    /// Two signatures of one key.
    #[error("{0} (key id {1}) stands under the note more than once")]
    Repeated(KeyName, KeyId),
    /// Two different keys of the verifier have the same name and id.
    #[error("two of the given keys are both {0} (key id {1})")]
    Ambiguous(KeyName, KeyId),
    /// None of the keys signed.
    #[error("no known key signed the note")]
    NoKnownKey,
}

/// What every text and note must be: UTF-8, bounded, without control characters, ending in a line feed.
fn check(bytes: &[u8]) -> Result<&str, NoteError> {
    if bytes.len() > MAX_BYTES {
        return Err(NoteError::TooLong(bytes.len()));
    }
    let is_control = |(_, byte): &(usize, &u8)| **byte < b' ' && **byte != b'\n';
    if let Some((offset, &byte)) = bytes.iter().enumerate().find(is_control) {
        return Err(NoteError::Control { byte, offset });
    }
    let text = str::from_utf8(bytes).map_err(|error| NoteError::Encoding(error.valid_up_to()))?;
    if text.ends_with('\n') {
        Ok(text)
    } else {
        Err(NoteError::Unfinished)
    }
}

/// The lines of signatures, the first of which is line `from` of the note.
fn read_signatures(lines: &str, from: usize) -> Result<Vec<Signature>, NoteError> {
    let mut signatures = Vec::new();
    for (line, found) in (from..).zip(lines.split_terminator('\n')) {
        if signatures.len() == MAX_SIGNATURES {
            return Err(NoteError::TooMany);
        }
        let signature = Signature::read(found).ok_or_else(|| NoteError::Line {
            line,
            found: text::shortened(found),
        })?;
        signatures.push(signature);
    }
    if signatures.is_empty() {
        return Err(NoteError::Separator);
    }
    Ok(signatures)
}
