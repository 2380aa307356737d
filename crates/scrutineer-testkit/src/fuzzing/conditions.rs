//! Readers of the conditions of the vote.

use scrutineer_disclosure::{Disclosure, status};
use scrutineer_indices::{CodedAnswers, Given, Library, Pinned, Scale, Table, checks, score};

/// Any text as rules, as `indices.toml` and as `disclosure.toml`: errors with positions, and what is accepted
/// can be computed with.
///
/// # Panics
/// If one of these promises is broken.
pub fn documents(text: &str) {
    let mut library = Library::shipped();
    if let Ok(rules) = library.add(text) {
        // Weights and constants of rules can be so large that a sum is refused, which is no panic.
        let _ = score(rules, &Given::default());
    }
    if let Err(errors) = Pinned::parse(text) {
        assert!(!errors.is_empty());
    }
    match Disclosure::parse(text) {
        Ok(record) => assert_eq!(status(&record).obligations.len(), record.obligations.len()),
        Err(errors) => assert!(!errors.is_empty()),
    }
}

/// Any bytes as a table of each index and as answers of coders; every row that is read has a score.
///
/// # Panics
/// If reading or computing panics, or a row has none.
pub fn index_tables(data: &[u8]) {
    let library = Library::shipped();
    for rules in library.iter() {
        let read = Table::read("t.csv", data, Some(&rules.id), Scale::AsPublished, &library);
        for row in read.table.iter().flat_map(|table| &table.rows) {
            assert!(checks(rules, row).is_ok());
        }
        let (coded, _, _) = CodedAnswers::read(rules, data, Some(data));
        assert!(coded.agreement(rules).is_ok());
    }
}
