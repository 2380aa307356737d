//! `serve-site`: a folder of static files for browsers.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use scrutineer_serve::{Folder, Limits, Server, until_interrupted};
use serde_json::json;

use crate::args::ServeSite;
use crate::command::audit::document;
use crate::failure::Failure;
use crate::folder::ELECTION;
use crate::session::Session;
use crate::status::Status;

/// How long a response that is being sent may take once the end was asked for.
const GRACE: Duration = Duration::from_secs(5);

/// Files that mark a folder which is not meant for the public: the description of an election, and the
/// private state of a log.
const PRIVATE: [(&str, &str); 3] = [
    (ELECTION, "cli-serve-site-election"),
    ("log.vkey", "cli-serve-site-state"),
    ("staging", "cli-serve-site-state"),
];

pub(crate) fn run(args: &ServeSite, session: &mut Session<'_>) -> Result<Status, Failure> {
    serve(&args.dir, args.listen, args.json, session)
}

/// Serves until somebody ends it.
pub(crate) fn serve(
    dir: &Path,
    listen: SocketAddr,
    is_json: bool,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    for (name, id) in PRIVATE {
        if dir.join(name).exists() {
            return Err(Failure::input(
                session.filled(id, &[("folder", &dir.display())]),
            ));
        }
    }
    let folder = Folder::open(dir).map_err(|error| session.unread(dir, &error))?;
    let tag = session.language().tag();
    let report = format!("/report.{tag}.html");
    // A site alone, the site of a bundle, or the report of a bundle without one.
    let start = ["/", "/site/", &report]
        .into_iter()
        .find(|path| folder.has(path))
        .unwrap_or("/")
        .to_owned();
    let server = Server::start(listen, Arc::new(folder), Limits::default())
        .map_err(|error| unheard(listen, &error, session))?;
    let address = server.address();
    let url = format!("http://{address}{start}");
    if is_json {
        let value = json!({
            "schema": "scrutineer/serve-site/1",
            "address": url,
            "only_this_machine": address.ip().is_loopback(),
        });
        session.print(&document(&value)?)?;
    } else {
        let line = session.filled(
            "cli-serve-site-at",
            &[("folder", &dir.display()), ("address", &url)],
        );
        session.line(&line)?;
        let id = if address.ip().is_loopback() {
            "cli-serve-site-here"
        } else {
            "cli-serve-site-everywhere"
        };
        let line = session.plain(id);
        session.line(&line)?;
    }
    session.flush()?;
    until_interrupted().map_err(|error| unheard(address, &error, session))?;
    server.stop(GRACE);
    Ok(Status::Done)
}

/// An address at which nothing can be served.
pub(crate) fn unheard(
    address: SocketAddr,
    error: &std::io::Error,
    session: &Session<'_>,
) -> Failure {
    let why = match error.kind() {
        std::io::ErrorKind::AddrInUse => session.plain("cli-why-in-use"),
        _ => session.reason(error),
    };
    Failure::input(session.filled("cli-error-at", &[("place", &address), ("what", &why)]))
}
