//! The kept corpora of the fuzz targets, replayed.

use std::fs;

use scrutineer_testkit::fuzzing::{self, corpus};
use scrutineer_testkit::shared::workspace_root;

#[test]
fn files_of_sheets_of_any_bytes_never_panic() {
    for input in corpus("sheet_file") {
        fuzzing::sheet_file(&input);
    }
}

#[test]
fn election_folders_of_any_text_never_panic() {
    for input in corpus("election_toml") {
        if let Ok(text) = std::str::from_utf8(&input) {
            fuzzing::election_toml(text);
        }
    }
}

#[test]
fn shapes_of_any_bytes_never_panic() {
    let inputs = corpus("geometry");
    let read = inputs.iter().filter(|input| fuzzing::geometry(input));
    assert!(read.count() >= 2, "areas and points are read");
}

#[test]
fn small_texts_print_back() {
    for input in corpus("model_texts") {
        if let Ok(text) = std::str::from_utf8(&input) {
            fuzzing::model_texts(text);
        }
    }
}

#[test]
fn documents_about_conditions_of_any_text_never_panic() {
    for input in corpus("condition_documents") {
        if let Ok(text) = std::str::from_utf8(&input) {
            fuzzing::conditions::documents(text);
        }
    }
}

#[test]
fn tables_of_indices_of_any_bytes_never_panic() {
    for input in corpus("index_tables") {
        fuzzing::conditions::index_tables(&input);
    }
}

#[test]
fn digests_proxies_and_mirrors_of_any_text_print_back() {
    use scrutineer_fetch::{Digest, Mirror, ProxyAddress};
    for input in corpus("fetch_texts") {
        let Ok(text) = std::str::from_utf8(&input) else {
            continue;
        };
        if let Ok(digest) = text.parse::<Digest>() {
            assert_eq!(digest.to_string(), text.to_ascii_lowercase());
        }
        if let Ok(proxy) = text.parse::<ProxyAddress>() {
            assert!(!proxy.to_string().contains('@'));
        }
        let Ok(mirror) = text.parse::<Mirror>();
        assert_eq!(mirror.to_string().parse::<Mirror>(), Ok(mirror));
    }
}

#[test]
fn measurements_and_the_files_beside_them_never_panic() {
    for input in corpus("censorship_line") {
        fuzzing::censorship::line(&input);
    }
    for input in corpus("censorship_lists") {
        fuzzing::censorship::lists(&input);
    }
}

#[test]
fn tables_lists_and_settings_of_incidents_never_panic() {
    for input in corpus("incidents_table") {
        fuzzing::incidents::table(&input);
    }
    let files: Vec<_> = corpus("incidents_file");
    let read = files
        .iter()
        .filter(|input| fuzzing::incidents::file(input) > 0);
    assert!(read.count() > 3, "one file of each format has rows");
    for input in corpus("incidents_lists") {
        fuzzing::incidents::lists(&input);
    }
    for input in corpus("incidents_settings") {
        if let Ok(text) = std::str::from_utf8(&input) {
            fuzzing::incidents::settings(text);
        }
    }
}

#[test]
fn files_of_an_audit_and_rows_of_any_bytes_never_panic() {
    let kept = workspace_root().join("fuzz/corpus/rla_files");
    for (name, seed) in fuzzing::rla::seeds() {
        assert!(fuzzing::rla::files(&seed), "{name} is taken as it is");
        let cut = seed.get(..seed.len() / 2).unwrap_or_default();
        assert!(!fuzzing::rla::files(cut), "half of {name} is refused");
        // Each begins a fuzzer's work. A kept one need not be of this version: names and digests change with it.
        for (name, whole) in [(name.clone(), &seed[..]), (format!("half-{name}"), cut)] {
            let path = kept.join(&name);
            let first = fs::read(&path).unwrap_or_default();
            assert_eq!(first.first(), whole.first(), "{name} is kept");
        }
    }
    for input in corpus("rla_files") {
        let _ = fuzzing::rla::files(&input);
    }
}
