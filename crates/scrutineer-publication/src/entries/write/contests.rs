//! The election and its contests, in as many parts as they need.

use scrutineer_model::{CapacityRule, Contest, Dataset, Figure, OutcomeRule};

use crate::canonical::Problem;
use crate::entries::write::{PART_BYTES, checked, number, optional};
use crate::entry::{
    self, Capacity, ContestHead, Election, Entry, HierarchyHead, OptionLine, Reading,
    RegisterTotal, Rule, Text, TicketLine, fixed, share_text,
};

/// The parts of the election: everything in the first, options and tickets that do not fit in
/// further ones.
pub(super) fn parts<'a>(dataset: &'a Dataset, problems: &mut Vec<Problem>) -> Vec<Entry<'a>> {
    let election = dataset.election();
    let hierarchies = dataset.hierarchies().iter().map(|held| HierarchyHead {
        id: Text::new(&held.id),
        levels: held.levels.iter().map(|level| Text::new(level)).collect(),
    });
    let mut contests = Vec::new();
    for contest in dataset.contests() {
        contests.push(head(contest, problems));
    }
    let first = Election {
        contests,
        country: Some(Text::new(&election.country)),
        date: Some(election.date),
        hierarchies: hierarchies.collect(),
        id: Some(Text::new(election.id.as_str())),
        name: Some(Text::new(&election.name)),
        part: number(1),
        schema: Some(fixed()),
        ..Election::default()
    };
    let mut size = Entry::Election(first.clone())
        .to_bytes()
        .map_or(PART_BYTES, |bytes| bytes.len());
    let mut parts = vec![first];
    for line in dataset.contests().iter().flat_map(lines) {
        size += line.bytes();
        if size > PART_BYTES {
            parts.push(Election {
                part: number(parts.len() as u64 + 1),
                ..Election::default()
            });
            size = line.bytes();
        }
        if let Some(part) = parts.last_mut() {
            line.push(part);
        }
    }
    parts.into_iter().map(Entry::Election).collect()
}

enum Line<'a> {
    Option(OptionLine<'a>),
    Ticket(TicketLine<'a>),
}

impl<'a> Line<'a> {
    /// Roughly, never too few: every character may need an escape of six.
    fn bytes(&self) -> usize {
        let texts = match self {
            Self::Option(held) => held.contest.as_str().len() + held.id.as_str().len(),
            Self::Ticket(held) => {
                held.contest.as_str().len() + held.id.as_str().len() + held.option.as_str().len()
            }
        };
        let name = match self {
            Self::Option(held) => held.name.as_str(),
            Self::Ticket(held) => held.name.as_str(),
        };
        texts + serde_json::to_string(name).map_or(6 * name.len(), |json| json.len()) + 64
    }

    fn push(self, part: &mut Election<'a>) {
        match self {
            Self::Option(held) => part.options.push(held),
            Self::Ticket(held) => part.tickets.push(held),
        }
    }
}

fn lines(contest: &Contest) -> Vec<Line<'_>> {
    let id = contest.id.as_str();
    let mut lines: Vec<Line<'_>> = contest
        .options
        .iter()
        .map(|option| {
            Line::Option(OptionLine {
                contest: Text::new(id),
                id: Text::new(option.id.as_str()),
                name: Text::new(&option.name),
            })
        })
        .collect();
    let plain = contest.tickets.len() == contest.options.len()
        && contest
            .tickets
            .iter()
            .zip(&contest.options)
            .enumerate()
            .all(|(at, (ticket, option))| {
                ticket.option.get() == at && ticket.id == option.id && ticket.name == option.name
            });
    if !plain {
        lines.extend(contest.tickets.iter().map(|ticket| {
            let option = contest.options.get(ticket.option.get());
            Line::Ticket(TicketLine {
                contest: Text::new(id),
                id: Text::new(ticket.id.as_str()),
                name: Text::new(&ticket.name),
                option: Text::new(option.map_or("", |option| option.id.as_str())),
            })
        }));
    }
    lines
}

fn head<'a>(contest: &'a Contest, problems: &mut Vec<Problem>) -> ContestHead<'a> {
    let mut registers = Vec::new();
    for register in &contest.registers {
        let path = format!("register {}", register.id);
        registers.push(RegisterTotal {
            applies: register.applies,
            figure: register.kind,
            id: Text::new(register.id.as_str()),
            total: figure(&path, &register.total, problems),
            why: optional(register.why.as_ref()),
        });
    }
    ContestHead {
        capacity: capacity(contest.capacity),
        id: Text::new(contest.id.as_str()),
        name: Text::new(&contest.name),
        predecessor: contest
            .predecessor
            .as_ref()
            .map(|code| Text::new(code.as_str())),
        registers,
        round: contest.round,
        rule: rule(contest, problems),
    }
}

fn capacity(rule: CapacityRule) -> Capacity<'static> {
    let (word, maximum) = match rule {
        CapacityRule::Register => ("register", None),
        CapacityRule::BallotsIssued => ("ballots-issued", None),
        CapacityRule::LegalMaximum(maximum) => ("legal-maximum", Some(maximum)),
        CapacityRule::Unbounded => ("unbounded", None),
        CapacityRule::NotStated => ("not-stated", None),
    };
    Capacity {
        maximum,
        rule: Text::new(word),
    }
}

fn rule(contest: &Contest, problems: &mut Vec<Problem>) -> Rule<'static> {
    let mut rule = Rule {
        kind: Text::new("plurality"),
        runoff: None,
        share: None,
        winners: None,
    };
    match contest.rule {
        OutcomeRule::Plurality { winners } => rule.winners = Some(winners),
        OutcomeRule::Majority { share, runoff } => {
            rule.kind = Text::new("majority");
            rule.share = Some(Text::owned(share_text(share)));
            rule.runoff = Some(runoff);
        }
        OutcomeRule::Threshold { share } => {
            rule.kind = Text::new("threshold");
            rule.share = Some(Text::owned(share_text(share)));
        }
        // The model may grow rules before entries do.
        _ => problems.push(Problem::new(
            format!("contest {}: rule", contest.id),
            "plurality, majority or threshold",
            "another rule",
        )),
    }
    rule
}

/// A figure with every reading of it.
pub(super) fn figure<'a>(
    path: &str,
    figure: &'a Figure,
    problems: &mut Vec<Problem>,
) -> entry::Figure<'a> {
    let mut others = Vec::new();
    for reading in figure.others() {
        others.push(Reading {
            source: Text::new(&reading.source),
            value: checked(path, reading.value, problems),
        });
    }
    entry::Figure {
        others,
        source: Text::new(&figure.chosen().source),
        value: checked(path, figure.value(), problems),
        why: figure.why().map(Text::new),
    }
}
