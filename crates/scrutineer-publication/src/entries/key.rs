//! The stable name of a record over its versions.

use sha2::{Digest, Sha256};

use crate::entry::{Entry, Kind, Text};

/// The name of a record, the same for all of its versions: the first 128 bits of a SHA-256 over its
/// kind and the parts that `spec/log-entry.md` lists. Several readings of one sheet share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordKey([u8; 16]);

impl RecordKey {
    /// The key of a record; `None` for what is said once.
    pub fn of(entry: &Entry<'_>) -> Option<Self> {
        let mut of = Parts::new(entry.kind());
        match entry {
            Entry::Election(held) => of.text(&held.part.get().to_string()),
            Entry::Division(held) => {
                of.text(held.hierarchy.as_str());
                held.path.iter().for_each(|code| of.text(code.as_str()));
            }
            Entry::Place(held) => of.text(held.code.as_str()),
            Entry::Register(held) => return Some(Self::station(held.station.as_str())),
            Entry::Source(held) => of.text(held.id.as_str()),
            Entry::SourceFile(held) => {
                of.optional(held.source.as_ref());
                of.text(&format!("{:?}", held.role));
            }
            Entry::Sheet(held) => {
                of.text(held.source.as_str());
                of.text(held.station.as_str());
            }
            Entry::Declaration(held) => of.text(held.id.as_str()),
            Entry::DeclaredPart(held) => {
                of.text(held.declaration.as_str());
                held.division.iter().for_each(|code| of.text(code.as_str()));
            }
            Entry::ImportIssue(held) => {
                of.text(&format!("{:?}", held.problem));
                for part in [&held.source, &held.file, &held.column, &held.station] {
                    of.optional(part.as_ref());
                }
            }
            Entry::Finding(held) => of.text(held.key.as_str()),
            Entry::Disposition(held) => {
                of.text(held.finding.as_str());
                of.text(&held.date.to_string());
            }
            Entry::Correction(_)
            | Entry::AuditReport(_)
            | Entry::Release(_)
            | Entry::Response(_)
            | Entry::Withheld(_)
            | Entry::Policy(_)
            | Entry::KeyCompromise(_)
            | Entry::Close(_)
            | Entry::AuditStep(_) => return None,
        }
        Some(of.finish())
    }
}

impl RecordKey {
    /// The key of the record of a station.
    pub(crate) fn station(id: &str) -> Self {
        let mut of = Parts::new(Kind::Register);
        of.text(id);
        of.finish()
    }
}

/// Hashes parts with their lengths, so that no two lists of parts are one text.
struct Parts(Sha256);

impl Parts {
    fn new(kind: Kind) -> Self {
        let mut parts = Self(Sha256::new());
        parts.text(kind.word());
        parts
    }

    fn text(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_be_bytes());
        self.0.update(text.as_bytes());
    }

    fn optional(&mut self, text: Option<&Text<'_>>) {
        match text {
            Some(text) => self.text(text.as_str()),
            None => self.0.update(u64::MAX.to_be_bytes()),
        }
    }

    fn finish(self) -> RecordKey {
        let digest: [u8; 32] = self.0.finalize().into();
        let mut key = [0; 16];
        for (to, from) in key.iter_mut().zip(digest) {
            *to = from;
        }
        RecordKey(key)
    }
}
