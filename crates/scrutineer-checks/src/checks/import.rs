//! What went wrong while reading: every kind of issue has its code.

use std::collections::BTreeMap;

use scrutineer_model::{Dataset, ImportIssue, ImportIssueKind, Locator};

use crate::catalogue::{CheckInfo, import as codes, remarks};
use crate::sink::{Draft, Sink};

/// The code of a kind of issue. Conflicts of divisions have two codes, by their subject.
fn code(issue: &ImportIssue) -> &'static CheckInfo {
    match issue.kind {
        ImportIssueKind::NotANumber => &codes::E_101,
        ImportIssueKind::NotAnInteger => &codes::E_102,
        ImportIssueKind::Negative => &codes::E_103,
        ImportIssueKind::TooLarge => &codes::E_104,
        ImportIssueKind::MissingKey => &codes::E_105,
        ImportIssueKind::RaggedRow => &codes::E_106,
        ImportIssueKind::OverLimit => &codes::E_107,
        ImportIssueKind::BadEncoding => &codes::E_108,
        ImportIssueKind::NulByte => &remarks::W_104,
        ImportIssueKind::Truncated => &codes::E_109,
        ImportIssueKind::Unreadable => &codes::E_110,
        ImportIssueKind::UnmappedColumn => &remarks::W_105,
        ImportIssueKind::MissingColumn => &codes::E_111,
        ImportIssueKind::DuplicateColumn => &codes::E_112,
        ImportIssueKind::UnknownValue => &codes::E_113,
        ImportIssueKind::HiddenRow => &remarks::W_106,
        ImportIssueKind::Formula => &remarks::W_107,
        ImportIssueKind::MergedCells => &remarks::W_108,
        ImportIssueKind::DivisionConflict if issue.station.is_some() => &codes::E_115,
        ImportIssueKind::DivisionConflict => &codes::E_114,
        ImportIssueKind::NameConflict => &remarks::W_103,
        ImportIssueKind::Decision => &remarks::W_109,
    }
}

/// Issues of one code about one subject are one finding with their number; the rows stay in the
/// provenance. What stands in a cell is not repeated: it can be anything.
pub(super) fn run(dataset: &Dataset, sink: &mut Sink) {
    let mut groups: BTreeMap<(&str, String), (Draft, u64, bool)> = BTreeMap::new();
    for issue in dataset.issues() {
        let info = code(issue);
        // Those that `places` finds again in the columns are told there.
        if info.code == codes::E_114.code {
            continue;
        }
        let (name, draft) = describe(dataset, issue, info);
        let group = groups.entry((info.code, name));
        let (held, count, rejects) = group.or_insert((draft, 0, false));
        let located = std::mem::replace(held, Draft::new(info));
        *held = located.locator(locator(issue));
        *count = count.saturating_add(issue.count);
        *rejects |= issue.rejects_row;
    }
    for (draft, count, rejects) in groups.into_values() {
        let unknown = draft.info().votes_at_stake == "unknown";
        sink.push(
            draft
                .figure("count", count)
                .figure("rejected", u64::from(rejects))
                .at_stake((!unknown).then_some(0)),
        );
    }
}

/// Conflicts carry a code in place of the column.
fn locator(issue: &ImportIssue) -> Locator {
    if issue.locator.file.is_empty() && issue.locator.row.is_none() {
        return Locator::default();
    }
    issue.locator.clone()
}

/// What tells the issue apart from others of its code, and the finding without its count.
fn describe(dataset: &Dataset, issue: &ImportIssue, info: &'static CheckInfo) -> (String, Draft) {
    let column = issue.locator.column.as_deref().unwrap_or("");
    let mut draft = Draft::new(info);
    let mut name = Vec::new();
    if let Some(source) = issue.source {
        let id = dataset.source(source).id.as_str();
        draft = draft.source(id);
        name.push(id);
    }
    if let Some(station) = issue.station {
        let id = dataset.stations().id(station);
        draft = draft.station(id);
        name.push(id);
    }
    let (expected, found) = (issue.expected.as_str(), issue.found.as_str());
    if matches!(
        issue.kind,
        ImportIssueKind::DivisionConflict | ImportIssueKind::NameConflict
    ) {
        if issue.kind == ImportIssueKind::NameConflict {
            draft = draft.division(column);
        }
        name.extend([column, expected, found]);
        draft = draft
            .part(expected)
            .part(found)
            .figure("first", expected)
            .figure("second", found);
        return (name.join("|"), draft);
    }
    let both = [dataset.file_of(issue), column];
    let at = both.into_iter().filter(|part| !part.is_empty());
    let at = at.collect::<Vec<_>>().join(": ");
    name.push(&at);
    draft = draft.part(at.as_str()).figure("where", at.as_str());
    if issue.kind == ImportIssueKind::Decision {
        name.push(found);
        draft = draft.part(found).figure("found", found);
    }
    (name.join("|"), draft)
}
