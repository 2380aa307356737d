//! The demonstration.

use std::fs;
use std::time::{Duration, Instant};

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::workspace_root;
use serde_json::Value;

use crate::support::{done, files, json, run};

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

/// The conditions stand behind the answers, in what is printed, in both pages and in the site, and move nothing.
#[test]
fn the_demonstration_shows_conditions_that_no_answer_uses() {
    let scratch = Scratch::new();
    let made = run(&scratch, &["demo", "--out", "d"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let (answers, rest) = made
        .out
        .split_once("## Not used in the answers")
        .expect("the heading of the conditions");
    assert_eq!(
        answers.trim_end(),
        done(&scratch, &["audit", "d/election", "--brief"]).trim_end()
    );
    for heading in [
        "### Counts of persons, as ranges",
        "### Blocked sites and services",
        "### What has been published",
        "### Indices of freedom",
    ] {
        assert!(rest.contains(heading), "{heading}");
    }
    let spanish = done(&scratch, &["demo", "--out", "d", "--lang", "es"]);
    assert!(
        spanish.contains("## No se usa en las respuestas"),
        "{spanish}"
    );
    let folder = scratch.path().join("d");
    for (page, language, heading) in [
        ("report.html", "en", "Not used in the answers"),
        ("informe.html", "es", "No se usa en las respuestas"),
    ] {
        let read = |path: String| fs::read_to_string(folder.join(path)).unwrap();
        let own = read(page.to_owned());
        let (first, aside) = own.split_once("<aside").unwrap();
        assert!(
            !first.contains(heading) && aside.contains(heading),
            "{page}"
        );
        for name in ["", "-persons", "-blocked", "-published", "-indices"] {
            let text = read(format!("bundle/site/{language}/conditions{name}.html"));
            assert!(text.contains(heading), "{language} {name}");
        }
    }
    // The report is the one of a folder without conditions.
    let election = folder.join("election");
    for name in ["incidents", "measurements", "indices"] {
        fs::remove_dir_all(election.join(name)).unwrap();
    }
    fs::remove_file(election.join("disclosure.toml")).unwrap();
    assert_eq!(
        done(&scratch, &["audit", "d/election", "--json"]),
        fs::read_to_string(folder.join("report.json")).unwrap()
    );
}

/// The files are those of the example to the byte, but for the stations of reports, which join with the sheets of
/// the demonstration as those of the example do with its own.
#[test]
fn the_conditions_of_the_demonstration_are_those_of_the_example() {
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "d"]);
    let example = workspace_root().join("examples/conditions-synthetic");
    let written = scratch.path().join("d/election");
    let mut compared = 0;
    for path in files(&example) {
        let inside = path.strip_prefix(&example).unwrap();
        let is_condition = ["incidents", "measurements", "indices", "disclosure.toml"]
            .iter()
            .any(|part| inside.starts_with(part));
        if is_condition {
            let same = fs::read(&path).unwrap() == fs::read(written.join(inside)).unwrap();
            assert_eq!(same, !inside.ends_with("reports.csv"), "{inside:?}");
            compared += 1;
        }
    }
    assert!(compared > 20, "{compared}");
    let joined = |folder: &str| {
        let value = json(&scratch, &["audit", folder, "--with-conditions", "--json"]);
        let rows = value["conditions"]["incidents"]["refused_sheets"].clone();
        let total = rows.as_array().unwrap().last().unwrap().clone();
        ["refused_present", "refused_absent", "unknown_stations"].map(|key| total[key].clone())
    };
    let own = joined("d/election");
    assert_eq!(own, joined(&example.display().to_string()));
    assert!(
        own.iter().all(|count| count.as_u64().unwrap() > 0),
        "{own:?}"
    );
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
