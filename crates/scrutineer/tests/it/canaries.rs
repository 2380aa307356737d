//! Private strings, planted where they may stand, appear in no byte that the program writes.

use std::fmt::Write as _;
use std::fs;

use scrutineer_testkit::scratch::Scratch;

use crate::support::{ELECTION, Run, files, run};

const CANARY: &str = "CANARY";

/// Private and unmapped columns, one of them a picture, in rows that are good, wrong in a count,
/// without a key, of another length, and repeated.
fn plant(scratch: &Scratch) {
    let election = ELECTION.replace(
        "invalid = \"invalid\"\n",
        "invalid = \"invalid\"\npicture = \"url\"\nprivate = [\"clerk\"]\nignore = [\"note\"]\n",
    );
    scratch.write("e/election.toml", election);
    let mut number = 0;
    let mut canary = || {
        number += 1;
        format!("{CANARY}{number}")
    };
    let mut sheets =
        String::from("place,table,registered,ballots,valid,invalid,A,B,url,clerk,note,other\n");
    let rows = [
        "P1,1,200,165,160,5,105,55",
        "P2,1,200,165,160,5,105,55",
        "P3,1,90,oops,50,5,30,20",
        "P3,1,90,-1,50,5,30,20",
        ",,90,55,50,5,30,20",
        "P1,1,200,165,160,5,104,56",
    ];
    for row in rows {
        let cells = [canary(), canary(), canary(), canary()].join(",");
        writeln!(sheets, "{row},https://{cells}").unwrap();
    }
    writeln!(
        sheets,
        "P4,1,90,55,50,5,30,20,https://{0},{0},{0},{0},{0}",
        canary()
    )
    .unwrap();
    scratch.write("e/sheets.csv", sheets);
    scratch.write("e/sealed/contacts.age", canary());
    scratch.write("e/sealed/CANARYNAME.age", canary());
}

fn assert_clean(what: &[&str], run: &Run) {
    for text in [&run.out, &run.err] {
        assert!(!text.contains(CANARY), "{what:?}: {text}");
    }
}

#[test]
fn no_private_cell_and_nothing_sealed_reaches_an_output() {
    let scratch = Scratch::new();
    plant(&scratch);
    for language in ["en", "es"] {
        for form in [
            &["audit", "e", "--accept-import"][..],
            &["audit", "e"],
            &["audit", "e", "--accept-import", "--full"],
            &["audit", "e", "--accept-import", "--brief"],
            &["audit", "e", "--accept-import", "--core", "--json"],
            &[
                "audit",
                "e",
                "--accept-import",
                "--json",
                "--out",
                "o/r.json",
            ],
            &["audit", "e", "--accept-import", "--compare", "o/r.json"],
            &["audit", "e", "--accept-import", "--html", "o/r.html"],
            &[
                "audit",
                "e",
                "--accept-import",
                "--brief",
                "--html",
                "o/b.html",
            ],
            &["check", "e"],
            &["check", "e", "--json"],
        ] {
            let arguments = [form, &["--lang", language]].concat();
            assert_clean(&arguments, &run(&scratch, &arguments));
        }
    }
    let written = files(&scratch.path().join("o"));
    assert!(written.len() >= 3);
    for path in written {
        assert!(
            !fs::read_to_string(&path).unwrap().contains(CANARY),
            "{}",
            path.display()
        );
    }
}

#[test]
fn no_private_cell_reaches_a_byte_of_a_bundle_or_of_a_page_of_its_site() {
    let scratch = Scratch::new();
    plant(&scratch);
    let arguments = [
        "publish",
        "e",
        "--accept-import",
        "--insecure-demo-key",
        "--close",
        "--out",
        "bundle",
        "--state",
        "state",
    ];
    let published = run(&scratch, &arguments);
    assert_eq!(published.code, 0, "{}", published.err);
    assert_clean(&arguments, &published);
    let mut pages = 0;
    for path in files(&scratch.path().join("bundle")) {
        let bytes = fs::read(&path).unwrap();
        let mut parts = bytes.windows(CANARY.len());
        let found = parts.any(|part| part == CANARY.as_bytes());
        assert!(!found, "{}", path.display());
        pages += usize::from(path.extension().is_some_and(|held| held == "html"));
    }
    assert!(pages > 20, "{pages} pages");
}

#[test]
fn the_search_for_canaries_finds_one_that_is_not_private() {
    let scratch = Scratch::new();
    plant(&scratch);
    let path = scratch.path().join("e/election.toml");
    let open = fs::read_to_string(&path)
        .unwrap()
        .replace("Tiny election", "CANARY election");
    scratch.write("e/election.toml", open);
    assert!(
        run(&scratch, &["audit", "e", "--accept-import"])
            .out
            .contains(CANARY)
    );
}

#[cfg(unix)]
#[test]
fn a_sealed_folder_that_nobody_may_open_changes_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new();
    plant(&scratch);
    let before = run(&scratch, &["audit", "e", "--accept-import", "--json"]).out;
    let sealed = scratch.path().join("e/sealed");
    fs::set_permissions(&sealed, fs::Permissions::from_mode(0o000)).unwrap();
    let after = run(&scratch, &["audit", "e", "--accept-import", "--json"]).out;
    fs::set_permissions(&sealed, fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(before, after);
}

#[test]
fn a_file_in_sealed_cannot_be_named_as_a_source() {
    let scratch = Scratch::new();
    plant(&scratch);
    for path in [
        "sealed/contacts.age",
        "../e/sealed/contacts.age",
        "./sealed/contacts.age",
    ] {
        let named = ELECTION.replace("path = \"sheets.csv\"", &format!("path = \"{path}\""));
        scratch.write("e/election.toml", named);
        let refused = run(&scratch, &["check", "e"]);
        assert_eq!(refused.code, 1, "{path}");
        assert!(
            refused.err.contains("election.toml:"),
            "{path}: {}",
            refused.err
        );
        assert_clean(&[path], &refused);
    }
}
