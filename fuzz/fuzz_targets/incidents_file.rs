//! See `scrutineer_testkit::fuzzing::incidents::file`, which also replays the kept corpus as a test.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = scrutineer_testkit::fuzzing::incidents::file(data);
});
