//! Sets of which a page says only how many copies there are.

use scrutineer_model::{
    Cell, ContestIdx, Dataset, DatasetBuilder, Field, HierarchyIdx, SheetRow, Source, SourceLabel,
    StationEntry,
};

use crate::made::{Pages, cells, declaration, pages, plain, source, two_options, with_contests};
use crate::two::contest;

/// Ids that no page may have beside a station.
const NAMES: [&str; 3] = ["copies-1", "copies-2", "copies-3"];

/// A set: its id, origin and label, and sheets as state, place, table and the votes of both options.
type Held = (
    &'static str,
    &'static str,
    SourceLabel,
    Vec<(&'static str, u32, u32, u64, u64)>,
);

/// Three stations in two states. The first has a sheet of the authority and three copies of two origins, of
/// which two say what it says; the second two copies of one origin; the third only a sheet.
fn dataset() -> Dataset {
    let withheld = SourceLabel::Withheld;
    let twice = vec![("01", 1, 1, 10, 20), ("01", 2, 1, 5, 6)];
    made(vec![
        (
            "office",
            "office",
            SourceLabel::Authority,
            vec![("01", 1, 1, 10, 20), ("02", 3, 1, 1, 1)],
        ),
        ("copies-1", "copies-1", withheld, twice.clone()),
        ("copies-2", "copies-1", withheld, twice),
        ("copies-3", "copies-3", withheld, vec![("01", 1, 1, 10, 21)]),
    ])
}

/// Seven copies in one state, of 1,001 and 2,002 votes, and two in another, of a place whose second table has
/// no sheet.
fn gaps() -> Dataset {
    let mut copies: Vec<_> = (1..=6).map(|place| ("01", place, 1, 100, 200)).collect();
    copies.extend([
        ("01", 7, 1, 401, 802),
        ("02", 8, 1, 31, 32),
        ("02", 8, 3, 77, 83),
    ]);
    let office = (1..=10).map(|place| (if place < 8 { "01" } else { "02" }, place, 1, 50, 60));
    made(vec![
        ("office", "office", SourceLabel::Authority, office.collect()),
        ("copies-1", "copies-1", SourceLabel::Withheld, copies),
    ])
}

fn made(sets: Vec<Held>) -> Dataset {
    of_contests(
        two_options(),
        sets.into_iter().map(|set| (0, set)).collect(),
    )
}

/// Sets of contests by their position.
fn of_contests(mut builder: DatasetBuilder, sets: Vec<(usize, Held)>) -> Dataset {
    for (contest, (id, origin, label, rows)) in sets {
        let held = Source {
            contest: ContestIdx::new(contest),
            ..source(id, origin, label)
        };
        let source = builder.source(held, vec![Field::Valid]);
        let file = builder.file(source, "rows.csv").unwrap();
        for (state, place, table, a, b) in rows {
            let division = builder
                .division(HierarchyIdx::new(0), &[state], &[""])
                .unwrap();
            let code = format!("p{place}");
            let place = builder.place(&code, "", &[division]).unwrap();
            let label = table.to_string();
            let entry = StationEntry {
                label: &label,
                place: Some(place),
                divisions: &[division],
                ..StationEntry::default()
            };
            let station = builder.station(&format!("{code}:{table}"), &entry).unwrap();
            let cells = [a + b, a, b].map(|count| Cell::new(count).unwrap());
            let row = SheetRow {
                station,
                cells: &cells,
                sequence: 0,
                picture: 77,
                file,
                row: 1,
            };
            builder.sheet(source, &row).unwrap();
        }
    }
    builder.declaration(declaration(Vec::new()));
    builder.finish().unwrap()
}

/// Two sets that have every station of a state and one of another, or one of them alone.
fn everywhere(is_alone: bool) -> Dataset {
    let copies = |votes: u64| -> Vec<_> {
        let state = (1..=6).map(move |place| ("01", place, 1, votes, 2 * votes));
        let beside = (7..=12).map(move |place| ("02", place, 1, votes + 1, 2 * votes));
        state.chain(beside).collect()
    };
    let withheld = SourceLabel::Withheld;
    let mut sets = vec![
        ("office", "office", SourceLabel::Authority, copies(50)),
        ("copies-1", "copies-1", withheld, copies(107)),
    ];
    if !is_alone {
        sets.push(("copies-2", "copies-2", withheld, copies(203)));
    }
    made(sets)
}

/// Two sets in two states: the first has half of the second state and nothing of the first.
fn halves() -> Dataset {
    let withheld = SourceLabel::Withheld;
    let first = (1..=6).map(|place| ("01", place, 1, 203, 406));
    let second = (13..=18).map(|place| ("02", place, 1, 203, 406));
    let half = (7..=12).map(|place| ("02", place, 1, 107, 214));
    made(vec![
        ("copies-1", "copies-1", withheld, half.collect()),
        (
            "copies-2",
            "copies-2",
            withheld,
            first.chain(second).collect(),
        ),
    ])
}

/// Two sets in two states: one has half of each, the other every station.
fn half_and_all() -> Dataset {
    let withheld = SourceLabel::Withheld;
    let state = |place: u32| if place <= 12 { "01" } else { "02" };
    let half = (1..=24).filter(|place| place % 2 == 0);
    let half = half.map(|place| (state(place), place, 1, 107, 214));
    let all = (1..=24).map(|place| (state(place), place, 1, 107, 214));
    made(vec![
        ("copies-1", "copies-1", withheld, half.collect()),
        ("copies-2", "copies-2", withheld, all.collect()),
    ])
}

/// Two sets that have half of the stations of each of two states, of which 12 have one copy and 6 have both.
fn apart() -> Dataset {
    let withheld = SourceLabel::Withheld;
    let place = |number: u32| (if number <= 18 { "01" } else { "02" }, number, 1, 107, 214);
    let of = |kinds: [u32; 2]| -> Vec<_> {
        (1..=36)
            .filter(|number| kinds.contains(&(number % 3)))
            .map(place)
            .collect()
    };
    made(vec![
        ("copies-1", "copies-1", withheld, of([0, 1])),
        ("copies-2", "copies-2", withheld, of([1, 2])),
    ])
}

/// The rows of the pages of stations in English, as texts of their cells.
fn rows(pages: &Pages) -> Vec<Vec<String>> {
    let of_stations = pages.iter().filter(|(path, _)| path.starts_with("en/t/"));
    of_stations
        .flat_map(|(_, page)| page.split("<tr").skip(1))
        .map(|row| cells(row.split("</tr>").next().unwrap()))
        .collect()
}

#[test]
fn a_station_has_only_how_many_copies_of_how_many_origins_say_what() {
    let pages = pages(&dataset());
    let rows = rows(&pages);
    let of = |source: &str| -> Vec<Vec<String>> {
        let own = rows.iter().filter(|row| row.len() > 4 && row[1] == source);
        own.map(|row| row[2..].to_vec()).collect()
    };
    assert_eq!(
        of("2 copies of one origin"),
        [["10", "20", "30"], ["5", "6", "11"]]
    );
    assert_eq!(of("one copy of one origin"), [["10", "21", "31"]]);
    assert_eq!(of("office"), [["10", "20", "30"], ["1", "1", "2"]]);
    let spanish = pages.iter().filter(|(path, _)| path.starts_with("es/t/"));
    let spanish: String = spanish.map(|(_, page)| page.as_str()).collect();
    assert!(spanish.contains("2 copias de un origen"));
}

#[test]
fn no_page_of_stations_and_no_list_of_them_tells_copies_apart() {
    let pages = pages(&dataset());
    let mut seen = 0;
    for (path, page) in &pages {
        let name = path.split_once('/').map_or("", |(_, rest)| rest);
        let is_of_stations = ["f/", "t/", "r/"]
            .iter()
            .any(|start| name.starts_with(start));
        if is_of_stations || path.starts_with("s/") {
            seen += 1;
            for name in NAMES {
                assert!(!page.contains(name), "{path}: {name}");
            }
        }
    }
    assert!(seen > 6, "{seen}");
    // The authority has pictures of two stations; of the copies' none is said.
    let english = pages.iter().filter(|(path, _)| path.starts_with("en/t/"));
    let english: String = english.map(|(_, page)| page.as_str()).collect();
    let page = plain(&english);
    assert_eq!(page.matches("picture held").count(), 2, "{page}");
    assert!(page.contains("sources differ"));
    let declared = &pages["en/declared.html"];
    assert!(declared.contains("is not listed, so that nobody can be found"));
    assert!(!declared.contains("#p1:1"), "stations of copies are listed");
}

#[test]
fn sums_of_few_copies_are_not_shown() {
    let pages = pages(&dataset());
    let state = plain(&pages["en/r/01.html"]);
    assert!(
        state.contains("would tell which stations the set has"),
        "{state}"
    );
    assert!(state.contains("office"));
    // The whole election has the sums under names that say nothing.
    assert!(pages["en/results.html"].contains("copies-1"));
}

#[test]
fn what_is_missing_beside_a_set_does_not_tell_what_is_in_it() {
    let pages = pages(&gaps());
    let mut findings = 0;
    for (path, page) in &pages {
        if path.contains("/f/") || path.contains("/t/") {
            findings += page.matches("W.502").count() + page.matches("W.403").count();
            assert!(!page.contains("copies-1"), "{path}");
        }
    }
    assert!(findings > 0, "a place has a table without a sheet");
}

#[test]
fn sums_that_are_not_shown_do_not_follow_from_those_that_are() {
    let pages = pages(&gaps());
    let results = plain(&pages["en/results.html"]);
    // Two sheets of the second state: with the sums of the first they would follow from those of all.
    assert!(
        results.contains("1,109") && results.contains("2,117"),
        "{results}"
    );
    for path in ["en/results.html", "en/r/01.html", "en/r/02.html"] {
        let page = plain(&pages[path]);
        for sum in ["1,001", "2,002", "108", "115"] {
            let is_told = page.split(|c: char| !c.is_ascii_digit() && c != ',');
            assert!(is_told.clone().all(|word| word != sum), "{path}: {sum}");
        }
    }
}

/// Of two sets one of which has every station that anybody has, sums would say that all of these are its own.
#[test]
fn sums_of_a_set_that_has_every_station_are_not_shown_beside_another() {
    // 6 * 107 and 6 * 203 for the first option in the first state; all sums together in that of the whole.
    for (is_alone, shown) in [(true, true), (false, false)] {
        let pages = pages(&everywhere(is_alone));
        for path in ["en/r/01.html", "es/r/01.html"] {
            let page = plain(&pages[path]);
            assert_eq!(page.contains("642"), shown, "{path}: {page}");
            assert!(
                !page.contains("1,218") && !page.contains("1.218"),
                "{path}: {page}"
            );
        }
    }
}

/// What one set has follows from what another has, from none as from all, so that all are shown or none.
#[test]
fn sums_of_several_sets_are_shown_together_where_none_tells_of_another() {
    for (dataset, shown) in [(halves(), false), (half_and_all(), false), (apart(), true)] {
        let pages = pages(&dataset);
        for path in ["en/r/01.html", "en/r/02.html"] {
            let page = plain(&pages[path]);
            let is_told = page.contains("would tell which stations the set has");
            assert_eq!(is_told, !shown, "{path}: {page}");
            // 12 sheets of 107 votes.
            assert_eq!(page.contains("1,284"), shown, "{path}: {page}");
        }
    }
}

/// Pages of stations count the copies of each contest.
#[test]
fn sets_of_one_contest_hide_none_of_another() {
    let withheld = SourceLabel::Withheld;
    let copies = |from: u32, to: u32| -> Vec<_> {
        (from..=to)
            .map(|place| ("01", place, 1, 107, 214))
            .collect()
    };
    let pages_of = |sets: Vec<(usize, Held)>| {
        let contests = vec![contest("first"), contest("second")];
        plain(&pages(&of_contests(with_contests(contests), sets))["en/r/01.html"])
    };
    // Together 20 stations have a copy; in the first contest one set has all ten.
    let page = pages_of(vec![
        (0, ("copies-1", "copies-1", withheld, copies(1, 10))),
        (0, ("copies-2", "copies-2", withheld, copies(1, 5))),
        (1, ("copies-3", "copies-3", withheld, copies(11, 30))),
    ]);
    assert!(
        page.contains("would tell which stations the set has"),
        "{page}"
    );
    assert!(!page.contains("1,070") && page.contains("2,140"), "{page}");
    // Each is alone in its contest.
    let page = pages_of(vec![
        (0, ("copies-1", "copies-1", withheld, copies(1, 10))),
        (1, ("copies-2", "copies-2", withheld, copies(1, 20))),
    ]);
    assert!(page.contains("1,070") && page.contains("4,280"), "{page}");
    assert!(
        !page.contains("would tell which stations the set has"),
        "{page}"
    );
}
