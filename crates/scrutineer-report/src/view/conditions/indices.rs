//! Indices of freedom, and how their values come about.

use scrutineer_model::{Message, Real};

use super::{data, joined, label, table};
use crate::TextError;
use crate::conditions::{
    Amount, Conditions, IndexMeasure, IndexProfile, IndexTerm, Label, Range, TermUse,
};
use crate::phrase::Phrase;
use crate::view::{Align, Block, Blocks};
use crate::voice::Voice;

fn amount(value: Amount, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    match value.whole() {
        Some(whole) => Ok(voice.integer(whole)),
        None => voice.real(Real::new(value.get())),
    }
}

/// One number, or the ends of what is possible.
fn range(held: Range, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let low = amount(held.low, voice)?;
    if held.low == held.high {
        return Ok(low);
    }
    let high = amount(held.high, voice)?;
    voice.with(&Message::new("index-span"), &[("low", low), ("high", high)])
}

pub(super) fn profiles(held: &Conditions, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for profile in held.indices.iter().flat_map(|part| &part.profiles) {
        blocks.push(Block::Heading(data(&profile.name)));
        blocks.push(Block::Text(head(profile, voice)?));
        let mut lines = Vec::new();
        for measure in &profile.measures {
            lines.push(value(measure, voice)?);
        }
        blocks.push(Block::List(lines));
        let mut notes = Vec::new();
        for (id, names) in [
            ("index-missing", &profile.missing),
            ("index-disputed", &profile.disputed),
        ] {
            if !names.is_empty() {
                let names = joined(names.iter().map(|name| data(name)), ", ");
                notes.push(voice.with(&Message::new(id), &[("names", names)])?);
            }
        }
        notes.extend(profile.note.iter().map(|note| data(note)));
        notes.extend(printed(profile, voice)?);
        if !notes.is_empty() {
            blocks.push(Block::List(notes));
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Note(voice.say("conditions-indices-how")?));
    }
    Ok(blocks)
}

fn head(profile: &IndexProfile, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let mut editions = Vec::new();
    for held in &profile.editions {
        let index = data(&held.index);
        let edition = Phrase::words(held.edition.to_string());
        editions.push(if let Some([from, to]) = &held.covers {
            voice.with(
                &Message::new("index-edition-covers"),
                &[
                    ("index", index),
                    ("edition", edition),
                    ("from", data(from)),
                    ("to", data(to)),
                ],
            )?
        } else {
            voice.with(
                &Message::new("index-edition-plain"),
                &[("index", index), ("edition", edition)],
            )?
        });
    }
    let head = voice.with(
        &Message::new("index-head"),
        &[
            ("name", data(&profile.name)),
            ("place", data(&profile.place)),
            ("editions", joined(editions, ", ")),
            ("publisher", data(&profile.publisher)),
        ],
    )?;
    let own = match profile.origin.as_str() {
        "reconstructed" => "index-recomputed",
        "own" => "index-own",
        _ => return Ok(head),
    };
    Ok(joined([head, voice.say(own)?], "; "))
}

/// A value with its range and what the ends mean.
pub(crate) fn value(measure: &IndexMeasure, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let name = label(&measure.label, voice);
    let ends = measure.lowest.as_ref().zip(measure.highest.as_ref());
    let mut line = if let (Some(points), Some(scale), Some((lowest, highest))) =
        (measure.points, measure.scale, ends)
    {
        voice.with(
            &Message::new("index-value"),
            &[
                ("label", name),
                ("value", range(points, voice)?),
                ("least", amount(scale.low, voice)?),
                ("most", amount(scale.high, voice)?),
                ("lowest", label(lowest, voice)),
                ("highest", label(highest, voice)),
            ],
        )?
    } else {
        let or = voice.say("index-or")?.to_string();
        let words = measure.words.iter().map(|word| label(word, voice));
        voice.with(
            &Message::new("index-word"),
            &[("label", name), ("words", joined(words, &or))],
        )?
    };
    for (is_so, id) in [
        (measure.is_nominal, "index-nominal"),
        (measure.is_taken, "index-taken"),
        (measure.is_outside, "index-outside"),
    ] {
        if is_so {
            line = joined([line, voice.say(id)?], "; ");
        }
    }
    Ok(line)
}

fn printed(profile: &IndexProfile, voice: &Voice<'_>) -> Result<Vec<Phrase>, TextError> {
    let mut lines = Vec::new();
    for held in &profile.printed {
        let editions = held
            .editions
            .iter()
            .map(|(index, edition)| data(&format!("{index} {edition}")));
        let line = voice.with(
            &Message::new("index-printed"),
            &[
                ("measure", data(&held.measure)),
                ("is", data(&held.is)),
                ("editions", joined(editions, ", ")),
                ("source", data(&held.source)),
                ("date", Phrase::words(held.date.to_string())),
            ],
        )?;
        let agrees = match held.agrees {
            Some(true) => "index-printed-agrees",
            Some(false) => "index-printed-differs",
            None => "index-printed-other",
        };
        lines.push(joined([line, voice.say(agrees)?], ": "));
    }
    Ok(lines)
}

/// A question with its words, or the words of a measure.
fn question(of: &str, words: Option<&Label>, voice: &Voice<'_>) -> Phrase {
    match words {
        Some(words) if of.contains('.') => joined([data(of), label(words, voice)], " "),
        Some(words) => label(words, voice),
        None => data(of),
    }
}

pub(super) fn traces(held: &Conditions, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for profile in held.indices.iter().flat_map(|part| &part.profiles) {
        let traced = profile
            .measures
            .iter()
            .filter(|held| !held.terms.is_empty());
        for measure in traced {
            let name = joined([data(&profile.name), label(&measure.label, voice)], ": ");
            let mut rows = table(
                name,
                &[
                    ("conditions-column-question", Align::Left),
                    ("conditions-column-answer", Align::Right),
                    ("conditions-column-most", Align::Right),
                    ("conditions-column-use", Align::Left),
                    ("conditions-column-adds", Align::Right),
                ],
                voice,
            )?;
            for term in &measure.terms {
                rows.row(vec![
                    question(&term.of, term.label.as_ref(), voice),
                    range(term.answer, voice)?,
                    amount(term.most, voice)?,
                    used(term, voice)?,
                    range(term.adds, voice)?,
                ]);
            }
            blocks.push(Block::Table(rows));
        }
        blocks.extend(changes(profile, voice)?);
    }
    Ok(blocks)
}

fn used(term: &IndexTerm, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let (id, extra) = match term.how {
        TermUse::Added => ("index-how-added", None),
        TermUse::Subtracted => ("index-how-subtracted", None),
        TermUse::From(constant) => ("index-how-from", Some(("constant", constant))),
        TermUse::Rescaled(to) => ("index-how-rescaled", Some(("to", to))),
    };
    let message = extra
        .into_iter()
        .fold(Message::new(id), |message, (name, value)| {
            message.with(name, value)
        });
    voice.message(&message)
}

/// Which single answers would change the word for the whole.
fn changes(profile: &IndexProfile, voice: &Voice<'_>) -> Blocks {
    let Some(status) = &profile.status else {
        return Ok(Vec::new());
    };
    if profile.changes.is_empty() {
        return Ok(vec![Block::Note(voice.say("index-no-change")?)]);
    }
    let word = profile
        .measures
        .iter()
        .find(|measure| measure.id == *status)
        .map_or_else(|| data(status), |measure| label(&measure.label, voice));
    let mut lines = Vec::new();
    for change in &profile.changes {
        let message = Message::new("index-change")
            .with("from", change.from)
            .with("to", change.to);
        lines.push(voice.with(
            &message,
            &[
                (
                    "question",
                    question(&change.question, change.label.as_ref(), voice),
                ),
                ("label", word.clone()),
                ("before", data(&change.before.join("/"))),
                ("after", data(&change.after.join("/"))),
            ],
        )?);
    }
    Ok(vec![Block::List(lines)])
}
