//! The chain of evidence as a picture and as a list that says the same.

use crate::html::node::Element;
use crate::view::{LinkView, chain_word};

const STEP: usize = 100;
const WIDTH: usize = 8 * STEP;

/// Eight stations of a vote, seven links between them; the stroke shows the state. Hidden from
/// readers of the screen, for whom the list beside it says it in words.
pub(super) fn picture(links: &[LinkView]) -> Element {
    let mut svg = Element::new("svg")
        .attr("viewBox", &format!("0 0 {WIDTH} 86"))
        .attr("width", &WIDTH.to_string())
        .attr("height", "86")
        .attr("aria-hidden", "true");
    let middle = |position: usize| STEP / 2 + position * STEP;
    for (position, link) in links.iter().enumerate() {
        let (from, to) = (middle(position) + 14, middle(position + 1) - 14);
        let class = chain_word(link.status);
        let line = |x1: usize, y1: usize, x2: usize, y2: usize| {
            Element::new("line")
                .attr("class", class)
                .attr("x1", &x1.to_string())
                .attr("y1", &y1.to_string())
                .attr("x2", &x2.to_string())
                .attr("y2", &y2.to_string())
        };
        svg = if class == "broken" {
            let gap = usize::midpoint(from, to);
            svg.child(line(from, 34, gap - 12, 34))
                .child(line(gap - 12, 26, gap - 6, 42))
                .child(line(gap + 6, 26, gap + 12, 42))
                .child(line(gap + 12, 34, to, 34))
        } else {
            svg.child(line(from, 34, to, 34))
        };
        let label = |y: usize, text: &str| {
            Element::new("text")
                .attr("class", "middle")
                .attr("x", &usize::midpoint(from, to).to_string())
                .attr("y", &y.to_string())
                .text(text)
        };
        svg = svg
            .child(label(18, &link.number.to_string()))
            .child(label(66, &link.state.to_string()));
    }
    for position in 0..=links.len() {
        svg = svg.child(
            Element::new("circle")
                .attr("class", "box")
                .attr("cx", &middle(position).to_string())
                .attr("cy", "34")
                .attr("r", "12"),
        );
    }
    Element::new("figure").child(svg)
}

/// The links in words.
pub(super) fn list(links: &[LinkView]) -> Element {
    links
        .iter()
        .fold(Element::new("ol").attr("class", "chain"), |list, link| {
            let head = Element::new("p")
                .attr("class", "lead")
                .phrase(&link.name)
                .text(": ")
                .child(
                    Element::new("span")
                        .attr("class", "state")
                        .phrase(&link.state),
                );
            let question = Element::new("p")
                .attr("class", "note")
                .phrase(&link.question);
            let reasons = link.reasons.iter().fold(Element::new("ul"), |all, reason| {
                all.child(Element::new("li").phrase(reason))
            });
            let item = Element::new("li").child(head).child(question);
            list.child(if link.reasons.is_empty() {
                item
            } else {
                item.child(reasons)
            })
        })
}
