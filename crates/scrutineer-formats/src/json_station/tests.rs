use std::io::Cursor;

use super::*;
use crate::archive::{ArchiveLimits, read_zip};
use crate::number::{NumberFormat, Reading};

fn documents(pointers: &[&str]) -> StationDocuments {
    let name = NamePattern::parse("{folder}/{code:3}.json").unwrap();
    StationDocuments::new(name, pointers.iter().map(|p| (*p).to_owned())).unwrap()
}

fn read(document: &[u8], pointers: &[&str]) -> (Option<Vec<Option<String>>>, Vec<String>) {
    let mut problems = Problems::new();
    let mut record = Record::new();
    let documents = documents(pointers);
    let mut source = document;
    let read = documents.read("a/001.json", 1, &mut source, &mut record, &mut problems);
    let cells = record
        .cells()
        .map(|cell| cell.text().map(str::to_owned))
        .collect();
    (
        read.then_some(cells),
        problems.iter().map(ToString::to_string).collect(),
    )
}

#[test]
fn a_pattern_takes_the_code_out_of_the_name() {
    let pattern = NamePattern::parse("{any}/{district}/{code:13}.json").unwrap();
    assert_eq!(
        pattern.holes().collect::<Vec<_>>(),
        ["any", "district", "code"]
    );
    assert_eq!(
        pattern.captures("x/11/1105012001001.json"),
        Some(vec!["x", "11", "1105012001001"])
    );
    for name in [
        "1105012001001.json",
        "x/11/110501200100.json",
        "x/11/1105012001001.json.bak",
    ] {
        assert_eq!(pattern.captures(name), None, "{name}");
    }
    let dashed = NamePattern::parse("{a}-{b}").unwrap();
    assert_eq!(dashed.captures("1-2-3"), Some(vec!["1", "2-3"]));
    assert_eq!(
        NamePattern::parse("{a:2}{b}").unwrap().captures("ñandú"),
        Some(vec!["ña", "ndú"])
    );
}

#[test]
fn what_is_no_pattern_is_refused_with_its_place() {
    assert_eq!(NamePattern::parse("a}b"), Err(PatternError::Brace(2)));
    assert_eq!(NamePattern::parse("a{b"), Err(PatternError::Brace(2)));
    assert_eq!(
        NamePattern::parse("{}"),
        Err(PatternError::Name(String::new()))
    );
    assert_eq!(
        NamePattern::parse("{a}/{a}"),
        Err(PatternError::Name("a".into()))
    );
    assert_eq!(
        NamePattern::parse("{a:0}"),
        Err(PatternError::Length("0".into()))
    );
    assert_eq!(
        NamePattern::parse("{a}{b}"),
        Err(PatternError::Adjacent("a".into()))
    );
}

#[test]
fn null_absent_and_zero_are_told_apart() {
    let document = br#"{"chart": {"1": 0, "2": null, "a/b": "7"}, "rest": null}"#;
    let (cells, problems) = read(
        document,
        &["/chart/1", "/chart/2", "/chart/9", "/rest/x", "/chart/a~1b"],
    );
    let text = |text: &str| Some(text.to_owned());
    let expected = [
        text("a"),
        text("001"),
        text("0"),
        text(""),
        text(""),
        text(""),
        text("7"),
    ];
    assert_eq!(cells.unwrap(), expected);
    assert!(problems.is_empty());
    let (cells, _) = read(br#"{"chart": {"null": null}}"#, &["/chart/1"]);
    assert_eq!(cells.unwrap()[2], text(""));
}

#[test]
fn a_value_of_another_type_is_unreadable_and_named_by_its_pointer() {
    let (cells, problems) = read(br#"{"v": [1], "w": {"x": 1}, "n": 5}"#, &["/v", "/w", "/n"]);
    assert_eq!(cells.unwrap()[2..], [None, None, Some("5".to_owned())]);
    assert_eq!(
        problems,
        [
            "a/001.json: byte 0: value of another type, expected a number or a text at /v, found \
             an array",
            "a/001.json: byte 0: value of another type, expected a number or a text at /w, found \
             an object",
        ]
    );
}

#[test]
fn numbers_of_any_length_are_too_large_and_not_something_else() {
    for (number, reading) in [
        ("18446744073709551616", Reading::TooLarge),
        ("-1", Reading::Negative),
        ("8.0", Reading::Count(8)),
        ("8.5", Reading::NotAnInteger),
    ] {
        let (cells, _) = read(format!("{{\"v\": {number}}}").as_bytes(), &["/v"]);
        let text = cells.unwrap()[2].clone().unwrap();
        assert_eq!(
            NumberFormat::default().read(&text),
            reading,
            "{number} became {text}"
        );
    }
}

#[test]
fn text_that_is_not_json_is_a_problem_with_line_and_column() {
    let (cells, problems) = read(b"{\n \"secret\": tru", &["/v"]);
    assert_eq!(cells, None);
    assert_eq!(
        problems,
        [
            "a/001.json: row 2, column 14: not JSON, expected JSON in UTF-8, found a text that is cut off"
        ]
    );
    let deep = "[".repeat(200_000);
    assert_eq!(read(deep.as_bytes(), &["/v"]).0, None);
    let long = format!("{{\"v\": \"{}\"}}", "x".repeat(1 << 20));
    let (cells, problems) = read(long.as_bytes(), &["/v"]);
    assert_eq!((cells, problems.len()), (None, 1));
}

#[test]
fn what_is_no_pointer_is_refused() {
    let name = NamePattern::parse("{a}").unwrap();
    for wrong in ["a/b", "/a~2", "/~"] {
        let pointers = [wrong.to_owned()];
        assert!(
            StationDocuments::new(name.clone(), pointers).is_err(),
            "{wrong}"
        );
    }
}

/// The figures are those of the README beside the data.
#[test]
fn the_indonesian_sample_has_its_unread_stations() {
    let Some(shared) = scrutineer_testkit::shared::dir() else {
        return;
    };
    let bytes = std::fs::read(shared.join("data/indonesia-2024/tingkat6_1000data.zip")).unwrap();
    let mut documents = None;
    let mut problems = Problems::new();
    let (mut stations, mut no_votes, mut no_figures, mut either) = (0, 0, 0, 0);
    let mut record = Record::new();
    let limits = ArchiveLimits::default();
    read_zip(
        Cursor::new(bytes),
        limits,
        &mut problems,
        |_| true,
        |name, source, problems| {
            let documents = documents.get_or_insert_with(|| {
                let folders = folders(name);
                let pattern = NamePattern::parse(&format!("{folders}{{code:13}}.json")).unwrap();
                let pointers = ["/chart/100025", "/chart/100026", "/chart/100027"]
                    .into_iter()
                    .chain(["/administrasi/suara_sah", "/administrasi/suara_tidak_sah"]);
                StationDocuments::new(pattern, pointers.map(str::to_owned)).unwrap()
            });
            if !documents.is_station(name) {
                return;
            }
            stations += 1;
            assert!(documents.read(name, stations, source, &mut record, problems));
            let columns = record.len();
            let unread = |i: usize| record.cell(i).text().is_some_and(str::is_empty);
            let votes = (columns - 5..columns - 2).any(unread);
            let figures = (columns - 2..columns).any(unread);
            no_votes += u32::from(votes);
            no_figures += u32::from(figures);
            either += u32::from(votes || figures);
        },
    );
    assert_eq!(problems.total(), 0, "{:?}", problems.iter().next());
    assert_eq!(
        (stations, no_votes, no_figures, either),
        (1_000, 539, 535, 652)
    );
}

fn folders(name: &str) -> String {
    let depth = name.matches('/').count();
    (0..depth)
        .map(|level| format!("{{level{level}}}/"))
        .collect::<Vec<_>>()
        .concat()
}
