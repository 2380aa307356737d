//! What a draw is for: no two purposes, audits or rounds share a draw.

use std::fmt;

use scrutineer_model::Code;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// Records to read again.
    Transcription,
    /// Boxes to count by hand.
    Boxes,
    /// Single ballots of boxes.
    Ballots,
    /// Records to read again, in strata.
    TranscriptionStrata,
    /// Boxes to count by hand, in strata.
    BoxesStrata,
    /// Stations of a quick count.
    QuickCount,
}

impl Purpose {
    /// The word in a tag.
    pub fn word(self) -> &'static str {
        match self {
            Self::Transcription => "transcription",
            Self::Boxes => "boxes",
            Self::Ballots => "ballots",
            Self::TranscriptionStrata => "transcription-strata",
            Self::BoxesStrata => "boxes-strata",
            Self::QuickCount => "quick-count",
        }
    }
}

/// `scrutineer/draw/1|PURPOSE|ELECTION|CONTEST|NAME|ROUND`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag(String);

impl Tag {
    /// The tag of a round, counted from 1, of an audit or quick count. Codes hold no `|`.
    pub fn new(purpose: Purpose, election: &Code, contest: &Code, name: &Code, round: u32) -> Self {
        let purpose = purpose.word();
        Self(format!(
            "scrutineer/draw/1|{purpose}|{election}|{contest}|{name}|{round}"
        ))
    }

    /// The tag of a stratum: `TAG|STRATUM`. Only purposes of strata have such tags, so that none is another's.
    #[must_use]
    pub fn within(&self, stratum: &str) -> Self {
        Self(format!("{self}|{stratum}"))
    }

    /// The text that is hashed first.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
