use std::collections::{BTreeMap, BTreeSet};

use super::walk::ABROAD;
use super::*;

fn ids(layout: &Layout) -> Vec<String> {
    let mut codes = Codes::default();
    (0..layout.stations())
        .map(|station| {
            layout.codes(station, &mut codes);
            format!("{}:{}", codes.place, codes.table)
        })
        .collect()
}

#[test]
fn every_size_has_exactly_its_stations_with_increasing_ids_of_one_width() {
    for stations in [1, 2, 7, 60, 199, 200, 300, 1200, 30_000, 200_000] {
        for seed in 0..3 {
            let layout = Layout::new(&Plan::new(stations, seed));
            let ids = ids(&layout);
            assert_eq!(ids.len(), stations as usize);
            assert!(
                ids.windows(2).all(|pair| pair[0] < pair[1]),
                "{stations}, {seed}"
            );
            assert!(ids.iter().all(|id| id.len() == "010203004:05".len()));
        }
    }
}

#[test]
fn the_largest_election_stays_within_its_codes() {
    let layout = Layout::new(&Plan::new(Plan::MAX_STATIONS, 5));
    assert!(
        layout
            .wards
            .iter()
            .all(|ward| ward.codes.iter().all(|&code| code <= 99))
    );
    assert!(layout.places.iter().all(|place| place.number <= 999));
    let paths: BTreeSet<_> = layout.wards.iter().map(|ward| ward.codes).collect();
    assert_eq!(paths.len(), layout.wards.len());
    let domestic = layout.wards.iter().filter(|ward| ward.codes[0] != ABROAD);
    assert!(domestic.map(|ward| ward.codes[0]).max() < Some(ABROAD));
}

#[test]
fn places_have_one_to_twelve_tables_with_a_heavy_tail() {
    let layout = Layout::new(&Plan::new(30_000, 11));
    let mut sizes: BTreeMap<u32, u32> = BTreeMap::new();
    for place in 0..layout.places() {
        let stations = layout.stations_of(place);
        *sizes.entry(stations.end - stations.start).or_default() += 1;
    }
    assert_eq!(sizes.keys().copied().min(), Some(1));
    assert_eq!(sizes.keys().copied().max(), Some(12));
    assert!(sizes[&1] > sizes[&2] && sizes[&2] > sizes[&4] && sizes[&4] > sizes[&8]);
}

#[test]
fn special_abroad_and_tiny_stations_are_there_and_few() {
    let layout = Layout::new(&Plan::new(30_000, 11));
    let of_kind = |kind| {
        (0..layout.stations())
            .filter(|&station| layout.kind(station) == kind)
            .count()
    };
    assert_eq!(of_kind(StationKind::Abroad), 150);
    let special = of_kind(StationKind::Special);
    assert!((50..600).contains(&special), "{special}");
    let tiny = layout
        .registered()
        .iter()
        .filter(|&&count| count <= 60)
        .count();
    assert!((20..600).contains(&tiny), "{tiny}");
    assert!(layout.registered().iter().all(|&count| count >= 5));
}
