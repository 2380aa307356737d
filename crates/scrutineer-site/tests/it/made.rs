//! Sites in memory, and what is needed to read their pages.

use std::collections::BTreeMap;
use std::convert::Infallible;

use scrutineer_audit::{AuditReport, LogPosition, audit};
use scrutineer_model::{Code, Dataset, Evidence, SourceIdx};
use scrutineer_site::{Content, Download, History, Leaves, site};

/// What the path of a picture ends with.
pub(crate) const PICTURE: &str = ".png";
/// What the path of a page ends with.
pub(crate) const PAGE: &str = ".html";

/// Pages by path; of a picture, a character for each byte.
pub(crate) type Pages = BTreeMap<String, String>;

pub(crate) fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

pub(crate) fn report(dataset: &Dataset) -> AuditReport {
    let mut report = audit(dataset, &Evidence::default()).unwrap();
    report.log = Some(LogPosition {
        origin: "log.example/e".to_owned(),
        size: 7,
        root: "09".repeat(32),
    });
    report
}

/// The site of a data set, as if the sheets were the first entries of a log.
pub(crate) fn pages(dataset: &Dataset) -> Pages {
    pages_with(dataset, &report(dataset), &History::default())
}

/// The same with what earlier releases said.
pub(crate) fn pages_with(dataset: &Dataset, report: &AuditReport, history: &History) -> Pages {
    pages_in(dataset, report, history, (None, &[]))
}

/// The same inside of a bundle with files.
pub(crate) fn pages_in(
    dataset: &Dataset,
    report: &AuditReport,
    history: &History,
    (bundle, files): (Option<&str>, &[Download<'_>]),
) -> Pages {
    let stations = dataset.stations().indices();
    let entries = stations
        .map(|station| (station, SourceIdx::new(0), station.get() as u64))
        .collect();
    let content = Content {
        dataset,
        report,
        leaves: &Leaves::new(entries),
        replies: &[],
        files,
        releases: &[],
        history,
        tests: None,
        audits: &[],
        bundle,
        conditions: None,
        is_demonstration: true,
    };
    let mut made = Pages::new();
    site(&content, &mut |path: &str, bytes: &[u8]| {
        let text = if path.ends_with(PICTURE) {
            bytes.iter().map(|byte| char::from(*byte)).collect()
        } else {
            String::from_utf8(bytes.to_vec()).unwrap()
        };
        assert!(made.insert(path.to_owned(), text).is_none(), "{path} twice");
        Ok::<(), Infallible>(())
    })
    .unwrap();
    made
}

/// Values of an attribute, unescaped, in the order of the page.
pub(crate) fn attributes(page: &str, name: &str) -> Vec<String> {
    let mark = format!(" {name}=\"");
    page.split(&mark)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(unescaped)
        .collect()
}

pub(crate) fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// The text between tags.
pub(crate) fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut is_tag = false;
    for c in html.chars() {
        match c {
            '<' => is_tag = true,
            '>' => {
                is_tag = false;
                out.push(' ');
            }
            c if !is_tag => out.push(c),
            _ => {}
        }
    }
    unescaped(&out)
}

/// The text of every cell of a row.
pub(crate) fn cells(row: &str) -> Vec<String> {
    row.split("<t")
        .filter(|part| part.starts_with("d>") || part.starts_with("d ") || part.starts_with('h'))
        .map(|part| {
            let (_, inside) = part.split_once('>').unwrap_or(("", part));
            plain(inside)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}
