//! What happened when, as marks on rows of days; the table behind has the same.

use crate::html::node::Element;
use crate::html::picture::{figure, frame, label};
use crate::view::{MomentChart, MomentMark};

const LEFT: u32 = 170;
const SCALE: u32 = 530;
const WIDTH: u32 = LEFT + SCALE + 20;
const TOP: u32 = 34;
const ROW: u32 = 30;
const SIDE: u32 = 10;
const INK: &str = "#0072b2";

/// The chart.
pub(super) fn moments(chart: &MomentChart) -> Element {
    let lanes = u32::try_from(chart.lanes.len()).unwrap_or(0);
    let foot = TOP + lanes * ROW;
    let mut svg = frame(
        &chart.id,
        &chart.title,
        &chart.description,
        WIDTH,
        foot + 30,
    );
    let [first, last] = &chart.days;
    svg = svg
        .child(label(LEFT, foot + 22, first))
        .child(label(LEFT + SCALE - 74, foot + 22, last));
    for (row, name) in (0_u32..).zip(&chart.lanes) {
        let y = TOP + row * ROW;
        svg = svg.child(label(2, y + 15, &name.to_string())).child(line(
            "axis",
            [LEFT, y + ROW - 10],
            [LEFT + SCALE, y + ROW - 10],
        ));
    }
    // The day of the vote crosses every row.
    let vote = place(chart, 0);
    svg = svg.child(line("seen", [vote, TOP - 6], [vote, foot]));
    for mark in &chart.marks {
        svg = svg.child(square(chart, mark));
    }
    figure(svg, &chart.title, &chart.description)
}

fn place(chart: &MomentChart, day: i64) -> u32 {
    let [low, high] = chart.span.map(i128::from);
    let span = (high - low).max(1);
    let offset = (i128::from(day) - low).clamp(0, span) * i128::from(SCALE) / span;
    LEFT + u32::try_from(offset).unwrap_or(0)
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
