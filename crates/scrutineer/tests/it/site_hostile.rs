//! Names that try to be something else, in a real browser; and the further pages of long lists, which the same
//! election has.

use std::fmt::Write as _;
use std::fs;

use scrutineer_testkit::scratch::Scratch;

use crate::browser::{Look, all_without_a_word, chromium, pages_script};
use crate::serving::Served;
use crate::support::{PUBLISH, done, named_places};

/// Tables with a finding each: more than one page has room for.
const TABLES: u32 = 310;

const SCRIPT: &str = "<script>alert(1)</script>";
const PICTURE: &str = "\"><img src=x onerror=alert(1)>";
const ATTRIBUTE: &str = "' onmouseover='alert(1)' autofocus onfocus='alert(1)";
const ENDS: &str = "</title></style></main>--> ]]> &lt;b&gt;";
const TURNED: &str = "\u{202e}txt.exe { $name } %s";

/// An election in which whatever can have a name has one of these, or one of 10,000 letters.
fn election(scratch: &Scratch) {
    let long = "x".repeat(10_000);
    let text = |name: &str| serde_json::to_string(name).unwrap();
    let description = named_places()
        .replace("\"Tiny election\"", &text(ENDS))
        .replace("\"Office\"", &text(PICTURE))
        .replace("\"Ash\"", &text(SCRIPT))
        .replace("\"Birch\"", &text(&long))
        .replace("\"Office of elections\"", &text(ATTRIBUTE))
        .replace("\"copies\"", &text(TURNED))
        .replace("total = 490", "total = 40000");
    scratch.write("e/election.toml", description);
    let quoted = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
    let mut rows = String::from(
        "place,name,state,state_name,parish,parish_name,table,registered,ballots,valid,invalid,A,B\n",
    );
    let places = [SCRIPT, PICTURE, ATTRIBUTE, ENDS, TURNED, &long];
    for table in 1..=TABLES {
        let place = places[table as usize % places.len()];
        let state = if table % 2 == 0 { &long } else { PICTURE };
        writeln!(
            rows,
            "{},{},{:02},{},01,{},{table},100,165,160,5,105,55",
            quoted(&place.chars().take(30).collect::<String>()),
            quoted(place),
            table % 2,
            quoted(state),
            quoted(SCRIPT),
        )
        .unwrap();
    }
    scratch.write("e/sheets.csv", rows);
}

#[test]
fn hostile_names_and_the_further_pages_of_long_lists_work_in_a_browser() {
    let Some(script) = pages_script() else { return };
    let Some(chromium) = chromium() else { return };
    let scratch = Scratch::new();
    election(&scratch);
    done(&scratch, &PUBLISH);
    let site = fs::canonicalize(scratch.path().join("bundle/site")).unwrap();
    let names = |folder: &str| -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(site.join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    let mut pages = Vec::new();
    for language in ["en", "es"] {
        for name in ["index", "results", "declared", "findings", "evidence"] {
            pages.push(format!("{language}/{name}.html"));
        }
        let findings = names(&format!("{language}/f"));
        // Of each kind: a division, a code, and what did not fit on the first page of a code.
        for is_kind in [
            (|name| name.starts_with("in-")) as fn(&String) -> bool,
            |name| name.ends_with("_2.html"),
            |name| name.starts_with("e-501"),
        ] {
            let name = findings.iter().find(|name| is_kind(name));
            pages.push(format!(
                "{language}/f/{}",
                name.unwrap_or_else(|| panic!("{findings:?}"))
            ));
        }
        for folder in ["r", "t"] {
            let names = names(&format!("{language}/{folder}"));
            for name in [names.first(), names.last()] {
                pages.push(format!("{language}/{folder}/{}", name.unwrap()));
            }
        }
    }
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let listen = ["serve-site", "bundle", "--listen", "127.0.0.1:0"];
    let served = Served::start(&scratch, &listen);
    // From a file only the page itself carries its policy. One language is enough there.
    let folder = format!("file://{}/", site.display());
    let whole: Vec<&str> = pages
        .iter()
        .copied()
        .filter(|path| path.starts_with("en/f/") || path.starts_with("en/t/"))
        .collect();
    let looks = [
        Look::All(&served.url, &whole),
        Look::Quick(&served.url, &pages),
        Look::Quick(&folder, &pages[..pages.len() / 2]),
    ];
    all_without_a_word(&script, &chromium, &looks);
}
