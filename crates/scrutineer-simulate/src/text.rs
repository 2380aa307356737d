//! The fixed texts of a synthetic election.

use scrutineer_model::{Code, Date, Moment};

pub(crate) const ELECTION_ID: &str = "synthetic";
pub(crate) const ELECTION_NAME: &str = "Synthetic election";
pub(crate) const ELECTION_DATE: &str = "2001-01-07";
pub(crate) const OBTAINED_ON: &str = "2001-01-08";
/// User-assigned in ISO 3166: no country has it.
pub(crate) const COUNTRY: &str = "ZZ";
pub(crate) const CONTEST_ID: &str = "office";
pub(crate) const CONTEST_NAME: &str = "Synthetic office";
pub(crate) const HIERARCHY: &str = "administrative";
pub(crate) const LEVELS: [&str; 3] = ["region", "district", "ward"];
pub(crate) const SOURCE_ID: &str = "sheets";

const PARSES: &str = "the fixed texts of this crate parse";

pub(crate) fn code(text: &'static str) -> Code {
    Code::parse(text).expect(PARSES)
}

pub(crate) fn date(text: &'static str) -> Date {
    Date::parse(text).expect(PARSES)
}

pub(crate) fn moment(text: &'static str) -> Moment {
    Moment::parse(text).expect(PARSES)
}

/// The id of an option by its position: A to Z.
pub(crate) fn option_id(option: usize) -> Code {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    code(LETTERS.get(option..=option).unwrap_or("Z"))
}
