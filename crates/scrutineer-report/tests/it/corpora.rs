//! The kept corpus of the document about the conditions, replayed.

use scrutineer_report::conditions::{Conditions, InvalidConditions};
use scrutineer_report::{Language, Texts, conditions_brief, conditions_sections};
use scrutineer_testkit::fuzzing::corpus;

/// The sections of the pages.
const PARTS: [&str; 8] = [
    "conditions-timeline",
    "conditions-counts",
    "conditions-reports",
    "conditions-blocked",
    "conditions-blocked-days",
    "conditions-published",
    "conditions-indices",
    "conditions-trace",
];

/// What the fuzz target `conditions_document` does with an input: whether it was read, and whether every word of it
/// has a text. A word that another version of the program wrote has none, which is an error and no panic.
fn conditions_document(data: &[u8]) -> Result<bool, InvalidConditions> {
    let held = Conditions::parse(data)?;
    assert_eq!(held.json().unwrap().as_bytes(), data);
    let has_texts = Language::ALL.map(|language| {
        conditions_brief(&held, language).is_ok()
            && conditions_sections(&held, &Texts::new(language), &PARTS).is_ok()
    });
    assert_eq!(
        has_texts[0], has_texts[1],
        "a word has a text in both languages or in none"
    );
    Ok(has_texts[0])
}

#[test]
fn documents_about_conditions_of_any_bytes_are_refused_or_written_as_they_were_read() {
    let all = corpus("conditions_document");
    let found: Vec<_> = all.iter().map(|data| conditions_document(data)).collect();
    assert!(found.iter().filter(|held| **held == Ok(true)).count() > 1);
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

/// A document is cut, or one byte of it is another: an error or a document that is written just so, never a panic.
#[test]
fn every_cut_and_every_changed_byte_of_a_document_is_refused_or_read() {
    let whole = corpus("conditions_document")
        .into_iter()
        .find(|data| Conditions::parse(data).is_ok_and(|held| held.incidents.is_some()))
        .unwrap();
    let mut read = 0;
    for at in (0..whole.len()).step_by(61) {
        assert!(Conditions::parse(&whole[..at]).is_err(), "cut at {at}");
        let mut other = whole.clone();
        other[at] ^= 1;
        read += u64::from(conditions_document(&other).is_ok());
    }
    assert!(read > 0, "some changed letters are those of a name");
}
