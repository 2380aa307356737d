//! A real election, published and verified: its answers are those of its folder, and no picture's address
//! leaves the machine.

use std::fs;
use std::io::{Cursor, Read};

use scrutineer_audit::{AuditReport, audit};
use scrutineer_model::{Evidence, Link};
use scrutineer_publication::verify::{Matching, ReportState, Verdict};
use scrutineer_testkit::examples;

use crate::tamper::place::{Place, files, lone_policy, verified};

/// What each declaration was answered, and on which links it rests but the log's.
fn answers(report: &AuditReport) -> Vec<String> {
    let mut said = Vec::new();
    for declaration in report.contests.iter().flat_map(|held| &held.declarations) {
        for result in &declaration.results {
            let links = |links: &[Link]| -> Vec<u8> {
                let others = links.iter().filter(|link| **link != Link::RecordToLog);
                others.map(|link| link.number()).collect()
            };
            let (winner, figures) = (&result.winner, &result.figures);
            said.push(format!(
                "{} {}: {:?} {:?} {:?}; {:?} {:?} {:?} {:?}",
                declaration.id,
                result.source,
                winner.answer,
                winner.reasons,
                links(&winner.depends_on),
                figures.answer.answer,
                figures.answer.reasons,
                figures.votes,
                links(&figures.answer.depends_on),
            ));
        }
    }
    said
}

/// Everything that a file holds, as it is and unpacked.
fn contents(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut all = vec![bytes.to_vec()];
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut inside = Vec::new();
        flate2::read::MultiGzDecoder::new(bytes)
            .read_to_end(&mut inside)
            .unwrap();
        all.push(inside);
    }
    if bytes.starts_with(b"PK") {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for at in 0..archive.len() {
            let mut inside = Vec::new();
            archive
                .by_index(at)
                .unwrap()
                .read_to_end(&mut inside)
                .unwrap();
            all.push(inside);
        }
    }
    all
}

fn holds(bytes: &[u8], part: &str) -> bool {
    let lower = bytes.to_ascii_lowercase();
    lower
        .windows(part.len())
        .any(|window| window == part.as_bytes())
}

#[test]
fn venezuela_is_published_and_verifies_with_the_answers_of_its_folder() {
    let Some(loaded) = examples::load("venezuela-2024") else {
        return;
    };
    let place = Place::new();
    let published = place.publish(&loaded.dataset, 1_000);
    assert_eq!(published.waiting.records, 0);
    let found = verified(&place.bundle(), &lone_policy().parse().unwrap(), false);
    assert_eq!(found.failures, []);
    assert_eq!(found.result, Verdict::Verified);
    assert_eq!(
        (found.totals, found.report, found.tables),
        (Matching::Match, ReportState::Match, Matching::Match)
    );
    let of_folder = audit(&loaded.dataset, &Evidence::default()).unwrap();
    let of_log = found.audit.unwrap();
    assert_eq!(answers(&of_log), answers(&of_folder));
    assert_eq!(answers(&of_log).len(), 2);
    let winner = &of_log.contests[0].declarations[0].results[0].winner;
    assert!(winner.depends_on.contains(&Link::RecordToLog));

    let mut bytes = 0;
    let mut searched = 0;
    for path in files(&place.bundle()) {
        let raw = fs::read(place.bundle().join(&path)).unwrap();
        bytes += raw.len();
        for content in contents(&raw) {
            searched += 1;
            for part in [".jpg", ".jpeg", ".png", "acta00"] {
                assert!(!holds(&content, part), "{path} holds {part}");
            }
        }
    }
    assert!(searched > 400, "{searched}");
    assert!(bytes < 40_000_000, "{bytes}");
}

#[test]
fn the_search_finds_an_address_in_what_is_packed() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, b"https://x.example/Acta0096.JPG").unwrap();
    let packed = packed.finish().unwrap();
    let found = contents(&packed).iter().any(|held| holds(held, ".jpg"));
    assert!(found && !holds(&packed, ".jpg"));
}
