//! Small maps where shapes are given, tiles elsewhere.

use std::collections::BTreeMap;

use scrutineer_model::{Dataset, DivisionIdx, Divisions, GeoPoint, GeoRing, Geometry, Shape};
use scrutineer_simulate::{Plan, simulate};

use crate::made::{Pages, attributes, cells, pages, pages_drawn, plain};

fn dataset() -> Dataset {
    let election = simulate(&Plan::new(900, 5)).unwrap();
    election.to_dataset().unwrap()
}

fn divisions(dataset: &Dataset) -> &Divisions {
    &dataset.hierarchies()[0].divisions
}

fn codes(divisions: &Divisions, at: DivisionIdx) -> Vec<String> {
    let path = divisions.path(at).into_iter();
    path.map(|at| divisions.get(at).code.to_owned()).collect()
}

/// A saw of `teeth` teeth around a square of one degree: more points than a map can show.
fn saw(west: i32, teeth: i32) -> GeoRing {
    let at = |x: i32, y: i32| GeoPoint::new(x, y).unwrap();
    let mut ring = vec![at(west, 0), at(west + 1_000_000, 0)];
    ring.extend((0..teeth).map(|tooth| {
        let x = west + 1_000_000 - tooth * (1_000_000 / teeth);
        at(x, 1_000_000 + (tooth % 2) * 100_000)
    }));
    ring.push(at(west, 1_000_000));
    ring
}

/// Shapes of the widest divisions but the last one; the second is a point.
fn shapes(dataset: &Dataset, teeth: i32) -> (Geometry, Vec<DivisionIdx>) {
    let divisions = divisions(dataset);
    let widest: Vec<DivisionIdx> = divisions
        .iter()
        .filter_map(|(at, held)| held.parent.is_none().then_some(at))
        .collect();
    let mut shapes = BTreeMap::new();
    for (number, at) in (0i32..).zip(&widest[..widest.len() - 1]) {
        let west = number * 1_000_000;
        let shape = if number == 1 {
            Shape::Spot(GeoPoint::new(west + 500_000, 500_000).unwrap())
        } else {
            Shape::Area(vec![vec![saw(west, teeth)]])
        };
        shapes.insert(codes(divisions, *at), shape);
    }
    (Geometry::new(shapes), widest)
}

fn map_of(page: &str) -> &str {
    let (_, rest) = page.split_once("<figure class=\"map\">").expect("a map");
    rest.split_once("</figure>").expect("its end").0
}

#[test]
fn divisions_with_a_shape_are_on_the_map_and_the_others_below_it() {
    let dataset = dataset();
    let (geometry, widest) = shapes(&dataset, 10);
    assert!(widest.len() >= 3, "{}", widest.len());
    let pages: Pages = pages_drawn(&dataset, Some(&geometry));
    for language in ["en", "es"] {
        let page = &pages[&format!("{language}/results.html")];
        let map = map_of(page);
        let links = attributes(map, "href");
        assert_eq!(links.len(), widest.len() - 1);
        for link in &links {
            assert!(pages.contains_key(&format!("{language}/{link}")), "{link}");
        }
        assert_eq!(
            map.matches("<path class=\"area\"").count(),
            widest.len() - 2
        );
        assert_eq!(map.matches("<circle").count(), 1);
        // The table has the same links, for those who cannot use the picture.
        for link in &links {
            assert!(
                page.matches(&format!("href=\"{link}\"")).count() > 1,
                "{link}"
            );
        }
        let (_, below) = page.split_once("</figure>").unwrap();
        let (note, _) = below.split_once("</p>").unwrap();
        assert_eq!(attributes(note, "href").len(), 1, "{note}");
    }
    // What the map says of a division is what the table says.
    let page = &pages["en/results.html"];
    let names: Vec<String> = attributes(map_of(page), "aria-label");
    let tables = page
        .split("<table")
        .skip(1)
        .filter_map(|table| table.split("</table>").next());
    let table = tables
        .clone()
        .find(|table| table.contains("href=\"r/"))
        .unwrap();
    for name in names {
        let (division, rest) = name.split_once(": ").unwrap();
        let row = table
            .split("<tr>")
            .find(|row| plain(row).contains(division))
            .unwrap();
        let row = cells(row);
        let votes: Vec<u64> = row[2..row.len() - 2]
            .iter()
            .map(|cell| {
                // The share stands behind the votes.
                let votes = cell.split(' ').next().unwrap();
                votes.replace(',', "").parse().unwrap()
            })
            .collect();
        let most = votes.iter().max().unwrap();
        let valid: u64 = votes.iter().sum();
        let first = votes.iter().position(|held| held == most).unwrap();
        let letter = char::from(b'A' + u8::try_from(first).unwrap());
        assert!(
            rest.starts_with(&format!("Option {letter} ")),
            "{rest}: {votes:?}"
        );
        let (rest, sheets) = rest.split_once("; ").unwrap();
        let (held, listed) = sheets
            .strip_prefix("sheets: ")
            .and_then(|said| said.split_once(" of "))
            .unwrap();
        let [held, listed]: [u64; 2] = [held, listed].map(|number| number.parse().unwrap());
        assert!(0 < held && held <= listed, "{sheets}");
        let percent = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
        let percent = percent.trim_end_matches(|c: char| !c.is_ascii_digit());
        let percent: f64 = percent.parse().unwrap();
        let share = f64::from(u32::try_from(*most).unwrap()) * 100.0
            / f64::from(u32::try_from(valid).unwrap());
        assert!((percent - share).abs() < 0.006, "{rest}: {share}");
    }
}

#[test]
fn a_map_of_many_points_stays_small_and_is_the_same_each_time() {
    let dataset = dataset();
    let (geometry, _) = shapes(&dataset, 20_000);
    let page = pages_drawn(&dataset, Some(&geometry))
        .remove("en/results.html")
        .unwrap();
    let map = map_of(&page);
    assert!(map.len() < 20_000, "{}", map.len());
    assert!(map.len() > 3_000, "{}", map.len());
    let again = pages_drawn(&dataset, Some(&geometry))
        .remove("en/results.html")
        .unwrap();
    assert_eq!(page, again);
}

#[test]
fn without_a_shape_divisions_are_tiles_and_a_table_stands_always() {
    let dataset = dataset();
    let (geometry, widest) = shapes(&dataset, 10);
    let (plain, drawn) = (pages(&dataset), pages_drawn(&dataset, Some(&geometry)));
    let page = &plain["en/results.html"];
    assert!(!page.contains("<figure class=\"map\">"));
    let (_, tiles) = page.split_once("<ul class=\"tiles\">").unwrap();
    let (tiles, _) = tiles.split_once("</ul>").unwrap();
    assert_eq!(attributes(tiles, "href").len(), widest.len());
    // Pages of divisions without shapes inside are the same bytes.
    let mut same = 0;
    for (path, page) in plain.iter().filter(|(path, _)| path.starts_with("en/r/")) {
        assert_eq!(page, &drawn[path], "{path}");
        assert!(
            !page.contains("<ul class=\"tiles\">") || page.contains("<table"),
            "{path}"
        );
        same += 1;
    }
    assert!(same > 3);
    assert_eq!(plain["en/index.html"], drawn["en/index.html"]);
}
