//! See `scrutineer_testkit::fuzzing::censorship::line`, which also replays the kept corpus as a test.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| scrutineer_testkit::fuzzing::censorship::line(data));
