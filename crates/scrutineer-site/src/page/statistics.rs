//! Statistics, apart from the answers: audits by sampling, tests of the sheets, how often these alarm by mistake,
//! pictures.

mod audits;
mod calibration;

use scrutineer_report::{Element, TextError, forensics_pictures, forensics_sections, sections};

use super::division::Results;
use crate::frame::Page;
use crate::markup::link;

/// The address of the pictures inside the folder of a language.
const PICTURES: &str = "pictures.html";

pub(crate) fn pages(of: Results<'_>) -> Result<Vec<Page>, TextError> {
    let words = of.words;
    let mut page = Page::new("statistics.html", words.say("site-nav-statistics")?);
    page.push(words.paragraph("site-statistics-text")?);
    page.push(audits::section(of)?);
    let mut pages = Vec::new();
    if let Some(tests) = of.content.tests {
        page.main.extend(forensics_sections(tests, words.texts())?);
        page.main.extend(calibration::section(of)?);
        pages.extend(pictures(of)?);
        if !pages.is_empty() {
            page.push(words.heading("h2", "report-section-pictures")?);
            let name = words.say("statistics-pictures")?;
            page.push(Element::new("p").child(link(PICTURES, &name)));
        }
    } else {
        if of.content.report.tests.is_empty() {
            page.push(words.paragraph("site-no-tests")?);
        }
        page.main.extend(sections(
            of.content.report,
            words.texts(),
            &["sheet-tests"],
        )?);
    }
    page.main
        .extend(sections(of.content.report, words.texts(), &["imputation"])?);
    pages.insert(0, page);
    Ok(pages)
}

/// A page with the pictures, which are many and large; none without any.
fn pictures(of: Results<'_>) -> Result<Option<Page>, TextError> {
    let words = of.words;
    let Some(tests) = of.content.tests else {
        return Ok(None);
    };
    let made = forensics_pictures(tests, words.texts())?;
    if made.is_empty() {
        return Ok(None);
    }
    let mut page = Page::new(PICTURES, words.say("report-section-pictures")?);
    page.around = vec![(
        words.say("site-nav-statistics")?,
        "statistics.html".to_owned(),
    )];
    page.push(words.paragraph("report-does-not-prove-picture")?);
    page.main.extend(made);
    Ok(Some(page))
}
