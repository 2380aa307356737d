//! Exact numbers by enumeration with fractions (Python, noted beside each), and hostile sheets.

// The attribute makes helper functions test code to the lints, as the tests themselves are.
#[cfg(test)]
mod exact;
#[cfg(test)]
mod hostile;

#[cfg(test)]
use scrutineer_forensics::Tables;

/// Sheets of one option against the rest, one place for each group of (votes, valid).
#[cfg(test)]
fn places(groups: &[&[(u32, u32)]]) -> Tables {
    let rows: Vec<(u32, u32, u32)> = (0..)
        .zip(groups)
        .flat_map(|(place, group)| {
            group
                .iter()
                .map(move |&(votes, valid)| (place, votes, valid))
        })
        .collect();
    let column = |part: fn(&(u32, u32, u32)) -> u32| rows.iter().map(part).collect::<Vec<u32>>();
    Tables::new(
        vec![column(|row| row.1), column(|row| row.2 - row.1)],
        column(|row| row.2),
        column(|row| row.2),
        column(|row| row.2 * 2),
        &column(|row| row.0),
    )
    .unwrap()
}
