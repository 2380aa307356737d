//! Every download with its digest and size, and lines to read them with several programs.

use scrutineer_report::{Element, Phrase, TextError};

use super::division::Results;
use crate::address::{base64, up};
use crate::frame::Page;
use crate::markup::{Cell, Table, code, link};

/// The name of the file that says what each column means, below the folder of the data.
const DICTIONARY: &str = "/dictionary.md";

/// How the files get their names back, and where the lines below are run.
const UNPACK: &str = "scrutineer unpack BUNDLE --out release && cd release/data";

/// How to read a table in the folder of the data: program and line.
const LINES: [(&str, &str); 6] = [
    (
        "DuckDB, Parquet",
        "duckdb -c \"SELECT field, sum(value) FROM 'parquet/sheets/*.parquet' WHERE kind = 'option' AND standing = 'current' GROUP BY field ORDER BY field\"",
    ),
    (
        "DuckDB, CSV",
        "duckdb -c \"SELECT * FROM read_csv('csv/stations/*.csv.gz', all_varchar = true) LIMIT 10\"",
    ),
    (
        "pandas",
        "python3 -c \"import glob, pandas; print(pandas.concat(pandas.read_csv(part, dtype=str) for part in glob.glob('csv/stations/*.csv.gz')))\"",
    ),
    (
        "pandas + pyarrow, Parquet",
        "python3 -c \"import glob, pandas; print(pandas.concat(pandas.read_parquet(part) for part in glob.glob('parquet/sheets/*.parquet')))\"",
    ),
    (
        "R",
        "Rscript -e \"print(head(do.call(rbind, lapply(Sys.glob('csv/stations/*.csv.gz'), read.csv, colClasses = 'character'))))\"",
    ),
    ("sqlite3", "sqlite3 election.sqlite .tables"),
];

pub(crate) fn page(of: Results<'_>) -> Result<Page, TextError> {
    let words = of.words;
    let mut page = Page::new("data.html", words.say("site-nav-data")?);
    page.push(words.paragraph("site-data-text")?);
    let root = up(&format!("{}/data.html", words.tag()));
    if of.content.files.is_empty() {
        page.push(words.paragraph("site-no-files")?);
    } else {
        let dictionary = of.content.files.iter();
        let mut dictionary = dictionary.filter(|file| file.name.ends_with(DICTIONARY));
        if let (Some(file), Some(bundle)) = (dictionary.next(), of.content.bundle) {
            let to = format!("{root}{bundle}{}", file.path);
            let name = words.say("site-dictionary")?;
            let to = link(&to, &name).attr("download", "dictionary.md");
            page.push(Element::new("p").child(to));
        }
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
    page.push(words.paragraph("site-reading-text")?);
    page.push(code(UNPACK));
    for (program, line) in LINES {
        page.push(Element::new("h3").text(program));
        page.push(code(line));
    }
    page.push(words.paragraph("site-spreadsheet")?);
    page.push(words.heading("h2", "site-licence")?);
    let publisher = of.content.publisher;
    let licence = match publisher.and_then(|held| held.licence.as_deref()) {
        Some(licence) => {
            let licence = Phrase::data(licence);
            words.with("site-licence-stated", &[("licence", licence)])?
        }
        None => words.say("site-licence-none")?,
    };
    page.push(Element::new("p").phrase(&licence));
    let of_sources = words.say("site-licence-text")?;
    page.push(Element::new("p").child(link("evidence.html", &of_sources)));
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
