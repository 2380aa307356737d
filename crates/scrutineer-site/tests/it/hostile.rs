//! Names that try to be something else stay text, and every page stays whole.

use crate::made::{PAGE, pages};
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
