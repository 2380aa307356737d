// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Counts the readings on which a promised sum does not hold.

use scrutineer_model::{Cell, Field, Identity, Locator};

/// How many failing rows are shown.
const SHOWN: usize = 10;

/// One identity over the readings of one source.
#[derive(Debug)]
pub(crate) struct IdentityCheck {
    pub(crate) text: String,
    options: bool,
    left: Vec<usize>,
    right: Vec<usize>,
    fields: usize,
    /// Readings that have all the parts.
    pub(crate) readings: u64,
    pub(crate) failing: u64,
    pub(crate) first: Vec<Locator>,
}

impl IdentityCheck {
    /// `announced` are the fields that stand before the tickets in a row of cells.
    pub(crate) fn new(identity: &Identity, announced: &[Field]) -> Self {
        let positions = |fields: &[Field]| {
            fields
                .iter()
                .filter_map(|field| announced.iter().position(|held| held == field))
                .collect()
        };
        Self {
            text: identity.text.clone(),
            options: identity.options,
            left: positions(&identity.left),
            right: positions(&identity.right),
            fields: announced.len(),
            readings: 0,
            failing: 0,
            first: Vec::new(),
        }
    }

    /// Looks at one reading.
    pub(crate) fn look(&mut self, cells: &[Cell], file: &str, row: u64) {
        let (Some(mut left), Some(right)) = (sum(cells, &self.left), sum(cells, &self.right))
        else {
            return;
        };
        if self.options {
            let mut any = false;
            for cell in cells.iter().skip(self.fields) {
                match cell.count() {
                    Some(count) => {
                        left += u64::from(count);
                        any = true;
                    }
                    None if *cell == Cell::NOT_ON_FORM => {}
                    None => return,
                }
            }
            if !any {
                return;
            }
        }
        self.readings += 1;
        if left != right {
            self.failing += 1;
            if self.first.len() < SHOWN {
                self.first.push(Locator {
                    file: file.to_owned(),
                    row: Some(row),
                    column: None,
                });
            }
        }
    }

    /// Whether more than 1 % of the readings fail.
    pub(crate) fn is_refused(&self) -> bool {
        self.failing.saturating_mul(100) > self.readings
    }
}

/// `None` where a part is unread or not on the form.
fn sum(cells: &[Cell], positions: &[usize]) -> Option<u64> {
    positions.iter().try_fold(0u64, |sum, &at| {
        Some(sum + u64::from(cells.get(at)?.count()?))
    })
}
