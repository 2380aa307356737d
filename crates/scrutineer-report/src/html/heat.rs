//! A heat map of days and names.

use crate::html::node::{Element, id};
use crate::html::picture::{figure, frame, label};
use crate::view::{HeatMap, Shade};

const UNIT: u32 = 14;
const NAMES: u32 = 230;
const TOP: u32 = 36;
const INK: &str = "#0072b2";

/// Squares whose shade says the state and whose number is that of the measurements.
pub(super) fn map(held: &HeatMap) -> Element {
    let most = held
        .rows
        .iter()
        .map(|(_, cells)| cells.len())
        .max()
        .unwrap_or(0);
    let days = u32::try_from(most).unwrap_or(0);
    let rows = u32::try_from(held.rows.len()).unwrap_or(0);
    let legend = u32::try_from(held.legend.len()).unwrap_or(0);
    let foot = TOP + (rows + 1) * UNIT;
    let width = (NAMES + days * UNIT + 20).max(420);
    let height = foot + legend * (UNIT + 6) + 10;
    let hatch = format!("{}-hatch", id(&held.id));
    let [first, last] = &held.days;
    let mut svg = frame(&held.id, &held.title, &held.description, width, height)
        .child(pattern(&hatch))
        .child(label(NAMES, 12, first))
        .child(label(
            (NAMES + days * UNIT).saturating_sub(70).max(NAMES + 90),
            12,
            last,
        ));
    if let Some((at, name)) = &held.marked {
        let x = NAMES + u32::try_from(*at).unwrap_or(0) * UNIT;
        svg = svg
            .child(line(x, TOP - 8, foot))
            .child(label(x + 2, TOP - 10, &name.to_string()));
    }
    for (row, (name, cells)) in (0_u32..).zip(&held.rows) {
        let y = TOP + row * UNIT;
        let name: String = name.to_string().chars().take(34).collect();
        svg = svg.child(label(2, y + 11, &name));
        for (column, cell) in (0_u32..).zip(cells) {
            let Some(shade) = cell.shade else { continue };
            let title = Element::new("title").text(&cell.label);
            let x = NAMES + column * UNIT;
            svg = svg.child(square(x, y, shade, &hatch).child(title));
            if cell.count < 100 {
                // A style sheet sets every text; what stands inside of one keeps its own size.
                let mut number = Element::new("tspan").attr("font-size", "9");
                if shade == Shade::Full {
                    number = number.attr("fill", "#ffffff");
                }
                let number = number.text(&cell.count.to_string());
                svg = svg.child(label(x + 1, y + 10, "").child(number));
            }
        }
    }
    for (row, (shade, meaning)) in (0_u32..).zip(&held.legend) {
        let y = foot + row * (UNIT + 6);
        svg =
            svg.child(square(2, y, *shade, &hatch))
                .child(label(22, y + 11, &meaning.to_string()));
    }
    figure(svg, &held.title, &held.description)
}

fn pattern(name: &str) -> Element {
    let stroke = Element::new("path")
        .attr("d", "M0 4 L4 0")
        .attr("stroke", INK)
        .attr("stroke-width", "1.2");
    let pattern = Element::new("pattern")
        .attr("id", name)
        .attr("width", "4")
        .attr("height", "4")
        .attr("patternUnits", "userSpaceOnUse")
        .child(stroke);
    Element::new("defs").child(pattern)
}

fn line(x: u32, from: u32, to: u32) -> Element {
    Element::new("line")
        .attr("class", "edge")
        .attr("x1", &x.to_string())
        .attr("x2", &x.to_string())
        .attr("y1", &from.to_string())
        .attr("y2", &to.to_string())
        .attr("stroke", "currentColor")
}

fn square(x: u32, y: u32, shade: Shade, hatch: &str) -> Element {
    let fill = match shade {
        Shade::Hatched => format!("url(#{hatch})"),
        Shade::Blank | Shade::Ring => "none".to_owned(),
        Shade::Full | Shade::Half | Shade::Light => INK.to_owned(),
    };
    let opacity = match shade {
        Shade::Half => "0.45",
        Shade::Light => "0.12",
        Shade::Full | Shade::Hatched | Shade::Ring | Shade::Blank => "1",
    };
    let side = (UNIT - 1).to_string();
    let held = Element::new("rect")
        .attr("class", "edge")
        .attr("x", &x.to_string())
        .attr("y", &y.to_string())
        .attr("width", &side)
        .attr("height", &side)
        .attr("fill", &fill)
        .attr("fill-opacity", opacity);
    match shade {
        Shade::Ring => held.attr("rx", "6").attr("stroke", INK),
        Shade::Blank => held
            .attr("stroke", "currentColor")
            .attr("stroke-dasharray", "2 2"),
        Shade::Full | Shade::Half | Shade::Hatched | Shade::Light => held,
    }
}
