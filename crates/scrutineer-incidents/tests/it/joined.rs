//! Reports joined with findings, and by deployment: what a summary shows of them.

use scrutineer_incidents::{
    Blocked, Book, Forms, IncidentSummary, NumberWord, TableName, outlets, summary,
};
use scrutineer_model::{Code, Date};

use crate::counting::book;

const REPORTS: &str =
    "id type phase from area station deployment role direct means unit outlet called_back";

fn reported(rows: &[String]) -> Book {
    book(vec![
        (
            TableName::Reports,
            REPORTS,
            rows.iter().map(String::as_str).collect(),
        ),
        (
            TableName::Deployments,
            "id name sample reached reporting",
            vec![
                "big|Big|probability|60|60",
                "small|Team of one municipality|purposive|2|2",
            ],
        ),
    ])
    .unwrap()
}

fn shown(book: &Book) -> IncidentSummary {
    let day = Date::parse("2030-12-31").unwrap();
    summary(book, &Forms::shipped(), day, Vec::new(), Vec::new())
}

fn row(id: usize, kind: &str, station: &str, deployment: &str, more: &str) -> String {
    format!("r{id}|{kind}|counting|2030-07-28|01/001|{station}|{deployment}|voter|yes|{more}|yes")
}

#[test]
fn only_reports_about_outlets_are_joined_with_measurements() {
    let book = reported(&[
        row(1, "journalist-detained", "", "", "||site.example"),
        row(2, "copy-refused", "", "", "||site.example"),
        row(3, "outlet-closed", "", "", "||site.example"),
    ]);
    let day = Date::parse("2030-07-28").unwrap();
    let blocked = [Blocked {
        outlet: Code::parse("site.example").unwrap(),
        interval: (day, day),
    }];
    let reports: Vec<_> = book.reports.iter().collect();
    let joined = outlets(&reports, &Forms::shipped(), &blocked, 14);
    let kinds: Vec<(&str, u64)> = joined
        .iter()
        .map(|held| (held.kind.as_str(), held.findings))
        .collect();
    assert_eq!(kinds, [("outlet-closed", 1)]);
    // Not even where a file of the user joins them.
    let forms = r#"{"schema": "scrutineer/incident-forms/1", "obligations": [], "types": [
        {"id": "journalist-detained", "family": "media", "obligations": [], "is_critical": true, "joins": "outlets"}]}"#;
    assert_eq!(
        outlets(&reports, &Forms::parse(forms).unwrap(), &blocked, 14),
        []
    );
}

/// H16: of types about persons a withheld number has no day, no means and no deployment.
#[test]
fn few_reports_about_persons_have_no_day_and_no_deployment() {
    let detained = |big: usize, small: usize| {
        let rows: Vec<String> = (0..big + small)
            .map(|at| {
                let deployment = if at < big { "big" } else { "small" };
                row(
                    at,
                    "agent-detained",
                    &format!("s{at}"),
                    deployment,
                    "batons|police|",
                )
            })
            .collect();
        shown(&reported(&rows)).reports[0].types[0].clone()
    };
    let few = detained(3, 0);
    assert_eq!(
        (few.reports.get(), few.direct.get(), few.first, few.last),
        (None, None, None, None)
    );
    assert!(few.observed.is_empty() && few.means.is_empty() && few.units.is_empty());
    // Five of the six are of one deployment: the sixth would follow.
    let six = detained(5, 1);
    assert_eq!(six.reports.get(), Some(6));
    assert!(six.first.is_some());
    assert_eq!(six.observed, []);
    let eleven = detained(6, 5);
    let by: Vec<(&str, u64)> = eleven
        .observed
        .iter()
        .map(|held| (held.deployment.as_str(), held.reports))
        .collect();
    assert_eq!(by, [("big", 6), ("small", 5)]);
    // Six reports of two places are about few places.
    let rows: Vec<String> = (0..6)
        .map(|at| row(at, "agent-detained", &format!("s{}", at % 2), "big", "||"))
        .collect();
    assert_eq!(shown(&reported(&rows)).reports[0].types[0].observed, []);
    // The rest of the units is as small as a unit.
    let rows: Vec<String> = (0..9)
        .map(|at| {
            row(
                at,
                "agent-detained",
                "",
                "",
                if at < 7 { "|police|" } else { "||" },
            )
        })
        .collect();
    assert!(shown(&reported(&rows)).reports[0].types[0].units.is_empty());
    // Types about stations are shown as they are.
    let rows: Vec<String> = (0..2)
        .map(|at| row(at, "copy-refused", "s1", "big", "||"))
        .collect();
    let copies = shown(&reported(&rows)).reports[0].types[0].clone();
    assert_eq!((copies.reports.get(), copies.observed.len()), (Some(2), 1));
    assert!(copies.first.is_some());
}

#[test]
fn a_rate_is_one_of_places_and_not_of_reports() {
    let of = |station: &dyn Fn(usize) -> String| {
        let rows: Vec<String> = (0..10)
            .map(|at| row(at, "copy-refused", &station(at), "big", "||"))
            .collect();
        shown(&reported(&rows)).reports[0].types[0].observed[0].clone()
    };
    // Ten reports of one station are one place of sixty.
    let one = of(&|_| "s1".to_owned());
    assert_eq!((one.reports, one.places, one.of), (10, Some(1), Some(60)));
    let share = one.rate.unwrap()[0].get();
    assert!((share - 1.0 / 60.0).abs() < 1e-9, "{share}");
    let ten = of(&|at| format!("s{at}"));
    assert_eq!(ten.places, Some(10));
    assert!((ten.rate.unwrap()[0].get() - 10.0 / 60.0).abs() < 1e-9);
    // One report without a place, and nobody knows how many places there are.
    let some = of(&|at| {
        if at == 0 {
            String::new()
        } else {
            format!("s{at}")
        }
    });
    assert_eq!((some.reports, some.places, some.rate), (10, None, None));
}

/// Only places drawn at random give a rate; a complaint line has no number that it could be out of.
#[test]
fn no_rate_follows_from_places_that_were_not_drawn() {
    let samples = [
        ("probability", Some(60), true),
        ("quota", Some(60), false),
        ("purposive", Some(60), false),
        ("complaint-line", None, false),
    ];
    for (sample, of, has_rate) in samples {
        let rows: Vec<String> = (0..10)
            .map(|at| row(at, "copy-refused", &format!("s{at}"), "one", "||"))
            .collect();
        let book = book(vec![
            (
                TableName::Reports,
                REPORTS,
                rows.iter().map(String::as_str).collect(),
            ),
            (
                TableName::Deployments,
                "id name sample reached reporting",
                vec![&format!("one|One|{sample}|70|60")],
            ),
        ])
        .unwrap();
        let held = shown(&book).reports[0].types[0].observed[0].clone();
        assert_eq!(held.sample.word(), sample);
        assert_eq!((held.reports, held.places), (10, Some(10)), "{sample}");
        assert_eq!((held.of, held.rate.is_some()), (of, has_rate), "{sample}");
        assert_eq!(held.silent, of.map(|_| 10), "{sample}");
    }
}

/// The intervals of the reference for words that stand for a number.
#[test]
fn a_word_for_a_number_is_an_interval() {
    for (word, low, high) in [
        ("tens", 20, 99),
        ("dozens", 24, 99),
        ("hundreds", 200, 999),
        ("thousands", 2000, 9999),
    ] {
        let book = book(vec![
            (
                TableName::Sources,
                "id name kind standing access",
                vec!["a|A|media|primary|public"],
            ),
            (
                TableName::Claims,
                "id source act qualifier as_of word",
                vec![&format!("c|a|detained|word|2030-08-01|{word}")],
            ),
        ])
        .unwrap();
        let found = shown(&book).counts[0].clone();
        let said = found.figures.lowest.unwrap();
        assert_eq!((said.quantity.low, said.quantity.high), (low, Some(high)));
        assert_eq!(said.quantity.word.map(NumberWord::word), Some(word));
        assert_eq!(found.maximum, Some(high), "{word}");
    }
}
