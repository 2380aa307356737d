//! What people add to what was published: replies to findings, files disclosed, files withheld.
//!
//! Each is one signed entry or one pair of files, and then a release, so that a bundle never ends with
//! something that no release has. Order of a removal: the entry, the files, the salt. A run that stops
//! in between is finished by the next with the same words.

use scrutineer_logstore::{Head, LogReader, ObjectPath, Objects, Writer};
use scrutineer_model::Date;
use scrutineer_tlog::Hash;
use scrutineer_tlog::hash::sha256;

use super::release::{Released, latest, release};
use super::{PublishError, index};
use crate::derive::{Extras, REPORT};
use crate::disclosure::{Disclosed, Opening};
use crate::entry::{Digest, Entry, Response, Text, Withheld, WithheldPart, WithheldReason};
use crate::release::Manifest;
use crate::state::PrivateState;

/// The longest report that is read, in bytes.
const MAX_REPORT: u64 = 1 << 30;

/// Something cannot be added to what was published.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SaidError {
    /// There is no release yet.
    #[error("expected a bundle with a release, found none")]
    NoRelease,
    /// No finding of the published report has this key.
    #[error("finding: expected the key of a finding of the published report, found {found:?}{}", of_rule(.near))]
    NoFinding {
        /// The key.
        found: String,
        /// Keys of the same rule.
        near: Vec<String>,
    },
    /// The published report cannot be read.
    #[error("report.json: {0}")]
    Report(String),
    /// The contest has no such option.
    #[error("aligned-with: expected an id of an option, found {found:?}")]
    NoOption {
        /// The id.
        found: String,
    },
    /// The log has no commitment to such a file.
    #[error(
        "{file}: expected a file that the log commits to with a salt of this state, found SHA-256 {sha256}"
    )]
    NotCommitted {
        /// What it was called.
        file: String,
        /// Its digest.
        sha256: Hash,
    },
    /// No entry has the commitment.
    #[error("commitment: expected one that an entry has, found {found}")]
    NoCommitment {
        /// The commitment.
        found: Hash,
    },
}

fn of_rule(keys: &[String]) -> String {
    if keys.is_empty() {
        String::new()
    } else {
        format!("; of this rule there are {}", keys.join(", "))
    }
}

/// What a run did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The leaf of the entry; that of an earlier run where the log had it already.
    pub leaf: u64,
    /// The release; `None` where nothing was new.
    pub released: Option<Released>,
}

/// Appends a reply to a finding of the latest release, and releases. The same reply is appended once.
///
/// # Errors
/// [`SaidError`] where there is no such finding or option; those of the log.
pub fn respond<O: Objects, H: Head>(
    writer: &mut Writer<O, H>,
    reply: &Response<'_>,
) -> Result<Said, PublishError> {
    let manifest = latest(writer.objects(), writer.size())?.ok_or(SaidError::NoRelease)?;
    let report = report(writer.objects(), &manifest)?;
    let key = reply.finding.as_str();
    let keys = || report.findings.iter().map(|finding| finding.key.as_str());
    if !keys().any(|held| held == key) {
        let rule = key.split(':').next().unwrap_or_default();
        return Err(SaidError::NoFinding {
            found: key.to_owned(),
            near: keys()
                .filter(|held| !rule.is_empty() && held.starts_with(rule))
                .take(5)
                .map(str::to_owned)
                .collect(),
        }
        .into());
    }
    let options = || report.contests.iter().flat_map(|contest| &contest.options);
    for option in &reply.aligned_with {
        if !options().any(|held| held.id == option.as_str()) {
            return Err(SaidError::NoOption {
                found: option.as_str().to_owned(),
            }
            .into());
        }
    }
    append_once(writer, &Entry::Response(reply.clone()), &manifest)
}

fn append_once<O: Objects, H: Head>(
    writer: &mut Writer<O, H>,
    entry: &Entry<'_>,
    manifest: &Manifest,
) -> Result<Said, PublishError> {
    let bytes = entry.to_bytes()?;
    let mut held = None;
    let reader = LogReader::new(writer.objects());
    crate::derive::each_entry(&reader, writer.size(), &mut |leaf, _, of| {
        if of == bytes {
            held.get_or_insert(leaf);
        }
    })?;
    let leaf = held.unwrap_or(writer.size());
    if held.is_none() {
        writer.append(&[bytes])?;
    }
    let extras = Extras::held(writer.objects(), manifest)?;
    let released = release(writer, &extras, manifest.disclosed.clone())?;
    Ok(Said { leaf, released })
}

/// The published report.
fn report<O: Objects>(
    objects: &O,
    manifest: &Manifest,
) -> Result<scrutineer_audit::AuditReport, PublishError> {
    let mut files = manifest.files.iter();
    let file = files
        .find(|file| file.path == REPORT)
        .ok_or(SaidError::NoRelease)?;
    let bytes = objects
        .get(&file.object()?, MAX_REPORT)?
        .ok_or(SaidError::NoRelease)?;
    serde_json::from_slice(&bytes).map_err(|error| SaidError::Report(error.to_string()).into())
}

/// Puts files that the log commits to beside it, with what opens their commitments. Gives what a
/// manifest says of them.
///
/// # Errors
/// [`SaidError::NotCommitted`] for a file that no entry commits to; nothing is written then.
pub(super) fn disclose<O: Objects>(
    objects: &O,
    size: u64,
    state: &mut PrivateState,
    files: &[(String, Vec<u8>)],
) -> Result<Vec<Disclosed>, PublishError> {
    let known = index(objects, size)?;
    let mut opened = Vec::new();
    for (file, bytes) in files {
        let digest = sha256(bytes);
        let committed = state
            .held(digest)
            .filter(|held| known.leaf_of(&held.commitment).is_some());
        let Some(held) = committed else {
            return Err(SaidError::NotCommitted {
                file: file.clone(),
                sha256: digest,
            }
            .into());
        };
        opened.push((held.commitment, digest, bytes));
    }
    let mut disclosed = Vec::new();
    for (commitment, digest, _) in &opened {
        disclosed.push(Disclosed {
            commitment: Digest(*commitment),
            id: Digest(state.disclose(*digest)?),
        });
    }
    // The names first: a file whose name is lost could not be removed later.
    state.save()?;
    for (held, (_, digest, bytes)) in disclosed.iter().zip(&opened) {
        objects.put_same_or_new(&held.blob()?, bytes)?;
        if let Some(salted) = state.held(*digest) {
            let opening = Opening {
                bytes: salted.bytes,
                salt: Digest(Hash::from_bytes(*salted.salt.as_bytes())),
                sha256: Digest(*digest),
            };
            objects.put_same_or_new(&held.opening()?, &opening.to_bytes()?)?;
        }
    }
    Ok(disclosed)
}

/// Which material is withheld, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The commitment that can no longer be opened afterwards.
    pub commitment: Hash,
    /// Why, in a word.
    pub reason: WithheldReason,
    /// The legal or other basis.
    pub basis: String,
    /// Who ordered or decided it, as an office.
    pub authority: String,
    /// When.
    pub date: Date,
}

/// Says in the log that a file is withheld, deletes the file and what opens its commitment from the
/// bundle, forgets its salt, and releases. The record that commits to it stands.
///
/// # Errors
/// [`SaidError::NoCommitment`] where no entry has it; those of the log, the state and the store.
pub fn withhold<O: Objects, H: Head>(
    writer: &mut Writer<O, H>,
    state: &mut PrivateState,
    removal: &Removal,
) -> Result<Said, PublishError> {
    let manifest = latest(writer.objects(), writer.size())?.ok_or(SaidError::NoRelease)?;
    let known = index(writer.objects(), writer.size())?;
    let leaf = known
        .leaf_of(&removal.commitment)
        .ok_or(SaidError::NoCommitment {
            found: removal.commitment,
        })?;
    let notice = Withheld::new(
        crate::entry::Number::new(leaf).unwrap_or_default(),
        removal.commitment,
        WithheldPart::Blob,
        removal.reason,
        Text::new(&removal.basis),
        Text::new(&removal.authority),
        removal.date,
    );
    let entry = Entry::Withheld(notice);
    let bytes = entry.to_bytes()?;
    let held = known.notice_of(&removal.commitment);
    let leaf = held.unwrap_or(writer.size());
    if held.is_none() {
        writer.append(&[bytes])?;
    }
    let mut disclosed = manifest.disclosed.iter();
    if let Some(held) = disclosed.find(|held| held.commitment.0 == removal.commitment) {
        let paths: [ObjectPath; 2] = [held.blob()?, held.opening()?];
        for path in &paths {
            writer.objects().delete(path)?;
        }
    }
    state.withhold(&removal.commitment);
    state.save()?;
    let extras = Extras::held(writer.objects(), &manifest)?;
    let released = release(writer, &extras, manifest.disclosed.clone())?;
    Ok(Said { leaf, released })
}
