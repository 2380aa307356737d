//! The demonstration.

use std::fs;
use std::time::{Duration, Instant};

use scrutineer_testkit::scratch::Scratch;
use serde_json::Value;

use crate::support::{done, files, run};

#[test]
fn the_demonstration_writes_its_files_and_says_what_to_open_and_do_next() {
    let scratch = Scratch::new();
    let start = Instant::now();
    let out = done(&scratch, &["demo"]);
    assert!(start.elapsed() < Duration::from_mins(1));
    for name in ["report.html", "informe.html", "report.json"] {
        let path = format!("scrutineer-demo/{name}");
        assert!(out.contains(&path), "{out}");
        assert!(fs::metadata(scratch.path().join(path)).unwrap().len() > 1000);
    }
    assert!(
        out.contains("audit scrutineer-demo/election --by region"),
        "{out}"
    );
    done(
        &scratch,
        &["audit", "scrutineer-demo/election", "--by", "region"],
    );
    let english = fs::read_to_string(scratch.path().join("scrutineer-demo/report.html")).unwrap();
    let spanish = fs::read_to_string(scratch.path().join("scrutineer-demo/informe.html")).unwrap();
    assert!(english.contains("<html lang=\"en\"") && spanish.contains("<html lang=\"es\""));
}

#[test]
fn the_demonstration_answers_as_the_table_of_scenarios_says() {
    let scratch = Scratch::new();
    done(&scratch, &["demo"]);
    let text = fs::read(scratch.path().join("scrutineer-demo/report.json")).unwrap();
    let report: Value = serde_json::from_slice(&text).unwrap();
    let last = report["contests"][0]["declarations"]
        .as_array()
        .unwrap()
        .last()
        .unwrap();
    // spec/scenarios.md: totals-not-from-sheets with sheets missing.
    assert_eq!(last["results"][0]["winner"]["answer"], "contradicted");
    assert_eq!(last["results"][0]["figures"]["answer"], "infeasible");
}

#[test]
fn a_second_demonstration_gives_the_same_bytes_and_a_foreign_folder_is_refused() {
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "one"]);
    let before: Vec<Vec<u8>> = read(&scratch);
    done(&scratch, &["demo", "--out", "one"]);
    assert_eq!(read(&scratch), before);
    scratch.write("two/mine.txt", "keep me");
    let refused = run(&scratch, &["demo", "--out", "two"]);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert!(refused.err.contains("two"), "{}", refused.err);
    assert_eq!(files(&scratch.path().join("two")).len(), 1);
}

/// What is made, but for bundle and state: salts of commitments are random on purpose.
fn read(scratch: &Scratch) -> Vec<Vec<u8>> {
    let folder = scratch.path().join("one");
    let random = ["bundle", "state"].map(|name| folder.join(name));
    files(&folder)
        .iter()
        .filter(|path| !random.iter().any(|random| path.starts_with(random)))
        .map(|path| fs::read(path).unwrap())
        .collect()
}
