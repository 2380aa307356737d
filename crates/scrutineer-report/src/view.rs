//! What every rendering shows, in one order: the report as sections of blocks.
//!
//! The terminal, the HTML file and the page of `--brief` lay out the same blocks; none of them reads
//! the report itself.

mod bounds;
mod certificate;
mod chain;
pub(crate) mod conditions;
mod declared;
mod evidence;
mod findings;
mod first;
mod method;
mod reasons;
mod rounding;
mod sheet_tests;

use scrutineer_audit::{AuditReport, ContestReport, LinkStatus};
use scrutineer_model::Message;

pub(crate) use chain::{links as chain_links, word as chain_word};
pub(crate) use evidence::coverage_of;
pub(crate) use findings::{check_id, decision_word, disposition, severity_word, subject};
pub(crate) use first::{ChartView, charts, coverage, statements};
pub(crate) use sheet_tests::{applied, checks, quantity, remarkable, unmet};

use crate::phrase::Phrase;
use crate::power::{KeptPower, beside};
use crate::voice::{Statement, Voice};
use crate::{Language, TextError, Texts};

/// Name of the section of the tests.
const SHEET_TESTS: &str = "sheet-tests";

/// How early a reader meets a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    /// The first screen.
    First,
    /// What the terminal shows after it.
    Core,
    /// The whole document.
    Detail,
}

/// A report, ready to be laid out.
pub(crate) struct Page {
    pub(crate) language: Language,
    pub(crate) title: Phrase,
    pub(crate) sections: Vec<Section>,
}

/// A part of the page under one heading.
pub(crate) struct Section {
    /// Unique on the page: letters, digits and hyphens.
    pub(crate) id: String,
    pub(crate) depth: Depth,
    pub(crate) title: Phrase,
    pub(crate) blocks: Vec<Block>,
}

/// A piece of a section.
pub(crate) enum Block {
    /// To be read before anything else.
    Notice(Phrase),
    /// A heading inside the section.
    Heading(Phrase),
    /// A question that answers follow.
    Question(Phrase),
    /// An answer; the source in front where there are several.
    Statement(Option<Phrase>, Statement),
    Text(Phrase),
    /// A line that the next block belongs to.
    Lead(Phrase),
    /// A condition or a caveat.
    Note(Phrase),
    List(Vec<Phrase>),
    Table(Table),
    Chain(Vec<LinkView>),
    Ranges(RangeChart),
    Cells(CellChart),
    Bars(BarChart),
    Heat(HeatMap),
    Moments(MomentChart),
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
}

/// A table; the first cell of a row names the row.
pub(crate) struct Table {
    pub(crate) caption: Phrase,
    pub(crate) columns: Vec<(Phrase, Align)>,
    pub(crate) rows: Vec<Vec<Phrase>>,
}

/// One link of the chain.
pub(crate) struct LinkView {
    pub(crate) number: u8,
    pub(crate) name: Phrase,
    pub(crate) question: Phrase,
    pub(crate) status: LinkStatus,
    pub(crate) state: Phrase,
    pub(crate) reasons: Vec<Phrase>,
}

/// Declared values as marks on possible ranges; the table with the same numbers stands beside it.
pub(crate) struct RangeChart {
    /// Unique on the page.
    pub(crate) id: String,
    pub(crate) title: Phrase,
    pub(crate) description: Phrase,
    pub(crate) bars: Vec<RangeBar>,
    /// Name of the mark for the declared value, and of the one for the sheets.
    pub(crate) legend: [Phrase; 3],
    /// Date and report that it follows from; empty where the page has not said so yet.
    pub(crate) stamp: Vec<Phrase>,
}

/// Squares of one percent by one percent, darker where there is more.
pub(crate) struct CellChart {
    /// Unique on the page.
    pub(crate) id: String,
    pub(crate) title: Phrase,
    pub(crate) description: Phrase,
    /// Percent to the right, percent upwards, weight.
    pub(crate) cells: Vec<(u32, u32, u32)>,
}

/// Shares as bars; the table beside it has the same numbers.
pub(crate) struct BarChart {
    /// Unique on the page.
    pub(crate) id: String,
    pub(crate) title: Phrase,
    pub(crate) description: Phrase,
    /// Name, and parts in a thousand.
    pub(crate) bars: Vec<(Phrase, u32)>,
}

/// Days to the right, names downwards, one square each; the terminal has a letter each.
pub(crate) struct HeatMap {
    /// Unique on the page.
    pub(crate) id: String,
    pub(crate) title: Phrase,
    pub(crate) description: Phrase,
    /// The first and the last day.
    pub(crate) days: [String; 2],
    /// Column of a marked day, and its name.
    pub(crate) marked: Option<(usize, Phrase)>,
    /// Name and squares of each row.
    pub(crate) rows: Vec<(Phrase, Vec<HeatCell>)>,
    /// What each shade means.
    pub(crate) legend: Vec<(Shade, Phrase)>,
}

/// What happened when: rows of days with marks; the table beside it has the same.
pub(crate) struct MomentChart {
    /// Unique on the page.
    pub(crate) id: String,
    pub(crate) title: Phrase,
    pub(crate) description: Phrase,
    /// The first and the last day.
    pub(crate) days: [String; 2],
    /// The same in days from one day.
    pub(crate) span: [i64; 2],
    /// The day whose line crosses every row, counted likewise; none where there is no such day.
    pub(crate) marked: Option<i64>,
    /// Name of each row.
    pub(crate) lanes: Vec<Phrase>,
    pub(crate) marks: Vec<MomentMark>,
}

/// A mark, in days from the same day.
pub(crate) struct MomentMark {
    /// Row, from 0.
    pub(crate) lane: usize,
    pub(crate) from: i64,
    pub(crate) to: i64,
    /// What it says, in full.
    pub(crate) label: String,
}

/// How a square looks; none of them is red or green.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shade {
    Full,
    Half,
    Hatched,
    Ring,
    Light,
    Blank,
}

/// One square: nothing was measured where there is no shade.
#[derive(Clone, Debug)]
pub(crate) struct HeatCell {
    pub(crate) shade: Option<Shade>,
    /// What it says, in full.
    pub(crate) label: String,
    /// How many measurements.
    pub(crate) count: u64,
}

/// One option of the chart.
pub(crate) struct RangeBar {
    /// Id of the option or declared group.
    pub(crate) id: String,
    pub(crate) name: Phrase,
    /// Position on the ballot, which fixes colour and pattern.
    pub(crate) position: usize,
    pub(crate) low: Option<u64>,
    pub(crate) high: Option<u64>,
    pub(crate) declared: Option<u64>,
    pub(crate) observed: u64,
    pub(crate) label: Phrase,
}

impl Table {
    pub(crate) fn new(caption: Phrase) -> Self {
        Self {
            caption,
            columns: Vec::new(),
            rows: Vec::new(),
        }
    }

    #[must_use]
    pub(crate) fn left(mut self, title: Phrase) -> Self {
        self.columns.push((title, Align::Left));
        self
    }

    #[must_use]
    pub(crate) fn right(mut self, title: Phrase) -> Self {
        self.columns.push((title, Align::Right));
        self
    }

    pub(crate) fn row(&mut self, cells: Vec<Phrase>) {
        self.rows.push(cells);
    }
}

/// Blocks of a section; a section without any is left out.
pub(crate) type Blocks = Result<Vec<Block>, TextError>;

/// Name, depth and heading of a section, and what writes its blocks.
type Entry<F> = (&'static str, Depth, &'static str, F);

type OfContest = fn(&ContestReport, &Voice<'_>) -> Blocks;
type OfReport = fn(&AuditReport, &Texts) -> Blocks;

/// Sections about one contest, in their order.
const OF_CONTEST: [Entry<OfContest>; 13] = [
    (
        "reasons",
        Depth::Core,
        "report-section-reasons",
        reasons::blocks,
    ),
    ("chain", Depth::Core, "report-section-chain", chain::blocks),
    (
        "declared",
        Depth::Core,
        "report-section-declared",
        first::remaining_tables,
    ),
    (
        "readings",
        Depth::Core,
        "report-section-readings",
        declared::readings,
    ),
    (
        "bounds",
        Depth::Detail,
        "report-section-bounds",
        bounds::outcome,
    ),
    (
        "joint",
        Depth::Detail,
        "report-section-joint",
        certificate::blocks,
    ),
    (
        "increments",
        Depth::Detail,
        "report-section-increments",
        declared::increments,
    ),
    (
        "variants",
        Depth::Detail,
        "report-section-variants",
        declared::variants,
    ),
    (
        "false-sheets",
        Depth::Detail,
        "report-section-false",
        bounds::sheets_false,
    ),
    (
        "compared",
        Depth::Detail,
        "report-section-compared",
        evidence::comparisons,
    ),
    (
        "imputation",
        Depth::Detail,
        "report-section-imputation",
        bounds::imputation,
    ),
    (
        "rounding",
        Depth::Detail,
        "report-section-rounding",
        rounding::blocks,
    ),
    (
        "divisions",
        Depth::Core,
        "report-section-divisions",
        evidence::divisions,
    ),
];

/// Sections about the whole report, after those of the contests.
const OF_REPORT: [Entry<OfReport>; 7] = [
    (
        "findings",
        Depth::Core,
        "report-section-findings",
        findings::summary,
    ),
    (
        "findings-listed",
        Depth::Detail,
        "report-section-findings-listed",
        findings::listed,
    ),
    (
        SHEET_TESTS,
        Depth::Detail,
        "report-section-sheet-tests",
        sheet_tests::of_report,
    ),
    (
        "evidence",
        Depth::Core,
        "report-section-evidence",
        evidence::provenance,
    ),
    (
        "inputs",
        Depth::Detail,
        "report-section-inputs",
        evidence::inputs,
    ),
    (
        "method",
        Depth::Detail,
        "report-section-method",
        method::blocks,
    ),
    (
        "deeper",
        Depth::Core,
        "report-section-deeper",
        method::deeper,
    ),
];

impl Page {
    /// The report in the language of `texts`.
    pub(crate) fn new(report: &AuditReport, texts: &Texts) -> Result<Self, TextError> {
        Self::of(report, texts, &|_| true)
    }

    /// The same with what the tests would have found behind them, where it was kept.
    pub(crate) fn with_power(
        report: &AuditReport,
        power: Option<&KeptPower>,
        texts: &Texts,
    ) -> Result<Self, TextError> {
        let mut page = Self::new(report, texts)?;
        let tests = page
            .sections
            .iter_mut()
            .find(|section| section.id == SHEET_TESTS);
        if let (Some(power), Some(tests)) = (power, tests) {
            let heading = Voice::general(texts).say("report-section-power")?;
            tests.blocks.push(Block::Heading(heading));
            tests.blocks.extend(beside(power, texts)?);
        }
        Ok(page)
    }

    /// The sections whose name is `wanted`, in their order.
    pub(crate) fn of(
        report: &AuditReport,
        texts: &Texts,
        wanted: &dyn Fn(&str) -> bool,
    ) -> Result<Self, TextError> {
        let mut page = Self::first_screen(report, texts)?;
        page.sections.retain(|section| wanted(&section.id));
        let general = Voice::general(texts);
        for contest in &report.contests {
            let voice = Voice::of(texts, contest);
            for (name, depth, heading, write) in OF_CONTEST {
                if !wanted(name) {
                    continue;
                }
                let title = general.say(heading)?;
                let (id, title) = if report.contests.len() > 1 {
                    let of = Phrase::words(": ").then(Phrase::data(&contest.name));
                    (format!("{name}-{}", contest.id), title.then(of))
                } else {
                    (name.to_owned(), title)
                };
                page.push(id, depth, title, write(contest, &voice)?);
            }
        }
        for (name, depth, heading, write) in OF_REPORT {
            if wanted(name) {
                let blocks = write(report, texts)?;
                page.push(name.to_owned(), depth, general.say(heading)?, blocks);
            }
        }
        page.stamp(report, &general)?;
        Ok(page)
    }

    /// Writes date and report into the charts, so that they say it wherever they are shown.
    fn stamp(&mut self, report: &AuditReport, general: &Voice<'_>) -> Result<(), TextError> {
        let date = [("date", general.date(report.as_of)?)];
        let id = [("id", Phrase::data(&report.report_id))];
        let stamp = vec![
            general.with(&Message::new("report-as-of"), &date)?,
            general.with(&Message::new("report-id"), &id)?,
        ];
        let blocks = self.sections.iter_mut().flat_map(|held| &mut held.blocks);
        for block in blocks {
            if let Block::Ranges(chart) = block {
                chart.stamp.clone_from(&stamp);
            }
        }
        Ok(())
    }

    /// The first screen alone.
    pub(crate) fn first_screen(report: &AuditReport, texts: &Texts) -> Result<Self, TextError> {
        let general = Voice::general(texts);
        let election = [("election", Phrase::data(&report.election.name))];
        let mut page = Self {
            language: texts.language(),
            title: general.with(&Message::new("report-title"), &election)?,
            sections: Vec::new(),
        };
        page.push(
            "answers".to_owned(),
            Depth::First,
            general.say("report-section-answers")?,
            first::blocks(report, texts)?,
        );
        page.stamp(report, &general)?;
        Ok(page)
    }

    /// The first screen as two sections, what it says and what it shows; the second is left out where it
    /// is empty.
    pub(crate) fn parted(report: &AuditReport, texts: &Texts) -> Result<Self, TextError> {
        let general = Voice::general(texts);
        let mut page = Self {
            language: texts.language(),
            title: Phrase::default(),
            sections: Vec::new(),
        };
        for (id, heading, blocks) in [
            (
                "answers",
                "report-section-answers",
                first::spoken(report, texts)?,
            ),
            (
                "figures",
                "report-section-figures",
                first::figures(report, texts)?,
            ),
        ] {
            page.push(id.to_owned(), Depth::First, general.say(heading)?, blocks);
        }
        page.stamp(report, &general)?;
        Ok(page)
    }

    /// The table of one declaration and source with its chart, as one section without a heading.
    pub(crate) fn result(
        report: &AuditReport,
        texts: &Texts,
        contest: &ContestReport,
        result: (&str, &str),
    ) -> Result<Self, TextError> {
        let mut page = Self {
            language: texts.language(),
            title: Phrase::default(),
            sections: Vec::new(),
        };
        let blocks = first::result(contest, result, &Voice::of(texts, contest))?;
        page.push(String::new(), Depth::Core, Phrase::default(), blocks);
        page.stamp(report, &Voice::general(texts))?;
        Ok(page)
    }

    pub(crate) fn push(&mut self, id: String, depth: Depth, title: Phrase, blocks: Vec<Block>) {
        if !blocks.is_empty() {
            self.sections.push(Section {
                id,
                depth,
                title,
                blocks,
            });
        }
    }
}
