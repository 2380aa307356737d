//! The document as a tree that both encodings print: members in the order of the XML schema, which
//! JSON does not mind.

use std::fmt::Write as _;

/// An object of the model, called a class in the standard.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Object {
    /// Name of the class, such as `VoteCounts`.
    pub(super) class: &'static str,
    /// Whether the schema has an abstract class in its place, so that XML must name the class.
    pub(super) is_derived: bool,
    /// `ObjectId` in XML, `@id` in JSON.
    pub(super) id: Option<String>,
    /// In the order of the XML schema.
    pub(super) members: Vec<(&'static str, Member)>,
}

/// The value of a member.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Member {
    /// Text, a date or a word of a closed list.
    Text(String),
    /// A reference to one object.
    Reference(String),
    /// References to objects; an empty list is left out.
    References(Vec<String>),
    /// A number.
    Integer(u64),
    /// A switch.
    Switch(bool),
    /// Objects; an empty list is left out.
    Many(Vec<Object>),
    /// Text in the language of the folder, which the folder does not name.
    Name(String),
}

impl Object {
    pub(super) fn new(class: &'static str) -> Self {
        Self {
            class,
            is_derived: false,
            id: None,
            members: Vec::new(),
        }
    }

    /// An object in the place of an abstract class.
    pub(super) fn derived(class: &'static str, id: String) -> Self {
        Self {
            class,
            is_derived: true,
            id: Some(id),
            members: Vec::new(),
        }
    }

    pub(super) fn with_id(mut self, id: String) -> Self {
        self.id = Some(id);
        self
    }

    pub(super) fn with(mut self, name: &'static str, member: Member) -> Self {
        let is_left_out = match &member {
            Member::References(list) => list.is_empty(),
            Member::Many(list) => list.is_empty(),
            _ => false,
        };
        if !is_left_out {
            self.members.push((name, member));
        }
        self
    }

    /// A member that is not known is left out.
    pub(super) fn with_known(self, name: &'static str, count: Option<u32>) -> Self {
        match count {
            Some(count) => self.with(name, Member::Integer(u64::from(count))),
            None => self,
        }
    }
}

/// An id that XML accepts: a letter first, then letters, digits, `-`, `.` and `_`. Every other byte is
/// `_` and two hexadecimal digits, `_` itself too, so that different texts keep different ids.
pub(super) fn id(prefix: &str, text: &str) -> String {
    let mut id = format!("{prefix}-");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.' {
            id.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(id, "_{byte:02x}");
        }
    }
    id
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn ids_of_different_texts_differ() {
        let ids = ["01:1", "01_3a1", "01-1", "0_1:1", "é"].map(|text| id("s", text));
        assert_eq!(ids[0], "s-01_3a1");
        assert_eq!(ids[1], "s-01_5f3a1");
        let distinct: std::collections::BTreeSet<&String> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len());
    }
}
