//! Stations that explain a difference, and findings by division.

use scrutineer_audit::{AuditReport, attach_divisions};
use scrutineer_model::{
    Cell, Dataset, DatasetBuilder, DeclaredPart, DivisionIdx, Field, HierarchyIdx, SheetRow,
    SourceLabel, StationEntry,
};
use scrutineer_simulate::{Plan, Scenario, simulate};
use scrutineer_testkit::examples;

use crate::made::{attributes, cells, declaration, pages, plain, report, source, two_options};

/// The first commission's sheets and those read from its protocols, in the shared folder.
#[test]
fn stations_where_two_sources_differ_stand_under_the_declared_figures() {
    let Some(loaded) = examples::load("georgia-2024") else {
        return;
    };
    let dataset = loaded.dataset;
    let pages = pages(&dataset);
    let page = &pages["en/declared.html"];
    let (_, section) = page.split_once("id=\"explained\"").unwrap();
    let (section, _) = section.split_once("</section>").unwrap();
    let sets: Vec<_> = dataset.sheets().iter().collect();
    let mut checked = 0;
    for table in section.split("<table").skip(1) {
        let mut before = u64::MAX;
        for row in table.split("<tr>").skip(2) {
            let row = cells(row.split("</tr>").next().unwrap());
            let votes: u64 = row[1].replace(',', "").parse().unwrap();
            assert!(votes > 0 && votes <= before, "{row:?}");
            before = votes;
            // The numbers in the row, first against second, add up to the votes that differ.
            let pairs = row[2]
                .split(';')
                .filter_map(|part| part.rsplit_once(": ")?.1.split_once(" / "));
            let sum: u64 = pairs
                .map(|(one, other)| {
                    let number = |text: &str| text.trim().replace(',', "").parse::<u64>().unwrap();
                    number(one).abs_diff(number(other))
                })
                .sum();
            assert_eq!(sum, votes, "{row:?}");
            checked += 1;
        }
    }
    assert!(sets.len() < 2 || checked > 0);
}

#[test]
fn findings_are_reached_by_division_tier_link_and_code() {
    let plan = Plan::new(700, 3).slips(scrutineer_simulate::Share::per_million(50_000).unwrap());
    let dataset = simulate(&plan.scenario(Scenario::TotalsNotFromSheets)).unwrap();
    let dataset = dataset.to_dataset().unwrap();
    let pages = pages(&dataset);
    let findings = report(&dataset).findings;
    let page = &pages["en/findings.html"];
    let (_, section) = page.split_once("id=\"by-division\"").unwrap();
    let (section, _) = section.split_once("</section>").unwrap();
    let mut sum = 0;
    for row in section.split("<tr>").skip(2) {
        let row = cells(row.split("</tr>").next().unwrap());
        sum += row[1].replace(',', "").parse::<usize>().unwrap();
    }
    let about_stations = findings
        .iter()
        .filter(|held| held.subject.station.is_some());
    assert_eq!(sum, about_stations.count());
    assert!(sum > 0);
    for to in attributes(section, "href") {
        assert!(pages.contains_key(&format!("en/{to}")), "{to}");
    }
    for anchor in ["id=\"tier-contradiction\"", "id=\"link-", "href=\"f/"] {
        assert!(page.contains(anchor), "{anchor}");
    }
}

/// Votes of two sources at six stations in two states: the office's sheet, then the agents' copy.
const SHEETS: [(&str, &str, [u32; 2], [u32; 2]); 6] = [
    ("01", "p1", [30, 20], [30, 20]),
    ("01", "p2", [45, 10], [25, 30]),
    ("01", "p3", [12, 12], [10, 12]),
    ("02", "p4", [7, 50], [7, 50]),
    ("02", "p5", [9, 40], [9, 40]),
    ("02", "p6", [11, 30], [10, 31]),
];
/// Declared by state. The first is the sum of the office's sheets (30 + 45 + 12, 20 + 10 + 12); the second has 100
/// votes for A (and none fewer for B) that no sheet has: 27 + 100, 120.
const DECLARED: [(&str, [u64; 2]); 2] = [("01", [87, 42]), ("02", [127, 120])];

fn report_by_division(dataset: &Dataset) -> AuditReport {
    let mut report = report(dataset);
    attach_divisions(&mut report, dataset, "state").unwrap();
    report
}

fn declared_by_state() -> Dataset {
    let mut builder = two_options();
    let sources = ["office", "agents"].map(|id| {
        let held = source(id, id, SourceLabel::Unknown);
        let source = builder.source(held, vec![Field::Valid]);
        (source, builder.file(source, "rows.csv").unwrap())
    });
    let state = |builder: &mut DatasetBuilder, code: &str| {
        builder
            .division(HierarchyIdx::new(0), &[code], &[""])
            .unwrap()
    };
    for (code, name, office, agents) in SHEETS {
        let division = state(&mut builder, code);
        let place = builder.place(name, "", &[division]).unwrap();
        let entry = StationEntry {
            label: "1",
            place: Some(place),
            divisions: &[division],
            ..StationEntry::default()
        };
        let station = builder.station(&format!("{name}:1"), &entry).unwrap();
        for ((source, file), votes) in sources.into_iter().zip([office, agents]) {
            let cells = [votes[0] + votes[1], votes[0], votes[1]];
            let cells = cells.map(|count| Cell::new(u64::from(count)).unwrap());
            let row = SheetRow {
                station,
                cells: &cells,
                sequence: 0,
                picture: 0,
                file,
                row: 1,
            };
            builder.sheet(source, &row).unwrap();
        }
    }
    let parts = DECLARED.map(|(code, votes)| DeclaredPart {
        division: DivisionIdx::new(state(&mut builder, code).unwrap() as usize),
        votes: votes.map(Some).to_vec(),
        valid: None,
        invalid: None,
        voters: None,
        registered: None,
    });
    builder.declaration(declaration(parts.to_vec()));
    builder.finish().unwrap()
}

/// The text between tags with single spaces.
fn spaced(html: &str) -> String {
    plain(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn declared_divisions_name_the_stations_that_explain_their_difference() {
    let dataset = declared_by_state();
    let pages = pages(&dataset);
    let page = &pages["en/declared.html"];
    let (_, section) = page.split_once("id=\"explained\"").unwrap();
    let (section, _) = section.split_once("</section>").unwrap();
    let tables: Vec<&str> = section.split("<table").skip(1).collect();
    let of = |source: &str| -> Vec<Vec<String>> {
        let mark = format!("Declared votes less those on the sheets of {source}");
        let table = tables
            .iter()
            .find(|table| spaced(table).contains(&mark))
            .unwrap();
        let rows = table.split("<tr>").skip(2);
        rows.map(|row| cells(row.split("</tr>").next().unwrap()))
            .collect()
    };
    // The office: state 01 is the sum of its sheets; in state 02 its sheets have 27 votes for A, 100 fewer than
    // declared, and the copies, with one fewer, explain nothing of it.
    assert_eq!(
        of("office"),
        [["02", "3", "100", "0", "p6:1 explain 0 of 100 votes"]]
    );
    // The agents have 65 and 62 in state 01: 22 fewer and 20 more than declared, of which the two stations where
    // the office has other votes explain all. In state 02 they have 26 and 121.
    assert_eq!(
        of("agents"),
        [
            ["01", "3", "22", "−20", "p2:1 · p3:1 explain 42 of 42 votes"],
            ["02", "3", "101", "−1", "p6:1 explain 2 of 102 votes"],
        ]
    );
    let text = spaced(section);
    assert!(
        text.contains("differ in one of the 2 divisions that were declared"),
        "{text}"
    );
    assert!(
        text.contains("differ in 2 of the 2 divisions that were declared"),
        "{text}"
    );
    // The same numbers as the totals of the report by division.
    let report = report_by_division(&dataset);
    for (source, [least, most]) in report.contests[0]
        .sources
        .iter()
        .zip([[27, 120], [26, 121]])
    {
        let state = source
            .divisions
            .iter()
            .find(|held| held.path[0].code == "02")
            .unwrap();
        assert_eq!(state.stations_reported, 3);
        let votes = |id: &str| state.options.get(id).copied();
        assert_eq!(
            (votes("A"), votes("B")),
            (Some([least, least]), Some([most, most])),
            "{}",
            source.id
        );
    }
    // Both pages of the stations have what the row says.
    let links = attributes(section, "href");
    assert!(links.iter().any(|to| to.ends_with("#p2:1")));
    for to in links {
        let (path, anchor) = to.split_once('#').unwrap_or((&to, ""));
        let target = &pages[&format!("en/{path}")];
        assert!(
            anchor.is_empty() || target.contains(&format!("id=\"{anchor}\"")),
            "{to}"
        );
    }
}
