//! Sentences of the message files, for people.

use std::fmt::Display;

use scrutineer_model::{Message, Value};
use scrutineer_report::Texts;

/// The sentence of a message. A message that cannot be formatted shows its id and its arguments
/// rather than nothing: it may be an error that a person needs.
pub(crate) fn sentence(texts: &Texts, message: &Message) -> String {
    texts
        .message(message)
        .unwrap_or_else(|_| format!("{} {:?}", message.id, message.args))
}

/// The sentence of a message without arguments.
pub(crate) fn plain(texts: &Texts, id: &str) -> String {
    sentence(texts, &Message::new(id))
}

/// A message with text arguments.
pub(crate) fn filled(texts: &Texts, id: &str, pairs: &[(&str, &dyn Display)]) -> String {
    let mut message = Message::new(id);
    for (name, value) in pairs {
        message = message.with(name, Value::Text(value.to_string()));
    }
    sentence(texts, &message)
}
