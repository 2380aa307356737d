//! H16 of figures, of types of reports, and of what stands beside their number: whatever would tell of 1 to 4 persons.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_incidents::publish::count_in;
use scrutineer_incidents::{
    Area, Book, CountStatement, Forms, Scope, Table, TableName, TableRow, TypeReports, latest_day,
    summary,
};
use scrutineer_model::Date;

use crate::counting::{book, scope};

const CLAIMS: &str =
    "id source act qualifier as_of area count count_max of parts outlet as_of_note";

/// A public list `a`, a party `p`, and a hospital `s` that may not be named.
fn claimed(rows: &[&str]) -> Book {
    book(vec![
        (
            TableName::Sources,
            "id name kind standing access",
            vec![
                "a|A|ngo-list|primary|public",
                "p|P|official|party|public",
                "s|S|hospital|primary|private",
            ],
        ),
        (TableName::Claims, CLAIMS, rows.to_vec()),
    ])
    .unwrap()
}

fn text(statement: &CountStatement) -> String {
    serde_json::to_string(&(statement, statement.sentence())).unwrap()
}

const PUBLIC: &str = "f9|a|detained|exactly|2030-08-20||600|||||";

/// Figures of the private source of which some number is of 1 to 4 persons. 9171 to 9179 are canaries.
const FEW: [&str; 9] = [
    "f1|s|detained|exactly|2030-08-10||3|||||",
    "f1|s|detained|verified|2030-08-10||1|||||",
    "f1|s|detained|at-least|2030-08-10||4|||||",
    "f1|s|detained|over|2030-08-10||4|||||",
    "f1|s|detained|over|2030-08-10||3|||||",
    "f1|s|detained|up-to|2030-08-10||2|||||",
    "f1|s|detained|range|2030-08-10||3|9171||||",
    "f1|s|detained|exactly|2030-08-10||3||9172|||",
    // Of 9,176 it has 9,174: two are left.
    "f1|s|detained|exactly|2030-08-10||9174||9176|||",
];

#[test]
fn a_figure_of_few_persons_by_a_private_source_is_not_shown() {
    for row in FEW {
        let book = claimed(&[row, PUBLIC]);
        let (found, _) = count_in(&book, &scope("detained"));
        let printed = text(&found);
        for canary in [
            ":1,", ":2,", ":3,", ":4,", ":1}", ":2}", ":3}", ":4}", "917",
        ] {
            // Counters of claims and sources say nothing of persons.
            let printed = printed
                .replace("\"claims\":2,", "")
                .replace("\"sources\":2,", "")
                .replace("\"independent\":2,", "")
                .replace("\"withheld\":1}", "}");
            assert!(!printed.contains(canary), "{row}: {canary}: {printed}");
        }
        assert_eq!(found.maximum, Some(600), "{row}");
        assert_eq!(
            (found.figures.withheld, found.figures.claims),
            (1, 2),
            "{row}"
        );
        let lowest = found.figures.lowest.unwrap();
        assert_eq!(lowest.source.as_str(), "a", "{row}");
    }
    // Zero and five are told, and so is a figure that the source published itself, and a death.
    for row in [
        "f1|s|detained|exactly|2030-08-10||5|||||",
        "f1|s|detained|exactly|2030-08-10||0|||||",
        "f1|a|detained|exactly|2030-08-21||3|||||",
    ] {
        let (found, _) = count_in(&claimed(&[row, PUBLIC]), &scope("detained"));
        assert_eq!(found.figures.withheld, 0, "{row}");
        let lowest = found.figures.lowest.unwrap();
        assert_eq!(lowest.claim.as_str(), "f1", "{row}");
    }
    let deaths = claimed(&["f1|s|killed|exactly|2030-08-10||3|||||"]);
    let (found, _) = count_in(&deaths, &scope("killed"));
    assert_eq!(
        (found.maximum, found.figures.highest.unwrap().largest()),
        (Some(3), 3)
    );
}

#[test]
fn nothing_follows_from_a_figure_that_is_not_shown() {
    // Alone it is no maximum, and no 0 either.
    let (found, _) = count_in(&claimed(&FEW[..1]), &scope("detained"));
    assert_eq!((found.maximum, found.maximum_claims.len()), (None, 0));
    let args = serde_json::to_value(&found.sentence().args).unwrap();
    assert!(args.get("maximum").is_none(), "{args}");
    // It is no part of a sum of areas.
    let book = claimed(&[
        "f1|s|detained|exactly|2030-08-10|01|3|||||",
        "f2|a|detained|exactly|2030-08-10|02|600|||||",
    ]);
    let (found, _) = count_in(&book, &scope("detained"));
    assert_eq!(
        (found.maximum, found.maximum_parts.len()),
        (Some(600), 0),
        "603 less 600 is the 3"
    );
    // An earlier figure of the source is not its latest.
    let book = claimed(&["f0|s|detained|exactly|2030-08-01||800|||||", FEW[0], PUBLIC]);
    let (found, _) = count_in(&book, &scope("detained"));
    let lowest = found.figures.lowest.unwrap();
    assert_eq!(lowest.largest(), 600);
    assert_eq!(found.figures.highest.unwrap().largest(), 600);
    // A ratio to it would tell it.
    let book = claimed(&[FEW[0], "f8|p|detained|exactly|2030-08-10||60|||||"]);
    let (found, _) = count_in(&book, &scope("detained"));
    assert_eq!(
        found
            .figures
            .parties
            .iter()
            .map(|held| held.ratio)
            .collect::<Vec<_>>(),
        [None]
    );
    // Its day is no cut-off.
    let late = claimed(&["f1|s|detained|exactly|2030-09-09||3|||||", PUBLIC]);
    assert_eq!(
        latest_day(&late, &Forms::shipped()),
        Date::parse("2030-08-20").ok()
    );
}

#[test]
fn parts_and_words_of_a_private_source_are_not_shown() {
    for (parts, is_shown) in [
        ("civilian=9172;journalist=3", false),
        // Three are neither.
        ("civilian=9172", false),
        ("minors=4", false),
        ("minors=9173", false),
        ("civilian=9100;journalist=75", true),
        ("minors=70", true),
    ] {
        for source in ["s", "a"] {
            let row =
                format!("f1|{source}|detained|exactly|2030-08-10||9175|||{parts}|CANARY|CANARY");
            let (found, _) = count_in(&claimed(&[&row]), &scope("detained"));
            let said = found.figures.highest.clone().unwrap();
            assert_eq!(said.largest(), 9175);
            let has_parts = is_shown || source == "a";
            assert_eq!(!said.parts.is_empty(), has_parts, "{source} {parts}");
            // Where it was said may tell who said it.
            assert_eq!(text(&found).contains("CANARY"), source == "a");
        }
    }
}

const REPORTS: &str = "id type phase from area role direct means unit force response resolved persons persons_max size size_max \
                       called_back";

fn reported(rows: &[String], forms: &Forms) -> Book {
    let cells = |text: &String| text.split('|').map(|cell| Some(cell.to_owned())).collect();
    let table = Table {
        file: "reports".to_owned(),
        header: REPORTS.split_whitespace().map(str::to_owned).collect(),
        rows: (2..)
            .zip(rows)
            .map(|(row, text)| TableRow {
                row,
                cells: cells(text),
            })
            .collect(),
    };
    let tables = BTreeMap::from([(TableName::Reports, table)]);
    Book::read(&tables, forms).unwrap()
}

fn of_kind(rows: &[String], forms: &Forms) -> TypeReports {
    let day = Date::parse("2030-12-31").unwrap();
    let made = summary(&reported(rows, forms), forms, day, Vec::new(), Vec::new());
    made.reports[0].types[0].clone()
}

/// Types whose reports are about persons: threatened, detained, hurt, sent out, refused, or in reach of who is armed.
const ABOUT_PERSONS: [&str; 19] = [
    "agent-credentials-rejected",
    "agent-detained",
    "agent-expelled",
    "agent-refused-entry",
    "agent-threatened",
    "armed-civilians",
    "assembly-dispersed",
    "assisted-without-request",
    "benefits-threatened",
    "centre-attacked",
    "equipment-seized",
    "identity-scanned",
    "journalist-detained",
    "mass-arrest",
    "party-checkpoint",
    "passport-annulled",
    "registration-refused",
    "shots",
    "wounded",
];

#[test]
fn few_reports_about_persons_are_not_shown_whatever_the_type() {
    let forms = Forms::shipped();
    let rows = |kind: &str, count: usize| -> Vec<String> {
        (0..count)
            .map(|at| {
                format!(
                    "r{at}|{kind}|voting|2030-07-{}|01/001|voter|yes|batons|police|used|none|no|7||90||yes",
                    20 + at
                )
            })
            .collect()
    };
    let mut about: Vec<&str> = Vec::new();
    for id in forms.ids() {
        for count in 1..=4 {
            let held = of_kind(&rows(id.as_str(), count), &forms);
            let printed = serde_json::to_string(&held).unwrap();
            let is_withheld = held.reports.get().is_none();
            assert_eq!(printed.contains("2030-07"), !is_withheld, "{printed}");
            if is_withheld {
                for word in ["batons", "police", "\"used\"", "\"low\"", "voting"] {
                    assert!(!printed.contains(word), "{word}: {printed}");
                }
                if count == 1 {
                    about.push(id.as_str());
                }
            } else {
                assert_eq!(held.reports.get(), Some(count as u64));
            }
        }
        assert_eq!(
            of_kind(&rows(id.as_str(), 5), &forms).reports.get(),
            Some(5)
        );
    }
    assert_eq!(about, ABOUT_PERSONS);
    // A file of the user that does not say is about persons, critical or not.
    let own = |more: &str| {
        let text = format!(
            r#"{{"schema": "scrutineer/incident-forms/1", "obligations": [], "types": [
            {{"id": "own", "family": "own", "obligations": []{more}}}]}}"#
        );
        of_kind(&rows("own", 3), &Forms::parse(&text).unwrap())
            .reports
            .get()
    };
    assert_eq!(own(""), None);
    assert_eq!(own(r#", "is_critical": true"#), None);
    assert_eq!(own(r#", "about_persons": true"#), None);
    assert_eq!(own(r#", "about_persons": false"#), Some(3));
    // What needs a call-back is about persons; deaths may be exact.
    let parsed = |id: &str, more: &str| {
        let text = format!(
            r#"{{"schema": "scrutineer/incident-forms/1", "obligations": [], "types": [
            {{"id": "first", "family": "own", "obligations": []}},
            {{"id": "{id}", "family": "own", "obligations": []{more}}}]}}"#
        );
        Forms::parse(&text).map_err(|error| error.problems)
    };
    let critical = r#", "is_critical": true, "about_persons": false"#;
    let problems = parsed("wounded", critical).unwrap_err();
    let told: Vec<(&str, &str)> = problems
        .iter()
        .map(|held| (held.place.as_str(), held.message.id.as_str()))
        .collect();
    assert_eq!(
        told,
        [("types[1].about_persons", "incidents-forms-critical")]
    );
    assert!(parsed("killed", critical).is_ok());
    // A type of the user, and one that the shipped forms say is about persons, are told; those of the shipped are not.
    let few = |id: &str, more: &str| -> Vec<String> {
        let held = parsed(id, more).unwrap();
        held.shown_however_few()
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    let quiet = r#", "about_persons": false"#;
    assert_eq!(few("own", quiet), ["own"]);
    assert_eq!(few("wounded", quiet), ["wounded"]);
    assert!(few("assembly", quiet).is_empty() && few("own", "").is_empty());
    assert!(forms.shown_however_few().is_empty());
}

/// Twelve reports: what they say is told by word, and only where neither a word nor what is left is of 1 to 4.
#[test]
fn what_reports_say_is_told_by_word_and_small_numbers_are_not() {
    let forms = Forms::shipped();
    let rows = |kind: &str, police: usize, none: usize| -> Vec<String> {
        (0..12)
            .map(|at| {
                let unit = match at {
                    at if at < none => "",
                    at if at < none + police => "police",
                    _ => "military",
                };
                let (force, resolved) = if at < 6 { ("used", "no") } else { ("none", "yes") };
                let size = 100 + at;
                format!(
                    "r{at}|{kind}|after|2030-07-29|01/001|media|yes|tear-gas|{unit}|{force}|dispersed;arrests|{resolved}\
                     |{}|{}|{size}|{}|yes",
                    5 + at,
                    20 + at,
                    size * 2
                )
            })
            .collect()
    };
    let held = of_kind(&rows("assembly-dispersed", 6, 0), &forms);
    let value = serde_json::to_value(&held).unwrap();
    assert_eq!(
        value["units"],
        serde_json::json!({"police": 6, "military": 6})
    );
    assert_eq!(value["force"], serde_json::json!({"used": 6, "none": 6}));
    assert_eq!(value["resolved"], serde_json::json!({"yes": 6, "no": 6}));
    assert_eq!(
        value["responses"],
        serde_json::json!({"dispersed": 12, "arrests": 12})
    );
    assert_eq!(value["phases"], serde_json::json!({"after": 12}));
    // The intervals are 100 to 200 up to 111 to 222, and 5 to 20 up to 16 to 31.
    assert_eq!(
        (&value["sizes"], &value["persons"]),
        (
            &serde_json::json!({"reports": 12, "low": 100, "high": 222}),
            &serde_json::json!({"reports": 12, "low": 5, "high": 31})
        )
    );
    // Two name no unit: they are what is left of all of them.
    let held = of_kind(&rows("assembly-dispersed", 5, 2), &forms);
    assert!(held.units.is_empty() && !held.force.is_empty());
    // Three of the military, who are what is left of the police.
    assert!(
        of_kind(&rows("assembly-dispersed", 9, 0), &forms)
            .units
            .is_empty()
    );
    // Of a type about stations their number and days are shown, and what they say of harm by the same rule.
    let held = of_kind(&rows("assembly", 9, 2), &forms);
    assert!(held.units.is_empty() && !held.force.is_empty());
    assert_eq!(
        (held.reports.get(), held.first),
        (Some(12), Date::parse("2030-07-29").ok())
    );
    assert_eq!(of_kind(&rows("assembly", 6, 0), &forms).units.len(), 2);
    // A number of 1 to 4 persons affected is a small cell, however many say it.
    let mut few = rows("assembly-dispersed", 6, 0);
    few[3] = few[3].replace("|8|23|", "|2|23|");
    assert!(of_kind(&few, &forms).persons.is_none());
    // Three say no size.
    let mut some = rows("assembly-dispersed", 6, 0);
    for (at, row) in some.iter_mut().enumerate().take(3) {
        let size = 100 + at;
        *row = row.replace(&format!("|{size}|{}|", size * 2), "|||");
    }
    assert!(of_kind(&some, &forms).sizes.is_none());
}

/// A type about stations switches the rule off for the number of reports and their days, and for nothing that they say
/// of people: two persons arrested by the police on one day are two persons whatever the type is called.
#[test]
fn a_type_about_stations_tells_no_few_persons() {
    let forms = Forms::shipped();
    let row = |kind: &str, size: &str| {
        vec![format!(
            "r0|{kind}|after|2024-07-29|01/001|voter|yes|batons|police|used|arrests|no|2||{size}||yes"
        )]
    };
    let about_stations: Vec<&str> = forms
        .ids()
        .map(scrutineer_model::Code::as_str)
        .filter(|id| !ABOUT_PERSONS.contains(id) && *id != "killed")
        .collect();
    assert!(about_stations.len() > 10, "{about_stations:?}");
    for kind in about_stations {
        let held = of_kind(&row(kind, "4"), &forms);
        let value = serde_json::to_value(&held).unwrap();
        for field in ["means", "units", "force", "responses"] {
            assert_eq!(value[field], serde_json::json!({}), "{kind} {field}");
        }
        assert!(held.persons.is_none() && held.sizes.is_none(), "{kind}");
        // Its number, its day, its phase and a size of more than a few people are told.
        let held = of_kind(&row(kind, "400"), &forms);
        assert_eq!(
            (held.reports.get(), held.first, held.observed.len()),
            (Some(1), Date::parse("2024-07-29").ok(), 0)
        );
        assert_eq!(held.phases.len() + held.resolved.len(), 2);
        assert_eq!(held.sizes.map(|held| held.low), Some(400));
    }
    // Deaths may be exact.
    let held = of_kind(&row("killed", "4"), &forms);
    assert_eq!(
        (
            held.units.len(),
            held.means.len(),
            held.force.len(),
            held.responses.len()
        ),
        (1, 1, 1, 1)
    );
    assert_eq!(held.persons.map(|held| held.low), Some(2));
}

/// Persons to whom an act was done, each by units of some kinds.
fn done_by(act: &str, by: &[&[&str]]) -> Book {
    let by: Vec<(&str, &[&str])> = by.iter().map(|units| ("01/001", *units)).collect();
    done_in(act, &by)
}

/// Persons to whom an act was done, each in an area and by units of some kinds.
fn done_in(act: &str, by: &[(&str, &[&str])]) -> Book {
    let ids: Vec<String> = (0..by.len()).map(|at| format!("p{at}")).collect();
    let claims: Vec<String> = ids
        .iter()
        .zip(by)
        .map(|(id, (area, _))| format!("c-{id}|a|{act}|{id}|named|2030-08-31|{area}|2030-07-29"))
        .collect();
    let acts: Vec<String> = ids
        .iter()
        .zip(by)
        .flat_map(|(id, (_, units))| {
            let act = move |unit: &&str| format!("k-{id}-{unit}|e|{id}|{act}|{unit}");
            units.iter().map(act)
        })
        .collect();
    book(vec![
        (
            TableName::Sources,
            "id name kind standing access",
            vec!["a|A|ngo-list|primary|public"],
        ),
        (
            TableName::Persons,
            "id",
            ids.iter().map(String::as_str).collect(),
        ),
        (
            TableName::Perpetrators,
            "id category unit",
            vec!["police|police|CANARY", "army|military|CANARY"],
        ),
        (
            TableName::Events,
            "id type from time_precision place_precision phase",
            vec!["e|assembly-dispersed|2030-07-29|1|1|after"],
        ),
        (
            TableName::Claims,
            "id source act person qualifier as_of area from",
            claims.iter().map(String::as_str).collect(),
        ),
        (
            TableName::Acts,
            "id event person act perpetrator",
            acts.iter().map(String::as_str).collect(),
        ),
    ])
    .unwrap()
}

#[test]
fn persons_are_counted_by_who_did_it_and_small_numbers_are_not_shown() {
    let by = |act: &str, police: usize, army: usize, both: usize, none: usize| {
        let mut all: Vec<&[&str]> = vec![&["police"][..]; police];
        all.extend(vec![&["army"][..]; army]);
        all.extend(vec![&["army", "police"][..]; both]);
        all.extend(vec![&[][..]; none]);
        let (found, _) = count_in(&done_by(act, &all), &scope(act));
        assert!(!text(&found).contains("CANARY"));
        let of: Vec<(&str, u64)> = found
            .perpetrators
            .iter()
            .map(|(category, number)| (category.word(), *number))
            .collect();
        of
    };
    assert_eq!(
        by("detained", 6, 5, 0, 5),
        [("police", 6), ("military", 5), ("unknown", 5)]
    );
    // One who was harmed by both stands under both, and is no third person.
    assert_eq!(
        by("detained", 7, 7, 5, 0),
        [("police", 12), ("military", 12)]
    );
    // Two of sixteen: nine and nine are two more than there are persons.
    assert_eq!(by("detained", 7, 7, 2, 0), []);
    assert_eq!(by("detained", 6, 3, 0, 5), []);
    assert_eq!(by("detained", 6, 6, 0, 2), []);
    // Twelve of fifteen: three were not harmed by the police.
    assert_eq!(by("detained", 5, 3, 7, 0), []);
    assert_eq!(by("killed", 1, 2, 0, 0), [("police", 1), ("military", 2)]);
    // Nobody wrote down who did it: that is not "not known" by anybody.
    assert_eq!(by("detained", 0, 0, 0, 9), []);
}

/// 42 detained persons: of the 30 in 01 five by the military, of the 12 in 02 two. What 01 tells is told of 02 by the
/// whole, so an area and an interval of days have a number of persons and nothing beside it.
#[test]
fn a_part_tells_no_groups_to_subtract() {
    let by = |act: &str| {
        let mut all: Vec<(&str, &[&str])> = vec![("01/001", &["police"][..]); 25];
        all.extend(vec![("01/001", &["army"][..]); 5]);
        all.extend(vec![("02/001", &["police"][..]); 10]);
        all.extend(vec![("02/001", &["army"][..]); 2]);
        done_in(act, &all)
    };
    let day = Date::parse("2030-07-29").unwrap();
    let whole = scope("detained");
    let area = Area::parse("01").unwrap();
    let parts = [
        Scope {
            area: area.clone(),
            ..whole.clone()
        },
        Scope {
            interval: Some((day, day)),
            ..whole.clone()
        },
    ];
    let book = by("detained");
    let (found, _) = count_in(&book, &whole);
    assert_eq!((found.credible, found.perpetrators.len()), (Some(42), 2));
    for (part, credible) in parts.iter().zip([30, 42]) {
        let (found, _) = count_in(&book, part);
        assert_eq!((found.credible, found.minimum), (Some(credible), None));
        assert!(found.perpetrators.is_empty() && found.groups.is_empty());
        assert!(found.statuses.is_empty());
    }
    // Deaths may be exact.
    let killed = Scope {
        area,
        ..scope("killed")
    };
    let (found, _) = count_in(&by("killed"), &killed);
    assert_eq!((found.minimum, found.perpetrators.len()), (Some(0), 2));
}

/// Of 22 persons 12 are named in each of two areas: two are named in both.
#[test]
fn persons_in_two_areas_are_not_told_by_the_sum() {
    let shown = |both: usize| {
        let ids: Vec<String> = (0..20 + both).map(|at| format!("p{at:02}")).collect();
        let of = |area: &'static str, held: &[String]| -> Vec<String> {
            let claim = |id: &String| {
                format!("c-{area}-{id}|a|detained|{id}|named|2030-08-31|{area}/001|2030-07-29")
            };
            held.iter().map(claim).collect()
        };
        let claims = [of("01", &ids[..10 + both]), of("02", &ids[10..])].concat();
        let tables = book(vec![
            (
                TableName::Sources,
                "id name kind standing access",
                vec!["a|A|ngo-list|primary|public"],
            ),
            (
                TableName::Persons,
                "id",
                ids.iter().map(String::as_str).collect(),
            ),
            (
                TableName::Claims,
                "id source act person qualifier as_of area from",
                claims.iter().map(String::as_str).collect(),
            ),
        ])
        .unwrap();
        let day = Date::parse("2030-12-31").unwrap();
        let made = summary(&tables, &Forms::shipped(), day, Vec::new(), Vec::new());
        let areas = made.by_area[0].areas.values();
        areas.map(|number| number.get()).collect::<Vec<_>>()
    };
    assert_eq!(shown(0), [Some(10), Some(10)]);
    for few in 1..=4 {
        assert_eq!(shown(few), [None, None], "{few}");
    }
    assert_eq!(shown(5), [Some(15), Some(15)]);
}

/// Reports stand under each right that their type may touch, with every article, and nowhere else.
#[test]
fn reports_stand_under_the_rights_of_their_type() {
    let row = |id: usize, kind: &str| {
        format!(
            "r{id}|{kind}|voting|2030-07-28|01/001|voter|yes{}yes",
            "|".repeat(10)
        )
    };
    let kinds = [
        "outlet-closed",
        "checkpoint",
        "assembly",
        "copy-refused",
        "killed",
        "own",
    ];
    let rows: Vec<String> = kinds
        .iter()
        .enumerate()
        .map(|(at, kind)| row(at, kind))
        .collect();
    let forms = Forms::parse(
        r#"{"schema": "scrutineer/incident-forms/1", "obligations": [
        {"id": "i9", "instrument": "ICCPR", "article": "9", "right": "liberty"},
        {"id": "i12", "instrument": "ICCPR", "article": "12", "right": "movement"},
        {"id": "i19", "instrument": "ICCPR", "article": "19", "right": "expression"},
        {"id": "i21", "instrument": "ICCPR", "article": "21", "right": "assembly"},
        {"id": "i25", "instrument": "ICCPR", "article": "25", "right": "participation"},
        {"id": "n17", "instrument": "Election Act", "article": "17", "right": "participation"}], "types": [
        {"id": "outlet-closed", "family": "media", "obligations": ["i19"], "about_persons": false},
        {"id": "checkpoint", "family": "movement", "obligations": ["i12", "i25"], "about_persons": false},
        {"id": "assembly", "family": "assembly", "obligations": ["i21"], "about_persons": false},
        {"id": "copy-refused", "family": "tally", "obligations": ["i25", "n17"], "about_persons": false},
        {"id": "killed", "family": "security", "obligations": ["i9"], "about_persons": false},
        {"id": "own", "family": "own", "obligations": [], "about_persons": false}]}"#,
    )
    .unwrap();
    let tables = reported(&rows, &forms);
    let day = Date::parse("2030-12-31").unwrap();
    let made = summary(&tables, &forms, day, Vec::new(), Vec::new());
    let held: Vec<(&str, Vec<&str>, Vec<&str>)> = made
        .reports
        .iter()
        .map(|right| {
            let cites = right.cites.iter().map(String::as_str).collect();
            let kinds = right.types.iter().map(|held| held.kind.as_str()).collect();
            (right.right.as_str(), cites, kinds)
        })
        .collect();
    assert_eq!(
        held,
        [
            ("assembly", vec!["ICCPR 21"], vec!["assembly"]),
            ("expression", vec!["ICCPR 19"], vec!["outlet-closed"]),
            ("liberty", vec!["ICCPR 9"], vec!["killed"]),
            ("movement", vec!["ICCPR 12"], vec!["checkpoint"]),
            ("none", vec![], vec!["own"]),
            (
                "participation",
                vec!["Election Act 17", "ICCPR 25"],
                vec!["checkpoint", "copy-refused"]
            ),
        ]
    );
    // Every article that the shipped forms cite is one of the five of the covenant, under its right.
    let shipped = Forms::shipped();
    let cited: BTreeSet<(String, String)> = shipped
        .ids()
        .flat_map(|id| shipped.obligations(id))
        .map(|held| {
            (
                format!("{} {}", held.instrument, held.article),
                held.right.to_string(),
            )
        })
        .collect();
    let wanted = [
        ("ICCPR 12", "movement"),
        ("ICCPR 19", "expression"),
        ("ICCPR 21", "assembly"),
        ("ICCPR 25", "participation"),
        ("ICCPR 9", "liberty"),
    ];
    assert!(
        cited
            .iter()
            .map(|(cited, right)| (cited.as_str(), right.as_str()))
            .eq(wanted)
    );
}
