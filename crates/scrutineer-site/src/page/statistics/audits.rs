//! Audits by sampling, step by step, so that whoever has the certificate can replay them.

use scrutineer_report::{Element, Phrase, TextError};

use crate::markup::{Table, code};
use crate::page::division::Results;

pub(super) fn section(of: Results<'_>) -> Result<Element, TextError> {
    let words = of.words;
    let section = Element::new("section")
        .attr("id", "audits")
        .child(words.heading("h2", "statistics-audits")?);
    let steps = of.content.audits;
    if steps.is_empty() {
        return Ok(section.child(words.paragraph("statistics-no-audits")?));
    }
    let mut table = Table::new(words.say("statistics-audits-caption")?)
        .left(words.say("statistics-column-audit")?)
        .right(words.say("statistics-column-step")?)
        .left(words.say("changes-column-what")?)
        .left(words.say("report-column-source")?)
        .left(words.say("statistics-column-links")?)
        .right(words.say("statistics-column-sample")?)
        .left(words.say("statistics-column-outcome")?)
        .right(words.say("changes-column-entry")?)
        .left(words.say("report-column-digest")?);
    for step in steps {
        let links: Vec<String> = step.links.iter().map(ToString::to_string).collect();
        let outcome = match step.outcome {
            Some(outcome) => words.general().word("statistics-outcome", outcome)?,
            None => Phrase::default(),
        };
        table.row(vec![
            Phrase::data(&step.audit).into(),
            words.integer(step.number).into(),
            words.general().word("statistics-step", step.step)?.into(),
            Phrase::data(&step.source).into(),
            Phrase::words(links.join(", ")).into(),
            words.integer(step.sample).into(),
            outcome.into(),
            words.integer(step.leaf).into(),
            Element::new("code")
                .attr("class", "digest")
                .text(&step.digest)
                .into(),
        ]);
    }
    let mut section = section
        .child(words.paragraph("statistics-audits-text")?)
        .child(table.finish())
        .child(words.paragraph("statistics-replay")?);
    let ends = steps.iter().filter(|step| step.outcome.is_some());
    for step in ends {
        section = section.child(code(&format!("sha256sum {}/certificate.txt", step.audit)));
    }
    Ok(section)
}
