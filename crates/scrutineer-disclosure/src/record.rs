//! The record: claims about duties, publications, searches, requests and responses.

use scrutineer_formats::FolderError;
use scrutineer_model::Date;
use serde::Serialize;

/// The unit for which figures stand, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Granularity {
    /// The picture of each sheet.
    Sheet,
    /// Each station.
    Station,
    /// Each polling place.
    Place,
    /// The smallest division above polling places.
    Parish,
    /// The division above it.
    Municipality,
    /// The widest division.
    State,
    /// The whole contest.
    National,
}

impl Granularity {
    /// All of them, finest first.
    pub const ALL: [Self; 7] = [
        Self::Sheet,
        Self::Station,
        Self::Place,
        Self::Parish,
        Self::Municipality,
        Self::State,
        Self::National,
    ];

    /// The word of the format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Station => "station",
            Self::Place => "place",
            Self::Parish => "parish",
            Self::Municipality => "municipality",
            Self::State => "state",
            Self::National => "national",
        }
    }
}

/// How much of what it must have a publication has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Completeness {
    /// All units.
    Whole,
    /// Some units.
    Part,
    /// Nobody says.
    Unknown,
}

/// Something that must be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Obligation {
    /// Short name.
    pub id: String,
    /// What must be published.
    pub what: String,
    /// For which unit.
    pub granularity: Granularity,
    /// The legal basis, as a claim.
    pub basis: String,
    /// The term, as the basis states it.
    pub term: String,
    /// The last day; `None`: nobody says.
    pub due: Option<Date>,
    /// Who says so.
    pub source: String,
    /// When.
    pub date: Date,
}

/// Something that the authority published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Publication {
    /// Short name.
    pub id: String,
    /// The obligations that it is about.
    pub of: Vec<String>,
    /// Who published it.
    pub by: String,
    /// What it is.
    pub what: String,
    /// For which unit.
    pub granularity: Granularity,
    /// How much of it.
    pub completeness: Completeness,
    /// Where; `None`: nobody says, or it was said and not written.
    pub address: Option<String>,
    /// SHA-256 of a copy; `None` without one.
    pub sha256: Option<String>,
    /// When it was copied.
    pub captured: Option<Date>,
    /// The first day on which somebody saw it.
    pub first_seen: Option<Date>,
    /// The last day on which somebody saw it.
    pub last_seen: Option<Date>,
    /// Who says so.
    pub source: String,
}

/// Somebody looked and did not find.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Search {
    /// The obligations that were looked for.
    pub of: Vec<String>,
    /// The publication that was there before and was no longer found.
    pub gone: Option<String>,
    /// Where it was looked for.
    pub place: String,
    /// When.
    pub date: Date,
    /// Who says so.
    pub source: String,
}

/// Somebody asked for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Request {
    /// Short name.
    pub id: String,
    /// The obligations that it is about.
    pub of: Vec<String>,
    /// The organisation or role that asked.
    pub author: String,
    /// What was asked.
    pub what: String,
    /// When.
    pub date: Date,
    /// Where it stands.
    pub source: String,
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was given.
    Granted,
    /// A part was given.
    Partly,
    /// It was refused.
    Refused,
    /// Something else was answered.
    Other,
}

/// An answer to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Response {
    /// The request.
    pub to: String,
    /// The organisation or role that answered.
    pub author: String,
    /// What became of it.
    pub outcome: Outcome,
    /// What was answered.
    pub what: String,
    /// When.
    pub date: Date,
    /// Where it stands.
    pub source: String,
}

/// The whole record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Disclosure {
    /// The date of the record, from which days are counted.
    pub as_of: Date,
    /// The authority whose duties these are.
    pub authority: String,
    /// What must be published.
    pub obligations: Vec<Obligation>,
    /// What was published.
    pub publications: Vec<Publication>,
    /// What was looked for in vain.
    pub searches: Vec<Search>,
    /// What was asked for.
    pub requests: Vec<Request>,
    /// What was answered.
    pub responses: Vec<Response>,
}

impl Disclosure {
    /// The name of the file in an election folder.
    pub const FILE: &str = "disclosure.toml";

    /// Reads the text of the record.
    ///
    /// # Errors
    /// Everything that is wrong, in order of position.
    pub fn parse(text: &str) -> Result<Self, Vec<FolderError>> {
        crate::read::parse(text)
    }
}
