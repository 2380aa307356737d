//! Blocked sites and services as a person looks at them: generated measurements whose truth is known.

use std::fs;

use scrutineer_censorship::Day;
use scrutineer_censorship::synthetic::{Plan, Truth};
use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::workspace_root;
use serde_json::Value;

use crate::spanish::english;
use crate::support::{Run, done, json, run};

/// Two networks, four sites of which every second is blocked from the 21st of 40 days on.
fn plan() -> Plan {
    Plan {
        seed: 7,
        country: ['Z', 'Z'],
        // 2001-01-01.
        first: Day(11_323),
        days: 40,
        networks: 2,
        targets: 4,
        daily: 10,
        blocked_every: 2,
        onset: 20,
        noise: 10,
        reach: 950,
    }
}

/// A folder with the measurements of the plan.
fn measured() -> Scratch {
    let scratch = Scratch::new();
    scratch.write("m.jsonl", plan().lines().collect::<String>());
    scratch
}

fn day(value: &Value) -> Day {
    Day::parse(value.as_str().unwrap()).unwrap()
}

#[test]
fn the_changes_of_the_plan_are_found_and_no_others() {
    let scratch = measured();
    let found = json(&scratch, &["censorship", "analyse", "m.jsonl", "--json"]);
    assert_eq!(found["schema"], "scrutineer/censorship-report/1");
    let blocked: Vec<Truth> = plan()
        .truth()
        .into_iter()
        .filter(|truth| truth.block.is_some())
        .collect();
    assert_eq!(blocked.len(), 4);
    let findings = found["findings"].as_array().unwrap();
    assert_eq!(findings.len(), blocked.len(), "{findings:?}");
    for truth in blocked {
        let held = findings
            .iter()
            .find(|held| held["asn"] == truth.asn && held["target"] == truth.target.as_str())
            .unwrap();
        let (from, _) = truth.block.unwrap();
        assert!((day(&held["day"]).0 - from.0).abs() <= 1, "{held}");
        assert!(held["q"].as_f64().unwrap() <= 0.01, "{held}");
    }
}

#[test]
fn the_same_files_give_the_same_bytes_on_any_number_of_threads() {
    let scratch = measured();
    for form in ["classify", "analyse"] {
        let of = |threads: &str| {
            let arguments = [
                "censorship",
                form,
                "m.jsonl",
                "--json",
                "--threads",
                threads,
            ];
            done(&scratch, &arguments)
        };
        let one = of("1");
        assert_eq!(one, of("2"));
        assert_eq!(one, of("7"));
    }
}

#[test]
fn both_languages_say_the_same_and_spanish_says_nothing_in_english() {
    let scratch = measured();
    for form in [
        &["censorship", "classify", "m.jsonl"][..],
        &[
            "censorship",
            "analyse",
            "m.jsonl",
            "--election",
            "2001-01-21",
        ],
    ] {
        let in_english = done(&scratch, form);
        let in_spanish = done(&scratch, &[form, &["--lang", "es"]].concat());
        assert!(in_english.len() > 200 && in_english != in_spanish);
        let words = english(&in_spanish);
        assert!(words.is_empty(), "{words:?}\n{in_spanish}");
    }
    for (language, heading) in [
        ("en", "Not used in the answers"),
        ("es", "No se usa en las"),
    ] {
        let text = done(
            &scratch,
            &["censorship", "analyse", "m.jsonl", "--lang", language],
        );
        assert!(text.contains(heading), "{text}");
    }
}

/// Where a table is too narrow for a word, its rows stand as lists: ids can be copied whole.
#[test]
fn no_word_of_a_wide_table_is_cut() {
    let scratch = measured();
    let text = done(&scratch, &["censorship", "analyse", "m.jsonl"]);
    let found = json(&scratch, &["censorship", "analyse", "m.jsonl", "--json"]);
    let series = found["series"].as_array().unwrap();
    let mut witnesses = series
        .iter()
        .flat_map(|held| held["mechanisms"].as_array().unwrap())
        .filter_map(|held| held["witnesses"].as_array().unwrap().first());
    let witness = witnesses.next().unwrap().as_str().unwrap();
    assert!(text.contains(witness), "{witness}: {text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn page_and_table_are_written_without_scripts_or_addresses_elsewhere() {
    let scratch = measured();
    let arguments = [
        "censorship",
        "analyse",
        "m.jsonl",
        "--html",
        "o/page.html",
        "--csv",
        "o/cells.csv",
    ];
    done(&scratch, &arguments);
    let page = fs::read_to_string(scratch.path().join("o/page.html")).unwrap();
    assert!(page.contains("site-000.example") && page.contains("<svg"));
    for forbidden in ["<script", "src=\"http", "href=\"http", "@import"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    let cells = fs::read_to_string(scratch.path().join("o/cells.csv")).unwrap();
    // A cell is a network, a site and a day.
    assert_eq!(cells.lines().count(), 1 + 2 * 4 * 40);
}

/// The known first day lies in the interval that each form of the timeline shows, on each network and site.
#[test]
fn the_known_first_day_lies_in_the_interval_of_the_timeline_in_every_form() {
    let scratch = measured();
    let vote = "2001-01-19";
    let form = ["censorship", "analyse", "m.jsonl", "--election", vote];
    let form = [&form[..], &["--country", "ZZ"]].concat();
    let written = ["--html", "o/page.html", "--timeline", "o/days.csv"];
    done(&scratch, &[&form[..], &written].concat());
    let found = json(&scratch, &[&form[..], &["--json"]].concat());
    let text = done(&scratch, &form);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let page = fs::read_to_string(scratch.path().join("o/page.html")).unwrap();
    let rows = fs::read_to_string(scratch.path().join("o/days.csv")).unwrap();
    let rows: Vec<Vec<&str>> = rows.lines().map(|line| line.split(',').collect()).collect();
    let timeline = found["timeline"].as_array().unwrap();
    let truth = plan().truth();
    let blocked: Vec<&Truth> = truth.iter().filter(|held| held.block.is_some()).collect();
    let is_published = |row: &&Value| row["is_published"] == true;
    assert_eq!(
        (blocked.len(), timeline.iter().filter(is_published).count()),
        (4, 4)
    );
    assert_eq!(rows.len(), 1 + timeline.len());
    for truth in blocked {
        let (from, _) = truth.block.unwrap();
        let row = timeline
            .iter()
            .find(|row| row["asn"] == truth.asn && row["target"] == truth.target.as_str())
            .unwrap();
        let [earliest, first, latest] = ["earliest", "day", "latest"].map(|key| day(&row[key]));
        assert!(earliest <= from && from <= latest, "{row}");
        // 2001-01-21 is two days after the vote.
        assert_eq!(from, Day::parse("2001-01-21").unwrap());
        assert_eq!(row["election"], vote);
        assert_eq!(row["days_from_election"], 2 + (first.0 - from.0), "{row}");

        let asn = truth.asn.to_string();
        let cells = rows
            .iter()
            .find(|cells| cells[0] == asn && cells[2] == truth.target)
            .unwrap();
        let said = [first, earliest, latest].map(|day| day.to_string());
        assert_eq!(cells[3..6], said);
        assert_eq!((cells[6], cells[8]), (vote, "yes"));

        assert!(text.contains(&truth.target), "{text}");
        // A cell may be broken behind the dash.
        assert!(text.contains(&format!("{earliest} –")), "{text}");
        assert!(text.contains(&latest.to_string()), "{text}");

        let chart = figure(&page, &format!("timeline-{asn}-ZZ"));
        assert!(chart.contains("<desc") && chart.contains(vote));
        let (low, width) = mark(chart, &truth.target);
        // Forty days from 2001-01-01 on 530 units behind names of 170.
        let at = 170 + (from.0 - plan().first.0) * 530 / 39;
        assert!(low <= at && at <= low + width, "{low} {at} {width}");
    }
    assert!(page.contains("First days of changes, and the election"));
    let spanish = done(&scratch, &[&form[..], &["--lang", "es"]].concat());
    assert!(spanish.contains("Cambios en el orden de sus primeros días"));
}

#[test]
fn controls_networks_and_the_watch_stand_on_the_page_in_both_languages() {
    let scratch = measured();
    scratch.write("control.csv", "url\nsite-001.example\n");
    let form = [
        "censorship",
        "analyse",
        "m.jsonl",
        "--election",
        "2001-01-21",
    ];
    let form = [&form[..], &["--control-targets", "control.csv"]].concat();
    let found = json(&scratch, &[&form[..], &["--json"]].concat());
    let contrast = &found["contrast"];
    let real = |value: &Value| value.as_f64().unwrap();
    let targets = contrast["targets"].as_array().unwrap();
    // The control is none of the three others.
    assert_eq!(targets.len(), 3);
    for target in targets {
        let beyond = real(&target["difference"]) - real(&contrast["control_targets"]);
        assert!((real(&target["beyond_control_targets"]) - beyond).abs() < 1e-9);
    }
    let page = |language: &str| {
        done(
            &scratch,
            &[&form[..], &["--html", "o/p.html", "--lang", language]].concat(),
        );
        fs::read_to_string(scratch.path().join("o/p.html")).unwrap()
    };
    // Every network on which something is blocked after the vote has its own p-value.
    let pairs = targets
        .iter()
        .flat_map(|target| target["networks"].as_array().unwrap());
    let blocked = pairs.filter(|network| network["counts"]["after_blocked"] != 0);
    assert!(blocked.count() >= 4);
    assert_eq!(found["notices"].as_array().unwrap().len(), 4);
    for (language, told) in [
        (
            "en",
            [
                "Each network by itself",
                "p (Fisher)",
                "control sites (points beyond them)",
                "What a running sum noticed",
            ],
        ),
        (
            "es",
            [
                "Cada red por separado",
                "p (Fisher)",
                "sitios de control (puntos de más)",
                "Lo que notó una suma continua",
            ],
        ),
    ] {
        let page = page(language);
        for part in told {
            assert!(page.contains(part), "{part}");
        }
    }
}

/// The picture with an id.
fn figure<'a>(page: &'a str, id: &str) -> &'a str {
    let at = page.find(&format!("id=\"{id}-title\"")).unwrap();
    let end = page[at..].find("</svg>").unwrap();
    &page[at..at + end]
}

/// Left end and width of the long mark whose text begins with a name.
fn mark(chart: &str, name: &str) -> (i32, i32) {
    let label = chart.find(&format!("<title>{name}: ")).unwrap();
    let element = &chart[chart[..label].rfind("<rect").unwrap()..label];
    let number = |key: &str| -> i32 {
        let from = element.find(&format!(" {key}=\"")).unwrap() + key.len() + 3;
        let length = element[from..].find('"').unwrap();
        element[from..from + length].parse().unwrap()
    };
    (number("x"), number("width"))
}

#[test]
fn every_measurement_has_a_line_and_the_counts_are_of_these_lines() {
    let scratch = measured();
    let arguments = [
        "censorship",
        "classify",
        "m.jsonl",
        "--lines",
        "o/lines.jsonl",
        "--json",
    ];
    let counts = json(&scratch, &arguments);
    let lines = fs::read_to_string(scratch.path().join("o/lines.jsonl")).unwrap();
    assert_eq!(lines.lines().count() as u64, plan().len());
    // Only the day leaves: 2001-01-01 for the first line of the plan, and no moment anywhere.
    let first: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(first["day"], "2001-01-01");
    assert!(first.get("time").is_none());
    for group in counts["counts"].as_array().unwrap() {
        let held = lines
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap())
            .filter(|line| {
                ["state", "rule", "mechanism"]
                    .iter()
                    .all(|name| line["verdict"][name] == group[name])
            })
            .count();
        assert_eq!(group["measurements"], held as u64, "{group}");
    }
}

#[test]
fn the_shipped_example_gives_its_truth_with_every_file_beside() {
    let folder = workspace_root().join("examples/censorship-synthetic");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let scratch = Scratch::new();
    let (lines, targets, networks) = (
        path("measurements.jsonl.gz"),
        path("targets.csv"),
        path("networks.csv"),
    );
    let (statements, outages) = (path("statements.csv"), path("outages.csv"));
    let mut form = vec!["censorship", "analyse", &lines, "--country", "ZZ"];
    form.extend(["--election", "2001-01-15", "--targets", &targets]);
    form.extend(["--networks", &networks, "--statements", &statements]);
    form.extend(["--outages", &outages]);
    let found = json(&scratch, &[&form[..], &["--json"]].concat());
    let truth = fs::read_to_string(folder.join("truth.csv")).unwrap();
    let blocked: Vec<Vec<&str>> = truth
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .filter(|cells: &Vec<&str>| !cells[2].is_empty())
        .collect();
    let findings = found["findings"].as_array().unwrap();
    assert_eq!((blocked.len(), findings.len()), (4, 4));
    for cells in blocked {
        let held = findings
            .iter()
            .find(|held| {
                held["asn"].as_u64() == cells[0].parse().ok() && held["target"] == cells[1]
            })
            .unwrap();
        let truth = Day::parse(cells[2]).unwrap();
        assert!((day(&held["day"]).0 - truth.0).abs() <= 1, "{held}");
        // The order of the invented operator rests on other measurements.
        let is_strong = cells[..2] == ["64512", "site-000.example"];
        assert_eq!(held["concordance"] == "strong", is_strong, "{held}");
    }
    for language in ["en", "es"] {
        let text = done(&scratch, &[&form[..], &["--lang", language]].concat());
        assert!(text.contains("Invented network one") && text.contains("site-009.example"));
    }
}

#[test]
fn a_country_of_which_nothing_was_measured_is_told_on_the_page_and_beside_it() {
    let scratch = measured();
    let lines = plan().len().to_string();
    for (language, note, said) in [
        (
            "en",
            format!("None of the {lines} measurements is from VE"),
            "None of them is from VE",
        ),
        (
            "es",
            format!("Ninguna de las {lines} mediciones es de VE"),
            "Ninguna de ellas es de VE",
        ),
    ] {
        let arguments = [
            "censorship",
            "analyse",
            "m.jsonl",
            "--country",
            "VE",
            "--lang",
            language,
        ];
        let found = run(&scratch, &arguments);
        assert_eq!(found.code, 0);
        assert!(found.err.contains(&note), "{}", found.err);
        let words = found.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(said), "{}", found.out);
    }
    let own = run(
        &scratch,
        &["censorship", "analyse", "m.jsonl", "--country", "ZZ"],
    );
    assert!(!own.err.contains("None of the"), "{}", own.err);
}

#[test]
fn two_countries_of_one_network_have_maps_of_their_own() {
    let scratch = Scratch::new();
    let other = Plan {
        country: ['Y', 'Y'],
        blocked_every: 0,
        ..plan()
    };
    let lines = plan().lines().chain(other.lines()).collect::<String>();
    scratch.write("m.jsonl", lines);
    let found = json(
        &scratch,
        &[
            "censorship",
            "analyse",
            "m.jsonl",
            "--country",
            "ZZ",
            "--json",
        ],
    );
    let alone = json(
        &measured(),
        &[
            "censorship",
            "analyse",
            "m.jsonl",
            "--country",
            "ZZ",
            "--json",
        ],
    );
    assert_eq!(found["series"], alone["series"]);
    assert_eq!(found["findings"].as_array().unwrap().len(), 4);
    let form = ["censorship", "analyse", "m.jsonl", "--html", "page.html"];
    done(&scratch, &form);
    let page = fs::read_to_string(scratch.path().join("page.html")).unwrap();
    for id in [
        "map-64512-YY",
        "map-64512-ZZ",
        "map-64513-YY",
        "map-64513-ZZ",
    ] {
        assert_eq!(
            page.matches(&format!("id=\"{id}-title\"")).count(),
            1,
            "{id}"
        );
    }
    assert!(page.contains("AS64512 (ZZ)") && page.contains("AS64512 (YY)"));
}

/// The lines of an error with what is expected and found, and the exit code.
fn refused(run: &Run, code: i32, told: &[&str]) {
    assert_eq!(run.code, code, "{}", run.err);
    for text in told {
        assert!(run.err.contains(text), "{text}: {}", run.err);
    }
    assert_eq!(run.out, "");
}

#[test]
fn every_error_of_the_files_beside_has_file_row_column_expected_and_found() {
    let scratch = Scratch::new();
    scratch.write("m.jsonl", plan().lines().next().unwrap());
    scratch.write(
        "targets.csv",
        "url,category_code,date_added\nnot a url,NEWS,soon\nhttps://a.example/,NEWS,2024-13-01\n",
    );
    scratch.write(
        "networks.csv",
        "asn,name,from,to,source\nx,A,2020-01-01,,me\n64512,B,when,,me\n",
    );
    scratch.write(
        "outages.csv",
        "asn,day,to,kind,source\n64512,never,,,me\n64512,2024-08-02,2024-08-01,seen,me\n",
    );
    scratch.write("statements.csv", "asn,source\n64512,me\n");
    for (option, told, in_spanish) in [
        (
            "targets",
            &[
                "targets.csv: row 2, column url: expected an address or a host, found \"not a url\"",
                "targets.csv: row 2, column date_added: expected a day such as 2024-07-28, found \"soon\"",
                "targets.csv: row 3, column date_added",
            ][..],
            "fila 2, columna url: se esperaba una dirección",
        ),
        (
            "networks",
            &[
                "networks.csv: row 2, column asn: expected the number of a network, found \"x\"",
                "networks.csv: row 3, column from: expected a day",
            ],
            "fila 3, columna from: se esperaba un día",
        ),
        (
            "outages",
            &[
                "outages.csv: row 2, column day: expected a day such as 2024-07-28, found \"never\"",
                "outages.csv: row 3, column to: expected a day that is not before the first, found \"2024-08-01\"",
                "outages.csv: row 3, column kind: expected outage, watched or nothing, found \"seen\"",
            ],
            "fila 2, columna day: se esperaba un día",
        ),
        (
            "statements",
            &[
                "column target: expected a column",
                "column independent: expected a column",
            ],
            "columna target: se esperaba una columna",
        ),
    ] {
        let (flag, file) = (format!("--{option}"), format!("{option}.csv"));
        let arguments = ["censorship", "analyse", "m.jsonl", &flag, &file];
        refused(&run(&scratch, &arguments), 1, told);
        let spanish = run(&scratch, &[&arguments[..], &["--lang", "es"]].concat());
        refused(&spanish, 1, &[in_spanish]);
        assert_eq!(
            english(&spanish.err.replace("from:", "").replace("to:", "")),
            Vec::<String>::new()
        );
    }
}

#[test]
fn files_that_cannot_be_read_are_all_named_and_usage_is_another_code() {
    let scratch = measured();
    let arguments = [
        "censorship",
        "classify",
        "one.jsonl",
        "m.jsonl",
        "two.jsonl",
    ];
    refused(
        &run(&scratch, &arguments),
        1,
        &["one.jsonl cannot be read", "two.jsonl cannot be read"],
    );
    let arguments = [
        "censorship",
        "analyse",
        "m.jsonl",
        "--election",
        "never",
        "--country",
        "zzz",
    ];
    refused(
        &run(&scratch, &arguments),
        2,
        &[
            "--election: expected a day",
            "expected two letters of a country",
        ],
    );
    refused(&run(&scratch, &["censorship", "analyse"]), 2, &["FILE"]);
}

#[test]
fn bad_lines_are_counted_by_reason_and_never_end_a_run() {
    let scratch = Scratch::new();
    let good = plan().lines().next().unwrap();
    let mut bytes = b"{\"cut\":\n\n[1]\n".to_vec();
    bytes.extend_from_slice(good.as_bytes());
    bytes.extend_from_slice(b"\xff\xfe\n{} {}\n");
    scratch.write("bad.jsonl", bytes);
    let run = run(&scratch, &["censorship", "classify", "bad.jsonl", "--json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let found: Value = serde_json::from_str(&run.out).unwrap();
    let file = &found["files"][0];
    assert_eq!((&file["lines"], &file["observed"]), (&5.into(), &1.into()));
    let told: Vec<(&str, u64)> = file["rejected"]
        .as_array()
        .unwrap()
        .iter()
        .map(|held| {
            (
                held["reason"].as_str().unwrap(),
                held["first"][0].as_u64().unwrap(),
            )
        })
        .collect();
    // The blank line counts among the lines of the file.
    assert_eq!(told, [("encoding", 5), ("syntax", 1), ("shape", 3)]);
    assert!(run.err.contains("first in line 5"), "{}", run.err);
}
