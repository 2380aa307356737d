//! `censorship analyse`: series, changes, contrast.

use scrutineer_censorship::{
    Collection, Day, Observation, Settings, analyse, parse_networks, parse_outages,
    parse_statements, parse_targets,
};
use scrutineer_report::{censorship_csv, censorship_html, censorship_text, timeline_csv};

use super::{is_country, lists, none_of_country, read};
use crate::args::{Analyse, General};
use crate::command::audit::{document, internal};
use crate::command::forensics::save;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(
    args: &Analyse,
    general: &General,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let settings = settings(args, session)?;
    let fingerprints = lists::fingerprints(args.fingerprints.as_deref(), session)?;
    let mut collection = Collection::default();
    let mut each = |seen: &Observation| {
        collection.push(seen);
        Ok(())
    };
    let files = read::files(&args.file, general, &fingerprints, session, &mut each)?;
    session.stage("cli-progress-series", &[]);
    let made = analyse(&collection.finish(), files, &settings, &fingerprints);
    none_of_country(&made, session);
    let language = session.language();
    if let Some(path) = &args.csv {
        save(path, &censorship_csv(&made), session)?;
    }
    if let Some(path) = &args.timeline {
        save(path, &timeline_csv(&made), session)?;
    }
    if let Some(path) = &args.html {
        let page = censorship_html(&made, language).map_err(internal)?;
        save(path, &page, session)?;
    }
    if args.json {
        session.print(&document(&made)?)?;
    } else if args.html.is_none() && args.csv.is_none() && args.timeline.is_none() {
        session.print(&censorship_text(&made, language).map_err(internal)?)?;
    }
    Ok(Status::Done)
}

fn settings(args: &Analyse, session: &Session<'_>) -> Result<Settings, Failure> {
    let mut wrong = Vec::new();
    let election = args.election.as_ref().and_then(|text| {
        let day = Day::parse(text);
        if day.is_none() {
            wrong.push(session.filled("censorship-no-day", &[("found", text)]));
        }
        day
    });
    for code in args.country.iter().chain(&args.control_country) {
        if !is_country(code) {
            wrong.push(session.filled("censorship-no-country", &[("found", code)]));
        }
    }
    if !wrong.is_empty() {
        return Err(Failure::usage(wrong.join("\n")));
    }
    Ok(Settings {
        country: args.country.clone(),
        election,
        targets: lists::list(args.targets.as_deref(), session, parse_targets)?,
        control_targets: lists::list(args.control_targets.as_deref(), session, parse_targets)?,
        control_countries: args.control_country.clone(),
        networks: lists::list(args.networks.as_deref(), session, parse_networks)?,
        outages: lists::list(args.outages.as_deref(), session, parse_outages)?,
        statements: lists::list(args.statements.as_deref(), session, parse_statements)?,
    })
}
