//! Collects the readings of one source and orders them by station and by what they say.

use std::cmp::Ordering;
use std::ops::Range;

use crate::cell::Cell;
use crate::contest::Contest;
use crate::dataset::build::SheetRow;
use crate::index::{ContestIdx, SourceIdx, StationIdx};
use crate::intern::Order;
use crate::provenance::Field;
use crate::sheets::{Column, SheetSet};

#[derive(Debug)]
pub(super) struct RowsBuilder {
    source: SourceIdx,
    contest: ContestIdx,
    fields: Vec<Field>,
    /// Option of every ticket.
    ticket_option: Vec<usize>,
    options: usize,
    /// One column per announced field, then one per ticket.
    columns: Vec<Column>,
    station: Vec<u32>,
    /// Empty until a row has one.
    sequence: Vec<u32>,
    /// Empty until a row has one.
    picture: Vec<u64>,
    file: Vec<u16>,
    row: Vec<u32>,
    files: Vec<String>,
}

impl RowsBuilder {
    pub(super) fn new(
        source: SourceIdx,
        index: ContestIdx,
        contest: &Contest,
        fields: Vec<Field>,
    ) -> Self {
        Self {
            source,
            contest: index,
            columns: vec![Column::new(); fields.len() + contest.tickets.len()],
            fields,
            ticket_option: contest
                .tickets
                .iter()
                .map(|ticket| ticket.option.get())
                .collect(),
            options: contest.options.len(),
            station: Vec::new(),
            sequence: Vec::new(),
            picture: Vec::new(),
            file: Vec::new(),
            row: Vec::new(),
            files: Vec::new(),
        }
    }

    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    pub(super) fn file(&mut self, name: &str) -> Option<u16> {
        let at = self
            .files
            .iter()
            .position(|held| held == name)
            .unwrap_or(self.files.len());
        if at == self.files.len() {
            self.files.push(name.to_owned());
        }
        u16::try_from(at).ok()
    }

    pub(super) fn push(&mut self, row: &SheetRow<'_>) {
        for (column, &cell) in self.columns.iter_mut().zip(row.cells) {
            column.push(cell);
        }
        push_rare(&mut self.sequence, self.station.len(), row.sequence);
        push_rare(&mut self.picture, self.station.len(), row.picture);
        self.station.push(row.station);
        self.file.push(row.file);
        self.row.push(row.row);
    }

    fn sequence(&self, at: usize) -> u32 {
        self.sequence.get(at).copied().unwrap_or_default()
    }

    fn picture(&self, at: usize) -> u64 {
        self.picture.get(at).copied().unwrap_or_default()
    }

    fn compare(&self, stations: &Order, a: u32, b: u32) -> Ordering {
        let (a, b) = (a as usize, b as usize);
        let rank = |at: usize| stations.rank(self.station[at]);
        rank(a)
            .cmp(&rank(b))
            .then_with(|| self.sequence(a).cmp(&self.sequence(b)))
            .then_with(|| self.compare_content(a, b))
            .then_with(|| self.picture(a).cmp(&self.picture(b)))
            .then_with(|| {
                self.files[usize::from(self.file[a])].cmp(&self.files[usize::from(self.file[b])])
            })
            .then_with(|| self.row[a].cmp(&self.row[b]))
    }

    fn compare_content(&self, a: usize, b: usize) -> Ordering {
        let content = |at: usize| self.columns.iter().map(move |column| column[at]);
        content(a).cmp(content(b))
    }

    pub(super) fn finish(self, stations: &Order) -> SheetSet {
        let mut order: Vec<u32> =
            (0..u32::try_from(self.station.len()).unwrap_or(u32::MAX)).collect();
        let sorted = order
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if self.compare(stations, *a, *b).is_le()));
        if !sorted {
            order.sort_unstable_by(|&a, &b| self.compare(stations, a, b));
        }
        let station: Vec<StationIdx> = order
            .iter()
            .map(|&at| StationIdx::new(stations.rank(self.station[at as usize]) as usize))
            .collect();
        let (current, rivals) = self.settle(&order, &station);
        let order = (!sorted).then_some(order.as_slice());
        let mut columns: Vec<Column> = self
            .columns
            .into_iter()
            .map(|column| arrange(column, order))
            .collect();
        let tickets = columns.split_off(self.fields.len());
        let mut fields: [Option<Column>; Field::ALL.len()] = Default::default();
        for (field, column) in self.fields.iter().zip(columns) {
            fields[field.position()] = Some(column);
        }
        let (options, tickets) = sum_tickets(tickets, &self.ticket_option, self.options);
        SheetSet {
            source: self.source,
            contest: self.contest,
            station,
            fields,
            options,
            tickets,
            sequence: arrange(self.sequence, order),
            picture: arrange(self.picture, order),
            file: arrange(self.file, order),
            row: arrange(self.row, order),
            files: self.files,
            current,
            rivals,
        }
    }

    /// Per station: the readings of the largest sequence hold; one, or several that say the same,
    /// is current, others are rivals.
    fn settle(&self, order: &[u32], station: &[StationIdx]) -> (Vec<u32>, Vec<Range<u32>>) {
        let mut current = Vec::with_capacity(order.len());
        let mut rivals = Vec::new();
        let mut end = 0;
        for run in station.chunk_by(|a, b| a == b) {
            let start = end;
            end = start + run.len();
            let last = order[end - 1] as usize;
            let held = (start..end)
                .find(|&at| self.sequence(order[at] as usize) == self.sequence(last))
                .unwrap_or(start);
            let same = held + 1 == end
                || self.compare_content(order[held] as usize, last) == Ordering::Equal;
            let position = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            if same {
                current.push(position(held));
            } else {
                rivals.push(position(held)..position(end));
            }
        }
        (current, rivals)
    }
}

/// Adds a value to a column that stays empty while no row has another one than the default, and
/// for most sources it stays so: `rows` are the rows before this one.
fn push_rare<T: Copy + Default + PartialEq>(column: &mut Vec<T>, rows: usize, value: T) {
    if column.is_empty() {
        if value == T::default() {
            return;
        }
        column.resize(rows, T::default());
    }
    column.push(value);
}

/// The column in `order`, `None` for the order that it has; an empty one stays empty.
fn arrange<T: Copy>(column: Vec<T>, order: Option<&[u32]>) -> Vec<T> {
    match order {
        Some(order) if !column.is_empty() => order.iter().map(|&at| column[at as usize]).collect(),
        _ => column,
    }
}

/// Option columns from ticket columns; the tickets are dropped where each option has one.
fn sum_tickets(
    tickets: Vec<Column>,
    ticket_option: &[usize],
    options: usize,
) -> (Vec<Column>, Vec<Column>) {
    let one_to_one = tickets.len() == options
        && ticket_option
            .iter()
            .enumerate()
            .all(|(ticket, &option)| ticket == option);
    if one_to_one {
        return (tickets, Vec::new());
    }
    let rows = tickets.first().map_or(0, Vec::len);
    let mut sums = vec![vec![Cell::NOT_ON_FORM; rows]; options];
    for (column, &option) in tickets.iter().zip(ticket_option) {
        for (sum, &cell) in sums[option].iter_mut().zip(column) {
            *sum = add(*sum, cell);
        }
    }
    (sums, tickets)
}

/// Unread where one part is unread or the sum is beyond a cell; a ticket that is not on the form
/// adds nothing.
fn add(sum: Cell, cell: Cell) -> Cell {
    match (sum.count(), cell.count()) {
        (Some(a), Some(b)) => Cell::new(u64::from(a) + u64::from(b)).unwrap_or(Cell::UNREAD),
        _ if sum == Cell::UNREAD || cell == Cell::UNREAD => Cell::UNREAD,
        (None, _) => cell,
        (_, None) => sum,
    }
}
