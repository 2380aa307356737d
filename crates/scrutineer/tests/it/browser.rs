//! The page in a real browser: it opens from a file under its own strict policy, shows its first
//! screen, draws, prints, and can be used by everybody: in both schemes, on a narrow screen, from the
//! keyboard and without scripts.

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

/// The script that looks for barriers, where everything that it needs is installed.
fn axe() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/browser-checks");
    let installed = ["axe-core", "playwright-core"]
        .iter()
        .all(|name| folder.join("node_modules").join(name).is_dir());
    let node = Command::new("node").arg("--version").output();
    let usable = installed && node.is_ok_and(|ran| ran.status.success());
    let script = usable.then(|| folder.join("axe.mjs"));
    let hint = "apt-get install nodejs npm chromium, then npm ci in web/browser-checks";
    skip_without("axe", hint, script)
}

fn look_for_barriers(script: &Path, chromium: &Path, pages: &[PathBuf]) -> (Option<i32>, String) {
    let ran = Command::new("node")
        .arg(script)
        .args(pages)
        .env("CHROMIUM", chromium)
        .output()
        .unwrap();
    let said = [ran.stdout, ran.stderr].concat();
    (ran.status.code(), String::from_utf8(said).unwrap())
}

#[test]
fn no_page_has_a_barrier_in_either_language_scheme_or_width() {
    let Some(script) = axe() else { return };
    let Some(chromium) = chromium() else { return };
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "demo"]);
    let mut pages = vec![
        scratch.path().join("demo/report.html"),
        scratch.path().join("demo/informe.html"),
    ];
    for language in ["en", "es"] {
        let page = format!("brief-{language}.html");
        let arguments = ["audit", "demo/election", "--brief", "--html", &page];
        done(&scratch, &[&arguments[..], &["--lang", language]].concat());
        pages.push(scratch.path().join(page));
    }
    let (code, said) = look_for_barriers(&script, &chromium, &pages);
    assert_eq!(
        (code, said.as_str()),
        (Some(0), "pages: 4, found: 0\n"),
        "{said}"
    );
}

#[test]
fn each_kind_of_barrier_is_noticed_with_its_place() {
    let Some(script) = axe() else { return };
    let Some(chromium) = chromium() else { return };
    let scratch = Scratch::new();
    let page = scratch.write(
        "page.html",
        "<!doctype html><html lang=en><title>t</title><style>\
         body { background: #fff; color: #000 }\
         @media (prefers-color-scheme: dark) { #dim { color: #ccc } }\
         #wide { width: 400px; height: 9px }</style>\
         <main><h1>t</h1><p id=dim>Dim in the dark</p><div id=wide></div><p id=drawn></p>\
         <svg id=unnamed role=img width=9 height=9></svg><img alt='' src='http://127.0.0.1:9/x.png'></main>\
         <script>document.getElementById('drawn').textContent = 'Drawn by a script'</script>",
    );
    let (code, said) = look_for_barriers(&script, &chromium, &[page]);
    assert_eq!(code, Some(1), "{said}");
    for line in [
        "page.html light 1280: svg-img-alt (serious): #unnamed: ",
        "page.html dark 320: color-contrast (serious): #dim: ",
        "page.html light 320: reflow: ",
        "page.html light 1280: scripts: ",
        "page.html light 1280: request: http://127.0.0.1:9/x.png: ",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(!said.contains("light 1280: color-contrast"), "{said}");
    assert!(!said.contains("1280: reflow"), "{said}");
}
