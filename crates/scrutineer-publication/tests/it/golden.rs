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

/// A golden bundle.
struct Golden {
    /// The rule set that it was published under, which is the name of its folder.
    rules: &'static str,
    /// Entries.
    size: u64,
    /// Root. Written down once; computed by nobody since.
    root: &'static str,
}

const GOLDEN: [Golden; 2] = [
    Golden {
        rules: "1",
        size: 33,
        root: "nFZDNIoT0S0ooielqxebEa4HoKzSfeJGPV54ORR3hEE=",
    },
    Golden {
        rules: "2",
        size: 33,
        root: "Y2dUwmcjQJJp0UDIs75M+SrsUGLvRLqI0mA4sOgzOiw=",
    },
];

fn folder(rules: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(rules)
}

fn policy(rules: &str) -> Policy {
    let text = fs::read_to_string(folder(rules).join("policy")).unwrap();
    text.parse().unwrap()
}

/// The latest manifest, found as a stranger finds it.
fn manifest(bundle: &Path) -> Manifest {
    let latest: Value = serde_json::from_slice(&fs::read(bundle.join(LATEST)).unwrap()).unwrap();
    let path = latest["manifest"].as_str().unwrap();
    Manifest::parse(&fs::read(bundle.join(path)).unwrap()).unwrap()
}

#[test]
fn every_golden_bundle_has_the_root_that_it_was_published_with() {
    for held in GOLDEN {
        let checkpoint = fs::read_to_string(folder(held.rules).join("bundle/checkpoint")).unwrap();
        let lines: Vec<&str> = checkpoint.lines().collect();
        assert_eq!(lines[0], "demonstration.invalid/not-a-result");
        assert_eq!(lines[1], held.size.to_string());
        assert_eq!(lines[2], held.root, "rules {}", held.rules);
    }
}

#[test]
fn every_golden_bundle_verifies() {
    for held in GOLDEN {
        let bundle = folder(held.rules).join("bundle");
        let policy = policy(held.rules);
        // Log, entries, manifests and the digest of every file, whatever the rules are now.
        let found = verified(&bundle, &policy, true);
        assert_eq!(found.failures, []);
        assert_eq!(found.result, Verdict::Verified);
        let info = found.checkpoint.unwrap();
        assert_eq!((info.size, info.root.as_str()), (held.size, held.root));
        assert_eq!(found.entries.read, held.size);
        assert_eq!(found.entries.by_kind.get("sheet"), Some(&8));
        assert_eq!(found.totals, Matching::Match);

        assert_eq!(manifest(&bundle).rules, held.rules);
        let whole = verified(&bundle, &policy, false);
        assert_eq!(
            whole.failures,
            [],
            "rules of the bundle {}, of this program {RULES}",
            held.rules
        );
        if held.rules == RULES {
            assert_eq!(whole.report, ReportState::Match);
            assert_eq!(whole.tables, Matching::Match);
        } else {
            assert_eq!(whole.report, ReportState::OtherRules);
            assert!(whole.warnings.contains(&"other-rules"));
        }
    }
}

#[test]
fn one_golden_bundle_has_the_rules_of_this_program() {
    assert!(GOLDEN.iter().any(|held| held.rules == RULES), "{RULES}");
}

#[test]
fn every_golden_bundle_is_small() {
    for held in GOLDEN {
        let folder = folder(held.rules);
        let sizes = files(&folder)
            .into_iter()
            .map(|path| fs::metadata(folder.join(path)).map(|held| held.len()));
        let total: u64 = sizes.sum::<io::Result<u64>>().unwrap();
        assert!(total < 450_000, "{total} bytes");
    }
}

/// Writes the golden bundle of this program's rules where there is none. Afterwards its size and root are
/// copied from the checkpoint by hand, and the program's version goes up: what one version wrote, another
/// may say in other words.
#[test]
#[ignore = "writes into the source tree; run by whoever adds a golden bundle"]
fn write_the_golden_bundle() {
    let folder = folder(RULES);
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
