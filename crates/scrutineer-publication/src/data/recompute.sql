-- Totals, outcome bounds, feasibility minima and rounding distances from the open tables alone, in exact integers. In the folder that holds csv/: duckdb < recompute/recompute.sql
CREATE OR REPLACE MACRO up(a, b) AS (a + b - 1) // b; CREATE OR REPLACE MACRO near(a, b) AS (2 * a + b) // (2 * b); -- a / b rounded up; to the nearest
CREATE OR REPLACE MACRO tab(f) AS TABLE FROM read_csv(f, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', max_line_size = 10000000);
CREATE OR REPLACE TABLE sheets AS SELECT source, station, kind, field, value::HUGEINT AS value FROM tab('csv/sheets/*.csv.gz') WHERE standing IN ('current', 'rival');
CREATE OR REPLACE TABLE stations AS SELECT station, place, division, in_register, registered::HUGEINT AS registered FROM tab('csv/stations/*.csv.gz');
CREATE OR REPLACE TABLE registers AS SELECT * REPLACE (value::HUGEINT AS value) FROM tab('csv/registers.csv');
CREATE OR REPLACE TABLE declarations AS FROM tab('csv/declarations.csv');
CREATE OR REPLACE TABLE declared AS SELECT * REPLACE (value::HUGEINT AS value, reading::INT AS reading) FROM tab('csv/declared.csv') WHERE division IS NULL;
-- 1. Totals: per station the smallest and largest of rival readings, 0 where nothing was read.
CREATE OR REPLACE TABLE votes AS SELECT source, station, kind, field, min(value) AS raw, coalesce(min(value), 0) AS v, coalesce(max(value), 0) AS most FROM sheets GROUP BY ALL;
CREATE OR REPLACE TABLE totals AS SELECT source, kind, field, sum(v)::HUGEINT AS least, sum(most)::HUGEINT AS most FROM votes GROUP BY ALL;
CREATE OR REPLACE TABLE units AS SELECT v.source, s.station, s.place, s.division, coalesce(s.registered, max(v) FILTER (kind = 'field' AND field = 'registered'), 0) AS r,
  coalesce(min(raw) FILTER (kind = 'field' AND field = 'valid'), sum(v) FILTER (kind = 'option'))::HUGEINT AS valid FROM votes v JOIN stations s USING (station) GROUP BY v.source, s.station, s.place, s.division, s.registered;
-- 2. Bounds: an option holds at least votes and at most votes + missing of total + missing; the first stays first where lead > missing.
CREATE OR REPLACE TABLE outcome AS SELECT c.source, g.register, g.value AS whole, t.field AS option, t.least AS votes, a.total, greatest(g.value - u.r, 0) AS missing,
  t.least - lead(t.least) OVER (PARTITION BY c.source, g.register, g.value ORDER BY t.least DESC, t.field) AS lead FROM tab('csv/sources.csv') c JOIN registers g USING (contest)
  JOIN totals t ON t.source = c.source AND t.kind = 'option' JOIN (SELECT source, sum(r)::HUGEINT AS r FROM units GROUP BY ALL) u ON u.source = c.source
  JOIN (SELECT source, sum(least)::HUGEINT AS total FROM totals WHERE kind = 'option' GROUP BY ALL) a ON a.source = c.source WHERE g.figure = 'electors';
-- 3. What was declared: chosen, smallest and largest reading; a percentage is n / d and stands for low / 2d to high / 2d.
CREATE OR REPLACE TABLE said AS SELECT declaration, kind, field, any_value(members) AS members, any_value(value) FILTER (reading = 0) AS chosen, min(value) AS least, max(value) AS most, list(value) AS readings,
  any_value(replace(percent, '.', ''))::HUGEINT AS n, any_value(CASE WHEN contains(percent, '.') THEN 100 * pow(10, length(percent) - strpos(percent, '.')) WHEN percent IS NOT NULL THEN 100 END)::HUGEINT AS d,
  greatest(2 * n - 1, 0) AS low, least(2 * n + 1, 2 * d) AS high FROM declared GROUP BY ALL;
CREATE OR REPLACE TABLE sums AS SELECT w.declaration, sum(s.chosen) AS chosen, sum(s.least) AS least, sum(s.most) AS most FROM declarations w JOIN said s USING (declaration)
  WHERE s.kind = 'option' OR s.kind = 'group' AND NOT EXISTS (FROM said x WHERE x.declaration = s.declaration AND x.kind = 'option' AND list_contains(string_split(s.members, ' '), x.field))
  GROUP BY w.declaration, w.contest HAVING count(s.chosen) = count(*) AND sum(len(string_split(s.members, ' '))) = (SELECT count(*) FROM tab('csv/options.csv') o WHERE o.contest = w.contest);
CREATE OR REPLACE TABLE facts AS SELECT w.declaration, coalesce(f.chosen, o.chosen) AS valid, coalesce(f.most, o.most) AS valid_most, coalesce(p.chosen, f.chosen, o.chosen) AS voters, coalesce(p.least, f.least, o.least) AS voters_least,
  CASE WHEN f.chosen IS NULL OR list_contains(f.readings, o.chosen) THEN o.chosen END AS by_options, t.n AS tn, t.d AS td, t.low AS tl, t.high AS th, c.n AS cn, c.d AS cd, c.low AS cl
  FROM declarations w LEFT JOIN sums o USING (declaration) LEFT JOIN said f ON (f.declaration, f.kind, f.field) = (w.declaration, 'field', 'valid') LEFT JOIN said p ON (p.declaration, p.kind, p.field) = (w.declaration, 'field', 'voters')
  LEFT JOIN said t ON (t.declaration, t.kind, t.field) = (w.declaration, 'field', 'turnout') LEFT JOIN said c ON (c.declaration, c.kind, c.field) = (w.declaration, 'field', 'coverage');
-- 4. The whole that a coverage can be a share of: every register total, what the declaration states, else the official list.
CREATE OR REPLACE TABLE wholes AS SELECT w.declaration, g.figure, g.value AS whole FROM declarations w JOIN registers g USING (contest) WHERE w.scope IS NULL
  UNION SELECT declaration, CASE field WHEN 'registered' THEN 'electors' ELSE 'stations' END, chosen FROM said WHERE kind = 'field' AND field IN ('registered', 'stations');
INSERT INTO wholes SELECT w.declaration, l.figure, l.n FROM declarations w CROSS JOIN (UNPIVOT (SELECT coalesce(sum(registered), 0)::HUGEINT AS electors, count(*)::HUGEINT AS stations, count(DISTINCT place)::HUGEINT AS places
  FROM stations WHERE in_register = 'yes') ON electors, stations, places INTO NAME figure VALUE n) l WHERE w.scope IS NULL AND l.n > 0 AND NOT EXISTS (FROM wholes x WHERE x.declaration = w.declaration AND x.figure = l.figure);
-- 5. What may be left out, num / den, under every reading: as printed, and at the end of the rounding that favours the declaration.
CREATE OR REPLACE TABLE left_out AS SELECT x.declaration, replace(x.figure, 'stations', 'tables') AS reading, x.whole, e.favourable, CASE WHEN k.chosen IS NOT NULL THEN x.whole - CASE WHEN e.favourable THEN k.least ELSE k.chosen END
  WHEN x.figure = 'electors' THEN x.whole * (2 * f.cd - CASE WHEN e.favourable THEN f.cl ELSE 2 * f.cn END) ELSE x.whole * (2 * f.cd - CASE WHEN e.favourable THEN f.cl ELSE 2 * f.cn END) // (2 * f.cd) END AS num, CASE WHEN k.chosen IS NULL AND x.figure = 'electors' THEN 2 * f.cd ELSE 1 END AS den
  FROM wholes x JOIN facts f USING (declaration) CROSS JOIN (VALUES (true), (false)) e(favourable) LEFT JOIN said k ON (k.declaration, k.kind, k.field) = (x.declaration, 'field', 'counted-' || x.figure) UNION ALL
  SELECT x.declaration, 'own-turnout', x.whole, e.favourable, CASE WHEN e.favourable THEN x.whole * f.th - f.voters_least * 2 * f.td ELSE x.whole * f.tn - f.voters * f.td END, CASE WHEN e.favourable THEN f.th ELSE f.tn END
  FROM wholes x JOIN facts f USING (declaration) CROSS JOIN (VALUES (true), (false)) e(favourable) WHERE x.figure = 'electors' AND f.tl > 0 AND f.cn IS NOT NULL UNION ALL
  SELECT declaration, 'valid-votes', valid, e.favourable, CASE WHEN e.favourable THEN valid_most * (2 * cd - cl) ELSE valid * (cd - cn) END, CASE WHEN e.favourable THEN cl ELSE cn END FROM facts CROSS JOIN (VALUES (true), (false)) e(favourable) WHERE cl > 0;
-- 6. Minima: leave out the units with most votes per weight first, the one at the border in part. A sort and a running sum.
CREATE OR REPLACE TABLE targets AS SELECT c.source, s.declaration, s.kind, s.field, s.chosen, s.most, w.scope, CASE s.kind WHEN 'field' THEN 'field' ELSE 'option' END AS of_kind, coalesce(string_split(s.members, ' '), [s.field]) AS members
  FROM said s JOIN declarations w USING (declaration) JOIN tab('csv/sources.csv') c USING (contest) WHERE s.chosen IS NOT NULL AND (s.kind <> 'field' OR s.field IN ('invalid', 'blank'));
CREATE OR REPLACE TABLE cells AS SELECT t.source, t.declaration, t.kind, t.field, u.station, u.place, u.r, u.valid, sum(v.v)::HUGEINT AS v FROM targets t
  JOIN units u ON u.source = t.source AND (t.scope IS NULL OR u.division = t.scope OR starts_with(u.division, t.scope || '/')) JOIN votes v ON (v.source, v.station, v.kind) = (t.source, u.station, t.of_kind) AND list_contains(t.members, v.field) GROUP BY ALL;
CREATE OR REPLACE TABLE ranked AS SELECT *, sum(v) OVER w - v AS v_before, sum(weight) OVER w - weight AS before FROM (SELECT source, declaration, kind, field, x.unit, station AS id, v, x.weight FROM cells,
  LATERAL (VALUES ('electors', r), ('valid-votes', valid), ('tables', 1::HUGEINT)) x(unit, weight) UNION ALL SELECT source, declaration, kind, field, 'places', place, sum(v), 1 FROM cells GROUP BY ALL)
  WINDOW w AS (PARTITION BY source, declaration, kind, field, unit ORDER BY CASE WHEN weight = 0 THEN 'inf' ELSE v::DOUBLE / weight::DOUBLE END DESC, id ROWS UNBOUNDED PRECEDING);
CREATE OR REPLACE TABLE minima AS SELECT t.source, t.declaration, l.reading, l.whole, l.favourable, t.kind, t.field, CASE WHEN l.favourable THEN t.most ELSE t.chosen END AS declared, sum(CASE WHEN (c.before + c.weight) * l.den <= greatest(l.num, 0) THEN 0
  WHEN c.before * l.den >= greatest(l.num, 0) THEN c.v ELSE up(c.v * ((c.before + c.weight) * l.den - l.num), c.weight * l.den) END)::HUGEINT AS minimum, greatest(minimum - declared, 0) AS shortfall FROM targets t JOIN left_out l USING (declaration)
  JOIN ranked c ON (c.source, c.declaration, c.kind, c.field, c.unit) = (t.source, t.declaration, t.kind, t.field, replace(l.reading, 'own-turnout', 'electors')) WHERE l.num IS NOT NULL GROUP BY t.source, t.declaration, l.reading, l.whole, l.favourable, t.kind, t.field, t.most, t.chosen;
-- 7. Rounding: the distance of every declared count to the count that its percentage of the total gives.
CREATE OR REPLACE TABLE rounding AS SELECT declaration, pair, count, total, d, abs(count - near(near(count * d, total) * total, d)) AS distance FROM (SELECT s.declaration, s.field AS pair, s.chosen AS count, coalesce(f.by_options, f.valid) AS total,
  coalesce(s.d, max(s.d) OVER (PARTITION BY s.declaration), 1000) AS d FROM said s JOIN facts f USING (declaration) WHERE s.kind <> 'field' UNION ALL SELECT f.declaration, x.pair, coalesce(c.chosen, CASE x.count WHEN 'valid' THEN f.by_options END), t.chosen,
  coalesce(p.d, (SELECT max(o.d) FROM said o WHERE o.declaration = f.declaration AND o.kind <> 'field'), 1000) FROM facts f CROSS JOIN (VALUES ('valid-of-voters', 'valid', 'voters', 'valid-of-voters'), ('invalid-of-voters', 'invalid', 'voters', 'invalid-of-voters'),
  ('voters-of-counted', 'voters', 'counted-electors', 'turnout'), ('voters-of-registered', 'voters', 'registered', 'turnout'), ('counted-of-registered', 'counted-electors', 'registered', 'coverage'), ('stations-of-total', 'counted-stations', 'stations', 'coverage'))
  x(pair, count, whole, percent) JOIN said t ON (t.declaration, t.kind, t.field) = (f.declaration, 'field', x.whole) LEFT JOIN said c ON (c.declaration, c.kind, c.field) = (f.declaration, 'field', x.count) LEFT JOIN said p ON (p.declaration, p.kind, p.field) = (f.declaration,
  'field', x.percent) WHERE NOT (x.pair = 'voters-of-registered' AND EXISTS (FROM said e WHERE e.declaration = f.declaration AND e.field = 'counted-electors'))) WHERE count <= total AND total > 0;
SELECT declaration, reading, whole, favourable, field, declared, minimum, shortfall FROM minima ORDER BY ALL;
