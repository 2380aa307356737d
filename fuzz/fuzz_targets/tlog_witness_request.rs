//! See `scrutineer_testkit::fuzzing::tlog::witness_request`; the crate of the log replays the kept corpus as a test.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| scrutineer_testkit::fuzzing::tlog::witness_request(data));
