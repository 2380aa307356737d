//! `index score` and `index explain`.

use std::collections::BTreeMap;
use std::path::Path;

use scrutineer_indices::{
    Dispute, IndexDocument, IndexSummary, Library, Pinned, Profile, Sensitivity, Span, ranks,
    sensitivity,
};

use super::files::Held;
use super::labels::Labels;
use super::{coders, files, text};
use crate::args::IndexScore;
use crate::command::audit::{document, internal};
use crate::command::conditions::Inputs;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(
    args: &IndexScore,
    explains: bool,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let held = files::held(&args.inputs, session)?;
    let mut profiles = Vec::new();
    let mut moved = Vec::new();
    let is_asked =
        args.inputs.index.is_some() || !args.place.is_empty() || !args.edition.is_empty();
    let values = held
        .pinned
        .as_ref()
        .map_or(&[][..], |pinned| pinned.values.as_slice());
    let wanted = held.pinned.as_ref().filter(|_| !is_asked);
    let mut many = false;
    if let Some(pinned) = wanted {
        for (profile, moves) in asked(&held, pinned, session)? {
            moved.push(moves);
            profiles.push(profile);
        }
    } else {
        let rules = held.rules(args.inputs.index.as_deref(), session)?;
        let editions = files::editions(&args.edition, &rules.id, session)?;
        let places = if args.place.is_empty() {
            held.places(rules, &editions)
        } else {
            args.place.clone()
        };
        many = places.len() > 1;
        let mut unknown = Vec::new();
        for place in &places {
            let given = held.given(rules, place, &editions, &[]);
            if given.answers.is_empty() && given.parts.is_empty() {
                unknown.push(session.filled("index-no-answers", &[("place", place)]));
                continue;
            }
            let profile =
                Profile::new(rules, &held.library, place, &given, values).map_err(internal)?;
            if explains {
                moved.push(sensitivity(rules, &given, &profile.headline).map_err(internal)?);
            }
            profiles.push(profile);
        }
        if !unknown.is_empty() {
            return Err(Failure::inputs(unknown));
        }
    }
    let heads: Vec<Span> = profiles
        .iter()
        .filter_map(|profile| profile.measure(&profile.headline)?.value.points)
        .collect();
    let ranks = if many && heads.len() == profiles.len() {
        ranks(&heads)
    } else {
        Vec::new()
    };
    let mut agreement = BTreeMap::new();
    let mut disputes = Vec::new();
    for coded in &held.coded {
        if explains {
            // Of what is printed, and of no other place, edition or index: who asks for one is not told the rest.
            let is_printed = |held: &Dispute| {
                profiles.iter().any(|profile| {
                    let mut editions = profile.editions.iter();
                    profile.place == held.place
                        && editions.any(|of| of.index == coded.index && of.edition == held.edition)
                })
            };
            disputes.extend(coded.disputes().into_iter().filter(is_printed));
        }
        if let Some(rules) = held.library.get(&coded.index) {
            agreement.insert(
                coded.index.clone(),
                coded.agreement(rules).map_err(internal)?,
            );
        }
    }
    if !explains {
        moved.clear();
    }
    let made = IndexDocument {
        summary: IndexSummary::new(profiles),
        ranks,
        sensitivity: moved,
        agreement,
        disputes,
    };
    let text = if args.inputs.json {
        document(&made)?
    } else {
        words(&made, &held.library, explains, session)
    };
    session.print(&text)?;
    Ok(Status::Done)
}

fn words(made: &IndexDocument, library: &Library, explains: bool, session: &Session<'_>) -> String {
    let labels = Labels::new(library, session);
    let mut lines = text::scores(&made.summary, &made.ranks, explains, &labels, session);
    for (profile, moves) in made.summary.profiles.iter().zip(&made.sensitivity) {
        lines.extend(text::moves(profile, moves, &labels, session));
    }
    for (index, found) in &made.agreement {
        lines.extend(text::agreement(index, found, session));
    }
    lines.extend(coders::disputes(&made.disputes, &labels, session));
    lines.join("\n") + "\n"
}

/// The scores that a folder asks for, with what single answers move.
fn asked(
    held: &Held,
    pinned: &Pinned,
    session: &Session<'_>,
) -> Result<Vec<(Profile, Vec<Sensitivity>)>, Failure> {
    let mut made = Vec::new();
    for wanted in &pinned.scores {
        let rules = held.rules(Some(&wanted.index), session)?;
        let given = held.given(rules, &wanted.place, &wanted.editions, &wanted.tables);
        let values = pinned.values.as_slice();
        let mut profile =
            Profile::new(rules, &held.library, &wanted.place, &given, values).map_err(internal)?;
        profile.note.clone_from(&wanted.note);
        let moves = sensitivity(rules, &given, &profile.headline).map_err(internal)?;
        made.push((profile, moves));
    }
    Ok(made)
}

/// The scores that an election folder asks for; `None` where it pins nothing.
pub(crate) fn recorded(
    dir: &Path,
    inputs: &mut Inputs,
    session: &Session<'_>,
) -> Result<Option<(IndexSummary, Library)>, Failure> {
    let Some(folder) = files::pinned_folder(dir) else {
        return Ok(None);
    };
    let held = files::of_folder(&folder, session)?;
    let Some(pinned) = &held.pinned else {
        return Ok(None);
    };
    let coded = pinned.coded.iter().flat_map(|held| {
        let decisions = held.decisions.iter();
        std::iter::once(&held.answers).chain(decisions)
    });
    let tables = pinned.tables.iter().map(|held| &held.path);
    let named = pinned.rules.iter().chain(tables).chain(coded);
    for path in std::iter::once(Pinned::FILE).chain(named.map(String::as_str)) {
        inputs.add(dir, &folder.join(path), session)?;
    }
    let profiles = asked(&held, pinned, session)?;
    let profiles = profiles.into_iter().map(|(profile, _)| profile).collect();
    Ok(Some((IndexSummary::new(profiles), held.library)))
}
