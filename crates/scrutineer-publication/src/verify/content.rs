//! What follows from the entries, against what was published.

use std::collections::BTreeMap;

use scrutineer_audit::{AuditReport, RULES, canonical_json};
use scrutineer_formats::nist::NistOptions;
use scrutineer_logstore::{LogReader, Objects};
use scrutineer_model::{LogEvidence, Recomputable};
use scrutineer_tlog::hash::sha256;

use super::log::{Entries, NamedRelease};
use super::releases::MAX_FILE;
use super::report::{Matching, Record, ReportState, Step};
use super::same::compare;
use super::{VerifyOptions, totals};
use crate::data::{DataFile, Stamp};
use crate::derive::{Extras, REPORT, audited, derived_files, finish, rebuild};
use crate::entries::Rebuilt;
use crate::release::{Manifest, ReleasedFile, Role};

/// Rebuilds the data set of the latest release and compares everything that was derived from it.
pub(super) fn check<O: Objects>(
    reader: &LogReader<O>,
    read: &mut Entries,
    latest: Option<&(NamedRelease, Manifest)>,
    options: &VerifyOptions<'_>,
    log: LogEvidence,
    record: &mut Record,
) {
    let Some((release, manifest)) = latest else {
        return;
    };
    // An outline that saw corrections made after the release is not that of the release.
    let rebuilt = match read.outline.take() {
        Some(outline) => finish(reader, release.size, outline),
        None => rebuild(reader, release.size),
    };
    let rebuilt = match rebuilt {
        Ok(rebuilt) => rebuilt,
        Err(error) => return record.fail(Step::Entries, "tile/entries", error),
    };
    let Some((published, bytes)) = published(reader, manifest, record) else {
        return;
    };
    totals::check(&rebuilt.dataset, &published, record);
    attested_digest(read, release.size, &published, record);
    findings(&published, record);
    if options.skip_reaudit {
        record.warn("skipped");
        record.found().report = ReportState::Skipped;
        return;
    }
    let report = match audited(&rebuilt, None) {
        Ok(report) => report,
        Err(error) => return record.fail(Step::Report, REPORT, error),
    };
    let is_ours = published.tool.rules == RULES;
    if is_ours {
        compare_report(&published, &bytes, &report, record);
    } else {
        record.warn("other-rules");
        record.found().report = ReportState::OtherRules;
    }
    // Tables hold findings and answers, so that a report under other rules has other tables.
    if is_ours {
        tables(reader, &rebuilt, &report, (release, manifest), record);
    }
    match audited(&rebuilt, Some(log)) {
        Ok(report) => record.found().audit = Some(Box::new(report)),
        Err(error) => record.fail(Step::Report, REPORT, error),
    }
}

/// Where an entry has the digest of the audit of this size, it must be that of the published report.
fn attested_digest(read: &Entries, size: u64, published: &AuditReport, record: &mut Record) {
    let Some(digest) = read.reports.get(&size) else {
        return;
    };
    let found = sha256(canonical_json(published).as_bytes());
    if *digest != found {
        let why = format!("expected the report {digest} that an entry names, found {found}");
        record.fail(Step::Report, REPORT, why);
    }
}

/// The published report, read; its digest was checked with the release.
fn published<O: Objects>(
    reader: &LogReader<O>,
    manifest: &Manifest,
    record: &mut Record,
) -> Option<(AuditReport, Vec<u8>)> {
    let Some(file) = manifest.files.iter().find(|file| file.path == REPORT) else {
        record.fail(Step::Report, REPORT, "is missing from the latest release");
        return None;
    };
    let bytes = released(reader, file)?;
    match serde_json::from_slice(&bytes) {
        Ok(report) => Some((report, bytes)),
        Err(error) => {
            record.fail(Step::Report, REPORT, error);
            None
        }
    }
}

/// The bytes of a released file, where they are those that the manifest names: anything else was
/// reported with the release.
fn released<O: Objects>(reader: &LogReader<O>, file: &ReleasedFile) -> Option<Vec<u8>> {
    let bytes = reader
        .objects()
        .get(&file.object().ok()?, MAX_FILE)
        .ok()??;
    (sha256(&bytes) == file.sha256.0).then_some(bytes)
}

fn findings(published: &AuditReport, record: &mut Record) {
    let private = published
        .findings
        .iter()
        .filter(|finding| finding.recomputable == Recomputable::FromPrivate)
        .count();
    let counts = &mut record.found().findings;
    counts.from_private = private as u64;
    counts.recomputed = (published.findings.len() - private) as u64;
    if private > 0 {
        record.warn("from-private");
    }
}

fn compare_report(
    published: &AuditReport,
    bytes: &[u8],
    report: &AuditReport,
    record: &mut Record,
) {
    let (theirs, ours) = (canonical_json(published), canonical_json(report));
    if theirs == ours && published.report_id == report.report_id {
        record.found().report = ReportState::Match;
        return;
    }
    record.found().report = ReportState::Differ;
    let at = theirs
        .bytes()
        .zip(ours.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let excerpt = |text: &str| -> String {
        let start = at.saturating_sub(40);
        let text: Vec<u8> = text.bytes().skip(start).take(90).collect();
        String::from_utf8_lossy(&text).into_owned()
    };
    let why = format!(
        "the canonical part ({} bytes of {}) differs at byte {at}: published ...{}..., from the entries ...{}...",
        theirs.len(),
        bytes.len(),
        excerpt(&theirs),
        excerpt(&ours)
    );
    record.fail(Step::Report, REPORT, why);
}

/// Makes every file again and compares it with its published digest.
fn tables<O: Objects>(
    reader: &LogReader<O>,
    rebuilt: &Rebuilt,
    report: &AuditReport,
    (release, manifest): (&NamedRelease, &Manifest),
    record: &mut Record,
) {
    let stamp = Stamp {
        origin: manifest.origin.clone(),
        size: release.size,
        root: *release.root.as_bytes(),
    };
    let mut expected: BTreeMap<&str, &ReleasedFile> = manifest
        .files
        .iter()
        .filter(|file| matches!(file.role, Role::Table | Role::Text | Role::Copy))
        .map(|file| (file.path.as_str(), file))
        .collect();
    let extras = Extras {
        nist: manifest.issuer.as_ref().map(|issuer| NistOptions {
            issuer: issuer.clone(),
            abbreviation: issuer.clone(),
            is_test: manifest.is_demonstration(),
        }),
    };
    let mut differing: Vec<(String, String)> = Vec::new();
    let mut is_other = false;
    let mut take =
        |role: Role, made: DataFile| -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
            if matches!(role, Role::Report | Role::Page) {
                return Ok(());
            }
            // Another version of the program may describe the tables in other words and copy them into
            // other formats; the tables themselves are the same for all.
            let Some(file) = expected.remove(made.path.as_str()) else {
                if role == Role::Table {
                    let why = "follows from the entries but was not published";
                    differing.push((made.path, why.to_owned()));
                } else {
                    is_other = true;
                }
                return Ok(());
            };
            if sha256(&made.bytes) != file.sha256.0 {
                // The file itself may be gone or changed, which the release said already.
                if let Some(bytes) = released(reader, file) {
                    match compare(&made.path, &made.bytes, &bytes) {
                        Ok(()) => {}
                        Err(_) if role == Role::Text => is_other = true,
                        Err(why) => differing.push((made.path, why)),
                    }
                }
            }
            Ok(())
        };
    let made = derived_files(rebuilt, report, &stamp, &extras, &mut take);
    if let Err(error) = made {
        differing.push(("data".to_owned(), error.to_string()));
    }
    for (path, file) in &expected {
        if file.role == Role::Table {
            let why = "does not follow from the entries";
            differing.push(((*path).to_owned(), why.to_owned()));
        } else {
            is_other = true;
        }
    }
    if is_other {
        record.warn("other-files");
    }
    record.found().tables = if differing.is_empty() {
        Matching::Match
    } else {
        Matching::Differ
    };
    for (path, why) in differing {
        let file = manifest
            .files
            .iter()
            .find(|file| file.path == path)
            .and_then(|file| file.object().ok())
            .map_or_else(|| path.clone(), |object| object.as_str().to_owned());
        record.fail(Step::Tables, file, format!("{path}: {why}"));
    }
}
