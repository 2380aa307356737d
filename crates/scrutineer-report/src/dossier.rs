//! The report of an audit with the conditions of the vote behind it, never inside of it.

use std::fmt::Write as _;

use schemars::JsonSchema;
use scrutineer_audit::AuditReport;
use scrutineer_model::Message;
use serde::Serialize;

use crate::conditions::{Conditions, IndexProfile};
use crate::html::{aside, document_beside};
use crate::json::{Document, ordered};
use crate::phrase::{Phrase, Piece};
use crate::power::KeptPower;
use crate::terminal::{Paper, write_section};
use crate::view::{Depth, Page, conditions};
use crate::voice::Voice;
use crate::{JsonError, Language, TerminalOptions, TextError, Texts, brief, terminal_with};

/// Name and version of the document.
pub const DOSSIER: &str = "scrutineer/dossier/1";

/// An audit and the conditions of the vote. The audit is shown as it is shown alone, to the byte.
#[derive(Clone, Copy, Debug)]
pub struct Dossier<'a> {
    /// The audit.
    pub report: &'a AuditReport,
    /// The conditions.
    pub conditions: &'a Conditions,
    /// What the tests of the sheets would have found, beside them; `None` where it was not kept.
    pub power: Option<&'a KeptPower>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(title = "scrutineer/dossier/1")]
struct DossierDocument<'a> {
    /// Always `scrutineer/dossier/1`.
    schema: &'static str,
    /// The document of the audit, as it is written alone.
    audit: Document<'a>,
    /// The conditions; no part of the audit reads them.
    conditions: &'a Conditions,
}

impl Dossier<'_> {
    /// For a terminal: the audit, then the conditions.
    ///
    /// # Errors
    /// [`TextError`] where a message is missing.
    pub fn terminal(&self, options: &TerminalOptions) -> Result<String, TextError> {
        let texts = Texts::new(options.language);
        let mut paper = Paper::new(options.width.max(40), options.color);
        for section in conditions::sections(self.conditions, &texts, &|_| true)? {
            if section.depth < Depth::Detail || options.full {
                write_section(&mut paper, &section, None);
            }
        }
        let audit = terminal_with(self.report, self.power, options)?;
        Ok(format!(
            "{audit}\n{}",
            paper.finish().trim_start_matches('\n')
        ))
    }

    /// One HTML file: the page of the audit with the conditions beside it, behind its last section.
    ///
    /// # Errors
    /// [`TextError`] where a message is missing.
    pub fn html(&self, language: Language) -> Result<String, TextError> {
        let texts = Texts::new(language);
        let sections = conditions::sections(self.conditions, &texts, &|_| true)?;
        let page = Page::with_power(self.report, self.power, &texts)?;
        document_beside(&page, &texts, None, Some(aside(&sections)))
    }

    /// One page of the audit, then the conditions in short as Markdown.
    ///
    /// # Errors
    /// [`TextError`] where a message is missing.
    pub fn brief(&self, language: Language) -> Result<String, TextError> {
        let audit = brief(self.report, language)?;
        Ok(format!(
            "{audit}\n{}",
            conditions_brief(self.conditions, language)?
        ))
    }

    /// One page of the audit, then the conditions, to print.
    ///
    /// # Errors
    /// [`TextError`] where a message is missing.
    pub fn brief_html(&self, language: Language) -> Result<String, TextError> {
        let texts = Texts::new(language);
        let wanted = |name: &str| name != "conditions-trace" && name != "conditions-blocked-days";
        let sections = conditions::sections(self.conditions, &texts, &wanted)?;
        let page = Page::first_screen(self.report, &texts)?;
        document_beside(&page, &texts, None, Some(aside(&sections)))
    }

    /// The document for programs: both documents, each under its own schema.
    ///
    /// # Errors
    /// As [`crate::json()`].
    pub fn json(&self) -> Result<String, JsonError> {
        let document = DossierDocument {
            schema: DOSSIER,
            audit: Document::new(self.report)?,
            conditions: self.conditions,
        };
        let mut text = serde_json::to_string_pretty(&document)?;
        text.push('\n');
        Ok(text)
    }

    /// The JSON Schema (draft 2020-12) of the document.
    pub fn schema() -> serde_json::Value {
        ordered(
            schemars::generate::SchemaSettings::draft2020_12()
                .for_serialize()
                .into_generator()
                .into_root_schema_for::<DossierDocument<'_>>()
                .to_value(),
        )
    }
}

/// The conditions in short, as Markdown: ranges with their dates, what was published, indices last.
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn conditions_brief(held: &Conditions, language: Language) -> Result<String, TextError> {
    let texts = Texts::new(language);
    let voice = Voice::general(&texts);
    let mut out = format!(
        "## {}\n\n{}\n",
        markdown(&voice.say("conditions-not-used")?),
        markdown(&voice.say("conditions-notice")?)
    );
    let mut part = |heading: &str, lines: Vec<Phrase>| -> Result<(), TextError> {
        if lines.is_empty() {
            return Ok(());
        }
        let heading = markdown(&voice.say(heading)?);
        // Writing to a string cannot fail.
        let _ = write!(out, "\n### {heading}\n\n");
        for line in lines {
            let _ = writeln!(out, "- {}", markdown(&line));
        }
        Ok(())
    };
    let mut counts = Vec::new();
    for count in held.incidents.iter().flat_map(|part| &part.counts) {
        counts.push(voice.message(&count.said())?);
    }
    part("conditions-section-counts", counts)?;
    let mut blocked = Vec::new();
    if let Some(part) = &held.censorship {
        let targets: std::collections::BTreeSet<&str> = part
            .findings
            .iter()
            .map(|held| held.target.as_str())
            .collect();
        let networks: std::collections::BTreeSet<u32> =
            part.findings.iter().map(|held| held.asn).collect();
        let message = Message::new("conditions-brief-blocked")
            .with("findings", part.findings.len() as u64)
            .with("targets", targets.len() as u64)
            .with("networks", networks.len() as u64)
            .with("observations", part.of_country)
            .with("claims", part.claims.len() as u64);
        blocked.push(voice.message(&message)?);
    }
    part("conditions-section-blocked", blocked)?;
    let mut duties = Vec::new();
    for duty in held.disclosure.iter().flat_map(|part| &part.duties) {
        duties.push(conditions::duty_line(duty, &voice)?);
    }
    part("conditions-section-published", duties)?;
    let mut indices = Vec::new();
    for profile in held.indices.iter().flat_map(|part| &part.profiles) {
        indices.extend(index_lines(profile, &voice)?);
    }
    part("conditions-section-indices", indices)?;
    if held.is_empty() {
        let none = markdown(&voice.say("conditions-none")?);
        let _ = write!(out, "\n{none}\n");
    }
    Ok(out)
}

/// The whole and the word for it, with name and edition.
fn index_lines(profile: &IndexProfile, voice: &Voice<'_>) -> Result<Vec<Phrase>, TextError> {
    let editions: Vec<String> = profile
        .editions
        .iter()
        .map(|held| format!("{} {}", held.index, held.edition))
        .collect();
    let name = Phrase::data(&format!("{} ({})", profile.name, editions.join(", ")));
    let mut lines = Vec::new();
    for measure in &profile.measures {
        if measure.id == profile.headline || Some(&measure.id) == profile.status.as_ref() {
            let value = conditions::value_line(measure, voice)?;
            lines.push(name.clone().then(Phrase::words(": ")).then(value));
        }
    }
    Ok(lines)
}

/// A phrase as Markdown: what people wrote can neither format nor link.
fn markdown(phrase: &Phrase) -> String {
    let mut out = String::new();
    for piece in phrase.pieces() {
        match piece {
            Piece::Words(text) => out.push_str(text),
            Piece::Data(text) => {
                for c in text.chars() {
                    if c.is_ascii_punctuation() && !",.;:%/'()".contains(c) {
                        out.push('\\');
                    }
                    out.push(c);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_cannot_format_a_page_of_markdown() {
        let phrase = Phrase::words("- ").then(Phrase::data("[a](x) <b> *c* `d` #e"));
        assert_eq!(
            markdown(&phrase),
            "- \\[a\\](x) \\<b\\> \\*c\\* \\`d\\` \\#e"
        );
    }
}
