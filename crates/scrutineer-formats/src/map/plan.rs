// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Column positions, worked out once from the header of a table.

use scrutineer_model::{Cell, Contest, Field, ImportIssueKind};

use crate::election::walk::nearest;
use crate::election::{Columns, RowFilter, TableSpec};
use crate::map::issues::{Issue, Issues};

/// Where the cell of a field or ticket comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    Column(usize),
    Same(Cell),
}

/// A filter with the position of its column.
#[derive(Clone, Debug)]
pub(crate) struct Filter {
    pub(crate) column: usize,
    pub(crate) values: Vec<String>,
}

/// Positions of everything that is read from a row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    pub(crate) header: Vec<String>,
    /// Empty where a key column is missing: then no row can be used.
    pub(crate) key: Vec<usize>,
    pub(crate) key_is_id: bool,
    pub(crate) place: Vec<usize>,
    pub(crate) place_is_id: bool,
    pub(crate) place_name: Option<usize>,
    pub(crate) label: Option<usize>,
    pub(crate) kind: Option<usize>,
    pub(crate) status: Option<usize>,
    pub(crate) sheet_status: Option<usize>,
    pub(crate) sequence: Option<usize>,
    pub(crate) picture: Option<usize>,
    /// Per hierarchy with columns: its position, code columns, name columns.
    pub(crate) divisions: Vec<(usize, Vec<usize>, Vec<usize>)>,
    pub(crate) cells: Vec<From>,
    pub(crate) option: Option<usize>,
    pub(crate) number: Option<usize>,
    pub(crate) keep: Vec<Filter>,
    pub(crate) except: Vec<Filter>,
    /// The last mapped column: a shorter row cannot be used.
    pub(crate) last: usize,
    /// A filter column is missing, so that no row can be judged.
    pub(crate) blind: bool,
}

struct Finder<'a, 'i> {
    header: &'a [String],
    issues: &'i mut Issues,
    last: usize,
}

impl Finder<'_, '_> {
    fn column(&mut self, name: &str, role: &str) -> Option<usize> {
        let found = self.header.iter().position(|held| held == name);
        if let Some(at) = found {
            self.last = self.last.max(at);
            return found;
        }
        let near = nearest(name, self.header.iter().map(String::as_str));
        let near = near.map(|near| format!("; the nearest is {near}"));
        self.issues.push(Issue {
            kind: ImportIssueKind::MissingColumn,
            station: None,
            row: None,
            column: Some(name),
            expected: format!("a column {name} for {role}"),
            found: format!("none{}", near.unwrap_or_default()),
            rejects_row: false,
        });
        None
    }

    fn optional(&mut self, name: Option<&String>, role: &str) -> Option<usize> {
        name.and_then(|name| self.column(name, role))
    }

    /// All of the columns or none.
    fn all(&mut self, names: &[String], role: &str) -> Vec<usize> {
        let found: Vec<Option<usize>> = names.iter().map(|name| self.column(name, role)).collect();
        found.into_iter().collect::<Option<_>>().unwrap_or_default()
    }

    fn filters(&mut self, filters: &[RowFilter], role: &str) -> Vec<Filter> {
        filters
            .iter()
            .filter_map(|filter| {
                let column = self.column(&filter.column, role)?;
                Some(Filter {
                    column,
                    values: filter.values.clone(),
                })
            })
            .collect()
    }
}

impl Plan {
    /// Looks up every column; reports those that are missing and those that nobody named.
    pub(crate) fn new(
        spec: &TableSpec,
        announced: &[Field],
        contest: Option<&Contest>,
        header: &[String],
        issues: &mut Issues,
    ) -> Self {
        let columns = &spec.columns;
        let mut find = Finder {
            header,
            issues,
            last: 0,
        };
        let (key, key_is_id) = match &columns.station_id {
            Some(id) => (find.all(std::slice::from_ref(id), "station_id"), true),
            None => (find.all(&columns.station, "station"), false),
        };
        let (place, place_is_id) = match &columns.place_id {
            Some(id) => (find.all(std::slice::from_ref(id), "place_id"), true),
            None => (find.all(&columns.place, "place"), false),
        };
        let keep = find.filters(&spec.read.keep, "where");
        let except = find.filters(&spec.read.except, "except");
        let blind = keep.len() < spec.read.keep.len() || except.len() < spec.read.except.len();
        let divisions = columns
            .divisions
            .iter()
            .map(|divisions| {
                let names = find.all(&divisions.names, "the names of divisions");
                let codes = find.all(&divisions.codes, "the codes of divisions");
                (divisions.hierarchy.get(), codes, names)
            })
            .collect();
        let cells = cells(columns, announced, contest, &mut find);
        let mut plan = Self {
            key,
            key_is_id,
            place,
            place_is_id,
            place_name: find.optional(columns.place_name.as_ref(), "place_name"),
            label: find.optional(columns.table.as_ref(), "table"),
            kind: find.optional(columns.kind.as_ref(), "kind"),
            status: find.optional(columns.status.as_ref(), "status"),
            sheet_status: find.optional(columns.sheet_status.as_ref(), "sheet_status"),
            sequence: find.optional(columns.sequence.as_ref(), "sequence"),
            picture: find.optional(columns.picture.as_ref(), "picture"),
            option: find.optional(columns.option.as_ref(), "option_column"),
            number: find.optional(columns.number.as_ref(), "votes_column"),
            divisions,
            cells,
            keep,
            except,
            blind,
            last: 0,
            header: header.to_vec(),
        };
        plan.last = find.last;
        report_unmapped(columns, &spec.read.keep, &spec.read.except, header, issues);
        plan
    }

    /// Name of a column for messages.
    pub(crate) fn name(&self, at: usize) -> Option<&str> {
        self.header.get(at).map(String::as_str)
    }
}

fn cells(
    columns: &Columns,
    announced: &[Field],
    contest: Option<&Contest>,
    find: &mut Finder<'_, '_>,
) -> Vec<From> {
    let mut cells = Vec::new();
    for field in announced {
        let named = columns.fields.iter().find(|(held, _)| held == field);
        let constant = columns
            .constant
            .fields
            .iter()
            .find(|(held, _)| held == field);
        cells.push(match (named, constant) {
            (Some((_, name)), _) => find
                .column(name, field.word())
                .map_or(From::Same(Cell::UNREAD), From::Column),
            (None, Some((_, value))) => {
                From::Same(Cell::new(u64::from(*value)).unwrap_or(Cell::UNREAD))
            }
            (None, None) => From::Same(Cell::UNREAD),
        });
    }
    for (index, ticket) in contest
        .into_iter()
        .flat_map(|contest| &contest.tickets)
        .enumerate()
    {
        let named = columns.votes.iter().find(|(held, _)| held.get() == index);
        cells.push(match named {
            Some((_, name)) => find
                .column(name, ticket.id.as_str())
                .map_or(From::Same(Cell::UNREAD), From::Column),
            None => From::Same(Cell::NOT_ON_FORM),
        });
    }
    cells
}

fn report_unmapped(
    columns: &Columns,
    keep: &[RowFilter],
    except: &[RowFilter],
    header: &[String],
    issues: &mut Issues,
) {
    for name in header.iter().filter(|name| !name.is_empty()) {
        let mapped = columns.named().any(|held| held == name)
            || columns.private.contains(name)
            || columns.ignore.contains(name)
            || keep
                .iter()
                .chain(except)
                .any(|filter| filter.column == *name);
        if !mapped {
            issues.push(Issue {
                kind: ImportIssueKind::UnmappedColumn,
                station: None,
                row: None,
                column: Some(name),
                expected: "a column that the map names".to_owned(),
                found: "one that it does not name; its cells are dropped".to_owned(),
                rejects_row: false,
            });
        }
    }
}
