//! Pinned files: found by digest, or missed with a full account.

use std::fs;

use scrutineer_testkit::scratch::Scratch;

use crate::support::{ELECTION, SHEETS, command, done, finish, run};

fn pinned(scratch: &Scratch) -> String {
    let digest = digest(SHEETS.as_bytes());
    let pin = format!(
        "sha256 = \"{digest}\"\nname = \"sheets.csv\"\naddress = \"https://sheets.example/s.csv\""
    );
    scratch.write(
        "e/election.toml",
        ELECTION.replace("path = \"sheets.csv\"", &pin),
    );
    digest
}

fn digest(bytes: &[u8]) -> String {
    scrutineer_fetch::Digest::of(bytes).to_string()
}

#[test]
fn a_file_is_found_under_any_name_in_a_mirror_by_option_or_variable() {
    let scratch = Scratch::new();
    pinned(&scratch);
    scratch.write("stick/photos/other-name.bin", SHEETS);
    let by_option = done(&scratch, &["audit", "e", "--mirror", "stick"]);
    let mut variable = command(&scratch, &["audit", "e"]);
    let list = std::env::join_paths(["absent", "stick"].map(|name| scratch.path().join(name)));
    variable.env("SCRUTINEER_MIRROR", list.unwrap());
    let by_variable = finish(variable);
    assert_eq!(by_variable.code, 0, "{}", by_variable.err);
    assert_eq!(by_option, by_variable.out);
}

#[test]
fn the_cache_is_used_unless_portable() {
    let scratch = Scratch::new();
    let digest = pinned(&scratch);
    scratch.write(&format!("cache/sha256/{digest}"), SHEETS);
    for (extra, code) in [(None, 0), (Some("--portable"), 1)] {
        let mut arguments = vec!["audit", "e"];
        arguments.extend(extra);
        let mut run = command(&scratch, &arguments);
        run.env("SCRUTINEER_CACHE", scratch.path().join("cache"));
        assert_eq!(finish(run).code, code, "{extra:?}");
    }
}

#[test]
fn a_file_with_the_name_and_other_bytes_is_never_used_and_is_named() {
    let scratch = Scratch::new();
    pinned(&scratch);
    let other = SHEETS.replace("105", "106");
    scratch.write("stick/sheets.csv", &other);
    let run = run(&scratch, &["audit", "e", "--mirror", "stick"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains(&digest(other.as_bytes())), "{}", run.err);
}

#[test]
fn a_missing_file_is_told_with_digest_places_and_two_ways_in_both_languages() {
    let scratch = Scratch::new();
    let digest = pinned(&scratch);
    fs::create_dir(scratch.path().join("stick")).unwrap();
    for (language, words) in [
        (
            "en",
            [
                "--mirror FOLDER",
                "--fetch",
                "folder stick",
                "cache",
                "not found",
            ],
        ),
        (
            "es",
            [
                "--mirror CARPETA",
                "--fetch",
                "carpeta stick",
                "caché",
                "no está",
            ],
        ),
    ] {
        let arguments = ["audit", "e", "--mirror", "stick", "--lang", language];
        let run = run(&scratch, &arguments);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        assert!(run.err.contains(&digest), "{}", run.err);
        assert!(
            run.err.contains("https://sheets.example/s.csv"),
            "{}",
            run.err
        );
        for word in words {
            assert!(run.err.contains(word), "{word}: {}", run.err);
        }
    }
}

#[test]
fn all_missing_files_are_told_at_once() {
    let scratch = Scratch::new();
    let digest = pinned(&scratch);
    let text = fs::read_to_string(scratch.path().join("e/election.toml")).unwrap();
    let register = "[register]\npath = \"register.csv\"\n[register.columns]\nstation = [\"place\", \"table\"]\n";
    scratch.write("e/election.toml", format!("{text}{register}"));
    let run = run(&scratch, &["check", "e"]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains(&digest) && run.err.contains("e/register.csv"),
        "{}",
        run.err
    );
}
