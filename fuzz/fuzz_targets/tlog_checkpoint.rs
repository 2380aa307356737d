//! See `scrutineer_testkit::fuzzing::tlog::checkpoint`; the crate of the log replays the kept corpus as a test.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| scrutineer_testkit::fuzzing::tlog::checkpoint(text));
