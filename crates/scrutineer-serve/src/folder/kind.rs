//! What a file is and how long a copy of it may be kept, by where it stands.

/// How long a copy may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// For ever: its name says its content, or it never changes.
    Immutable,
    /// Shortly: it says what is the latest.
    Pointer,
}

impl Keeping {
    /// The field `Cache-Control` that says so.
    pub fn field(self) -> &'static str {
        match self {
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Pointer => "public, max-age=20, stale-while-revalidate=60",
        }
    }
}

/// What is known of a file by its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// The media type.
    pub(super) media: &'static str,
    /// Whether it is text, which compression makes smaller.
    pub(super) is_text: bool,
    /// Whether it is a page that may load files.
    pub(super) is_page: bool,
    /// Whether it is a drawing with styles of its own.
    pub(super) is_drawing: bool,
    /// How long a copy may be kept.
    pub(super) keeping: Keeping,
    /// The name for people of a file that is named by its digest.
    pub(super) download: Option<String>,
}

/// Media type and whether it is text, by the end of a name. What is not listed is bytes: no browser
/// then shows or runs it.
const MEDIA: [(&str, &str, bool); 27] = [
    ("html", "text/html; charset=utf-8", true),
    ("css", "text/css; charset=utf-8", true),
    ("js", "text/javascript; charset=utf-8", true),
    ("mjs", "text/javascript; charset=utf-8", true),
    ("json", "application/json", true),
    ("geojson", "application/geo+json", true),
    ("csv", "text/csv; charset=utf-8", true),
    ("md", "text/markdown; charset=utf-8", true),
    ("txt", "text/plain; charset=utf-8", true),
    ("sql", "text/plain; charset=utf-8", true),
    ("note", "text/plain; charset=utf-8", true),
    ("tlog-proof", "text/plain; charset=utf-8", true),
    ("xml", "application/xml", true),
    ("atom", "application/atom+xml", true),
    ("svg", "image/svg+xml", true),
    ("webmanifest", "application/manifest+json", true),
    ("png", "image/png", false),
    ("ico", "image/x-icon", false),
    ("jpg", "image/jpeg", false),
    ("webp", "image/webp", false),
    ("woff2", "font/woff2", false),
    ("gz", "application/gzip", false),
    ("zip", "application/zip", false),
    ("parquet", "application/vnd.apache.parquet", false),
    ("sqlite", "application/vnd.sqlite3", false),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        false,
    ),
    ("pdf", "application/pdf", false),
];

/// The kind of a file by its names from the folder on. `name_of` gives the name that a release has for
/// a digest.
pub(super) fn of(names: &[String], name_of: impl Fn(&str) -> Option<String>) -> Kind {
    let last = names.last().map_or("", String::as_str);
    let above = names
        .len()
        .checked_sub(2)
        .and_then(|at| names.get(at))
        .map_or("", String::as_str);
    let download = (above == "files" && is_digest(last))
        .then(|| name_of(last))
        .flatten()
        .map(|name| name.rsplit('/').next().unwrap_or_default().to_owned());
    let (media, is_text) = match last {
        "checkpoint" => ("text/plain; charset=utf-8", true),
        _ => media(download.as_deref().unwrap_or(last)),
    };
    Kind {
        media,
        is_text,
        is_page: media.starts_with("text/html"),
        is_drawing: media.starts_with("image/svg"),
        keeping: keeping(names, above, last),
        download: download.map(|name| plain(&name)),
    }
}

fn media(name: &str) -> (&'static str, bool) {
    let end = name.rsplit('.').next().unwrap_or_default();
    MEDIA
        .iter()
        .find(|(known, ..)| name.len() > end.len() && end.eq_ignore_ascii_case(known))
        .map_or(
            ("application/octet-stream", false),
            |(_, media, is_text)| (media, *is_text),
        )
}

/// A name inside quotes of a field.
fn plain(name: &str) -> String {
    let is_plain = |c: &char| c.is_ascii_alphanumeric() || "-_.".contains(*c);
    name.chars().filter(is_plain).collect()
}

fn keeping(names: &[String], above: &str, last: &str) -> Keeping {
    let is_named_by_content = match above {
        "files" => is_digest(last),
        "notices" => last.strip_suffix(".note").is_some_and(is_digest),
        "releases" => is_release(last),
        "a" => is_asset(last),
        _ => is_full_tile(names),
    };
    if is_named_by_content {
        Keeping::Immutable
    } else {
        Keeping::Pointer
    }
}

fn is_hex(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn is_digest(name: &str) -> bool {
    name.len() == 64 && is_hex(name)
}

/// `SIZE-ROOT8.json`.
fn is_release(name: &str) -> bool {
    let parts = name
        .strip_suffix(".json")
        .and_then(|stem| stem.split_once('-'));
    parts.is_some_and(|(size, root)| {
        !size.is_empty()
            && size.bytes().all(|byte| byte.is_ascii_digit())
            && root.len() == 8
            && is_hex(root)
    })
}

/// A name with a digest of 12 to 64 hexadecimal digits between dots or hyphens.
fn is_asset(name: &str) -> bool {
    name.split(['.', '-'])
        .any(|part| (12..=64).contains(&part.len()) && is_hex(part))
}

/// `tile/LEVEL/N` or `tile/entries/N` (C2SP tlog-tiles): groups of three digits, all but the last
/// after an `x`. One that is not full ends in `.p/W`: its bytes do not change either, but it may be
/// gone when the full one is there.
fn is_full_tile(names: &[String]) -> bool {
    let Some(at) = names.iter().rposition(|name| name == "tile") else {
        return false;
    };
    let Some([level, groups @ .., last]) = names.get(at + 1..) else {
        return false;
    };
    let is_group = |group: &str| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit());
    let is_level = level == "entries" || level.bytes().all(|byte| byte.is_ascii_digit());
    is_level
        && is_group(last)
        && groups
            .iter()
            .all(|group| group.strip_prefix('x').is_some_and(is_group))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(path: &str) -> Kind {
        let names: Vec<String> = path.split('/').map(str::to_owned).collect();
        of(&names, |digest| {
            digest
                .starts_with("ab")
                .then(|| "data/csv/x y.csv".to_owned())
        })
    }

    #[test]
    fn what_is_named_by_its_content_is_kept_for_ever_and_nothing_else() {
        let digest = "ab".repeat(32);
        for path in [
            format!("files/{digest}"),
            format!("bundle/files/{digest}"),
            format!("notices/{digest}.note"),
            "releases/3030-04dc3931.json".to_owned(),
            "tile/0/x001/234".to_owned(),
            "tile/entries/011".to_owned(),
            "a/style.0123456789ab.css".to_owned(),
        ] {
            assert_eq!(kind(&path).keeping, Keeping::Immutable, "{path}");
        }
        for path in [
            "checkpoint",
            "latest.json",
            "index.html",
            "en/index.html",
            "files/abc",
            "files/latest.json",
            "releases/latest.json",
            "tile/0/011.p/216",
            "tile/0/11",
            "tile/x/011",
            "blob/ab/abcdef0123456789",
            "a/style.css",
        ] {
            assert_eq!(kind(path).keeping, Keeping::Pointer, "{path}");
        }
    }

    #[test]
    fn a_file_named_by_its_digest_has_the_type_of_its_name_in_the_release() {
        let known = kind(&format!("files/{}", "ab".repeat(32)));
        assert_eq!(known.media, "text/csv; charset=utf-8");
        assert_eq!(known.download.as_deref(), Some("xy.csv"));
        let unknown = kind(&format!("files/{}", "cd".repeat(32)));
        assert_eq!(unknown.media, "application/octet-stream");
        assert_eq!(unknown.download, None);
    }

    #[test]
    fn what_is_not_known_is_bytes() {
        assert_eq!(kind("a/b.exe").media, "application/octet-stream");
        assert_eq!(kind("html").media, "application/octet-stream");
        assert!(kind("a/B.HTML").is_page);
    }
}
