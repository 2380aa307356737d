//! What the rules found, and how much of the election the sheets are.

use scrutineer_audit::CoverageReport;
use scrutineer_tally::by_division;

use super::Emit;
use crate::data::DataError;
use crate::data::context::{Context, first, word};
use crate::data::value::Value;

pub(super) fn findings(context: &Context<'_>, emit: &mut Emit<'_>) -> Result<(), DataError> {
    for finding in &context.report.findings {
        let subject = &finding.subject;
        let figures = if finding.figures.is_empty() {
            String::new()
        } else {
            serde_json::to_string(&finding.figures).unwrap_or_default()
        };
        let decision = finding
            .disposition
            .as_ref()
            .map(|held| word(&held.decision));
        emit(&[
            Value::text(finding.key.as_str()),
            Value::text(&finding.code),
            Value::text(&word(&finding.tier)),
            Value::text(&word(&finding.severity)),
            Value::from(u32::from(finding.link.number())),
            Value::text(&word(&finding.bears_on)),
            Value::count(finding.votes_at_stake),
            Value::optional(subject.station.as_deref()),
            Value::optional(subject.division.as_deref()),
            Value::optional(subject.place.as_deref()),
            Value::optional(subject.source.as_deref()),
            Value::optional(subject.declaration.as_deref()),
            Value::optional(subject.option.as_deref()),
            Value::text(&figures),
            Value::text(&word(&finding.recomputable)),
            Value::optional(decision.as_deref()),
        ])?;
    }
    Ok(())
}

pub(super) fn coverage(context: &Context<'_>, emit: &mut Emit<'_>) -> Result<(), DataError> {
    for (set, _, source) in context.sources() {
        let mut line = |division: &str, measure: &str, value: Option<u64>| {
            emit(&[
                Value::text(&source.id),
                Value::text(division),
                Value::text(measure),
                Value::count(value),
            ])
        };
        whole(&source.coverage, &mut line)?;
        if context.divisions.is_empty() {
            continue;
        }
        let groups = by_division(context.dataset, set, first());
        for part in context
            .parts
            .iter()
            .filter(|part| !part.division.is_empty())
        {
            let Some(at) = context
                .divisions
                .iter()
                .position(|(path, _)| *path == part.division)
            else {
                continue;
            };
            let totals = groups.totals(at);
            let listed = u64::try_from(part.stations.len()).ok();
            line(&part.division, "stations-listed", listed)?;
            line(&part.division, "stations-reported", Some(totals.sheets))?;
            line(&part.division, "stations-complete", Some(totals.complete))?;
            let registered = Some(totals.registered_reported);
            line(&part.division, "registered-reported", registered)?;
        }
    }
    Ok(())
}

/// Takes the code of a division, the name of a measure and its value.
type TakeMeasure<'t> = dyn FnMut(&str, &str, Option<u64>) -> Result<(), DataError> + 't;

fn whole(held: &CoverageReport, line: &mut TakeMeasure<'_>) -> Result<(), DataError> {
    let single = [
        ("stations-expected", held.stations_expected),
        ("stations-reported", Some(held.stations_reported)),
        ("stations-complete", Some(held.stations_complete)),
        ("places-expected", held.places_expected),
        ("places-reported", held.places_reported),
        ("registered-expected", held.registered_expected),
        ("registered-reported", held.registered_reported),
    ];
    for (measure, value) in single {
        line("", measure, value)?;
    }
    for (reason, &stations) in &held.missing_by_reason {
        line("", &format!("missing:{reason}"), Some(stations))?;
    }
    for (kind, &stations) in &held.stations_by_kind {
        line("", &format!("kind:{kind}"), Some(stations))?;
    }
    Ok(())
}
