//! Any bytes as an entry of a log: what is read is written as the same bytes. The crate of the publication replays
//! the kept corpus as a test.

#![no_main]

use scrutineer_publication::entry::Entry;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(entry) = Entry::parse(data) {
        assert_eq!(entry.to_bytes().expect("what was read"), data);
    }
});
