//! Small cells of tables about persons (H16).

use serde::Serialize;

/// Smallest number that is shown: 1 to 4 persons can be told apart by those who know the place.
pub const SMALLEST: u64 = 5;

/// A table of counts, row by row; every row has as many columns.
pub type CellTable = Vec<Vec<u64>>;

/// A cell as it is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", untagged)]
pub enum Published {
    /// The number.
    Shown(u64),
    /// Withheld: small itself, or needed to keep a small one from being computed. `null` in documents.
    Withheld,
}

impl Published {
    /// The number; `None` where it is withheld.
    pub fn get(self) -> Option<u64> {
        match self {
            Self::Shown(number) => Some(number),
            Self::Withheld => None,
        }
    }
}

/// Withholds every cell of 1 to 4, and as many more as keep it from being computed from totals of rows and
/// columns: the smallest that is left in each row and column where only one is withheld or all that are have a sum of
/// 1 to 4, until no row and no column is left where that is so. Where nothing else is left to withhold in a line, the line's total
/// must not be printed: [`CellTable`]s of one row or column withhold everything but zeros then.
///
/// A secondary cell may be large; a zero is withheld only where nothing else is left.
pub fn protect(table: &CellTable) -> Vec<Vec<Published>> {
    let columns = table.iter().map(Vec::len).max().unwrap_or(0);
    let mut withheld: Vec<Vec<bool>> = table
        .iter()
        .map(|row| {
            row.iter()
                .map(|count| (1..SMALLEST).contains(count))
                .collect()
        })
        .collect();
    // Each round withholds a cell more, so there is an end.
    while let Some((row, column)) = next(table, &withheld, columns) {
        if let Some(cell) = withheld.get_mut(row).and_then(|held| held.get_mut(column)) {
            *cell = true;
        }
    }
    table
        .iter()
        .zip(&withheld)
        .map(|(row, held)| {
            row.iter()
                .zip(held)
                .map(|(count, held)| {
                    if *held {
                        Published::Withheld
                    } else {
                        Published::Shown(*count)
                    }
                })
                .collect()
        })
        .collect()
}

/// The cell that the first line needs whose withheld ones can be computed.
fn next(table: &CellTable, withheld: &[Vec<bool>], columns: usize) -> Option<(usize, usize)> {
    let rows = table.len();
    let lines_of_rows =
        (0..rows).map(|row| (0..columns).map(|column| (row, column)).collect::<Vec<_>>());
    let lines_of_columns =
        (0..columns).map(|column| (0..rows).map(|row| (row, column)).collect::<Vec<_>>());
    let is_withheld = |(row, column): &(usize, usize)| {
        withheld
            .get(*row)
            .and_then(|held| held.get(*column))
            .copied()
            .unwrap_or(false)
    };
    let count = |(row, column): &(usize, usize)| table.get(*row).and_then(|held| held.get(*column));
    lines_of_rows.chain(lines_of_columns).find_map(|line| {
        let held: Vec<_> = line.iter().filter(|at| is_withheld(at)).collect();
        let sum: u64 = held.iter().filter_map(|at| count(at)).sum();
        // Several small ones are told by their sum: of two persons in two cells each has one.
        if held.len() != 1 && !(1..SMALLEST).contains(&sum) {
            return None;
        }
        let free = line
            .iter()
            .filter(|at| !is_withheld(at) && count(at).is_some());
        // The smallest that is not zero; a zero where there is nothing else.
        free.min_by_key(|at| {
            let count = count(at).copied().unwrap_or(0);
            (count == 0, count, **at)
        })
        .copied()
    })
}
