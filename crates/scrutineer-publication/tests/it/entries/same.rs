//! Whether two data sets say the same to everything that checks read.

use std::collections::BTreeMap;

use scrutineer_audit::{AuditReport, audit, canonical_json};
use scrutineer_model::{
    Cell, Dataset, Evidence, ImportIssueKind, Input, Source, SourceLabel, StationIdx, TicketIdx,
};
use scrutineer_publication::commitment::{BlobSalt, commit_blob};
use scrutineer_publication::entries::{Commitments, Rebuilt, dataset, entries};
use scrutineer_tlog::Hash;

/// The entries of a data set as bytes, with the findings of its own audit.
pub(crate) fn published(of: &Dataset) -> Vec<Vec<u8>> {
    let report = audit(of, &Evidence::default()).unwrap();
    let commitments = commitments(of);
    let all = entries(of, &report.findings, &commitments).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    });
    all.map(|entry| entry.to_bytes().unwrap()).collect()
}

/// A commitment for every file.
pub(crate) fn commitments(of: &Dataset) -> Commitments {
    let salt = BlobSalt::new([7; 32]);
    let files = of.inputs().iter().map(|input| {
        let digest: Hash = input.sha256.parse().unwrap();
        (input.sha256.clone(), commit_blob(&salt, digest, 1))
    });
    files.collect()
}

pub(crate) fn read(bytes: &[Vec<u8>]) -> Rebuilt {
    dataset(bytes).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().take(20).map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// Publishes, reads back, compares what checks read and what the audit says, byte for byte.
pub(crate) fn assert_identity(of: &Dataset) -> Rebuilt {
    let bytes = published(of);
    let back = read(&bytes);
    let found = differences(of, &back.dataset);
    assert!(found.is_empty(), "{}", found.join("\n"));
    let private = audit(of, &Evidence::default()).unwrap();
    let evidence = Evidence {
        attested: back.attested.clone(),
        ..Evidence::default()
    };
    let public = audit(&back.dataset, &evidence).unwrap();
    assert_eq!(coarse_text(of, &private), canonical_json(&public));
    back
}

/// The sources, of which those of citizens say no more than that.
fn coarse(of: &Dataset) -> Vec<Source> {
    let mut all = of.sources().to_vec();
    for source in &mut all {
        let held = &mut source.provenance;
        if held.supplied_by == SourceLabel::Citizen {
            for said in [&mut held.obtained_from, &mut held.obtained_by_role] {
                *said = said.take().map(|_| "citizen".to_owned());
            }
        }
    }
    all
}

/// A report, in which sources of citizens say no more than that.
fn coarse_text(of: &Dataset, report: &AuditReport) -> String {
    let mut text = canonical_json(report);
    for source in of.sources() {
        let held = &source.provenance;
        if held.supplied_by != SourceLabel::Citizen {
            continue;
        }
        for (key, said) in [
            ("obtained_from", &held.obtained_from),
            ("obtained_by_role", &held.obtained_by_role),
        ] {
            if let Some(said) = said {
                let said = serde_json::to_string(said).unwrap();
                let own = format!("{{\"id\":\"{}\",\"label\":\"citizen\"", source.id);
                let at = text.find(&own).unwrap();
                let rest = text.split_off(at);
                let old = format!("\"{key}\":{said}");
                text += &rest.replacen(&old, &format!("\"{key}\":\"citizen\""), 1);
            }
        }
    }
    text
}

/// What a reader of one reading sees: station, sequence, fields, votes per ticket and option.
type Row = (StationIdx, u32, Vec<Cell>);

fn rows(of: &Dataset) -> Vec<Vec<Row>> {
    of.sheets()
        .iter()
        .map(|set| {
            let tickets = of.contest(set.contest()).tickets.len();
            (0..set.len())
                .map(|row| {
                    let mut cells: Vec<Cell> = set.content(row).collect();
                    for ticket in (0..tickets).map(TicketIdx::new) {
                        cells.extend(set.ticket(ticket).map(|column| column[row]));
                    }
                    (set.stations()[row], set.sequence(row), cells)
                })
                .collect()
        })
        .collect()
}

fn issues(of: &Dataset) -> BTreeMap<String, (u64, bool)> {
    let mut counted = BTreeMap::new();
    for issue in of.issues() {
        let texts = match issue.kind {
            ImportIssueKind::DivisionConflict | ImportIssueKind::NameConflict => {
                (issue.expected.as_str(), issue.found.as_str())
            }
            ImportIssueKind::Decision => ("", issue.found.as_str()),
            _ => ("", ""),
        };
        let place = (issue.kind, issue.source, issue.station);
        let at = (
            &issue.locator.file,
            issue.locator.column.as_deref().unwrap_or(""),
        );
        let held: &mut (u64, bool) = counted
            .entry(format!("{place:?} {at:?} {texts:?}"))
            .or_default();
        held.0 += issue.count;
        held.1 |= issue.rejects_row;
    }
    counted
}

fn files(of: &Dataset) -> Vec<String> {
    let line = |input: &Input| {
        let Input {
            source,
            role,
            rows,
            rejected,
            ..
        } = input;
        format!("{source:?} {role:?} {rows} {rejected}")
    };
    let mut lines: Vec<String> = of.inputs().iter().map(line).collect();
    lines.sort();
    lines
}

/// Everything in which two data sets differ, by name.
pub(crate) fn differences(a: &Dataset, b: &Dataset) -> Vec<String> {
    let mut found = Vec::new();
    let mut same = |what: &str, is: bool| {
        if !is {
            found.push(what.to_owned());
        }
    };
    same("election", a.election() == b.election());
    same("contests", a.contests() == b.contests());
    same("hierarchies", a.hierarchies() == b.hierarchies());
    same("places", a.places() == b.places());
    same("stations", a.stations() == b.stations());
    same("sources", coarse(a) == coarse(b));
    same("readings", rows(a) == rows(b));
    let settled = |of: &Dataset| -> Vec<(Vec<usize>, Vec<std::ops::Range<usize>>)> {
        let sets = of.sheets().iter();
        sets.map(|set| (set.current().collect(), set.rivals().collect()))
            .collect()
    };
    same("readings that hold", settled(a) == settled(b));
    let columns = |of: &Dataset| -> Vec<Vec<bool>> {
        let all = scrutineer_model::Field::ALL;
        let sets = of.sheets().iter();
        sets.map(|set| all.map(|field| set.field(field).is_some()).to_vec())
            .collect()
    };
    same("columns", columns(a) == columns(b));
    same("declarations", a.declarations() == b.declarations());
    same("dispositions", a.dispositions() == b.dispositions());
    same("issues", issues(a) == issues(b));
    same("files", files(a) == files(b));
    same("as_of", a.as_of() == b.as_of());
    same("has_register", a.has_register() == b.has_register());
    found
}
