use std::fs;

use scrutineer_fetch::{Digest, Origin, Outcome, Resolver, Spot};
use scrutineer_testkit::scratch::Scratch;

use crate::pin;

const BYTES: &[u8] = b"kept";

#[test]
fn a_kept_input_is_found_after_the_mirrors() {
    let (cache, mirror) = (Scratch::new(), Scratch::new());
    let wanted = pin("sheets.csv", BYTES);
    let entry = cache.write(&format!("sha256/{}", wanted.sha256), BYTES);
    let resolver = Resolver::new()
        .mirror(mirror.path().to_path_buf())
        .cache(cache.path());
    assert_eq!(
        resolver.resolve(&wanted).unwrap().origin,
        Origin::Cache(entry)
    );

    let copy = mirror.write("copy", BYTES);
    assert_eq!(
        resolver.resolve(&wanted).unwrap().origin,
        Origin::Mirror(copy)
    );
}

#[test]
fn a_corrupted_entry_is_not_used_and_is_told() {
    let cache = Scratch::new();
    let wanted = pin("sheets.csv", BYTES);
    let entry = cache.write(&format!("sha256/{}", wanted.sha256), "kepT");
    let missing = Resolver::new()
        .cache(cache.path())
        .resolve(&wanted)
        .unwrap_err();
    assert_eq!(missing.places()[0].spot, Spot::Cache(entry.clone()));
    assert_eq!(
        missing.places()[0].outcome,
        Outcome::OtherDigest(Digest::of(b"kepT"))
    );
    assert_eq!(
        fs::read(entry).unwrap(),
        b"kepT",
        "evidence of the corruption stays"
    );
}

#[test]
fn without_a_cache_nothing_is_looked_up_or_written() {
    let missing = Resolver::new()
        .resolve(&pin("sheets.csv", BYTES))
        .unwrap_err();
    assert_eq!(missing.places(), []);
    assert!(missing.to_string().contains("looked nowhere"));
}
