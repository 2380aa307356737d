//! One record of the log: its kinds, its canonical bytes, and back. `spec/log-entry.md` is the
//! text; the bytes decide everything that a verifier re-derives.
//!
//! [`Entry::parse`] borrows from the bytes and reads straight into types. Only when that fails are
//! the bytes read a second time, slowly, for the list of all problems.

mod audit_step;
mod correction;
mod declaration;
mod election;
mod finding;
mod geography;
mod notice;
mod risk;
mod shape;
mod sheet;
mod source;
mod value;

use serde::{Deserialize, Serialize, Serializer};

pub use audit_step::{AuditOutcome, AuditStep, AuditStepKind};
pub use correction::{Correction, Superseded};
pub use declaration::{Coverage, Declaration, DeclaredOption, DeclaredPart};
pub use election::{
    Capacity, ContestHead, Election, Figure, HierarchyHead, OptionLine, Reading, RegisterTotal,
    Rule, TicketLine,
};
pub use finding::{Argument, Disposition, Finding, Message, Subject};
pub(crate) use finding::{parse_share, share_text};
pub use geography::{Division, Place, Register};
pub use notice::{
    AuditReport, Close, KeyCompromise, MAX_PUBLISHER, MAX_RESPONSE, Policy, PublisherLine,
    Recovery, Release, Respondent, Response, SheetStatusWord, Withheld, WithheldPart,
    WithheldReason,
};
pub use risk::Risk;
pub use shape::render_fields;
pub use sheet::{Counts, Sheet};
pub use source::{Identity, ImportIssue, Source, SourceFile};
pub(crate) use value::fixed;
pub use value::{Count, Digest, Flag, MAX_INTEGER, NOT_ON_FORM, Nth, Number, Text};

use crate::canonical::{self, Problem};

/// The most bytes of an entry: what an entry bundle can hold.
pub const MAX_BYTES: usize = 65_535;

/// Bytes that are no entry, or a record that cannot be one; every problem.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", describe(.problems))]
pub struct EntryError {
    /// At least one, in order of their place.
    pub problems: Vec<Problem>,
}

fn describe(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("; ")
}

macro_rules! kinds {
    ($($(#[$about:meta])* $name:ident$(<$life:lifetime>)? = $word:literal, record: $record:literal;)*) => {
        /// What kind of record an entry is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$about])* $name,)*
        }

        impl Kind {
            /// Every kind, in the order of the specification.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The word of `kind`.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// Whether it is a record of the data set, which a correction can supersede.
            pub fn is_record(self) -> bool {
                match self { $(Self::$name => $record,)* }
            }

            /// The kind of a word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)* _ => None }
            }
        }

        /// One record of the log.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Entry<'a> {
            $($(#[$about])* $name($name$(<$life>)?),)*
        }

        impl Entry<'_> {
            /// Its kind.
            pub fn kind(&self) -> Kind {
                match self { $(Self::$name(_) => Kind::$name,)* }
            }
        }

        impl Serialize for Entry<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$name(held) => held.serialize(serializer),)* }
            }
        }

        $(impl<'a> From<$name$(<$life>)?> for Entry<'a> {
            fn from(held: $name$(<$life>)?) -> Self {
                Self::$name(held)
            }
        })*
    };
}

kinds! {
    /// One part of the election.
    Election<'a> = "election", record: true;
    /// A division of a hierarchy.
    Division<'a> = "division", record: true;
    /// A polling place.
    Place<'a> = "place", record: true;
    /// A station.
    Register<'a> = "register", record: true;
    /// A source.
    Source<'a> = "source", record: true;
    /// A file that was read.
    SourceFile<'a> = "source-file", record: true;
    /// One reading of one sheet.
    Sheet<'a> = "sheet", record: true;
    /// A declared result.
    Declaration<'a> = "declaration", record: true;
    /// The declared result of one division.
    DeclaredPart<'a> = "declared-part", record: true;
    /// Something that went wrong while reading.
    ImportIssue<'a> = "import-issue", record: true;
    /// A finding that only private columns give.
    Finding<'a> = "finding", record: true;
    /// A decision on a finding.
    Disposition<'a> = "disposition", record: true;
    /// Supersedes an earlier record.
    Correction<'a> = "correction", record: false;
    /// The digest of an audit.
    AuditReport<'a> = "audit-report", record: false;
    /// A release.
    Release = "release", record: false;
    /// A reply to a finding.
    Response<'a> = "response", record: false;
    /// A removal of material beside the log.
    Withheld<'a> = "withheld", record: false;
    /// What is published when, and who can replace the key.
    Policy<'a> = "policy", record: false;
    /// The notice that a predecessor's key is lost.
    KeyCompromise<'a> = "key-compromise", record: false;
    /// The end of the collection.
    Close<'a> = "close", record: false;
    /// A step of an audit by sampling.
    AuditStep<'a> = "audit-step", record: false;
}

/// Enough of an entry to know its type.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    kind: Text<'a>,
    #[serde(borrow)]
    record: Option<RecordHead<'a>>,
}

#[derive(Deserialize)]
struct RecordHead<'a> {
    #[serde(borrow)]
    kind: Text<'a>,
}

impl<'a> Entry<'a> {
    /// The canonical bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, EntryError> {
        let mut bytes = Vec::with_capacity(256);
        self.write_to(&mut bytes)?;
        Ok(bytes)
    }

    /// Writes the canonical bytes over `bytes`, which writers of many entries reuse.
    pub fn write_to(&self, bytes: &mut Vec<u8>) -> Result<(), EntryError> {
        bytes.clear();
        let written = serde_json::to_writer(&mut *bytes, self);
        let problem = match written {
            Err(error) => Problem::new("$", "a record that can be written", error.to_string()),
            Ok(()) if bytes.len() > MAX_BYTES => {
                let kind = self.kind().word();
                too_long(format!("{} bytes of kind {kind}", bytes.len()))
            }
            Ok(()) => return Ok(()),
        };
        Err(EntryError {
            problems: vec![problem],
        })
    }

    /// Reads an entry: canonical bytes of a known kind and version, and nothing else.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, EntryError> {
        let mut again = Vec::with_capacity(bytes.len());
        Self::parse_with(bytes, &mut again)
    }

    /// As [`Entry::parse`], with a buffer that readers of many entries reuse.
    pub fn parse_with(bytes: &'a [u8], again: &mut Vec<u8>) -> Result<Self, EntryError> {
        let failed = |why: String| EntryError {
            problems: problems(bytes, why),
        };
        if bytes.len() > MAX_BYTES {
            return Err(failed(String::new()));
        }
        let entry = read(bytes).map_err(|error| failed(error.to_string()))?;
        entry
            .write_to(again)
            .map_err(|error| failed(error.to_string()))?;
        if again != bytes {
            return Err(failed("other bytes than the canonical ones".to_owned()));
        }
        if let Self::Response(reply) = &entry
            && !reply.is_within_limit()
        {
            return Err(failed("a reply that is empty or too long".to_owned()));
        }
        if let Self::Policy(policy) = &entry
            && let Some(publisher) = &policy.publisher
            && !publisher.is_within_limits()
        {
            return Err(failed("a publisher beyond the limits".to_owned()));
        }
        Ok(entry)
    }
}

/// Every problem of bytes as an entry, by the slow reader alone; none where [`Entry::parse`] takes them.
pub fn diagnose(bytes: &[u8]) -> Vec<Problem> {
    if bytes.len() > MAX_BYTES {
        return vec![too_long(format!("{} bytes", bytes.len()))];
    }
    let (node, mut problems) = canonical::scan(bytes);
    if let Some(node) = node {
        shape::check(&node, &mut problems);
    }
    problems
}

fn too_long(found: String) -> Problem {
    Problem::new("$", format!("at most {MAX_BYTES} bytes"), found)
}

/// Every problem of bytes that could not be read as an entry, `why` by the typed reader.
fn problems(bytes: &[u8], why: String) -> Vec<Problem> {
    let mut problems = diagnose(bytes);
    if problems.is_empty() {
        problems.push(Problem::new("$", "an entry of the log", why));
    }
    problems
}

fn read(bytes: &[u8]) -> Result<Entry<'_>, serde_json::Error> {
    let head: Head<'_> = serde_json::from_slice(bytes)?;
    let unknown = |word: &Text<'_>| serde::de::Error::custom(format!("unknown kind {word:?}"));
    let kind = Kind::from_word(head.kind.as_str()).ok_or_else(|| unknown(&head.kind))?;
    if kind != Kind::Correction {
        return read_plain(kind, bytes);
    }
    let Some(record) = head.record else {
        let read: correction::Read<serde::de::IgnoredAny> = serde_json::from_slice(bytes)?;
        let correction = Correction::from_parts(read.supersedes, None);
        return Ok(Entry::Correction(correction));
    };
    let of = Kind::from_word(record.kind.as_str())
        .filter(|kind| kind.is_record())
        .ok_or_else(|| unknown(&record.kind))?;
    read_correction(of, bytes).map(Entry::Correction)
}

fn read_plain(kind: Kind, bytes: &[u8]) -> Result<Entry<'_>, serde_json::Error> {
    fn typed<'a, T: Deserialize<'a> + Into<Entry<'a>>>(
        bytes: &'a [u8],
    ) -> Result<Entry<'a>, serde_json::Error> {
        serde_json::from_slice::<T>(bytes).map(Into::into)
    }
    match kind {
        Kind::Election => typed::<Election<'_>>(bytes),
        Kind::Division => typed::<Division<'_>>(bytes),
        Kind::Place => typed::<Place<'_>>(bytes),
        Kind::Register => typed::<Register<'_>>(bytes),
        Kind::Source => typed::<Source<'_>>(bytes),
        Kind::SourceFile => typed::<SourceFile<'_>>(bytes),
        Kind::Sheet => typed::<Sheet<'_>>(bytes),
        Kind::Declaration => typed::<Declaration<'_>>(bytes),
        Kind::DeclaredPart => typed::<DeclaredPart<'_>>(bytes),
        Kind::ImportIssue => typed::<ImportIssue<'_>>(bytes),
        Kind::Finding => typed::<Finding<'_>>(bytes),
        Kind::Disposition => typed::<Disposition<'_>>(bytes),
        Kind::AuditReport => typed::<AuditReport<'_>>(bytes),
        Kind::Release => typed::<Release>(bytes),
        Kind::Response => typed::<Response<'_>>(bytes),
        Kind::Withheld => typed::<Withheld<'_>>(bytes),
        Kind::Policy => typed::<Policy<'_>>(bytes),
        Kind::KeyCompromise => typed::<KeyCompromise<'_>>(bytes),
        Kind::Close => typed::<Close<'_>>(bytes),
        Kind::AuditStep => typed::<AuditStep<'_>>(bytes),
        Kind::Correction => Err(serde::de::Error::custom("a correction of a correction")),
    }
}

fn read_correction(record: Kind, bytes: &[u8]) -> Result<Correction<'_>, serde_json::Error> {
    fn typed<'a, T: Deserialize<'a> + Into<Entry<'a>>>(
        bytes: &'a [u8],
    ) -> Result<Correction<'a>, serde_json::Error> {
        let read: correction::Read<T> = serde_json::from_slice(bytes)?;
        let record = read.record.map(Into::into);
        Ok(Correction::from_parts(read.supersedes, record))
    }
    match record {
        Kind::Election => typed::<Election<'_>>(bytes),
        Kind::Division => typed::<Division<'_>>(bytes),
        Kind::Place => typed::<Place<'_>>(bytes),
        Kind::Register => typed::<Register<'_>>(bytes),
        Kind::Source => typed::<Source<'_>>(bytes),
        Kind::SourceFile => typed::<SourceFile<'_>>(bytes),
        Kind::Sheet => typed::<Sheet<'_>>(bytes),
        Kind::Declaration => typed::<Declaration<'_>>(bytes),
        Kind::DeclaredPart => typed::<DeclaredPart<'_>>(bytes),
        Kind::ImportIssue => typed::<ImportIssue<'_>>(bytes),
        Kind::Finding => typed::<Finding<'_>>(bytes),
        Kind::Disposition => typed::<Disposition<'_>>(bytes),
        _ => Err(serde::de::Error::custom("a correction of no record")),
    }
}
