//! `rla draw`: the stations that the dice name, as a list and as forms.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use scrutineer_model::Message;
use scrutineer_report::{FormSection, forms_html};
use scrutineer_rla::audit::{Audit, Kind, NextStep};
use scrutineer_rla::batch::Size;
use scrutineer_rla::sampling::{Seed, message};
use serde_json::json;

use super::{ballots, files};
use crate::args::RlaDraw;
use crate::command::audit::document;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(args: &RlaDraw, session: &mut Session<'_>) -> Result<Status, Failure> {
    let dir = &args.audited.dir;
    let name = files::chosen(session, dir, args.audited.audit.as_deref())?;
    let audit = files::read(session, dir, &name)?;
    let place = files::place(dir, &name);
    if args.full_count {
        let (state, json) = match audit {
            Audit::Committed(state) => state.full_count(),
            Audit::Drawn(state) => state.full_count(),
            Audit::Auditing(state) => state.full_count(),
            other => return Err(not_now(&other, session)),
        };
        files::write_new(session, &place.join("full-count.json"), &json)?;
        return drawn(
            args,
            &place,
            &Audit::FullCount(state),
            "full-count",
            session,
        );
    }
    let (state, json, round) = match audit {
        Audit::Committed(state) => {
            let setup = Audit::Committed(state.clone());
            let count = first_size(args, &setup, session)?;
            let seed = seed(args, session)?;
            let (state, json) = state.draw(&seed, count, args.announced.as_deref());
            (Audit::Drawn(state), json, 1)
        }
        Audit::Auditing(state) => {
            let now = Audit::Auditing(state.clone());
            let count = further(args, &now, session)?;
            let round = now.rounds().len() + 1;
            same_seed(args, &now, session)?;
            let refused = |error| files::refused(session, Some(&place), &error);
            let (state, json) = state.draw(count).map_err(refused)?;
            (Audit::Auditing(state), json, round)
        }
        other => return Err(not_now(&other, session)),
    };
    files::write_new(session, &place.join(format!("draw-{round}.json")), &json)?;
    drawn(args, &place, &state, &round.to_string(), session)
}

/// A further round goes on with the first seed; whoever gives another one is told.
fn same_seed(args: &RlaDraw, audit: &Audit, session: &Session<'_>) -> Result<(), Failure> {
    let first = audit.rounds().first().map(|first| first.seed.as_str());
    match (&args.seed, first) {
        (Some(given), Some(first)) if given != first => {
            let message = Message::new("rla-draw-same-seed")
                .with("expected", first)
                .with("found", given.as_str());
            Err(Failure::usage(session.sentence(&message)))
        }
        _ => Ok(()),
    }
}

fn seed(args: &RlaDraw, session: &Session<'_>) -> Result<Seed, Failure> {
    let text = args.seed.as_deref().unwrap_or_default();
    Seed::parse(text).map_err(|error| {
        let message = Message::new("rla-error-seed").with("found", error.found);
        Failure::usage(session.sentence(&message))
    })
}

/// A draw before the commitment, after the end, or while stations are still to be recorded.
fn not_now(audit: &Audit, session: &Session<'_>) -> Failure {
    let id = match audit {
        Audit::Planned(_) => "rla-draw-before-commit",
        Audit::Confirmed(_) | Audit::Overturned(_) => "rla-ended",
        _ => "rla-draw-not-recorded",
    };
    Failure::input(session.plain(id))
}

fn first_size(args: &RlaDraw, audit: &Audit, session: &Session<'_>) -> Result<u64, Failure> {
    match (args.size, audit.setup().first_size()) {
        (Some(size), _) | (None, Size::Draws(size)) => Ok(size.max(1)),
        (None, Size::FullCount) => Err(Failure::input(session.plain("rla-only-full-count"))),
    }
}

fn further(args: &RlaDraw, audit: &Audit, session: &Session<'_>) -> Result<u64, Failure> {
    let next = audit.measure().map(|measured| measured.next);
    match (args.size, next) {
        (_, Some(NextStep::Record) | None) => Err(not_now(audit, session)),
        (Some(size), _) | (None, Some(NextStep::Draw(size))) => Ok(size.max(1)),
        (None, _) => Err(Failure::input(session.plain("rla-only-full-count"))),
    }
}

/// Writes what people need, and says what was drawn.
fn drawn(
    args: &RlaDraw,
    place: &Path,
    audit: &Audit,
    name: &str,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let list = place.join(format!("draw-{name}.csv"));
    let blank = place.join(format!("to-record-{name}.csv"));
    let forms = place.join(format!("forms-{name}.html"));
    let texts = if audit.is_of_ballots() {
        ballots::papers(audit, session)
    } else {
        [
            list_of(audit, name),
            blank_of(audit),
            forms_of(audit, session),
        ]
    };
    for (path, text) in [&list, &blank, &forms].into_iter().zip(&texts) {
        files::write(session, path, text)?;
    }
    let round = audit.rounds().last().filter(|_| name != "full-count");
    if args.audited.json {
        let value = json!({
            "schema": "scrutineer/rla-draw-report/1",
            "audit": audit.setup().plan().audit,
            "round": round.map(|round| round.round),
            "tag": round.map(|round| &round.tag),
            "seed": round.map(|round| &round.seed),
            "announced": audit.rounds().first().and_then(|first| first.announced.as_ref()),
            "draws": round.map_or(&[][..], |round| &round.draws),
            "stations": stations(audit).len(),
            "ballots": audit.is_of_ballots().then(|| audit.pending_ballots().len()),
            "full_count": round.is_none(),
        });
        session.print(&document(&value)?)?;
        return Ok(Status::Done);
    }
    let message = match round {
        Some(round) if audit.is_of_ballots() => ballots::drawn(audit, round),
        Some(round) => Message::new("rla-drawn")
            .with("draws", round.draws.len() as u64)
            .with("stations", stations(audit).len() as u64),
        None => Message::new("rla-full-count-begun").with("stations", stations(audit).len() as u64),
    };
    let line = session.sentence(&message);
    session.line(&line)?;
    if round.is_some_and(|round| round.round == 1 && round.announced.is_none()) {
        let line = session.plain("rla-draw-not-announced");
        session.line(&line)?;
    }
    for path in [&list, &blank, &forms] {
        let line = session.filled("cli-wrote", &[("file", &path.display())]);
        session.line(&line)?;
    }
    let next = session.plain("cli-demo-next");
    let line = format!(
        "{next}\n  {} rla record {} {}",
        session.program,
        args.audited.dir.display(),
        blank.display()
    );
    session.line(&line)?;
    Ok(Status::Done)
}

/// Stations that are still to be recorded, in order of their ids.
fn stations(audit: &Audit) -> Vec<(&str, &str)> {
    let rows = audit.setup().manifest().rows();
    let row = |at: usize| {
        rows.get(at)
            .map(|row| (row.station.as_str(), row.place.as_str()))
    };
    audit.pending().into_iter().filter_map(row).collect()
}

/// Every draw of the round with what is hashed for it; for a full count, every station. Stations of strata that are
/// looked at as a whole have no number.
fn list_of(audit: &Audit, name: &str) -> String {
    let mut text = String::from("n,station,place,value,attempt,message\n");
    let strata = audit.setup().strata();
    let manifest = audit.setup().manifest();
    let place = |station: &str| {
        let row = manifest
            .position(station)
            .and_then(|at| manifest.rows().get(at));
        row.map_or("", |row| row.place.as_str())
    };
    // Writing to a string cannot fail.
    match audit.rounds().last().filter(|_| name != "full-count") {
        Some(round) => {
            let tag = audit.setup().plan().tag();
            for drawn in &round.draws {
                let tag = match &drawn.stratum {
                    Some(stratum) => tag.within(stratum),
                    None => tag.clone(),
                };
                let hashed = Seed::parse(&round.seed)
                    .map(|seed| message(&tag, &seed, drawn.n, drawn.attempt))
                    .unwrap_or_default();
                let _ = writeln!(
                    text,
                    "{},{},{},{},{},{hashed}",
                    drawn.n,
                    drawn.station,
                    place(&drawn.station),
                    drawn.value,
                    drawn.attempt,
                );
            }
            let whole = strata.iter().flat_map(|held| held.whole());
            for row in whole.filter_map(|at| manifest.rows().get(at)) {
                if round.round == 1 {
                    let _ = writeln!(text, ",{},{},,,", row.station, row.place);
                }
            }
        }
        None => {
            for (n, (station, place)) in (1..).zip(stations(audit)) {
                let _ = writeln!(text, "{n},{station},{place},,,");
            }
        }
    }
    text
}

/// The file to fill in: without the votes of the records, so that nobody copies them.
fn blank_of(audit: &Audit) -> String {
    let mut text = String::from("station,status,role,date,supersedes");
    let options = audit.setup().manifest().options();
    let mut empty = options.len();
    if audit.setup().plan().reads_registered {
        text.push_str(",registered");
        empty += 1;
    }
    for option in options {
        let _ = write!(text, ",{option}");
    }
    text.push('\n');
    for (station, _) in stations(audit) {
        let _ = writeln!(text, "{station},,,,{}", ",".repeat(empty));
    }
    text
}

/// One page for each polling place.
fn forms_of(audit: &Audit, session: &Session<'_>) -> String {
    let mut places: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (station, place) in stations(audit) {
        places.entry(place).or_default().push(station);
    }
    let plan = audit.setup().plan();
    let note = match plan.kind {
        Kind::Transcription => "rla-form-transcription",
        Kind::Boxes => "rla-form-boxes",
    };
    let registered = plan.reads_registered.then_some("registered");
    let mut header: Vec<String> = ["station", "status", "role", "date"]
        .into_iter()
        .chain(registered)
        .map(|column| session.plain(&format!("rla-column-{column}")))
        .collect();
    header.extend(
        audit
            .setup()
            .manifest()
            .options()
            .iter()
            .map(ToString::to_string),
    );
    let sections: Vec<FormSection> = places
        .into_iter()
        .map(|(place, stations)| FormSection {
            heading: if place.is_empty() {
                session.plain("rla-form-no-place")
            } else {
                session.filled("rla-form-place", &[("place", &place)])
            },
            notes: vec![session.plain(note), session.plain("rla-form-names")],
            header: header.clone(),
            rows: stations
                .into_iter()
                .map(|station| {
                    let mut row = vec![station.to_owned()];
                    row.resize(header.len(), String::new());
                    row
                })
                .collect(),
        })
        .collect();
    let title = session.filled("rla-form-title", &[("audit", &plan.audit)]);
    forms_html(&title, &sections, session.language())
}
