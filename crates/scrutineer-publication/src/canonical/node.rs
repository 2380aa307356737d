//! A value of JSON as read, right or wrong.

/// A value of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// `null`.
    Null,
    /// An integer.
    Integer(i128),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object in the order of its bytes; a key may stand twice.
    Map(Vec<(String, Node)>),
    /// What no entry has: a fraction, `true` or `false`. Reported already.
    Other,
}

impl Node {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(members) => members
                .iter()
                .find(|(held, _)| held == key)
                .map(|(_, node)| node),
            _ => None,
        }
    }

    /// What it is, for messages.
    pub fn describe(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Integer(integer) => integer.to_string(),
            Self::Text(text) => format!("{:?}", text.chars().take(40).collect::<String>()),
            Self::List(items) => format!("an array of {}", items.len()),
            Self::Map(_) => "an object".to_owned(),
            Self::Other => "a fraction or a truth value".to_owned(),
        }
    }
}
