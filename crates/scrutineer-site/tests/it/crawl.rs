//! Links resolve, pages keep their limits, nothing comes from elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Cell, Field, SourceLabel};
use scrutineer_simulate::{Plan, Scenario, Share, simulate};

use crate::made::{
    PAGE, Pages, attributes, declaration, pages, sheet, source, station_in, two_options,
};

fn made() -> Pages {
    let plan = Plan::new(700, 3).scenario(Scenario::TotalsNotFromSheets);
    pages(&simulate(&plan).unwrap().to_dataset().unwrap())
}

/// Where a relative link of a page leads: path and fragment.
fn target(page: &str, link: &str) -> (String, Option<String>) {
    let (path, fragment) = match link.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment.replace("%25", "%"))),
        None => (link, None),
    };
    if path.is_empty() {
        return (page.to_owned(), fragment);
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        if part == ".." {
            assert!(parts.pop().is_some(), "{page}: {link} leaves the site");
        } else {
            parts.push(part);
        }
    }
    (parts.join("/"), fragment)
}

/// Everything that is wrong with the links of a site.
fn broken(pages: &Pages) -> Vec<String> {
    let anchors: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|(path, page)| (path.as_str(), attributes(page, "id").into_iter().collect()))
        .collect();
    let mut wrong = Vec::new();
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(PAGE)) {
        let links = attributes(page, "href").into_iter();
        for link in links.chain(attributes(page, "src")) {
            if link == "data:," {
                continue;
            }
            let (to, fragment) = target(path, &link);
            match (anchors.get(to.as_str()), fragment) {
                (None, _) => wrong.push(format!("{path}: {link}")),
                (Some(ids), Some(id)) if !ids.contains(&id) => {
                    wrong.push(format!("{path}: {link}"));
                }
                _ => {}
            }
        }
    }
    wrong
}

#[test]
fn every_link_leads_to_a_page_and_a_place_on_it() {
    let mut pages = made();
    assert_eq!(broken(&pages), Vec::<String>::new());
    assert!(pages.len() > 100, "{}", pages.len());
    let of = |language: &str| -> BTreeSet<&str> {
        let paths = pages.keys();
        paths
            .filter_map(|path| path.strip_prefix(language))
            .collect()
    };
    assert_eq!(of("en/"), of("es/"), "one structure in both languages");
    pages.remove("en/data.html");
    assert!(
        !broken(&pages).is_empty(),
        "the crawler sees a missing page"
    );
}

#[test]
fn nothing_is_inline_and_nothing_comes_from_elsewhere() {
    for (path, page) in made().iter().filter(|(path, _)| path.ends_with(PAGE)) {
        for mark in [
            "<style",
            " style=\"",
            " onclick",
            "javascript:",
            "http://",
            "https://",
        ] {
            assert!(!page.contains(mark), "{path}: {mark}");
        }
        assert!(
            page.contains("default-src &#39;none&#39;"),
            "{path}: no policy"
        );
        let scripts = page.matches("<script").count();
        assert_eq!(scripts, page.matches("<script src=").count(), "{path}");
        let ids = attributes(page, "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{path}: an id twice");
    }
}

#[test]
fn pages_keep_their_limits() {
    let pages = made();
    let mut shards = 0;
    for (path, page) in &pages {
        if path.contains("/t/") {
            shards += 1;
            let stations = page.matches("<tr class=\"about\"").count();
            assert!((1..=64).contains(&stations), "{path}: {stations}");
            assert!(page.len() < 50_000, "{path}: {} bytes", page.len());
        }
    }
    assert!(shards > 20, "{shards}");
    for language in ["en", "es"] {
        let home = &pages[&format!("{language}/index.html")];
        // Answers, who supplied how much, and the date; nothing else stands before them.
        let answers = home.find("id=\"answers\"").unwrap();
        let end = answers + home[answers..].find("</section>").unwrap();
        let section = &home[answers..end];
        let last = section.rfind("class=\"statement\"").unwrap();
        let supply = last + section[last..].find("700").unwrap();
        let date = supply + section[supply..].find("class=\"lead\"").unwrap();
        assert!(section[date..].contains("2001"), "{language}: {section}");
        assert!(end < 14_000, "{language}: the answers end at byte {end}");
        let find = home.find("id=\"find\"").unwrap();
        let table = home.find("<table").unwrap();
        assert!(
            end < find && find < table,
            "{language}: the way before tables"
        );
    }
}

/// Each link from a station to a finding leads to a row about that station, whatever page it is on.
#[test]
fn findings_of_a_station_lead_to_their_own_rows() {
    let plan = Plan::new(700, 3).slips(Share::per_million(600_000).unwrap());
    let pages = pages(&simulate(&plan).unwrap().to_dataset().unwrap());
    let (mut checked, mut further) = (0, 0);
    for (path, page) in pages.iter().filter(|(path, _)| path.starts_with("en/t/")) {
        for part in page.split("<tr id=\"").skip(1) {
            let station = part.split('"').next().unwrap();
            let links = attributes(part, "href");
            let found: Vec<&String> = links.iter().filter(|to| to.starts_with("../f/")).collect();
            let codes: BTreeSet<&str> = found
                .iter()
                .map(|to| to.split('#').next().unwrap())
                .collect();
            assert_eq!(codes.len(), found.len(), "each code once: {found:?}");
            for link in found {
                let (to, row) = target(path, link);
                let row = format!("<tr id=\"{}\">", row.unwrap());
                let (_, row) = pages[&to].split_once(&row).unwrap();
                let row = row.split("</tr>").next().unwrap();
                assert!(row.contains(&format!("#{station}\"")), "{station}: {row}");
                checked += 1;
                further += usize::from(to.contains('_'));
            }
        }
    }
    assert!(checked > 300 && further > 0, "{checked} {further}");
}

/// From the first page to one's own station: division, narrower division, polling place.
#[test]
fn a_station_is_three_clicks_from_the_first_page() {
    let pages = made();
    let home = "en/index.html".to_owned();
    let mut seen = BTreeSet::from([home.clone()]);
    let mut reached = vec![home];
    for _ in 0..3 {
        let mut next = Vec::new();
        for path in &reached {
            for link in attributes(&pages[path], "href") {
                if link == "data:," {
                    continue;
                }
                let (to, _) = target(path, &link);
                if to.starts_with("en/") && to.ends_with(PAGE) && seen.insert(to.clone()) {
                    next.push(to);
                }
            }
        }
        reached = next;
    }
    let every = pages.keys().filter(|path| path.starts_with("en/t/"));
    let missing: Vec<&String> = every.filter(|path| !seen.contains(*path)).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

/// Whoever makes several sites at once has the bytes of one alone.
#[test]
fn the_same_content_gives_the_same_bytes_beside_any_number_of_others() {
    let small = || {
        let plan = Plan::new(40, 3).scenario(Scenario::TotalsNotFromSheets);
        pages(&simulate(&plan).unwrap().to_dataset().unwrap())
    };
    let alone = small();
    for threads in [2, 7] {
        std::thread::scope(|scope| {
            let running: Vec<_> = (0..threads).map(|_| scope.spawn(small)).collect();
            for thread in running {
                assert!(thread.join().unwrap() == alone, "{threads} at once");
            }
        });
    }
}

/// What stands on pages of stations and of divisions follows from their own sheets, so that a release writes only
/// those again that a sheet is about.
#[test]
fn a_sheet_changes_the_pages_of_its_own_division_alone() {
    let with = |votes: u64| {
        let mut builder = two_options();
        let held = source("s", "s", SourceLabel::Observer);
        let set = builder.source(held, vec![Field::Valid]);
        let file = builder.file(set, "rows.csv").unwrap();
        for division in ["01", "02", "03"] {
            let place = format!("p{division}");
            // As many as a page of stations may have, so that no two divisions share one.
            for table in 1..=64 {
                let table = table.to_string();
                let at = station_in(&mut builder, [division, &place], &table, (None, None));
                builder.register(at, Cell::new(900).unwrap(), Cell::UNREAD);
                let own = if (division, table.as_str()) == ("02", "1") {
                    votes
                } else {
                    60
                };
                sheet(&mut builder, (set, file), at, [own + 40, own, 40], 0);
            }
        }
        builder.declaration(declaration(Vec::new()));
        pages(&builder.finish().unwrap())
    };
    let (before, after) = (with(60), with(500));
    assert!(before.keys().eq(after.keys()));
    let changed = before.iter().filter(|(path, page)| after[*path] != **page);
    let changed: Vec<&str> = changed.map(|(path, _)| path.as_str()).collect();
    assert!(changed.contains(&"en/results.html"), "{changed:?}");
    let of_stations = changed.into_iter().filter(|path| {
        ["/t/", "/r/"].iter().any(|folder| path.contains(folder)) || path.starts_with("s/")
    });
    assert_eq!(
        of_stations.collect::<Vec<_>>(),
        [
            "en/r/02.html",
            "en/t/02-1.html",
            "es/r/02.html",
            "es/t/02-1.html"
        ]
    );
}
