//! Audits by sampling through the program: the steps, the refusals, and what follows for the chain.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::hash::sha256;
use serde_json::Value;

use crate::support::{ELECTION, PUBLISH, done, files, json, run, sizes_with_their_register};

pub(crate) const SEED: &str = "31415926535897932384";

/// 80 stations of 165 ballots in boxes for 200: 105 to 55 and 5 without a valid vote; two have no sheet.
pub(crate) fn town(scratch: &Scratch) {
    let mut sheets = String::from("place,table,registered,ballots,valid,invalid,A,B\n");
    for place in 1..=78 {
        let _ = writeln!(sheets, "P{place},1,200,165,160,5,105,55");
    }
    scratch.write("e/sheets.csv", sheets);
    scratch.write(
        "e/election.toml",
        ELECTION.replace("total = 490", "total = 16000"),
    );
}

fn chain(scratch: &Scratch, link: usize) -> (String, String) {
    let report = json(scratch, &["audit", "e", "--json"]);
    let link = &report["contests"][0]["sources"][0]["chain"][link - 1];
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (text(&link["status"]), text(&link["reasons"][0]))
}

/// The file to fill in, filled in.
fn filled(
    scratch: &Scratch,
    audit: &str,
    round: &str,
    row: &dyn Fn(usize, &str) -> String,
) -> String {
    let path = scratch
        .path()
        .join(format!("e/rla/{audit}/to-record-{round}.csv"));
    let blank = fs::read_to_string(path).unwrap();
    let mut lines = blank.lines();
    let mut text = format!("{}\n", lines.next().unwrap());
    for (n, line) in lines.enumerate() {
        let station = line.split(',').next().unwrap();
        let _ = writeln!(text, "{}", row(n, station));
    }
    text
}

fn planned(scratch: &Scratch, link: &str) {
    done(
        scratch,
        &["rla", "plan", "e", "--link", link, "--risk-limit", "5%"],
    );
    done(scratch, &["rla", "commit", "e"]);
}

#[test]
fn an_audit_of_the_transcription_bounds_link_3_and_says_so_in_the_log() {
    let scratch = Scratch::new();
    town(&scratch);
    assert_eq!(
        chain(&scratch, 3),
        ("open".to_owned(), "3-read-once".to_owned())
    );
    let plan = json(
        &scratch,
        &["rla", "plan", "e", "--link", "transcription", "--json"],
    );
    // 78 * 50 on the sheets, less 16,000 - 78 * 200 without one; bounds of 50 + 200 each.
    assert_eq!(plan["registers"][0]["margin"], 3_500);
    let bound = plan["registers"][0]["bound"].as_f64().unwrap();
    assert!((bound - 78.0 * 250.0 / 3_500.0).abs() < 1e-6, "{bound}");
    // ceil(ln 0.05 / ln(1 - 1/5.571...)) + 1
    assert_eq!(plan["size"], 17);
    let commitment = done(&scratch, &["rla", "commit", "e"]);
    let draw = json(&scratch, &["rla", "draw", "e", "--seed", SEED, "--json"]);
    assert_eq!(draw["draws"].as_array().unwrap().len(), 17);
    let counts = filled(&scratch, "transcription", "1", &|_, station| {
        format!("{station},read,reader,2001-01-09,,200,105,55")
    });
    scratch.write("counts.csv", counts);
    let said = done(&scratch, &["rla", "record", "e", "counts.csv"]);
    assert!(said.contains("Link 3 is bounded"), "{said}");
    let measured = json(&scratch, &["rla", "measure", "e", "--json"]);
    assert_eq!(measured["schema"], "scrutineer/rla/1");
    assert_eq!(measured["outcome"], "confirmed");
    let p = measured["risk"]["decides"].as_f64().unwrap();
    assert!((p - (1.0 - 3_500.0 / 19_500.0_f64).powi(17)).abs() < 1e-9);
    let digest = measured["commitment"].as_str().unwrap();
    assert!(commitment.contains(digest));
    assert_eq!(
        chain(&scratch, 3),
        ("bounded".to_owned(), "3-risk".to_owned())
    );
    let page = done(&scratch, &["audit", "e"]);
    assert!(page.contains("The ballots were not examined."));
    assert!(!page.contains("Whether the copies were read correctly."));
    // The log has the steps, and a stranger derives the same report from it.
    let publish = [&PUBLISH[..], &["--json"]].concat();
    let published = json(&scratch, &publish);
    assert_eq!(published["appended"]["audit-step"], 3);
    let again = json(&scratch, &publish);
    assert_eq!(again["appended"]["audit-step"], Value::Null);
    let verified = json(
        &scratch,
        &["verify", "bundle", "--policy", "state/policy.txt", "--json"],
    );
    assert_eq!(verified["result"], "verified", "{verified:#}");
    assert_eq!(verified["entries"]["by_kind"]["audit-step"], 3);
    let report = fs::read_dir(scratch.path().join("bundle/files")).unwrap();
    let has_bound = report.into_iter().any(|file| {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        String::from_utf8_lossy(&bytes).contains("\"3-risk\"")
    });
    assert!(has_bound);
    replayed(&scratch, &verified);
}

/// Whoever has only the bundle has each certificate, in both languages, a click from the page of statistics.
fn replayed(scratch: &Scratch, verified: &Value) {
    let warnings = verified["warnings"].as_array().unwrap();
    assert!(warnings.contains(&"audits-beside".into()));
    done(scratch, &["rla", "measure", "e"]);
    let own = scratch.path().join("e/rla/transcription/certificate.txt");
    let own = fs::read_to_string(own).unwrap();
    for language in ["en", "es"] {
        for certificate in ["en", "es"] {
            let file = format!("certificate.{certificate}.txt");
            let held = linked(scratch, language, "transcription", &file);
            assert!(held.contains("sha256sum") && held.contains(SEED), "{held}");
            assert_eq!(held == own, certificate == "en");
        }
    }
}

/// A file of an audit, where the page of statistics of the bundle leads to it.
pub(crate) fn linked(scratch: &Scratch, language: &str, audit: &str, file: &str) -> String {
    let site = scratch.path().join("bundle/site").join(language);
    let page = fs::read_to_string(site.join("statistics.html")).unwrap();
    let download = format!("download=\"audits-{audit}-{file}\"");
    let (before, _) = page.split_once(&download).unwrap();
    let (_, to) = before.rsplit_once("href=\"").unwrap();
    let (to, _) = to.split_once('"').unwrap();
    fs::read_to_string(site.join(to)).unwrap()
}

/// The files of audits that the releases of the bundle name, in the order of their paths.
fn released(scratch: &Scratch) -> Vec<String> {
    let mut found = BTreeSet::new();
    for release in files(&scratch.path().join("bundle/releases")) {
        let release: Value = serde_json::from_slice(&fs::read(release).unwrap()).unwrap();
        let named = release["files"].as_array().unwrap().iter();
        let named = named.map(|file| file["path"].as_str().unwrap().to_owned());
        found.extend(named.filter(|path| path.starts_with("audits/")));
    }
    found.into_iter().collect()
}

/// Planned, announced and drawn.
fn drawn(scratch: &Scratch) {
    planned(scratch, "transcription");
    done(scratch, &["rla", "draw", "e", "--seed", SEED]);
}

/// The list of stations and the draws say which sheets were collected.
#[test]
fn files_of_an_audit_are_not_published_while_records_wait() {
    let scratch = Scratch::new();
    town(&scratch);
    let path = scratch.path().join("e/election.toml");
    let text = fs::read_to_string(&path).unwrap();
    // More stations than the town has: its sheets wait until the collection ends.
    fs::write(&path, format!("{text}\n[publication]\nstations = 100\n")).unwrap();
    drawn(&scratch);
    let open: Vec<&str> = PUBLISH[..]
        .iter()
        .copied()
        .filter(|held| *held != "--close")
        .collect();
    let said = json(&scratch, &[&open[..], &["--json"]].concat());
    assert!(said["waiting"]["records"].as_u64().unwrap() > 0, "{said}");
    assert_eq!(released(&scratch), Vec::<String>::new());
    let held = files(&scratch.path().join("bundle"));
    assert!(held.len() > 5);
    for path in held {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("P17:"), "{}", path.display());
    }
    done(&scratch, &PUBLISH);
    assert_eq!(released(&scratch).len(), 4);
    // With a copy at hand the digest of a file that no authority published tells whose that is.
    for name in ["sheets.csv", "election.toml"] {
        let file = fs::read(scratch.path().join("e").join(name)).unwrap();
        let digest = sha256(&file).to_string();
        for path in files(&scratch.path().join("bundle")) {
            let bytes = fs::read(&path).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains(&digest), "{name}: {}", path.display());
        }
    }
}

/// A sheet that was taken out between the announcement and the first publication is in no list that is published.
#[test]
fn files_of_an_audit_that_name_a_sheet_which_is_gone_stay_in_the_folder() {
    let scratch = Scratch::new();
    town(&scratch);
    drawn(&scratch);
    let path = scratch.path().join("e/sheets.csv");
    let sheets = fs::read_to_string(&path).unwrap();
    let left: Vec<&str> = sheets
        .lines()
        .filter(|line| !line.starts_with("P5,"))
        .collect();
    fs::write(&path, format!("{}\n", left.join("\n"))).unwrap();
    let published = run(&scratch, &PUBLISH);
    assert_eq!(published.code, 0, "{}", published.err);
    assert!(published.err.contains("P5:1"), "{}", published.err);
    assert_eq!(released(&scratch), Vec::<String>::new());
}

/// Earlier versions announced the digests of all files of the folder.
#[test]
fn files_of_an_audit_that_was_announced_with_digests_of_private_files_stay_in_the_folder() {
    let scratch = Scratch::new();
    town(&scratch);
    planned(&scratch, "transcription");
    let path = scratch.path().join("e/rla/transcription/commitment.json");
    let text = fs::read_to_string(&path).unwrap();
    let digest = "ab".repeat(32);
    let inputs = format!(
        "\"inputs\": [\n    {{\n      \"role\": \"election\",\n      \"sha256\": \"{digest}\"\n    }}\n  ]"
    );
    let older = text.replacen("\"inputs\": []", &inputs, 1);
    assert_ne!(older, text);
    fs::write(&path, older).unwrap();
    done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    let published = run(&scratch, &PUBLISH);
    assert_eq!(published.code, 0, "{}", published.err);
    assert!(
        published.err.contains("no authority published"),
        "{}",
        published.err
    );
    assert_eq!(released(&scratch), Vec::<String>::new());
}

#[test]
fn files_of_an_audit_of_a_sensitive_source_are_never_published() {
    let scratch = Scratch::new();
    town(&scratch);
    let path = scratch.path().join("e/election.toml");
    let text = fs::read_to_string(&path).unwrap();
    let marked = text.replacen(
        "id = \"sheets\"\n",
        "id = \"sheets\"\nsensitive = true\n",
        1,
    );
    assert_ne!(text, marked);
    fs::write(&path, marked).unwrap();
    drawn(&scratch);
    let said = json(&scratch, &[&PUBLISH[..], &["--json"]].concat());
    // That there is an audit, and what was announced, stands in the log all the same.
    assert_eq!(said["appended"]["audit-step"], 2, "{said}");
    assert_eq!(released(&scratch), Vec::<String>::new());
    let page = fs::read_to_string(scratch.path().join("bundle/site/en/statistics.html")).unwrap();
    assert!(page.contains("copies-1") && !page.contains("certificate.en.txt"));
}

/// Who reads the same copies again shows less than who has others, and a plan of boxes speaks of boxes.
#[test]
fn a_plan_says_what_its_draws_would_show_and_what_not() {
    let scratch = Scratch::new();
    town(&scratch);
    for (link, sentences) in [
        (
            "transcription",
            [
                "With the register of 16,000 electors: if 17 sheets drawn at random after a public commitment were all read again from the same copies and found as the records say, then, with 95 % confidence, fewer records are misread than would be needed to remove the lead.",
                "Whether the copies are genuine takes other copies",
            ],
        ),
        (
            "boxes",
            [
                "boxes drawn at random after a public commitment were all counted and found as their sheets say, then, with 95 % confidence, fewer sheets are false than would be needed to remove the lead.",
                "that one sheet is not what its box says",
            ],
        ),
    ] {
        // The confidence of the sentence is 95 %, whatever limit is asked for.
        for limit in ["5%", "1%"] {
            let call = ["rla", "plan", "e", "--link", link, "--risk-limit", limit];
            let said = done(&scratch, &call);
            for sentence in sentences {
                assert!(said.contains(sentence), "{sentence}: {said}");
            }
        }
    }
    // Of single ballots it says nothing: no sheet is confirmed by them.
    let polled = ["rla", "plan", "e", "--link", "boxes", "--method", "alpha"];
    assert!(!done(&scratch, &polled).contains("95 % confidence"));
}

/// The town without a register total: 200 votes fit a station by the official list, the ballots issued, or the law.
fn without_register(scratch: &Scratch, rule: &str) {
    town(scratch);
    let mut list = String::from("place,table,registered,issued\n");
    for place in 1..=80 {
        let _ = writeln!(list, "P{place},1,200,200");
    }
    scratch.write("e/register.csv", list);
    let electors = "  [[contest.register]]\n  id = \"electors\"\n  figure = \"electors\"\n  total = 490\n  source = \"list\"\n  applies = \"yes\"\n";
    assert!(ELECTION.contains(electors));
    let columns = "[register]\npath = \"register.csv\"\n[register.columns]\nstation = [\"place\", \"table\"]\nregistered = \"registered\"\nissued = \"issued\"\n[[declaration]]";
    let election = ELECTION
        .replace(electors, "")
        .replace("{ rule = \"register\" }", rule)
        .replacen("[[declaration]]", columns, 1);
    scratch.write("e/election.toml", election);
}

/// 78 * 50 on the sheets less 2 * 200 is the margin of the town with its register: 17 draws of copies, 18 of boxes.
#[test]
fn where_no_register_total_bounds_the_missing_every_sentence_says_what_does() {
    for (rule, [english, spanish]) in [
        (
            "{ rule = \"legal-maximum\", maximum = 200 }",
            [
                "the legal maximum of each station",
                "el máximo legal de cada mesa",
            ],
        ),
        (
            "{ rule = \"ballots-issued\" }",
            [
                "the ballots issued to each station",
                "las papeletas entregadas a cada mesa",
            ],
        ),
        (
            "{ rule = \"register\" }",
            [
                "the official list of each station",
                "la lista oficial de cada mesa",
            ],
        ),
    ] {
        let scratch = Scratch::new();
        without_register(&scratch, rule);
        let named = |said: &str, words: &str, at_least: usize| {
            for register in ["register total -", "padrón electoral -", "registro -"] {
                assert!(!said.contains(register), "{register}: {said}");
            }
            let found = said.matches(words).count();
            assert!(found >= at_least, "{words}: {found}: {said}");
        };
        for (language, words, shown) in [
            ("en", english, format!("With {english}: if 18 boxes drawn")),
            (
                "es",
                spanish,
                format!("Con {spanish}: si 18 urnas sorteadas"),
            ),
        ] {
            let more = |more: &[&'static str]| {
                let call = ["rla", "plan", "e", "--link", "boxes", "--lang", language];
                done(&scratch, &[&call[..], more].concat())
            };
            let said = more(&[]);
            // The row, three sizes, what they show, the first size, seven to expect, and five side by side.
            named(&said, words, 18);
            assert!(said.contains(&shown), "{said}");
            named(&more(&["--method", "alpha"]), words, 8);
        }
        done(&scratch, &["rla", "plan", "e", "--link", "boxes"]);
        done(&scratch, &["rla", "commit", "e"]);
        done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
        let counted = |_: usize, station: &str| format!("{station},counted,audit-board,,,105,55");
        scratch.write("counts.csv", filled(&scratch, "boxes", "1", &counted));
        done(&scratch, &["rla", "record", "e", "counts.csv"]);
        for (language, words) in [("en", english), ("es", spanish)] {
            let said = done(&scratch, &["rla", "measure", "e", "--lang", language]);
            named(&said, words, 2);
            let certificate = scratch.path().join("e/rla/boxes/certificate.txt");
            named(&fs::read_to_string(certificate).unwrap(), words, 2);
        }
        // Where nothing is left, too: 60 * 50 on the sheets less 20 * 200.
        let sheets = fs::read_to_string(scratch.path().join("e/sheets.csv")).unwrap();
        let few: Vec<&str> = sheets.lines().take(1 + 60).collect();
        scratch.write("e/sheets.csv", format!("{}\n", few.join("\n")));
        for (language, words) in [("en", english), ("es", spanish)] {
            let call = ["rla", "plan", "e", "--link", "transcription"];
            let refused = run(&scratch, &[&call[..], &["--lang", language]].concat());
            assert_eq!(refused.code, 1);
            named(&refused.out, words, 1);
            named(&refused.err, words, 1);
        }
    }
}

/// No list has the registered voters: every station has a sheet, which says them itself.
#[test]
fn where_only_the_records_have_the_registered_voters_no_sentence_speaks_of_an_official_list() {
    let scratch = Scratch::new();
    town(&scratch);
    let stations = ELECTION
        .replace("id = \"electors\"", "id = \"stations\"")
        .replace("figure = \"electors\"", "figure = \"stations\"")
        .replace("total = 490", "total = 78");
    scratch.write("e/election.toml", stations);
    for (language, words, list) in [
        (
            "en",
            "the registered voters of each station by the list or its record",
            "the official list of each station",
        ),
        (
            "es",
            "los electores de cada mesa según la lista o su registro",
            "la lista oficial de cada mesa",
        ),
    ] {
        let call = ["rla", "plan", "e", "--link", "boxes", "--lang", language];
        let said = done(&scratch, &call);
        assert!(said.matches(words).count() >= 18, "{said}");
        assert!(!said.contains(list), "{said}");
    }
}

/// With 16,000 electors draws are enough; with 30,000 more is missing than the lead. The plan rests on the second one, and
/// the sentence on the first stands there all the same.
#[test]
fn what_the_sentence_on_draws_rests_on_stands_beside_it_though_the_plan_confirms_nothing() {
    let scratch = Scratch::new();
    town(&scratch);
    let other = "  [[contest.register]]\n  id = \"roll\"\n  figure = \"electors\"\n  total = 30000\n  source = \"roll\"\n  applies = \"yes\"\n[[source]]";
    let election =
        ELECTION
            .replace("total = 490", "total = 16000")
            .replacen("[[source]]", other, 1);
    for totals in [1, 2] {
        if totals == 2 {
            scratch.write("e/election.toml", &election);
        }
        for (link, more, language, shown, condition) in [
            (
                "boxes",
                None,
                "en",
                "With the register of 16,000 electors: if 18 boxes",
                "every conclusion holds only if they are right.",
            ),
            (
                "boxes",
                None,
                "es",
                "Con el registro de 16.000 electores: si 18 urnas",
                "toda conclusión vale solo si son correctos.",
            ),
            (
                "transcription",
                Some("--trust-registered"),
                "en",
                "With the register of 16,000 electors: if 17 sheets",
                "every conclusion holds only if they are right.",
            ),
            (
                "transcription",
                None,
                "en",
                "With the register of 16,000 electors: if 17 sheets",
                "They are read again with the votes",
            ),
        ] {
            let call = ["rla", "plan", "e", "--link", link, "--lang", language];
            let call: Vec<&str> = call.into_iter().chain(more).collect();
            let held = run(&scratch, &call);
            assert_eq!(held.code, i32::from(totals == 2), "{}", held.err);
            assert!(held.out.contains(shown), "{}", held.out);
            assert_eq!(held.out.matches(condition).count(), 1, "{}", held.out);
        }
    }
    // Single ballots have no such sentence; what the plan rests on stands there.
    scratch.write(
        "e/election.toml",
        ELECTION.replace("total = 490", "total = 16000"),
    );
    let polled = ["rla", "plan", "e", "--link", "boxes", "--method", "alpha"];
    let said = done(&scratch, &polled);
    let condition = "every conclusion holds only if they are right.";
    assert_eq!(said.matches(condition).count(), 1, "{said}");
}

/// 78 sheets of three options under a rule; what a plan of boxes says.
fn three_under(rule: &str, votes: [u64; 3], language: &str) -> String {
    let scratch = Scratch::new();
    let mut sheets = String::from("place,table,registered,ballots,valid,invalid,A,B,C\n");
    let [a, b, c] = votes;
    for place in 1..=78 {
        let _ = writeln!(sheets, "P{place},1,200,165,160,5,{a},{b},{c}");
    }
    scratch.write("e/sheets.csv", sheets);
    let third = "  [[contest.option]]\n  id = \"C\"\n  name = \"Cedar\"\n  [[contest.register]]";
    let text = ELECTION
        .replace("total = 490", "total = 16000")
        .replace("{ kind = \"plurality\", winners = 1 }", rule)
        .replace("  [[contest.register]]", third)
        .replace("B = \"B\"\n", "B = \"B\"\nC = \"C\"\n");
    scratch.write("e/election.toml", text);
    done(
        &scratch,
        &["rla", "plan", "e", "--link", "boxes", "--lang", language],
    )
}

/// Two winners, a run-off and a threshold have no lead to remove.
#[test]
fn a_plan_speaks_of_the_lead_only_where_one_option_wins_by_plurality() {
    let lead = ["needed to remove the lead.", "para quitar la ventaja."];
    let outcome = [
        "needed to change the outcome of the records.",
        "para cambiar el resultado de los registros.",
    ];
    for (rule, votes, is_lead) in [
        ("{ kind = \"plurality\", winners = 1 }", [100, 50, 10], true),
        ("{ kind = \"plurality\", winners = 2 }", [65, 60, 35], false),
        (
            "{ kind = \"majority\", share = \"1/2\", runoff = 2 }",
            [65, 60, 35],
            false,
        ),
        (
            "{ kind = \"threshold\", share = \"1/5\" }",
            [100, 55, 5],
            false,
        ),
    ] {
        for (at, language) in ["en", "es"].into_iter().enumerate() {
            let said = three_under(rule, votes, language);
            assert_eq!(said.contains(lead[at]), is_lead, "{rule}: {said}");
            assert_eq!(said.contains(outcome[at]), !is_lead, "{rule}: {said}");
        }
    }
}

/// Sizes and work by Python's math: U = 78 * 250 / 3,500; `ceil(ln .05 / ln(1 - 1/U)) + 1`, the same with
/// `ln(1 + 0.9 / (U - 1))`; boxes `78 (1 - (77/78)^n)` of 160 votes, 15 minutes and 5 seconds a vote; for ballots, among
/// 15,600, 2 minutes each. BRAVO and ALPHA as in the test of their plans.
#[test]
fn a_plan_of_boxes_has_the_methods_side_by_side() {
    let scratch = Scratch::new();
    town(&scratch);
    let call = ["rla", "plan", "e", "--link", "boxes"];
    let plan = json(&scratch, &[&call[..], &["--json"]].concat());
    let workload = |stations: u64, ballots: u64, hours: u64| serde_json::json!({"stations": stations, "ballots": ballots, "hours": hours});
    let row = |method: &str, unit: &str, size: u64, workload: Value| serde_json::json!({"method": method, "unit": unit, "size": size, "workload": workload});
    let expected = [
        row("capped", "station", 18, workload(17, 2_587, 8)),
        row("kaplan-markov", "station", 17, workload(16, 2_459, 8)),
        row("alpha", "ballot", 219, workload(74, 218, 26)),
        row("bravo", "ballot", 254, workload(76, 252, 28)),
    ];
    assert_eq!(plan["methods"], Value::from(expected.to_vec()));
    for (language, heading, line, chosen) in [
        (
            "en",
            "Methods side by side at 5.00",
            "bravo          254 draws, enough in about nine of ten audits, with the register total electors: 76 boxes, 252 ballots, 28 hours\n",
            "17 boxes, 2,587 ballots, 8 hours (this plan)\n",
        ),
        (
            "es",
            "Métodos lado a lado al 5,00",
            "bravo          254 sorteos, lo que basta en unas nueve de diez auditorías, con el total del padrón electoral electors: 76 urnas, 252 papeletas, 28 horas\n",
            "17 urnas, 2.587 papeletas, 8 horas (este plan)\n",
        ),
    ] {
        let said = done(&scratch, &[&call[..], &["--lang", language]].concat());
        for text in [heading, line, chosen] {
            assert!(said.contains(text), "{text}: {said}");
        }
        // Of ballots alone: what whole boxes need is no chance.
        for box_method in ["  capped", "  kaplan-markov"] {
            let mut rows = said.lines().filter(|line| line.starts_with(box_method));
            let row = rows.next().unwrap();
            assert!(
                !row.contains("nine of ten") && !row.contains("nueve de diez"),
                "{row}"
            );
        }
    }
    // Each is the size of its own plan.
    for held in expected {
        let method = held["method"].as_str().unwrap();
        let more = ["--method", method, "--json"];
        let own = json(&scratch, &[&call[..], &more].concat());
        assert_eq!(
            (&own["size"], &own["workload"]),
            (&held["size"], &held["workload"])
        );
        assert_eq!(own["methods"], plan["methods"], "{method}");
    }
    // Nobody reads sheets again by ballots.
    let copies = json(
        &scratch,
        &["rla", "plan", "e", "--link", "transcription", "--json"],
    );
    assert_eq!(copies["methods"], serde_json::json!([]));
}

/// Every way to draw, in both languages: no size stands without the register total that it rests on.
#[test]
fn every_size_of_a_plan_names_its_register() {
    let scratch = Scratch::new();
    town(&scratch);
    let mut regions = String::from("station,region\n");
    for place in 1..=78 {
        let region = if place <= 50 { "north" } else { "south" };
        let _ = writeln!(regions, "P{place}:1,{region}");
    }
    scratch.write("strata.csv", regions);
    let strata = "--strata-file strata.csv --strata-column region";
    for (link, more, at_least) in [
        // Both bets, equal probability, the first size, four times "what if", and the simulated sizes.
        ("transcription", String::new(), 3 + 1 + 4 + 1),
        // The same, and four methods side by side.
        ("boxes", String::new(), 3 + 1 + 4 + 1 + 4),
        // Both bets, the strata, equal probability, the first size, each of the two strata, and five methods.
        (
            "boxes",
            format!("--method stratified {strata}"),
            4 + 1 + 2 + 5,
        ),
        // The sizes, what is expected and simulated, the first size, and four methods.
        ("boxes", "--method alpha".to_owned(), 4 + 4),
        ("boxes", "--method bravo".to_owned(), 4 + 4),
    ] {
        for language in ["en", "es"] {
            let call = ["rla", "plan", "e", "--link", link, "--lang", language];
            let more = more.split_whitespace();
            let call: Vec<&str> = call.into_iter().chain(more).collect();
            let said = done(&scratch, &call);
            let found = sizes_with_their_register(&said);
            assert!(found >= at_least, "{call:?}: {found}: {said}");
        }
    }
}

#[test]
fn an_audit_of_boxes_bounds_link_1_and_only_then_the_ballots_were_examined() {
    let scratch = Scratch::new();
    town(&scratch);
    planned(&scratch, "boxes");
    done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    let counted = |_: usize, station: &str| format!("{station},counted,audit-board,,,105,55");
    scratch.write("counts.csv", filled(&scratch, "boxes", "1", &counted));
    done(&scratch, &["rla", "record", "e", "counts.csv"]);
    assert_eq!(
        chain(&scratch, 1),
        ("bounded".to_owned(), "1-risk".to_owned())
    );
    let page = done(&scratch, &["audit", "e"]);
    assert!(!page.contains("The ballots were not examined."), "{page}");
    // The certificate and the forms are there, and no form shows what the records say.
    let certificate = fs::read_to_string(scratch.path().join("e/rla/boxes/forms-1.html")).unwrap();
    assert!(!certificate.contains("105") && certificate.contains("P1"));
    done(&scratch, &["rla", "measure", "e"]);
    let certificate =
        fs::read_to_string(scratch.path().join("e/rla/boxes/certificate.txt")).unwrap();
    assert!(certificate.contains("sha256sum") && certificate.contains(SEED));
}

/// Every box of the town was counted, and the other option has the votes.
fn overturned(scratch: &Scratch) {
    town(scratch);
    planned(scratch, "boxes");
    done(scratch, &["rla", "draw", "e", "--full-count"]);
    let other = |_: usize, station: &str| format!("{station},counted,court,,,55,105");
    scratch.write("counts.csv", filled(scratch, "boxes", "full-count", &other));
    let said = done(scratch, &["rla", "record", "e", "counts.csv"]);
    assert!(said.contains("Overturned"), "{said}");
}

#[test]
fn a_count_that_overturns_stands_in_the_place_of_the_sheets_on_the_first_screen() {
    let scratch = Scratch::new();
    overturned(&scratch);
    let words = [
        (
            "en",
            [
                "If the hand count of 78 boxes is right, Birch won, as declared: the outcome of the records does not hold.",
                "does not carry it. Link 1 of the chain of evidence is broken.",
                "Hand count",
            ],
        ),
        (
            "es",
            [
                "Si el conteo a mano de 78 urnas es correcto, ganó Birch, como se declaró: el resultado de los registros no se sostiene.",
                "no lo sostiene. El eslabón 1 de la cadena de la evidencia está roto.",
                "Conteo a mano",
            ],
        ),
    ];
    for (language, expected) in words {
        let brief = done(&scratch, &["audit", "e", "--brief", "--lang", language]);
        let page = done(&scratch, &["audit", "e", "--lang", language]);
        done(
            &scratch,
            &["audit", "e", "--html", "page.html", "--lang", language],
        );
        let html = fs::read_to_string(scratch.path().join("page.html")).unwrap();
        for (text, is_html) in [(&brief, false), (&page, false), (&html, true)] {
            let text = if is_html { plain(text) } else { text.clone() };
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for sentence in expected {
                assert!(text.contains(sentence), "{language}: {sentence}: {text}");
            }
            for gone in [
                "no completion of the count changes it",
                "ninguna forma de completar",
                "A count of the paper",
            ] {
                assert!(!text.contains(gone), "{language}: {gone}: {text}");
            }
        }
        // 78 * 55 and 78 * 105 beside 78 * 105 and 78 * 55 on the sheets.
        let (counted, on_sheets) = match language {
            "en" => (["4,290", "8,190"], ["8,190", "4,290"]),
            _ => (["4.290", "8.190"], ["8.190", "4.290"]),
        };
        for (name, [found, sheet]) in [
            ("Ash", [counted[0], on_sheets[0]]),
            ("Birch", [counted[1], on_sheets[1]]),
        ] {
            let line = brief.lines().find(|line| line.starts_with(name)).unwrap();
            assert!(
                line.trim_end().ends_with(found) && line.contains(sheet),
                "{line}"
            );
        }
        let heading = brief
            .lines()
            .position(|line| {
                line.starts_with("What is not established") || line.starts_with("Lo que no")
            })
            .unwrap();
        let first = brief.lines().nth(heading + 1).unwrap();
        assert!(
            first.starts_with("- The outcome") || first.starts_with("- El resultado"),
            "{first}"
        );
    }
}

#[test]
fn an_outcome_that_a_full_count_overturns_breaks_its_link() {
    let scratch = Scratch::new();
    overturned(&scratch);
    let (status, reason) = chain(&scratch, 1);
    assert_eq!(
        (status.as_str(), reason.as_str()),
        ("broken", "1-overturned")
    );
    let report = json(&scratch, &["audit", "e", "--json"]);
    let winner = &report["contests"][0]["declarations"][0]["results"][0]["winner"];
    assert_eq!(winner["answer"], "supported");
    assert_eq!(winner["reasons"][0], "overturned");
    let count = &report["contests"][0]["sources"][0]["overturned_by"];
    assert_eq!(count["votes"], serde_json::json!({"A": 4_290, "B": 8_190}));
    assert_eq!(count["winners"], serde_json::json!(["B"]));
    let measured = json(&scratch, &["rla", "measure", "e", "--json"]);
    assert!(measured["risk"].is_null() && measured["next_size"].is_null());
    assert_eq!(measured["sample"]["audited"], 78);
    assert_eq!(measured["findings"].as_array().unwrap().len(), 78);
    // A stranger derives the same from the log.
    let publish = [
        "publish",
        "e",
        "--out",
        "bundle",
        "--state",
        "state",
        "--insecure-demo-key",
        "--close",
        "--json",
    ];
    done(&scratch, &publish);
    let verified = json(
        &scratch,
        &["verify", "bundle", "--policy", "state/policy.txt", "--json"],
    );
    assert_eq!(verified["result"], "verified", "{verified:#}");
    let published = fs::read_dir(scratch.path().join("bundle/files")).unwrap();
    let has_count = published.into_iter().any(|file| {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        String::from_utf8_lossy(&bytes).contains("\"overturned_by\"")
    });
    assert!(has_count);
}

/// Every sheet of the town is read again, and the other option has the votes: links 3, and 2 where the copies came another
/// way, are broken in the folder, in words, and for who derives the report from the log.
#[test]
fn a_reading_that_overturns_breaks_the_links_of_the_copies() {
    for (origin, expected) in [
        (None, [("open", "2-one-origin"), ("broken", "3-overturned")]),
        (
            Some("posted at the door"),
            [("broken", "2-overturned"), ("broken", "3-overturned")],
        ),
    ] {
        let scratch = Scratch::new();
        town(&scratch);
        let plan = ["rla", "plan", "e", "--link", "transcription"];
        let independent = origin.map_or_else(Vec::new, |origin| vec!["--independent", origin]);
        done(&scratch, &[&plan[..], &independent].concat());
        done(&scratch, &["rla", "commit", "e"]);
        done(&scratch, &["rla", "draw", "e", "--full-count"]);
        let other = |_: usize, station: &str| format!("{station},read,reader,,,200,55,105");
        let rows = filled(&scratch, "transcription", "full-count", &other);
        scratch.write("read.csv", rows);
        let said = done(&scratch, &["rla", "record", "e", "read.csv"]);
        assert!(said.contains("Overturned by a full count"), "{said}");
        let measured = json(&scratch, &["rla", "measure", "e", "--json"]);
        assert_eq!(measured["outcome"], "overturned");
        assert_eq!(
            measured["full_count"],
            serde_json::json!({"A": 4_290, "B": 8_190})
        );
        for (link, (status, reason)) in [2, 3].into_iter().zip(expected) {
            let found = chain(&scratch, link);
            assert_eq!((found.0.as_str(), found.1.as_str()), (status, reason));
        }
        // The ballots were not examined: nothing is said of link 1.
        assert_eq!(chain(&scratch, 1).1, "1-not-examined");
        let report = json(&scratch, &["audit", "e", "--json"]);
        let count = &report["contests"][0]["sources"][0]["overturned_by"];
        assert_eq!(count["votes"], serde_json::json!({"A": 4_290, "B": 8_190}));
        for (language, statements) in [
            (
                "en",
                [
                    "copies of independent origin: what they say does not carry the outcome of the records.",
                    "The ballots were not examined.",
                ],
            ),
            (
                "es",
                [
                    "copias de origen independiente: lo que dicen no sostiene el resultado de los registros.",
                    "No se examinaron las papeletas.",
                ],
            ),
        ] {
            let page = done(&scratch, &["audit", "e", "--full", "--lang", language]);
            let page = page.replace('\u{2502}', " ");
            let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(page.contains(statements[0]), origin.is_some(), "{page}");
            assert!(page.contains(statements[1]), "{page}");
        }
        // A stranger derives the same from the log alone.
        assert_eq!(publish(&scratch).code, 0);
        let verify = ["verify", "bundle", "--policy", "state/policy.txt", "--json"];
        let verified = json(&scratch, &verify);
        assert_eq!(verified["result"], "verified", "{verified:#}");
        let derived = fs::read_dir(scratch.path().join("bundle/files")).unwrap();
        let derived: Vec<String> = derived
            .map(|file| String::from_utf8_lossy(&fs::read(file.unwrap().path()).unwrap()).into())
            .collect();
        for (_, reason) in expected {
            let word = format!("\"{reason}\"");
            assert!(derived.iter().any(|text| text.contains(&word)), "{reason}");
        }
    }
}

/// A page without its tags and the marks of direction.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(c),
            _ => {}
        }
    }
    text
}

#[test]
fn a_count_that_the_missing_can_turn_leaves_the_election_open() {
    let scratch = Scratch::new();
    town(&scratch);
    planned(&scratch, "boxes");
    done(&scratch, &["rla", "draw", "e", "--full-count"]);
    // 78 * (80 - 80) votes apart, and 400 electors without a sheet.
    let other = |_: usize, station: &str| format!("{station},counted,court,,,80,80");
    scratch.write(
        "counts.csv",
        filled(&scratch, "boxes", "full-count", &other),
    );
    done(&scratch, &["rla", "record", "e", "counts.csv"]);
    let brief = done(&scratch, &["audit", "e", "--brief"]);
    let text = brief.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("it is not settled whether Birch won, as declared."),
        "{text}"
    );
    let report = json(&scratch, &["audit", "e", "--json"]);
    let winner = &report["contests"][0]["declarations"][0]["results"][0]["winner"];
    assert_eq!(winner["answer"], "undetermined");
    let count = &report["contests"][0]["sources"][0]["overturned_by"];
    assert_eq!(count["uncounted"], 400);
}

#[test]
fn a_refused_box_is_a_finding_and_the_worst_case() {
    let scratch = Scratch::new();
    town(&scratch);
    planned(&scratch, "boxes");
    done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    let one_refused = |n: usize, station: &str| match n {
        0 => format!("{station},refused,observer,,,,"),
        _ => format!("{station},counted,audit-board,,,105,55"),
    };
    scratch.write("counts.csv", filled(&scratch, "boxes", "1", &one_refused));
    let said = done(&scratch, &["rla", "record", "e", "counts.csv"]);
    assert!(said.contains("access was refused"), "{said}");
    for (language, next) in [
        ("en", "Next, with the register total electors: "),
        ("es", "Sigue, con el total del padrón electoral electors: "),
    ] {
        let said = done(&scratch, &["rla", "measure", "e", "--lang", language]);
        assert!(said.contains(next), "{said}");
    }
    let measured = json(&scratch, &["rla", "measure", "e", "--json"]);
    assert_eq!(measured["outcome"], "continue");
    assert_eq!(measured["findings"][0]["finding"], "absent");
    assert_eq!(measured["risk"]["kaplan-markov"], 1.0);
    assert_eq!(chain(&scratch, 1).0, "open");
}

#[test]
fn the_order_of_the_steps_and_the_seed_are_enforced() {
    let scratch = Scratch::new();
    town(&scratch);
    let none = run(&scratch, &["rla", "measure", "e"]);
    assert_eq!(none.code, 1, "{}", none.err);
    done(&scratch, &["rla", "plan", "e", "--link", "boxes"]);
    let early = run(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    assert_eq!((early.code, early.out.as_str()), (1, ""));
    assert!(early.err.contains("before the commitment"), "{}", early.err);
    done(&scratch, &["rla", "commit", "e"]);
    let again = run(&scratch, &["rla", "plan", "e", "--link", "boxes"]);
    assert_eq!(again.code, 1);
    let short = run(
        &scratch,
        &["rla", "draw", "e", "--seed", "1234567890123456789"],
    );
    assert_eq!(short.code, 2);
    assert!(short.err.contains("20 decimal digits"), "{}", short.err);
    let odd = run(
        &scratch,
        &[
            "rla",
            "plan",
            "e",
            "--link",
            "boxes",
            "--audit",
            "b",
            "--risk-limit",
            "0",
        ],
    );
    assert_eq!(odd.code, 2, "{}", odd.err);
    done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    let twice = run(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    assert_eq!(twice.code, 1);
}

#[test]
fn records_that_changed_after_the_plan_are_not_committed_to() {
    let scratch = Scratch::new();
    town(&scratch);
    done(&scratch, &["rla", "plan", "e", "--link", "boxes"]);
    let sheets = fs::read_to_string(scratch.path().join("e/sheets.csv")).unwrap();
    scratch.write("e/sheets.csv", sheets.replacen("105,55", "104,56", 1));
    let changed = run(&scratch, &["rla", "commit", "e"]);
    assert_eq!(changed.code, 1);
    assert!(
        changed.err.contains("no longer those of the plan"),
        "{}",
        changed.err
    );
}

#[test]
fn a_wrong_file_is_refused_with_every_row_and_column_in_both_languages() {
    let scratch = Scratch::new();
    town(&scratch);
    planned(&scratch, "boxes");
    done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    let wrong = "station,status,role,A,B\nP1:1,counted,Someone,x,1\nnowhere,counted,observer,1,1\n";
    scratch.write("wrong.csv", wrong);
    for language in ["en", "es"] {
        let refused = run(
            &scratch,
            &["rla", "record", "e", "wrong.csv", "--lang", language],
        );
        assert_eq!((refused.code, refused.out.as_str()), (1, ""));
        for place in ["wrong.csv:2:role", "wrong.csv:2:A", "wrong.csv:3:station"] {
            assert!(refused.err.contains(place), "{place}: {}", refused.err);
        }
        assert!(!refused.err.contains("Someone"), "{}", refused.err);
    }
    let columns = "station,status,role,A,B,name\nP1:1,counted,observer,1,1,x\n";
    scratch.write("wrong.csv", columns);
    let refused = run(&scratch, &["rla", "record", "e", "wrong.csv"]);
    assert!(refused.err.contains("wrong.csv:1:name"), "{}", refused.err);
    assert!(!scratch.path().join("e/rla/boxes/records-1.json").exists());
}

#[test]
fn a_lead_that_the_missing_can_hold_and_a_tie_have_clear_answers() {
    let scratch = Scratch::new();
    town(&scratch);
    scratch.write(
        "e/election.toml",
        ELECTION.replace("total = 490", "total = 21000"),
    );
    let refused = run(&scratch, &["rla", "plan", "e", "--link", "transcription"]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.err.contains("no draw from these sheets"),
        "{}",
        refused.err
    );
    let sheets = fs::read_to_string(scratch.path().join("e/sheets.csv")).unwrap();
    scratch.write("e/sheets.csv", sheets.replace("105,55", "80,80"));
    let tie = run(&scratch, &["rla", "plan", "e", "--link", "transcription"]);
    assert_eq!(tie.code, 1);
    assert!(tie.err.contains("tie"), "{}", tie.err);
}

/// The town declares Birch while its sheets have Ash.
#[test]
fn a_declaration_of_another_outcome_than_that_of_the_records_is_named() {
    let scratch = Scratch::new();
    town(&scratch);
    let call = ["rla", "plan", "e", "--link", "boxes"];
    let declared = |text: &str| {
        let election = ELECTION.replace("total = 490", "total = 16000");
        scratch.write(
            "e/election.toml",
            election.replace("winners = [\"B\"]\n", text),
        );
    };
    let plan = json(&scratch, &[&call[..], &["--json"]].concat());
    assert_eq!(plan["outcome"], serde_json::json!(["A"]));
    assert_eq!(
        plan["declared"],
        serde_json::json!([{"declaration": "final", "outcome": ["B"], "same": false}])
    );
    let words = [
        (
            "en",
            "The declaration \"final\" has another outcome: B. This audit asks",
        ),
        (
            "es",
            "La declaración \"final\" tiene otro resultado: B. Esta auditoría pregunta",
        ),
    ];
    // Named as the winner, or with more votes: 250 to 150.
    for text in ["winners = [\"B\"]\n", ""] {
        declared(text);
        for (language, sentence) in words {
            let said = done(&scratch, &[&call[..], &["--lang", language]].concat());
            assert!(said.contains(sentence), "{said}");
        }
    }
    declared("winners = [\"A\"]\n");
    for (language, sentence) in [("en", "another outcome"), ("es", "otro resultado")] {
        let said = done(&scratch, &[&call[..], &["--lang", language]].concat());
        assert!(!said.contains(sentence), "{said}");
    }
    let plan = json(&scratch, &[&call[..], &["--json"]].concat());
    assert_eq!(plan["declared"][0]["same"], true);
}

/// Two seats, of which the declaration names one.
#[test]
fn a_declaration_of_some_of_several_winners_has_no_other_outcome() {
    for (language, words) in [("en", "another outcome"), ("es", "otro resultado")] {
        let seats = "{ kind = \"plurality\", winners = 2 }";
        let said = three_under(seats, [65, 60, 35], language);
        assert!(!said.contains(words), "{said}");
        let said = three_under(seats, [65, 35, 60], language);
        assert!(said.contains(words), "{said}");
        // All that pass are named, or it is another outcome.
        let threshold = "{ kind = \"threshold\", share = \"1/5\" }";
        let said = three_under(threshold, [100, 55, 5], language);
        assert!(said.contains(words), "{said}");
    }
}

/// Two sheets of one station that differ and that nothing orders, and a sheet on which an option cannot be read: neither
/// is drawn, and each counts at what its box can hold.
#[test]
fn rival_sheets_and_unread_options_count_as_without_a_record() {
    let scratch = Scratch::new();
    town(&scratch);
    let sheets = fs::read_to_string(scratch.path().join("e/sheets.csv")).unwrap();
    let sheets = sheets.replacen("P2,1,200,165,160,5,105,55", "P2,1,200,165,160,5,105,", 1);
    scratch.write(
        "e/sheets.csv",
        format!("{sheets}P1,1,200,165,160,5,100,60\n"),
    );
    for link in ["transcription", "boxes"] {
        let call = ["rla", "plan", "e", "--link", link];
        let plan = json(&scratch, &[&call[..], &["--json"]].concat());
        assert_eq!(plan["incomplete"], 2);
        // 76 * 50 on the sheets, less 16,000 - 76 * 200, less the 55 votes that the sheet of P2 leaves open: these are
        // counted beside the capacity of its box, which errs on the side of more draws.
        assert_eq!(plan["registers"][0]["margin_sheets"], 3_800);
        assert_eq!(plan["registers"][0]["missing"], 800 + 55);
        assert_eq!(plan["registers"][0]["margin"], 3_000 - 55);
        let bound = plan["registers"][0]["bound"].as_f64().unwrap();
        assert!((bound - 76.0 * 250.0 / 2_945.0).abs() < 1e-6, "{bound}");
        for (language, sentence) in [
            ("en", "2 stations have rival readings or an unread option"),
            (
                "es",
                "2 mesas tienen lecturas rivales o una opción sin leer",
            ),
        ] {
            let said = done(&scratch, &[&call[..], &["--lang", language]].concat());
            assert!(said.contains(sentence), "{said}");
        }
        let manifest = scratch.path().join(format!("e/rla/{link}/manifest.csv"));
        let manifest = fs::read_to_string(manifest).unwrap();
        assert_eq!(manifest.lines().count(), 1 + 76);
        assert!(!manifest.contains("P1:1,") && !manifest.contains("P2:1,"));
    }
}

/// What `publish` says, with its exit status.
fn publish(scratch: &Scratch) -> crate::support::Run {
    run(
        scratch,
        &[
            "publish",
            "e",
            "--out",
            "bundle",
            "--state",
            "state",
            "--insecure-demo-key",
            "--close",
        ],
    )
}

#[test]
fn a_draw_cannot_be_made_again_behind_the_log() {
    let scratch = Scratch::new();
    town(&scratch);
    planned(&scratch, "transcription");
    done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    assert_eq!(publish(&scratch).code, 0);
    fs::remove_file(scratch.path().join("e/rla/transcription/draw-1.json")).unwrap();
    let lost = publish(&scratch);
    assert_eq!(lost.code, 1);
    assert!(lost.err.contains("expected the step 2"), "{}", lost.err);
    done(
        &scratch,
        &["rla", "draw", "e", "--seed", "27182818284590452353"],
    );
    let other = publish(&scratch);
    assert_eq!(other.code, 1);
    assert!(other.err.contains("transcription"), "{}", other.err);
}

#[test]
fn another_audit_says_nothing_while_one_has_not_ended() {
    let scratch = Scratch::new();
    town(&scratch);
    planned(&scratch, "transcription");
    done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    let missing = filled(&scratch, "transcription", "1", &|_, station| {
        format!("{station},missing,reader,2001-01-09,,,,")
    });
    scratch.write("missing.csv", missing);
    done(&scratch, &["rla", "record", "e", "missing.csv"]);
    let again = ["--audit", "again"];
    let with = |arguments: &[&'static str]| [arguments, &again[..]].concat();
    done(
        &scratch,
        &with(&["rla", "plan", "e", "--link", "transcription"]),
    );
    done(&scratch, &with(&["rla", "commit", "e"]));
    done(&scratch, &with(&["rla", "draw", "e", "--seed", SEED]));
    let read = filled(&scratch, "again", "1", &|_, station| {
        format!("{station},read,reader,2001-01-09,,200,105,55")
    });
    scratch.write("read.csv", read);
    let said = done(&scratch, &with(&["rla", "record", "e", "read.csv"]));
    assert!(said.contains("Confirmed"), "{said}");
    let report = json(&scratch, &["audit", "e", "--json"]);
    let link = &report["contests"][0]["sources"][0]["chain"][2];
    assert_eq!(link["status"], "open");
    assert_eq!(
        link["reasons"],
        serde_json::json!(["3-read-once", "3-unfinished"])
    );
    let page = done(&scratch, &["audit", "e"]);
    assert!(page.contains("has not ended"), "{page}");
    // The same follows from the log alone.
    assert_eq!(publish(&scratch).code, 0);
    let verified = json(
        &scratch,
        &["verify", "bundle", "--policy", "state/policy.txt", "--json"],
    );
    assert_eq!(verified["result"], "verified", "{verified:#}");
}

#[test]
fn an_independent_origin_is_named_from_the_plan_to_the_log() {
    let scratch = Scratch::new();
    town(&scratch);
    let plan = [
        "rla",
        "plan",
        "e",
        "--link",
        "transcription",
        "--independent",
    ];
    let plan_of = |origin: &'static str| [&plan[..], &[origin]].concat();
    for language in ["en", "es"] {
        let same = run(
            &scratch,
            &[&plan_of("sheets")[..], &["--lang", language]].concat(),
        );
        assert_eq!((same.code, same.out.as_str()), (1, ""));
        assert!(same.err.contains("sheets"), "{}", same.err);
    }
    let said = done(&scratch, &plan_of("posted at the door"));
    assert!(said.contains("\"posted at the door\""), "{said}");
    done(&scratch, &["rla", "commit", "e"]);
    done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    let counts = filled(&scratch, "transcription", "1", &|_, station| {
        format!("{station},read,observer,,,200,105,55")
    });
    scratch.write("counts.csv", counts);
    let said = done(&scratch, &["rla", "record", "e", "counts.csv"]);
    assert!(
        said.contains("Links 2, 3 are bounded") || said.contains("Links 2 and 3 are bounded"),
        "{said}"
    );
    assert!(said.contains("\"posted at the door\""), "{said}");
    assert!(said.contains("with the register total electors"), "{said}");
    for link in [2, 3] {
        assert_eq!(chain(&scratch, link).0, "bounded");
    }
    let page = done(&scratch, &["audit", "e"]);
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("\"posted at the door\""), "{page}");
    // ceil((1 - 3500/19500)^17 * 10^6) = 34,619 millionths
    assert!(page.contains("at most 3.46"), "{page}");
    let publish = [
        "publish",
        "e",
        "--out",
        "bundle",
        "--state",
        "state",
        "--insecure-demo-key",
        "--json",
    ];
    json(&scratch, &publish);
    let mut entries = String::new();
    for file in crate::support::files(&scratch.path().join("bundle")) {
        let bytes = fs::read(file).unwrap();
        entries.push_str(&String::from_utf8_lossy(&bytes));
    }
    assert!(entries.contains("\"copies\":\"posted at the door\""));
    assert!(entries.contains("\"register\":\"electors\""));
}

#[test]
fn a_name_of_dots_never_leaves_the_folder_of_the_audits() {
    let scratch = Scratch::new();
    town(&scratch);
    let calls: [&[&str]; 4] = [
        &["rla", "plan", "e", "--link", "boxes"],
        &["rla", "commit", "e"],
        &["rla", "draw", "e", "--seed", SEED],
        &["rla", "measure", "e"],
    ];
    for call in calls {
        for name in [".", "..", ".hidden"] {
            let refused = run(&scratch, &[call, &["--audit", name]].concat());
            assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{call:?}");
            assert!(refused.err.contains("dot"), "{}", refused.err);
        }
    }
    assert!(!scratch.path().join("e/plan.json").exists());
    assert!(!scratch.path().join("e/rla").exists());
}

/// With one and with three stations no draw is smaller than all of them.
#[test]
fn a_plan_of_few_stations_says_full_count_once_and_names_the_command() {
    for stations in [1, 3] {
        let scratch = Scratch::new();
        let mut sheets = String::from("place,table,registered,ballots,valid,invalid,A,B\n");
        for place in 1..=stations {
            let _ = writeln!(sheets, "P{place},1,200,165,160,5,105,55");
        }
        scratch.write("e/sheets.csv", sheets);
        let total = format!("total = {}", 200 * stations);
        scratch.write("e/election.toml", ELECTION.replace("total = 490", &total));
        for (language, all, draws) in [
            ("en", "a full count", "draws"),
            ("es", "un conteo total", "sorteos"),
        ] {
            let said = done(
                &scratch,
                &["rla", "plan", "e", "--link", "boxes", "--lang", language],
            );
            assert!(said.contains(all), "{said}");
            assert!(!said.contains(draws), "{said}");
            assert!(!said.contains("3,000") && !said.contains("12"), "{said}");
        }
        let commitment = done(&scratch, &["rla", "commit", "e"]);
        assert!(
            commitment.contains("rla draw e --full-count"),
            "{commitment}"
        );
        assert!(!commitment.contains("--seed"), "{commitment}");
        let measured = done(&scratch, &["rla", "measure", "e"]);
        assert!(measured.contains("rla draw e --full-count"), "{measured}");
        done(&scratch, &["rla", "draw", "e", "--full-count"]);
    }
}

#[test]
fn a_certificate_after_a_refusal_has_a_column_for_each_measure_and_no_infinity() {
    let scratch = Scratch::new();
    town(&scratch);
    planned(&scratch, "boxes");
    done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    let one_refused = |n: usize, station: &str| match n {
        0 => format!("{station},refused,observer,,,,"),
        _ => format!("{station},counted,audit-board,,,105,55"),
    };
    scratch.write("counts.csv", filled(&scratch, "boxes", "1", &one_refused));
    done(&scratch, &["rla", "record", "e", "counts.csv"]);
    for language in ["en", "es"] {
        done(&scratch, &["rla", "measure", "e", "--lang", language]);
        let path = scratch.path().join("e/rla/boxes/certificate.txt");
        let text = fs::read_to_string(path).unwrap();
        assert!(!text.contains("inf,") && !text.contains("inf\n"), "{text}");
        assert!(text.contains("ln_p_kaplan_markov,ln_p_capped"), "{text}");
        assert!(text.contains("ruined") && text.contains("lambda"), "{text}");
        assert!(text.contains("electors"), "{text}");
    }
    let measured = json(&scratch, &["rla", "measure", "e", "--json"]);
    for line in measured["draws"].as_array().unwrap() {
        let ln_p = &line["ln_p"];
        assert!(ln_p["capped"].is_number(), "{line}");
        assert!(!ln_p["kaplan-markov"].is_null(), "{line}");
    }
}

#[test]
fn a_risk_limit_above_a_fifth_is_refused_with_the_reason() {
    let scratch = Scratch::new();
    town(&scratch);
    let refused = run(
        &scratch,
        &["rla", "plan", "e", "--link", "boxes", "--risk-limit", "99%"],
    );
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert!(refused.err.contains("20.00"), "{}", refused.err);
}

/// The records of stations of an audit that confirmed the outcome are replaced by others with the same winner.
#[test]
fn a_conclusion_does_not_stand_for_records_that_were_not_audited() {
    // No official list has the registered voters of these stations: where they are not read again, the bound says
    // what it rests on.
    let audited = |trust: &[&str], row: &str| {
        let scratch = Scratch::new();
        town(&scratch);
        let plan = ["rla", "plan", "e", "--link", "transcription"];
        done(&scratch, &[&plan, trust].concat());
        done(&scratch, &["rla", "commit", "e"]);
        done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
        let read = |_: usize, station: &str| format!("{station},{row}");
        scratch.write("counts.csv", filled(&scratch, "transcription", "1", &read));
        done(&scratch, &["rla", "record", "e", "counts.csv"]);
        assert_eq!(chain(&scratch, 3).0, "bounded");
        let page = done(&scratch, &["audit", "e"]).replace('\u{2502}', " ");
        let text = page.split_whitespace().collect::<Vec<_>>().join(" ");
        let rests = text.contains("only if the registered voters that the records say are right");
        (scratch, rests)
    };
    let (_, rests) = audited(&["--trust-registered"], "read,reader,,,105,55");
    assert!(rests);
    let (scratch, rests) = audited(&[], "read,reader,,,200,105,55");
    assert!(!rests);
    let sheets = fs::read_to_string(scratch.path().join("e/sheets.csv")).unwrap();
    scratch.write("e/sheets.csv", sheets.replacen("105,55", "104,56", 1));
    assert_eq!(chain(&scratch, 3).0, "open");
    scratch.write("e/sheets.csv", sheets);
    assert_eq!(chain(&scratch, 3).0, "bounded");
    scratch.write(
        "e/election.toml",
        ELECTION.replace("total = 490", "total = 15900"),
    );
    assert_eq!(chain(&scratch, 3).0, "open");
}
