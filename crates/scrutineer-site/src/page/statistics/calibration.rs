//! How often the tests alarm on honest elections and on changed ones, as the documents of this version say.

use scrutineer_report::{Element, Language, Phrase, TextError};

use crate::markup::Table;
use crate::page::division::Results;

const ENGLISH: &str = include_str!("../../../../../docs/calibration.md");
const SPANISH: &str = include_str!("../../../../../docs/calibracion.md");

/// The measurements of the tests of the sheets.
struct Measured<'d> {
    /// How they were made.
    text: Vec<&'d str>,
    head: Vec<&'d str>,
    rows: Vec<Vec<&'d str>>,
}

/// The first table of a document, with the paragraphs of its section before it; `None` where it has none.
fn first_table(document: &str) -> Option<Measured<'_>> {
    let (_, section) = document.split_once("\n## ")?;
    let mut lines = section.lines().skip(1);
    let mut text = Vec::new();
    let head = loop {
        let line = lines.next()?;
        if line.starts_with('|') {
            break line;
        }
        if !line.is_empty() {
            text.push(line);
        }
    };
    let rows = lines.skip(1).take_while(|line| line.starts_with('|'));
    Some(Measured {
        text,
        head: split(head),
        rows: rows.map(split).collect(),
    })
}

fn split(line: &str) -> Vec<&str> {
    let inside = line.trim().trim_matches('|');
    inside.split('|').map(str::trim).collect()
}

/// The table with the names of the tests in words.
pub(super) fn section(of: Results<'_>) -> Result<Option<Element>, TextError> {
    let words = of.words;
    let document = match words.language() {
        Language::English => ENGLISH,
        Language::Spanish => SPANISH,
    };
    let Some(measured) = first_table(document) else {
        return Ok(None);
    };
    let mut table = Table::new(words.say("statistics-calibration-caption")?);
    for (position, title) in measured.head.iter().enumerate() {
        let id = title.trim_matches('`');
        let name = if id == *title {
            Phrase::words(*title)
        } else {
            words.general().word("test-title", id)?
        };
        table = if position == 0 {
            table.left(name)
        } else {
            table.right(name)
        };
    }
    for row in &measured.rows {
        let cells = row.iter().map(|cell| Phrase::words(*cell).into());
        table.row(cells.collect());
    }
    let mut section = Element::new("section")
        .attr("id", "calibration")
        .child(words.heading("h2", "statistics-calibration")?);
    for text in &measured.text {
        let plain = text.replace('`', "");
        section = section.child(Element::new("p").attr("class", "note").text(&plain));
    }
    Ok(Some(section.child(table.finish())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_documents_have_the_same_numbers() {
        let (english, spanish) = (first_table(ENGLISH).unwrap(), first_table(SPANISH).unwrap());
        assert!(english.rows.len() >= 10);
        for (row, other) in english.rows.iter().zip(&spanish.rows) {
            assert_eq!(row.len(), english.head.len());
            let alike: Vec<String> = other.iter().map(|cell| cell.replace(',', ".")).collect();
            assert_eq!(row[1..], alike[1..]);
        }
        assert_eq!(english.rows.len(), spanish.rows.len());
        // Whose geography it is stands above the table.
        for (measured, words) in [
            (&english, "Venezuela 2024, 24532 stations in 12817 places"),
            (&spanish, "Venezuela 2024, 24532 mesas en 12817 centros"),
        ] {
            let above = measured.text.iter().filter(|text| text.contains(words));
            assert_eq!(above.count(), 1, "{words}");
        }
        assert!(english.head.contains(&"`last-digit`"));
    }

    #[test]
    fn a_document_without_a_table_gives_none() {
        assert!(first_table("# Title\n\n## Section\n\ntext\n").is_none());
    }
}
