//! Counting rules: bounds from named persons and figures, and fifteen public statements.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_incidents::{
    ActKind, Area, ClaimedFigure, Cluster, Group, Qualifier, Quantity, Scope, Source, SourceGraph,
    SourceKind, Standard, Standing, Status, count, figure_range, went_down,
};
use scrutineer_model::{Code, Date};
use serde_json::{Map, Value, json};

use super::super::case::Case;
use super::{list, number, text};

fn code(text: &str) -> Result<Code, String> {
    let plain: String = text
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .take(64)
        .collect();
    Code::parse(&plain).map_err(|error| error.to_string())
}

fn date(text: &str) -> Date {
    // Dates such as "d1" order nothing in their vector.
    Date::parse(text)
        .or_else(|_| Date::parse("2030-01-01"))
        .expect("a date")
}

fn source(id: Code, standing: Standing, derived_from: Vec<Code>) -> Source {
    Source {
        name: id.to_string(),
        id,
        kind: SourceKind::NgoList,
        standing,
        cut_off: None,
        method: String::new(),
        derived_from,
        access: scrutineer_incidents::Access::Public,
    }
}

fn scope(act: ActKind, cut_off: &str, since: Option<&str>) -> Scope {
    Scope {
        act,
        area: Area::default(),
        interval: None,
        cut_off: date(cut_off),
        since: since.map(date),
    }
}

pub(super) fn count_bounds(case: &Case<'_>) -> Result<Value, String> {
    let claims = list(case.input, "claims")?;
    let mut figures = Vec::new();
    let mut persons: BTreeMap<&str, (Status, BTreeSet<Code>)> = BTreeMap::new();
    let mut sources = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate() {
        let id = code(text(claim, "source")?)?;
        sources.insert(
            id.clone(),
            source(id.clone(), Standing::Primary, Vec::new()),
        );
        if text(claim, "type")? == "named" {
            let status = Status::parse(&text(claim, "status")?.replace('_', "-"));
            let status = status.ok_or("status: expected a known one")?;
            let held = persons
                .entry(text(claim, "victim")?)
                .or_insert((status, BTreeSet::new()));
            held.1.insert(id);
            continue;
        }
        let place = text(claim, "scope")?;
        let area = place.strip_prefix("state:").unwrap_or_default();
        let stated = number(claim, "count")?;
        let quantity = Quantity::new(Qualifier::Exactly, Some(stated), None, None);
        figures.push(ClaimedFigure {
            claim: code(&format!("c{at}"))?,
            source: id,
            standing: Standing::Primary,
            act: ActKind::Killed,
            quantity: quantity.ok_or("count: expected a number")?,
            qualifier: Qualifier::Exactly,
            standard: Standard::Stated,
            of: None,
            parts: BTreeMap::new(),
            as_of: date(text(claim, "as_of")?),
            area: Area::parse(area).ok_or("scope: expected nation or state:CODE")?,
            interval: None,
            withdrawn: None,
            is_withheld: false,
            as_of_note: None,
            outlet: None,
        });
    }
    let clusters: Vec<Cluster> = persons
        .into_values()
        .map(|(status, sources)| Cluster {
            status,
            sources,
            group: Group::Unknown,
            perpetrators: BTreeSet::new(),
            days: Vec::new(),
        })
        .collect();
    let graph = SourceGraph::new(sources.values());
    let found = count(
        &scope(ActKind::Killed, "2030-12-31", None),
        &clusters,
        &[],
        &figures,
        &graph,
    );
    Ok(json!({
        "minimum": found.minimum, "credible": found.credible, "maximum": found.maximum,
        "max_source": found.maximum_sources.first().map(Code::as_str),
        "sentence_key": found.key(),
    }))
}

fn qualifier(word: &str) -> Result<Qualifier, String> {
    Qualifier::parse(&word.replace('_', "-")).ok_or_else(|| format!("qualifier {word}"))
}

/// The name of the body without what it published.
fn body(name: &str) -> &str {
    name.split([',', '(']).next().unwrap_or(name).trim()
}

fn statement(claim: &Value) -> Result<(ClaimedFigure, Source), String> {
    let word = text(claim, "act")?;
    let (act, standard) = match word {
        "killed_independently_verified" => (ActKind::Killed, Standard::IndependentlyVerified),
        other => (
            ActKind::parse(other).ok_or("act: expected a known one")?,
            Standard::Stated,
        ),
    };
    let qualifier = qualifier(text(claim, "qualifier")?)?;
    let number = |name| claim.get(name).and_then(Value::as_u64);
    let first = number("count").or_else(|| number("count_min"));
    let quantity = Quantity::new(qualifier, first, number("count_max"), None);
    let standing = Standing::parse(text(claim, "kind")?).ok_or("kind: expected a known one")?;
    let id = code(body(text(claim, "source")?))?;
    let derived = claim.get("derived_from").and_then(Value::as_array);
    let derived: Result<Vec<Code>, String> = derived
        .into_iter()
        .flatten()
        .map(|name| code(name.as_str().unwrap_or_default()))
        .collect();
    let parts = claim.get("parts").and_then(Value::as_object);
    let parts = parts.into_iter().flatten();
    let parts = parts.filter_map(|(name, value)| Some((name.clone(), value.as_u64()?)));
    let figure = ClaimedFigure {
        claim: code(text(claim, "id")?)?,
        source: id.clone(),
        standing,
        act,
        quantity: quantity.ok_or("count: expected what the qualifier asks for")?,
        qualifier,
        standard,
        of: number("of"),
        parts: parts.collect(),
        as_of: date(text(claim, "as_of")?),
        area: Area::default(),
        interval: None,
        withdrawn: None,
        is_withheld: false,
        as_of_note: None,
        outlet: None,
    };
    Ok((figure, source(id, standing, derived?)))
}

pub(super) fn public_statements(case: &Case<'_>) -> Result<Value, String> {
    let mut figures = Vec::new();
    let mut sources: BTreeMap<Code, Source> = BTreeMap::new();
    for claim in list(case.document, "claims")? {
        let (figure, source) = statement(claim)?;
        figures.push(figure);
        let held = sources
            .entry(source.id.clone())
            .or_insert_with(|| source.clone());
        held.derived_from.extend(source.derived_from);
    }
    let graph = SourceGraph::new(sources.values());
    let of = |act, cut_off, since| figure_range(&scope(act, cut_off, since), &figures, &graph);
    let killed = of(ActKind::Killed, "2024-12-31", None);
    let recent = of(ActKind::Killed, "2024-12-31", Some("2024-09-01"));
    let early = of(ActKind::Killed, "2024-08-01", None);
    let detained = of(ActKind::Detained, "2024-08-07", None);
    let party = detained
        .parties
        .first()
        .ok_or("expected a figure of a party")?;
    let low =
        |said: &Option<scrutineer_incidents::Said>| said.as_ref().map(|said| said.quantity.low);
    let most = |said: &Option<scrutineer_incidents::Said>| {
        said.as_ref().map(scrutineer_incidents::Said::largest)
    };
    // What must never come out: the sum. Any number of the range that equals it is a difference.
    let sums = case
        .expected
        .pointer("/killed_latest/must_not_equal")
        .and_then(Value::as_object);
    let shown = [
        low(&killed.verified),
        low(&killed.credible),
        most(&killed.highest),
    ];
    let kept: Map<String, Value> = sums
        .into_iter()
        .flatten()
        .map(|(name, sum)| {
            let is_shown = shown
                .iter()
                .any(|number| number.is_some() && *number == sum.as_u64());
            (
                name.clone(),
                if is_shown { Value::Null } else { sum.clone() },
            )
        })
        .collect();
    let expected = |path: &str| case.expected.pointer(path).cloned().unwrap_or_default();
    let rule = |holds: bool, path: &str| if holds { expected(path) } else { Value::Null };
    Ok(json!({
        "killed_latest": {
            "verified_tier": low(&killed.verified),
            "lowest_primary_since_2024-09": low(&recent.lowest),
            "credible": low(&killed.credible),
            "maximum": most(&killed.highest),
            "must_not_equal": kept,
        },
        "killed_by_2024-08-01": {
            "credible": low(&early.credible), "maximum": most(&early.highest),
        },
        "detained_by_2024-08-07": {
            "civil_society_floor": low(&detained.credible),
            "government_figure": party.said.largest(),
            "ratio": party.ratio,
            "rule": rule(detained.parties.len() == 1, "/detained_by_2024-08-07/rule"),
        },
        "monotone_check": rule(went_down(&figures, date("2024-12-31")).is_empty(), "/monotone_check"),
    }))
}
