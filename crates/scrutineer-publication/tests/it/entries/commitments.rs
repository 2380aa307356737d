//! Commitments against the vectors.

use scrutineer_publication::commitment::{BlobSalt, FieldSalt, commit_blob, commit_field};
use scrutineer_testkit::shared;
use scrutineer_tlog::Hash;

fn bytes<const N: usize>(hex: &str) -> [u8; N] {
    let mut out = [0; N];
    assert_eq!(hex.len(), 2 * N);
    for (at, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap();
    }
    out
}

#[test]
fn commitments_are_those_of_the_vectors() {
    let Some(path) = shared::file("vectors/tlog.json") else {
        return;
    };
    let text = std::fs::read_to_string(path).unwrap();
    let vectors: serde_json::Value = serde_json::from_str(&text).unwrap();
    let blob = &vectors["commitment_proposal"]["blob"];
    let digest: Hash = blob["blob_sha256_hex"].as_str().unwrap().parse().unwrap();
    let salt = BlobSalt::new(bytes(blob["salt_hex"].as_str().unwrap()));
    let commitment = commit_blob(&salt, digest, blob["length"].as_u64().unwrap());
    assert_eq!(
        commitment.to_string(),
        blob["commitment_hex"].as_str().unwrap()
    );
    let field = &vectors["commitment_proposal"]["field"];
    let salt = FieldSalt::new(bytes(field["salt_hex"].as_str().unwrap()));
    let name = field["field"].as_str().unwrap();
    let value = field["canonical_value"].as_str().unwrap();
    let commitment = commit_field(&salt, name, value).unwrap();
    assert_eq!(
        commitment.to_string(),
        field["commitment_hex"].as_str().unwrap()
    );
}

#[test]
fn a_name_that_could_be_read_as_part_of_the_value_is_refused() {
    let salt = FieldSalt::new([1; 16]);
    let error = commit_field(&salt, "clerk\0x", "1").unwrap_err();
    assert!(error.to_string().contains("clerk\\0x"), "{error}");
    assert_ne!(
        commit_field(&salt, "a", "bc").unwrap(),
        commit_field(&salt, "ab", "c").unwrap()
    );
}

#[test]
fn salts_are_not_printed() {
    assert_eq!(format!("{:?}", BlobSalt::new([9; 32])), "BlobSalt(..)");
    assert_eq!(format!("{:?}", FieldSalt::new([9; 16])), "FieldSalt(..)");
}
