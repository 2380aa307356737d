//! Pictures that claim nothing, and bars beside a table.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::html::blocks;
use crate::html::node::{Element, id};
use crate::phrase::Phrase;
use crate::view::{BarChart, CellChart};

/// Pixels of one percent.
const UNIT: u32 = 5;
const SIDE: u32 = 100 * UNIT;
const MARGIN: u32 = 40;
/// Grades of darkness.
const GRADES: u32 = 10;
const BAR: u32 = 34;
const WIDE: u32 = 720;

/// Squares of one percent by one percent; darkness grows with the logarithm of the weight.
pub(super) fn cells(chart: &CellChart) -> Element {
    let most = chart.cells.iter().map(|cell| cell.2).max().unwrap_or(1);
    let top = bits(most);
    let mut svg = frame(
        &chart.id,
        &chart.title,
        &chart.description,
        SIDE + 2 * MARGIN,
        SIDE + 2 * MARGIN,
    );
    svg = svg.child(
        Element::new("rect")
            .attr("class", "edge")
            .attr("x", &MARGIN.to_string())
            .attr("y", &MARGIN.to_string())
            .attr("width", &SIDE.to_string())
            .attr("height", &SIDE.to_string())
            .attr("fill", "none"),
    );
    for percent in [0, 25, 50, 75, 100] {
        let at = MARGIN + percent * UNIT;
        svg = svg
            .child(label(at, SIDE + MARGIN + 18, &format!("{percent}")))
            .child(label(4, SIDE + 2 * MARGIN - at, &format!("{percent}")));
    }
    // One path for each grade: a tenth of the bytes of an element for each square.
    let mut grades: BTreeMap<u32, String> = BTreeMap::new();
    for &(x, y, weight) in &chart.cells {
        let grade = (bits(weight) * GRADES / top.max(1)).max(1);
        let (x, y) = (
            MARGIN + x.min(99) * UNIT,
            MARGIN + SIDE - (y.min(99) + 1) * UNIT,
        );
        let path = grades.entry(grade).or_default();
        // Writing to a string cannot fail.
        let _ = write!(path, "M{x} {y}h{UNIT}v{UNIT}h-{UNIT}z");
    }
    for (grade, path) in grades {
        let cells = Element::new("path")
            .attr("d", &path)
            .attr("fill", "#0072b2")
            .attr(
                "fill-opacity",
                &format!("{}.{}", grade / GRADES, grade % GRADES),
            );
        svg = svg.child(cells);
    }
    figure(svg, &chart.title, &chart.description)
}

/// Sixteenths of the binary logarithm of a weight and one, in whole numbers.
fn bits(weight: u32) -> u32 {
    let weight = u64::from(weight) + 1;
    let whole = weight.ilog2();
    let rest = (weight << 4 >> whole) - 16;
    16 * whole + u32::try_from(rest).unwrap_or(0)
}

/// Bars from nothing to everything.
pub(super) fn bars(chart: &BarChart) -> Element {
    let rows = u32::try_from(chart.bars.len()).unwrap_or(0);
    let mut svg = frame(
        &chart.id,
        &chart.title,
        &chart.description,
        WIDE,
        rows * BAR + 10,
    );
    for (row, (name, part)) in (0_u32..).zip(&chart.bars) {
        let top = row * BAR;
        let width = (*part).min(1000) * (WIDE - 100) / 1000;
        svg = svg.child(label(4, top + 14, &name.to_string())).child(
            Element::new("rect")
                .attr("class", "edge")
                .attr("x", "4")
                .attr("y", &(top + 18).to_string())
                .attr("width", &width.max(1).to_string())
                .attr("height", "10")
                .attr("fill", "#0072b2"),
        );
    }
    figure(svg, &chart.title, &chart.description)
}

pub(super) fn frame(
    name: &str,
    title: &Phrase,
    description: &Phrase,
    width: u32,
    height: u32,
) -> Element {
    let anchor = id(name);
    let (title_id, text_id) = (format!("{anchor}-title"), format!("{anchor}-description"));
    Element::new("svg")
        .attr("viewBox", &format!("0 0 {width} {height}"))
        .attr("width", &width.to_string())
        .attr("height", &height.to_string())
        .attr("role", "img")
        .attr("aria-labelledby", &format!("{title_id} {text_id}"))
        .child(
            Element::new("title")
                .attr("id", &title_id)
                .text(&title.to_string()),
        )
        .child(
            Element::new("desc")
                .attr("id", &text_id)
                .text(&description.to_string()),
        )
}

pub(super) fn label(x: u32, y: u32, text: &str) -> Element {
    Element::new("text")
        .attr("x", &x.to_string())
        .attr("y", &y.to_string())
        .text(text)
}

pub(super) fn figure(svg: Element, title: &Phrase, description: &Phrase) -> Element {
    Element::new("figure")
        .child(blocks::wide(&title.to_string(), svg))
        .child(
            Element::new("figcaption")
                .child(Element::new("b").phrase(title))
                .text(" ")
                .child(
                    Element::new("span")
                        .attr("class", "note")
                        .phrase(description),
                ),
        )
}
