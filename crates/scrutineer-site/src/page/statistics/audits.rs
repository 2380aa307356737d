//! Audits by sampling, step by step, with the files with which they are replayed.

use scrutineer_report::{Element, Phrase, TextError};

use crate::address::up;
use crate::markup::{Table, link};
use crate::page::division::Results;

/// The page, from the folder of a language.
const PATH: &str = "statistics.html";
/// What the names of the files with which audits are replayed begin with, among those of a release.
const REPLAYED: &str = "audits/";

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
    let mut list = Element::new("ul");
    let mut has_one = false;
    for file in of.content.files {
        if file.name.starts_with(REPLAYED) {
            has_one = true;
            let name = Phrase::data(file.name);
            let item = Element::new("li");
            list = list.child(match of.content.bundle {
                Some(bundle) => {
                    let root = up(&format!("{}/{PATH}", words.tag()));
                    let to = format!("{root}{bundle}{}", file.path);
                    let name_of = file.name.replace('/', "-");
                    item.child(link(&to, &name).attr("download", &name_of))
                }
                None => item.phrase(&name),
            });
        }
    }
    if has_one {
        section = section.child(list);
    }
    Ok(section)
}
