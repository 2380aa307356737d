//! From the records of a source to what can be drawn: stations with a complete record, and what the
//! others can hold.

use scrutineer_model::{Applies, Code, Dataset, Message, OutcomeRule, SheetSet, encode_component};
use scrutineer_tally::{
    CompleteRecord, CompleteRecords, LeftMissing, MissingAssumption, MissingCapacity, MissingVotes,
    Observed, missing_capacity, outcome, sample_excluding, sheets_false_needed,
};

use super::capacity::CapacityBasis;
use super::manifest::{Manifest, ManifestRow};
use super::outcome::RuleSpec;
use super::refused::{Problem, Refused};

/// What is asked of a frame.
#[derive(Clone, Debug, Default)]
pub struct FrameOptions {
    /// The register total that bounds what is missing; without one the least favourable of those that
    /// apply or may.
    pub register: Option<Code>,
}

/// What a register total leaves to the stations without a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// Its id; `None` for the official list station by station, or a legal maximum.
    pub register: Option<Code>,
    /// Its value.
    pub total: Option<u64>,
    /// Whether it is about this contest.
    pub applies: Applies,
    /// Votes that stations without a complete record can hold; `None` where nobody states it.
    pub missing: Option<u64>,
    /// By how much the registered voters of the records exceed the total: it bounds nothing then, and no
    /// audit rests on it.
    pub exceeded_by: u64,
    /// Sheets to confirm where each station is equally likely to be drawn, at 10, 5 and 1 %; `None` where the
    /// missing alone make up the lead. They exclude as many false sheets as would remove it.
    pub equal: [Option<u64>; 3],
}

/// The stations of an audit.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The election.
    pub election: Code,
    /// The contest.
    pub contest: Code,
    /// The source whose records are audited.
    pub source: Code,
    /// Its origin, which a copy of independent origin does not share.
    pub origin: Code,
    /// Who wins.
    pub rule: RuleSpec,
    /// Stations with a complete record, in order of the bytes of their ids.
    pub manifest: Manifest,
    /// Stations with rival readings or an unread option: they count as without a record.
    pub incomplete: u64,
    /// What a register total leaves missing rests on registered voters that the records say themselves: no official list
    /// has them.
    pub registered_of_records: bool,
    /// What the capacity of a station rests on beside any register total.
    pub capacity: CapacityBasis,
    /// By register total, in the order of the folder.
    pub alternatives: Vec<Alternative>,
    /// Position of the one that the audit rests on.
    pub chosen: usize,
}

impl Frame {
    /// The register total that the audit rests on.
    pub fn alternative(&self) -> Option<&Alternative> {
        self.alternatives.get(self.chosen)
    }
}

/// The risks of the tables, in percent.
pub(super) const RISKS: [f64; 3] = [0.10, 0.05, 0.01];

/// The frame of a source.
///
/// # Errors
/// Where no record is complete, a station's capacity or what is missing is not stated, the register is not
/// one of the contest's, or the rule is not one that is audited.
pub fn frame(dataset: &Dataset, set: &SheetSet, options: &FrameOptions) -> Result<Frame, Refused> {
    let contest = dataset.contest(set.contest());
    let source = dataset.source(set.source());
    let rule = RuleSpec::of(&contest.rule)
        .ok_or_else(|| Refused::because(Message::new("rla-error-rule")))?;
    let observed = Observed::new(dataset, set);
    let records = CompleteRecords::new(dataset, set, &observed);
    let rows = rows(dataset, &records)?;
    let found = missing_capacity(dataset, set, &observed);
    let chosen = chosen(&found, options)?;
    let mut alternatives = Vec::new();
    for missing in &found {
        let left = LeftMissing::new(missing, &records);
        alternatives.push(Alternative {
            register: missing.register.clone(),
            total: missing.total,
            applies: missing.applies,
            missing: left.missing,
            exceeded_by: missing.exceeded_by,
            equal: equal_sizes(&contest.rule, &observed, missing),
        });
    }
    if alternatives
        .get(chosen)
        .is_none_or(|held| held.missing.is_none())
    {
        let message = Message::new("rla-error-not-stated").with("source", source.id.as_str());
        return Err(Refused::because(message));
    }
    Ok(Frame {
        election: dataset.election().id.clone(),
        contest: contest.id.clone(),
        source: source.id.clone(),
        origin: source.origin.0.clone(),
        rule,
        manifest: Manifest::new(
            contest
                .options
                .iter()
                .map(|option| option.id.clone())
                .collect(),
            rows,
        )
        .holding(records.rows.iter().map(|row| row.ballots).collect()),
        incomplete: records.incomplete,
        registered_of_records: records.registered_of_records,
        capacity: CapacityBasis::of(contest.capacity, records.registered_of_records),
        alternatives,
        chosen,
    })
}

/// The rows of the list that is drawn from.
fn rows(dataset: &Dataset, records: &CompleteRecords) -> Result<Vec<ManifestRow>, Refused> {
    let listed = dataset.stations();
    if let Some(&first) = records.not_stated.first() {
        let message = Message::new("rla-error-capacity")
            .with("count", records.not_stated.len() as u64)
            .with("station", listed.id(first));
        return Err(Problem::new(message).into());
    }
    if records.rows.is_empty() {
        return Err(Refused::because(Message::new("rla-error-no-records")));
    }
    let row = |record: &CompleteRecord| {
        let mut place = String::new();
        if let Some(held) = listed.get(record.station).place {
            encode_component(dataset.places().get(held).code, &mut place);
        }
        ManifestRow {
            station: listed.id(record.station).to_owned(),
            place,
            capacity: record.capacity,
            votes: record.votes.clone(),
        }
    };
    Ok(records.rows.iter().map(row).collect())
}

/// The named register total with its least favourable reading, else the least favourable of all.
fn chosen(found: &[MissingCapacity], options: &FrameOptions) -> Result<usize, Refused> {
    let is_meant = |missing: &MissingCapacity| match &options.register {
        Some(id) => missing.register.as_ref() == Some(id),
        None => missing.applies != Applies::No,
    };
    let meant = found.iter().enumerate().filter(|(_, one)| is_meant(one));
    // Of equal ones the first, which is the main one.
    meant
        .rev()
        .max_by_key(|(_, missing)| missing.votes)
        .map(|(at, _)| at)
        .ok_or_else(|| {
            let known: Vec<String> = found
                .iter()
                .filter_map(|one| one.register.as_ref().map(ToString::to_string))
                .collect();
            let message = Message::new("rla-error-register")
                .with("found", options.register.as_ref().map_or("", Code::as_str))
                .with("known", known.join(", "));
            Refused::because(message)
        })
}

fn equal_sizes(
    rule: &OutcomeRule,
    observed: &Observed,
    missing: &MissingCapacity,
) -> [Option<u64>; 3] {
    let none = [None; 3];
    let MissingVotes::AtMost(votes) = missing.votes else {
        return none;
    };
    let Ok(found) = outcome(rule, observed, missing) else {
        return none;
    };
    let (Some(leader), Some(rival)) = (found.leader, found.runner_up) else {
        return none;
    };
    let Ok(all) = sheets_false_needed(observed, leader, rival, votes) else {
        return none;
    };
    let needed = all
        .iter()
        .find(|held| held.assumption == MissingAssumption::AllToRival)
        .and_then(|held| held.extreme);
    RISKS.map(|risk| sample_excluding(needed?.share, risk))
}
