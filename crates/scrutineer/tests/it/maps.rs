//! Shapes of divisions from the folder to the pages, and sources through which people could be found.

use std::fs;
use std::path::{Path, PathBuf};

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared;
use scrutineer_tlog::hash::sha256;
use serde_json::Value;

use crate::browser::{chromium, pages_script, without_a_word};
use crate::serving::Served;
use crate::support::{ELECTION, PUBLISH, SHEETS, done, files, run};

/// The shipped synthetic folder as `e`.
fn example(scratch: &Scratch) {
    let from = shared::workspace_root().join("examples/synthetic");
    for path in files(&from) {
        let inside = path
            .strip_prefix(&from)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        scratch.write(&format!("e/{inside}"), fs::read(&path).unwrap());
    }
}

/// The document of the shapes in the bundle.
fn document(scratch: &Scratch) -> PathBuf {
    let manifest = fs::read_dir(scratch.path().join("bundle/releases")).unwrap();
    let manifest = manifest.map(|entry| entry.unwrap().path()).next().unwrap();
    let manifest: Value = serde_json::from_str(&fs::read_to_string(manifest).unwrap()).unwrap();
    let mut files = manifest["files"].as_array().unwrap().iter();
    let file = files
        .find(|file| file["path"] == "geometry.geojson")
        .unwrap();
    assert_eq!(file["role"], "geometry");
    let digest = file["sha256"].as_str().unwrap();
    scratch.path().join("bundle/files").join(digest)
}

fn verified(scratch: &Scratch) -> (i32, Value) {
    let arguments = ["verify", "bundle", "--policy", "state/policy.txt", "--json"];
    let found = run(scratch, &arguments);
    (found.code, serde_json::from_str(&found.out).unwrap())
}

fn page(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}

#[test]
fn shapes_of_the_folder_are_bound_by_the_bundle_and_drawn_by_it_alone() {
    let scratch = Scratch::new();
    example(&scratch);
    done(&scratch, &PUBLISH);
    let site = scratch.path().join("bundle/site");
    let results = page(&site, "en/results.html");
    let (_, map) = results.split_once("<figure class=\"map\">").unwrap();
    let (map, _) = map.split_once("</figure>").unwrap();
    assert_eq!(map.matches("class=\"area\"").count(), 2, "{map}");
    assert!(page(&site, "es/results.html").contains("Quién va adelante en las actas de"));
    // Wards have points.
    assert!(page(&site, "en/r/01.01.html").contains("<circle"));
    let (code, found) = verified(&scratch);
    assert_eq!(code, 0, "{found}");
    let warnings = found["warnings"].as_array().unwrap();
    assert!(
        warnings.contains(&Value::from("geometry-beside")),
        "{found}"
    );

    // Without the folder the bundle makes the same pages; nothing new is published twice.
    fs::rename(scratch.path().join("e"), scratch.path().join("gone")).unwrap();
    done(&scratch, &["site", "bundle", "--out", "alone"]);
    assert!(page(&scratch.path().join("alone"), "en/results.html").contains(map));
    fs::rename(scratch.path().join("gone"), scratch.path().join("e")).unwrap();
    let before = files(&scratch.path().join("bundle"));
    done(&scratch, &PUBLISH);
    assert_eq!(files(&scratch.path().join("bundle")), before);

    // Another document than the one that the release names is noticed.
    let path = document(&scratch);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("-32.", "-31.", 1)).unwrap();
    let (code, found) = verified(&scratch);
    assert_eq!(code, 3, "{found}");
    let name = path.file_name().unwrap().to_str().unwrap();
    let failures = found["failures"].as_array().unwrap();
    assert!(
        failures
            .iter()
            .any(|held| held.to_string().contains(name) || held.to_string().contains("geometry")),
        "{found}"
    );
}

#[test]
fn shapes_that_changed_are_released_again() {
    let scratch = Scratch::new();
    example(&scratch);
    done(&scratch, &PUBLISH);
    let path = scratch.path().join("e/geometry/divisions.geojson");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(
        &path,
        text.replacen(
            "\"Point\",\"coordinates\":[-32.",
            "\"Point\",\"coordinates\":[-31.",
            1,
        ),
    )
    .unwrap();
    done(&scratch, &PUBLISH);
    let releases = fs::read_dir(scratch.path().join("bundle/releases")).unwrap();
    assert_eq!(releases.count(), 2);
    assert_eq!(verified(&scratch).0, 0);
}

#[test]
fn every_error_of_the_shapes_is_said_in_both_languages_and_nothing_is_published() {
    let scratch = Scratch::new();
    example(&scratch);
    let path = scratch.path().join("e/geometry/divisions.geojson");
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replacen("\"region\":\"01\"", "\"region\":\"77\"", 1);
    fs::write(&path, text.replacen("\"Point\"", "\"Line\"", 1)).unwrap();
    for (language, feature, expected) in [
        (
            "en",
            "feature 1",
            "expected codes of a division of this election, found \"77\"",
        ),
        (
            "en",
            "feature 3",
            "expected Polygon, MultiPolygon or Point, found \"Line\"",
        ),
        (
            "es",
            "elemento 1",
            "códigos de una división de esta elección",
        ),
        ("es", "elemento 3", "Polygon, MultiPolygon o Point"),
    ] {
        for command in [&["check", "e"][..], &PUBLISH] {
            let said = run(&scratch, &[command, &["--lang", language]].concat());
            assert_eq!(said.code, 1, "{command:?}: {}", said.out);
            let line = said.err.lines().find(|line| line.contains(feature));
            let line = line.unwrap_or_else(|| panic!("{feature}: {}", said.err));
            assert!(
                line.contains("divisions.geojson") && line.contains(expected),
                "{line}"
            );
        }
    }
    assert!(!scratch.path().join("bundle/checkpoint").exists());
    // No number rests on them.
    assert_eq!(run(&scratch, &["audit", "e"]).code, 0);
    fs::remove_file(&path).unwrap();
    let said = run(&scratch, &["check", "e"]);
    assert!(
        said.code == 1 && said.err.contains("divisions.geojson"),
        "{}",
        said.err
    );
}

#[test]
fn a_map_works_in_a_browser_at_every_width_and_in_both_languages() {
    let Some(script) = pages_script() else { return };
    let Some(chromium) = chromium() else { return };
    let scratch = Scratch::new();
    example(&scratch);
    done(&scratch, &PUBLISH);
    let listen = ["serve-site", "bundle", "--listen", "127.0.0.1:0"];
    let served = Served::start(&scratch, &listen);
    let root = served.url.strip_suffix("site/").unwrap();
    let pages = [
        "en/results.html",
        "es/results.html",
        "en/r/01.html",
        "es/r/01.01.html",
    ];
    let site = scratch.path().join("bundle/site");
    for name in pages {
        assert!(
            page(&site, name).contains("<figure class=\"map\">"),
            "{name}"
        );
    }
    let pages = pages.map(|page| format!("site/{page}"));
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    without_a_word(&script, &chromium, root, &pages);
}

/// Everything that a folder says of a source that it marks, and that nothing else may.
const CANARIES: [&str; 8] = [
    "canary-id",
    "canary-origin",
    "canary-from",
    "canary-role",
    "canary-method",
    "canary-medium",
    "canary-licence",
    "canary-sheets",
];

/// The small folder with a second set of sheets, marked, whose every text is a canary.
fn sensitive(scratch: &Scratch, mark: &str) {
    let start = ELECTION.find("[[source]]").unwrap();
    let end = ELECTION.find("[[declaration]]").unwrap();
    let source = ELECTION[start..end]
        .replace(
            "id = \"sheets\"\n",
            &format!("id = \"canary-id\"\norigin = \"canary-origin\"\n{mark}"),
        )
        .replace(
            "obtained_from = \"copies\"",
            "obtained_from = \"canary-from\"",
        )
        .replace(
            "obtained_by_role = \"observer\"",
            "obtained_by_role = \"canary-role\"",
        )
        .replace("method = \"copied\"", "method = \"canary-method\"")
        .replace("medium = \"paper\"", "medium = \"canary-medium\"")
        .replace("licence = \"unknown\"", "licence = \"canary-licence\"")
        .replace("path = \"sheets.csv\"", "path = \"canary-sheets.csv\"");
    let text = format!("{}{source}{}", &ELECTION[..end], &ELECTION[end..]);
    scratch.write("e/election.toml", text);
    scratch.write("e/sheets.csv", SHEETS);
    // A count that is none makes a problem of reading, which names its file.
    scratch.write(
        "e/canary-sheets.csv",
        format!("{SHEETS}P3,1,90,55,50,5,oops,20\n"),
    );
}

/// The first canary in a text.
fn canary(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    CANARIES.into_iter().find(|canary| lower.contains(canary))
}

#[test]
fn nothing_that_is_published_or_reported_names_a_source_that_is_marked() {
    let scratch = Scratch::new();
    sensitive(&scratch, "sensitive = true\n");
    let file = files(&scratch.path().join("e"))
        .into_iter()
        .find(|path| path.ends_with("canary-sheets.csv"));
    let digest = sha256(&fs::read(file.unwrap()).unwrap()).to_string();
    for language in ["en", "es"] {
        for form in [
            &["audit", "e"][..],
            &["audit", "e", "--full"],
            &["audit", "e", "--json"],
            &["audit", "e", "--html", "page.html"],
        ] {
            let found = run(&scratch, &[form, &["--lang", language]].concat());
            assert_eq!(found.code, 0, "{form:?}: {}", found.err);
            assert_eq!(canary(&found.out), None, "{form:?}: {}", found.out);
            // Whoever has a copy must not learn from its digest whose it is.
            assert!(!found.out.contains(&digest), "{form:?}");
        }
        let page = fs::read_to_string(scratch.path().join("page.html")).unwrap();
        assert_eq!(canary(&page), None, "{page}");
        assert!(page.contains("<table") && !page.contains(&digest));
        fs::remove_file(scratch.path().join("page.html")).unwrap();
    }
    let published = run(&scratch, &PUBLISH);
    assert_eq!(published.code, 0, "{}", published.err);
    assert_eq!(canary(&published.out), None, "{}", published.out);
    done(&scratch, &["unpack", "bundle", "--out", "unpacked"]);
    let mut pages = 0;
    for folder in ["bundle", "unpacked"] {
        for path in files(&scratch.path().join(folder)) {
            let bytes = fs::read(&path).unwrap();
            let found = canary(&String::from_utf8_lossy(&bytes));
            assert_eq!(found, None, "{}", path.display());
            pages += usize::from(path.extension().is_some_and(|held| held == "html"));
        }
    }
    assert!(pages > 40, "{pages} pages");
    assert_eq!(verified(&scratch).0, 0);
    let stations = files(&scratch.path().join("bundle/site/en/t"));
    let stations: String = stations
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    assert!(stations.contains("one copy of one origin"));
    assert!(!stations.contains("copies-1"));
    let evidence = page(&scratch.path().join("bundle/site"), "es/evidence.html");
    assert!(evidence.contains("copies-1") && evidence.contains("para que nadie pueda ser ubicado"));
}

#[test]
fn the_search_for_these_canaries_finds_those_of_a_source_without_the_mark() {
    let scratch = Scratch::new();
    sensitive(&scratch, "");
    done(&scratch, &PUBLISH);
    let page = page(&scratch.path().join("bundle/site"), "en/evidence.html");
    for canary in ["canary-id", "canary-origin", "canary-from", "canary-role"] {
        assert!(page.contains(canary), "{canary}");
    }
}
