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
    corpus("tlog_note")
        .iter()
        .for_each(|input| tlog::note(input));
    corpus("tlog_proof_file")
        .iter()
        .for_each(|input| tlog::proof_file(input));
    corpus("tlog_witness_request")
        .iter()
        .for_each(|input| tlog::witness_request(input));
    corpus("tlog_entry_bundle")
        .iter()
        .for_each(|input| tlog::entry_bundle(input));
}

#[test]
fn checkpoints_paths_and_policies_of_any_text_print_back() {
    texts("tlog_checkpoint")
        .iter()
        .for_each(|input| tlog::checkpoint(input));
    texts("tlog_tile_path")
        .iter()
        .for_each(|input| tlog::tile_path(input));
    texts("tlog_policy")
        .iter()
        .for_each(|input| tlog::policy_file(input));
}
