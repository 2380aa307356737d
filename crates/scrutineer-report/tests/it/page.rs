//! The HTML file: balanced, self-contained, accessible.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_report::{Language, brief_html, html};

use crate::fixture::{every, report};

/// A tag of a document.
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) closes: bool,
    pub(crate) attributes: BTreeMap<String, String>,
}

/// The tags of a document; enough of HTML for documents that quote every attribute.
pub(crate) fn tags(document: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = document;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let end = rest.find('>').expect("every tag ends");
        let inside = &rest[..end];
        rest = &rest[end + 1..];
        if inside.starts_with('!') {
            continue;
        }
        let closes = inside.starts_with('/');
        let inside = inside.trim_start_matches('/');
        let (name, mut list) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut attributes = BTreeMap::new();
        while let Some((key, tail)) = list.split_once("=\"") {
            let (value, after) = tail.split_once('"').expect("every attribute is quoted");
            let key = key.trim().to_owned();
            assert!(attributes.insert(key, value.to_owned()).is_none());
            list = after;
        }
        assert_eq!(list.trim(), "", "in <{inside}>");
        tags.push(Tag {
            name: name.to_owned(),
            closes,
            attributes,
        });
        if name == "style" && !closes {
            let end = rest.find("</style>").expect("the style ends");
            rest = &rest[end..];
        }
    }
    tags
}

/// Every opened element is closed in order, and no id occurs twice.
pub(crate) fn assert_well_formed(document: &str) {
    let mut open = Vec::new();
    let mut ids = BTreeSet::new();
    for tag in tags(document) {
        if let Some(id) = tag.attributes.get("id") {
            assert!(ids.insert(id.clone()), "id {id} occurs twice");
        }
        if tag.closes {
            assert_eq!(open.pop(), Some(tag.name), "elements close in order");
        } else if tag.name != "meta" {
            open.push(tag.name);
        }
    }
    assert!(open.is_empty(), "{open:?} never close");
}

fn documents() -> Vec<(Language, String)> {
    let mut documents = Vec::new();
    for value in every() {
        let report = report(value);
        for language in Language::ALL {
            documents.push((language, html(&report, language).unwrap()));
            documents.push((language, brief_html(&report, language).unwrap()));
        }
    }
    documents
}

#[test]
fn elements_nest_and_ids_are_unique() {
    for (_, document) in documents() {
        assert_well_formed(&document);
    }
    let wrong = ["<p><b></p></b>", "<p>", "<p id=\"a\"></p><p id=\"a\"></p>"];
    for document in wrong {
        let caught = std::panic::catch_unwind(|| assert_well_formed(document));
        assert!(caught.is_err(), "the checker must catch {document}");
    }
}

#[test]
fn nothing_is_loaded_run_or_sent() {
    for (_, document) in documents() {
        for tag in tags(&document) {
            let forbidden = [
                "script",
                "link",
                "img",
                "iframe",
                "object",
                "embed",
                "form",
                "base",
                "audio",
                "video",
                "use",
                "image",
                "foreignObject",
            ];
            assert!(!forbidden.contains(&tag.name.as_str()), "<{}>", tag.name);
            for (name, value) in &tag.attributes {
                assert!(!name.starts_with("on") && name != "style", "{name}");
                let value = value.to_lowercase();
                assert!(
                    !value.contains("http:") && !value.contains("https:"),
                    "{value}"
                );
                assert!(!value.contains("javascript:"), "{value}");
                if ["href", "src"].contains(&name.as_str()) {
                    assert!(value.starts_with('#'), "{value}");
                }
            }
        }
    }
}

#[test]
fn the_policy_allows_only_the_style_sheet_of_the_page() {
    for (_, document) in documents() {
        let policies: Vec<String> = tags(&document)
            .into_iter()
            .filter_map(|mut tag| {
                let is_policy = tag.attributes.get("http-equiv").map(String::as_str)
                    == Some("Content-Security-Policy");
                is_policy.then(|| tag.attributes.remove("content").unwrap_or_default())
            })
            .collect();
        let [policy] = policies.as_slice() else {
            panic!("one policy expected, found {policies:?}");
        };
        let policy = policy.replace("&#39;", "'");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"));
        assert!(!policy.contains("unsafe"));
    }
}

#[test]
fn links_lead_to_places_of_the_page() {
    for (_, document) in documents() {
        let tags = tags(&document);
        let ids: BTreeSet<&String> = tags
            .iter()
            .filter_map(|tag| tag.attributes.get("id"))
            .collect();
        for tag in &tags {
            for name in ["href", "aria-labelledby"] {
                for target in tag
                    .attributes
                    .get(name)
                    .into_iter()
                    .flat_map(|all| all.split(' '))
                {
                    let target = target.trim_start_matches('#').to_owned();
                    assert!(ids.contains(&target), "{target} is no id of the page");
                }
            }
        }
    }
}

#[test]
fn a_reader_without_eyes_or_colours_has_the_same_page() {
    for (language, document) in documents() {
        let tags = tags(&document);
        let count = |name: &str| {
            tags.iter()
                .filter(|tag| tag.name == name && !tag.closes)
                .count()
        };
        let html = tags.iter().find(|tag| tag.name == "html").unwrap();
        assert_eq!(html.attributes["lang"], language.tag());
        assert_eq!(
            (count("h1"), count("main"), count("header"), count("footer")),
            (1, 1, 1, 1)
        );
        assert_eq!(count("table"), count("caption"));
        for tag in tags.iter().filter(|tag| tag.name == "th" && !tag.closes) {
            assert!(tag.attributes.contains_key("scope"));
        }
        for tag in tags.iter().filter(|tag| tag.name == "svg" && !tag.closes) {
            let named = tag.attributes.contains_key("aria-labelledby");
            let hidden = tag.attributes.get("aria-hidden").map(String::as_str) == Some("true");
            assert!(named || hidden);
        }
        assert!(count("desc") <= count("title"));
        let mut level = 0;
        for tag in tags.iter().filter(|tag| !tag.closes) {
            if let Some(next) = tag
                .name
                .strip_prefix('h')
                .and_then(|rest| rest.parse::<u32>().ok())
            {
                assert!(next <= level + 1, "a heading skips a level");
                level = next;
            }
        }
    }
}
