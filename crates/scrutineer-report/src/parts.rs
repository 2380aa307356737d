//! Sections of the report as elements, for pages that are put together elsewhere.

use scrutineer_audit::{AuditReport, ContestReport, LinkStatus};
use scrutineer_model::{Decision, Finding};

use crate::conditions::Conditions;
use crate::html::{bare_element, chain_figure, section_element};
use crate::phrase::Phrase;
use crate::view::{self, Page};
use crate::voice::Voice;
use crate::{Element, TextError, Texts};

/// Sections of the report by their names, in the order of the report: one element each, more of a
/// name where the election has several contests. Names are those of the anchors in the HTML report
/// (`answers`, `reasons`, `chain`, `readings`, `bounds`, `evidence`, ...); a name without content
/// gives nothing.
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn sections(
    report: &AuditReport,
    texts: &Texts,
    names: &[&str],
) -> Result<Vec<Element>, TextError> {
    let page = Page::of(report, texts, &|name| names.contains(&name))?;
    Ok(page.sections.iter().map(section_element).collect())
}

/// The first screen as elements: what it says (`answers`: the answers, who supplied how much, the date), then
/// what it shows (`figures`: tables, charts, what is not established).
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn first_screen(report: &AuditReport, texts: &Texts) -> Result<Vec<Element>, TextError> {
    let page = Page::parted(report, texts)?;
    Ok(page.sections.iter().map(section_element).collect())
}

/// The table of a declaration and a source of it, with its chart; `None` where the contest has no such result.
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn result_element(
    report: &AuditReport,
    texts: &Texts,
    contest: &ContestReport,
    declaration: &str,
    source: &str,
) -> Result<Option<Element>, TextError> {
    let page = Page::result(report, texts, contest, (declaration, source))?;
    Ok(page.sections.first().map(bare_element))
}

/// Sections of the conditions of a vote by their names, in their order: one element each. Names are those of
/// the anchors in a dossier (`conditions`, `conditions-timeline`, `conditions-counts`, `conditions-reports`,
/// `conditions-blocked`, `conditions-blocked-days`, `conditions-published`, `conditions-indices`,
/// `conditions-trace`); a name without content gives nothing.
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn conditions_sections(
    held: &Conditions,
    texts: &Texts,
    names: &[&str],
) -> Result<Vec<Element>, TextError> {
    let made = view::conditions::sections(held, texts, &|name| names.contains(&name))?;
    Ok(made.iter().map(section_element).collect())
}

/// The chain of evidence of a contest as a picture; the section `chain` says the same in words.
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn chain_picture(contest: &ContestReport, texts: &Texts) -> Result<Element, TextError> {
    let voice = Voice::of(texts, contest);
    Ok(chain_figure(&view::chain_links(contest, &voice)?))
}

/// The links of the chain of a contest in words: number, name, state, and the word of the
/// interface for the state (`proven`, `bounded`, `open`, `broken`).
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn chain_words(
    contest: &ContestReport,
    texts: &Texts,
) -> Result<Vec<(u8, Phrase, Phrase, &'static str)>, TextError> {
    let voice = Voice::of(texts, contest);
    let links = view::chain_links(contest, &voice)?;
    let words = links.into_iter().map(|link| {
        (
            link.number,
            link.name,
            link.state,
            view::chain_word(link.status),
        )
    });
    Ok(words.collect())
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingText {
    /// The parts of its subject that are known, from the narrowest.
    pub subject: Phrase,
    /// The sentence.
    pub sentence: Phrase,
    /// Votes at stake, or the word for what is not known.
    pub at_stake: Phrase,
    /// What became of it, with reason, role and date.
    pub disposition: Phrase,
}

impl FindingText {
    /// The finding as `voice` says it.
    ///
    /// # Errors
    /// [`TextError`] where a message is missing.
    pub fn new(finding: &Finding, voice: &Voice<'_>) -> Result<Self, TextError> {
        Ok(Self {
            subject: view::subject(&finding.subject, voice)?,
            sentence: voice.message(&finding.message)?,
            at_stake: voice.known(finding.votes_at_stake)?,
            disposition: view::disposition(finding, voice)?,
        })
    }
}

/// The word of the interface for a decision on a finding.
pub fn decision_word(decision: Decision) -> &'static str {
    view::decision_word(decision)
}

/// The word of the interface for the state of a link (`proven`, `bounded`, `open`, `broken`).
pub fn chain_state(status: LinkStatus) -> &'static str {
    view::chain_word(status)
}
