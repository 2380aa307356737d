//! See `scrutineer_testkit::fuzzing::incidents::settings`, which also replays the kept corpus as a test.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| scrutineer_testkit::fuzzing::incidents::settings(text));
