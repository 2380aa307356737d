//! Any bytes as the manifest of a release. The crate of the publication replays the kept corpus as a test.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = scrutineer_publication::release::Manifest::parse(data);
});
