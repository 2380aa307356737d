//! Hashes, tiles, proofs and commitments.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::tile::{entry_bundles, hash_tiles};
use scrutineer_tlog::{
    Frontier, Hash, TileBuilder, TilePath, bundle, commitment, leaf_hash, prove_consistency,
    prove_inclusion, verify_consistency, verify_inclusion,
};
use serde_json::Value;

use super::super::case::Case;
use super::{
    array, each, entry, hashes, hex, members, number, read_hashes, replace, string, text, tree,
};

/// What a list of files says where it leaves some out.
const GAP: &str = "...";

pub(super) fn roots(case: &Case<'_>) -> Result<Value, String> {
    each(case, |item| {
        let mut frontier = Frontier::new();
        for index in 0..number(item, "/size")? {
            frontier.append(leaf_hash(&entry(index))).map_err(text)?;
        }
        let root = frontier.root();
        Ok(members([
            ("size", frontier.size().into()),
            ("root_hex", root.to_string().into()),
            ("root_b64", root.to_base64().into()),
        ]))
    })
}

pub(super) fn leaf_hashes(case: &Case<'_>) -> Result<Value, String> {
    each(case, |item| {
        let hash = leaf_hash(string(item, "/entry")?.as_bytes());
        Ok(members([("hash_hex", hash.to_string().into())]))
    })
}

pub(super) fn path_encoding(case: &Case<'_>) -> Result<Value, String> {
    const BEFORE: &str = "tile/0/";
    each(case, |item| {
        let read: TilePath = format!("{BEFORE}{}", string(item, "/path")?)
            .parse()
            .map_err(text)?;
        let path = TilePath::hashes(0, number(item, "/n")?, 256).map_err(text)?;
        Ok(members([
            ("n", read.index().into()),
            ("path", path.to_string().trim_start_matches(BEFORE).into()),
        ]))
    })
}

/// Bytes by path.
type Files = BTreeMap<String, Vec<u8>>;

/// The files of a log: tiles of hashes, and bundles of entries.
fn files(size: u64) -> Result<(Files, Files), String> {
    let mut builder = TileBuilder::new();
    for index in 0..size {
        builder.append(leaf_hash(&entry(index))).map_err(text)?;
    }
    let tiles = builder.take_tiles().into_iter();
    let mut bundles = BTreeMap::new();
    for path in entry_bundles(size) {
        let first = path.index() * 256;
        let mut bytes = Vec::new();
        for index in first..first + u64::from(path.width()) {
            bundle::push_entry(&mut bytes, &entry(index)).map_err(text)?;
        }
        bundle::decode(path, &bytes).map_err(text)?;
        bundles.insert(path.to_string(), bytes);
    }
    Ok((
        tiles
            .map(|tile| (tile.path.to_string(), tile.bytes))
            .collect(),
        bundles,
    ))
}

pub(super) fn tiles(case: &Case<'_>) -> Result<Value, String> {
    each(case, |item| {
        let size = number(item, "/size")?;
        let (tiles, bundles) = files(size)?;
        let is_excerpt = listed(item, "paths").contains(GAP);
        let paths: Vec<String> = hash_tiles(size).map(text).collect();
        let full = hash_tiles(size).filter(|path| path.level() == Some(0) && !path.is_partial());
        let shown = |paths: Vec<String>, name: &str| {
            let listed = listed(item, name);
            let is_shown = |path: &String| !is_excerpt || listed.contains(path.as_str());
            paths.into_iter().filter(is_shown).collect::<Vec<_>>()
        };
        let mut shown_paths = shown(paths, "paths");
        let gap = item
            .pointer("/paths")
            .and_then(Value::as_array)
            .and_then(|paths| paths.iter().position(|path| path == GAP));
        if let Some(gap) = gap {
            shown_paths.insert(gap, GAP.to_owned());
        }
        let digests = |files: &Files, name: &str| -> Value {
            let listed = listed(item, name);
            let files = files
                .iter()
                .filter(|(path, _)| !is_excerpt || listed.contains(path.as_str()));
            files
                .map(|(path, bytes)| (path.clone(), sha256(bytes).to_string()))
                .collect()
        };
        Ok(members([
            ("count", tiles.len().into()),
            ("full_level0", full.count().into()),
            ("paths", shown_paths.into()),
            (
                "entry_bundles",
                shown(entry_bundles(size).map(text).collect(), "entry_bundles").into(),
            ),
            ("sha256_of_file", digests(&tiles, "sha256_of_file")),
            (
                "sha256_of_entry_bundle",
                digests(&bundles, "sha256_of_entry_bundle"),
            ),
        ]))
    })
}

/// The paths that a list or a map of the vector names.
fn listed<'a>(item: &'a Value, name: &str) -> BTreeSet<&'a str> {
    match item.get(name) {
        Some(Value::Array(paths)) => paths.iter().filter_map(Value::as_str).collect(),
        Some(Value::Object(files)) => files.keys().map(String::as_str).collect(),
        _ => BTreeSet::new(),
    }
}

pub(super) fn small_file_bytes(case: &Case<'_>) -> Result<Value, String> {
    let (tiles, bundles) = files(number(case.expected, "/size")?)?;
    let files = tiles.into_iter().chain(bundles);
    let computed = files.map(|(path, bytes)| (path, hex(&bytes))).collect();
    replace(case.expected, computed)
}

pub(super) fn inclusion_proofs(case: &Case<'_>) -> Result<Value, String> {
    each(case, |item| {
        let (index, size) = (number(item, "/index")?, number(item, "/size")?);
        let (tree, leaf) = (tree(size)?, leaf_hash(&entry(index)));
        let proof = prove_inclusion(&tree, index, size).map_err(text)?;
        verify_inclusion(&leaf, index, size, &proof, &tree.root()).map_err(text)?;
        Ok(members([
            ("leaf_hash_hex", leaf.to_string().into()),
            ("root_hex", tree.root().to_string().into()),
            ("proof_hex", hashes(&proof)),
        ]))
    })
}

pub(super) fn negative_inclusion(case: &Case<'_>) -> Result<Value, String> {
    each(case, |item| {
        let (index, size) = (number(item, "/index")?, number(item, "/size")?);
        let leaf = leaf_hash(string(item, "/leaf_entry")?.as_bytes());
        let root: Hash = string(item, "/root_hex")?.parse().map_err(text)?;
        let proof = read_hashes(item, "/proof_hex")?;
        let holds = verify_inclusion(&leaf, index, size, &proof, &root).is_ok();
        Ok(members([
            ("root_hex", tree(size)?.root().to_string().into()),
            ("ok", holds.into()),
        ]))
    })
}

pub(super) fn consistency_proofs(case: &Case<'_>) -> Result<Value, String> {
    each(case, |item| {
        let (old, new) = (number(item, "/old_size")?, number(item, "/new_size")?);
        let (old_tree, new_tree) = (tree(old)?, tree(new)?);
        let (old_root, new_root) = (old_tree.root(), new_tree.root());
        let proof = prove_consistency(&new_tree, old, new).map_err(text)?;
        verify_consistency(old, new, &proof, &old_root, &new_root).map_err(text)?;
        Ok(members([
            ("old_root_hex", old_root.to_string().into()),
            ("new_root_hex", new_root.to_string().into()),
            ("proof_hex", hashes(&proof)),
        ]))
    })
}

pub(super) fn commitments(case: &Case<'_>) -> Result<Value, String> {
    let content = string(case.expected, "/blob/blob_utf8")?.as_bytes();
    let digest = sha256(content);
    let length = u64::try_from(content.len()).map_err(text)?;
    let blob = commitment::blob(&array(case.expected, "/blob/salt_hex")?, &digest, length);
    let blob = members([
        ("blob_sha256_hex", digest.to_string().into()),
        ("length", length.into()),
        ("commitment_hex", blob.to_string().into()),
    ]);
    let field = commitment::field(
        &array(case.expected, "/field/salt_hex")?,
        string(case.expected, "/field/field")?,
        string(case.expected, "/field/canonical_value")?,
    );
    let field = members([("commitment_hex", field.map_err(text)?.to_string().into())]);
    let part =
        |name: &str, computed| replace(case.expected.get(name).unwrap_or(&Value::Null), computed);
    let computed = members([
        ("blob", part("blob", blob)?),
        ("field", part("field", field)?),
    ]);
    replace(case.expected, computed)
}
