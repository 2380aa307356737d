//! Names that try to be something else stay text, and every page stays whole.

use scrutineer_model::{
    Cell, Dataset, Date, Decision, Disposition, Field, FindingKey, HierarchyIdx, Identity,
    SheetRow, SourceLabel, StationEntry,
};

use crate::made::{PAGE, Pages, declaration, pages, plain, report, source, two_options};
use crate::symmetry::dataset_at;

fn hostile() -> Vec<String> {
    let mut names: Vec<String> = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='x",
        "&lt;b&gt;",
        "\u{202e}txt.exe",
        "a\nb\r\nc",
        "nul\u{0}inside\u{1b}[31m",
        "-->",
        "]]>",
        "</title></style></main>",
        "{ $name }",
        "none",
        "one\u{fffc}two",
    ]
    .into_iter()
    .map(str::to_owned)
    .collect();
    names.push("x".repeat(10_000));
    names
}

/// Elements that are open at the end of a page, or that close another one.
fn unbalanced(page: &str) -> Vec<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut wrong = Vec::new();
    for tag in page.split('<').skip(1) {
        let name_end = tag.find([' ', '>', '\n']).unwrap_or(tag.len());
        let name = &tag[..name_end];
        if let Some(closed) = name.strip_prefix('/') {
            if open.pop() != Some(closed) {
                wrong.push(closed.to_owned());
            }
        } else if !["!DOCTYPE", "meta", "link", "input", "img"].contains(&name)
            && !name.starts_with('?')
        {
            open.push(name);
        }
    }
    wrong.extend(open.into_iter().map(str::to_owned));
    wrong
}

#[test]
fn hostile_names_stay_text_on_every_page() {
    for name in hostile() {
        let made = pages(&dataset_at(
            &name,
            &[("A", &name, [1, 2, 3]), ("B", &name, [3, 2, 1])],
        ));
        stays_text(&made, &name);
    }
}

fn stays_text(made: &Pages, name: &str) {
    let is_markup = |path: &str| {
        [".html", ".svg", ".atom"]
            .iter()
            .any(|end| path.ends_with(end))
    };
    for (path, page) in made.iter().filter(|(path, _)| is_markup(path)) {
        let shown: String = name.chars().take(40).collect();
        assert_eq!(unbalanced(page), Vec::<String>::new(), "{path}: {shown}");
        for mark in ["<img src=x", "alert(1)<", "onerror=alert(1)>", "<b>&lt;"] {
            assert!(!page.contains(mark), "{path}: {mark}");
        }
        for mark in ['\u{202e}', '\u{0}', '\u{1b}'] {
            assert!(!page.contains(mark), "{path}: {mark:?}");
        }
    }
}

/// A sum that does not hold in a division, with a declaration and a decision about the finding, where everything that
/// people write is `text`.
fn written(text: &str, decided: Option<FindingKey>) -> Dataset {
    let mut builder = two_options();
    let mut held = source("s", "s", SourceLabel::Observer);
    held.identities = vec![Identity {
        text: "options = valid".to_owned(),
        options: true,
        left: Vec::new(),
        right: vec![Field::Valid],
    }];
    let of = &mut held.provenance;
    for field in [
        &mut of.obtained_from,
        &mut of.obtained_by_role,
        &mut of.method,
        &mut of.medium,
        &mut of.licence,
        &mut of.transformations,
    ] {
        *field = Some(text.to_owned());
    }
    let source = builder.source(held, vec![Field::Valid]);
    let file = builder.file(source, "rows.csv").unwrap();
    let level = HierarchyIdx::new(0);
    let division = builder.division(level, &["01"], &[text]).unwrap();
    let entry = StationEntry {
        label: "1",
        divisions: &[division],
        ..StationEntry::default()
    };
    let row = SheetRow {
        station: builder.station("p1:1", &entry).unwrap(),
        cells: &[9, 3, 5].map(|count| Cell::new(count).unwrap()),
        sequence: 0,
        picture: 0,
        file,
        row: 1,
    };
    builder.sheet(source, &row).unwrap();
    let mut declared = declaration(Vec::new());
    text.clone_into(&mut declared.authority);
    declared.outlet = Some(text.to_owned());
    builder.declaration(declared);
    if let Some(key) = decided {
        builder.disposition(Disposition {
            key,
            decision: Decision::Confirmed,
            reason: text.to_owned(),
            role: "clerk".to_owned(),
            date: Date::parse("2024-05-09").unwrap(),
        });
    }
    builder.finish().unwrap()
}

#[test]
fn what_people_write_beside_the_numbers_stays_text_on_every_page() {
    for text in hostile() {
        let key = report(&written(&text, None)).findings[0].key.clone();
        let made = pages(&written(&text, Some(key)));
        stays_text(&made, &text);
        if text != "<script>alert(1)</script>" {
            continue;
        }
        // It is there, as text: authority, provenance, division, decision.
        let of_codes = made.iter().filter(|(path, _)| path.starts_with("en/f/"));
        let of_codes: String = of_codes.map(|(_, page)| plain(page)).collect();
        assert!(of_codes.contains(&text), "{of_codes}");
        for path in ["en/declared.html", "en/evidence.html", "en/r/01.html"] {
            assert!(plain(&made[path]).contains(&text), "{path}");
        }
    }
}

/// A name of 10,000 letters would make a page of a hundred screens; its beginning is enough.
#[test]
fn a_name_that_no_line_could_hold_is_cut() {
    let name = "x".repeat(10_000);
    let made = pages(&dataset_at(
        &name,
        &[("A", &name, [1, 2, 3]), ("B", "Beta", [3, 2, 1])],
    ));
    for (path, page) in made.iter().filter(|(path, _)| path.ends_with(PAGE)) {
        assert!(!page.contains(&"x".repeat(200)), "{path}");
    }
    let home = &made["en/index.html"];
    assert!(home.contains(&format!("{}…", "x".repeat(120))), "{home}");
}

#[test]
fn an_element_that_stays_open_is_seen() {
    assert_eq!(unbalanced("<p><b></p>"), ["p", "p"]);
}
