//! What reports are joined with: sheets of the stations, findings of measurements about outlets.

use scrutineer_censorship::Analysis;
use scrutineer_incidents::{
    Area, Blocked, Book, Forms, Joins, OutletJoined, RefusedAndPresent, Report, StationSheet,
    counted, outlets, refused_and_present,
};
use scrutineer_model::{Code, Current, Dataset, Date, HierarchyIdx};

/// Days between a report and a finding about the same outlet, at most.
const DAYS: u32 = 14;

/// Whether a report can be joined with sheets.
pub(super) fn needs_sheets(book: &Book, forms: &Forms) -> bool {
    book.reports.iter().any(|report| {
        report.station.is_some()
            && forms
                .get(&report.kind)
                .is_some_and(|form| form.joins == Some(Joins::Sheets))
    })
}

/// Whether a report can be joined with measurements.
pub(super) fn needs_measurements(book: &Book, forms: &Forms) -> bool {
    book.reports.iter().any(|report| {
        report.outlet.is_some()
            && forms
                .get(&report.kind)
                .is_some_and(|form| form.joins == Some(Joins::Outlets))
    })
}

/// Refused copies beside sheets, for reports that count by the day; nothing where no report says so.
pub(super) fn refused(
    book: &Book,
    forms: &Forms,
    cut_off: Date,
    dataset: &Dataset,
) -> Vec<RefusedAndPresent> {
    if !needs_sheets(book, forms) {
        return Vec::new();
    }
    let (reports, _) = counted(book, forms, cut_off);
    let reports: Vec<&Report> = reports;
    refused_and_present(&reports, forms, &stations(dataset))
}

/// Every station with its widest division and whether any source has a sheet of it.
fn stations(dataset: &Dataset) -> Vec<StationSheet> {
    let stations = dataset.stations();
    let divisions = dataset
        .hierarchies()
        .first()
        .map(|hierarchy| &hierarchy.divisions);
    stations
        .indices()
        .map(|at| {
            let widest = divisions.and_then(|held| {
                let narrowest = stations.division(HierarchyIdx::new(0), at)?;
                let first = held.path(narrowest).first().copied()?;
                Area::parse(&code(held.get(first).code))
            });
            StationSheet {
                station: stations.id(at).to_owned(),
                area: widest.unwrap_or_default(),
                has_sheet: dataset
                    .sheets()
                    .iter()
                    .any(|set| !matches!(set.current_at(at), Current::None)),
            }
        })
        .collect()
}

/// A code of a division as areas have it.
fn code(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_alphanumeric() || "._-".contains(c) {
                c
            } else {
                '_'
            }
        })
        .take(32)
        .collect()
}

/// Reports about outlets beside findings; the id of an outlet is the host of its site.
pub(super) fn blocked_outlets(
    book: &Book,
    forms: &Forms,
    cut_off: Date,
    measured: &Analysis,
) -> Vec<OutletJoined> {
    let (reports, _) = counted(book, forms, cut_off);
    let found: Vec<Blocked> = measured
        .findings
        .iter()
        .filter_map(|finding| {
            let day = |at: scrutineer_censorship::Day| Date::from_days(i64::from(at.0));
            Some(Blocked {
                outlet: Code::parse(&finding.target).ok()?,
                interval: (day(finding.support[0])?, day(finding.support[1])?),
            })
        })
        .collect();
    outlets(&reports, forms, &found, DAYS)
}
