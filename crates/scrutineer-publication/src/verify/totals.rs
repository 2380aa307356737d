//! Totals added up again, against those of the published report.

use scrutineer_audit::{AuditReport, Possible, SourceReport};
use scrutineer_model::{Contest, Dataset, Field};
use scrutineer_tally::{Interval, Totals, totals};

use super::report::{Matching, Record, Step};
use crate::derive::REPORT;

/// Compares the totals of every source.
pub(super) fn check(dataset: &Dataset, published: &AuditReport, record: &mut Record) {
    let mut failures = Vec::new();
    for set in dataset.sheets() {
        let contest = dataset.contest(set.contest());
        let source = dataset.source(set.source()).id.as_str();
        let says = published
            .contests
            .iter()
            .filter(|held| held.id == contest.id.as_str())
            .flat_map(|held| &held.sources)
            .find(|held| held.id == source);
        match says {
            None => failures.push(format!("source {source} is missing")),
            Some(says) => {
                let sums = totals(dataset, set);
                failures.extend(
                    differences(contest, &sums, says)
                        .into_iter()
                        .map(|what| format!("source {source}, {what}")),
                );
            }
        }
    }
    record.found().totals = if failures.is_empty() {
        Matching::Match
    } else {
        Matching::Differ
    };
    for why in failures {
        record.fail(Step::Totals, REPORT, why);
    }
}

fn differences(contest: &Contest, sums: &Totals, says: &SourceReport) -> Vec<String> {
    let mut found = Vec::new();
    let mut compare = |what: &str, ours: Option<Possible>, theirs: Option<Possible>| {
        if ours != theirs {
            let word = |held: Option<Possible>| match held {
                None => "no total".to_owned(),
                Some([least, most]) if least == most => least.to_string(),
                Some([least, most]) => format!("{least} to {most}"),
            };
            found.push(format!(
                "{what}: expected {} from the entries, found {}",
                word(ours),
                word(theirs)
            ));
        }
    };
    for (option, ours) in contest.options.iter().zip(&sums.options) {
        let id = option.id.as_str();
        let exact = says.totals.as_ref().and_then(|held| held.options.get(id));
        let theirs = exact.map(|&votes| [votes, votes]).or_else(|| {
            let held = says.totals_interval.as_ref()?;
            held.options.get(id).copied()
        });
        compare(id, Some(possible(*ours)), theirs);
    }
    let exact = says.totals.as_ref();
    let range = says.totals_interval.as_ref();
    let either =
        |exact: Option<u64>, range: Option<Possible>| exact.map(|votes| [votes, votes]).or(range);
    let valid = (sums.sheets > 0).then(|| possible(sums.valid()));
    let theirs = either(
        exact.and_then(|held| held.valid),
        range.and_then(|held| held.valid),
    );
    compare("valid", valid, theirs);
    let theirs = either(
        exact.and_then(|held| held.invalid),
        range.and_then(|held| held.invalid),
    );
    compare("invalid", sums.field(Field::Invalid).map(possible), theirs);
    let theirs = either(
        exact.and_then(|held| held.blank),
        range.and_then(|held| held.blank),
    );
    compare("blank", sums.field(Field::Blank).map(possible), theirs);
    found
}

fn possible(interval: Interval) -> Possible {
    [interval.min, interval.max]
}
