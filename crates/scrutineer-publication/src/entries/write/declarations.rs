//! Declared results, and those of single divisions.

use scrutineer_model::{
    Contest, Dataset, Declaration, DeclaredTarget, Figure, HierarchyIdx, OptionIdx, Scope,
};

use crate::canonical::Problem;
use crate::entries::write::contests::figure;
use crate::entries::write::places::path;
use crate::entries::write::{checked, optional};
use crate::entry::{self, Coverage, DeclaredOption, DeclaredPart, Entry, Flag, Nth, Text, fixed};

/// Declarations name divisions of the first hierarchy.
const FIRST: usize = 0;

pub(super) fn declarations<'a>(
    dataset: &'a Dataset,
    into: &mut Vec<Entry<'a>>,
    problems: &mut Vec<Problem>,
) {
    for (number, declaration) in (1..).zip(dataset.declarations()) {
        into.push(Entry::Declaration(one(
            dataset,
            number,
            declaration,
            problems,
        )));
        let mut before = None;
        let mut number = 1;
        for part in &declaration.parts {
            // Parts are in order of their divisions, and several of one in that of their file.
            number = if before == Some(part.division) {
                number + 1
            } else {
                1
            };
            before = Some(part.division);
            let at = format!("declaration {}, a division", declaration.id);
            let mut checked = |value: Option<u64>| value.map(|held| checked(&at, held, problems));
            into.push(Entry::DeclaredPart(DeclaredPart {
                declaration: Text::new(declaration.id.as_str()),
                division: path(dataset, HierarchyIdx::new(FIRST), part.division),
                invalid: checked(part.invalid),
                kind: fixed(),
                number: Nth::new(number),
                registered: checked(part.registered),
                v: fixed(),
                valid: checked(part.valid),
                voters: checked(part.voters),
                votes: part.votes.iter().map(|held| checked(*held)).collect(),
            }));
        }
    }
}

fn ids<'a>(contest: &'a Contest, options: &[OptionIdx]) -> Vec<Text<'a>> {
    options
        .iter()
        .filter_map(|option| contest.options.get(option.get()))
        .map(|option| Text::new(option.id.as_str()))
        .collect()
}

fn one<'a>(
    dataset: &'a Dataset,
    number: u16,
    declaration: &'a Declaration,
    problems: &mut Vec<Problem>,
) -> entry::Declaration<'a> {
    let contest = dataset.contest(declaration.contest);
    let at = format!("declaration {}", declaration.id);
    let mut held = |value: &'a Option<Figure>| -> Option<entry::Figure<'a>> {
        value.as_ref().map(|value| figure(&at, value, problems))
    };
    let coverage = &declaration.coverage;
    let mut options = Vec::new();
    for option in &declaration.options {
        let group = match &option.target {
            DeclaredTarget::Option(_) => None,
            DeclaredTarget::Group { id, .. } => Some(Text::new(id.as_str())),
        };
        options.push(DeclaredOption {
            group,
            options: ids(contest, option.target.options()),
            percent: option.percent,
            votes: held(&option.votes),
        });
    }
    entry::Declaration {
        authority: Text::new(&declaration.authority),
        blank: held(&declaration.blank).map(Box::new),
        contest: Text::new(contest.id.as_str()),
        coverage: Box::new(Coverage {
            complete: Flag(coverage.complete),
            electors: held(&coverage.electors),
            places: held(&coverage.places),
            printed: coverage.printed,
            stations: held(&coverage.stations),
            stations_total: held(&coverage.stations_total),
        }),
        follows: declaration
            .follows
            .as_ref()
            .map(|code| Text::new(code.as_str())),
        id: Text::new(declaration.id.as_str()),
        invalid: held(&declaration.invalid).map(Box::new),
        invalid_of_voters: declaration.invalid_of_voters,
        kind: fixed(),
        number,
        options,
        outlet: optional(declaration.outlet.as_ref()),
        registered: held(&declaration.registered).map(Box::new),
        scope: match declaration.scope {
            Scope::All => None,
            Scope::Division(division) => Some(path(dataset, HierarchyIdx::new(FIRST), division)),
        },
        status: declaration.status,
        time: declaration.time.clone(),
        turnout: declaration.turnout,
        v: fixed(),
        valid: held(&declaration.valid).map(Box::new),
        valid_of_voters: declaration.valid_of_voters,
        voters: held(&declaration.voters).map(Box::new),
        winners: ids(contest, &declaration.winners),
    }
}
