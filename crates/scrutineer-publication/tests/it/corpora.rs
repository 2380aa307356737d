//! The kept corpora of the fuzz targets, replayed.

use scrutineer_publication::entry::Entry;
use scrutineer_publication::release::Manifest;
use scrutineer_testkit::fuzzing::corpus;

#[test]
fn entries_of_any_bytes_are_refused_or_written_as_they_were_read() {
    let mut read = 0;
    for input in corpus("publication_entry") {
        if let Ok(entry) = Entry::parse(&input) {
            assert_eq!(entry.to_bytes().unwrap(), input);
            read += 1;
        }
    }
    assert!(read > 7, "{read} entries of the corpus are entries");
}

#[test]
fn manifests_of_any_bytes_are_refused_or_read() {
    let all = corpus("publication_manifest");
    let read = all.iter().filter(|input| Manifest::parse(input).is_ok());
    assert!(read.count() > 0);
}
