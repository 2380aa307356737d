//! The tree as XML. Writing to a string cannot fail, so results are dropped.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::tree::{Member, Object};

const NAMESPACE: &str = "http://itl.nist.gov/ns/voting/1500-100/v2";
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// Undetermined (ISO 639-2), since a folder does not name the language of its names.
pub(super) const LANGUAGE: &str = "und";

/// A whole document with one line break at the end.
pub(super) fn document(report: &Object) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let attributes = format!(" xmlns=\"{NAMESPACE}\" xmlns:xsi=\"{INSTANCE}\"");
    object(report.class, &attributes, report, 0, &mut out);
    out
}

fn object(name: &str, attributes: &str, of: &Object, depth: usize, out: &mut String) {
    indent(depth, out);
    out.push('<');
    out.push_str(name);
    out.push_str(attributes);
    if let Some(id) = &of.id {
        let _ = write!(out, " ObjectId=\"{id}\"");
    }
    if of.is_derived {
        let _ = write!(out, " xsi:type=\"{}\"", of.class);
    }
    out.push_str(">\n");
    for (name, value) in &of.members {
        member(name, value, depth + 1, out);
    }
    indent(depth, out);
    let _ = writeln!(out, "</{name}>");
}

fn member(name: &str, value: &Member, depth: usize, out: &mut String) {
    match value {
        Member::Text(text) | Member::Reference(text) => leaf(name, &clean(text), depth, out),
        Member::References(ids) => leaf(name, &ids.join(" "), depth, out),
        Member::Integer(number) => leaf(name, &number.to_string(), depth, out),
        Member::Switch(on) => leaf(name, if *on { "true" } else { "false" }, depth, out),
        Member::Many(many) => {
            for one in many {
                object(name, "", one, depth, out);
            }
        }
        Member::Name(text) => {
            indent(depth, out);
            let text = clean(text);
            let _ = writeln!(
                out,
                "<{name}><Text Language=\"{LANGUAGE}\">{}</Text></{name}>",
                escape(text.as_str())
            );
        }
    }
}

fn leaf(name: &str, text: &str, depth: usize, out: &mut String) {
    indent(depth, out);
    let _ = writeln!(out, "<{name}>{}</{name}>", escape(text));
}

fn indent(depth: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', depth * 2));
}

/// Text with every character that XML 1.0 does not know (section 2.2) replaced.
fn clean(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'.. => letter,
            _ => '\u{fffd}',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_control_characters_in_names_stay_text() {
        let report = Object::new("R").with("Name", Member::Name("a<b & \u{0}c]]>".to_owned()));
        let text = document(&report);
        assert!(
            text.contains("a&lt;b &amp; \u{fffd}c]]&gt;</Text>"),
            "{text}"
        );
    }
}
