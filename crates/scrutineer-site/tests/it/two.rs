//! An election of two contests, the first with two sources: what each source and contest lacks, and where.

use scrutineer_model::{
    CapacityRule, Cell, Contest, ContestIdx, ContestOption, Dataset, DatasetBuilder, Date,
    Election, Field, HierarchyIdx, OptionIdx, Origin, OutcomeRule, Provenance, SheetRow, Source,
    SourceLabel, StationEntry, Ticket,
};

use crate::made::{Pages, attributes, cells, code, pages, plain};

/// Division, place and label of each station.
const STATIONS: [(&str, &str, &str); 5] = [
    ("01", "p1", "1"),
    ("01", "p1", "2"),
    ("02", "p2", "1"),
    ("02", "p3", "2"),
    ("02", "p3", "3"),
];

pub(crate) fn contest(id: &str) -> Contest {
    let options: Vec<ContestOption> = [("A", "Alpha"), ("B", "Beta")]
        .iter()
        .map(|(id, name)| ContestOption {
            id: code(id),
            name: (*name).to_owned(),
        })
        .collect();
    let tickets = options.iter().enumerate().map(|(at, option)| Ticket {
        id: option.id.clone(),
        name: option.name.clone(),
        option: OptionIdx::new(at),
    });
    Contest {
        id: code(id),
        name: format!("Contest {id}"),
        round: 1,
        predecessor: None,
        rule: OutcomeRule::Plurality { winners: 1 },
        tickets: tickets.collect(),
        options,
        registers: Vec::new(),
        capacity: CapacityRule::Unbounded,
    }
}

fn source(id: &str, contest: usize) -> Source {
    Source {
        id: code(id),
        contest: ContestIdx::new(contest),
        origin: Origin(code(id)),
        provenance: Provenance {
            supplied_by: SourceLabel::Observer,
            aligned_with: Vec::new(),
            obtained_from: None,
            obtained_on: None,
            obtained_by_role: None,
            method: None,
            medium: None,
            licence: None,
            derived_from: None,
            transformations: None,
        },
        identities: Vec::new(),
        rows: 1,
        rejected: 0,
    }
}

/// The first contest has the sources `s`, of every station, and `t`, of all but `p1:2`; the second has `u`,
/// of `p1:1` alone.
fn dataset(has_places: bool) -> Dataset {
    let election = Election {
        id: code("e"),
        name: "Election".to_owned(),
        date: Date::parse("2024-07-28").unwrap(),
        country: "XX".to_owned(),
    };
    let contests = vec![contest("c"), contest("d")];
    let levels = vec!["state".to_owned()];
    let mut builder = DatasetBuilder::new(election, contests, vec![("h".to_owned(), levels)]);
    let sources = [("s", 0), ("t", 0), ("u", 1)].map(|(id, contest)| {
        let source = builder.source(source(id, contest), vec![Field::Invalid]);
        (id, source, builder.file(source, "rows.csv").unwrap())
    });
    for (number, (division, place, label)) in (1u32..).zip(STATIONS) {
        let name = if division == "01" { "North" } else { "South" };
        let division = builder
            .division(HierarchyIdx::new(0), &[division], &[name])
            .unwrap();
        let held = builder.place(place, place, &[division]).unwrap();
        let entry = StationEntry {
            label,
            place: Some(held).filter(|_| has_places),
            divisions: &[division],
            ..StationEntry::default()
        };
        let id = format!("{place}:{label}");
        let station = builder.station(&id, &entry).unwrap();
        for (name, source, file) in sources {
            let lacks = match name {
                "t" => id == "p1:2",
                "u" => id != "p1:1",
                _ => false,
            };
            if lacks {
                continue;
            }
            let cells = [3, 100 + number, 7].map(|count| Cell::new(u64::from(count)).unwrap());
            let row = SheetRow {
                station,
                cells: &cells,
                sequence: 0,
                picture: 0,
                file,
                row: number,
            };
            builder.sheet(source, &row).unwrap();
        }
    }
    builder.finish().unwrap()
}

fn made() -> Pages {
    pages(&dataset(true))
}

/// The rows of the table whose caption begins so.
fn table(page: &str, caption: &str) -> Vec<Vec<String>> {
    let found = page
        .split("<table")
        .skip(1)
        .find(|table| words(table.split("</caption>").next().unwrap()).contains(caption));
    let body = found.expect(caption).split("<tbody>").nth(1).unwrap();
    let body = body.split("</tbody>").next().unwrap();
    body.split("<tr").skip(1).map(cells).collect()
}

fn words(html: &str) -> String {
    let html = html.replace("<bdi>", "").replace("</bdi>", "");
    plain(&html)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_division_without_sheets_of_a_contest_has_no_number() {
    let page = &made()["en/results.html"];
    let rows = table(page, "By division, u");
    assert_eq!(
        rows,
        [
            ["North", "1", "101 93.52 %", "7 6.48 %", "108", "94"],
            ["South", "none", "–", "–", "–", "–"],
        ]
    );
}

#[test]
fn what_is_missing_is_counted_by_contest_and_source() {
    let pages = made();
    let page = &pages["en/r/01.html"];
    assert_eq!(
        table(page, "Stations without a sheet, by source: Contest c"),
        [["reason unknown", "0", "1"]]
    );
    assert_eq!(
        table(page, "Stations without a sheet, by source: Contest d"),
        [["reason unknown", "1"]]
    );
    // The whole is the sum of its divisions, and the first page says the same.
    let results = &pages["en/results.html"];
    assert_eq!(
        table(results, "Stations without a sheet, by source: Contest d"),
        [["reason unknown", "4"]]
    );
    let home = table(&pages["en/index.html"], "u (an observer mission)");
    assert_eq!(home.last().unwrap()[1], "4", "{home:?}");
    let stations = words(&pages["en/t/all-1.html"]);
    assert!(
        stations.contains("no sheet of t: reason unknown"),
        "{stations}"
    );
    assert!(stations.contains("No sheet: reason unknown"), "{stations}");
    assert!(!stations.contains("received"), "{stations}");
}

#[test]
fn the_first_page_shows_no_result_in_a_tile() {
    let home = &made()["en/index.html"];
    let tiles = home.split("class=\"tiles\"").nth(1).unwrap();
    let tiles = words(tiles.split("</ul>").next().unwrap());
    assert_eq!(
        tiles.split_once('>').map_or(&*tiles, |held| held.1),
        "North sheets: 2, of how many is not stated South sheets: 3, of how many is not stated"
    );
    // Where a leader is shown, the source and its sheets are.
    let results = &made()["en/results.html"];
    for source in ["s", "t", "u"] {
        let said = format!("First on the sheets of {source} (an observer mission)");
        assert!(words(results).contains(&said), "{source}");
    }
}

#[test]
fn what_a_row_says_names_its_source_where_there_are_several() {
    let page = words(&made()["en/t/all-1.html"]);
    assert!(page.contains("entry 0 (s)"), "{page}");
    assert!(page.contains("Total of 2 sheets"), "{page}");
    assert!(
        !page.contains("no sum to check · no sum to check"),
        "{page}"
    );
}

/// Who comes by a permanent address reads who supplied the sheets, and what a finding depends on.
#[test]
fn a_page_of_stations_names_its_suppliers_and_a_page_of_findings_its_condition() {
    let pages = made();
    let page = words(&pages["en/t/all-1.html"]);
    let suppliers = "Sheets of: s (an observer mission); t (an observer mission)";
    assert!(page.contains(suppliers), "{page}");
    assert!(
        page.contains("Sheets of: u (an observer mission)"),
        "{page}"
    );
    let mut seen = 0;
    for (path, page) in &pages {
        let is_of_a_code = path.starts_with("en/f/") && page.contains("../catalogue.html#");
        if is_of_a_code {
            let page = words(page);
            let conditions = [
                "On condition that these records are what they say they are",
                "Whether or not these records are what they say they are",
            ];
            let said: usize = conditions
                .map(|text| page.matches(text).count())
                .iter()
                .sum();
            assert_eq!(said, 1, "{path}");
            seen += 1;
        }
    }
    assert!(seen > 0, "codes with findings");
}

/// Table 1 of the third place is not here, and W.502 says so of the place.
#[test]
fn a_finding_about_a_place_stands_with_its_rows_and_leads_there() {
    let pages = made();
    let page = &pages["en/t/all-1.html"];
    let (_, place) = page.split_once("id=\"p-p3\"").unwrap();
    let head = place.split("</tr>").next().unwrap();
    assert!(words(head).contains("finding W.502"), "{head}");
    assert!(words(head).contains("missing: 1"), "{head}");
    let to = attributes(head, "href");
    let (path, row) = to.iter().find_map(|to| to.split_once('#')).unwrap();
    let findings = &pages[&path.replace("../", "en/")];
    let (_, row) = findings.split_once(&format!("id=\"{row}\"")).unwrap();
    let row = row.split("</tr>").next().unwrap();
    assert!(row.contains("href=\"../t/all-1.html#p-p3\""), "{row}");
    assert!(
        pages["en/f/in-02.html"].contains("href=\"../t/all-1.html#p-p3\""),
        "by division"
    );
}

#[test]
fn a_page_of_stations_without_places_is_named_after_them_and_stands_in_no_division_that_it_leaves()
{
    let pages = pages(&dataset(false));
    let page = &pages["en/t/all-1.html"];
    assert!(page.contains("<h1>"), "{page}");
    let title = page.split("<h1>").nth(1).unwrap();
    let title = words(title.split("</h1>").next().unwrap());
    assert_eq!(title, "p1:1 to p3:3");
    let around = page.split("class=\"around\"").nth(1).unwrap();
    let around = around.split("</nav>").next().unwrap();
    assert_eq!(attributes(around, "href"), ["../results.html"]);
    // Each group of rows leads to its own division.
    for division in ["01", "02"] {
        assert!(
            page.contains(&format!("href=\"../r/{division}.html\"")),
            "{division}"
        );
    }
}
