//! A log built from scratch by the recursive definition, to compare the writer's with. It shares no code
//! with the crates under test.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

pub(crate) fn leaf(entry: &[u8]) -> [u8; 32] {
    Sha256::new_with_prefix([0])
        .chain_update(entry)
        .finalize()
        .into()
}

/// The Merkle tree hash of RFC 6962 section 2.1, as written there.
pub(crate) fn root(leaves: &[[u8; 32]]) -> [u8; 32] {
    match leaves {
        [] => Sha256::digest([]).into(),
        [leaf] => *leaf,
        _ => {
            let mut split = 1;
            while split * 2 < leaves.len() {
                split *= 2;
            }
            let (left, right) = leaves.split_at(split);
            Sha256::new_with_prefix([1])
                .chain_update(root(left))
                .chain_update(root(right))
                .finalize()
                .into()
        }
    }
}

/// Every tile and bundle that the log of these entries has, by path.
pub(crate) fn files(entries: &[Vec<u8>]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for (index, chunk) in entries.chunks(256).enumerate() {
        let mut bundle = Vec::new();
        for entry in chunk {
            bundle.extend(u16::try_from(entry.len()).unwrap().to_be_bytes());
            bundle.extend(entry);
        }
        files.insert(path("entries", index, chunk.len()), bundle);
    }
    let mut hashes: Vec<[u8; 32]> = entries.iter().map(|entry| leaf(entry)).collect();
    let mut level = 0;
    while !hashes.is_empty() {
        for (index, chunk) in hashes.chunks(256).enumerate() {
            let tile = path(&level.to_string(), index, chunk.len());
            files.insert(tile, chunk.concat());
        }
        hashes = hashes.chunks_exact(256).map(root).collect();
        level += 1;
    }
    files
}

/// Good for fewer than 1000 tiles a level, which is what the tests need.
fn path(level: &str, index: usize, width: usize) -> String {
    assert!(index < 1000);
    if width == 256 {
        format!("tile/{level}/{index:03}")
    } else {
        format!("tile/{level}/{index:03}.p/{width}")
    }
}
