//! Two invented lists, linked.

use std::collections::BTreeMap;

use scrutineer_incidents::keyed;
use scrutineer_incidents::linkage::{
    ListRecord, NamedRecord, RecordAt, Weights, identity, jaro, jaro_winkler, levels, link,
    normalise,
};
use scrutineer_model::Date;
use serde_json::{Map, Value, json};

use super::super::case::Case;
use super::{list, text};

struct Lists {
    ids: [Vec<String>; 2],
    records: Vec<Vec<ListRecord>>,
    weights: Weights,
}

fn record(value: &Value) -> Result<NamedRecord, String> {
    let held = |name| text(value, name).map(str::to_owned);
    let date = match text(value, "date")? {
        "" => None,
        date => Some(Date::parse(date).map_err(|error| error.to_string())?),
    };
    Ok(NamedRecord {
        id: held("id")?,
        given: held("given")?,
        surname1: held("surname1")?,
        surname2: held("surname2")?,
        date,
        age: value
            .get("age")
            .and_then(Value::as_u64)
            .and_then(|age| u16::try_from(age).ok()),
        place: held("place")?,
        sex: held("sex")?,
        identity: None,
    })
}

fn lists(case: &Case<'_>) -> Result<Lists, String> {
    let read = |name| -> Result<(Vec<String>, Vec<ListRecord>), String> {
        let named: Result<Vec<NamedRecord>, String> =
            list(case.document, name)?.iter().map(record).collect();
        let named = named?;
        Ok((
            named.iter().map(|held| held.id.clone()).collect(),
            named.iter().map(ListRecord::new).collect(),
        ))
    };
    let (first, left) = read("list_a")?;
    let (second, right) = read("list_b")?;
    let meta = |name: &str| {
        let found = case
            .document
            .pointer(&format!("/meta/{name}"))
            .and_then(Value::as_f64);
        found.ok_or_else(|| format!("meta.{name}: expected a number"))
    };
    let stated = case.document.get("weights").cloned().unwrap_or_default();
    let table: BTreeMap<String, BTreeMap<String, f64>> =
        serde_json::from_value(stated).map_err(|error| error.to_string())?;
    let weights = Weights::new(meta("auto_threshold")?, meta("review_threshold")?, table);
    Ok(Lists {
        ids: [first, second],
        records: vec![left, right],
        weights: weights.map_err(|error| error.to_string())?,
    })
}

impl Lists {
    fn id(&self, at: RecordAt) -> &str {
        self.ids
            .get(at.list)
            .and_then(|ids| ids.get(at.record))
            .map_or("", String::as_str)
    }
}

pub(super) fn expected(case: &Case<'_>) -> Result<Value, String> {
    let held = lists(case)?;
    let linked = link(&held.records, &held.weights, &[]);
    let auto: Vec<Value> = linked
        .auto
        .iter()
        .map(|pair| json!([held.id(pair.left), held.id(pair.right), pair.score]))
        .collect();
    let review: Vec<Value> = linked
        .review
        .iter()
        .map(|pair| {
            let levels: Map<String, Value> = pair
                .levels
                .pairs()
                .map(|(field, level)| (field.to_owned(), json!(level)))
                .into_iter()
                .collect();
            json!([held.id(pair.left), held.id(pair.right), pair.score, levels])
        })
        .collect();
    let clusters: Vec<Vec<&str>> = linked
        .clusters
        .iter()
        .map(|cluster| cluster.iter().map(|at| held.id(*at)).collect())
        .collect();
    Ok(json!({
        "auto": auto, "review": review, "clusters": clusters,
        "min_unique": linked.min_unique, "max_unique": linked.max_unique,
    }))
}

pub(super) fn all_pairs(case: &Case<'_>) -> Result<Value, String> {
    let held = lists(case)?;
    let [left, right] = held.records.as_slice() else {
        return Err("expected two lists".to_owned());
    };
    let mut pairs = Vec::new();
    for (a, first) in left.iter().zip(&held.ids[0]) {
        for (b, second) in right.iter().zip(&held.ids[1]) {
            pairs.push(json!([first, second, held.weights.score(&levels(a, b))]));
        }
    }
    Ok(Value::Array(pairs))
}

pub(super) fn similarity(case: &Case<'_>) -> Result<Value, String> {
    let rows = case.expected.as_array().ok_or("expected a list")?;
    let compared = rows.iter().map(|row| {
        let word = |at| row.get(at).and_then(Value::as_str).unwrap_or_default();
        let (a, b) = (word(0), word(1));
        json!([a, b, jaro(a, b), jaro_winkler(a, b)])
    });
    Ok(compared.collect())
}

pub(super) fn keyed_hash(case: &Case<'_>) -> Result<Value, String> {
    let mut answer = case.expected.clone();
    let key = text(case.expected, "key_ascii")?.as_bytes().to_vec();
    let mut computed = Vec::new();
    for row in list(case.expected, "vectors")? {
        let (domain, value) = (text(row, "domain")?, text(row, "value")?);
        let plain = match domain {
            "name" => normalise(value),
            "id" => identity(value),
            other => return Err(format!("domain: expected name or id, found {other}")),
        };
        let hash = keyed(&key, domain, &plain);
        let hash = hash
            .iter()
            .fold(String::new(), |hash, byte| hash + &format!("{byte:02x}"));
        computed.push(json!({
            "domain": domain, "value": value, "normalised": plain, "hmac_sha256": hash,
        }));
    }
    answer["vectors"] = Value::Array(computed);
    Ok(answer)
}
