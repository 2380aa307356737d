//! Polling places with several stations: their lead and shares follow from their total; none of sensitive sets.

use scrutineer_model::{Cell, Dataset, Field, SourceLabel};
use scrutineer_simulate::{Plan, simulate};

use crate::made::{Pages, attributes, cells, pages, plain, sheet, source, station, two_options};

/// Groups of rows of polling places in a language, from the row of the name to that of the total.
fn groups(pages: &Pages, language: &str) -> Vec<String> {
    let folder = format!("{language}/t/");
    let of_stations = pages.iter().filter(|(path, _)| path.starts_with(&folder));
    of_stations
        .flat_map(|(_, page)| page.split("<tr class=\"place\">").skip(1))
        .map(|group| group.split("</tbody>").next().unwrap().to_owned())
        .collect()
}

/// What stands under the name of a place, one text for each line.
fn lines(group: &str) -> Vec<String> {
    let row = group.split("</tr>").next().unwrap();
    let lines = row.split("<p>").skip(1);
    let text = |line: &str| plain(line.split("</p>").next().unwrap());
    lines.map(|line| text(line).trim().to_owned()).collect()
}

fn number(text: &str) -> u64 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

#[test]
fn lead_and_shares_of_a_place_follow_from_its_total() {
    let dataset = simulate(&Plan::new(400, 5)).unwrap().to_dataset().unwrap();
    let options = dataset.contests()[0].options.len();
    let pages = pages(&dataset);
    for (language, word, decimal) in [("en", "lead", '.'), ("es", "ventaja", ',')] {
        let (mut checked, mut alone) = (0, 0);
        for group in groups(&pages, language) {
            let lines = lines(&group);
            let Some((_, total)) = group.split_once("<tr class=\"total\">") else {
                assert_eq!(lines, Vec::<String>::new(), "{group}");
                alone += 1;
                continue;
            };
            let total = cells(&format!("<tr>{total}"));
            let votes: Vec<u64> = total[1..=options].iter().map(|cell| number(cell)).collect();
            let valid: u64 = votes.iter().sum();
            let mut sorted = votes.clone();
            sorted.sort_unstable();
            let lead = sorted[options - 1] - sorted[options - 2];
            let [line] = &lines[..] else {
                panic!("{lines:?}");
            };
            let (before, shares) = line.split_once("; %: ").unwrap();
            let (coverage, said) = match before.rsplit_once("; ") {
                Some((coverage, said)) => (Some(coverage), said),
                None => (None, before),
            };
            assert_eq!(coverage.is_some(), dataset.has_register(), "{line}");
            if let Some(coverage) = coverage {
                let stations = group.matches("<tr class=\"about\">").count();
                assert!(coverage.ends_with(&format!(" {stations}")), "{line}");
            }
            assert!(said.starts_with(word), "{line}");
            if lead > 0 {
                assert_eq!(number(said), lead, "{line}");
            }
            let shares: Vec<&str> = shares.split(' ').collect();
            assert_eq!(shares.len(), options, "{line}");
            for (share, votes) in shares.iter().zip(&votes) {
                // Hundredths of a percent, a half up.
                let hundredths = (votes * 20_000 + valid) / (2 * valid);
                let expected = match votes {
                    0 => "0".to_owned(),
                    _ => format!("{}{decimal}{:02}", hundredths / 100, hundredths % 100),
                };
                assert_eq!(*share, expected, "{line}: {votes} of {valid}");
            }
            checked += 1;
        }
        assert!(checked > 50, "{language}: {checked} {alone}");
    }
}

/// One place whose stations have these votes for both options, or no sheet; with an official list or without.
fn one_place(label: SourceLabel, sheets: &[Option<[u64; 2]>], has_list: bool) -> Dataset {
    let mut builder = two_options();
    let source = builder.source(source("s", "s", label), vec![Field::Valid]);
    let file = builder.file(source, "rows.csv").unwrap();
    for (number, votes) in (1..).zip(sheets) {
        let station = station(&mut builder, &number.to_string(), (None, None));
        if has_list {
            builder.register(station, Cell::new(300).unwrap(), Cell::UNREAD);
        }
        if let Some([a, b]) = *votes {
            sheet(&mut builder, (source, file), station, [a + b, a, b], 0);
        }
    }
    builder.finish().unwrap()
}

#[test]
fn a_place_has_no_sum_of_a_set_that_is_marked_sensitive() {
    let shown = |label| -> Vec<String> {
        let groups = groups(
            &pages(&one_place(label, &[Some([3, 5]), Some([4, 5])], false)),
            "en",
        );
        groups.iter().flat_map(|group| lines(group)).collect()
    };
    // 7 of 17 and 10 of 17 votes.
    assert_eq!(shown(SourceLabel::Media), ["lead 3; %: 41.18 58.82"]);
    assert_eq!(shown(SourceLabel::Withheld), Vec::<String>::new());
}

/// Pages of divisions have the tiles of what is directly inside, and the table with the same links.
#[test]
fn divisions_inside_of_a_division_are_tiles_before_their_table() {
    let dataset = simulate(&Plan::new(900, 5)).unwrap().to_dataset().unwrap();
    let divisions = &dataset.hierarchies()[0].divisions;
    let pages = pages(&dataset);
    let mut seen = 0;
    for (at, _) in divisions.iter() {
        let inside = divisions.iter().filter(|(_, held)| held.parent == Some(at));
        let inside = inside.count();
        let codes: Vec<&str> = divisions
            .path(at)
            .into_iter()
            .map(|at| divisions.get(at).code)
            .collect();
        let page = &pages[&format!("en/r/{}.html", codes.join("."))];
        let tiles = page.split_once("<ul class=\"tiles\">");
        if !(2..=80).contains(&inside) {
            assert!(tiles.is_none(), "{codes:?}: {inside}");
            continue;
        }
        let (tiles, behind) = tiles.unwrap().1.split_once("</ul>").unwrap();
        let links = attributes(tiles, "href");
        assert_eq!(links.len(), inside, "{codes:?}");
        let table = behind.split_once("<table").unwrap().1;
        let table = table.split_once("</table>").unwrap().0;
        let linked = attributes(table, "href");
        assert_eq!(links, linked, "{codes:?}");
        seen += 1;
    }
    assert!(seen > 2, "{seen}");
}

/// A place with more stations than a page has.
#[test]
fn a_place_on_several_pages_has_all_its_stations_on_each() {
    let mut sheets = vec![Some([60, 50]); 90];
    sheets.resize(100, None);
    let pages = pages(&one_place(SourceLabel::Observer, &sheets, true));
    let groups = groups(&pages, "en");
    assert_eq!(groups.len(), 2);
    for group in groups {
        let lines = lines(&group);
        assert_eq!(lines, ["sheets: 90 of 100; lead 900; %: 54.55 45.45"]);
    }
}
