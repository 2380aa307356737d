//! Declared values as marks on possible ranges.

use crate::html::blocks;
use crate::html::node::{Element, id};
use crate::view::{RangeBar, RangeChart};

/// One colour-blind-safe set (Okabe and Ito 2008, without its green and vermilion), by position.
const COLORS: [&str; 6] = [
    "#56b4e9", "#e69f00", "#cc79a7", "#f0e442", "#0072b2", "#bbbbbb",
];

/// Hatches over the colours, also by position; together they repeat after twelve options.
const HATCHES: [&str; 4] = ["M0 8 L8 0", "M0 0 L8 8", "M4 0 L4 8", "M0 4 L8 4"];

const WIDTH: u64 = 720;
const LEFT: u64 = 10;
const SCALE: u64 = 690;
const ROW: u64 = 54;
const STAMP: u64 = 18;

/// The chart; the table before it has the same numbers.
pub(super) fn ranges(chart: &RangeChart) -> Element {
    let anchor = id(&chart.id);
    let most = chart
        .bars
        .iter()
        .flat_map(|bar| [bar.low, bar.high, bar.declared, Some(bar.observed)])
        .flatten()
        .max()
        .unwrap_or(0)
        .max(1);
    let body = ROW * chart.bars.len() as u64 + 34;
    let height = body + STAMP * chart.stamp.len() as u64;
    let title = format!("{anchor}-title");
    let description = format!("{anchor}-description");
    let mut svg = Element::new("svg")
        .attr("viewBox", &format!("0 0 {WIDTH} {height}"))
        .attr("width", &WIDTH.to_string())
        .attr("height", &height.to_string())
        .attr("role", "img")
        .attr("aria-labelledby", &format!("{title} {description}"))
        .child(
            Element::new("title")
                .attr("id", &title)
                .text(&chart.title.to_string()),
        )
        .child(
            Element::new("desc")
                .attr("id", &description)
                .text(&chart.description.to_string()),
        );
    let patterns = chart.bars.iter().map(|bar| pattern(&anchor, bar.position));
    svg = svg.child(patterns.fold(Element::new("defs"), Element::child));
    for (row, bar) in (0u64..).zip(&chart.bars) {
        svg = svg.child(bar_group(&anchor, bar, ROW * row, most));
    }
    svg = svg.child(legend(chart, body - 12));
    for (line, text) in (1u64..).zip(&chart.stamp) {
        let stamp = Element::new("text")
            .attr("x", &LEFT.to_string())
            .attr("y", &(body + STAMP * line - 4).to_string())
            .attr("font-size", "11")
            .text(&text.to_string());
        svg = svg.child(stamp);
    }
    let caption = Element::new("figcaption")
        .attr("class", "note")
        .phrase(&chart.description);
    Element::new("figure")
        .child(blocks::wide(&chart.title.to_string(), svg))
        .child(caption)
}

fn pattern_id(anchor: &str, position: usize) -> String {
    format!("{anchor}-fill-{position}")
}

fn pattern(anchor: &str, position: usize) -> Element {
    let color = COLORS
        .get(position % COLORS.len())
        .copied()
        .unwrap_or("#bbbbbb");
    let hatch = HATCHES.get(position % HATCHES.len()).copied().unwrap_or("");
    Element::new("pattern")
        .attr("id", &pattern_id(anchor, position))
        .attr("width", "8")
        .attr("height", "8")
        .attr("patternUnits", "userSpaceOnUse")
        .child(
            Element::new("rect")
                .attr("width", "8")
                .attr("height", "8")
                .attr("fill", color),
        )
        .child(Element::new("path").attr("class", "hatch").attr("d", hatch))
}

/// The horizontal place of a number of votes, exact to a pixel.
fn place(votes: u64, most: u64) -> u64 {
    let scaled = u128::from(votes) * u128::from(SCALE) / u128::from(most);
    LEFT + u64::try_from(scaled).unwrap_or(SCALE)
}

fn bar_group(anchor: &str, bar: &RangeBar, top: u64, most: u64) -> Element {
    let (upper, lower) = (top + 24, top + 44);
    let name = short(&bar.name.to_string());
    let mut group = Element::new("g")
        .child(Element::new("title").text(&bar.label.to_string()))
        .child(
            Element::new("text")
                .attr("x", &LEFT.to_string())
                .attr("y", &(top + 18).to_string())
                .text(&name),
        )
        .child(line("axis", (LEFT, lower), (LEFT + SCALE, lower)));
    if bar.low.is_some() || bar.high.is_some() {
        let from = place(bar.low.unwrap_or(0), most);
        let to = bar.high.map_or(LEFT + SCALE, |high| place(high, most));
        group = group.child(
            Element::new("rect")
                .attr("class", "edge")
                .attr("x", &from.to_string())
                .attr("y", &upper.to_string())
                .attr("width", &to.saturating_sub(from).max(2).to_string())
                .attr("height", "20")
                .attr(
                    "fill",
                    &format!("url(#{})", pattern_id(anchor, bar.position)),
                ),
        );
    }
    let seen = place(bar.observed, most);
    group = group.child(line("seen", (seen, upper - 4), (seen, lower + 4)));
    if let Some(declared) = bar.declared {
        group = group.child(diamond(place(declared, most), top + 34));
    }
    group
}

fn line(class: &str, from: (u64, u64), to: (u64, u64)) -> Element {
    Element::new("line")
        .attr("class", class)
        .attr("x1", &from.0.to_string())
        .attr("y1", &from.1.to_string())
        .attr("x2", &to.0.to_string())
        .attr("y2", &to.1.to_string())
}

fn diamond(x: u64, y: u64) -> Element {
    let path = format!("M{x} {} l8 9 l-8 9 l-8 -9 z", y - 9);
    Element::new("path").attr("class", "mark").attr("d", &path)
}

fn legend(chart: &RangeChart, y: u64) -> Element {
    let text = |x: u64, words: &str| {
        Element::new("text")
            .attr("x", &x.to_string())
            .attr("y", &(y + 5).to_string())
            .text(words)
    };
    let [possible, declared, sheets] = &chart.legend;
    let swatch = Element::new("rect")
        .attr("class", "box")
        .attr("x", "10")
        .attr("y", &(y - 7).to_string())
        .attr("width", "24")
        .attr("height", "14");
    Element::new("g")
        .child(swatch)
        .child(text(42, &possible.to_string()))
        .child(diamond(250, y))
        .child(text(266, &declared.to_string()))
        .child(line("seen", (450, y - 9), (450, y + 9)))
        .child(text(462, &sheets.to_string()))
}

/// A name that fits above its bar; the table has all of it.
fn short(name: &str) -> String {
    const MOST: usize = 70;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    let mut out: String = name.chars().take(MOST).collect();
    out.push('…');
    out
}
