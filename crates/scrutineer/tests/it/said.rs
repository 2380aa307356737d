//! Replies, disclosed files and their removal from the command line.

use std::fs;

use scrutineer_testkit::scratch::Scratch;
use serde_json::Value;

use crate::support::{ELECTION, Run, SHEETS, done, json, run};

const LOG: [&str; 5] = ["--out", "old", "--state", "state", "--insecure-demo-key"];

/// A published folder in which one station has more ballots than voters.
fn published(election: &str) -> Scratch {
    let scratch = Scratch::new();
    scratch.write("in/election.toml", election);
    scratch.write("in/sheets.csv", SHEETS.replace("P2,1,200", "P2,1,100"));
    let arguments = [&["publish", "in", "--portable", "--close"][..], &LOG].concat();
    done(&scratch, &arguments);
    scratch
}

fn verified(scratch: &Scratch) -> Value {
    let policy = "state/policy.txt";
    json(scratch, &["verify", "old", "--policy", policy, "--json"])
}

fn respond(scratch: &Scratch, finding: &str, further: &[&str]) -> Run {
    scratch.write("reply.txt", "We counted again:\n165 is right.\n");
    let arguments = [
        &["respond", "old", "--state", "state", "--insecure-demo-key"][..],
        &[
            "--finding",
            finding,
            "--text",
            "reply.txt",
            "--date",
            "2001-01-09",
        ],
        further,
    ]
    .concat();
    run(scratch, &arguments)
}

#[test]
fn a_reply_stands_in_what_verification_says() {
    let scratch = published(ELECTION);
    let report = json(&scratch, &["audit", "in", "--portable", "--json"]);
    let key = report["findings"][0]["key"].as_str().unwrap().to_owned();
    let said = respond(&scratch, &key, &["--by", "authority"]);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("DEMONSTRATION"), "{}", said.out);
    let found = verified(&scratch);
    assert_eq!(found["replies"][0]["finding"], key.as_str());
    assert_eq!(
        found["replies"][0]["text"],
        "We counted again:\n165 is right."
    );
    for (language, words) in [
        ("en", "Reply of the authority"),
        ("es", "Respuesta de la autoridad"),
    ] {
        let arguments = [
            "--lang",
            language,
            "verify",
            "old",
            "--policy",
            "state/policy.txt",
        ];
        let text = done(&scratch, &arguments);
        assert!(text.contains(words), "{text}");
        assert!(text.contains("  | 165 is right."), "{text}");
    }
    let refused = respond(&scratch, "E.101|nothing", &["--by", "observer"]);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.err.contains("E.101|nothing"), "{}", refused.err);
    let refused = respond(&scratch, &key, &["--by", "party"]);
    assert_eq!(refused.code, 2, "{}", refused.err);
    let refused = respond(&scratch, &key, &["--by", "party", "--aligned-with", "Z"]);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.err.contains("aligned-with"), "{}", refused.err);
}

fn disclose(scratch: &Scratch, further: &[&str]) -> Run {
    let arguments = [
        &["publish", "in", "--portable"][..],
        &LOG,
        &["--disclose", "in/sheets.csv"],
        further,
    ]
    .concat();
    run(scratch, &arguments)
}

#[test]
fn a_file_is_disclosed_and_removed_with_a_notice() {
    let scratch = published(ELECTION);
    let planned = disclose(&scratch, &["--dry-run"]);
    assert!(
        planned.out.contains("in/sheets.csv"),
        "{}{}",
        planned.out,
        planned.err
    );
    assert!(!scratch.path().join("old/blob").exists());
    let said = disclose(&scratch, &[]);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert_eq!(verified(&scratch)["withheld"]["matching"], 1);
    let arguments = [
        &["withhold", "old", "--state", "state", "--insecure-demo-key"][..],
        &[
            "--file",
            "in/sheets.csv",
            "--reason",
            "order",
            "--basis",
            "Order 12/2001",
        ],
        &[
            "--authority",
            "District court",
            "--date",
            "2001-02-01",
            "--json",
        ],
    ]
    .concat();
    let said = json(&scratch, &arguments);
    assert_eq!(said["schema"], "scrutineer/withhold/1");
    let found = verified(&scratch);
    assert_eq!(found["withheld"]["with_notice"], 1);
    assert_eq!(found["withheld"]["matching"], 0);
    let text = done(&scratch, &["verify", "old", "--policy", "state/policy.txt"]);
    assert!(text.contains("1 withheld with notice"), "{text}");
    let state = fs::read_to_string(scratch.path().join("state/publication.json")).unwrap();
    assert!(!state.contains("\"blob\""), "{state}");
    let again = run(&scratch, &arguments);
    assert_eq!(
        again.code, 1,
        "the salt is gone, so that the file is not known any more"
    );
}

#[test]
fn a_file_with_columns_that_no_output_may_have_is_not_disclosed() {
    let hidden = ELECTION.replacen(
        "[source.columns]\n",
        "[source.columns]\nignore = [\"who\"]\n",
        1,
    );
    assert_ne!(hidden, ELECTION);
    let scratch = published(&hidden);
    let refused = disclose(&scratch, &[]);
    assert_eq!(refused.code, 1, "{}", refused.out);
    assert!(refused.err.contains("in/sheets.csv"), "{}", refused.err);
    assert!(!scratch.path().join("old/blob").exists());
}
