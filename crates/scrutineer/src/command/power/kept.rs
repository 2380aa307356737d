//! The table that `power --keep` leaves in an election folder, read again beside the results.

use std::path::Path;

use scrutineer_forensics::{RULES, TestId};
use scrutineer_model::{Dataset, Real};
use scrutineer_report::{KeptPower, PowerDocument};
use scrutineer_rla::quick_count::sha256_hex;
use scrutineer_simulate::Geography;

use super::ROWS;
use crate::command::audit::no_json;
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;

/// Name of the file inside the folder.
pub(super) const FILE: &str = "power.json";
pub(super) const SCHEMA: &str = "scrutineer/power/1";
/// The role of a test without an adjusted p.
pub(super) const CHECK: &str = "consistency-check";

/// The digest that names a geography.
pub(super) fn digest(geography: &Geography) -> String {
    sha256_hex(geography.canonical().as_bytes())
}

/// The table that was kept; `None` where there is none.
///
/// # Errors
/// Where the file is no such table, with every place that is wrong.
pub(crate) fn kept(
    dir: &Path,
    dataset: &Dataset,
    session: &Session<'_>,
) -> Result<Option<KeptPower>, Failure> {
    let path = dir.join(FILE);
    if !path.exists() {
        return Ok(None);
    }
    let bytes = folder::read(&path).map_err(|error| session.unread(&path, &error))?;
    let at = |place: &str, what: String| {
        let place = format!("{}: {place}", path.display());
        session.filled("cli-error-at", &[("place", &place), ("what", &what)])
    };
    let document: PowerDocument = serde_json::from_slice(&bytes)
        .map_err(|error| Failure::input(at("JSON", no_json(session, &error))))?;
    let found = problems(&document);
    if !found.is_empty() {
        let lines = found.into_iter().map(|(place, expected, found)| {
            let pairs: [(&str, &dyn std::fmt::Display); 2] =
                [("expected", &expected), ("found", &found)];
            at(&place, session.filled("cli-expected-found", &pairs))
        });
        return Err(Failure::inputs(lines));
    }
    let fits = document.rules == RULES && is_here(&document, dataset);
    Ok(Some(KeptPower { document, fits }))
}

/// Whether the folder still has the source with the geography of the table.
fn is_here(document: &PowerDocument, dataset: &Dataset) -> bool {
    let mut own = dataset
        .sheets()
        .iter()
        .filter(|set| dataset.source(set.source()).id.as_str() == document.source);
    own.any(|set| {
        let geography = Geography::of(dataset, set);
        geography.is_some_and(|geography| digest(&geography) == document.geography)
    })
}

/// Place, what is expected there, what stands there.
type Wrong = (String, String, String);

/// What the page could not say, or what no run of the command gives.
fn problems(held: &PowerDocument) -> Vec<Wrong> {
    let mut found = Vec::new();
    let mut check = |holds: bool, place: String, expected: &str, value: String| {
        if !holds {
            found.push((place, expected.to_owned(), value));
        }
    };
    check(
        held.schema == SCHEMA,
        "schema".to_owned(),
        SCHEMA,
        held.schema.clone(),
    );
    let runs = held.runs;
    check(runs > 0, "runs".to_owned(), "> 0", runs.to_string());
    let tests: Vec<&str> = TestId::ALL.into_iter().map(TestId::word).collect();
    let scenarios: Vec<&str> = ROWS.iter().map(|row| row.0).collect();
    let most = format!("0..={runs}");
    let is_share = |ends: [Real; 2]| ends.iter().all(|end| (0.0..=1.0).contains(&end.get()));
    for (at, scenario) in held.scenarios.iter().enumerate() {
        let place = |field: &str| format!("scenarios[{at}].{field}");
        check(
            scenarios.contains(&scenario.id.as_str()),
            place("id"),
            &scenarios.join(", "),
            scenario.id.clone(),
        );
        check(
            is_share([scenario.touching, scenario.touching]) && is_share(scenario.any_interval),
            place("any_interval"),
            "0..=1",
            format!("{:?}", scenario.any_interval.map(Real::get)),
        );
        check(
            scenario.any <= runs,
            place("any"),
            &most,
            scenario.any.to_string(),
        );
        for (number, cell) in scenario.tests.iter().enumerate() {
            let place = |field: &str| format!("scenarios[{at}].tests[{number}].{field}");
            check(
                tests.contains(&cell.test.as_str()),
                place("test"),
                &tests.join(", "),
                cell.test.clone(),
            );
            check(
                ["test", CHECK].contains(&cell.role.as_str()),
                place("role"),
                "test, consistency-check",
                cell.role.clone(),
            );
            for (field, count) in [("alarms", cell.alarms), ("remarkable", cell.remarkable)] {
                check(count <= runs, place(field), &most, count.to_string());
            }
            for (field, ends) in [
                ("alarms_interval", cell.alarms_interval),
                ("remarkable_interval", cell.remarkable_interval),
            ] {
                let value = format!("{:?}", ends.map(Real::get));
                check(is_share(ends), place(field), "0..=1", value);
            }
        }
    }
    found
}
