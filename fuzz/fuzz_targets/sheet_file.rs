//! See `scrutineer_testkit::fuzzing::sheet_file`, which also replays the kept corpus as a test.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| scrutineer_testkit::fuzzing::sheet_file(data));
