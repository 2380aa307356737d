//! Stations that explain a difference, and findings by division.

use scrutineer_simulate::{Plan, Scenario, simulate};
use scrutineer_testkit::examples;

use crate::made::{attributes, cells, pages, report};

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
