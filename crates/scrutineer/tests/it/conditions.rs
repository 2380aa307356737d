//! The conditions of the vote behind an audit: nothing of the audit moves, the parts stand in their order,
//! joins count what the files say, and nothing private reaches an output.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::workspace_root;
use serde_json::Value;

use crate::browser::{chromium, pages_script, without_a_word};
use crate::support::{done, files, json, run};

/// Folders and files of the conditions.
const PARTS: [&str; 4] = ["incidents", "measurements", "indices", "disclosure.toml"];

fn example(name: &str) -> PathBuf {
    workspace_root().join("examples").join(name)
}

/// Copies an example to `name`, without the conditions unless `with`.
pub(crate) fn copied(scratch: &Scratch, example_name: &str, name: &str, with: bool) {
    let from = example(example_name);
    for path in files(&from) {
        let inside = path.strip_prefix(&from).unwrap();
        let first = inside.components().next().unwrap();
        let is_condition = PARTS.iter().any(|part| first.as_os_str() == *part);
        if with || !is_condition {
            let to = scratch.path().join(name).join(inside);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(&path, to).unwrap();
        }
    }
}

fn both() -> (Scratch, Scratch) {
    let (with, without) = (Scratch::new(), Scratch::new());
    copied(&with, "conditions-synthetic", "e", true);
    copied(&without, "conditions-synthetic", "e", false);
    (with, without)
}

#[test]
fn removing_the_folders_changes_no_byte_of_the_audit() {
    let (with, without) = both();
    for form in [
        &["audit", "e", "--json"][..],
        &["audit", "e", "--full"],
        &["audit", "e", "--brief"],
        &["audit", "e", "--by", "region", "--lang", "es"],
        &["check", "e", "--json"],
        &["forensics", "e", "--json"],
    ] {
        let (a, b) = (run(&with, form), run(&without, form));
        assert!(a.out.len() > 200, "{form:?}: {}", a.err);
        assert_eq!((a.code, a.out), (b.code, b.out), "{form:?}");
    }
    let page = |scratch: &Scratch| {
        done(scratch, &["audit", "e", "--html", "page.html"]);
        fs::read_to_string(scratch.path().join("page.html")).unwrap()
    };
    assert_eq!(page(&with), page(&without));
    // The comparison sees a byte: another folder has another report.
    let other = Scratch::new();
    copied(&other, "synthetic", "e", true);
    let form = ["audit", "e", "--json"];
    assert_ne!(done(&with, &form), done(&other, &form));
}

#[test]
fn a_dossier_is_the_same_with_one_thread_and_with_seven() {
    let (with, _) = both();
    let of = |threads: &str| {
        let form = [
            "audit",
            "e",
            "--json",
            "--with-conditions",
            "--threads",
            threads,
        ];
        done(&with, &form)
    };
    assert_eq!(of("1"), of("7"));
}

#[test]
fn the_audit_of_a_dossier_is_the_audit_to_the_byte() {
    let (with, without) = both();
    let shown = |form: &[&str]| {
        let dossier = [form, &["--with-conditions"]].concat();
        (done(&with, &dossier), done(&without, form))
    };
    for language in ["en", "es"] {
        for form in [
            &["audit", "e", "--lang", language][..],
            &["audit", "e", "--lang", language, "--full"],
            &["audit", "e", "--lang", language, "--brief"],
        ] {
            let (dossier, audit) = shown(form);
            assert!(dossier.starts_with(&audit), "{form:?}");
            assert!(dossier.len() > audit.len() + 500, "{form:?}");
        }
        let html = |scratch: &Scratch, more: &[&str]| {
            let form = ["audit", "e", "--lang", language, "--html", "page.html"];
            done(scratch, &[&form[..], more].concat());
            fs::read_to_string(scratch.path().join("page.html")).unwrap()
        };
        let page = html(&with, &["--with-conditions"]);
        let (before, rest) = page.split_once("<aside").unwrap();
        let (_, after) = rest.split_once("</aside>").unwrap();
        assert_eq!(
            format!("{before}{after}"),
            html(&without, &[]),
            "{language}"
        );
    }
    let (dossier, audit) = shown(&["audit", "e", "--json"]);
    let (_, rest) = dossier.split_once("  \"audit\": ").unwrap();
    let (inside, _) = rest.split_once("\n  },\n  \"conditions\": {").unwrap();
    let inside: Vec<&str> = inside
        .lines()
        .map(|line| line.strip_prefix("  ").unwrap_or(line))
        .collect();
    assert_eq!(format!("{}\n}}\n", inside.join("\n")), audit);
}

#[test]
fn the_parts_stand_in_their_order_with_the_indices_and_their_trace_last() {
    let (with, _) = both();
    for (language, headings) in [
        (
            "en",
            [
                "Not used in the answers",
                "What happened when",
                "Counts of persons, as ranges",
                "Reports by right",
                "Blocked sites and services",
                "What has been published",
                "Indices of freedom",
                "How the values of the indices come about",
            ],
        ),
        (
            "es",
            [
                "No se usa en las respuestas",
                "Qué pasó y cuándo",
                "Cuentas de personas, como intervalos",
                "Reportes por derecho",
                "Sitios y servicios bloqueados",
                "Qué se ha publicado",
                "Índices de libertad",
                "Cómo resultan los valores de los índices",
            ],
        ),
    ] {
        let form = [
            "audit",
            "e",
            "--full",
            "--with-conditions",
            "--lang",
            language,
        ];
        let text = done(&with, &form);
        let mut at = 0;
        for heading in headings {
            let upper = heading.to_uppercase();
            let found = text[at..].find(heading).or_else(|| text[at..].find(&upper));
            at += found.unwrap_or_else(|| panic!("{language}: {heading} is not behind the others"));
        }
    }
    let page = ["audit", "e", "--with-conditions", "--html", "page.html"];
    done(&with, &page);
    let page = fs::read_to_string(with.path().join("page.html")).unwrap();
    let ids: Vec<&str> = page
        .split("<section id=\"")
        .filter_map(|rest| rest.split('"').next())
        .filter(|id| id.starts_with("conditions"))
        .collect();
    assert_eq!(
        ids,
        [
            "conditions",
            "conditions-timeline",
            "conditions-counts",
            "conditions-reports",
            "conditions-blocked",
            "conditions-blocked-days",
            "conditions-published",
            "conditions-indices",
            "conditions-trace"
        ]
    );
}

/// The rows of a table without quotes, by column.
fn rows(path: &Path) -> Vec<std::collections::BTreeMap<String, String>> {
    let text = fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    lines
        .map(|line| {
            let cells = line.split(',').map(str::to_owned);
            header
                .iter()
                .map(|name| (*name).to_owned())
                .zip(cells)
                .collect()
        })
        .collect()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

#[test]
fn counts_are_three_numbers_with_a_date() {
    let (with, _) = both();
    let dossier = json(&with, &["audit", "e", "--json", "--with-conditions"]);
    let incidents = &dossier["conditions"]["incidents"];
    let folder = example("conditions-synthetic");
    let claims = rows(&folder.join("incidents/claims.csv"));
    for count in incidents["counts"].as_array().unwrap() {
        // Where no list names anybody there is no number of persons, in place of a 0.
        let is_listed = number(&count["lists"]) > 0;
        assert_eq!(count["credible"].is_u64(), is_listed, "{count}");
        let [low, middle, high] =
            ["minimum", "credible", "maximum"].map(|key| count[key].as_u64().unwrap_or(0));
        assert!(low <= middle && middle <= high, "{count}");
        assert_eq!(count["sentence"]["args"]["date"], count["cut_off"]);
        // Nothing is a sum: no number is larger than both the persons named and the largest figure.
        let of = claims.iter().filter(|claim| count["act"] == claim["act"]);
        let named: BTreeSet<&str> = of
            .clone()
            .map(|claim| claim["person"].as_str())
            .filter(|person| !person.is_empty())
            .collect();
        let figures = of.filter_map(|claim| {
            let most = [&claim["count_max"], &claim["count"]];
            let word = if claim["word"] == "hundreds" {
                Some(999)
            } else {
                None
            };
            most.iter().find_map(|text| text.parse().ok()).or(word)
        });
        let largest: u64 = figures.max().unwrap_or(0);
        assert!(high <= largest.max(named.len() as u64), "{count}");
        assert!(middle <= named.len() as u64, "{count}");
    }
}

#[test]
fn joins_count_what_the_files_say() {
    let (with, _) = both();
    let dossier = json(&with, &["audit", "e", "--json", "--with-conditions"]);
    let incidents = &dossier["conditions"]["incidents"];
    let folder = example("conditions-synthetic");

    // Refused copies beside sheets, from the two tables alone.
    let sheets: BTreeSet<String> = rows(&folder.join("sheets/sheets.csv"))
        .iter()
        .map(|row| format!("{}:{}", row["place"], row["table"]))
        .collect();
    let register: BTreeSet<String> = rows(&folder.join("register.csv"))
        .iter()
        .map(|row| format!("{}:{}", row["place"], row["table"]))
        .collect();
    let released: BTreeSet<String> = rows(&folder.join("incidents/releases.csv"))
        .iter()
        .map(|row| row["id"].clone())
        .collect();
    let refused: BTreeSet<String> = rows(&folder.join("incidents/reports.csv"))
        .iter()
        .filter(|row| released.contains(&row["id"]))
        .filter(|row| row["type"] == "copy-refused" && !row["station"].is_empty())
        .map(|row| row["station"].clone())
        .collect();
    let known: BTreeSet<&String> = refused.intersection(&register).collect();
    let present = known.iter().filter(|id| sheets.contains(**id)).count() as u64;
    let joined = incidents["refused_sheets"].as_array().unwrap();
    let whole = joined.last().unwrap();
    assert_eq!(whole["area"], "");
    assert_eq!(number(&whole["refused_present"]), present);
    assert_eq!(
        number(&whole["refused_absent"]),
        known.len() as u64 - present
    );
    assert_eq!(
        number(&whole["unknown_stations"]),
        (refused.len() - known.len()) as u64
    );
    assert_eq!(
        [
            "refused_present",
            "refused_absent",
            "other_present",
            "other_absent"
        ]
        .map(|key| number(&whole[key]))
        .iter()
        .sum::<u64>(),
        register.len() as u64
    );
    assert!(present >= 3, "the folder has contradictions to resolve");

    // Measurements of the outlet that a report names find it blocked at about that time, and the other not.
    let outlets = incidents["outlets"].as_array().unwrap();
    let findings = |outlet: &str| {
        let row = outlets.iter().find(|row| row["outlet"] == outlet).unwrap();
        number(&row["findings"])
    };
    assert!(findings("site-000.example") > 0);
    assert_eq!(findings("invented-radio"), 0);

    // The command of its own has the same joins.
    let own = json(&with, &["incidents", "report", "e", "--json", "--released"]);
    let last = own["refused_and_present"]
        .as_array()
        .unwrap()
        .last()
        .unwrap();
    assert_eq!(last["refused_present"], whole["refused_present"]);
    assert_eq!(own["outlets"].as_array().unwrap().len(), outlets.len());
    let text = done(&with, &["incidents", "report", "e"]);
    assert!(text.contains("site-000.example"), "{text}");
}

#[test]
fn a_report_that_is_in_no_batch_is_in_no_number() {
    let (with, _) = both();
    let releases = with.path().join("e/incidents/releases.csv");
    let reports = |scratch: &Scratch| {
        let value = json(scratch, &["audit", "e", "--json", "--with-conditions"]);
        value["conditions"]["incidents"]["reports"].clone()
    };
    assert!(!reports(&with).as_array().unwrap().is_empty());
    let shown = run(&with, &["audit", "e", "--with-conditions"]);
    assert!(
        shown.err.contains("2 reports are left out"),
        "{}",
        shown.err
    );
    fs::remove_file(releases).unwrap();
    assert!(reports(&with).as_array().unwrap().is_empty());
}

#[test]
fn a_dossier_says_what_its_folder_has_not() {
    let scratch = Scratch::new();
    copied(&scratch, "synthetic", "e", true);
    let text = done(&scratch, &["audit", "e", "--with-conditions"]);
    assert!(
        text.contains("The folder has no records of the conditions."),
        "{text}"
    );
    let value = json(&scratch, &["audit", "e", "--with-conditions", "--json"]);
    for part in ["incidents", "censorship", "disclosure", "indices"] {
        assert!(value["conditions"][part].is_null(), "{part}");
    }
    assert_eq!(value["conditions"]["used_in_answers"], false);
    scratch.write(
        "e/disclosure.toml",
        fs::read_to_string(example("conditions-synthetic").join("disclosure.toml")).unwrap(),
    );
    let text = done(&scratch, &["audit", "e", "--with-conditions"]);
    assert!(
        text.contains("Incidents and victims: nothing is in the folder."),
        "{text}"
    );
}

#[test]
fn what_is_wrong_in_any_part_is_told_together() {
    let (with, _) = both();
    with.write(
        "e/disclosure.toml",
        "schema = \"scrutineer/disclosure/1\"\n",
    );
    with.write("e/indices/indices.toml", "schema = \"other\"\n");
    with.write("e/incidents/persons.csv", "id,group\np0,nobody\n");
    with.write("e/measurements/networks.csv", "asn,name\nx,\n");
    let found = run(&with, &["audit", "e", "--with-conditions"]);
    assert_eq!(found.code, 1, "{}", found.err);
    for file in [
        "disclosure.toml",
        "indices.toml",
        "persons.csv",
        "networks.csv",
    ] {
        assert!(found.err.contains(file), "{file}: {}", found.err);
    }
    // Without the wish the audit does not look at them.
    done(&with, &["audit", "e"]);
}

/// What no output may contain: as text of a cell, as an id, as an address.
const CANARIES: [&str; 3] = ["Canary Person", "canary-id", "203.0.113.77"];

/// Sets a column of a table in every row without quotes.
fn set(scratch: &Scratch, table: &str, column: &str, value: impl Fn(&str) -> String) {
    let path = scratch
        .path()
        .join("e/incidents")
        .join(format!("{table}.csv"));
    let text = fs::read_to_string(&path).unwrap();
    let mut lines = text.lines();
    let header = lines.next().unwrap();
    let at = header.split(',').position(|name| name == column);
    let at = at.unwrap_or_else(|| panic!("{table}.{column}"));
    let mut out = format!("{header}\n");
    for line in lines {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        if !line.contains('"') {
            cells[at] = value(&cells[at]);
        }
        out.push_str(&cells.join(","));
        out.push('\n');
    }
    fs::write(path, out).unwrap();
}

/// Ids of a column become canaries that still name the same rows.
fn rename(scratch: &Scratch, columns: &[(&str, &str)]) {
    for (table, column) in columns {
        set(scratch, table, column, |held| {
            let renamed = held.split(';').map(|id| match id {
                "" => String::new(),
                id => format!("canary-id-{id}"),
            });
            renamed.collect::<Vec<_>>().join(";")
        });
    }
}

#[expect(clippy::too_many_lines, reason = "one text for each private field")]
fn plant(scratch: &Scratch) {
    copied(scratch, "conditions-synthetic", "e", true);
    for (table, column) in [
        ("sources", "scope"),
        ("items", "locator"),
        ("items", "custody"),
        ("events", "place"),
        ("perpetrators", "unit"),
        ("claims", "quote"),
        ("claims", "coder"),
        ("claims", "second_coder"),
        ("links", "reason"),
        ("links", "levels"),
        ("links", "decider"),
        ("assessments", "assessor"),
        ("namings", "reviewer"),
        ("namings", "second_reviewer"),
        ("namings", "legal_note"),
        ("reports", "station"),
    ] {
        let is_code = [
            "coder",
            "decider",
            "assessor",
            "reviewer",
            "legal_note",
            "station",
        ]
        .iter()
        .any(|role| column.ends_with(role));
        let canary = if is_code {
            "canary-id"
        } else {
            "Canary Person"
        };
        set(scratch, table, column, |_| canary.to_owned());
    }
    rename(
        scratch,
        &[
            ("persons", "id"),
            ("claims", "person"),
            ("links", "left"),
            ("links", "right"),
            ("acts", "person"),
            ("namings", "person"),
        ],
    );
    rename(
        scratch,
        &[("events", "id"), ("claims", "event"), ("acts", "event")],
    );
    rename(scratch, &[("claims", "id"), ("claims", "withdraws")]);
    rename(scratch, &[("perpetrators", "id"), ("acts", "perpetrator")]);
    rename(
        scratch,
        &[
            ("acts", "id"),
            ("assessments", "subject"),
            ("assessments", "id"),
        ],
    );
    rename(
        scratch,
        &[
            ("items", "id"),
            ("claims", "item"),
            ("assessments", "evidence"),
        ],
    );
    rename(scratch, &[("reports", "id"), ("releases", "id")]);
    rename(scratch, &[("namings", "id"), ("namings", "record")]);
    // Sources that may not be named, by id and by name, and stations that reports name.
    let replace = |file: &str, pairs: &[(&str, &str)]| {
        let path = scratch.path().join("e").join(file);
        let mut text = fs::read_to_string(&path).unwrap();
        for (from, to) in pairs {
            assert!(text.contains(from), "{file}: {from}");
            text = text.replace(from, to);
        }
        fs::write(path, text).unwrap();
    };
    replace(
        "incidents/sources.csv",
        &[
            (
                "hospital,Invented hospital,",
                "canary-id-hospital,Canary Person,",
            ),
            ("helper,somebody,", "canary-id-helper,Canary Person,"),
            ("interviews with families", "Canary Person and families"),
        ],
    );
    replace(
        "incidents/claims.csv",
        &[(",hospital,,", ",canary-id-hospital,,")],
    );
    replace(
        "incidents/items.csv",
        &[(",hospital,", ",canary-id-hospital,")],
    );
    for file in [
        "disclosure.toml",
        "indices/indices.toml",
        "indices/rules.toml",
    ] {
        let path = scratch.path().join("e").join(file);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, format!("# Canary Person, 203.0.113.77\n{text}")).unwrap();
    }
    replace(
        "indices/coders.csv",
        &[
            ("coder-a", "canary-id-a"),
            ("coder-b", "canary-id-b"),
            (
                "verified,invented,2001-01-31,,",
                "verified,canary-id-source,2001-01-31,,canary-id-quote",
            ),
            (
                "alleged,invented,2001-01-31,,",
                "alleged,canary-id-source,2001-01-31,,canary-id-quote",
            ),
        ],
    );
    scratch.write("e/sealed/names.csv", "id,name\np0,Canary Person\n");
    // A probe with its address, its resolver and the name of its network.
    let line = "{\"probe_ip\":\"203.0.113.77\",\"probe_cc\":\"ZZ\",\"probe_asn\":\"AS64512\",\"test_name\":\"web_connectivity\",\"input\":\"https://site-000.example/\"}\n";
    scratch.write("e/measurements/more_ZZ_lines.jsonl", line);
    scratch.write(
        "e/measurements/other_ZZ_lines.jsonl",
        "{\"client_resolver\":\"203.0.113.77\",\"probe_network_name\":\"Canary Person\",\"annotations\":{\"who\":\"Canary Person\"}}\nCanary Person\n",
    );
}

#[test]
fn no_private_field_of_the_folders_reaches_a_byte_of_the_dossier() {
    let scratch = Scratch::new();
    plant(&scratch);
    for language in ["en", "es"] {
        for form in [
            &["--full"][..],
            &["--json"],
            &["--brief"],
            &["--html", "page.html"],
            &["--html", "brief.html", "--brief"],
        ] {
            let first = ["audit", "e", "--lang", language, "--with-conditions"];
            let found = run(&scratch, &[&first[..], form].concat());
            assert_eq!(found.code, 0, "{form:?}: {}", found.err);
            let written = form
                .iter()
                .find(|word| word.rsplit_once('.').is_some_and(|(_, end)| end == "html"));
            let page = written.map_or_else(String::new, |name| {
                fs::read_to_string(scratch.path().join(name)).unwrap()
            });
            for canary in CANARIES {
                for text in [&found.out, &found.err, &page] {
                    let lower = text.to_lowercase();
                    let at = lower.find(&canary.to_lowercase());
                    let around = at.map(|at| lower.get(at.saturating_sub(60)..at + 60));
                    assert_eq!(around, None, "{language} {form:?}: {canary}");
                }
            }
        }
    }
    // The commands on indices and on what was published read the same folder. Agreement of coders is told by their ids,
    // and the evidence that they differ on with what they quote, to whoever has the folder.
    for form in [
        &["index", "score", "e"][..],
        &["index", "score", "e", "--json"],
        &["index", "explain", "e"],
        &["index", "explain", "e", "--json"],
        &["disclosure", "e"],
        &["disclosure", "e", "--json"],
    ] {
        for language in ["en", "es"] {
            let found = run(&scratch, &[form, &["--lang", language]].concat());
            assert_eq!(found.code, 0, "{form:?}: {}", found.err);
            let is_index = form.contains(&"index");
            for canary in CANARIES {
                if is_index && canary == "canary-id" {
                    continue;
                }
                for text in [&found.out, &found.err] {
                    assert!(!text.contains(canary), "{form:?}: {canary}: {text}");
                }
            }
        }
    }
    // The test sees a name where one is meant to be seen.
    let text = done(&scratch, &["audit", "e", "--with-conditions"]);
    assert!(text.contains("Invented list A"));
}

/// Keys of a demonstration, the folder `e`, and its bundle with the conditions.
fn published(scratch: &Scratch) {
    done(scratch, &PUBLISH);
}

/// Publishes the folder `e` with its conditions into `bundle`, with the key of a demonstration.
pub(crate) const PUBLISH: [&str; 9] = [
    "publish",
    "e",
    "--out",
    "bundle",
    "--state",
    "state",
    "--insecure-demo-key",
    "--portable",
    "--with-conditions",
];

fn verified(scratch: &Scratch) -> (i32, Value) {
    let found = run(
        scratch,
        &["verify", "bundle", "--policy", "state/policy.txt", "--json"],
    );
    (found.code, serde_json::from_str(&found.out).unwrap())
}

/// Pages of the conditions, in their order.
const PAGES: [&str; 5] = [
    "conditions.html",
    "conditions-persons.html",
    "conditions-blocked.html",
    "conditions-published.html",
    "conditions-indices.html",
];

#[test]
fn a_bundle_binds_the_conditions_and_verify_makes_their_pages_again() {
    let (with, without) = both();
    published(&with);
    done(&without, &PUBLISH[..8]);
    let (code, found) = verified(&with);
    assert_eq!(code, 0, "{found}");
    assert!(
        found["warnings"]
            .as_array()
            .unwrap()
            .contains(&Value::from("conditions-beside")),
        "{found}"
    );
    // The document of the bundle is that of the command.
    let manifest = fs::read_dir(with.path().join("bundle/releases")).unwrap();
    let manifest = manifest.map(|entry| entry.unwrap().path()).next().unwrap();
    let manifest: Value = serde_json::from_str(&fs::read_to_string(manifest).unwrap()).unwrap();
    let named = manifest["files"].as_array().unwrap().iter();
    let named: Vec<&Value> = named.filter(|file| file["role"] == "conditions").collect();
    assert_eq!(named.len(), 1);
    assert_eq!(named[0]["path"], "conditions.json");
    let digest = named[0]["sha256"].as_str().unwrap();
    let document = with.path().join("bundle/files").join(digest);
    let text = fs::read_to_string(&document).unwrap();
    let own = json(&with, &["audit", "e", "--json", "--with-conditions"]);
    let held: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(held, own["conditions"]);
    // Every file of the folders is bound by its digest, but for the tables of incidents: a digest of them would change
    // with each report that comes, and tell the hour. The forms say what types mean.
    let inputs = held["inputs"].as_array().unwrap();
    let below = files(&with.path().join("e"));
    let expected = below.iter().filter(|path| {
        let inside = path.strip_prefix(with.path().join("e")).unwrap();
        let is_table = inside.starts_with("incidents") && !inside.ends_with("forms.json");
        PARTS.iter().any(|part| inside.starts_with(part)) && !is_table
    });
    assert_eq!(inputs.len(), expected.count());

    for language in ["en", "es"] {
        let site = |scratch: &Scratch| scratch.path().join("bundle/site").join(language);
        let under = if language == "en" {
            "Not used in the answers"
        } else {
            "No se usa en las respuestas"
        };
        for name in PAGES {
            let page = fs::read_to_string(site(&with).join(name)).unwrap();
            assert!(page.contains(under), "{language}/{name}");
            assert!(
                !page.contains(" style=\"") && !page.contains("<script>"),
                "{name}"
            );
            assert!(!site(&without).join(name).exists(), "{name}");
        }
        let blocked = fs::read_to_string(site(&with).join("conditions-blocked.html")).unwrap();
        let map = blocked.find("id=\"conditions-map-64512-title\"").unwrap();
        let table = blocked.find("id=\"conditions-blocked-days\"").unwrap();
        assert!(map < table, "{language}: the table stands behind the map");
        let home = fs::read_to_string(site(&with).join("index.html")).unwrap();
        assert!(home.contains("href=\"conditions.html\""));
        let plain = fs::read_to_string(site(&without).join("index.html")).unwrap();
        assert!(!plain.contains("conditions.html"));
    }
    // A changed page and a changed document are named, and a document of another form is refused.
    let page = with.path().join("bundle/site/en/conditions-persons.html");
    let before = fs::read_to_string(&page).unwrap();
    fs::write(&page, before.replace("999", "998")).unwrap();
    let (code, found) = verified(&with);
    assert_eq!(code, 3);
    assert_eq!(
        found["failures"][0]["file"],
        "site/en/conditions-persons.html"
    );
    fs::write(&page, before).unwrap();
    fs::write(
        &document,
        text.replace("\"maximum\": 999", "\"maximum\": 998"),
    )
    .unwrap();
    assert_eq!(verified(&with).0, 3);
    fs::write(&document, text).unwrap();
    assert_eq!(verified(&with).0, 0);
    // Without them nothing is said of conditions.
    let (code, found) = verified(&without);
    assert_eq!(code, 0);
    assert!(!found["warnings"].to_string().contains("conditions"));
    // Publishing again with the same folder adds nothing; with another one it is a new release.
    let again: Value =
        serde_json::from_str(&done(&with, &[&PUBLISH[..], &["--json"]].concat())).unwrap();
    assert!(again["released"].is_null(), "{again}");
    let claims = with.path().join("e/incidents/claims.csv");
    let more = fs::read_to_string(&claims).unwrap()
        + "n999,list-b,,wounded,,9,,,,,exactly,stated,2001-02-12,,,,,,,,\n";
    fs::write(&claims, more).unwrap();
    let again: Value =
        serde_json::from_str(&done(&with, &[&PUBLISH[..], &["--json"]].concat())).unwrap();
    assert!(!again["released"].is_null(), "{again}");
    assert_eq!(verified(&with).0, 0);
}

#[test]
fn the_pages_and_the_dossier_work_in_a_browser_narrow_dark_on_paper_and_without_scripts() {
    let Some(script) = pages_script() else { return };
    let Some(chromium) = chromium() else { return };
    let (with, _) = both();
    published(&with);
    for (language, name) in [("en", "dossier.html"), ("es", "expediente.html")] {
        let form = ["audit", "e", "--with-conditions", "--lang", language];
        let out = format!("bundle/site/{name}");
        done(&with, &[&form[..], &["--html", &out]].concat());
    }
    let mut pages = vec!["dossier.html".to_owned(), "expediente.html".to_owned()];
    for language in ["en", "es"] {
        pages.extend(PAGES.iter().map(|name| format!("{language}/{name}")));
    }
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let folder = fs::canonicalize(with.path().join("bundle/site")).unwrap();
    let base = format!("file://{}/", folder.display());
    without_a_word(&script, &chromium, &base, &pages);
}

/// Links of a page that lead nowhere.
fn broken(site: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    for path in files(site)
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "html"))
    {
        let page = fs::read_to_string(path).unwrap();
        for link in page
            .split(" href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            let to = link.split('#').next().unwrap();
            if !to.is_empty() && to != "data:," && !path.parent().unwrap().join(to).exists() {
                wrong.push(format!("{}: {link}", path.display()));
            }
        }
    }
    wrong
}

#[test]
fn every_link_of_the_pages_resolves_and_every_id_is_there_once() {
    let (with, _) = both();
    published(&with);
    let site = with.path().join("bundle/site");
    assert_eq!(broken(&site), Vec::<String>::new());
    for language in ["en", "es"] {
        for name in PAGES {
            let page = fs::read_to_string(site.join(language).join(name)).unwrap();
            let ids: Vec<&str> = page
                .split(" id=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .collect();
            let unique: BTreeSet<&&str> = ids.iter().collect();
            assert_eq!(ids.len(), unique.len(), "{name}: {ids:?}");
            let other = if language == "en" { "es" } else { "en" };
            assert!(
                page.contains(&format!("href=\"../{other}/{name}\"")),
                "{name}"
            );
        }
    }
    fs::remove_file(site.join("en/conditions-indices.html")).unwrap();
    assert!(!broken(&site).is_empty(), "the crawler sees a missing page");
}

#[test]
fn no_private_field_of_the_folders_reaches_a_byte_of_the_bundle() {
    let scratch = Scratch::new();
    plant(&scratch);
    published(&scratch);
    let mut read = 0;
    for path in files(&scratch.path().join("bundle")) {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for canary in CANARIES {
            assert!(
                !text.contains(&canary.to_lowercase()),
                "{}: {canary}",
                path.display()
            );
        }
        read += 1;
    }
    assert!(read > 100, "{read} files");
}

#[test]
fn hostile_texts_in_the_folders_stay_text_on_every_page() {
    let (with, _) = both();
    let long = "W".repeat(10_000);
    let record = fs::read_to_string(with.path().join("e/disclosure.toml")).unwrap();
    let record = record
        .replace("Final bulletin", "</td></tr><script>alert(1)</script>")
        .replace("invented newspaper", "\u{202e}<b onclick=x>&amp;\u{2066}")
        .replace("the office sees no duty", &long);
    fs::write(with.path().join("e/disclosure.toml"), record).unwrap();
    let sources = with.path().join("e/incidents/sources.csv");
    let text = fs::read_to_string(&sources).unwrap();
    fs::write(
        &sources,
        text.replace("Invented list A", "<img src=x onerror=y>"),
    )
    .unwrap();
    published(&with);
    assert_eq!(verified(&with).0, 0);
    for language in ["en", "es"] {
        for name in PAGES {
            let path = with.path().join("bundle/site").join(language).join(name);
            let page = fs::read_to_string(path).unwrap();
            for mark in [
                "<script>alert",
                "<b onclick",
                "<img",
                "\u{202e}",
                "\u{2066}",
            ] {
                assert!(!page.contains(mark), "{name}: {mark}");
            }
        }
    }
    let brief = done(&with, &["audit", "e", "--brief", "--with-conditions"]);
    assert!(!brief.contains("<script>"), "{brief}");
}

#[test]
fn the_document_of_programs_follows_its_schema_files() {
    let spec = workspace_root().join("spec/schemas");
    for name in ["conditions", "dossier"] {
        let path = spec.join(format!("{name}.schema.json"));
        let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(schema["title"], format!("scrutineer/{name}/1"));
    }
}

#[test]
fn the_folder_of_venezuela_has_every_part_with_source_and_date() {
    let folder = example("venezuela-2024");
    let scratch = Scratch::new();
    // The sheets are not needed for the conditions: one row in their place.
    for part in PARTS {
        let from = folder.join(part);
        let all = if from.is_dir() {
            files(&from)
        } else {
            vec![from]
        };
        for path in all {
            let to = scratch
                .path()
                .join("e")
                .join(path.strip_prefix(&folder).unwrap());
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(path, to).unwrap();
        }
    }
    crate::support::folder(&scratch, "e");
    let path = scratch.path().join("e/election.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("country = \"ZZ\"", "country = \"VE\"")).unwrap();
    let value = json(&scratch, &["audit", "e", "--json", "--with-conditions"]);
    let held = &value["conditions"];
    // Ranges of vectors/count-claims.json: deaths to 26, detentions to 1,590 without parties.
    let maximum = |act: &str| {
        let counts = held["incidents"]["counts"].as_array().unwrap();
        let count = counts.iter().find(|count| count["act"] == act).unwrap();
        number(&count["maximum"])
    };
    assert_eq!((maximum("killed"), maximum("detained")), (26, 1590));
    // The curated event, on its networks, from its day.
    let claims = held["censorship"]["claims"].as_array().unwrap();
    let event: Vec<&Value> = claims
        .iter()
        .filter(|claim| claim["source"].as_str().unwrap().contains("291477923300"))
        .collect();
    let networks: BTreeSet<u64> = event.iter().map(|claim| number(&claim["asn"])).collect();
    assert_eq!(networks, BTreeSet::from([8048, 61461, 264_731]));
    assert!(event.iter().all(|claim| claim["day"] == "2024-08-09"));
    // Both legal terms, as claims with source and date.
    let duties = held["disclosure"]["duties"].as_array().unwrap();
    let terms: Vec<&str> = duties
        .iter()
        .map(|duty| duty["term"].as_str().unwrap())
        .collect();
    assert!(
        terms[0].contains("48 hours") && terms[1].contains("30 days"),
        "{terms:?}"
    );
    for duty in duties {
        assert!(!duty["source"].as_str().unwrap().is_empty());
        assert!(duty["date"].is_string());
    }
    // Indices of section 2.6 of the reference on indices: 15, 29 and 18, pinned to their editions.
    let profiles = held["indices"]["profiles"].as_array().unwrap();
    let totals: Vec<u64> = profiles
        .iter()
        .map(|profile| {
            let measures = profile["measures"].as_array().unwrap();
            let head = measures
                .iter()
                .find(|one| one["id"] == profile["headline"])
                .unwrap();
            number(&head["points"]["low"])
        })
        .collect();
    assert_eq!(totals, [15, 29, 18]);
    let printed = profiles
        .iter()
        .flat_map(|profile| profile["printed"].as_array().unwrap());
    assert_eq!(printed.count(), 3);
}

#[test]
fn a_country_that_no_measurement_can_name_is_an_error_and_one_without_measurements_a_note() {
    let (with, _) = both();
    let path = with.path().join("e/election.toml");
    let text = fs::read_to_string(&path).unwrap();
    let form = ["audit", "e", "--with-conditions", "--full"];
    fs::write(&path, text.replace("country = \"ZZ\"", "country = \"ZZZ\"")).unwrap();
    for (language, told) in [
        (
            "en",
            "e/election.toml: election.country: expected two capital letters (ISO 3166)",
        ),
        (
            "es",
            "e/election.toml: election.country: se esperaban dos letras mayúsculas (ISO 3166)",
        ),
    ] {
        let found = run(&with, &[&form[..], &["--lang", language]].concat());
        assert_eq!(found.code, 1, "{}", found.err);
        assert!(
            found.err.contains(told) && found.err.contains("ZZZ"),
            "{}",
            found.err
        );
    }
    fs::write(&path, text.replace("country = \"ZZ\"", "country = \"QQ\"")).unwrap();
    for (language, note, said) in [
        (
            "en",
            "is from QQ",
            "None of them is from the country of the election",
        ),
        (
            "es",
            "es de QQ",
            "Ninguna de ellas es del país de la elección",
        ),
    ] {
        let found = run(&with, &[&form[..], &["--lang", language]].concat());
        assert!(found.err.contains(note), "{}", found.err);
        let words = found.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(said), "{words}");
    }
    // Without measurements the code is nobody's concern here.
    fs::write(&path, text.replace("country = \"ZZ\"", "country = \"ZZZ\"")).unwrap();
    fs::remove_dir_all(with.path().join("e/measurements")).unwrap();
    let found = run(&with, &form);
    assert!(!found.err.contains("ISO 3166"), "{}", found.err);
}
