//! The list of a draw of ballots, the file to fill in, and forms for each place.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use scrutineer_report::{FormSection, forms_html};
use scrutineer_rla::audit::{Audit, ManifestRow};
use scrutineer_rla::sampling::{Seed, message};

use crate::session::Session;

/// List, file to fill in, forms: in this order.
pub(crate) fn papers(audit: &Audit, session: &Session<'_>) -> [String; 3] {
    [list(audit), blank(audit), forms(audit, session)]
}

/// The station of a ballot.
fn row(audit: &Audit, station: usize) -> Option<&ManifestRow> {
    audit.setup().manifest().rows().get(station)
}

/// Every draw of the last round with what is hashed for it.
fn list(audit: &Audit) -> String {
    let mut text = String::from("n,station,place,position,value,attempt,message\n");
    let manifest = audit.setup().manifest();
    let Some(round) = audit.rounds().last() else {
        return text;
    };
    let tag = audit.setup().plan().tag();
    for drawn in &round.draws {
        let hashed = Seed::parse(&round.seed)
            .map(|seed| message(&tag, &seed, drawn.n, drawn.attempt))
            .unwrap_or_default();
        let station = manifest.position(&drawn.station);
        let place = station
            .and_then(|station| row(audit, station))
            .map_or("", |row| row.place.as_str());
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{},{},{place},{},{},{},{hashed}",
            drawn.n,
            drawn.station,
            drawn.position.unwrap_or_default(),
            drawn.value,
            drawn.attempt,
        );
    }
    text
}

/// The file to fill in: without what records say, so that nobody copies it.
fn blank(audit: &Audit) -> String {
    let mut text = String::from("station,position,status,option,in_box,role,date,supersedes\n");
    for (station, position) in audit.pending_ballots() {
        let station = row(audit, station).map_or("", |row| row.station.as_str());
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{station},{position},,,,,,");
    }
    text
}

/// One page for each polling place.
fn forms(audit: &Audit, session: &Session<'_>) -> String {
    let mut places: BTreeMap<&str, Vec<(&str, u64)>> = BTreeMap::new();
    for (station, position) in audit.pending_ballots() {
        let Some(row) = row(audit, station) else {
            continue;
        };
        let ballots = places.entry(row.place.as_str()).or_default();
        ballots.push((row.station.as_str(), position));
    }
    let header: Vec<String> = [
        "rla-column-station",
        "rla-column-position",
        "rla-column-seen",
        "rla-column-option",
        "rla-column-in-box",
        "rla-column-role",
        "rla-column-date",
    ]
    .map(|id| session.plain(id))
    .into();
    let options: Vec<&str> = audit
        .setup()
        .manifest()
        .options()
        .iter()
        .map(scrutineer_model::Code::as_str)
        .collect();
    let known = options.join(", ");
    let sections: Vec<FormSection> = places
        .into_iter()
        .map(|(place, ballots)| FormSection {
            heading: if place.is_empty() {
                session.plain("rla-form-no-place")
            } else {
                session.filled("rla-form-place", &[("place", &place)])
            },
            notes: vec![
                session.plain("rla-form-ballots"),
                session.filled("rla-form-options", &[("known", &known)]),
                session.plain("rla-form-names"),
            ],
            header: header.clone(),
            rows: ballots
                .into_iter()
                .map(|(station, position)| {
                    let mut row = vec![station.to_owned(), position.to_string()];
                    row.resize(header.len(), String::new());
                    row
                })
                .collect(),
        })
        .collect();
    let audit = &audit.setup().plan().audit;
    let title = session.filled("rla-form-title", &[("audit", audit)]);
    forms_html(&title, &sections, session.language())
}
