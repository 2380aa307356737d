//! The guides say what the program does: every command in them is run, and what they quote of the output
//! must be there.
//!
//! In a block that begins with three backquotes and `console`, a line `$ scrutineer ...` is a command,
//! `$ echo $?` shows its exit code (0 where it does not stand), `...` stands for lines that are left
//! out, and every other line is quoted from the output, in order.

use std::fs;

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::workspace_root;

use crate::publication::copy;
use crate::support::{Run, run};

/// A command of the guide with what the guide says about it.
#[derive(Debug, PartialEq, Eq)]
struct Step {
    line: usize,
    arguments: Vec<String>,
    quoted: Vec<String>,
    code: i32,
}

fn steps(document: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut is_inside = false;
    let mut is_code = false;
    for (at, line) in document.lines().enumerate() {
        if line.starts_with("```") {
            is_inside = line == "```console";
        } else if !is_inside {
        } else if let Some(arguments) = line.strip_prefix("$ scrutineer ") {
            steps.push(Step {
                line: at + 1,
                arguments: arguments.split_whitespace().map(str::to_owned).collect(),
                quoted: Vec::new(),
                code: 0,
            });
        } else if line == "$ echo $?" {
            is_code = true;
        } else if let Some(step) = steps.last_mut() {
            let line = line.trim();
            if is_code {
                step.code = line.parse().unwrap();
                is_code = false;
            } else if !line.is_empty() && line != "..." {
                step.quoted.push(line.to_owned());
            }
        }
    }
    steps
}

/// What the step says and the run did not do.
fn failures(step: &Step, ran: &Run) -> Vec<String> {
    let mut found = Vec::new();
    if ran.code != step.code {
        found.push(format!(
            "exit code: expected {}, found {}",
            step.code, ran.code
        ));
    }
    // Columns may get wider or narrower; what stands in them may not change.
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let said: Vec<String> = ran.out.lines().chain(ran.err.lines()).map(words).collect();
    let mut rest = said.iter();
    for quoted in step.quoted.iter().map(|line| words(line)) {
        if !rest.any(|line| *line == quoted) {
            found.push(format!("not in the output, or not in this order: {quoted}"));
            rest = said.iter();
        }
    }
    found
}

fn follow(guide: &str, at_least: usize) {
    let docs = workspace_root().join("docs");
    let steps = steps(&fs::read_to_string(docs.join(guide)).unwrap());
    assert!(
        steps.len() >= at_least,
        "{guide}: only {} commands",
        steps.len()
    );
    let scratch = Scratch::new();
    // The folders that the guide works on, where the reader is told to be.
    copy(&docs.join("guide"), scratch.path());
    let mut found = Vec::new();
    for step in &steps {
        let arguments: Vec<&str> = step.arguments.iter().map(String::as_str).collect();
        let ran = run(&scratch, &arguments);
        let wrong = failures(step, &ran);
        if !wrong.is_empty() {
            let (line, command) = (step.line, step.arguments.join(" "));
            let (wrong, output) = (wrong.join("\n  "), ran.out + &ran.err);
            found.push(format!(
                "{guide}:{line}: scrutineer {command}\n  {wrong}\n{output}"
            ));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_english_guide_says_what_the_program_does() {
    follow("guide-observer.md", 8);
}

#[test]
fn the_spanish_guide_says_what_the_program_does() {
    follow("guia-observador.md", 8);
}

#[test]
fn the_english_guide_to_quick_counts_says_what_the_program_does() {
    follow("guide-quick-count.md", 13);
}

#[test]
fn the_spanish_guide_to_quick_counts_says_what_the_program_does() {
    follow("guia-conteo-rapido.md", 13);
}

#[test]
fn the_night_differs_from_the_evening_in_its_reports_alone() {
    let guide = workspace_root().join("docs/guide");
    let read = |path: &str| fs::read_to_string(guide.join(path)).unwrap();
    for file in ["election.toml", "register.csv", "sheets.csv"] {
        let of = |folder: &str| read(&format!("{folder}/{file}"));
        assert_eq!(of("evening"), of("night"), "{file}");
    }
    let of = |folder: &str| read(&format!("{folder}/quick-count/night/reports.csv"));
    assert_ne!(of("evening"), of("night"));
}

#[test]
fn the_english_guide_to_an_audit_at_random_says_what_the_program_does() {
    follow("guide-rla.md", 9);
}

#[test]
fn the_spanish_guide_to_an_audit_at_random_says_what_the_program_does() {
    follow("guia-alr.md", 9);
}

#[test]
fn both_guides_run_the_same_commands_with_the_same_exit_codes() {
    let read = |guide: &str| {
        let path = workspace_root().join("docs").join(guide);
        let steps = steps(&fs::read_to_string(path).unwrap()).into_iter();
        let plain = steps.map(|step| {
            let words = step.arguments.join(" ").replace(" --lang es", "");
            (words, step.code)
        });
        plain.collect::<Vec<_>>()
    };
    assert_eq!(read("guide-observer.md"), read("guia-observador.md"));
    assert_eq!(read("guide-quick-count.md"), read("guia-conteo-rapido.md"));
    assert_eq!(read("guide-rla.md"), read("guia-alr.md"));
}

#[test]
fn the_corrected_folder_differs_from_the_first_in_its_sheets_alone() {
    let guide = workspace_root().join("docs/guide");
    let read = |path: &str| fs::read_to_string(guide.join(path)).unwrap();
    assert_eq!(read("first/election.toml"), read("corrected/election.toml"));
    assert_ne!(read("first/sheets.csv"), read("corrected/sheets.csv"));
}

#[test]
fn a_wrong_quotation_or_exit_code_is_noticed() {
    let steps = steps(
        "```console\n$ scrutineer check a b\none\n...\ntwo\n$ echo $?\n1\n```\n$ scrutineer no\n",
    );
    let [step] = steps.as_slice() else {
        panic!("{steps:?}");
    };
    assert_eq!((step.line, step.code, step.quoted.len()), (2, 1, 2));
    let ran = |output: &str, code| Run {
        code,
        out: output.to_owned(),
        err: String::new(),
    };
    assert_eq!(
        failures(step, &ran("  one\nx\ntwo", 1)),
        Vec::<String>::new()
    );
    assert_eq!(failures(step, &ran("one\ntwo", 0)).len(), 1);
    assert_eq!(failures(step, &ran("two\none", 1)).len(), 1);
    assert_eq!(failures(step, &ran("one", 1)).len(), 1);
}
