//! What it would take to change the answer, on the pages of single sheets.

use scrutineer_audit::{AuditReport, CountReport};
use scrutineer_model::{
    Cell, ContestOption, Dataset, Field, Link, OptionIdx, OutcomeRule, SourceIdx, SourceLabel,
    Ticket,
};
use scrutineer_simulate::{Plan, simulate};
use scrutineer_site::History;

use crate::made::{
    Pages, code, pages, pages_with, plain, report, sheet, sheet_as_read, source, station,
    two_options, with_contests,
};
use crate::symmetry::dataset;
use crate::two::contest;

/// What a language says before the number of a sheet, and how the sentence under the stations begins.
const WORDS: [(&str, &str, &str); 2] = [
    (
        "en",
        "could lower the lead by at most ",
        "\u{201c}Could lower the lead by at most\u{201d}",
    ),
    (
        "es",
        "podr\u{ed}a bajar la ventaja a lo sumo en ",
        "\u{ab}Podr\u{ed}a bajar la ventaja a lo sumo en\u{bb}",
    ),
];

/// What a language says where the number is not known.
fn unknown(language: &str) -> &'static str {
    match language {
        "en" => "how far it could lower the lead: not known",
        _ => "cu\u{e1}nto podr\u{ed}a bajar la ventaja: no se sabe",
    }
}

/// The words of a piece of a page, one space between them.
fn words_of(html: &str) -> String {
    plain(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts of what is known about a station of `p1` that begin with these words, without them.
fn said(pages: &Pages, language: &str, words: &str, label: usize) -> Vec<String> {
    let page = &pages[&format!("{language}/t/all-1.html")];
    let (_, own) = page.split_once(&format!("id=\"p1:{label}\"")).unwrap();
    let (_, about) = own.split_once("<td colspan").unwrap();
    let (about, _) = about.split_once("</tr>").unwrap();
    let about = words_of(&format!("<td{about}"));
    let parts = about.split(" \u{b7} ");
    let own = parts.filter_map(|part| part.trim().strip_prefix(words));
    own.map(str::to_owned).collect()
}

/// How often the sentence stands on the page of the stations.
fn sentences(pages: &Pages, language: &str, begin: &str) -> usize {
    let page = &pages[&format!("{language}/t/all-1.html")];
    words_of(page).matches(begin).count()
}

/// Registered voters of the official list, then valid votes and those for A and B.
fn of_one_source(rows: &[(Option<u64>, [u64; 3])]) -> Dataset {
    let mut builder = two_options();
    let held = source("s", "s", SourceLabel::Observer);
    let set = builder.source(held, vec![Field::Valid]);
    let file = builder.file(set, "rows.csv").unwrap();
    for (at, (registered, counts)) in (1..).zip(rows) {
        let at = station(&mut builder, &format!("{at}"), (None, None));
        if let Some(registered) = registered {
            builder.register(at, Cell::new(*registered).unwrap(), Cell::UNREAD);
        }
        sheet(&mut builder, (set, file), at, *counts, 0);
    }
    builder.finish().unwrap()
}

#[test]
fn a_station_says_by_how_many_votes_its_sheet_could_lower_the_lead() {
    let pages = pages(&of_one_source(&[
        // 400 - 100 + 900 voters.
        (Some(900), [500, 400, 100]),
        // More votes than voters: 60 - 40 + 100 votes.
        (Some(50), [100, 60, 40]),
        // B is ahead: 10 - 90 + 300.
        (Some(300), [100, 10, 90]),
        // It says already what would hurt A most.
        (Some(10), [10, 0, 10]),
        // Nobody says how many voters there are, or they vote off the list.
        (None, [100, 60, 40]),
        (Some(0), [100, 60, 40]),
    ]));
    for (language, words, begin) in WORDS {
        let first = if language == "en" { "1,200" } else { "1.200" };
        let found: Vec<Vec<String>> = (1..=6)
            .map(|at| said(&pages, language, words, at))
            .collect();
        let expected: [&[&str]; 6] = [&[first], &["120"], &["220"], &["0"], &[], &[]];
        assert_eq!(found, expected, "{language}");
        for at in 1..=6 {
            let unknown = said(&pages, language, unknown(language), at).len();
            assert_eq!(unknown, usize::from(at > 4), "{language} {at}");
        }
        let page = words_of(&pages[&format!("{language}/t/all-1.html")]);
        let (_, sentence) = page.split_once(begin).unwrap();
        // Whose lead, over whom, on which sheets.
        let whose = if language == "en" {
            "A over B on the sheets of s ("
        } else {
            "A sobre B en las actas de s ("
        };
        assert!(sentence.contains(whose), "{sentence}");
    }
}

#[test]
fn a_sheet_that_is_not_read_for_certain_has_no_number() {
    let mut builder = two_options();
    let held = source("s", "s", SourceLabel::Observer);
    let set = builder.source(held, vec![Field::Valid]);
    let file = builder.file(set, "rows.csv").unwrap();
    let mut listed = |label: &str| {
        let at = station(&mut builder, label, (None, None));
        builder.register(at, Cell::new(900).unwrap(), Cell::UNREAD);
        at
    };
    let [certain, unread, rivals, _without] = ["1", "2", "3", "4"].map(&mut listed);
    sheet(&mut builder, (set, file), certain, [500, 400, 100], 0);
    let read = |count: u64| Cell::new(count).unwrap();
    let unread_b = [read(100), read(60), Cell::UNREAD];
    sheet_as_read(&mut builder, (set, file), unread, unread_b, 0);
    sheet(&mut builder, (set, file), rivals, [100, 60, 40], 0);
    sheet(&mut builder, (set, file), rivals, [100, 61, 39], 0);
    let pages = pages(&builder.finish().unwrap());
    for (language, words, _) in WORDS {
        let count = |words: &str| -> Vec<usize> {
            let stations = 1..=4;
            stations
                .map(|at| said(&pages, language, words, at).len())
                .collect()
        };
        assert_eq!(count(words), [1, 0, 0, 0], "{language}");
        // The last has no sheet that could be false.
        assert_eq!(count(unknown(language)), [0, 1, 1, 0], "{language}");
    }
}

/// Sources, their labels, and votes for A and B at the only station, of 900 voters.
fn of_sources(sources: &[(&str, SourceLabel, [u64; 2])]) -> Pages {
    let mut builder = two_options();
    let sets: Vec<(SourceIdx, u16, [u64; 2])> = sources
        .iter()
        .map(|(id, label, votes)| {
            let set = builder.source(source(id, id, *label), vec![Field::Valid]);
            (set, builder.file(set, "rows.csv").unwrap(), *votes)
        })
        .collect();
    let at = station(&mut builder, "1", (None, None));
    builder.register(at, Cell::new(900).unwrap(), Cell::UNREAD);
    for (set, file, [a, b]) in sets {
        sheet(&mut builder, (set, file), at, [a + b, a, b], 0);
    }
    pages(&builder.finish().unwrap())
}

#[test]
fn each_source_has_its_own_number_and_one_that_is_marked_sensitive_has_none() {
    let pages = of_sources(&[
        ("s", SourceLabel::Observer, [400, 100]),
        // B leads on these sheets, so that its lead is the one that moves: 300 - 200 + 900.
        ("t", SourceLabel::Citizen, [200, 300]),
        ("hidden", SourceLabel::Withheld, [100, 50]),
    ]);
    for (language, words, begin) in WORDS {
        let numbers = if language == "en" {
            ["1,200: s", "1,000: t"]
        } else {
            ["1.200: s", "1.000: t"]
        };
        assert_eq!(said(&pages, language, words, 1), numbers);
        assert_eq!(sentences(&pages, language, begin), 2);
    }
}

#[test]
fn where_nobody_leads_no_sheet_has_a_number() {
    let pages = of_sources(&[("s", SourceLabel::Observer, [100, 100])]);
    assert_none(&pages);
}

/// No page says a word about a lead that a sheet could lower.
fn assert_none(pages: &Pages) {
    for (language, words, begin) in WORDS {
        let page = words_of(&pages[&format!("{language}/t/all-1.html")]);
        for absent in [words, begin, unknown(language)] {
            assert!(!page.contains(absent), "{language}: {absent}");
        }
    }
}

#[test]
fn the_order_of_the_ballot_does_not_say_who_is_second() {
    let [a, b, c] = [("A", 100), ("B", 50), ("C", 50)].map(|(id, votes)| (id, id, [votes; 3]));
    for order in [[a, b, c], [a, c, b]] {
        assert_none(&pages(&dataset(&order)));
    }
    let c = ("C", "C", [50, 50, 49]);
    let pages = pages(&dataset(&[a, c, b]));
    for (language, _, begin) in WORDS {
        assert_eq!(sentences(&pages, language, begin), 1);
    }
}

#[test]
fn where_two_win_no_lead_decides() {
    let of = |winners: u16| {
        let mut held = contest("c");
        let third = ContestOption {
            id: code("C"),
            name: "C".to_owned(),
        };
        held.tickets.push(Ticket {
            id: third.id.clone(),
            name: third.name.clone(),
            option: OptionIdx::new(2),
        });
        held.options.push(third);
        held.rule = OutcomeRule::Plurality { winners };
        let mut builder = with_contests(vec![held]);
        let set = builder.source(source("s", "s", SourceLabel::Observer), Vec::new());
        let file = builder.file(set, "rows.csv").unwrap();
        let at = station(&mut builder, "1", (None, None));
        builder.register(at, Cell::new(900).unwrap(), Cell::UNREAD);
        sheet(&mut builder, (set, file), at, [300, 200, 100], 0);
        pages(&builder.finish().unwrap())
    };
    assert_none(&of(2));
    // 300 - 200 + 900.
    assert_eq!(said(&of(1), "es", WORDS[1].1, 1), ["1.000"]);
}

#[test]
fn records_that_a_count_overturned_have_no_lead() {
    let dataset = of_one_source(&[(Some(900), [500, 400, 100])]);
    let mut report = report(&dataset);
    let pages = |report: &AuditReport| pages_with(&dataset, report, &History::default());
    assert_eq!(said(&pages(&report), "en", WORDS[0].1, 1), ["1,200"]);
    report.contests[0].sources[0].overturned_by = Some(CountReport {
        link: Link::BallotsToSheet,
        looked_at: "boxes".to_owned(),
        stations: 1,
        votes: [("A", 100), ("B", 400)]
            .map(|(id, votes)| (id.to_owned(), votes))
            .into_iter()
            .collect(),
        uncounted: Some(0),
        winners: vec!["B".to_owned()],
    });
    assert_none(&pages(&report));
}

/// Under the stations of a page, where the numbers of all sheets stand with what they rest on.
#[test]
fn a_page_of_stations_leads_to_what_would_change_the_answer() {
    let dataset = simulate(&Plan::new(150, 5)).unwrap();
    let pages = pages(&dataset.to_dataset().unwrap());
    for language in ["en", "es"] {
        let results = &pages[&format!("{language}/results.html")];
        let (_, change) = results.split_once("id=\"change\"").unwrap();
        assert!(change.contains("id=\"bounds\"") && change.contains("id=\"false-sheets\""));
        assert!(pages[&format!("{language}/chain.html")].contains("id=\"reasons\""));
        let folder = format!("{language}/t/");
        let mut shards = pages.iter().filter(|(path, _)| path.starts_with(&folder));
        assert!(shards.clone().count() > 1);
        assert!(shards.all(|(_, page)| {
            ["results.html#change", "chain.html#reasons"]
                .iter()
                .all(|to| page.matches(&format!("href=\"../{to}\"")).count() == 1)
        }));
    }
}
