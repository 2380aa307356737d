//! The conditions of the vote: pages of their own, each under "Not used in the answers", indices last.

use scrutineer_report::conditions::Conditions;
use scrutineer_report::{Element, Phrase, TextError, conditions_sections};

use super::division::Results;
use crate::frame::Page;
use crate::markup::link;
use crate::words::Words;

/// The page to begin with.
const FIRST: &str = "conditions.html";

/// Address, title and sections of each page, in the order of reading.
const PAGES: [(&str, &str, &[&str]); 5] = [
    (
        FIRST,
        "site-nav-conditions",
        &["conditions", "conditions-timeline"],
    ),
    (
        "conditions-persons.html",
        "site-conditions-persons",
        &["conditions-counts", "conditions-reports"],
    ),
    (
        "conditions-blocked.html",
        "conditions-section-blocked",
        &["conditions-blocked", "conditions-blocked-days"],
    ),
    (
        "conditions-published.html",
        "conditions-section-published",
        &["conditions-published"],
    ),
    (
        "conditions-indices.html",
        "conditions-section-indices",
        &["conditions-indices", "conditions-trace"],
    ),
];

/// The pages; none where no conditions are published.
pub(crate) fn pages(of: Results<'_>) -> Result<Vec<Page>, TextError> {
    let Some(held) = of.content.conditions else {
        return Ok(Vec::new());
    };
    let mut pages = Vec::new();
    for (path, title, sections) in PAGES {
        pages.push(page(of.words, held, (path, title), sections)?);
    }
    Ok(pages)
}

fn page(
    words: &Words<'_>,
    held: &Conditions,
    (path, title): (&str, &str),
    sections: &[&str],
) -> Result<Page, TextError> {
    let mut page = Page::new(path, words.say(title)?);
    if path != FIRST {
        page.around = vec![(words.say("conditions-not-used")?, FIRST.to_owned())];
        page.push(
            Element::new("p")
                .attr("class", "notice")
                .phrase(&words.say("site-conditions-notice")?),
        );
    }
    let made = conditions_sections(held, words.texts(), sections)?;
    if made.is_empty() {
        page.push(words.paragraph("site-conditions-nothing")?);
    }
    page.main.extend(made);
    page.push(others(path, words)?);
    Ok(page)
}

/// Links to the other pages of the conditions.
fn others(own: &str, words: &Words<'_>) -> Result<Element, TextError> {
    let mut list = Element::new("ul").attr("class", "below");
    for (path, title, _) in PAGES {
        let name = words.say(title)?;
        let item = if path == own {
            Element::new("b").phrase(&name)
        } else {
            link(path, &name)
        };
        list = list.child(Element::new("li").child(item));
    }
    Ok(Element::new("section")
        .attr("id", "conditions-pages")
        .child(words.heading("h2", "conditions-not-used")?)
        .child(list))
}

/// The entry of the navigation, with the words that it stands under.
pub(crate) fn link_of(page: &Page, home: &str, words: &Words<'_>) -> Result<Element, TextError> {
    let under = words.say("conditions-not-used")?.then(Phrase::words(": "));
    let name = under.then(words.say("site-nav-conditions")?);
    let mut to = link(&format!("{home}{FIRST}"), &name);
    if page.path == FIRST {
        to = to.attr("aria-current", "page");
    }
    Ok(Element::new("li").child(to))
}
