//! The small file that a journalist opens: declared, on the sheets, possible.

use scrutineer_audit::{ContestReport, Extent, SourceReport};
use scrutineer_model::{Declaration, DeclaredTarget, SheetSet};
use scrutineer_tally::{Groups, Interval, Totals, by_division, totals};

use super::Emit;
use crate::data::DataError;
use crate::data::context::{Context, first};
use crate::data::value::Value;

pub(super) fn summary(context: &Context<'_>, emit: &mut Emit<'_>) -> Result<(), DataError> {
    for (set, contest, source) in context.sources() {
        let mut page = Page {
            context,
            contest,
            source,
            emit,
        };
        let sums = totals(context.dataset, set);
        page.whole(&sums)?;
        page.declared()?;
        if !context.divisions.is_empty() {
            let groups = by_division(context.dataset, set, first());
            page.divisions(set, &groups)?;
        }
    }
    Ok(())
}

struct Page<'p, 'e> {
    context: &'p Context<'p>,
    contest: &'p ContestReport,
    source: &'p SourceReport,
    emit: &'p mut Emit<'e>,
}

/// What differs between the lines of one source.
#[derive(Clone, Copy, Default)]
struct Line<'a> {
    division: &'a str,
    division_name: &'a str,
    declaration: &'a str,
    option: &'a str,
    declared: Option<u64>,
    on_sheets: Option<u64>,
    on_sheets_most: Option<u64>,
    /// Votes of all options, the whole of the percentage.
    of: Option<u64>,
    possible_min: Option<u64>,
    possible_max: Option<u64>,
    stations_reported: u64,
    stations_expected: Option<u64>,
}

impl Page<'_, '_> {
    fn line(&mut self, line: Line<'_>) -> Result<(), DataError> {
        let name = self
            .contest
            .options
            .iter()
            .find(|option| option.id == line.option)
            .map(|option| option.name.as_str());
        let percent = match (line.on_sheets, line.of) {
            (Some(votes), Some(of)) if of > 0 => Some(percent(votes, of)),
            _ => None,
        };
        (self.emit)(&[
            Value::text(&self.contest.id),
            Value::text(line.division),
            Value::text(line.division_name),
            Value::text(&self.source.id),
            Value::text(line.declaration),
            Value::text(line.option),
            Value::optional(name),
            Value::count(line.declared),
            Value::count(line.on_sheets),
            Value::count(line.on_sheets_most),
            Value::optional(percent.as_deref()),
            Value::count(line.possible_min),
            Value::count(line.possible_max),
            Value::from(line.stations_reported),
            Value::count(line.stations_expected),
        ])
    }

    /// A line of the whole contest.
    fn of_whole<'a>(&self, of: Option<u64>) -> Line<'a> {
        Line {
            of,
            stations_reported: self.source.coverage.stations_reported,
            stations_expected: self.source.coverage.stations_expected,
            ..Line::default()
        }
    }

    /// The ceiling of the missing by the register total that the answers rest on.
    fn missing(&self) -> Option<u64> {
        let held = &self.source.outcome;
        let decides = held
            .iter()
            .find(|outcome| outcome.register == self.source.least_favourable)?;
        match decides.missing_capacity {
            Extent::Known(votes) => Some(votes),
            Extent::Unbounded | Extent::NotStated => None,
        }
    }

    fn whole(&mut self, sums: &Totals) -> Result<(), DataError> {
        let missing = self.missing();
        let of = all(&sums.options);
        let contest = self.contest;
        for (option, votes) in contest.options.iter().zip(&sums.options) {
            self.line(Line {
                option: &option.id,
                on_sheets: Some(votes.min),
                on_sheets_most: Some(votes.max),
                possible_min: Some(votes.min),
                possible_max: missing.map(|missing| votes.max.saturating_add(missing)),
                ..self.of_whole(of)
            })?;
        }
        Ok(())
    }

    fn declared(&mut self) -> Result<(), DataError> {
        let contest = self.contest;
        for declaration in &contest.declarations {
            let results = declaration.results.iter();
            for result in results.filter(|result| result.source == self.source.id) {
                for (id, strict) in &result.strict {
                    let possible = result.possible.get(id).copied().flatten();
                    self.line(Line {
                        declaration: &declaration.id,
                        option: id,
                        declared: strict.declared,
                        on_sheets: Some(strict.observed),
                        possible_min: possible.and_then(|[least, _]| least),
                        possible_max: possible.and_then(|[_, most]| most),
                        ..self.of_whole(None)
                    })?;
                }
            }
        }
        Ok(())
    }

    fn divisions(&mut self, set: &SheetSet, groups: &Groups) -> Result<(), DataError> {
        let context = self.context;
        let hierarchy = context.dataset.hierarchies().first();
        let widest = hierarchy
            .into_iter()
            .flat_map(|held| held.divisions.iter())
            .filter(|(_, division)| division.parent.is_none());
        for (index, division) in widest {
            let sums = groups.totals(index.get());
            let Some((path, _)) = context.divisions.get(index.get()) else {
                continue;
            };
            let listed = context.parts.iter().find(|part| part.division == *path);
            let stations = listed.and_then(|part| u64::try_from(part.stations.len()).ok());
            let line = Line {
                division: path,
                division_name: division.name,
                of: all(&sums.options),
                stations_reported: sums.sheets,
                stations_expected: stations.filter(|_| context.dataset.has_register()),
                ..Line::default()
            };
            let contest = self.contest;
            for (option, votes) in contest.options.iter().zip(&sums.options) {
                self.line(Line {
                    option: &option.id,
                    on_sheets: Some(votes.min),
                    on_sheets_most: Some(votes.max),
                    ..line
                })?;
            }
            let declarations = context.dataset.declarations().iter();
            for held in declarations.filter(|held| held.contest == set.contest()) {
                self.part(held, index.get(), &sums, line)?;
            }
        }
        Ok(())
    }

    fn part(
        &mut self,
        held: &Declaration,
        division: usize,
        sums: &Totals,
        line: Line<'_>,
    ) -> Result<(), DataError> {
        let parts = held.parts.iter();
        for part in parts.filter(|part| part.division.get() == division) {
            for (declared, votes) in held.options.iter().zip(&part.votes) {
                let contest = self.context.dataset.contest(held.contest);
                let members = declared.target.options().iter();
                let on_sheets = members
                    .filter_map(|option| sums.options.get(option.get()))
                    .map(|votes| votes.min)
                    .sum();
                let option = match &declared.target {
                    DeclaredTarget::Option(at) => {
                        let option = contest.options.get(at.get());
                        option.map_or("", |option| option.id.as_str())
                    }
                    DeclaredTarget::Group { id, .. } => id.as_str(),
                };
                self.line(Line {
                    declaration: held.id.as_str(),
                    option,
                    declared: *votes,
                    on_sheets: Some(on_sheets),
                    of: None,
                    ..line
                })?;
            }
        }
        Ok(())
    }
}

/// Votes of all options; `None` where rival readings leave them open.
fn all(options: &[Interval]) -> Option<u64> {
    options
        .iter()
        .try_fold(0u64, |sum, votes| sum.checked_add(votes.value()?))
}

/// Two decimals, halves up.
fn percent(votes: u64, of: u64) -> String {
    let hundredths = (u128::from(votes) * 20_000 + u128::from(of)) / (2 * u128::from(of));
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_rounded_to_the_nearest_hundredth() {
        assert_eq!(percent(1, 3), "33.33");
        assert_eq!(percent(2, 3), "66.67");
        assert_eq!(percent(1, 1), "100.00");
        assert_eq!(percent(1, 20_000), "0.01");
        assert_eq!(percent(u64::MAX, u64::MAX), "100.00");
    }
}
