//! What an audit by sampling rests on, as one text whose digest tells whether it is still so.

use std::fmt::Write as _;

use scrutineer_model::{
    Applies, Capacity, CapacityRule, Code, Dataset, Field, OutcomeRule, SheetSet, StationIdx,
};

use crate::missing::{MissingCapacity, missing_capacity};
use crate::observed::Observed;
use crate::sums;

/// A station whose record can be drawn: one record, on which every option was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompleteRecord {
    /// The station.
    pub station: StationIdx,
    /// The most ballots of the station.
    pub capacity: u64,
    /// Votes by option, in ballot order.
    pub votes: Vec<u64>,
    /// Ballots by its sheet: the number that it says, or its valid and invalid votes where these are more; `None`
    /// where it says neither.
    pub ballots: Option<u64>,
}

impl CompleteRecord {
    /// The most ballots where they are drawn one by one, if that is above the capacity: the sheet says more.
    pub fn beyond(&self) -> Option<u64> {
        let votes = self.votes.iter().fold(0u64, |a, b| a.saturating_add(*b));
        let most = votes.max(self.ballots.unwrap_or(0));
        (most > self.capacity).then_some(most)
    }
}

/// The records of a source that can be drawn, and what the others can hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompleteRecords {
    /// In order of the bytes of the ids of the stations.
    pub rows: Vec<CompleteRecord>,
    /// Stations with rival readings or an unread option.
    pub incomplete: u64,
    /// The most votes at these.
    pub incomplete_capacity: u64,
    /// Stations of which nobody states the most ballots.
    pub not_stated: Vec<StationIdx>,
    /// The registered voters of some station are those that its record says itself, since no official list
    /// has them.
    pub registered_of_records: bool,
}

impl CompleteRecords {
    /// Reads the records of one source.
    pub fn new(dataset: &Dataset, set: &SheetSet, observed: &Observed) -> Self {
        let listed = dataset.stations();
        let rule = dataset.contest(set.contest()).capacity;
        let mut found = Self::default();
        let mut current = set.current().peekable();
        for (at, &station) in observed.stations.iter().enumerate() {
            let registered = observed.registered.get(at).copied().unwrap_or(0);
            let valid = observed.valid.get(at).copied().unwrap_or(0);
            found.registered_of_records |=
                !sums::is_listed(dataset, station) && rule == CapacityRule::Register;
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
                found.not_stated.push(station);
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
            let read = |field| set.field_at(field, row?).count().map(u64::from);
            let valid_and_not = || Some(read(Field::Valid)?.saturating_add(read(Field::Invalid)?));
            let ballots = read(Field::Ballots).max(valid_and_not());
            found.rows.push(CompleteRecord {
                station,
                capacity,
                votes,
                ballots,
            });
        }
        found
            .rows
            .sort_by(|a, b| listed.id(a.station).cmp(listed.id(b.station)));
        found
    }
}

/// What a register total leaves to the stations without a complete record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftMissing {
    /// Its id; `None` for the official list station by station, or a legal maximum.
    pub register: Option<Code>,
    /// Its value.
    pub total: Option<u64>,
    /// Whether it is about the contest.
    pub applies: Applies,
    /// The most votes of these stations; `None` where nobody states it.
    pub missing: Option<u64>,
}

impl LeftMissing {
    /// By one reading of a register total.
    pub fn new(missing: &MissingCapacity, records: &CompleteRecords) -> Self {
        Self {
            register: missing.register.clone(),
            total: missing.total,
            applies: missing.applies,
            missing: missing
                .votes
                .ceiling()
                .map(|votes| votes.saturating_add(records.incomplete_capacity)),
        }
    }

    fn line(&self, name: &str) -> String {
        let number = |number: Option<u64>| number.map_or_else(|| "-".to_owned(), |n| n.to_string());
        let applies = match self.applies {
            Applies::Yes => "yes",
            Applies::No => "no",
            Applies::Unknown => "unknown",
        };
        let register = self.register.as_ref().map_or("-", Code::as_str);
        let (total, missing) = (number(self.total), number(self.missing));
        format!("{name} {register} {total} {applies} {missing}\n")
    }
}

/// The text: contest, source, rule, every register total with what it leaves, the one that the audit rests
/// on, the options, and a row for each station that can be drawn with its capacity and votes. Where ballots are
/// drawn one by one, a row also has what [`CompleteRecord::beyond`] gives.
pub fn basis_text<'a>(
    [contest, source]: [&Code; 2],
    rule: &OutcomeRule,
    (registers, chosen): (&[LeftMissing], &LeftMissing),
    options: impl Iterator<Item = &'a Code>,
    rows: impl Iterator<Item = (&'a str, u64, &'a [u64], Option<u64>)>,
) -> String {
    let rule = match rule {
        OutcomeRule::Plurality { winners } => format!("plurality {winners}"),
        OutcomeRule::Majority { share, runoff } => {
            let (part, whole) = (share.numerator(), share.denominator());
            format!("majority {part}/{whole} {runoff}")
        }
        OutcomeRule::Threshold { share } => {
            format!("threshold {}/{}", share.numerator(), share.denominator())
        }
        // A rule that no audit knows.
        _ => "other".to_owned(),
    };
    let mut text = format!("scrutineer/rla-basis/1\n{contest}\n{source}\n{rule}\n");
    for register in registers {
        text.push_str(&register.line("register"));
    }
    text.push_str(&chosen.line("rests on"));
    for option in options {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "option {option}");
    }
    for (station, capacity, votes, beyond) in rows {
        let _ = write!(text, "{station},{capacity}");
        for votes in votes {
            let _ = write!(text, ",{votes}");
        }
        if let Some(most) = beyond {
            let _ = write!(text, ";{most}");
        }
        text.push('\n');
    }
    text
}

/// The texts that an audit of this source could rest on now, of stations or of single ballots, one for each register
/// total.
pub fn basis_texts(dataset: &Dataset, set: &SheetSet, is_of_ballots: bool) -> Vec<String> {
    let contest = dataset.contest(set.contest());
    let observed = Observed::new(dataset, set);
    let records = CompleteRecords::new(dataset, set, &observed);
    let registers: Vec<LeftMissing> = missing_capacity(dataset, set, &observed)
        .iter()
        .map(|missing| LeftMissing::new(missing, &records))
        .collect();
    let text = |chosen: &LeftMissing| {
        let listed = dataset.stations();
        basis_text(
            [&contest.id, &dataset.source(set.source()).id],
            &contest.rule,
            (&registers, chosen),
            contest.options.iter().map(|option| &option.id),
            records.rows.iter().map(|row| {
                let beyond = row.beyond().filter(|_| is_of_ballots);
                let id = listed.id(row.station);
                (id, row.capacity, row.votes.as_slice(), beyond)
            }),
        )
    };
    registers.iter().map(text).collect()
}
