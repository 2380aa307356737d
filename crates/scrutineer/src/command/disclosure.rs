//! `disclosure`: what has been published, and since when it has not.

use std::fmt::Display;
use std::path::Path;

use scrutineer_disclosure::{
    Disclosure as Record, DisclosureReport, ObligationStatus, Outcome, Publication, Reason, State,
    status,
};
use scrutineer_model::{Date, Message};
use scrutineer_report::{FormSection, forms_html};

use super::index::{document_errors, read_text};
use crate::args::Disclosure;
use crate::command::audit::document;
use crate::command::conditions::Inputs;
use crate::command::forensics::save;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(crate) fn run(args: &Disclosure, session: &mut Session<'_>) -> Result<Status, Failure> {
    let path = args.dir.join(Record::FILE);
    let record = Record::parse(&read_text(&path, session)?)
        .map_err(|errors| document_errors(&path, &errors, session))?;
    let report = status(&record);
    if let Some(path) = &args.html {
        let page = page(&report, session);
        save(path, &page, session)?;
        if !args.json {
            return Ok(Status::Done);
        }
    }
    let text = if args.json {
        document(&report)?
    } else {
        words(&report, session)
    };
    session.print(&text)?;
    Ok(Status::Done)
}

/// The record of an election folder; `None` where it has none.
pub(crate) fn recorded(
    dir: &Path,
    inputs: &mut Inputs,
    session: &Session<'_>,
) -> Result<Option<DisclosureReport>, Failure> {
    let path = dir.join(Record::FILE);
    if !path.is_file() {
        return Ok(None);
    }
    inputs.add(dir, &path, session)?;
    let record = Record::parse(&read_text(&path, session)?)
        .map_err(|errors| document_errors(&path, &errors, session))?;
    Ok(Some(status(&record)))
}

fn title(report: &DisclosureReport, session: &Session<'_>) -> String {
    session.filled(
        "disclosure-title",
        &[("authority", &report.authority), ("as-of", &report.as_of)],
    )
}

fn words(report: &DisclosureReport, session: &Session<'_>) -> String {
    let mut lines = vec![title(report, session), session.plain("disclosure-not-used")];
    for held in &report.obligations {
        lines.push(String::new());
        lines.push(heading(held, session));
        lines.extend(
            notes(held, session)
                .into_iter()
                .map(|line| format!("  {line}")),
        );
        for published in &held.publications {
            let cells = columns(session).into_iter().zip(cells(published, session));
            let cells: Vec<String> = cells
                .map(|(name, cell)| format!("{name}: {cell}"))
                .collect();
            lines.push(format!("  - {}", cells.join("; ")));
        }
    }
    lines.join("\n") + "\n"
}

fn page(report: &DisclosureReport, session: &Session<'_>) -> String {
    let mut sections: Vec<FormSection> = report
        .obligations
        .iter()
        .map(|held| FormSection {
            heading: heading(held, session),
            notes: notes(held, session),
            header: columns(session),
            rows: held
                .publications
                .iter()
                .map(|published| cells(published, session))
                .collect(),
        })
        .collect();
    if let Some(first) = sections.first_mut() {
        first.notes.insert(0, session.plain("disclosure-not-used"));
    }
    forms_html(&title(report, session), &sections, session.language())
}

fn heading(held: &ObligationStatus, session: &Session<'_>) -> String {
    let state = match held.state {
        State::Met => "disclosure-met",
        State::Partly => "disclosure-partly",
        State::NotMet => "disclosure-not-met",
        State::CannotTell => "disclosure-cannot-tell",
    };
    session.filled(
        "disclosure-heading",
        &[
            ("what", &held.obligation.what),
            ("state", &session.plain(state)),
        ],
    )
}

fn unit(word: &str, session: &Session<'_>) -> String {
    session.plain(&format!("disclosure-unit-{word}"))
}

fn notes(held: &ObligationStatus, session: &Session<'_>) -> Vec<String> {
    let reason = match held.reason {
        Reason::Whole => "whole",
        Reason::SomeUnits => "some-units",
        Reason::Coarser => "coarser",
        Reason::AmountUnknown => "amount-unknown",
        Reason::Gone => "gone",
        Reason::LookedFor => "looked-for",
        Reason::NotDue => "not-due",
        Reason::NoTerm => "no-term",
        Reason::NotLookedFor => "not-looked-for",
    };
    let of = &held.obligation;
    let mut notes = vec![
        session.plain(&format!("disclosure-reason-{reason}")),
        session.filled(
            "disclosure-duty",
            &[
                ("unit", &unit(of.granularity.word(), session)),
                ("basis", &of.basis),
                ("term", &of.term),
                ("due", &day(of.due, session)),
                ("source", &of.source),
                ("date", &of.date),
            ],
        ),
    ];
    if let Some(days) = held.days_since_due {
        let id = if days < 0 {
            "disclosure-days-left"
        } else {
            "disclosure-days"
        };
        notes.push(session.sentence(&Message::new(id).with("days", days.abs())));
    }
    if let Some(days) = held.published_days_after_due {
        let id = if days <= 0 {
            "disclosure-in-time"
        } else {
            "disclosure-late"
        };
        notes.push(session.sentence(&Message::new(id).with("days", days.abs())));
    }
    let mut claim =
        |id: &str, pairs: &[(&str, &dyn Display)]| notes.push(session.filled(id, pairs));
    for search in &held.searches {
        claim(
            "disclosure-search",
            &[
                ("place", &search.place),
                ("date", &search.date),
                ("source", &search.source),
            ],
        );
    }
    for request in &held.requests {
        claim(
            "disclosure-request",
            &[
                ("author", &request.author),
                ("what", &request.what),
                ("date", &request.date),
                ("source", &request.source),
            ],
        );
        for response in held.responses.iter().filter(|held| held.to == request.id) {
            let outcome = match response.outcome {
                Outcome::Granted => "disclosure-granted",
                Outcome::Partly => "disclosure-partly-granted",
                Outcome::Refused => "disclosure-refused",
                Outcome::Other => "disclosure-other",
            };
            claim(
                "disclosure-response",
                &[
                    ("author", &response.author),
                    ("outcome", &session.plain(outcome)),
                    ("what", &response.what),
                    ("date", &response.date),
                    ("source", &response.source),
                ],
            );
        }
        if !held.responses.iter().any(|held| held.to == request.id) {
            claim("disclosure-no-response", &[]);
        }
    }
    notes
}

const COLUMNS: [&str; 9] = [
    "what", "by", "unit", "amount", "address", "sha256", "captured", "seen", "source",
];

fn columns(session: &Session<'_>) -> Vec<String> {
    let name = |column: &&str| session.plain(&format!("disclosure-column-{column}"));
    COLUMNS.iter().map(name).collect()
}

fn cells(held: &Publication, session: &Session<'_>) -> Vec<String> {
    use scrutineer_disclosure::Completeness;
    let unknown = || session.plain("disclosure-unknown");
    let amount = match held.completeness {
        Completeness::Whole => session.plain("disclosure-whole"),
        Completeness::Part => session.plain("disclosure-part"),
        Completeness::Unknown => unknown(),
    };
    let seen = session.filled(
        "disclosure-seen",
        &[
            ("first", &day(held.first_seen, session)),
            ("last", &day(held.last_seen, session)),
        ],
    );
    vec![
        held.what.clone(),
        held.by.clone(),
        unit(held.granularity.word(), session),
        amount,
        held.address.clone().unwrap_or_else(unknown),
        held.sha256.clone().unwrap_or_else(unknown),
        day(held.captured, session),
        seen,
        held.source.clone(),
    ]
}

fn day(date: Option<Date>, session: &Session<'_>) -> String {
    date.map_or_else(
        || session.plain("disclosure-unknown"),
        |date| date.to_string(),
    )
}
