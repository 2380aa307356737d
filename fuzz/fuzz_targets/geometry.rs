//! See `scrutineer_testkit::fuzzing::geometry`, which also replays the kept corpus as a test.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = scrutineer_testkit::fuzzing::geometry(data);
});
