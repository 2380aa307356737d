//! Files that are made from the code and committed, so that they can be read without building.

use std::env;
use std::fs;
use std::process::Command;

use crate::{Outcome, calibrate, graph, outcome, workspace};

/// How a file is made.
#[derive(Clone, Copy)]
enum Producer {
    /// By this program.
    Function(fn() -> String),
    /// By what a cargo command prints on standard output.
    Cargo(&'static [&'static str]),
}

/// A generated file.
struct Artefact {
    /// What it is, for people.
    name: &'static str,
    /// Path from the root.
    path: &'static str,
    producer: Producer,
}

/// The cargo command that runs the program with these arguments.
macro_rules! program_args {
    ($($word:literal),*) => {
        ["run", "--quiet", "--package", "scrutineer", "--", $($word),*]
    };
}

/// A file that the program prints.
const fn program(
    name: &'static str,
    path: &'static str,
    args: &'static [&'static str],
) -> Artefact {
    Artefact {
        name,
        path,
        producer: Producer::Cargo(args),
    }
}

/// Every generated file of the repository.
const ARTEFACTS: &[Artefact] = &[
    Artefact {
        name: "table of layers",
        path: "docs/layers.md",
        producer: Producer::Function(graph::document),
    },
    Artefact {
        name: "calibration in Spanish",
        path: calibrate::DOCUMENT_ES,
        producer: Producer::Function(calibrate::translated),
    },
    program(
        "help in English",
        "docs/cli.md",
        &program_args!["document", "help", "--lang", "en"],
    ),
    program(
        "help in Spanish",
        "docs/cli.es.md",
        &program_args!["document", "help", "--lang", "es"],
    ),
    program(
        "completions for bash",
        "docs/completions/scrutineer.bash",
        &program_args!["completions", "bash", "--lang", "en"],
    ),
    program(
        "completions for zsh",
        "docs/completions/_scrutineer",
        &program_args!["completions", "zsh", "--lang", "en"],
    ),
    program(
        "completions for fish",
        "docs/completions/scrutineer.fish",
        &program_args!["completions", "fish", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer.1",
        &program_args!["document", "man", "scrutineer", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-demo.1",
        &program_args!["document", "man", "scrutineer-demo", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-keygen.1",
        &program_args!["document", "man", "scrutineer-keygen", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-publish.1",
        &program_args!["document", "man", "scrutineer-publish", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-open.1",
        &program_args!["document", "man", "scrutineer-open", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-serve-site.1",
        &program_args!["document", "man", "scrutineer-serve-site", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-verify.1",
        &program_args!["document", "man", "scrutineer-verify", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-proof.1",
        &program_args!["document", "man", "scrutineer-proof", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-diff.1",
        &program_args!["document", "man", "scrutineer-diff", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-unpack.1",
        &program_args!["document", "man", "scrutineer-unpack", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-fsck.1",
        &program_args!["document", "man", "scrutineer-fsck", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-notice.1",
        &program_args!["document", "man", "scrutineer-notice", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-quick-count.1",
        &program_args!["document", "man", "scrutineer-quick-count", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-quick-count-design.1",
        &program_args![
            "document",
            "man",
            "scrutineer-quick-count-design",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-quick-count-draw.1",
        &program_args![
            "document",
            "man",
            "scrutineer-quick-count-draw",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-quick-count-estimate.1",
        &program_args![
            "document",
            "man",
            "scrutineer-quick-count-estimate",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-quick-count-compare.1",
        &program_args![
            "document",
            "man",
            "scrutineer-quick-count-compare",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-quick-count-release.1",
        &program_args![
            "document",
            "man",
            "scrutineer-quick-count-release",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-respond.1",
        &program_args!["document", "man", "scrutineer-respond", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-withhold.1",
        &program_args!["document", "man", "scrutineer-withhold", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-delta.1",
        &program_args!["document", "man", "scrutineer-delta", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-follow.1",
        &program_args!["document", "man", "scrutineer-follow", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-mirror.1",
        &program_args!["document", "man", "scrutineer-mirror", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-incidents.1",
        &program_args!["document", "man", "scrutineer-incidents", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-incidents-import.1",
        &program_args![
            "document",
            "man",
            "scrutineer-incidents-import",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-incidents-link.1",
        &program_args![
            "document",
            "man",
            "scrutineer-incidents-link",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-incidents-count.1",
        &program_args![
            "document",
            "man",
            "scrutineer-incidents-count",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-incidents-estimate.1",
        &program_args![
            "document",
            "man",
            "scrutineer-incidents-estimate",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-incidents-report.1",
        &program_args![
            "document",
            "man",
            "scrutineer-incidents-report",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-incidents-naming.1",
        &program_args![
            "document",
            "man",
            "scrutineer-incidents-naming",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-incidents-release.1",
        &program_args![
            "document",
            "man",
            "scrutineer-incidents-release",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-witness.1",
        &program_args!["document", "man", "scrutineer-witness", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-witness-cosign.1",
        &program_args![
            "document",
            "man",
            "scrutineer-witness-cosign",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-witness-serve.1",
        &program_args![
            "document",
            "man",
            "scrutineer-witness-serve",
            "--lang",
            "en"
        ],
    ),
    program(
        "man page",
        "docs/man/scrutineer-witness-ask.1",
        &program_args!["document", "man", "scrutineer-witness-ask", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-audit.1",
        &program_args!["document", "man", "scrutineer-audit", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-check.1",
        &program_args!["document", "man", "scrutineer-check", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-new.1",
        &program_args!["document", "man", "scrutineer-new", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-merge.1",
        &program_args!["document", "man", "scrutineer-merge", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-simulate.1",
        &program_args!["document", "man", "scrutineer-simulate", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-rla.1",
        &program_args!["document", "man", "scrutineer-rla", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-rla-plan.1",
        &program_args!["document", "man", "scrutineer-rla-plan", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-rla-commit.1",
        &program_args!["document", "man", "scrutineer-rla-commit", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-rla-draw.1",
        &program_args!["document", "man", "scrutineer-rla-draw", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-rla-record.1",
        &program_args!["document", "man", "scrutineer-rla-record", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-rla-measure.1",
        &program_args!["document", "man", "scrutineer-rla-measure", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-forensics.1",
        &program_args!["document", "man", "scrutineer-forensics", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-power.1",
        &program_args!["document", "man", "scrutineer-power", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-completions.1",
        &program_args!["document", "man", "scrutineer-completions", "--lang", "en"],
    ),
    program(
        "man page",
        "docs/man/scrutineer-man.1",
        &program_args!["document", "man", "scrutineer-man", "--lang", "en"],
    ),
];

/// Writes every generated file.
pub(crate) fn write() -> Outcome {
    let mut failures = Vec::new();
    for artefact in ARTEFACTS {
        let path = workspace::root().join(artefact.path);
        let written = produce(artefact.producer, &[])
            .and_then(|text| fs::write(&path, text).map_err(|error| error.to_string()));
        if let Err(error) = written {
            failures.push(format!(
                "generate: {} ({}): {error}",
                artefact.name, artefact.path
            ));
        }
    }
    outcome(failures)
}

/// Fails for every generated file that is not what the code makes now.
pub(crate) fn check() -> Outcome {
    check_with(&[])
}

/// The same with the build that the demonstration has made already.
pub(crate) fn check_release() -> Outcome {
    check_with(&["--release"])
}

fn check_with(profile: &[&str]) -> Outcome {
    let mut failures = Vec::new();
    for artefact in ARTEFACTS {
        let kept = fs::read_to_string(workspace::root().join(artefact.path));
        let kept = kept.unwrap_or_default();
        let problem = match produce(artefact.producer, profile) {
            Ok(made) => difference(&kept, &made),
            Err(error) => Some(error),
        };
        if let Some(problem) = problem {
            failures.push(format!(
                "generate: {} ({}): {problem}; run cargo xtask generate",
                artefact.name, artefact.path
            ));
        }
    }
    outcome(failures)
}

/// What a producer makes; a cargo command with the profile behind its first word.
fn produce(producer: Producer, profile: &[&str]) -> Result<String, String> {
    match producer {
        Producer::Function(make) => Ok(make()),
        Producer::Cargo(args) => {
            let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
            let run = Command::new(cargo)
                .current_dir(workspace::root())
                .args(args.first())
                .args(profile)
                .args(args.get(1..).unwrap_or_default())
                .output()
                .map_err(|error| error.to_string())?;
            if !run.status.success() {
                return Err(String::from_utf8_lossy(&run.stderr).into_owned());
            }
            String::from_utf8(run.stdout).map_err(|error| error.to_string())
        }
    }
}

/// The first line in which two texts differ.
fn difference(kept: &str, made: &str) -> Option<String> {
    if kept == made {
        return None;
    }
    let (mut kept, mut made) = (kept.split('\n'), made.split('\n'));
    let mut line = 1;
    loop {
        match (kept.next(), made.next()) {
            (None, None) => return None,
            (kept, made) if kept == made => line += 1,
            (kept, made) => {
                let [kept, made] = [kept, made].map(|text| text.unwrap_or("the end of the file"));
                return Some(format!(
                    "stale at line {line}: expected {made:?}, found {kept:?}"
                ));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stale_file_is_caught_with_its_line() {
        assert_eq!(difference("a\nb\n", "a\nb\n"), None);
        let changed = difference("a\nb\n", "a\nc\n").unwrap();
        assert_eq!(changed, "stale at line 2: expected \"c\", found \"b\"");
        assert!(difference("", "a\n").unwrap().contains("line 1"));
        assert!(difference("a\nb", "a").unwrap().contains("found \"b\""));
    }

    #[test]
    fn a_command_gives_its_output_and_a_failing_one_its_error() {
        let version = produce(Producer::Cargo(&["--version"]), &[]).unwrap();
        assert!(version.starts_with("cargo "));
        assert!(produce(Producer::Cargo(&["no-such-command"]), &[]).is_err());
    }

    #[test]
    fn each_path_is_generated_once() {
        let mut paths: Vec<_> = ARTEFACTS.iter().map(|artefact| artefact.path).collect();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(paths.len(), ARTEFACTS.len());
    }

    #[test]
    fn the_files_made_here_are_fresh() {
        for artefact in ARTEFACTS {
            if let Producer::Function(make) = artefact.producer {
                let kept = fs::read_to_string(workspace::root().join(artefact.path)).unwrap();
                assert_eq!(difference(&kept, &make()), None, "{}", artefact.path);
            }
        }
    }
}
