//! Every download with its digest and size, and a line to read it for each of four programs.

use scrutineer_report::{Element, Phrase, TextError};

use super::division::Results;
use crate::address::{base64, up};
use crate::frame::Page;
use crate::markup::{Cell, Table, code, link};

/// How to read a table: program and line.
const LINES: [(&str, &str); 4] = [
    (
        "DuckDB",
        "duckdb -c \"SELECT * FROM read_csv('stations.csv.gz', all_varchar = true) LIMIT 10\"",
    ),
    (
        "pandas",
        "import pandas as pd; pd.read_csv('stations.csv.gz', dtype=str)",
    ),
    (
        "R",
        "read.csv(gzfile('stations.csv.gz'), colClasses = 'character')",
    ),
    ("sqlite3", "sqlite3 election.sqlite '.tables'"),
];

pub(crate) fn page(of: Results<'_>) -> Result<Page, TextError> {
    let words = of.words;
    let mut page = Page::new("data.html", words.say("site-nav-data")?);
    page.push(words.paragraph("site-data-text")?);
    let root = up(&format!("{}/data.html", words.tag()));
    if of.content.files.is_empty() {
        page.push(words.paragraph("site-no-files")?);
    } else {
        let mut table = Table::new(words.say("site-files-caption")?)
            .sortable()
            .left(words.say("report-column-file")?)
            .right(words.say("site-column-bytes")?)
            .left(words.say("report-column-digest")?);
        for file in of.content.files {
            let name = Phrase::data(file.name);
            let cell: Cell = match of.content.bundle {
                Some(bundle) => link(&format!("{root}{bundle}{}", file.path), &name)
                    .attr(
                        "download",
                        file.name.rsplit('/').next().unwrap_or(file.name),
                    )
                    .into(),
                None => name.into(),
            };
            table.row(vec![
                cell,
                words.integer(file.bytes).into(),
                Element::new("code")
                    .attr("class", "digest")
                    .text(&file.sha256)
                    .into(),
            ]);
        }
        page.push(table.finish());
        page.push(words.note("site-files-note")?);
    }
    page.push(words.heading("h2", "site-reading")?);
    for (program, line) in LINES {
        page.push(Element::new("h3").text(program));
        page.push(code(line));
    }
    page.push(words.paragraph("site-spreadsheet")?);
    page.push(words.heading("h2", "site-licence")?);
    page.push(words.paragraph("site-licence-text")?);
    let report = of.content.report;
    let mut citation = Phrase::data(&report.election.name)
        .then(Phrase::words(", "))
        .then(words.general().date(report.as_of)?);
    if let Some(log) = &report.log {
        citation = citation
            .then(Phrase::words(", "))
            .then(Phrase::data(&log.origin))
            .then(Phrase::words(format!(" {}, ", log.size)))
            .then(Phrase::data(&base64(&log.root)));
    }
    page.push(words.paragraph("site-citation")?);
    page.push(Element::new("blockquote").child(Element::new("p").phrase(&citation)));
    Ok(page)
}
