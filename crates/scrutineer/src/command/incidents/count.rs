//! `incidents count`: three numbers with a cut-off date.

use scrutineer_incidents::publish::may_count;
use scrutineer_incidents::{
    Category, CountStatement, FigureRange, Group, Said, Scope, Source, count_in,
};
use scrutineer_model::{Code, Message};
use serde::Serialize;

use super::{details, files};
use crate::args::CountIncidents;
use crate::command::audit::document;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    sentence: String,
    #[serde(flatten)]
    statement: &'a CountStatement,
}

pub(super) fn run(args: &CountIncidents, session: &mut Session<'_>) -> Result<Status, Failure> {
    let (book, forms) = files::book(&args.dir, args.forms.as_deref(), session)?;
    let interval = match (&args.from, &args.to) {
        (Some(from), Some(to)) => Some((
            files::date("--from", from, session)?,
            files::date("--to", to, session)?,
        )),
        _ => None,
    };
    let scope = Scope {
        act: files::act(&args.act, session)?,
        area: files::area(&args.area, session)?,
        interval,
        cut_off: files::cut_off(args.as_of.as_deref(), (&book, &forms), session)?,
        since: None,
    };
    if !may_count(&book, &scope) {
        return Err(Failure::input(session.plain("cli-incidents-small")));
    }
    let (statement, _) = count_in(&book, &scope);
    if args.json {
        let value = Document {
            schema: "scrutineer/incidents-count/1",
            sentence: session.sentence(&statement.sentence()),
            statement: &statement,
        };
        session.print(&document(&value)?)?;
        return Ok(Status::Done);
    }
    let lines = lines(&statement, &book.sources, session);
    session.print(&(lines.join("\n") + "\n"))?;
    Ok(Status::Done)
}

/// A count in words: the sentence, on what it rests, and what was published beside it.
pub(super) fn lines(
    statement: &CountStatement,
    sources: &[Source],
    session: &Session<'_>,
) -> Vec<String> {
    let mut lines = vec![session.sentence(&statement.sentence())];
    let with = [
        ("lists", statement.lists),
        ("independent", statement.independent_lists),
        ("open", statement.open_pairs.unwrap_or(0)),
    ];
    if statement.lists > 0 && statement.credible.is_some() {
        lines.push(format!(
            "  {}",
            files::said(session, "incidents-count-lists", &with)
        ));
    }
    if statement.conflicts > 0 {
        let with = [("count", statement.conflicts)];
        let text = files::said(session, "incidents-count-conflicts", &with);
        lines.push(format!("  {text}"));
    }
    for (id, what) in [
        ("incidents-groups", groups(statement, session)),
        ("incidents-perpetrators", perpetrators(statement, session)),
    ] {
        if !what.is_empty() {
            lines.push(format!("  {}", session.filled(id, &[("what", &what)])));
        }
    }
    for part in &statement.maximum_parts {
        let message = Message::new("incidents-figure-apart")
            .with("area", part.area.as_str())
            .with("number", part.figure)
            .with("name", name_of(&part.source, sources))
            .with("date", part.as_of.to_string());
        lines.push(format!("    {}", session.sentence(&message)));
    }
    let FigureRange {
        verified,
        lowest,
        credible,
        highest,
        parties,
        claims,
        sources: said_by,
        independent,
        withheld,
    } = &statement.figures;
    if *claims == 0 {
        return lines;
    }
    let with = [
        ("claims", *claims),
        ("sources", *said_by),
        ("independent", *independent),
    ];
    lines.push(format!(
        "  {}",
        files::said(session, "incidents-figures", &with)
    ));
    let said = [
        ("incidents-figure-verified", verified),
        ("incidents-figure-lowest", lowest),
        ("incidents-figure-credible", credible),
        ("incidents-figure-highest", highest),
    ];
    for (id, said) in said {
        if let Some(said) = said {
            lines.push(format!("    {}", figure(id, said, sources, session)));
        }
    }
    for beside in parties {
        lines.push(format!(
            "    {}",
            figure("incidents-figure-party", &beside.said, sources, session)
        ));
    }
    if *withheld > 0 {
        let with = [("count", *withheld)];
        let text = files::said(session, "incidents-figures-withheld", &with);
        lines.push(format!("    {text}"));
    }
    lines
}

/// To whom it was done.
fn groups(statement: &CountStatement, session: &Session<'_>) -> String {
    let id = |word: &str| format!("conditions-group-{word}");
    details::words(&statement.groups, Group::word, id, session)
}

/// By which kinds of units.
fn perpetrators(statement: &CountStatement, session: &Session<'_>) -> String {
    let id = |word: &str| format!("incidents-category-{word}");
    details::words(&statement.perpetrators, Category::word, id, session)
}

/// The name of a source; its public id where it may not be named.
fn name_of<'a>(id: &'a Code, sources: &'a [Source]) -> &'a str {
    let source = sources.iter().find(|source| source.id == *id);
    source.map_or(id.as_str(), |source| source.name.as_str())
}

fn figure(id: &str, said: &Said, sources: &[Source], session: &Session<'_>) -> String {
    let mut name = name_of(&said.source, sources).to_owned();
    if let Some(outlet) = &said.outlet {
        name = format!("{name}, {outlet}");
    }
    let number = match (said.quantity.word, said.quantity.high) {
        (Some(word), high) => Message::new("incidents-number-word")
            .with("how", word.word())
            .with("low", said.quantity.low)
            .with("high", high.unwrap_or(said.quantity.low)),
        (None, Some(high)) if high == said.quantity.low => {
            Message::new("incidents-number-exact").with("low", high)
        }
        (None, Some(high)) => Message::new("incidents-number-range")
            .with("low", said.quantity.low)
            .with("high", high),
        (None, None) if said.qualifier == scrutineer_incidents::Qualifier::Over => {
            Message::new("incidents-number-over").with("low", said.largest())
        }
        (None, None) => Message::new("incidents-number-at-least").with("low", said.quantity.low),
    };
    let number = session.sentence(&number);
    let standing = session.plain(&format!("incidents-standing-{}", said.standing.word()));
    let message = Message::new(id)
        .with("number", number)
        .with("name", name)
        .with("standing", standing)
        .with("date", said.as_of.to_string());
    let mut line = session.sentence(&message);
    if !said.parts.is_empty() {
        let parts: Vec<String> = said
            .parts
            .iter()
            .map(|(group, number)| {
                let group = session.plain(&format!("conditions-group-{group}"));
                format!("{group} {number}")
            })
            .collect();
        let what = parts.join(", ");
        line = session.filled(
            "incidents-figure-parts",
            &[("figure", &line), ("what", &what)],
        );
    }
    if let Some(note) = &said.as_of_note {
        line = session.filled(
            "incidents-figure-noted",
            &[("figure", &line), ("note", note)],
        );
    }
    line
}
