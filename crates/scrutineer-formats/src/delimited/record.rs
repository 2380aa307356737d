// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One record and its fields, in buffers that are used again for the next.

use crate::position::Position;

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Text, possibly empty, quotes removed, otherwise as in the source.
    Text(&'a str),
    /// The record is too short to have this field.
    Absent,
    /// Bytes that are not text, or contain a zero byte; already reported.
    Unreadable,
}

impl<'a> Cell<'a> {
    /// The text, where there is text.
    pub fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Absent | Self::Unreadable => None,
        }
    }
}

/// One record. Keep one and pass it to every call: nothing is allocated per record.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// The record's text when all of it is text, else empty.
    text: String,
    /// The record's bytes when some of them are not text, else empty.
    bytes: Vec<u8>,
    /// Where each field ends in `text` or `bytes`.
    ends: Vec<u32>,
    /// Bytes between one field's end and the next one's start (a delimiter or nothing).
    gap: u32,
    /// False when `bytes` holds the record.
    is_text: bool,
    position: Position,
    ragged: bool,
    /// Fields without readable content although the record's text is whole, ascending.
    unreadable: Vec<u32>,
}

impl Record {
    /// An empty record.
    pub fn new() -> Self {
        Self::default()
    }

    /// A record of these cells, for sources that are not delimited text.
    pub fn from_cells<'a>(position: Position, cells: impl IntoIterator<Item = &'a str>) -> Self {
        let mut record = Self::new();
        record.start(position);
        for cell in cells {
            record.push_cell(cell);
        }
        record
    }

    /// Number of fields.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True when there is no field at all.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Where the record starts.
    pub fn position(&self) -> Position {
        self.position
    }

    /// True when the number of fields differs from the header's; already reported. What
    /// its cells mean is then a guess, so it should not be counted.
    pub fn is_ragged(&self) -> bool {
        self.ragged
    }

    /// The bytes of a field, whatever they are; none beyond the last field.
    #[inline]
    pub fn bytes(&self, index: usize) -> Option<&[u8]> {
        let (start, end) = self.span(index)?;
        let all = if self.is_text {
            self.text.as_bytes()
        } else {
            &self.bytes
        };
        all.get(start..end)
    }

    /// What a field holds.
    #[inline]
    pub fn cell(&self, index: usize) -> Cell<'_> {
        let Some((start, end)) = self.span(index) else {
            return Cell::Absent;
        };
        if self.is_text {
            if !self.unreadable.is_empty() && self.is_unreadable(index) {
                return Cell::Unreadable;
            }
            return self
                .text
                .get(start..end)
                .map_or(Cell::Unreadable, Cell::Text);
        }
        match self.bytes.get(start..end).map(std::str::from_utf8) {
            Some(Ok(text)) if !text.contains('\0') => Cell::Text(text),
            _ => Cell::Unreadable,
        }
    }

    fn is_unreadable(&self, index: usize) -> bool {
        self.unreadable.iter().any(|field| *field as usize == index)
    }

    /// All fields in order.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = Cell<'_>> {
        (0..self.len()).map(|index| self.cell(index))
    }

    #[inline]
    fn span(&self, index: usize) -> Option<(usize, usize)> {
        let end = *self.ends.get(index)?;
        let start = match index.checked_sub(1) {
            Some(before) => self.ends.get(before)?.checked_add(self.gap)?,
            None => 0,
        };
        Some((start as usize, end as usize))
    }

    pub(crate) fn start(&mut self, position: Position) {
        self.text.clear();
        self.bytes.clear();
        self.ends.clear();
        self.unreadable.clear();
        self.gap = 0;
        self.is_text = true;
        self.position = position;
        self.ragged = false;
    }

    pub(crate) fn push_cell(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends
            .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// Bytes between the start of the record in the source and this field, where quotes
    /// do not make the two differ.
    pub(super) fn raw_offset(&self, index: usize) -> Option<usize> {
        self.span(index)
            .map(|(start, _)| start)
            .filter(|start| self.gap == 1 || *start == 0)
    }

    /// Adds a cell that is there and cannot be read; its problem is reported elsewhere.
    pub(crate) fn push_unreadable(&mut self) {
        self.unreadable
            .push(u32::try_from(self.ends.len()).unwrap_or(u32::MAX));
        self.push_cell("");
    }

    pub(crate) fn set_ragged(&mut self, ragged: bool) {
        self.ragged = ragged;
    }

    pub(super) fn ends_mut(&mut self) -> &mut Vec<u32> {
        &mut self.ends
    }

    /// Takes the content to which the ends refer. Returns whether all of it is text
    /// without zero bytes.
    pub(super) fn set_content(&mut self, content: &[u8], gap: u32, may_have_nul: bool) -> bool {
        self.gap = gap;
        self.is_text = match std::str::from_utf8(content) {
            Ok(text) if !(may_have_nul && content.contains(&0)) => {
                self.text.push_str(text);
                true
            }
            _ => {
                self.bytes.extend_from_slice(content);
                false
            }
        };
        self.is_text
    }
}
