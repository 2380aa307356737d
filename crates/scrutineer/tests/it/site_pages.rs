//! The pages of the public site in a real browser: every kind of page, in both languages, with scripts and
//! without, where it is served, below a path and from a file; and the search for a polling place.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use scrutineer_testkit::scratch::Scratch;
use serde_json::Value;

use crate::browser::{Look, all_without_a_word, chromium, pages_script, without_a_word};
use crate::publication::{FIRST, keygen, publish};
use crate::serving::Served;
use crate::support::{ELECTION, PUBLISH, SHEETS, done, files, named_places};

const LISTEN: [&str; 2] = ["--listen", "127.0.0.1:0"];

/// Names of what is in a folder, those with fewer dots first.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_by_key(|name| (name.matches('.').count(), name.clone()));
    names
}

/// A page of every kind in one language: each of which there is one, and of those in a folder the first, of
/// divisions also the narrowest.
fn of_every_kind(site: &Path, language: &str) -> Vec<String> {
    let mut pages = Vec::new();
    for name in names(&site.join(language)) {
        if is_page(&name) {
            pages.push(format!("{language}/{name}"));
        } else if site.join(language).join(&name).is_dir() {
            let inside = names(&site.join(language).join(&name));
            let inside: Vec<&String> = inside.iter().filter(|name| is_page(name)).collect();
            pages.extend(
                inside
                    .first()
                    .map(|first| format!("{language}/{name}/{first}")),
            );
            if name == "r" {
                pages.extend(
                    inside
                        .last()
                        .map(|last| format!("{language}/{name}/{last}")),
                );
            }
        }
    }
    pages
}

#[test]
fn every_kind_of_page_works_where_it_is_served_below_a_path_and_from_a_file() {
    let Some(script) = pages_script() else { return };
    let Some(chromium) = chromium() else { return };
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "demo"]);
    let site = scratch.path().join("demo/bundle/site");
    let served = Served::start(
        &scratch,
        &[&["serve-site", "demo/bundle"], &LISTEN[..]].concat(),
    );
    let root = served.url.strip_suffix("site/").unwrap();
    let mut pages: Vec<String> = Vec::new();
    for language in ["en", "es"] {
        pages.extend(of_every_kind(&site, language));
    }
    assert!(pages.len() >= 2 * 16, "{pages:?}");
    pages.push("index.html".to_owned());
    let address = fs::read_dir(site.join("s"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    pages.push(format!("s/{}", address.file_name().display()));
    // Files of the bundle by their names for people are there only where the bundle itself is served.
    let served_as: Vec<String> = pages.iter().map(|page| format!("site/{page}")).collect();
    let served_as: Vec<&str> = served_as.iter().map(String::as_str).collect();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let below = Served::start(&scratch, &[&["serve-site", "."], &LISTEN[..]].concat());
    let authority = below.url.strip_suffix(below.path()).unwrap();
    let folder = fs::canonicalize(&site).unwrap();
    let looks = [
        Look::All(root, &served_as),
        Look::Quick(&format!("{authority}/demo/bundle/site/"), &pages),
        Look::Quick(&format!("file://{}/", folder.display()), &pages),
    ];
    all_without_a_word(&script, &chromium, &looks);
}

/// Two sources that differ, a reply, and a second release that corrects one sheet and withdraws another.
fn with_a_history(scratch: &Scratch) {
    let (before, rest) = ELECTION.split_once("[[source]]").unwrap();
    let (source, after) = rest.split_once("[[declaration]]").unwrap();
    let office = source
        .replace("id = \"sheets\"", "id = \"office\"")
        .replace("\"observer\"", "\"authority\"")
        .replace("sheets.csv", "office.csv");
    let text = format!("{before}[[source]]{source}[[source]]{office}[[declaration]]{after}");
    scratch.write("e/election.toml", text);
    scratch.write("e/sheets.csv", SHEETS);
    scratch.write("e/office.csv", SHEETS.replace("105,55\nP2", "55,105\nP2"));
    done(scratch, &PUBLISH);
    let report: Value = serde_json::from_str(&done(scratch, &["audit", "e", "--json"])).unwrap();
    let finding = report["findings"][0]["key"].as_str().unwrap();
    scratch.write("reply.txt", "We counted again.\n");
    let respond = [
        "respond",
        "bundle",
        "--state",
        "state",
        "--insecure-demo-key",
        "--finding",
        finding,
        "--by",
        "authority",
        "--text",
        "reply.txt",
        "--date",
        "2001-01-09",
    ];
    done(scratch, &respond);
    scratch.write("e/sheets.csv", SHEETS.replacen("105,55", "104,56", 1));
    let (kept, _) = SHEETS.split_once("P2").unwrap();
    scratch.write("e/office.csv", kept);
    done(scratch, &PUBLISH);
}

#[test]
fn pages_that_only_a_log_with_a_history_has_work_in_a_browser() {
    let Some(script) = pages_script() else { return };
    let Some(chromium) = chromium() else { return };
    let scratch = Scratch::new();
    with_a_history(&scratch);
    let bundle = scratch.path().join("bundle");
    assert_eq!(broken_links(&bundle), Vec::<String>::new());
    let site = bundle.join("site");
    let mut pages = Vec::new();
    for language in ["en", "es"] {
        let folder = site.join(language).join("c");
        let inside = names(&folder);
        assert!(inside.len() > 1, "{inside:?}");
        pages.extend(inside.iter().map(|name| format!("{language}/c/{name}")));
        let inside = names(&site.join(language).join("t"));
        pages.push(format!("{language}/t/{}", inside[0]));
        let findings = names(&site.join(language).join("f"));
        let has_reply = findings.iter().find(|name| {
            let page = fs::read_to_string(site.join(language).join("f").join(name)).unwrap();
            page.contains("We counted again.")
        });
        pages.push(format!("{language}/f/{}", has_reply.expect("the reply")));
        for name in ["index", "declared"] {
            pages.push(format!("{language}/{name}.html"));
        }
    }
    let home = fs::read_to_string(site.join("en/index.html")).unwrap();
    assert!(home.contains("Changed since"), "{home}");
    let pages: Vec<String> = pages.iter().map(|page| format!("site/{page}")).collect();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let served = Served::start(&scratch, &[&["serve-site", "bundle"], &LISTEN[..]].concat());
    let root = served.url.strip_suffix("site/").unwrap();
    without_a_word(&script, &chromium, root, &pages);
}

/// Values of attributes that name an address, and ids, of a page.
fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    page.split(&format!(" {name}=\""))
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

/// What is wrong with the links of the pages below a folder, each from its own place.
fn broken_links(root: &Path) -> Vec<String> {
    let mut pages: BTreeMap<String, Option<String>> = BTreeMap::new();
    for file in files(root) {
        let path = file
            .strip_prefix(root)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        let is_page = is_page(&path);
        let text = is_page.then(|| fs::read_to_string(&file).unwrap());
        pages.insert(path, text);
    }
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .filter_map(|(path, page)| Some((path.as_str(), page.as_deref()?)))
        .map(|(path, page)| (path, attributes(page, "id").into_iter().collect()))
        .collect();
    let mut wrong = Vec::new();
    for (path, page) in &pages {
        let Some(page) = page.as_deref().filter(|_| path.starts_with("site/")) else {
            continue;
        };
        let links = attributes(page, "href").into_iter();
        for link in links
            .chain(attributes(page, "src"))
            .chain(attributes(page, "data-index"))
        {
            if link == "data:," {
                continue;
            }
            let (to, fragment) = link.split_once('#').unwrap_or((link, ""));
            let target = if to.is_empty() {
                path.clone()
            } else {
                joined(path, to)
            };
            let is_there = pages.contains_key(&target);
            let fragment = fragment.replace("%25", "%");
            let is_named = fragment.is_empty()
                || ids
                    .get(target.as_str())
                    .is_some_and(|ids| ids.contains(fragment.as_str()));
            if !is_there || !is_named {
                wrong.push(format!("{path}: {link}"));
            }
        }
    }
    wrong
}

fn joined(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            parts.pop().unwrap();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[test]
fn every_link_of_a_bundles_pages_leads_to_a_file_of_it_and_a_place_on_it() {
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "demo"]);
    let bundle = scratch.path().join("demo/bundle");
    assert_eq!(broken_links(&bundle), Vec::<String>::new());
    fs::remove_file(bundle.join("site/es/about.html")).unwrap();
    assert!(
        !broken_links(&bundle).is_empty(),
        "a page that is gone is noticed"
    );
}

const PLACES: &str = "\
place,name,state,state_name,parish,parish_name,table,registered,ballots,valid,invalid,A,B
10,Liceo José Ángel Núñez,01,Bolívar,01,San José,1,200,165,160,5,105,55
10,Liceo José Ángel Núñez,01,Bolívar,01,San José,2,200,165,160,5,105,55
20,Escuela Ñandú,02,Falcón,01,Unión,1,200,165,160,5,105,55
20/ü,<b>Escuela</b> San Jose,02,Falcón,01,Unión,7,200,165,160,5,105,55
";

/// An election with names of places and divisions, and its bundle.
fn with_names() -> Scratch {
    let scratch = Scratch::new();
    keygen(&scratch, "log.example/named", "keys");
    scratch.write("in/election.toml", named_places());
    scratch.write("in/sheets.csv", PLACES);
    let run = publish(&scratch, &[&FIRST[..], &["--close"]].concat());
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    scratch
}

/// What was found for each query, and every further line.
fn search(script: &Path, chromium: &Path, page: &str, queries: &[&str]) -> Vec<Value> {
    let ran = Command::new("node")
        .arg(script.with_file_name("search.mjs"))
        .arg(page)
        .args(queries)
        .env("CHROMIUM", chromium)
        .output()
        .unwrap();
    let said = String::from_utf8(ran.stdout).unwrap();
    let told = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert_eq!(ran.status.code(), Some(0), "{said}{told}");
    said.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "one line for each query")]
fn a_place_is_found_by_any_part_of_its_names_and_a_table_by_its_number() {
    let Some(script) = pages_script() else { return };
    let Some(chromium) = chromium() else { return };
    let scratch = with_names();
    let site = fs::canonicalize(scratch.path().join("old/site")).unwrap();
    let liceo = "Liceo José Ángel Núñez 10 · Bolívar / San José";
    let expected: [(&str, &[&str], &str); 9] = [
        ("liceo", &[liceo], "t/all-1.html#p-10"),
        // In any order, with and without accents and capitals, with words of the divisions around.
        ("NUNEZ jose bolivar", &[liceo], "#p-10"),
        (
            "núñ 2",
            &["Liceo José Ángel Núñez, table 2 10 · Bolívar / San José"],
            "#10:2",
        ),
        (
            "10 1",
            &["Liceo José Ángel Núñez, table 1 10 · Bolívar / San José"],
            "#10:1",
        ),
        ("20 ñan", &["Escuela Ñandú 20 · Falcón / Unión"], "#p-20"),
        (
            "san jose",
            &[
                "San José Bolívar",
                liceo,
                "<b>Escuela</b> San Jose 20%2F%C3%BC · Falcón / Unión",
            ],
            "r/01.01.html",
        ),
        (
            "escuela jose",
            &["<b>Escuela</b> San Jose 20%2F%C3%BC · Falcón / Unión"],
            "#p-20_25_2F_25_C3_25_BC",
        ),
        (
            "escuela jose 7",
            &["<b>Escuela</b> San Jose, table 7 20%2F%C3%BC · Falcón / Unión"],
            "#20%252F%25C3%25BC:7",
        ),
        ("falcon liceo", &[], ""),
    ];
    let queries: Vec<&str> = expected.iter().map(|(query, ..)| *query).collect();
    let served = Served::start(&scratch, &[&["serve-site", "old"], &LISTEN[..]].concat());
    let base = served.url.trim_end_matches('/').to_owned();
    let folder = format!("file://{}", site.display());
    for root in [&base, &folder] {
        let said = search(
            &script,
            &chromium,
            &format!("{root}/en/index.html"),
            &queries,
        );
        for ((query, options, leads), found) in expected.iter().zip(&said) {
            assert_eq!(
                found["options"],
                serde_json::json!(options),
                "{query}: {found}"
            );
            assert_eq!(found["barriers"], serde_json::json!([]), "{query}: {found}");
            assert_eq!(found["fits"], true, "{query}: {found}");
            if options.is_empty() {
                assert!(
                    found["said"].as_str().unwrap().starts_with("Nothing found"),
                    "{found}"
                );
            } else {
                assert_eq!(found["isNamed"], true, "{query}: {found}");
                let led = found["leads"].as_str().unwrap();
                assert!(
                    led.starts_with(root.as_str())
                        && led.contains(leads.trim_start_matches("t/all-1.html")),
                    "{query}: {led}"
                );
                place_of(&site, led.strip_prefix(root.as_str()).unwrap());
            }
        }
        // The index is asked for when it is needed, and nothing else ever is but the checkpoint, for its signatures.
        let [asked, rest @ ..] = &said[expected.len()..] else {
            panic!("{said:?}");
        };
        assert_eq!(rest, [] as [Value; 0], "nothing on the console");
        let is_index = |url: &Value| url.as_str().unwrap().contains("/a/find-");
        let list = |name: &str| asked[name].as_array().unwrap().clone();
        assert!(!list("before").iter().any(is_index), "{asked}");
        assert!(list("after").iter().any(is_index), "{asked}");
        for url in list("before").iter().chain(&list("after")) {
            let url = url.as_str().unwrap();
            let is_checkpoint = url.strip_suffix("checkpoint") == root.strip_suffix("site");
            assert!(url.starts_with(root.as_str()) || is_checkpoint, "{url}");
        }
    }
    let said = search(
        &script,
        &chromium,
        &format!("{base}/es/index.html"),
        &["nunez 2"],
    );
    assert_eq!(
        said[0]["options"][0],
        "Liceo José Ángel Núñez, mesa 2 10 · Bolívar / San José"
    );
}

/// Asserts that an address leads to a page and a place on it.
fn place_of(site: &Path, address: &str) {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let page = fs::read_to_string(site.join(path.trim_start_matches('/'))).unwrap();
    let id = fragment.replace("%25", "%");
    assert!(
        id.is_empty() || attributes(&page, "id").contains(&id.as_str()),
        "{address}"
    );
}

fn is_page(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| end == "html")
}
