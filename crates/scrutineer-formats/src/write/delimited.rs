// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Delimited text: commas, quotes where needed, one line feed after each record.

/// Appends one record. A field is quoted where it holds a comma, a quote or a line end, where it
/// begins or ends with a blank, or where it is the only field and empty.
pub fn delimited_line<T: AsRef<str>>(fields: &[T], into: &mut String) {
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            into.push(',');
        }
        let field = field.as_ref();
        let alone = fields.len() == 1 && field.is_empty();
        if alone || needs_quotes(field) {
            into.push('"');
            into.push_str(&field.replace('"', "\"\""));
            into.push('"');
        } else {
            into.push_str(field);
        }
    }
    into.push('\n');
}

fn needs_quotes(field: &str) -> bool {
    field.contains([',', '"', '\n', '\r'])
        || field.starts_with([' ', '\t', '\u{feff}'])
        || field.ends_with([' ', '\t'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_needs_quotes_has_them() {
        let mut line = String::new();
        delimited_line(&["a", "", "b,c", "say \"x\"", " d"], &mut line);
        delimited_line(&[""], &mut line);
        assert_eq!(line, "a,,\"b,c\",\"say \"\"x\"\"\",\" d\"\n\"\"\n");
    }
}
