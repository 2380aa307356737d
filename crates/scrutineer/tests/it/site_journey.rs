//! The way from the first page to one's own station: clicks, bytes, and what a slow connection makes of them.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;
use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared;
use serde_json::Value;

use crate::browser::{chromium, pages_script};
use crate::serving::Served;
use crate::support::{done, files};

/// A connection of the second generation, as `journey.mjs` emulates it: bits a second, and seconds that each
/// answer waits.
const RATE: f64 = 250_000.0;
const WAIT: f64 = 0.3;

/// The addresses of the pages around a page of stations, the widest first, and its own.
fn way(site: &Path, language: &str, page: &Path) -> Vec<String> {
    let html = fs::read_to_string(page).unwrap();
    let around = html.split("class=\"around\"").nth(1).unwrap();
    let around = around.split("</nav>").next().unwrap();
    let mut way: Vec<String> = around
        .split("href=\"../")
        .skip(1)
        .map(|rest| format!("{language}/{}", rest.split('"').next().unwrap()))
        .collect();
    // A page of several divisions stands in what is around them all; its rows lead to each.
    let rows = html.split("<tr class=\"place\"").nth(1).unwrap();
    let rows = rows.split("</tr>").next().unwrap();
    if let Some(own) = rows.split("href=\"../r/").nth(1) {
        let own = format!("{language}/r/{}", own.split('"').next().unwrap());
        if way.last() != Some(&own) {
            way.push(own);
        }
    }
    way.push(
        page.strip_prefix(site)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned(),
    );
    way
}

fn pages_of_stations(site: &Path, language: &str) -> Vec<PathBuf> {
    files(&site.join(language).join("t"))
}

struct Browser {
    script: PathBuf,
    chromium: PathBuf,
}

impl Browser {
    fn journey(&self, home: &str, way: &[String], has_scripts: bool) -> Value {
        let ran = Command::new("node")
            .arg(self.script.with_file_name("journey.mjs"))
            .arg(home)
            .args(way)
            .env("CHROMIUM", &self.chromium)
            .env("SCRIPTS", if has_scripts { "on" } else { "off" })
            .output()
            .unwrap();
        let said = String::from_utf8(ran.stdout).unwrap();
        let told = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!(ran.status.code(), Some(0), "{said}{told}");
        serde_json::from_str(&said).unwrap()
    }
}

/// Goes to stations at the beginning, in the middle and at the end of a site, and prints what it took.
#[expect(clippy::print_stderr, reason = "the figures are what the test is for")]
fn go(browser: &Browser, site: &Path, base: &str) {
    for (language, has_scripts) in [("en", false), ("es", true)] {
        let pages = pages_of_stations(site, language);
        for at in [0, pages.len() / 2, pages.len() - 1] {
            let way = way(site, language, &pages[at]);
            let home = format!("{base}/{language}/index.html");
            let taken = browser.journey(&home, &way, has_scripts);
            eprintln!("{}: {taken}", way.last().unwrap());
            assert!(taken["clicks"].as_u64().unwrap() <= 3, "{taken}");
            let steps = taken["pages"].as_array().unwrap();
            let first = steps[0]["bytes"].as_u64().unwrap();
            assert!((1_000..60_000).contains(&first), "the first view: {taken}");
            // The time is a matter of the machine; what the connection alone takes is not. Each page waits for
            // a connection, for itself, and for what it names.
            let bits = taken["bytes"].as_f64().unwrap() * 8.0;
            let answers = f64::from(u32::try_from(steps.len()).unwrap()) * 3.0;
            let seconds = bits / RATE + answers * WAIT;
            assert!(seconds < 10.0, "{seconds}: {taken}");
        }
    }
}

fn browser() -> Option<Browser> {
    Some(Browser {
        script: pages_script()?,
        chromium: chromium()?,
    })
}

fn serve(scratch: &Scratch, bundle: &str) -> Served {
    Served::start(scratch, &["serve-site", bundle, "--listen", "127.0.0.1:0"])
}

#[test]
fn ones_own_station_is_three_clicks_away_on_a_slow_connection() {
    let Some(browser) = browser() else { return };
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "demo"]);
    let served = serve(&scratch, "demo/bundle");
    let base = served.url.trim_end_matches('/');
    go(&browser, &scratch.path().join("demo/bundle/site"), base);
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

/// The real thing: 24,532 stations of ten options.
#[test]
fn the_pages_of_venezuela_keep_their_limits_and_their_stations_are_near() {
    let Some(shared) = shared::dir() else { return };
    let folder = shared::workspace_root().join("examples/venezuela-2024");
    let scratch = Scratch::new();
    let publish = ["publish", folder.to_str().unwrap(), "--mirror"];
    let data = shared.join("data");
    let out = [
        "--portable",
        "--out",
        "b",
        "--state",
        "s",
        "--close",
        "--insecure-demo-key",
    ];
    done(
        &scratch,
        &[&publish[..], &[data.to_str().unwrap()], &out[..]].concat(),
    );
    let site = scratch.path().join("b/site");
    for language in ["en", "es"] {
        let read = |name: &str| fs::read(site.join(language).join(name)).unwrap();
        let home = read("index.html");
        let text = String::from_utf8(home.clone()).unwrap();
        // The answers with their conditions, who supplied how much, and the date.
        let answers = text.find("id=\"answers\"").unwrap();
        let end = answers + text[answers..].find("</section>").unwrap();
        let section = &text[answers..end];
        let last = section.rfind("class=\"statement\"").unwrap();
        let supply = last + section[last..].find("532").unwrap();
        assert!(section[supply..].contains("class=\"lead\""), "{section}");
        assert!(end < 14_000, "{language}: the answers end at byte {end}");
        // The page, and everything that it names in its head.
        let head = text.split("</head>").next().unwrap();
        let named = head
            .split("../a/")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap());
        let loaded: usize = named
            .map(|name| compressed(&fs::read(site.join("a").join(name)).unwrap()))
            .sum();
        let first = compressed(&home) + loaded;
        assert!(
            (5_000..60_000).contains(&first),
            "{language}: the first view has {first} bytes"
        );
        let results = compressed(&read("results.html"));
        assert!(
            (1_000..10_000).contains(&results),
            "{language}: the national summary has {results} bytes"
        );
        for page in pages_of_stations(&site, language) {
            let bytes = fs::metadata(&page).unwrap().len();
            assert!(bytes < 50_000, "{}: {bytes} bytes", page.display());
        }
    }
    // What the search loads at the first key.
    let index = fs::read_to_string(site.join("en/index.html")).unwrap();
    let root = index
        .split("data-index=\"../")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let root = compressed(&fs::read(site.join(root)).unwrap());
    assert!(
        (1_000..40_000).contains(&root),
        "the index of the search has {root} bytes"
    );
    let Some(browser) = browser() else { return };
    let served = serve(&scratch, "b");
    go(&browser, &site, served.url.trim_end_matches('/'));
}
