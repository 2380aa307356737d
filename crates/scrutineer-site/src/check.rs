//! What the check in the page needs: where the log is, where the second verifier is, and what to say.

use scrutineer_report::{Element, TextError};
use serde_json::{Map, Value};

use crate::address::up;
use crate::assets::{Assets, named};
use crate::content::Content;
use crate::frame::{Page, file};
use crate::words::Words;

/// Messages of the script, without the beginning `site-check-`; `%` marks what the script puts in.
const MESSAGES: [&str; 52] = [
    "title",
    "independent",
    "policy",
    "policy-missing",
    "proof",
    "run",
    "wait",
    "good",
    "good-checkpoint",
    "part",
    "part-copies",
    "bad",
    "holds",
    "fails",
    "unchecked",
    "log",
    "log-good",
    "record",
    "record-good",
    "record-other",
    "page",
    "page-good",
    "page-bad",
    "page-withdrawn",
    "page-replaced",
    "page-version",
    "page-none",
    "page-extra",
    "page-copies",
    "limits",
    "current",
    "good-proof",
    "proof-entry",
    "proof-station",
    "proof-source",
    "proof-later",
    "proof-record",
    "signatures",
    "signatures-good",
    "signatures-none",
    "save",
    "save-text",
    "close",
    "file",
    "alone",
    "reason-host",
    "reason-form",
    "reason-signature",
    "reason-policy",
    "reason-missing",
    "reason-record",
    "reason-other",
];

/// Addresses of what the check loads, from the root of the site.
pub(crate) struct Check {
    script: String,
    verifier: String,
    words: String,
    bundle: Option<String>,
}

impl Check {
    /// The check in a language, and the file with its words: path and bytes.
    pub(crate) fn new(
        content: &Content<'_>,
        words: &Words<'_>,
        assets: &Assets,
    ) -> Result<(Self, (String, Vec<u8>)), TextError> {
        let mut said = Map::new();
        for id in MESSAGES {
            let text = words.say(&format!("site-check-{id}"))?.to_string();
            said.insert(id.to_owned(), Value::String(text));
        }
        // As the rows of a station have them.
        for id in ["unread", "superseded", "rival"] {
            let text = words.say(&format!("site-{id}"))?.to_string();
            said.insert(id.to_owned(), Value::String(text));
        }
        let text = format!("window.scrutineerWords={};\n", Value::Object(said));
        let path = named(&format!("words-{}", words.tag()), "js", text.as_bytes());
        let check = Self {
            script: assets.check().path.clone(),
            verifier: assets.verifier().path.clone(),
            words: path.clone(),
            bundle: content.bundle.map(str::to_owned),
        };
        Ok((check, (path, text.into_bytes())))
    }

    /// Adds the script to a page, and to `place` what the script needs.
    pub(crate) fn on(&self, page: &mut Page, place: Element, words: &Words<'_>) -> Element {
        page.scripts.push(self.script.clone());
        let root = up(&file(words.tag(), &page.path));
        let place = place
            .attr("data-words", &format!("{root}{}", self.words))
            .attr("data-verifier", &format!("{root}{}", self.verifier));
        match &self.bundle {
            Some(bundle) => place.attr("data-bundle", &format!("{root}{bundle}")),
            None => place,
        }
    }
}
