//! Views for common questions.

use std::fmt::Write;

use rusqlite::Connection;

use crate::data::DataError;
use crate::data::context::Context;
use crate::data::readings::numbers;

/// SQLite allows 2,000 columns in one result.
const MOST_COLUMNS: usize = 1_900;

const VIEWS: &str = "
CREATE VIEW sheets AS
SELECT r.source, s.station, r.reading, r.standing, r.sequence, n.kind, n.field,
       coalesce(c.missing, 'read') AS state, c.value
FROM counts c JOIN readings r ON r.id = c.reading_id
JOIN numbers n ON n.id = c.number_id JOIN stations s ON s.id = r.station_id;

CREATE VIEW votes AS
SELECT r.source, r.station_id, n.kind, n.field, min(c.value) AS least, max(c.value) AS most
FROM counts c JOIN readings r ON r.id = c.reading_id JOIN numbers n ON n.id = c.number_id
WHERE r.standing IN ('current', 'rival')
GROUP BY r.source, r.station_id, n.id;

CREATE VIEW totals AS
SELECT source, kind, field, count(*) AS stations, count(least) AS stations_read,
       sum(least) AS least, sum(most) AS most
FROM votes GROUP BY source, kind, field;

CREATE VIEW totals_by_division AS
SELECT d.hierarchy, d.division, d.name, d.level, t.source, t.kind, t.field,
       sum(t.stations) AS stations, sum(t.least) AS least, sum(t.most) AS most
FROM divisions d JOIN (
  SELECT s.division, v.source, v.kind, v.field, count(*) AS stations,
         sum(v.least) AS least, sum(v.most) AS most
  FROM votes v JOIN stations s ON s.id = v.station_id
  GROUP BY s.division, v.source, v.kind, v.field) t
ON t.division = d.division
OR substr(t.division, 1, length(d.division) + 1) = d.division || '/'
WHERE d.hierarchy = (SELECT hierarchy FROM divisions LIMIT 1)
GROUP BY d.row, t.source, t.kind, t.field;
";

pub(super) fn create(connection: &Connection, context: &Context<'_>) -> Result<(), DataError> {
    connection.execute_batch(VIEWS)?;
    for set in context.dataset.sheets() {
        let source = context.dataset.source(set.source()).id.as_str();
        let numbers = numbers(context, set);
        if numbers.len() > MOST_COLUMNS {
            continue;
        }
        let first: i64 = connection.query_row(
            "SELECT coalesce(min(id), 0) FROM numbers WHERE source = ?1",
            [source],
            |row| row.get(0),
        )?;
        let mut columns = String::new();
        for (id, number) in (first..).zip(&numbers) {
            // A field and an option may have one name; ids have no quotes.
            let prefix = match number.kind {
                "field" => "",
                "ticket" => "ticket_",
                _ => "votes_",
            };
            let _ = write!(
                columns,
                ",\n (SELECT value FROM counts WHERE reading_id = r.id AND number_id = {id}) \
                 AS \"{prefix}{}\"",
                number.name
            );
        }
        connection.execute_batch(&format!(
            "CREATE VIEW \"wide_{source}\" AS SELECT s.station, s.place, s.division, \
             s.division_name, r.reading, r.standing{columns}\n\
             FROM readings r JOIN stations s ON s.id = r.station_id WHERE r.source = '{source}';"
        ))?;
    }
    Ok(())
}
