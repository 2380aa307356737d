//! Where a declaration by division differs from the sheets, and which stations explain it.

use std::collections::BTreeMap;

use scrutineer_audit::ContestReport;
use scrutineer_model::{
    Declaration, DeclaredPart, DeclaredTarget, DivisionIdx, Message, SheetSet, SourceIdx,
};
use scrutineer_report::{Element, Phrase, TextError};
use scrutineer_tally::{StationDifference, Totals};

use super::explained::{MOST, Pair, cut};
use crate::address::fragment;
use crate::layout::{divisions, first};
use crate::markup::{Cell, Table, link};
use crate::page::division::{self, Results};
use crate::words::Words;

/// Stations that are named in a row.
const NAMED: usize = 12;

/// Another source, with the stations where it differs, by every division that they are in.
struct Other<'p> {
    source: SourceIdx,
    /// Whether it is the first of its pair.
    is_first: bool,
    stations: BTreeMap<DivisionIdx, Vec<&'p StationDifference>>,
}

impl<'p> Other<'p> {
    /// The other source of a pair; `None` where the pair is not of this source or its stations are not to be
    /// told apart.
    fn of(of: Results<'_>, set: &SheetSet, pair: &'p Pair<'_>) -> Option<Self> {
        let [one, two] = pair.sets.map(SheetSet::source);
        let is_first = set.source() == two;
        if (!is_first && set.source() != one) || pair.is_withheld(of) || pair.found.common == 0 {
            return None;
        }
        let dataset = of.content.dataset;
        let divisions = divisions(dataset)?;
        let mut stations: BTreeMap<DivisionIdx, Vec<&StationDifference>> = BTreeMap::new();
        for held in &pair.found.differences {
            let own = dataset.stations().division(first(), held.station);
            for division in own.map(|own| divisions.path(own)).unwrap_or_default() {
                if !held.options.is_empty() {
                    stations.entry(division).or_default().push(held);
                }
            }
        }
        Some(Self {
            source: if is_first { one } else { two },
            is_first,
            stations,
        })
    }

    /// Votes of a declared number that this source has more than the other one at these stations.
    fn more(&self, target: &DeclaredTarget, stations: &[&StationDifference]) -> i128 {
        let is_of = |option: &scrutineer_model::OptionIdx| match target {
            DeclaredTarget::Option(own) => own == option,
            DeclaredTarget::Group { options, .. } => options.contains(option),
        };
        let votes = stations.iter().flat_map(|held| &held.options);
        let votes = votes.filter(|(option, _, _)| is_of(option));
        votes
            .map(|(_, one, two)| {
                let (own, other) = if self.is_first {
                    (one, two)
                } else {
                    (two, one)
                };
                i128::from(*own) - i128::from(*other)
            })
            .sum()
    }

    /// The stations, and how much of the difference they explain: of each number that part of it that goes
    /// the same way.
    fn cell(
        &self,
        of: Results<'_>,
        declaration: &Declaration,
        part: &DeclaredPart,
        differences: &[Option<i128>],
    ) -> Result<Cell, TextError> {
        let words = of.words;
        let empty = Vec::new();
        let stations = self.stations.get(&part.division).unwrap_or(&empty);
        if stations.is_empty() {
            return Ok(words.say("report-none")?.into());
        }
        let (mut explained, mut all) = (0_u64, 0_u64);
        for (option, difference) in declaration.options.iter().zip(differences) {
            let Some(difference) = *difference else {
                continue;
            };
            let more = self.more(&option.target, stations);
            let size = |votes: i128| u64::try_from(votes.unsigned_abs()).unwrap_or(u64::MAX);
            all = all.saturating_add(size(difference));
            if more.signum() == difference.signum() {
                explained = explained.saturating_add(size(more).min(size(difference)));
            }
        }
        let mut parts = Vec::new();
        for held in stations.iter().take(NAMED) {
            let id = of.content.dataset.stations().id(held.station);
            let path = of
                .layout
                .shard(held.station)
                .map_or("", |shard| &shard.path);
            let to = format!("{path}#{}", fragment(id));
            if !parts.is_empty() {
                parts.push(Element::new("span").text(" · "));
            }
            parts.push(link(&to, &Phrase::data(id)));
        }
        let more = stations.len().saturating_sub(NAMED);
        let message = Message::new("explained-by")
            .with("more", more as u64)
            .with("votes", explained)
            .with("all", all);
        parts.push(
            Element::new("small")
                .text(" ")
                .phrase(&words.message(&message)?),
        );
        Ok(Cell::Of(parts))
    }
}

/// What the sheets of a division have for a declared number; `None` where rivals leave it open.
fn on_sheets(target: &DeclaredTarget, totals: &Totals) -> Option<u64> {
    let votes = |at: usize| {
        let votes = totals.options.get(at)?;
        (votes.min == votes.max).then_some(votes.min)
    };
    match target {
        DeclaredTarget::Option(option) => votes(option.get()),
        DeclaredTarget::Group { options, .. } => options
            .iter()
            .try_fold(0u64, |sum, option| sum.checked_add(votes(option.get())?)),
    }
}

/// The divisions where a declaration differs from the sheets of a source, with the stations where another source
/// has other votes.
pub(super) fn by_division(
    of: Results<'_>,
    (at, contest): (usize, &ContestReport),
    declaration: &Declaration,
    set: &SheetSet,
    pairs: &[Pair<'_>],
) -> Result<Vec<Element>, TextError> {
    let words = of.words;
    let (Some(divisions), Some(sums)) = (
        divisions(of.content.dataset),
        of.sums
            .get(set.source().get())
            .and_then(|sums| sums.divisions.as_ref()),
    ) else {
        return Ok(Vec::new());
    };
    if declaration.parts.is_empty() {
        return Ok(Vec::new());
    }
    let source = of.content.dataset.source(set.source()).id.as_str();
    let about = [
        ("source", words.source(contest, source)?),
        ("declaration", Phrase::data(declaration.id.as_str())),
    ];
    let mut table = Table::new(
        words
            .general()
            .with(&Message::new("explained-divisions-caption"), &about)?,
    )
    .left(words.say("report-column-division")?)
    .right(words.say("site-column-sheets")?);
    for option in &declaration.options {
        let id = match &option.target {
            DeclaredTarget::Option(option) => contest
                .options
                .get(option.get())
                .map_or("", |held| held.id.as_str()),
            DeclaredTarget::Group { id, .. } => id.as_str(),
        };
        table = table.right(words.contest(at).option(id));
    }
    let others: Vec<Other<'_>> = pairs
        .iter()
        .filter_map(|pair| Other::of(of, set, pair))
        .collect();
    for other in &others {
        let source = of.content.dataset.source(other.source).id.as_str();
        let name = [("other", words.source(contest, source)?)];
        table = table.left(words.with("explained-column-stations", &name)?);
    }
    let mut count = 0;
    for part in &declaration.parts {
        let held = divisions.get(part.division);
        let totals = sums.totals(part.division.get());
        if !division::may_show(of, set, part.division) {
            continue;
        }
        let differences = differences(declaration, part, &totals);
        if differences
            .iter()
            .all(|held| matches!(held, None | Some(0)))
        {
            continue;
        }
        count += 1;
        if count > MOST {
            continue;
        }
        let to = division::path(divisions, part.division);
        let mut row = vec![
            link(&to, &Words::named(held.name, held.code)).into(),
            words.integer(totals.sheets).into(),
        ];
        for difference in &differences {
            row.push(match difference {
                Some(difference) => words.contest(at).integer(*difference).into(),
                None => words.say("report-unknown")?.into(),
            });
        }
        for other in &others {
            row.push(other.cell(of, declaration, part, &differences)?);
        }
        table.row(row);
    }
    let message = Message::new("explained-divisions")
        .with("count", count as u64)
        .with("parts", declaration.parts.len() as u64);
    let mut out = vec![Element::new("p").phrase(&words.general().with(&message, &about)?)];
    if count > 0 {
        out.push(table.finish());
        out.extend(cut(words, count)?);
    }
    Ok(out)
}

/// Declared votes less those on the sheets, per declared number.
fn differences(
    declaration: &Declaration,
    part: &DeclaredPart,
    totals: &Totals,
) -> Vec<Option<i128>> {
    let options = declaration.options.iter().enumerate();
    options
        .map(|(at, option)| {
            let declared = part.votes.get(at).copied().flatten()?;
            let seen = on_sheets(&option.target, totals)?;
            Some(i128::from(declared) - i128::from(seen))
        })
        .collect()
}
