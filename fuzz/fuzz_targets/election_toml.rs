//! See `scrutineer_testkit::fuzzing::election_toml`, which also replays the kept corpus as a test.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| scrutineer_testkit::fuzzing::election_toml(text));
