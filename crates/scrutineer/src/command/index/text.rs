//! Values of indices in words. No number stands without its range, direction, edition and publisher.

use scrutineer_indices::{
    Agreement, How, IndexSummary, Origin, Points, Profile, Rank, Sensitivity, Span, Stated,
    TermValue, Words,
};
use scrutineer_model::{Message, Real};
use scrutineer_report::Language;

use super::labels::Labels;
use crate::session::Session;

pub(super) fn in_language<'w>(words: &'w Words, session: &Session<'_>) -> &'w str {
    match session.language() {
        Language::English => &words.en,
        Language::Spanish => &words.es,
    }
}

pub(super) fn points(value: Points, session: &Session<'_>) -> String {
    match value.whole() {
        Some(whole) => whole.to_string(),
        None => real(Real::new(value.0.to_f64()), session),
    }
}

fn real(value: Real, session: &Session<'_>) -> String {
    session.sentence(&Message::new("index-real").with("value", value.get()))
}

pub(super) fn span(value: Span, session: &Session<'_>) -> String {
    match value.value() {
        Some(value) => points(value, session),
        None => session.filled(
            "index-span",
            &[
                ("low", &points(value.low, session)),
                ("high", &points(value.high, session)),
            ],
        ),
    }
}

/// The scores, each under a line that says of what they are.
pub(super) fn scores(
    summary: &IndexSummary,
    ranks: &[Rank],
    explains: bool,
    labels: &Labels<'_, '_>,
    session: &Session<'_>,
) -> Vec<String> {
    let mut lines = vec![session.plain("index-not-used")];
    let is_list = !explains && !ranks.is_empty();
    for (at, profile) in summary.profiles.iter().enumerate() {
        if !is_list {
            lines.push(String::new());
        }
        lines.push(head(profile, session));
        if let Some(rank) = ranks.get(at) {
            let rank = Message::new("index-rank")
                .with("first", rank.first.to_string())
                .with("last", rank.last.to_string())
                .with("same", if rank.first == rank.last { "yes" } else { "no" })
                .with("of", rank.of.to_string());
            lines.push(format!("  {}", session.sentence(&rank)));
        }
        for stated in &profile.measures {
            let is_head = stated.measure == profile.headline
                || Some(&stated.measure) == profile.status.as_ref();
            if !is_list || is_head {
                lines.push(format!("  {}", value(stated, session)));
            }
            if explains {
                let terms = stated.value.terms.iter();
                lines.extend(
                    terms.map(|held| format!("    {}", term(held, profile, labels, session))),
                );
            }
        }
        lines.extend(
            open(profile, session)
                .into_iter()
                .map(|line| format!("  {line}")),
        );
        if explains {
            lines.extend(changes(profile, labels, session));
        }
        lines.extend(
            printed(profile, labels, session)
                .into_iter()
                .map(|line| format!("  {line}")),
        );
    }
    lines
}

pub(super) fn head(profile: &Profile, session: &Session<'_>) -> String {
    let editions: Vec<String> = profile
        .editions
        .iter()
        .map(|held| {
            let index = &held.index;
            match &held.covers {
                Some((from, to)) => session.filled(
                    "index-edition-covers",
                    &[
                        ("index", index),
                        ("edition", &held.edition),
                        ("from", from),
                        ("to", to),
                    ],
                ),
                None => session.filled(
                    "index-edition-plain",
                    &[("index", index), ("edition", &held.edition)],
                ),
            }
        })
        .collect();
    let name = session.filled(
        "index-head",
        &[
            ("name", &profile.name),
            ("place", &profile.place),
            ("editions", &editions.join(", ")),
            ("publisher", &profile.publisher),
        ],
    );
    match profile.origin {
        Origin::ReproducesPublisher => name,
        Origin::Reconstructed => format!("{name}; {}", session.plain("index-recomputed")),
        Origin::Own => format!("{name}; {}", session.plain("index-own")),
    }
}

/// The words of the bands in which the value lies.
pub(super) fn band_words(stated: &Stated, session: &Session<'_>) -> String {
    let words: Vec<&str> = stated
        .band_words
        .iter()
        .map(|words| in_language(words, session))
        .collect();
    if words.is_empty() {
        session.plain("index-none")
    } else {
        words.join(&session.plain("index-or"))
    }
}

/// What a reader must know of a number, or of two: each note once.
pub(super) fn notes<const N: usize>(of: [&Stated; N], session: &Session<'_>) -> String {
    let has = |test: fn(&Stated) -> bool| of.iter().any(|stated| test(stated));
    let notes = [
        ("index-nominal", has(|stated| stated.is_nominal)),
        ("index-taken", has(|stated| stated.value.is_taken)),
        ("index-outside", has(|stated| stated.value.is_outside)),
    ];
    let held = notes.into_iter().filter(|(_, holds)| *holds);
    let held: Vec<String> = held
        .map(|(id, _)| format!("; {}", session.plain(id)))
        .collect();
    held.concat()
}

pub(super) fn value(stated: &Stated, session: &Session<'_>) -> String {
    let label = in_language(&stated.label, session);
    let line = match (
        stated.value.points,
        stated.scale,
        &stated.lowest,
        &stated.highest,
    ) {
        (Some(found), Some(scale), Some(lowest), Some(highest)) => session.filled(
            "index-value",
            &[
                ("label", &label),
                ("value", &span(found, session)),
                ("least", &points(scale.low, session)),
                ("most", &points(scale.high, session)),
                ("lowest", &in_language(lowest, session)),
                ("highest", &in_language(highest, session)),
            ],
        ),
        _ => session.filled(
            "index-word",
            &[("label", &label), ("words", &band_words(stated, session))],
        ),
    };
    format!("{line}{}", notes([stated], session))
}

fn term(
    held: &TermValue,
    profile: &Profile,
    labels: &Labels<'_, '_>,
    session: &Session<'_>,
) -> String {
    let how = match held.how {
        How::Added => session.plain("index-how-added"),
        How::Subtracted => session.plain("index-how-subtracted"),
        How::From { constant } => session.filled("index-how-from", &[("constant", &constant)]),
        How::Rescaled { to, .. } => session.filled("index-how-rescaled", &[("to", &to)]),
    };
    let measure = || labels.range(profile.measure(&held.of)?);
    let range = labels.answers(&held.of).or_else(measure);
    session.filled(
        "index-line-term",
        &[
            ("of", &labels.of(&profile.index, &held.of)),
            ("answer", &span(held.answer, session)),
            ("range", &range.unwrap_or_default()),
            ("how", &how),
            ("adds", &span(held.adds, session)),
        ],
    )
}

/// Questions without an answer and those on which coders differ.
fn open(profile: &Profile, session: &Session<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for (id, names) in [
        ("index-missing", &profile.missing),
        ("index-disputed", &profile.disputed),
    ] {
        if !names.is_empty() {
            lines.push(session.filled(id, &[("names", &names.join(", "))]));
        }
    }
    lines.extend(profile.note.clone());
    lines
}

fn changes(profile: &Profile, labels: &Labels<'_, '_>, session: &Session<'_>) -> Vec<String> {
    let Some(status) = &profile.status else {
        return Vec::new();
    };
    if profile.changes.is_empty() {
        return vec![format!("  {}", session.plain("index-no-change"))];
    }
    let label = labels.of(&profile.index, status);
    let lines = profile.changes.iter().map(|change| {
        let line = session.filled(
            "index-line-change",
            &[
                ("question", &labels.of(&profile.index, &change.question)),
                ("from", &change.from),
                ("to", &change.to),
                (
                    "range",
                    &labels.answers(&change.question).unwrap_or_default(),
                ),
                ("label", &label),
                (
                    "before",
                    &labels.bands(&profile.index, status, &change.before),
                ),
                (
                    "after",
                    &labels.bands(&profile.index, status, &change.after),
                ),
            ],
        );
        format!("  {line}")
    });
    lines.collect()
}

fn printed(profile: &Profile, labels: &Labels<'_, '_>, session: &Session<'_>) -> Vec<String> {
    let lines = profile.printed.iter().map(|held| {
        let editions: Vec<String> = held
            .printed
            .editions
            .iter()
            .map(|(index, edition)| labels.edition(index, *edition))
            .collect();
        let agrees = match held.agrees {
            Some(true) => "index-printed-agrees",
            Some(false) => "index-printed-differs",
            None => "index-printed-other",
        };
        let measure = &held.printed.measure;
        let range = profile
            .measure(measure)
            .and_then(|stated| labels.range(stated));
        let line = session.filled(
            "index-line-printed",
            &[
                ("measure", &labels.of(&profile.index, measure)),
                (
                    "is",
                    &labels.band(&profile.index, measure, &held.printed.is),
                ),
                ("range", &spaced(range)),
                ("editions", &editions.join(", ")),
                ("source", &held.printed.source),
                ("date", &held.printed.date),
            ],
        );
        format!("{line}: {}", session.plain(agrees))
    });
    lines.collect()
}

/// A range behind a value; nothing where the value is a word.
fn spaced(range: Option<String>) -> String {
    range.map_or_else(String::new, |range| format!(" {range}"))
}

/// What single questions move in the value that stands for the whole of a profile.
pub(super) fn moves(
    profile: &Profile,
    moves: &[Sensitivity],
    labels: &Labels<'_, '_>,
    session: &Session<'_>,
) -> Vec<String> {
    let whole = profile.measure(&profile.headline);
    let label = labels.of(&profile.index, &profile.headline);
    let range = whole.and_then(|stated| labels.range(stated));
    let mut lines = vec![String::new(), head(profile, session)];
    lines.push(session.filled(
        "index-line-moves",
        &[("label", &label), ("range", &spaced(range.clone()))],
    ));
    let none = session.plain("index-none");
    let step = |held: Option<Span>| held.map_or_else(|| none.clone(), |held| span(held, session));
    lines.extend(moves.iter().map(|held| {
        let line = session.filled(
            "index-line-move",
            &[
                ("question", &labels.of(&profile.index, &held.question)),
                ("answer", &held.answer),
                (
                    "answers",
                    &labels.answers(&held.question).unwrap_or_default(),
                ),
                ("label", &label),
                ("now", &span(held.now, session)),
                ("range", &spaced(range.clone())),
                ("less", &step(held.one_less)),
                ("more", &step(held.one_more)),
                ("least", &span(held.at_least, session)),
                ("most", &span(held.at_most, session)),
            ],
        );
        format!("  {line}")
    }));
    lines
}

/// Agreement of coders.
pub(super) fn agreement(index: &str, found: &[Agreement], session: &Session<'_>) -> Vec<String> {
    let none = session.plain("index-none");
    let shown =
        |value: Option<Real>| value.map_or_else(|| none.clone(), |value| real(value, session));
    let mut lines = Vec::new();
    for held in found {
        lines.push(session.filled(
            "index-agreement",
            &[
                ("index", &index),
                ("least", &held.least),
                ("most", &held.most),
                ("units", &held.units),
                ("differ", &held.differ),
                ("ordinal", &shown(held.alpha_ordinal)),
            ],
        ));
        lines.extend(held.pairs.iter().map(|pair| {
            let line = session.filled(
                "index-pair",
                &[
                    ("one", &pair.one),
                    ("other", &pair.other),
                    ("units", &pair.units),
                    ("kappa", &shown(pair.kappa_quadratic)),
                ],
            );
            format!("  {line}")
        }));
    }
    lines
}
