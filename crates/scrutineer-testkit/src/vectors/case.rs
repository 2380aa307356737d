//! The cases of a vector file.

use serde_json::{Map, Value};

/// One case: what is expected, and the document that says on what input.
#[derive(Debug, Clone, PartialEq)]
pub struct Case<'a> {
    /// The `id` of the vector, or the name of its block.
    pub id: String,
    /// The `algorithm` or `kind` of the vector, or `FAMILY/BLOCK`.
    pub kind: String,
    /// What must be reproduced.
    pub expected: &'a Value,
    /// The input, where the case has one of its own; `Null` where the whole document is the input.
    pub input: &'a Value,
    /// The largest relative difference of reals.
    pub relative: f64,
    /// Whether half a unit of the last printed decimal is a tolerance too.
    pub is_rounded: bool,
    /// The whole file.
    pub document: &'a Value,
}

/// A file without a list of vectors: each block is a case, and the file is the input.
struct Family {
    name: &'static str,
    /// Blocks that other families do not have; one of them is enough to recognise a file.
    marks: &'static [&'static str],
    /// Blocks that are input or explanation.
    not_cases: &'static [&'static str],
    /// Whether reals are printed rounded.
    is_rounded: bool,
}

const FAMILIES: &[Family] = &[
    Family {
        name: "venezuela-2024-audit",
        marks: &[
            "declared_sources",
            "sheet_checks",
            "declared_feasibility",
            "coverage_bounds",
        ],
        not_cases: &["definitions", "dataset", "declared_sources"],
        is_rounded: true,
    },
    Family {
        name: "tlog",
        marks: &[
            "leaf_hashes",
            "inclusion_proofs",
            "consistency_proofs",
            "tlog_proofs",
        ],
        not_cases: &["description", "specs", "keys"],
        is_rounded: false,
    },
    Family {
        name: "linkage",
        marks: &["list_a", "list_b", "keyed_hash"],
        not_cases: &["meta", "weights", "list_a", "list_b"],
        is_rounded: false,
    },
    Family {
        name: "count-claims",
        marks: &["claims"],
        not_cases: &["meta", "claims"],
        is_rounded: false,
    },
];

/// The tolerance of reals where a file states none.
const RELATIVE: f64 = 1e-6;

/// Splits a document into its cases, in their order.
///
/// # Errors
///
/// When it is no object, has neither vectors nor a known block, or a vector lacks a part.
pub fn split(document: &Value) -> Result<Vec<Case<'_>>, String> {
    let blocks = document.as_object().ok_or("expected an object")?;
    if let Some(vectors) = blocks.get("vectors") {
        let vectors = vectors.as_array().ok_or("vectors: expected a list")?;
        return vectors
            .iter()
            .enumerate()
            .map(|(at, vector)| listed(document, at, vector))
            .collect();
    }
    let family = FAMILIES
        .iter()
        .find(|family| family.marks.iter().any(|mark| blocks.contains_key(*mark)))
        .ok_or_else(|| {
            format!(
                "no known block among {:?}",
                blocks.keys().collect::<Vec<_>>()
            )
        })?;
    Ok(of_family(document, blocks, family))
}

fn listed<'a>(document: &'a Value, at: usize, vector: &'a Value) -> Result<Case<'a>, String> {
    let either = |names: [&str; 2]| names.iter().find_map(|name| vector.get(name));
    let text = |names| either(names).and_then(Value::as_str).map(str::to_owned);
    let lacks = |what: &str| format!("vectors[{at}]: expected {what}, found none");
    let stated = vector
        .get("tolerance")
        .or_else(|| document.pointer("/meta/tolerance_rel"))
        .or_else(|| document.pointer("/meta/tolerance/default_rel"));
    Ok(Case {
        id: text(["id", "id"]).ok_or_else(|| lacks("an id"))?,
        kind: text(["algorithm", "kind"]).ok_or_else(|| lacks("an algorithm or a kind"))?,
        expected: either(["expected", "expect"]).ok_or_else(|| lacks("values to compare"))?,
        input: either(["inputs", "input"]).unwrap_or(&Value::Null),
        relative: stated.and_then(Value::as_f64).unwrap_or(RELATIVE),
        is_rounded: false,
        document,
    })
}

fn of_family<'a>(
    document: &'a Value,
    blocks: &'a Map<String, Value>,
    family: &Family,
) -> Vec<Case<'a>> {
    let is_case = |(name, _): &(&String, &Value)| !family.not_cases.contains(&name.as_str());
    let case = |(name, expected): (&'a String, &'a Value)| Case {
        id: name.clone(),
        kind: format!("{}/{name}", family.name),
        expected,
        input: &Value::Null,
        relative: RELATIVE,
        is_rounded: family.is_rounded,
        document,
    };
    blocks.iter().filter(is_case).map(case).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_list_of_vectors_goes_by_algorithm_or_kind_with_its_own_tolerance() {
        let document = json!({"meta": {"tolerance_rel": 0.001}, "vectors": [
            {"id": "a", "algorithm": "A", "inputs": 1, "expected": 2, "tolerance": 0},
            {"id": "b", "kind": "B", "input": 1, "expect": 2}
        ]});
        let cases = split(&document).unwrap();
        let seen: Vec<_> = cases
            .iter()
            .map(|case| (case.kind.as_str(), case.relative.to_string()))
            .collect();
        assert_eq!(seen, [("A", "0".to_owned()), ("B", "0.001".to_owned())]);
    }

    #[test]
    fn a_file_with_some_blocks_of_a_family_is_recognised() {
        let document = json!({"definitions": {}, "coverage_bounds": {}, "last_digit": {}});
        let kinds: Vec<_> = split(&document)
            .unwrap()
            .into_iter()
            .map(|case| case.kind)
            .collect();
        assert_eq!(
            kinds,
            [
                "venezuela-2024-audit/coverage_bounds",
                "venezuela-2024-audit/last_digit"
            ]
        );
    }

    #[test]
    fn another_document_and_an_incomplete_vector_are_refused() {
        assert!(split(&json!([])).is_err());
        assert!(split(&json!({"other": 1})).unwrap_err().contains("other"));
        let incomplete = json!({"vectors": [{"id": "a", "kind": "A"}]});
        assert_eq!(
            split(&incomplete).unwrap_err(),
            "vectors[0]: expected values to compare, found none"
        );
    }
}
