//! The election from its parts.

use std::collections::BTreeMap;

use scrutineer_model::{
    CapacityRule, Contest, ContestOption, Election, Exact, Figure, FigureReading, OptionIdx,
    OutcomeRule, RegisterFigure, Ticket,
};

use crate::entries::read::Problems;
use crate::entries::read::outline::Dead;
use crate::entries::read::refer::{At, code, owned};
use crate::entry::{self, ContestHead, OptionLine, Text, TicketLine, parse_share};

/// What a data set is built around.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) election: Election,
    pub(super) contests: Vec<Contest>,
    pub(super) hierarchies: Vec<(String, Vec<String>)>,
    /// Labels of stations that do not follow from their ids.
    pub(super) labels: BTreeMap<String, String>,
    /// Leaves that were superseded.
    pub(super) dead: BTreeMap<u64, Dead>,
}

/// The election of all parts that hold; `None` where something is missing, with the problem.
pub(super) fn read(
    parts: Vec<(u64, entry::Election<'_>)>,
    problems: &mut Problems,
) -> Option<Frame> {
    let mut by_number: BTreeMap<u64, (u64, entry::Election<'_>)> = BTreeMap::new();
    for (leaf, part) in parts {
        let number = part.part.get();
        if by_number.insert(number, (leaf, part)).is_some() {
            problems.push(leaf, "$.part", "each part once", number.to_string());
        }
    }
    let mut expected = 1;
    for (&number, (leaf, _)) in &by_number {
        if number != expected {
            problems.push(*leaf, "$.part", expected.to_string(), number.to_string());
        }
        expected = number.saturating_add(1);
    }
    let mut options = Vec::new();
    let mut tickets = Vec::new();
    let mut first = None;
    for (leaf, part) in by_number.into_values() {
        let at = |line| (leaf, line);
        options.extend(part.options.iter().cloned().map(at));
        let at = |line| (leaf, line);
        tickets.extend(part.tickets.iter().cloned().map(at));
        first.get_or_insert((leaf, part));
    }
    let Some((leaf, first)) = first else {
        problems.push(0, "$", "an entry of kind election", "none");
        return None;
    };
    let election = head(leaf, &first, problems)?;
    let heads: Vec<&str> = first.contests.iter().map(|held| held.id.as_str()).collect();
    let known = |leaf, id: &Text<'_>, problems: &mut Problems| {
        if !heads.contains(&id.as_str()) {
            let found = format!("{:?}", id.as_str());
            problems.push(leaf, "$.contest", "the id of a contest", found);
        }
    };
    for (leaf, line) in &options {
        known(*leaf, &line.contest, problems);
    }
    for (leaf, line) in &tickets {
        known(*leaf, &line.contest, problems);
    }
    let mut contests = Vec::new();
    for (at, held) in first.contests.iter().enumerate() {
        if heads.iter().take(at).any(|id| *id == held.id.as_str()) {
            let found = format!("{:?} again", held.id.as_str());
            problems.push(leaf, "$.contests", "each contest once", found);
        }
        contests.extend(contest(leaf, held, &options, &tickets, problems));
    }
    if contests.is_empty() {
        problems.push(leaf, "$.contests", "at least one contest", "none");
        return None;
    }
    let text = ToString::to_string;
    let hierarchies = first
        .hierarchies
        .iter()
        .map(|held| (text(&held.id), held.levels.iter().map(text).collect()))
        .collect();
    Some(Frame {
        election,
        contests,
        hierarchies,
        labels: BTreeMap::new(),
        dead: BTreeMap::new(),
    })
}

fn head(leaf: u64, first: &entry::Election<'_>, problems: &mut Problems) -> Option<Election> {
    let mut has = |name: &str, is: bool| {
        if !is {
            problems.push(leaf, "$", format!("a key {name:?} in part 1"), "none");
        }
    };
    has("schema", first.schema.is_some());
    has("id", first.id.is_some());
    has("name", first.name.is_some());
    has("date", first.date.is_some());
    has("country", first.country.is_some());
    let at = At { leaf, path: "$.id" };
    Some(Election {
        id: code(at, first.id.as_ref()?, problems)?,
        name: owned(first.name.as_ref())?,
        date: first.date?,
        country: owned(first.country.as_ref())?,
    })
}

fn contest(
    leaf: u64,
    head: &ContestHead<'_>,
    options: &[(u64, OptionLine<'_>)],
    tickets: &[(u64, TicketLine<'_>)],
    problems: &mut Problems,
) -> Option<Contest> {
    let at = |path| At { leaf, path };
    let mut held = Vec::new();
    for (leaf, line) in options.iter().filter(|(_, line)| line.contest == head.id) {
        let path = "$.options";
        held.push(ContestOption {
            id: code(At { leaf: *leaf, path }, &line.id, problems)?,
            name: line.name.to_string(),
        });
    }
    let lines: Vec<&(u64, TicketLine<'_>)> = tickets
        .iter()
        .filter(|(_, line)| line.contest == head.id)
        .collect();
    // The columns of a data set are numbered with 16 bits.
    if held.is_empty() || held.len().max(lines.len()) >= usize::from(u16::MAX) {
        let found = format!("{} and {}", held.len(), lines.len());
        let expected = "1 to 65,534 options and at most as many tickets";
        problems.push(leaf, "$.options", expected, found);
        return None;
    }
    let mut registers = Vec::new();
    for register in &head.registers {
        registers.push(RegisterFigure {
            id: code(at("$.contests.registers"), &register.id, problems)?,
            kind: register.figure,
            total: figure(&register.total),
            applies: register.applies,
            why: owned(register.why.as_ref()),
        });
    }
    let predecessor = match &head.predecessor {
        Some(id) => Some(code(at("$.contests.predecessor"), id, problems)?),
        None => None,
    };
    let contest = Contest {
        id: code(at("$.contests.id"), &head.id, problems)?,
        name: head.name.to_string(),
        round: head.round,
        predecessor,
        rule: rule(leaf, &head.rule, problems)?,
        tickets: ticket_list(&held, &lines, problems)?,
        options: held,
        registers,
        capacity: capacity(leaf, &head.capacity, problems)?,
    };
    Some(contest)
}

fn ticket_list(
    options: &[ContestOption],
    lines: &[&(u64, TicketLine<'_>)],
    problems: &mut Problems,
) -> Option<Vec<Ticket>> {
    if lines.is_empty() {
        let plain = options.iter().enumerate().map(|(at, option)| Ticket {
            id: option.id.clone(),
            name: option.name.clone(),
            option: OptionIdx::new(at),
        });
        return Some(plain.collect());
    }
    let mut tickets = Vec::new();
    for (leaf, line) in lines {
        let option = options
            .iter()
            .position(|option| option.id.as_str() == line.option.as_str());
        let (path, expected) = ("$.tickets", "the id of an option");
        let option = problems.some(*leaf, path, expected, line.option.as_str(), option)?;
        tickets.push(Ticket {
            id: code(At { leaf: *leaf, path }, &line.id, problems)?,
            name: line.name.to_string(),
            option: OptionIdx::new(option),
        });
    }
    for (at, option) in options.iter().enumerate() {
        if !tickets.iter().any(|ticket| ticket.option.get() == at) {
            let leaf = lines.first().map_or(0, |(leaf, _)| *leaf);
            let found = format!("none for {}", option.id);
            problems.push(leaf, "$.tickets", "a ticket for every option", found);
        }
    }
    Some(tickets)
}

fn capacity(
    leaf: u64,
    held: &entry::Capacity<'_>,
    problems: &mut Problems,
) -> Option<CapacityRule> {
    let rule = match (held.rule.as_str(), held.maximum) {
        ("register", None) => Some(CapacityRule::Register),
        ("ballots-issued", None) => Some(CapacityRule::BallotsIssued),
        ("legal-maximum", Some(maximum)) => Some(CapacityRule::LegalMaximum(maximum)),
        ("unbounded", None) => Some(CapacityRule::Unbounded),
        ("not-stated", None) => Some(CapacityRule::NotStated),
        _ => None,
    };
    let expected = "a capacity rule, with a maximum where it is legal-maximum";
    problems.some(
        leaf,
        "$.contests.capacity",
        expected,
        held.rule.as_str(),
        rule,
    )
}

fn rule(leaf: u64, held: &entry::Rule<'_>, problems: &mut Problems) -> Option<OutcomeRule> {
    let share = held
        .share
        .as_ref()
        .and_then(|text| parse_share(text.as_str()));
    let share = share.filter(|share| *share >= Exact::ZERO && *share <= Exact::ONE);
    let rule = match (held.kind.as_str(), held.winners, share, held.runoff) {
        ("plurality", Some(winners), None, None) if winners > 0 => {
            Some(OutcomeRule::Plurality { winners })
        }
        ("majority", None, Some(share), Some(runoff)) => {
            Some(OutcomeRule::Majority { share, runoff })
        }
        ("threshold", None, Some(share), None) => Some(OutcomeRule::Threshold { share }),
        _ => None,
    };
    let expected = "an outcome rule with the numbers that it needs";
    problems.some(leaf, "$.contests.rule", expected, held.kind.as_str(), rule)
}

/// A figure with every reading of it.
pub(super) fn figure(held: &entry::Figure<'_>) -> Figure {
    let reading = |source: &Text<'_>, value: entry::Number| FigureReading {
        value: value.get(),
        source: source.to_string(),
    };
    Figure::new(
        reading(&held.source, held.value),
        held.others
            .iter()
            .map(|other| reading(&other.source, other.value))
            .collect(),
        owned(held.why.as_ref()),
    )
}
