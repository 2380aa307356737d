//! Any text as `election.toml`: errors with positions, never a panic; what parses asks for files
//! inside the folder only.

#![no_main]

use libfuzzer_sys::fuzz_target;
use scrutineer_formats::{ElectionFolder, Location};

fuzz_target!(|text: &str| {
    match ElectionFolder::parse(text) {
        Ok(folder) => {
            for wanted in folder.wanted() {
                if let Location::Path(path) = &wanted.location {
                    assert!(!path.starts_with('/') && !path.split('/').any(|part| part == ".."));
                    assert!(!path.starts_with("sealed/"));
                }
            }
        }
        Err(errors) => assert!(!errors.is_empty()),
    }
});
