//! `incidents report`: everything that may be shown, under the heading that no answer rests on it.

use std::path::Path;

use scrutineer_incidents::publish::Published;
use scrutineer_incidents::{IncidentSummary, Observed, Source, summary};
use scrutineer_model::{Exact, Message};

use super::{count, files};
use crate::args::Reported;
use crate::command::audit::document;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(args: &Reported, session: &mut Session<'_>) -> Result<Status, Failure> {
    let (made, sources) = summarised(
        &args.dir,
        args.forms.as_deref(),
        args.as_of.as_deref(),
        args.released,
        session,
    )?;
    if args.json {
        session.print(&document(&made)?)?;
    } else {
        session.print(&(lines(&made, &sources, session).join("\n") + "\n"))?;
    }
    Ok(Status::Done)
}

fn summarised(
    dir: &Path,
    forms: Option<&Path>,
    as_of: Option<&str>,
    is_released_only: bool,
    session: &Session<'_>,
) -> Result<(IncidentSummary, Vec<Source>), Failure> {
    let (book, forms) = files::book(dir, forms, session)?;
    let cut_off = files::cut_off(as_of, &book, session)?;
    let book = if is_released_only {
        book.released()
    } else {
        book
    };
    let made = summary(&book, &forms, cut_off, Vec::new(), Vec::new());
    Ok((made, book.sources))
}

fn lines(made: &IncidentSummary, sources: &[Source], session: &Session<'_>) -> Vec<String> {
    let mut lines = vec![
        session.plain("incidents-not-used"),
        session.sentence(&Message::new("incidents-cut-off").with("date", made.cut_off.to_string())),
    ];
    for statement in &made.counts {
        lines.push(String::new());
        lines.extend(count::lines(statement, sources, session));
    }
    for row in &made.by_area {
        lines.push(String::new());
        let act = session.plain(&format!("incidents-act-{}", row.act.word()));
        lines.push(session.filled("incidents-by-area", &[("act", &act)]));
        for (area, number) in &row.areas {
            lines.push(format!("  {area}: {}", shown(*number, session)));
        }
    }
    for right in &made.reports {
        lines.push(String::new());
        let name = name_of("incidents-right", right.right.as_str(), session);
        let cites = right.cites.join(", ");
        lines.push(session.filled("incidents-right", &[("name", &name), ("cites", &cites)]));
        for held in &right.types {
            let kind = name_of("incidents-type", held.kind.as_str(), session);
            let number = shown(held.reports, session);
            let direct = shown(held.direct, session);
            let with: [(&str, &dyn std::fmt::Display); 5] = [
                ("what", &kind),
                ("number", &number),
                ("direct", &direct),
                ("from", &held.first),
                ("to", &held.last),
            ];
            lines.push(format!(
                "  {}",
                session.filled("incidents-type-line", &with)
            ));
            for held in &held.observed {
                lines.push(format!("    {}", observed(held, session)));
            }
        }
    }
    if made.not_called_back > 0 {
        let with = [("count", made.not_called_back)];
        lines.push(files::said(session, "incidents-not-called-back", &with));
    }
    for held in &made.went_down {
        let with: [(&str, &dyn std::fmt::Display); 2] =
            [("earlier", &held.earlier), ("later", &held.later)];
        lines.push(session.filled("incidents-went-down", &with));
    }
    for held in &made.insufficient {
        let what = session.plain(held.lacks);
        let with: [(&str, &dyn std::fmt::Display); 2] = [("id", &held.assessment), ("what", &what)];
        lines.push(session.filled("incidents-insufficient", &with));
    }
    lines
}

/// The words for an id of the forms; the id itself where a file of the user brought it.
fn name_of(prefix: &str, id: &str, session: &Session<'_>) -> String {
    let message = format!("{prefix}-{id}");
    if session.texts.has(&message) {
        session.plain(&message)
    } else {
        id.to_owned()
    }
}

fn shown(number: Published, session: &Session<'_>) -> String {
    number.get().map_or_else(
        || session.plain("incidents-withheld"),
        |number| number.to_string(),
    )
}

fn observed(held: &Observed, session: &Session<'_>) -> String {
    let sample = session.plain(&format!("incidents-sample-{}", held.sample.word()));
    let message = Message::new("x")
        .with("name", held.name.as_str())
        .with("sample", sample);
    let message = message.with("reports", held.reports);
    let share = |value: f64| {
        let units = format!("{:.0}", value * 1e6).parse().unwrap_or(0);
        Exact::new(units, 1_000_000).unwrap_or(Exact::ZERO)
    };
    let mut message = match (held.of, held.rate) {
        (Some(of), Some([rate, low, high])) => message
            .with("of", of)
            .with("share", share(rate.get()))
            .with("low", share(low.get()))
            .with("high", share(high.get())),
        (Some(of), None) => message.with("of", of),
        (None, _) => message,
    };
    let id = match (held.of, held.rate) {
        (Some(_), Some(_)) => "incidents-observed-rate",
        (Some(_), None) => "incidents-observed-of",
        (None, _) => "incidents-observed-calls",
    };
    id.clone_into(&mut message.id);
    session.sentence(&message)
}
