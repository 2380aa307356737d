//! `recompute/CONTEST.xlsx`: totals, bounds, minima and rounding distances as formulas over the sheets.
//!
//! Nothing that a formula says is computed here, with one exception that the workbook itself checks:
//! which station is left out in part ([`minima`]). The steps are those of `recompute.sql`.

mod about;
mod claims;
mod minima;
mod rounding;
mod totals;
mod votes;

use std::io::Write;

use scrutineer_model::{Contest, ContestIdx, Declaration};

use super::DataError;
use super::context::Context;
use super::package::Recorder;
use super::stamp::Stamp;
use super::workbook::Workbook;
use claims::Claim;
use votes::Votes;

/// The most stations of a source that a workbook has one by one: what opens within seconds.
const MAX_STATIONS: usize = 100_000;

/// What a row of votes is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    Stations,
    /// Divisions of the first level.
    Divisions,
}

/// One workbook per contest.
pub(super) fn write(
    context: &Context<'_>,
    stamp: &Stamp,
    out: &mut Recorder<'_, '_>,
) -> Result<(), DataError> {
    for (at, contest) in context.dataset.contests().iter().enumerate() {
        let path = format!("recompute/{}.xlsx", contest.id);
        out.write(&path, &mut |into| {
            workbook(context, stamp, ContestIdx::new(at), contest, into)
        })?;
    }
    Ok(())
}

fn workbook(
    context: &Context<'_>,
    stamp: &Stamp,
    at: ContestIdx,
    contest: &Contest,
    into: &mut dyn Write,
) -> Result<(), DataError> {
    let sets: Vec<_> = context.dataset.sheets_of(at).collect();
    let declarations: Vec<&Declaration> = context
        .dataset
        .declarations()
        .iter()
        .filter(|held| held.contest == at)
        .collect();
    let most = sets.iter().map(|set| set.stations_reported()).max();
    let size = if most.unwrap_or(0) > MAX_STATIONS {
        Size::Divisions
    } else {
        Size::Stations
    };
    let mut book = Workbook::new(into);
    about::write(&mut book, stamp, contest.id.as_str(), size)?;
    let claims: Vec<Claim<'_>> = declarations
        .iter()
        .map(|held| Claim::new(contest, held))
        .collect();
    let groups = claims::groups(&claims);
    let mut votes = Vec::new();
    for (number, set) in (1..).zip(sets) {
        votes.push(Votes::write(
            context, &mut book, set, number, size, &groups,
        )?);
    }
    let sums = totals::totals(&mut book, &votes)?;
    totals::bounds(&mut book, contest, &votes, &sums)?;
    let claims = claims::declared(&mut book, claims)?;
    claims::facts(&mut book, &claims)?;
    if size == Size::Stations {
        let wholes = claims::wholes(context, &mut book, contest, &claims)?;
        minima::write(context, &mut book, &claims, &wholes, &votes)?;
    }
    rounding::write(&mut book, &claims)?;
    book.finish()
}
