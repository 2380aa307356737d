//! The kept corpus of the document about the conditions, replayed.

use scrutineer_report::conditions::{Conditions, InvalidConditions};
use scrutineer_report::{Language, Texts, conditions_brief, conditions_sections};
use scrutineer_testkit::fuzzing::corpus;

/// What the fuzz target `conditions_document` does with an input; whether it was read.
fn conditions_document(data: &[u8]) -> Result<(), InvalidConditions> {
    let held = Conditions::parse(data)?;
    assert_eq!(held.json().unwrap().as_bytes(), data);
    for language in Language::ALL {
        assert!(!conditions_brief(&held, language).unwrap().is_empty());
        let sections = [
            "conditions-timeline",
            "conditions-counts",
            "conditions-trace",
        ];
        conditions_sections(&held, &Texts::new(language), &sections).unwrap();
    }
    Ok(())
}

#[test]
fn documents_about_conditions_of_any_bytes_are_refused_or_written_as_they_were_read() {
    let all = corpus("conditions_document");
    let found: Vec<_> = all.iter().map(|data| conditions_document(data)).collect();
    assert!(found.iter().filter(|held| held.is_ok()).count() > 1);
    // The corpus has a document for every way to refuse one before its sentences are compared.
    let refused = |is: fn(&InvalidConditions) -> bool| {
        let errors = found.iter().filter_map(|held| held.as_ref().err());
        errors.filter(|error| is(error)).count()
    };
    assert!(refused(|error| matches!(error, InvalidConditions::Shape { .. })) > 0);
    assert!(refused(|error| matches!(error, InvalidConditions::Schema(_))) > 0);
    assert!(refused(|error| matches!(error, InvalidConditions::Used)) > 0);
    assert!(refused(|error| matches!(error, InvalidConditions::Form)) > 0);
}

/// A document is cut, or one byte of it is another: an error or the same document, never a panic.
#[test]
fn every_cut_and_every_changed_byte_of_a_document_is_refused_or_read() {
    let whole = corpus("conditions_document")
        .into_iter()
        .find(|data| Conditions::parse(data).is_ok_and(|held| held.incidents.is_some()))
        .unwrap();
    for at in (0..whole.len()).step_by(997) {
        assert!(Conditions::parse(&whole[..at]).is_err(), "cut at {at}");
        let mut other = whole.clone();
        other[at] ^= 1;
        if let Ok(()) = conditions_document(&other) {
            assert_ne!(other, whole);
        }
    }
}
