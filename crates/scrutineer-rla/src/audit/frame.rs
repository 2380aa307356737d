//! From the records of a source to what can be drawn: stations with a complete record, and what the
//! others can hold.

use scrutineer_model::{
    Applies, Capacity, CapacityRule, Code, Dataset, Message, OutcomeRule, SheetSet,
    encode_component,
};
use scrutineer_tally::{
    MissingAssumption, MissingCapacity, MissingVotes, Observed, missing_capacity, outcome,
    sample_excluding, sheets_false_needed,
};

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
    let stations = Stations::new(dataset, set, &observed, contest.capacity)?;
    let found = missing_capacity(dataset, set, &observed);
    let chosen = chosen(&found, options)?;
    let mut alternatives = Vec::new();
    for missing in &found {
        let votes = missing.votes.ceiling();
        alternatives.push(Alternative {
            register: missing.register.clone(),
            total: missing.total,
            applies: missing.applies,
            missing: votes.map(|votes| votes.saturating_add(stations.incomplete_capacity)),
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
            stations.rows,
        ),
        incomplete: stations.incomplete,
        alternatives,
        chosen,
    })
}

struct Stations {
    rows: Vec<ManifestRow>,
    incomplete: u64,
    incomplete_capacity: u64,
}

impl Stations {
    fn new(
        dataset: &Dataset,
        set: &SheetSet,
        observed: &Observed,
        rule: CapacityRule,
    ) -> Result<Self, Refused> {
        let listed = dataset.stations();
        let mut found = Self {
            rows: Vec::new(),
            incomplete: 0,
            incomplete_capacity: 0,
        };
        let mut not_stated: Vec<&str> = Vec::new();
        let mut current = set.current().peekable();
        for (at, &station) in observed.stations.iter().enumerate() {
            let id = listed.id(station);
            let registered = observed.registered.get(at).copied().unwrap_or(0);
            let valid = observed.valid.get(at).copied().unwrap_or(0);
            let capacity = match rule {
                CapacityRule::Register if registered > 0 || valid == 0 => {
                    Some(u64::from(registered))
                }
                CapacityRule::LegalMaximum(most) => Some(u64::from(most)),
                CapacityRule::BallotsIssued => match listed.get(station).capacity {
                    Capacity::Known(count) => Some(u64::from(count)),
                    Capacity::Unbounded | Capacity::NotStated => None,
                },
                _ => None,
            };
            let Some(capacity) = capacity else {
                not_stated.push(id);
                continue;
            };
            let is_of = |row: &usize| set.stations().get(*row) == Some(&station);
            let row = current.next_if(is_of);
            let votes: Option<Vec<u64>> = row.and_then(|row| {
                let cells = set.options().iter();
                cells
                    .map(|column| Some(u64::from(column.get(row)?.count()?)))
                    .collect()
            });
            let Some(votes) = votes else {
                found.incomplete += 1;
                found.incomplete_capacity += capacity.max(valid);
                continue;
            };
            let mut place = String::new();
            if let Some(held) = listed.get(station).place {
                encode_component(dataset.places().get(held).code, &mut place);
            }
            found.rows.push(ManifestRow {
                station: id.to_owned(),
                place,
                capacity,
                votes,
            });
        }
        if let Some(first) = not_stated.first() {
            let message = Message::new("rla-error-capacity")
                .with("count", not_stated.len() as u64)
                .with("station", *first);
            return Err(Problem::new(message).into());
        }
        if found.rows.is_empty() {
            return Err(Refused::because(Message::new("rla-error-no-records")));
        }
        found.rows.sort_by(|a, b| a.station.cmp(&b.station));
        Ok(found)
    }
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
