//! Which column of a table holds what, and rows read by that.

use std::collections::BTreeMap;

use scrutineer_formats::Excerpt;
use scrutineer_model::{Exact, Message};

use super::cells::{Cells, Line};
use super::{Place, Row, Scale, names_of};
use crate::answer::Answer;
use crate::problem::Problem;
use crate::rules::{Input, Kind, Measure, Rules};

/// The largest published number in either direction.
const LARGEST: u64 = 1_000_000;

/// A column by its position and name.
type Column = (usize, String);

/// Which column holds what.
pub(super) struct Columns<'r> {
    rules: &'r Rules,
    scale: Scale,
    code: Option<Column>,
    name: Option<Column>,
    edition: Column,
    questions: Vec<(Column, &'r Input)>,
    measures: Vec<(Column, &'r Measure)>,
}

/// The column of the first of these names.
fn column(cells: &Cells, names: &[String]) -> Option<Column> {
    names.iter().find_map(|name| {
        let at = cells.header.iter().position(|held| held == name)?;
        Some((at, name.clone()))
    })
}

impl<'r> Columns<'r> {
    /// The columns by their names; `None` where one is absent that a row cannot do without.
    pub(super) fn of(
        cells: &Cells,
        rules: &'r Rules,
        scale: Scale,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let listed = |key: &str| rules.columns.get(key).map_or(&[][..], Vec::as_slice);
        let mut absent = |key: &str| {
            problems.push(Problem {
                row: Some(cells.header_row),
                column: None,
                message: Message::new("index-no-column").with("names", listed(key).join(", ")),
            });
        };
        let code = column(cells, listed("place"));
        let name = column(cells, listed("name"));
        if code.is_none() && name.is_none() {
            absent("name");
        }
        let edition = column(cells, listed("edition"));
        if edition.is_none() {
            absent("edition");
        }
        Some(Self {
            rules,
            scale,
            code,
            name,
            edition: edition?,
            questions: rules
                .own_inputs()
                .filter_map(|input| Some((column(cells, &names_of(rules, &input.id))?, input)))
                .collect(),
            measures: rules
                .measures
                .iter()
                .filter_map(|measure| Some((column(cells, &measure.columns)?, measure)))
                .collect(),
        })
    }

    /// One row; `None` where anything about it is wrong.
    pub(super) fn row(&self, line: &Line, problems: &mut Vec<Problem>) -> Option<Row> {
        let before = problems.len();
        let text = |column: &Option<Column>| {
            let at = column.as_ref().map(|(at, _)| *at);
            at.map_or("", |at| line.text(at)).to_owned()
        };
        let place = Place {
            code: text(&self.code),
            name: text(&self.name),
        };
        if place.id().is_empty() {
            problems.push(Problem {
                row: Some(line.row),
                column: None,
                message: Message::new("index-no-place"),
            });
        }
        let found = line.text(self.edition.0);
        let edition = found
            .parse()
            .ok()
            .filter(|edition| (1900..3000).contains(edition));
        let Some(edition) = edition else {
            let message = Message::new("index-edition");
            problems.push(refused(line, &self.edition, message));
            return None;
        };
        let mut row = Row {
            row: line.row,
            place,
            edition,
            answers: BTreeMap::new(),
            parts: BTreeMap::new(),
            words: BTreeMap::new(),
        };
        for (column, input) in &self.questions {
            match self.answer(line, column, input, edition) {
                Ok(Some(answer)) => {
                    row.answers.insert(input.id.clone(), answer);
                }
                Ok(None) => {}
                Err(problem) => problems.push(problem),
            }
        }
        for (column, measure) in &self.measures {
            if let Err(problem) = self.published(line, column, measure, &mut row) {
                problems.push(problem);
            }
        }
        (problems.len() == before).then_some(row)
    }

    fn is_inverted(&self, edition: u16) -> bool {
        self.scale == Scale::AsPublished && self.rules.is_inverted(edition)
    }

    fn answer(
        &self,
        line: &Line,
        column: &Column,
        input: &Input,
        edition: u16,
    ) -> Result<Option<Answer>, Problem> {
        let text = line.text(column.0);
        if text.is_empty() || text == "-" {
            return Ok(None);
        }
        let points = text.parse().ok();
        let points: Option<i64> = points.filter(|at| (input.least..=input.most).contains(at));
        let Some(points) = points else {
            let message = Message::new("index-points")
                .with("least", input.least)
                .with("most", input.most);
            return Err(refused(line, column, message));
        };
        if !input.is_asked(Some(edition)) {
            // Tables over many editions hold a zero for what the newer ones no longer ask.
            let message = Message::new("index-not-asked").with("edition", edition.to_string());
            return if points == 0 {
                Ok(None)
            } else {
                Err(refused(line, column, message))
            };
        }
        Ok(Some(Answer::Known(if self.is_inverted(edition) {
            input.least + input.most - points
        } else {
            points
        })))
    }

    fn published(
        &self,
        line: &Line,
        column: &Column,
        measure: &Measure,
        row: &mut Row,
    ) -> Result<(), Problem> {
        let text = line.text(column.0);
        if text.is_empty() {
            return Ok(());
        }
        if let Kind::Bands { bands, .. } = &measure.kind {
            if !bands.iter().any(|band| band.is == text) {
                let known: Vec<&str> = bands.iter().map(|band| band.is.as_str()).collect();
                let message = Message::new("index-band").with("known", known.join(", "));
                return Err(refused(line, column, message));
            }
            row.words.insert(measure.id.clone(), text.to_owned());
            return Ok(());
        }
        let points: Option<i64> = text.parse().ok();
        let Some(points) = points.filter(|points| points.unsigned_abs() <= LARGEST) else {
            return Err(refused(line, column, Message::new("index-whole")));
        };
        let points = match measure.nominal {
            Some((least, most)) if self.is_inverted(row.edition) => least + most - points,
            _ => points,
        };
        row.parts.insert(measure.id.clone(), Exact::integer(points));
        Ok(())
    }
}

fn refused(line: &Line, (at, name): &Column, message: Message) -> Problem {
    let found = Excerpt::of(line.text(*at));
    Problem::cell(line.row, name, message.with("found", found.as_str()))
}
