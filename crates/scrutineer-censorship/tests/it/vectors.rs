//! Numbers that an independent program computed.

use scrutineer_testkit::{shared, vectors};

#[test]
fn every_vector_of_the_family_is_reproduced() {
    let Some(document) = shared::vectors("censorship.json") else {
        return;
    };
    let verdicts = vectors::evaluate(&document).unwrap();
    let bad: Vec<String> = verdicts
        .iter()
        .filter(|verdict| verdict.outcome != vectors::Outcome::Ok)
        .map(ToString::to_string)
        .collect();
    assert!(bad.is_empty(), "{}", bad.join("\n"));
    assert_eq!(verdicts.len(), 10);
}
