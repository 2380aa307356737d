//! Sets of which a page says only how many copies there are.

use scrutineer_model::{Cell, Dataset, Field, HierarchyIdx, SheetRow, SourceLabel, StationEntry};

use crate::made::{Pages, cells, declaration, pages, plain, source, two_options};

/// Ids that no page may have beside a station.
const NAMES: [&str; 3] = ["copies-1", "copies-2", "copies-3"];

/// Three stations in two states. The first has a sheet of the authority and three copies of two origins, of
/// which two say what it says; the second two copies of one origin; the third only a sheet.
fn dataset() -> Dataset {
    let mut builder = two_options();
    let sets = [
        (
            "office",
            "office",
            SourceLabel::Authority,
            vec![(1, 10, 20), (3, 1, 1)],
        ),
        (
            "copies-1",
            "copies-1",
            SourceLabel::Withheld,
            vec![(1, 10, 20), (2, 5, 6)],
        ),
        (
            "copies-2",
            "copies-1",
            SourceLabel::Withheld,
            vec![(1, 10, 20), (2, 5, 6)],
        ),
        (
            "copies-3",
            "copies-3",
            SourceLabel::Withheld,
            vec![(1, 10, 21)],
        ),
    ];
    for (id, origin, label, rows) in sets {
        let source = builder.source(source(id, origin, label), vec![Field::Valid]);
        let file = builder.file(source, "rows.csv").unwrap();
        for (station, a, b) in rows {
            let state = if station == 3 { "02" } else { "01" };
            let division = builder
                .division(HierarchyIdx::new(0), &[state], &[""])
                .unwrap();
            let place = builder
                .place(&format!("p{station}"), "", &[division])
                .unwrap();
            let entry = StationEntry {
                label: "1",
                place: Some(place),
                divisions: &[division],
                ..StationEntry::default()
            };
            let station = builder.station(&format!("p{station}:1"), &entry).unwrap();
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
        // Of a list of findings the rows about stations; a finding about a whole set may name it.
        let parts: Vec<&str> = if name.starts_with("f/") {
            page.split("<tr").filter(|row| row.contains("#p")).collect()
        } else if path.starts_with("s/") || name.starts_with("t/") || name.starts_with("r/") {
            vec![page]
        } else {
            continue;
        };
        for part in parts {
            seen += 1;
            for name in NAMES {
                assert!(!part.contains(name), "{path}: {name}");
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
    assert!(state.contains("fewer than five sheets here"), "{state}");
    assert!(state.contains("office"));
    // The whole election has the sums under names that say nothing.
    assert!(pages["en/results.html"].contains("copies-1"));
}
