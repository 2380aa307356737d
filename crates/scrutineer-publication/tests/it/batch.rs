//! Batches tell neither who brought a sheet nor when.

use std::collections::BTreeMap;

use scrutineer_model::{Cell, Dataset, SourceLabel};
use scrutineer_publication::batch::{
    Batch, Minute, OrderKey, Pending, Publication, Timing, Timings,
};
use scrutineer_publication::entries::EntryIndex;
use scrutineer_publication::entry::{Correction, Count, Counts, Entry, Sheet, Superseded, Text};
use scrutineer_simulate::{Plan, simulate};
use scrutineer_tlog::leaf_hash;

/// A sheet of a station with its own numbers.
fn sheet(station: u64, seed: u64) -> Vec<u8> {
    let votes = (0..10)
        .map(|option| Count(Cell::new((station * 7919 + seed * 31 + option) % 600).unwrap()))
        .collect();
    let id = Text::owned(format!("{station:05}:1"));
    let sheet = Sheet::new(Text::new("people"), id, 0, Counts::default(), votes);
    Entry::from(sheet).to_bytes().unwrap()
}

fn key(seed: u64) -> OrderKey {
    let mut bytes = [0x5a; 32];
    bytes[..8].copy_from_slice(&seed.to_be_bytes());
    OrderKey::new(bytes)
}

/// Stations `0..stations` in an order of arrival that is none of their numbers.
fn arrivals(stations: u64, seed: u64) -> Vec<Vec<u8>> {
    let mut order: Vec<u64> = (0..stations).collect();
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for at in (1..order.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        order.swap(at, usize::try_from(state % (at as u64 + 1)).unwrap());
    }
    order
        .into_iter()
        .map(|station| sheet(station, seed))
        .collect()
}

/// Positions of arrival in the order of publication.
fn positions(arrived: &[Vec<u8>], batch: &[Vec<u8>]) -> Vec<usize> {
    let at = |bytes: &Vec<u8>| arrived.iter().position(|held| held == bytes).unwrap();
    batch.iter().map(at).collect()
}

/// Spearman's rho of a permutation, 1 - 6 sum d^2 / (n (n^2 - 1)).
fn rho(ranks: &[usize]) -> f64 {
    let n = ranks.len() as f64;
    let squares: f64 = ranks
        .iter()
        .enumerate()
        .map(|(at, rank)| (at as f64 - *rank as f64).powi(2))
        .sum();
    1.0 - 6.0 * squares / (n * (n * n - 1.0))
}

/// Whether rank correlations of independent batches are what chance gives, within the 99.9 % limits:
/// under the null rho has mean 0 and variance 1 / (n - 1), so that the sum of rho sqrt(n - 1) over B
/// batches is close to normal with variance B, and the sum of their squares close to normal with mean
/// B and variance 2 B.
fn is_chance(rhos: &[(usize, f64)]) -> bool {
    const LIMIT: f64 = 3.290_526_731;
    let batches = rhos.len() as f64;
    let z: Vec<f64> = rhos
        .iter()
        .map(|(n, rho)| rho * (*n as f64 - 1.0).sqrt())
        .collect();
    let mean = z.iter().sum::<f64>() / batches.sqrt();
    let squares = (z.iter().map(|z| z * z).sum::<f64>() - batches) / (2.0 * batches).sqrt();
    mean.abs() < LIMIT && squares.abs() < LIMIT
}

const BATCHES: u64 = 600;

fn correlations(order: impl Fn(u64, &[Vec<u8>]) -> Vec<Vec<u8>>) -> Vec<(usize, f64)> {
    let mut rhos = Vec::new();
    for seed in 0..BATCHES {
        let arrived = arrivals(50 + seed % 40, seed);
        let published = order(seed, &arrived);
        let ranks = positions(&arrived, &published);
        rhos.push((ranks.len(), rho(&ranks)));
    }
    rhos
}

fn published(seed: u64, arrived: &[Vec<u8>]) -> Vec<Vec<u8>> {
    Batch::new(arrived.to_vec(), &key(seed)).into_entries()
}

#[test]
fn the_order_of_publication_does_not_follow_that_of_arrival() {
    assert!(is_chance(&correlations(published)));
}

#[test]
fn one_key_for_all_batches_is_enough() {
    assert!(is_chance(&correlations(|_, arrived| published(1, arrived))));
}

#[test]
fn the_test_of_the_order_sees_orders_that_tell_something() {
    let as_arrived = correlations(|_, arrived| arrived.to_vec());
    assert!(!is_chance(&as_arrived));
    let reversed_every_second = correlations(|seed, arrived| {
        let mut all = arrived.to_vec();
        if seed % 2 == 0 {
            all.reverse();
        }
        all
    });
    assert!(!is_chance(&reversed_every_second));
    // A tenth of the batch in front of the others by time, the rest by key.
    let a_little = correlations(|seed, arrived| {
        let mut all = published(seed, arrived);
        let early = arrived.len() / 10;
        all.sort_by_key(|bytes| {
            let at = arrived.iter().position(|held| held == bytes).unwrap();
            usize::from(at >= early)
        });
        all
    });
    assert!(!is_chance(&a_little));
}

#[test]
fn arrivals_in_another_order_give_the_same_batch() {
    let arrived = arrivals(70, 3);
    let mut reversed = arrived.clone();
    reversed.reverse();
    assert_eq!(published(9, &arrived), published(9, &reversed));
    assert_ne!(published(9, &arrived), published(10, &arrived));
}

const PUBLICATION: fn() -> Publication = Publication::default;

fn brought(source: &str, stations: std::ops::Range<u32>, pending: &mut Pending) {
    for station in stations {
        pending.sheet(source, &format!("{station:05}:1"));
    }
}

#[test]
fn forty_nine_stations_wait_for_ever_and_fifty_for_thirty_minutes() {
    let mut pending = Pending::new();
    brought("people", 0..49, &mut pending);
    let last = Some(Minute(1_000));
    for minutes in [0, 29, 30, 10_000_000] {
        let now = Minute(1_000 + minutes);
        assert!(pending.close(&PUBLICATION(), now, last).is_empty());
    }
    // Another reading of a station is no other station, and other records are no sheets.
    brought("people", 48..49, &mut pending);
    pending.record("people");
    let late = Minute(u64::MAX);
    assert!(pending.close(&PUBLICATION(), late, last).is_empty());
    brought("people", 49..50, &mut pending);
    // A clock that went back does not hasten anything.
    for now in [0, 999, 1_000, 1_029] {
        let closed = pending.close(&PUBLICATION(), Minute(now), last);
        assert!(closed.is_empty());
    }
    let closed = pending.close(&PUBLICATION(), Minute(1_030), last);
    let expected = BTreeMap::from([("people".to_owned(), 50)]);
    assert_eq!(closed.stations(), expected);
    assert!(pending.is_empty());
}

#[test]
fn sheets_of_another_source_do_not_fill_a_batch() {
    let mut pending = Pending::new();
    brought("observers", 0..60, &mut pending);
    brought("people", 60..61, &mut pending);
    let closed = pending.close(&PUBLICATION(), Minute(100), None);
    assert!(closed.contains("observers") && !closed.contains("people"));
    assert_eq!(
        pending.stations(),
        BTreeMap::from([("people".to_owned(), 1)])
    );
}

/// The decisions about one new sheet of an observer and a change of every station, where the log has the
/// other 59 sheets.
fn lone_sheet_among_changes(publication: &Publication) -> (Vec<(bool, Timing)>, usize) {
    let dataset = simulate(&Plan::new(60, 1)).unwrap().to_dataset().unwrap();
    let mut log = EntryIndex::new();
    let (mut fresh, mut lone) = (Vec::new(), None);
    let all = super::entries::bytes_of(&dataset);
    let all: Vec<Entry<'_>> = all
        .iter()
        .map(|bytes| Entry::parse(bytes).unwrap())
        .collect();
    for (leaf, entry) in (0..).zip(&all) {
        let bytes = entry.to_bytes().unwrap();
        match entry {
            Entry::Sheet(held) if lone.is_none() => {
                lone = Some(held.station.to_string());
                fresh.push(entry.clone());
                continue;
            }
            Entry::Register(_) => {
                let old = Superseded::new(leaf, leaf_hash(&bytes)).unwrap();
                let changed = Correction::replacing(old, entry.clone()).unwrap();
                fresh.push(Entry::Correction(changed));
            }
            _ => {}
        }
        log.add(leaf, entry, &bytes).unwrap();
    }
    let timings = Timings::new(&dataset, publication, &log, &fresh, |pending| {
        pending.close(publication, Minute(1_000), None)
    });
    let lone = lone.unwrap();
    let found: Vec<(bool, Timing)> = fresh
        .iter()
        .map(|entry| {
            let text = String::from_utf8(entry.to_bytes().unwrap()).unwrap();
            let is_about = text.contains(&format!("\"station\":\"{lone}\""));
            (is_about, timings.of(entry))
        })
        .collect();
    let waiting = timings.waiting().stations().values().sum();
    (found, waiting)
}

#[test]
fn changes_of_the_register_do_not_take_a_lone_sheet_along() {
    let (found, waiting) = lone_sheet_among_changes(&Publication::default());
    assert_eq!((found.len(), waiting), (61, 1));
    for (is_about, timing) in found {
        let expected = if is_about {
            Timing::Waits
        } else {
            Timing::AtOnce
        };
        assert_eq!(timing, expected);
    }
    // What has enough sheets of its own takes its station along.
    let (found, waiting) = lone_sheet_among_changes(&Publication::new([], 1, 0));
    assert_eq!(waiting, 0);
    assert!(found.iter().all(|(_, timing)| *timing != Timing::Waits));
}

#[test]
fn the_end_of_the_collection_publishes_the_rest() {
    let mut pending = Pending::new();
    brought("people", 0..3, &mut pending);
    pending.record("observers");
    let closed = pending.finish();
    assert!(closed.contains("people") && closed.contains("observers"));
    assert!(pending.is_empty());
}

#[test]
fn the_key_of_the_order_is_not_printed() {
    assert_eq!(format!("{:?}", key(7)), "OrderKey(..)");
}

/// The decisions while no batch closes, before anything is in the log.
fn waiting(dataset: &Dataset, publication: &Publication, all: &[Vec<u8>]) -> Timings {
    let fresh: Vec<Entry<'_>> = all
        .iter()
        .map(|bytes| Entry::parse(bytes).unwrap())
        .collect();
    let log = EntryIndex::new();
    Timings::new(dataset, publication, &log, &fresh, |_| Pending::new())
}

#[test]
fn authority_data_is_published_at_once_and_what_people_brought_waits() {
    let dataset = super::entries::hand_made();
    let bytes = super::entries::bytes_of(&dataset);
    let timings = waiting(&dataset, &Publication::default(), &bytes);
    let mut seen = [0, 0];
    for bytes in &bytes {
        let entry = Entry::parse(bytes).unwrap();
        let timing = timings.of(&entry);
        let expected = match &entry {
            Entry::Sheet(held) => match held.source.as_str() {
                "authority" => Timing::AtOnce,
                _ => Timing::Waits,
            },
            // Also the one station that only a sheet of the authority names.
            Entry::Register(_)
            | Entry::Place(_)
            | Entry::Election(_)
            | Entry::Declaration(_)
            | Entry::DeclaredPart(_) => Timing::AtOnce,
            Entry::Finding(_) | Entry::Disposition(_) => Timing::Waits,
            _ => continue,
        };
        assert_eq!(timing, expected, "{entry:?}");
        seen[usize::from(timing == Timing::Waits)] += 1;
    }
    assert!(seen[0] > 10 && seen[1] > 10, "{seen:?}");
}

#[test]
fn what_is_published_at_once_is_a_data_set_of_its_own() {
    let made = super::entries::hand_made();
    let plan = Plan::new(60, 1).register_file(false);
    let unlisted = simulate(&plan).unwrap().to_dataset().unwrap();
    for dataset in [made, unlisted] {
        let mut at_once = super::entries::bytes_of(&dataset);
        let timings = waiting(&dataset, &Publication::default(), &at_once);
        at_once.retain(|bytes| timings.of(&Entry::parse(bytes).unwrap()) == Timing::AtOnce);
        let held = scrutineer_publication::entries::dataset(&at_once).unwrap();
        assert_eq!(held.dataset.declarations(), dataset.declarations());
    }
}

#[test]
fn an_authority_alone_publishes_everything_at_once() {
    let dataset = simulate(&Plan::new(60, 1)).unwrap().to_dataset().unwrap();
    let label = dataset.sources()[0].provenance.supplied_by;
    for (at_once, expected) in [
        (vec![label], Timing::AtOnce),
        (Vec::<SourceLabel>::new(), Timing::Waits),
    ] {
        let publication = Publication::new(at_once, 50, 30);
        let all = super::entries::bytes_of(&dataset);
        let timings = waiting(&dataset, &publication, &all);
        for bytes in all {
            let entry = Entry::parse(&bytes).unwrap();
            if matches!(entry, Entry::Sheet(_) | Entry::Source(_)) {
                assert_eq!(timings.of(&entry), expected);
            }
            if expected == Timing::AtOnce {
                assert_eq!(timings.of(&entry), Timing::AtOnce, "{entry:?}");
            }
        }
    }
}

#[test]
fn where_a_citizen_is_stays_at_home() {
    let dataset = super::entries::hand_made();
    let citizens = dataset.sources().iter().filter(|source| {
        source.provenance.supplied_by == SourceLabel::Citizen
            && source.provenance.obtained_from.is_some()
    });
    let ids: Vec<String> = citizens.map(|source| source.id.to_string()).collect();
    assert!(!ids.is_empty());
    for bytes in super::entries::bytes_of(&dataset) {
        if let Entry::Source(held) = Entry::parse(&bytes).unwrap()
            && ids.contains(&held.id.to_string())
        {
            let said = held.obtained_from.unwrap();
            assert_eq!(said.as_str(), "citizen");
        }
    }
}
