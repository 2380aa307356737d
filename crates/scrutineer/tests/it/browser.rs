//! The page in a real browser: it opens from a file under its own strict policy, shows its first
//! screen, draws, and prints.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use scrutineer_testkit::requirement::skip_without;
use scrutineer_testkit::scratch::Scratch;

use crate::support::done;

fn chromium() -> Option<PathBuf> {
    let names = [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];
    let found = names.iter().map(PathBuf::from).find(|path| path.is_file());
    skip_without("chromium", "apt-get install chromium", found)
}

/// A headless run with its own profile and without anything that asks for a network.
fn browse(chromium: &Path, scratch: &Scratch, arguments: &[&str], page: &Path) -> Output {
    let profile = scratch.path().join("profile");
    Command::new(chromium)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ])
        .args(["--disable-dev-shm-usage"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(arguments)
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap()
}

#[test]
fn both_pages_open_draw_and_print() {
    let Some(chromium) = chromium() else { return };
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "demo"]);
    let pages = [
        (
            "report.html",
            "lang=\"en\"",
            "The ballots were not examined.",
        ),
        (
            "informe.html",
            "lang=\"es\"",
            "No se examinaron las papeletas.",
        ),
    ];
    for (name, language, sentence) in pages {
        let page = fs::canonicalize(scratch.path().join("demo").join(name)).unwrap();
        let shown = browse(&chromium, &scratch, &["--dump-dom"], &page);
        let dom = String::from_utf8_lossy(&shown.stdout).into_owned();
        assert!(
            dom.contains(language),
            "{name}: {}",
            String::from_utf8_lossy(&shown.stderr)
        );
        assert!(dom.contains(sentence), "{name}");
        assert!(dom.contains("<svg") && dom.contains("<table"), "{name}");
        let refused = String::from_utf8_lossy(&shown.stderr).into_owned();
        assert!(
            !refused.contains("Content Security Policy"),
            "{name}: {refused}"
        );

        let picture = scratch.path().join(format!("{name}.png"));
        let argument = format!("--screenshot={}", picture.display());
        browse(
            &chromium,
            &scratch,
            &["--window-size=360,800", &argument],
            &page,
        );
        assert!(
            fs::read(&picture).unwrap().starts_with(b"\x89PNG"),
            "{name}"
        );

        let print = scratch.path().join(format!("{name}.pdf"));
        let argument = format!("--print-to-pdf={}", print.display());
        browse(&chromium, &scratch, &[&argument], &page);
        let pages = fs::read(&print).unwrap();
        assert!(
            pages.starts_with(b"%PDF") && pages.len() > 20_000,
            "{name}: {}",
            pages.len()
        );
    }
}

#[test]
fn a_page_without_its_sentence_is_noticed() {
    let Some(chromium) = chromium() else { return };
    let scratch = Scratch::new();
    scratch.write(
        "blank.html",
        "<!doctype html><title>blank</title><p>nothing</p>",
    );
    let page = fs::canonicalize(scratch.path().join("blank.html")).unwrap();
    let shown = browse(&chromium, &scratch, &["--dump-dom"], &page);
    let dom = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(dom.contains("nothing") && !dom.contains("The ballots were not examined."));
}
