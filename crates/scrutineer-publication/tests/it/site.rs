//! The site of a bundle: named by the release, made again by `verify`, and only touched pages are written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use scrutineer_audit::audit;
use scrutineer_forensics::test_results;
use scrutineer_model::{Dataset, Date, Evidence, Link, Tier};
use scrutineer_publication::batch::Publication;
use scrutineer_publication::beside::Beside;
use scrutineer_publication::derive::Extras;
use scrutineer_publication::entry::{AuditStep, AuditStepKind, Number};
use scrutineer_publication::publish::{Now, Published, Publishing, publish};
use scrutineer_publication::release::DEMONSTRATION;
use scrutineer_publication::site::SITE;
use scrutineer_publication::state::PrivateState;
use scrutineer_publication::verify::{Verdict, Verification};
use scrutineer_simulate::{Plan, Share, simulate};
use scrutineer_tlog::Hash;
use scrutineer_tlog::hash::sha256;

use crate::tamper::place::{Place, election, files, lone_policy, one_in_eight, verified};

pub(crate) fn published(place: &Place, dataset: &Dataset, minutes: u64) -> Published {
    published_with(place, dataset, minutes, &[])
}

fn published_with(
    place: &Place,
    dataset: &Dataset,
    minutes: u64,
    audits: &[AuditStep<'_>],
) -> Published {
    let findings = audit(dataset, &Evidence::default()).unwrap().findings;
    let mut state = PrivateState::open(&place.state()).unwrap();
    let input = Publishing {
        dataset,
        findings: &findings,
        lengths: &BTreeMap::new(),
        audits,
        publication: &Publication::new([], 1, 0),
        recovery: None,
        disclose: &[],
        close: false,
        extras: Extras {
            nist: None,
            site: true,
            beside: Beside::default(),
        },
        now: Now {
            minutes,
            day: Date::parse("2024-07-29").unwrap(),
        },
    };
    publish(&mut place.writer(), &mut state, &input).unwrap()
}

pub(crate) fn honest() -> Dataset {
    election(Share::per_million(0).unwrap())
}

fn found(place: &Place) -> Verification {
    verified(&place.bundle(), &lone_policy().parse().unwrap(), false)
}

/// Files with a failure of a verification.
fn failed(place: &Place) -> Vec<String> {
    let failures = found(place).failures.into_iter();
    failures.map(|failure| failure.file).collect()
}

#[test]
fn a_bundle_with_its_site_verifies_and_a_changed_page_is_named() {
    let place = Place::new();
    published(&place, &honest(), 1_000);
    let verified = found(&place);
    assert_eq!(verified.failures, []);
    assert_eq!(verified.result, Verdict::Verified);

    let home = place.bundle().join("site/en/index.html");
    let page = fs::read_to_string(&home).unwrap();
    fs::write(&home, page.replace("sheets", "sheetz")).unwrap();
    assert_eq!(failed(&place), ["site/en/index.html"]);
    fs::write(&home, &page).unwrap();

    fs::write(place.bundle().join("site/en/more.html"), "more").unwrap();
    assert_eq!(failed(&place), ["site/en/more.html"]);
    fs::remove_file(place.bundle().join("site/en/more.html")).unwrap();

    fs::remove_file(&home).unwrap();
    assert_eq!(failed(&place), ["site/en/index.html"]);
    fs::write(&home, &page).unwrap();
    assert_eq!(failed(&place), Vec::<String>::new());
}

/// Number of bytes and SHA-256 beside each download are those of the file that it leads to.
#[test]
fn downloads_are_the_files_that_their_lines_describe() {
    let place = Place::new();
    let released = published(&place, &honest(), 1_000).released.unwrap();
    let root = place.bundle().join(SITE);
    for language in ["en", "es"] {
        let path = root.join(language).join("data.html");
        let page = fs::read_to_string(path).unwrap();
        let mut names = BTreeSet::new();
        for row in page.split("<tr>").skip(2) {
            let row = row.split("</tr>").next().unwrap();
            let inside = |from: &str, to: &str| {
                let (_, rest) = row.split_once(from).unwrap_or_else(|| panic!("{row}"));
                rest.split(to).next().unwrap().to_owned()
            };
            let target = inside("href=\"", "\"");
            let bytes = fs::read(root.join(language).join(&target)).unwrap();
            let digest = inside("<code class=\"digest\">", "</code>");
            assert_eq!(digest, sha256(&bytes).to_string(), "{row}");
            let count = row.split("<td").find_map(|cell| {
                let text = cell.split_once('>')?.1.split('<').next()?;
                let is_number = text.starts_with(|first: char| first.is_ascii_digit());
                is_number.then(|| text.replace([',', '.'], ""))
            });
            assert_eq!(count, Some(bytes.len().to_string()), "{row}");
            names.insert(inside("<bdi>", "</bdi>"));
        }
        assert_eq!(names.len(), page.matches("class=\"digest\"").count());
        for name in ["data/dictionary.md", "data/election.sqlite", "report.json"] {
            assert!(names.contains(name), "{name}: {names:?}");
        }
        // How to cite it: with log, size and root.
        let (_, citation) = page.split_once("<blockquote>").unwrap();
        let citation = citation.split("</blockquote>").next().unwrap();
        for part in [
            DEMONSTRATION,
            &released.size.to_string(),
            &released.root.to_base64(),
        ] {
            assert!(citation.contains(part), "{part}: {citation}");
        }
    }
}

#[test]
fn a_copy_without_pages_is_whole_and_says_so() {
    let place = Place::new();
    published(&place, &honest(), 1_000);
    fs::remove_dir_all(place.bundle().join(SITE)).unwrap();
    let verified = found(&place);
    assert_eq!(verified.failures, []);
    assert!(verified.warnings.contains(&"no-site"));
}

fn times(bundle: &Path) -> BTreeMap<String, SystemTime> {
    files(bundle)
        .into_iter()
        .filter(|path| path.starts_with("site/"))
        .map(|path| {
            let held = fs::metadata(bundle.join(&path)).unwrap();
            (path, held.modified().unwrap())
        })
        .collect()
}

#[test]
fn a_release_writes_only_the_pages_that_changed() {
    let place = Place::new();
    published(&place, &honest(), 1_000);
    let before = times(&place.bundle());
    let released = published(&place, &election(one_in_eight()), 2_000);
    assert!(released.released.is_some());
    assert_eq!(failed(&place), Vec::<String>::new());
    let after = times(&place.bundle());
    let permanent = |held: &BTreeMap<String, SystemTime>| {
        let mut kept = held.clone();
        kept.retain(|path, _| path.starts_with("site/s/") || path.starts_with("site/a/"));
        kept
    };
    assert_eq!(permanent(&before), permanent(&after));
    assert_ne!(before["site/en/index.html"], after["site/en/index.html"]);
}

/// A run that stopped while pages were written is finished by the next one.
#[test]
fn pages_of_a_run_that_stopped_are_put_right() {
    let place = Place::new();
    published(&place, &honest(), 1_000);
    let bundle = place.bundle();
    let home = bundle.join("site/es/index.html");
    // As if the next release had begun: another page, and one that its list will not have.
    fs::write(&home, "half").unwrap();
    fs::write(bundle.join("site/es/old.html"), "old").unwrap();
    published(&place, &election(one_in_eight()), 2_000);
    assert_eq!(failed(&place), Vec::<String>::new());
}

/// What changed between two releases stands on a page of its own, on the first page and in the feed, and a
/// stranger makes all of it again.
#[test]
fn what_changed_between_releases_is_told_and_verified() {
    let place = Place::new();
    let first = published(&place, &honest(), 1_000).released.unwrap();
    let page = |path: &str| fs::read_to_string(place.bundle().join(SITE).join(path)).unwrap();
    assert!(!page("en/index.html").contains("Changed since"));
    assert!(!page("en/changes.html").contains("href=\"c/"));

    let second = published(&place, &election(one_in_eight()), 2_000);
    let second = second.released.unwrap();
    assert_eq!(failed(&place), Vec::<String>::new());
    let pair = format!("c/{}-{}.html", first.size, second.size);
    let made = page(&format!("en/{pair}"));
    // One record in eight is copied wrongly, so that a correction replaces its entry.
    assert_eq!(made.matches("corrects entry").count(), 1, "{made}");
    assert!(page("en/changes.html").contains(&format!("href=\"{pair}\"")));
    assert!(page("en/index.html").contains("Changed since"));
    assert!(page("es/changes.atom").contains(&format!("href=\"{pair}\"")));
    assert!(page("en/c/errata.html").contains("corrects entry"));

    let third = published(&place, &honest(), 3_000).released.unwrap();
    assert_eq!(failed(&place), Vec::<String>::new());
    let around = page(&format!("en/c/{}-{}.html", first.size, third.size));
    // What was changed was changed back: no total differs from the first release.
    assert!(around.contains("No answer has changed."), "{around}");
    assert!(around.contains(&format!("../c/{}-{}.html", second.size, third.size)));
    let feed = page("en/changes.atom");
    assert_eq!(feed.matches("<entry>").count(), 3);
}

/// Every test that applies stands on the page of statistics with its effect, and every step of an audit.
#[test]
fn the_page_of_statistics_has_the_tests_and_the_audits_of_the_log() {
    let dataset = simulate(&Plan::new(300, 3)).unwrap();
    let dataset = dataset.to_dataset().unwrap();
    let source = dataset.sources()[0].id.to_string();
    let steps = [AuditStepKind::Commitment, AuditStepKind::Draw];
    let steps: Vec<AuditStep<'_>> = (1..)
        .zip(steps)
        .map(|(number, step)| {
            AuditStep::new(
                ("recheck".to_owned(), Number::new(number).unwrap()),
                (step, Hash::from_bytes([0xcd; 32])),
                (source.clone(), vec!["A".to_owned()]),
                ("transcription-audit", &[Link::CopyToRecord]),
                Number::new(number - 1).unwrap(),
            )
        })
        .collect();
    let place = Place::new();
    published_with(&place, &dataset, 1_000, &steps);
    assert_eq!(failed(&place), Vec::<String>::new());
    let page = |path: &str| fs::read_to_string(place.bundle().join(SITE).join(path)).unwrap();
    let made = page("en/statistics.html");
    assert_eq!(made.matches("<bdi>recheck</bdi>").count(), 2);
    assert!(made.contains("stations drawn") && made.contains(&"cd".repeat(32)));
    let (_, tests) = made.split_once("id=\"sheet-tests\"").unwrap();
    let (tests, _) = tests.split_once("</section>").unwrap();
    let results = test_results(&dataset);
    let applied: Vec<_> = results
        .iter()
        .filter(|result| result.tier == Tier::Test && result.p.is_some())
        .collect();
    assert!(applied.len() > 5, "{}", applied.len());
    // A row for each, beside those of the heads of the tables.
    let rows = tests.matches("<th scope=\"row\">").count();
    assert_eq!(rows, applied.len());
    assert!(made.contains("id=\"calibration\"") && made.contains("Last digits"));
    // Whose geography it is.
    assert!(made.contains("Venezuela 2024; another election differs"));
    assert!(page("es/statistics.html").contains("Venezuela 2024; otra elección difiere"));
    for (path, caveat) in [
        ("en/pictures.html", "What this does not prove: anything."),
        ("es/pictures.html", "Lo que esto no prueba: nada."),
    ] {
        let page = page(path);
        let said = page.find(caveat);
        assert!(said.is_some() && said < page.find("<svg"), "{path}");
        assert!(page.contains("<svg"), "{path}");
    }
    assert!(!page("en/index.html").contains("adjusted"));
}
