//! A small bundle that was published once and must verify for ever.
//!
//! Its log, entries and digests hold whatever this program becomes. What is derived again may differ
//! once the rules of the audit have changed, and then the verification says `other-rules`; under the
//! rules that the report names it is equal. A bundle is not replaced for that: a new one is written
//! beside it, into the folder of its rules.

use std::path::{Path, PathBuf};
use std::{fs, io};

use scrutineer_audit::RULES;
use scrutineer_publication::release::{LATEST, Manifest};
use scrutineer_publication::verify::{Matching, ReportState, Verdict};
use scrutineer_simulate::Share;
use scrutineer_tlog::Policy;
use serde_json::Value;

use crate::tamper::place::{Place, election, files, lone_policy, verified};

/// Entries of the golden bundle.
const SIZE: u64 = 33;
/// Root of the golden bundle. Written down once; computed by nobody since.
const ROOT: &str = "nFZDNIoT0S0ooielqxebEa4HoKzSfeJGPV54ORR3hEE=";

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn policy() -> Policy {
    let text = fs::read_to_string(golden().join("policy")).unwrap();
    text.parse().unwrap()
}

/// The latest manifest, found as a stranger finds it.
fn manifest(bundle: &Path) -> Manifest {
    let latest: Value = serde_json::from_slice(&fs::read(bundle.join(LATEST)).unwrap()).unwrap();
    let path = latest["manifest"].as_str().unwrap();
    Manifest::parse(&fs::read(bundle.join(path)).unwrap()).unwrap()
}

#[test]
fn the_golden_bundle_has_the_root_that_it_was_published_with() {
    let checkpoint = fs::read_to_string(golden().join("bundle/checkpoint")).unwrap();
    let lines: Vec<&str> = checkpoint.lines().collect();
    assert_eq!(lines[0], "demonstration.invalid/not-a-result");
    assert_eq!(lines[1], SIZE.to_string());
    assert_eq!(lines[2], ROOT);
}

#[test]
fn the_golden_bundle_verifies() {
    let bundle = golden().join("bundle");
    // Log, entries, manifests and the digest of every file, whatever the rules are now.
    let found = verified(&bundle, &policy(), true);
    assert_eq!(found.failures, []);
    assert_eq!(found.result, Verdict::Verified);
    let info = found.checkpoint.unwrap();
    assert_eq!((info.size, info.root.as_str()), (SIZE, ROOT));
    assert_eq!(found.entries.read, SIZE);
    assert_eq!(found.entries.by_kind.get("sheet"), Some(&8));
    assert_eq!(found.totals, Matching::Match);

    let rules = manifest(&bundle).rules;
    let whole = verified(&bundle, &policy(), false);
    assert_eq!(
        whole.failures,
        [],
        "rules of the bundle {rules}, of this program {RULES}"
    );
    if rules == RULES {
        assert_eq!(whole.report, ReportState::Match);
        assert_eq!(whole.tables, Matching::Match);
    } else {
        assert_eq!(whole.report, ReportState::OtherRules);
        assert!(whole.warnings.contains(&"other-rules"));
    }
}

#[test]
fn the_golden_bundle_is_small() {
    let folder = golden();
    let sizes = files(&folder)
        .into_iter()
        .map(|path| fs::metadata(folder.join(path)).map(|held| held.len()));
    let total: u64 = sizes.sum::<io::Result<u64>>().unwrap();
    assert!(total < 400_000, "{total} bytes");
}

/// Writes a golden bundle where there is none. Afterwards [`SIZE`] and [`ROOT`] are copied from the
/// checkpoint by hand.
#[test]
#[ignore = "writes into the source tree; run by whoever adds a golden bundle"]
fn write_the_golden_bundle() {
    let folder = golden();
    assert!(
        !folder.join("bundle").exists(),
        "a golden bundle is never replaced"
    );
    let place = Place::new();
    place.publish(&election(Share::NONE), 1_000);
    let lean = place.lean();
    for path in files(lean.path()) {
        let target = folder.join("bundle").join(&path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(lean.path().join(&path), target).unwrap();
    }
    fs::write(folder.join("policy"), lone_policy()).unwrap();
}
