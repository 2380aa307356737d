//! The message files, and messages made into phrases.
//!
//! Isolation marks of fluent are off: data carries our own marks until a renderer turns them into
//! `<bdi>` or drops them.

mod arguments;
mod source;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use scrutineer_model::{Message, Value};

pub(crate) use arguments::{Directory, Named};
pub(crate) use source::files;
pub use source::{message_ids, template};

use crate::{Language, number, phrase::Phrase};

/// A sentence could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// The id stands in no message file of the language.
    #[error("message {id} is missing in language {language}")]
    Missing {
        /// The id.
        id: String,
        /// The tag of the language.
        language: &'static str,
    },
    /// The message asks for something that was not given.
    #[error("message {id} in language {language}: expected all its arguments, found {found}")]
    Argument {
        /// The id.
        id: String,
        /// The tag of the language.
        language: &'static str,
        /// What fluent says, or which argument is absent.
        found: String,
    },
}

/// The messages of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// What an absent argument is to a selector: `{ $expected -> [none] ... *[other] ... }`.
const ABSENT: &str = "none";

/// What is printed where a message prints an absent argument, so that the error is seen.
const ABSENT_MARK: &str = "\u{fffc}";

impl Texts {
    /// The messages of `language`.
    ///
    /// # Panics
    /// Never with the message files of this crate: they are part of the program and a test reads
    /// each.
    pub fn new(language: Language) -> Self {
        let locale = language.tag().parse().expect("tags are language ids");
        let mut bundle = FluentBundle::new(vec![locale]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| format_value(value, Language::English),
            Language::Spanish => |value, _| format_value(value, Language::Spanish),
        }));
        for file in files(language) {
            let resource = FluentResource::try_new((*file).to_owned())
                .unwrap_or_else(|(resource, _)| resource);
            // An id that occurs twice keeps its first text; a test refuses both defects.
            let _ = bundle.add_resource(resource);
        }
        Self { language, bundle }
    }

    /// Which language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the language has the message.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A message as plain text. Ids of options stay ids; reports resolve them to names.
    pub fn message(&self, message: &Message) -> Result<String, TextError> {
        Ok(self.phrase(message, &Directory::default())?.to_string())
    }

    /// A message without arguments.
    pub fn text(&self, id: &str) -> Result<String, TextError> {
        self.message(&Message::new(id))
    }

    /// A message as a phrase, with ids resolved by `directory`.
    pub(crate) fn phrase(
        &self,
        message: &Message,
        directory: &Directory,
    ) -> Result<Phrase, TextError> {
        self.phrase_with(message, &[], directory)
    }

    /// A message as a phrase; `extra` are arguments that are phrases already.
    pub(crate) fn phrase_with(
        &self,
        message: &Message,
        extra: &[(&str, Phrase)],
        directory: &Directory,
    ) -> Result<Phrase, TextError> {
        let language = self.language.tag();
        let missing = || TextError::Missing {
            id: message.id.clone(),
            language,
        };
        let argument = |found: String| TextError::Argument {
            id: message.id.clone(),
            language,
            found,
        };
        let pattern = self
            .bundle
            .get_message(&message.id)
            .and_then(|found| found.value())
            .ok_or_else(missing)?;
        let mut args = FluentArgs::new();
        for name in arguments::OPTIONAL {
            args.set(name, ABSENT);
        }
        for (name, value) in &message.args {
            args.set(name.clone(), self.value(name, value, directory)?);
        }
        for (name, phrase) in extra {
            args.set(*name, phrase.to_marked());
        }
        let mut errors = Vec::new();
        // Written and not formatted: formatting would pass plain texts to the formatter as well.
        let mut text = String::new();
        self.bundle
            .write_pattern(&mut text, pattern, Some(&args), &mut errors)
            .map_err(|error| argument(error.to_string()))?;
        if let Some(error) = errors.first() {
            return Err(argument(error.to_string()));
        }
        if text.contains(ABSENT_MARK) {
            return Err(argument("an absent argument that is printed".to_owned()));
        }
        Ok(Phrase::from_marked(&text))
    }

    fn value(
        &self,
        name: &str,
        value: &Value,
        directory: &Directory,
    ) -> Result<FluentValue<'static>, TextError> {
        let text = match value {
            Value::Integer(integer) => return Ok(plural(*integer, self.language)),
            Value::Real(real) => number::real(*real, self.language).unwrap_or_default(),
            Value::Share(share) => number::share(*share, self.language),
            Value::Text(text) => match directory.resolve(name, text) {
                Named::Keyword(word) => word,
                Named::Data(phrase) => phrase.to_marked(),
                Named::Date(date) => self.date(date)?.to_marked(),
            },
            Value::List(items) if items.is_empty() => ABSENT.to_owned(),
            Value::List(items) => {
                let items: Vec<Phrase> = items
                    .iter()
                    .map(|item| match directory.resolve(name, item) {
                        Named::Data(phrase) => phrase,
                        Named::Keyword(_) | Named::Date(_) => Phrase::data(item),
                    })
                    .collect();
                self.list(&items)?.to_marked()
            }
        };
        Ok(FluentValue::String(text.into()))
    }

    /// Items joined as the language joins a list.
    pub(crate) fn list(&self, items: &[Phrase]) -> Result<Phrase, TextError> {
        let Some((last, head)) = items.split_last() else {
            return Ok(Phrase::default());
        };
        let mut out = Phrase::default();
        for (position, item) in head.iter().enumerate() {
            if position > 0 {
                out = out.then(Phrase::words(", "));
            }
            out = out.then(item.clone());
        }
        if !head.is_empty() {
            let and = self.text("report-and")?;
            out = out.then(Phrase::words(format!(" {and} ")));
        }
        Ok(out.then(last.clone()))
    }

    /// A date in words: `2 August 2024`.
    pub(crate) fn date(&self, date: scrutineer_model::Date) -> Result<Phrase, TextError> {
        let text = date.to_string();
        let mut parts = text.split('-');
        let (year, month, day) = (
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
        );
        let month = self.text(&format!("report-month-{month}"))?;
        let day = day.trim_start_matches('0');
        self.phrase_with(
            &Message::new("report-date"),
            &[
                ("day", Phrase::words(day)),
                ("month", Phrase::words(month)),
                ("year", Phrase::words(year)),
            ],
            &Directory::default(),
        )
    }
}

/// Numbers that a double holds exactly select their plural; larger ones arrive as digits and take
/// the general form, which is theirs in both languages.
fn plural(integer: i64, language: Language) -> FluentValue<'static> {
    const EXACT: i64 = 1 << 53;
    if (-EXACT..=EXACT).contains(&integer) {
        FluentValue::from(integer)
    } else {
        FluentValue::String(number::integer(i128::from(integer), language).into())
    }
}

fn format_value(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        // Only `plural` makes numbers, all of them integers within 2^53, and literals in messages
        // are integers too.
        FluentValue::Number(held) => {
            let exact: i128 = format!("{:.0}", held.value).parse().ok()?;
            Some(number::integer(exact, language))
        }
        FluentValue::String(text) if text == ABSENT => Some(ABSENT_MARK.to_owned()),
        _ => None,
    }
}
