//! Speaks one language about one contest: messages with the names of its options and registers.

use std::collections::BTreeMap;

use scrutineer_audit::{Answer, ContestReport, OptionInfo};
use scrutineer_model::{Date, Exact, Message, PrintedPercent, Real};

use crate::phrase::Phrase;
use crate::texts::Directory;
use crate::{Language, TextError, Texts, number};

/// Texts together with the names of a contest.
pub(crate) struct Voice<'a> {
    texts: &'a Texts,
    directory: Directory,
}

/// The whole sentence of an answer. There is no way to make one out of the answer alone, so that no
/// rendering can print an answer without its condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement(Phrase);

impl Statement {
    /// The sentence.
    pub(crate) fn phrase(&self) -> &Phrase {
        &self.0
    }
}

impl<'a> Voice<'a> {
    /// For what is not about one contest.
    pub(crate) fn general(texts: &'a Texts) -> Self {
        Self {
            texts,
            directory: Directory::default(),
        }
    }

    /// With the names of options alone.
    pub(crate) fn naming(texts: &'a Texts, options: &[OptionInfo]) -> Self {
        let mut directory = Directory::default();
        for option in options {
            directory.name_option(&option.id, &option.name);
        }
        Self { texts, directory }
    }

    /// With the names of `contest`.
    pub(crate) fn of(texts: &'a Texts, contest: &ContestReport) -> Self {
        let mut voice = Self::naming(texts, &contest.options);
        let totals: BTreeMap<&str, u64> = contest
            .registers
            .iter()
            .map(|register| (register.id.as_str(), register.total))
            .collect();
        for (id, total) in totals {
            let total = number::integer(i128::from(total), texts.language());
            voice.directory.name_register(
                id,
                Phrase::data(id).then(Phrase::words(format!(" ({total})"))),
            );
        }
        voice
    }

    pub(crate) fn language(&self) -> Language {
        self.texts.language()
    }

    pub(crate) fn texts(&self) -> &Texts {
        self.texts
    }

    /// A message without arguments.
    pub(crate) fn say(&self, id: &str) -> Result<Phrase, TextError> {
        self.message(&Message::new(id))
    }

    /// A message.
    pub(crate) fn message(&self, message: &Message) -> Result<Phrase, TextError> {
        self.texts.phrase(message, &self.directory)
    }

    /// A message with arguments that are phrases already.
    pub(crate) fn with(
        &self,
        message: &Message,
        extra: &[(&'static str, Phrase)],
    ) -> Result<Phrase, TextError> {
        self.texts.phrase_with(message, extra, &self.directory)
    }

    /// A word of a closed list: the message `prefix-word`.
    pub(crate) fn word(&self, prefix: &str, word: &str) -> Result<Phrase, TextError> {
        self.say(&format!("{prefix}-{word}"))
    }

    /// The sentence of an answer.
    pub(crate) fn statement<V>(&self, answer: &Answer<V>) -> Result<Statement, TextError> {
        self.message(&answer.statement).map(Statement)
    }

    /// The sentence about what the sheets alone show.
    pub(crate) fn standing(&self, statement: &Message) -> Result<Statement, TextError> {
        self.message(statement).map(Statement)
    }

    pub(crate) fn option(&self, id: &str) -> Phrase {
        self.directory.option(id)
    }

    pub(crate) fn options(&self, ids: &[String]) -> Result<Phrase, TextError> {
        let names: Vec<Phrase> = ids.iter().map(|id| self.option(id)).collect();
        self.texts.list(&names)
    }

    pub(crate) fn register(&self, id: &str) -> Phrase {
        self.directory.register(id)
    }

    pub(crate) fn integer(&self, value: impl Into<i128>) -> Phrase {
        Phrase::words(number::integer(value.into(), self.language()))
    }

    /// A count, or the word for what is not known.
    pub(crate) fn known(&self, value: Option<u64>) -> Result<Phrase, TextError> {
        match value {
            Some(value) => Ok(self.integer(value)),
            None => self.say("report-unknown"),
        }
    }

    pub(crate) fn share(&self, value: Exact) -> Phrase {
        Phrase::words(number::share(value, self.language()))
    }

    pub(crate) fn known_share(&self, value: Option<Exact>) -> Result<Phrase, TextError> {
        value.map_or_else(|| self.say("report-unknown"), |value| Ok(self.share(value)))
    }

    pub(crate) fn percent(&self, value: PrintedPercent) -> Phrase {
        Phrase::words(number::printed_percent(value, self.language()))
    }

    pub(crate) fn real(&self, value: Real) -> Result<Phrase, TextError> {
        number::real(value, self.language()).map_or_else(
            || self.say("report-unknown"),
            |text| Ok(Phrase::words(text)),
        )
    }

    pub(crate) fn real_share(&self, value: Real) -> Result<Phrase, TextError> {
        number::real_share(value, self.language()).map_or_else(
            || self.say("report-unknown"),
            |text| Ok(Phrase::words(text)),
        )
    }

    pub(crate) fn date(&self, date: Date) -> Result<Phrase, TextError> {
        self.texts.date(date)
    }

    /// An interval of votes; its ends may be unknown.
    pub(crate) fn interval(
        &self,
        low: Option<u64>,
        high: Option<u64>,
    ) -> Result<Phrase, TextError> {
        let message = Message::new(match (low, high) {
            (Some(low), Some(high)) if low == high => return Ok(self.integer(low)),
            (Some(_), Some(_)) => "report-interval",
            (Some(_), None) => "report-at-least",
            (None, Some(_)) => "report-at-most",
            (None, None) => "report-unknown",
        });
        let mut extra = Vec::new();
        if let Some(low) = low {
            extra.push(("low", self.integer(low)));
        }
        if let Some(high) = high {
            extra.push(("high", self.integer(high)));
        }
        self.with(&message, &extra)
    }
}
