//! Speaks one language about one contest: messages with the names of its options and registers.

use std::collections::BTreeMap;

use scrutineer_audit::{Answer, ContestReport, OptionInfo};
use scrutineer_model::{Date, Exact, Message, PrintedPercent, Real, Value};

use crate::phrase::Phrase;
use crate::texts::{Directory, Named};
use crate::{Language, TextError, Texts, number};

/// The most words in the sentence of an answer: what a person can quote.
const WORDS: usize = 50;

/// Words that are kept of a name with which alone the sentence would be longer.
const NAME_WORDS: usize = 8;

fn words(phrase: &Phrase) -> usize {
    phrase.to_string().split_whitespace().count()
}

/// Texts together with the names of a contest.
pub struct Voice<'a> {
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
    pub fn general(texts: &'a Texts) -> Self {
        Self {
            texts,
            directory: Directory::default(),
        }
    }

    /// With the names of options alone.
    pub fn naming(texts: &'a Texts, options: &[OptionInfo]) -> Self {
        let mut directory = Directory::default();
        for option in options {
            directory.name_option(&option.id, &option.name);
        }
        Self { texts, directory }
    }

    /// With the names of `contest`.
    pub fn of(texts: &'a Texts, contest: &ContestReport) -> Self {
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

    /// The language that it speaks.
    pub fn language(&self) -> Language {
        self.texts.language()
    }

    /// The message files that it speaks from.
    pub fn texts(&self) -> &Texts {
        self.texts
    }

    /// A message without arguments.
    pub fn say(&self, id: &str) -> Result<Phrase, TextError> {
        self.message(&Message::new(id))
    }

    /// A message.
    pub fn message(&self, message: &Message) -> Result<Phrase, TextError> {
        self.texts.phrase(message, &self.directory)
    }

    /// A message with arguments that are phrases already.
    pub fn with(&self, message: &Message, extra: &[(&str, Phrase)]) -> Result<Phrase, TextError> {
        self.texts.phrase_with(message, extra, &self.directory)
    }

    /// A word of a closed list: the message `prefix-word`.
    pub fn word(&self, prefix: &str, word: &str) -> Result<Phrase, TextError> {
        self.say(&format!("{prefix}-{word}"))
    }

    /// The sentence of an answer.
    pub(crate) fn statement<V>(&self, answer: &Answer<V>) -> Result<Statement, TextError> {
        self.quotable(&answer.statement).map(Statement)
    }

    /// The sentence about what the sheets alone show.
    pub(crate) fn standing(&self, statement: &Message) -> Result<Statement, TextError> {
        self.quotable(statement).map(Statement)
    }

    /// A message in at most [`WORDS`] words: as many names of a list as fit, and how many others. The
    /// tables name them all.
    fn quotable(&self, message: &Message) -> Result<Phrase, TextError> {
        let mut phrase = self.message(message)?;
        let lists = message.args.values().filter_map(|value| match value {
            Value::List(items) => Some(items.len()),
            _ => None,
        });
        let longest = lists.max().unwrap_or(0);
        let whole = (1..longest).rev().map(|names| (names, usize::MAX));
        let mut shorter = whole.chain([(1, NAME_WORDS)]);
        while words(&phrase) > WORDS
            && let Some((names, each)) = shorter.next()
        {
            let mut extra = Vec::new();
            for (name, value) in &message.args {
                if let Value::List(items) = value
                    && !items.is_empty()
                {
                    extra.push((name.as_str(), self.first_of(name, items, names, each)?));
                }
            }
            phrase = self.with(message, &extra)?;
        }
        Ok(phrase)
    }

    /// The first `names` items of the argument `name`, `each` word of them, and how many others.
    fn first_of(
        &self,
        name: &str,
        items: &[String],
        names: usize,
        each: usize,
    ) -> Result<Phrase, TextError> {
        let mut shown: Vec<Phrase> = Vec::new();
        for item in items.iter().take(names) {
            let phrase = match self.directory.resolve(name, item) {
                Named::Data(phrase) => phrase,
                Named::Keyword(_) | Named::Date(_) => Phrase::data(item),
            };
            shown.push(if words(&phrase) > each {
                let text = phrase.to_string();
                let kept: Vec<&str> = text.split_whitespace().take(each).collect();
                Phrase::data(&format!("{}\u{2026}", kept.join(" ")))
            } else {
                phrase
            });
        }
        let others = items.len().saturating_sub(names);
        if others > 0 {
            shown.push(self.message(&Message::new("report-others").with("count", others as u64))?);
        }
        self.texts.list(&shown)
    }

    /// The name of an option or declared group.
    pub fn option(&self, id: &str) -> Phrase {
        self.directory.option(id)
    }

    /// The names of options as a list.
    pub fn options(&self, ids: &[String]) -> Result<Phrase, TextError> {
        let names: Vec<Phrase> = ids.iter().map(|id| self.option(id)).collect();
        self.texts.list(&names)
    }

    /// A total of the register with its number.
    pub fn register(&self, id: &str) -> Phrase {
        self.directory.register(id)
    }

    /// A count, with the separators of the language.
    pub fn integer(&self, value: impl Into<i128>) -> Phrase {
        Phrase::words(number::integer(value.into(), self.language()))
    }

    /// A count, or the word for what is not known.
    pub fn known(&self, value: Option<u64>) -> Result<Phrase, TextError> {
        match value {
            Some(value) => Ok(self.integer(value)),
            None => self.say("report-unknown"),
        }
    }

    /// A share in percent, two decimals.
    pub fn share(&self, value: Exact) -> Phrase {
        Phrase::words(number::share(value, self.language()))
    }

    /// A share, or the word for what is not known.
    pub fn known_share(&self, value: Option<Exact>) -> Result<Phrase, TextError> {
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

    /// A date in words.
    pub fn date(&self, date: Date) -> Result<Phrase, TextError> {
        self.texts.date(date)
    }

    /// An interval of votes; its ends may be unknown.
    pub fn interval(&self, low: Option<u64>, high: Option<u64>) -> Result<Phrase, TextError> {
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
