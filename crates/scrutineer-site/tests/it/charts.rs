//! Charts as files of their own say what the report says, and what they rest on.

use scrutineer_simulate::{Plan, Scenario, simulate};

use crate::made::{Pages, attributes, pages, report, unescaped};

fn made() -> (scrutineer_audit::AuditReport, Pages) {
    let plan = Plan::new(60, 3).scenario(Scenario::TotalsNotFromSheets);
    let dataset = simulate(&plan).unwrap().to_dataset().unwrap();
    (report(&dataset), pages(&dataset))
}

/// Texts of an SVG, in the order of painting, joined by a space.
fn texts(svg: &str) -> String {
    let texts = svg.split("<text ").skip(1);
    let texts = texts.filter_map(|part| part.split_once('>')?.1.split('<').next());
    unescaped(&texts.collect::<Vec<_>>().join(" "))
}

#[test]
fn a_chart_says_what_it_rests_on_and_its_table_has_the_numbers_of_the_report() {
    let (report, pages) = made();
    let contest = &report.contests[0];
    let mut charts = 0;
    for declaration in &contest.declarations {
        for result in &declaration.results {
            charts += 1;
            let path = format!("en/g/{}-{}", declaration.id, result.source);
            let svg = &pages[&format!("{path}.svg")];
            let said = texts(svg);
            let page = &pages["en/declared.html"];
            let title = svg.split_once("<title id=\"title\">").unwrap().1;
            let condition = svg.split_once("<desc id=\"description\">").unwrap().1;
            let condition = unescaped(condition.split_once("</desc>").unwrap().0);
            assert!(said.contains(&unescaped(title.split_once("</title>").unwrap().0)));
            // The whole sentence of the answer, as it stands on the page, and not a word less.
            assert!(
                condition.starts_with("If ") || condition.contains(" if "),
                "{condition}"
            );
            assert!(said.contains(&condition), "{said}");
            assert!(crate::made::plain(page).contains(&condition), "{condition}");
            assert!(
                said.contains(&report.report_id) && said.contains("As of "),
                "{said}"
            );
            // The page has the chart itself, which a narrow window can scroll, and links to the files.
            for extension in ["svg", "png", "csv"] {
                let file = format!("{}.{extension}", path.strip_prefix("en/").unwrap());
                assert!(page.contains(&format!("href=\"{file}\"")), "{file}");
            }
            let chart = format!("id=\"chart-{}-{}-title\"", declaration.id, result.source);
            assert_eq!(page.matches(&chart).count(), 1, "{chart}");

            let csv = &pages[&format!("{path}.csv")];
            let rows: Vec<Vec<&str>> = csv
                .lines()
                .skip(1)
                .map(|row| row.split(',').collect())
                .collect();
            assert!(!rows.is_empty());
            for row in rows {
                let text =
                    |value: Option<u64>| value.map_or_else(String::new, |value| value.to_string());
                let declared = declaration.declared.get(row[0]);
                assert_eq!(
                    row[2],
                    text(declared.and_then(|held| held.votes)),
                    "{row:?}"
                );
                let [low, high] = result.possible[row[0]].unwrap_or([None, None]);
                assert_eq!(
                    [row[4], row[5]],
                    [text(low), text(high)].each_ref().map(String::as_str)
                );
                let totals = contest.sources[0].totals.as_ref().unwrap();
                assert_eq!(row[3], totals.options[row[0]].to_string());
                assert_eq!(row[9], report.report_id);
            }
        }
    }
    assert!(charts > 0);
}

/// Width and height stand big-endian in the first chunk (PNG, section 11.2.2).
fn size(png: &str) -> [u32; 2] {
    let bytes: Vec<u8> = png
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    assert_eq!(&bytes[1..4], b"PNG");
    [16, 20].map(|at| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()))
}

#[test]
fn pictures_have_the_size_of_cards() {
    let (_, pages) = made();
    let pictures: Vec<&String> = pages
        .keys()
        .filter(|path| path.ends_with(crate::made::PICTURE))
        .collect();
    assert!(pictures.len() >= 4, "{pictures:?}");
    for path in pictures {
        assert_eq!(size(&pages[path]), [1200, 675], "{path}");
        assert!(pages[path].chars().count() < 120_000, "{path}");
    }
}

#[test]
fn a_link_to_the_site_carries_the_answer_with_its_condition() {
    let (_, pages) = made();
    for (path, up) in [
        ("en/index.html", ""),
        ("es/declared.html", ""),
        ("en/f/x.html", "../"),
    ] {
        let Some(page) = pages.get(path) else {
            continue;
        };
        let head = page.split_once("</head>").unwrap().0;
        let contents = attributes(head, "content");
        assert!(
            contents.contains(&format!("{up}g/card.png")),
            "{path}: {contents:?}"
        );
    }
    let page = &pages["en/index.html"];
    let (_, description) = page
        .split_once("property=\"og:description\" content=\"")
        .unwrap();
    let said = unescaped(description.split('"').next().unwrap());
    let statement = page.split_once("class=\"statement\">").unwrap().1;
    let statement = crate::made::plain(statement.split_once("</p>").unwrap().0);
    let normal = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        normal(&said),
        normal(&statement).replace(" ,", ",").replace(" .", ".")
    );
    // Pages that a release leaves alone carry neither.
    let division = pages.keys().find(|path| path.starts_with("en/r/")).unwrap();
    assert!(!pages[division].contains("og:description"));
}
