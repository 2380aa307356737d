//! A quick count in words. Nothing is said of it without its mark, internal or released.

use scrutineer_model::{Exact, Message, Real};
use scrutineer_rla::quick_count::{Answer, CallKind, ComparisonRow, Document, StabilityState};

use crate::session::Session;

/// A fraction of one as messages print shares; the nearest millionth of a percent.
pub(super) fn percent(value: f64) -> Exact {
    const SCALE: f64 = 1e8;
    let units = format!("{:.0}", value * SCALE).parse().unwrap_or(0);
    Exact::new(units, 100_000_000).unwrap_or(Exact::ZERO)
}

fn share(session: &Session<'_>, value: Option<Real>) -> String {
    value.map_or_else(
        || session.plain("cli-quick-count-none"),
        |value| {
            session.sentence(
                &Message::new("cli-quick-count-percent").with("value", percent(value.get())),
            )
        },
    )
}

pub(super) fn real(session: &Session<'_>, value: Option<Real>) -> String {
    value.map_or_else(
        || session.plain("cli-quick-count-none"),
        |value| session.sentence(&Message::new("cli-quick-count-real").with("value", value.get())),
    )
}

/// Internal or released, and of what.
fn head(made: &Document, session: &Session<'_>) -> Vec<String> {
    let mark = if made.released {
        let names = made.release.signed_by.join(", ");
        session.filled("cli-quick-count-released", &[("names", &names)])
    } else {
        session.plain("cli-quick-count-internal")
    };
    let title = session.filled(
        "cli-quick-count-title",
        &[
            ("id", &made.id),
            ("contest", &made.contest),
            ("election", &made.election),
        ],
    );
    vec![mark, title]
}

/// The estimate.
pub(super) fn estimate(made: &Document, session: &Session<'_>) -> String {
    let mut lines = head(made, session);
    let sum = |of: fn(&scrutineer_rla::quick_count::Response) -> u64| -> u64 {
        made.response.iter().map(of).sum()
    };
    let stations = Message::new("cli-quick-count-stations")
        .with("drawn", sum(|held| held.drawn))
        .with("received", sum(|held| held.received))
        .with("planned", sum(|held| held.planned))
        .with("stations", sum(|held| held.stations));
    lines.push(session.sentence(&stations));
    lines.push(String::new());
    let width = made
        .options
        .iter()
        .map(|option| option.id.len())
        .max()
        .unwrap_or(0);
    for option in &made.options {
        if option.stations_below.is_some() {
            let line = session.filled(
                "cli-quick-count-option-unseen",
                &[
                    ("name", &format!("{:width$}", option.id)),
                    ("share", &share(session, option.share)),
                    ("below", &share(session, option.stations_below)),
                ],
            );
            lines.push(format!("  {line}"));
            continue;
        }
        let line = session.filled(
            "cli-quick-count-option",
            &[
                ("name", &format!("{:width$}", option.id)),
                ("share", &share(session, option.share)),
                ("half", &share(session, option.margin_95)),
                ("wide", &share(session, option.margin_99)),
                ("effect", &real(session, option.design_effect)),
            ],
        );
        lines.push(format!("  {line}"));
    }
    if let Some(turnout) = &made.turnout {
        let line = session.filled(
            "cli-quick-count-turnout",
            &[
                ("share", &share(session, Some(turnout.share))),
                ("half", &share(session, turnout.margin_95)),
            ],
        );
        lines.push(format!("  {line}"));
    }
    lines.push(String::new());
    calls(made, session, &mut lines);
    lines.push(session.plain("cli-quick-count-condition"));
    if let Some(needed) = made.missing_lead.filter(|needed| needed.get() > 0.0) {
        let id = if needed.get() > 1.0 {
            "cli-quick-count-missing-cannot"
        } else {
            "cli-quick-count-missing-lead"
        };
        lines.push(session.filled(id, &[("lead", &share(session, Some(needed)))]));
    }
    response(made, session, &mut lines);
    looks(made, session, &mut lines);
    lines.push(String::new());
    lines.push(gate(made, session));
    lines.push(session.filled("cli-quick-count-digest", &[("digest", &made.estimate)]));
    lines.join("\n") + "\n"
}

fn calls(made: &Document, session: &Session<'_>, lines: &mut Vec<String>) {
    for call in &made.calls {
        let kind = match call.kind {
            CallKind::Lead => "lead",
            CallKind::Runoff => "runoff",
            CallKind::Share => "share",
        };
        let answer = match call.answer {
            Answer::Ahead => "ahead",
            Answer::Above => "above",
            Answer::Below => "below",
            Answer::CannotBeCalled => "open",
        };
        let other = call.other.clone().unwrap_or_default();
        lines.push(session.filled(
            &format!("cli-quick-count-call-{kind}-{answer}"),
            &[
                ("name", &call.option),
                ("other", &other),
                ("distance", &share(session, call.distance)),
                ("half", &share(session, call.margin_95)),
            ],
        ));
    }
}

fn response(made: &Document, session: &Session<'_>, lines: &mut Vec<String>) {
    lines.push(String::new());
    lines.push(session.plain("cli-quick-count-response"));
    for held in &made.response {
        let rate = Exact::new(i128::from(held.received), i128::from(held.drawn.max(1)));
        let line = Message::new("cli-quick-count-response-line")
            .with("stratum", held.stratum.as_str())
            .with("drawn", held.drawn)
            .with("received", held.received)
            .with("planned", held.planned)
            .with("rate", rate.unwrap_or(Exact::ZERO));
        lines.push(format!("  {}", session.sentence(&line)));
    }
    if !made.missing.is_empty() {
        let count = made.missing.len() as u64;
        lines.push(session.sentence(&Message::new("cli-quick-count-missing").with("count", count)));
        for held in &made.missing {
            let reason = session.plain(&format!("cli-quick-count-reason-{}", held.reason));
            lines.push(format!("  {}  {}  {reason}", held.stratum, held.station));
        }
    }
    for held in &made.collapsed {
        let strata = held.strata.join(", ");
        lines.push(session.filled("cli-quick-count-collapsed", &[("strata", &strata)]));
    }
    for effect in &made.collapse_effect {
        let line = session.filled(
            "cli-quick-count-collapse-effect",
            &[
                ("name", &effect.option),
                ("without", &share(session, Some(effect.share_without))),
                ("difference", &share(session, Some(effect.difference))),
            ],
        );
        lines.push(format!("  {line}"));
    }
}

fn looks(made: &Document, session: &Session<'_>, lines: &mut Vec<String>) {
    if let Some(timing) = &made.timing {
        let line = Message::new("cli-quick-count-timing")
            .with("part", timing.early_until)
            .with("early", timing.early)
            .with("late", timing.late);
        lines.push(String::new());
        lines.push(session.sentence(&line));
        for option in &timing.options {
            let line = session.filled(
                "cli-quick-count-timing-line",
                &[
                    ("name", &option.id),
                    ("difference", &share(session, Some(option.difference))),
                    ("p", &real(session, option.p_adjusted)),
                ],
            );
            lines.push(format!("  {line}"));
        }
    }
    let state = match made.stability.state {
        StabilityState::Stable => "stable",
        StabilityState::Moving => "moving",
        StabilityState::Unknown => "unknown",
    };
    lines.push(session.filled(
        &format!("cli-quick-count-stability-{state}"),
        &[("change", &share(session, made.stability.change))],
    ));
    if !made.flags.open.is_empty() {
        let count = made.flags.open.len() as u64;
        lines.push(session.sentence(&Message::new("cli-quick-count-flags").with("count", count)));
    }
    for flag in &made.flags.open {
        let what = session.plain(&format!("cli-quick-count-flag-{}", flag.flag));
        lines.push(format!(
            "  {}:{}  {}  {what}",
            super::files::REPORTS,
            flag.row,
            flag.station
        ));
    }
    if made.flags.resolved > 0 {
        let message = Message::new("cli-quick-count-flags-resolved");
        lines.push(session.sentence(&message.with("count", made.flags.resolved)));
    }
}

/// What a release needs and what is there.
pub(super) fn gate(made: &Document, session: &Session<'_>) -> String {
    let open: Vec<String> = made
        .gate
        .conditions
        .iter()
        .filter(|condition| !condition.met)
        .map(|held| {
            let what = session.plain(&format!("cli-quick-count-gate-{}", held.condition));
            format!("\n  {what}")
        })
        .collect();
    if open.is_empty() {
        session.plain("cli-quick-count-gate-passed")
    } else {
        session.plain("cli-quick-count-gate-not-passed") + &open.concat()
    }
}

/// The comparison with declared results.
pub(super) fn comparison(made: &Document, session: &Session<'_>) -> String {
    let mut lines = head(made, session);
    if made.comparison.is_empty() {
        lines.push(session.plain("cli-quick-count-nothing-declared"));
    }
    let mut current: Option<(&str, Option<&str>)> = None;
    for row in &made.comparison {
        let of = (row.declaration.as_str(), row.stratum.as_deref());
        if current != Some(of) {
            current = Some(of);
            lines.push(String::new());
            lines.push(match of.1 {
                None => session.filled("cli-quick-count-compare-total", &[("declaration", &of.0)]),
                Some(stratum) => session.filled(
                    "cli-quick-count-compare-stratum",
                    &[("declaration", &of.0), ("stratum", &stratum)],
                ),
            });
            if !row.comparable {
                lines.push(session.plain("cli-quick-count-not-comparable"));
            }
        }
        lines.push(format!("  {}", compared(row, session)));
    }
    lines.push(String::new());
    lines.push(session.plain("cli-quick-count-compare-note"));
    lines.join("\n") + "\n"
}

fn compared(row: &ComparisonRow, session: &Session<'_>) -> String {
    let [low, high] = row.declared;
    let mut declared = share(session, Some(low));
    if high > low {
        let to = share(session, Some(high));
        declared = session.filled("cli-quick-count-range", &[("from", &declared), ("to", &to)]);
    }
    session.filled(
        "cli-quick-count-compare-line",
        &[
            ("name", &row.option),
            ("declared", &declared),
            ("estimate", &share(session, row.estimate)),
            ("z", &real(session, row.z)),
            ("p", &real(session, row.p_adjusted)),
        ],
    )
}
