//! Totals of the register against the list, against the sheets, and against each other.

use scrutineer_model::{
    Applies, ContestIdx, Dataset, Field, RegisterFigure, RegisterKind, SheetSet, StationIdx,
};

use crate::catalogue::register as codes;
use crate::sink::{Draft, Sink};

const KINDS: [(RegisterKind, &str); 3] = [
    (RegisterKind::Electors, "electors"),
    (RegisterKind::Stations, "stations"),
    (RegisterKind::Places, "places"),
];

/// E.304, E.305 and W.305.
pub(super) fn run(dataset: &Dataset, sink: &mut Sink) {
    for at in 0..dataset.contests().len() {
        let index = ContestIdx::new(at);
        let contest = dataset.contest(index);
        for (kind, word) in KINDS {
            let totals: Vec<&RegisterFigure> = contest.registers_of(kind).collect();
            let Some(main) = totals.first() else {
                continue;
            };
            let applicable = totals.iter().filter(|total| total.applies != Applies::No);
            let values: Vec<u64> = applicable.flat_map(|total| readings(total)).collect();
            let about = |info| {
                Draft::new(info)
                    .part(contest.id.as_str())
                    .figure("kind", word)
            };
            let list = dataset.has_register().then(|| of_list(dataset, kind));
            if let Some(sum) = list.flatten()
                && !values.is_empty()
                && !values.contains(&sum)
            {
                sink.push(
                    about(&codes::E_304)
                        .part(word)
                        .figure("sum", sum)
                        .figure("total", main.id.as_str())
                        .figure("stated", main.total.value()),
                );
            }
            let ends = (values.iter().min(), values.iter().max());
            if let (Some(&least), Some(&most)) = ends
                && least < most
            {
                let draft = about(&codes::W_305).part(word);
                sink.push(draft.figure("least", least).figure("most", most));
            }
            for set in dataset.sheets_of(index) {
                let sum = of_sheets(dataset, set, kind);
                for total in totals.iter().filter(|total| total.applies == Applies::Yes) {
                    if readings(total).all(|stated| sum > stated) {
                        sink.push(
                            about(&codes::E_305)
                                .source(dataset.source(set.source()).id.as_str())
                                .part(total.id.as_str())
                                .figure("sum", sum)
                                .figure("total", total.id.as_str())
                                .figure("stated", total.total.value()),
                        );
                    }
                }
            }
        }
    }
}

fn readings(figure: &RegisterFigure) -> impl Iterator<Item = u64> + '_ {
    figure.total.readings().map(|reading| reading.value)
}

/// Sum over the official list; `None` where an entry says nothing.
fn of_list(dataset: &Dataset, kind: RegisterKind) -> Option<u64> {
    let stations = dataset.stations();
    let listed = stations
        .indices()
        .map(|at| stations.get(at))
        .filter(|station| station.in_register);
    match kind {
        RegisterKind::Electors => {
            let counts = listed.map(|station| station.registered.count().map(u64::from));
            counts.sum()
        }
        RegisterKind::Stations => Some(listed.count() as u64),
        RegisterKind::Places => {
            let mut seen = vec![false; dataset.places().len()];
            for station in listed {
                seen[station.place?.get()] = true;
            }
            Some(seen.into_iter().filter(|&seen| seen).count() as u64)
        }
    }
}

/// Sum over the current readings of a source; unread numbers add nothing, so that it is never too
/// large.
fn of_sheets(dataset: &Dataset, set: &SheetSet, kind: RegisterKind) -> u64 {
    match kind {
        RegisterKind::Electors => set.field(Field::Registered).map_or(0, |column| {
            let counts = set.current().map(|row| column[row].count().unwrap_or(0));
            counts.map(u64::from).sum()
        }),
        RegisterKind::Stations => set.stations_reported() as u64,
        RegisterKind::Places => {
            let mut seen = vec![false; dataset.places().len()];
            let places = dataset.stations().places();
            for &station in set.stations() {
                let station: StationIdx = station;
                if let Some(place) = places[station.get()] {
                    seen[place.get()] = true;
                }
            }
            seen.into_iter().filter(|&seen| seen).count() as u64
        }
    }
}
