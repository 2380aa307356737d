//! The least votes that a count of the announced coverage must hold.
//!
//! A count leaves out units with a weight of at most `L` together. It leaves out most votes when it takes
//! units in order of votes per weight, the one at the border in part; with the border's ratio `λ` that
//! is the votes of all units above `λ` and `λ` times what is left of `L` (Dantzig 1957). A border is the right
//! one exactly where the weight above it is at most `L` and the weight at or above it at least `L`: the
//! workbook checks this, so that nothing rests on which station is named here.

use std::collections::BTreeMap;

use scrutineer_model::{PlaceIdx, RegisterKind, Scope, StationIdx};

use super::claims::{Claim, Whole};
use super::votes::{BY_ELECTORS, BY_VALID, Votes};
use crate::data::DataError;
use crate::data::context::{Context, first};
use crate::data::workbook::{Cell, Workbook, column};

/// What is left out, as formulas and as the fraction that the border is looked up with.
struct LeftOut {
    reading: &'static str,
    whole: String,
    favourable: bool,
    num: String,
    den: String,
    num_value: i128,
    den_value: i128,
}

/// What is left out whole or in part.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Electors,
    Valid,
    Station,
    Place,
}

impl LeftOut {
    fn unit(&self) -> Unit {
        match self.reading {
            "tables" => Unit::Station,
            "places" => Unit::Place,
            "valid-votes" => Unit::Valid,
            _ => Unit::Electors,
        }
    }
}

pub(super) fn write(
    context: &Context<'_>,
    book: &mut Workbook<'_>,
    claims: &[Claim<'_>],
    wholes: &[Whole],
    votes: &[Votes],
) -> Result<(), DataError> {
    let all: Vec<Vec<LeftOut>> = (0..claims.len())
        .map(|at| left_out(at, &claims[at], wholes))
        .collect();
    let has_places = all.iter().flatten().any(|held| held.unit() == Unit::Place);
    let mut places = Vec::new();
    for held in votes {
        places.push(if has_places {
            by_place(context, book, held)?
        } else {
            None
        });
    }
    book.sheet(
        "minima",
        &[18, 18, 14, 14, 12, 14],
        &[
            "source",
            "declaration",
            "reading",
            "whole",
            "end",
            "field",
            "declared",
            "left out (of d)",
            "d",
            "border votes",
            "border weight",
            "votes above",
            "weight above",
            "weight at or above",
            "weight",
            "votes",
            "minimum",
            "shortfall",
            "check",
        ],
    )?;
    let mut row = 1;
    for (held, places) in votes.iter().zip(&places) {
        for (claim, left_out) in claims.iter().zip(&all) {
            let Some((from, to)) = rows_in(context, held, claim.scope) else {
                continue;
            };
            let mut page = Page {
                book,
                votes: held,
                places: places.as_ref(),
                from,
                to,
                row,
            };
            // One order of the rows at a time: there are as many as targets and units.
            let mut borders = BTreeMap::new();
            for (at, target) in targets(claim, held) {
                for unit in [Unit::Electors, Unit::Valid] {
                    let of_unit = (0..).zip(left_out).filter(|(_, left)| left.unit() == unit);
                    let mut of_unit = of_unit.peekable();
                    if of_unit.peek().is_some() {
                        let order = order(held, from, to, target, unit);
                        borders.extend(
                            of_unit.map(|(which, left)| ((which, at), border(&order, left))),
                        );
                    }
                }
            }
            for (which, left) in (0usize..).zip(left_out) {
                for (at, target) in targets(claim, held) {
                    let border = borders.get(&(which, at)).copied().flatten();
                    page.line(claim, left, border, target)?;
                }
            }
            row = page.row;
        }
    }
    Ok(())
}

/// A declared number that the sheets also have.
#[derive(Clone, Copy)]
struct Target<'t> {
    field: &'t str,
    line: &'t super::claims::Line<'t>,
    /// Column of the sheet of votes.
    column: usize,
}

fn targets<'t>(
    claim: &'t Claim<'t>,
    votes: &'t Votes,
) -> impl Iterator<Item = (usize, Target<'t>)> {
    let lines = claim.lines.iter().filter_map(move |line| {
        let column = match line.kind {
            "option" => votes.numbers.get(*line.members.first()?)?.at,
            "group" => votes.group(line.field, &line.members)?,
            _ if line.field == "invalid" || line.field == "blank" => {
                let mut fields = votes.numbers.iter();
                fields
                    .find(|held| held.kind == "field" && held.name == line.field)?
                    .at
            }
            _ => return None,
        };
        line.chosen()?;
        Some(Target {
            field: line.field,
            line,
            column,
        })
    });
    lines.enumerate()
}

/// Rows of the stations that a declaration is about.
fn rows_in(context: &Context<'_>, votes: &Votes, scope: Scope) -> Option<(u32, u32)> {
    let Scope::Division(within) = scope else {
        return (votes.last > 1).then_some((2, votes.last));
    };
    let divisions = &context.dataset.hierarchies().first()?.divisions;
    let is_in = |station: StationIdx| {
        let mut held = context.dataset.stations().division(first(), station);
        while let Some(at) = held {
            if at == within {
                return true;
            }
            held = divisions.get(at).parent;
        }
        false
    };
    let rows = || (2u32..).zip(&votes.stations);
    let mut inside = rows().filter(|&(_, &station)| is_in(station));
    let from = inside.next()?.0;
    let to = inside.last().map_or(from, |(row, _)| row);
    Some((from, to))
}

struct Page<'p, 'w> {
    book: &'p mut Workbook<'w>,
    votes: &'p Votes,
    places: Option<&'p Places>,
    from: u32,
    to: u32,
    row: u32,
}

impl Page<'_, '_> {
    fn line(
        &mut self,
        claim: &Claim<'_>,
        left: &LeftOut,
        border: Option<u32>,
        target: Target<'_>,
    ) -> Result<(), DataError> {
        let unit = left.unit();
        let row = self.row + 1;
        let votes = match (unit, self.places) {
            (Unit::Place, None) => return Ok(()),
            (Unit::Place, Some(places)) => places.range(target.column),
            _ => self.votes.rows(target.column, self.from, self.to),
        };
        let (border, weight, above) = match unit {
            Unit::Station | Unit::Place => (
                (
                    format!("IFERROR(LARGE({votes},MAX(1,MIN(H{row},O{row}))),0)"),
                    "1".to_owned(),
                ),
                format!("COUNT({votes})"),
                [
                    format!("SUMIF({votes},\">\"&J{row})"),
                    format!("COUNTIF({votes},\">\"&J{row})"),
                    format!("COUNTIF({votes},\">=\"&J{row})"),
                ],
            ),
            Unit::Electors | Unit::Valid => {
                let column_of = if unit == Unit::Valid {
                    BY_VALID
                } else {
                    BY_ELECTORS
                };
                let weights = self.votes.rows(column_of, self.from, self.to);
                let border = border.map_or_else(
                    || ("0".to_owned(), "1".to_owned()),
                    |at| {
                        let cell =
                            |held: usize| format!("{}!{}{at}", self.votes.sheet, column(held));
                        (format!("N({})", cell(target.column)), cell(column_of))
                    },
                );
                let is_above = format!("{votes}*K{row}>{weights}*J{row}");
                let is_at = format!("{votes}*K{row}>={weights}*J{row}");
                (
                    border,
                    format!("SUM({weights})"),
                    [
                        format!("SUMPRODUCT(({is_above})*{votes})"),
                        format!("SUMPRODUCT(({is_above})*{weights})"),
                        format!("SUMPRODUCT(({is_at})*{weights})"),
                    ],
                )
            }
        };
        let [votes_above, weight_above, weight_at] = above;
        let declared = if left.favourable {
            target.line.at_most()
        } else {
            target.line.at_chosen()
        };
        let end = if left.favourable {
            "favourable"
        } else {
            "as printed"
        };
        let check = format!("IF(AND(M{row}*I{row}<=H{row},H{row}<=N{row}*I{row}),\"yes\",\"no\")");
        self.row = self.book.row(&[
            Cell::text(&self.votes.source),
            Cell::text(claim.id),
            Cell::text(left.reading),
            Cell::Formula(left.whole.clone()),
            Cell::text(end),
            Cell::text(target.field),
            Cell::Formula(declared),
            Cell::Formula(format!("MAX(0,MIN({},O{row}*I{row}))", left.num)),
            Cell::Formula(left.den.clone()),
            Cell::Formula(border.0),
            Cell::Formula(border.1),
            Cell::Formula(votes_above),
            Cell::Formula(weight_above),
            Cell::Formula(weight_at),
            Cell::Formula(weight),
            Cell::Formula(format!("SUM({votes})")),
            Cell::Formula(format!(
                "P{row}-L{row}-INT(J{row}*(H{row}-M{row}*I{row})/(K{row}*I{row}))"
            )),
            Cell::Formula(format!("MAX(Q{row}-G{row},0)")),
            Cell::Formula(check),
        ])?;
        Ok(())
    }
}

/// A row with a weight.
struct Weighed {
    row: u32,
    votes: u64,
    weight: u64,
}

/// The row of the station that is left out in part; `None` where no station has a weight.
fn border(order: &[Weighed], left: &LeftOut) -> Option<u32> {
    let num = u128::try_from(left.num_value).unwrap_or(0);
    let den = u128::try_from(left.den_value).unwrap_or(1).max(1);
    let mut through = 0u128;
    // The first whose weight, with that before it, reaches what is left out.
    let first = order.iter().find(|held| {
        through += u128::from(held.weight);
        through * den >= num
    });
    first.or(order.last()).map(|held| held.row)
}

/// Rows with a weight, most votes per weight first.
fn order(votes: &Votes, from: u32, to: u32, target: Target<'_>, unit: Unit) -> Vec<Weighed> {
    let mut numbers = votes.numbers.iter();
    let own = numbers.position(|held| held.at == target.column);
    let held_in = |least: &[u32]| -> Option<u64> {
        let of = |at: usize| least.get(at).copied().map(u64::from);
        match target.line.kind {
            "group" => {
                let members = target.line.members.iter();
                Some(members.filter_map(|&member| of(member)).sum())
            }
            _ => of(own?),
        }
    };
    let mut rows: Vec<Weighed> = (2u32..)
        .zip(votes.weighed())
        .filter(|(row, _)| (from..=to).contains(row))
        .filter_map(|(row, (least, [electors, valid]))| {
            let weight = if unit == Unit::Valid { valid } else { electors };
            let votes = held_in(least)?;
            (weight > 0).then_some(Weighed { row, votes, weight })
        })
        .collect();
    let crossed = |votes: u64, weight: u64| u128::from(votes) * u128::from(weight);
    rows.sort_unstable_by(|held, other| {
        crossed(other.votes, held.weight)
            .cmp(&crossed(held.votes, other.weight))
            .then(held.row.cmp(&other.row))
    });
    rows
}

/// The sheet with the sums of polling places.
struct Places {
    sheet: String,
    last: u32,
}

impl Places {
    fn range(&self, at: usize) -> String {
        let letters = column(at);
        format!("{}!${letters}$2:${letters}${}", self.sheet, self.last)
    }
}

/// `placesN`: the votes of each polling place in the columns of the sheet of votes; `None` where the
/// place of a station is not known.
fn by_place(
    context: &Context<'_>,
    book: &mut Workbook<'_>,
    votes: &Votes,
) -> Result<Option<Places>, DataError> {
    let stations = context.dataset.stations();
    let mut runs: BTreeMap<PlaceIdx, Vec<(u32, u32)>> = BTreeMap::new();
    for (row, &station) in (2u32..).zip(&votes.stations) {
        let Some(place) = stations.get(station).place else {
            return Ok(None);
        };
        let runs = runs.entry(place).or_default();
        match runs.last_mut() {
            Some((_, to)) if *to + 1 == row => *to = row,
            _ => runs.push((row, row)),
        }
    }
    if runs.is_empty() {
        return Ok(None);
    }
    let columns: Vec<usize> = votes
        .numbers
        .iter()
        .map(|held| held.at)
        .chain(votes.groups.iter().map(|&(_, at)| at))
        .collect();
    let width = columns.iter().max().map_or(1, |most| most + 1);
    let mut headings = vec![""; width];
    headings[0] = "place";
    for held in &votes.numbers {
        headings[held.at] = &held.name;
    }
    let mut places = Places {
        sheet: votes.sheet.replace("votes", "places"),
        last: 1,
    };
    book.sheet(&places.sheet, &[20], &headings)?;
    for (place, runs) in runs {
        let mut cells = vec![Cell::Empty; width];
        cells[0] = Cell::text(context.dataset.places().get(place).code);
        for &at in &columns {
            let ranges: Vec<String> = runs
                .iter()
                .map(|&(from, to)| votes.rows(at, from, to).replace('$', ""))
                .collect();
            cells[at] = Cell::Formula(format!("SUM({})", ranges.join(",")));
        }
        places.last = book.row(&cells)?;
    }
    Ok(Some(places))
}

/// What may be left out under every reading: as printed, and at the end that favours the declaration.
fn left_out(at: usize, claim: &Claim<'_>, wholes: &[Whole]) -> Vec<LeftOut> {
    let mut found = Vec::new();
    let wholes = || wholes.iter().filter(move |whole| whole.claim == at);
    for whole in wholes() {
        for favourable in [false, true] {
            found.extend(of_whole(claim, whole, favourable));
        }
    }
    for whole in wholes().filter(|whole| whole.figure == RegisterKind::Electors) {
        for favourable in [false, true] {
            found.extend(own_turnout(claim, whole, favourable));
        }
    }
    for favourable in [false, true] {
        found.extend(valid_votes(claim, favourable));
    }
    found
}

fn of_whole(claim: &Claim<'_>, whole: &Whole, favourable: bool) -> Option<LeftOut> {
    let (reading, counted) = match whole.figure {
        RegisterKind::Electors => ("electors", "counted-electors"),
        RegisterKind::Stations => ("tables", "counted-stations"),
        RegisterKind::Places => ("places", "counted-places"),
    };
    let cell = format!("wholes!C{}", whole.row);
    let value = i128::from(whole.value);
    let held = |num, den: String, num_value, den_value| LeftOut {
        reading,
        whole: cell.clone(),
        favourable,
        num,
        den,
        num_value,
        den_value,
    };
    if let Some(line) = claim.figure(counted) {
        let (at, counted) = if favourable {
            (line.at_least(), line.values.iter().min().copied()?)
        } else {
            (line.at_chosen(), line.chosen()?)
        };
        let rest = value - i128::from(counted);
        return Some(held(format!("{cell}-{at}"), "1".to_owned(), rest, 1));
    }
    let (line, percent) = claim.percent("coverage")?;
    let (at, part) = if favourable {
        (line.at_low(), percent.low())
    } else {
        (format!("2*{}", line.at_n()), 2 * percent.n)
    };
    let (den, den_value) = (format!("2*{}", line.at_d()), 2 * percent.d);
    let (num, num_value) = (format!("{cell}*({den}-{at})"), value * (den_value - part));
    Some(if whole.figure == RegisterKind::Electors {
        held(num, den, num_value, den_value)
    } else {
        let whole_units = format!("INT({num}/({den}))");
        held(whole_units, "1".to_owned(), num_value / den_value.max(1), 1)
    })
}

fn own_turnout(claim: &Claim<'_>, whole: &Whole, favourable: bool) -> Option<LeftOut> {
    claim.percent("coverage")?;
    let (line, turnout) = claim.percent("turnout")?;
    if turnout.low() <= 0 {
        return None;
    }
    let cell = format!("wholes!C{}", whole.row);
    let value = i128::from(whole.value);
    let (num, den, num_value, den_value) = if favourable {
        let voters = i128::from(claim.voters_least()?);
        (
            format!(
                "{cell}*{}-{}*2*{}",
                line.at_high(),
                claim.fact('H'),
                line.at_d()
            ),
            line.at_high(),
            value * turnout.high() - voters * 2 * turnout.d,
            turnout.high(),
        )
    } else {
        let voters = i128::from(claim.voters()?);
        (
            format!("{cell}*{}-{}*{}", line.at_n(), claim.fact('G'), line.at_d()),
            line.at_n(),
            value * turnout.n - voters * turnout.d,
            turnout.n,
        )
    };
    Some(LeftOut {
        reading: "own-turnout",
        whole: cell,
        favourable,
        num,
        den,
        num_value,
        den_value,
    })
}

fn valid_votes(claim: &Claim<'_>, favourable: bool) -> Option<LeftOut> {
    let (line, coverage) = claim.percent("coverage")?;
    if coverage.low() <= 0 {
        return None;
    }
    let (num, den, num_value, den_value) = if favourable {
        let valid = i128::from(claim.valid_most()?);
        (
            format!("{}*(2*{}-{})", claim.fact('F'), line.at_d(), line.at_low()),
            line.at_low(),
            valid * (2 * coverage.d - coverage.low()),
            coverage.low(),
        )
    } else {
        let valid = i128::from(claim.valid()?);
        (
            format!("{}*({}-{})", claim.fact('E'), line.at_d(), line.at_n()),
            line.at_n(),
            valid * (coverage.d - coverage.n),
            coverage.n,
        )
    };
    Some(LeftOut {
        reading: "valid-votes",
        whole: claim.fact('E'),
        favourable,
        num,
        den,
        num_value,
        den_value,
    })
}
