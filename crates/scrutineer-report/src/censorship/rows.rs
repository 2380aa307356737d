//! Cells and first days as rows for programs. No field can hold a comma or a quote.

use std::fmt::Write as _;

use scrutineer_censorship::Analysis;

/// Every cell as a row: network, country, family, target, day, counts, interval, state.
pub fn censorship_csv(held: &Analysis) -> String {
    let mut out = String::from(
        "asn,country,family,target,day,n,blocked,possible,down,insufficient,reports,tampered,low,high,state\n",
    );
    for series in &held.series {
        for cell in &series.days {
            let [low, high] = cell
                .interval
                .map_or([String::new(), String::new()], |ends| {
                    ends.map(|end| end.get().to_string())
                });
            // Writing to a string cannot fail.
            let _ = writeln!(
                out,
                "{},{},{},{},{},{},{},{},{},{},{},{},{low},{high},{}",
                series.asn,
                series.country,
                series.family.word(),
                series.target,
                cell.day,
                cell.n,
                cell.blocked,
                cell.possible,
                cell.down,
                cell.insufficient,
                cell.reports,
                cell.tampered,
                cell.state.word()
            );
        }
    }
    out
}

/// The timeline as rows: network, country, target, the most likely first day with the earliest and the latest that
/// the data do not tell from it, the day of the election and the days from it on, whether the change lacks nothing.
pub fn timeline_csv(held: &Analysis) -> String {
    let mut out = String::from(
        "asn,country,target,day,earliest,latest,election,days_from_election,published\n",
    );
    for row in &held.timeline {
        let election = row.election.map_or_else(String::new, |day| day.to_string());
        let offset = row.days_from_election;
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{},{},{},{},{},{},{election},{},{}",
            row.asn,
            row.country,
            row.target,
            row.day,
            row.earliest,
            row.latest,
            offset.map_or_else(String::new, |days| days.to_string()),
            if row.is_published { "yes" } else { "no" }
        );
    }
    out
}
