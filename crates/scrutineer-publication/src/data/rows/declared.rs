//! Declarations and every figure of them.

use scrutineer_model::{Contest, Declaration, DeclaredTarget, Figure, PrintedPercent, Scope};

use super::Emit;
use crate::data::DataError;
use crate::data::context::{Context, blanks, word};
use crate::data::value::Value;

pub(super) fn declarations(context: &Context<'_>, emit: &mut Emit<'_>) -> Result<(), DataError> {
    for held in context.dataset.declarations() {
        let contest = context.dataset.contest(held.contest);
        let scope = match held.scope {
            Scope::All => None,
            Scope::Division(division) => path(context, division.get()),
        };
        let winners = held
            .winners
            .iter()
            .filter_map(|option| contest.options.get(option.get()));
        emit(&[
            Value::text(held.id.as_str()),
            Value::text(contest.id.as_str()),
            Value::text(&held.authority),
            Value::optional(held.outlet.as_deref()),
            Value::text(&word(&held.time)),
            Value::text(&word(&held.status)),
            Value::optional(scope),
            Value::yes(held.coverage.claims_all()),
            Value::text(&blanks(winners.map(|option| &option.id))),
            Value::optional(held.follows.as_ref().map(scrutineer_model::Code::as_str)),
        ])?;
    }
    Ok(())
}

fn path<'c>(context: &'c Context<'_>, division: usize) -> Option<&'c str> {
    context
        .divisions
        .get(division)
        .map(|(path, _)| path.as_str())
}

pub(super) fn declared(context: &Context<'_>, emit: &mut Emit<'_>) -> Result<(), DataError> {
    for declaration in context.dataset.declarations() {
        let contest = context.dataset.contest(declaration.contest);
        own(declaration, contest, emit)?;
        parts(context, declaration, contest, emit)?;
    }
    Ok(())
}

/// One declared figure without its readings.
struct Line<'a> {
    declaration: &'a str,
    division: Option<&'a str>,
    kind: &'static str,
    field: &'a str,
    position: u64,
    members: &'a str,
}

impl Line<'_> {
    fn emit(
        &self,
        reading: u64,
        value: Option<u64>,
        percent: Option<PrintedPercent>,
        source: &str,
        emit: &mut Emit<'_>,
    ) -> Result<(), DataError> {
        let percent = percent.map(|percent| percent.to_string());
        emit(&[
            Value::text(self.declaration),
            Value::optional(self.division),
            Value::Text(self.kind),
            Value::text(self.field),
            Value::from(self.position),
            Value::text(self.members),
            Value::from(reading),
            Value::count(value),
            Value::optional(percent.as_deref()),
            Value::text(source),
        ])
    }

    fn figure(
        &self,
        figure: Option<&Figure>,
        percent: Option<PrintedPercent>,
        emit: &mut Emit<'_>,
    ) -> Result<(), DataError> {
        let Some(figure) = figure else {
            return match percent {
                Some(percent) => self.emit(0, None, Some(percent), "", emit),
                None => Ok(()),
            };
        };
        for (at, reading) in (0u64..).zip(figure.readings()) {
            let percent = percent.filter(|_| at == 0);
            self.emit(at, Some(reading.value), percent, &reading.source, emit)?;
        }
        Ok(())
    }
}

/// Kind, id and member ids of a target.
fn target<'a>(contest: &'a Contest, target: &'a DeclaredTarget) -> (&'static str, &'a str, String) {
    let ids = target
        .options()
        .iter()
        .filter_map(|option| contest.options.get(option.get()))
        .map(|option| option.id.as_str());
    match target {
        DeclaredTarget::Option(_) => {
            let id: Vec<&str> = ids.collect();
            ("option", id.first().copied().unwrap_or(""), id.concat())
        }
        DeclaredTarget::Group { id, .. } => ("group", id.as_str(), blanks(ids)),
    }
}

/// A figure beside the votes, by name: a number, or a percentage.
pub(in crate::data) type DeclaredField<'a> =
    (&'static str, Option<&'a Figure>, Option<PrintedPercent>);

/// Every figure of a declaration beside its votes.
pub(in crate::data) fn fields(held: &Declaration) -> [DeclaredField<'_>; 13] {
    let coverage = &held.coverage;
    [
        ("valid", held.valid.as_ref(), None),
        ("invalid", held.invalid.as_ref(), None),
        ("blank", held.blank.as_ref(), None),
        ("voters", held.voters.as_ref(), None),
        ("registered", held.registered.as_ref(), None),
        ("counted-electors", coverage.electors.as_ref(), None),
        ("counted-stations", coverage.stations.as_ref(), None),
        ("stations", coverage.stations_total.as_ref(), None),
        ("counted-places", coverage.places.as_ref(), None),
        ("coverage", None, coverage.printed),
        ("turnout", None, held.turnout),
        ("valid-of-voters", None, held.valid_of_voters),
        ("invalid-of-voters", None, held.invalid_of_voters),
    ]
}

fn own(held: &Declaration, contest: &Contest, emit: &mut Emit<'_>) -> Result<(), DataError> {
    for (position, declared) in (1u64..).zip(&held.options) {
        let (kind, field, members) = target(contest, &declared.target);
        let line = Line {
            declaration: held.id.as_str(),
            division: None,
            kind,
            field,
            position,
            members: &members,
        };
        line.figure(declared.votes.as_ref(), declared.percent, emit)?;
    }
    for (field, figure, percent) in fields(held) {
        let line = Line {
            declaration: held.id.as_str(),
            division: None,
            kind: "field",
            field,
            position: 0,
            members: "",
        };
        line.figure(figure, percent, emit)?;
    }
    Ok(())
}

fn parts(
    context: &Context<'_>,
    held: &Declaration,
    contest: &Contest,
    emit: &mut Emit<'_>,
) -> Result<(), DataError> {
    for part in &held.parts {
        let division = path(context, part.division.get());
        for (position, (declared, votes)) in (1u64..).zip(held.options.iter().zip(&part.votes)) {
            let (kind, field, members) = target(contest, &declared.target);
            let line = Line {
                declaration: held.id.as_str(),
                division,
                kind,
                field,
                position,
                members: &members,
            };
            if votes.is_some() {
                line.emit(0, *votes, None, "", emit)?;
            }
        }
        let fields = [
            ("valid", part.valid),
            ("invalid", part.invalid),
            ("voters", part.voters),
            ("registered", part.registered),
        ];
        for (field, value) in fields {
            let line = Line {
                declaration: held.id.as_str(),
                division,
                kind: "field",
                field,
                position: 0,
                members: "",
            };
            if value.is_some() {
                line.emit(0, value, None, "", emit)?;
            }
        }
    }
    Ok(())
}
