//! The blocks of the transparency log: trees and tiles ([`trees`]), signed texts ([`notes`]).
//!
//! The log of all vectors has the entries `entry 0`, `entry 1` and so on. Each evaluator gives the block
//! back with everything replaced that our code computes; what describes the input is repeated.

mod notes;
mod trees;

use scrutineer_tlog::tree::MemoryTree;
use scrutineer_tlog::{Hash, leaf_hash};
use serde_json::{Map, Value};

use super::case::Case;
use super::registry::Evaluator;

/// The blocks by their names.
pub(super) const EVALUATORS: &[(&str, Evaluator)] = &[
    ("tlog/roots", trees::roots),
    ("tlog/leaf_hashes", trees::leaf_hashes),
    ("tlog/path_encoding", trees::path_encoding),
    ("tlog/tiles", trees::tiles),
    ("tlog/small_file_bytes", trees::small_file_bytes),
    ("tlog/inclusion_proofs", trees::inclusion_proofs),
    ("tlog/negative_inclusion", trees::negative_inclusion),
    ("tlog/consistency_proofs", trees::consistency_proofs),
    ("tlog/commitment_proposal", trees::commitments),
    ("tlog/checkpoints", notes::checkpoints),
    ("tlog/cosigned_checkpoint", notes::cosigned_checkpoint),
    ("tlog/negative_notes", notes::negative_notes),
    ("tlog/witness_requests", notes::witness_requests),
    ("tlog/monitor_path_origin_hash", notes::monitor_path),
    ("tlog/tlog_proofs", notes::proof_files),
    ("tlog/policy_file", notes::policy_file),
];

fn entry(index: u64) -> Vec<u8> {
    format!("entry {index}").into_bytes()
}

fn tree(size: u64) -> Result<MemoryTree, String> {
    let mut tree = MemoryTree::new();
    for index in 0..size {
        tree.append(leaf_hash(&entry(index))).map_err(text)?;
    }
    Ok(tree)
}

/// Each element of a list of objects, with what `compute` gives put in place.
fn each(
    case: &Case<'_>,
    compute: impl Fn(&Value) -> Result<Map<String, Value>, String>,
) -> Result<Value, String> {
    let list = case.expected.as_array().ok_or("expected a list")?;
    let replaced = list.iter().map(|item| replace(item, compute(item)?));
    replaced
        .collect::<Result<Vec<_>, String>>()
        .map(Value::Array)
}

/// An object with these members in place of its own.
fn replace(object: &Value, computed: Map<String, Value>) -> Result<Value, String> {
    let mut members = object.as_object().ok_or("expected an object")?.clone();
    members.extend(computed);
    Ok(Value::Object(members))
}

fn members<const N: usize>(members: [(&str, Value); N]) -> Map<String, Value> {
    members
        .map(|(name, value)| (name.to_owned(), value))
        .into_iter()
        .collect()
}

fn string<'a>(value: &'a Value, pointer: &str) -> Result<&'a str, String> {
    let found = value.pointer(pointer).and_then(Value::as_str);
    found.ok_or_else(|| format!("{pointer}: expected a text, found none"))
}

fn number(value: &Value, pointer: &str) -> Result<u64, String> {
    let found = value.pointer(pointer).and_then(Value::as_u64);
    found.ok_or_else(|| format!("{pointer}: expected a number, found none"))
}

fn array<const N: usize>(value: &Value, pointer: &str) -> Result<[u8; N], String> {
    let digits = string(value, pointer)?;
    let byte = |at: usize| u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..digits.len() / 2).map(byte).collect();
    let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or_else(|| format!("{pointer}: expected {N} bytes in hexadecimal, found {digits}"))
}

fn hex(bytes: &[u8]) -> Value {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let digits = digits.filter_map(|digit| char::from_digit(digit.into(), 16));
    Value::from(digits.collect::<String>())
}

fn hashes(hashes: &[Hash]) -> Value {
    hashes.iter().map(ToString::to_string).collect()
}

fn read_hashes(value: &Value, pointer: &str) -> Result<Vec<Hash>, String> {
    let list = value.pointer(pointer).and_then(Value::as_array);
    let list = list.ok_or_else(|| format!("{pointer}: expected a list, found none"))?;
    let hash = |item: &Value| item.as_str().unwrap_or_default().parse().map_err(text);
    list.iter().map(hash).collect()
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it is passed to `map_err` as it is"
)]
fn text(error: impl ToString) -> String {
    error.to_string()
}
