//! Sheets, in order of source and station.

use scrutineer_model::{Cell, Dataset, Field, SheetSet, TicketIdx};

use crate::entry::{Count, Counts, Entry, Nth, Sheet, Text};

pub(super) fn sheets(dataset: &Dataset) -> impl Iterator<Item = Entry<'_>> {
    dataset
        .sheets()
        .iter()
        .flat_map(move |set| Rows::new(dataset, set))
}

/// The readings of one source.
struct Rows<'a> {
    dataset: &'a Dataset,
    set: &'a SheetSet,
    source: &'a str,
    /// The columns of the votes, in the order of the tickets.
    votes: Vec<&'a [Cell]>,
    row: usize,
    /// How many readings before this one say the same.
    copies: u32,
}

impl<'a> Rows<'a> {
    fn new(dataset: &'a Dataset, set: &'a SheetSet) -> Self {
        let contest = dataset.contest(set.contest());
        let votes = contest.tickets.iter().enumerate().map(|(at, ticket)| {
            set.ticket(TicketIdx::new(at))
                .unwrap_or_else(|| set.option(ticket.option))
        });
        Self {
            dataset,
            set,
            source: dataset.source(set.source()).id.as_str(),
            votes: votes.collect(),
            row: 0,
            copies: 0,
        }
    }

    /// Readings are in order of station, sequence and content, so equal ones follow each other.
    fn repeats_last(&self) -> bool {
        let (Some(before), row) = (self.row.checked_sub(1), self.row) else {
            return false;
        };
        let stations = self.set.stations();
        stations.get(before) == stations.get(row)
            && self.set.sequence(before) == self.set.sequence(row)
            && self.set.content(before).eq(self.set.content(row))
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        let station = *self.set.stations().get(self.row)?;
        self.copies = if self.repeats_last() {
            self.copies + 1
        } else {
            0
        };
        let mut counts = Counts::default();
        for field in Field::ALL {
            counts.set(field, self.set.field_at(field, self.row));
        }
        let cells = self.votes.iter().map(|column| column.get(self.row));
        let votes = cells
            .map(|cell| Count(cell.copied().unwrap_or(Cell::NOT_ON_FORM)))
            .collect();
        let mut sheet = Sheet::new(
            Text::new(self.source),
            Text::new(self.dataset.stations().id(station)),
            self.set.sequence(self.row),
            counts,
            votes,
        );
        sheet.copy = Nth::new(self.copies + 1);
        self.row += 1;
        Some(Entry::Sheet(sheet))
    }
}
