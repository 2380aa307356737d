//! A release whose operator lies: the log, its signature and every digest hold, a file does not follow.

use std::fs;

use scrutineer_logstore::{LogReader, Objects};
use scrutineer_publication::data::Stamp;
use scrutineer_publication::derive::Extras;
use scrutineer_publication::derive::{REPORT, derived_files, rebuild, release_report};
use scrutineer_publication::entry::{AuditReport, Entry, Number, Release, Text};
use scrutineer_publication::release::{LATEST, Latest, Manifest, ReleasedFile, Role};
use scrutineer_publication::verify::{Step, Verdict, Verification};
use scrutineer_simulate::Share;
use scrutineer_tlog::hash::sha256;

use super::place::{Place, election, lone_policy, publish_into, verified};

/// The files of a release: path, role, bytes.
type Files = Vec<(String, Role, Vec<u8>)>;

/// Publishes, appends one more release with `change` made to its files by whoever holds the log's key, and
/// verifies.
fn verified_with(change: &dyn Fn(&mut Files)) -> Verification {
    let place = Place::new();
    let mut writer = place.writer();
    publish_into(&mut writer, &place.state(), &election(Share::NONE), 1_000).unwrap();
    let (size, root) = (writer.size(), writer.root());
    let stamp = Stamp {
        origin: super::place::key().verifier().name().to_string(),
        size,
        root: *root.as_bytes(),
    };
    let rebuilt = rebuild(&LogReader::new(writer.objects()), size).unwrap();
    let report = release_report(&rebuilt, &stamp).unwrap();
    let mut files = Vec::new();
    derived_files(
        &rebuilt,
        &report,
        &stamp,
        &Extras::default(),
        &mut |role, file| {
            files.push((file.path, role, file.bytes));
            Ok(())
        },
    )
    .unwrap();
    change(&mut files);
    let mut released = Vec::new();
    for (path, role, bytes) in files {
        let file = ReleasedFile::of(path, role, &bytes);
        writer
            .objects()
            .put_same_or_new(&file.object().unwrap(), &bytes)
            .unwrap();
        released.push(file);
    }
    let number = Number::new(size).unwrap();
    let manifest = Manifest::new(
        stamp.origin.clone(),
        (number, root),
        report.tool.rules.clone(),
        report.as_of,
        released,
    )
    .unwrap();
    let bytes = manifest.to_bytes().unwrap();
    writer
        .objects()
        .put_same_or_new(&manifest.object().unwrap(), &bytes)
        .unwrap();
    let digest = report.report_id.parse().unwrap();
    let entries: Vec<Vec<u8>> = [
        Entry::AuditReport(AuditReport::new(
            number,
            digest,
            Text::new(&report.tool.rules),
        )),
        Entry::Release(Release::new(number, root, sha256(&bytes))),
    ]
    .iter()
    .map(|entry| entry.to_bytes().unwrap())
    .collect();
    writer.append(&entries).unwrap();
    drop(writer);
    let pointer = Latest::to(&manifest, &bytes).unwrap().to_bytes().unwrap();
    fs::write(place.bundle().join(LATEST), pointer).unwrap();
    verified(&place.bundle(), &lone_policy().parse().unwrap(), false)
}

/// Exchanges the options in a file.
fn exchanged(files: &mut [(String, Role, Vec<u8>)], path: &str) {
    let (_, _, bytes) = files.iter_mut().find(|(held, _, _)| held == path).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let told = text
        .replace("Option A", "Option \0")
        .replace("Option B", "Option A")
        .replace("Option \0", "Option B");
    assert_ne!(text, told, "{path} names no option");
    *bytes = told.into_bytes();
}

#[test]
fn the_release_that_tells_the_truth_verifies() {
    let found = verified_with(&|_| {});
    assert_eq!(found.failures, []);
    assert_eq!(found.result, Verdict::Verified);
}

#[test]
fn a_page_a_text_or_a_copy_that_does_not_follow_from_the_entries_fails() {
    for path in [
        "report.en.html",
        "brief.es.html",
        "data/spreadsheet/summary.csv",
    ] {
        let found = verified_with(&|files| exchanged(files, path));
        assert_eq!(found.result, Verdict::Failed, "{path}");
        assert!(
            found
                .failures
                .iter()
                .any(|failure| failure.step == Step::Tables && failure.why.starts_with(path)),
            "{path}: {:?}",
            found.failures
        );
    }
    let found = verified_with(&|files| {
        let (_, _, sql) = files
            .iter_mut()
            .find(|(path, _, _)| path.ends_with("recompute.sql"))
            .unwrap();
        *sql = b"select 'Option B won';\n".to_vec();
    });
    assert_eq!(found.result, Verdict::Failed);
}

#[test]
fn words_in_the_report_outside_its_canonical_part_are_compared_too() {
    let found = verified_with(&|files| {
        let (_, _, bytes) = files
            .iter_mut()
            .find(|(path, _, _)| path == REPORT)
            .unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let told = text.replacen("as declared", "not as declared", 1);
        assert_ne!(text, told);
        *bytes = told.into_bytes();
    });
    assert_eq!(found.result, Verdict::Failed);
}

#[test]
fn files_of_an_audit_that_the_log_does_not_have_fail() {
    let found = verified_with(&|files| {
        let path = "audits/other/certificate.en.txt".to_owned();
        files.push((path, Role::Audit, b"Option B won".to_vec()));
        files.sort();
    });
    let told = found.failures.iter();
    let told: Vec<&str> = told.map(|failure| failure.why.as_str()).collect();
    assert_eq!(
        told,
        ["audits/other/certificate.en.txt: the log announces no audit other"]
    );
}

#[test]
fn a_file_that_nothing_derives_fails() {
    let found = verified_with(&|files| {
        files.push((
            "result.html".to_owned(),
            Role::Page,
            b"Option B won".to_vec(),
        ));
    });
    assert_eq!(found.result, Verdict::Failed);
    assert!(
        found
            .failures
            .iter()
            .any(|failure| failure.why.starts_with("result.html"))
    );
}
