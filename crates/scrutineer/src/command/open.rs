//! `open`: an election folder in the browser of this machine.
//!
//! Connections are answered by threads that know nothing but the links and the secret; the pages are made
//! here, one after the other, since a run has one set of streams.

mod browser;
mod gate;
mod pages;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use scrutineer_serve::{Limits, Server, on_interrupt};
use serde_json::json;

use crate::args::Open;
use crate::command::audit::document;
use crate::command::serve_site::unheard;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;
use gate::{Event, Gate};
use pages::Pages;

/// How long a page that is being sent may take once the end was asked for.
const GRACE: Duration = Duration::from_secs(2);

pub(crate) fn run(args: &Open, session: &mut Session<'_>) -> Result<Status, Failure> {
    if !args.dir.is_dir() {
        let missing = std::io::ErrorKind::NotFound.into();
        return Err(session.unread(&args.dir, &missing));
    }
    let (events, coming) = mpsc::channel();
    let token =
        || gate::token().ok_or_else(|| Failure::input(session.plain("cli-open-no-randomness")));
    let (secret, link) = (token()?, token()?);
    let gate = Gate::new(secret, link.clone(), session.language(), events.clone());
    let gate = Arc::new(gate);
    let any = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let server = Server::start(any, Arc::clone(&gate) as Arc<_>, Limits::default())
        .map_err(|error| unheard(any, &error, session))?;
    let address = server.address();
    gate.open(address);
    on_interrupt(move || {
        // The loop that hears it may have ended already.
        let _ = events.send(Event::End);
    })
    .map_err(|error| unheard(address, &error, session))?;
    let url = |link: &str| format!("http://{address}/{link}");
    begin(args, &url(&link), session)?;
    let mut pages = Pages::new(args);
    while let Ok(event) = coming.recv() {
        match event {
            Event::Asked(asked) => {
                let page = pages.page(asked.language, asked.page, session);
                // A reader that is gone needs no page.
                let _ = asked.reply.send(page);
            }
            Event::Used(next) => used(args, next.as_deref().map(url).as_deref(), session)?,
            Event::Again => {
                let line = session.plain("cli-open-again");
                session.note(&line);
            }
            Event::End => break,
        }
    }
    server.stop(GRACE);
    Ok(Status::Done)
}

fn begin(args: &Open, url: &str, session: &mut Session<'_>) -> Result<(), Failure> {
    if args.json {
        told(url, session)?;
    } else {
        let pairs: [(&str, &dyn std::fmt::Display); 2] =
            [("folder", &args.dir.display()), ("address", &url)];
        let line = session.filled("cli-open-at", &pairs);
        session.line(&line)?;
        let line = session.plain("cli-open-private");
        session.line(&line)?;
    }
    session.flush()?;
    if !args.no_browser
        && let Err(error) = browser::start(url)
    {
        let why = session.reason(&error);
        let line = session.filled("cli-open-no-browser", &[("why", &why)]);
        session.note(&line);
    }
    Ok(())
}

/// The link was used, and this is the next one.
fn used(args: &Open, next: Option<&str>, session: &mut Session<'_>) -> Result<(), Failure> {
    match next {
        Some(url) if args.json => told(url, session)?,
        Some(url) => {
            let line = session.filled("cli-open-used", &[("address", &url)]);
            session.line(&line)?;
        }
        None => {
            let line = session.plain("cli-open-no-randomness");
            session.note(&line);
        }
    }
    session.flush()
}

/// An address for programs.
fn told(url: &str, session: &mut Session<'_>) -> Result<(), Failure> {
    let value = json!({ "schema": "scrutineer/open/1", "address": url });
    session.print(&document(&value)?)
}
