//! Two scores side by side in words: no number without its range and its direction.

use scrutineer_indices::{Comparison, Input, Pair, Profile, Rules, Span, Stated};
use scrutineer_model::{Message, Value};

use super::labels::Labels;
use super::text::{band_words, head, in_language, notes, points, span, value};
use crate::session::Session;

/// Two scores side by side: of what each is, and every number with its range and its direction.
pub(super) fn comparison(
    rules: &Rules,
    [one, other]: [&Profile; 2],
    found: &Comparison,
    labels: &Labels<'_, '_>,
    session: &Session<'_>,
) -> Vec<String> {
    let mut lines = vec![session.plain("index-not-used")];
    for (id, profile) in [("index-first", one), ("index-second", other)] {
        lines.push(session.filled(id, &[("head", &head(profile, session))]));
    }
    for held in &found.breaks {
        let about = in_language(&held.about, session);
        lines.push(session.filled(
            "index-break",
            &[("edition", &held.edition), ("about", &about)],
        ));
    }
    lines.extend(found.measures.iter().flat_map(|held| {
        let of = |profile: &'_ Profile| profile.measure(&held.id).cloned();
        measures(held, [of(one), of(other)], session)
    }));
    lines.push(session.filled(
        "index-questions",
        &[("differ", &found.questions.len()), ("same", &found.same)],
    ));
    lines.extend(found.questions.iter().map(|held| {
        let input = rules.inputs.iter().find(|input| input.name() == held.id);
        question(held, input, &labels.of(&rules.id, &held.id), session)
    }));
    lines
}

/// A measure in both: in one line where its range is the same in both, else in one line for each.
fn measures(held: &Pair, sides: [Option<Stated>; 2], session: &Session<'_>) -> Vec<String> {
    let [Some(one), Some(other)] = sides else {
        return Vec::new();
    };
    let change = changed(held, session);
    let same_range = one.scale == other.scale && one.is_nominal == other.is_nominal;
    let spans = one.value.points.zip(other.value.points);
    let line = match (spans, one.scale, &one.lowest, &one.highest) {
        (Some((first, second)), Some(scale), Some(lowest), Some(highest)) if same_range => session
            .filled(
                "index-pair-value",
                &[
                    ("label", &in_language(&one.label, session)),
                    ("one", &span(first, session)),
                    ("other", &span(second, session)),
                    ("least", &points(scale.low, session)),
                    ("most", &points(scale.high, session)),
                    ("lowest", &in_language(lowest, session)),
                    ("highest", &in_language(highest, session)),
                    ("change", &change),
                ],
            ),
        (None, None, _, _) => session.filled(
            "index-pair-word",
            &[
                ("label", &in_language(&one.label, session)),
                ("one", &band_words(&one, session)),
                ("other", &band_words(&other, session)),
            ],
        ),
        _ => {
            let sides = [("index-first", one), ("index-second", other)];
            return sides
                .into_iter()
                .map(|(id, stated)| {
                    let head = value(&stated, session);
                    format!("  {}", session.filled(id, &[("head", &head)]))
                })
                .collect();
        }
    };
    let notes = notes([&one, &other], session);
    vec![format!("  {line}{notes}")]
}

/// A question in both, with the range and the direction of its answers.
fn question(held: &Pair, input: Option<&Input>, label: &str, session: &Session<'_>) -> String {
    let none = session.plain("index-none");
    let side =
        |span_of: Option<Span>| span_of.map_or_else(|| none.clone(), |held| span(held, session));
    let better = input.is_some_and(|input| input.more_is_better);
    let message = Message::new("index-pair-question")
        .with("label", Value::Text(label.to_owned()))
        .with("one", Value::Text(side(held.one)))
        .with("other", Value::Text(side(held.other)))
        .with(
            "least",
            Value::Text(input.map_or(0, |input| input.least).to_string()),
        )
        .with(
            "most",
            Value::Text(input.map_or(0, |input| input.most).to_string()),
        )
        .with("better", if better { "yes" } else { "no" })
        .with("change", Value::Text(changed(held, session)));
    format!("  {}", session.sentence(&message))
}

/// How much the second is above the first, where both are single numbers; else nothing.
fn changed(held: &Pair, session: &Session<'_>) -> String {
    held.change.map_or_else(String::new, |change| {
        let change = points(change, session);
        session.filled("index-change-by", &[("change", &change)])
    })
}
