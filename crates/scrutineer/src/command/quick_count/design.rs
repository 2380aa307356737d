//! `quick-count design`: everything that is fixed before the seed exists.

use std::collections::BTreeMap;

use scrutineer_model::{
    Contest, ContestIdx, Dataset, HierarchyIdx, Message, Real, StationIdx, StationStatus,
};
use scrutineer_rla::quick_count::{
    Allocation, Design as Made, DesignRequest, Frame, FrameStation, Gate, PreviousStation,
    PreviousSummary, Rule, Size, Spread, design, sha256_hex, spread,
};
use scrutineer_tally::Observed;
use serde_json::json;

use super::files::{self, DESIGN, FRAME};
use super::text::percent;
use crate::args::{Design, Way};
use crate::command::audit::{document, internal};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;
use crate::{folder, keys};

/// The stratum of stations that the folder puts into no division.
const UNASSIGNED: &str = "unassigned";

pub(super) fn run(args: &Design, session: &mut Session<'_>) -> Result<Status, Failure> {
    let out = files::folder_of(&args.which.dir, &args.which.id, session)?;
    let margin = args
        .margin
        .as_deref()
        .map(|text| points(text, session))
        .transpose()?;
    let release_keys = release_keys(args, session)?;
    let loaded = folder::open(session, &args.which.dir, &args.search, false)?;
    let dataset = &loaded.dataset;
    let contest = contest(dataset, args.contest.as_deref(), session)?;
    if !dataset.has_register() {
        return Err(Failure::input(session.plain("cli-quick-count-no-register")));
    }
    let (strata_by, strata) = strata(args, dataset, session)?;
    let frame = frame(dataset, &strata)
        .map_err(|found| files::problems(&args.which.dir, &found, session))?;
    let previous = match &args.previous {
        None => None,
        Some(dir) => {
            let level = strata_by.split_once('/').map(|(_, level)| level.to_owned());
            let before = folder::open(session, dir, &args.search, false)?;
            let name = args.previous_source.as_deref();
            Some(previous(
                &before.dataset,
                name,
                &frame,
                level.as_deref(),
                session,
            )?)
        }
    };
    let size = match (args.size, margin) {
        (Some(size), _) => Size::Stations(size),
        (None, Some(margin)) => Size::Margin(margin),
        (None, None) => Size::Stations(0),
    };
    let request = DesignRequest {
        election: dataset.election().id.as_str().to_owned(),
        contest: contest.id.as_str().to_owned(),
        id: args.which.id.clone(),
        options: contest
            .options
            .iter()
            .map(|option| option.id.as_str().to_owned())
            .collect(),
        rule: Rule::from(&contest.rule),
        strata_by,
        allocation: match args.allocation {
            Way::Registration => Allocation::Registration,
            Way::Neyman => Allocation::Neyman,
        },
        size,
        response_percent: args.response,
        collapse_below: args.collapse_below,
        gate: Gate {
            response_percent: args.gate_response,
            stratum_percent: args.gate_stratum,
            stability_percent: args.gate_stability,
        },
        release_keys,
        previous,
    };
    let made = design(&frame, request)
        .map_err(|found| files::problems(&out.join(DESIGN), &found, session))?;
    let bytes = made.to_bytes().map_err(internal)?;
    for (name, bytes) in [
        (FRAME, frame.to_csv().into_bytes()),
        (DESIGN, bytes.clone()),
    ] {
        let path = out.join(name);
        if files::is_other(&path, &bytes) {
            let text = session.filled("cli-quick-count-designed", &[("file", &path.display())]);
            return Err(Failure::input(text));
        }
        files::write(&path, &bytes, session)?;
    }
    tell(args, &made, &sha256_hex(&bytes), session)?;
    Ok(Status::Done)
}

/// Points as a fraction of one.
fn points(text: &str, session: &Session<'_>) -> Result<f64, Failure> {
    let found = text.parse::<f64>().ok().map(|points| points / 100.0);
    found
        .filter(|margin| *margin > 0.0 && *margin < 1.0)
        .ok_or_else(|| Failure::usage(session.plain("quick-count-margin")))
}

/// The public keys; two names of one key are one key.
fn release_keys(args: &Design, session: &Session<'_>) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    let mut publics = Vec::new();
    for path in &args.release_key {
        let key = keys::verifier(path, session)?;
        if !publics.contains(key.public()) {
            publics.push(*key.public());
            found.push(key.to_string());
        }
    }
    Ok(found)
}

fn contest<'a>(
    dataset: &'a Dataset,
    id: Option<&str>,
    session: &Session<'_>,
) -> Result<&'a Contest, Failure> {
    let Some(id) = id else {
        return Ok(dataset.contest(ContestIdx::new(0)));
    };
    let found = dataset
        .contests()
        .iter()
        .find(|contest| contest.id.as_str() == id);
    found.ok_or_else(|| {
        let known: Vec<&str> = dataset
            .contests()
            .iter()
            .map(|held| held.id.as_str())
            .collect();
        let known = known.join(", ");
        Failure::usage(session.filled(
            "cli-quick-count-unknown",
            &[("found", &id), ("known", &known)],
        ))
    })
}

/// What the strata are, and the stratum of every station.
fn strata(
    args: &Design,
    dataset: &Dataset,
    session: &Session<'_>,
) -> Result<(String, Vec<String>), Failure> {
    if let (Some(path), Some(column)) = (&args.strata_file, &args.strata_column) {
        let (table, _) = files::table(path, session)?;
        let column_of = |name: &str| {
            table
                .header
                .iter()
                .position(|held| held == name)
                .ok_or_else(|| {
                    let what =
                        session.sentence(&Message::new("quick-count-no-column").with("name", name));
                    let place = path.display();
                    Failure::input(
                        session.filled("cli-error-at", &[("place", &place), ("what", &what)]),
                    )
                })
        };
        let (station, stratum) = (column_of("station")?, column_of(column)?);
        let cell = |row: &scrutineer_rla::quick_count::TableRow, at: usize| {
            row.cells.get(at).cloned().flatten().unwrap_or_default()
        };
        let by_station: BTreeMap<String, String> = table
            .rows
            .iter()
            .map(|row| (cell(row, station), cell(row, stratum)))
            .collect();
        let of = |at: StationIdx| {
            let found = by_station.get(dataset.stations().id(at)).cloned();
            found
                .filter(|code| !code.is_empty())
                .unwrap_or_else(|| UNASSIGNED.to_owned())
        };
        return Ok((
            format!("column {column}"),
            dataset.stations().indices().map(of).collect(),
        ));
    }
    let Some(hierarchy) = dataset.hierarchies().first() else {
        let all = dataset
            .stations()
            .indices()
            .map(|_| "all".to_owned())
            .collect();
        return Ok(("all".to_owned(), all));
    };
    let level = match &args.strata {
        None => 0,
        Some(name) => hierarchy.level(name).ok_or_else(|| {
            let known = hierarchy.levels.join(", ");
            Failure::usage(session.filled(
                "cli-error-unknown-level",
                &[("found", name), ("known", &known)],
            ))
        })?,
    };
    let name = hierarchy
        .levels
        .get(usize::from(level))
        .map_or("", String::as_str);
    let found = dataset
        .stations()
        .indices()
        .map(|at| division_code(dataset, at, level).unwrap_or_else(|| UNASSIGNED.to_owned()))
        .collect();
    Ok((format!("{}/{name}", hierarchy.id), found))
}

/// The codes of a station's division on a level of the first hierarchy.
fn division_code(dataset: &Dataset, station: StationIdx, level: u8) -> Option<String> {
    let first = HierarchyIdx::new(0);
    let divisions = &dataset.hierarchies().first()?.divisions;
    let own = dataset.stations().division(first, station)?;
    let on_level = divisions
        .path(own)
        .into_iter()
        .find(|&division| divisions.get(division).level == level)?;
    Some(divisions.path_code(on_level))
}

/// The official list without what did not vote.
fn frame(
    dataset: &Dataset,
    strata: &[String],
) -> Result<Frame, Vec<scrutineer_rla::quick_count::Problem>> {
    let stations = dataset
        .stations()
        .indices()
        .map(|at| dataset.stations().get(at))
        .zip(strata)
        .filter(|(station, _)| station.in_register && station.status == StationStatus::Open)
        .map(|(station, stratum)| FrameStation {
            id: station.id.to_owned(),
            stratum: stratum.clone(),
            electors: station.registered.count().filter(|&count| count > 0),
        })
        .collect();
    Frame::new(stations)
}

/// What a previous election says: its first option at each of its stations.
fn previous(
    before: &Dataset,
    source: Option<&str>,
    frame: &Frame,
    level: Option<&str>,
    session: &Session<'_>,
) -> Result<(PreviousSummary, Spread), Failure> {
    let named = |set: &&scrutineer_model::SheetSet| {
        source.is_none_or(|id| before.source(set.source()).id.as_str() == id)
    };
    let set = before.sheets().iter().find(named).ok_or_else(|| {
        let found = source.unwrap_or_default();
        let known: Vec<&str> = before
            .sources()
            .iter()
            .map(|held| held.id.as_str())
            .collect();
        let known = known.join(", ");
        Failure::usage(session.filled(
            "cli-quick-count-unknown",
            &[("found", &found), ("known", &known)],
        ))
    })?;
    let observed = Observed::new(before, set);
    let sums = observed
        .options
        .iter()
        .map(|column| column.iter().map(|&votes| u64::from(votes)).sum::<u64>());
    // The first of equals, in ballot order.
    let first = sums
        .enumerate()
        .max_by_key(|&(at, sum)| (sum, std::cmp::Reverse(at)));
    let first = first.map_or(0, |(at, _)| at);
    let level = before
        .hierarchies()
        .first()
        .and_then(|hierarchy| hierarchy.level(level?));
    let mut stations = Vec::new();
    let mut unplaced = 0;
    for (row, &station) in observed.stations.iter().enumerate() {
        let by_id = frame
            .position(before.stations().id(station))
            .and_then(|at| frame.stratum_of().get(at).copied());
        let by_division = || {
            let code = division_code(before, station, level?)?;
            frame.strata().iter().position(|held| *held == code)
        };
        let votes = |column: &Vec<u32>| u64::from(column.get(row).copied().unwrap_or(0));
        match by_id.or_else(by_division) {
            None => unplaced += 1,
            Some(stratum) => stations.push(PreviousStation {
                stratum,
                valid: observed.options.iter().map(votes).sum(),
                votes: observed.options.get(first).map_or(0, votes),
            }),
        }
    }
    let found = spread(frame, &stations)
        .ok_or_else(|| Failure::input(session.plain("cli-quick-count-previous-empty")))?;
    let contest = before.contest(set.contest());
    let option = contest.options.get(first);
    let summary = PreviousSummary {
        election: before.election().id.as_str().to_owned(),
        source: before.source(set.source()).id.as_str().to_owned(),
        option: option.map_or_else(String::new, |held| held.id.as_str().to_owned()),
        share: Real::new(found.share),
        valid: found.valid,
        stations: stations.len() as u64,
        unplaced,
        deviations: Vec::new(),
        margin_95: Real::new(0.0),
    };
    Ok((summary, found))
}

fn tell(
    args: &Design,
    made: &Made,
    digest: &str,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    if args.json {
        let value = json!({
            "schema": "scrutineer/quick-count-designed/1",
            "digest": digest,
            "design": made,
        });
        return session.print(&document(&value)?);
    }
    let head = Message::new("cli-quick-count-design-head")
        .with("drawn", made.drawn())
        .with("needed", made.needed())
        .with("stations", made.frame.stations)
        .with("strata", made.strata.len() as u64);
    let mut lines = vec![session.sentence(&head)];
    for stratum in &made.strata {
        let line = Message::new("cli-quick-count-design-stratum")
            .with("stratum", stratum.id.as_str())
            .with("stations", stratum.stations)
            .with("needed", stratum.needed)
            .with("drawn", stratum.drawn);
        lines.push(format!("  {}", session.sentence(&line)));
    }
    if let Some(previous) = &made.previous {
        let line = Message::new("cli-quick-count-design-previous")
            .with("election", previous.election.as_str())
            .with("option", previous.option.as_str())
            .with("precision", percent(previous.margin_95.get()))
            .with("unplaced", previous.unplaced);
        lines.push(session.sentence(&line));
    }
    lines.push(session.filled("cli-quick-count-design-digest", &[("digest", &digest)]));
    lines.push(session.plain("cli-quick-count-design-next"));
    session.print(&(lines.join("\n") + "\n"))
}
