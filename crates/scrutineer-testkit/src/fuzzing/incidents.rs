//! Readers of incidents.

use std::collections::BTreeMap;

use scrutineer_incidents::linkage::{
    ListRecord, Weights, link, parse_answer, read_list, read_numbers,
};
use scrutineer_incidents::publish::namings;
use scrutineer_incidents::{
    Book, Forms, Table, TableName, TokenKey, json_lines, merge, read_table, summary, to_csv,
};
use scrutineer_model::Date;

/// Any bytes as JSON lines of the table that the first byte chooses, through the summary.
///
/// # Panics
/// If reading panics, a refusal gives no reason, or a table is not the same after it was written.
pub fn table(data: &[u8]) {
    let Some((&first, bytes)) = data.split_first() else {
        return;
    };
    let name = TableName::ALL[usize::from(first) % TableName::ALL.len()];
    let (table, _) = json_lines("input", bytes);
    summarised(name, table);
}

/// How the bytes of a file are read, chosen by the first byte of the input.
const FILES: [&str; 4] = ["input.csv", "input.jsonl", "input.xlsx", "input.ods"];

/// Any bytes as a file of the table that the second byte chooses, in the format that the first byte chooses,
/// through the summary. Returns how many rows it has.
///
/// # Panics
/// If reading panics, a refusal gives no reason, or a table is not the same after it was written.
pub fn file(data: &[u8]) -> usize {
    let [format, table, bytes @ ..] = data else {
        return 0;
    };
    let file = FILES[usize::from(*format) % FILES.len()];
    let name = TableName::ALL[usize::from(*table) % TableName::ALL.len()];
    let read = read_table(file, bytes);
    let rows = read.table.rows.len();
    let _ = read_numbers(&read.table).map_err(|problems| assert!(!problems.is_empty()));
    let key = TokenKey::new(vec![7; 32]);
    let _ = read_list(&read.table, key.as_ref()).map_err(|problems| assert!(!problems.is_empty()));
    summarised(name, read.table);
    rows
}

/// A table written and read again is the same, and what the book makes of it can be summarised.
fn summarised(name: TableName, table: Table) {
    if let Ok(merged) = merge(name, &table, &table) {
        assert_eq!(merged.added, 0);
        assert!(to_csv(&merged.table).ends_with('\n'));
    }
    let forms = Forms::shipped();
    match Book::read(&BTreeMap::from([(name, table)]), &forms) {
        Ok(book) => {
            let cut_off = Date::parse("2030-12-31").expect("a date");
            let made = summary(&book, &forms, cut_off, Vec::new(), Vec::new());
            assert!(serde_json::to_string(&made).is_ok());
            assert_eq!(namings(&book).len(), book.namings.len());
            let relinked = book.relinked(10.0).map(|held| held.links.len());
            assert!(relinked.is_none_or(|links| links <= book.links.len()));
        }
        Err(problems) => assert!(!problems.is_empty()),
    }
}

/// Any bytes as two lists with names, apart at the first zero byte, linked.
///
/// # Panics
/// If reading or linking panics, or the numbers of persons cannot be.
pub fn lists(data: &[u8]) {
    let (first, second) = data.split_at(
        data.iter()
            .position(|byte| *byte == 0)
            .unwrap_or(data.len()),
    );
    let read = |bytes: &[u8]| {
        let (table, _) = json_lines("input", bytes);
        read_list(&table, None).map(|list| list.iter().map(ListRecord::new).collect::<Vec<_>>())
    };
    if let (Ok(first), Ok(second)) = (read(first), read(second.get(1..).unwrap_or_default())) {
        let records = (first.len() + second.len()) as u64;
        let linked = link(&[first, second], &Weights::shipped(), &[]);
        assert!(linked.min_unique <= linked.max_unique && linked.max_unique <= records);
    }
}

/// Any text as forms, as weights and as an answer of a review.
///
/// # Panics
/// If reading panics, or a refusal gives no reason.
pub fn settings(text: &str) {
    if let Err(error) = Forms::parse(text) {
        assert!(!error.problems.is_empty());
    }
    if let Err(error) = Weights::parse(text) {
        assert!(!error.problems.is_empty());
    }
    assert_eq!(parse_answer(text), parse_answer(&format!(" {text}\n")));
}
