//! What follows from the entries, against what was published.

use std::path::Path;

use scrutineer_audit::{AuditReport, RULES, canonical_json};
use scrutineer_formats::nist;
use scrutineer_logstore::{DiskObjects, LogReader, Objects};
use scrutineer_model::{LogEvidence, Recomputable};
use scrutineer_report::json;
use scrutineer_tlog::hash::sha256;

use super::VerifyOptions;
use super::audits;
use super::files::Files;
use super::log::{Entries, NamedRelease};
use super::releases::MAX_FILE;
use super::report::{Record, ReportState, Step};
use super::totals;
use crate::beside::{Beside, about, shapes};
use crate::data::{Options, Stamp, compare};
use crate::derive::{
    CONDITIONS, DATA, Extras, REPORT, audited, finish, pages, rebuild, release_report,
};
use crate::entries::Rebuilt;
use crate::release::{Manifest, Role};
use crate::site::{Basis, INSIDE, Positions, SITE_FILES, pages as pages_of_site};

/// Rebuilds the data set of the latest release and compares everything that was derived from it.
pub(super) fn check(
    reader: &LogReader<DiskObjects>,
    folder: &Path,
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
    record.found().rules = Some(published.tool.rules.clone());
    if options.skip_reaudit {
        record.warn("skipped");
        record.found().report = ReportState::Skipped;
        return;
    }
    let stamp = Stamp {
        origin: manifest.origin.clone(),
        size: release.size,
        root: *release.root.as_bytes(),
    };
    let report = match release_report(&rebuilt, &stamp) {
        Ok(report) => report,
        Err(error) => return record.fail(Step::Report, REPORT, error),
    };
    let is_ours = published.tool.rules == RULES;
    if is_ours {
        findings(&published, record);
        compare_report(&published, &bytes, &report, record);
    } else {
        record.warn("other-rules");
        record.found().report = ReportState::OtherRules;
    }
    // Tables hold findings and answers, so that a report under other rules has other tables.
    if is_ours {
        tables(
            reader,
            folder,
            &rebuilt,
            &report,
            (&stamp, manifest),
            published.tool == report.tool,
            record,
        );
    }
    let log_position = report.log.clone();
    drop(report);
    match audited(&rebuilt, log) {
        Ok(mut report) => {
            // What was found of the log stands beside the report that was published, not in another one.
            report.report_id = published.report_id;
            report.log = log_position;
            record.found().audit = Some(Box::new(report));
        }
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
    let bytes = reader
        .objects()
        .get(&file.object().ok()?, MAX_FILE)
        .ok()??;
    // Other bytes were reported with the release.
    if sha256(&bytes) != file.sha256.0 {
        return None;
    }
    match serde_json::from_slice(&bytes) {
        Ok(report) => Some((report, bytes)),
        Err(error) => {
            record.fail(Step::Report, REPORT, error);
            None
        }
    }
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

/// What follows from no entry: the release binds its digest, the pages follow from its bytes.
fn beside(
    reader: &LogReader<DiskObjects>,
    rebuilt: &Rebuilt,
    manifest: &Manifest,
    files: &mut Files<'_>,
    record: &mut Record,
) -> Beside {
    let beside = match Beside::held(reader.objects(), manifest) {
        Ok(beside) => beside,
        Err(error) => {
            files
                .differing
                .push((CONDITIONS.to_owned(), error.to_string()));
            Beside::default()
        }
    };
    for (path, role, bytes) in beside.files() {
        files.whole(path, bytes);
        let read = match role {
            Role::Geometry => {
                record.warn("geometry-beside");
                shapes(bytes, &rebuilt.dataset).map(|_| ())
            }
            Role::Audit => {
                record.warn("audits-beside");
                Ok(())
            }
            _ => {
                record.warn("conditions-beside");
                about(bytes, &rebuilt.dataset).map(|_| ())
            }
        };
        if let Err(error) = read {
            files.differing.push((path.to_owned(), error.to_string()));
        }
    }
    let wrong = audits::wrong(reader, manifest.size.get(), &beside.audits);
    files.differing.extend(wrong);
    beside
}

/// Compares every table in every format, and every text that describes them, with what follows from the
/// entries.
fn tables(
    reader: &LogReader<DiskObjects>,
    folder: &Path,
    rebuilt: &Rebuilt,
    report: &AuditReport,
    (stamp, manifest): (&Stamp, &Manifest),
    is_same_version: bool,
    record: &mut Record,
) {
    let mut files = Files::new(reader, folder, manifest, is_same_version);
    let beside = beside(reader, rebuilt, manifest, &mut files, record);
    if is_same_version && Extras::of(manifest).site {
        let made = Positions::read(reader, manifest.size.get(), rebuilt)
            .map_err(|error| error.to_string())
            .and_then(|positions| {
                let basis = Basis {
                    rebuilt,
                    report,
                    stamp,
                    positions: &positions,
                    files: &manifest.files,
                    bundle: Some(INSIDE),
                    beside: &beside,
                };
                let made = pages_of_site(&basis, &mut |_, _| Ok(()));
                made.map_err(|error| error.to_string())
            });
        match made {
            Ok(listing) => files.whole(SITE_FILES, listing.to_text().as_bytes()),
            Err(error) => files.differing.push((SITE_FILES.to_owned(), error)),
        }
    }
    if is_same_version {
        match json(report) {
            Ok(text) => files.whole(REPORT, text.as_bytes()),
            Err(error) => files.differing.push((REPORT.to_owned(), error.to_string())),
        }
        match pages(rebuilt, report, stamp) {
            Ok(pages) => pages
                .iter()
                .for_each(|page| files.whole(&page.path, &page.bytes)),
            Err(error) => files.differing.push((REPORT.to_owned(), error.to_string())),
        }
    }
    if let Some(options) = Extras::of(manifest).nist {
        for (path, bytes) in nist::reports(&rebuilt.dataset, &options) {
            files.whole(&path, &bytes);
        }
    }
    let options = Options::default();
    if let Err(error) = compare(&rebuilt.dataset, report, stamp, options, &mut files) {
        files.differing.push((DATA.to_owned(), error.to_string()));
    }
    files.finish(record);
}
