//! What every rendering shows, in one order: the report as sections of blocks.
//!
//! The terminal, the HTML file and the page of `--brief` lay out the same blocks; none of them reads
//! the report itself.

mod bounds;
mod certificate;
mod chain;
mod declared;
mod evidence;
mod findings;
mod first;
mod method;
mod reasons;
mod rounding;

use scrutineer_audit::{AuditReport, LinkStatus};

pub(crate) use chain::word as chain_word;
pub(crate) use findings::{check_id, severity_word, subject};

use crate::phrase::Phrase;
use crate::voice::{Statement, Voice};
use crate::{Language, TextError, Texts};

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
}

/// One option of the chart.
pub(crate) struct RangeBar {
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

impl Page {
    /// The report in the language of `texts`.
    pub(crate) fn new(report: &AuditReport, texts: &Texts) -> Result<Self, TextError> {
        let general = Voice::general(texts);
        let title = general.with(
            &scrutineer_model::Message::new("report-title"),
            &[("election", Phrase::data(&report.election.name))],
        )?;
        let mut page = Self {
            language: texts.language(),
            title,
            sections: Vec::new(),
        };
        let several = report.contests.len() > 1;
        page.push(
            "answers",
            Depth::First,
            general.say("report-section-answers")?,
            first::blocks(report, texts)?,
        );
        for contest in &report.contests {
            let voice = Voice::of(texts, contest);
            let mut add = |name: &str, depth, heading: &str, blocks: Vec<Block>| {
                let title = general.say(heading)?;
                let (id, title) = if several {
                    let of = Phrase::words(": ").then(Phrase::data(&contest.name));
                    (format!("{name}-{}", contest.id), title.then(of))
                } else {
                    (name.to_owned(), title)
                };
                page.push(&id, depth, title, blocks);
                Ok::<(), TextError>(())
            };
            use Depth::{Core, Detail};
            let core = [
                (
                    "reasons",
                    "report-section-reasons",
                    reasons::blocks(contest, &voice)?,
                ),
                (
                    "chain",
                    "report-section-chain",
                    chain::blocks(contest, &voice)?,
                ),
                (
                    "declared",
                    "report-section-declared",
                    first::remaining_tables(contest, &voice)?,
                ),
                (
                    "readings",
                    "report-section-readings",
                    declared::readings(contest, &voice)?,
                ),
            ];
            for (name, heading, blocks) in core {
                add(name, Core, heading, blocks)?;
            }
            let detail = [
                (
                    "bounds",
                    "report-section-bounds",
                    bounds::outcome(contest, &voice)?,
                ),
                (
                    "joint",
                    "report-section-joint",
                    certificate::blocks(contest, &voice)?,
                ),
                (
                    "increments",
                    "report-section-increments",
                    declared::increments(contest, &voice)?,
                ),
                (
                    "variants",
                    "report-section-variants",
                    declared::variants(contest, &voice)?,
                ),
                (
                    "false-sheets",
                    "report-section-false",
                    bounds::sheets_false(contest, &voice)?,
                ),
                (
                    "sources-compared",
                    "report-section-compared",
                    evidence::comparisons(contest, &voice)?,
                ),
                (
                    "imputation",
                    "report-section-imputation",
                    bounds::imputation(contest, &voice)?,
                ),
                (
                    "rounding",
                    "report-section-rounding",
                    rounding::blocks(contest, &voice)?,
                ),
            ];
            for (name, heading, blocks) in detail {
                add(name, Detail, heading, blocks)?;
            }
            add(
                "divisions",
                Core,
                "report-section-divisions",
                evidence::divisions(contest, &voice)?,
            )?;
        }
        let tail = [
            (
                "findings",
                Depth::Core,
                "report-section-findings",
                findings::summary(report, texts)?,
            ),
            (
                "findings-listed",
                Depth::Detail,
                "report-section-findings-listed",
                findings::listed(report, texts)?,
            ),
            (
                "evidence",
                Depth::Core,
                "report-section-evidence",
                evidence::provenance(report, texts)?,
            ),
            (
                "inputs",
                Depth::Detail,
                "report-section-inputs",
                evidence::inputs(report, texts)?,
            ),
            (
                "method",
                Depth::Detail,
                "report-section-method",
                method::blocks(report, &general)?,
            ),
            (
                "deeper",
                Depth::Core,
                "report-section-deeper",
                method::deeper(&general)?,
            ),
        ];
        for (name, depth, heading, blocks) in tail {
            page.push(name, depth, general.say(heading)?, blocks);
        }
        Ok(page)
    }

    fn push(&mut self, id: &str, depth: Depth, title: Phrase, blocks: Vec<Block>) {
        if !blocks.is_empty() {
            self.sections.push(Section {
                id: id.to_owned(),
                depth,
                title,
                blocks,
            });
        }
    }
}
