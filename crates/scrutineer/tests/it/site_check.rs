//! The check in the page of a station, in a real browser: a whole bundle, its proof in the hands of the
//! command, and bundles in which something was changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use scrutineer_testkit::scratch::Scratch;
use serde_json::Value;

use crate::browser::{chromium, pages_script};
use crate::publication::{FIRST, keygen, publish};
use crate::serving::Served;
use crate::support::{ELECTION, done, json, run};

/// The programs that a check needs, where they are installed.
struct Browser {
    script: PathBuf,
    chromium: PathBuf,
}

fn browser() -> Option<Browser> {
    Some(Browser {
        script: pages_script()?.with_file_name("station.mjs"),
        chromium: chromium()?,
    })
}

impl Browser {
    /// Presses the button of a station on a page, says what came of it, and sees nothing on the console.
    fn check(&self, page: &str, station: &str, further: &[&str]) -> Value {
        let line = self.press(page, station, further);
        assert_eq!(line["console"], serde_json::json!([]), "{line}");
        line
    }

    fn press(&self, page: &str, station: &str, further: &[&str]) -> Value {
        let ran = Command::new("node")
            .arg(&self.script)
            .args([page, station])
            .args(further)
            .env("CHROMIUM", &self.chromium)
            .output()
            .unwrap();
        let said = String::from_utf8(ran.stdout).unwrap();
        let told = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!(ran.status.code(), Some(0), "{said}{told}");
        let line: Value = serde_json::from_str(&said).unwrap();
        for empty in ["barriers", "outside"] {
            assert_eq!(line[empty], serde_json::json!([]), "{empty}: {line}");
        }
        assert_eq!(line["isInside"], true, "the focus is in the dialog: {line}");
        assert_eq!(line["fits"], true, "{line}");
        assert_eq!(line["isNarrow"], true, "{line}");
        let back = line["back"].as_str().unwrap();
        assert!(back.ends_with(&format!(": {station}")), "{back}");
        line
    }
}

fn serve(scratch: &Scratch, bundle: &str) -> Served {
    Served::start(scratch, &["serve-site", bundle, "--listen", "127.0.0.1:0"])
}

/// The first page of stations of a site in a language, and a station on it that has an entry.
fn page_of_stations(site: &Path, language: &str) -> (String, String) {
    let mut names: Vec<PathBuf> = fs::read_dir(site.join(language).join("t"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    let word = if language == "en" {
        "entry "
    } else {
        "asiento "
    };
    for name in names {
        let page = fs::read_to_string(&name).unwrap();
        let Some((before, _)) = page.split_once(word) else {
            continue;
        };
        let row = before.rsplit("<tr id=\"").next().unwrap();
        let station = row.split('"').next().unwrap();
        let name = name.file_name().unwrap().to_str().unwrap();
        return (format!("{language}/t/{name}"), station.to_owned());
    }
    panic!("no station with an entry");
}

fn states(line: &Value) -> Vec<&str> {
    let steps = line["steps"].as_array().unwrap();
    steps.iter().map(|step| step[0].as_str().unwrap()).collect()
}

#[test]
fn ones_own_station_is_found_and_checked_in_the_page_and_its_proof_is_accepted_by_the_command() {
    let Some(browser) = browser() else { return };
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "demo"]);
    let site = scratch.path().join("demo/bundle/site");
    let served = serve(&scratch, "demo/bundle");
    let base = served.url.trim_end_matches('/');
    let (page, station) = page_of_stations(&site, "en");
    let saved = scratch.path().join("saved.tlog-proof");
    let save = ["--find", &station, "--save", saved.to_str().unwrap()];

    // From the first page to one's own station, to what is checked there, to its proof, to the command.
    let line = browser.check(&format!("{base}/en/index.html"), &station, &save);
    let place = line["page"].as_str().unwrap();
    assert_eq!(
        place.split('#').next(),
        Some(&*format!("/site/{page}")),
        "{line}"
    );
    assert_eq!(line["verdict"], "part", "{line}");
    assert_eq!(states(&line), ["holds", "holds", "holds", "unchecked"]);
    // On a telephone the numbers of the station stand in lines, name by name.
    let rows = line["rows"].as_array().unwrap();
    let cells: Vec<&Value> = rows
        .iter()
        .flat_map(|pair| pair.as_array().unwrap())
        .collect();
    assert!(cells.len() > 10, "{line}");
    assert_eq!(line["lines"], serde_json::json!([cells]), "{line}");
    let text = line["text"].as_str().unwrap();
    assert!(
        text.contains("it is not an independent verification"),
        "{text}"
    );
    assert!(text.contains("scrutineer verify "), "{text}");
    let verify = ["verify", "saved.tlog-proof", "--policy", "demo/policy.txt"];
    done(&scratch, &verify);
    // The command writes a proof for each record of the station; that of the sheet is the one of the page.
    let proof = [
        "proof",
        "demo/bundle",
        "--station",
        &station,
        "--out",
        "own.tlog-proof",
    ];
    let made = json(&scratch, &[&proof[..], &["--json"]].concat());
    let made = made["files"].as_array().unwrap();
    let own = made.iter().find(|file| file["kind"] == "sheet").unwrap();
    let own = fs::read(scratch.path().join(own["file"].as_str().unwrap())).unwrap();
    assert_eq!(
        fs::read(&saved).unwrap(),
        own,
        "the proof of the page and of the command"
    );
    // A proof of another record is refused.
    let text = String::from_utf8(own)
        .unwrap()
        .replacen("\nextra ", "\nextra A", 1);
    fs::write(&saved, text).unwrap();
    assert_ne!(run(&scratch, &verify).code, 0);

    let policy = scratch.path().join("demo/policy.txt");
    let policy = ["--policy", policy.to_str().unwrap()];
    let (page, station) = page_of_stations(&site, "es");
    let line = browser.check(&format!("{base}/{page}"), &station, &policy);
    assert_eq!(line["verdict"], "good", "{line}");
    assert_eq!(states(&line), ["holds"; 4], "{line}");
    let text = line["text"].as_str().unwrap();
    assert!(
        text.contains("no es una verificación independiente"),
        "{text}"
    );
}

#[test]
fn a_page_from_a_file_names_the_command_and_so_does_a_page_without_scripts() {
    let Some(browser) = browser() else { return };
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "demo"]);
    let site = fs::canonicalize(scratch.path().join("demo/bundle/site")).unwrap();
    let (page, station) = page_of_stations(&site, "en");
    let line = browser.check(&format!("file://{}/{page}", site.display()), &station, &[]);
    assert_eq!(line["verdict"], Value::Null, "{line}");
    let command = format!("scrutineer proof BUNDLE --station {station} --out ");
    assert!(line["text"].as_str().unwrap().contains(&command), "{line}");
    let plain = fs::read_to_string(site.join(page)).unwrap();
    assert!(plain.contains("scrutineer proof BUNDLE --station "));
}

/// Changes the first place of a file where `from` stands, to something as long.
fn change(file: &Path, from: &[u8], to: &[u8]) {
    let mut bytes = fs::read(file).unwrap();
    let at = bytes
        .windows(from.len())
        .position(|part| part == from)
        .unwrap();
    bytes.splice(at..at + from.len(), to.iter().copied());
    fs::write(file, bytes).unwrap();
}

/// The cells of a row and its end.
fn false_cells(row: &str) -> &str {
    row.split_once("</th>").unwrap().1
}

/// A name, the file, what stands in it and what is put there, what the page must say, and the page's query.
type Changed<'a> = (&'a str, PathBuf, Vec<u8>, Vec<u8>, &'a [&'a str], &'a str);

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one case for each thing that can be changed"
)]
fn what_was_changed_in_a_bundle_is_reported_in_the_page() {
    let Some(browser) = browser() else { return };
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "demo"]);
    let bundle = scratch.path().join("demo/bundle");
    let (page, _) = page_of_stations(&bundle.join("site"), "en");
    let html = fs::read_to_string(bundle.join("site").join(&page)).unwrap();
    // Records stand in a random order: a station whose record is in a full tile.
    let (station, row, leaf) = html
        .split("<tr id=\"")
        .skip(1)
        .find_map(|row| {
            let leaf = row.split("entry ").nth(1)?.split(' ').next()?;
            let leaf: usize = leaf.parse().ok()?;
            let is_full = bundle.join(format!("tile/0/{:03}", leaf / 256)).is_file();
            let (station, row) = row.split_once('"')?;
            is_full.then_some((station, row, leaf))
        })
        .unwrap();
    let tile = format!("{:03}", leaf / 256);
    let policy = scratch.path().join("demo/policy.txt");
    let policy = ["--policy", policy.to_str().unwrap()];
    let checkpoint = fs::read_to_string(bundle.join("checkpoint")).unwrap();
    let root = checkpoint.lines().nth(2).unwrap();
    let other = format!(
        "{}{}",
        if root.starts_with('A') { 'B' } else { 'A' },
        &root[1..]
    );
    let hash_at = |index: usize| {
        let hashes = fs::read(bundle.join("tile/0").join(&tile)).unwrap();
        hashes[32 * (index % 256)..][..32].to_vec()
    };
    let record = format!("\"station\":\"{station}\"");
    let signature = checkpoint.lines().last().unwrap();
    let (name, digits) = signature.rsplit_once(' ').unwrap();
    let forged = format!("{name} {}{}", &digits[..40], {
        let rest = &digits[40..];
        let first = if rest.starts_with('A') { 'B' } else { 'A' };
        format!("{first}{}", &rest[1..])
    });
    let first_cell = row.split("<td>").nth(1).unwrap().split('<').next().unwrap();
    let own_row = format!(
        "<tr id=\"{station}\"{}</tr>",
        row.split("</tr>").next().unwrap()
    );
    let cells: String = own_row
        .split_inclusive("</th>")
        .nth(1)
        .unwrap_or_default()
        .to_owned();
    let false_row = own_row.replacen(
        &format!("<td>{first_cell}"),
        &format!("<td>9{first_cell}"),
        1,
    );
    let marked = own_row.replacen("</th>", " <small>superseded</small></th>", 1);
    let as_text = own_row.replacen(
        &format!("<td>{first_cell}"),
        &format!("<td>{first_cell} or 1"),
        1,
    );
    let beside =
        |class: &str| format!("<tr class=\"{class}\"><th></th>{}", false_cells(&false_row));
    let cases: [Changed<'_>; 10] = [
        // A record of the station, in its bundle of entries.
        (
            "record",
            bundle.join("tile/entries").join(&tile),
            record.clone().into_bytes(),
            record.replace("station", "stbtion").into_bytes(),
            &["log-tile"],
            "",
        ),
        // The hash of the record, and of its neighbour, in a tile.
        (
            "own hash",
            bundle.join("tile/0").join(&tile),
            hash_at(leaf),
            vec![7; 32],
            &["log-tile"],
            "",
        ),
        (
            "hash beside",
            bundle.join("tile/0").join(&tile),
            hash_at(leaf ^ 1),
            vec![7; 32],
            &["proof-root"],
            "",
        ),
        // The root and the signature of the checkpoint.
        (
            "root",
            bundle.join("checkpoint"),
            root.as_bytes().to_vec(),
            other.into_bytes(),
            &["proof-root"],
            "",
        ),
        (
            "signature",
            bundle.join("checkpoint"),
            signature.as_bytes().to_vec(),
            forged.into_bytes(),
            &["signature-not-valid"],
            "",
        ),
        // A number of the page.
        (
            "page",
            bundle.join("site").join(&page),
            format!(
                "<tr id=\"{station}\"{}",
                row.split(first_cell).next().unwrap()
            )
            .into_bytes(),
            format!(
                "<tr id=\"{station}\"{}9",
                row.split(first_cell).next().unwrap()
            )
            .into_bytes(),
            &[],
            &format!("9,{first_cell} on this page, {first_cell} in the record"),
        ),
        // A false row, and the true one kept below as if it had been replaced.
        (
            "row beside",
            bundle.join("site").join(&page),
            own_row.clone().into_bytes(),
            format!("{false_row}<tr><th scope=\"row\"><small>superseded</small></th>{cells}")
                .into_bytes(),
            &[],
            &format!("9,{first_cell} on this page, {first_cell} in the record"),
        ),
        // More than a number, and a false row that says it is a sum.
        (
            "text",
            bundle.join("site").join(&page),
            own_row.clone().into_bytes(),
            as_text.into_bytes(),
            &[],
            &format!("{first_cell} or 1 on this page, {first_cell} in the record"),
        ),
        (
            "sum",
            bundle.join("site").join(&page),
            own_row.clone().into_bytes(),
            format!("{}{own_row}", beside("total")).into_bytes(),
            &[],
            &format!("a row stands for no entry: 9,{first_cell}"),
        ),
        // The row that holds, marked as one that does not.
        (
            "mark",
            bundle.join("site").join(&page),
            own_row.clone().into_bytes(),
            marked.into_bytes(),
            &[],
            "marked as superseded on this page; by the log it is the reading that holds",
        ),
    ];
    for (what, file, from, to, reasons, said) in cases {
        let kept = fs::read(&file).unwrap();
        change(&file, &from, &to);
        let served = serve(&scratch, "demo/bundle");
        let base = served.url.trim_end_matches('/');
        let line = browser.check(&format!("{base}/{page}"), station, &policy);
        assert_eq!(line["verdict"], "bad", "{what}: {line}");
        for reason in reasons {
            assert!(
                line["reasons"]
                    .as_array()
                    .unwrap()
                    .contains(&Value::from(*reason)),
                "{what}: {line}"
            );
        }
        assert!(
            line["text"].as_str().unwrap().contains(said),
            "{what}: {line}"
        );
        assert!(
            line["text"].as_str().unwrap().contains("Not verified"),
            "{what}: {line}"
        );
        fs::write(&file, kept).unwrap();
    }
    // A row of copies has no entry by which anybody could say that it is false.
    let file = bundle.join("site").join(&page);
    let kept = fs::read(&file).unwrap();
    let copies = format!("{own_row}{}", beside("copies"));
    change(&file, own_row.as_bytes(), copies.as_bytes());
    let served = serve(&scratch, "demo/bundle");
    let address = format!("{}/{page}", served.url.trim_end_matches('/'));
    let line = browser.check(&address, station, &policy);
    assert_eq!(line["verdict"], "part", "{line}");
    let text = line["text"].as_str().unwrap();
    assert!(
        text.contains("sources that are not named were not compared"),
        "{text}"
    );
    assert!(
        text.contains("Not compared are the titles of the columns"),
        "{text}"
    );
    fs::write(&file, kept).unwrap();
    // A tile that is gone, and a policy of another log.
    let file = bundle.join("tile/0").join(&tile);
    let kept = fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    let served = serve(&scratch, "demo/bundle");
    let address = format!("{}/{page}", served.url.trim_end_matches('/'));
    let line = browser.press(&address, station, &policy);
    assert_eq!(line["reasons"][0], "log-missing-file", "{line}");
    let told = line["console"].to_string();
    assert!(told.contains("404"), "the browser itself tells it: {told}");
    fs::write(&file, kept).unwrap();
    keygen(&scratch, "log.example/other", "keys");
    let other = scratch.path().join("keys/policy.txt");
    let line = browser.check(&address, station, &["--policy", other.to_str().unwrap()]);
    assert_eq!(line["verdict"], "bad", "{line}");
    assert_eq!(line["reasons"][0], "signature-no-log", "{line}");
}

/// The page Verify takes a proof from a file, and says which entry it is of and what that says.
#[test]
fn a_proof_is_checked_on_the_page_and_what_it_shows_is_said() {
    let Some(browser) = browser() else { return };
    let scratch = Scratch::new();
    done(&scratch, &["demo", "--out", "demo"]);
    let site = scratch.path().join("demo/bundle/site");
    let (_, station) = page_of_stations(&site, "en");
    let proof = ["proof", "demo/bundle", "--station", &station];
    let made = json(
        &scratch,
        &[&proof[..], &["--out", "own.tlog-proof", "--json"]].concat(),
    );
    let made = made["files"].as_array().unwrap();
    let own = made.iter().find(|file| file["kind"] == "sheet").unwrap();
    let own = scratch.path().join(own["file"].as_str().unwrap());
    let text = fs::read_to_string(&own).unwrap();
    let leaf = text
        .lines()
        .find_map(|line| line.strip_prefix("index "))
        .unwrap();
    let served = serve(&scratch, "demo/bundle");
    let page = format!("{}/en/verify.html", served.url.trim_end_matches('/'));
    let ran = Command::new("node")
        .arg(browser.script.with_file_name("proof.mjs"))
        .args([
            page.as_str(),
            scratch.path().join("demo/policy.txt").to_str().unwrap(),
            own.to_str().unwrap(),
        ])
        .env("CHROMIUM", &browser.chromium)
        .output()
        .unwrap();
    let said = String::from_utf8(ran.stdout).unwrap();
    assert_eq!(
        ran.status.code(),
        Some(0),
        "{said}{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let line: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(line["console"], serde_json::json!([]), "{line}");
    let said = line["text"].as_str().unwrap();
    for part in [
        format!("what follows is entry {leaf} of a log of "),
        station,
        "A later entry may stand in its place".to_owned(),
    ] {
        assert!(said.contains(&part), "{part}: {line}");
    }
}

/// Two sources, two tickets of one option, a number that was not read, a number that one form has not.
#[test]
fn records_of_several_sources_and_tickets_are_compared_with_their_own_rows() {
    let Some(browser) = browser() else { return };
    let scratch = Scratch::new();
    keygen(&scratch, "log.example/two", "keys");
    let (head, source) = ELECTION.split_once("[[source]]").unwrap();
    let (source, declaration) = source.split_once("[[declaration]]").unwrap();
    let tickets = "\
  [[contest.ticket]]\n  id = \"A1\"\n  name = \"Ash one\"\n  option = \"A\"\n\
  [[contest.ticket]]\n  id = \"B1\"\n  name = \"Birch\"\n  option = \"B\"\n\
  [[contest.ticket]]\n  id = \"A2\"\n  name = \"Ash two\"\n  option = \"A\"\n";
    let head = head.replacen(
        "  [[contest.register]]",
        &format!("{tickets}  [[contest.register]]"),
        1,
    );
    let source = source.replace(
        "A = \"A\"\nB = \"B\"",
        "A1 = \"A1\"\nB1 = \"B\"\nA2 = \"A2\"",
    );
    let second = source
        .replace("id = \"sheets\"", "id = \"second\"")
        .replace("sheets.csv", "second.csv")
        .replace("invalid = \"invalid\"\n", "")
        .replace(
            "[[source.identity]]\nholds = \"valid + invalid = ballots\"\n",
            "",
        );
    let election =
        format!("{head}[[source]]{source}[[source]]{second}[[declaration]]{declaration}");
    scratch.write("in/election.toml", election);
    scratch.write(
        "in/sheets.csv",
        "place,table,registered,ballots,valid,invalid,A1,A2,B\n\
         P1,1,2000,1765,1760,5,1100,605,55\nP2,1,200,165,160,5,100,5,55\n",
    );
    scratch.write(
        "in/second.csv",
        "place,table,registered,ballots,valid,A1,A2,B\nP1,1,2000,1765,1760,1100,605,55\nP2,1,200,165,160,100,,55\n",
    );
    let run = publish(&scratch, &[&FIRST[..], &["--close"]].concat());
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let served = serve(&scratch, "old");
    let base = served.url.trim_end_matches('/');
    for language in ["en", "es"] {
        for station in ["P1:1", "P2:1"] {
            let page = format!("{base}/{language}/t/all-1.html");
            let line = browser.check(&page, station, &[]);
            assert_eq!(line["verdict"], "part", "{language} {station}: {line}");
            // Both entries: checkpoint, record, page, signatures.
            let one = ["holds", "holds", "holds", "unchecked"];
            assert_eq!(states(&line), [one, one].concat(), "{station}: {line}");
        }
    }
}
