//! The report as text for a terminal: at most the stated width, no colour that means anything.

mod heat;
mod layout;
mod table;

use scrutineer_audit::{AuditReport, LinkStatus};

use crate::power::KeptPower;
use crate::view::{Block, Depth, LinkView, Page, Section};
use crate::{Language, TextError, Texts};
pub(crate) use layout::Paper;

/// How the terminal text is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerminalOptions {
    /// Language of the words.
    pub language: Language,
    /// Bold headings and dim notes; the caller honours `NO_COLOR`. Hues are never used.
    pub color: bool,
    /// Columns; at least 40.
    pub width: usize,
    /// The level whose divisions the report holds, for the heading of their table.
    pub by: Option<String>,
    /// Everything, as in the HTML file.
    pub full: bool,
}

impl Default for TerminalOptions {
    fn default() -> Self {
        Self {
            language: Language::default(),
            color: false,
            width: 80,
            by: None,
            full: false,
        }
    }
}

/// The report for a terminal.
pub fn terminal(report: &AuditReport, options: &TerminalOptions) -> Result<String, TextError> {
    terminal_with(report, None, options)
}

/// As [`terminal()`], with what the tests would have found beside them where it was kept.
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn terminal_with(
    report: &AuditReport,
    power: Option<&KeptPower>,
    options: &TerminalOptions,
) -> Result<String, TextError> {
    let texts = Texts::new(options.language);
    let page = Page::with_power(report, power, &texts)?;
    let mut paper = Paper::new(options.width.max(40), options.color);
    paper.title(&page.title.to_string());
    for section in &page.sections {
        if section.depth < Depth::Detail || options.full {
            let by = options
                .by
                .as_deref()
                .filter(|_| section.id.starts_with("divisions"));
            write_section(&mut paper, section, by);
        }
    }
    Ok(paper.finish())
}

/// Writes one section.
pub(crate) fn write_section(paper: &mut Paper, section: &Section, by: Option<&str>) {
    let mut title = section.title.to_string();
    if let Some(by) = by {
        title = format!("{title}: {}", crate::phrase::clean(by));
    }
    paper.section(&title);
    write_blocks(paper, &section.blocks);
}

/// Writes blocks one under the other.
pub(crate) fn write_blocks(paper: &mut Paper, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Notice(text) => paper.boxed(&text.to_string()),
            Block::Heading(text) => paper.heading(&text.to_string()),
            Block::Question(text) => paper.question(&text.to_string()),
            Block::Statement(source, statement) => {
                let text = statement.phrase().to_string();
                match source {
                    Some(source) => paper.paragraph(2, &format!("[{source}] {text}")),
                    None => paper.paragraph(2, &text),
                }
            }
            Block::Text(text) => paper.paragraph(0, &text.to_string()),
            Block::Lead(text) => paper.item("", &text.to_string()),
            Block::Note(text) => paper.note(&text.to_string()),
            Block::List(items) => {
                for item in items {
                    paper.item("- ", &item.to_string());
                }
                paper.blank();
            }
            Block::Table(table) => table::write(paper, table),
            Block::Chain(links) => write_chain(paper, links),
            Block::Heat(map) => heat::write(paper, map),
            // The table beside a chart has its numbers; pictures need a page.
            Block::Ranges(_) | Block::Bars(_) | Block::Cells(_) | Block::Moments(_) => {}
        }
    }
}

fn write_chain(paper: &mut Paper, links: &[LinkView]) {
    for (position, link) in links.iter().enumerate() {
        let mark = match link.status {
            LinkStatus::Proven => '●',
            LinkStatus::Bounded => '◐',
            LinkStatus::Open => '○',
            LinkStatus::Broken => '╳',
        };
        let head = format!("{mark} {} {} ", link.number, link.name);
        paper.leader(&head, &format!(" {}", link.state));
        let rail = if position + 1 < links.len() {
            "│   "
        } else {
            "    "
        };
        paper.railed(rail, &link.question.to_string());
        for reason in &link.reasons {
            paper.railed(rail, &format!("- {reason}"));
        }
    }
    paper.blank();
}
