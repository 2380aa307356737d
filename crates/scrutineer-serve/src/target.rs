//! The path of a request as names below a folder.

use std::path::Path;

/// Names from the folder to a file, each fit to be one name on every system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// The names.
    pub(crate) names: Vec<String>,
    /// Whether the path ended with a slash: a folder is meant.
    pub(crate) is_folder: bool,
}

/// Decodes a path. `None` for one that names no file that may be served: with `..`, an empty name
/// inside, a hidden name, a separator or a control inside a name, or bytes that are no text.
pub(crate) fn decode(path: &str) -> Option<Target> {
    let mut names: Vec<String> = Vec::new();
    let path = path.strip_prefix('/')?;
    let (inner, is_folder) = match path.strip_suffix('/') {
        Some(inner) => (inner, true),
        None => (path, path.is_empty()),
    };
    if !inner.is_empty() {
        for raw in inner.split('/') {
            let name = percent_decoded(raw)?;
            if !is_served(&name) {
                return None;
            }
            names.push(name);
        }
    } else if is_folder && !path.is_empty() {
        return None;
    }
    Some(Target { names, is_folder })
}

/// Whether a name may be part of a path that is served.
pub(crate) fn is_served(name: &str) -> bool {
    // `\` and `:` separate and mark drives on some systems, `~` stands for short names there, and a
    // dot or blank at the end is dropped.
    let is_plain = |c: char| !c.is_control() && !['/', '\\', ':'].contains(&c);
    let extension = Path::new(name).extension().and_then(|end| end.to_str());
    let is_private = extension
        .is_some_and(|end| end.eq_ignore_ascii_case("age") || end.eq_ignore_ascii_case("key"));
    !name.is_empty()
        && !name.starts_with('.')
        && !name.ends_with(['.', ' '])
        && name.chars().all(is_plain)
        && !is_private
        && !name.eq_ignore_ascii_case("sealed")
}

/// RFC 3986 section 2.1, once: what decodes to another encoded text stays encoded.
fn percent_decoded(text: &str) -> Option<String> {
    if !text.contains('%') {
        return Some(text.to_owned());
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(path: &str) -> Option<Vec<String>> {
        decode(path).map(|target| target.names)
    }

    #[test]
    fn a_path_is_decoded_once_name_by_name() {
        assert_eq!(names("/a/b%20c"), Some(vec!["a".into(), "b c".into()]));
        assert_eq!(names("/s%C3%AD"), Some(vec!["s\u{ed}".into()]));
        assert_eq!(names("/a%252e"), Some(vec!["a%2e".into()]));
        assert_eq!(decode("/").map(|target| target.is_folder), Some(true));
        assert_eq!(decode("/a/").map(|target| target.is_folder), Some(true));
        assert_eq!(decode("/a").map(|target| target.is_folder), Some(false));
    }

    #[test]
    fn nothing_leads_out_of_the_folder_or_to_what_is_hidden() {
        for path in [
            "/..",
            "/../a",
            "/a/..",
            "/a/../b",
            "/%2e%2e/a",
            "/%2E%2e",
            "/.",
            "/./a",
            "/a/.b",
            "/.git/config",
            "//a",
            "/a//b",
            "//",
            "/a%2fb",
            "/a%5cb",
            "/a\\b",
            "/c:",
            "/c%3A/x",
            "/a%00",
            "/a%0a",
            "/%ff",
            "/%",
            "/%2",
            "/%zz",
            "/a.",
            "/a%20",
            "a",
            "",
            "/sealed/x",
            "/Sealed",
            "/log.key",
            "/x.AGE",
        ] {
            assert_eq!(decode(path), None, "{path}");
        }
    }
}
