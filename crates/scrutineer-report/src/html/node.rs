//! Elements that close and text that is escaped, by construction.

use std::fmt;

use crate::phrase::{Phrase, Piece, clean};

/// An element with its attributes and children.
#[derive(Clone, Debug)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

#[derive(Clone, Debug)]
enum Node {
    Element(Element),
    Text(String),
    /// The style sheet of this crate, whose bytes the policy names by digest.
    Style(&'static str),
}

/// Elements without an end tag.
const VOID: [&str; 4] = ["img", "input", "link", "meta"];

impl Element {
    /// An element without attributes and children; its name is part of the program.
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            children: Vec::new(),
        }
    }

    /// With an attribute; its name is part of the program, its value may be anything.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, clean(value)));
        self
    }

    /// With an element behind what it has.
    #[must_use]
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// With text behind what it has.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Node::Text(clean(text)));
        self
    }

    /// Words as text, data inside `<bdi>`, so that a name written from right to left moves nothing
    /// around it.
    #[must_use]
    pub fn phrase(mut self, phrase: &Phrase) -> Self {
        for piece in phrase.pieces() {
            self = match piece {
                Piece::Words(text) => self.text(text),
                Piece::Data(text) => self.child(Element::new("bdi").text(text)),
            };
        }
        self
    }

    /// With all of `children` behind what it has.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    pub(super) fn style(mut self, css: &'static str) -> Self {
        self.children.push(Node::Style(css));
        self
    }
}

impl fmt::Display for Element {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "<{}", self.name)?;
        for (name, value) in &self.attributes {
            write!(out, " {name}=\"")?;
            escape(value, out)?;
            out.write_str("\"")?;
        }
        out.write_str(">")?;
        if VOID.contains(&self.name) {
            return Ok(());
        }
        for child in &self.children {
            match child {
                Node::Element(element) => element.fmt(out)?,
                Node::Text(text) => escape(text, out)?,
                Node::Style(css) => out.write_str(css)?,
            }
        }
        write!(out, "</{}>", self.name)?;
        // Line breaks only where white space means nothing.
        if BLOCKS.contains(&self.name) {
            out.write_str("\n")?;
        }
        Ok(())
    }
}

const BLOCKS: [&str; 16] = [
    "head", "title", "style", "header", "nav", "section", "main", "footer", "p", "ul", "ol", "li",
    "tr", "table", "figure", "h2",
];

fn escape(text: &str, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (plain, tail) = rest.split_at(at);
        out.write_str(plain)?;
        let mut after = tail.chars();
        out.write_str(match after.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            _ => "&#39;",
        })?;
        rest = after.as_str();
    }
    out.write_str(rest)
}

/// A text as an id: letters, digits, hyphens; everything else becomes its code in hexadecimal, so
/// that different texts stay different ids.
pub fn id(text: &str) -> String {
    use fmt::Write as _;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            out.push(c);
        } else {
            let _ = write!(out, "_{:x}_", u32::from(c));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_cannot_leave_their_place() {
        let element = Element::new("p")
            .attr("title", "\"><b>")
            .text("</p><script>")
            .phrase(&Phrase::data("<i>&'"));
        assert_eq!(
            element.to_string(),
            "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;/p&gt;&lt;script&gt;<bdi>&lt;i&gt;&amp;&#39;</bdi></p>\n"
        );
    }

    #[test]
    fn different_texts_are_different_ids() {
        assert_eq!(id("bulletin-1"), "bulletin-1");
        assert_ne!(id("a.b"), id("a b"));
        assert_eq!(id("a b"), "a_20_b");
    }
}
