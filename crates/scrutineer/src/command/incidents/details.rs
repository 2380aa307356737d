//! What reports of a type say beside their number, in words.

use std::collections::BTreeMap;

use scrutineer_incidents::{
    Category, Force, Means, Phase, Resolved, Response, Spread, TypeReports,
};
use scrutineer_model::Message;

use crate::session::Session;

/// Means of force, kinds of units, responses and the rest; nothing for what no report says or what is withheld.
pub(super) fn lines(held: &TypeReports, session: &Session<'_>) -> Vec<String> {
    let word = |prefix: &'static str| move |word: &str| format!("{prefix}-{word}");
    let mut lines = Vec::new();
    let means = words(&held.means, Means::word, word("conditions-means"), session);
    if !means.is_empty() {
        lines.push(session.filled("conditions-means", &[("means", &means)]));
    }
    let told = [
        (
            "units",
            words(
                &held.units,
                Category::word,
                word("incidents-category"),
                session,
            ),
        ),
        (
            "force",
            words(&held.force, Force::word, word("incidents-force"), session),
        ),
        (
            "responses",
            words(
                &held.responses,
                Response::word,
                word("incidents-response"),
                session,
            ),
        ),
        (
            "phases",
            words(&held.phases, Phase::word, word("incidents-phase"), session),
        ),
        (
            "resolved",
            words(
                &held.resolved,
                Resolved::word,
                word("incidents-resolved"),
                session,
            ),
        ),
    ];
    for (name, what) in told.iter().filter(|(_, what)| !what.is_empty()) {
        lines.push(session.filled(&format!("incidents-told-{name}"), &[("what", what)]));
    }
    let numbers = [("persons", held.persons), ("sizes", held.sizes)];
    lines.extend(
        numbers
            .into_iter()
            .filter_map(|(name, held)| Some(spread(name, held?, session))),
    );
    lines
}

fn spread(name: &str, held: Spread, session: &Session<'_>) -> String {
    let message = Message::new(format!("incidents-told-{name}"))
        .with("count", held.reports)
        .with("low", held.low)
        .with("high", held.high);
    session.sentence(&message)
}

/// Words with their numbers, `police 3, military 5`.
pub(super) fn words<K: Copy>(
    numbers: &BTreeMap<K, u64>,
    word: impl Fn(K) -> &'static str,
    id: impl Fn(&str) -> String,
    session: &Session<'_>,
) -> String {
    let each = numbers
        .iter()
        .map(|(key, number)| format!("{} {number}", session.plain(&id(word(*key)))));
    each.collect::<Vec<_>>().join(", ")
}
