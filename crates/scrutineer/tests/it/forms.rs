//! Forms of the folder: types and articles of national law are read by every command, and stand in every output.

use std::fs;

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::workspace_root;

use crate::conditions::copied;
use crate::support::{Run, done, files, json, run};

/// A folder with a type of its own, which one report uses.
fn with_own_type() -> Scratch {
    let scratch = Scratch::new();
    copied(&scratch, "conditions-synthetic", "e", true);
    let path = scratch.path().join("e/incidents/forms.json");
    let text = fs::read_to_string(&path).unwrap();
    let own = "\"types\": [\n  {\"id\": \"own-type\", \"family\": \"own\", \"obligations\": [\"invented-act-17\"], \
               \"about_persons\": false},";
    assert!(text.contains("\"types\": ["), "{text}");
    fs::write(&path, text.replacen("\"types\": [", own, 1)).unwrap();
    let add = |table: &str, row: &str| {
        let path = scratch.path().join(format!("e/incidents/{table}.csv"));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text + row).unwrap();
    };
    add(
        "reports",
        "own1,own-type,counting,2001-01-07,,01/01,,,voter,yes,,,,,,,,,,,\n",
    );
    add("releases", "own1,80\n");
    scratch.write("more.csv", "id,category\nu9,military\n");
    scratch.write("a.csv", "id,given,surname1\n1,Aa,Bb\n");
    scratch.write("b.csv", "id,given,surname1\n1,Aa,Bb\n");
    scratch
}

const FORMS: [&[&str]; 11] = [
    &["incidents", "report", "e"],
    &["incidents", "report", "e", "--released", "--json"],
    &["incidents", "count", "e", "--act", "killed"],
    &["incidents", "estimate", "e", "--act", "detained"],
    &["incidents", "naming", "e"],
    &["incidents", "release", "e", "--state", "state.json"],
    &[
        "incidents",
        "import",
        "e",
        "--table",
        "perpetrators",
        "--from",
        "more.csv",
    ],
    &[
        "incidents",
        "link",
        "e",
        "--list",
        "list-a=a.csv",
        "--list",
        "list-b=b.csv",
        "--act",
        "detained",
        "--as-of",
        "2001-02-20",
        "--records",
        "private.csv",
    ],
    &["audit", "e", "--with-conditions", "--full"],
    &["audit", "e", "--with-conditions", "--html", "page.html"],
    &[
        "publish",
        "e",
        "--out",
        "bundle",
        "--state",
        "keys",
        "--insecure-demo-key",
        "--portable",
        "--with-conditions",
    ],
];

/// A type that only the file says is not about persons is named on standard error, in both languages.
#[test]
fn own_types_that_are_not_about_persons_are_told() {
    let scratch = with_own_type();
    for language in ["en", "es"] {
        let found = run(&scratch, &["incidents", "report", "e", "--lang", language]);
        assert_eq!(found.code, 0, "{}", found.err);
        let line = found.err.lines().find(|line| line.contains("own-type"));
        assert!(
            line.is_some_and(|line| line.ends_with(": own-type")),
            "{}",
            found.err
        );
    }
    let path = scratch.path().join("e/incidents/forms.json");
    let text = fs::read_to_string(&path).unwrap();
    let critical = text.replacen(
        "\"about_persons\"",
        "\"is_critical\": true, \"about_persons\"",
        1,
    );
    fs::write(&path, critical).unwrap();
    for language in ["en", "es"] {
        let found = run(&scratch, &["incidents", "report", "e", "--lang", language]);
        assert_eq!(found.code, 1, "{}", found.out);
        assert!(
            found.err.contains("forms.json: types[0].about_persons"),
            "{}",
            found.err
        );
    }
}

/// Forms that cannot be read are no reason to take others.
#[cfg(unix)]
#[test]
fn a_link_to_no_forms_is_an_error() {
    let scratch = Scratch::new();
    copied(&scratch, "conditions-synthetic", "e", true);
    let path = scratch.path().join("e/incidents/forms.json");
    fs::remove_file(&path).unwrap();
    assert_eq!(run(&scratch, &["incidents", "naming", "e"]).code, 0);
    std::os::unix::fs::symlink("nowhere.json", &path).unwrap();
    for form in [
        &["incidents", "naming", "e"][..],
        &["incidents", "report", "e"],
        &["audit", "e", "--with-conditions"],
    ] {
        let found = run(&scratch, form);
        assert_eq!(found.code, 1, "{form:?}: {}", found.out);
        assert!(found.err.contains("forms.json"), "{}", found.err);
    }
}

#[test]
fn every_command_reads_the_forms_of_the_folder() {
    let scratch = with_own_type();
    for form in FORMS {
        let Run { code, err, .. } = run(&scratch, form);
        assert_eq!(code, 0, "{form:?}: {err}");
    }
    // The national article stands beside that of the covenant, in words, in the document and on the page.
    let text = done(&scratch, &["incidents", "report", "e"]);
    assert!(
        text.contains("Invented Election Act 17") && text.contains("own-type"),
        "{text}"
    );
    let value = json(&scratch, &["audit", "e", "--json", "--with-conditions"]);
    let rights = value["conditions"]["incidents"]["reports"]
        .as_array()
        .unwrap();
    let of = |right: &str| {
        let held = rights.iter().find(|held| held["right"] == right).unwrap();
        held["cites"].clone()
    };
    assert_eq!(
        of("participation"),
        serde_json::json!(["ICCPR 25", "Invented Election Act 17"])
    );
    assert_eq!(
        of("assembly"),
        serde_json::json!(["ICCPR 21", "Invented Constitution 8"])
    );
    let page = fs::read_to_string(scratch.path().join("page.html")).unwrap();
    assert!(page.contains("Invented Election Act 17") && page.contains("own-type"));
    let site = scratch.path().join("bundle/site");
    for language in ["en", "es"] {
        let pages = files(&site.join(language));
        assert!(
            pages.iter().any(|path| {
                fs::read(path).is_ok_and(|bytes| {
                    String::from_utf8_lossy(&bytes).contains("Invented Constitution 8")
                })
            }),
            "{language}"
        );
    }
    // Without the file the type is of no form, and every command says so.
    fs::remove_file(scratch.path().join("e/incidents/forms.json")).unwrap();
    for form in FORMS {
        let Run { code, err, .. } = run(&scratch, form);
        assert!(code == 1 && err.contains("reports.csv"), "{form:?}: {err}");
    }
    // A file that is given comes before that of the folder.
    let shipped = workspace_root().join("crates/scrutineer-incidents/data/forms.json");
    scratch.write("shipped.json", fs::read(shipped).unwrap());
    let scratch_with = with_own_type();
    scratch_with.write(
        "shipped.json",
        fs::read(scratch.path().join("shipped.json")).unwrap(),
    );
    let given = run(
        &scratch_with,
        &["incidents", "report", "e", "--forms", "shipped.json"],
    );
    assert_eq!(given.code, 1, "{}", given.out);
}

#[test]
fn forms_that_change_change_the_document_by_their_digest() {
    let scratch = with_own_type();
    let digest = || {
        let value = json(&scratch, &["audit", "e", "--json", "--with-conditions"]);
        let inputs = value["conditions"]["inputs"].as_array().unwrap().clone();
        let held = inputs
            .iter()
            .find(|held| held["path"] == "incidents/forms.json");
        held.unwrap()["sha256"].as_str().unwrap().to_owned()
    };
    let before = digest();
    let path = scratch.path().join("e/incidents/forms.json");
    fs::write(&path, fs::read_to_string(&path).unwrap() + "\n").unwrap();
    assert_ne!(digest(), before);
    fs::write(&path, "{").unwrap();
    for form in FORMS {
        let Run { code, err, .. } = run(&scratch, form);
        assert!(code == 1 && err.contains("forms.json"), "{form:?}: {err}");
    }
}

/// The report states facts: that something was violated is for others to say, in whatever language.
#[test]
fn no_output_of_incidents_says_that_an_obligation_was_violated() {
    let scratch = with_own_type();
    let mut texts = Vec::new();
    for language in ["en", "es"] {
        for form in FORMS {
            let found = run(&scratch, &[form, &["--lang", language]].concat());
            texts.extend([found.out, found.err]);
        }
        texts.push(fs::read_to_string(scratch.path().join("page.html")).unwrap());
        let locales = workspace_root()
            .join("crates/scrutineer-report/locales")
            .join(language);
        for path in files(&locales) {
            texts.push(fs::read_to_string(path).unwrap());
        }
    }
    assert!(texts.len() > 60);
    for text in texts {
        let lower = text.to_lowercase();
        let at = lower.find("viola");
        let around = at.map(|at| lower[at..].chars().take(80).collect::<String>());
        assert_eq!(around, None);
    }
}
