// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The texts of a sheet, row by row, in three flat columns.

use crate::delimited::Record;
use crate::position::Position;

/// Rows that hold something, in order.
#[derive(Debug, Default)]
pub(super) struct Grid {
    text: String,
    /// Where each cell ends in `text`; [`UNREADABLE`] for a cell that cannot be read.
    cells: Vec<CellEnd>,
    /// The number of each row from 1, and its first cell.
    rows: Vec<(u32, usize)>,
}

#[derive(Debug, Clone, Copy)]
struct CellEnd {
    end: u32,
    readable: bool,
}

impl Grid {
    /// Adds a cell; rows and columns (from 0) must ascend. False when there is no room.
    pub(super) fn push(&mut self, row: u32, column: u32, text: Option<&str>) -> bool {
        let start_row = self.rows.last().is_none_or(|(last, _)| *last < row);
        if start_row {
            self.rows.push((row, self.cells.len()));
        }
        let first = self.rows.last().map_or(0, |(_, first)| *first);
        let end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        while self.cells.len() - first < column as usize {
            self.cells.push(CellEnd {
                end,
                readable: true,
            });
        }
        self.text.push_str(text.unwrap_or_default());
        let Ok(end) = u32::try_from(self.text.len()) else {
            return false;
        };
        self.cells.push(CellEnd {
            end,
            readable: text.is_some(),
        });
        true
    }

    /// How many rows hold something.
    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The number of a row in the sheet, from 1.
    pub(super) fn row(&self, at: usize) -> u32 {
        self.rows.get(at).map_or(0, |(row, _)| *row)
    }

    /// Copies a row into `record`, with empty cells up to `width` fields. Empty cells
    /// beyond it are dropped.
    pub(super) fn fill(&self, at: usize, width: usize, position: Position, record: &mut Record) {
        record.start(position);
        let first = self.rows.get(at).map_or(0, |(_, first)| *first);
        let last = self
            .rows
            .get(at + 1)
            .map_or(self.cells.len(), |(_, first)| *first);
        let cells = self.cells.get(first..last).unwrap_or_default();
        let mut start = first
            .checked_sub(1)
            .and_then(|before| self.cells.get(before))
            .map_or(0, |cell| cell.end);
        let mut pending = 0_usize;
        for (index, cell) in cells.iter().enumerate() {
            let text = self
                .text
                .get(start as usize..cell.end as usize)
                .unwrap_or_default();
            start = cell.end;
            if text.is_empty() && cell.readable && index >= width {
                pending += 1;
                continue;
            }
            (0..std::mem::take(&mut pending)).for_each(|_| record.push_cell(""));
            if cell.readable {
                record.push_cell(text);
            } else {
                record.push_unreadable();
            }
        }
        while record.len() < width {
            record.push_cell("");
        }
    }
}
