//! One quotable page: the first screen and nothing else.

use scrutineer_audit::AuditReport;

use crate::terminal::{Paper, write_blocks};
use crate::view::{Block, Page};
use crate::{Language, TextError, Texts};

/// Lines of a page.
const LINES: usize = 60;
/// Columns of a page.
const COLUMNS: usize = 80;

/// The first screen as plain text of at most 60 lines and 80 columns.
///
/// Where the tables do not fit, those of the last declaration stay; where these do not fit either,
/// none stays. An answer is never left out, so a contest with very many declarations and sources can
/// need more than a page.
pub fn brief(report: &AuditReport, language: Language) -> Result<String, TextError> {
    let page = Page::first_screen(report, &Texts::new(language))?;
    let tables = count_tables(&page);
    let mut text = String::new();
    for keep in (0..=tables).rev() {
        text = write(&page, tables - keep);
        if text.lines().count() <= LINES {
            break;
        }
    }
    Ok(text)
}

fn count_tables(page: &Page) -> usize {
    page.sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter(|block| matches!(block, Block::Table(_)))
        .count()
}

/// The page without its first `skip` tables and what belongs to them.
fn write(page: &Page, skip: usize) -> String {
    let mut paper = Paper::new(COLUMNS, false);
    paper.title(&page.title.to_string());
    for section in &page.sections {
        let mut seen = 0;
        for block in &section.blocks {
            if matches!(block, Block::Table(_)) {
                seen += 1;
            }
            let of_table = matches!(block, Block::Table(_) | Block::Note(_) | Block::Ranges(_));
            if !(of_table && seen <= skip) {
                write_blocks(&mut paper, std::slice::from_ref(block));
            }
        }
    }
    paper.finish()
}
