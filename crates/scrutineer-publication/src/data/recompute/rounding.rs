//! How far a declared count is from the count that its percentage of its total gives.

use super::claims::{Claim, Line};
use crate::data::DataError;
use crate::data::workbook::{Cell, Workbook};

/// Pair, count, total, and the percentage whose decimals are taken.
const PAIRS: [(&str, &str, &str, &str); 6] = [
    ("valid-of-voters", "valid", "voters", "valid-of-voters"),
    (
        "invalid-of-voters",
        "invalid",
        "voters",
        "invalid-of-voters",
    ),
    ("voters-of-counted", "voters", "counted-electors", "turnout"),
    ("voters-of-registered", "voters", "registered", "turnout"),
    (
        "counted-of-registered",
        "counted-electors",
        "registered",
        "coverage",
    ),
    (
        "stations-of-total",
        "counted-stations",
        "stations",
        "coverage",
    ),
];

pub(super) fn write(book: &mut Workbook<'_>, claims: &[Claim<'_>]) -> Result<(), DataError> {
    book.sheet(
        "rounding",
        &[20, 22, 14, 14, 14, 12],
        &["declaration", "pair", "count", "total", "d", "distance"],
    )?;
    let mut row = 1;
    for claim in claims {
        let options: Vec<&Line<'_>> = claim
            .lines
            .iter()
            .filter(|line| line.kind != "field")
            .collect();
        let decimals: Vec<String> = options
            .iter()
            .filter(|line| line.percent.is_some())
            .map(|line| line.at_d())
            .collect();
        let usual = if decimals.is_empty() {
            "1000".to_owned()
        } else {
            format!("MAX({})", decimals.join(","))
        };
        let of = |line: Option<&Line<'_>>| {
            let own = line.filter(|line| line.percent.is_some());
            own.map_or_else(|| usual.clone(), Line::at_d)
        };
        let total = format!(
            "IF(ISNUMBER({by_options}),{by_options},{valid})",
            by_options = claim.fact('I'),
            valid = claim.fact('E')
        );
        let mut pairs: Vec<(&str, String, String, String)> = options
            .iter()
            .filter(|line| !line.values.is_empty())
            .map(|line| (line.field, line.at_chosen(), total.clone(), of(Some(line))))
            .collect();
        for (pair, count, whole, percent) in PAIRS {
            let Some(whole) = claim.figure(whole) else {
                continue;
            };
            let is_fixed =
                pair == "voters-of-registered" && claim.field("counted-electors").is_some();
            let count = match claim.figure(count) {
                Some(line) => line.at_chosen(),
                None if count == "valid" => claim.fact('I'),
                None => continue,
            };
            if !is_fixed {
                pairs.push((pair, count, whole.at_chosen(), of(claim.field(percent))));
            }
        }
        for (pair, count, whole, d) in pairs {
            row += 1;
            let nearest = format!(
                "INT((2*INT((2*C{row}*E{row}+D{row})/(2*D{row}))*D{row}+E{row})/(2*E{row}))"
            );
            let is_pair =
                format!("AND(ISNUMBER(C{row}),ISNUMBER(D{row}),N(C{row})<=N(D{row}),N(D{row})>0)");
            book.row(&[
                Cell::text(claim.id),
                Cell::text(pair),
                Cell::Formula(count),
                Cell::Formula(whole),
                Cell::Formula(d),
                Cell::Formula(format!("IF({is_pair},ABS(C{row}-{nearest}),\"\")")),
            ])?;
        }
    }
    Ok(())
}
