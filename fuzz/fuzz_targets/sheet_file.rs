//! Any bytes as the file of a source, in every format: issues, never a panic; the whole audit runs
//! on what was read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use scrutineer_formats::{ElectionFolder, LoadOptions, load};
use scrutineer_model::Evidence;

const ELECTION: &str = include_str!("../election.toml");

/// How the bytes are read, by the first byte of the input.
const READ: [(&str, &str); 8] = [
    ("sheets.csv", ""),
    ("sheets.csv", "encoding = \"utf-16le\""),
    ("sheets.csv", "encoding = \"windows-1252\"\ndelimiter = \";\"\nskip = 1\nfooter = 1"),
    ("sheets.csv", "thousands = \".\"\nmissing = [\"-\"]\ndelimiter = \"tab\""),
    ("sheets.csv.gz", "archive = \"gzip\""),
    ("sheets.zip", "archive = \"zip\""),
    ("sheets.xlsx", "format = \"workbook\""),
    ("sheets.ods", "format = \"workbook\""),
];

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else { return };
    let (path, read) = READ[usize::from(first) % READ.len()];
    let text = ELECTION.replace("@PATH@", path).replace("@READ@", read);
    let folder = ElectionFolder::parse(&text).expect("the folder of this target is valid");
    let options = LoadOptions { accept_import: true };
    if let Ok(loaded) = load(&folder, &mut |_| Ok(bytes.to_vec()), &options) {
        let report = scrutineer_audit::audit(&loaded.dataset, &Evidence::default());
        assert!(report.is_ok());
    }
});
