//! The ballot that the votes of sheets are in the order of.

use std::collections::BTreeMap;

use crate::entry::Election;

/// Options and tickets by contest and id, as the parts of an election have them. Under equal ballots
/// every sheet says the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballot {
    /// Per part, so that one that is corrected replaces what it said.
    parts: BTreeMap<u64, Vec<[String; 3]>>,
}

impl Ballot {
    /// No option so far.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a part of the election; of a part that was taken before it holds instead.
    pub fn take(&mut self, part: &Election<'_>) {
        let options = part.options.iter().map(|line| {
            let (contest, id) = (line.contest.to_string(), line.id.to_string());
            [contest, id, String::new()]
        });
        let tickets = part.tickets.iter().map(|line| {
            let (contest, id) = (line.contest.to_string(), line.id.to_string());
            [contest, id, line.option.to_string()]
        });
        let lines: Vec<[String; 3]> = options.chain(tickets).collect();
        if lines.is_empty() {
            self.parts.remove(&part.part.get());
        } else {
            self.parts.insert(part.part.get(), lines);
        }
    }

    /// Forgets a part that was withdrawn.
    pub(super) fn drop_part(&mut self, part: u64) {
        self.parts.remove(&part);
    }
}
