//! Do no harm, where little gives much away: small numbers, a day, a digest, the text of an error, a file in the wrong
//! place.

use std::fmt::Write as _;
use std::fs;

use scrutineer_testkit::scratch::Scratch;

use crate::conditions::PUBLISH;
use crate::conditions::copied;
use crate::spanish::english;
use crate::support::{done, json, run};

const SOURCES: &str = "id,name,kind,standing,access\n\
    a,A,ngo-list,primary,public\nb,B,ngo-list,primary,public\nprivate-1,Public list,ngo-list,primary,public\n\
    juan-perez-note,somebody,submitter,primary,private\n";

fn tables(scratch: &Scratch, tables: &[(&str, &str)]) {
    for (name, text) in [("sources", SOURCES)].iter().chain(tables) {
        scratch.write(&format!("e/incidents/{name}.csv"), text);
    }
}

/// Detained persons of list a by area, on two days.
fn detained(scratch: &Scratch, areas: &[(&str, usize)]) {
    let mut persons = String::from("id\n");
    let mut claims = String::from("id,source,act,person,qualifier,as_of,area,from\n");
    let all = areas
        .iter()
        .flat_map(|(area, count)| (0..*count).map(move |_| area));
    for (at, area) in all.enumerate() {
        let day = if at < 2 { 1 } else { 2 };
        writeln!(persons, "p{at:02}").unwrap();
        writeln!(
            claims,
            "c{at:02},a,detained,p{at:02},named,2030-08-20,{area},2030-08-0{day}"
        )
        .unwrap();
    }
    tables(scratch, &[("persons", &persons), ("claims", &claims)]);
}

const COUNT: [&str; 5] = ["incidents", "count", "e", "--act", "detained"];

/// H16: three detained persons are no number of the whole country either.
#[test]
fn h16_few_persons_are_withheld_everywhere() {
    let scratch = Scratch::new();
    detained(&scratch, &[("01/001", 3)]);
    for language in ["en", "es"] {
        for form in [
            &COUNT[..],
            &["incidents", "report", "e"],
            &["incidents", "estimate", "e", "--act", "detained"],
        ] {
            let text = done(&scratch, &[form, &["--lang", language]].concat());
            let text = text
                .replace("2030", "")
                .replace("three lists", "")
                .replace("tres listas", "");
            for three in ["3", "three", "tres "] {
                assert!(!text.contains(three), "{three}: {text}");
            }
            if language == "es" {
                assert_eq!(english(&text), Vec::<String>::new(), "{text}");
            }
        }
    }
    let text = done(&scratch, &COUNT);
    assert!(
        text.contains("how many are named by one list is withheld"),
        "{text}"
    );
    let found = json(&scratch, &[&COUNT[..], &["--json"]].concat());
    assert!(
        found["credible"].is_null() && found["maximum"].is_null(),
        "{found}"
    );
    let found = json(
        &scratch,
        &["incidents", "estimate", "e", "--act", "detained", "--json"],
    );
    assert!(
        !found.to_string().contains(":3,") && !found.to_string().contains(":3}"),
        "{found}"
    );
}

/// H16: a part is not counted where the table of parts withholds it, and an interval likewise.
#[test]
fn h16_a_part_that_is_withheld_in_the_table_is_not_counted_alone() {
    let scratch = Scratch::new();
    detained(&scratch, &[("01/001", 10), ("02/001", 2)]);
    let found = json(&scratch, &[&COUNT[..], &["--json"]].concat());
    assert_eq!(found["credible"], 12);
    for part in [
        &["--area", "01"][..],
        &["--area", "01/001"],
        &["--area", "02"],
        &["--from", "2030-08-01", "--to", "2030-08-01"],
        // Ten persons of the second day are the whole less the two of the first.
        &["--from", "2030-08-02", "--to", "2030-08-02"],
        &["--area", "01", "--from", "2030-08-01", "--to", "2030-08-02"],
    ] {
        for language in ["en", "es"] {
            let found = run(
                &scratch,
                &[&COUNT[..], part, &["--json", "--lang", language]].concat(),
            );
            assert_eq!(
                (found.code, found.out.as_str()),
                (1, ""),
                "{part:?}: {}",
                found.err
            );
        }
    }
    let both = ["--from", "2030-08-01", "--to", "2030-08-02", "--json"];
    assert_eq!(
        json(&scratch, &[&COUNT[..], &both].concat())["credible"],
        12
    );
}

/// H16: neither an employer with a day nor the team of one municipality tells who was detained.
#[test]
fn h16_an_outlet_and_a_deployment_tell_nobody() {
    let scratch = Scratch::new();
    copied(&scratch, "conditions-synthetic", "e", true);
    let header = "id,type,phase,from,to,area,station,deployment,role,direct,persons,persons_max,force,means,unit,outlet,size,\
                  size_max,resolved,called_back";
    let mut rows = String::new();
    // One day before all others and one after: the cut-off would tell the later one.
    for (id, day) in [("z0", "2000-06-19"), ("z7", "2001-03-19")] {
        writeln!(
            rows,
            "{id},journalist-detained,after,{day},,01/01,,,media,yes,,,,,,site-000.example,,,,yes"
        )
        .unwrap();
    }
    for at in 1..=6 {
        let team = if at == 1 { "chosen" } else { "sample" };
        writeln!(
            rows,
            "z{at},agent-detained,after,2001-01-18,,01/01,s{at},{team},voter,yes,,,,,,,,,,yes"
        )
        .unwrap();
    }
    let path = scratch.path().join("e/incidents/reports.csv");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with(&header.replace(' ', "")), "{text}");
    fs::write(&path, text + &rows).unwrap();
    let path = scratch.path().join("e/incidents/releases.csv");
    let mut released = fs::read_to_string(&path).unwrap();
    for at in 0..=7 {
        writeln!(released, "z{at},99").unwrap();
    }
    fs::write(&path, released).unwrap();
    let document = json(&scratch, &["audit", "e", "--json", "--with-conditions"]);
    let part = &document["conditions"]["incidents"];
    let of = |kind: &str| -> serde_json::Value {
        let types = part["reports"].as_array().unwrap().iter();
        let mut types = types.flat_map(|right| right["types"].as_array().unwrap());
        types.find(|held| held["kind"] == kind).unwrap().clone()
    };
    let few = of("journalist-detained");
    assert!(
        few["reports"].is_null() && few["first"].is_null() && few["last"].is_null(),
        "{few}"
    );
    assert_eq!(of("agent-detained")["reports"], 6);
    assert_eq!(of("agent-detained")["observed"], serde_json::json!([]));
    // The outlet is joined with the reports about it, and with no other.
    let outlets = part["outlets"].as_array().unwrap();
    assert!(
        outlets
            .iter()
            .any(|held| held["outlet"] == "site-000.example")
    );
    assert!(
        outlets
            .iter()
            .all(|held| held["kind"] != "journalist-detained"),
        "{outlets:?}"
    );
    for day in ["2000-06-19", "2001-03-19"] {
        assert!(!document["conditions"].to_string().contains(day), "{day}");
    }
    done(
        &scratch,
        &["audit", "e", "--with-conditions", "--html", "page.html"],
    );
    let page = fs::read_to_string(scratch.path().join("page.html")).unwrap();
    for language in ["en", "es"] {
        let own = done(
            &scratch,
            &["incidents", "report", "e", "--released", "--lang", language],
        );
        for text in [&own, &page] {
            for day in [
                "2000-06-19",
                "2001-03-19",
                "19 June",
                "19 March",
                "19 de junio",
            ] {
                assert!(!text.contains(day), "{day}: {text}");
            }
        }
        let own: Vec<&str> = own
            .lines()
            .filter(|line| line.contains("18 January 2001") || line.contains("18 de enero de 2001"))
            .collect();
        assert_eq!(
            own.len(),
            2,
            "agent-detained stands under two rights: {own:?}"
        );
    }
}

/// H17: a report that waits changes no byte of what is published.
#[test]
fn h17_a_report_that_waits_changes_no_byte() {
    let scratch = Scratch::new();
    copied(&scratch, "conditions-synthetic", "e", true);
    let form = ["audit", "e", "--json", "--with-conditions"];
    let before = done(&scratch, &form);
    let publish = [&PUBLISH[..], &["--json"]].concat();
    done(&scratch, &publish);
    let path = scratch.path().join("e/incidents/reports.csv");
    let row = "zz,copy-refused,counting,2001-01-07,,01/01,,,voter,yes,,,,,,,,,,\n";
    fs::write(&path, fs::read_to_string(&path).unwrap() + row).unwrap();
    assert_eq!(done(&scratch, &form), before);
    let again: serde_json::Value = serde_json::from_str(&done(&scratch, &publish)).unwrap();
    assert!(again["released"].is_null(), "{again}");
    let inputs: serde_json::Value = serde_json::from_str(&before).unwrap();
    let inputs = inputs["conditions"]["inputs"].as_array().unwrap().clone();
    assert!(inputs.len() > 3);
    let of_incidents: Vec<&str> = inputs
        .iter()
        .map(|held| held["path"].as_str().unwrap())
        .filter(|path| path.starts_with("incidents"))
        .collect();
    assert_eq!(of_incidents, ["incidents/forms.json"], "no table is bound");
}

/// H17: neither does a claim of a source that may not be named, with the person whom only it names, what was decided
/// about that person and what was found about the claim; once it is in a batch it counts.
#[test]
fn h17_a_claim_of_a_private_source_that_waits_changes_no_byte() {
    let scratch = Scratch::new();
    copied(&scratch, "conditions-synthetic", "e", true);
    let form = ["audit", "e", "--json", "--with-conditions"];
    let shown = ["incidents", "report", "e", "--released", "--json"];
    let before = (done(&scratch, &form), done(&scratch, &shown));
    let add = |table: &str, rows: &str| {
        let path = scratch.path().join(format!("e/incidents/{table}.csv"));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text + rows).unwrap();
    };
    add("persons", "zp,protester\n");
    add(
        "claims",
        "z1,helper,,killed,zp,,,,,,named,,2001-03-01,01/01,2001-01-09,,,,,,\n\
         z2,hospital,,detained,,700,,,,,exactly,stated,2001-03-02,,,,,,,,\n\
         z3,hospital,,wounded,,,,,,,withdrawn,,2001-03-03,,,,,n087,,,\n",
    );
    // A source that is new, before all others by its id, and nothing but its waiting claim.
    add("sources", "aa-new,CANARY,submitter,primary,,,,private,\n");
    add(
        "claims",
        "z4,aa-new,,detained,,90,,,,,exactly,stated,2001-03-01,,,,,,,,\n",
    );
    // Of a person whom a public list names as detained, only a waiting claim says that she was wounded.
    add(
        "claims",
        "z5,hospital,,wounded,p00,,,,,,named,,2001-03-01,01/01,2001-01-09,,,,,,\n",
    );
    add("acts", "zk,e1,zp,killed,u1\nzl,e1,p00,wounded,u1\n");
    add("links", "d0,zp,,,same,reviewer,2001-03-04,\n");
    add(
        "assessments",
        "zs,z1,verify-record,certificate-1,,one,,2001-03-05\n",
    );
    add(
        "assessments",
        "zt,zk,verify-record,certificate-1,,one,,2001-03-06\n",
    );
    // What rests on a claim or an act that waits waits as well, whatever it is about.
    add(
        "assessments",
        "zu,k0,duplicate,z1,,one,,2001-03-06\nzv,k1,duplicate,zl,,one,,2001-03-06\n",
    );
    assert_eq!(done(&scratch, &form), before.0);
    assert_eq!(done(&scratch, &shown), before.1);
    // Once it left it is one source more, and no other has another number.
    let hospital = |text: &str| -> Vec<serde_json::Value> {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let sources = value["sources"].as_array().unwrap().clone();
        let of = |held: &serde_json::Value| held["id"].as_str().unwrap().starts_with("private");
        sources.into_iter().filter(of).collect()
    };
    let private = hospital(&before.1);
    assert_eq!(private.len(), 1, "{private:?}");
    add("releases", "z4,90\n");
    let both = hospital(&done(&scratch, &shown));
    assert_eq!((both.len(), &both[0]), (2, &private[0]));
    add("releases", "z1,90\nz2,90\nz3,90\nz5,90\n");
    assert_ne!(done(&scratch, &form), before.0);
    let after = done(&scratch, &shown);
    assert!(
        after.contains("700") && !before.1.contains("700"),
        "{after}"
    );
    // An id says of which table it is.
    add(
        "claims",
        "r001,hospital,,detained,,9,,,,,exactly,stated,2001-03-02,,,,,,,,\n",
    );
    let both = run(&scratch, &shown);
    assert!(both.code == 1 && both.err.contains(":id"), "{}", both.err);
}

/// H17: they leave five at a time, in batches of their own and after the drawn time.
#[test]
fn h17_claims_of_private_sources_leave_in_batches_of_claims() {
    let scratch = Scratch::new();
    let claims = |count: usize| {
        let mut claims = String::from("id,source,act,count,qualifier,as_of\n");
        for at in 0..count {
            writeln!(
                claims,
                "c{at:02},juan-perez-note,detained,{},exactly,2030-08-20",
                50 + at
            )
            .unwrap();
        }
        // What a source published itself does not wait.
        claims + "f1,a,detained,90,exactly,2030-08-20\n"
    };
    let release = || {
        json(
            &scratch,
            &[
                "incidents",
                "release",
                "e",
                "--state",
                "state.json",
                "--json",
            ],
        )
    };
    tables(&scratch, &[("claims", &claims(4))]);
    let found = release();
    assert_eq!(
        (&found["claims"]["outcome"], &found["claims"]["waiting"]),
        (&"too-few".into(), &4.into())
    );
    tables(&scratch, &[("claims", &claims(5))]);
    assert_eq!(release()["claims"]["outcome"], "too-early");
    // Let the time pass: the state says when the batch was begun.
    let state = fs::read_to_string(scratch.path().join("state.json")).unwrap();
    let mut state: serde_json::Value = serde_json::from_str(&state).unwrap();
    let since = state["claims"]["since"].as_u64().unwrap();
    state["claims"]["since"] = (since - 73).into();
    scratch.write("state.json", state.to_string());
    tables(&scratch, &[("claims", &claims(6))]);
    let found = release();
    assert_eq!(found["claims"]["outcome"], "released", "{found}");
    let ids = found["claims"]["ids"].as_array().unwrap();
    assert!(ids.len() == 5 && !ids.contains(&"c05".into()), "{found}");
    for language in ["en", "es"] {
        let form = ["incidents", "release", "e", "--state", "state.json"];
        let text = done(&scratch, &[&form[..], &["--lang", language]].concat());
        if language == "es" {
            assert_eq!(english(&text), Vec::<String>::new(), "{text}");
        }
    }
    let shown = json(
        &scratch,
        &["incidents", "report", "e", "--released", "--json"],
    );
    assert_eq!(shown["counts"][0]["figures"]["claims"], 6, "{shown}");
}

/// H14: a list without a line of titles is refused without a word of it, and so is a row with a cell too many.
#[test]
fn h14_an_error_repeats_no_word_of_a_file() {
    let scratch = Scratch::new();
    tables(&scratch, &[]);
    scratch.write(
        "list.csv",
        "1,JUANA,PEREZ,PEREZ,2030-07-30,31,01-004,f,V-1\n2,ANA,PEREZ,GOMEZ,,,,,\n",
    );
    scratch.write("b.csv", "id,given\n1,X\n");
    scratch.write(
        "row.csv",
        "id,name,kind,standing,access\nz,Z,ngo-list,primary,public,SURPLUS PEREZ\n",
    );
    scratch.write(
        "row.jsonl",
        "{\"id\":\"z\",\"name\":\"Z\",\"name\":\"PEREZ\"}\n",
    );
    let import = |file: &'static str| {
        vec![
            "incidents",
            "import",
            "e",
            "--table",
            "sources",
            "--from",
            file,
        ]
    };
    let link = vec![
        "incidents",
        "link",
        "e",
        "--list",
        "a=list.csv",
        "--list",
        "b=b.csv",
        "--act",
        "detained",
        "--as-of",
        "2030-09-01",
        "--records",
        "private.csv",
    ];
    for form in [
        link,
        import("list.csv"),
        import("row.csv"),
        import("row.jsonl"),
    ] {
        for language in ["en", "es"] {
            let found = run(&scratch, &[&form[..], &["--lang", language]].concat());
            assert_eq!(found.code, 1, "{form:?}: {}", found.out);
            for word in ["PEREZ", "JUANA", "SURPLUS", "GOMEZ"] {
                assert!(
                    !found.err.contains(word) && !found.out.contains(word),
                    "{}",
                    found.err
                );
            }
        }
    }
    assert_eq!(
        fs::read_to_string(scratch.path().join("e/incidents/sources.csv")).unwrap(),
        SOURCES
    );
}

/// H14: what tells whose record is which lies apart, and nobody else may read it.
#[test]
fn h14_the_private_files_of_linking_lie_apart() {
    let scratch = Scratch::new();
    tables(&scratch, &[]);
    scratch.write("a.csv", "id,given,surname1\n1,X,Y\n");
    scratch.write("b.csv", "id,given,surname1\n1,X,Y\n");
    scratch.write("e/incidents/key.bin", [7; 32]);
    scratch.write("key.bin", [7; 32]);
    let link = |records: &str, key: &str, language: &str| {
        let form = [
            "incidents",
            "link",
            "e",
            "--list",
            "a=a.csv",
            "--list",
            "b=b.csv",
            "--act",
            "detained",
            "--as-of",
            "2030-09-01",
            "--records",
            records,
            "--key",
            key,
            "--lang",
            language,
        ];
        run(&scratch, &form)
    };
    for language in ["en", "es"] {
        for (records, key) in [
            ("e/incidents/records.csv", "key.bin"),
            ("records.csv", "e/incidents/key.bin"),
        ] {
            let found = link(records, key, language);
            assert_eq!(found.code, 1, "{}", found.err);
            let place = if records.contains('/') { records } else { key };
            assert!(found.err.contains(place), "{}", found.err);
            assert!(!scratch.path().join(records).exists());
        }
    }
    assert_eq!(link("apart/records.csv", "key.bin", "en").code, 0);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let held = fs::metadata(scratch.path().join("apart/records.csv")).unwrap();
        assert_eq!(held.permissions().mode() & 0o777, 0o600);
    }
}

/// A source that may not be named has no id and no name in an estimate, and not the name of another.
#[test]
fn a_private_source_is_a_number_in_an_estimate() {
    let scratch = Scratch::new();
    let mut persons = String::from("id\n");
    let mut claims = String::from("id,source,act,person,qualifier,as_of\n");
    for at in 0..6 {
        writeln!(persons, "p{at}").unwrap();
        for source in ["a", "b", "juan-perez-note"] {
            writeln!(
                claims,
                "c{at}-{source},{source},detained,p{at},named,2030-08-20"
            )
            .unwrap();
        }
    }
    claims += "f1,private-1,detained,,exactly,2030-08-20\n";
    let claims = claims
        .replacen("as_of\n", "as_of,count\n", 1)
        .replace("2030-08-20\nc", "2030-08-20,\nc");
    let claims = claims
        .replace("2030-08-20\nf", "2030-08-20,\nf")
        .replace("exactly,2030-08-20", "exactly,2030-08-20,9");
    tables(&scratch, &[("persons", &persons), ("claims", &claims)]);
    let form = ["incidents", "estimate", "e", "--act", "detained"];
    let found = json(&scratch, &[&form[..], &["--json"]].concat());
    assert_eq!(found["lists"], serde_json::json!(["a", "b", "private-2"]));
    let unknown = run(&scratch, &[&form[..], &["--list", "x"]].concat());
    for text in [
        found.to_string(),
        done(&scratch, &form),
        unknown.out,
        unknown.err,
    ] {
        assert!(!text.contains("juan"), "{text}");
    }
}

#[test]
fn a_file_of_weights_or_forms_is_refused_in_spanish() {
    let scratch = Scratch::new();
    tables(&scratch, &[]);
    scratch.write("shape.json", "{");
    let shipped = |name: &str| {
        let path = scrutineer_testkit::shared::workspace_root()
            .join("crates/scrutineer-incidents/data")
            .join(name);
        fs::read_to_string(path).unwrap()
    };
    let weights = shipped("weights.json");
    assert!(
        weights.contains("\"swapped\"") && weights.contains("\"auto_threshold\": 12"),
        "{weights}"
    );
    scratch.write(
        "weights.json",
        weights
            .replace("\"swapped\"", "\"other\"")
            .replace("\"auto_threshold\": 12", "\"auto_threshold\": 1"),
    );
    let forms = shipped("forms.json");
    scratch.write(
        "forms.json",
        forms
            .replacen("iccpr-25", "iccpr-9", 1)
            .replace("forms/1", "forms/9"),
    );
    let estimate = |file: &'static str| {
        vec![
            "incidents",
            "estimate",
            "e",
            "--act",
            "killed",
            "--as-of",
            "2030-01-01",
            "--weights",
            file,
        ]
    };
    let report = |file: &'static str| vec!["incidents", "report", "e", "--forms", file];
    for (form, lines) in [
        (estimate("shape.json"), 1),
        (estimate("weights.json"), 3),
        (report("shape.json"), 1),
        (report("forms.json"), 3),
    ] {
        let english_run = run(&scratch, &form);
        let spanish = run(&scratch, &[&form[..], &["--lang", "es"]].concat());
        assert_eq!(
            (english_run.code, spanish.code),
            (1, 1),
            "{form:?}: {}",
            spanish.err
        );
        assert!(english_run.err.contains("expected"), "{}", english_run.err);
        assert!(spanish.err.contains("se esperaba"), "{}", spanish.err);
        assert!(!spanish.err.contains("expected"), "{}", spanish.err);
        assert!(spanish.err.lines().count() >= lines, "{}", spanish.err);
    }
}

#[test]
fn the_parts_of_a_sum_are_told_and_nobody_named_is_no_zero() {
    let scratch = Scratch::new();
    let claims = "id,source,act,qualifier,as_of,area,count\n\
        f1,a,killed,exactly,2030-08-01,01,5\nf2,b,killed,exactly,2030-08-09,02,6\n";
    tables(&scratch, &[("claims", claims)]);
    let form = ["incidents", "count", "e", "--act", "killed"];
    let text = done(&scratch, &form);
    assert!(
        text.starts_with(
            "Deaths: no list of names is in this folder, so nobody is counted as corroborated or named; the largest \
             figures of areas that do not overlap are 01: 5 and 02: 6, together 11, which nobody said."
        ),
        "{text}"
    );
    assert!(
        text.contains("in 01: 5 (A, 1 August 2030)")
            && text.contains("in 02: 6 (B, 9 August 2030)"),
        "{text}"
    );
    let spanish = done(&scratch, &[&form[..], &["--lang", "es"]].concat());
    assert!(
        spanish.starts_with("Muertes: no hay lista de nombres"),
        "{spanish}"
    );
    assert_eq!(english(&spanish), Vec::<String>::new(), "{spanish}");
}
