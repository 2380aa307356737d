//! Reading a policy file (C2SP tlog-policy, "Policy file syntax and structure").

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use super::{Group, Log, MAX_BYTES, MAX_LINES, Member, Policy, Witness};
use crate::key::{Algorithm, KeyError, VerifierKey};
use crate::text;

/// The quorum that asks for no cosignature; no witness and no group can have this name.
pub(super) const NONE: &str = "none";

/// Every line of a policy that is refused, in its order. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyError(Vec<(usize, LineError)>);

impl PolicyError {
    /// The number of each line, from 1, and what is wrong with it.
    pub fn lines(&self) -> &[(usize, LineError)] {
        &self.0
    }
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (line, error)) in self.0.iter().enumerate() {
            let separator = if place == 0 { "" } else { "\n" };
            write!(f, "{separator}line {line}: {error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for PolicyError {}

/// What is wrong with a line of a policy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// The file is longer than a policy may be.
    #[error("expected a policy of at most {MAX_BYTES} bytes, found {0}")]
    TooLong(usize),
    /// A control character other than tab and line feed.
    #[error("expected no control characters but tabs and line feeds, found 0x{0:02x}")]
    Control(u8),
    /// The last line does not end with a line feed.
    #[error("expected a line feed at the end of the last line")]
    Unfinished,
    /// Another first word.
    #[error("expected `log`, `witness`, `group` or `quorum`, found {0:?}")]
    Keyword(String),
    /// Too few words, or too many.
    #[error("expected `{0}`")]
    Form(&'static str),
    /// Not a key.
    #[error(transparent)]
    Key(KeyError),
    /// A key that cannot sign what this line is about.
    #[error("expected a key of type 0x{expected:02x}, found 0x{found:02x}")]
    Algorithm {
        /// The type that logs, or witnesses, sign with.
        expected: u8,
        /// The type of the key.
        found: u8,
    },
    /// A public key that stands in an earlier line, under whatever name and type.
    #[error("the public key stands in line {0} already")]
    SameKey(usize),
    /// A name that is defined already, or reserved.
    #[error("the name {0:?} is taken")]
    NameTaken(String),
    /// A name that no line before defines.
    #[error("expected the name of a witness or a group defined above, found {0:?}")]
    Undefined(String),
    /// A name that is a member already, of this group or another.
    #[error("{0:?} is already a member of a group")]
    SecondMembership(String),
    /// Not a threshold of so many members.
    #[error("expected `all`, `any` or a number from 1 to {members}, found {found:?}")]
    Threshold {
        /// How many members the group has.
        members: usize,
        /// What stands there.
        found: String,
    },
    /// More than one quorum.
    #[error("the quorum is stated in line {0} already")]
    SecondQuorum(usize),
    /// No quorum in the whole file; the line is the last one.
    #[error("expected a line `quorum NAME` or `quorum none`, found none")]
    NoQuorum,
    /// More logs, witnesses or groups than a policy may have.
    #[error("expected at most {MAX_LINES} lines of this kind")]
    TooMany,
}

impl FromStr for Policy {
    type Err = PolicyError;

    /// Reads a policy file. All lines that are refused are told, each with its first problem.
    fn from_str(text: &str) -> Result<Self, PolicyError> {
        let mut reader = Reader::default();
        let mut errors = Vec::new();
        if text.len() > MAX_BYTES {
            return Err(PolicyError(vec![(1, LineError::TooLong(text.len()))]));
        }
        let mut last = 1;
        for (line, content) in (1..).zip(text.split_terminator('\n')) {
            last = line;
            reader.line = line;
            if let Err(error) = reader.read(content) {
                errors.push((line, error));
            }
        }
        if !text.is_empty() && !text.ends_with('\n') {
            errors.push((last, LineError::Unfinished));
        }
        if reader.quorum_line.is_none() {
            errors.push((last, LineError::NoQuorum));
        }
        if errors.is_empty() {
            let mut policy = reader.policy;
            let of_logs = policy.logs.iter().map(|log| &log.key);
            let of_witnesses = policy.witnesses.iter().map(|witness| &witness.key);
            policy.keys = of_logs.chain(of_witnesses).cloned().collect();
            Ok(policy)
        } else {
            Err(PolicyError(errors))
        }
    }
}

#[derive(Default)]
struct Reader {
    policy: Policy,
    /// The line being read, from 1.
    line: usize,
    names: BTreeMap<String, Member>,
    memberships: BTreeSet<Member>,
    /// Public keys and the line where each stands.
    public_keys: BTreeMap<[u8; 32], usize>,
    quorum_line: Option<usize>,
}

impl Reader {
    fn read(&mut self, content: &str) -> Result<(), LineError> {
        let is_control = |byte: &u8| (*byte < b' ' && *byte != b'\t') || *byte == 0x7f;
        if let Some(byte) = content.bytes().find(is_control) {
            return Err(LineError::Control(byte));
        }
        // Only the two ASCII blanks separate words; a name may hold any other character.
        let words: Vec<&str> = content
            .split([' ', '\t'])
            .filter(|word| !word.is_empty())
            .collect();
        match words.as_slice() {
            [] => Ok(()),
            [first, ..] if first.starts_with('#') => Ok(()),
            ["log", key] => self.log_line(key, None),
            ["log", key, url] => self.log_line(key, Some(url)),
            ["log", ..] => Err(LineError::Form("log VKEY [URL]")),
            ["witness", name, key] => self.witness(name, key, None),
            ["witness", name, key, url] => self.witness(name, key, Some(url)),
            ["witness", ..] => Err(LineError::Form("witness NAME VKEY [URL]")),
            ["group", name, threshold, members @ ..] if !members.is_empty() => {
                self.group(name, threshold, members)
            }
            ["group", ..] => Err(LineError::Form("group NAME all|any|K MEMBER...")),
            ["quorum", name] => self.quorum(name),
            ["quorum", ..] => Err(LineError::Form("quorum NAME|none")),
            [other, ..] => Err(LineError::Keyword(text::shortened(other))),
        }
    }

    fn log_line(&mut self, key: &str, url: Option<&str>) -> Result<(), LineError> {
        expect_room(self.policy.logs.len())?;
        let key = self.key(key, Algorithm::Ed25519)?;
        self.policy.logs.push(Log {
            key,
            url: url.map(str::to_owned),
        });
        Ok(())
    }

    fn witness(&mut self, name: &str, key: &str, url: Option<&str>) -> Result<(), LineError> {
        let place = self.policy.witnesses.len();
        expect_room(place)?;
        // The name first: later lines that use it are then not refused as well.
        self.define(name, Member::Witness(place))?;
        let key = self.key(key, Algorithm::CosignatureV1)?;
        self.policy.witnesses.push(Witness {
            name: name.to_owned(),
            key,
            url: url.map(str::to_owned),
        });
        Ok(())
    }

    fn group(&mut self, name: &str, threshold: &str, members: &[&str]) -> Result<(), LineError> {
        let place = self.policy.groups.len();
        expect_room(place)?;
        let members = members
            .iter()
            .map(|member| self.membership(member))
            .collect::<Result<Vec<_>, _>>()?;
        self.define(name, Member::Group(place))?;
        let threshold = read_threshold(threshold, members.len())?;
        self.policy.groups.push(Group {
            name: name.to_owned(),
            threshold,
            members,
        });
        Ok(())
    }

    fn quorum(&mut self, name: &str) -> Result<(), LineError> {
        if let Some(line) = self.quorum_line {
            return Err(LineError::SecondQuorum(line));
        }
        self.quorum_line = Some(self.line);
        self.policy.quorum = match name {
            NONE => None,
            name => Some(self.find(name)?),
        };
        Ok(())
    }

    fn key(&mut self, key: &str, expected: Algorithm) -> Result<VerifierKey, LineError> {
        let key: VerifierKey = key.parse().map_err(LineError::Key)?;
        if key.algorithm() != expected {
            return Err(LineError::Algorithm {
                expected: expected.byte(),
                found: key.algorithm().byte(),
            });
        }
        // Also across logs and witnesses: a log that cosigns for itself is no witness.
        match self.public_keys.entry(*key.public()) {
            Entry::Occupied(earlier) => Err(LineError::SameKey(*earlier.get())),
            Entry::Vacant(free) => {
                free.insert(self.line);
                Ok(key)
            }
        }
    }

    fn define(&mut self, name: &str, member: Member) -> Result<(), LineError> {
        if name == NONE || self.names.contains_key(name) {
            return Err(LineError::NameTaken(text::shortened(name)));
        }
        self.names.insert(name.to_owned(), member);
        Ok(())
    }

    fn find(&self, name: &str) -> Result<Member, LineError> {
        let undefined = || LineError::Undefined(text::shortened(name));
        self.names.get(name).copied().ok_or_else(undefined)
    }

    fn membership(&mut self, name: &str) -> Result<Member, LineError> {
        let member = self.find(name)?;
        if self.memberships.insert(member) {
            Ok(member)
        } else {
            Err(LineError::SecondMembership(text::shortened(name)))
        }
    }
}

fn expect_room(lines: usize) -> Result<(), LineError> {
    if lines < MAX_LINES {
        Ok(())
    } else {
        Err(LineError::TooMany)
    }
}

fn read_threshold(threshold: &str, members: usize) -> Result<usize, LineError> {
    let number = match threshold {
        "all" => Some(members),
        "any" => Some(1),
        number => text::parse_decimal(number).and_then(|number| usize::try_from(number).ok()),
    };
    number
        .filter(|number| (1..=members).contains(number))
        .ok_or_else(|| LineError::Threshold {
            members,
            found: text::shortened(threshold),
        })
}
