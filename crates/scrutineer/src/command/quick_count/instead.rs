//! What may be said of sheets that nobody drew: bounds, what the missing would need, coverage and a description,
//! never an estimate.

mod missing;

use scrutineer_model::{Applies, Dataset, HierarchyIdx, Message, SheetSet};
use scrutineer_tally::{Observed, Outcome, by_division, coverage, missing_capacity, outcome};
use serde_json::{Value, json};

use self::missing::Missing;
use crate::args::Estimate;
use crate::command::audit::{document, internal};
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;
use crate::status::Status;

/// Refuses, and says what holds all the same.
pub(super) fn run(
    args: &Estimate,
    source: &str,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let loaded = folder::open(session, &args.dir, &args.search, false)?;
    let dataset = &loaded.dataset;
    let set = dataset
        .sheets()
        .iter()
        .find(|set| dataset.source(set.source()).id.as_str() == source);
    let Some(set) = set else {
        let known: Vec<&str> = dataset
            .sources()
            .iter()
            .map(|held| held.id.as_str())
            .collect();
        let known = known.join(", ");
        return Err(Failure::usage(session.filled(
            "cli-quick-count-unknown",
            &[("found", &source), ("known", &known)],
        )));
    };
    let observed = Observed::new(dataset, set);
    let rule = &dataset.contest(set.contest()).rule;
    let mut outcomes = Vec::new();
    for missing in missing_capacity(dataset, set, &observed) {
        if missing.applies != Applies::No {
            let found = outcome(rule, &observed, &missing).map_err(internal)?;
            let register = missing.register.map(|id| id.as_str().to_owned());
            let missing = Missing::new(dataset, &observed, &found);
            outcomes.push(Instead {
                register,
                found,
                missing,
            });
        }
    }
    let divisions = divisions(dataset, set);
    if args.json {
        let text = document(&as_json(source, dataset, set, &outcomes, &divisions))?;
        session.print(&text)?;
    } else {
        let text = as_text(source, dataset, set, &outcomes, &divisions, session);
        session.print(&text)?;
    }
    Ok(Status::Input)
}

/// What holds with one register.
struct Instead {
    register: Option<String>,
    found: Outcome,
    missing: Missing,
}

/// Coverage of a division: its code, stations with a sheet, stations of the official list.
struct Covered {
    code: String,
    reported: u64,
    listed: u64,
}

fn divisions(dataset: &Dataset, set: &SheetSet) -> Vec<Covered> {
    let Some(hierarchy) = dataset.hierarchies().first() else {
        return Vec::new();
    };
    let first = HierarchyIdx::new(0);
    let groups = by_division(dataset, set, first);
    let mut listed = vec![0u64; hierarchy.divisions.len()];
    for station in dataset.stations().indices() {
        let own = dataset.stations().division(first, station);
        if let Some(own) = own.filter(|_| dataset.stations().get(station).in_register) {
            for division in hierarchy.divisions.path(own) {
                if let Some(count) = listed.get_mut(division.get()) {
                    *count += 1;
                }
            }
        }
    }
    hierarchy
        .divisions
        .iter()
        .zip(listed)
        .filter(|((_, division), _)| division.level == 0)
        .map(|((at, division), listed)| Covered {
            code: division.code.to_owned(),
            reported: groups.sheets(at.get()),
            listed,
        })
        .collect()
}

fn as_json(
    source: &str,
    dataset: &Dataset,
    set: &SheetSet,
    outcomes: &[Instead],
    divisions: &[Covered],
) -> Value {
    let contest = dataset.contest(set.contest());
    let of = |Instead {
                  register,
                  found,
                  missing,
              }: &Instead| {
        let shares: Vec<Value> = contest
            .options
            .iter()
            .zip(&found.shares)
            .map(|(option, share)| {
                json!({
                    "id": option.id,
                    "observed": share.observed,
                    "min": share.min,
                    "max": share.max,
                })
            })
            .collect();
        json!({
            "register": register,
            "lead": found.lead,
            "missing_capacity": found.missing.ceiling(),
            "decided": found.decided,
            "shares": shares,
            "second_needs": missing.curve_json(),
            "description": missing.description_json(contest),
            "changing_shift": missing.changing_shift(),
        })
    };
    let covered = |held: &Covered| json!({"division": held.code, "reported": held.reported, "listed": held.listed});
    let reported = coverage(dataset, set);
    json!({
        "schema": "scrutineer/quick-count-refused/1",
        "refused": "not-drawn",
        "source": source,
        "stations_reported": reported.stations_reported,
        "stations_expected": reported.stations_expected,
        "bounds": outcomes.iter().map(of).collect::<Vec<_>>(),
        "divisions": divisions.iter().map(covered).collect::<Vec<_>>(),
    })
}

fn as_text(
    source: &str,
    dataset: &Dataset,
    set: &SheetSet,
    outcomes: &[Instead],
    divisions: &[Covered],
    session: &Session<'_>,
) -> String {
    let contest = dataset.contest(set.contest());
    let reported = coverage(dataset, set);
    let head = Message::new("cli-quick-count-refused")
        .with("source", source)
        .with("count", reported.stations_reported);
    let mut lines = vec![
        session.sentence(&head),
        session.plain("cli-quick-count-instead"),
    ];
    for Instead {
        register,
        found,
        missing,
    } in outcomes
    {
        let named = register
            .clone()
            .unwrap_or_else(|| session.plain("cli-quick-count-list"));
        lines.push(session.filled("cli-quick-count-bound", &[("name", &named)]));
        for (option, share) in contest.options.iter().zip(&found.shares) {
            let line = Message::new("cli-quick-count-interval")
                .with("name", option.id.as_str())
                .with("share", share.observed)
                .with("from", share.min)
                .with("to", share.max);
            lines.push(format!("  {}", session.sentence(&line)));
        }
        let message = match found.missing.ceiling() {
            None => Message::new("cli-quick-count-unbounded"),
            Some(ceiling) if found.decided => {
                Message::new("cli-quick-count-decided").with("most", ceiling)
            }
            Some(ceiling) => Message::new("cli-quick-count-open").with("most", ceiling),
        };
        lines.push(session.sentence(&message.with("votes", found.lead)));
        missing.write(contest, session, &mut lines);
    }
    if !divisions.is_empty() {
        lines.push(session.plain("cli-quick-count-coverage"));
    }
    for held in divisions {
        let line = Message::new("cli-quick-count-covered")
            .with("name", held.code.as_str())
            .with("reported", held.reported)
            .with("listed", held.listed);
        lines.push(format!("  {}", session.sentence(&line)));
    }
    lines.push(session.plain("cli-quick-count-read-again"));
    lines.join("\n") + "\n"
}
