//! Votes by source, and what the missing stations leave open.

use std::collections::BTreeMap;

use scrutineer_model::{Contest, RegisterKind};

use super::votes::{BY_ELECTORS, Votes};
use crate::data::DataError;
use crate::data::workbook::{Cell, Workbook};

/// Row of `totals` by source, kind and name.
pub(super) type Sums = BTreeMap<(String, &'static str, String), u32>;

pub(super) fn totals(book: &mut Workbook<'_>, votes: &[Votes]) -> Result<Sums, DataError> {
    book.sheet(
        "totals",
        &[20, 10, 16, 14, 14],
        &["source", "kind", "field", "least", "most"],
    )?;
    let mut sums = Sums::new();
    let mut row = 1;
    for held in votes {
        for number in &held.numbers {
            row += 1;
            let most = match &held.rivals {
                Some((sheet, last)) => {
                    let letters = crate::data::workbook::column(held.spread(number.at));
                    format!("D{row}+SUM({sheet}!${letters}$2:${letters}${last})")
                }
                None => format!("D{row}"),
            };
            book.row(&[
                Cell::text(&held.source),
                Cell::text(number.kind),
                Cell::text(&number.name),
                Cell::Formula(format!("SUM({})", held.range(number.at))),
                Cell::Formula(most),
            ])?;
            let key = (held.source.clone(), number.kind, number.name.clone());
            sums.insert(key, row);
        }
    }
    Ok(sums)
}

/// By every total of registered voters: an option holds at least `votes` and at most `votes` and the
/// missing of `all` and the missing.
pub(super) fn bounds(
    book: &mut Workbook<'_>,
    contest: &Contest,
    votes: &[Votes],
    sums: &Sums,
) -> Result<(), DataError> {
    book.sheet(
        "bounds",
        &[20, 16, 14, 16],
        &[
            "source",
            "register",
            "whole",
            "option",
            "votes",
            "all",
            "missing",
            "least share",
            "most share",
            "lead",
            "stays first",
        ],
    )?;
    let mut row = 1;
    let registers = contest.registers.iter();
    let wholes: Vec<(&str, u64)> = registers
        .filter(|held| held.kind == RegisterKind::Electors)
        .flat_map(|held| {
            let readings = held.total.readings();
            readings.map(|reading| (held.id.as_str(), reading.value))
        })
        .collect();
    for held in votes {
        let options: Vec<u32> = contest
            .options
            .iter()
            .filter_map(|option| {
                let key = (held.source.clone(), "option", option.id.to_string());
                sums.get(&key).copied()
            })
            .collect();
        let (Some(&from), Some(&to)) = (options.first(), options.last()) else {
            continue;
        };
        for &(register, whole) in &wholes {
            for (position, (option, sum)) in contest.options.iter().zip(&options).enumerate() {
                row += 1;
                let mut cells = vec![
                    Cell::text(&held.source),
                    Cell::text(register),
                    Cell::number(Some(whole)),
                    Cell::text(option.id.as_str()),
                    Cell::Formula(format!("totals!D{sum}")),
                    Cell::Formula(format!("SUM(totals!D{from}:D{to})")),
                    Cell::Formula(format!("MAX(C{row}-SUM({}),0)", held.range(BY_ELECTORS))),
                    Cell::Formula(format!("IF(F{row}+G{row}>0,E{row}/(F{row}+G{row}),\"\")")),
                    Cell::Formula(format!(
                        "IF(F{row}+G{row}>0,(E{row}+G{row})/(F{row}+G{row}),\"\")"
                    )),
                ];
                if position == 0 && options.len() > 1 {
                    let all = format!("totals!D{from}:D{to}");
                    cells.push(Cell::Formula(format!("LARGE({all},1)-LARGE({all},2)")));
                    cells.push(Cell::Formula(format!("IF(J{row}>G{row},\"yes\",\"open\")")));
                }
                book.row(&cells)?;
            }
        }
    }
    Ok(())
}
