//! What happened when, as marks on rows of days; the table behind has the same.

use crate::html::node::Element;
use crate::html::picture::{figure, frame, label};
use crate::phrase::Phrase;
use crate::view::{MomentChart, MomentMark};

/// Where the days begin: behind short names of rows, or behind long ones.
const LEFT: u32 = 170;
const FAR_LEFT: u32 = 240;
/// Characters of a short name, and of the longest that is written out.
const SHORT: usize = 22;
const LONGEST: usize = 34;
const SCALE: u32 = 530;
const TOP: u32 = 34;
const ROW: u32 = 30;
const SIDE: u32 = 10;
const INK: &str = "#0072b2";

/// The chart.
pub(super) fn moments(chart: &MomentChart) -> Element {
    let lanes = u32::try_from(chart.lanes.len()).unwrap_or(0);
    let left = left(chart);
    let foot = TOP + lanes * ROW;
    let mut svg = frame(
        &chart.id,
        &chart.title,
        &chart.description,
        left + SCALE + 20,
        foot + 30,
    );
    let [first, last] = &chart.days;
    svg = svg
        .child(label(left, foot + 22, first))
        .child(label(left + SCALE - 74, foot + 22, last));
    for (row, name) in (0_u32..).zip(&chart.lanes) {
        let y = TOP + row * ROW;
        let name: String = name.to_string().chars().take(LONGEST).collect();
        svg = svg.child(label(2, y + 15, &name)).child(line(
            "axis",
            [left, y + ROW - 10],
            [left + SCALE, y + ROW - 10],
        ));
    }
    // The day of the vote crosses every row.
    if let Some(vote) = chart.marked.map(|day| place(chart, day)) {
        svg = svg.child(line("seen", [vote, TOP - 6], [vote, foot]));
    }
    for mark in &chart.marks {
        svg = svg.child(square(chart, mark));
    }
    figure(svg, &chart.title, &chart.description)
}

fn left(chart: &MomentChart) -> u32 {
    let is_long = |name: &Phrase| name.to_string().chars().count() > SHORT;
    if chart.lanes.iter().any(is_long) {
        FAR_LEFT
    } else {
        LEFT
    }
}

fn place(chart: &MomentChart, day: i64) -> u32 {
    let [low, high] = chart.span.map(i128::from);
    let span = (high - low).max(1);
    let offset = (i128::from(day) - low).clamp(0, span) * i128::from(SCALE) / span;
    left(chart) + u32::try_from(offset).unwrap_or(0)
}

fn square(chart: &MomentChart, mark: &MomentMark) -> Element {
    let (from, to) = (place(chart, mark.from), place(chart, mark.to));
    let lane = u32::try_from(mark.lane).unwrap_or(0);
    Element::new("rect")
        .attr("class", "edge")
        .attr("x", &from.saturating_sub(SIDE / 2).to_string())
        .attr("y", &(TOP + lane * ROW + ROW - 10 - SIDE).to_string())
        .attr("width", &(to - from + SIDE).to_string())
        .attr("height", &SIDE.to_string())
        .attr("fill", INK)
        .attr("fill-opacity", "0.45")
        .child(Element::new("title").text(&mark.label))
}

fn line(class: &str, from: [u32; 2], to: [u32; 2]) -> Element {
    Element::new("line")
        .attr("class", class)
        .attr("x1", &from[0].to_string())
        .attr("y1", &from[1].to_string())
        .attr("x2", &to[0].to_string())
        .attr("y2", &to[1].to_string())
}
