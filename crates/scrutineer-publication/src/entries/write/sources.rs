//! Sources, the files they were read from, what went wrong, and decisions on findings.

use std::collections::BTreeMap;

use scrutineer_model::{
    Dataset, Field, ImportIssue, ImportIssueKind, Input, InputRole, SourceLabel,
};

use crate::canonical::Problem;
use crate::entries::write::{Commitments, number, number_copies, optional, unless_empty};
use crate::entry::{self, Digest, Disposition, Entry, Flag, SourceFile, Text, fixed};

pub(super) fn sources(dataset: &Dataset) -> Vec<Entry<'_>> {
    let sources = (1..).zip(dataset.sources().iter().zip(dataset.sheets()));
    sources
        .map(|(number_of, (source, set))| {
            let contest = dataset.contest(source.contest);
            let of = &source.provenance;
            let aligned = of.aligned_with.iter();
            let mut fields = Field::ALL.to_vec();
            fields.retain(|&field| set.field(field).is_some());
            let identities = source.identities.iter().map(|identity| entry::Identity {
                left: identity.left.clone(),
                options: Flag(identity.options),
                right: identity.right.clone(),
                text: Text::new(&identity.text),
            });
            Entry::Source(entry::Source {
                aligned_with: aligned
                    .filter_map(|option| contest.options.get(option.get()))
                    .map(|option| Text::new(option.id.as_str()))
                    .collect(),
                contest: Text::new(contest.id.as_str()),
                derived_from: of.derived_from.as_ref().map(|of| Text::new(of.as_str())),
                fields,
                id: Text::new(source.id.as_str()),
                identities: identities.collect(),
                kind: fixed(),
                licence: optional(of.licence.as_ref()),
                medium: optional(of.medium.as_ref()),
                method: optional(of.method.as_ref()),
                number: number_of,
                obtained_by_role: coarse(of.supplied_by, of.obtained_by_role.as_ref()),
                obtained_from: coarse(of.supplied_by, of.obtained_from.as_ref()),
                obtained_on: of.obtained_on,
                origin: Text::new(source.origin.0.as_str()),
                rejected: number(source.rejected),
                rows: number(source.rows),
                supplied_by: of.supplied_by,
                transformations: optional(of.transformations.as_ref()),
                v: fixed(),
            })
        })
        .collect()
}

/// What is said about where a source comes from: of citizens, that it is of citizens and no more.
fn coarse(label: SourceLabel, said: Option<&String>) -> Option<Text<'_>> {
    match label {
        SourceLabel::Citizen => said.map(|_| Text::new("citizen")),
        _ => optional(said),
    }
}

/// Whether an authority published the file, so that nothing is revealed by its digest: the official
/// list, declarations, and sheets of an authority. The operator's own texts are not public.
pub fn is_public(dataset: &Dataset, input: &Input) -> bool {
    let label = input.source.as_ref().and_then(|id| {
        let source = dataset.sources().iter().find(|source| source.id == *id)?;
        Some(source.provenance.supplied_by)
    });
    match (label, input.role) {
        (Some(label), _) => label == SourceLabel::Authority,
        (None, InputRole::Register | InputRole::Declaration) => true,
        (None, InputRole::Election | InputRole::Sheets | InputRole::Dispositions) => false,
    }
}

pub(super) fn files<'a>(
    dataset: &'a Dataset,
    commitments: &Commitments,
    into: &mut Vec<Entry<'a>>,
    problems: &mut Vec<Problem>,
) {
    let start = into.len();
    for input in dataset.inputs() {
        let mut file = SourceFile {
            commitment: None,
            copy: None,
            file: None,
            kind: fixed(),
            rejected: number(input.rejected),
            role: input.role,
            rows: number(input.rows),
            sha256: None,
            source: input.source.as_ref().map(|id| Text::new(id.as_str())),
            v: fixed(),
        };
        let path = format!("file {}", input.file);
        // A data set that was read back from entries has committed files without a digest.
        if is_public(dataset, input) {
            file.file = Some(Text::new(&input.file));
            file.sha256 = Digest::parse(&input.sha256);
            if file.sha256.is_none() {
                problems.push(Problem::new(path, "a SHA-256 digest", &input.sha256));
            }
        } else if let Some(commitment) = commitments.get(&input.sha256) {
            file.commitment = Some(Digest(*commitment));
        } else {
            let expected = "a salted commitment, since no authority published the file";
            problems.push(Problem::new(path, expected, "none"));
        }
        into.push(Entry::SourceFile(file));
    }
    if let Some(files) = into.get_mut(start..) {
        number_copies(files, |entry| match entry {
            Entry::SourceFile(file) => Some(&mut file.copy),
            _ => None,
        });
    }
}

/// What the issue says of itself in public: texts only where two of them contradict each other or
/// where they say how bytes were decoded. What stood in a cell can be anything.
fn texts(issue: &ImportIssue) -> (&str, &str) {
    match issue.kind {
        ImportIssueKind::DivisionConflict | ImportIssueKind::NameConflict => {
            (&issue.expected, &issue.found)
        }
        ImportIssueKind::Decision => ("", &issue.found),
        _ => ("", ""),
    }
}

pub(super) fn issues<'a>(dataset: &'a Dataset, into: &mut Vec<Entry<'a>>) {
    let mut counted: BTreeMap<_, (u64, bool)> = BTreeMap::new();
    for issue in dataset.issues() {
        let (expected, found) = texts(issue);
        let column = issue.locator.column.as_deref().unwrap_or("");
        let about = (issue.source, dataset.file_of(issue), column, issue.kind);
        let key = (about, issue.station, expected, found);
        let (count, rejects) = counted.entry(key).or_default();
        *count = count.saturating_add(issue.count);
        *rejects |= issue.rejects_row;
    }
    for (key, (count, rejects)) in counted {
        let ((source, file, column, problem), station, expected, found) = key;
        into.push(Entry::ImportIssue(entry::ImportIssue {
            column: unless_empty(column),
            count: number(count),
            expected: unless_empty(expected),
            file: unless_empty(file),
            found: unless_empty(found),
            kind: fixed(),
            problem,
            rejects_row: Flag(rejects),
            source: source.map(|at| Text::new(dataset.source(at).id.as_str())),
            station: station.map(|at| Text::new(dataset.stations().id(at))),
            v: fixed(),
        }));
    }
}

pub(super) fn dispositions<'a>(dataset: &'a Dataset, into: &mut Vec<Entry<'a>>) {
    let start = into.len();
    into.extend(dataset.dispositions().iter().map(|held| {
        Entry::Disposition(Disposition {
            copy: None,
            date: held.date,
            decision: held.decision,
            finding: Text::new(held.key.as_str()),
            kind: fixed(),
            reason: Text::new(&held.reason),
            role: Text::new(&held.role),
            v: fixed(),
        })
    }));
    if let Some(all) = into.get_mut(start..) {
        number_copies(all, |entry| match entry {
            Entry::Disposition(held) => Some(&mut held.copy),
            _ => None,
        });
    }
}
