//! Who may see the pages: the browser that came with the link, under a name of this machine, and nobody else.
//!
//! ```text
//! /LINK                    once: 303 to SECRET/en/report, and the terminal gets the next link
//! /SECRET/LANGUAGE/PAGE    until the run ends
//! anything else            404
//! ```
//!
//! The link stands where others may read it: on the terminal, and among the arguments of what starts a
//! browser. It is spent by the first `GET` of it under a name of this machine. `HEAD`, `OPTIONS` and what a browser
//! fetches before anybody asks for it (`Sec-Purpose`) are refused like everything else and spend nothing. The secret
//! is told to whoever spent a link and to nobody else: it stands in that browser's address and history, and no page
//! gives it away as a referrer.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::mpsc::{Sender, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use scrutineer_report::{Language, OpenPage};
use scrutineer_serve::{Answer, Body, Method, Request, Response, page_policy};

/// What the run waits for.
pub(super) enum Event {
    /// A page is wanted.
    Asked(Asked),
    /// The link was used. This one is good for another browser; `None` where the system gave no random numbers.
    Used(Option<String>),
    /// A link that had been used was asked for again, for the first time.
    Again,
    /// The program should end.
    End,
}

/// A page that is wanted.
pub(super) struct Asked {
    pub(super) page: OpenPage,
    pub(super) language: Language,
    pub(super) reply: SyncSender<Option<Arc<[u8]>>>,
}

/// Answers connections. Everything that is neither the link nor a page under the secret is refused in one shape, so
/// that a refusal says nothing.
pub(super) struct Gate {
    secret: String,
    links: Mutex<Links>,
    language: Language,
    events: Sender<Event>,
    hosts: OnceLock<[String; 2]>,
}

/// The link that is good, and those that were.
struct Links {
    fresh: Option<String>,
    /// With whether it was told that somebody came again.
    spent: Vec<(String, bool)>,
}

impl Links {
    /// What happens when somebody comes with `given`; `None` where it never was a link.
    fn come(&mut self, given: &str) -> Option<Came> {
        if self
            .fresh
            .as_deref()
            .is_some_and(|link| is_same(given, link))
        {
            let spent = self.fresh.take()?;
            self.spent.push((spent, false));
            self.fresh = token();
            return Some(Came::First(self.fresh.clone()));
        }
        let (_, is_told) = self.spent.iter_mut().find(|(link, _)| link == given)?;
        let was_told = std::mem::replace(is_told, true);
        (!was_told).then_some(Came::Again)
    }
}

/// How somebody came with a link.
enum Came {
    /// As the first, and the next link.
    First(Option<String>),
    /// After somebody else.
    Again,
}

impl Gate {
    /// With its first link.
    pub(super) fn new(
        secret: String,
        link: String,
        language: Language,
        events: Sender<Event>,
    ) -> Self {
        let links = Links {
            fresh: Some(link),
            spent: Vec::new(),
        };
        Self {
            secret,
            links: Mutex::new(links),
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

    fn response(&self, request: &Request) -> Option<Response> {
        let host = request.host.as_deref()?;
        let mut hosts = self.hosts.get()?.iter();
        if !hosts.any(|known| known.eq_ignore_ascii_case(host)) {
            return None;
        }
        let path = request.path.strip_prefix('/')?;
        match path.split_once('/') {
            None => self.way_in(path, request),
            Some((given, rest)) if is_same(given, &self.secret) => self.page(rest),
            Some(_) => None,
        }
    }

    /// Where the link leads, for the first that comes with it.
    fn way_in(&self, given: &str, request: &Request) -> Option<Response> {
        if request.method != Method::Get || request.is_ahead {
            return None;
        }
        let came = {
            // A thread that panicked left the links whole.
            let mut links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
            links.come(given)?
        };
        match came {
            Came::Again => {
                self.events.send(Event::Again).ok()?;
                None
            }
            Came::First(next) => {
                self.events.send(Event::Used(next)).ok()?;
                let (tag, page) = (self.language.tag(), OpenPage::Report.name());
                let start = format!("{}/{tag}/{page}", self.secret);
                Some(Response::refusal(303).with("Location", start))
            }
        }
    }

    fn page(&self, rest: &str) -> Option<Response> {
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
        self.response(request)
            .unwrap_or_else(|| Response::refusal(404))
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
    use std::sync::mpsc::{Receiver, channel};
    use std::thread;

    use super::*;

    fn gate() -> (Gate, Receiver<Event>) {
        let (events, coming) = channel();
        let gate = Gate::new("secret".into(), "link".into(), Language::English, events);
        gate.open(SocketAddr::from(([127, 0, 0, 1], 7)));
        (gate, coming)
    }

    fn request(method: Method, path: &str) -> Request {
        Request {
            method,
            path: path.to_owned(),
            host: Some("127.0.0.1:7".to_owned()),
            accept_encoding: None,
            if_none_match: None,
            if_range: None,
            range: None,
            is_ahead: false,
            is_current: true,
            keeps_alive: false,
        }
    }

    fn location(response: &Response) -> Option<&str> {
        let mut fields = response.fields.iter();
        let found = fields.find(|(name, _)| *name == "Location")?;
        Some(&found.1)
    }

    #[test]
    fn only_the_whole_token_is_the_token() {
        assert!(is_same("abc", "abc"));
        for given in ["", "ab", "abd", "abcd", "ABC"] {
            assert!(!is_same(given, "abc"), "{given}");
        }
        assert_ne!(token(), token());
        assert_eq!(token().map(|token| token.len()), Some(32));
    }

    #[test]
    fn a_link_leads_in_once_and_the_next_one_once_more() {
        let (gate, coming) = gate();
        let get = |path: &str| gate.answer(&request(Method::Get, path));
        let first = get("/link");
        assert_eq!(first.status, 303);
        assert_eq!(location(&first), Some("secret/en/report"));
        let Ok(Event::Used(Some(next))) = coming.try_recv() else {
            panic!("no further link");
        };
        for _ in 0..3 {
            assert_eq!(get("/link").status, 404);
        }
        // Told once: who may list processes could else fill the terminal.
        assert!(matches!(coming.try_recv(), Ok(Event::Again)));
        assert!(coming.try_recv().is_err());
        assert_eq!(get(&format!("/{next}")).status, 303);
        assert_eq!(get(&format!("/{next}")).status, 404);
        assert_eq!(get("/secret").status, 404, "the secret is no link");
    }

    #[test]
    fn what_nobody_looks_at_spends_no_link() {
        let (gate, coming) = gate();
        let mut ahead = request(Method::Get, "/link");
        ahead.is_ahead = true;
        let mut elsewhere = request(Method::Get, "/link");
        elsewhere.host = Some("rebound.example:7".to_owned());
        for asked in [
            request(Method::Head, "/link"),
            request(Method::Options, "/link"),
            ahead,
            elsewhere,
            request(Method::Get, "/link/"),
            request(Method::Get, "/link/en/report"),
        ] {
            let refused = gate.answer(&asked);
            assert_eq!(
                (refused.status, location(&refused)),
                (404, None),
                "{asked:?}"
            );
        }
        assert!(coming.try_recv().is_err());
        assert_eq!(gate.answer(&request(Method::Get, "/link")).status, 303);
    }

    #[test]
    fn of_many_that_come_at_once_one_is_let_in() {
        let (gate, _coming) = gate();
        let asked = request(Method::Get, "/link");
        let statuses: Vec<u16> = thread::scope(|scope| {
            let ask = || gate.answer(&asked).status;
            let all: Vec<_> = (0..16).map(|_| scope.spawn(ask)).collect();
            all.into_iter().filter_map(|one| one.join().ok()).collect()
        });
        assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1);
        assert_eq!(statuses.iter().filter(|status| **status == 404).count(), 15);
    }
}
