//! The part of a report that is the same wherever and by whichever version it was computed, and its
//! digest.

use std::fmt::Write;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::report::{AuditReport, ContestReport, ElectionInfo};

/// The canonical part, in the order of its bytes.
#[derive(Serialize)]
struct Canonical<'a> {
    schema: &'a str,
    rules: &'a str,
    as_of: scrutineer_model::Date,
    election: &'a ElectionInfo,
    contests: &'a [ContestReport],
    findings: &'a [scrutineer_model::Finding],
}

/// The canonical part as compact JSON: the report without the program's version, the list of input
/// files, position in a log, provenance, texts, tests, the id itself, and the divisions that a reader asked
/// for.
pub fn canonical_json(report: &AuditReport) -> String {
    let with_divisions = report
        .contests
        .iter()
        .any(|held| held.sources.iter().any(|of| !of.divisions.is_empty()));
    let stripped: Vec<ContestReport>;
    let contests = if with_divisions {
        stripped = report
            .contests
            .iter()
            .cloned()
            .map(without_divisions)
            .collect();
        &stripped
    } else {
        &report.contests
    };
    let canonical = Canonical {
        schema: &report.schema,
        rules: &report.tool.rules,
        as_of: report.as_of,
        election: &report.election,
        contests,
        findings: &report.findings,
    };
    // Every map has text keys and every number is finite or null, which is all that can fail.
    serde_json::to_string(&canonical).unwrap_or_default()
}

fn without_divisions(mut contest: ContestReport) -> ContestReport {
    for source in &mut contest.sources {
        source.divisions.clear();
    }
    contest
}

/// SHA-256 of [`canonical_json`], lower-case hexadecimal.
pub fn report_id(report: &AuditReport) -> String {
    let digest = Sha256::digest(canonical_json(report).as_bytes());
    digest
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
