//! Whole percentages by exact moments.

use scrutineer_forensics::percentages;
use scrutineer_stats::normal_sf;
use serde_json::{Map, Value, json};

use super::sheets;
use crate::vectors::case::Case;

pub(super) fn integer(case: &Case<'_>) -> Result<Value, String> {
    let sheets = sheets(case)?;
    let mut found = Map::new();
    for (name, quantity) in [("EG", "EG"), ("NM", "NM"), ("turnout", "votes")] {
        let (tables, quantity) = sheets.named(quantity)?;
        let [count, five] = percentages(tables, quantity);
        let row = json!({
            "n": count.sheets,
            "observed": count.observed,
            "expected": count.expected,
            "var": count.variance,
            "sd": libm::sqrt(count.variance),
            "z": count.z(),
            "p_one_sided_normal": normal_sf(count.z()),
            "z_multiples_of_5": five.z(),
        });
        found.insert(name.to_owned(), row);
    }
    Ok(Value::Object(found))
}
