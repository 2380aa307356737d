//! What changed between two reports: never an answer without its condition, always old beside new.

mod page;
mod text;

use std::collections::BTreeMap;

use scrutineer_audit::{
    Answer, AuditReport, ById, ChainOfEvidence, ContestReport, DeclarationResult, LinkStatus,
    OptionInfo, SourceReport,
};
use scrutineer_model::{Date, Finding, FindingKey, Message, Value};
use serde::Serialize;

pub use page::{changed_section, comparison_sections};
pub use text::comparison_text;

/// What changed from an old report to a new one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// Ids of the two reports.
    pub report_id: Change<String>,
    /// Dates of the two reports.
    pub as_of: Change<Date>,
    /// Versions of the rules, where they differ: changes may then come from the rules alone.
    pub rules: Option<Change<String>>,
    /// Ids of the elections, where they differ: nothing below is then comparable.
    pub election: Option<Change<String>>,
    /// Digests of files that are new, gone or changed.
    pub inputs: ById<Change<Option<String>>>,
    /// One per contest of either report.
    pub contests: Vec<ContestComparison>,
    /// Findings only in the new report.
    pub findings_new: Vec<Finding>,
    /// Findings only in the old report.
    pub findings_gone: Vec<Finding>,
    /// Findings of both whose disposition changed, as they stand in the new report.
    pub findings_disposed: Vec<Finding>,
}

/// A value before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change<T> {
    /// In the old report.
    pub old: T,
    /// In the new report.
    pub new: T,
}

/// What changed in one contest.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContestComparison {
    /// Short id.
    pub id: String,
    /// Name, as data.
    pub name: String,
    /// Options, for their names.
    pub options: Vec<OptionInfo>,
    /// Answers that changed, as the whole sentences.
    pub answers: Vec<AnswerChange>,
    /// Totals and coverage that changed: the source, the message that names the figure, old and
    /// new; `None` where a report has no single number for it.
    pub numbers: Vec<NumberChange>,
    /// States of links that changed.
    pub chain: Vec<LinkChange>,
}

/// An answer that changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnswerChange {
    /// Declaration id.
    pub declaration: String,
    /// Source id.
    pub source: String,
    /// `winner` or `figures`.
    pub question: &'static str,
    /// The sentences with their conditions; `None` where a report has no such answer.
    pub statement: Change<Option<Message>>,
    /// Why the new answer is what it is.
    pub reasons: Vec<Message>,
}

/// A number that changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NumberChange {
    /// Source id.
    pub source: String,
    /// What is counted: a message with its option, if it is about one.
    pub figure: Message,
    /// Before and after.
    pub value: Change<Option<u64>>,
}

/// A link whose state changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LinkChange {
    /// 1 to 7.
    pub link: u8,
    /// Before and after.
    pub status: Change<LinkStatus>,
    /// Codes of the reasons for the new state.
    pub reasons: Vec<String>,
    /// Numbers of these reasons.
    pub figures: BTreeMap<String, Value>,
}

/// Compares two reports.
pub fn compare(old: &AuditReport, new: &AuditReport) -> Comparison {
    let differing = |old: &str, new: &str| {
        (old != new).then(|| Change {
            old: old.to_owned(),
            new: new.to_owned(),
        })
    };
    let contests = new.contests.iter().map(|contest| {
        let before = old.contests.iter().find(|held| held.id == contest.id);
        compare_contest(before, contest)
    });
    let keyed = |report: &AuditReport| -> BTreeMap<FindingKey, Finding> {
        let findings = report.findings.iter();
        findings
            .map(|held| (held.key.clone(), held.clone()))
            .collect()
    };
    let (before, after) = (keyed(old), keyed(new));
    let absent = |from: &BTreeMap<FindingKey, Finding>, other: &BTreeMap<FindingKey, Finding>| {
        from.values()
            .filter(|finding| !other.contains_key(&finding.key))
            .cloned()
            .collect::<Vec<_>>()
    };
    let disposed = after.values().filter(|finding| {
        before
            .get(&finding.key)
            .is_some_and(|held| held.disposition != finding.disposition)
    });
    Comparison {
        report_id: Change {
            old: old.report_id.clone(),
            new: new.report_id.clone(),
        },
        as_of: Change {
            old: old.as_of,
            new: new.as_of,
        },
        rules: differing(&old.tool.rules, &new.tool.rules),
        election: differing(&old.election.id, &new.election.id),
        inputs: compare_inputs(old, new),
        contests: contests.collect(),
        findings_new: absent(&after, &before),
        findings_gone: absent(&before, &after),
        findings_disposed: disposed.cloned().collect(),
    }
}

fn compare_inputs(old: &AuditReport, new: &AuditReport) -> ById<Change<Option<String>>> {
    let mut files: ById<Change<Option<String>>> = ById::new();
    let none = || Change {
        old: None,
        new: None,
    };
    for input in &old.inputs {
        files.entry(input.file.clone()).or_insert_with(none).old = Some(input.sha256.clone());
    }
    for input in &new.inputs {
        files.entry(input.file.clone()).or_insert_with(none).new = Some(input.sha256.clone());
    }
    files.retain(|_, digests| digests.old != digests.new);
    files
}

fn compare_contest(old: Option<&ContestReport>, new: &ContestReport) -> ContestComparison {
    ContestComparison {
        id: new.id.clone(),
        name: new.name.clone(),
        options: new.options.clone(),
        answers: compare_answers(old, new),
        numbers: compare_numbers(old, new),
        chain: old.map_or_else(Vec::new, |old| compare_chain(&old.chain, &new.chain)),
    }
}

type Results<'a> = indexmap::IndexMap<(&'a str, &'a str), &'a DeclarationResult>;

fn results(contest: &ContestReport) -> Results<'_> {
    contest
        .declarations
        .iter()
        .flat_map(|declaration| {
            let results = declaration.results.iter();
            results.map(|held| ((declaration.id.as_str(), held.source.as_str()), held))
        })
        .collect()
}

fn compare_answers(old: Option<&ContestReport>, new: &ContestReport) -> Vec<AnswerChange> {
    let before = old.map(results).unwrap_or_default();
    let after = results(new);
    let gone = before.keys().filter(|key| !after.contains_key(*key));
    let mut changes = Vec::new();
    for key in after.keys().chain(gone) {
        let (old, new) = (before.get(key), after.get(key));
        let mut push = |question, old: Option<Side>, new: Option<Side>| {
            if old.as_ref().map(|side| &side.verdict) != new.as_ref().map(|side| &side.verdict) {
                changes.push(AnswerChange {
                    declaration: key.0.to_owned(),
                    source: key.1.to_owned(),
                    question,
                    reasons: new
                        .as_ref()
                        .map_or_else(Vec::new, |side| side.reasons.clone()),
                    statement: Change {
                        old: old.map(|side| side.statement),
                        new: new.map(|side| side.statement),
                    },
                });
            }
        };
        let winner = |result: &&DeclarationResult| Side::of(&result.winner, None, None);
        push("winner", old.map(winner), new.map(winner));
        let figures = |result: &&DeclarationResult| {
            let held = &result.figures;
            Side::of(&held.answer, held.votes, held.reading.clone())
        };
        push("figures", old.map(figures), new.map(figures));
    }
    changes
}

/// One side of a comparison of answers.
struct Side {
    verdict: (String, Option<u64>, Option<String>),
    statement: Message,
    reasons: Vec<Message>,
}

impl Side {
    fn of<V: std::fmt::Debug>(
        answer: &Answer<V>,
        votes: Option<u64>,
        reading: Option<String>,
    ) -> Self {
        Self {
            verdict: (format!("{:?}", answer.answer), votes, reading),
            statement: answer.statement.clone(),
            reasons: answer.explanations.clone(),
        }
    }
}

fn compare_numbers(old: Option<&ContestReport>, new: &ContestReport) -> Vec<NumberChange> {
    let mut changes = Vec::new();
    let before = |id: &str| old.and_then(|old| old.sources.iter().find(|held| held.id == id));
    let gone = old
        .into_iter()
        .flat_map(|old| &old.sources)
        .filter(|source| new.sources.iter().all(|held| held.id != source.id));
    let pairs = new
        .sources
        .iter()
        .map(|source| (before(&source.id), Some(source)))
        .chain(gone.map(|source| (Some(source), None)));
    for (old, new) in pairs {
        let id = new.or(old).map_or("", |source| source.id.as_str());
        let mut numbers: Vec<(Message, [Option<u64>; 2])> = Vec::new();
        for (side, source) in [old, new].into_iter().enumerate() {
            for (figure, value) in source.map(numbers_of).unwrap_or_default() {
                let known = numbers.iter_mut().find(|(known, _)| *known == figure);
                if let Some((_, values)) = known {
                    values[side] = value;
                } else {
                    let mut values = [None, None];
                    values[side] = value;
                    numbers.push((figure, values));
                }
            }
        }
        let differing = numbers.into_iter().filter(|(_, [old, new])| old != new);
        changes.extend(differing.map(|(figure, [old, new])| NumberChange {
            source: id.to_owned(),
            figure,
            value: Change { old, new },
        }));
    }
    changes
}

/// Coverage and totals of a source, each with the message that names it; `None` where the report has no single
/// number for it.
pub fn numbers_of(source: &SourceReport) -> Vec<(Message, Option<u64>)> {
    let coverage = &source.coverage;
    let mut numbers = vec![
        (
            Message::new("report-evidence-stations"),
            Some(coverage.stations_reported),
        ),
        (
            Message::new("report-evidence-complete"),
            Some(coverage.stations_complete),
        ),
        (
            Message::new("report-evidence-expected"),
            coverage.stations_expected,
        ),
        (
            Message::new("report-evidence-electors"),
            coverage.registered_reported,
        ),
    ];
    if let Some(totals) = &source.totals {
        for (option, &votes) in &totals.options {
            let figure = Message::new("compare-votes").with("option", option.as_str());
            numbers.push((figure, Some(votes)));
        }
        numbers.push((Message::new("report-column-valid"), totals.valid));
    }
    numbers
}

fn compare_chain(old: &ChainOfEvidence, new: &ChainOfEvidence) -> Vec<LinkChange> {
    new.links()
        .iter()
        .filter_map(|link| {
            let before = old.get(link.link)?.status;
            (before != link.status).then(|| LinkChange {
                link: link.link.number(),
                status: Change {
                    old: before,
                    new: link.status,
                },
                reasons: link.reasons.clone(),
                figures: link.figures.clone(),
            })
        })
        .collect()
}
