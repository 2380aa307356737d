//! One language, with what is said on many pages said once.

use scrutineer_audit::ContestReport;
use scrutineer_model::Message;
use scrutineer_report::{Element, Language, Phrase, TextError, Texts, Voice, statements};

use crate::content::Content;
use crate::names::cut;

/// Speaks one language about the content.
pub(crate) struct Words<'c> {
    texts: &'c Texts,
    general: Voice<'c>,
    contests: Vec<Voice<'c>>,
    /// The first answer with its condition.
    statement: Option<Phrase>,
}

impl<'c> Words<'c> {
    pub(crate) fn new(content: &Content<'_>, texts: &'c Texts) -> Result<Self, TextError> {
        let contests = content.report.contests.iter();
        Ok(Self {
            texts,
            general: Voice::general(texts),
            contests: contests.map(|contest| Voice::of(texts, contest)).collect(),
            statement: statements(content.report, texts)?.into_iter().next(),
        })
    }

    /// The first answer with its condition; `None` of an election without contests.
    pub(crate) fn statement(&self) -> Option<&Phrase> {
        self.statement.as_ref()
    }

    pub(crate) fn texts(&self) -> &'c Texts {
        self.texts
    }

    pub(crate) fn language(&self) -> Language {
        self.texts.language()
    }

    pub(crate) fn tag(&self) -> &'static str {
        self.language().tag()
    }

    pub(crate) fn say(&self, id: &str) -> Result<Phrase, TextError> {
        self.general.say(id)
    }

    pub(crate) fn message(&self, message: &Message) -> Result<Phrase, TextError> {
        self.general.message(message)
    }

    pub(crate) fn with(&self, id: &str, extra: &[(&str, Phrase)]) -> Result<Phrase, TextError> {
        self.general.with(&Message::new(id), extra)
    }

    /// A sentence with one count, which selects its plural.
    pub(crate) fn count(&self, id: &str, count: u64) -> Result<Phrase, TextError> {
        self.message(&Message::new(id).with("count", count))
    }

    pub(crate) fn integer(&self, value: u64) -> Phrase {
        self.general.integer(value)
    }

    pub(crate) fn general(&self) -> &Voice<'c> {
        &self.general
    }

    /// The voice of the contest at a position of the report.
    pub(crate) fn contest(&self, at: usize) -> &Voice<'c> {
        self.contests.get(at).unwrap_or(&self.general)
    }

    /// A paragraph of a message without arguments.
    pub(crate) fn paragraph(&self, id: &str) -> Result<Element, TextError> {
        Ok(Element::new("p").phrase(&self.say(id)?))
    }

    /// A note of a message without arguments.
    pub(crate) fn note(&self, id: &str) -> Result<Element, TextError> {
        Ok(Element::new("p")
            .attr("class", "note")
            .phrase(&self.say(id)?))
    }

    /// A heading inside a page.
    pub(crate) fn heading(&self, name: &'static str, id: &str) -> Result<Element, TextError> {
        Ok(Element::new(name).phrase(&self.say(id)?))
    }

    /// A division or place: its name, else its code.
    pub(crate) fn named(name: &str, code: &str) -> Phrase {
        Self::label(&cut(if name.is_empty() { code } else { name }))
    }

    /// What somebody else wrote; digits, with colons between them, have one direction and need no isolation from the
    /// text around.
    pub(crate) fn label(text: &str) -> Phrase {
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
        if text.split(':').all(is_digits) {
            Phrase::words(text.to_owned())
        } else {
            Phrase::data(text)
        }
    }

    /// The word for a kind of entries; the kind itself where a later version has more.
    pub(crate) fn kind(&self, kind: &str) -> Result<Phrase, TextError> {
        let id = format!("entry-kind-{kind}");
        if self.texts.has(&id) {
            self.say(&id)
        } else {
            Ok(Phrase::data(kind))
        }
    }

    /// Who supplied a source, in words, with its id.
    pub(crate) fn source(&self, contest: &ContestReport, id: &str) -> Result<Phrase, TextError> {
        let label = contest
            .sources
            .iter()
            .find(|source| source.id == id)
            .map_or("unknown", |source| label_word(source.label));
        let label = self.general.word("report-label", label)?;
        self.with(
            "site-source",
            &[("source", Phrase::data(id)), ("who", label)],
        )
    }
}

/// The word of the interface for who supplied a source.
fn label_word(label: scrutineer_model::SourceLabel) -> &'static str {
    use scrutineer_model::SourceLabel as Label;
    match label {
        Label::Authority => "authority",
        Label::PartyAligned => "party-aligned",
        Label::Observer => "observer",
        Label::Media => "media",
        Label::Court => "court",
        Label::Citizen => "citizen",
        Label::Withheld => "withheld",
        Label::Unknown => "unknown",
    }
}
