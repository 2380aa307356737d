//! Who may see the pages: whoever has the token, asks under a name of this machine, and nobody else.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::mpsc::{Sender, SyncSender, sync_channel};
use std::sync::{Arc, OnceLock};

use scrutineer_report::{Language, OpenPage};
use scrutineer_serve::{Answer, Body, Request, Response, page_policy};

/// What the run waits for.
pub(super) enum Event {
    /// A page is wanted.
    Asked(Asked),
    /// The program should end.
    End,
}

/// A page that is wanted.
pub(super) struct Asked {
    pub(super) page: OpenPage,
    pub(super) language: Language,
    pub(super) reply: SyncSender<Option<Arc<[u8]>>>,
}

/// Answers connections. Everything that is not a page under the token is refused in one shape, so that
/// a refusal says nothing.
pub(super) struct Gate {
    token: String,
    language: Language,
    events: Sender<Event>,
    hosts: OnceLock<[String; 2]>,
}

impl Gate {
    pub(super) fn new(token: &str, language: Language, events: Sender<Event>) -> Self {
        Self {
            token: token.to_owned(),
            language,
            events,
            hosts: OnceLock::new(),
        }
    }

    /// Lets requests in that name this address. A page of another site whose name somebody points at
    /// this machine names that site.
    pub(super) fn open(&self, address: SocketAddr) {
        let hosts = [address.to_string(), format!("localhost:{}", address.port())];
        // It is opened once.
        let _ = self.hosts.set(hosts);
    }

    fn page(&self, request: &Request) -> Option<Response> {
        let host = request.host.as_deref()?;
        if !self
            .hosts
            .get()?
            .iter()
            .any(|known| known.eq_ignore_ascii_case(host))
        {
            return None;
        }
        let (token, rest) = request.path.strip_prefix('/')?.split_once('/')?;
        if !is_same(token, &self.token) {
            return None;
        }
        if rest.is_empty() {
            let start = format!("{}/{}", self.language.tag(), OpenPage::Report.name());
            return Some(Response::refusal(303).with("Location", start));
        }
        let (tag, name) = rest.split_once('/')?;
        let language = Language::ALL.into_iter().find(|held| held.tag() == tag)?;
        let page = OpenPage::ALL.into_iter().find(|page| page.name() == name)?;
        let (reply, replied) = sync_channel(1);
        let asked = Asked {
            page,
            language,
            reply,
        };
        self.events.send(Event::Asked(asked)).ok()?;
        let bytes = replied.recv().ok()??;
        Some(
            Response::empty(200)
                .with("Content-Type", "text/html; charset=utf-8")
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", page_policy(&bytes))
                .with("Cross-Origin-Resource-Policy", "same-origin")
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with_body(Body::of(bytes)),
        )
    }
}

impl Answer for Gate {
    fn answer(&self, request: &Request) -> Response {
        self.page(request).unwrap_or_else(|| Response::refusal(404))
    }
}

/// Compares without stopping at the first difference.
fn is_same(given: &str, token: &str) -> bool {
    let pairs = given.bytes().zip(token.bytes());
    let differs = pairs.fold(0, |differs, (a, b)| differs | (a ^ b));
    given.len() == token.len() && differs == 0
}

/// 128 random bits in hexadecimal; `None` where the system gives none.
pub(super) fn token() -> Option<String> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).ok()?;
    let mut token = String::new();
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(token, "{byte:02x}");
    }
    Some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_token_is_the_token() {
        assert!(is_same("abc", "abc"));
        for given in ["", "ab", "abd", "abcd", "ABC"] {
            assert!(!is_same(given, "abc"), "{given}");
        }
        assert_ne!(token(), token());
        assert_eq!(token().map(|token| token.len()), Some(32));
    }
}
