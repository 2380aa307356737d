//! What is said once and not corrected: reports, releases, replies, notices, policies, the end.

use std::collections::BTreeMap;

use scrutineer_model::{Date, Publisher, SheetStatus, SourceLabel};
use scrutineer_tlog::Hash;
use serde::{Deserialize, Serialize};

use crate::entry::value::{Digest, Number, Text, V1, tag};

tag!(
    AuditReportTag = "audit-report",
    ReleaseTag = "release",
    ResponseTag = "response",
    WithheldTag = "withheld",
    PolicyTag = "policy",
    KeyCompromiseTag = "key-compromise",
    CloseTag = "close",
);

/// The audit of the records before a size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AuditReport<'a> {
    pub(crate) kind: AuditReportTag,
    /// SHA-256 of the canonical part of the report: its id.
    pub report: Digest,
    /// Version of the rule set.
    #[serde(borrow)]
    pub rules: Text<'a>,
    /// The entries audited: those before this size.
    pub size: Number,
    pub(crate) v: V1,
}

impl<'a> AuditReport<'a> {
    /// The audit of the first `size` entries.
    pub fn new(size: Number, report: Hash, rules: Text<'a>) -> Self {
        Self {
            kind: AuditReportTag,
            report: Digest(report),
            rules,
            size,
            v: V1,
        }
    }
}

/// A release: whoever trusts a checkpoint over this entry trusts every file of the manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Release {
    pub(crate) kind: ReleaseTag,
    /// SHA-256 of the manifest's bytes.
    pub manifest: Digest,
    /// Root of the tree of the first `size` entries.
    pub root: Digest,
    /// Entries that the release is made from.
    pub size: Number,
    pub(crate) v: V1,
}

impl Release {
    /// The release of the first `size` entries.
    pub fn new(size: Number, root: Hash, manifest: Hash) -> Self {
        Self {
            kind: ReleaseTag,
            manifest: Digest(manifest),
            root: Digest(root),
            size,
            v: V1,
        }
    }
}

/// The longest reply to a finding, in characters.
pub const MAX_RESPONSE: usize = 4_000;

/// A reply to a finding, shown unedited beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Response<'a> {
    /// Options for whom a party replies.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub aligned_with: Vec<Text<'a>>,
    /// Who replies, as a role, never as a person.
    pub by: Respondent,
    /// When it was received.
    pub date: Date,
    /// Key of the finding.
    #[serde(borrow)]
    pub finding: Text<'a>,
    pub(crate) kind: ResponseTag,
    /// The reply, as received.
    #[serde(borrow)]
    text: Text<'a>,
    pub(crate) v: V1,
}

impl<'a> Response<'a> {
    /// A reply; `None` where it is empty or has more than [`MAX_RESPONSE`] characters.
    pub fn new(finding: Text<'a>, by: Respondent, date: Date, text: Text<'a>) -> Option<Self> {
        let reply = Self {
            aligned_with: Vec::new(),
            by,
            date,
            finding,
            kind: ResponseTag,
            text,
            v: V1,
        };
        reply.is_within_limit().then_some(reply)
    }

    /// The reply, as received.
    pub fn text(&self) -> &str {
        self.text.as_str()
    }

    pub(crate) fn is_within_limit(&self) -> bool {
        let length = self.text.as_str().chars().count();
        length > 0 && length <= MAX_RESPONSE
    }
}

/// Who may reply to a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Respondent {
    /// The body that runs the election.
    Authority,
    /// A campaign; `aligned_with` names its options.
    Party,
    /// An observer mission.
    Observer,
}

/// Material beside the log was removed; the record that commits to it stands and counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Withheld<'a> {
    /// Who ordered or decided it, as an office.
    #[serde(borrow)]
    pub authority: Text<'a>,
    /// The legal or other basis.
    #[serde(borrow)]
    pub basis: Text<'a>,
    /// The commitment that can no longer be opened.
    pub commitment: Digest,
    /// When.
    pub date: Date,
    pub(crate) kind: WithheldTag,
    /// The leaf whose record has the commitment.
    pub leaf: Number,
    /// Why, in a word.
    pub reason: WithheldReason,
    pub(crate) v: V1,
    /// What was removed.
    pub what: WithheldPart,
}

impl<'a> Withheld<'a> {
    /// A notice of removal.
    pub fn new(
        leaf: Number,
        commitment: Hash,
        what: WithheldPart,
        reason: WithheldReason,
        basis: Text<'a>,
        authority: Text<'a>,
        date: Date,
    ) -> Self {
        Self {
            authority,
            basis,
            commitment: Digest(commitment),
            date,
            kind: WithheldTag,
            leaf,
            reason,
            v: V1,
            what,
        }
    }
}

/// Why material was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WithheldReason {
    /// It shows a person.
    PersonalData,
    /// Somebody is in danger.
    Safety,
    /// Whoever gave it no longer agrees.
    ConsentWithdrawn,
    /// A court or authority ordered it.
    Order,
    /// Another reason, which `basis` gives.
    Other,
}

/// What kind of material was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WithheldPart {
    /// A file.
    Blob,
    /// A single value.
    Field,
}

/// What is published when, and who can replace the log's key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Policy<'a> {
    /// Kinds of sources whose records are published at once; the others in batches.
    pub at_once: Vec<SourceLabel>,
    pub(crate) kind: PolicyTag,
    /// Least minutes between two batches.
    pub minutes: u32,
    /// Who publishes, and where to reply.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) publisher: Option<PublisherLine<'a>>,
    /// Keys that can declare the log's key lost.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub recovery: Option<Recovery<'a>>,
    /// Least stations of a batch.
    pub stations: u32,
    pub(crate) v: V1,
}

impl<'a> Policy<'a> {
    /// A policy.
    pub fn new(
        at_once: Vec<SourceLabel>,
        stations: u32,
        minutes: u32,
        recovery: Option<Recovery<'a>>,
    ) -> Self {
        Self {
            at_once,
            kind: PolicyTag,
            minutes,
            publisher: None,
            recovery,
            stations,
            v: V1,
        }
    }

    /// Who publishes, and where to reply; `None` where that is not said.
    pub fn published_by(&self) -> Option<Publisher> {
        self.publisher.as_ref().map(|held| Publisher {
            name: held.name.to_string(),
            contact: held.contact.to_string(),
            reply_days: held.reply_days,
            licence: held.licence.as_ref().map(ToString::to_string),
            site: held.site.as_ref().map(ToString::to_string),
        })
    }
}

/// The longest text about who publishes, in characters: normal form C makes one of the folder at most three times as long.
pub const MAX_PUBLISHER: usize = 600;
/// The most days within which a reply can be promised.
const MAX_DAYS: u16 = 365;

/// Who publishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PublisherLine<'a> {
    /// Where replies are received, as data.
    #[serde(borrow)]
    contact: Text<'a>,
    /// Licence of the tables that are made from the log, as data.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    licence: Option<Text<'a>>,
    /// An organisation or an office, as data.
    #[serde(borrow)]
    name: Text<'a>,
    /// Within how many days a reply is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_days: Option<u16>,
    /// Where the pages are published, as data.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    site: Option<Text<'a>>,
}

impl PublisherLine<'_> {
    /// The texts in normal form C; `None` where one is empty or has more than [`MAX_PUBLISHER`] characters, the days
    /// are not 1 to 365, or the site is not as [`Publisher::is_site`] has it.
    pub fn new(publisher: &Publisher) -> Option<Self> {
        let line = Self {
            contact: Text::owned(publisher.contact.clone()),
            licence: publisher.licence.clone().map(Text::owned),
            name: Text::owned(publisher.name.clone()),
            reply_days: publisher.reply_days,
            site: publisher.site.clone().map(Text::owned),
        };
        line.is_within_limits().then_some(line)
    }

    pub(crate) fn is_within_limits(&self) -> bool {
        let mut texts = [&self.contact, &self.name].into_iter().chain(&self.licence);
        texts.all(|text| (1..=MAX_PUBLISHER).contains(&text.as_str().chars().count()))
            && self
                .reply_days
                .is_none_or(|days| (1..=MAX_DAYS).contains(&days))
            && self
                .site
                .as_ref()
                .is_none_or(|site| Publisher::is_site(site.as_str()))
    }
}

/// Keys that together can declare a log's key lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Recovery<'a> {
    /// Verifier keys, as in a policy file.
    #[serde(borrow)]
    pub keys: Vec<Text<'a>>,
    /// How many of them must sign.
    pub threshold: u16,
}

/// The notice that the key of a predecessor is lost: the first entry of the log that continues it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct KeyCompromise<'a> {
    pub(crate) kind: KeyCompromiseTag,
    /// The signed notice, word for word, with the signatures of the recovery keys.
    #[serde(borrow)]
    pub notice: Text<'a>,
    pub(crate) v: V1,
}

impl<'a> KeyCompromise<'a> {
    /// The entry of a signed notice.
    pub fn new(notice: Text<'a>) -> Self {
        Self {
            kind: KeyCompromiseTag,
            notice,
            v: V1,
        }
    }
}

/// The end of the collection: the stations without a sheet, by reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Close<'a> {
    /// Over all parts: how many stations have no sheet of any source, by what became of it.
    pub counts: BTreeMap<SheetStatusWord, Number>,
    /// When.
    pub date: Date,
    pub(crate) kind: CloseTag,
    /// From 1.
    pub part: Number,
    /// How many parts there are.
    pub parts: Number,
    /// Ids of stations of this part, by reason, in order.
    #[serde(borrow)]
    pub stations: BTreeMap<SheetStatusWord, Vec<Text<'a>>>,
    pub(crate) v: V1,
}

impl<'a> Close<'a> {
    /// Part `part` of `parts`; `counts` are over all parts.
    pub fn new(
        date: Date,
        part: Number,
        parts: Number,
        counts: BTreeMap<SheetStatusWord, Number>,
        stations: BTreeMap<SheetStatusWord, Vec<Text<'a>>>,
    ) -> Self {
        Self {
            counts,
            date,
            kind: CloseTag,
            part,
            parts,
            stations,
            v: V1,
        }
    }
}

/// A [`SheetStatus`] in the order of its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SheetStatusWord(pub SheetStatus);

impl Ord for SheetStatusWord {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.word().cmp(other.0.word())
    }
}

impl PartialOrd for SheetStatusWord {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
