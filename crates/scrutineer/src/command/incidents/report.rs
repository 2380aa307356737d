//! `incidents report`: everything that may be shown, under the heading that no answer rests on it.

use std::path::Path;

use scrutineer_censorship::Analysis;
use scrutineer_incidents::publish::Published;
use scrutineer_incidents::{IncidentSummary, Observed, Source, summary};
use scrutineer_model::{Dataset, Date, Exact, Message};

use super::{count, details, files, joins};
use crate::args::{General, Reported};
use crate::command::audit::document;
use crate::command::censorship;
use crate::command::conditions::Inputs;
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(
    args: &Reported,
    general: &General,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let (book, forms) = files::book(&args.dir, args.forms.as_deref(), session)?;
    let book = if args.released { book.released() } else { book };
    let cut_off = files::cut_off(args.as_of.as_deref(), (&book, &forms), session)?;
    let dir = &args.dir;
    let is_election = dir.join(folder::ELECTION).is_file();
    let refused = if is_election && joins::needs_sheets(&book, &forms) {
        let loaded = folder::open(session, dir, &args.search, args.accept_import)?;
        joins::refused(&book, &forms, cut_off, &loaded.dataset)
    } else {
        Vec::new()
    };
    let outlets = if joins::needs_measurements(&book, &forms) {
        let about = if is_election {
            let described = folder::describe(session, dir)?;
            Some((
                described.election().country.clone(),
                described.election().date,
            ))
        } else {
            None
        };
        let about = about
            .as_ref()
            .map(|(country, date)| (country.as_str(), *date));
        let measured = censorship::recorded(dir, about, general, &mut Inputs::default(), session)?;
        measured.map_or_else(Vec::new, |measured| {
            joins::blocked_outlets(&book, &forms, cut_off, &measured)
        })
    } else {
        Vec::new()
    };
    let made = summary(&book, &forms, cut_off, refused, outlets);
    if args.json {
        session.print(&document(&made)?)?;
    } else {
        session.print(&(lines(&made, &book.sources, session).join("\n") + "\n"))?;
    }
    Ok(Status::Done)
}

/// The summary of an election folder as it may leave it: reports and private claims that are in a batch, joined with sheets and
/// with measurements; `None` where nothing has a date. No table is bound by its digest: it would change with each
/// report that comes, and tell the hour. Forms of the folder are: they say what types mean, and nothing that happened.
pub(crate) fn recorded(
    dir: &Path,
    dataset: &Dataset,
    measured: Option<&Analysis>,
    inputs: &mut Inputs,
    session: &mut Session<'_>,
) -> Result<Option<IncidentSummary>, Failure> {
    let (book, forms) = files::book(dir, None, session)?;
    let (reports, claims) = (book.reports.len(), book.claims.len());
    let book = book.released();
    for (id, all, left) in [
        ("cli-conditions-waiting", reports, book.reports.len()),
        ("cli-conditions-waiting-claims", claims, book.claims.len()),
    ] {
        let waiting = all.saturating_sub(left) as u64;
        if waiting > 0 {
            session.note(&files::said(session, id, &[("count", waiting)]));
        }
    }
    // The day of what waits would tell that something came.
    let Ok(cut_off) = files::cut_off(None, (&book, &forms), session) else {
        return Ok(None);
    };
    if let Some(path) = files::own_forms(dir, session)? {
        inputs.add(dir, &path, session)?;
    }
    let refused = joins::refused(&book, &forms, cut_off, dataset);
    let outlets = measured.map_or_else(Vec::new, |measured| {
        joins::blocked_outlets(&book, &forms, cut_off, measured)
    });
    Ok(Some(summary(&book, &forms, cut_off, refused, outlets)))
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
            let (Some(first), Some(last)) = (held.first, held.last) else {
                let line = session.filled("incidents-type-withheld", &[("what", &kind)]);
                lines.push(format!("  {line}"));
                continue;
            };
            let number = phrase("incidents-reports", held.reports, session);
            let direct = phrase("incidents-direct", held.direct, session);
            let days = days(first, last, session);
            let with: [(&str, &dyn std::fmt::Display); 4] = [
                ("what", &kind),
                ("number", &number),
                ("direct", &direct),
                ("days", &days),
            ];
            lines.push(format!(
                "  {}",
                session.filled("incidents-type-line", &with)
            ));
            let details = details::lines(held, session);
            lines.extend(details.iter().map(|line| format!("    {line}")));
            for held in &held.observed {
                lines.push(format!("    {}", observed(held, session)));
            }
        }
    }
    lines.extend(joined(made, session));
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

/// Refused copies beside sheets, and reports about outlets beside findings.
fn joined(made: &IncidentSummary, session: &Session<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if !made.refused_and_present.is_empty() {
        lines.push(String::new());
        lines.push(session.plain("conditions-refused"));
        lines.push(session.plain("conditions-refused-text"));
    }
    let columns = [
        "conditions-column-refused-present",
        "conditions-column-refused-absent",
        "conditions-column-other-present",
        "conditions-column-other-absent",
    ];
    for held in &made.refused_and_present {
        let numbers = [
            held.refused_present,
            held.refused_absent,
            held.other_present,
            held.other_absent,
        ];
        let cells: Vec<String> = columns
            .iter()
            .zip(numbers)
            .map(|(id, number)| format!("{} {number}", session.plain(id)))
            .collect();
        let area = if held.area.is_everywhere() {
            session.plain("conditions-whole")
        } else {
            held.area.to_string()
        };
        lines.push(format!("  {area}: {}", cells.join("; ")));
        if held.unknown_stations > 0 {
            let with = [("count", held.unknown_stations)];
            lines.push(files::said(session, "conditions-refused-unknown", &with));
        }
    }
    if !made.outlets.is_empty() {
        lines.push(String::new());
        lines.push(session.plain("conditions-outlets"));
        lines.push(session.plain("conditions-outlets-text"));
    }
    for held in &made.outlets {
        let kind = name_of("incidents-type", held.kind.as_str(), session);
        let findings = session.plain("conditions-column-findings");
        lines.push(format!(
            "  {}: {kind}, {}; {findings} {}",
            held.outlet, held.from, held.findings
        ));
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

/// A number in the words of a message, or that it is withheld.
fn phrase(id: &str, number: Published, session: &Session<'_>) -> String {
    match number.get() {
        Some(number) => files::said(session, id, &[("count", number)]),
        None => session.plain(&format!("{id}-withheld")),
    }
}

/// The days of reports in words; one day where they are all of it.
fn days(first: Date, last: Date, session: &Session<'_>) -> String {
    let day =
        |at: Date| session.sentence(&Message::new("incidents-day").with("date", at.to_string()));
    if first == last {
        return day(first);
    }
    session.filled(
        "incidents-days",
        &[("from", &day(first)), ("to", &day(last))],
    )
}

fn observed(held: &Observed, session: &Session<'_>) -> String {
    let sample = session.plain(&format!("incidents-sample-{}", held.sample.word()));
    let message = Message::new("x")
        .with("name", held.name.as_str())
        .with("sample", sample);
    let share = |value: f64| {
        let units = format!("{:.0}", value * 1e6).parse().unwrap_or(0);
        Exact::new(units, 1_000_000).unwrap_or(Exact::ZERO)
    };
    // A rate is one of places, so the number before "of" is theirs.
    let (id, mut message) = match (held.of, held.places, held.rate) {
        (Some(of), Some(places), Some([rate, low, high])) => (
            "incidents-observed-rate",
            message
                .with("reports", places)
                .with("of", of)
                .with("share", share(rate.get()))
                .with("low", share(low.get()))
                .with("high", share(high.get())),
        ),
        (Some(of), Some(places), None) => (
            "incidents-observed-of",
            message.with("reports", places).with("of", of),
        ),
        (Some(of), None, _) => (
            "incidents-observed-unplaced",
            message.with("reports", held.reports).with("of", of),
        ),
        (None, ..) => (
            "incidents-observed-calls",
            message.with("reports", held.reports),
        ),
    };
    id.clone_into(&mut message.id);
    session.sentence(&message)
}
