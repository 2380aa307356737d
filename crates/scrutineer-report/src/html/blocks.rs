//! Blocks as elements.

use crate::html::node::Element;
use crate::html::{chain, chart, heat, moments, picture};
use crate::phrase::Phrase;
use crate::view::{Align, Block, Table};

/// Appends blocks to `into`.
pub(super) fn write(into: Element, blocks: &[Block]) -> Element {
    blocks.iter().fold(into, |into, block| match block {
        Block::Notice(text) => into.child(paragraph("notice", text)),
        Block::Heading(text) => into.child(Element::new("h3").phrase(text)),
        Block::Question(text) => {
            into.child(Element::new("h3").attr("class", "question").phrase(text))
        }
        Block::Statement(source, statement) => {
            let mut text = Element::new("p").attr("class", "statement");
            if let Some(source) = source {
                text = text.phrase(source).text(": ");
            }
            into.child(text.phrase(statement.phrase()))
        }
        Block::Text(text) => into.child(Element::new("p").phrase(text)),
        Block::Lead(text) => into.child(paragraph("lead", text)),
        Block::Note(text) => into.child(paragraph("note", text)),
        Block::List(items) => into.child(items.iter().fold(Element::new("ul"), |list, item| {
            list.child(Element::new("li").phrase(item))
        })),
        Block::Table(held) => into.child(wide(&held.caption.to_string(), table(held))),
        Block::Chain(links) => into.child(chain::picture(links)).child(chain::list(links)),
        Block::Ranges(held) => into.child(chart::ranges(held)),
        Block::Cells(held) => into.child(picture::cells(held)),
        Block::Bars(held) => into.child(picture::bars(held)),
        Block::Heat(held) => into.child(heat::map(held)),
        Block::Moments(held) => into.child(moments::moments(held)),
    })
}

/// What may be wider than a narrow window: it scrolls on its own, also from the keyboard, and has the
/// name that a keyboard user then hears.
pub(super) fn wide(name: &str, content: Element) -> Element {
    Element::new("div")
        .attr("class", "scroll")
        .attr("role", "group")
        .attr("aria-label", name)
        .attr("tabindex", "0")
        .child(content)
}

fn paragraph(class: &str, text: &Phrase) -> Element {
    Element::new("p").attr("class", class).phrase(text)
}

fn table(table: &Table) -> Element {
    let head = table
        .columns
        .iter()
        .fold(Element::new("tr"), |row, (title, align)| {
            row.child(aligned(Element::new("th").attr("scope", "col"), *align).phrase(title))
        });
    let body = table
        .rows
        .iter()
        .fold(Element::new("tbody"), |body, cells| {
            let row = cells.iter().zip(&table.columns).enumerate().fold(
                Element::new("tr"),
                |row, (position, (cell, (_, align)))| {
                    let element = if position == 0 {
                        Element::new("th").attr("scope", "row")
                    } else {
                        Element::new("td")
                    };
                    row.child(aligned(element, *align).phrase(cell))
                },
            );
            body.child(row)
        });
    Element::new("table")
        .child(Element::new("caption").phrase(&table.caption))
        .child(Element::new("thead").child(head))
        .child(body)
}

fn aligned(element: Element, align: Align) -> Element {
    match align {
        Align::Left => element,
        Align::Right => element.attr("class", "number"),
    }
}
