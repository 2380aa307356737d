//! The forms of the report, and comparison with an earlier one.

use std::fs;

use scrutineer_testkit::scratch::Scratch;

use crate::support::{SHEETS, done, folder, json, run};

#[test]
fn every_form_speaks_both_languages() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    for (language, question) in [("en", "Did Birch win"), ("es", "¿Ganó Birch")] {
        for form in [&[][..], &["--brief"], &["--full"], &["--core"]] {
            let arguments = [&["audit", "e", "--lang", language][..], form].concat();
            let text = done(&scratch, &arguments);
            assert!(text.contains(question), "{form:?}: {text}");
            assert!(!text.contains('\u{1b}'), "no terminal, no styles");
        }
        let out = done(
            &scratch,
            &["audit", "e", "--lang", language, "--html", "r.html"],
        );
        assert!(out.contains("r.html"));
        let page = fs::read_to_string(scratch.path().join("r.html")).unwrap();
        assert!(page.contains(&format!("lang=\"{language}\"")) && page.contains("Birch"));
    }
}

#[test]
fn styles_are_used_when_asked_for_and_then_only_those() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let styled = done(&scratch, &["audit", "e", "--color", "always"]);
    assert!(styled.contains('\u{1b}'));
    let mut plain = String::new();
    let mut rest = styled.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    plain.push_str(rest);
    assert_eq!(plain, done(&scratch, &["audit", "e"]));
}

#[test]
fn out_writes_the_same_bytes_into_a_file() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let printed = done(&scratch, &["audit", "e", "--json"]);
    done(&scratch, &["audit", "e", "--json", "--out", "deep/r.json"]);
    assert_eq!(
        fs::read_to_string(scratch.path().join("deep/r.json")).unwrap(),
        printed
    );
}

#[test]
fn the_report_id_is_the_same_whatever_the_form_of_the_sheets() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let id = |scratch: &Scratch| json(scratch, &["audit", "e", "--json"])["report_id"].clone();
    let plain = id(&scratch);
    scratch.write(
        "e/sheets.csv",
        SHEETS.replace(',', ";").replace('\n', "\r\n"),
    );
    assert_eq!(id(&scratch), plain);
    let mut lines: Vec<&str> = SHEETS.lines().collect();
    lines[1..].reverse();
    scratch.write("e/sheets.csv", lines.join("\n"));
    assert_eq!(id(&scratch), plain);
}

#[test]
fn a_comparison_shows_what_changed_since_the_old_report() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    done(&scratch, &["audit", "e", "--json", "--out", "old.json"]);
    scratch.write("e/sheets.csv", format!("{SHEETS}P3,1,90,60,60,0,20,40\n"));
    let text = done(&scratch, &["audit", "e", "--compare", "old.json"]);
    // 210 and 230, 110 and 150.
    for number in ["210", "230", "110", "150"] {
        assert!(text.contains(number), "{text}");
    }
    let spanish = done(
        &scratch,
        &["audit", "e", "--compare", "old.json", "--lang", "es"],
    );
    assert!(spanish.contains("Cambios"), "{spanish}");
    let document = json(&scratch, &["audit", "e", "--compare", "old.json", "--json"]);
    assert_ne!(document["report_id"]["old"], document["report_id"]["new"]);
}

#[test]
fn a_field_of_a_later_version_is_ignored_and_another_document_is_refused() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let text = done(&scratch, &["audit", "e", "--json"]);
    scratch.write("later.json", text.replacen('{', "{\"later\": [1],", 1));
    done(&scratch, &["audit", "e", "--compare", "later.json"]);
    scratch.write("other.json", "{\"schema\": \"something/else/9\"}");
    scratch.write("half.json", &text[..text.len() / 2]);
    for name in ["other.json", "half.json", "absent.json"] {
        let refused = run(&scratch, &["audit", "e", "--compare", name]);
        assert_eq!(refused.code, 1, "{name}");
        assert!(refused.err.contains(name), "{}", refused.err);
    }
}
