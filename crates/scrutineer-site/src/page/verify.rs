//! How to check it: in the page, by the command, with someone else's program.

use scrutineer_report::{Element, Phrase, TextError};
use serde_json::{Map, Value};

use super::division::Results;
use crate::address::{base64, up};
use crate::check::Check;
use crate::frame::Page;
use crate::markup::{code, link};
use crate::names::cut;

pub(crate) fn page(of: Results<'_>, check: &Check) -> Result<Page, TextError> {
    let words = of.words;
    let mut page = Page::new("verify.html", words.say("site-nav-verify")?);
    let Some(log) = &of.content.report.log else {
        page.push(words.paragraph("site-no-log")?);
        return Ok(page);
    };
    page.push(words.paragraph("site-verify-text")?);
    let mut facts = Element::new("dl");
    let size = words.integer(log.size);
    for (id, value) in [
        ("site-column-origin", Phrase::data(&log.origin)),
        ("site-column-size", size),
        ("site-column-root", Phrase::data(&base64(&log.root))),
        ("verify-root-hex", Phrase::data(&log.root)),
    ] {
        facts = facts
            .child(Element::new("dt").phrase(&words.say(id)?))
            .child(Element::new("dd").phrase(&value));
    }
    page.push(facts);
    page.push(words.paragraph("verify-state")?);
    page.push(signed(of, &page.path)?);
    page.push(words.heading("h2", "site-verify-command")?);
    page.push(words.paragraph("site-verify-command-text")?);
    page.push(code("scrutineer verify BUNDLE --policy election.policy"));
    page.push(words.heading("h2", "site-verify-one")?);
    page.push(words.paragraph("site-verify-one-text")?);
    page.push(code(
        "scrutineer proof BUNDLE --station STATION --out station.tlog-proof",
    ));
    page.push(code(
        "scrutineer verify station.tlog-proof --policy election.policy",
    ));
    page.push(words.heading("h2", "site-verify-page")?);
    page.push(words.paragraph("site-verify-page-text")?);
    // Where the script puts its form; without a script the text says which command does the same.
    let place = Element::new("div")
        .attr("id", "verifier")
        .child(words.note("site-verify-no-script")?);
    let place = check
        .on(&mut page, place, words)
        .attr("data-names", &names(of));
    page.push(place);
    page.push(words.heading("h2", "site-verify-other")?);
    page.push(words.paragraph("site-verify-other-text")?);
    page.push(code("node cli.mjs bundle --policy election.policy BUNDLE"));
    page.push(words.heading("h2", "site-verify-keys")?);
    page.push(words.paragraph("site-verify-keys-text")?);
    page.push(words.paragraph("verify-policy")?);
    page.push(code(&format!(
        "log {}+HASH+KEY\nwitness w1 NAME+HASH+KEY\nquorum w1",
        log.origin
    )));
    page.push(words.paragraph("verify-key-where")?);
    let ask = match of.content.publisher {
        Some(held) => words.with(
            "verify-key-ask",
            &[("contact", Phrase::data(&held.contact))],
        )?,
        None => words.say("verify-key-ask-unsaid")?,
    };
    page.push(Element::new("p").phrase(&ask));
    page.push(words.heading("h2", "site-verify-mirror")?);
    page.push(words.paragraph("site-verify-mirror-text")?);
    page.push(words.heading("h3", "verify-mirror")?);
    page.push(code(
        "scrutineer mirror ADDRESS --policy election.policy --state SEEN --out COPY",
    ));
    page.push(words.heading("h3", "verify-cosign")?);
    page.push(words.paragraph("verify-cosign-text")?);
    page.push(code(
        "scrutineer keygen --name witness.example/w1 --witness --out witness",
    ));
    page.push(code(
        "scrutineer witness cosign BUNDLE --policy election.policy --key witness/witness.key --state MEMORY --out cosigned",
    ));
    Ok(page)
}

/// Where the script says which signatures the checkpoint beside the site has; `path` is that of the page.
/// A release cannot say it: its pages are written before its checkpoint is signed.
pub(crate) fn signed(of: Results<'_>, path: &str) -> Result<Element, TextError> {
    let words = of.words;
    let place = Element::new("div").attr("id", "signed");
    let Some(bundle) = of.content.bundle else {
        return Ok(place.child(words.paragraph("verify-signed-apart")?));
    };
    let to = format!(
        "{}{bundle}checkpoint",
        up(&format!("{}/{path}", words.tag()))
    );
    let mut place = place.attr("data-checkpoint", &to);
    for (name, id) in [
        ("data-none", "verify-signed-none"),
        ("data-one", "verify-signed-one"),
        ("data-some", "verify-signed-some"),
        ("data-names", "verify-signed-names"),
    ] {
        place = place.attr(name, &words.say(id)?.to_string());
    }
    let file = link(&to, &words.say("verify-signed-file")?);
    Ok(place
        .child(words.paragraph("verify-signed-text")?)
        .child(Element::new("p").child(file)))
}

/// The names of the tickets of every source, for the check of a proof.
fn names(of: Results<'_>) -> String {
    let mut names = Map::new();
    for source in of.content.dataset.sources() {
        let tickets = of.content.dataset.contest(source.contest).tickets.iter();
        let tickets =
            tickets.map(|ticket| Value::String(Phrase::data(&cut(&ticket.name)).to_string()));
        names.insert(source.id.to_string(), Value::Array(tickets.collect()));
    }
    Value::Object(names).to_string()
}
