//! The report as a document for programs.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use scrutineer_audit::{AuditReport, ChainOfEvidence};
use serde::Serialize;

use crate::{Language, template, view};

/// The document cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("the audit report cannot be written as JSON: {0}")]
pub struct JsonError(#[from] serde_json::Error);

/// The audit report with the templates of its messages.
#[derive(Serialize, schemars::JsonSchema)]
#[schemars(title = "scrutineer/audit-report/1")]
pub(crate) struct Document<'a> {
    #[serde(flatten)]
    report: &'a AuditReport,
    /// Per language the templates of the messages that the report uses.
    texts: IndexMap<&'static str, BTreeMap<String, String>>,
}

/// The JSON Schema (draft 2020-12) of the document that [`json`] writes.
pub fn schema() -> serde_json::Value {
    let written = schemars::generate::SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Document<'_>>()
        .to_value();
    ordered(written)
}

/// A schema with what the document is before what it holds.
pub(crate) fn ordered(written: serde_json::Value) -> serde_json::Value {
    let mut ordered = serde_json::Map::new();
    if let serde_json::Value::Object(mut held) = written {
        for key in ["$schema", "title", "description"] {
            if let Some(value) = held.shift_remove(key) {
                ordered.insert(key.to_owned(), value);
            }
        }
        ordered.extend(held);
    }
    serde_json::Value::Object(ordered)
}

/// The document of `spec/interfaces.md`: the report, then `texts` with the templates of the messages
/// it uses. Two spaces of indentation, one line break at the end.
pub fn json(report: &AuditReport) -> Result<String, JsonError> {
    let mut text = serde_json::to_string_pretty(&Document::new(report)?)?;
    text.push('\n');
    Ok(text)
}

impl<'a> Document<'a> {
    pub(crate) fn new(report: &'a AuditReport) -> Result<Self, JsonError> {
        // Exact fractions may need 128 bits, which text holds and a tree of values does not; the tree
        // is only searched for messages.
        let value: serde_json::Value = serde_json::from_str(&serde_json::to_string(report)?)?;
        let mut ids = Vec::new();
        collect_ids(&value, &mut ids);
        let texts = Language::ALL
            .into_iter()
            .map(|language| (language.tag(), templates(language, report, &ids)))
            .collect();
        Ok(Self { report, texts })
    }
}

fn templates(language: Language, report: &AuditReport, ids: &[String]) -> BTreeMap<String, String> {
    let mut wanted: Vec<String> = ids.to_vec();
    for finding in &report.findings {
        wanted.push(format!("{}-title", view::check_id(&finding.code)));
        wanted.push(format!("{}-action", view::check_id(&finding.code)));
    }
    let chains = report.contests.iter().flat_map(|contest| {
        let results = contest.declarations.iter().flat_map(|held| &held.results);
        let sources = contest.sources.iter().map(|source| &source.chain);
        std::iter::once(&contest.chain)
            .chain(results.map(|result| &result.chain))
            .chain(sources)
    });
    for link in chains.flat_map(ChainOfEvidence::links) {
        wanted.push(format!("chain-link-{}", link.link.number()));
        wanted.push(format!("chain-question-{}", link.link.number()));
        wanted.extend(link.reasons.iter().map(|code| format!("chain-{code}")));
    }
    // Looking up a template reads the message files; thousands of findings share a few messages.
    wanted.sort_unstable();
    wanted.dedup();
    wanted
        .into_iter()
        .filter_map(|id| template(language, &id).map(|text| (id, text)))
        .collect()
}

/// Every `{id, args}` of the document is a message.
fn collect_ids(value: &serde_json::Value, ids: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => {
            if map.contains_key("args")
                && let Some(serde_json::Value::String(id)) = map.get("id")
            {
                ids.push(id.clone());
            }
            for inner in map.values() {
                collect_ids(inner, ids);
            }
        }
        serde_json::Value::Array(items) => {
            for inner in items {
                collect_ids(inner, ids);
            }
        }
        _ => {}
    }
}
