//! From ids in entries to positions.

use scrutineer_model::{Code, Contest, ContestIdx, OptionIdx};

use crate::entries::read::Problems;
use crate::entry::Text;

/// A place in a log, for problems.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) leaf: u64,
    pub(super) path: &'a str,
}

/// The code that a text is.
pub(super) fn code(at: At<'_>, text: &Text<'_>, problems: &mut Problems) -> Option<Code> {
    let code = Code::parse(text.as_str());
    let expected = "an id of 1 to 64 characters of A-Z a-z 0-9 . _ -";
    problems.some(at.leaf, at.path, expected, text.as_str(), code.ok())
}

/// The contest with an id.
pub(super) fn contest(
    at: At<'_>,
    contests: &[Contest],
    id: &Text<'_>,
    problems: &mut Problems,
) -> Option<ContestIdx> {
    let found = contests
        .iter()
        .position(|contest| contest.id.as_str() == id.as_str());
    let expected = "the id of a contest";
    let found = problems.some(at.leaf, at.path, expected, id.as_str(), found);
    found.map(ContestIdx::new)
}

/// The options with these ids; those that a contest does not have are problems.
pub(super) fn options(
    at: At<'_>,
    contest: &Contest,
    ids: &[Text<'_>],
    problems: &mut Problems,
) -> Vec<OptionIdx> {
    let expected = "the id of an option";
    ids.iter()
        .filter_map(|id| {
            let found = contest.option(id.as_str());
            problems.some(at.leaf, at.path, expected, id.as_str(), found)
        })
        .collect()
}

pub(super) fn owned(text: Option<&Text<'_>>) -> Option<String> {
    text.map(ToString::to_string)
}
