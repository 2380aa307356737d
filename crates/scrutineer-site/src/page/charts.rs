//! Charts as files of their own, the card for links to the site, and where both are named.

use scrutineer_report::{Element, Phrase, Picture, TextError, card, pictures};

use crate::frame::file;
use crate::markup::link;
use crate::page::division::Results;
use crate::png::png;
use crate::words::Words;

/// The address of the card inside the folder of a language.
pub(crate) const CARD: &str = "g/card.png";

/// Files with their paths from the root of the site: each chart as SVG, PNG and CSV, and the card.
pub(crate) fn files(of: Results<'_>) -> Result<Vec<(String, Vec<u8>)>, TextError> {
    let tag = of.words.tag();
    let mut files = Vec::new();
    for picture in pictures(of.content.report, of.words.texts())? {
        let path = |extension| file(tag, &path(&picture, extension));
        let svg = format!("{}\n", picture.svg());
        files.push((path("svg"), svg.into_bytes()));
        files.extend(png(&picture.drawing).map(|bytes| (path("png"), bytes)));
        files.push((path("csv"), picture.csv.into_bytes()));
    }
    let card = card(of.content.report, of.words.texts())?;
    files.extend(png(&card).map(|bytes| (file(tag, CARD), bytes)));
    Ok(files)
}

/// The address of a chart inside the folder of a language.
fn path(picture: &Picture, extension: &str) -> String {
    format!("g/{}.{extension}", picture.name)
}

/// The files of the chart of a declaration and source; `None` where nothing can be drawn.
pub(crate) fn downloads(
    words: &Words<'_>,
    pictures: &[Picture],
    (contest, declaration, source): (usize, &str, &str),
) -> Result<Option<Element>, TextError> {
    let found = pictures.iter().find(|held| {
        held.contest == contest && held.declaration == declaration && held.source == source
    });
    let Some(picture) = found else {
        return Ok(None);
    };
    let mut line = Element::new("p")
        .attr("class", "note files")
        .phrase(&words.say("charts-files")?)
        .text(" ");
    for (position, extension) in ["svg", "png", "csv"].into_iter().enumerate() {
        if position > 0 {
            line = line.text(" · ");
        }
        let name = Phrase::words(extension.to_uppercase());
        line = line.child(link(&path(picture, extension), &name));
    }
    Ok(Some(line))
}

/// What a link to the site shows elsewhere: the answer with its condition, and the card. `folder` is that of the
/// language: the address where the publisher states one, else relative, since nobody knows where the site will stand.
pub(crate) fn meta(title: &Phrase, statement: Option<&Phrase>, folder: &str) -> Vec<Element> {
    let meta = |property: &str, content: &str| {
        Element::new("meta")
            .attr("property", property)
            .attr("content", content)
    };
    let mut out = vec![
        meta("og:type", "website"),
        meta("og:title", &title.to_string()),
        meta("og:image", &format!("{folder}{CARD}")),
        meta("og:image:width", "1200"),
        meta("og:image:height", "675"),
    ];
    if let Some(statement) = statement {
        let text = statement.to_string();
        out.push(meta("og:description", &text));
        out.push(meta("og:image:alt", &text));
        out.push(
            Element::new("meta")
                .attr("name", "description")
                .attr("content", &text),
        );
    }
    out
}
