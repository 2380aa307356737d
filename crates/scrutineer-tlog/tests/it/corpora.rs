//! The kept corpora of the fuzz targets, replayed.

use scrutineer_testkit::fuzzing::{corpus, tlog};

fn texts(target: &str) -> Vec<String> {
    corpus(target)
        .into_iter()
        .filter_map(|input| String::from_utf8(input).ok())
        .collect()
}

#[test]
fn notes_proof_files_requests_and_bundles_of_any_bytes_never_panic() {
    for (target, replay) in [
        ("tlog_note", tlog::note as fn(&[u8])),
        ("tlog_proof_file", tlog::proof_file),
        ("tlog_witness_request", tlog::witness_request),
        ("tlog_entry_bundle", tlog::entry_bundle),
    ] {
        for input in corpus(target) {
            replay(&input);
        }
    }
}

#[test]
fn checkpoints_paths_and_policies_of_any_text_print_back() {
    for (target, replay) in [
        ("tlog_checkpoint", tlog::checkpoint as fn(&str)),
        ("tlog_tile_path", tlog::tile_path),
        ("tlog_policy", tlog::policy_file),
    ] {
        for input in texts(target) {
            replay(&input);
        }
    }
}
