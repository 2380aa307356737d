//! Do no harm: the requirements on the conditions, each run as a person would run it. The table of
//! requirements and tests stands in `docs/conditions.md`.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use scrutineer_testkit::requirement::skip_without;
use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::{self, workspace_root};
use serde_json::Value;

use crate::spanish::english;
use crate::support::{done, files, finish, json, run};

const SOURCES: &str = "id,name,kind,standing,access\n\
    a,A,ngo-list,primary,public\nb,B,media,secondary,public\nc,C,ngo-list,primary,private\n";

/// A folder `e` with the sources and these tables.
fn tables(scratch: &Scratch, tables: &[(&str, &str)]) {
    for (name, text) in [("sources", SOURCES)].iter().chain(tables) {
        scratch.write(&format!("e/incidents/{name}.csv"), text);
    }
}

fn synthetic() -> String {
    let folder = workspace_root().join("examples/incidents-synthetic");
    folder.to_str().unwrap().to_owned()
}

fn has_digest(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_hexdigit())
        .any(|part| part.len() >= 40)
}

/// H14: names and identity numbers are compared under a key that stays apart; neither they nor tokens of
/// them reach a file of the folder, an output or an error.
#[test]
fn h14_no_name_no_number_and_no_token_leaves_the_run() {
    let scratch = Scratch::new();
    tables(&scratch, &[]);
    scratch.write("key", [7; 32]);
    let header = "id,given,surname1,surname2,date,age,place,sex,identity\n";
    scratch.write(
        "a.csv",
        format!("{header}A1,Kanarie,Vogelaar,Pietje,2030-07-30,31,01-004,f,V-12.345.678\n"),
    );
    scratch.write(
        "b.csv",
        format!(
            "{header}B1,Kanarie,Vogelaar,Pietje,2030-07-30,31,01-004,f,v12345678\n\
             B2,Kanarie,Vogelaar,Pietje,2030-07-30,31,01-004,f,V-99.999.999\n"
        ),
    );
    let mut form = vec![
        "incidents",
        "link",
        "e",
        "--list",
        "a=a.csv",
        "--list",
        "b=b.csv",
    ];
    form.extend(["--act", "detained", "--as-of", "2030-09-01"]);
    form.extend(["--records", "private.csv", "--key", "key"]);
    let linked = json(&scratch, &[&form[..], &["--json"]].concat());
    // The numbers agree in three spellings; another one keeps equal names apart.
    assert_eq!(linked["automatic"], 1);
    let mut texts = vec![linked.to_string()];
    for further in [
        &form[..],
        &["incidents", "report", "e", "--json"],
        &["incidents", "report", "e", "--lang", "es"],
        &["incidents", "count", "e", "--act", "detained", "--json"],
    ] {
        let run = run(&scratch, further);
        texts.extend([run.out, run.err]);
    }
    // A list that is refused is refused without a word of it.
    scratch.write(
        "a.csv",
        format!("{header}A1,Kanarie,Vogelaar,,soon,old,01-004,f,V-12.345.678\n"),
    );
    let refused = run(&scratch, &form);
    assert_eq!(refused.code, 1);
    texts.extend([refused.out, refused.err]);
    for path in files(&scratch.path().join("e")) {
        texts.push(fs::read_to_string(path).unwrap());
    }
    for text in &texts {
        // Long enough that no random id has one by chance.
        for secret in [
            "anarie", "ogelaar", "ietje", "345.678", "345678", "99.999", "999999", "VOGELAAR",
        ] {
            assert!(!text.contains(secret), "{secret}: {text}");
        }
        assert!(!has_digest(text), "{text}");
    }
    let short = run(&scratch, &[&form[..], &["--key", "short"]].concat());
    assert_ne!(short.code, 0);
}

/// H15: a place finer than a municipality is refused where it would be public, and stands in no output
/// where it may be kept.
#[test]
fn h15_no_place_is_finer_than_a_municipality() {
    let scratch = Scratch::new();
    scratch.write("e/incidents/sources.csv", SOURCES);
    let header = "id,type,phase,from,area,role,direct\n";
    scratch.write(
        "fine.csv",
        format!(
            "{header}r1,copy-refused,counting,2030-07-28,01/004/002,voter,yes\n\
             r2,copy-refused,counting,2030-07-28,01/004/002/17,voter,yes\n"
        ),
    );
    let form = [
        "incidents",
        "import",
        "e",
        "--table",
        "reports",
        "--from",
        "fine.csv",
    ];
    let refused = run(&scratch, &form);
    assert_eq!(refused.code, 1);
    for place in [
        "fine.csv:2:area: expected a path such as 01/004",
        "fine.csv:3:area",
    ] {
        assert!(refused.err.contains(place), "{}", refused.err);
    }
    let area = [
        "incidents",
        "count",
        "e",
        "--act",
        "killed",
        "--area",
        "01/004/002",
    ];
    assert_eq!(run(&scratch, &area).code, 2);
    let header = "id,type,phase,from,area,station,role,direct\n";
    scratch.write(
        "station.csv",
        format!("{header}r1,copy-refused,counting,2030-07-28,01/004,KANARIE:7,voter,yes\n"),
    );
    done(
        &scratch,
        &[
            "incidents",
            "import",
            "e",
            "--table",
            "reports",
            "--from",
            "station.csv",
        ],
    );
    for further in [&["--json"][..], &["--lang", "es"]] {
        let shown = done(&scratch, &[&["incidents", "report", "e"], further].concat());
        assert!(!shown.contains("KANARIE"), "{shown}");
    }
}

/// Every number below a key of one of these names.
fn numbers<'a>(value: &'a Value, names: &[&str], inside: bool, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                numbers(
                    member,
                    names,
                    inside || names.contains(&name.as_str()),
                    found,
                );
            }
        }
        Value::Array(items) => {
            for item in items {
                numbers(item, names, inside, found);
            }
        }
        Value::Number(_) if inside => found.push(value),
        _ => {}
    }
}

/// H16: an auditor of the tables about detained and threatened persons finds no cell of 1 to 4 and none
/// that follows from its row.
#[test]
fn h16_small_cells_are_withheld_with_what_would_give_them_away() {
    let scratch = Scratch::new();
    let mut persons = String::from("id\n");
    let mut claims = String::from("id,source,act,person,qualifier,as_of,area\n");
    let mut number = 0;
    for (area, count) in [("01/001", 2), ("02/001", 9), ("03/001", 30)] {
        for _ in 0..count {
            number += 1;
            writeln!(persons, "p{number}").unwrap();
            writeln!(
                claims,
                "c{number},a,detained,p{number},named,2030-08-01,{area}"
            )
            .unwrap();
        }
    }
    let mut reports = String::from("id,type,phase,from,area,role,direct,means,unit,called_back\n");
    for at in 0..9 {
        let direct = if at < 7 { "yes" } else { "no" };
        let unit = if at < 2 { "police" } else { "military" };
        writeln!(
            reports,
            "r{at},agent-detained,counting,2030-07-28,01/001,voter,{direct},batons,{unit},yes"
        )
        .unwrap();
    }
    for at in 9..12 {
        writeln!(
            reports,
            "r{at},agent-threatened,counting,2030-07-28,01/001,voter,yes,,,yes"
        )
        .unwrap();
    }
    tables(
        &scratch,
        &[
            ("persons", persons.as_str()),
            ("claims", &claims),
            ("reports", &reports),
        ],
    );
    let found = json(&scratch, &["incidents", "report", "e", "--json"]);
    let areas = &found["by_area"][0]["areas"];
    // The 2 itself, and the 9 as well: 41 less 30 less 9 would be the 2.
    assert_eq!(
        (&areas["01"], &areas["02"], &areas["03"]),
        (&Value::Null, &Value::Null, &30.into())
    );
    let mut cells = Vec::new();
    numbers(&found["by_area"], &["areas"], false, &mut cells);
    numbers(
        &found["reports"],
        &["reports", "direct", "means", "units"],
        false,
        &mut cells,
    );
    let small: Vec<_> = cells
        .iter()
        .filter(|cell| (1..5).contains(&cell.as_u64().unwrap()))
        .collect();
    assert!(small.is_empty(), "{small:?}: {found}");
    assert!(cells.contains(&&Value::from(9)), "{found}");
    // 7 of 9 were seen directly: the other 2 would follow.
    let detained = found["reports"].to_string();
    assert!(detained.contains("\"direct\":null"), "{detained}");
    let count = json(
        &scratch,
        &["incidents", "count", "e", "--act", "detained", "--json"],
    );
    assert_eq!(count["credible"], 41);
    let small = run(
        &scratch,
        &[
            "incidents",
            "count",
            "e",
            "--act",
            "detained",
            "--area",
            "01",
            "--json",
        ],
    );
    assert!(
        small.code != 0 && !small.out.contains('2'),
        "{}{}",
        small.out,
        small.err
    );
}

/// Reports `r00`, `r01`, ... in the order in which they came.
fn arrived(count: usize) -> String {
    let mut reports = String::from("id,type,phase,from,area,role,direct\n");
    for at in 0..count {
        writeln!(
            reports,
            "r{at:02},copy-refused,counting,2030-07-28,01/001,voter,yes"
        )
        .unwrap();
    }
    reports
}

/// A state as the command writes it, its batch having been begun so many hours ago with all that wait.
fn state(scratch: &Scratch, key: u8, hours: u64) {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs()
        / 3600;
    let wait = |ids: &str| {
        let records: Vec<String> = (0..100).map(|at| format!("{ids}{at:02}")).collect();
        serde_json::json!({
            "since": now - hours,
            "draw": 0_u64.wrapping_sub(u64::from(key)),
            "records": records,
        })
    };
    let state = serde_json::json!({
        "schema": "scrutineer/incidents-release-state/3",
        "key": vec![key; 32],
        "reports": wait("r"),
        "names": wait("n"),
    });
    scratch.write("state.json", state.to_string());
}

/// Spearman's correlation of place and arrival, which the digits of an id count.
fn correlation(order: &[Value]) -> f64 {
    let n = order.len() as f64;
    let squares: f64 = order
        .iter()
        .enumerate()
        .map(|(place, id)| {
            let arrived: f64 = id.as_str().unwrap()[1..].parse().unwrap();
            (place as f64 - arrived) * (place as f64 - arrived)
        })
        .sum();
    1.0 - 6.0 * squares / (n * (n * n - 1.0))
}

/// What became of the reports, or the names, in a run of the command.
fn queue(scratch: &Scratch, kind: &str) -> Value {
    json(scratch, &RELEASE)[kind].clone()
}

const RELEASE: [&str; 6] = [
    "incidents",
    "release",
    "e",
    "--state",
    "state.json",
    "--json",
];

/// H17: batches of five or more, after 24 to 72 hours, and the order in a batch says nothing of arrival.
#[test]
fn h17_reports_leave_in_batches_that_tell_no_order_of_arrival() {
    let scratch = Scratch::new();
    tables(&scratch, &[("reports", &arrived(4))]);
    state(&scratch, 1, 1000);
    assert_eq!(queue(&scratch, "reports")["outcome"], "too-few");
    tables(&scratch, &[("reports", &arrived(40))]);
    for key in 0..40 {
        state(&scratch, key, 23);
        assert_eq!(queue(&scratch, "reports")["outcome"], "too-early");
    }
    // Spearman's correlation of arrival and place over 40 batches of 40: mean 0, standard error
    // 1/sqrt(39 x 40) = 0.0253.
    let mut sum = 0.0;
    for key in 0..40 {
        state(&scratch, key, 73);
        fs::remove_file(scratch.path().join("e/incidents/releases.csv")).ok();
        let released = queue(&scratch, "reports");
        assert_eq!(
            (&released["outcome"], &released["batch"]),
            (&"released".into(), &1.into())
        );
        let order = released["ids"].as_array().unwrap();
        assert_eq!(order.len(), 40);
        sum += correlation(order);
        // The rows stand in the order of the batch as well.
        let rows = fs::read_to_string(scratch.path().join("e/incidents/releases.csv")).unwrap();
        let first = order[0].as_str().unwrap();
        assert_eq!(rows.lines().nth(1).unwrap(), format!("{first},1"));
    }
    assert!((sum / 40.0_f64).abs() < 0.1, "{}", sum / 40.0);
    // Nothing waits now; what comes later waits anew, and what comes while a batch waits is not in it.
    let none = queue(&scratch, "reports");
    assert_eq!(none["outcome"], "none");
    tables(&scratch, &[("reports", &arrived(47))]);
    assert_eq!(queue(&scratch, "reports")["outcome"], "too-early");
    let begun = fs::read_to_string(scratch.path().join("state.json")).unwrap();
    assert!(begun.contains("r46") && !begun.contains("r39"), "{begun}");
    tables(&scratch, &[("reports", &arrived(48))]);
    assert_eq!(queue(&scratch, "reports")["outcome"], "too-early");
    let later = fs::read_to_string(scratch.path().join("state.json")).unwrap();
    assert_eq!(later, begun, "the eighth came later");
    tables(&scratch, &[("reports", &arrived(47))]);
    state(&scratch, 3, 73);
    let second = queue(&scratch, "reports");
    assert_eq!(
        (&second["batch"], second["ids"].as_array().unwrap().len()),
        (&2.into(), 7)
    );
}

#[test]
fn h17_only_what_left_is_reported_and_the_state_lies_apart() {
    let scratch = Scratch::new();
    let mut reports = arrived(6);
    // A critical report waits for its call-back first.
    reports += "s1,shots,voting,2030-07-28,01/001,voter,yes\n";
    tables(&scratch, &[("reports", &reports)]);
    let shown = |language: &str| {
        done(
            &scratch,
            &[
                "incidents",
                "report",
                "e",
                "--released",
                "--as-of",
                "2030-12-31",
                "--lang",
                language,
            ],
        )
    };
    assert!(!shown("en").contains("refused"), "{}", shown("en"));
    for language in ["en", "es"] {
        let nested = [
            "incidents",
            "release",
            "e",
            "--state",
            "e/state.json",
            "--lang",
            language,
        ];
        let nested = run(&scratch, &nested);
        assert_eq!(nested.code, 1);
        assert!(nested.err.contains("state.json"), "{}", nested.err);
    }
    state(&scratch, 5, 73);
    let released = queue(&scratch, "reports");
    let ids = released["ids"].as_array().unwrap();
    assert!(ids.len() == 6 && !ids.contains(&"s1".into()), "{released}");
    assert!(
        shown("en").contains("6 reports") && shown("es").contains("6 reportes"),
        "{}",
        shown("en")
    );
    scratch.write("state.json", "{\"KANARIE\":1}");
    let wrong = run(&scratch, &RELEASE);
    assert!(
        wrong.code == 1 && !wrong.err.contains("KANARIE"),
        "{}",
        wrong.err
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::remove_file(scratch.path().join("state.json")).unwrap();
        done(&scratch, &RELEASE);
        let mode = fs::metadata(scratch.path().join("state.json"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

/// H17: a name that passed the gate leaves with four others at least, never among reports, and what left tells
/// neither the day of a review nor the order of the rows.
#[test]
fn h17_names_leave_in_batches_of_names() {
    let scratch = Scratch::new();
    let rows = |count: usize| {
        let mut persons = String::from("id\n");
        let mut namings = NAMINGS.to_owned();
        for at in 0..count {
            writeln!(persons, "p{at:02}").unwrap();
            writeln!(
                namings,
                "n{at:02},p{at:02},harmed,no,consent,rec{at:02},,one,two,2030-08-{:02}",
                1 + at % 28
            )
            .unwrap();
        }
        // A closed gate never leaves, however long it waits.
        persons += "q1\nq2\n";
        namings += "m1,q1,harmed,yes,consent,rec90,,one,two,2030-08-01\n";
        namings += "m2,q2,harmed,no,consent,rec91,,one,,2030-08-01\n";
        (persons, namings)
    };
    let given = |count: usize, reports: usize| {
        let (persons, namings) = rows(count);
        tables(
            &scratch,
            &[
                ("persons", persons.as_str()),
                ("namings", namings.as_str()),
                ("reports", arrived(reports).as_str()),
            ],
        );
    };
    let naming = |more: &[&str]| {
        let form = [&["incidents", "naming", "e"], more].concat();
        done(&scratch, &form)
    };
    // Four names wait, though forty reports leave beside them.
    given(4, 40);
    state(&scratch, 1, 1000);
    let found = json(&scratch, &RELEASE);
    assert_eq!(found["reports"]["outcome"], "released");
    assert_eq!(found["names"]["outcome"], "too-few");
    assert_eq!(found["names"]["waiting"], 4);
    assert!(naming(&[]).contains("n00: the name passed the gate on 2030-08-01"));
    assert!(!naming(&[]).contains("may be published"), "{}", naming(&[]));
    assert_eq!(naming(&["--released"]), "No name left in a batch.\n");
    // Enough wait: not before the drawn time, then all at once, in no order of arrival.
    given(40, 40);
    for key in 0..40 {
        state(&scratch, key, 23);
        assert_eq!(queue(&scratch, "names")["outcome"], "too-early");
    }
    let mut sum = 0.0;
    for key in 0..40 {
        state(&scratch, key, 73);
        fs::remove_file(scratch.path().join("e/incidents/releases.csv")).ok();
        let found = json(&scratch, &RELEASE);
        let released = &found["names"];
        // Reports and names are never in one batch.
        assert_eq!(
            (&found["reports"]["batch"], &released["batch"]),
            (&1.into(), &2.into())
        );
        let order = released["ids"].as_array().unwrap();
        assert_eq!(order.len(), 40, "a closed gate never leaves");
        sum += correlation(order);
    }
    // The standard error of the mean is 1/sqrt(39 x 40) = 0.0253.
    assert!((sum / 40.0_f64).abs() < 0.1, "{}", sum / 40.0);
    let left = naming(&["--released"]);
    assert_eq!(left.lines().count(), 40);
    assert!(left.contains("n07: the name may be published, by consent of the person"));
    let document = naming(&["--released", "--json"]);
    for text in [&left, &document] {
        assert!(!text.contains("2030-08"), "{text}");
    }
    // A consent that is taken back closes the gate again, although the batch left.
    let (persons, namings) = rows(40);
    let namings = namings + "z1,p07,harmed,no,,,,,,\n";
    tables(
        &scratch,
        &[("persons", persons.as_str()), ("namings", namings.as_str())],
    );
    assert!(!naming(&["--released"]).contains("n07"));
    assert_eq!(naming(&["--released"]).lines().count(), 39);
    // An id says of which table it is.
    scratch.write(
        "e/incidents/reports.csv",
        arrived(6).replace("r03,", "n03,"),
    );
    let both = run(&scratch, &RELEASE);
    assert!(
        both.code == 1 && both.err.contains("namings.csv:5:id"),
        "{}",
        both.err
    );
}

const NAMINGS: &str = "id,person,who,minor,basis,record,legal_note,reviewer,second_reviewer,day\n";

/// Rows of `namings`, where each gets to, and what it lacks.
const ROWS: [(&str, &str, Option<&str>); 17] = [
    (
        "n1,p1,harmed,no,consent,rec1,,one,two,2030-08-01",
        "named",
        None,
    ),
    (
        "n2,p2,harmed,no,next-of-kin,rec2,,one,two,2030-08-02",
        "named",
        None,
    ),
    (
        "n3,p3,harmed,no,public,a,,one,two,2030-08-03",
        "named",
        None,
    ),
    (
        "n4,p4,perpetrator,no,public,a,note1,one,two,2030-08-04",
        "named",
        None,
    ),
    (
        "m1,q1,harmed,yes,consent,rec3,,one,two,2030-08-01",
        "closed",
        Some("adult"),
    ),
    (
        "m2,q2,harmed,unknown,next-of-kin,rec4,,one,two,2030-08-01",
        "closed",
        Some("adult"),
    ),
    (
        "m3,q3,harmed,no,,,,one,two,2030-08-01",
        "closed",
        Some("basis"),
    ),
    (
        "m4,q4,harmed,no,public,b,,one,two,2030-08-01",
        "closed",
        Some("primary-source"),
    ),
    (
        "m5,q5,harmed,no,public,c,,one,two,2030-08-01",
        "closed",
        Some("primary-source"),
    ),
    (
        "m6,q6,perpetrator,no,public,a,,one,two,2030-08-01",
        "closed",
        Some("legal-note"),
    ),
    (
        "m7,q7,perpetrator,no,next-of-kin,rec5,note2,one,two,2030-08-01",
        "closed",
        Some("own-basis"),
    ),
    (
        "m8,q8,harmed,no,consent,rec6,,,two,2030-08-01",
        "based",
        Some("reviewer"),
    ),
    (
        "m9,q9,harmed,no,consent,rec7,,one,,2030-08-01",
        "reviewed",
        Some("second-reviewer"),
    ),
    (
        "k1,s1,harmed,no,consent,rec8,,one,one,2030-08-01",
        "reviewed",
        Some("other-reviewer"),
    ),
    (
        "k2,s2,harmed,no,consent,rec9,,one,two,",
        "reviewed",
        Some("day"),
    ),
    (
        "k3,s3,harmed,no,consent,rec10,,one,two,2030-08-01",
        "replaced",
        None,
    ),
    // The consent was taken back.
    ("k4,s3,harmed,no,,,,,,", "closed", Some("basis")),
];

/// H18: a name needs consent, next of kin or a primary source, two different reviewers and a day; minors
/// are never named, perpetrators need a legal note; and no column says "named".
#[test]
fn h18_the_gate_opens_for_nothing_less_than_everything() {
    let scratch = Scratch::new();
    let mut persons = String::from("id\n");
    let mut namings = NAMINGS.to_owned();
    let mut known = std::collections::BTreeSet::new();
    for (row, ..) in ROWS {
        let person = row.split(',').nth(1).unwrap();
        if known.insert(person) {
            writeln!(persons, "{person}").unwrap();
        }
        writeln!(namings, "{row}").unwrap();
    }
    tables(
        &scratch,
        &[("persons", persons.as_str()), ("namings", &namings)],
    );
    let found = json(&scratch, &["incidents", "naming", "e", "--json"]);
    let decisions = found["decisions"].as_array().unwrap();
    assert_eq!(decisions.len(), ROWS.len());
    for ((row, state, lacks), held) in ROWS.iter().zip(decisions) {
        assert_eq!(held["state"], *state, "{row}");
        assert_eq!(held["lacks"].as_str(), *lacks, "{row}");
        assert_eq!(held["since"].is_string(), *state == "named", "{row}");
    }
    // Neither persons nor records nor reviewers are said.
    let spanish = done(&scratch, &["incidents", "naming", "e", "--lang", "es"]);
    assert_eq!(english(&spanish), Vec::<String>::new(), "{spanish}");
    for text in [
        &found.to_string(),
        &spanish,
        &done(&scratch, &["incidents", "naming", "e"]),
    ] {
        for private in ["p1", "q1", "rec", "note1", "\"one\"", "two,"] {
            assert!(!text.contains(private), "{private}: {text}");
        }
    }
}

/// H18: the forced paths.
#[test]
fn h18_a_state_cannot_be_written_and_a_row_cannot_be_changed() {
    let scratch = Scratch::new();
    let row = "m9,q9,harmed,no,consent,rec7,,one,,2030-08-01\n";
    tables(
        &scratch,
        &[
            ("persons", "id\nq9\n"),
            ("namings", &format!("{NAMINGS}{row}")),
        ],
    );
    // The forced path: a state in the file is a column that is not expected.
    scratch.write(
        "forced.csv",
        "id,person,who,minor,state\nx,p1,harmed,yes,named\n",
    );
    let forced = [
        "incidents",
        "import",
        "e",
        "--table",
        "namings",
        "--from",
        "forced.csv",
    ];
    let forced = run(&scratch, &forced);
    assert!(
        forced.code == 1 && forced.err.contains("column 5"),
        "{}",
        forced.err
    );
    // A row cannot be changed into another.
    scratch.write(
        "forced.csv",
        format!("{NAMINGS}m9,q9,harmed,no,consent,rec7,,one,two,2030-08-01\n"),
    );
    let forced = [
        "incidents",
        "import",
        "e",
        "--table",
        "namings",
        "--from",
        "forced.csv",
    ];
    assert_eq!(run(&scratch, &forced).code, 1);
}

/// H20: a panic in the middle of a run prints where it happened, and not what was being written.
#[test]
fn h20_a_forced_panic_prints_nothing_of_the_data() {
    let scratch = Scratch::new();
    tables(&scratch, &[]);
    let named = SOURCES.replace("a,A,", "a,KANARIE,");
    scratch.write("e/incidents/sources.csv", named);
    scratch.write(
        "e/incidents/claims.csv",
        "id,source,act,count,qualifier,as_of\nc,a,killed,9,exactly,2030-08-01\n",
    );
    let commands = [
        "incidents report e",
        "incidents report e --json",
        "incidents count e --act killed",
    ];
    let languages = [
        ("en", "the program failed at"),
        ("es", "el programa falló en"),
    ];
    for (command, (language, told)) in commands
        .into_iter()
        .flat_map(|command| languages.map(|language| (command, language)))
    {
        let mut child = Command::new(std::env::current_exe().unwrap());
        child
            .args([
                "--exact",
                "harm::child_that_panics",
                "--ignored",
                "--nocapture",
                "--test-threads=1",
            ])
            .env("HARM_FOLDER", scratch.path())
            .env("HARM_COMMAND", command)
            .env("SCRUTINEER_LANG", language);
        let ended = finish(child);
        assert_ne!(ended.code, 0, "{command}");
        assert!(
            ended.err.contains(told) && ended.err.contains("harm.rs:"),
            "{command}: {}",
            ended.err
        );
        for text in [&ended.out, &ended.err] {
            assert!(!text.contains("KANARIE"), "{text}");
        }
    }
}

/// Fails with everything that it is given in the message of the panic.
struct Failing;

impl std::io::Write for Failing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        // The run must have come to what it would say of the source.
        assert!(!text.contains("KANARIE"), "{text}");
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
#[ignore = "runs in a process of its own, started by h20"]
fn child_that_panics() {
    let Some(folder) = std::env::var_os("HARM_FOLDER") else {
        return;
    };
    std::env::set_current_dir(folder).unwrap();
    let command = std::env::var("HARM_COMMAND").unwrap();
    let arguments: Vec<std::ffi::OsString> = std::iter::once("scrutineer")
        .chain(command.split(' '))
        .map(Into::into)
        .collect();
    let environment = scrutineer::Environment::of_process();
    scrutineer::quiet_panics(&arguments, &environment);
    let _ = scrutineer::run(arguments, &environment, &mut Failing, &mut std::io::sink());
}

/// H21: lines with an address of a probe are quarantined; witnesses are ids of reports; neither addresses
/// nor resolvers nor raw lines are in any output.
#[test]
fn h21_addresses_of_probes_and_resolvers_reach_no_output() {
    let scratch = Scratch::new();
    let plan = scrutineer_censorship::synthetic::Plan {
        seed: 3,
        country: ['Z', 'Z'],
        first: scrutineer_censorship::Day(11_323),
        days: 30,
        networks: 1,
        targets: 1,
        daily: 10,
        blocked_every: 1,
        onset: 15,
        noise: 0,
        reach: 1000,
    };
    // Two kinds of line, as in the public test files that hold something else than 127.0.0.1.
    let lines: String = plan
        .lines()
        .enumerate()
        .map(|(at, line)| match at % 10 {
            0 => line.replace("\"probe_ip\":\"127.0.0.1\"", "\"probe_ip\":\"203.0.113.77\""),
            1 => line.replace("\"probe_ip\":\"127.0.0.1\"", "\"probe_ip\":\"2001:db8::77\""),
            _ => line.replace(
                "\"test_keys\":{",
                "\"resolver_ip\":\"198.51.100.77\",\"test_keys\":{\"client_resolver\":\"198.51.100.77\",",
            ),
        })
        .collect();
    scratch.write("m.jsonl", lines);
    let found = json(&scratch, &["censorship", "analyse", "m.jsonl", "--json"]);
    let file = &found["reading"]["files"][0];
    assert_eq!(
        (&file["quarantined"], &file["observed"]),
        (&60.into(), &240.into())
    );
    let witnesses = found["findings"][0]["witnesses"].as_array().unwrap();
    assert!(!witnesses.is_empty());
    let form = [
        "censorship",
        "analyse",
        "m.jsonl",
        "--html",
        "o/p.html",
        "--csv",
        "o/c.csv",
    ];
    let written = run(&scratch, &form);
    let form = ["censorship", "classify", "m.jsonl", "--lines", "o/l.jsonl"];
    let classified = run(&scratch, &form);
    assert!(
        classified
            .err
            .contains("60 lines carry an address of a probe"),
        "{}",
        classified.err
    );
    let mut texts = vec![
        found.to_string(),
        written.out,
        written.err,
        classified.out,
        classified.err,
    ];
    for path in files(&scratch.path().join("o")) {
        texts.push(fs::read_to_string(path).unwrap());
    }
    assert_eq!(texts.len(), 8);
    for text in &texts {
        for address in [
            "203.0.113",
            "2001:db8",
            "198.51.100",
            "client_resolver",
            "test_keys",
        ] {
            assert!(!text.contains(address), "{address}: {text}");
        }
    }
}

/// What the commands on the conditions do in an ordinary run.
fn all_conditions(record: &str, synthetic: &str) -> Vec<Vec<String>> {
    let forms: [&[&str]; 12] = [
        &["incidents", "report", synthetic],
        &[
            "incidents",
            "count",
            synthetic,
            "--act",
            "detained",
            "--json",
        ],
        &["incidents", "estimate", synthetic, "--act", "detained"],
        &["incidents", "naming", synthetic],
        &["incidents", "report", synthetic, "--released", "--json"],
        &["index", "score", record, "--json"],
        &["index", "explain", record],
        &[
            "index",
            "compare",
            record,
            "--index",
            "fiw",
            "--place",
            "VEN",
            "--edition",
            "2020",
            "--edition",
            "2024",
        ],
        &["disclosure", record],
        &["disclosure", record, "--json"],
        &["censorship", "classify", "m.jsonl"],
        &[
            "censorship",
            "analyse",
            "m.jsonl",
            "--election",
            "2001-01-15",
            "--json",
        ],
    ];
    forms
        .iter()
        .map(|form| form.iter().map(|word| (*word).to_owned()).collect())
        .collect()
}

/// What the commands do that write, and the audit with the conditions behind it.
const WRITING: [&[&str]; 7] = [
    &[
        "incidents",
        "import",
        "e",
        "--table",
        "perpetrators",
        "--from",
        "more.csv",
        "--json",
    ],
    &[
        "incidents",
        "link",
        "e",
        "--list",
        "list-a=a.csv",
        "--list",
        "list-b=b.csv",
        "--act",
        "detained",
        "--as-of",
        "2001-02-20",
        "--records",
        "private.csv",
        "--json",
    ],
    &[
        "incidents",
        "release",
        "e",
        "--state",
        "state.json",
        "--json",
    ],
    &[
        "index",
        "import",
        "one.csv",
        "--into",
        "i",
        "--id",
        "first",
        "--source",
        "somebody",
        "--as-of",
        "2025-01-01",
        "--json",
    ],
    &["audit", "e", "--with-conditions", "--json"],
    &["audit", "e", "--with-conditions", "--html", "page.html"],
    &[
        "publish",
        "e",
        "--out",
        "bundle",
        "--state",
        "keys",
        "--insecure-demo-key",
        "--portable",
        "--with-conditions",
    ],
];

/// A folder for them, and files beside it.
fn for_writing() -> Scratch {
    let scratch = Scratch::new();
    crate::conditions::copied(&scratch, "conditions-synthetic", "e", true);
    scratch.write("more.csv", "id,category\nu9,military\n");
    scratch.write("a.csv", "id,given,surname1\n1,Aa,Bb\n");
    scratch.write("b.csv", "id,given,surname1\n1,Aa,Bb\n");
    // The row of section 2.6 of the reference on indices.
    scratch.write(
        "one.csv",
        "iso3,country,edition,A1,A2,A3,B1,B2,B3,B4,C1,C2,C3,add_q,D1,D2,D3,D4,E1,E2,E3,F1,F2,F3,F4,G1,G2,G3,G4\n\
         VEN,Venezuela,2024,0,0,0,0,0,0,1,0,0,0,0,1,3,1,1,0,1,1,0,0,0,1,2,1,2,0\n",
    );
    scratch
}

/// The same of what writes: `denied` begins a command without a network.
fn what_writes_needs_no_network(denied: impl Fn() -> Command) {
    let (with, without) = (for_writing(), for_writing());
    for words in WRITING {
        let own = run(&with, words);
        let mut command = denied();
        command
            .arg(env!("CARGO_BIN_EXE_scrutineer"))
            .args(words)
            .current_dir(without.path())
            .env("HOME", without.path().join("home"))
            .env_remove("SCRUTINEER_LANG")
            .env_remove("LANG")
            .env_remove("LC_ALL");
        let found = finish(command);
        assert_eq!((own.code, found.code), (0, 0), "{words:?}: {}", found.err);
        // Keys and salts of a log are drawn anew each time.
        if words[0] != "publish" {
            assert_eq!(found.out, own.out, "{words:?}");
        }
    }
    // What is drawn is in these files: random ids, the key of the batches.
    for name in [
        "e/incidents/perpetrators.csv",
        "i/first.csv",
        "i/indices.toml",
    ] {
        let read = |scratch: &Scratch| fs::read(scratch.path().join(name)).unwrap();
        assert_eq!(read(&with), read(&without), "{name}");
    }
    assert!(
        without
            .path()
            .join("bundle/site/en/conditions.html")
            .exists()
    );
}

/// H25: with the network denied by the system, every command on the conditions gives the same bytes.
#[test]
fn h25_the_conditions_need_no_network() {
    let scratch = Scratch::new();
    scratch.write(
        "m.jsonl",
        scrutineer_censorship::synthetic::Plan {
            seed: 3,
            country: ['Z', 'Z'],
            first: scrutineer_censorship::Day(11_323),
            days: 30,
            networks: 1,
            targets: 2,
            daily: 5,
            blocked_every: 2,
            onset: 15,
            noise: 5,
            reach: 1000,
        }
        .lines()
        .collect::<String>(),
    );
    let record = workspace_root().join("examples/venezuela-2024");
    let denied = || {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--net"]);
        command
    };
    let can = denied()
        .arg("true")
        .status()
        .is_ok_and(|status| status.success());
    let hint = "apt-get install util-linux, and user namespaces allowed";
    if skip_without("netns", hint, can.then_some(())).is_none() {
        return;
    }
    let routes = denied().args(["cat", "/proc/net/dev"]).output().unwrap();
    let interfaces = String::from_utf8(routes.stdout).unwrap();
    assert_eq!(
        interfaces.lines().filter(|line| line.contains(':')).count(),
        1,
        "{interfaces}"
    );
    for form in all_conditions(record.to_str().unwrap(), &synthetic()) {
        let words: Vec<&str> = form.iter().map(String::as_str).collect();
        let with = done(&scratch, &words);
        let mut command = denied();
        command
            .arg(env!("CARGO_BIN_EXE_scrutineer"))
            .args(&words)
            .current_dir(scratch.path())
            .env("HOME", scratch.path().join("home"))
            .env_remove("SCRUTINEER_LANG")
            .env_remove("LANG")
            .env_remove("LC_ALL");
        let without = finish(command);
        assert_eq!(without.code, 0, "{words:?}: {}", without.err);
        assert_eq!(without.out, with, "{words:?}");
    }
    what_writes_needs_no_network(denied);
    // `shared` has real measurements where it is at hand.
    if let Some(real) = shared::file("data/ooni/real.jsonl.gz") {
        let mut command = denied();
        command.arg(env!("CARGO_BIN_EXE_scrutineer")).args([
            "censorship",
            "classify",
            real.to_str().unwrap(),
        ]);
        assert_eq!(finish(command).code, 0);
    }
}
