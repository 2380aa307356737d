//! Help and errors of usage in both languages.

use scrutineer_testkit::scratch::Scratch;

use crate::support::{command, done, finish, run};

const COMMANDS: [&str; 13] = [
    "demo",
    "audit",
    "check",
    "new",
    "merge",
    "simulate",
    "follow",
    "mirror",
    "witness",
    "forensics",
    "power",
    "completions",
    "man",
];

#[test]
fn every_command_has_help_with_an_example_in_both_languages() {
    let scratch = Scratch::new();
    for name in COMMANDS {
        let english = done(&scratch, &[name, "--help"]);
        let spanish = done(&scratch, &[name, "--help", "--lang", "es"]);
        assert!(
            english.contains(&format!("\n  scrutineer {name}")),
            "{english}"
        );
        assert!(
            spanish.contains(&format!("\n  scrutineer {name}")),
            "{spanish}"
        );
        assert!(english.contains("Usage: scrutineer") && spanish.contains("Uso: scrutineer"));
        assert!(
            english
                .lines()
                .chain(spanish.lines())
                .all(|line| line.chars().count() <= 80)
        );
    }
}

#[test]
fn a_command_below_a_command_has_help_a_man_page_and_completions_too() {
    let scratch = Scratch::new();
    done(&scratch, &["man", "--out", "man"]);
    for name in ["cosign", "serve", "ask"] {
        for (language, usage) in [("en", "Usage"), ("es", "Uso")] {
            let help = done(&scratch, &["witness", name, "--help", "--lang", language]);
            let wanted = format!("{usage}: scrutineer witness {name}");
            assert!(help.contains(&wanted), "{help}");
            assert!(
                help.contains(&format!("\n  scrutineer witness {name}")),
                "{help}"
            );
            assert!(
                help.lines().all(|line| line.chars().count() <= 80),
                "{help}"
            );
        }
        let page = format!("man/scrutineer-witness-{name}.1");
        let page = std::fs::read_to_string(scratch.path().join(page)).unwrap();
        assert!(page.contains(&format!("witness {name}")), "{name}");
        for shell in ["bash", "zsh", "fish"] {
            assert!(
                done(&scratch, &["completions", shell]).contains(name),
                "{shell}: {name}"
            );
        }
    }
}

#[test]
fn the_environment_chooses_the_language_and_the_option_wins() {
    let scratch = Scratch::new();
    let mut spanish = command(&scratch, &["audit"]);
    spanish.env("LANG", "es_VE.UTF-8");
    assert!(finish(spanish).err.contains("se esperaba"));
    let mut english = command(&scratch, &["audit", "--lang", "en"]);
    english.env("LC_ALL", "es_VE.UTF-8");
    assert!(finish(english).err.contains("expected"));
}

#[test]
fn an_error_of_usage_suggests_what_was_meant() {
    let scratch = Scratch::new();
    let unknown = run(&scratch, &["audit", "e", "--jsn"]);
    assert!(
        unknown.err.contains("did you mean --json?"),
        "{}",
        unknown.err
    );
    let unknown = run(&scratch, &["audt", "--lang", "es"]);
    assert!(
        unknown.err.contains("¿quiso decir audit?"),
        "{}",
        unknown.err
    );
}

#[test]
fn completions_and_man_pages_name_every_command() {
    let scratch = Scratch::new();
    for shell in ["bash", "zsh", "fish"] {
        let text = done(&scratch, &["completions", shell]);
        for name in COMMANDS {
            assert!(text.contains(name), "{shell}: {name}");
        }
    }
    done(&scratch, &["man", "--out", "man"]);
    for name in COMMANDS {
        let page = std::fs::read_to_string(scratch.path().join(format!("man/scrutineer-{name}.1")));
        assert!(page.unwrap().contains(".SH"), "{name}");
    }
}

#[test]
fn the_version_is_printed() {
    let scratch = Scratch::new();
    assert_eq!(
        done(&scratch, &["-V"]),
        format!("scrutineer {}\n", env!("CARGO_PKG_VERSION"))
    );
}
