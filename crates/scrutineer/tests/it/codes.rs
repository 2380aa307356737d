//! Each exit code, met by running the program.

use std::fmt::Write as _;

use scrutineer_testkit::scratch::Scratch;

use crate::support::{ELECTION, SHEETS, command, done, finish, folder, run};

#[test]
fn an_audit_that_is_done_ends_with_0() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let out = done(&scratch, &["audit", "e"]);
    // 210 against 110, 90 electors without a sheet.
    assert!(
        out.contains("no completion of the count makes Birch win"),
        "{out}"
    );
}

#[test]
fn an_audit_with_rejected_rows_is_done_and_shows_them_first() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    scratch.write("e/sheets.csv", format!("{SHEETS},,200,165,160,5,105,55\n"));
    let out = done(&scratch, &["audit", "e"]);
    let (rejected, answer) = (
        out.find("sheets.csv").unwrap(),
        out.find("Did Birch win").unwrap(),
    );
    assert!(rejected < answer, "{out}");
}

#[test]
fn a_missing_folder_and_a_missing_file_end_with_1_and_are_named() {
    let scratch = Scratch::new();
    let absent = run(&scratch, &["audit", "nowhere"]);
    assert_eq!(absent.code, 1);
    assert!(
        absent.err.contains("nowhere/election.toml"),
        "{}",
        absent.err
    );
    scratch.write("e/election.toml", ELECTION);
    for arguments in [["audit", "e"], ["check", "e"]] {
        let absent = run(&scratch, &arguments);
        assert_eq!((absent.code, absent.out.as_str()), (1, ""));
        assert!(absent.err.contains("e/sheets.csv"), "{}", absent.err);
    }
}

#[test]
fn every_error_of_the_description_is_shown_with_its_line_and_ends_with_1() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let wrong = ELECTION
        .replace("name = \"Office\"", "nam = \"Office\"")
        .replace("total = 490", "total = \"many\"");
    scratch.write("e/election.toml", &wrong);
    let run = run(&scratch, &["audit", "e"]);
    assert_eq!(run.code, 1);
    for (key, line) in [("nam = ", 10), ("total = ", 22)] {
        assert!(wrong.lines().nth(line - 1).unwrap().contains(key));
        assert!(
            run.err.contains(&format!("e/election.toml:{line}:")),
            "{}",
            run.err
        );
        assert!(
            run.err
                .contains(&format!("| {}", wrong.lines().nth(line - 1).unwrap()))
        );
    }
}

#[test]
fn an_identity_that_fails_on_more_than_1_percent_ends_with_1_unless_accepted() {
    let scratch = Scratch::new();
    scratch.write("e/election.toml", ELECTION);
    // One failing row of 100 is 1 % and no more; two of 100 are.
    for (failing, code) in [(1, 0), (2, 1)] {
        let mut rows = String::new();
        for row in 0..100 {
            let ash = if row < failing { 2 } else { 1 };
            writeln!(rows, "P{row},1,4,3,2,1,{ash},1").unwrap();
        }
        let head = SHEETS.lines().next().unwrap();
        scratch.write("e/sheets.csv", format!("{head}\n{rows}"));
        let refused = run(&scratch, &["audit", "e"]);
        assert_eq!(refused.code, code, "{failing}: {}", refused.err);
        if code == 1 {
            assert!(refused.err.contains("options = valid"), "{}", refused.err);
            assert!(refused.err.contains("e/sheets.csv:2"), "{}", refused.err);
            assert_eq!(refused.out, "");
            let accepted = done(&scratch, &["audit", "e", "--accept-import"]);
            assert!(accepted.contains("Did Birch win"));
        }
    }
}

#[test]
fn check_ends_with_1_where_it_found_errors_and_with_0_where_it_found_none() {
    let scratch = Scratch::new();
    done(&scratch, &["new", "n"]);
    done(&scratch, &["check", "n"]);
    folder(&scratch, "e");
    scratch.write("e/sheets.csv", format!("{SHEETS}P3,1,90,x,50,5,30,20\n"));
    let run = run(&scratch, &["check", "e"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("sheets.csv:4:ballots"), "{}", run.out);
}

#[test]
fn wrong_usage_ends_with_2() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    for arguments in [
        &[][..],
        &["audit"],
        &["no-such-command"],
        &["audit", "e", "--no-such-option"],
        &["audit", "e", "--brief", "--json"],
        &["audit", "e", "--by", "galaxy"],
        &["audit", "e", "--require", "winner=perhaps"],
        &["audit", "e", "--threads", "0"],
        &["simulate", "--stations", "0", "--out", "s"],
        &[
            "simulate",
            "--stations",
            "9",
            "--out",
            "s",
            "--scenario",
            "other",
        ],
        &["simulate", "--stations", "9"],
    ] {
        let run = run(&scratch, arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!run.err.is_empty());
    }
}

#[test]
fn a_requirement_that_does_not_hold_ends_with_3_and_the_report_is_written_all_the_same() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    for (requirement, code) in [
        ("winner=contradicted", 0),
        ("winner=contradicted|undetermined", 0),
        ("winner=supported", 3),
        ("figures=infeasible", 0),
        ("figures=consistent", 3),
        ("link5=proven", 0),
        ("link1=proven", 3),
        ("winner@final=contradicted", 0),
        ("winner@other=contradicted", 3),
    ] {
        let run = run(&scratch, &["audit", "e", "--require", requirement]);
        assert_eq!(run.code, code, "{requirement}: {}", run.err);
        assert!(run.out.contains("Did Birch win"));
        assert!(run.err.contains(requirement));
    }
    let both = [
        "audit",
        "e",
        "--require",
        "link5=proven",
        "--require",
        "link1=proven",
    ];
    assert_eq!(run(&scratch, &both).code, 3);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = command(&scratch, &["audit", "e", "--full"]);
    command.stdout(writer).stderr(std::process::Stdio::piped());
    let run = finish_piped(command);
    assert_eq!(run, (0, String::new()));
}

fn finish_piped(mut command: std::process::Command) -> (i32, String) {
    let child = command.spawn().unwrap();
    drop(command);
    let output = child.wait_with_output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let texts: Vec<String> = ["1", "2", "7"]
        .map(|threads| done(&scratch, &["audit", "e", "--json", "--threads", threads]))
        .to_vec();
    assert_eq!(texts[0], texts[1]);
    assert_eq!(texts[0], texts[2]);
    let mut again = command(&scratch, &["audit", "e", "--json"]);
    again.env("LANG", "de_DE.UTF-8");
    assert_eq!(finish(again).out, texts[0]);
}
