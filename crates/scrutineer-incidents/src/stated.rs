//! What is wrong with a file of settings: where in it, and what was expected.

use scrutineer_model::Message;

/// One problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// Where, in the keys of the file or as `LINE:COLUMN`.
    pub place: String,
    /// What was expected.
    pub message: Message,
}

impl Stated {
    pub(crate) fn new(place: impl Into<String>, message: Message) -> Self {
        Self {
            place: place.into(),
            message,
        }
    }

    /// The text is no file of this kind.
    pub(crate) fn shape(error: &serde_json::Error, id: &str) -> Self {
        let place = format!("{}:{}", error.line(), error.column());
        Self::new(place, Message::new(id))
    }
}
