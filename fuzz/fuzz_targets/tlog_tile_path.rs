//! See `scrutineer_testkit::fuzzing::tlog::tile_path`; the crate of the log replays the kept corpus as a test.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| scrutineer_testkit::fuzzing::tlog::tile_path(text));
