//! Trust policies (C2SP tlog-policy): which logs and witnesses are known, and which cosignatures make a
//! checkpoint acceptable.
//!
//! A policy comes from the one who verifies, never from what is verified.

mod read;

use std::collections::BTreeSet;
use std::fmt;

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::key::VerifierKey;
use crate::note::{Signature, SignedNote};

pub use read::{LineError, PolicyError};

/// The most logs, witnesses and groups of a policy, each. The specification asks for at least 32.
pub const MAX_LINES: usize = 256;

/// The longest policy in bytes.
pub const MAX_BYTES: usize = 1_000_000;

/// A policy. `FromStr` reads a policy file, `Display` writes one without comments.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy {
    logs: Vec<Log>,
    witnesses: Vec<Witness>,
    groups: Vec<Group>,
    /// `None` for `quorum none`.
    quorum: Option<Member>,
    /// The keys of the logs, then of the witnesses, for the verification of a note.
    keys: Vec<VerifierKey>,
}

/// A log that the policy knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// Its key; the name of the key is its origin.
    pub key: VerifierKey,
    /// Where it is, as the policy says.
    pub url: Option<String>,
}

/// A witness that the policy knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// Its name within the policy.
    pub name: String,
    /// Its key.
    pub key: VerifierKey,
    /// Where it is, as the policy says.
    pub url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Group {
    name: String,
    /// How many members must have witnessed, 1 to their number.
    threshold: usize,
    members: Vec<Member>,
}

/// A place in the list of witnesses, or of groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Member {
    Witness(usize),
    Group(usize),
}

/// What a policy says about a signed checkpoint whose signatures hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation<'a> {
    /// The checkpoint.
    pub checkpoint: Checkpoint,
    /// The log of its origin that signed.
    pub log: &'a Log,
    /// The witnesses that cosigned, with their times in POSIX seconds, in the order of the policy.
    pub cosigners: Vec<(&'a Witness, u64)>,
    /// Signatures of keys that the policy does not know, about which nothing is said.
    pub unknown: Vec<&'a Signature>,
    /// Whether the cosigners are enough.
    pub is_quorum_met: bool,
}

/// Why a checkpoint is not acceptable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AcceptError {
    /// The signatures do not hold, or no known log signed.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The signatures hold, but the cosignatures are not enough.
    #[error(
        "the quorum {quorum:?} is not met: {cosigners} of the {known} known witnesses cosigned"
    )]
    Quorum {
        /// The name of the quorum.
        quorum: String,
        /// How many known witnesses cosigned.
        cosigners: usize,
        /// How many witnesses the policy knows.
        known: usize,
    },
}

impl Policy {
    /// The known logs, in the order of the policy.
    pub fn logs(&self) -> &[Log] {
        &self.logs
    }

    /// The known witnesses, in the order of the policy.
    pub fn witnesses(&self) -> &[Witness] {
        &self.witnesses
    }

    /// The name of the quorum, a witness or a group; `None` where no cosignature is asked for.
    pub fn quorum(&self) -> Option<&str> {
        self.name(self.quorum?)
    }

    /// The fewest witnesses that can meet the quorum; 0 without one.
    pub fn fewest_cosigners(&self) -> usize {
        let mut of_groups: Vec<usize> = Vec::new();
        let of = |of_groups: &[usize], member| match member {
            Member::Witness(_) => 1,
            Member::Group(place) => of_groups.get(place).copied().unwrap_or(0),
        };
        for group in &self.groups {
            let mut each: Vec<usize> = group
                .members
                .iter()
                .map(|&member| of(&of_groups, member))
                .collect();
            each.sort_unstable();
            of_groups.push(each.iter().take(group.threshold).sum());
        }
        self.quorum.map_or(0, |quorum| of(&of_groups, quorum))
    }

    /// Whether these witnesses, by their names within the policy, meet the quorum. Other names count for
    /// nothing.
    pub fn is_met_by(&self, cosigners: &BTreeSet<&str>) -> bool {
        let mut groups: Vec<bool> = Vec::new();
        let has = |groups: &[bool], member| match member {
            Member::Witness(place) => self
                .witnesses
                .get(place)
                .is_some_and(|witness| cosigners.contains(witness.name.as_str())),
            Member::Group(place) => groups.get(place).copied().unwrap_or(false),
        };
        // A group names only groups before it.
        for group in &self.groups {
            let members = group.members.iter();
            let present = members.filter(|&&member| has(&groups, member)).count();
            groups.push(present >= group.threshold);
        }
        self.quorum.is_none_or(|quorum| has(&groups, quorum))
    }

    /// Verifies the signatures of a checkpoint and says who signed. The quorum need not be met.
    ///
    /// # Errors
    ///
    /// When the log of the origin is not known or did not sign, or a signature of any known key does not
    /// hold or is repeated.
    pub fn evaluate<'a>(&'a self, note: &'a SignedNote) -> Result<Evaluation<'a>, CheckpointError> {
        let (checkpoint, verified) = Checkpoint::verify_signers(note, &self.keys)?;
        let time_of = |key: &VerifierKey| {
            let known = verified.known.iter().find(|known| known.key == key)?;
            Some(known.time)
        };
        let is_signer = |log: &&Log| checkpoint.is_by(&log.key) && time_of(&log.key).is_some();
        let Some(log) = self.logs.iter().find(is_signer) else {
            return Err(CheckpointError::NotByLog(checkpoint.origin().to_owned()));
        };
        let cosigner = |witness: &'a Witness| Some((witness, time_of(&witness.key)??));
        let cosigners: Vec<_> = self.witnesses.iter().filter_map(cosigner).collect();
        let names = cosigners.iter().map(|(witness, _)| witness.name.as_str());
        Ok(Evaluation {
            is_quorum_met: self.is_met_by(&names.collect()),
            checkpoint,
            log,
            cosigners,
            unknown: verified.unknown,
        })
    }

    /// As [`Policy::evaluate`], and requires the quorum.
    pub fn accept<'a>(&'a self, note: &'a SignedNote) -> Result<Evaluation<'a>, AcceptError> {
        let evaluation = self.evaluate(note)?;
        if !evaluation.is_quorum_met {
            return Err(AcceptError::Quorum {
                quorum: self.quorum().unwrap_or_default().to_owned(),
                cosigners: evaluation.cosigners.len(),
                known: self.witnesses.len(),
            });
        }
        Ok(evaluation)
    }

    fn name(&self, member: Member) -> Option<&str> {
        match member {
            Member::Witness(place) => self.witnesses.get(place).map(|it| it.name.as_str()),
            Member::Group(place) => self.groups.get(place).map(|it| it.name.as_str()),
        }
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |f: &mut fmt::Formatter<'_>, url: &Option<String>| match url {
            Some(url) => writeln!(f, " {url}"),
            None => writeln!(f),
        };
        for Log { key, url } in &self.logs {
            write!(f, "log {key}")?;
            end(f, url)?;
        }
        for Witness { name, key, url } in &self.witnesses {
            write!(f, "witness {name} {key}")?;
            end(f, url)?;
        }
        for group in &self.groups {
            write!(f, "group {} ", group.name)?;
            match group.threshold {
                all if all == group.members.len() => f.write_str("all")?,
                1 => f.write_str("any")?,
                number => write!(f, "{number}")?,
            }
            for &member in &group.members {
                write!(f, " {}", self.name(member).unwrap_or_default())?;
            }
            writeln!(f)?;
        }
        writeln!(f, "quorum {}", self.quorum().unwrap_or(read::NONE))
    }
}
