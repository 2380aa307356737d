//! The document of the conditions: one way to write it, read back only as it was written, true to its schema.

use std::collections::BTreeMap;

use scrutineer_censorship::{
    Analysis, Collection, Day, Fingerprints, Settings, analyse, parse_statements,
};
use scrutineer_disclosure::{Disclosure, DisclosureReport, status};
use scrutineer_incidents::{Book, Forms, IncidentSummary, Table, TableName, TableRow, summary};
use scrutineer_indices::{IndexSummary, Library, Profile, Scale};
use scrutineer_model::Date;
use scrutineer_report::conditions::{
    Conditions, ConditionsInput, ConditionsOf, Happened, InvalidConditions, Recorded,
};
use scrutineer_report::{Dossier, Language, TerminalOptions, conditions_brief, json, terminal};
use serde_json::Value;

use crate::fixture::{every, report};
use crate::schema::violations;

const RECORD: &str = r#"
schema = "scrutineer/disclosure/1"
as_of = "2030-08-31"
authority = "the office"
[[obligation]]
id = "all"
what = "results of each table"
granularity = "station"
basis = "an act"
term = "30 days"
due = "2030-08-28"
source = "lawyers"
date = "2030-07-01"
[[search]]
of = ["all"]
place = "its site"
date = "2030-08-30"
source = "observers"
"#;

fn table(name: TableName, header: &str, rows: &[&str]) -> (TableName, Table) {
    let cells = |text: &&str| text.split('|').map(|cell| Some(cell.to_owned())).collect();
    let table = Table {
        file: name.name().to_owned(),
        header: header.split(' ').map(str::to_owned).collect(),
        rows: (2..)
            .zip(rows)
            .map(|(row, text)| TableRow {
                row,
                cells: cells(text),
            })
            .collect(),
    };
    (name, table)
}

fn incidents() -> IncidentSummary {
    let tables: BTreeMap<TableName, Table> = [
        table(
            TableName::Sources,
            "id name kind standing access",
            &[
                "a|List A|ngo-list|primary|public",
                "p|Press|media|secondary|public",
                "s|somebody|submitter|primary|private",
            ],
        ),
        table(
            TableName::Persons,
            "id group",
            &["p1|journalist", "p2|civilian", "p3|civilian"],
        ),
        table(
            TableName::Claims,
            "id source act person count word qualifier as_of",
            &[
                "c1|a|detained|p1|||named|2030-08-01",
                "c2|s|detained|p2|||named|2030-08-02",
                "c3|a|detained|p3|||named|2030-08-02",
                "c4|p|detained|||hundreds|word|2030-08-03",
                "c5|a|killed||7||exactly|2030-08-03",
            ],
        ),
    ]
    .into();
    let forms = Forms::shipped();
    let book = Book::read(&tables, &forms).unwrap();
    let day = Date::parse("2030-08-15").unwrap();
    summary(&book, &forms, day, Vec::new(), Vec::new())
}

fn measured() -> Analysis {
    let said =
        b"target,asn,day,method,source,independent\nx.example,7,2030-07-29,dns,somebody,no\n";
    let settings = Settings {
        country: Some("ZZ".to_owned()),
        election: Day::parse("2030-07-28"),
        statements: parse_statements(said).unwrap(),
        ..Settings::default()
    };
    let none = Collection::default().finish();
    analyse(&none, Vec::new(), &settings, &Fingerprints::default())
}

fn published() -> DisclosureReport {
    status(&Disclosure::parse(RECORD).unwrap())
}

/// One row of Freedom in the World, from the numbers of section 2.6 of the reference on indices.
fn indexed() -> (IndexSummary, Library) {
    let library = Library::shipped();
    let row = "iso3,country,edition,A1,A2,A3,B1,B2,B3,B4,C1,C2,C3,add_q,D1,D2,D3,D4,E1,E2,E3,F1,F2,F3,F4,G1,G2,G3,G4\n\
               VEN,Venezuela,2024,0,0,0,0,0,0,1,0,0,0,0,1,3,1,1,0,1,1,0,0,0,1,2,1,2,0\n";
    let read = scrutineer_indices::Table::read(
        "fiw.csv",
        row.as_bytes(),
        Some("fiw"),
        Scale::AsPublished,
        &library,
    );
    let table = read.table.unwrap();
    let rules = library.get("fiw").unwrap();
    let mut given = scrutineer_indices::Given::default();
    table.rows[0].give("fiw", rules, &mut given);
    let profile = Profile::new(rules, &library, "VEN", &given, &[]).unwrap();
    (IndexSummary::new(vec![profile]), library)
}

fn made() -> Conditions {
    let (incidents, measured, published) = (incidents(), measured(), published());
    let (summary, library) = indexed();
    let recorded = Recorded {
        incidents: Some(&incidents),
        censorship: Some(&measured),
        disclosure: Some(&published),
        indices: Some((&summary, &library)),
    };
    let election = ConditionsOf {
        id: "e".to_owned(),
        name: "An election".to_owned(),
        date: Date::parse("2030-07-28").unwrap(),
    };
    let input = |path: &str| ConditionsInput {
        path: path.to_owned(),
        sha256: "0".repeat(64),
    };
    let inputs = vec![input("z.csv"), input("a.csv"), input("z.csv")];
    Conditions::new(election, &recorded, inputs)
}

#[test]
fn a_document_is_read_back_as_it_was_written_and_no_other_way() {
    let made = made();
    let text = made.json().unwrap();
    assert_eq!(Conditions::parse(text.as_bytes()), Ok(made));
    let parse = |text: &str| Conditions::parse(text.as_bytes()).unwrap_err();
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        parse(&text.replacen(from, to, 1))
    };
    assert!(matches!(parse("{}"), InvalidConditions::Shape { .. }));
    assert!(matches!(
        parse(&text[..text.len() / 2]),
        InvalidConditions::Shape { .. }
    ));
    assert!(matches!(
        with("scrutineer/conditions/1", "scrutineer/conditions/2"),
        InvalidConditions::Schema(_)
    ));
    assert_eq!(
        with("\"used_in_answers\": false", "\"used_in_answers\": true"),
        InvalidConditions::Used
    );
    assert_eq!(
        with("\"maximum\": 999", "\"maximum\": 1000"),
        InvalidConditions::Sentence("detained".to_owned())
    );
    assert_eq!(with("  \"", " \""), InvalidConditions::Form);
    assert_eq!(
        with("\"date\": \"2030-07-28\"", "\"date\": \"2030-07-27\""),
        InvalidConditions::Form,
        "a timeline that the parts do not give"
    );
    assert!(matches!(
        with("\"cut_off\"", "\"name\": \"x\", \"cut_off\""),
        InvalidConditions::Shape { .. }
    ));
}

#[test]
fn the_document_holds_ranges_dates_and_nothing_that_tells_who_somebody_is() {
    let made = made();
    let part = made.incidents.as_ref().unwrap();
    let detained = part
        .counts
        .iter()
        .find(|count| count.act == "detained")
        .unwrap();
    assert_eq!((detained.credible, detained.maximum), (None, Some(999)));
    // One journalist and two civilians: neither number may stand.
    assert!(
        detained.groups.values().all(Option::is_none),
        "{detained:?}"
    );
    assert_eq!(
        detained.figures.last().unwrap().word.as_deref(),
        Some("hundreds")
    );
    let killed = part
        .counts
        .iter()
        .find(|count| count.act == "killed")
        .unwrap();
    // No list names anybody killed: that is no number of persons.
    assert_eq!(
        (killed.minimum, killed.credible, killed.maximum),
        (None, None, Some(7))
    );
    let text = made.json().unwrap();
    for hidden in ["\"p1\"", "\"c1\"", "somebody\",\n        \"kind\"", "\"s\""] {
        assert!(!text.contains(hidden), "{hidden}");
    }
    assert_eq!(made.inputs.len(), 2, "in order, each once");
    assert_eq!(made.inputs[0].path, "a.csv");
    // The day of the vote, a claimed block, a last day, a search; in order of the day.
    let days: Vec<String> = made
        .timeline
        .iter()
        .map(|held| held.day.to_string())
        .collect();
    assert_eq!(
        days,
        ["2030-07-28", "2030-07-29", "2030-08-28", "2030-08-30"]
    );
    assert_eq!(made.timeline[0].what, Happened::Election);
    // 15 = 1 + 14, section 2.6 of the reference.
    let profile = &made.indices.as_ref().unwrap().profiles[0];
    let value = |id: &str| {
        let measure = profile.measures.iter().find(|held| held.id == id).unwrap();
        measure.points.unwrap().low.whole()
    };
    assert_eq!(value(&profile.headline), Some(15));
}

#[test]
fn both_documents_follow_their_schemas() {
    let conditions = made();
    let schema = Conditions::schema();
    let value: Value = serde_json::from_str(&conditions.json().unwrap()).unwrap();
    let mut out = Vec::new();
    violations(&value, &schema, &schema, "", &mut out);
    assert_eq!(out, Vec::<String>::new());
    let mut wrong = value;
    wrong["incidents"]["counts"][0]["minimum"] = Value::from("two");
    violations(&wrong, &schema, &schema, "", &mut out);
    assert!(!out.is_empty(), "a wrong document is seen");
    let schema = Dossier::schema();
    for value in every() {
        let report = report(value);
        let dossier = Dossier {
            report: &report,
            conditions: &conditions,
            power: None,
        };
        let text = dossier.json().unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        let mut out = Vec::new();
        violations(&value, &schema, &schema, "", &mut out);
        assert_eq!(out, Vec::<String>::new());
        // The report alone stands in it, line for line, two spaces deeper.
        let own = json(&report).unwrap();
        let deeper: Vec<String> = own
            .lines()
            .skip(1)
            .map(|line| format!("  {line}"))
            .collect();
        assert!(text.contains(&deeper.join("\n")));
    }
}

#[test]
fn a_dossier_begins_with_the_report_and_says_the_same_in_both_languages() {
    let conditions = made();
    let [value, ..] = every();
    let report = report(value);
    let dossier = Dossier {
        report: &report,
        conditions: &conditions,
        power: None,
    };
    let mut counts = Vec::new();
    for language in Language::ALL {
        let options = TerminalOptions {
            language,
            full: true,
            ..TerminalOptions::default()
        };
        let alone = terminal(&report, &options).unwrap();
        let text = dossier.terminal(&options).unwrap();
        let rest = text.strip_prefix(&alone).unwrap();
        assert!(
            rest.lines().all(|line| line.chars().count() <= 80),
            "{rest}"
        );
        let page = dossier.html(language).unwrap();
        let (_, aside) = page.split_once("<aside").unwrap();
        assert!(!aside.contains(" style="), "no inline style");
        counts.push((aside.matches("<tr").count(), aside.matches("<li").count()));
        let brief = conditions_brief(&conditions, language).unwrap();
        assert!(brief.starts_with("## "), "{brief}");
        assert!(brief.lines().count() < 40, "{brief}");
        assert!(brief.contains("999") && brief.contains("2024"), "{brief}");
    }
    assert_eq!(counts[0], counts[1]);
}
