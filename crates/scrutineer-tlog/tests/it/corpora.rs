//! The kept corpora of the fuzz targets, replayed.

use std::fs;

use scrutineer_testkit::fuzzing::tlog;
use scrutineer_testkit::shared::workspace_root;

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = workspace_root().join("fuzz/corpus").join(target);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(
        paths.len() > 1,
        "the corpus of {target} is kept in the repository"
    );
    paths
        .into_iter()
        .map(|path| fs::read(path).unwrap())
        .collect()
}

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
