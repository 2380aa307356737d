//! The field tables of `spec/log-entry.md`.

use std::fmt::Write;

use crate::entry::shape::objects::{KINDS, PARTS};
use crate::entry::shape::{Object, Shape};

/// The tables of every kind and of the objects inside, as Markdown.
pub fn render_fields() -> String {
    let mut out = String::new();
    for (kind, object) in KINDS {
        let _ = writeln!(out, "\n### `{}`\n", kind.word());
        table(object, &mut out);
    }
    out.push_str("\n## Objects inside entries\n");
    for object in PARTS {
        let _ = writeln!(out, "\n### {}\n", object.name);
        table(object, &mut out);
    }
    out
}

fn table(object: &Object, out: &mut String) {
    let _ = writeln!(out, "{}\n\n| key | value | |\n|---|---|---|", object.about);
    for field in object.fields {
        let optional = if field.required { "" } else { ", optional" };
        let _ = writeln!(
            out,
            "| `{}` | {}{optional} | {} |",
            field.name,
            words(&field.shape),
            field.about
        );
    }
}

fn words(shape: &Shape) -> String {
    let list = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        words.join(", ")
    };
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Special(special) => special.expected.to_owned(),
        Shape::Words(all) => list(all),
        Shape::Integer(least, most) if least == most => least.to_string(),
        Shape::Integer(0, most) if *most == super::objects::LARGEST => "number".to_owned(),
        Shape::Integer(least, most) => format!("{least} to {most}"),
        Shape::Count { absent: false } => "count or `null`".to_owned(),
        Shape::Count { absent: true } => "count, `null` or `not-on-form`".to_owned(),
        Shape::Nullable(inner) => format!("{} or `null`", words(inner)),
        Shape::List(inner) => format!("array of: {}", words(inner)),
        Shape::Map(inner) => format!("object by id, of: {}", words(inner)),
        Shape::Keyed(keys, inner) => {
            format!("object by {}, of: {}", list(keys), words(inner))
        }
        Shape::Object(object) => object.name.to_owned(),
        Shape::Argument => "value of a finding".to_owned(),
        Shape::Record => "a record of the data set, in full".to_owned(),
    }
}
