//! Where numbers come from: inputs, sources, and who had them in hand.

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::date::Date;
use crate::index::{ContestIdx, OptionIdx};

/// The coarse kind of a source: the only thing that is public about who supplied it.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum SourceLabel {
    /// The body that runs the election.
    Authority,
    /// A campaign or its agents; `aligned_with` names the options.
    PartyAligned,
    /// An observer mission.
    Observer,
    /// Press.
    Media,
    /// A court file.
    Court,
    /// Citizens.
    Citizen,
    /// Known and kept back, so that nobody can be found through it: the set is marked sensitive. Its id and
    /// origin say nothing then, the rest of its provenance is absent, and no page says which of several such
    /// sets has a station.
    Withheld,
    /// Nobody says.
    Unknown,
}

/// How a set of sheets came to be here. `None` is written `unknown` and printed as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Who supplied it.
    pub supplied_by: SourceLabel,
    /// Options whose campaign supplied it; empty for none.
    pub aligned_with: Vec<OptionIdx>,
    /// From which place or publication it was obtained.
    pub obtained_from: Option<String>,
    /// When.
    pub obtained_on: Option<Date>,
    /// By which role, never by whom.
    pub obtained_by_role: Option<String>,
    /// How: copied by agents, recognised by machine, typed twice ...
    pub method: Option<String>,
    /// On what: paper copies, pictures, a file.
    pub medium: Option<String>,
    /// Licence of the data.
    pub licence: Option<String>,
    /// The source of this folder that it was made from.
    pub derived_from: Option<Code>,
    /// What was done to it since.
    pub transformations: Option<String>,
}

/// Sources with a common root count as one origin: two readings of the same pictures agree
/// whatever the pictures are.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(transparent)]
pub struct Origin(pub Code);

/// A set of sheets of one contest from one provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Short id.
    pub id: Code,
    /// The contest that its sheets are about.
    pub contest: ContestIdx,
    /// Its root, resolved through `derived_from`.
    pub origin: Origin,
    /// How it came to be here.
    pub provenance: Provenance,
    /// Which sums its form promises. At least one where the form allows any.
    pub identities: Vec<Identity>,
    /// Rows read from its files.
    pub rows: u64,
    /// Rows that could not be used, each with an [`crate::ImportIssue`].
    pub rejected: u64,
}

impl Source {
    /// Whether the folder marks it as sensitive: what is said of its sheets must not lead to the people who made the
    /// copies.
    pub fn is_withheld(&self) -> bool {
        self.provenance.supplied_by == SourceLabel::Withheld
    }
}

/// A number that a form can have beside the votes per option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Voters on the list of the station. NIST: `VotersRegistered`.
    Registered,
    /// Ballots issued to the station or to voters.
    Issued,
    /// Voters who signed or were marked. NIST: `VotersParticipated`.
    Voters,
    /// Ballots found in the box. NIST: `BallotsCast`.
    Ballots,
    /// Votes that count for an option.
    Valid,
    /// Spoilt votes.
    Invalid,
    /// Votes for nobody.
    Blank,
}

impl Field {
    /// Every field, in the order of the columns.
    pub const ALL: [Self; 7] = [
        Self::Registered,
        Self::Issued,
        Self::Voters,
        Self::Ballots,
        Self::Valid,
        Self::Invalid,
        Self::Blank,
    ];

    /// Position in [`Field::ALL`].
    pub fn position(self) -> usize {
        self as usize
    }

    /// The word of the election folder.
    pub fn word(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Issued => "issued",
            Self::Voters => "voters",
            Self::Ballots => "ballots",
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Blank => "blank",
        }
    }
}

/// A sum that the form promises: both sides add up to the same number. An empty list of fields
/// with `options` set stands for the sum of all options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// As written in the folder, for messages: `options = valid`.
    pub text: String,
    /// Whether the left side has the sum of all options.
    pub options: bool,
    /// Further fields on the left side.
    pub left: Vec<Field>,
    /// Fields on the right side.
    pub right: Vec<Field>,
}

/// Who publishes a log and its pages, and where somebody can reply or contest what they say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// Name of an organisation or an office as data, in any language.
    pub name: String,
    /// Where to write to, as data: a web address, an e-mail address or a street.
    pub contact: String,
    /// Within how many days a reply is answered; `None` where nothing is promised.
    pub reply_days: Option<u16>,
    /// Licence of the tables that are made from the log, as data: an SPDX expression or other words. `None` where none
    /// is stated, so that only those of the sources hold.
    pub licence: Option<String>,
    /// Address of the folder of the pages, as [`Publisher::is_site`] has it, for those who show a link to them with a
    /// picture. `None` where none is stated; the pages themselves work at any address.
    pub site: Option<String>,
}

impl Publisher {
    /// Whether a text is the address of a folder on the web: `http://` or `https://`, a letter or digit, then of letters,
    /// digits and `-._~:/!$&()*+,;=%` as many as make at most 200 characters, and a `/` at the end.
    pub fn is_site(text: &str) -> bool {
        let address = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let is_sign =
            |sign: char| sign.is_ascii_alphanumeric() || "-._~:/!$&()*+,;=%".contains(sign);
        text.len() <= 200
            && address.is_some_and(|rest| {
                rest.starts_with(|sign: char| sign.is_ascii_alphanumeric())
                    && rest.ends_with('/')
                    && rest.chars().all(is_sign)
            })
    }
}

/// What an input file is for.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum InputRole {
    /// The description of the election.
    Election,
    /// Tally sheets.
    Sheets,
    /// The official list of stations.
    Register,
    /// Declared results by division.
    Declaration,
    /// Findings looked into.
    Dispositions,
}

/// One file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Input {
    /// The source it belongs to; `None` for the folder's own files.
    pub source: Option<Code>,
    /// What it is for.
    pub role: InputRole,
    /// File name inside the folder or the mirror, without any path of the machine.
    pub file: String,
    /// SHA-256 of the bytes as read, lower-case hexadecimal; empty in a report where the file is only committed to
    /// or of a sensitive set.
    pub sha256: String,
    /// Data rows read.
    pub rows: u64,
    /// Rows that could not be used.
    pub rejected: u64,
}
