//! Charts that stand alone, for whoever shows them elsewhere: with the condition of the answer, the date, the
//! source and the id of the report inside; and the same numbers as a table.

use scrutineer_audit::{AuditReport, ContestReport};
use scrutineer_model::Message;

use crate::drawing::{Drawing, fitted, wrapped};
use crate::phrase::Phrase;
use crate::view::{self, ChartView, RangeBar};
use crate::voice::Voice;
use crate::{Element, TextError, Texts};

const WIDTH: i32 = 1200;
const HEIGHT: i32 = 675;
const MARGIN: i32 = 48;
const INK: &str = "#16181d";
const DIM: &str = "#50504a";
const LINE: &str = "#8a8a84";
const ACCENT: &str = "#0b4f8a";
/// Where bars start and how long the longest is.
const BAR: i32 = 380;
const SCALE: i32 = 600;

/// A chart of declared values on the ranges in which they are possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Unique in the report: letters, digits and hyphens, a part of a file name.
    pub name: String,
    /// Position of the contest in the report.
    pub contest: usize,
    /// Id of the declaration.
    pub declaration: String,
    /// Id of the source.
    pub source: String,
    /// What it shows.
    pub title: Phrase,
    /// The answer with its condition.
    pub condition: Phrase,
    /// The shapes, 1200 by 675 pixels.
    pub drawing: Drawing,
    /// The numbers as CSV (RFC 4180), a line per option.
    pub csv: String,
}

impl Picture {
    /// The picture as SVG.
    pub fn svg(&self) -> Element {
        let title = self.title.to_string();
        self.drawing.element(&title, &self.condition.to_string())
    }
}

/// Every declaration with every source, in the order of the report.
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn pictures(report: &AuditReport, texts: &Texts) -> Result<Vec<Picture>, TextError> {
    let mut out = Vec::new();
    for (at, contest) in report.contests.iter().enumerate() {
        let voice = Voice::of(texts, contest);
        for chart in view::charts(contest, &voice)? {
            out.push(picture(report, at, &chart, &voice)?);
        }
    }
    Ok(out)
}

/// What an answer says in one sentence with its condition: for each declaration and source whether it is right
/// about who won, or without any declaration what the sheets show. The first is what a card shows.
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn statements(report: &AuditReport, texts: &Texts) -> Result<Vec<Phrase>, TextError> {
    let mut out = Vec::new();
    for contest in &report.contests {
        out.extend(view::statements(contest, &Voice::of(texts, contest))?);
    }
    Ok(out)
}

/// A card for links to the site: the election, the answer with its condition, coverage, date. 1200 by 675 pixels.
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn card(report: &AuditReport, texts: &Texts) -> Result<Drawing, TextError> {
    let general = Voice::general(texts);
    let mut drawing = Drawing::new(WIDTH, HEIGHT);
    drawing.rect((0, 0), (WIDTH, 12), ACCENT);
    let wide = WIDTH - 2 * MARGIN;
    let mut y = 92;
    for line in wrapped(&report.election.name, 40, wide, 2) {
        drawing.text((MARGIN, y), 40, INK, &line);
        y += 50;
    }
    y += 24;
    let statements = statements(report, texts)?;
    if let Some(statement) = statements.first() {
        // The size falls until the whole sentence fits, since a condition is never cut off.
        let text = statement.to_string();
        let fits = |size: &i32| {
            let lines = usize::try_from((470 - y) / (size * 3 / 2))
                .unwrap_or(0)
                .max(1);
            !wrapped(&text, *size, wide - 24, lines)
                .last()
                .is_some_and(|last| last.ends_with('\u{2026}'))
        };
        let size = [36, 32, 28, 24, 20].into_iter().find(fits).unwrap_or(16);
        let top = y - size;
        for line in wrapped(&text, size, wide - 24, 20) {
            drawing.text((MARGIN + 24, y), size, INK, &line);
            y += size * 3 / 2;
        }
        drawing.rect((MARGIN, top), (6, y - size * 3 / 2 + 10 - top), ACCENT);
    }
    y = y.max(480) + 20;
    for contest in &report.contests {
        for source in contest.sources.iter().take(2) {
            let text = view::coverage(source, &Voice::of(texts, contest))?.to_string();
            for line in wrapped(&text, 20, wide, 2) {
                drawing.text((MARGIN, y), 20, DIM, &line);
                y += 28;
            }
        }
    }
    let line = stamp(report, None, &general)?;
    drawing.text((MARGIN, HEIGHT - 60), 16, DIM, &fitted(&line, 16, wide));
    let id = report_id(report, &general)?;
    drawing.text((MARGIN, HEIGHT - 34), 14, DIM, &fitted(&id, 14, wide));
    Ok(drawing)
}

fn picture(
    report: &AuditReport,
    at: usize,
    chart: &ChartView,
    voice: &Voice<'_>,
) -> Result<Picture, TextError> {
    let contest = report.contests.get(at);
    let several = report.contests.len() > 1;
    let name = chart
        .chart
        .id
        .strip_prefix("chart-")
        .unwrap_or(&chart.chart.id);
    let name = crate::html::element_id(&if several {
        format!("{at}-{name}")
    } else {
        name.to_owned()
    });
    Ok(Picture {
        name,
        contest: at,
        declaration: chart.declaration.clone(),
        source: chart.source.clone(),
        title: chart.chart.title.clone(),
        condition: chart.condition.clone(),
        drawing: drawing(report, contest, chart, voice)?,
        csv: csv(report, chart),
    })
}

fn drawing(
    report: &AuditReport,
    contest: Option<&ContestReport>,
    chart: &ChartView,
    voice: &Voice<'_>,
) -> Result<Drawing, TextError> {
    let mut drawing = Drawing::new(WIDTH, HEIGHT);
    let wide = WIDTH - 2 * MARGIN;
    let mut y = 52;
    let election = Phrase::data(&report.election.name).to_string();
    drawing.text((MARGIN, y), 18, DIM, &fitted(&election, 18, wide));
    y += 38;
    for line in wrapped(&chart.chart.title.to_string(), 28, wide, 2) {
        drawing.text((MARGIN, y), 28, INK, &line);
        y += 36;
    }
    let condition = chart.condition.to_string();
    for line in wrapped(&condition, 18, wide, 6) {
        drawing.text((MARGIN, y), 18, INK, &line);
        y += 25;
    }
    let top = y + 10;
    let bottom = HEIGHT - 112;
    let rows = i32::try_from(chart.chart.bars.len())
        .unwrap_or(i32::MAX)
        .max(1);
    let row = ((bottom - top) / rows).clamp(6, 64);
    let most = most(&chart.chart.bars);
    let [_, declared, _] = &chart.chart.legend;
    let right = (WIDTH - MARGIN, top + 2);
    drawing.text_end(right, 13, DIM, &declared.to_string());
    for (at, bar) in (0_i32..).zip(&chart.chart.bars) {
        bar_of(
            &mut drawing,
            bar,
            (top + at.saturating_mul(row), row),
            most,
            voice,
        );
    }
    legend(&mut drawing, chart, HEIGHT - 84);
    let source = contest
        .and_then(|contest| contest.sources.iter().find(|held| held.id == chart.source))
        .map(|source| view::coverage(source, voice))
        .transpose()?;
    let mut y = HEIGHT - 46;
    let line = stamp(report, source.as_ref(), voice)?;
    drawing.text((MARGIN, y), 13, DIM, &fitted(&line, 13, wide));
    y += 18;
    let id = report_id(report, voice)?;
    drawing.text((MARGIN, y), 13, DIM, &fitted(&id, 13, wide));
    Ok(drawing)
}

/// The date with the source, in one line.
fn stamp(
    report: &AuditReport,
    source: Option<&Phrase>,
    voice: &Voice<'_>,
) -> Result<String, TextError> {
    let date = [("date", voice.date(report.as_of)?)];
    let mut line = voice
        .with(&Message::new("report-as-of"), &date)?
        .to_string();
    if let Some(source) = source {
        line = format!("{line} · {source}");
    }
    Ok(line)
}

fn report_id(report: &AuditReport, voice: &Voice<'_>) -> Result<String, TextError> {
    let id = [("id", Phrase::data(&report.report_id))];
    Ok(voice.with(&Message::new("report-id"), &id)?.to_string())
}

fn most(bars: &[RangeBar]) -> u64 {
    let values = bars
        .iter()
        .flat_map(|bar| [bar.low, bar.high, bar.declared, Some(bar.observed)]);
    values.flatten().max().unwrap_or(0).max(1)
}

/// The horizontal place of a number of votes, exact to a pixel.
fn place(votes: u64, most: u64) -> i32 {
    let scaled = u128::from(votes) * 600 / u128::from(most);
    BAR + i32::try_from(scaled).unwrap_or(SCALE).min(SCALE)
}

fn bar_of(
    drawing: &mut Drawing,
    bar: &RangeBar,
    (top, row): (i32, i32),
    most: u64,
    voice: &Voice<'_>,
) {
    let size = (row * 2 / 5).clamp(7, 18);
    let middle = top + row / 2;
    let base = middle + size / 3;
    let name = fitted(&bar.name.to_string(), size, BAR - MARGIN - 16);
    drawing.text((MARGIN, base), size, INK, &name);
    drawing.line((BAR, middle), (BAR + SCALE, middle), 1, LINE);
    let half = (row / 4).clamp(2, 14);
    if bar.low.is_some() || bar.high.is_some() {
        let from = place(bar.low.unwrap_or(0), most);
        let to = bar.high.map_or(BAR + SCALE, |high| place(high, most));
        let size = ((to - from).max(2), 2 * half);
        drawing.patterned((from, middle - half), size, bar.position);
    }
    let seen = place(bar.observed, most);
    drawing.line((seen, middle - half - 3), (seen, middle + half + 3), 3, INK);
    if let Some(declared) = bar.declared {
        diamond(drawing, (place(declared, most), middle), half);
        let number = voice.integer(declared).to_string();
        drawing.text_end((WIDTH - MARGIN, base), size, INK, &number);
    }
}

fn diamond(drawing: &mut Drawing, (x, y): (i32, i32), half: i32) {
    for (reach, fill) in [(half + 3, INK), (half, "#ffffff")] {
        let points = vec![
            (x, y - reach),
            (x + reach, y),
            (x, y + reach),
            (x - reach, y),
        ];
        drawing
            .shapes
            .push(crate::drawing::Shape::Polygon { points, fill });
    }
}

fn legend(drawing: &mut Drawing, chart: &ChartView, y: i32) {
    let [possible, declared, sheets] = &chart.chart.legend;
    drawing.patterned((MARGIN, y - 13), (30, 16), 0);
    drawing.text((MARGIN + 40, y), 15, INK, &possible.to_string());
    diamond(drawing, (BAR + 8, y - 5), 7);
    drawing.text((BAR + 26, y), 15, INK, &declared.to_string());
    drawing.line((BAR + 320, y - 16), (BAR + 320, y + 4), 3, INK);
    drawing.text((BAR + 334, y), 15, INK, &sheets.to_string());
}

/// The numbers of a chart; what is not known is empty.
fn csv(report: &AuditReport, chart: &ChartView) -> String {
    let mut out = String::from(
        "option,name,declared,sheets,possible_least,possible_most,declaration,source,as_of,report\r\n",
    );
    let number = |value: Option<u64>| value.map_or_else(String::new, |value| value.to_string());
    for bar in &chart.chart.bars {
        let cells = [
            bar.id.clone(),
            bar.name.to_string(),
            number(bar.declared),
            bar.observed.to_string(),
            number(bar.low),
            number(bar.high),
            chart.declaration.clone(),
            chart.source.clone(),
            report.as_of.to_string(),
            report.report_id.clone(),
        ];
        let quoted = cells.map(|cell| quoted(&cell));
        out.push_str(&quoted.join(","));
        out.push_str("\r\n");
    }
    out
}

/// A cell of CSV. A text that a spreadsheet would take for a formula stays a text.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@']);
    let cell = if is_formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}
