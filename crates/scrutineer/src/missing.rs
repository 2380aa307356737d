//! The account of a pinned file that is nowhere: what was looked for, where, and how to provide it.

use scrutineer_fetch::{LeftOut, Missing, NETWORK_BUILT, Outcome, Place, Spot};
use scrutineer_model::{Message, Value};

use crate::session::Session;

/// The whole account of one file.
pub(crate) fn account(session: &Session<'_>, missing: &Missing) -> String {
    let wanted = missing.wanted();
    let mut lines = vec![session.filled(
        "cli-error-missing-input",
        &[("file", &wanted.name), ("digest", &wanted.sha256)],
    )];
    if missing.places().is_empty() {
        lines.push(session.plain("cli-error-looked-nowhere"));
    }
    for place in missing.places() {
        let places = described(session, place);
        lines.push(session.filled("cli-error-looked-in", &[("places", &places)]));
    }
    lines.push(session.plain("cli-error-get-mirror"));
    lines.push(match &wanted.address {
        None => session.plain("cli-error-no-address"),
        Some(address) if NETWORK_BUILT => {
            session.filled("cli-error-get-fetch", &[("address", address)])
        }
        Some(address) => {
            let get = session.filled("cli-error-get-fetch", &[("address", address)]);
            format!("{get} ({})", session.plain("cli-error-no-network"))
        }
    });
    lines.join("\n  ")
}

/// A place that deserves a remark although the file was found elsewhere.
pub(crate) fn remark(session: &Session<'_>, place: &Place) -> String {
    let places = described(session, place);
    session.filled("cli-error-looked-in", &[("places", &places)])
}

fn described(session: &Session<'_>, place: &Place) -> String {
    let (id, name) = match &place.spot {
        Spot::Folder(path) => ("cli-spot-folder", path.display().to_string()),
        Spot::Cache(path) => ("cli-spot-cache", path.display().to_string()),
        Spot::WebMirror(address) => ("cli-spot-web", address.clone()),
        Spot::Address(address) => ("cli-spot-address", address.clone()),
    };
    let place_text = session.filled(id, &[("file", &name)]);
    format!("{place_text}: {}", outcome(session, &place.outcome))
}

fn outcome(session: &Session<'_>, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Absent => session.plain("cli-why-not-found"),
        Outcome::Unreadable(why) => because(session, "cli-outcome-unreadable", why),
        Outcome::Searched {
            files,
            namesakes,
            left_out,
        } => {
            let mut text = counted(session, "cli-outcome-searched", *files);
            for other in namesakes {
                text.push_str("; ");
                text.push_str(&session.filled(
                    "cli-outcome-namesake",
                    &[("file", &other.path.display()), ("digest", &other.sha256)],
                ));
            }
            text + &remaining(session, left_out)
        }
        Outcome::OtherDigest(found) => session.filled("cli-outcome-other", &[("digest", found)]),
        Outcome::TooLarge { limit } => {
            let message = Message::new("cli-outcome-large").with("count", *limit);
            session.sentence(&message)
        }
        Outcome::NotAsked => session.plain("cli-outcome-not-asked"),
        Outcome::NotBuilt => session.plain("cli-error-no-network"),
        Outcome::Failed(why) => because(session, "cli-outcome-failed", why),
        Outcome::NotKept(why) => because(session, "cli-outcome-not-kept", why),
        other => other.to_string(),
    }
}

fn because(session: &Session<'_>, id: &str, why: &str) -> String {
    session.filled(id, &[("why", &session.said(why))])
}

fn remaining(session: &Session<'_>, left_out: &LeftOut) -> String {
    let counts = [
        ("cli-left-links", left_out.links),
        ("cli-left-unreadable", left_out.unreadable),
        ("cli-left-sealed", left_out.sealed),
        ("cli-left-beyond", left_out.beyond_limits),
    ];
    let mut text = String::new();
    for (id, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        text.push_str("; ");
        text.push_str(&counted(session, id, count));
    }
    text
}

fn counted(session: &Session<'_>, id: &str, count: usize) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    session.sentence(&Message::new(id).with("count", Value::Integer(count)))
}
