//! The ballot that the votes of sheets are in the order of.

use std::collections::BTreeMap;

use crate::entry::{Election, Entry};

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
}

/// The ballot of a log over its entries.
#[derive(Clone, Debug, Default)]
pub(super) struct Ballots {
    now: Ballot,
    /// By leaf the parts of the election that hold.
    parts: BTreeMap<u64, u64>,
    has_sheets: bool,
    /// Whether it changed and no release followed.
    is_open: bool,
}

impl Ballots {
    /// Takes the record of the next entry.
    pub(super) fn add(&mut self, leaf: u64, record: &Entry<'_>) {
        match record {
            Entry::Election(part) => {
                self.parts.insert(leaf, part.part.get());
                self.change(|ballot| ballot.take(part));
            }
            Entry::Sheet(_) => self.has_sheets = true,
            _ => {}
        }
    }

    /// The record of an earlier entry no longer holds.
    pub(super) fn supersede(&mut self, leaf: u64) {
        if let Some(part) = self.parts.remove(&leaf) {
            self.change(|ballot| {
                ballot.parts.remove(&part);
            });
        }
    }

    /// A release followed: every record is about the ballot of now.
    pub(super) fn release(&mut self) {
        self.is_open = false;
    }

    pub(super) fn is_changing(&self, now: &Ballot) -> bool {
        self.is_open || (self.has_sheets && self.now != *now)
    }

    fn change(&mut self, change: impl FnOnce(&mut Ballot)) {
        let before = self.now.clone();
        change(&mut self.now);
        // Before there are sheets, the ballot is written and not changed.
        self.is_open |= self.has_sheets && before != self.now;
    }
}
