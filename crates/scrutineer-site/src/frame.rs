//! What every page has around its content: head, navigation, footer.

use scrutineer_report::{Element, Language, Phrase, TextError};

use crate::address::{base64, up};
use crate::assets::Assets;
use crate::content::Content;
use crate::markup::link;
use crate::page::charts;
use crate::page::conditions;
use crate::words::Words;

/// Nothing is loaded but the site's own style sheet and scripts; nothing is sent or framed.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
     img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// Pages of the navigation: message and address inside a language.
const PAGES: [(&str, &str); 10] = [
    ("site-nav-home", "index.html"),
    ("site-nav-results", "results.html"),
    ("site-nav-declared", "declared.html"),
    ("site-nav-findings", "findings.html"),
    ("site-nav-statistics", "statistics.html"),
    ("site-nav-evidence", "evidence.html"),
    ("site-nav-changes", "changes.html"),
    ("site-nav-verify", "verify.html"),
    ("site-nav-data", "data.html"),
    ("site-nav-about", "about.html"),
];

/// A page before its frame is around it.
pub(crate) struct Page {
    /// Its address inside the folder of a language.
    pub(crate) path: String,
    pub(crate) title: Phrase,
    /// Pages around it, the widest first: name, and address inside the folder of a language.
    pub(crate) around: Vec<(Phrase, String)>,
    pub(crate) main: Vec<Element>,
    /// Scripts that this page has beside that of every page, as paths from the root of the site.
    pub(crate) scripts: Vec<String>,
    /// Whether it says which checkpoint it follows from. Pages of divisions and stations do not: they
    /// would all be others after each release.
    pub(crate) is_stamped: bool,
}

impl Page {
    pub(crate) fn new(path: impl Into<String>, title: Phrase) -> Self {
        Self {
            path: path.into(),
            title,
            around: Vec::new(),
            main: Vec::new(),
            scripts: Vec::new(),
            is_stamped: true,
        }
    }

    /// With an element behind what it has.
    pub(crate) fn push(&mut self, element: Element) {
        self.main.push(element);
    }
}

/// The file of a page in a language.
pub(crate) fn file(tag: &str, path: &str) -> String {
    format!("{tag}/{path}")
}

/// The page as HTML.
pub(crate) fn html(
    page: Page,
    content: &Content<'_>,
    words: &Words<'_>,
    assets: &Assets,
) -> Result<Vec<u8>, TextError> {
    let own = file(words.tag(), &page.path);
    let root = up(&own);
    let home = up(&page.path);
    let name = Phrase::data(&content.report.election.name);
    let title = if page.path == "index.html" {
        page.title.clone()
    } else {
        let of = Phrase::words(" · ").then(name.clone());
        page.title.clone().then(of)
    };
    let mut head = head(&title, &root, assets);
    // Pages of which there are many say less: a release leaves most of them as they are.
    let is_one = !page.path.contains('/');
    if page.is_stamped && is_one {
        let site = content.publisher.and_then(|held| held.site.as_deref());
        let folder = match site {
            Some(site) => format!("{site}{}/", words.tag()),
            None => home.clone(),
        };
        head = head.children(charts::meta(&title, words.statement(), &folder));
    }
    if is_one {
        head = head.child(
            Element::new("link")
                .attr("rel", "alternate")
                .attr("type", "application/atom+xml")
                .attr("title", &words.say("site-nav-changes")?.to_string())
                .attr("href", &format!("{home}changes.atom")),
        );
    }
    let head = head.children(page.scripts.iter().map(|path| script(&root, path)));
    let mut body = Element::new("body").child(
        Element::new("a")
            .attr("class", "skip")
            .attr("href", "#main")
            .phrase(&words.say("site-skip")?),
    );
    let mut header = Element::new("header")
        .child(
            Element::new("p")
                .attr("class", "name")
                .child(link(&format!("{home}index.html"), &name)),
        )
        .child(languages(&page.path, &root, words)?)
        .child(navigation(content, &page, &home, words)?);
    if content.is_demonstration {
        header = header.child(
            Element::new("p")
                .attr("class", "notice")
                .phrase(&words.say("cli-demonstration")?),
        );
    }
    body = body.child(header);
    let mut main = Element::new("main").attr("id", "main");
    if !page.around.is_empty() {
        main = main.child(around(&page.around, &home, words)?);
    }
    main = main
        .child(Element::new("h1").phrase(&page.title))
        .children(page.main);
    let footer = footer(content, page.is_stamped, &home, words)?;
    let html = Element::new("html")
        .attr("lang", words.tag())
        .attr("dir", "ltr")
        .child(head)
        .child(body.child(main).child(footer));
    Ok(format!("<!DOCTYPE html>\n{html}\n").into_bytes())
}

fn head(title: &Phrase, root: &str, assets: &Assets) -> Element {
    let meta = |name: &str, content: &str| {
        Element::new("meta")
            .attr("name", name)
            .attr("content", content)
    };
    Element::new("head")
        .child(Element::new("meta").attr("charset", "utf-8"))
        .child(meta("viewport", "width=device-width, initial-scale=1"))
        .child(
            Element::new("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", POLICY),
        )
        .child(meta("referrer", "no-referrer"))
        .child(meta("color-scheme", "light dark"))
        .child(Element::new("title").text(&title.to_string()))
        .child(
            Element::new("link")
                .attr("rel", "stylesheet")
                .attr("href", &format!("{root}{}", assets.style().path)),
        )
        .child(
            Element::new("link")
                .attr("rel", "icon")
                .attr("href", "data:,"),
        )
        .child(script(root, &assets.script().path))
}

fn script(root: &str, path: &str) -> Element {
    Element::new("script")
        .attr("src", &format!("{root}{path}"))
        .attr("defer", "")
}

fn languages(path: &str, root: &str, words: &Words<'_>) -> Result<Element, TextError> {
    let mut list = Element::new("p").attr("class", "languages");
    for language in Language::ALL {
        let name = words.say(&format!("site-language-{}", language.tag()))?;
        let tag = language.tag();
        list = if language == words.language() {
            list.child(Element::new("b").phrase(&name))
        } else {
            list.child(
                link(&format!("{root}{}", file(tag, path)), &name)
                    .attr("lang", tag)
                    .attr("hreflang", tag),
            )
        }
        .text(" ");
    }
    Ok(list)
}

fn navigation(
    content: &Content<'_>,
    page: &Page,
    home: &str,
    words: &Words<'_>,
) -> Result<Element, TextError> {
    let mut list = Element::new("ul");
    for (id, path) in PAGES {
        let mut to = link(&format!("{home}{path}"), &words.say(id)?);
        if path == page.path {
            to = to.attr("aria-current", "page");
        }
        list = list.child(Element::new("li").child(to));
    }
    if content.conditions.is_some() {
        list = list.child(conditions::link_of(page, home, words)?);
    }
    Ok(Element::new("nav")
        .attr("aria-label", &words.say("site-pages")?.to_string())
        .child(list))
}

fn around(pages: &[(Phrase, String)], home: &str, words: &Words<'_>) -> Result<Element, TextError> {
    let list = pages
        .iter()
        .map(|(name, path)| Element::new("li").child(link(&format!("{home}{path}"), name)));
    Ok(Element::new("nav")
        .attr("class", "around")
        .attr("aria-label", &words.say("site-around")?.to_string())
        .child(Element::new("ol").children(list)))
}

fn footer(
    content: &Content<'_>,
    is_stamped: bool,
    home: &str,
    words: &Words<'_>,
) -> Result<Element, TextError> {
    let mut footer = Element::new("footer");
    let log = content.report.log.as_ref().filter(|_| is_stamped);
    if let Some(log) = log {
        let text = words.general().with(
            &scrutineer_model::Message::new("site-stamp").with("size", log.size),
            &[
                ("origin", Phrase::data(&log.origin)),
                ("root", Phrase::data(&base64(&log.root))),
            ],
        )?;
        footer = footer.child(Element::new("p").phrase(&text));
    }
    if is_stamped {
        let date = words.general().date(content.report.as_of)?;
        let text = words.with("report-as-of", &[("date", date)])?;
        footer = footer.child(Element::new("p").phrase(&text));
    }
    let about = link(
        &format!("{home}about.html"),
        &words.say("site-footer-about")?,
    );
    let verify = link(
        &format!("{home}verify.html"),
        &words.say("site-footer-verify")?,
    );
    Ok(footer.child(Element::new("p").child(about).text(" · ").child(verify)))
}

/// The page before any language is chosen.
pub(crate) fn choice(
    content: &Content<'_>,
    all: &[Words<'_>],
    assets: &Assets,
) -> Result<Vec<u8>, TextError> {
    let name = Phrase::data(&content.report.election.name);
    let mut list = Element::new("ul").attr("class", "choice");
    for words in all {
        let tag = words.tag();
        let to = link(&file(tag, "index.html"), &words.say("site-choice")?).attr("hreflang", tag);
        list = list.child(Element::new("li").attr("lang", tag).child(to));
    }
    let main = Element::new("main")
        .attr("id", "main")
        .child(Element::new("h1").phrase(&name))
        .child(list);
    let html = Element::new("html")
        .attr("lang", "en")
        .attr("dir", "ltr")
        .child(head(&name, "", assets))
        .child(Element::new("body").child(main));
    Ok(format!("<!DOCTYPE html>\n{html}\n").into_bytes())
}

/// A page of permanent addresses: both languages in one, since an address outlives a language.
pub(crate) fn bare(title: &Phrase, path: &str, main: Element, assets: &Assets) -> Vec<u8> {
    let html = Element::new("html")
        .attr("lang", "en")
        .attr("dir", "ltr")
        .child(head(title, &up(path), assets))
        .child(Element::new("body").child(main));
    format!("<!DOCTYPE html>\n{html}\n").into_bytes()
}
