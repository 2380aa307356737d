//! Running the program in an environment that holds nothing but what the test says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use scrutineer_testkit::scratch::Scratch;

/// What a run left behind.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A command in a scratch folder with an empty environment.
pub(crate) fn command(scratch: &Scratch, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scrutineer"));
    command
        .args(arguments)
        .current_dir(scratch.path())
        .env_clear()
        .env("HOME", scratch.path().join("home"));
    command
}

/// Runs a command to its end.
pub(crate) fn finish(mut command: Command) -> Run {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    Run {
        code: status.code().unwrap(),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}

/// Runs the program with these arguments.
pub(crate) fn run(scratch: &Scratch, arguments: &[&str]) -> Run {
    finish(command(scratch, arguments))
}

/// Runs the program, which must succeed, and gives its standard output.
pub(crate) fn done(scratch: &Scratch, arguments: &[&str]) -> String {
    let run = run(scratch, arguments);
    assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.out, run.err);
    run.out
}

/// Runs the program, which must succeed, and reads its output as JSON.
pub(crate) fn json(scratch: &Scratch, arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&done(scratch, arguments)).unwrap()
}

/// How many lines have a number of draws; each of them must name its register total. For what a plan says, and what is
/// next.
pub(crate) fn sizes_with_their_register(said: &str) -> usize {
    let is_size = |line: &&str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.windows(2).any(|pair| {
            let is_number = pair[0].ends_with(|last: char| last.is_ascii_digit());
            is_number
                && ["draw", "sorteo"]
                    .iter()
                    .any(|word| pair[1].starts_with(word))
        })
    };
    let sized: Vec<&str> = said.lines().filter(is_size).collect();
    for line in &sized {
        let is_named = ["register total ", "total del padrón electoral "];
        assert!(is_named.iter().any(|name| line.contains(name)), "{line}");
    }
    sized.len()
}

/// A small folder in `name`: three stations of two options, the last without a sheet, everything
/// declared.
pub(crate) fn folder(scratch: &Scratch, name: &str) {
    scratch.write(&format!("{name}/election.toml"), ELECTION);
    scratch.write(&format!("{name}/sheets.csv"), SHEETS);
}

/// The sheets of [`folder`]: A leads by 100 votes, 90 electors have no sheet.
pub(crate) const SHEETS: &str = "\
place,table,registered,ballots,valid,invalid,A,B
P1,1,200,165,160,5,105,55
P2,1,200,165,160,5,105,55
";

/// The description of [`folder`].
pub(crate) const ELECTION: &str = r#"schema = "scrutineer/election/1"
[election]
id = "tiny"
name = "Tiny election"
date = "2001-01-07"
country = "ZZ"
key = ["place", "table"]
[[contest]]
id = "office"
name = "Office"
rule = { kind = "plurality", winners = 1 }
capacity = { rule = "register" }
  [[contest.option]]
  id = "A"
  name = "Ash"
  [[contest.option]]
  id = "B"
  name = "Birch"
  [[contest.register]]
  id = "electors"
  figure = "electors"
  total = 490
  source = "list"
  applies = "yes"
[[source]]
id = "sheets"
[source.provenance]
supplied_by = "observer"
aligned_with = []
obtained_from = "copies"
obtained_on = "2001-01-08"
obtained_by_role = "observer"
method = "copied"
medium = "paper"
licence = "unknown"
derived_from = "none"
transformations = "none"
[[source.file]]
path = "sheets.csv"
[source.columns]
station = ["place", "table"]
place = ["place"]
registered = "registered"
ballots = "ballots"
valid = "valid"
invalid = "invalid"
[source.columns.votes]
A = "A"
B = "B"
[[source.identity]]
holds = "options = valid"
[[source.identity]]
holds = "valid + invalid = ballots"
[[declaration]]
id = "final"
authority = "Office of elections"
time = "2001-01-09"
status = "certified"
winners = ["B"]
coverage = { complete = true }
source = "gazette"
  [[declaration.votes]]
  option = "A"
  votes = 150
  [[declaration.votes]]
  option = "B"
  votes = 250
"#;

/// Publishes the folder `e` into `bundle` with the key of a demonstration, and closes the collection.
pub(crate) const PUBLISH: [&str; 9] = [
    "publish",
    "e",
    "--out",
    "bundle",
    "--state",
    "state",
    "--insecure-demo-key",
    "--portable",
    "--close",
];

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The election with names of places, and two levels of divisions with names.
pub(crate) fn named_places() -> String {
    ELECTION
        .replace(
            "[[contest]]\n",
            "[[hierarchy]]\nid = \"administrative\"\nlevels = [\"state\", \"parish\"]\n[[contest]]\n",
        )
        .replace(
            "place = [\"place\"]\n",
            "place = [\"place\"]\nplace_name = \"name\"\ndivisions = { administrative = { codes = \
             [\"state\", \"parish\"], names = [\"state_name\", \"parish_name\"] } }\n",
        )
}
