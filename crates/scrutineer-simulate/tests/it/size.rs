//! The largest elections.

use scrutineer_simulate::{Plan, Scenario, simulate};

#[test]
#[ignore = "takes seconds; run with --release"]
fn a_million_stations_with_ten_options_are_simulated_and_written() {
    let plan = Plan::new(1_000_000, 1)
        .options(10)
        .scenario(Scenario::named("transcription-slips").unwrap())
        .missing("3%".parse().unwrap());
    let start = std::time::Instant::now();
    let election = simulate(&plan).unwrap();
    println!("simulated in {:?}", start.elapsed());
    let start = std::time::Instant::now();
    let bytes: usize = election.folder().map(|(_, bytes)| bytes.len()).sum();
    println!("{bytes} bytes written in {:?}", start.elapsed());
    let start = std::time::Instant::now();
    let data = election.to_dataset().unwrap();
    println!("data set in {:?}", start.elapsed());
    assert_eq!(data.stations().len(), 1_000_000);
    assert_eq!(data.sheets()[0].len(), 970_000);
}

#[test]
#[ignore = "a timing; run with --release"]
fn a_thousand_small_elections_are_simulated() {
    let start = std::time::Instant::now();
    let records: usize = (0..1000)
        .map(|seed| simulate(&Plan::small(seed)).unwrap().observed().rows())
        .sum();
    println!("1,000 small elections in {:?}", start.elapsed());
    assert_eq!(records, 300_000);
}

#[test]
#[ignore = "a measurement of memory; run alone with --release"]
fn a_million_stations_are_written_piece_by_piece() {
    let plan = Plan::new(1_000_000, 1).options(10);
    let election = simulate(&plan).unwrap();
    let bytes: usize = election.folder().map(|(_, bytes)| bytes.len()).sum();
    assert!(bytes > 100_000_000);
}
