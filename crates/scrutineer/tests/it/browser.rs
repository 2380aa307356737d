//! The page in a real browser: it opens from a file under its own strict policy, shows its first
//! screen, draws, prints, and can be used by everybody: in both schemes, on a narrow screen, from the
//! keyboard and without scripts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use scrutineer_testkit::requirement::skip_without;
use scrutineer_testkit::scratch::Scratch;

use crate::serving::Served;
use crate::support::done;

pub(crate) fn chromium() -> Option<PathBuf> {
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
    look_at(
        chromium,
        scratch,
        arguments,
        &format!("file://{}", page.display()),
    )
}

fn look_at(chromium: &Path, scratch: &Scratch, arguments: &[&str], url: &str) -> Output {
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
        .arg(url)
        .output()
        .unwrap()
}

/// What the scripts of a page made of it, with what they fetched.
pub(crate) fn made_by_scripts(chromium: &Path, scratch: &Scratch, url: &str) -> String {
    // Time that stands still while something is fetched.
    let arguments = ["--virtual-time-budget=2000", "--dump-dom"];
    let shown = look_at(chromium, scratch, &arguments, url);
    String::from_utf8(shown.stdout).unwrap()
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

/// The script that looks at pages where they are served.
pub(crate) fn pages_script() -> Option<PathBuf> {
    let script = axe()?;
    let script = script.with_file_name("pages.mjs");
    let folder = script.with_file_name("node_modules/html-validate");
    let hint = "npm ci in web/browser-checks";
    skip_without("axe", hint, folder.is_dir().then_some(script))
}

/// Pages below an address, and how closely they are looked at.
pub(crate) enum Look<'a> {
    /// Everything, in every width, scheme and direction, with scripts and without.
    All(&'a str, &'a [&'a str]),
    /// Whether they open, keep to themselves, fit a narrow window, and lead to what is there.
    Quick(&'a str, &'a [&'a str]),
}

fn look_at_pages(script: &Path, chromium: &Path, looks: &[Look<'_>]) -> (Option<i32>, String) {
    let mut node = Command::new("node");
    node.arg(script).env("CHROMIUM", chromium);
    for look in looks {
        match look {
            Look::All(base, pages) => node.arg(base).args(*pages),
            Look::Quick(base, pages) => node.args(["--quick", base]).args(*pages),
        };
    }
    let ran = node.output().unwrap();
    let said = [ran.stdout, ran.stderr].concat();
    (ran.status.code(), String::from_utf8(said).unwrap())
}

/// A page of every kind that a served bundle has.
const OF_BUNDLE: [&str; 4] = [
    "report.en.html",
    "report.es.html",
    "brief.en.html",
    "brief.es.html",
];

/// A page of every kind that `open` has.
const OF_FOLDER: [&str; 6] = [
    "en/report",
    "en/problems",
    "en/coverage",
    "es/report",
    "es/problems",
    "es/coverage",
];

pub(crate) fn without_a_word(script: &Path, chromium: &Path, base: &str, pages: &[&str]) {
    all_without_a_word(script, chromium, &[Look::All(base, pages)]);
}

pub(crate) fn all_without_a_word(script: &Path, chromium: &Path, looks: &[Look<'_>]) {
    let (code, said) = look_at_pages(script, chromium, looks);
    let count: usize = looks
        .iter()
        .map(|look| match look {
            Look::All(_, pages) | Look::Quick(_, pages) => pages.len(),
        })
        .sum();
    let expected = format!("pages: {count}, found: 0\n");
    assert_eq!(
        (code, said.as_str()),
        (Some(0), expected.as_str()),
        "{said}"
    );
}

#[test]
fn every_page_of_a_bundle_works_where_it_is_served_below_a_path_and_from_a_file() {
    let Some(script) = pages_script() else { return };
    let Some(chromium) = chromium() else { return };
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "demo"]);
    let listen = ["--listen", "127.0.0.1:0"];
    let served = Served::start(
        &scratch,
        &[&["serve-site", "demo/bundle"], &listen[..]].concat(),
    );
    let root = served.url.strip_suffix(served.path()).unwrap();
    for name in OF_BUNDLE {
        let (_, _, page) = served.get(&format!("/{name}"));
        scratch.write(&format!("web/deep/er/{name}"), page);
    }
    let below = Served::start(&scratch, &[&["serve-site", "web"], &listen[..]].concat());
    let deep = below.url.strip_suffix(below.path()).unwrap();
    let folder = fs::canonicalize(scratch.path().join("web/deep/er")).unwrap();
    let looks = [
        Look::All(&format!("{root}/"), &OF_BUNDLE),
        Look::Quick(&format!("{deep}/deep/er/"), &OF_BUNDLE),
        Look::Quick(&format!("file://{}/", folder.display()), &OF_BUNDLE),
    ];
    all_without_a_word(&script, &chromium, &looks);
}

#[test]
fn every_page_of_an_open_folder_works_whether_it_can_be_read_or_not() {
    let Some(script) = pages_script() else { return };
    let Some(chromium) = chromium() else { return };
    let scratch = Scratch::new();
    done(
        &scratch,
        &[
            "simulate",
            "--stations",
            "60",
            "--out",
            "e",
            "--slips",
            "20%",
        ],
    );
    let open = Served::open(&scratch, &["e"]);
    let base = open.url.strip_suffix("en/report").unwrap();
    without_a_word(&script, &chromium, base, &OF_FOLDER);
    let election = scratch.path().join("e/election.toml");
    let text = fs::read_to_string(&election).unwrap();
    fs::write(&election, text.replacen("name = ", "nam = ", 2)).unwrap();
    let unread = ["en/report", "es/problems"];
    without_a_word(&script, &chromium, base, &unread);
    fs::remove_file(&election).unwrap();
    without_a_word(&script, &chromium, base, &["es/coverage"]);
}

#[test]
fn each_kind_of_fault_of_a_served_page_is_noticed() {
    let Some(script) = pages_script() else { return };
    let Some(chromium) = chromium() else { return };
    let scratch = Scratch::new();
    scratch.write(
        "site/faulty.html",
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>t</title>\
         <style>#wide { width: 400px; height: 9px }\
         html { background: #fff; color: #000 } [dir=rtl] #turned { color: #ccc }\
         @media (width < 400px) { #small { color: #ccc } }\
         @media (width > 700px) and (prefers-color-scheme: dark) { #dark { color: #ccc } }\
         @media (700px < width < 800px) and (prefers-color-scheme: dark) { #middle { color: #ccc } }\
         @media print { #paper { color: #ccc } }</style></head><body><nav></nav><main><h1>t</h1>\
         <p id=\"small\">small</p><p id=\"dark\">dark</p><p id=\"middle\">middle</p><p id=\"turned\">turned</p>\
         <p id=\"paper\">paper</p>\
         <p><b>open</p><div id=\"wide\"></div><a href=\"#nowhere\">a</a><a href=\"gone.html\">b</a>\
         <button tabindex=\"3\"></button>\
         <img alt=\"\" src=\"http://127.0.0.1:9/x.png\"></main><script src=\"own.js\"></script></body></html>",
    );
    // Where the order of the controls is wrong, nothing behind is looked at.
    scratch.write(
        "site/unseen.html",
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>t</title>\
         <style>#unmarked:focus { outline: none } #away { position: absolute; left: -999px }</style></head><body>\
         <main><h1>t</h1><p><a id=\"unmarked\" href=\"unseen.html\">a</a>\
         <a id=\"away\" href=\"unseen.html\">b</a></p></main></body></html>",
    );
    scratch.write(
        "site/own.js",
        "localStorage.setItem('a', 'b'); document.cookie = 'a=b'; console.error('told'); alert('open');",
    );
    let served = Served::start(&scratch, &["serve-site", "site", "--listen", "127.0.0.1:0"]);
    let base = format!("{}/", served.url.trim_end_matches('/'));
    // From a file there is no header with a policy, and the page tries.
    let folder = fs::canonicalize(scratch.path().join("site")).unwrap();
    let looks = [
        Look::All(&base, &["faulty.html", "unseen.html", "absent.html"]),
        Look::Quick(&format!("file://{}/", folder.display()), &["faulty.html"]),
    ];
    let (code, said) = look_at_pages(&script, &chromium, &looks);
    assert_eq!(code, Some(1), "{said}");
    for line in [
        "absent.html: expected a page, found 404",
        "1280: console: Loading the image 'http://127.0.0.1:9/x.png' violates",
        "1280: console: told",
        "1280: dialog: expected none, found open",
        "1280: language: ",
        "scripts dark 320: reflow: ",
        "scripts rtl dark 320: reflow: ",
        "empty scripts dark 320: reflow: ",
        "scripts off dark 320: reflow: ",
        "scripts light 1280: button-name",
        "scripts rtl dark 320: button-name",
        "empty scripts dark 320: button-name",
        "scripts light 320: color-contrast (serious): #small: ",
        "scripts dark 768: color-contrast (serious): #middle: ",
        "scripts dark 1280: color-contrast (serious): #dark: ",
        "scripts rtl dark 320: color-contrast (serious): #turned: ",
        "empty scripts dark 320: color-contrast (serious): #small: ",
        "print: color-contrast (serious): #paper: ",
        "1280: stored: expected no cookie, found a",
        "1280: stored: expected nothing, found 1 values",
        "/gone.html to be there, found 404",
        "1280: link: expected #nowhere in ",
        "1280: skip: ",
        "scripts light 1280: keyboard: expected control 0, found 2",
        "scripts off dark 320: keyboard: expected control 0, found 2",
        "unseen.html scripts light 1280: keyboard: expected a mark on what has the focus, found none: <a id=\"unmarked\"",
        "unseen.html scripts light 1280: keyboard: expected to see what has the focus: <a id=\"away\"",
        "source: html 1:",
        "quick file: request: expected none outside, found http://127.0.0.1:9/x.png",
        "quick file: console: told",
        "quick file: dialog: expected none, found open",
        "quick file: language: ",
        "quick file: reflow: ",
        "quick file: link: expected #nowhere in ",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    for line in [
        "scripts light 1280: color-contrast",
        "dark 768: color-contrast (serious): #small",
    ] {
        assert!(!said.contains(line), "{line}: {said}");
    }
}
