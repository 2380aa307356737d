//! Tables that fit the paper: columns shrink and their cells wrap; where a word would have to be cut, each row stands
//! as a list instead.

use super::Paper;
use super::layout::{columns, wrap};
use crate::view::{Align, Table};

const GAP: usize = 2;

/// Writes a table under its caption.
pub(super) fn write(paper: &mut Paper, table: &Table) {
    let head: Vec<String> = table
        .columns
        .iter()
        .map(|(title, _)| title.to_string())
        .collect();
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect();
    paper.heading(&table.caption.to_string());
    let Some(widths) = widths(&head, &rows, paper.width()) else {
        return stacked(paper, &head, &rows);
    };
    write_row(paper, &head, &widths, table, true);
    let total = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    paper.raw(&"─".repeat(total.min(paper.width())), false);
    for row in &rows {
        write_row(paper, row, &widths, table, false);
    }
    paper.blank();
}

/// Each row as its first cell, with the others below it under the titles of their columns.
fn stacked(paper: &mut Paper, head: &[String], rows: &[Vec<String>]) {
    for row in rows {
        for (position, (title, cell)) in head.iter().zip(row).enumerate() {
            if position == 0 {
                paper.item("", cell);
            } else if !cell.is_empty() {
                paper.item("  ", &format!("{title}: {cell}"));
            }
        }
    }
    paper.blank();
}

/// Widths whose sum with the gaps is at most `width`; `None` where a word of some column would have to be cut.
fn widths(head: &[String], rows: &[Vec<String>], width: usize) -> Option<Vec<usize>> {
    let column = |position: usize| {
        let cells = rows.iter().filter_map(move |row| row.get(position));
        head.get(position).into_iter().chain(cells)
    };
    let natural: Vec<usize> = (0..head.len())
        .map(|position| {
            column(position)
                .map(|cell| columns(cell))
                .max()
                .unwrap_or(0)
        })
        .collect();
    let longest_word = |cell: &String| cell.split(' ').map(columns).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..head.len())
        .map(|position| column(position).map(longest_word).max().unwrap_or(0).max(1))
        .collect();
    let room = width
        .saturating_sub(GAP * head.len().saturating_sub(1))
        .max(head.len());
    if widths.iter().sum::<usize>() > room {
        return None;
    }
    // The narrowest column that wants more grows first, so that no long text starves the others.
    while widths.iter().sum::<usize>() < room {
        let narrowest = widths
            .iter_mut()
            .zip(&natural)
            .filter(|(have, want)| **have < **want)
            .min_by_key(|(have, _)| **have);
        match narrowest {
            Some((have, _)) => *have += 1,
            None => break,
        }
    }
    Some(widths)
}

fn write_row(paper: &mut Paper, cells: &[String], widths: &[usize], table: &Table, bold: bool) {
    let wrapped: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, &width)| wrap(cell, width))
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for line in 0..height {
        let mut out = String::new();
        for (position, (cell, &width)) in wrapped.iter().zip(widths).enumerate() {
            if position > 0 {
                out.push_str(&" ".repeat(GAP));
            }
            let text = cell.get(line).map_or("", String::as_str);
            let fill = " ".repeat(width.saturating_sub(columns(text)));
            let align = table.columns.get(position).map(|(_, align)| *align);
            if align == Some(Align::Right) {
                out.push_str(&fill);
                out.push_str(text);
            } else {
                out.push_str(text);
                out.push_str(&fill);
            }
        }
        paper.raw(&out, bold);
    }
}
