//! What is never in an entry, with texts planted where they could slip through.

use scrutineer_publication::entry::Entry;

use super::made::made;
use super::same::{commitments, published};

/// Bytes of all entries as one text.
fn everything() -> String {
    let all = published(&made());
    all.iter()
        .map(|bytes| String::from_utf8(bytes.clone()).unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn what_stood_in_a_cell_is_in_no_entry() {
    let text = everything();
    assert!(!text.contains("Juana"));
    assert!(!text.contains("12.345.678"));
    // The issue itself is there.
    assert!(text.contains("\"problem\":\"not-a-number\""));
}

#[test]
fn only_files_of_an_authority_have_a_name_and_a_plain_digest() {
    let dataset = made();
    let mut plain = 0;
    let mut salted = 0;
    for bytes in published(&dataset) {
        let Ok(Entry::SourceFile(file)) = Entry::parse(&bytes) else {
            continue;
        };
        let source = file.source.as_ref().map(ToString::to_string);
        let public = match source.as_deref() {
            Some(source) => source == "authority",
            None => file.role == scrutineer_model::InputRole::Register,
        };
        assert_eq!(file.sha256.is_some(), public);
        assert_eq!(file.file.is_some(), public);
        assert_eq!(file.commitment.is_some(), !public);
        plain += u32::from(public);
        salted += u32::from(!public);
    }
    assert_eq!((plain, salted), (2, 4));
    let text = everything();
    for input in dataset.inputs() {
        let public = text.contains(&input.sha256);
        assert_eq!(
            public,
            matches!(input.file.as_str(), "file-1.csv" | "file-4.csv")
        );
    }
}

#[test]
fn a_file_without_its_commitment_is_not_published() {
    let dataset = made();
    let mut known = commitments(&dataset);
    let (first, _) = known.pop_first().unwrap();
    assert_eq!(first, dataset.inputs()[0].sha256);
    let problems = scrutineer_publication::entries::entries(&dataset, &[], &known)
        .err()
        .unwrap();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].path, "file file-0.csv");
}

#[test]
fn no_line_of_a_file_and_no_digest_of_a_picture_is_in_an_entry() {
    let text = everything();
    for key in [
        "\"row\":",
        "\"line\":",
        "\"picture\":",
        "\"time\":\"2024-07-28T",
    ] {
        assert!(!text.contains(key), "{key}");
    }
}
